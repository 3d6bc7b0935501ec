"""A sentence below the keys of a command, and two ways on where it asks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from flux_desktop.core.language import tr
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.theme import GAP, ROW, set_tone

__all__ = ["KeyQuestion"]


class KeyQuestion(QWidget):
    """Keeps its room while it has nothing to say, so that nothing moves."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "key_question", tr("About this key"))
        self._act: Callable[[], object] | None = None
        self._back: QWidget | None = None
        self._words = named(plain_label(wrap=True), "key_question_words")
        self.yes = named(QPushButton(tr("Take it")), "key_question_yes")
        self.no = named(QPushButton(tr("Keep")), "key_question_no", tr("Keep it as it is"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._words, 1)
        for button in (self.yes, self.no):
            button.setAutoDefault(False)
            button.setMinimumHeight(ROW)
            row.addWidget(button)
        self.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 4)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        self.clear()

    def words(self) -> str:
        return self._words.text()

    def tell(self, words: str, tone: str = "") -> None:
        """Say `words`."""
        self._show(words, tone, asks=False)

    def ask(self, words: str, yes: str, act: Callable[[], object], back: QWidget) -> None:
        """Say `words`; `act` is called if the user agrees by the button `yes`. `back` has the focus afterwards."""
        self._act, self._back = act, back
        self.yes.setText(yes)
        self.yes.setAccessibleName(yes)
        self._show(words, "warning", asks=True)

    def clear(self) -> None:
        """Say nothing any more."""
        self._act = None
        self._show("", "", asks=False)

    def _show(self, words: str, tone: str, *, asks: bool) -> None:
        self._words.setText(words)
        set_tone(self._words, tone)
        self.yes.setVisible(asks)
        self.no.setVisible(asks)
        if words:
            self._announce()

    def _announce(self) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self._words, QAccessible.Event.Alert))

    def _on_yes(self) -> None:
        act = self._act
        self._on_no()
        if act is not None:
            act()

    def _on_no(self) -> None:
        if self._back is not None:
            self._back.setFocus()  # before its buttons go
        self.clear()
