"""A view that is turned by quarters: where things lie, what is painted, and what mouse and keys then mean."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from flux_desktop.ui.canvas import Canvas, CompareMode, prepare
from flux_desktop.ui.canvas.info_line import InfoLine
from flux_desktop.ui.canvas.laying import draw_levels
from flux_desktop.ui.canvas.moving import step_between
from flux_desktop.ui.canvas.navigator import Navigator
from flux_desktop.ui.canvas.pixel_grid import PixelGrid
from flux_desktop.ui.canvas.placer import Placer
from flux_desktop.ui.canvas.scene import Scene
from flux_desktop.ui.canvas.tools.placing import Placing
from flux_desktop.ui.canvas.transform import Box, View
from flux_desktop.ui.canvas.under import pixels_around, place_under
from tests.ui.canvas.hands import Hands
from tests.ui.canvas.pictures import colour_at, paint, shown, speckled
from tests.ui.canvas.test_transform import MOVES, SHARES, ZOOMS, fitted, point_at, views

pytestmark = pytest.mark.usefixtures("qapp")

quick = settings(max_examples=30, deadline=None)
TURNS = st.integers(0, 3)
SIZE = (60, 40)
RED, GREEN, BLUE, WHITE = (200, 20, 20), (20, 200, 20), (20, 20, 200), (240, 240, 240)
BLENDED = 4
"""Of 255, by which Qt blends the pixels of a turned picture otherwise than those of one that is not."""
BEGUN_ELSEWHERE = 16
"""Of 255, by which Qt blends them otherwise where it begins in the middle of the picture."""
CORNERS = (RED, GREEN, BLUE, WHITE)
"""Of the picture: from the upper left one on clockwise."""


def cornered() -> Image.Image:
    """Four quarters of four colours."""
    width, height = SIZE
    image = Image.new("RGB", SIZE, WHITE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (width // 2, height // 2, width, height))
    return image


def scene(image: Image.Image, turns: int, zoom: float = 1.0, size: tuple[int, int] = (240, 240)) -> Scene:
    made = Scene(shown=shown(image))
    made.arrange(size, 1.0)
    made.view = made.view.turned(turns).zoomed(zoom)
    return made


def rotated(image: Image.Image, turns: int) -> Image.Image:
    """Turned to the right."""
    ways = (Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)
    return image.transpose(ways[turns - 1]) if turns else image


def difference(one: QImage, other: QImage) -> int:
    """The greatest one of 255."""
    images = [image.convertToFormat(QImage.Format.Format_RGB32) for image in (one, other)]  # their bits live as they do
    first, second = (bytes(image.constBits()) for image in images)
    return max(abs(here - there) for here, there in zip(first, second, strict=True))


# Where things lie.


@quick
@given(views(), TURNS, SHARES)
def test_a_point_goes_to_the_picture_and_back(view: View, turns: int, share: tuple[float, float]) -> None:
    view = view.turned(turns)
    at = point_at(view, share)
    assert view.to_view(view.to_picture(at)) == pytest.approx(at, abs=1e-6)


@quick
@given(views(), TURNS, SHARES)
def test_what_is_seen_of_the_picture_lies_within_it(view: View, turns: int, share: tuple[float, float]) -> None:
    view = view.turned(turns)
    seen = view.visible
    x, y = view.to_picture((seen.x + share[0] * seen.width, seen.y + share[1] * seen.height))
    assert -1e-6 <= x <= view.picture[0] + 1e-6
    assert -1e-6 <= y <= view.picture[1] + 1e-6


@quick
@given(views(), TURNS)
def test_all_of_the_picture_fills_its_bounds(view: View, turns: int) -> None:
    view = view.turned(turns)
    assert view.box_to_view(Box(0, 0, *view.picture)) == view.bounds


@quick
@given(views(), TURNS, SHARES, SHARES)
def test_a_box_goes_to_a_box(view: View, turns: int, one: tuple[float, float], other: tuple[float, float]) -> None:
    view = view.turned(turns)
    (left, right), (top, bottom) = (
        sorted((one[axis] * side, other[axis] * side)) for axis, side in enumerate(view.picture)
    )
    seen = view.box_to_view(Box(left, top, right - left, bottom - top))
    for corner in ((left, top), (right, top), (right, bottom), (left, bottom)):
        x, y = view.to_view(corner)
        assert min(abs(x - seen.x), abs(x - seen.right)) <= 1
        assert min(abs(y - seen.y), abs(y - seen.bottom)) <= 1
    assert seen.width >= 1
    assert seen.height >= 1


@quick
@given(fitted(), TURNS)
def test_fit_fits_the_turned_picture(view: View, turns: int) -> None:
    there = view.turned(turns)
    assert there.fits
    assert not there.pannable
    assert (there.zoom, there.bounds) == (
        (straight := View(view.viewport, there.sides, view.margin).fitted()).zoom,
        straight.bounds,
    )


@quick
@given(views(), TURNS, MOVES, ZOOMS)
def test_a_turned_picture_moves_like_one_that_has_its_shape(
    view: View, turns: int, move: tuple[float, float], zoom: float
) -> None:
    there = view.turned(turns)
    straight = replace(there, picture=there.sides, turns=0)
    assert there.panned(*move).zoomed(zoom).bounds == straight.panned(*move).zoomed(zoom).bounds


def test_four_quarters_lead_back_with_the_middle_kept() -> None:
    view = View((400, 300), (4000, 3000), 12).fitted().zoomed(1.0).panned(300, -200)
    there = view
    for _ in range(4):
        there = there.turned(1)
        assert there.to_picture((200, 150)) == pytest.approx(view.to_picture((200, 150)), abs=1)
    assert there == view
    assert view.turned(1).turned(-1) == view


def test_a_picture_of_the_same_shape_stays_turned() -> None:
    view = View((400, 300), (4000, 3000), 12).fitted().turned(1).zoomed(0.5).panned(90, 70)
    smaller = view.rebased((2000, 1500))
    assert (smaller.turns, smaller.bounds) == (1, view.bounds)


def test_a_square_that_is_turned_is_not_moved() -> None:
    view = View((300, 300), (100, 100), 12).fitted()
    assert step_between(view, view.turned(1), 1.0) is None, "all of it is painted anew"


@pytest.mark.parametrize("turns", range(4))
def test_each_device_pixel_shows_the_pixel_that_is_said_to_be_there(turns: int) -> None:
    picture = speckled(*SIZE)
    made = scene(picture, turns, 2.0, (160, 160))
    painted, bounds = paint(made), made.view.bounds
    for x in range(int(bounds.x), int(bounds.right), 3):
        for y in range(int(bounds.y), int(bounds.bottom), 3):
            assert colour_at(painted, x, y) == picture.getpixel(made.view.pixel_at((x, y)))


# What is painted.


@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0])
def test_each_corner_is_where_it_belongs(turns: int, zoom: float) -> None:
    made = scene(cornered(), turns, zoom)
    painted, box = paint(made), made.view.bounds
    left, top, right, bottom = (int(side) for side in (box.x, box.y, box.right - 1, box.bottom - 1))
    found = [colour_at(painted, *at) for at in ((left, top), (right, top), (right, bottom), (left, bottom))]
    assert found == [CORNERS[(index - turns) % 4] for index in range(4)]


@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("zoom", [0.4, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("alpha", [False, True])
def test_it_looks_like_a_picture_that_was_turned(turns: int, zoom: float, alpha: bool) -> None:
    image = speckled(*SIZE).convert("RGBA") if alpha else speckled(*SIZE)
    if alpha:
        image.putalpha(Image.new("L", SIZE, 128))
    turned, straight = scene(image, turns, zoom), scene(rotated(image, turns), 0, zoom)
    most = 0 if zoom in (1.0, 2.0) else BLENDED
    assert turned.view.bounds == straight.view.bounds
    assert difference(paint(turned), paint(straight)) <= most


@quick
@given(
    st.sampled_from([0.37, 0.5, 1.0, 1.7, 2.0, 3.3]),
    st.integers(1, 3),
    st.tuples(st.integers(0, 89), st.integers(0, 59), st.integers(1, 40), st.integers(1, 40)),
)
@example(1.0, 1, (10, 10, 7, 9))
@example(0.37, 2, (0, 0, 30, 27))
def test_a_part_painted_again_fits_what_is_around_it(zoom: float, turns: int, strip: tuple[int, int, int, int]) -> None:
    made = scene(speckled(90, 60), turns, zoom, (90, 60))
    (layer,) = made.layers()
    box = QRect(*(int(side) for side in layer.box))
    whole, again = (QImage(90, 60, QImage.Format.Format_RGB32) for _ in range(2))
    for image in (whole, again):
        image.fill(0)
        painter = QPainter(image)
        for part in (whole.rect(), QRect(*strip))[: 1 + (image is again)]:
            draw_levels(painter, layer.levels, box, whole.rect(), part, zoom, 1.0, turns=turns)
        painter.end()
    assert difference(whole, again) <= BEGUN_ELSEWHERE


@pytest.mark.parametrize("turns", range(4))
def test_values_are_written_on_their_pixels(turns: int) -> None:
    images = []
    for made in (scene(speckled(*SIZE), turns, 40.0), scene(rotated(speckled(*SIZE), turns), 0, 40.0)):
        image = paint(made)
        painter = QPainter(image)
        PixelGrid().draw(painter, made, [QRect(0, 0, 240, 240)])
        painter.end()
        images.append(image)
    assert difference(*images) == 0


# On the canvas.


@pytest.mark.parametrize("turns", range(4))
def test_the_pixel_under_the_pointer_is_told(canvas: Canvas, turns: int) -> None:
    picture = speckled(*SIZE)
    canvas.show_picture(shown(picture))
    canvas.turn(turns)
    canvas.zoom_to(4.0)
    for at in (QPointF(150, 120), QPointF(200, 150), QPointF(248, 160)):
        found = place_under(canvas, at)
        assert found is not None
        around = pixels_around(canvas, at, 1)
        assert around is not None
        seen = canvas.grab().toImage()
        pixel = found.x, found.y
        assert colour_at(around, 1, 1) == picture.getpixel(pixel) == colour_at(seen, int(at.x()), int(at.y()))
        assert colour_at(around, 2, 1) == colour_at(seen, int(at.x()) + 4, int(at.y())), "turned as it is seen"
        canvas.extras.look_at(at)
        line = canvas.findChild(InfoLine)
        assert line is not None
        assert canvas.view.pixel_at((at.x(), at.y())) == pixel


@pytest.mark.parametrize("mode", list(CompareMode))
def test_moving_a_turned_picture_looks_as_if_all_had_been_painted(
    canvas: Canvas, qapp: QApplication, mode: CompareMode
) -> None:
    canvas.extras.navigator = canvas.extras.info_line = False
    canvas.set_calm(True)
    canvas.show_picture(shown(speckled(800, 600)))
    canvas.compare(shown(cornered().resize((800, 600)), "before"))
    canvas.compare_mode = mode
    canvas.turn(1)
    canvas.zoom_to(1.0)
    qapp.processEvents()
    for step in ((13, 7), (-31, 5), (4, -60)):
        canvas.pan_by(*step)
        qapp.processEvents()
        store = canvas.backingStore().paintDevice()
        assert isinstance(store, QImage)
        on_screen = store.copy(QRect(canvas.mapTo(canvas.window(), canvas.rect().topLeft()), canvas.size()))
        assert difference(on_screen, canvas.grab().toImage()) <= (mode is CompareMode.ONION), (
            "Qt blends a little differently"
        )


def test_both_sides_turn_alike(canvas: Canvas) -> None:
    canvas.show_picture(shown(cornered()))
    canvas.compare(shown(cornered(), "before"), ("", ""))
    canvas.compare_mode = CompareMode.SIDE_BY_SIDE
    canvas.turn(1)
    canvas.zoom_to(1.0)
    seen = canvas.grab().toImage()
    for pane in canvas._scene.panes:
        box = canvas.view.bounds
        assert colour_at(seen, int(pane.x + box.x), int(box.y)) == WHITE
        assert colour_at(seen, int(pane.x + box.right) - 1, int(box.y)) == RED


def test_the_navigator_is_turned_and_leads_there(hands: Hands) -> None:
    canvas = hands.canvas
    canvas.resize(800, 600)
    canvas.show_picture(shown(cornered().resize((3000, 2000), Image.Resampling.NEAREST)))
    canvas.turn(1)
    canvas.zoom_to(1.0)
    navigator = canvas.findChild(Navigator)
    assert navigator is not None
    assert navigator.isVisible()
    assert navigator.height() > navigator.width()
    small = navigator.grab().toImage()
    assert colour_at(small, 4, 4) == WHITE
    assert colour_at(small, small.width() - 5, 4) == RED
    navigator.sought.emit(QPointF(1500, 400))
    assert canvas.view.to_picture((400, 300)) == pytest.approx((400, 500), abs=1)
    frame = navigator.frame.center()
    inner = QRectF(navigator.rect().adjusted(1, 1, -1, -1))
    assert (frame.x() - inner.x()) / inner.width() == pytest.approx(1500 / 2000, abs=0.01)


def test_the_loupe_is_turned(canvas: Canvas) -> None:
    canvas.show_picture(shown(cornered()))
    canvas.turn(2)
    canvas.zoom_to(1.0)
    canvas.set_loupe(True)
    canvas._loupe.look_at(QPointF(200, 150))
    middle, seen = canvas._loupe.tiles()[0].center(), canvas._loupe.grab().toImage()
    around = ((-20, -20), (20, -20), (20, 20), (-20, 20))
    assert [colour_at(seen, middle.x() + x, middle.y() + y) for x, y in around] == [BLUE, WHITE, RED, GREEN]


def test_it_is_said_how_a_picture_is_turned(canvas: Canvas) -> None:
    canvas.show_picture(shown(cornered()))
    for words in ("turned right", "upside down", "turned left"):
        canvas.turn(1)
        assert words in canvas.accessibleDescription()
    canvas.turn(1)
    assert not any(words in canvas.accessibleDescription() for words in ("turned", "upside"))


def test_an_empty_canvas_is_not_turned(canvas: Canvas) -> None:
    canvas.turn(1)
    assert canvas.turns == 0


@pytest.mark.parametrize("turns", range(4))
def test_a_way_on_the_canvas_is_one_in_the_picture(turns: int) -> None:
    placing = Placing(View((400, 300), SIZE).fitted().turned(turns), SIZE, 1.0)
    start, end = placing.to_picture(QPointF(200, 150)), placing.to_picture(QPointF(210, 150))
    x, y = placing.way((1, 0))
    assert (end[0] - start[0] > 0.1, end[0] - start[0] < -0.1) == (x == 1, x == -1)
    assert (end[1] - start[1] > 0.1, end[1] - start[1] < -0.1) == (y == 1, y == -1)


def test_a_part_is_placed_and_moved_as_it_is_seen(hands: Hands) -> None:
    canvas = hands.canvas
    placer = Placer(canvas)
    moves: list[tuple[float, float]] = []
    placer.moved.connect(lambda right, down: moves.append((right, down)))
    canvas.set_guest(placer)
    canvas.turn(1)
    canvas.zoom_to(0.25)
    placer.show_part(prepare(cornered().resize((240, 160), Image.Resampling.NEAREST)), Box(80, 120, 240, 160))
    box, seen = canvas.view.box_to_view(Box(80, 120, 240, 160)), canvas.grab().toImage()
    assert colour_at(seen, int(box.x) + 1, int(box.y) + 1) == WHITE
    assert colour_at(seen, int(box.right) - 2, int(box.y) + 1) == RED
    hands.tap(Qt.Key.Key_Right)
    middle = int(box.x + box.width / 2), int(box.y + box.height / 2)
    hands.drag(middle, (middle[0] + 10, middle[1]))
    assert moves[0] == (0, -0.5)
    assert (sum(x for x, _ in moves[1:]), sum(y for _, y in moves[1:])) == pytest.approx((0, -40))
