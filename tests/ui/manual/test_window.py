"""Reading the manual: contents, search, the way back, links, keys that are set now."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QColor, QPalette, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from flux_desktop.core.keymap import Keymap
from flux_desktop.core.settings import Settings
from flux_desktop.core.vocabulary import VOCABULARY
from flux_desktop.ui import theme
from flux_desktop.ui.dialogs.question import Question
from flux_desktop.ui.manual.window import ManualWindow
from tests.ui.browser import Browser
from tests.ui.panels import nameless
from tests.ui.results import button
from tests.ui.screen_reader import Reader

pytestmark = pytest.mark.qt


@pytest.fixture
def keymap() -> Keymap:
    return Keymap(Settings())


@pytest.fixture
def window(qtbot: QtBot, keymap: Keymap) -> ManualWindow:
    made = ManualWindow(keymap)
    qtbot.addWidget(made)
    made.open_at()
    return made


def press(window: ManualWindow, name: str) -> None:
    QTest.mouseClick(button(window, name), Qt.MouseButton.LeftButton)


def current(window: ManualWindow) -> str:
    item = window.contents.currentItem()
    assert item is not None
    return item.text(0)


def top_of(window: ManualWindow) -> str:
    """The text at the upper edge of the page."""
    return window.page.cursorForPosition(window.page.viewport().rect().topLeft()).block().text()


def test_it_opens_with_the_first_page(window: ManualWindow) -> None:
    assert window.page.toPlainText().startswith("First steps\n")
    assert current(window) == "First steps"
    assert nameless(window) == []


def test_an_error_leads_to_its_heading(window: ManualWindow) -> None:
    window.open_at("problems#key-refused")
    assert window.page.place() == "problems#key-refused"
    assert top_of(window) == "The key is refused"
    assert current(window) == "Keys", "the section that it stands in"


def test_it_opens_again_where_one_was(window: ManualWindow) -> None:
    window.open_at("money#budgets")
    window.close()
    window.open_at()
    assert window.page.place() == "money#budgets"


def test_contents_lead_to_their_places(window: ManualWindow) -> None:
    QTest.keyClick(window.contents, Qt.Key.Key_Down)
    QTest.keyClick(window.contents, Qt.Key.Key_Down)
    assert window.page.place() == "start#window"


def test_back_and_forward(window: ManualWindow) -> None:
    back, forward = (window.findChild(QAbstractButton, f"manual_{way}_button") for way in ("back", "forward"))
    assert back is not None
    assert not back.isEnabled()
    window.page.go_to("money")
    window.page.go_to("privacy#sent")
    press(window, "manual_back_button")
    assert (window.page.place(), current(window)) == ("money", "Money")
    assert forward is not None
    assert forward.isEnabled()
    press(window, "manual_forward_button")
    assert window.page.place() == "privacy#sent"


def test_links_lead_from_page_to_page(window: ManualWindow) -> None:
    window.page.anchorClicked.emit(QUrl("providers.md#keys"))
    assert window.page.place() == "providers#keys"
    window.page.anchorClicked.emit(QUrl("#which"))
    assert window.page.place() == "providers#which"


def test_an_address_is_shown_before_the_browser_gets_it(window: ManualWindow, browser: Browser) -> None:
    window.page.anchorClicked.emit(QUrl("https://example.org/x"))
    question = window.findChild(Question, "manual_link_question")
    assert question is not None
    assert question.text() == "https://example.org/x"
    assert browser.opened == []
    press(window, "manual_link_yes_button")
    assert browser.opened == ["https://example.org/x"]
    assert window.page.place() == "start"


def test_search_leaves_the_sections_that_hold_all_words(window: ManualWindow) -> None:
    QTest.keyClicks(window.search, "Keychain environment")
    assert window.contents.places() == ["providers#keys", "problems#keys"]
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.page.place() == "providers#keys"
    assert window.page.extraSelections(), "the words are marked"
    window.search.clear()
    assert "money" in window.contents.places()
    assert not window.page.extraSelections()


def test_search_says_when_nothing_is_found(window: ManualWindow) -> None:
    window.search.setText("xyzzy")
    nothing = window.findChild(QLabel, "manual_nothing")
    assert window.contents.places() == []
    assert nothing is not None
    assert nothing.isVisible()


def test_find_on_the_page_goes_round(window: ManualWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(monkeypatch)
    press(window, "manual_find_button")
    QTest.keyClicks(window.find_bar.field, "seed")
    first = window.page.textCursor().position()
    assert window.page.textCursor().selectedText().lower() == "seed"
    QTest.keyClick(window.find_bar.field, Qt.Key.Key_Return)
    assert window.page.textCursor().position() > first
    QTest.keyClick(window.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert window.page.textCursor().position() == first
    QTest.keyClick(window.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert window.page.textCursor().position() > first
    QTest.keyClicks(window.find_bar.field, "xyzzy")
    assert reader.heard[-1] == "Not on this page"
    QTest.keyClick(window.find_bar.field, Qt.Key.Key_Escape)
    assert not window.find_bar.isVisible()
    assert window.isVisible()


def test_keys_are_those_that_are_set_now(window: ManualWindow, keymap: Keymap) -> None:
    window.open_at("keyboard")
    assert "Ctrl+L" in window.page.toPlainText()
    keymap.set("prompt", ["Ctrl+J"])
    assert "Ctrl+J" in window.page.toPlainText()
    assert "Ctrl+L" not in window.page.toPlainText()


def test_the_whole_vocabulary_of_the_offline_editor_is_in_it(window: ManualWindow) -> None:
    window.search.setText("tilt-shift")
    assert window.contents.places() == ["editing#vocabulary"]
    window.open_at("editing#vocabulary")
    text = window.page.toPlainText()
    assert all(phrase in text for entry in VOCABULARY for phrase in entry.phrases)


def test_a_command_without_a_key_is_named_by_its_menu(window: ManualWindow, keymap: Keymap) -> None:
    keymap.set("run", [])
    assert "press Edit › Run." in window.page.toPlainText()


def test_words_of_the_program_are_named_without_the_letter_of_their_key(window: ManualWindow) -> None:
    assert "Choose Try the sample on the empty canvas" in window.page.toPlainText()


def test_letters_get_larger_and_the_place_stays(window: ManualWindow) -> None:
    before = window.page.document().defaultFont().pointSizeF()
    window.page.go_to("money#budgets")
    for _ in range(3):
        press(window, "manual_larger_button")
    assert window.page.document().defaultFont().pointSizeF() == pytest.approx(before * 1.5)
    assert window.page.place() == "money#budgets"
    press(window, "manual_smaller_button")
    assert window.page.factor() == pytest.approx(1.3)


def test_the_page_follows_the_theme(window: ManualWindow, qapp: QApplication) -> None:
    before = qapp.palette()
    window.page.go_to("problems#key-refused")
    assert f"color:{theme.LIGHT.link}" in window.page.toHtml()
    dark = qapp.palette()
    dark.setColor(QPalette.ColorRole.Window, QColor("black"))
    try:
        qapp.setPalette(dark)
        qapp.sendEvent(window.page, QEvent(QEvent.Type.PaletteChange))  # none is sent while there is a style sheet
        assert f"color:{theme.DARK.link}" in window.page.toHtml()
        assert top_of(window) == "The key is refused", "the reader's place stays"
    finally:
        qapp.setPalette(before)


def test_nothing_is_read_from_outside(window: ManualWindow) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    assert window.page.loadResource(kind, QUrl("https://example.org/x.png")).isNull()
    assert window.page.loadResource(kind, QUrl("../../sample.jpg")).isNull()
    assert not window.page.loadResource(kind, QUrl("edit.png")).isNull()


def test_pictures_are_no_wider_than_the_text(window: ManualWindow) -> None:
    assert window.page.document().idealWidth() <= window.page.viewport().width()


def test_every_button_can_be_reached_by_key(window: ManualWindow) -> None:
    buttons = [found for found in window.findChildren(QAbstractButton) if found.parent() is not window.search]
    assert len(buttons) == 8
    assert all(found.focusPolicy() & Qt.FocusPolicy.TabFocus for found in buttons)
