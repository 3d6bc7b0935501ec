"""What can be done with the parameters beside running them: a line at the foot of the sidebar."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from flux_desktop.core.language import tr
from flux_desktop.ui.naming import named
from flux_desktop.ui.theme import FLAT, GAP, TIGHT

__all__ = ["ParamFoot"]


class ParamFoot(QWidget):
    """One line below the parameters."""

    code_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "param_foot", tr("More with these parameters"))
        words = tr("Copy as code…")
        tip = tr("See and copy this run as cURL, Python or JavaScript (Ctrl+Shift+C)")
        self.code_button = named(QPushButton(words), "code_button", words, tip)
        self.code_button.setProperty("flat", "true")
        self.code_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.code_button.clicked.connect(self.code_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP - FLAT, 0, GAP, TIGHT)
        row.addWidget(self.code_button)
        row.addStretch(1)
