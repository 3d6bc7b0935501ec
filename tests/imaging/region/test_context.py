"""What is sent of a picture when a part of it is edited: unstretched, with surroundings, as the model wants it."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flux_desktop.core.region import Crop, Shapes, Size
from flux_desktop.imaging.region.context import context, snapped
from flux_desktop.imaging.region.mask import Box

NAMED = ((1, 1), (4, 3), (3, 4), (16, 9), (9, 16))
BIG = (6000, 4000)
QUICK = settings(max_examples=60, deadline=None)
"""The first example makes the table of all shapes: how long that takes says nothing of the others."""

shapes = st.builds(
    Shapes,
    ratios=st.one_of(st.just(()), st.lists(st.sampled_from((*NAMED, (21, 9), (8, 6))), min_size=1).map(tuple)),
    pixels=st.sampled_from([512 * 512, 1024 * 1024, 2048 * 2048]),
    multiple=st.sampled_from([16, 32]),
    least=st.sampled_from([64, 256]),
    most=st.sampled_from([1440, 2048, 4096]),
)
corners = st.tuples(st.floats(0, 1), st.floats(0, 1))


@st.composite
def tasks(draw: st.DrawFn) -> tuple[Box, Size, Shapes]:
    size = draw(st.tuples(st.integers(1, 12_000), st.integers(1, 9_000)))
    across, down = (sorted(draw(st.tuples(st.integers(0, side - 1), st.integers(1, side)))) for side in size)
    return Box(across[0], down[0], max(across[1], across[0] + 1), max(down[1], down[0] + 1)), size, draw(shapes)


def holds(crop: Crop, box: Box) -> bool:
    left, top, width, height = crop
    return left <= box.left and top <= box.top and left + width >= box.right and top + height >= box.bottom


def check(crop: Crop, sent: Size, picture: Size, model: Shapes) -> None:
    """All that must be so for any crop that is sent in this size."""
    assert crop[2] * sent[1] == crop[3] * sent[0], "the same proportions, to the pixel"
    common = math.gcd(*sent)
    assert (crop[2] % (sent[0] // common), crop[3] % (sent[1] // common)) == (0, 0)
    assert all(side % model.multiple == 0 and model.least <= side <= model.most for side in sent)
    if model.ratios:
        assert any(sent[0] * down == sent[1] * across for across, down in model.ratios)
    as_small_as_can_be = min(sent) < model.least + 16 * model.multiple
    assert as_small_as_can_be or sent[0] * sent[1] <= model.pixels, "no more than the model works best at"
    for start, length, side in zip(crop[:2], crop[2:], picture, strict=True):
        if length <= side:
            assert 0 <= start <= side - length, "inside the picture where it fits"
        else:
            assert side - length <= start <= 0, "beyond it on both sides where it does not"


@QUICK
@given(tasks())
def test_the_crop_holds_the_region_in_a_shape_that_the_model_takes(task: tuple[Box, Size, Shapes]) -> None:
    box, picture, model = task
    crop, sent = context(box, picture, model)
    check(crop, sent, picture, model)
    assert holds(crop, box)
    assert (crop, sent) == context(box, picture, model)


@QUICK
@given(tasks(), st.tuples(*[st.integers(-3000, 15_000)] * 2, *[st.integers(1, 15_000)] * 2), corners)
def test_a_crop_by_hand_becomes_one_that_can_be_sent(
    task: tuple[Box, Size, Shapes], crop: Crop, anchor: tuple[float, float]
) -> None:
    box, picture, model = task
    fitted, sent = snapped(crop, picture, model, anchor, box)
    check(fitted, sent, picture, model)
    assert holds(fitted, box)


@QUICK
@given(st.tuples(*[st.integers(0, 2000)] * 2), st.integers(300, 1500))
def test_what_can_be_sent_stays_as_it_is_when_it_is_drawn_by_hand(corner: tuple[int, int], side: int) -> None:
    assert snapped((*corner, side, side), BIG, Shapes())[0] == (*corner, side, side)


@QUICK
@given(st.tuples(st.integers(0, 5000), st.integers(0, 3000)), st.tuples(*[st.integers(1, 1000)] * 2))
def test_the_region_has_surroundings_on_every_side_where_the_picture_has_them(corner: Size, size: Size) -> None:
    box = Box(*corner, corner[0] + size[0], corner[1] + size[1])
    (left, top, width, height), _ = context(box, BIG, Shapes())
    least = min(min(size) // 8, 32)
    assert min(box.left, least) <= box.left - left
    assert min(box.top, least) <= box.top - top
    assert min(BIG[0] - box.right, least) <= left + width - box.right
    assert min(BIG[1] - box.bottom, least) <= top + height - box.bottom


@pytest.mark.parametrize("side", [300, 500, 640, 700])
def test_a_region_that_is_small_in_its_picture_is_sent_pixel_by_pixel(side: int) -> None:
    crop, sent = context(Box(3000, 2000, 3000 + side, 2000 + side), BIG, Shapes())
    assert crop[2:] == sent == (1024, 1024)


def test_a_tiny_region_is_enlarged_four_times_and_no_more() -> None:
    crop, sent = context(Box(3000, 2000, 3060, 2060), BIG, Shapes())
    assert (crop[2:], sent) == ((256, 256), (1024, 1024))
    assert context(Box(3000, 2000, 3004, 2004), BIG, Shapes())[0][2:] == (256, 256)


def test_a_large_region_is_made_smaller() -> None:
    crop, sent = context(Box(1000, 1000, 2500, 2500), BIG, Shapes())
    assert (crop, sent) == ((500, 500, 2500, 2500), (1024, 1024))
    assert context(Box(0, 0, *BIG), BIG, Shapes()) == ((0, 0, *BIG), (1248, 832))


def test_the_shape_that_loses_least_detail_is_taken() -> None:
    strip = Box(10, 1000, 2010, 1400)
    assert context(strip, BIG, Shapes())[1] == (2048, 512)
    assert context(strip, BIG, Shapes(NAMED))[1] == (1280, 720)
    assert context(strip, BIG, Shapes(((1, 1),)))[1] == (1024, 1024)


def test_a_picture_that_is_small_itself_is_not_enlarged_beyond_measure() -> None:
    assert context(Box(10, 10, 30, 30), (100, 100), Shapes()) == ((0, 0, 100, 100), (400, 400))


def test_mirrored_content_is_sent_only_where_the_region_leaves_no_choice() -> None:
    region = Box(0, 0, 1013, 761)  # the whole picture, in a ratio that no model has
    crop, _ = context(region, (1013, 761), Shapes())
    assert crop[2] * crop[3] <= 1.02 * 1013 * 761
    inside, _ = context(Box(20, 20, 900, 700), (1013, 761), Shapes())
    assert inside[2] <= 1013
    assert inside[3] <= 761


def test_a_side_that_is_moved_by_hand_leaves_the_other_where_it_is() -> None:
    crop, _ = snapped((1000, 1000, 777, 500), BIG, Shapes(), (0.0, 0.0))
    assert crop[:2] == (1000, 1000)
    crop, _ = snapped((1000, 1000, 777, 500), BIG, Shapes(), (1.0, 1.0))
    assert (crop[0] + crop[2], crop[1] + crop[3]) == (1777, 1500)


def test_a_region_outside_the_picture_and_shapes_that_allow_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        context(Box(100, 0, 200, 100), (100, 100), Shapes())
    with pytest.raises(ValueError, match="no size"):
        context(Box(0, 0, 10, 10), (100, 100), Shapes(((16, 9),), least=1024, most=1440))
