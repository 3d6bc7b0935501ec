"""The prompt box: typing, submitting, recalling, and leaving pictures to the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.ui.prompt.box import PromptBox
from tests.ui.counted import Counted

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def box(qtbot: QtBot) -> PromptBox:
    box = PromptBox()
    qtbot.addWidget(box)
    box.resize(400, box.height())
    box.show()
    return box


def mime_of(text: str = "", url: str = "", image: bool = False, html: str = "") -> QMimeData:
    mime = QMimeData()
    if text:
        mime.setText(text)
    if html:
        mime.setHtml(html)
    if url:
        mime.setUrls([QUrl(url)])
    if image:
        mime.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    return mime


@pytest.mark.parametrize("held", [CTRL, SHIFT, CTRL | SHIFT])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_with_control_or_shift_submits(
    box: PromptBox, qtbot: QtBot, held: Qt.KeyboardModifier, key: Qt.Key
) -> None:
    QTest.keyClicks(box, "Make it red")
    with qtbot.waitSignal(box.submitted, timeout=1000):
        QTest.keyClick(box, key, held)
    assert box.text() == "Make it red"


def test_keys_that_are_held_submit_once(box: PromptBox, qtbot: QtBot) -> None:
    told: list[bool] = []
    box.submitted.connect(lambda: told.append(True))
    for repeated in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, SHIFT, "\r", repeated)
        QApplication.sendEvent(box, press)
    assert told == [True]
    assert box.text() == ""


def test_enter_alone_makes_a_new_line(box: PromptBox, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(box.submitted):
        QTest.keyClicks(box, "one")
        QTest.keyClick(box, Qt.Key.Key_Return)
        QTest.keyClicks(box, "two")
    assert box.text() == "one\ntwo"


def test_earlier_prompts_are_recalled_and_the_draft_comes_back(box: PromptBox, qtbot: QtBot) -> None:
    box.set_history(["second", "first"])
    QTest.keyClicks(box, "a draft")
    shown = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(box, key, ALT)
        shown.append(box.text())
    assert shown == ["second", "first", "first", "second", "a draft"]


def test_a_recall_can_be_undone(box: PromptBox, qtbot: QtBot) -> None:
    box.set_history(["second"])
    QTest.keyClicks(box, "a draft")
    QTest.keyClick(box, Qt.Key.Key_Up, ALT)
    box.undo()
    assert box.text() == "a draft"
    box.redo()
    assert box.text() == "second"


def test_the_text_that_is_set_can_be_undone(box: PromptBox, qtbot: QtBot) -> None:
    QTest.keyClicks(box, "mine")
    box.set_text("of a recipe")
    box.undo()
    assert box.text() == "mine"


def test_tab_leaves_the_box(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box, after = PromptBox(), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(box)
    column.addWidget(after)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert box.text() == ""
    assert after.hasFocus()


@pytest.mark.parametrize(
    "mime",
    [
        {"url": "file:///home/me/photo.jpg"},
        {"image": True},
        {"url": "https://example.invalid/a.png", "text": "https://example.invalid/a.png"},
    ],
    ids=["file", "image", "address"],
)
def test_a_dragged_picture_is_left_to_the_window(box: PromptBox, mime: dict[str, str | bool]) -> None:
    data = mime_of(**mime)  # type: ignore[arg-type]  # one strategy for str and bool
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    enter.ignore()
    QApplication.sendEvent(box.viewport(), enter)
    assert not enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    drop.ignore()
    QApplication.sendEvent(box.viewport(), drop)
    assert not drop.isAccepted()
    assert box.text() == ""


def test_dragged_words_are_taken(box: PromptBox) -> None:
    data = mime_of("brighter")
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(box.viewport(), enter)
    assert enter.isAccepted()


def test_what_is_pasted_is_plain_text(box: PromptBox) -> None:
    box.insertFromMimeData(mime_of("red", html="<b>red</b>"))
    assert box.document().toHtml().count("font-weight:700") == 0
    assert box.text() == "red"


def test_copied_files_are_not_pasted_as_paths(box: PromptBox) -> None:
    box.insertFromMimeData(mime_of("/home/me/a.png", url="file:///home/me/a.png"))
    assert box.text() == ""


def test_the_window_may_have_ctrl_v_while_a_picture_is_copied(qtbot: QtBot) -> None:
    heard: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    box = PromptBox()
    QVBoxLayout(window).addWidget(box)
    action = window.addAction("Paste")
    action.setShortcut("Ctrl+V")
    action.triggered.connect(lambda: heard.append("window"))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    box.setFocus()
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("words")
    QTest.keyClick(box, Qt.Key.Key_V, CTRL)
    assert (heard, box.text()) == ([], "words")
    clipboard.setMimeData(mime_of(image=True))
    QTest.keyClick(box, Qt.Key.Key_V, CTRL)
    assert (heard, box.text()) == (["window"], "words")
    clipboard.clear()


def test_it_grows_from_two_lines_to_six(box: PromptBox, qtbot: QtBot) -> None:
    heights = []
    for lines in range(1, 10):
        box.set_text("\n".join(["word"] * lines))
        heights.append(box.height())
    assert heights[0] == heights[1] < heights[2] < heights[3] < heights[4] < heights[5]
    assert heights[5] == heights[6] == heights[8]
    box.set_text("word " * 40)
    assert box.height() > heights[1]


def test_the_draft_is_told_once_after_the_typing(box: PromptBox, qtbot: QtBot) -> None:
    heard: list[str] = []
    box.draft_changed.connect(heard.append)
    with qtbot.waitSignal(box.draft_changed, timeout=3000):
        QTest.keyClicks(box, "brighter")
    assert heard == ["brighter"]


def test_the_example_fits_the_mode(box: PromptBox, qtbot: QtBot) -> None:
    box.clearFocus()  # a blinking cursor paints, too
    QApplication.processEvents()
    before = box.viewport().grab().toImage()
    assert "#0066cc" in box.placeholderText()
    painted = Counted(box.viewport(), QEvent.Type.Paint)
    box.set_mode("generate")
    assert "#0066cc" not in box.placeholderText()
    qtbot.waitUntil(lambda: painted.count > 0)
    assert box.viewport().grab().toImage() != before
