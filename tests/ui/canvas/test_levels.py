"""A picture in halves of halves."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtGui import QImage

from flux_desktop.imaging import strips
from flux_desktop.ui.canvas import Levels, prepare
from tests.ui.canvas.pictures import BLUE, RED, colour_at, plain, speckled


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 900), st.integers(1, 900))
def test_each_level_is_half_of_the_one_before(width: int, height: int) -> None:
    made = plain(width, height)
    assert made.size == (width, height)
    for finer, coarser in zip(made.levels, made.levels[1:], strict=False):
        assert coarser.image.width() == (finer.image.width() + 1) // 2
        assert coarser.image.height() == (finer.image.height() + 1) // 2
        assert (coarser.across, coarser.down) == (finer.across / 2, finer.down / 2)
    last = made.levels[-1].image
    assert max(last.width(), last.height()) <= 256


def test_a_level_is_the_mean_of_the_one_before() -> None:
    image = speckled(301, 7)
    half = image.reduce(2)
    made = prepare(image).levels[1].image
    assert [colour_at(made, x, y) for x in range(151) for y in range(4)] == [
        half.getpixel((x, y)) for x in range(151) for y in range(4)
    ]


def test_the_strips_in_which_it_is_made_leave_no_seams(monkeypatch: pytest.MonkeyPatch) -> None:
    image = speckled(64, 600)
    whole = prepare(image)
    monkeypatch.setattr(strips, "STRIP_PIXELS", 64 * 16)
    assert [level.image for level in prepare(image).levels] == [level.image for level in whole.levels]


def test_transparent_pixels_lend_no_colour_to_the_next_level() -> None:
    image = Image.new("RGBA", (600, 2), (*BLUE, 0))
    image.paste((*RED, 255), (0, 0, 600, 1))
    made = prepare(image)
    assert made.has_alpha
    colour = made.levels[1].image.pixelColor(100, 0)
    assert colour.alpha() == pytest.approx(128, abs=1)
    assert (colour.red(), colour.green(), colour.blue()) == pytest.approx(RED, abs=2)


@pytest.mark.parametrize(
    ("scale", "width"), [(4.0, 1024), (1.0, 1024), (0.6, 1024), (0.5, 512), (0.3, 512), (0.25, 256), (0.001, 256)]
)
def test_the_nearest_level_has_a_pixel_for_each_that_is_drawn(scale: float, width: int) -> None:
    assert plain(1024, 512).nearest(scale).image.width() == width


def test_a_reduced_preview_takes_the_place_of_the_whole() -> None:
    made = prepare(Image.new("RGB", (500, 250), RED), (4000, 2000))
    assert made.size == (4000, 2000)
    assert made.levels[0].across == 0.125
    assert made.nearest(1.0).image.width() == 500, "the finest there is"


def test_levels_may_be_made_in_another_thread() -> None:
    made: list[Levels] = []
    thread = threading.Thread(target=lambda: made.append(prepare(speckled(700, 300))))
    thread.start()
    thread.join()
    assert made[0].levels[0].image.format() is QImage.Format.Format_RGB32
    assert len(made[0].levels) == 3
