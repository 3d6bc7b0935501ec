"""The window of the manual: contents and search on the left, the page on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QSplitter, QToolButton, QVBoxLayout, QWidget

from flux_desktop.core.help import FIRST, language
from flux_desktop.core.keymap import Keymap
from flux_desktop.core.language import tr
from flux_desktop.ui import icons
from flux_desktop.ui.manual.book import Book
from flux_desktop.ui.manual.contents import Contents
from flux_desktop.ui.manual.find_bar import FindBar
from flux_desktop.ui.manual.page import ManualPage
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import icon_button, plain_label
from flux_desktop.ui.theme import GAP, ROW, TIGHT

__all__ = ["ManualWindow"]


class ManualWindow(QDialog):
    """A window beside the other one, which it never blocks. `open_at` brings it before the user."""

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "manual_window", tr("Manual"))
        self.setWindowTitle(tr("Manual"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._book = Book(language(), keymap)
        self.page = ManualPage(self._book.html)
        self.contents = Contents(self._book)
        self.search = named(QLineEdit(), "manual_search", tr("Search the manual"))
        self.search.setPlaceholderText(tr("Search the manual"))
        self.search.setClearButtonEnabled(True)
        if (clear := self.search.findChild(QToolButton)) is not None:
            named(clear, "manual_search_clear_button", tr("Clear the search"), tr("Clear the search"))
        self.search.setMinimumHeight(ROW)
        self._nothing = named(plain_label(tr("Nothing found. Try another word."), "quiet", wrap=True), "manual_nothing")
        self._nothing.hide()
        self._back = icon_button("manual_back_button", "arrow-left", tr("Back"))
        self._forward = icon_button("manual_forward_button", "arrow-right", tr("Forward"))
        self._smaller = icon_button("manual_smaller_button", "zoom-out", tr("Smaller letters"))
        self._larger = icon_button("manual_larger_button", "zoom-in", tr("Larger letters"))
        self._find = icon_button("manual_find_button", "search", tr("Find on this page"))
        self.find_bar = FindBar(self.page)
        self._lay_out()
        self._connect()
        self._add_keys()
        self.resize(960, 680)
        keymap.changed.connect(self.page.renew)
        icons.keep_dressed(self)

    def open_at(self, place: str = "") -> None:
        """Show `page#anchor`; without it where the reader was, or the first page."""
        if place or not self.page.place():
            self.search.clear()
            self.page.go_to(place or FIRST)
        self.show()
        self.raise_()
        self.activateWindow()
        self.page.setFocus()

    # How it is built.

    def _lay_out(self) -> None:
        left = QWidget()
        side = QVBoxLayout(left)
        side.setContentsMargins(GAP, GAP, GAP, GAP)
        side.setSpacing(GAP)
        side.addWidget(self.search)
        side.addWidget(self._nothing)
        side.addWidget(self.contents, 1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar())
        column.addWidget(self.page, 1)
        column.addWidget(self.find_bar)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setCollapsible(1, False)
        split.setSizes([280, 680])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(GAP, TIGHT, GAP, TIGHT)
        row.setSpacing(TIGHT)
        row.addWidget(self._back)
        row.addWidget(self._forward)
        row.addStretch()
        for button in (self._find, self._smaller, self._larger):
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        page = self.page
        self._back.clicked.connect(page.backward)
        self._forward.clicked.connect(page.forward)
        self._back.setEnabled(False)
        self._forward.setEnabled(False)
        page.backwardAvailable.connect(self._back.setEnabled)
        page.forwardAvailable.connect(self._forward.setEnabled)
        page.moved.connect(self.contents.show_place)
        page.address_chosen.connect(self._ask_browser)
        self._smaller.clicked.connect(lambda: page.zoom(-1))
        self._larger.clicked.connect(lambda: page.zoom(1))
        self._find.clicked.connect(self.find_bar.begin)
        self.contents.chosen.connect(page.go_to)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self.contents.take_first)

    def _add_keys(self) -> None:
        page = self.page
        standard = QKeySequence.StandardKey
        keys = (
            (QKeySequence(standard.Back), page.backward),
            (QKeySequence(standard.Forward), page.forward),
            (QKeySequence(standard.Find), self.find_bar.begin),
            (QKeySequence(standard.FindNext), self.find_bar.find_next),
            (QKeySequence(standard.ZoomIn), lambda: page.zoom(1)),
            (QKeySequence("Ctrl+="), lambda: page.zoom(1)),
            (QKeySequence(standard.ZoomOut), lambda: page.zoom(-1)),
            (QKeySequence("Ctrl+0"), lambda: page.zoom(0)),
            (QKeySequence("Ctrl+K"), self.search.setFocus),
        )
        for key, act in keys:
            QShortcut(key, self).activated.connect(act)

    # What it does.

    def _on_search(self, text: str) -> None:
        words = text.casefold().split()
        self._nothing.setVisible(not self.contents.search(words))
        self.page.mark([word for word in words if len(word) > 1])

    def _ask_browser(self, address: str) -> None:
        from flux_desktop.ui.dialogs.question import Question
        from flux_desktop.ui.messages.links import open_link

        Question(
            "manual_link", tr("Open in the browser?"), address, tr("This page is not part of the manual."),
            yes=tr("Open", "in the browser"), no=tr("Cancel"), agreed=lambda: open_link(address), parent=self,
        ).open()  # fmt: skip
