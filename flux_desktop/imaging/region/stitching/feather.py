"""How a result fades in: by how far a pixel lies inside the mask's edge, never outside of it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PIL import Image

from flux_desktop.imaging.effects.arrays import Bytes, Floats, in_strips

__all__ = ["Sides", "faded", "inside"]

_FINE = 10
"""Pixels up to which distances are measured in the plane's own pixels; wider feathers on a smaller plane."""
_WIDEST = 250.0
"""Pixels: thin masks are measured in their own pixels however far that is, and their distances are bytes."""


class Sides(NamedTuple):
    """At which sides of a plane there is an edge of the mask; at the others, those of the picture, it goes on."""

    left: bool
    top: bool
    right: bool
    bottom: bool


def inside(mask: Bytes, sides: Sides, reach: float) -> Bytes:
    """How far each pixel of `mask` (height × width) that is not 0 lies from its edge, 255 from `reach` pixels on.

    A reach beyond `_WIDEST`, as a file may name it, counts as that. 0 exactly where the mask is 0, and nowhere else.
    """
    support, reach = (mask > 0).view(np.uint8), min(max(reach, 0.0), _WIDEST)
    factor = max(1, int(np.ceil(reach / _FINE)))
    if factor == 1 or min(mask.shape) < 2 * factor:
        return _distance(support, sides, reach)
    small = _distance(_all_of(support, factor), sides, reach / factor)
    return _enlarged(small, support, factor)


def faded(distance: Bytes) -> Floats:
    """256 shares 0…1 for the distances that `inside` gave. Where it is nowhere 255 the innermost counts as that."""
    furthest = max(1, int(distance.max(initial=0)))
    way = np.clip(np.arange(256, dtype=np.float32) / furthest, 0, 1)
    shares: Floats = (way * way * (3 - 2 * way)).astype(np.float32)
    shares[0] = 0
    return shares


def _distance(support: Bytes, sides: Sides, reach: float) -> Bytes:
    """Euclid's, from the edge between pixels: rows by counting, then columns by trying all that are near enough."""
    height, width = support.shape
    border = int(np.ceil(reach)) + 1
    wide = _bordered(support, sides, border)
    out = np.zeros_like(support)

    def strip(rows: slice) -> None:
        part = wide[rows.start : rows.stop + 2 * border]
        down = _down(part, border).astype(np.float32)[border:-border] ** 2
        nearest = down[:, border : border + width].copy()
        for away in range(1, border + 1):
            square = np.float32(away * away)
            np.minimum(nearest, down[:, border - away : border - away + width] + square, out=nearest)
            np.minimum(nearest, down[:, border + away : border + away + width] + square, out=nearest)
        share = (np.sqrt(nearest) - np.float32(0.5)) * np.float32(255 / max(reach, 0.5))
        # What lies inside is never 0, else thin masks were lost.
        out[rows] = np.clip(share + np.float32(0.5), 1, 255).astype(np.uint8) * support[rows]

    in_strips(height, width, strip)
    return out


def _down(support: Bytes, limit: int) -> Bytes:
    """How many rows away the next 0 is in the same column, up or down, `limit` at most."""
    height = support.shape[0]
    up = np.zeros(support.shape, np.uint8)
    count = np.full(support.shape[1], limit, np.uint8)
    for row in range(height):
        count = np.minimum(count + 1, limit) * support[row]
        up[row] = count
    count = np.full(support.shape[1], limit, np.uint8)
    for row in range(height - 1, -1, -1):
        count = np.minimum(count + 1, limit) * support[row]
        np.minimum(up[row], count, out=up[row])
    return up


def _bordered(support: Bytes, sides: Sides, border: int) -> Bytes:
    """`support` with `border` more pixels around it: 0 where the mask ends there, else what is next to them."""
    height, width = support.shape
    wide = np.pad(support, border, mode="edge")
    if sides.left:
        wide[:, :border] = 0
    if sides.right:
        wide[:, border + width :] = 0
    if sides.top:
        wide[:border] = 0
    if sides.bottom:
        wide[border + height :] = 0
    return wide


def _all_of(support: Bytes, factor: int) -> Bytes:
    """1 for squares of `factor` pixels that lie wholly inside."""
    height, width = support.shape
    down, across = -height % factor, -width % factor
    wide = np.pad(support, ((0, down), (0, across)), mode="edge")
    rows, columns = wide.shape[0] // factor, wide.shape[1] // factor
    whole: Bytes = wide.reshape(rows, factor, columns, factor).min(axis=(1, 3))
    return whole


def _enlarged(small: Bytes, support: Bytes, factor: int) -> Bytes:
    height, width = support.shape
    part = (0.0, 0.0, width / factor, height / factor)
    smooth = np.asarray(Image.fromarray(small).resize((width, height), Image.Resampling.BILINEAR, part))
    enlarged: Bytes = np.maximum(smooth, 1) * support
    return enlarged
