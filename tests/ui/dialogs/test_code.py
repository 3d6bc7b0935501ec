"""The dialog with the next edit as code: to read, to copy and to save."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit, QPushButton, QToolButton

from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.script import Script, ScriptFile, Step
from flux_desktop.services.code import LANGUAGES
from flux_desktop.services.session import Session
from flux_desktop.ui import theme
from flux_desktop.ui.dialogs.code import CodeDialog
from tests.ui.panels import nameless
from tests.ui.results import until

SCRIPT = Script(
    "Example <b>host</b>",
    "EXAMPLE_API_KEY",
    {"X-Key": "{key}"},
    (Step("Order.", "POST", "https://api.example.invalid/jobs", json={"prompt": "it's"}, keep={"results": "url"}),),
    "results",
    files=(ScriptFile("source", "source.png", "image/png", b"a picture"),),
)


@pytest.fixture
async def dialog(session: Session) -> AsyncIterator[CodeDialog]:
    made = CodeDialog(session)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "code"
    made.mkdir()
    return made


def button(dialog: CodeDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, f"code_{name}_button")
    assert found is not None
    return found


def words(dialog: CodeDialog, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert label is not None
    return "" if label.isHidden() else label.text()


def choose(dialog: CodeDialog, language: str) -> None:
    segment = dialog.findChild(QToolButton, f"code_{language}_button")
    assert segment is not None
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)


def click(dialog: CodeDialog, name: str) -> None:
    QTest.mouseClick(button(dialog, name), Qt.MouseButton.LeftButton)


async def test_it_shows_the_run_in_every_language(dialog: CodeDialog) -> None:
    dialog.show_script(SCRIPT, "Example")
    assert dialog.isVisible()
    assert not dialog.isModal()
    for language in LANGUAGES:
        choose(dialog, language.id)
        assert dialog.text.toPlainText() == language.write(SCRIPT)
        assert dialog.text.isReadOnly()


async def test_it_says_which_variable_holds_the_key_and_what_lies_beside(dialog: CodeDialog) -> None:
    dialog.show_script(SCRIPT, "Example")
    assert "EXAMPLE_API_KEY" in words(dialog, "code_about")
    assert "source.png" in words(dialog, "code_about")
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel))


async def test_everything_has_its_name(dialog: CodeDialog) -> None:
    dialog.show_script(SCRIPT, "Example")
    assert nameless(dialog) == []


async def test_the_language_stays_when_the_code_changes(dialog: CodeDialog) -> None:
    dialog.show_script(SCRIPT, "Example")
    choose(dialog, "javascript")
    dialog.show_working()
    assert dialog.text.toPlainText() == ""
    assert not button(dialog, "copy").isEnabled()
    dialog.show_script(SCRIPT, "Example")
    assert dialog.text.toPlainText().startswith("// The run")


async def test_what_is_copied_is_what_is_read(dialog: CodeDialog) -> None:
    dialog.show_script(SCRIPT, "Example")
    choose(dialog, "python")
    click(dialog, "copy")
    assert QGuiApplication.clipboard().text() == LANGUAGES[1].write(SCRIPT)
    assert words(dialog, "code_told") == "Copied."


async def test_who_calls_nothing_has_no_code(dialog: CodeDialog) -> None:
    dialog.show_script(None, "Offline (no AI)")
    assert words(dialog, "code_about").startswith("Offline (no AI) asks no host, so there is no call to write down.")
    assert not button(dialog, "copy").isEnabled()
    assert not button(dialog, "save").isEnabled()


async def test_a_problem_takes_the_place_of_the_code(dialog: CodeDialog) -> None:
    dialog.show_script(SCRIPT, "Example")
    dialog.show_problem(InvalidParameter("The prompt is empty.", "Write what should change."))
    assert words(dialog, "code_about") == "The prompt is empty. Write what should change."
    assert dialog.text.toPlainText() == ""
    asked: list[str] = []
    dialog.help_requested.connect(asked.append)
    button(dialog, "help").click()
    assert asked == ["problems#parameter"]
    dialog.show_script(SCRIPT, "Example")
    assert not any(found.isVisible() for found in dialog.findChildren(QPushButton, "code_help_button"))


async def test_the_present_words_can_be_asked_for(dialog: CodeDialog) -> None:
    asked: list[bool] = []
    dialog.refreshed.connect(lambda: asked.append(True))
    dialog.show_script(SCRIPT, "Example")
    click(dialog, "refresh")
    assert asked == [True]


async def test_it_is_saved_with_its_pictures_in_a_folder_of_the_user(dialog: CodeDialog, folder: Path) -> None:
    dialog.show_script(SCRIPT, "Example")
    click(dialog, "save")
    chooser = dialog.findChild(QFileDialog, "code_folder_dialog")
    assert chooser is not None
    assert chooser.fileMode() is QFileDialog.FileMode.Directory
    chooser.fileSelected.emit(str(folder))
    chooser.close()
    await until(lambda: words(dialog, "code_told"))
    assert words(dialog, "code_told") == f"Saved in {folder}: run.sh, source.png."
    assert (folder / "run.sh").read_text("utf-8") == LANGUAGES[0].write(SCRIPT)
    assert (folder / "source.png").read_bytes() == b"a picture"


async def test_nothing_is_replaced_before_the_user_agrees(dialog: CodeDialog, folder: Path) -> None:
    (folder / "source.png").write_bytes(b"mine")
    dialog.show_script(SCRIPT, "Example")
    dialog.save_in(folder)
    await until(lambda: words(dialog, "code_told"))
    assert words(dialog, "code_told") == f"source.png exists already in {folder}. Replace it?"
    assert os.listdir(folder) == ["source.png"]
    choose(dialog, "python")
    assert button(dialog, "replace").isHidden(), "the question was about another file"
    dialog.save_in(folder)
    await until(lambda: not button(dialog, "replace").isHidden())
    assert (folder / "source.png").read_bytes() == b"mine"
    click(dialog, "replace")
    await until(lambda: words(dialog, "code_told").startswith("Saved"))
    assert (folder / "source.png").read_bytes() == b"a picture"
    assert button(dialog, "replace").isHidden()


async def test_a_folder_that_takes_nothing_is_told(dialog: CodeDialog, folder: Path) -> None:
    dialog.show_script(SCRIPT, "Example")
    dialog.save_in(folder / "gone")
    await until(lambda: words(dialog, "code_told"))
    assert "cannot be written" in words(dialog, "code_told")


def inks(text: QPlainTextEdit) -> set[str]:
    """The colours in the text."""
    block, found = text.document().firstBlock(), set()
    while block.isValid():
        found |= {part.format.foreground().color().name() for part in block.layout().formats()}
        block = block.next()
    return found


@pytest.mark.parametrize("choice", [theme.LIGHT, theme.DARK])
async def test_code_is_coloured_in_the_inks_of_the_theme(dialog: CodeDialog, choice: theme.Theme) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dialog.show_script(SCRIPT, "Example")
    theme.apply(app, choice.name)
    try:
        expected = {QColor(ink).name() for ink in (choice.quiet, choice.success, choice.link, choice.warning)}
        for language in LANGUAGES:
            choose(dialog, language.id)
            assert inks(dialog.text) == expected
        theme.apply(app, "dark" if choice.name == "light" else "light")
        assert not inks(dialog.text) & expected
    finally:
        theme.apply(app, "light")
