from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.ui.naming import announce, named, set_note
from tests.ui.screen_reader import Reader

pytestmark = pytest.mark.qt


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    made = QLabel()
    qtbot.addWidget(made)
    return made


def test_a_name_is_the_identifier_too(widget: QWidget) -> None:
    named(widget, "some_label", "Some label", "A tip")
    face = QAccessible.queryAccessibleInterface(widget)
    assert (widget.objectName(), face.text(QAccessible.Text.Identifier)) == ("some_label", "some_label")
    assert face.text(QAccessible.Text.Name) == "Some label"
    assert face.text(QAccessible.Text.Description) == "A tip"


def test_a_menu_says_what_its_entry_is_of(qtbot: QtBot) -> None:
    menu = named(QComboBox(), "some_menu", "Which pictures")
    qtbot.addWidget(menu)
    menu.addItem("All")
    face = QAccessible.queryAccessibleInterface(menu)
    assert face.text(QAccessible.Text.Description) == "Which pictures"
    assert named(menu, "some_menu", "Which pictures", "A tip").accessibleDescription() == "A tip"


def test_a_note_is_shown_as_it_is(widget: QWidget) -> None:
    set_note(widget, "<b> & co.\nsecond line")
    assert widget.toolTip() == "<qt>&lt;b&gt; &amp; co.<br>second line</qt>"
    assert widget.accessibleDescription() == "<b> & co.\nsecond line"
    set_note(widget, "")
    assert (widget.toolTip(), widget.accessibleDescription()) == ("", "")


def test_what_happens_is_announced(widget: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(monkeypatch)
    announce(widget, "3 results")
    announce(widget, "")
    announce(widget, "The key is refused.", urgent=True)
    assert reader.heard == ["3 results", "The key is refused."]
    assert reader.urgent == ["The key is refused."]


def test_without_a_screen_reader_nothing_is_done(widget: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(monkeypatch)
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    announce(widget, "3 results")
    assert reader.heard == []
