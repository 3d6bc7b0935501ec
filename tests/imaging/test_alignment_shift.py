"""Ground truth: shifts, scales and crops that were made to photographs are measured within a quarter of a pixel."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from flux_desktop.core.change import Change
from flux_desktop.imaging.alignment import Placement, measure
from flux_desktop.imaging.alignment.placement import fit
from flux_desktop.resources import resource
from tests.imaging.photographs import PHOTOGRAPHS, SIZE, lossy, window

NEAR = 0.25
"""Pixels of the picture before."""
SHIFTS = st.tuples(st.integers(-96, 96), st.integers(-96, 96))


def check_shift(change: Change, right: float, down: float, scale: float = 1.0, side: int = SIZE[0]) -> None:
    """Nothing is further off than `NEAR`, in the middle as at the edges of a picture with that `side`."""
    assert change.dx == pytest.approx(right, abs=NEAR)
    assert change.dy == pytest.approx(down, abs=NEAR)
    assert change.scale == pytest.approx(scale, abs=NEAR / (side / 2))
    assert change.score > 0.4


def resampled(name: str, scale: float, shift: tuple[float, float] = (0, 0)) -> Image.Image:
    """The window with its content `scale` times larger and then moved, read out of the whole photograph."""
    width, height = SIZE[0] / scale, SIZE[1] / scale
    left = PHOTOGRAPHS[name][0] + (SIZE[0] - width) / 2 - shift[0] / scale
    top = PHOTOGRAPHS[name][1] + (SIZE[1] - height) / 2 - shift[1] / scale
    with Image.open(resource("sample.jpg")) as sample:
        return sample.resize(SIZE, Image.Resampling.BICUBIC, (left, top, left + width, top + height))


@pytest.mark.parametrize(
    ("name", "shift"),
    [("bee", (0, 0)), ("bee", (1, 0)), ("petals", (0, -3)), ("petals", (-24, 24)), ("wing", (7, 5))],
)
def test_whole_pixels(name: str, shift: tuple[int, int]) -> None:
    check_shift(measure(window(name), lossy(window(name, shift))).change, *shift)


@pytest.mark.parametrize("name", PHOTOGRAPHS)
@pytest.mark.parametrize("shift", [(1, 0), (-33, 27), (96, -96)])
def test_quarters_of_a_pixel(name: str, shift: tuple[int, int]) -> None:
    """Whole pixels of the large photograph are quarters of the reduced one."""
    before, after = window(name, reduce=4), window(name, shift, reduce=4)
    check_shift(measure(before, lossy(after, 90)).change, shift[0] / 4, shift[1] / 4, side=SIZE[0] // 4)


@settings(max_examples=6, deadline=None)
@given(SHIFTS)
def test_any_shift_in_halves_of_a_pixel(shift: tuple[int, int]) -> None:
    check_shift(measure(window("bee", reduce=2), window("bee", shift, reduce=2)).change, shift[0] / 2, shift[1] / 2)


@pytest.mark.parametrize(
    ("name", "scale"), [("bee", 0.97), ("bee", 1.01), ("petals", 0.99), ("petals", 1.03), ("wing", 1.015)]
)
def test_scales(name: str, scale: float) -> None:
    check_shift(measure(window(name), lossy(resampled(name, scale), 90)).change, 0, 0, scale)


def test_scale_and_shift_together() -> None:
    change = measure(window("bee"), lossy(resampled("bee", 1.02, (6.4, -11.3)))).change
    check_shift(change, 6.4, -11.3, 1.02)
    assert change.words() == ("moved 13 px", "2 % larger")


def test_a_host_that_crops_to_whole_sixteens_moves_nothing() -> None:
    before = window("bee").crop((0, 0, 400, 294))
    change = measure(before, lossy(before.crop((0, 3, 400, 291)))).change
    check_shift(change, 0, 0)
    assert change.words() == ("unchanged",)


def test_a_square_out_of_the_middle() -> None:
    square = window("petals").crop((50, 0, 350, 300)).resize((256, 256), Image.Resampling.LANCZOS)
    check_shift(measure(window("petals"), square).change, 0, 0)


def test_a_square_that_was_cut_elsewhere() -> None:
    square = window("petals").crop((60, 0, 360, 300))
    check_shift(measure(window("petals"), square).change, -10, 0)


def test_a_host_that_stretches_is_told_by_its_placement() -> None:
    measured = measure(window("bee"), window("bee").resize((300, 300), Image.Resampling.LANCZOS))
    place = measured.placement
    assert (place.scale_x, place.scale_y) == pytest.approx((1, 1), abs=0.001)
    assert (place.left, place.top) == pytest.approx((0, 0), abs=0.0005)
    assert measured.change.scale == pytest.approx(0.75**0.5, abs=0.001)


@pytest.mark.parametrize("factor", [2, 8])
def test_a_smaller_result_is_measured_in_pixels_of_the_picture_before(factor: int) -> None:
    large = 4 * SIZE[0], 4 * SIZE[1]
    before = window("bee").resize(large, Image.Resampling.BICUBIC)
    after = window("bee", (3, -2)).resize((large[0] // factor, large[1] // factor), Image.Resampling.LANCZOS)
    change = measure(before, after).change
    assert (change.dx, change.dy) == pytest.approx((12, -8), abs=NEAR)


def test_a_larger_result_too() -> None:
    after = window("bee", (3, -2)).resize((800, 600), Image.Resampling.BICUBIC)
    check_shift(measure(window("bee"), after).change, 3, -2)


@pytest.mark.parametrize(("name", "painted"), [("bee", 0.3), ("petals", 0.3), ("bee", 0.5)])
def test_a_painted_object_in_the_middle_does_not_bend_it(name: str, painted: float) -> None:
    after = window(name, (5, -3))
    width, height = (round(side * painted**0.5) for side in SIZE)
    area = ((SIZE[0] - width) // 2, (SIZE[1] - height) // 2)
    after.paste((200, 30, 40), (*area, area[0] + width, area[1] + height))
    change = measure(window(name), lossy(after)).change
    assert (change.dx, change.dy) == pytest.approx((5, -3), abs=NEAR)
    assert change.scale == pytest.approx(1, abs=0.001)


def test_another_photograph_in_the_middle_does_not_bend_it() -> None:
    after = window("bee", (5, -3))
    other = window("petals").transpose(Image.Transpose.FLIP_LEFT_RIGHT).resize((220, 165))
    after.paste(other, (90, 68))
    change = measure(window("bee"), lossy(after)).change
    assert (change.dx, change.dy) == pytest.approx((5, -3), abs=NEAR)


@pytest.mark.parametrize(
    "how",
    [
        lambda image: image.convert("RGB", (0.8, 0.1, 0, 10, 0, 1.1, 0, 0, 0, 0.2, 0.7, 5)),
        lambda image: image.point([int((v / 255) ** 1.8 * 255) for v in range(256)] * 3),
        lambda image: image.convert("L").convert("RGB"),
        lambda image: image.filter(ImageFilter.GaussianBlur(1.5)),
    ],
    ids=["tint", "darker", "grey", "soft"],
)
def test_neither_tint_nor_softness_bends_it(how: object) -> None:
    assert callable(how)
    check_shift(measure(window("bee"), how(window("bee", (7, 5)))).change, 7, 5)


def test_a_fifth_of_the_width() -> None:
    """As hosts with a broken pipeline do; what they fill in is the colour of the edge."""
    before = window("bee")
    after = Image.new("RGB", SIZE, (90, 90, 60))
    after.paste(before, (80, 0))
    change = measure(before, after).change
    assert (change.dx, change.dy) == pytest.approx((80, 0), abs=NEAR)


def test_another_picture_is_no_shift() -> None:
    for other in ("petals", "wing"):
        change = measure(window("bee"), window(other)).change
        assert change.words() == ("repainted",)
        assert (change.dx, change.dy, change.scale) == (0, 0, 1)


def test_a_placement_is_what_its_figures_say() -> None:
    """By hand: a result half as wide, whose content is 4 of its own pixels further right."""
    half = fit((200, 100), (100, 50))
    moved = Placement(half.scale_x, half.scale_y, half.left + 4 / 100, half.top)
    assert moved.moved((200, 100), (100, 50)) == pytest.approx((8, 0, 1))
    assert moved.covered((200, 100), (100, 50)) == (0, 0, 192, 100)
    assert moved.source_of((0, 0, 192, 100), (200, 100), (100, 50)) == pytest.approx((4, 0, 100, 50))
