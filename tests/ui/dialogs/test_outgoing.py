"""The dialog that shows what leaves this computer: all of it, as plain text, to be copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from flux_desktop.core.edit import Outgoing, OutgoingField, OutgoingFile
from flux_desktop.ui.dialogs.outgoing import OutgoingDialog, as_text, bytes_words

OUTGOING = Outgoing(
    "https://api.example.invalid",
    (
        OutgoingFile(
            "source", 1024, 768, "image/png", 1_234_567, ("made smaller from 6000 × 4000.", "place taken out")
        ),
        OutgoingFile("reference 1", 512, 512, "image/jpeg", 43_210),
    ),
    (
        OutgoingField("prompt", "prompt", "Make it <b>red</b>", "passed"),
        OutgoingField("safety", "disable_safety_checker", True, "converted"),
    ),
    calls=2,
    notes=("The picture is made smaller before it is sent.",),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> OutgoingDialog:
    dialog = OutgoingDialog()
    qtbot.addWidget(dialog)
    return dialog


def text_of(dialog: OutgoingDialog, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert label is not None
    return label.text()


def cells(table: QTableWidget) -> list[list[str]]:
    return [
        [item.text() for column in range(table.columnCount()) if (item := table.item(row, column)) is not None]
        for row in range(table.rowCount())
    ]


def test_it_opens_beside_the_window(dialog: OutgoingDialog) -> None:
    dialog.show_outgoing(OUTGOING)
    assert dialog.isVisible()
    assert not dialog.isModal()


def test_it_shows_host_calls_files_and_fields(dialog: OutgoingDialog) -> None:
    dialog.show_outgoing(OUTGOING)
    assert "https://api.example.invalid: 2 calls, 2 files" in text_of(dialog, "outgoing_headline")
    assert "smaller" in text_of(dialog, "outgoing_notes")
    files = cells(dialog.files)
    assert files[0] == ["source", "1024 × 768", "image/png", "1.2 MB", "made smaller from 6000 × 4000; place taken out"]
    assert files[1] == ["reference 1", "512 × 512", "image/jpeg", "43 kB", "nothing"]
    fields = cells(dialog.fields)
    assert fields == [
        ["prompt", "prompt", "Make it <b>red</b>", "passed"],
        ["safety", "disable_safety_checker", "true", "converted"],
    ]


def test_nothing_in_it_is_rich_text(dialog: OutgoingDialog) -> None:
    dialog.show_outgoing(OUTGOING)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel))


def test_all_of_it_can_be_copied(dialog: OutgoingDialog) -> None:
    dialog.show_outgoing(OUTGOING)
    button = dialog.findChild(QPushButton, "outgoing_copy_button")
    assert button is not None
    button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == as_text(OUTGOING) == dialog.text()
    for words in ("api.example.invalid", "6000 × 4000", "disable_safety_checker\ttrue", "before it is sent"):
        assert words in copied


def test_cells_can_be_copied(dialog: OutgoingDialog) -> None:
    dialog.show_outgoing(OUTGOING)
    dialog.fields.selectRow(1)
    QTest.keyClick(dialog.fields, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "safety\tdisable_safety_checker\ttrue\tconverted"


def test_it_is_open_while_it_is_worked_out(dialog: OutgoingDialog) -> None:
    dialog.show_working()
    assert dialog.isVisible()
    assert "Working out" in text_of(dialog, "outgoing_headline")
    dialog.show_outgoing(Outgoing("https://a.invalid", (), ()))
    assert text_of(dialog, "outgoing_headline") == "To https://a.invalid: one call, no file. Nothing has been sent yet."
    assert not dialog.files.isVisible()


def test_a_huge_value_does_not_fill_the_window(dialog: OutgoingDialog) -> None:
    dialog.show_outgoing(Outgoing("h", (), (OutgoingField("image", "image", "x" * 100_000, "passed"),)))
    assert len(cells(dialog.fields)[0][2]) <= 2000


def test_it_can_be_asked_to_look_again(dialog: OutgoingDialog, qtbot: QtBot) -> None:
    button = dialog.findChild(QPushButton, "outgoing_refresh_button")
    assert button is not None
    with qtbot.waitSignal(dialog.refreshed, timeout=1000):
        button.click()


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0 bytes"), (999, "999 bytes"), (43_210, "43 kB"), (1_234_567, "1.2 MB")]
)
def test_sizes_are_told_as_people_do(size: int, words: str) -> None:
    assert bytes_words(size) == words
