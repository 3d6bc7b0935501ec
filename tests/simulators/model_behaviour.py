"""What image models and their hosts do to a part of a picture, made without the code that undoes it.

The truth is known: where each pixel of what was sent lies in what came back.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageFilter

from flux_desktop.imaging.delta_e import delta_e_2000, lab_of
from flux_desktop.imaging.effects.arrays import Bytes, Floats

__all__ = ["Behaviour", "Truth", "answer", "any_behaviour", "changed_elsewhere"]

_BORDER = 96
"""Mirrored pixels around what was sent: shifts and smaller content bring them in."""


class Truth(NamedTuple):
    """A place (x, y) of what was sent lies at (scale_x · x + left, scale_y · y + top) of what came back, in pixels."""

    scale_x: float
    scale_y: float
    left: float
    top: float


@dataclass(frozen=True)
class Behaviour:
    """What happens to a part: all of it can be at once.

    `shift` is in pixels of what was sent, right and down; `scale` is that of the content about the middle; `resized` is
    the size of the answer against what was sent; `cropped` cuts its middle out to whole multiples of 16. `tint` is the
    mean CIEDE2000 by which all colours drift, uneven over the picture by a share of `uneven`. `quality` is that of
    lossy WebP; None for none. `content`: whether there is something new inside the mask. `elsewhere` is the share of
    the picture outside the mask that is changed too. `seed` decides what the tint and the new content are like.
    """

    shift: tuple[float, float] = (0.0, 0.0)
    scale: float = 1.0
    resized: float = 1.0
    cropped: bool = True
    tint: float = 0.0
    uneven: float = 0.0
    quality: int | None = 85
    content: bool = True
    elsewhere: float = 0.0
    opaque_alpha: bool = False
    seed: int = 0

    def truth(self, sent: tuple[int, int]) -> Truth:
        """Where what was sent, of that size, lies in the answer."""
        (width, height), (right, down) = sent, self.shift
        full = self._full(sent)
        across, along = full[0] / width, full[1] / height
        left, top = self._cut(full)[:2]
        return Truth(
            self.scale * across,
            self.scale * along,
            (width / 2 * (1 - self.scale) + right) * across - left,
            (height / 2 * (1 - self.scale) + down) * along - top,
        )

    def _full(self, sent: tuple[int, int]) -> tuple[int, int]:
        return round(sent[0] * self.resized), round(sent[1] * self.resized)

    def _cut(self, full: tuple[int, int]) -> tuple[int, int, int, int]:
        if not self.cropped:
            return 0, 0, *full
        width, height = (max(16, side // 16 * 16) for side in full)
        left, top = (full[0] - width) // 2, (full[1] - height) // 2
        return left, top, left + width, top + height


def any_behaviour(rng: np.random.Generator) -> Behaviour:
    """One of those that were seen: shifted by 0–24 px, scaled 0.97–1.03, tinted up to ΔE 8, cut to 16, lossy."""
    angle, length = rng.uniform(0, 2 * np.pi), rng.uniform(0, 24)
    return Behaviour(
        shift=(float(length * np.cos(angle)), float(length * np.sin(angle))),
        scale=float(rng.uniform(0.97, 1.03)),
        resized=float(rng.choice([1.0, 1.0, 1.0, 0.75, 1.25])),
        tint=float(rng.uniform(0, 8)),
        uneven=float(rng.uniform(0, 0.3)),
        quality=int(rng.integers(75, 96)),
        elsewhere=float(rng.choice([0.0, 0.0, 0.05])),
        seed=int(rng.integers(1 << 31)),
    )


def answer(part: Image.Image, mask: Bytes, behaviour: Behaviour) -> Image.Image:
    """What comes back for `part` (RGB) whose `mask` (height × width, 0…255) says where something new may be."""
    pixels = np.asarray(part.convert("RGB"), np.float32)
    if behaviour.content:
        pixels = _painted(pixels, _inner(mask), behaviour)
    pixels = _painted(pixels, changed_elsewhere(mask, behaviour), behaviour)
    if behaviour.tint:
        pixels = _tinted(pixels, behaviour)
    image = _moved(Image.fromarray(np.clip(pixels + 0.5, 0, 255).astype(np.uint8)), behaviour)
    if behaviour.quality is not None:
        image = _lossy(image, behaviour.quality)
    return image.convert("RGBA") if behaviour.opaque_alpha else image


def changed_elsewhere(mask: Bytes, behaviour: Behaviour) -> Floats:
    """How far, 0 to 1, the content of each pixel of what was sent is another one although the mask is 0 there."""
    rng, (height, width) = np.random.default_rng([behaviour.seed, 1]), mask.shape
    plane = np.zeros(mask.shape, np.uint8)
    side = round((behaviour.elsewhere / 3 * height * width) ** 0.5)
    for _ in range(3):
        left, top = int(rng.integers(max(1, width - side))), int(rng.integers(max(1, height - side)))
        plane[top : top + side, left : left + side] = 255
    soft = np.asarray(Image.fromarray(plane).filter(ImageFilter.GaussianBlur(3)), np.float32) / 255
    return np.where(mask > 0, 0, soft)


def _inner(mask: Bytes) -> Floats:
    """How much of the new content is where: all in the middle of the mask, none near its edge."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return np.zeros(mask.shape, np.float32)
    reach = 0.08 * float(min(np.ptp(rows), np.ptp(columns)) + 1)
    # Beyond the picture's edge nothing is seen, so that the mask may be thought to go on there.
    wide = np.pad(mask >= 128, _BORDER, mode="edge").astype(np.uint8) * 255
    soft = Image.fromarray(wide).filter(ImageFilter.GaussianBlur(reach))
    inside = np.asarray(soft, np.float32)[_BORDER:-_BORDER, _BORDER:-_BORDER] / 255
    inner: Floats = np.clip((inside - 0.95) / 0.05, 0, 1) * (mask >= 128)
    return inner


def _painted(pixels: Floats, share: Floats, behaviour: Behaviour) -> Floats:
    """Other content: the picture upside down in other colours."""
    rng = np.random.default_rng([behaviour.seed, 2])
    other = pixels[::-1, ::-1, list(rng.permutation(3))] * rng.uniform(0.6, 1.2) + rng.uniform(-20, 40)
    mixed: Floats = pixels + (np.clip(other, 0, 255).astype(np.float32) - pixels) * share[..., None]
    return mixed


def _tinted(pixels: Floats, behaviour: Behaviour) -> Floats:
    """All colours drifted by the mean CIEDE2000 that is wanted: gains, shifts, a little mixing, and a slope."""
    rng = np.random.default_rng([behaviour.seed, 3])
    small = pixels[::7, ::7]
    before = lab_of(small)
    gain, shift = rng.normal(0, 0.05, 3), rng.normal(0, 8, 3)
    mixing = rng.normal(0, 0.02, (3, 3))
    slope = rng.normal(0, 12 * behaviour.uneven, (2, 3))

    def drifted(values: Floats, strength: float) -> Floats:
        down, across = (np.linspace(-1, 1, length, dtype=np.float32) for length in values.shape[:2])
        away: Floats = values @ (np.diag(gain) + mixing).astype(np.float32).T + shift.astype(np.float32)
        away = away + down[:, None, None] * slope[0] + across[None, :, None] * slope[1]
        changed: Floats = np.clip(values + np.float32(strength) * away, 0, 255).astype(np.float32)
        return changed

    low, high = 0.0, 8.0
    for _ in range(12):
        middle = (low + high) / 2
        far = float(delta_e_2000(before, lab_of(drifted(small, middle))).mean())
        low, high = (middle, high) if far < behaviour.tint else (low, middle)
    return drifted(pixels, low)


def _moved(image: Image.Image, behaviour: Behaviour) -> Image.Image:
    """Resampled once, out of a frame of mirrored content."""
    width, height = image.size
    full = behaviour._full(image.size)
    border = min(_BORDER, width - 1, height - 1)
    wide = np.pad(np.asarray(image), ((border, border), (border, border), (0, 0)), mode="reflect")
    left = border + width / 2 * (1 - 1 / behaviour.scale) - behaviour.shift[0] / behaviour.scale
    top = border + height / 2 * (1 - 1 / behaviour.scale) - behaviour.shift[1] / behaviour.scale
    area = left, top, left + width / behaviour.scale, top + height / behaviour.scale
    moved = Image.fromarray(wide).resize(full, Image.Resampling.LANCZOS, area)
    return moved.crop(behaviour._cut(full))


def _lossy(image: Image.Image, quality: int) -> Image.Image:
    file = BytesIO()
    image.save(file, "WEBP", quality=quality)
    with Image.open(file) as back:
        return back.convert("RGB")
