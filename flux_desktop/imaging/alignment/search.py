"""A first guess of where content went: scales are tried, and phase correlation finds the shift for each."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from flux_desktop.imaging.alignment.placement import Placement, Size, centred, fit, stretch
from flux_desktop.imaging.alignment.planes import Level, warped
from flux_desktop.imaging.effects.arrays import Floats

__all__ = ["guesses"]

_STEP = 1.03
"""Between two scales that are tried: the refinement finds what lies between."""
_STEPS = 6
"""To either side: up to 1.19 times larger and smaller."""
_ALIKE = 1.02
"""Proportions that differ by less are the same to the search."""


def guesses(level: Level, before: Size, after: Size, count: int) -> list[Placement]:
    """The likeliest placements on a coarse `level` of pictures of the sizes `before` and `after`.

    `count` that phase correlation finds, and the frames on each other as they are, which is likely too.
    """
    window = _window(level.before.shape) * level.weight
    spectrum = np.conj(np.fft.rfft2(level.before * window))
    frames = _frames(before, after)
    found = [_shifted(level, guess, spectrum, window) for frame in frames for guess in _scaled(frame)]
    found.sort(key=lambda candidate: -candidate[0])
    return [placement for _, placement in found[:count]] + frames


def _frames(before: Size, after: Size) -> list[Placement]:
    """All of the picture after over all of the one before; stretched and cropped too where their proportions differ."""
    proportions = before[0] * after[1] / (before[1] * after[0])
    if 1 / _ALIKE < proportions < _ALIKE:
        return [stretch()]
    return [stretch(), fit(before, after), fit(before, after, cover=True)]


def _scaled(frame: Placement) -> Iterator[Placement]:
    """`frame`, larger and smaller."""
    for step in range(-_STEPS, _STEPS + 1):
        yield centred(frame.scale_x * _STEP**step, frame.scale_y * _STEP**step)


def _shifted(level: Level, guess: Placement, spectrum: Floats, window: Floats) -> tuple[float, Placement]:
    """`guess` with the shift that brings the pictures together, and how clearly it does."""
    width, height = level.size
    other = np.fft.rfft2(warped(level.after, guess, level.size) * window)
    cross = other * spectrum
    surface = np.fft.irfft2(cross / (np.abs(cross) + 1e-3 * np.abs(cross).max() + 1e-9), s=(height, width))
    surface[_too_far(height), :] = 0
    surface[:, _too_far(width)] = 0
    row, column = np.unravel_index(int(np.argmax(surface)), surface.shape)
    down, right = _signed(int(row), height), _signed(int(column), width)
    return float(surface[row, column]), guess.then(0.0, 0.0, right / width, down / height)


def _window(shape: tuple[int, ...]) -> Floats:
    """1 in the middle, falling to 0 over an eighth of the sides: the edges of a picture are no content."""
    rows, columns = (np.clip(np.minimum(at := np.arange(n) + 0.5, n - at) * 8 / n, 0, 1) for n in shape)
    window: Floats = np.outer(rows, columns).astype(np.float32)
    return window


def _too_far(length: int) -> slice:
    """Shifts of more than three eighths of a side leave too little to compare."""
    reach = max(1, length * 3 // 8)
    return slice(reach + 1, length - reach)


def _signed(index: int, length: int) -> int:
    """Shifts wrap around."""
    return index - length if index > length // 2 else index
