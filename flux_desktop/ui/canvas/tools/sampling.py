"""What is seen of a mask at one zoom, as pixels to paint; made in a worker thread, in strips that let others run."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from flux_desktop.ui.canvas.transform import Box, turned_box, turned_size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from flux_desktop.imaging.effects.arrays import Bytes
    from flux_desktop.imaging.region.mask import Mask

    Pixels = NDArray[np.uint32]
    Indices = NDArray[np.intp]

__all__ = ["Sample", "sample"]

STRIP = 64
"""Rows that are worked on at a time."""
TILE = 32
"""Device pixels of the parts that are painted or not."""
TINT = (0, 60, 170)
COVER = 0.5
"""How much of the picture the tint covers where nothing is selected."""
DASH = 4
"""Device pixels of a dash of the outline."""
WHITE, BLACK = 0xFFFFFFFF, 0xFF000000


@dataclass(frozen=True, eq=False)
class Sample:
    """`pixels` (height × width) are premultiplied 0xAARRGGBB; `rows` and `columns` of them are the outline.

    `tiles` are all parts (left, top, width, height) in which something is to be seen: the rest need not be painted.
    """

    pixels: Pixels = field(repr=False)
    rows: Indices = field(repr=False)
    columns: Indices = field(repr=False)
    phases: Indices = field(repr=False)
    tiles: list[tuple[int, int, int, int]] = field(repr=False)

    def walk(self, steps: int) -> None:
        """Paint the outline anew, `steps` further than at first."""
        light = ((self.phases + steps) // DASH) % 2 == 0
        self.pixels[self.rows, self.columns] = np.where(light, WHITE, BLACK).astype(np.uint32)


def sample(mask: Mask, bounds: Box, area: Box, *, tint: bool, thick: bool, turns: int = 0) -> Sample:
    """`mask` as it is seen in `area` while the picture fills `bounds`, both at whole device pixels.

    The picture is turned by `turns` quarters to the right.
    """
    mask = _turned(mask, turns)
    across = _indices(area.x, area.width, bounds.x, bounds.width, mask.size[0])
    down = _indices(area.y, area.height, bounds.y, bounds.height, mask.size[1])
    plane = _sampled(mask, across, down)
    rows, columns = np.nonzero(_edge(plane >= 128, thick))
    inner = plane[1:-1, 1:-1]
    pixels = _tinted(inner) if tint else np.zeros(inner.shape, np.uint32)
    phases = columns + rows + int(area.x - bounds.x) + int(area.y - bounds.y)
    made = Sample(pixels, rows, columns, phases, _tiles(pixels, rows, columns))
    made.walk(0)
    return made


def _turned(mask: Mask, turns: int) -> Mask:
    """`mask` as it is seen; its pixels are looked at in another order, not copied."""
    if not turns:
        return mask
    held = Box(mask.left, mask.top, mask.box.width, mask.box.height)
    place = turned_box(held, mask.size, turns)
    width, height = turned_size(mask.size, turns)
    return replace(
        mask, size=(int(width), int(height)), left=int(place.x), top=int(place.y), plane=np.rot90(mask.plane, -turns)
    )


def _indices(start: float, length: float, begin: float, whole: float, side: int) -> Indices:
    """Which pixel of `side` is under each device pixel, and under one more at each end."""
    places = np.arange(int(start) - 1, int(start + length) + 1)
    found: Indices = np.floor((places + 0.5 - begin) * side / whole).astype(np.intp)
    return found


def _sampled(mask: Mask, across: Indices, down: Indices) -> Bytes:
    """The nearest value of `mask` for each of `down` × `across`; 0 beyond what it holds."""
    plane: Bytes = np.zeros((len(down), len(across)), np.uint8)
    box = mask.box
    left, right = (int(place) for place in np.searchsorted(across, (box.left, box.right)))
    top, bottom = (int(place) for place in np.searchsorted(down, (box.top, box.bottom)))
    if left == right or top == bottom:
        return plane
    columns, rows = across[left:right] - box.left, down[top:bottom] - box.top
    near = mask.plane[:, columns[0] : columns[-1] + 1]
    columns = columns - columns[0]
    for start in range(0, len(rows), STRIP):
        part = rows[start : start + STRIP]
        plane[top + start : top + start + len(part), left:right] = near[part][:, columns]
    return plane


def _edge(inside: NDArray[np.bool_], thick: bool) -> NDArray[np.bool_]:
    """The pixels inside that have a neighbour outside; of the ring round `inside` only what it says is used."""
    core = inside[1:-1, 1:-1]
    around = inside[:-2, 1:-1] & inside[2:, 1:-1] & inside[1:-1, :-2] & inside[1:-1, 2:]
    edge = core & ~around
    if thick:
        thin = edge.copy()
        edge[1:] |= thin[:-1]
        edge[:, 1:] |= thin[:, :-1]
    return edge


def _tinted(plane: Bytes) -> Pixels:
    """The tint on all that is not selected, strip by strip."""
    table, result = _table(), np.empty(plane.shape, np.uint32)
    for start in range(0, len(plane), STRIP):
        result[start : start + STRIP] = table[plane[start : start + STRIP]]
    return result


def _tiles(pixels: Pixels, rows: Indices, columns: Indices) -> list[tuple[int, int, int, int]]:
    """Where there is tint or outline, in runs of tiles; `rows` are in order."""
    found = []
    starts = np.arange(0, pixels.shape[1], TILE)
    for top in range(0, len(pixels), TILE):
        strip = pixels[top : top + TILE]
        seen = np.logical_or.reduceat(strip.any(axis=0), starts)
        seen[columns[np.searchsorted(rows, top) : np.searchsorted(rows, top + len(strip))] // TILE] = True
        ends = np.flatnonzero(np.diff(np.concatenate(([False], seen, [False])).astype(np.int8)))
        for first, last in zip(ends[::2].tolist(), ends[1::2].tolist(), strict=True):
            found.append((first * TILE, top, min(last * TILE, strip.shape[1]) - first * TILE, len(strip)))
    return found


def _table() -> Pixels:
    """The premultiplied colour for each value of a mask."""
    alpha: NDArray[Any] = (255 - np.arange(256)) * COVER / 255
    red, green, blue = ((alpha * part).round().astype(np.uint32) for part in TINT)
    opaque = (alpha * 255).round().astype(np.uint32)
    return (opaque * (1 << 24) + red * (1 << 16) + green * (1 << 8) + blue).astype(np.uint32)
