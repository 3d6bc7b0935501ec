"""The user's preferences: a page built from their declarations, and a page for keys. It does not block the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from flux_desktop.core.params import Param, Value
from flux_desktop.core.settings import DECLARATIONS, Settings
from flux_desktop.ui import icons
from flux_desktop.ui.controls import QuietComboBox, guard_wheel, icon_button, plain_label
from flux_desktop.ui.dialogs.keys_page import KeysPage
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.theme import GAP, MARGIN, ROW

if TYPE_CHECKING:
    from flux_desktop.services.session import Session

__all__ = ["GeneralPage", "SettingsDialog"]

OWN_PLACE = {
    "provider", "model", "generate_model", "recent", "window", "draft_prompt", "draft_params", "keys_in_file", "kept_keys",
}  # fmt: skip
"""Settings that are made elsewhere: by the choosers, by the window itself, on the page of the keys."""
UNITS = {"max_megapixels": " megapixels", "disk_cache_mb": " MB", "export_quality": ""}
WORDS = {
    "all": "All pictures",
    "picture": "This picture",
    "zoom": "Zooms",
    "scroll": "Scrolls",
    "system": "As the system",
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
        named(self, "settings_dialog", "Settings")
        self.setWindowTitle("Settings")
        self._tabs = named(QTabWidget(), "settings_tabs", "Pages")
        self._tabs.setDocumentMode(True)
        self.general = GeneralPage()
        self.keys = KeysPage()
        self._tabs.addTab(self.general, "General")
        self._tabs.addTab(self.keys, "Keys")
        close = named(QPushButton("Close"), "settings_close_button")
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(self._tabs, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(560, 600)

    def attach(self, session: Session) -> None:
        self.general.attach(session.settings)
        self.keys.attach(session)
        icons.keep_dressed(self)

    def open_at(self, provider: str = "") -> None:
        """Show the page of the keys, at the one of `provider`."""
        self._tabs.setCurrentWidget(self.keys)
        self.show()
        self.raise_()
        self.activateWindow()
        self.keys.go_to(provider)


class GeneralPage(QScrollArea):
    """One row a declared setting: name, control, what it means, and a button back to the default."""

    def __init__(self) -> None:
        super().__init__()
        self._settings: Settings | None = None
        self._controls: dict[str, QWidget] = {}
        self._resets: dict[str, QToolButton] = {}
        self._params = {param.name: param for param in DECLARATIONS if param.name not in OWN_PLACE}
        body = QWidget()
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(GAP, MARGIN, GAP, MARGIN)
        self._grid.setHorizontalSpacing(MARGIN)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        for param in self._params.values():
            self._add(param)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def attach(self, settings: Settings) -> None:
        self._settings = settings
        settings.changed.connect(self._on_changed)
        for name in self._params:
            self._on_changed(name)

    def _add(self, param: Param) -> None:
        row = self._grid.rowCount()
        control = self._control(param)
        named(control, f"setting_{param.name}", param.label)
        set_note(control, param.help)
        control.setMinimumHeight(ROW)
        label = plain_label(param.label)
        label.setBuddy(control)
        reset = icon_button(f"reset_{param.name}", "rotate-ccw", f"Back to the default of {param.label}")
        reset.clicked.connect(lambda: self._set(param.name, param.default))
        help = plain_label(param.help, "quiet", wrap=True)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(control, row, 1)
        self._grid.addWidget(reset, row, 2)
        self._grid.addWidget(help, row + 1, 1, 1, 2)
        self._grid.setRowMinimumHeight(row + 2, MARGIN)
        self._controls[param.name], self._resets[param.name] = control, reset

    def _control(self, param: Param) -> QWidget:
        match param.kind:
            case "choice":
                return self._choice(param)
            case "switch":
                box = QCheckBox()
                box.toggled.connect(lambda on: self._set(param.name, on))
                return box
            case _:
                return self._spin(param)

    def _choice(self, param: Param) -> QuietComboBox:
        box = QuietComboBox()
        for word in param.choices:
            box.addItem(WORDS.get(word, word.capitalize()), word)
        box.currentIndexChanged.connect(lambda: self._set(param.name, box.currentData()))
        return box

    def _spin(self, param: Param) -> QSpinBox:
        box = guard_wheel(QSpinBox())
        box.setRange(int(param.minimum or 0), int(param.maximum or 2**31 - 1))
        box.setSuffix(UNITS.get(param.name, ""))
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda value: self._set(param.name, value))
        return box

    def _set(self, name: str, value: Value | None) -> None:
        if self._settings is not None and value is not None:
            self._settings.set(name, value)

    def _on_changed(self, name: str) -> None:
        if name not in self._params or self._settings is None:
            return
        value, control = self._settings.get(name), self._controls[name]
        if isinstance(control, QuietComboBox):
            control.choose(value)
        elif isinstance(control, QCheckBox):
            control.setChecked(bool(value))
        elif isinstance(control, QSpinBox):
            control.setValue(int(value))
        self._resets[name].setVisible(value != self._params[name].default)
