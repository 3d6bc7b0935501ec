"""Small masks for the tests, and what they are compared with: plain loops over pixels."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from flux_desktop.core.region import Size
from flux_desktop.imaging.region.mask import Box, Mask

Points = NDArray[np.float64]

SIZE = (23, 17)


def _plane(seed: int, share: float, box: Box, hard: bool) -> NDArray[np.uint8]:
    """Noise in a box, some pixels of it nothing."""
    random = np.random.default_rng(seed)
    values = np.where(random.random((SIZE[1], SIZE[0])) < share, random.integers(1, 256, (SIZE[1], SIZE[0])), 0)
    plane = np.zeros((SIZE[1], SIZE[0]), np.uint8)
    rows, columns = slice(max(0, box.top), max(0, box.bottom)), slice(max(0, box.left), max(0, box.right))
    plane[rows, columns] = np.where(values > 0, 255, 0)[rows, columns] if hard else values[rows, columns]
    return plane


boxes = st.builds(
    lambda left, top, width, height: Box(left, top, left + width, top + height),
    st.integers(-9, 25),
    st.integers(-9, 19),
    st.integers(0, 30),
    st.integers(0, 25),
)
_shares = st.sampled_from([0.0, 0.1, 0.5, 0.9, 1.0])
masks = st.builds(Mask.of_plane, st.builds(_plane, st.integers(0, 999), _shares, boxes, st.booleans()))
"""Masks of a picture of `SIZE`: soft, hard, full, and empty."""
hard_masks = st.builds(Mask.of_plane, st.builds(_plane, st.integers(0, 999), _shares, boxes, st.just(True)))


def whole_plane(mask: Mask) -> NDArray[np.int64]:
    """All of a mask, in numbers that can be subtracted."""
    return mask.part(Box(0, 0, *mask.size)).astype(np.int64)


def same(one: Mask, other: Mask) -> bool:
    return one.size == other.size and np.array_equal(whole_plane(one), whole_plane(other))


def covered(size: Size, is_inside: Callable[[Points, Points], NDArray[np.bool_]], fine: int = 24) -> Points:
    """The share of each pixel's area, in 255ths, where `is_inside(x, y)`: a grid of points is asked."""
    x, y = (np.arange(side * fine) / fine + 0.5 / fine for side in size)
    asked = is_inside(x[None, :], y[:, None])
    share: Points = asked.reshape(size[1], fine, size[0], fine).mean(axis=(1, 3))
    return 255 * share
