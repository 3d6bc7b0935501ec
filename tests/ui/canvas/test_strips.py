"""The strips over the lower edge of the canvas: as low as can be, and nothing of use lies behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.core.region import Finish
from flux_desktop.ui import theme
from flux_desktop.ui.canvas import Canvas
from flux_desktop.ui.canvas.extend_strip import ExtendStrip
from flux_desktop.ui.canvas.finish_strip import FinishStrip
from flux_desktop.ui.canvas.navigator import Navigator
from flux_desktop.ui.canvas.strip import Strip
from flux_desktop.ui.canvas.tool_options import ToolOptions
from flux_desktop.ui.canvas.tools import Tool, Toolbox
from flux_desktop.ui.main_window import LEAST_MIDDLE
from flux_desktop.ui.parts.flow import FlowLayout
from flux_desktop.ui.translating import use_language
from tests.ui.canvas.hands import Hands

pytestmark = pytest.mark.qt

ROOM = (608, 493)
"""What a window of 1280 × 800 pixels leaves of the canvas between its panels."""


@pytest.fixture(params=["en", "de"])
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    """The window speaks it, and English again after the test."""
    locale = QLocale()
    use_language(qapp, request.param, {})
    theme.apply(qapp, "light")
    yield request.param
    use_language(qapp, "en", {})
    QLocale.setDefault(locale)


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(*ROOM)
    made.show()
    return made


def finishing(host: QWidget) -> Strip:
    strip = FinishStrip(host)
    strip.begin(Finish(dx=-123.5, dy=1234.5), "The model left everything in its place.", can_align=True)
    return strip


def extending(host: QWidget) -> Strip:
    strip = ExtendStrip(host)
    strip.begin((6000, 4000), (1500, 0, 12_000, 0))
    return strip


def lines(strip: Strip) -> int:
    room = strip.width() - 2 * theme.GAP
    parts = [strip._column.itemAt(index) for index in range(strip._column.count())]
    return sum(len(part._lines(room)) for part in parts if isinstance(part, FlowLayout))


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("made", [finishing, extending])
def test_two_lines_are_enough_beside_the_panels(host: QWidget, made: Callable[[QWidget], Strip]) -> None:
    strip = made(host)
    assert lines(strip) == 2
    assert host.rect().contains(strip.geometry())


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("tool", [Tool.HAND, Tool.RECTANGLE, Tool.BRUSH, Tool.WAND, Tool.FRAME])
def test_the_options_of_a_tool_are_one_line_in_the_narrowest_window(host: QWidget, tool: Tool) -> None:
    options = ToolOptions()
    QVBoxLayout(host).addWidget(options)
    host.resize(LEAST_MIDDLE + 22, 400)  # with the margins
    tools = Toolbox(Canvas(host))
    tools.tool = tool
    options.show_tool(tools)
    options.show_region("No region: all of the picture may change", there=False, is_source=True)
    options.show()
    assert options.heightForWidth(options.width()) <= options.minimumHeight()


def test_one_line_of_words_stands_in_line_with_the_numbers(host: QWidget) -> None:
    host.resize(900, 493)
    strip = finishing(host)
    words, number = strip.findChild(QLabel, "finish_words"), strip.findChild(QWidget, "finish_x")
    assert words is not None
    assert number is not None
    image, ground = words.grab().toImage(), words.palette().window().color().lightness()
    rows = [
        y
        for y in range(image.height())
        if any(abs(image.pixelColor(x, y).lightness() - ground) > 60 for x in range(image.width()))
    ]
    middle = words.mapTo(strip, QPoint(0, (rows[0] + rows[-1]) // 2)).y()
    assert middle == pytest.approx(number.geometry().center().y(), abs=3)


def test_who_lies_there_hears_of_it(host: QWidget) -> None:
    strip = FinishStrip(host)
    told: list[QRect] = []
    strip.room_taken.connect(told.append)
    strip.begin(Finish(), "", can_align=True)
    assert told[-1] == strip.geometry()
    host.resize(400, 300)
    assert told[-1] == strip.geometry()
    assert host.rect().contains(told[-1])
    strip.hide()
    assert told[-1].isEmpty()


def test_the_navigator_lies_above_what_would_cover_it(hands: Hands) -> None:
    canvas = hands.canvas
    canvas.window().resize(*ROOM)
    canvas.resize(*ROOM)
    canvas.zoom_to(3.0)
    navigator = canvas.findChild(Navigator)
    assert navigator is not None
    free = navigator.geometry()
    strip = FinishStrip(canvas)
    strip.room_taken.connect(canvas.extras.make_room)
    strip.begin(Finish(), "", can_align=True)
    assert navigator.isVisible()
    assert not navigator.geometry().intersects(strip.geometry())
    canvas.resize(ROOM[0], ROOM[1] - 10)
    assert not navigator.geometry().intersects(strip.geometry())
    canvas.resize(*ROOM)
    strip.hide()
    assert navigator.geometry() == free
    canvas.window().resize(1600, ROOM[1])
    canvas.resize(1600, ROOM[1])
    beside = navigator.geometry()
    strip.show()
    assert navigator.geometry() == beside, "where there is room beside the strip it does not move"


def test_nothing_changes_while_the_new_result_is_made(host: QWidget, qtbot: QtBot) -> None:
    strip = FinishStrip(host)
    strip.begin(Finish(), "", can_align=True)
    strip.nudge(2, 0)
    assert strip._apply.isEnabled()
    strip.set_busy(True)
    with qtbot.assertNotEmitted(strip.changed):
        strip.nudge(2, 0)
        strip._align.click()
    assert not strip._apply.isEnabled()
    assert strip.finish == Finish(dx=2)
    strip.begin(Finish(), "", can_align=False)
    assert not strip._align.isEnabled()
    assert strip._across.isEnabled()
