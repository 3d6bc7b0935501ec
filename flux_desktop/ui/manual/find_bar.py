"""A line below the page of the manual that finds words on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from flux_desktop.core.language import tr
from flux_desktop.ui.manual.page import ManualPage
from flux_desktop.ui.naming import announce, named
from flux_desktop.ui.parts.controls import icon_button, plain_label
from flux_desktop.ui.theme import GAP, ROW, TIGHT

__all__ = ["FindBar"]


class FindBar(QWidget):
    """`begin` shows it; Enter finds the next place, Shift+Enter the one before, Esc goes back to the page."""

    def __init__(self, page: ManualPage) -> None:
        super().__init__()
        named(self, "manual_find_bar", tr("Find on this page"))
        self._page = page
        self.field = named(QLineEdit(), "manual_find", tr("Find on this page"))
        self.field.setPlaceholderText(tr("Find on this page"))
        self.field.setMinimumHeight(ROW)
        self._told = named(plain_label(tone="quiet"), "manual_find_told")
        before = icon_button("manual_find_before_button", "chevron-up", tr("The place before"))
        after = icon_button("manual_find_next_button", "chevron-down", tr("The next place"))
        close = icon_button("manual_find_close_button", "x", tr("Close"))
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, TIGHT, GAP, TIGHT)
        row.addWidget(self.field, 1)
        for widget in (self._told, before, after, close):
            row.addWidget(widget)
        self.field.textEdited.connect(lambda text: self._again())
        before.clicked.connect(self.find_before)
        after.clicked.connect(self.find_next)
        close.clicked.connect(self.end)
        self.hide()

    def begin(self) -> None:
        """Show it with the keyboard in it; what is selected on the page is looked for."""
        selected = self._page.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.field.setText(selected)
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def find_next(self) -> None:
        """Go to the next place with what is typed; say so where there is none."""
        self._go_on(back=False)

    def find_before(self) -> None:
        """The same for the place before."""
        self._go_on(back=True)

    def end(self) -> None:
        self.hide()
        self._page.setFocus()

    def _go_on(self, *, back: bool) -> None:
        words = self.field.text()
        found = not words or self._page.find_text(words, back=back)
        self._told.setText("" if found else tr("Not on this page"))
        announce(self.field, self._told.text())

    def _again(self) -> None:
        """What is typed is looked for from where the last place begins, so that it grows letter by letter."""
        cursor = self._page.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._page.setTextCursor(cursor)
        self.find_next()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)
