"""The map of what changed beside what was asked for."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from flux_desktop.imaging.alignment import change_map, measure
from tests.imaging.photographs import SIZE, lossy, window

PAINTED = (240, 60, 360, 160)
SHARE = 120 * 100 / (SIZE[0] * SIZE[1])


def painted(name: str = "bee", shift: tuple[int, int] = (0, 0)) -> Image.Image:
    image = window(name, shift)
    image.paste((30, 60, 220), PAINTED)
    return image


def mask(area: tuple[int, int, int, int], size: tuple[int, int] = SIZE) -> Image.Image:
    """White where the edit may act."""
    image = Image.new("L", size)
    ImageDraw.Draw(image).rectangle(area, fill=255)
    return image


def test_it_shows_what_was_painted_and_nothing_else() -> None:
    measured = measure(window("bee"), lossy(painted()))
    plane = np.array(change_map(measured, SIZE))
    left, top, right, bottom = PAINTED
    assert plane[top + 8 : bottom - 8, left + 8 : right - 8].min() > 36
    plane[top - 8 : bottom + 8, left - 8 : right + 8] = 0
    assert (plane > 36).mean() < 0.002
    assert measured.change.moved == pytest.approx(SHARE, rel=0.12)


@pytest.mark.parametrize("name", ["bee", "wing"])
def test_a_shift_a_tint_and_compression_are_no_change_of_content(name: str) -> None:
    after = window(name, (9, -6)).convert("RGB", (0.9, 0.05, 0, 8, 0, 1.02, 0, 3, 0, 0.1, 0.85, 5))
    change = measure(window(name), lossy(after)).change
    assert change.moved < 0.005
    assert change.words()[0] == "moved 11 px"


def test_it_lies_on_the_picture_before() -> None:
    """The painted object stays where it is on the picture after; its content has moved there from elsewhere."""
    after = window("bee", (20, 0))
    after.paste((30, 60, 220), (260, 60, 380, 160))
    plane = np.asarray(change_map(measure(window("bee"), after), SIZE))
    rows, columns = np.nonzero(plane > 100)
    assert (columns.min(), columns.max()) == pytest.approx((240, 360), abs=6)
    assert (rows.min(), rows.max()) == pytest.approx((60, 160), abs=6)


def test_the_intended_area_is_left_out_of_all_of_it() -> None:
    before, after = window("bee"), painted(shift=(4, 0))
    measured = measure(before, after, outside=mask((230, 50, 370, 170)))
    assert measured.change.moved < 0.002
    assert measured.change.words() == ("moved 4 px",)
    assert np.asarray(change_map(measured, SIZE))[60:160, 240:360].max() < 36


def test_what_lies_outside_the_intended_area_is_told() -> None:
    measured = measure(window("bee"), painted(), outside=mask((20, 180, 180, 290)))
    left = SIZE[0] * SIZE[1] - 161 * 111
    assert measured.change.moved == pytest.approx(120 * 100 / left, rel=0.12)


def test_a_mask_of_another_size_and_mode_lies_over_the_whole_frame() -> None:
    half = mask((115, 25, 185, 85), (SIZE[0] // 2, SIZE[1] // 2)).convert("RGB")
    assert measure(window("bee"), painted(), outside=half).change.moved < 0.002


def test_a_mask_over_everything_leaves_nothing_to_say() -> None:
    change = measure(window("bee"), window("petals"), outside=Image.new("L", (10, 10), 255)).change
    assert (change.score, change.moved, change.delta_e) == (0, 0, 0)
    assert change.words() == ("unchanged",)


def test_it_is_dark_where_nothing_changed_and_has_the_proportions_of_the_picture_before() -> None:
    measured = measure(window("petals"), window("petals").resize((250, 250)))
    assert int(measured.map.max()) < 36
    height, width = measured.map.shape
    assert width / height == pytest.approx(SIZE[0] / SIZE[1], abs=0.01)
    assert change_map(measured).size == (width, height)
    assert change_map(measured, (60, 40)).size == (60, 40)
