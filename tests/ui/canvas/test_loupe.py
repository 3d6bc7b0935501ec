"""The loupe: the right pixels of both pictures, beside the point that is looked at."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from flux_desktop.ui.canvas import Canvas, CompareMode
from flux_desktop.ui.canvas.loupe import Loupe, place_loupe
from tests.ui.canvas.hands import SHIFT, Hands
from tests.ui.canvas.pictures import Colour, colour_at, shown, speckled

BEFORE = speckled(800, 600)
AFTER = BEFORE.transpose(Image.Transpose.ROTATE_180)


@pytest.fixture
def looking(hands: Hands) -> Hands:
    """The loupe is out over two pictures of one size."""
    hands.canvas.show_pair(shown(AFTER, "after"), shown(BEFORE, "before"), ("Original", "Result"))
    hands.canvas.set_loupe(True)
    return hands


def loupe(hands: Hands) -> Loupe:
    found = hands.canvas.findChild(Loupe)
    assert found is not None
    return found


def tiles(hands: Hands) -> list[QImage]:
    """What is in the tiles, as painted."""
    glass = loupe(hands)
    image = glass.grab().toImage()
    return [image.copy(tile) for tile in glass.tiles()]


def middle(tile: QImage) -> Colour:
    return colour_at(tile, tile.width() // 2, tile.height() // 2)


def look(hands: Hands, x: int, y: int) -> None:
    """Move the pointer there; what does not move tells nothing."""
    hands.move(1, 1)
    hands.move(x, y)


def pixel_at(hands: Hands, point: QPoint) -> tuple[int, int]:
    x, y = hands.under(point.x(), point.y())
    return int(x), int(y)


@pytest.mark.parametrize("zoom", [0.0, 1.0, 3.0, 16.0])
@pytest.mark.parametrize("point", [QPoint(200, 150), QPoint(45, 60), QPoint(371, 277)])
def test_both_pictures_are_seen_at_the_point(looking: Hands, zoom: float, point: QPoint) -> None:
    if zoom:
        looking.canvas.zoom_to(zoom)
    look(looking, point.x(), point.y())
    at = pixel_at(looking, point)
    assert [middle(tile) for tile in tiles(looking)] == [BEFORE.getpixel(at), AFTER.getpixel(at)]


def test_pixels_have_edges_and_are_four_times_as_large(looking: Hands) -> None:
    looking.canvas.zoom_to(1.0)
    look(looking, 200, 150)
    x, y = pixel_at(looking, QPoint(200, 150))
    tile = tiles(looking)[0]
    left, top = (tile.width() - 4) // 2, (tile.height() - 4) // 2
    for across, down in ((0, 0), (5, 3), (-7, 4), (-12, -15)):
        square = {colour_at(tile, left + 4 * across + i, top + 4 * down + j) for i in range(4) for j in range(4)}
        assert square == {BEFORE.getpixel((x + across, y + down))}


@pytest.mark.parametrize(("zoom", "scale"), [(0.5, 4), (1.0, 4), (2.5, 10), (16.0, 64), (64.0, 64)])
def test_it_is_always_larger_than_what_is_seen(looking: Hands, zoom: float, scale: int) -> None:
    looking.canvas.zoom_to(zoom)
    assert loupe(looking).scale == scale


def test_pictures_of_other_sizes_lie_over_each_other(hands: Hands) -> None:
    half = BEFORE.resize((400, 300), Image.Resampling.NEAREST)
    hands.canvas.show_pair(shown(half, "after"), shown(BEFORE, "before"), ("Original", "Result"))
    hands.canvas.compare_mode = CompareMode.SPLIT
    hands.canvas.set_loupe(True)
    look(hands, 123, 98)
    x, y = pixel_at(hands, QPoint(123, 98))
    assert [middle(tile) for tile in tiles(hands)] == [BEFORE.getpixel((x, y)), half.getpixel((x // 2, y // 2))]


def test_side_by_side_either_pane_shows_the_same(looking: Hands) -> None:
    canvas = looking.canvas
    canvas.compare_mode = CompareMode.SIDE_BY_SIDE
    seen = []
    for x in (80, 80 + int(canvas.width() - canvas.view.viewport[0])):
        look(looking, x, 140)
        seen.append([middle(tile) for tile in tiles(looking)])
    assert seen[0] == seen[1]
    assert len(seen[0]) == 2


def test_swapped_sides_are_swapped_here_too(looking: Hands) -> None:
    look(looking, 120, 90)
    one = [middle(tile) for tile in tiles(looking)]
    looking.canvas.swap()
    assert [middle(tile) for tile in tiles(looking)] == one[::-1]


def test_one_picture_has_one_tile(looking: Hands) -> None:
    looking.canvas.compare(None)
    look(looking, 200, 150)
    assert len(tiles(looking)) == 1
    assert middle(tiles(looking)[0]) == AFTER.getpixel(pixel_at(looking, QPoint(200, 150)))


def test_it_follows_the_pointer_also_over_the_divider(looking: Hands) -> None:
    canvas = looking.canvas
    canvas.compare_mode = CompareMode.SPLIT
    for point in (QPoint(90, 80), QPoint(200, 60)):
        look(looking, point.x(), point.y())
        assert loupe(looking).point.toPoint() == point


def test_moving_it_paints_no_more_than_it_leaves(looking: Hands, window: QWidget) -> None:
    """What is painted bit by bit is the whole."""
    looking.canvas.zoom_to(3.0)
    for x in range(60, 340, 40):
        look(looking, x, 120)
    QApplication.processEvents()
    screen = QApplication.primaryScreen().grabWindow(window.winId(), 0, 0, 400, 300)
    form = QImage.Format.Format_RGB32
    assert screen.toImage().convertToFormat(form) == looking.canvas.grab().toImage().convertToFormat(form)


def test_the_mouse_goes_through(looking: Hands) -> None:
    looking.canvas.zoom_to(2.0)
    x = looking.canvas.view.bounds.x
    looking.drag((200, 150), (230, 150))
    assert looking.canvas.view.bounds.x == x + 30


def test_arrows_move_it(looking: Hands) -> None:
    look(looking, 200, 150)
    view = looking.canvas.view
    looking.tap(Qt.Key.Key_Right)
    looking.tap(Qt.Key.Key_Down)
    assert loupe(looking).point == QPointF(202, 152)
    looking.tap(Qt.Key.Key_Left, SHIFT)
    looking.tap(Qt.Key.Key_Up, SHIFT)
    assert loupe(looking).point == QPointF(182, 132)
    assert looking.canvas.view == view, "the picture stays"


def test_at_the_edge_the_picture_moves_instead(looking: Hands) -> None:
    canvas = looking.canvas
    canvas.zoom_to(2.0)
    look(looking, 395, 150)
    x = canvas.view.bounds.x
    looking.tap(Qt.Key.Key_Right, SHIFT)
    assert loupe(looking).point == QPointF(399, 150)
    assert canvas.view.bounds.x == x - 16


def test_it_does_not_leave_a_picture_that_is_seen_whole(looking: Hands) -> None:
    seen = looking.canvas.view.visible
    look(looking, 200, 150)
    for _ in range(20):
        looking.tap(Qt.Key.Key_Right, SHIFT)
    assert loupe(looking).point.x() == seen.right - 1
    assert looking.canvas.is_fit


def test_it_begins_on_the_picture_and_is_put_away(hands: Hands) -> None:
    told: list[bool] = []
    hands.canvas.loupe_toggled.connect(told.append)
    hands.canvas.set_loupe(True)
    assert hands.canvas.view.visible.contains(loupe(hands).point.toTuple())
    hands.tap(Qt.Key.Key_Escape)
    assert not loupe(hands).isVisible()
    hands.tap(Qt.Key.Key_Right)
    hands.canvas.set_loupe(True)
    hands.canvas.show_picture(None)
    assert not hands.canvas.has_loupe
    assert told == [True, False, True, False]


def test_an_empty_canvas_has_none(canvas: Canvas) -> None:
    canvas.set_loupe(True)
    assert not canvas.has_loupe


def test_a_small_canvas_has_a_small_one(looking: Hands) -> None:
    canvas = looking.canvas
    canvas.resize(canvas.minimumSizeHint())
    look(looking, 100, 90)
    assert canvas.rect().contains(loupe(looking).geometry())
    assert all(tile.width() >= 48 for tile in loupe(looking).tiles())


SIDES = st.integers(120, 900)


@settings(max_examples=100, deadline=None)
@given(SIDES, SIDES, st.floats(0, 1), st.floats(0, 1), st.integers(60, 340), st.integers(60, 190))
def test_it_stays_inside_and_leaves_the_point_in_sight(
    width: int, height: int, across: float, down: float, own_width: int, own_height: int
) -> None:
    room = QSize(width, height)
    size = QSize(min(own_width, width), min(own_height, height))
    point = QPoint(int(across * (width - 1)), int(down * (height - 1)))
    glass = QRect(place_loupe(point, size, room), size)
    assert QRect(QPoint(), room).contains(glass)
    free = (
        max(point.y(), height - point.y()) - 20 - size.height(),
        max(point.x(), width - point.x()) - 20 - size.width(),
    )
    if max(free) >= 0:
        assert not glass.contains(point)
