"""The page of preferences is what the declarations say, and every change counts at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.core.keymap import Keymap
from flux_desktop.core.settings import DECLARATIONS, OWN_PLACE, Settings
from flux_desktop.services.session import Session
from flux_desktop.ui.dialogs.settings import GeneralPage, SettingsDialog
from tests.ui.panels import nameless
from tests.ui.results import button, until


def shown_page(qtbot: QtBot, settings: Settings) -> GeneralPage:
    page = GeneralPage()
    qtbot.addWidget(page)
    page.attach(settings)
    page.show()
    return page


def test_every_setting_of_the_user_has_a_control_with_its_help(qtbot: QtBot) -> None:
    page = shown_page(qtbot, Settings())
    words = {label.text() for label in page.findChildren(QLabel)}
    for param in DECLARATIONS:
        control = page.findChild(QWidget, f"setting_{param.name}")
        assert (control is None) is (param.name in OWN_PLACE)
        assert control is None or {param.label, param.help} <= words
    assert nameless(page) == []


def test_every_choice_has_words(qtbot: QtBot) -> None:
    page = shown_page(qtbot, Settings())
    entries = [box.itemText(index) for box in page.findChildren(QComboBox) for index in range(box.count())]
    assert [words for words in entries if words == words.lower()] == []
    assert {"List", "Tiles", "Tree of the open picture"} <= set(entries)


def test_a_change_counts_at_once_and_can_be_taken_back(qtbot: QtBot) -> None:
    settings = Settings()
    page = shown_page(qtbot, settings)
    theme = page.findChild(QComboBox, "setting_theme")
    spin = page.findChild(QSpinBox, "setting_max_megapixels")
    assert theme is not None
    assert spin is not None
    theme.setCurrentIndex(theme.findData("dark"))
    spin.setValue(50)
    assert settings.values() == {"theme": "dark", "max_megapixels": 50}
    QTest.mouseClick(button(page, "reset_theme"), Qt.MouseButton.LeftButton)
    assert (settings.text("theme"), theme.currentData()) == ("system", "system")
    reset = page.findChild(QAbstractButton, "reset_theme")
    assert reset is not None
    assert not reset.isVisible()


def test_a_change_made_elsewhere_is_shown(qtbot: QtBot) -> None:
    settings = Settings({"wheel": "scroll"})
    page = shown_page(qtbot, settings)
    wheel = page.findChild(QComboBox, "setting_wheel")
    assert wheel is not None
    assert wheel.currentData() == "scroll"
    settings.set("wheel", "zoom")
    assert wheel.currentData() == "zoom"


async def test_it_opens_at_the_key_of_a_provider_and_blocks_nothing(session: Session, qtbot: QtBot) -> None:
    dialog = SettingsDialog()
    qtbot.addWidget(dialog)
    dialog.attach(session, Keymap(session.settings))
    dialog.open_at("onemin")
    assert not dialog.isModal()
    assert dialog.isVisible()
    await until(lambda: dialog.focusWidget() is not None and dialog.focusWidget().objectName() == "key_field_onemin")
    assert nameless(dialog.keys) == []
