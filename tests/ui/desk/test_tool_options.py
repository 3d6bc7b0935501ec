"""The tools beside the canvas and the row above it that tells of the one in use, and what it does with the keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from flux_desktop.ui import icons
from flux_desktop.ui.canvas.tools import Look, Tool
from flux_desktop.ui.desk.region import sent_words
from tests.ui.desk.drawing import SIZE, drag, number, tool, type_number
from tests.ui.results import until
from tests.ui.windows import CONTROL, NONE, SHIFT, User

pytestmark = pytest.mark.qt


async def test_enter_and_esc_in_a_number_give_the_keys_back_to_the_canvas(painter: User) -> None:
    painter.key(Qt.Key.Key_M, SHIFT)
    type_number(painter, "region_width", 300)
    assert painter.window.canvas.hasFocus()
    number(painter, "region_height").setFocus()
    number(painter, "region_height").selectAll()
    QTest.keyClicks(number(painter, "region_height"), "250")
    height = number(painter, "region_height").value()
    QTest.keyClick(number(painter, "region_height"), Qt.Key.Key_Escape)
    assert painter.window.canvas.hasFocus()
    assert number(painter, "region_height").value() == height
    painter.key(Qt.Key.Key_B)
    assert tool(painter) is Tool.BRUSH


async def test_a_click_on_reset_leaves_the_keys_to_the_canvas(painter: User) -> None:
    painter.key(Qt.Key.Key_M, SHIFT)
    drag(painter, (500, 300), (600, 400))
    await until(lambda: painter.session.selection.crop is not None)
    painter.key(Qt.Key.Key_C)
    QTest.mouseClick(painter.find(QWidget, "frame_reset"), Qt.MouseButton.LeftButton)
    assert painter.window.canvas.hasFocus()


async def test_a_hidden_region_says_so_and_is_seen_again_when_one_is_drawn(painter: User) -> None:
    painter.key(Qt.Key.Key_M, SHIFT)
    drag(painter, (500, 300), (600, 400))
    await until(lambda: painter.session.selection.mask is not None)
    assert _look(painter) == (Look.OUTLINE, "eye")
    painter.key(Qt.Key.Key_Q)
    assert _look(painter) == (Look.TINT, "eye")
    painter.key(Qt.Key.Key_Q)
    assert _look(painter) == (Look.HIDDEN, "eye-off")
    drag(painter, (700, 300), (800, 400))
    assert _look(painter) == (Look.OUTLINE, "eye")


def _look(user: User) -> tuple[Look, str]:
    """How the region is shown, and the icon of the button for that."""
    return user.desk.region.tools.veil.look, user.find(QWidget, "region_look").property(icons.NAME)


@pytest.mark.parametrize(
    ("key", "held", "name", "word"),
    [
        (Qt.Key.Key_B, NONE, "brush_size", "Size"),
        (Qt.Key.Key_B, NONE, "brush_hardness", "Hardness"),
        (Qt.Key.Key_W, SHIFT, "wand_tolerance", "Tolerance"),
    ],
)
async def test_a_number_says_what_it_is(
    painter: User, key: Qt.Key, held: Qt.KeyboardModifier, name: str, word: str
) -> None:
    painter.key(key, held)
    assert painter.sees(name)
    assert number(painter, name).text().startswith(f"{word} ")


async def test_the_button_of_the_numbers_puts_them_away(painter: User) -> None:
    painter.key(Qt.Key.Key_A, CONTROL)
    await until(lambda: painter.session.selection.mask is not None)
    painter.click("region_adjust")
    assert painter.sees("adjust_popup")
    painter.click("region_adjust")
    assert not painter.sees("adjust_popup")
    assert painter.window.canvas.hasFocus()


async def test_there_are_no_tools_without_a_picture_and_nothing_moves_when_they_come(user: User) -> None:
    canvas = user.window.canvas
    empty = canvas.geometry()
    assert not user.sees("tool_bar")
    assert not user.sees("tool_options")
    assert not user.action("tool_brush").isEnabled()
    await user.open(user.file("photo.png", *SIZE))
    assert user.sees("tool_bar")
    assert user.sees("tool_options")
    places = set()
    for one in Tool:
        user.action(f"tool_{one.value}").trigger()
        await until(lambda one=one: tool(user) is one)  # type: ignore[misc]
        places.add(canvas.geometry().getRect())
    assert places == {empty.getRect()}


async def test_a_button_takes_a_tool_and_gives_the_canvas_the_keys(painter: User) -> None:
    painter.click("tool_lasso")
    assert (tool(painter), painter.focus()) == (Tool.LASSO, painter.window.canvas)
    painter.click("region_subtract")
    drag(painter, (200, 200), (400, 300))
    await until(lambda: not painter.desk.region.tools._waiting)
    assert painter.session.selection.mask is None
    painter.window.canvas.setFocus()
    painter.key(Qt.Key.Key_Escape)
    assert tool(painter) is Tool.HAND
    painter.find(QWidget, "tool_hand").setFocus()
    painter.key(Qt.Key.Key_Down)
    assert (painter.focus(), tool(painter)) == (painter.find(QWidget, "tool_rectangle"), Tool.RECTANGLE)
    painter.key(Qt.Key.Key_Tab)
    await until(lambda: painter.focus() is painter.window.canvas)


@pytest.mark.parametrize(
    ("crop", "sent", "words"),
    [
        ((0, 0, 1184, 880), (1184, 880), "1184 × 880 px sent, pixel by pixel"),
        ((0, 0, 1664, 1232), (1184, 880), "1184 × 880 px sent, 1.4× smaller"),
        ((0, 0, 296, 220), (1184, 880), "1184 × 880 px sent, 4.0× larger"),
    ],
)
def test_what_is_sent_in_words(crop: tuple[int, int, int, int], sent: tuple[int, int], words: str) -> None:
    assert sent_words(crop, sent) == words


async def test_the_options_have_one_height_and_stand_in_the_middle(painter: User) -> None:
    row = painter.find(QWidget, "tool_options")
    words, button = painter.find(QLabel, "region_words"), painter.find(QWidget, "region_look")
    await until(lambda: abs(words.geometry().center().y() - button.geometry().center().y()) <= 1)
    height = row.height()
    for one in Tool:
        painter.action(f"tool_{one.value}").trigger()
        assert row.sizeHint().height() <= row.minimumHeight() == height, one


async def test_sizes_are_written_as_everywhere_else(painter: User) -> None:
    large = painter.file("large.png", 2400, 1600)
    await painter.open(large)
    painter.session.selection.whole()
    await until(lambda: "2400 × 1600" in painter.label("region_words"))
    frame = painter.desk.region._frame()
    assert frame is not None
    assert frame.words.startswith("1248 × 832 px sent")
