"""The editor of a number: a field for the exact value, a slider for the range."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QSlider, QSpinBox, QWidget

from flux_desktop.core.language import marked, tr
from flux_desktop.core.params import Param, Value
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import guard_wheel
from flux_desktop.ui.theme import GAP, ROW

__all__ = ["AUTO", "INT_LIMIT", "NumberEditor"]

AUTO = marked("Auto")
"""Shown where nothing is sent and the provider decides."""
INT_LIMIT = 2**31 - 1
"""As far as a field of Qt counts: what a host allows beyond it can't be chosen here."""
MOST_TICKS = 1000


class NumberEditor(QWidget):
    """A field for the exact number and a slider for the range. With no default, below the least stands “Auto”."""

    edited = Signal()
    refused = Signal(str)

    def __init__(self, param: Param) -> None:
        super().__init__()
        self._param = param
        self._minimum = -INT_LIMIT if param.minimum is None else max(param.minimum, -INT_LIMIT)
        self._maximum = INT_LIMIT if param.maximum is None else min(param.maximum, INT_LIMIT)
        self._step = param.step or (1 if param.kind == "integer" else (self._maximum - self._minimum) / 100 or 1)
        self._has_auto = param.default is None
        self._ticks = min(max(round((self._maximum - self._minimum) / self._step), 1), MOST_TICKS)
        self.spin = self._make_spin()
        self.slider = self._make_slider()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.slider, 1)
        row.addWidget(self.spin)
        self.setFocusProxy(self.spin)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that both, which share it, are one in the order of Tab
        self.spin.valueChanged.connect(self._on_spin)
        self.slider.valueChanged.connect(self._on_slider)

    def value(self) -> Value | None:
        number = self.spin.value()
        if self._has_auto and number < self._minimum:
            return None
        return int(number) if self._param.kind == "integer" else float(number)

    def display(self, value: Value | None) -> None:
        number = self._minimum - self._step if value is None else float(value)
        blocked = self.spin.blockSignals(True)
        self._set_spin(number)
        self.spin.blockSignals(blocked)
        self._move_slider(number)

    def _make_spin(self) -> QSpinBox | QDoubleSpinBox:
        lowest = self._minimum - (self._step if self._has_auto else 0)
        spin: QSpinBox | QDoubleSpinBox
        if self._param.kind == "integer":
            spin = QSpinBox()
            spin.setRange(int(lowest), int(self._maximum))
            spin.setSingleStep(max(1, int(self._step)))
        else:
            spin = ShortNumberBox()
            spin.setDecimals(max(2, _decimals(self._step)))
            spin.setRange(lowest, self._maximum)
            spin.setSingleStep(self._step)
        if self._has_auto:
            spin.setSpecialValueText(tr(AUTO))
        named(spin, f"param_{self._param.name}", tr(self._param.label))
        spin.setProperty("compact", "true")  # no arrows: the slider and the arrow keys do it
        spin.setAlignment(Qt.AlignmentFlag.AlignRight)
        spin.setFixedWidth(max(56, spin.fontMetrics().horizontalAdvance("000000") + 16))
        spin.setMinimumHeight(ROW)
        return guard_wheel(spin)

    def _make_slider(self) -> QSlider:
        slider = named(QSlider(Qt.Orientation.Horizontal), f"param_{self._param.name}_slider", tr(self._param.label))
        slider.setRange(0, self._ticks)
        slider.setPageStep(max(1, self._ticks // 10))
        slider.setMinimumWidth(40)
        slider.setMinimumHeight(ROW)
        return guard_wheel(slider)

    def _set_spin(self, number: float) -> None:
        if isinstance(self.spin, QSpinBox):
            self.spin.setValue(round(number))
        else:
            self.spin.setValue(number)

    def _move_slider(self, number: float) -> None:
        span = self._maximum - self._minimum
        share = (number - self._minimum) / span if span else 0.0
        blocked = self.slider.blockSignals(True)
        self.slider.setValue(round(min(max(share, 0.0), 1.0) * self._ticks))
        self.slider.blockSignals(blocked)

    def _on_spin(self) -> None:
        self._move_slider(self.spin.value())
        self.edited.emit()

    def _on_slider(self, tick: int) -> None:
        number = self._minimum + (self._maximum - self._minimum) * tick / self._ticks
        blocked = self.spin.blockSignals(True)
        self._set_spin(min(number, self._maximum))
        self.spin.blockSignals(blocked)
        self.edited.emit()


class ShortNumberBox(QDoubleSpinBox):
    """Shows 3.5 as 3.5 and not as 3.50."""

    def textFromValue(self, value: float) -> str:  # noqa: N802
        most = self.decimals()
        places = next((n for n in range(1, most) if round(value, n) == round(value, most)), most)
        locale = self.locale()
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        return locale.toString(value, "f", places)


def _decimals(step: float) -> int:
    return len(f"{step:.6f}".rstrip("0").partition(".")[2])
