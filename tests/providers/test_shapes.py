"""Shapes as exact sizes: always within what the host can make, and as near as can be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.core.edit import EncodedImage
from flux_desktop.core.errors import InvalidParameter
from flux_desktop.providers.shapes import MATCH, Grid, shape_params

GRID = Grid(64, 4096, 4_000_000)
RATIOS = [choice for param in shape_params("generate") if param.name == "aspect_ratio" for choice in param.choices]
SIDES = st.integers(1, 20_000)


def source(width: int, height: int) -> EncodedImage:
    return EncodedImage(b"", "image/png", width, height)


@given(st.sampled_from([MATCH, *RATIOS]), st.sampled_from(["0.25", "0.5", "1", "2", "4"]), SIDES, SIDES)
def test_every_shape_is_one_that_the_host_can_make(ratio: str, megapixels: str, width: int, height: int) -> None:
    shape = GRID.shape({"aspect_ratio": ratio, "megapixels": megapixels}, source(width, height))
    assert shape.size is not None
    assert all(64 <= side <= 4096 and side % 16 == 0 for side in shape.size)
    assert shape.size[0] * shape.size[1] <= 4_000_000


@given(st.sampled_from(RATIOS), st.sampled_from(["0.25", "1", "4"]))
def test_a_shape_is_near_to_what_was_asked_for(ratio: str, megapixels: str) -> None:
    size = GRID.shape({"aspect_ratio": ratio, "megapixels": megapixels}, None).size
    assert size is not None
    across, _, down = ratio.partition(":")
    assert size[0] / size[1] == pytest.approx(int(across) / int(down), rel=0.06)
    assert size[0] * size[1] / 1e6 == pytest.approx(float(megapixels), rel=0.06)


@given(st.integers(64, 2000), st.integers(64, 2000))
def test_an_exact_size_moves_by_half_a_step_at_most(width: int, height: int) -> None:
    shape = GRID.shape({"size": f"{width}x{height}", "aspect_ratio": "1:1"}, None)
    assert shape.size is not None
    assert abs(shape.size[0] - width) <= 8
    assert abs(shape.size[1] - height) <= 8
    assert bool(shape.note) == (shape.size != (width, height))
    assert {(field.name, field.field) for field in shape.fields} == {("size", "width"), ("size", "height")}


def test_what_matches_the_source_is_left_to_the_host() -> None:
    assert GRID.shape({}, source(90, 60)).fields == ()
    assert GRID.shape({"aspect_ratio": MATCH}, source(90, 60)).size is None
    assert GRID.shape({"aspect_ratio": MATCH, "megapixels": "1"}, source(90, 60)).size == (1232, 816)


def test_too_many_pixels_are_refused() -> None:
    with pytest.raises(InvalidParameter, match="4 megapixels"):
        GRID.shape({"size": "2048x2048"}, None)
