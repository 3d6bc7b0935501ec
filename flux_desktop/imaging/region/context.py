"""What is sent of a picture when a part of it is edited: a crop with surroundings, in a shape that the model offers.

Crop and sent picture have exactly the same proportions, so nothing is ever stretched: both are whole multiples of one
ratio in lowest terms. What decides, in this order:

1. The crop holds the region and a third of its size around it: a model has to see what it must fit in with, and the
   ring around the region is what the result is aligned by.
2. It lies inside the picture. Beyond an edge there is only mirrored content, so less surroundings are taken first.
3. Nothing is resampled where that can be: a region that is small in its picture gets a crop of the very size that is
   sent. Only where the region would be less than a quarter of it across is a smaller crop enlarged, four times at
   most: a model makes nothing of an object that is a few of its 16-pixel cells wide.
4. A region too large for that is made smaller, by the shape that loses the least detail.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from flux_desktop.core.region import Crop, Shapes, Size
from flux_desktop.imaging.region.mask import Box

__all__ = ["context", "snapped"]

FINEST = 16
"""A free ratio has no larger numbers: a crop then grows in steps of 16 pixels at most."""
ENOUGH = 0.75
"""A free ratio is offered where the sent picture has this share of the pixels that a model works best at."""
WANTED = (1 / 3, 64)
"""Surroundings on each side: a share of the region, and pixels at least."""
NEEDED = (1 / 16, 32)
"""The least of them, for the sake of staying inside the picture or of sending it pixel by pixel."""
SHARE = 4
"""How many times as long as the region a crop is at most, unless surroundings or the picture's size demand it."""
UPSCALE = 4
"""How far a crop is enlarged at most, unless the model takes nothing that small."""
EXACT = 0.7
"""From this share of a model's best size on, a crop is rather sent pixel by pixel than enlarged."""
NEAR = 1.15
"""A crop that is larger than what is sent by no more than this gives up surroundings and is sent pixel by pixel."""
BEYOND_COST = 16
"""How much worse a mirrored pixel is than one more to send."""


def context(box: Box, picture: Size, shapes: Shapes) -> tuple[Crop, Size]:
    """What to send of a `picture` so that the region within `box` can be edited, and the size it is sent in.

    The crop reaches beyond the picture only where it is larger than that. ValueError for a box outside the picture,
    and for shapes that allow nothing.
    """
    region = box.intersected(Box(0, 0, *picture))
    if region.is_empty:
        raise ValueError("the region lies outside the picture")
    task = _Task.of(region, picture)
    form = min(_forms(shapes), key=task.cost)
    scale = task.scale(form)
    return _inside(_around(form.size(scale), region), picture), form.size(form.sent(scale))


def snapped(
    crop: Crop, picture: Size, shapes: Shapes, anchor: tuple[float, float] = (0.5, 0.5), box: Box | None = None
) -> tuple[Crop, Size]:
    """The crop nearest to one that was drawn by hand that can be sent, and the size it is sent in.

    `anchor` is the point of the crop that stays where it is, 0 to 1 across and down; `box` stays inside the crop. It
    reaches beyond the picture only where it is larger than that, and is never larger than what holds the picture.
    """
    left, top, width, height = crop
    frame = Box(0, 0, *picture)
    form = min(_forms(shapes), key=lambda form: (form.unlike(width, height), -form.most))
    least = max(math.ceil(form.least / UPSCALE), form.holding(box.intersected(frame)) if box else 1)
    scale = max(least, min(round((width / form.across + height / form.down) / 2), form.holding(frame)))
    new_width, new_height = form.size(scale)
    moved = (
        round(left + anchor[0] * (width - new_width)),
        round(top + anchor[1] * (height - new_height)),
        new_width,
        new_height,
    )
    return _inside(_holding(moved, box) if box else moved, picture), form.size(form.sent(scale))


class _Form(NamedTuple):
    """A ratio in lowest terms, and by what it is multiplied to get sizes to send: `least` to `most`, whole `step`s."""

    across: int
    down: int
    step: int
    least: int
    most: int

    def size(self, scale: int) -> Size:
        return self.across * scale, self.down * scale

    def holding(self, box: Box) -> int:
        """The smallest scale that is as large as `box`."""
        return max(math.ceil(box.width / self.across), math.ceil(box.height / self.down))

    def within(self, picture: Size) -> int:
        """The largest scale that fits into `picture`; 0 if none does."""
        return min(picture[0] // self.across, picture[1] // self.down)

    def sent(self, scale: int) -> int:
        """The scale in which a crop of `scale` is sent: its own if that is good enough, else near the model's best."""
        if max(self.least, EXACT * self.most) <= scale <= self.most and scale % self.step == 0:
            return scale
        return max(self.least, min(self.most, UPSCALE * scale // self.step * self.step))

    def unlike(self, width: int, height: int) -> float:
        """How far it is from the proportions of a size; 0: the same."""
        return abs(math.log(self.across * height / (self.down * width)))


class _Task(NamedTuple):
    """A region of a picture, with the surroundings that it should, and must, have there."""

    region: Box
    wanted: Box
    needed: Box
    picture: Size

    @classmethod
    def of(cls, region: Box, picture: Size) -> _Task:
        frame = Box(0, 0, *picture)
        wanted, needed = (_surrounded(region, *margin).intersected(frame) for margin in (WANTED, NEEDED))
        return cls(region, wanted, needed, picture)

    def scale(self, form: _Form) -> int:
        """How large a crop of this form is."""
        needed, inside = form.holding(self.needed), form.within(self.picture)
        share = SHARE * max(self.region.width, self.region.height) // max(form.across, form.down)
        good = max(form.holding(self.wanted), min(form.most, share), math.ceil(form.most / UPSCALE))
        scale = good if good <= inside else max(needed, inside)
        exact = min(scale // form.step * form.step, form.most)
        takes_exact = exact >= needed and form.sent(exact) == exact and exact * NEAR >= scale
        return exact if takes_exact else scale

    def cost(self, form: _Form) -> tuple[float, bool, int, float, int]:
        """How bad this form is: detail and surroundings that are lost first, then whether pixels are not sent as they
        are, then how near the region comes to an edge; of two that are alike the squarer one is better.
        """
        scale = self.scale(form)
        (width, height), sent = form.size(scale), form.size(form.sent(scale))
        area = width * height
        beyond = area - min(width, self.picture[0]) * min(height, self.picture[1])
        wanted = self.wanted.width * self.wanted.height
        missing = wanted - min(width, self.wanted.width) * min(height, self.wanted.height)
        loss = max(1.0, area / (sent[0] * sent[1])) * (1 + (BEYOND_COST * beyond + missing) / area)
        margin = min(width - self.region.width, height - self.region.height)
        return round(loss, 6), sent[0] != width, -margin, form.unlike(1, 1), form.across


@lru_cache(maxsize=32)
def _forms(shapes: Shapes) -> tuple[_Form, ...]:
    """The forms that a model takes; ValueError if there are none."""
    free = [
        (across, down)
        for across in range(1, FINEST + 1)
        for down in range(1, FINEST + 1)
        if math.gcd(across, down) == 1
    ]
    found = [form for ratio in shapes.ratios or free if (form := _form(ratio, shapes)) is not None]
    if not found:
        raise ValueError(f"no size fits {shapes}")
    if shapes.ratios:
        return tuple(found)
    large = [form for form in found if math.prod(form.size(form.most)) >= ENOUGH * shapes.pixels]
    return tuple(large or found)


def _form(ratio: tuple[int, int], shapes: Shapes) -> _Form | None:
    """Sizes of a ratio with no more than the best amount of pixels; more only where the least side demands it."""
    common = math.gcd(*ratio)
    across, down = ratio[0] // common, ratio[1] // common
    step = shapes.multiple
    least = math.ceil(shapes.least / min(across, down) / step) * step
    most = shapes.most // max(across, down) // step * step
    if most < least:
        return None
    best = int(math.sqrt(shapes.pixels / (across * down))) // step * step
    return _Form(across, down, step, least, max(least, min(most, best)))


def _surrounded(box: Box, share: float, pixels: int) -> Box:
    across, down = (max(math.ceil(side * share), pixels) for side in (box.width, box.height))
    return Box(box.left - across, box.top - down, box.right + across, box.bottom + down)


def _around(size: Size, box: Box) -> Crop:
    """A crop of `size` with `box` in its middle."""
    width, height = size
    return (box.left + box.right - width) // 2, (box.top + box.bottom - height) // 2, width, height


def _holding(crop: Crop, box: Box) -> Crop:
    """`crop` moved so that `box` is in it."""
    left, top, width, height = crop
    return (
        max(box.right - width, min(left, box.left)),
        max(box.bottom - height, min(top, box.top)),
        width,
        height,
    )


def _inside(crop: Crop, picture: Size) -> Crop:
    """`crop` moved into the picture; where it is larger than that, with the picture in its middle."""
    left, top, width, height = crop
    return _between(left, width, picture[0]), _between(top, height, picture[1]), width, height


def _between(start: int, length: int, all: int) -> int:
    return max(0, min(start, all - length)) if length <= all else -((length - all) // 2)
