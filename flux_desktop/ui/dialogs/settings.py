"""The user's preferences: a page built from their declarations, and pages of their own for larger subjects.

It does not block the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from flux_desktop.core.language import marked, tr
from flux_desktop.core.settings import DECLARATIONS, OWN_PLACE, Settings
from flux_desktop.services.updates import why_not
from flux_desktop.ui import icons
from flux_desktop.ui.dialogs.keys_editor import KeysEditor
from flux_desktop.ui.dialogs.money_page import MoneyPage
from flux_desktop.ui.dialogs.providers_page import ProvidersPage
from flux_desktop.ui.dialogs.setting_rows import SettingRows
from flux_desktop.ui.dialogs.storage_page import StoragePage
from flux_desktop.ui.naming import named
from flux_desktop.ui.theme import GAP, MARGIN

if TYPE_CHECKING:
    from flux_desktop.core.keymap import Keymap
    from flux_desktop.services.session import Session

__all__ = ["GeneralPage", "SettingsDialog"]

UNITS = {"max_megapixels": marked(" megapixels")}
WORDS = {
    "all": marked("All pictures"),
    "picture": marked("This picture"),
    "list": marked("List"),
    "grid": marked("Tiles"),
    "tree": marked("Tree of the open picture"),
    "zoom": marked("Zooms"),
    "scroll": marked("Scrolls"),
    "system": marked("As the system"),
    "srgb": "sRGB",
    "file": marked("A profile file"),
    "light": marked("Light"),
    "dark": marked("Dark"),
    "en": "English",
    "de": "Deutsch",
    "png": "PNG",
    "jpeg": "JPEG",
    "webp": "WebP",
    "avif": "AVIF",
    "tiff": "TIFF",
}


class SettingsDialog(QDialog):
    """Every change counts at once. Show it with `show` or `open_at`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "settings_dialog", tr("Settings"))
        self.setWindowTitle(tr("Settings"))
        self._tabs = named(QTabWidget(), "settings_tabs", tr("Pages"))
        self._tabs.setDocumentMode(True)
        self.general = GeneralPage()
        self.keys = ProvidersPage()
        self.money = MoneyPage()
        self.storage = StoragePage()
        self.keyboard = KeysEditor()
        self._tabs.addTab(self.general, tr("General"))
        self._tabs.addTab(self.keys, tr("Providers"))
        self._tabs.addTab(self.money, tr("Money"))
        self._tabs.addTab(self.storage, tr("Storage"))
        self._tabs.addTab(self.keyboard, tr("Keyboard"))
        close = named(QPushButton(tr("Close")), "settings_close_button")
        close.setAutoDefault(False)  # Enter belongs to the field or list that has the focus
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(self._tabs, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(760, 640)

    def attach(self, session: Session, keymap: Keymap) -> None:
        self.general.attach(session.settings)
        self.keys.attach(session)
        self.money.attach(session)
        self.storage.attach(session)
        self.keyboard.attach(keymap)
        icons.keep_dressed(self)

    def open_at(self, provider: str = "") -> None:
        """Show the page of `provider`, ready to paste a key."""
        self._tabs.setCurrentWidget(self.keys)
        self.keys.go_to(provider)  # before it is seen: the page that would be shown otherwise opens the keychain
        self._present()

    def open_setting(self, name: str) -> None:
        """Show the general page at the setting `name`."""
        self._tabs.setCurrentWidget(self.general)
        self._present()
        self.general.go_to(name)

    def open_money(self) -> None:
        """Show the page of the budgets."""
        self._tabs.setCurrentWidget(self.money)
        self._present()

    def open_storage(self) -> None:
        """Show the page of the disk, the budget of the library and its trash."""
        self._tabs.setCurrentWidget(self.storage)
        self._present()

    def open_keyboard(self) -> None:
        """Show the page of the keys of commands."""
        self._tabs.setCurrentWidget(self.keyboard)
        self.keyboard.search.setFocus()
        self._present()

    def _present(self) -> None:
        self.show()
        self.raise_()
        self.activateWindow()


class GeneralPage(QScrollArea):
    """The settings of the program, but those with a place of their own."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "general_page", tr("General"))
        self._rows = SettingRows((param for param in DECLARATIONS if param.name not in OWN_PLACE), UNITS, WORDS)
        self._hints = named(QPushButton(tr("Show all hints again")), "hints_again_button", tr("Show all hints again"))
        self._hints.setAutoDefault(False)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(GAP, MARGIN, GAP, MARGIN)
        column.addWidget(self._rows)
        column.addWidget(self._hints, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def go_to(self, name: str) -> None:
        """Give the focus to the control of `name`, wherever it is on the page."""
        control = self.findChild(QWidget, f"setting_{name}")
        if control is not None:
            control.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(control)

    def attach(self, settings: Settings) -> None:
        self._rows.attach(settings)
        if why := why_not():
            self._rows.disable("tell_updates", why)

        def again() -> None:
            settings.set("hints_seen", "[]")
            settings.set("hints", True)

        self._hints.clicked.connect(again)
