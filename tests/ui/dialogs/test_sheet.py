"""The dialog for a contact sheet: what is chosen is seen and remembered; saving asks, and can be stopped."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QProgressBar, QPushButton
from shiboken6 import isValid

from flux_desktop.core.history import HistoryNode
from flux_desktop.services.session import Session
from flux_desktop.ui.dialogs.sheet import MOST, SheetDialog
from tests.ui.panels import nameless
from tests.ui.results import button, until
from tests.ui.sheet.sheets import coloured, tree


@pytest.fixture
async def nodes(session: Session) -> list[HistoryNode]:
    return tree(session)[1]


@pytest.fixture
async def dialog(session: Session, nodes: list[HistoryNode]) -> AsyncIterator[SheetDialog]:
    """Open, with its first page painted."""
    made = SheetDialog(nodes, session)
    made.show()
    await until(made.preview.image)
    yield made
    if isValid(made):
        made.close()
        await until(lambda: not isValid(made))


def words(dialog: SheetDialog, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert label is not None
    return "" if label.isHidden() else label.text()


def switch(dialog: SheetDialog, name: str) -> None:
    box = dialog.findChild(QCheckBox, f"sheet_{name}")
    assert box is not None
    box.click()


def press(dialog: SheetDialog, name: str) -> None:
    QTest.mouseClick(button(dialog, f"sheet_{name}_button"), Qt.MouseButton.LeftButton)


async def save(dialog: SheetDialog, path: Path, suffix: str) -> str:
    """What the dialog says then."""
    dialog.save(path, suffix)
    await until(lambda: words(dialog, "sheet_told"))
    return words(dialog, "sheet_told")


async def test_it_opens_with_the_first_page(dialog: SheetDialog) -> None:
    assert not dialog.isModal()
    assert nameless(dialog) == []
    assert dialog.controls.title.text() == "holiday"
    assert words(dialog, "sheet_count") == "4 pictures on 1 page"
    image = dialog.preview.image()
    assert image is not None
    assert abs(image.height() / image.width() - 297 / 210) < 0.01


async def test_a_change_is_seen_at_once(dialog: SheetDialog) -> None:
    before = dialog.preview.image()
    switch(dialog, "original")
    await until(lambda: words(dialog, "sheet_count") == "3 pictures on 1 page")
    dialog.controls.columns.setValue(1)
    await until(lambda: words(dialog, "sheet_count") == "3 pictures on 2 pages")
    assert dialog.preview.image() != before


async def test_what_was_chosen_is_remembered(dialog: SheetDialog, session: Session, nodes: list[HistoryNode]) -> None:
    switch(dialog, "prompt")
    dialog.controls.paper.choose("screen")
    dialog.controls.title.setText("For <b>you</b>")
    press(dialog, "close")
    assert session.settings.values() == {"sheet_prompt": False, "sheet_paper": "screen"}
    again = SheetDialog(nodes, session)
    assert (again.controls.options().prompt, again.controls.options().paper) == (False, "screen")
    assert again.controls.title.text() == "holiday"
    again.deleteLater()


@pytest.mark.parametrize("kind", ["pdf", "png"])
async def test_it_is_saved_where_the_user_says(dialog: SheetDialog, tmp_path: Path, kind: str) -> None:
    press(dialog, kind)
    chooser = dialog.findChild(QFileDialog, "sheet_file_dialog")
    assert chooser is not None
    assert chooser.testOption(QFileDialog.Option.DontConfirmOverwrite)
    assert chooser.selectedFiles()[0].endswith(f"holiday-sheet.{kind}")
    chooser.fileSelected.emit(str(tmp_path / "for client"))
    chooser.close()
    await until(lambda: words(dialog, "sheet_told"))
    assert words(dialog, "sheet_told") == f"Saved as for client.{kind} in {tmp_path}."
    assert (tmp_path / f"for client.{kind}").stat().st_size > 1000


async def test_a_file_is_replaced_only_after_an_explicit_word(dialog: SheetDialog, tmp_path: Path) -> None:
    path = tmp_path / "there.pdf"
    path.write_bytes(b"mine")
    assert await save(dialog, path, ".pdf") == "there.pdf exists already. Replace it?"
    assert path.read_bytes() == b"mine"
    press(dialog, "replace")
    await until(lambda: words(dialog, "sheet_told").startswith("Saved"))
    assert path.read_bytes().startswith(b"%PDF")
    await save(dialog, path, ".pdf")
    dialog.controls.columns.setValue(2)
    assert words(dialog, "sheet_told") == "", "the question was about another sheet"


async def test_pages_in_the_way_are_named(dialog: SheetDialog, tmp_path: Path) -> None:
    dialog.controls.columns.setValue(1)
    for number in (1, 2):
        (tmp_path / f"out-{number}.png").write_bytes(b"mine")
    told = await save(dialog, tmp_path / "out.png", ".png")
    assert told == "out-1.png and 1 more exist already. Replace them?"


async def test_what_goes_wrong_is_said(dialog: SheetDialog, tmp_path: Path) -> None:
    assert "cannot be written" in await save(dialog, tmp_path / "gone" / "out.pdf", ".pdf")
    assert button(dialog, "sheet_pdf_button").isEnabled()
    asked: list[str] = []
    dialog.help_requested.connect(asked.append)
    button(dialog, "sheet_help_button").click()
    assert asked == ["problems#file"]
    dialog.controls.changed.emit()
    assert not any(found.isVisible() for found in dialog.findChildren(QPushButton, "sheet_help_button"))


async def test_saving_can_be_stopped(session: Session, tmp_path: Path) -> None:
    made = SheetDialog([coloured(session, None, "#fff")] * MOST, session)
    made.show()
    bar = made.findChild(QProgressBar, "sheet_progress")
    assert bar is not None
    made.save(tmp_path / "out.pdf", ".pdf")
    await until(lambda: bar.value() > 0)
    assert not made.controls.isEnabled()
    assert button(made, "sheet_close_button").text() == "Cancel"
    press(made, "close")
    await until(lambda: words(made, "sheet_told"))
    assert words(made, "sheet_told").startswith("The contact sheet was not saved.")
    assert not (tmp_path / "out.pdf").exists()
    made.close()
    await until(lambda: not isValid(made))


async def test_a_dialog_that_is_closed_meanwhile_gives_up(session: Session, tmp_path: Path) -> None:
    made = SheetDialog([coloured(session, None, "#fff")] * MOST, session)
    made.show()
    made.save(tmp_path / "out.pdf", ".pdf")
    made.close()
    await until(lambda: not isValid(made))
    assert not (tmp_path / "out.pdf").exists()


async def test_more_than_a_sheet_takes_is_said(session: Session, nodes: list[HistoryNode]) -> None:
    made = SheetDialog(nodes * 200, session)
    made.show()
    await until(lambda: words(made, "sheet_count"))
    assert words(made, "sheet_count").endswith(f"{600 - MOST} more are left out: a sheet takes {MOST}.")
    made.close()
    await until(lambda: not isValid(made))


async def test_the_page_on_the_screen_is_the_page_on_paper(dialog: SheetDialog, tmp_path: Path) -> None:
    await save(dialog, tmp_path / "out.png", ".png")
    shown, paper = dialog.preview.image(), QImage(str(tmp_path / "out.png"))
    assert shown is not None
    paper = paper.scaled(shown.size(), mode=Qt.TransformationMode.SmoothTransformation)
    apart = [
        abs(shown.pixelColor(x, y).lightness() - paper.pixelColor(x, y).lightness())
        for x in range(0, shown.width(), 3)
        for y in range(0, shown.height(), 3)
    ]
    assert sum(apart) / len(apart) < 3
