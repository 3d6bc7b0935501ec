"""A value to be dialled, in the strips that lie over the canvas."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from flux_desktop.ui.naming import named
from flux_desktop.ui.theme import TIGHT

__all__ = ["Dial"]

SLIDER = 84


class Dial(QWidget):
    """A word, a slider and the value, which has room for its longest words: nothing moves with it."""

    moved = Signal(int)

    def __init__(self, name: str, words: str, low: int, high: int, shown: Callable[[int], str]) -> None:
        super().__init__()
        self._shown = shown
        self.slider = named(QSlider(Qt.Orientation.Horizontal), name, words)
        self.slider.setRange(low, high)
        self.slider.setPageStep(max(1, (high - low) // 10))
        self.slider.setFixedWidth(SLIDER)
        label = QLabel(words)
        label.setBuddy(self.slider)
        self._value = named(QLabel(), f"{name}_value")
        self._value.setMinimumWidth(max(self._value.fontMetrics().horizontalAdvance(shown(end)) for end in (low, high)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        for widget in (label, self.slider, self._value):
            row.addWidget(widget)
        self.slider.valueChanged.connect(self._on_value)

    def show_value(self, value: int) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(value)
        self.slider.blockSignals(False)
        self._value.setText(self._shown(value))

    def _on_value(self, value: int) -> None:
        self._value.setText(self._shown(value))
        self.moved.emit(value)
