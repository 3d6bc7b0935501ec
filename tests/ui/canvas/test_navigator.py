"""The picture in small: when it is there, what it frames, and where it leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from flux_desktop.ui.canvas import Canvas, CompareMode
from flux_desktop.ui.canvas.info_line import InfoLine
from flux_desktop.ui.canvas.navigator import Navigator
from tests.ui.canvas.hands import Hands
from tests.ui.canvas.pictures import BLUE, RED, colour_at, plain, shown


@pytest.fixture
def wide(hands: Hands) -> Hands:
    """On a canvas with room for a navigator, at 300 %."""
    hands.canvas.window().resize(800, 600)
    hands.canvas.resize(800, 600)
    hands.canvas.zoom_to(3.0)
    return hands


def navigator(hands: Hands) -> Navigator:
    found = hands.canvas.findChild(Navigator)
    assert found is not None
    return found


def middle(hands: Hands) -> QPointF:
    """The middle of what is seen, as a share of the picture."""
    view = hands.canvas.view
    return QPointF(view.centre[0] / view.picture[0], view.centre[1] / view.picture[1])


def drag(hands: Hands, *places: QPointF) -> None:
    """Press at the first place of the navigator, and release at the last."""
    points = [navigator(hands).mapToParent(place.toPoint()) for place in places]
    hands.press(points[0].x(), points[0].y())
    for point in points[1:]:
        hands.move(point.x(), point.y())
    hands.release(points[-1].x(), points[-1].y())


def test_it_is_there_while_only_a_part_is_seen(wide: Hands) -> None:
    assert navigator(wide).isVisible()
    assert wide.canvas.rect().contains(navigator(wide).geometry())
    wide.canvas.fit()
    assert not navigator(wide).isVisible()
    wide.canvas.zoom_to(2.0)
    assert navigator(wide).isVisible()
    wide.canvas.show_picture(None)
    assert not navigator(wide).isVisible()


def test_a_small_canvas_has_no_room_for_it(hands: Hands) -> None:
    hands.canvas.zoom_to(3.0)
    assert not navigator(hands).isVisible()


def test_switched_off_it_does_not_come(wide: Hands) -> None:
    wide.canvas.extras.navigator = False
    assert not navigator(wide).isVisible()
    wide.canvas.zoom_to(5.0)
    assert not navigator(wide).isVisible()
    wide.canvas.extras.navigator = True
    assert navigator(wide).isVisible()


def test_the_frame_is_what_is_seen(wide: Hands) -> None:
    view, frame, inner = wide.canvas.view, navigator(wide).frame, QRectF(navigator(wide).rect().adjusted(1, 1, -1, -1))
    assert frame.width() / inner.width() == pytest.approx(800 / (3 * 800), rel=0.01)
    assert frame.height() / inner.height() == pytest.approx(600 / (3 * 600), rel=0.01)
    share = (frame.center() - inner.topLeft()).x() / inner.width()
    assert share == pytest.approx(view.centre[0] / 800, abs=0.01)
    wide.canvas.pan_by(-300, -90)
    moved = navigator(wide).frame
    assert moved.x() - frame.x() == pytest.approx(300 / 3 * inner.width() / 800, abs=0.3)


def test_it_shows_the_picture_and_the_frame_light_beside_dark(wide: Hands) -> None:
    wide.canvas.show_picture(shown(plain(800, 600)))
    image, frame = navigator(wide).grab().toImage(), navigator(wide).frame.toAlignedRect()
    assert colour_at(image, 5, 5) == RED
    assert colour_at(image, frame.x(), frame.center().y()) == (255, 255, 255)
    assert colour_at(image, frame.x() - 1, frame.center().y()) == (0, 0, 0)
    wide.canvas.show_picture(shown(plain(800, 600, BLUE), "two"))
    assert colour_at(navigator(wide).grab().toImage(), 5, 5) == BLUE


def test_however_little_is_seen_the_frame_is(wide: Hands) -> None:
    wide.canvas.show_picture(shown(plain(800, 600)))
    wide.canvas.zoom_to(64.0)
    image = navigator(wide).grab().toImage()
    white = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if colour_at(image, x, y) == (255,) * 3
    ]
    assert len(white) >= 20


@pytest.mark.parametrize("way", ["zoom", "pan", "turn", "picture"])
def test_it_keeps_up_on_the_screen(wide: Hands, qapp: QApplication, way: str) -> None:
    canvas = wide.canvas
    canvas.show_picture(shown(plain(800, 600)))
    canvas.extras.info_line = False
    qapp.processEvents()
    before = on_screen(canvas).copy(navigator(wide).geometry())
    if way == "zoom":
        canvas.zoom_to(6.0)
    elif way == "pan":
        canvas.pan_by(-300, -90)
    elif way == "turn":
        canvas.turn(2)
        canvas.pan_by(60, 60)
    else:
        canvas.show_picture(shown(plain(800, 600, BLUE), "two"))
    qapp.processEvents()
    place = navigator(wide).geometry()
    assert on_screen(canvas).copy(place) != before
    assert on_screen(canvas).copy(place) == canvas.grab().toImage().convertToFormat(before.format()).copy(place)


def on_screen(canvas: Canvas) -> QImage:
    """What was painted into the window, not painted for this."""
    device = canvas.backingStore().paintDevice()
    assert isinstance(device, QImage)
    return device.copy(canvas.rect().translated(canvas.mapTo(canvas.window(), QPoint())))


def test_the_frame_can_be_dragged(wide: Hands) -> None:
    start, before = navigator(wide).frame.center() + QPointF(6, 4), middle(wide)
    drag(wide, start, start + QPointF(10, 5), start + QPointF(20, 10))
    inner = navigator(wide).rect().adjusted(1, 1, -1, -1)
    assert middle(wide).x() - before.x() == pytest.approx(20 / inner.width(), abs=0.01)
    assert middle(wide).y() - before.y() == pytest.approx(10 / inner.height(), abs=0.01)
    assert wide.canvas.zoom == 3.0


def test_a_click_leads_there(wide: Hands) -> None:
    inner = navigator(wide).rect().adjusted(1, 1, -1, -1)
    drag(wide, QPointF(inner.width() * 0.7, inner.height() * 0.3))
    assert middle(wide).x() == pytest.approx(0.7, abs=0.02)
    assert middle(wide).y() == pytest.approx(0.3, abs=0.02)


def test_it_is_not_in_the_way(wide: Hands) -> None:
    assert navigator(wide).focusPolicy() is Qt.FocusPolicy.NoFocus
    drag(wide, QPointF(20, 20))
    assert wide.canvas.hasFocus()
    point = navigator(wide).geometry().center()
    wide.move(point.x(), point.y())
    line = wide.canvas.findChild(InfoLine)
    assert line is not None
    assert not line.geometry().intersects(navigator(wide).geometry())


def test_it_lies_above_what_adjusts_a_comparison(wide: Hands) -> None:
    wide.canvas.extras.info_line = False
    below = navigator(wide).geometry()
    wide.canvas.compare(shown(plain(800, 600), "before"))
    wide.canvas.compare_mode = CompareMode.ONION
    assert navigator(wide).geometry().bottom() < below.bottom()


def test_a_very_long_picture_can_still_be_taken_hold_of(wide: Hands) -> None:
    wide.canvas.show_picture(shown(plain(6000, 20), "long"))
    wide.canvas.zoom_to(1.0)
    assert navigator(wide).isVisible()
    assert min(navigator(wide).width(), navigator(wide).height()) >= 12
    drag(wide, QPointF(2, 5))
    assert middle(wide).x() < 0.2


def test_it_tells_when_it_is_pressed_only(wide: Hands, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(navigator(wide).sought):
        for point in (QPoint(20, 20), QPoint(40, 30)):
            at = navigator(wide).mapToParent(point)
            wide.move(at.x(), at.y())
