"""How a region is seen: what is inside stays clear, its edge can be told on any picture, and little is made anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from flux_desktop.imaging.region.mask import Mask
from flux_desktop.ui.canvas.tools import Look, Tool
from flux_desktop.ui.canvas.tools.frame import Frame
from flux_desktop.ui.canvas.tools.sampling import sample
from flux_desktop.ui.canvas.transform import Box
from tests.ui.canvas.pictures import plain, shown
from tests.ui.canvas.tools.conftest import SIZE, Bench

pytestmark = pytest.mark.qt

RED = QColor(200, 20, 20)


def some(left: int = 200, top: int = 200, width: int = 200, height: int = 100) -> Mask:
    return Mask.of_plane(np.full((height, width), 255, np.uint8), SIZE, left, top)


@pytest.fixture
def red(bench: Bench) -> Bench:
    """On a picture of one colour, seen at 50 %."""
    bench.canvas.show_picture(shown(plain(*SIZE)))
    return bench


def is_line(image: QImage, x: int, y: int) -> bool:
    return image.pixelColor(x, y) in (QColor(255, 255, 255), QColor(0, 0, 0))


def test_an_outline_goes_round_what_is_selected(red: Bench) -> None:
    red.tools.set_mask(some())
    image = red.look()
    assert all(is_line(image, x, y) for x, y in ((100, 120), (199, 120), (150, 100), (150, 149)))
    assert all(image.pixelColor(x, y) == RED for x, y in ((98, 120), (103, 120), (201, 120), (150, 152)))
    around = {image.pixelColor(x, 100).lightness() for x in range(100, 200)}
    assert around == {0, 255}, "dark beside light: seen on any picture"


def test_a_tint_covers_what_stays(red: Bench) -> None:
    red.tools.veil.look = Look.TINT
    red.tools.set_mask(some())
    image = red.look()
    assert image.pixelColor(150, 120) == RED
    covered = image.pixelColor(20, 20)
    assert covered.blue() > RED.blue() + 50
    assert covered.red() < RED.red() - 50
    assert is_line(image, 100, 120), "the edge is seen without any sense of colour"


def test_a_hidden_region_is_not_seen(red: Bench) -> None:
    red.tools.set_mask(some())
    red.tools.set_frame(Frame((180, 180, 240, 160)))
    red.tools.veil.look = Look.HIDDEN
    image = red.look()
    assert all(image.pixelColor(x, 120) == RED for x in range(1, 399, 7))


@pytest.mark.parametrize("zoom", [0.1, 1.0, 8.0])
def test_it_lies_on_the_pixels_of_the_picture_at_any_zoom(red: Bench, zoom: float) -> None:
    red.tools.set_mask(some())
    red.canvas.zoom_to(zoom)
    placing = red.canvas.view
    red.canvas.pan_by(placing.viewport[0] / 2 - placing.to_view((200, 200))[0], 0)
    red.canvas.pan_by(0, placing.viewport[1] / 2 - placing.to_view((200, 200))[1])
    image, (x, y) = red.look(), red.canvas.view.to_view((200, 200))
    assert is_line(image, round(x), round(y))
    assert not is_line(image, round(x) - 1, round(y) - 1)


def test_a_small_move_needs_nothing_new(red: Bench) -> None:
    made: list[object] = []

    def count(work: Callable[[], Any], then: Callable[[Any], object], on_error: object) -> None:
        del on_error
        made.append(work)
        then(work())

    red.canvas.zoom_to(2.0)
    red.tools.veil.background = count
    red.tools.set_mask(some())
    red.look()
    for _ in range(10):
        red.canvas.pan_by(9, 7)
        red.look()
    assert len(made) == 1
    image, (x, y) = red.look(), red.canvas.view.to_view((400, 200))
    assert is_line(image, round(x) - 1, round(y) + 30)
    red.canvas.pan_by(150, 150)
    red.look()
    assert len(made) == 2


def test_until_it_is_there_the_last_one_follows_the_zoom(red: Bench) -> None:
    red.tools.set_mask(some())
    red.look()
    later: list[Callable[[], object]] = []
    red.tools.veil.background = lambda work, then, on_error: later.append(lambda: then(work()))
    red.canvas.zoom_to(1.0)
    (left, top), (right, _) = red.canvas.view.to_view((200, 200)), red.canvas.view.to_view((400, 200))
    old = red.look()
    assert any(is_line(old, round(left) + 50, round(top) + off) for off in (-1, 0, 1))
    later[0]()
    assert is_line(red.look(), round(right) - 1, round(top) + 30)


def test_the_outline_walks_unless_little_motion_is_wanted(red: Bench) -> None:
    red.tools.set_mask(some())
    first = red.look()
    red.tools.veil._step()
    second = red.look()
    assert first != second
    red.tools.veil.is_calm = lambda: True
    red.tools.veil._step()
    assert red.look() == second


def test_a_region_at_the_edge_has_an_outline_there() -> None:
    found = sample(Mask.whole((40, 30)), Box(0, 0, 40, 30), Box(0, 0, 40, 30), tint=False, thick=False)
    assert len(found.rows) == 2 * (40 + 30) - 4


def test_what_is_seen_of_a_large_region_has_no_edge_where_the_canvas_ends() -> None:
    found = sample(Mask.whole((400, 300)), Box(-100, -100, 400, 300), Box(0, 0, 100, 80), tint=False, thick=False)
    assert not len(found.rows)


def test_the_frame_says_what_is_sent_and_stays_in_sight(red: Bench) -> None:
    red.tools.set_mask(some())
    before = red.look()
    red.tools.set_frame(Frame((160, 160, 320, 200), "1,024 × 640 px sent"))
    image = red.look()
    assert any(image.pixelColor(x, 120).lightness() > 200 for x in range(76, 80))
    assert image.pixelColor(30, 120) == before.pixelColor(30, 120)
    assert any(image.pixelColor(x, 195) != RED for x in range(80, 240)), "the words are below it"
    red.take(Tool.FRAME)
    assert red.look().pixelColor(82, 82).lightness() > 200, "a handle"


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_region_lies_where_its_pixels_are_seen(red: Bench, turns: int) -> None:
    red.tools.set_mask(some(200, 200, 200, 100))
    red.look()
    red.canvas.turn(turns)
    red.canvas.zoom_to(0.25)
    image, box = red.look(), red.canvas.view.box_to_view(Box(200, 200, 200, 100))
    left, top, right, bottom = (int(side) for side in (box.x, box.y, box.right - 1, box.bottom - 1))
    inside = ((left, top), (right, top), (left, bottom), (right, bottom))
    outside = ((left - 1, top), (right + 1, top), (left, bottom + 1), (right, top - 1))
    assert all(is_line(image, x, y) for x, y in inside)
    assert not any(is_line(image, x, y) for x, y in outside)
