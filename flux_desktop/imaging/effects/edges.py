"""Edges of a recoloured thing: mixed pixels are taken apart, and only the thing's part of them is exchanged."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from flux_desktop.imaging.effects.arrays import Bytes, Floats, box, image_of, shrunk, smoothstep, to_bytes
from flux_desktop.imaging.effects.colour_cube import sample_cube
from flux_desktop.imaging.effects.share import LOW_PIXELS, full_size, spread

__all__ = ["Edges"]

Flags = NDArray[np.bool_]


class Edges:
    """The colours on both sides of the edges, measured on a small copy and brought up to full size."""

    def __init__(self, pixels: Bytes, whole: Bytes, table: Floats) -> None:
        self.pixels = np.ascontiguousarray(pixels)
        small = np.asarray(shrunk(image_of(pixels), LOW_PIXELS)).astype(np.float32)
        low = shrunk(image_of(whole), LOW_PIXELS)
        inside = (np.asarray(low) > 230).astype(np.float32)
        outside = (spread(np.asarray(low)) < 10).astype(np.float32)
        thing, thing_near = _side_mean(small, inside)
        behind, behind_near = _side_mean(small, outside)
        band = (thing_near > 0.02) & (behind_near > 0.02) & _apart(thing, behind)
        rim = box(np.asarray(low).astype(np.float32) / 255, 2)
        near = np.minimum(thing_near, behind_near) * 6 * (band & (rim > 0.02) & (rim < 0.98))
        self.near = full_size(to_bytes(near * 255), pixels)
        self.size = low.size
        self.sides = [plane.reshape(-1, 3) for plane in (thing, behind, sample_cube(to_bytes(thing), table))]

    def finish(self, out: Bytes, rows: slice) -> None:
        """Exchange the thing's part of the mixed pixels of `rows` in `out`."""
        near = self.near[rows].ravel()
        at = np.flatnonzero(near != 0)
        pixel = np.take(self.pixels[rows].reshape(-1, 3), at, axis=0).astype(np.float32)
        # The sides change slowly: the nearest place of the small copy will do.
        there = self._places(rows.start, at)
        thing, behind, new = (np.take(plane, there, axis=0).astype(np.float32) for plane in self.sides)
        place, fits = _place(pixel, thing, behind)
        mixed = pixel + np.clip((place - 0.06) / 0.88, 0, 1)[:, None] * (new - thing)
        # What is surely the thing keeps its own texture: only mixtures are taken apart.
        sure = fits * (1 - smoothstep(0.75, 1.0, place)) * near[at] / np.float32(255)
        part = out[rows].reshape(-1, 3)
        current = np.take(part, at, axis=0).astype(np.float32)
        part[at] = to_bytes(current + (mixed - current) * sure[:, None])

    def _places(self, top: int, at: NDArray[np.intp]) -> NDArray[np.intp]:
        """Places on the small copy for pixels counted from the row `top` on."""
        height, width = self.near.shape
        across, down = self.size
        row, column = at // width + top, at % width
        places: NDArray[np.intp] = (row * down // height) * across + column * across // width
        return places


def _place(pixel: Floats, thing: Floats, behind: Floats) -> tuple[Floats, Floats]:
    """Where each pixel lies between `behind` (0) and `thing` (1), and how well it lies on the line at all, 0…1."""
    line = thing - behind
    place = np.einsum("ij,ij->i", pixel - behind, line) / np.maximum(np.einsum("ij,ij->i", line, line), 1)
    off = pixel - behind - np.clip(place, 0, 1)[:, None] * line
    return place, np.exp(-np.einsum("ij,ij->i", off, off) / np.float32(32.0**2))


def _side_mean(small: Floats, weight: Floats) -> tuple[Floats, Floats]:
    """The mean colour of the pixels of `weight` around each place, and how many of them are there, 0…1."""
    height, width = weight.shape
    near = _wide(weight)
    sums = np.stack([_wide(small[..., index] * weight) for index in range(3)], axis=-1)
    return sums / np.maximum(near, np.float32(1e-3))[..., None], near.reshape(height, width)


def _wide(plane: Floats) -> Floats:
    return box(box(plane, 2), 1)


def _apart(thing: Floats, behind: Floats) -> Flags:
    """Where the two sides differ enough to tell a mixture from either."""
    away = thing - behind
    result: Flags = np.einsum("ijk,ijk->ij", away, away) > 30.0**2
    return result
