"""How well results lie in their pictures, measured without the code that puts them there.

The truth comes from the simulated model, colours from CIEDE2000, and seams from differences of neighbouring pixels.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from flux_desktop.core.region import Crop, Finish, Size
from flux_desktop.imaging.delta_e import delta_e_2000, lab_of
from flux_desktop.imaging.effects.arrays import Bytes, Floats
from flux_desktop.imaging.master import Master
from flux_desktop.imaging.region.cut import box_of, cut, cut_mask
from flux_desktop.imaging.region.mask import Mask
from flux_desktop.imaging.region.stitching import Fit, fit, patch, stitch
from flux_desktop.imaging.region.stitching.fitting import SURE
from tests.simulators.model_behaviour import Behaviour, Truth, answer, changed_elsewhere

__all__ = ["LIMITS", "Case", "Floor", "Seam", "blob", "floor", "measured", "pasted"]

RING = 48
"""Pixels of the picture around the mask."""
BAND = 8
"""Pixels inside the mask's edge. The simulated model leaves the content there as it was."""
PATCH = 8
"""Pixels of what was sent: the side of what is compared as one colour; grain and compression are no drift of those."""


class Case(NamedTuple):
    """One region of a picture, and what the model does to it."""

    name: str
    master: Master
    crop: Crop
    sent: Size
    mask: Mask
    behaviour: Behaviour


class Seam(NamedTuple):
    """What is left: `shift` in pixels of the picture, the mean on the ring. `delta_e` is the mean CIEDE2000 on the ring
    of small patches, `per_pixel` that of single pixels. `edge` is the gradient across the mask's edge, and `band` that
    inside the band in which the result fades in, both against the original's. `changed` counts bytes outside the mask.
    `grained` is the mean CIEDE2000 of single pixels inside that band where nothing fades and grain is added; two grains
    differ even if they are alike. `texture` is the gradient there against the original's: 1 where sharpness and grain
    are the same on both sides.
    """

    shift: float
    delta_e: float
    per_pixel: float
    edge: float
    band: float
    changed: int = 0
    score: float = 1.0
    grained: float = 0.0
    texture: float = 1.0

    @property
    def is_sure(self) -> bool:
        return self.score >= SURE

    @property
    def is_good(self) -> bool:
        return all(value <= limit for value, limit in zip(self, LIMITS, strict=False) if limit is not None)


class Floor(NamedTuple):
    """What the way there and back costs by itself, as `Seam.delta_e` and `Seam.per_pixel`: the size that comes back and
    the lossy codec alone, with nothing moved or tinted.
    """

    delta_e: float
    per_pixel: float


LIMITS = (0.3, 1.0, None, 1.1, 1.1, 0)
"""In the order of `Seam`."""


def blob(size: Size, centre: tuple[float, float], radius: float, seed: int = 0) -> Mask:
    """A mask with a wavy outline, as one draws with a lasso."""
    rng = np.random.default_rng(seed)
    reach = round(1.6 * radius)
    left, top = round(centre[0]) - reach, round(centre[1]) - reach
    rows, columns = np.mgrid[: 2 * reach, : 2 * reach].astype(np.float32)
    across, down = columns + left - centre[0], rows + top - centre[1]
    angle = np.arctan2(down, across)
    waves = sum(rng.normal(0, 0.08) * np.sin(turns * angle + rng.uniform(0, 6.3)) for turns in range(2, 7))
    plane = (np.hypot(across, down) < radius * np.minimum(1 + waves, 1.5)).astype(np.uint8) * 255
    return Mask.of_plane(plane, size, left, top)


def measured(case: Case, finish: Finish | None = None) -> tuple[Seam, Seam]:
    """How the result of a case lies in its picture: stitched, and plainly pasted."""
    finish = finish or Finish()
    part = cut(case.master, case.crop, case.sent).convert("RGB")
    sent_mask = cut_mask(case.mask, case.crop, case.sent)
    raw = answer(part, sent_mask, case.behaviour)
    found = fit(part, raw, sent_mask)
    stitched = stitch(case.master, case.crop, raw, case.mask, finish, found)
    hard = stitch(case.master, case.crop, raw, case.mask, finish._replace(feather=0), found)
    grained, texture = _in_band(case, hard)
    pasted_in, flat = pasted(case, raw)
    all_of_it = _whole_crop(case, raw, finish, found)
    truth, ring = case.behaviour.truth(case.sent), _ring(case, sent_mask)
    place = found.placement(finish)
    ours = Truth(
        place.scale_x * raw.width / case.sent[0],
        place.scale_y * raw.height / case.sent[1],
        place.left * raw.width,
        place.top * raw.height,
    )
    plainly = Truth(raw.width / case.sent[0], raw.height / case.sent[1], 0, 0)
    seam = _seam(case, stitched, all_of_it, _shift(case, ours, truth, ring), ring)
    plain = _seam(case, pasted_in, flat, _shift(case, plainly, truth, ring), ring)
    in_band = _in_band(case, pasted_in)
    return (
        seam._replace(score=found.score, grained=grained, texture=texture),
        plain._replace(grained=in_band[0], texture=in_band[1]),
    )


def floor(case: Case) -> Floor:
    """What no stitch can make good: the part in the size that comes back and through the codec, enlarged again."""
    faultless = replace(
        case.behaviour, shift=(0.0, 0.0), scale=1.0, cropped=False, tint=0.0, content=False, elsewhere=0.0
    )
    part, sent_mask = cut(case.master, case.crop, case.sent).convert("RGB"), cut_mask(case.mask, case.crop, case.sent)
    _, flat = pasted(case, answer(part, sent_mask, faultless))
    left, top, width, height = case.crop
    before = case.master.pixels[top : top + height, left : left + width]
    ring = _ring(case, sent_mask)
    return Floor(_delta_e(before, flat, ring, _patch(case)), _delta_e(before, flat, ring, 1))


def pasted(case: Case, raw: Image.Image) -> tuple[Master, Bytes]:
    """What most programs do: the answer stretched over the crop and pasted through the mask; and all of the crop."""
    left, top, width, height = case.crop
    flat = np.asarray(raw.convert("RGB").resize((width, height), Image.Resampling.LANCZOS))
    pixels = case.master.pixels.copy()
    mask = case.mask.part(box_of(case.crop)) >= 128
    pixels[top : top + height, left : left + width][mask] = flat[mask]
    return Master(pixels, "RGB"), flat


def _whole_crop(case: Case, raw: Image.Image, finish: Finish, found: Fit) -> Bytes:
    """The crop as it would be if all of it were replaced: what is compared on the ring."""
    left, top, width, height = case.crop
    mask = Mask.of_plane(np.full((height, width), 255, np.uint8), case.master.size, left, top)
    box, pixels = patch(case.master, case.crop, raw, mask, finish._replace(feather=0, grain=0), found)
    whole = case.master.pixels[top : top + height, left : left + width].copy()
    whole[box.top - top : box.bottom - top, box.left - left : box.right - left] = pixels
    return whole


def _ring(case: Case, sent_mask: Bytes) -> NDArray[np.bool_]:
    """The pixels of the crop near the mask but outside, without those where the model changed the content too."""
    width, height = case.crop[2:]
    mask = case.mask.part(box_of(case.crop)) > 0
    elsewhere = Image.fromarray(changed_elsewhere(sent_mask, case.behaviour)).resize((width, height))
    other = np.asarray(elsewhere) > 0.01
    # What the model did not give back can't be compared: a shift leaves an empty border.
    given = np.zeros_like(mask)
    beyond = 32 * max(width / case.sent[0], 1)
    edge = round(beyond)
    given[edge : height - edge, edge : width - edge] = True
    return _grown(mask, RING) & ~_grown(mask, 2) & ~_grown(other, 4) & given


def _shift(case: Case, ours: Truth, truth: Truth, ring: NDArray[np.bool_]) -> float:
    """How far off things lie on the ring, in pixels of the picture."""
    scale = case.crop[2] / case.sent[0]
    rows, columns = (axis / scale for axis in np.nonzero(ring))
    across = ((ours.scale_x - truth.scale_x) * columns + ours.left - truth.left) / truth.scale_x
    down = ((ours.scale_y - truth.scale_y) * rows + ours.top - truth.top) / truth.scale_y
    return float(np.hypot(across, down).mean() * scale)


def _in_band(case: Case, after: Master) -> tuple[float, float]:
    """How far single pixels inside the mask's edge differ, and their gradient against the original's."""
    left, top, width, height = case.crop
    box = slice(top, top + height), slice(left, left + width)
    before, now = case.master.pixels[box], after.pixels[box]
    inside = case.mask.part(box_of(case.crop)) > 0
    # Not the edge itself: what is across it belongs to both sides.
    band = inside & _grown(~inside, BAND) & ~_grown(~inside, 1)
    return _delta_e(before, now, band, 1), _gradient(now, band) / _gradient(before, band)


def _patch(case: Case) -> int:
    """The side of a patch in pixels of the picture."""
    return round(PATCH * max(1.0, case.crop[2] / case.sent[0]))


def _seam(case: Case, after: Master, crop: Bytes, shift: float, ring: NDArray[np.bool_]) -> Seam:
    left, top, width, height = case.crop
    box = slice(top, top + height), slice(left, left + width)
    before, now = case.master.pixels[box], after.pixels[box]
    inside = case.mask.part(box_of(case.crop)) > 0
    outside = np.asarray(case.mask.image())[..., None] == 0
    changed = (case.master.pixels != after.pixels) & outside
    edge = inside & _grown(~inside, 1)
    band = inside & _grown(~inside, BAND)
    return Seam(
        shift,
        _delta_e(before, crop, ring, _patch(case)),
        _delta_e(before, crop, ring, 1),
        _gradient(now, edge, inside) / _gradient(before, edge, inside),
        _gradient(now, band) / _gradient(before, band),
        int(changed.sum()),
    )


def _delta_e(before: Bytes, after: Bytes, ring: NDArray[np.bool_], side: int) -> float:
    """The mean CIEDE2000 of the patches that lie mostly on the ring."""
    share = _means(ring.astype(np.float32), side)
    told = share > 0.5
    if not told.any():
        return 0.0
    first, second = (
        np.stack([_means(plane * ring, side)[told] / share[told] for plane in np.moveaxis(picture, -1, 0)], axis=-1)
        for picture in (before.astype(np.float32), after.astype(np.float32))
    )
    return float(delta_e_2000(lab_of(first), lab_of(second)).mean())


def _means(plane: Floats, side: int) -> Floats:
    height, width = (length // side * side for length in plane.shape)
    means: Floats = plane[:height, :width].reshape(height // side, side, width // side, side).mean(axis=(1, 3))
    return means


def _gradient(pixels: Bytes, where: NDArray[np.bool_], inside: NDArray[np.bool_] | None = None) -> float:
    """The mean difference in L* of neighbours `where` one of them is; with `inside` only of those across that edge."""
    light = lab_of(pixels)[..., 0]
    total, count = 0.0, 0
    for axis in (0, 1):
        apart = np.abs(np.diff(light, axis=axis))
        one, other = _pairs(where, axis)
        chosen = one | other
        if inside is not None:
            first, second = _pairs(inside, axis)
            chosen &= first ^ second
        total, count = total + float(apart[chosen].sum()), count + int(chosen.sum())
    return max(total / max(count, 1), 0.05)


def _pairs(plane: NDArray[np.bool_], axis: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    return (plane[:-1], plane[1:]) if axis == 0 else (plane[:, :-1], plane[:, 1:])


def _grown(plane: NDArray[np.bool_], by: int) -> NDArray[np.bool_]:
    """True within so many pixels, across and along, of what is true."""
    for axis in (0, 1):
        counts = np.cumsum(np.pad(plane, [(by + 1, by) if one == axis else (0, 0) for one in (0, 1)]), axis, np.int32)
        length = plane.shape[axis]
        plane = counts.take(range(2 * by + 1, length + 2 * by + 1), axis) > counts.take(range(length), axis)
    return plane
