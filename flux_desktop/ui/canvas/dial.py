"""A value to be dialled, in the strips that lie over the canvas."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QSlider, QWidget

from flux_desktop.ui.naming import named
from flux_desktop.ui.theme import TIGHT

__all__ = ["Dial"]

SLIDER = 84
SHORTEST = 72


class Dial(QWidget):
    """A word, a slider and the value, which has room for its longest words: nothing moves with it.

    A `stacked` one has the slider below the words, and takes the width that there is.
    """

    moved = Signal(int)

    def __init__(
        self, name: str, words: str, low: int, high: int, shown: Callable[[int], str], *, stacked: bool = False
    ) -> None:
        super().__init__()
        self._shown = shown
        self.slider = named(QSlider(Qt.Orientation.Horizontal), name, words)
        self.slider.setRange(low, high)
        self.slider.setPageStep(max(1, (high - low) // 10))
        label = QLabel(words)
        label.setBuddy(self.slider)
        self._value = named(QLabel(), f"{name}_value")
        self._value.setMinimumWidth(max(self._value.fontMetrics().horizontalAdvance(shown(end)) for end in (low, high)))
        self._lay_out(label, stacked=stacked)
        self.slider.valueChanged.connect(self._on_value)

    def show_value(self, value: int) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(value)
        self.slider.blockSignals(False)
        self._value.setText(self._shown(value))

    def _lay_out(self, label: QLabel, *, stacked: bool) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(TIGHT)
        grid.setVerticalSpacing(0)
        grid.addWidget(label, 0, 0)
        if stacked:
            self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.slider.setMinimumWidth(SHORTEST)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            grid.addWidget(self._value, 0, 1)
            grid.addWidget(self.slider, 1, 0, 1, 2)
        else:
            self.slider.setFixedWidth(SLIDER)
            grid.addWidget(self.slider, 0, 1)
            grid.addWidget(self._value, 0, 2)

    def _on_value(self, value: int) -> None:
        self._value.setText(self._shown(value))
        self.moved.emit(value)
