"""What this program is, for a reader and for a report of a fault."""

from __future__ import annotations

import json
import platform
import secrets
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from flux_desktop import __version__
from flux_desktop.core import errors
from flux_desktop.services.session import Session
from flux_desktop.ui.dialogs.about import AboutDialog
from flux_desktop.ui.dialogs.licences import LicencesDialog
from tests.ui.panels import nameless
from tests.ui.results import button, opened, results, until


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def shown_about(session: Session, window: QWidget, *classes: str) -> AboutDialog:
    dialog = AboutDialog(session, classes, window)
    dialog.show()
    return dialog


def press(dialog: QWidget, name: str) -> None:
    QTest.mouseClick(button(dialog, name), Qt.MouseButton.LeftButton)


async def copied(dialog: AboutDialog) -> str:
    """The diagnostics, from the clipboard."""
    QGuiApplication.clipboard().clear()
    press(dialog, "about_copy_button")
    await until(lambda: QGuiApplication.clipboard().text())
    return QGuiApplication.clipboard().text()


async def test_it_names_version_licences_and_what_it_runs_on(session: Session, window: QWidget) -> None:
    words = "\n".join(label.text() for label in shown_about(session, window).findChildren(QLabel))
    facts = (
        __version__,
        platform.python_version(),
        str(qVersion()),
        "Pillow",
        "SQLite",
        "MIT licence",
        "LGPL",
        "Lucide",
    )
    for fact in facts:
        assert fact in words, fact


async def test_the_facts_can_be_selected_by_mouse_and_by_keyboard(session: Session, window: QWidget) -> None:
    labels = shown_about(session, window).findChildren(QLabel)
    flags = [label.textInteractionFlags() for label in labels if "Python" in label.text()]
    assert flags
    for way in (Qt.TextInteractionFlag.TextSelectableByMouse, Qt.TextInteractionFlag.TextSelectableByKeyboard):
        assert flags[0] & way


async def test_it_is_closed_by_its_button(session: Session, window: QWidget) -> None:
    dialog = shown_about(session, window)
    assert nameless(dialog) == []
    press(dialog, "about_close_button")
    await until(lambda: not isValid(dialog))


async def test_the_licence_of_each_part_can_be_read(session: Session, window: QWidget) -> None:
    about = shown_about(session, window)
    press(about, "about_licences_button")
    dialog = about.findChild(LicencesDialog)
    assert dialog is not None
    parts = dialog.findChild(QListWidget, "licences_list")
    text = dialog.findChild(QPlainTextEdit, "licences_text")
    assert parts is not None
    assert text is not None
    await until(parts.count)
    assert nameless(dialog) == []
    assert "Permission is hereby granted" in text.toPlainText(), "the program's own comes first"
    parts.setCurrentItem(parts.findItems("Lucide", Qt.MatchFlag.MatchStartsWith)[0])
    assert "ISC" in text.toPlainText()


async def test_diagnostics_say_what_a_report_needs(session: Session, window: QWidget) -> None:
    results(session, 3, opened(session))
    session.settings.set("theme", "dark")
    text = await copied(shown_about(session, window, "KeyRefused", "Unreachable", "KeyRefused"))
    lines = dict(line.split(": ", 1) for line in text.splitlines())
    assert lines["Flux Desktop"] == __version__
    assert lines["Python"] == platform.python_version()
    assert lines["Qt"].startswith(f"{qVersion()}, PySide6 ")
    assert lines["Theme"].endswith("chosen: dark")
    assert lines["Results"] == "3, in the trash 0"
    assert lines["Provider"] == "offline"
    assert lines["Changed settings"] == "theme"
    assert lines["Errors of this run"] == "KeyRefused × 2, Unreachable"
    for needed in ("Screen", "Letters", "Language", "Library", "System", "SQLite", "Pillow"):
        assert lines[needed], needed


async def test_diagnostics_tell_nothing_private(
    session: Session, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is planted where the program keeps or meets it: none of it is in the text."""

    def planted() -> str:
        kept.append(secrets.token_hex(8))
        return kept[-1]

    kept: list[str] = []
    for name in ("FLUX_DESKTOP_ONEMIN_KEY", "FLUX_DESKTOP_OPENAI_URL", "USER", "HOSTNAME"):
        monkeypatch.setenv(name, planted())
    monkeypatch.setenv("HOME", f"/home/{planted()}")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", f"/opt/{planted()} x")
    for setting in ("provider", "model", "draft_prompt"):
        session.settings.set(setting, planted())
    session.settings.set("recent", json.dumps([f"/home/{planted()}/{planted()}.png"]))
    root = opened(session, f"{planted()}.png")
    for node in results(session, 2, root):
        session.marks.note(node, planted())
    error = errors.Rejected(planted(), planted(), request_id=planted(), detail=planted())
    text = await copied(shown_about(session, window, type(error).__name__))
    assert "Rejected" in text
    for secret in (*kept, str(tmp_path), str(Path.home()), platform.node()):
        assert secret not in text


async def test_diagnostics_are_copied_although_the_library_cannot_be_read(session: Session, window: QWidget) -> None:
    dialog = shown_about(session, window)
    session.library.close()
    for file in session.library.path.parent.glob("library.sqlite*"):
        file.unlink()
    session.library.path.mkdir()
    text = await copied(dialog)
    assert "Library: cannot be read" in text
    assert f"Flux Desktop: {__version__}" in text
