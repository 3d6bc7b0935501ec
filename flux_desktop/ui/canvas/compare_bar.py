"""How the canvas compares and how large it shows: one bar of small buttons above or below it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from flux_desktop.ui import icons
from flux_desktop.ui.controls import Segments, icon_button
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.theme import GAP, ROW, TIGHT

__all__ = ["CompareBar"]

MODES = [
    ("single", "compare_single", "Single"),
    ("split", "compare_split", "Split"),
    ("side_by_side", "compare_side", "Side by side"),
]
TIPS = {
    "single": "Show the picture alone",
    "split": "Before and after, with a divider to move",
    "side_by_side": "Before and after beside each other, with the same zoom",
}


class CompareBar(QWidget):
    """`mode_chosen` carries single, split or side_by_side; `peek` is True while the button is held.

    `zoom_chosen` carries a scale. Scales are device pixels of the screen per pixel of the picture: 1.0 is 100 %.
    """

    mode_chosen = Signal(str)
    peek = Signal(bool)
    zoom_in_requested = Signal()
    zoom_out_requested = Signal()
    fit_requested = Signal()
    zoom_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "compare_bar", "Compare and zoom")
        self._modes = named(Segments(MODES), "compare_modes", "Compare")
        self._modes.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for key, tip in TIPS.items():
            set_note(self._modes.button(key), tip)
        self._peek = self._peek_button()
        self._out = icon_button("zoom_out", "zoom-out", "Zoom out")
        self._in = icon_button("zoom_in", "zoom-in", "Zoom in")
        self._zoom = self._zoom_button()
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, TIGHT, GAP, TIGHT)
        row.setSpacing(TIGHT)
        row.addWidget(self._modes)
        row.addSpacing(GAP)
        row.addWidget(self._peek)
        row.addStretch()
        for button in (self._out, self._zoom, self._in):
            row.addWidget(button)
        self._modes.chosen.connect(self.mode_chosen)
        self._out.clicked.connect(self.zoom_out_requested)
        self._in.clicked.connect(self.zoom_in_requested)
        self.set_mode("single")
        self.set_zoom(1.0)

    def mode(self) -> str:
        return self._modes.key()

    def set_mode(self, mode: str) -> None:
        """Put `single`, `split` or `side_by_side` down, without telling it."""
        self._modes.choose(mode)

    def set_zoom(self, scale: float) -> None:
        """Show the scale of the canvas."""
        percent = scale * 100
        words = f"{percent:.0f} %" if percent >= 10 else f"{percent:.1f} %"
        self._zoom.setText(words)
        self._zoom.setAccessibleName(f"Zoom, {words}")

    def set_enabled(self, picture: bool, before: bool | None = None) -> None:
        """`picture`: one is shown; `before`: it has one to compare with (None: as `picture`)."""
        comparable = picture if before is None else picture and before
        for key in ("split", "side_by_side"):
            self._modes.button(key).setEnabled(comparable)
        self._modes.button("single").setEnabled(picture)
        self._peek.setEnabled(comparable)
        for button in (self._out, self._zoom, self._in):
            button.setEnabled(picture)

    def _peek_button(self) -> QToolButton:
        button = icon_button("peek_button", "eye", "Original while held")
        set_note(button, "Hold to see the picture as it was before (also Space in the history)")
        button.pressed.connect(lambda: self.peek.emit(True))
        button.released.connect(lambda: self.peek.emit(False))
        return button

    def _zoom_button(self) -> QToolButton:
        button = named(QToolButton(), "zoom_label", "Zoom")
        button.setMinimumSize(button.fontMetrics().horizontalAdvance("1600 % ") + 26, ROW)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = named(QMenu(button), "zoom_menu", "Zoom")
        menu.addAction("Fit\tCtrl+0").triggered.connect(lambda checked: self.fit_requested.emit())
        for words, scale in (("50 %", 0.5), ("100 %\tCtrl+1", 1.0), ("200 %\tCtrl+2", 2.0), ("400 %", 4.0)):
            menu.addAction(words).triggered.connect(lambda checked, scale=scale: self.zoom_chosen.emit(scale))
        button.setMenu(menu)
        icons.redress(button)
        return button
