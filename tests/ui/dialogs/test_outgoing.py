"""The dialog that shows what leaves this computer: all of it, as plain text, to be copied."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from flux_desktop.core.edit import Outgoing, OutgoingField, OutgoingFile
from flux_desktop.core.errors import InvalidParameter
from flux_desktop.ui.dialogs.outgoing import OutgoingDialog, as_text, bytes_words
from flux_desktop.ui.theme import in_use
from tests.ui.results import button

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
    kept=(
        OutgoingField("count", "", 2, "emulated"),
        OutgoingField("strength", "", "This model has no strength.", "not supported"),
    ),
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
        ["count", "–", "2", "emulated"],
        ["strength", "–", "This model has no strength.", "not supported"],
    ]


def test_of_what_goes_nowhere_it_says_just_that(dialog: OutgoingDialog) -> None:
    dialog.show_outgoing(Outgoing("", (), (), calls=0, notes=("Nothing leaves this machine.", "It is computed here.")))
    shown = {label.objectName(): label.text() for label in dialog.findChildren(QLabel)}
    assert shown["outgoing_headline"] == "Nothing leaves this machine."
    assert shown["outgoing_notes"] == "It is computed here."
    assert dialog.text().startswith("Nothing leaves this machine.\nIt is computed here.\n")


def test_what_the_provider_does_not_get_steps_back(dialog: OutgoingDialog) -> None:
    dialog.show_outgoing(OUTGOING)
    items = [dialog.fields.item(row, 2) for row in range(dialog.fields.rowCount())]
    inks = [item.foreground().color().name() for item in items if item is not None]
    assert inks[2:] == [in_use().quiet] * 2
    assert in_use().quiet not in inks[:2]


def test_who_can_fetch_the_files_is_told_once_for_all_of_which_it_is_true(dialog: OutgoingDialog) -> None:
    dialog.show_outgoing(OUTGOING)
    assert text_of(dialog, "outgoing_readers") == "The files go along with the order; nobody else can fetch them."
    stored = "Whoever has the address, for an hour."
    one, two = OUTGOING.files
    dialog.show_outgoing(replace(OUTGOING, files=(replace(one, readers=stored), replace(two, readers=stored))))
    assert text_of(dialog, "outgoing_readers") == f"source, reference 1: {stored}"
    dialog.show_outgoing(replace(OUTGOING, files=(replace(one, readers=stored), two)))
    assert text_of(dialog, "outgoing_readers").splitlines() == [
        f"source: {stored}",
        "reference 1: Goes along with the order; nobody else can fetch it.",
    ]
    assert stored in dialog.text()


def test_nothing_is_cut_off(dialog: OutgoingDialog) -> None:
    long = replace(OUTGOING.fields[0], value="make the sky darker " * 30)
    changes = ("made smaller from 6000 × 4000 to 2048 × 1365", "camera, date, EXIF, GPS taken out", "turned upright")
    dialog.show_outgoing(
        replace(OUTGOING, files=(replace(OUTGOING.files[0], changes=changes),), fields=(long, *OUTGOING.fields[1:]))
    )
    for table in (dialog.files, dialog.fields):
        assert table.horizontalHeader().length() <= table.viewport().width(), "it need not be scrolled sideways"
        for row in range(table.rowCount()):
            assert table.rowHeight(row) >= table.sizeHintForRow(row)


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
    for words in (
        "api.example.invalid",
        "6000 × 4000",
        "disable_safety_checker\ttrue",
        "before it is sent",
        "no strength.\tnot supported",
    ):
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


def test_a_problem_takes_its_place_and_leads_into_the_manual(dialog: OutgoingDialog) -> None:
    dialog.show_working()
    dialog.show_problem(InvalidParameter("The prompt is empty.", "Write what should change."))
    assert text_of(dialog, "outgoing_headline") == "What would be sent can't be shown."
    assert text_of(dialog, "outgoing_notes") == "The prompt is empty.\nWrite what should change."
    assert dialog.text().startswith("What would be sent can't be shown.\nThe prompt is empty.")
    asked: list[str] = []
    dialog.help_requested.connect(asked.append)
    button(dialog, "outgoing_help_button").click()
    assert asked == ["problems#parameter"]
    dialog.show_outgoing(Outgoing("https://a.invalid", (), ()))
    assert not any(found.isVisible() for found in dialog.findChildren(QPushButton, "outgoing_help_button"))


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
