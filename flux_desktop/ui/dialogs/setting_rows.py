"""Controls for settings, built from their declarations: those of the program, and those of one provider."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QGridLayout,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QWidget,
)

from flux_desktop.core.language import tr
from flux_desktop.core.params import Param, Value
from flux_desktop.core.settings import Settings
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import QuietComboBox, guard_wheel, icon_button, plain_label
from flux_desktop.ui.theme import MARGIN, ROW

__all__ = ["SettingRows"]

Control = tuple[QWidget, Callable[[Any], object]]
"""A control, and what shows a value in it."""


class SettingRows(QWidget):
    """One row a setting: name, control, what it means, and a button back to the default. A change counts at once.

    `units` are put behind numbers, `words` in place of choices, both in the language in use. The control of a setting
    `a.b` is `setting_a_b`.
    """

    def __init__(
        self,
        params: Iterable[Param],
        units: Mapping[str, str] | None = None,
        words: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._settings: Settings | None = None
        self._units, self._words = units or {}, words or {}
        self._params = {param.name: param for param in params}
        self._show: dict[str, Callable[[Any], object]] = {}
        self._resets: dict[str, QToolButton] = {}
        self._places: dict[str, tuple[int, QWidget]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(MARGIN)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        for param in self._params.values():
            self._add(param)

    def attach(self, settings: Settings) -> None:
        self._settings = settings
        settings.changed.connect(self._on_changed)
        for name in self._params:
            self._on_changed(name)

    def disable(self, name: str, why: str) -> None:
        """The setting of that name cannot be changed, because of `why`, a sentence."""
        row, control = self._places[name]
        control.setEnabled(False)
        set_note(control, why)
        note = plain_label(why, "quiet", wrap=True)
        note.setContentsMargins(0, 0, 0, MARGIN)
        self._grid.addWidget(note, row + 2, 1, 1, 2)

    def _add(self, param: Param) -> None:
        row, name = self._grid.rowCount(), param.name.replace(".", "_")
        control, self._show[param.name] = self._control(param)
        words, help = tr(param.label), tr(param.help)
        named(control, f"setting_{name}", words)
        set_note(control, help)
        control.setMinimumHeight(ROW)
        label = plain_label(words)
        label.setBuddy(control)
        reset = icon_button(f"reset_{name}", "rotate-ccw", tr("Back to the default of {setting}", setting=words))
        reset.clicked.connect(lambda: self._set(param.name, param.default))
        policy = reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the control must not become wider when its button goes
        reset.setSizePolicy(policy)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(control, row, 1)
        self._grid.addWidget(reset, row, 2)
        self._grid.addWidget(plain_label(help, "quiet", wrap=True), row + 1, 1, 1, 2)
        self._grid.setRowMinimumHeight(row + 2, MARGIN)
        self._resets[param.name] = reset
        self._places[param.name] = row, control

    def _control(self, param: Param) -> Control:
        match param.kind:
            case "choice":
                return self._choice(param)
            case "switch":
                box = QCheckBox()
                box.toggled.connect(lambda on: self._set(param.name, on))
                return box, box.setChecked
            case "text":
                field = QLineEdit()
                field.editingFinished.connect(lambda: self._set(param.name, field.text().strip()))
                return field, field.setText
            case "integer":
                return self._spin(param, guard_wheel(QSpinBox()))
            case "number":
                return self._spin(param, guard_wheel(QDoubleSpinBox()))

    def _choice(self, param: Param) -> Control:
        box = QuietComboBox()
        for word in param.choices:
            box.addItem(tr(self._words.get(word, word)), word)
        box.currentIndexChanged.connect(lambda: self._set(param.name, box.currentData()))
        return box, box.choose

    def _spin(self, param: Param, box: QSpinBox | QDoubleSpinBox) -> Control:
        low, high = int(param.minimum or 0), int(param.maximum or 2**31 - 1)
        if isinstance(box, QDoubleSpinBox):
            box.setRange(param.minimum or 0.0, param.maximum or float(high))
            box.setSingleStep(param.step or 0.1)
        else:
            box.setRange(low, high)
        box.setSuffix(tr(self._units.get(param.name, "")))
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda value: self._set(param.name, value))
        return box, box.setValue

    def _set(self, name: str, value: Value | None) -> None:
        if self._settings is not None and value is not None:
            self._settings.set(name, value)

    def _on_changed(self, name: str) -> None:
        if name in self._params and self._settings is not None:
            value = self._settings.get(name)
            self._show[name](value)
            self._resets[name].setVisible(value != self._params[name].default)
