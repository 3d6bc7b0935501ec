"""What a drop on each zone does: with the events that Qt sends."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.ui.desk.drop_zones import EDIT, REFERENCE, DropZones
from flux_desktop.ui.desk.dropped import Dropped
from tests.ui.counted import Counted
from tests.ui.offers import bitmap, files, page, words

Event = TypeVar("Event", bound=QEvent)

ANY = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction | Qt.DropAction.LinkAction
SOURCE = "https://example.invalid/p.jpg"
ON_EDIT, ON_REFERENCE, BETWEEN = QPoint(150, 200), QPoint(450, 200), QPoint(300, 200)


class Drag:
    """Something dragged over the window, which passes it on to what is under the pointer."""

    def __init__(self, zones: DropZones, mime: QMimeData) -> None:
        self.zones = zones
        self.mime = mime
        self.told: list[tuple[str, Dropped]] = []
        zones.dropped.connect(lambda zone, payload: self.told.append((zone, payload)))

    def enter(self, at: QPoint = ON_EDIT) -> QDragEnterEvent:
        event = QDragEnterEvent(at, ANY, self.mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        return self._send(event)

    def move(self, at: QPoint) -> QDragMoveEvent:
        return self._send(QDragMoveEvent(at, ANY, self.mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))

    def drop(self, at: QPoint) -> QDropEvent:
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        return self._send(QDropEvent(QPointF(at), ANY, self.mime, buttons, keys))

    def leave(self) -> None:
        self._send(QDragLeaveEvent())
        QApplication.processEvents()  # it may come in again

    def _send(self, event: Event) -> Event:
        event.ignore()
        QApplication.sendEvent(self.zones.window().windowHandle(), event)
        return event


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setCentralWidget(QLabel("what lies below"))
    made.resize(600, 400)
    made.show()
    return made


@pytest.fixture
def zones(window: QMainWindow) -> DropZones:
    """Over a window of 600 × 400 pixels."""
    return DropZones(window)


@pytest.mark.parametrize("brings", [lambda: files("/one.jpg"), bitmap, lambda: page("", SOURCE)])
def test_the_zones_are_seen_while_a_picture_is_over_the_window(
    zones: DropZones, brings: Callable[[], QMimeData]
) -> None:
    drag = Drag(zones, brings())
    assert not zones.isVisible()
    assert drag.enter(BETWEEN).isAccepted(), "else no move would follow"
    assert zones.isVisible()
    assert zones.geometry() == zones.window().rect()
    drag.leave()
    assert not zones.isVisible()


def test_words_bring_up_no_zones(zones: DropZones) -> None:
    drag = Drag(zones, words())
    assert not drag.enter().isAccepted()
    assert not zones.isVisible()


@pytest.mark.parametrize(("at", "zone"), [(ON_EDIT, EDIT), (ON_REFERENCE, REFERENCE)])
def test_a_drop_says_in_which_zone_it_was(zones: DropZones, at: QPoint, zone: str) -> None:
    drag = Drag(zones, files("/one.jpg", "/two.jpg"))
    drag.enter(BETWEEN)
    assert drag.move(at).isAccepted()
    assert zones.highlighted == zone
    event = drag.drop(at)
    assert event.isAccepted()
    assert event.dropAction() is Qt.DropAction.CopyAction, "a move would delete the user's file"
    assert [(where, payload.paths) for where, payload in drag.told] == [(zone, ["/one.jpg", "/two.jpg"])]
    assert not zones.isVisible()


def test_a_drop_between_the_zones_does_nothing(zones: DropZones) -> None:
    drag = Drag(zones, files("/one.jpg"))
    drag.enter(ON_EDIT)
    assert not drag.move(BETWEEN).isAccepted()
    assert zones.highlighted == ""
    assert not drag.drop(BETWEEN).isAccepted()
    assert drag.told == []
    assert not zones.isVisible()


def test_where_no_reference_is_possible_the_zone_says_why_and_takes_none(zones: DropZones) -> None:
    zones.set_reference_reason("Offline edit takes no references.")
    drag = Drag(zones, files("/one.jpg"))
    drag.enter(BETWEEN)
    assert not drag.move(ON_REFERENCE).isAccepted(), "the pointer says it"
    assert zones.highlighted == ""
    assert "Offline edit takes no references." in descriptions(zones)
    assert not drag.drop(ON_REFERENCE).isAccepted()
    assert drag.told == []
    zones.set_reference_reason(None)
    drag.enter(BETWEEN)
    drag.drop(ON_REFERENCE)
    assert [where for where, payload in drag.told] == [REFERENCE]
    assert "Offline edit takes no references." not in descriptions(zones)


def descriptions(zones: DropZones) -> list[str]:
    return [one.accessibleDescription() for one in zones.findChildren(QWidget)]


def test_the_reason_is_painted(zones: DropZones) -> None:
    drag = Drag(zones, files("/one.jpg"))
    drag.enter(BETWEEN)
    free = zones.grab().toImage()
    zones.set_reference_reason("Offline edit takes no references.")
    refused = zones.grab().toImage()
    changed = {x // 300 for x in range(0, 600, 2) for y in range(0, 400, 2) if free.pixel(x, y) != refused.pixel(x, y)}
    assert changed == {1}, "in that zone only"


def test_the_zone_under_the_pointer_stands_out(zones: DropZones) -> None:
    drag = Drag(zones, files("/one.jpg"))
    drag.enter(ON_EDIT)
    highlight = zones.palette().highlight().color()
    seen = zones.grab().toImage()
    assert [seen.pixelColor(at) == highlight for at in (QPoint(60, 60), QPoint(540, 60))] == [True, False]
    drag.move(ON_REFERENCE)
    seen = zones.grab().toImage()
    assert [seen.pixelColor(at) == highlight for at in (QPoint(60, 60), QPoint(540, 60))] == [False, True]


def test_in_a_tall_window_the_zones_lie_above_each_other(zones: DropZones) -> None:
    zones.window().resize(400, 700)
    drag = Drag(zones, files("/one.jpg"))
    drag.enter(QPoint(200, 100))
    assert zones.highlighted == EDIT
    drag.move(QPoint(200, 600))
    assert zones.highlighted == REFERENCE


def test_the_zones_follow_the_window(zones: DropZones) -> None:
    Drag(zones, files("/one.jpg")).enter()
    zones.window().resize(900, 500)
    assert zones.geometry() == zones.window().rect()
    assert zones.zone_at(QPoint(800, 250)) == REFERENCE


def test_the_zones_stay_when_the_drag_goes_on_over_them(zones: DropZones) -> None:
    """Covered by the zones, the window is told that the drag has left it."""
    drag, blinks = Drag(zones, files("/one.jpg")), Counted(zones, QEvent.Type.Hide)
    drag.enter()
    drag.move(ON_REFERENCE)
    QApplication.processEvents()
    assert zones.isVisible()
    assert blinks.count == 0
    drag.move(ON_EDIT)
    assert zones.highlighted == EDIT
    drag.leave()
    assert not zones.isVisible()


def test_the_zones_go_when_the_drag_left_before_it_came_over_them(zones: DropZones) -> None:
    drag = Drag(zones, files("/one.jpg"))
    drag.enter()
    drag.leave()
    assert not zones.isVisible()


def test_a_second_drag_finds_the_zones_again(zones: DropZones) -> None:
    for _ in range(2):
        drag = Drag(zones, files("/one.jpg"))
        drag.enter()
        drag.move(ON_EDIT)
        drag.drop(ON_EDIT)
        assert len(drag.told) == 1
        assert not zones.isVisible()


def test_what_holds_no_picture_after_all_is_told(zones: DropZones) -> None:
    told: list[bool] = []
    zones.nothing_dropped.connect(lambda: told.append(True))
    drag = Drag(zones, page("", "ftp://example.invalid/one.jpg"))
    drag.enter()
    assert not drag.drop(ON_EDIT).isAccepted()
    assert (drag.told, told) == ([], [True])
    drag.enter()
    drag.drop(BETWEEN)
    assert told == [True], "nothing was asked for there"


def test_a_drop_before_any_move_counts(zones: DropZones) -> None:
    """A quick hand drops before Qt has told of the zones that now lie over the window."""
    drag = Drag(zones, files("/one.jpg"))
    drag.enter()
    drag.drop(ON_EDIT)
    assert [where for where, payload in drag.told] == [EDIT]
    assert not zones.isVisible()


def test_the_zones_have_names(zones: DropZones) -> None:
    assert (zones.objectName(), zones.accessibleIdentifier()) == ("drop_zones", "drop_zones")
    assert [one.accessibleName() for one in zones.findChildren(QWidget)] == ["Edit this picture", "Use as reference"]


def test_what_lies_below_is_not_painted(window: QMainWindow, zones: DropZones, qtbot: QtBot) -> None:
    below = window.centralWidget()
    assert below is not None
    qtbot.waitExposed(window)
    drag, painted = Drag(zones, files("/one.jpg")), Counted(below, QEvent.Type.Paint)
    drag.enter()
    below.update()
    QApplication.processEvents()
    assert zones.isVisible()
    assert painted.count == 0
    drag.leave()
    qtbot.waitUntil(lambda: painted.count > 0)
