"""Write the result of an edited part into the picture it was cut from, in that picture's own depth and colours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import numpy as np
from PIL import Image

from flux_desktop.core.region import Crop, Finish
from flux_desktop.imaging.effects.arrays import Bytes, Floats, in_strips
from flux_desktop.imaging.master import Master, Pixels
from flux_desktop.imaging.region.mask import Box, Mask
from flux_desktop.imaging.region.stitching.answer import Answer, Place
from flux_desktop.imaging.region.stitching.blending import lay_over
from flux_desktop.imaging.region.stitching.feather import Sides, faded, inside
from flux_desktop.imaging.region.stitching.fitting import Fit
from flux_desktop.imaging.region.stitching.grain import TILE, Grain, added, missing

__all__ = ["Prepared", "patch", "prepare", "stitch"]

_KEPT = 4_000_000
"""Pixels: for a region no larger the steps are kept, so that a slider runs only those after it."""
_TILES, _RING = 48, 128
"""How many squares are measured for grain, and how many pixels they are away from the mask at most."""

_T = TypeVar("_T")


def patch(master: Master, crop: Crop, raw: Image.Image, mask: Mask, finish: Finish, fit: Fit) -> tuple[Box, Pixels]:
    """What changes of `master`: the box, and its pixels. As `prepare` and `Prepared.patch`."""
    return prepare(master, crop, raw, mask, fit).patch(finish)


def stitch(master: Master, crop: Crop, raw: Image.Image, mask: Mask, finish: Finish, fit: Fit) -> Master:
    """`master` with the result in it; every byte outside the mask is as it was."""
    return prepare(master, crop, raw, mask, fit).stitched(finish)


def prepare(master: Master, crop: Crop, raw: Image.Image, mask: Mask, fit: Fit) -> Prepared:
    """What all finishes of one result have in common.

    `raw` is what came back for the `crop` of the picture, sRGB, of any size, RGB or RGBA: where it is transparent the
    picture stays. `mask` is as large as the picture. The crop may go beyond the picture; only what is inside counts.
    """
    return Prepared(master, crop, mask, fit, Answer.of(raw))


class _Region(NamedTuple):
    """The part of a picture that changes, and where the answer lies on it."""

    box: Box
    place: Place
    mask: Bytes
    sides: Sides

    def strip(self, rows: slice) -> Box:
        return Box(self.box.left, self.box.top + rows.start, self.box.right, self.box.top + rows.stop)

    def of(self, pixels: Pixels) -> Pixels:
        """Its part of all pixels of the picture: a view."""
        return pixels[self.box.top : self.box.bottom, self.box.left : self.box.right]


class Prepared:
    """A result that is about to be written into its picture; the finish may be tried out again and again.

    The latest outcome of each step is kept as long as the region is no larger than `_KEPT`. For one thread at a time.
    """

    def __init__(self, master: Master, crop: Crop, mask: Mask, fit: Fit, answer: Answer) -> None:
        self._master, self._crop, self._mask, self._fit, self._answer = master, crop, mask, fit, answer
        self._steps: dict[str, tuple[object, Any]] = {}

    def patch(self, finish: Finish) -> tuple[Box, Pixels]:
        """The box of the picture that changes, and its pixels: height × width × channels of the picture."""
        region = self._region(finish)
        pixels = region.of(self._master.pixels).copy()
        self._write(pixels, region, finish)
        return region.box, pixels

    def stitched(self, finish: Finish) -> Master:
        """The whole picture: a copy in which the region is written."""
        region = self._region(finish)
        pixels = self._master.pixels.copy()
        self._write(region.of(pixels), region, finish)
        return Master(pixels, self._master.mode, self._master.icc)

    def _write(self, pixels: Pixels, region: _Region, finish: Finish) -> None:
        """Blend the result into `pixels`, those of the region."""
        height, width = pixels.shape[:2]
        if not pixels.size:
            return
        distance = self._kept(
            "distance", (region.box, finish.feather), lambda: inside(region.mask, region.sides, finish.feather)
        )
        shares = faded(distance) * np.float32(finish.opacity / 255)
        colours = self._colours(region, finish)

        def strip(rows: slice) -> None:
            share = shares[distance[rows]] * region.mask[rows]
            made, alpha = colours(rows)
            lay_over(pixels[rows], made, share if alpha is None else share * alpha, has_alpha=self._master.has_alpha)

        in_strips(height, width, strip)

    def _region(self, finish: Finish) -> _Region:
        def found() -> _Region:
            place = self._answer.place(self._crop, self._fit.placement(finish), finish.dx, finish.dy)
            box = self._mask.box.intersected(self._reached(place))
            width, height = self._master.size
            sides = Sides(box.left > 0, box.top > 0, box.right < width, box.bottom < height)
            return _Region(box, place, self._mask.part(box), sides)

        return self._kept("region", (finish.align, finish.dx, finish.dy), found)

    def _reached(self, place: Place) -> Box:
        """What of the picture the answer covers."""
        left, top, width, height = self._crop
        crop = Box(left, top, left + width, top + height).intersected(Box(0, 0, *self._master.size))
        return crop.intersected(place.covered(self._answer.size))

    def _colours(self, region: _Region, finish: Finish) -> Callable[[slice], tuple[Pixels, Floats | None]]:
        """What gives, for rows of the region, the result in the picture's depth and colours, and its alpha if any."""
        grain = self._grain(finish)

        def resampled(rows: slice) -> Floats:
            return self._answer.resampled(region.strip(rows), region.place)

        def made(rows: slice) -> Pixels:
            box = region.strip(rows)
            matched = self._fit.colours.applied(source(rows)[..., :3], self._framed(box), finish.colour)
            return self._master.from_srgb(added(matched, box.left, box.top, grain))

        source: Callable[[slice], Floats] = resampled
        if region.box.width * region.box.height <= _KEPT:
            values = self._kept("resampled", region.place, lambda: _gathered(region.box, resampled))
            source = lambda rows: values[rows]  # noqa: E731
            pixels = self._kept("made", (region.place, finish.colour, grain), lambda: _gathered(region.box, made))
            return lambda rows: (pixels[rows], _alpha(values[rows]))
        if not self._answer.has_alpha:
            return lambda rows: (made(rows), None)
        return lambda rows: (made(rows), _alpha(resampled(rows)))

    def _grain(self, finish: Finish) -> Grain:
        """The grain to add: what the answer lacks against the picture around the mask."""
        if finish.grain <= 0:
            return Grain()
        place = self._answer.place(self._crop, self._fit.placement(finish), 0.0, 0.0)
        lacking = self._kept("grain", place, lambda: self._lacking(place))
        return lacking.times(finish.grain)

    def _lacking(self, place: Place) -> Grain:
        """By squares of the picture and of the answer, whose colours are matched, around the mask."""
        tiles = self._tiles(self._mask.box.grown(_RING).intersected(self._reached(place)))
        if not tiles:
            return Grain()
        own = [np.asarray(self._master.srgb(tile).convert("RGB"), np.float32) for tile in tiles]
        return missing(np.stack(own), np.stack([self._matched(tile, place) for tile in tiles]))

    def _matched(self, tile: Box, place: Place) -> Floats:
        values = self._answer.resampled(tile, place)[..., :3]
        return self._fit.colours.applied(values, self._framed(tile), 1.0)

    def _tiles(self, area: Box) -> list[Box]:
        """Squares of `area` that the mask does not touch, evenly chosen."""
        rows, columns = area.height // TILE, area.width // TILE
        part = self._mask.part(area)[: rows * TILE, : columns * TILE]
        touched = part.reshape(rows, TILE, columns, TILE).any(axis=(1, 3))
        free = [(area.left + TILE * int(column), area.top + TILE * int(row)) for row, column in np.argwhere(~touched)]
        chosen = free[:: max(1, len(free) // _TILES)]
        return [Box(left, top, left + TILE, top + TILE) for left, top in chosen]

    def _framed(self, box: Box) -> tuple[float, float, float, float]:
        """Where a box of the picture lies on the frame of what was sent, 0 to 1 between its edges."""
        left, top, width, height = self._crop
        return (
            (box.left - left) / width,
            (box.top - top) / height,
            (box.right - left) / width,
            (box.bottom - top) / height,
        )

    def _kept(self, step: str, of: object, work: Callable[[], _T]) -> _T:
        """What `work` gave last time for that step, if it was `of` the same."""
        if step not in self._steps or self._steps[step][0] != of:
            self._steps[step] = of, work()
        kept: _T = self._steps[step][1]
        return kept


def _gathered(box: Box, work: Callable[[slice], Pixels]) -> Pixels:
    """What `work` gives for all rows of the box."""
    parts: dict[int, Pixels] = {}

    def strip(rows: slice) -> None:
        parts[rows.start] = work(rows)

    in_strips(box.height, box.width, strip)
    return np.concatenate([parts[row] for row in sorted(parts)])


def _alpha(values: Floats) -> Floats | None:
    return np.clip(values[..., 3] / 255, 0, 1) if values.shape[2] == 4 else None
