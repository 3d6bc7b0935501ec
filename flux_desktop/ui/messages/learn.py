"""The button beside an error that leads into the manual, to the section about errors of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from flux_desktop.core.help import LEARN
from flux_desktop.core.language import tr
from flux_desktop.ui.naming import named

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError

__all__ = ["LearnButton"]


class LearnButton(QPushButton):
    """In sight only while there is an error, which `put` says. `help_requested` carries a place of `core/help`."""

    help_requested = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(tr(LEARN))
        named(self, name, tr(LEARN), tr("Open the manual at this problem"))
        self.setProperty("flat", "true")
        self.setAutoDefault(False)
        self._place = ""
        self.clicked.connect(lambda checked: self.help_requested.emit(self._place))
        self.hide()

    def put(self, error: FluxError | None) -> None:
        """Lead to what the manual says about `error`; None: there is none any more."""
        self._place = error.help if error is not None else ""
        self.setVisible(error is not None)
