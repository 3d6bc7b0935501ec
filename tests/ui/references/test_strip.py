"""The reference strip: numbered in sending order, moved by buttons, keys and dragging."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from flux_desktop.ui.desk.dropped import NODES
from flux_desktop.ui.parts.controls import ElidedLabel
from flux_desktop.ui.parts.folding import FoldingRow
from flux_desktop.ui.prompt.mode_bar import ModeBar
from flux_desktop.ui.references.list_view import ReferenceList
from flux_desktop.ui.references.strip import Reference, ReferenceStrip
from tests.ui.panels import thumbnail

THREE: list[Reference] = [
    ("a", "jacket.png", thumbnail("#33aa33")),
    ("b", "hat.png", thumbnail("#3333dd")),
    ("c", "scarf.png", thumbnail("#dd8800")),
]


@pytest.fixture
def strip(qtbot: QtBot) -> ReferenceStrip:
    strip = ReferenceStrip()
    qtbot.addWidget(strip)
    strip.set_limit(4)
    strip.resize(640, 80)
    strip.show()
    return strip


def tiles(strip: ReferenceStrip) -> ReferenceList:
    assert strip.list is not None
    return strip.list


def spoken(strip: ReferenceStrip) -> list[str]:
    """What a screen reader says of each tile."""
    return [str(tiles(strip).item(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(tiles(strip).count())]


def words(strip: ReferenceStrip) -> str:
    label = strip.findChild(ElidedLabel, "reference_words")
    assert label is not None
    return label.words() if label.isVisible() else ""


def orders(strip: ReferenceStrip) -> list[list[str]]:
    heard: list[list[str]] = []
    strip.order_changed.connect(heard.append)
    return heard


def test_a_model_that_takes_none_leaves_one_quiet_line(strip: ReferenceStrip) -> None:
    strip.set_limit(0, "This model edits one picture alone.")
    assert words(strip) == "This model edits one picture alone."
    assert not strip.add_button.isEnabled()
    assert strip.list is None


def test_an_empty_strip_says_how_many_there_may_be(strip: ReferenceStrip, qtbot: QtBot) -> None:
    assert "Up to 4" in words(strip)
    with qtbot.waitSignal(strip.add_requested, timeout=1000):
        strip.add_button.click()


def test_the_source_is_image_one_and_references_follow(strip: ReferenceStrip) -> None:
    strip.set_references(THREE)
    assert spoken(strip) == ["Image 2: jacket.png", "Image 3: hat.png", "Image 4: scarf.png"]
    strip.set_limit(4, first=1)
    assert spoken(strip)[0] == "Image 1: jacket.png"


def test_four_are_seen_at_once_beside_the_rest_of_the_prompt(strip: ReferenceStrip, qtbot: QtBot) -> None:
    strip.set_references([*THREE, ("d", "shoes.png", thumbnail("#884400"))])
    strip.resize(370, strip.sizeHint().height())
    qtbot.waitUntil(lambda: tiles(strip).horizontalScrollBar().maximum() == 0)
    assert strip.sizeHint().height() == tiles(strip).height()
    for button in (strip.left_button, strip.right_button, strip.crop_button, strip.remove_button):
        assert strip.rect().contains(QRect(button.mapTo(strip, QPoint()), button.size()))


def test_a_long_name_beside_it_leaves_room_for_three(qtbot: QtBot) -> None:
    bar, strip = ModeBar(), ReferenceStrip()
    strip.set_limit(4)
    bar.set_source("a photograph with a very long name.jpg", thumbnail("#3333dd"))
    row = FoldingRow(bar, strip, 8)
    qtbot.addWidget(row)
    strip.set_references(THREE)
    row.resize(640, 80)
    row.show()
    qtbot.waitUntil(lambda: tiles(strip).horizontalScrollBar().maximum() == 0)
    assert not row.is_folded


def test_what_is_above_the_limit_is_marked(strip: ReferenceStrip) -> None:
    strip.set_references(THREE)
    strip.set_limit(2)
    assert spoken(strip)[2] == "scarf.png, not sent"
    assert "1 not sent" in words(strip)
    assert not strip.add_button.isEnabled()
    strip.set_limit(0, "This model takes none.")
    assert words(strip) == "This model takes none. Not sent: 3."


def test_a_reference_moves_by_buttons(strip: ReferenceStrip) -> None:
    strip.set_references(THREE)
    heard = orders(strip)
    tiles(strip).setCurrentRow(0)
    assert not strip.left_button.isEnabled()
    strip.right_button.click()
    assert heard == [["b", "a", "c"]]
    assert spoken(strip)[1] == "Image 3: jacket.png"
    strip.right_button.click()
    assert not strip.right_button.isEnabled()
    strip.left_button.click()
    assert heard[-1] == ["b", "a", "c"]


def test_a_reference_moves_by_keys(strip: ReferenceStrip) -> None:
    strip.set_references(THREE)
    heard = orders(strip)
    tiles(strip).setCurrentRow(2)
    QTest.keyClick(tiles(strip), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert heard == [["a", "c", "b"]]
    QTest.keyClick(tiles(strip), Qt.Key.Key_Left)
    assert tiles(strip).currentRow() == 0
    assert len(heard) == 1


def test_a_reference_moves_by_dragging(strip: ReferenceStrip) -> None:
    strip.set_references(THREE)
    heard = orders(strip)
    moved = tiles(strip).model().moveRow(QModelIndex(), 0, QModelIndex(), 3)
    assert moved
    assert heard == [["b", "c", "a"]]
    assert spoken(strip)[2] == "Image 4: jacket.png"


def test_what_the_window_answers_to_a_move_changes_nothing(strip: ReferenceStrip) -> None:
    strip.set_references(THREE)
    by_id = {reference[0]: reference for reference in THREE}
    strip.order_changed.connect(lambda ids: strip.set_references([by_id[id] for id in ids]))
    tiles(strip).setCurrentRow(0)
    strip.right_button.click()
    assert strip.ids() == ["b", "a", "c"]
    assert tiles(strip).selected() == "a"


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, None])
def test_the_selected_one_is_taken_out(strip: ReferenceStrip, qtbot: QtBot, key: Qt.Key | None) -> None:
    strip.set_references(THREE)
    tiles(strip).setCurrentRow(1)
    with qtbot.waitSignal(strip.remove_requested, timeout=1000) as heard:
        if key is None:
            strip.remove_button.click()
        else:
            QTest.keyClick(tiles(strip), key)
    assert heard.args == ["b"]
    strip.set_references([THREE[0], THREE[2]])
    assert tiles(strip).selected() == "c"


def test_nothing_selected_is_nothing_to_remove(strip: ReferenceStrip, qtbot: QtBot) -> None:
    strip.set_references(THREE)
    assert not strip.remove_button.isEnabled()
    with qtbot.assertNotEmitted(strip.remove_requested):
        QTest.keyClick(tiles(strip), Qt.Key.Key_Delete)


def test_the_last_one_gone_the_line_is_back(strip: ReferenceStrip) -> None:
    strip.set_references(THREE[:1])
    strip.set_references([])
    assert not tiles(strip).isVisible()
    assert "Up to 4" in words(strip)


def test_the_thumbnails_are_painted(strip: ReferenceStrip) -> None:
    strip.set_references(THREE)
    strip.set_limit(2)
    list_ = tiles(strip)
    image = list_.viewport().grab().toImage()
    at = [list_.visualItemRect(list_.item(row)).center() for row in range(3)]
    ratio = image.devicePixelRatio()
    seen = [image.pixelColor(point * ratio) for point in at]
    assert [colour.name() for colour in seen[:2]] == ["#33aa33", "#3333dd"]
    assert seen[2] != QColor("#dd8800")


def test_files_that_are_dropped_on_it_are_brought(strip: ReferenceStrip, qtbot: QtBot) -> None:
    strip.set_references(THREE)
    mime = QMimeData()
    mime.setUrls([QUrl("file:///home/me/a.png")])
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(tiles(strip).viewport(), enter)
    assert enter.isAccepted()
    assert enter.dropAction() is Qt.DropAction.CopyAction, "another program would delete its own after a move"
    with qtbot.waitSignal(strip.brought) as brought:
        QApplication.sendEvent(strip, dropped(mime))
    assert brought.args is not None
    assert brought.args[0].paths == ["/home/me/a.png"]


def test_results_of_the_history_come_by_their_ids(strip: ReferenceStrip, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("file:///tmp/export.png")])
    mime.setData(NODES, b"one\ntwo")
    assert entered(strip, mime).isAccepted()
    with qtbot.waitSignal(strip.nodes_dropped) as told:
        QApplication.sendEvent(strip, dropped(mime))
    assert told.args == [["one", "two"]]


def test_what_is_no_picture_or_cannot_be_sent_is_not_taken(strip: ReferenceStrip) -> None:
    words, file = QMimeData(), QMimeData()
    words.setText("a jacket")
    file.setUrls([QUrl("file:///home/me/a.png")])
    assert not entered(strip, words).isAccepted()
    assert entered(strip, file).isAccepted()
    strip.set_limit(0, "None.")
    assert not entered(strip, file).isAccepted()


def test_ctrl_v_pastes_into_the_strip_that_has_the_focus(strip: ReferenceStrip, qtbot: QtBot) -> None:
    strip.set_references(THREE)
    for place in (tiles(strip), strip.add_button):
        override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        override.ignore()
        QApplication.sendEvent(place, override)
        assert override.isAccepted()
        with qtbot.waitSignal(strip.paste_requested):
            QTest.keyClick(place, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_reference_is_seen_large_by_button_key_and_double_click(strip: ReferenceStrip) -> None:
    strip.set_references(THREE)
    wanted: list[str] = []
    strip.crop_requested.connect(wanted.append)
    tiles(strip).setCurrentRow(1)
    strip.crop_button.click()
    QTest.keyClick(tiles(strip), Qt.Key.Key_Return)
    last = tiles(strip).visualItemRect(tiles(strip).item(2)).center()
    QTest.mouseClick(tiles(strip).viewport(), Qt.MouseButton.LeftButton, pos=last)
    QTest.mouseDClick(tiles(strip).viewport(), Qt.MouseButton.LeftButton, pos=last)
    assert wanted == ["b", "b", "c"]


def test_the_small_picture_of_a_reference_is_found(strip: ReferenceStrip) -> None:
    assert strip.picture("a") is None
    strip.set_references([*THREE, ("lost", "lost.png", b"")])
    picture = strip.picture("b")
    assert picture is not None
    assert not picture.isNull()
    assert strip.picture("lost") is None
    assert strip.picture("unknown") is None


def entered(strip: ReferenceStrip, mime: QMimeData) -> QDragEnterEvent:
    none = Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(strip, event)
    return event


def dropped(mime: QMimeData) -> QDropEvent:
    none = Qt.KeyboardModifier.NoModifier
    return QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none)
