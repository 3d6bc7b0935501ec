"""The question before the program ends while something would be lost by it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QPushButton, QWidget

from flux_desktop.core.language import tr
from flux_desktop.ui.naming import named

__all__ = ["QuitQuestion"]


class QuitQuestion(QMessageBox):
    """Names what would be lost. Show it with `open`; whoever closes it otherwise stays."""

    quit_chosen = Signal()
    wait_chosen = Signal()
    """Quit as soon as nothing would be lost any more."""

    def __init__(self, lost: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = tr("Quit now?")
        named(self, "quit_question", title)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIcon(QMessageBox.Icon.Warning)
        self._quit = self._button("quit_anyway_button", tr("Quit anyway"), QMessageBox.ButtonRole.DestructiveRole)
        self._wait = self._button("quit_when_done_button", tr("Quit when done"), QMessageBox.ButtonRole.AcceptRole)
        stay = self._button("quit_stay_button", tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(stay)
        self.setEscapeButton(stay)
        self.buttonClicked.connect(self._on_button)
        self.show_lost(lost)

    def show_lost(self, lost: Sequence[str]) -> None:
        """Name what would be lost now; it may be less, or nothing any more."""
        self.setText(tr("This would be lost:") if lost else tr("Nothing would be lost any more."))
        self.setInformativeText("\n".join(lost))
        self._wait.setEnabled(bool(lost))

    def _button(self, name: str, words: str, role: QMessageBox.ButtonRole) -> QPushButton:
        return named(self.addButton(words, role), name, words)

    def _on_button(self, button: QAbstractButton) -> None:
        if button is self._quit:
            self.quit_chosen.emit()
        elif button is self._wait:
            self.wait_chosen.emit()
