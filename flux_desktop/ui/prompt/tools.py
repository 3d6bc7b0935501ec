"""The line below the prompt: the eyedropper, templates, the picture's colours, and at times a quiet hint."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from flux_desktop.core.language import tr
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import ElidedLabel, icon_button
from flux_desktop.ui.theme import GAP, ROW, TIGHT

__all__ = ["PromptTools"]

MOST = 16_777_215
"""Qt's largest width."""


class PromptTools(QWidget):
    """Always as high as one row, so that nothing moves when colours or hints come and go."""

    hint_dismissed = Signal(str)
    """Carries the id of a hint that the user wants to see no more."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "prompt_tools", tr("Help with the prompt"))
        self._chips: QWidget | None = None
        self._hint_id = ""
        self.eyedropper_button = icon_button(
            "eyedropper_button", "pipette", tr("Pick a colour from the picture"), checkable=True
        )
        self.templates_button = icon_button("templates_button", "braces", tr("Templates and snippets"))
        self._hint = named(ElidedLabel("", "quiet"), "prompt_hint")
        self._dismiss = icon_button("prompt_hint_dismiss_button", "x", tr("Do not show this hint again"))
        self._dismiss.clicked.connect(lambda: self.hint_dismissed.emit(self._hint_id))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(TIGHT)
        self._row.addWidget(self.eyedropper_button)
        self._row.addWidget(self.templates_button)
        self._row.addSpacing(GAP)
        self._row.addWidget(self._hint, 1)
        self._row.addWidget(self._dismiss)
        self._row.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(ROW)
        self.show_hint()

    def put_chips(self, chips: QWidget) -> None:
        """Show `chips` before the hint, in as much room as it leaves."""
        self._chips = chips
        self._row.insertWidget(2, chips)
        self._share()

    def show_hint(self, id: str = "", words: str = "") -> None:
        """Say `words`; without any the line is quiet."""
        self._hint_id = id
        self._hint.set_words(words)
        for widget in (self._hint, self._dismiss):
            widget.setVisible(bool(words))
        self._share()

    def hint(self) -> str:
        """The words of the hint that is shown; "" for none."""
        return self._hint.words() if not self._hint.isHidden() else ""

    def _share(self) -> None:
        """Colours leave a hint half of the line: there is a menu of all of them."""
        if self._chips is not None:
            self._chips.setMaximumWidth(self.width() // 2 if self.hint() else MOST)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._share()
