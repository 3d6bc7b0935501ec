"""Keep the detail of a large original where an edit of the whole picture changed only colour and light.

What the edit did to the colours is found in the size that it was made in, as a gain and a shift that vary slowly (the
guided filter of He, Sun and Tang, 2013, with each channel of the original as its own guide), and done to all pixels of
the original. Where that does not explain the result its content is another one, and it is taken as it is, enlarged.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PIL import Image

from flux_desktop.core.change import SURE
from flux_desktop.core.region import Size
from flux_desktop.imaging.alignment.placement import Placement, fit
from flux_desktop.imaging.alignment.planes import colours, pixels_within, reduced, warped
from flux_desktop.imaging.alignment.register import located
from flux_desktop.imaging.effects.arrays import Floats, band_rows, box, in_strips, smoothstep
from flux_desktop.imaging.master import Master, Pixels
from flux_desktop.imaging.region.mask import Box
from flux_desktop.imaging.region.stitching.answer import Answer, Place

__all__ = ["keep_detail"]

_WORKING_PIXELS = 400_000
_RADIUS = 6
"""Working pixels: over so many to each side gain and shift are the same."""
_SOFT = 4.0
"""Steps of 8 bits: contrast below which the gain is not believed."""
_MOST_GAIN = 3.0
_SAME, _OTHER = 7.0, 16.0
"""Steps of 8 bits that gain and shift leave: up to the first the content is the same, from the second another one."""
_GRAIN = 2
"""Working pixels to each side over which that is looked at: grain and redrawn edges are no content."""
_TRANSITION = 4
"""Working pixels to each side over which the result fades in."""


class _Change(NamedTuple):
    """What an edit did, in the frame of the original: gain and shift of each channel, and how far content is new.

    `gain` and `shift` are height × width × 3, `new` is height × width, 0 to 1.
    """

    gain: Floats
    shift: Floats
    new: Floats


def keep_detail(master: Master, result: Image.Image) -> Master:
    """`master` with the colours and the light of `result`, an edit of all of it in any size, and with its new content.

    `result` is sRGB. It is laid over the original by its content where that can be told, else by its frame. Alpha
    stays, as do all bytes where nothing changed.
    """
    before, after = _small(master), reduced(result, pixels_within(result.size, _WORKING_PIXELS))
    placement = _placed(before, after, master.size)
    change = _change(colours(before), _laid_over(before, after, placement))
    answer = Answer.of(result.convert("RGB"))
    place = answer.place((0, 0, *master.size), placement, 0.0, 0.0)
    pixels = master.pixels.copy()

    def strip(rows: slice) -> None:
        area = Box(0, rows.start, master.size[0], rows.stop)
        own = colours(master.srgb(area).convert("RGB"))
        pixels[rows] = _shifted(master, rows, own, _made(own, area, master.size, change, answer, place))

    in_strips(pixels.shape[0], pixels.shape[1], strip)
    return Master(pixels, master.mode, master.icc)


def _small(master: Master) -> Image.Image:
    """All of it as RGB in working size, strip by strip: large pictures do not fit into memory a second time."""
    width, height = size = pixels_within(master.size, _WORKING_PIXELS)
    factor = max(1, min(master.size[0] // width, master.size[1] // height))
    if factor == 1:
        return reduced(master.srgb(), size)
    parts = []
    for rows in band_rows(-(-master.size[1] // factor), master.size[0] * factor):
        area = Box(0, rows.start * factor, master.size[0], min(rows.stop * factor, master.size[1]))
        parts.append(np.asarray(master.srgb(area).convert("RGB").reduce(factor)))
    return reduced(Image.fromarray(np.concatenate(parts)), size)


def _placed(before: Image.Image, after: Image.Image, size: Size) -> Placement:
    found = located(before, after, np.ones((before.height, before.width), np.float32))
    return found.placement if found.score >= SURE else fit(size, after.size, cover=True)


def _laid_over(before: Image.Image, after: Image.Image, placement: Placement) -> Floats:
    """The colours of the result where they lie on the original; what it does not reach is as it was."""
    reached = warped(np.ones((after.height, after.width), np.float32), placement, before.size) > 0.99
    over = np.dstack([warped(plane, placement, before.size) for plane in np.moveaxis(colours(after), -1, 0)])
    return np.where(reached[..., None], over, colours(before))


def _change(before: Floats, after: Floats) -> _Change:
    fitted = [_gain_and_shift(before[..., channel], after[..., channel]) for channel in range(3)]
    gain, shift = (np.dstack([pair[which] for pair in fitted]) for which in range(2))
    left = np.abs(after - gain * before - shift).max(axis=-1)
    new = smoothstep(_SAME, _OTHER, box(left, _GRAIN))
    return _Change(gain, shift, box(new, _TRANSITION))


def _gain_and_shift(before: Floats, after: Floats) -> tuple[Floats, Floats]:
    """Of one channel: what makes `after` out of `before` nearly, the same over a neighbourhood."""
    mean, other = box(before, _RADIUS), box(after, _RADIUS)
    variance = np.maximum(box(before * before, _RADIUS) - mean * mean, 0)
    common = box(before * after, _RADIUS) - mean * other
    # Where there is no contrast to tell it, nothing but the shift changes.
    gain = np.clip((common + _SOFT**2) / (variance + _SOFT**2), 0, _MOST_GAIN).astype(np.float32)
    return box(gain, _RADIUS), box(other - gain * mean, _RADIUS)


def _made(own: Floats, area: Box, size: Size, change: _Change, answer: Answer, place: Place) -> Floats:
    """The colours 0…255 that an area of the original gets, whose own ones are given."""
    gain, shift, new = (_enlarged(planes, area, size) for planes in change)
    made = own * gain + shift
    given = area.intersected(place.covered(answer.size))
    if new.max() > 0 and not given.is_empty:
        part = slice(given.top - area.top, given.bottom - area.top), slice(given.left, given.right)
        made[part] += (answer.resampled(given, place) - made[part]) * new[part]
    return np.clip(made, 0, 255)


def _shifted(master: Master, rows: slice, own: Floats, made: Floats) -> Pixels:
    """The rows of the original by as much as the colours changed: what 8 bits do not hold of it stays."""
    pixels = master.pixels[rows]
    away = master.from_srgb(made).astype(np.float32) - master.from_srgb(own)
    shown = np.clip(master.colours[rows] + away, 0, np.iinfo(pixels.dtype).max)
    changed = np.rint(shown).astype(pixels.dtype)
    return np.concatenate([changed, pixels[..., -1:]], axis=-1) if master.has_alpha else changed


def _enlarged(planes: Floats, area: Box, size: Size) -> Floats:
    """What working planes over the whole frame say of an area of the original, smooth: height × width × channels."""
    rows, columns = planes.shape[:2]
    part = (0.0, area.top * rows / size[1], float(columns), area.bottom * rows / size[1])
    channels = planes[..., None] if planes.ndim == 2 else planes
    images = [Image.fromarray(np.ascontiguousarray(plane)) for plane in np.moveaxis(channels, -1, 0)]
    wanted = area.width, area.height
    return np.dstack([np.asarray(image.resize(wanted, Image.Resampling.BILINEAR, part)) for image in images])
