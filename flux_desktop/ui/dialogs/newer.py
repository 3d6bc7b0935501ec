"""A newer version of the program: where to read of it, and a way to hear no more of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from flux_desktop import __version__
from flux_desktop.core.language import tr
from flux_desktop.ui.messages.links import link_button
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.theme import GAP, MARGIN

if TYPE_CHECKING:
    from flux_desktop.services.updates import Newer

__all__ = ["NewerDialog"]


class NewerDialog(QDialog):
    """Nothing is fetched: the page opens in the browser, by a click. `skip` is called if the user wants that."""

    def __init__(self, newer: Newer, skip: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = tr("A newer version")
        named(self, "newer_dialog", title)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._skip = skip
        words = tr(
            "Version {newer} of Flux Desktop is there; this one is {own}. Your pictures and their history stay.",
            newer=newer.version,
            own=__version__,
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self._button("newer_skip_button", tr("Skip this version"), self._on_skip))
        buttons.addStretch()
        buttons.addWidget(self._button("newer_close_button", tr("Close"), self.close))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(named(plain_label(words, wrap=True), "newer_words"))
        page = link_button("newer_page_button", tr("What is new, and how to get it…"), newer.page)
        column.addWidget(page, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        column.addLayout(buttons)
        self.resize(420, 160)

    def _button(self, name: str, words: str, act: Callable[[], object]) -> QPushButton:
        button = named(QPushButton(words), name, words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda checked: act())
        return button

    def _on_skip(self) -> None:
        self._skip()
        self.close()
