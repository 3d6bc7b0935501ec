"""The eyedropper by itself: what it sees, what its keys do, and what it leaves to the place that it is over."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.ui.colours.eyedropper import Eyedropper
from flux_desktop.ui.colours.loupe import ColourLoupe
from flux_desktop.ui.colours.sampling import mean_colour
from flux_desktop.ui.colours.screen import ScreenPicker
from flux_desktop.ui.qt_image import around

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def ramp() -> QImage:
    """Red grows to the right by one a pixel, green downwards."""
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    for y in range(100):
        for x in range(200):
            image.setPixelColor(x, y, QColor(x, y, 7))
    return image


class Place(QWidget):
    """Shows `ramp`, a pixel of it each of its own, and counts what reaches it."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(240, 120)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.image = ramp()
        self.presses = 0
        self.keys: list[int] = []

    def look(self, point: QPointF, reach: int) -> QImage | None:
        x, y = int(point.x()), int(point.y())
        return around(self.image, x, y, reach) if self.image.rect().contains(x, y) else None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        painter.drawImage(0, 0, self.image)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        del event
        self.presses += 1

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self.keys.append(event.key())


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    made = Place()
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


@pytest.fixture
def eyedropper(place: Place) -> Eyedropper:
    made = Eyedropper(place, place.look)
    made.begin(1)
    return made


def move(place: Place, x: int, y: int) -> None:
    at = QPointF(x, y)
    none = Qt.MouseButton.NoButton
    QApplication.sendEvent(place, QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, NONE))


def test_a_click_picks_the_pixel_and_puts_it_away(place: Place, eyedropper: Eyedropper) -> None:
    told: list[str] = []
    eyedropper.picked.connect(told.append)
    eyedropper.ended.connect(lambda: told.append("ended"))
    QTest.mouseClick(place, LEFT, NONE, QPoint(64, 32))
    assert told == ["ended", "#402007"]
    assert not eyedropper.is_out
    assert place.presses == 0
    QTest.mouseClick(place, LEFT, NONE, QPoint(64, 32))
    assert place.presses == 1, "the place has its mouse again"


def test_with_shift_it_goes_on(place: Place, eyedropper: Eyedropper) -> None:
    told: list[str] = []
    eyedropper.picked.connect(told.append)
    QTest.mouseClick(place, LEFT, SHIFT, QPoint(1, 2))
    QTest.mouseClick(place, LEFT, SHIFT, QPoint(3, 4))
    assert told == ["#010207", "#030407"]
    assert eyedropper.is_out


def test_the_loupe_shows_what_is_under_the_pointer(place: Place, eyedropper: Eyedropper) -> None:
    loupe = place.findChild(ColourLoupe)
    assert loupe is not None
    move(place, 64, 32)
    assert loupe.isVisible()
    assert loupe.accessibleDescription().startswith("#402007 ")
    assert place.rect().contains(loupe.pos())
    assert loupe.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    move(place, 230, 32)
    assert not loupe.isVisible(), "nothing to pick beside the picture"
    assert eyedropper.colour is None


def test_keys_move_it_choose_the_average_and_pick(place: Place, eyedropper: Eyedropper) -> None:
    told: list[str] = []
    eyedropper.picked.connect(told.append)
    sides: list[int] = []
    eyedropper.side_chosen.connect(sides.append)
    move(place, 64, 32)
    QTest.keyClick(place, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(place, Qt.Key.Key_Up)
    assert eyedropper.colour == "#4a1f07"
    place.image.setPixelColor(74, 31, QColor(255, 255, 255))
    QTest.keyClick(place, Qt.Key.Key_3)
    assert eyedropper.colour == "#5e3823", "eight pixels of the ramp and a white one"
    QTest.keyClick(place, Qt.Key.Key_Return)
    assert (told, sides) == (["#5e3823"], [3])


def test_other_keys_are_left_to_the_place_and_esc_ends_it(place: Place, eyedropper: Eyedropper) -> None:
    told: list[str] = []
    eyedropper.picked.connect(told.append)
    QTest.keyClick(place, Qt.Key.Key_Z)
    assert place.keys == [Qt.Key.Key_Z]
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_3, NONE)
    override.ignore()
    QApplication.sendEvent(place, override)
    assert override.isAccepted(), "3 is a rating elsewhere"
    QTest.keyClick(place, Qt.Key.Key_Escape)
    assert not eyedropper.is_out
    assert told == []


def test_it_ends_when_its_place_goes(place: Place, eyedropper: Eyedropper) -> None:
    place.hide()
    assert not eyedropper.is_out


@pytest.mark.parametrize(("side", "colour"), [(1, "#0a0a0a"), (3, "#0c0c0c")])
def test_the_mean_leaves_out_what_is_transparent(side: int, colour: str) -> None:
    image = QImage(11, 11, QImage.Format.Format_ARGB32)
    image.fill(0)
    image.setPixelColor(5, 5, QColor(10, 10, 10))
    image.setPixelColor(6, 5, QColor(14, 14, 14))
    assert mean_colour(image, side) == colour
    image.fill(0)
    assert mean_colour(image, side) is None


def test_around_an_edge_there_is_nothing() -> None:
    found = around(ramp(), 0, 99, 2)
    assert found.pixelColor(2, 2) == QColor(0, 99, 7)
    assert found.pixelColor(3, 1) == QColor(1, 98, 7)
    assert found.pixelColor(1, 2).alpha() == 0
    assert found.pixelColor(2, 3).alpha() == 0
    assert around(ramp(), 500, 500, 2).pixelColor(2, 2).alpha() == 0


def test_the_screen_is_held_still_and_picked_from(qtbot: QtBot, place: Place) -> None:
    qtbot.waitExposed(place)
    place.repaint()
    picker = ScreenPicker(place, lambda work, then, on_error: pytest.fail("the desktop is not asked"))
    told: list[str] = []
    picker.picked.connect(told.append)
    picker.told.connect(told.append)
    picker.ended.connect(lambda: told.append("ended"))
    picker.begin(1)
    stills = [one for one in QApplication.topLevelWidgets() if one.objectName() == "screen_picker" and one.isVisible()]
    at = stills[0].mapFromGlobal(place.mapToGlobal(QPoint(64, 32)))
    QTest.mouseClick(stills[0], LEFT, NONE, at)
    assert told == ["ended", "#402007"]
    assert not stills[0].isVisible()
