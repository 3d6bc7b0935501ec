"""What a file tells is the user's choice, told in words, remembered; of an original only what it says is offered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from flux_desktop.core.history import HistoryNode
from flux_desktop.imaging.camera import camera_of
from flux_desktop.imaging.embedded import find_recipe
from flux_desktop.services.provenance import Marks
from flux_desktop.services.session import Session
from flux_desktop.ui.dialogs.export import ExportDialog
from tests.imaging.pictures import marked, saved
from tests.imaging.test_camera import photographed
from tests.ui.panels import nameless
from tests.ui.results import button, opened, results, until


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> ExportDialog:
    dialog = ExportDialog()
    qtbot.addWidget(dialog)
    dialog.attach(session)
    return dialog


@pytest.fixture
def photo(session: Session, tmp_path: Path) -> HistoryNode:
    path = tmp_path / "photo.jpg"
    path.write_bytes(saved(marked(), "JPEG", exif=photographed()))
    return session.pictures.open_file(path)[0]


def boxes(dialog: ExportDialog) -> list[QCheckBox]:
    return [
        dialog.marks.client_safe,
        dialog.marks.date,
        dialog.marks.copyright,
        dialog.marks.author,
        dialog.marks.place,
    ]


def told(dialog: ExportDialog) -> str:
    label = dialog.findChild(QLabel, "export_told")
    assert label is not None
    return label.text()


def contents(path: Path) -> bytes:
    return path.read_bytes()


async def exported(dialog: ExportDialog) -> bytes:
    path = Path(dialog.path.text())
    QTest.mouseClick(button(dialog, "export_save"), Qt.MouseButton.LeftButton)
    await until(path.exists)
    return contents(path)


async def test_what_was_looked_at_before_is_offered_at_once(
    dialog: ExportDialog, session: Session, photo: HistoryNode
) -> None:
    other = opened(session)
    result = results(session, 1, photo)[0]
    dialog.marks.look_at(session, photo)
    dialog.open_for(other)
    await until(dialog.marks.date.accessibleDescription)
    dialog.open_for(result)
    await until(dialog.marks.date.isEnabled)
    dialog.close()
    dialog.open_for(result)
    assert dialog.marks.date.isEnabled()
    assert "2026:11:21" in dialog.marks.date.accessibleDescription()


async def test_the_recipe_travels_and_the_place_does_not(
    dialog: ExportDialog, session: Session, photo: HistoryNode
) -> None:
    dialog.open_for(results(session, 1, photo)[0])
    await until(dialog.marks.date.accessibleDescription)
    assert [box.isChecked() for box in boxes(dialog)] == [False, True, True, False, False]
    assert "travel in the file" in told(dialog)
    assert nameless(dialog) == []
    data = await exported(dialog)
    found = find_recipe(data)
    assert found is not None
    assert found.prompt == "make it 0"
    assert camera_of(data).taken
    assert not camera_of(data).place


async def test_what_is_chosen_is_done_and_remembered(
    dialog: ExportDialog, session: Session, photo: HistoryNode, qtbot: QtBot
) -> None:
    node = results(session, 1, photo)[0]
    dialog.open_for(node)
    await until(dialog.marks.place.accessibleDescription)
    for box in boxes(dialog):
        box.click()
    assert "only whether AI made" in told(dialog)
    assert Marks.chosen(session.settings) == Marks(), "only with the export"
    data = await exported(dialog)
    assert find_recipe(data) is None
    assert b"make it" not in data
    assert camera_of(data).place
    assert camera_of(data).authors == ("Ann",)
    assert not camera_of(data).copyright
    dialog.open_for(node)
    assert [box.isChecked() for box in boxes(dialog)] == [True, False, False, True, True]
    assert Marks.chosen(session.settings) == dialog.marks.marks


async def test_only_what_the_original_says_can_be_kept(dialog: ExportDialog, session: Session) -> None:
    dialog.open_for(results(session, 1, opened(session))[0])
    await until(lambda: not dialog.marks.date.isEnabled())
    assert [box.isEnabled() for box in boxes(dialog)] == [True, False, False, False, False]
    assert dialog.marks.author.accessibleDescription() == "The original does not say it."
    assert dialog.marks.marks == Marks(), "what is chosen stays, for the next picture"


async def test_a_generation_has_no_original(dialog: ExportDialog, session: Session) -> None:
    dialog.open_for(results(session, 1)[0])
    assert [box.isEnabled() for box in boxes(dialog)] == [True, False, False, False, False]
    assert "no original" in dialog.marks.date.accessibleDescription()


async def test_an_original_has_no_recipe(dialog: ExportDialog, session: Session, photo: HistoryNode) -> None:
    dialog.open_for(photo)
    await until(dialog.marks.date.accessibleDescription)
    assert not dialog.marks.client_safe.isEnabled()
    assert told(dialog) == "This is an original: it has no recipe."
    assert dialog.marks.author.accessibleDescription() == "Ann"
    assert dialog.marks.copyright.accessibleDescription() == "(c) Ann"
    dialog.open_for(results(session, 1, photo)[0])
    assert dialog.marks.client_safe.isEnabled()
    assert "travel" in told(dialog)
