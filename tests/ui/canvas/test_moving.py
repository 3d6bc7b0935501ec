"""Moving a picture paints what comes in at the edges, and looks as if all had been painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.ui.canvas import Canvas, CompareMode
from flux_desktop.ui.canvas.moving import step_between
from flux_desktop.ui.canvas.painting import within_ring
from flux_desktop.ui.canvas.transform import View
from tests.ui.canvas.pictures import BLUE, plain, shown, speckled

pytestmark = pytest.mark.usefixtures("qapp")


class Painted(Canvas):
    """Notes what it was asked to paint."""

    def __init__(self, parent: QWidget) -> None:
        self.parts = QRegion()
        super().__init__(parent)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self.parts += event.region()
        super().paintEvent(event)


@pytest.fixture
def canvas(window: QWidget, qapp: QApplication) -> Painted:
    made = Painted(window)
    made.resize(400, 300)
    made.show()
    made.extras.navigator = made.extras.info_line = False
    made.set_calm(True)
    made.show_picture(shown(speckled(800, 600)))
    made.zoom_to(1.0)
    qapp.processEvents()
    made.parts = QRegion()
    return made


def seen(canvas: Canvas) -> QImage:
    """What is on the screen, not painted for this."""
    store = canvas.backingStore()
    device = store.paintDevice()
    assert isinstance(device, QImage)
    return device.copy(QRect(canvas.mapTo(canvas.window(), canvas.rect().topLeft()), canvas.size()))


def meant(canvas: Canvas) -> QImage:
    return canvas.grab().toImage().convertToFormat(seen(canvas).format())


@pytest.mark.parametrize("ring", [False, True])
@pytest.mark.parametrize("step", [(13, 7), (-11, -9), (0, 40), (-40, 0), (500, 400)])
def test_only_what_comes_in_is_painted(canvas: Painted, qapp: QApplication, step: tuple[int, int], ring: bool) -> None:
    if ring:
        canvas.setFocus(Qt.FocusReason.TabFocusReason)
        qapp.processEvents()
        canvas.parts = QRegion()
    canvas.pan_by(*step)
    qapp.processEvents()
    painted = sum(rect.width() * rect.height() for rect in canvas.parts)  # type: ignore[attr-defined]  # see `rectangles`
    assert painted <= 400 * min(300, abs(step[1])) + 300 * min(400, abs(step[0]))
    assert seen(canvas) == meant(canvas)


@pytest.mark.parametrize("mode", list(CompareMode))
def test_two_pictures_move_like_one(canvas: Painted, qapp: QApplication, mode: CompareMode) -> None:
    canvas.compare(shown(plain(800, 600, BLUE), "before"))
    canvas.compare_mode = mode
    canvas.zoom_to(1.0)
    qapp.processEvents()
    for step in ((13, 7), (-31, 5), (4, -60)):
        canvas.pan_by(*step)
        qapp.processEvents()
        assert seen(canvas) == meant(canvas)


def test_what_lies_over_the_picture_stays(canvas: Painted, qapp: QApplication) -> None:
    canvas.set_message("Opening …")
    canvas.set_loupe(True)
    canvas.pan_by(25, -14)
    qapp.processEvents()
    assert seen(canvas) == meant(canvas)


def test_a_ring_round_the_canvas_stays(canvas: Painted, qapp: QApplication) -> None:
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    canvas.pan_by(25, -14)
    qapp.processEvents()
    assert seen(canvas) == meant(canvas)


@pytest.mark.parametrize(
    ("reason", "ring"), [(Qt.FocusReason.TabFocusReason, True), (Qt.FocusReason.MouseFocusReason, False)]
)
def test_the_focus_comes_and_goes_without_the_picture(
    canvas: Painted, qapp: QApplication, reason: Qt.FocusReason, ring: bool
) -> None:
    for comes in (True, False):
        canvas.setFocus(reason) if comes else canvas.clearFocus()
        qapp.processEvents()
        assert canvas.parts.isEmpty() is not ring
        assert not canvas.parts.intersects(within_ring(canvas.rect()))
        assert seen(canvas) == meant(canvas)
        canvas.parts = QRegion()


def test_a_picture_at_the_edge_of_the_canvas_is_followed_by_the_surround(
    canvas: Painted, qapp: QApplication, qtbot: QtBot
) -> None:
    canvas.pan_by(1000, 1000)
    canvas.pan_by(-6, -5)
    qapp.processEvents()
    assert seen(canvas) == meant(canvas)


VIEW = View((400, 300), (800, 600), zoom=1.0, centre=(400, 300), fits=False)


def test_a_step_is_in_logical_pixels() -> None:
    assert step_between(VIEW, VIEW.panned(12, -8), 1.0) == (12, -8)
    assert step_between(VIEW, VIEW.panned(12, -8), 2.0) == (6, -4)


@pytest.mark.parametrize("ratio", [1.5, 2.0])
def test_part_of_a_logical_pixel_is_no_step(ratio: float) -> None:
    assert step_between(VIEW, VIEW.panned(13, 0), ratio) is None


def test_another_zoom_is_no_step() -> None:
    assert step_between(VIEW, VIEW.zoomed(1.1), 1.0) is None
