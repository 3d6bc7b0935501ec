"""One editor for each kind of parameter: it shows a value, says when the user changed it, and owns no truth."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Protocol

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSizePolicy, QWidget

from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.language import figures, marked, tr
from flux_desktop.core.params import Kind, Param, Value
from flux_desktop.ui.naming import named
from flux_desktop.ui.params.number import AUTO, INT_LIMIT, NumberEditor
from flux_desktop.ui.params.seed_field import DigitsValidator, SeedField
from flux_desktop.ui.parts.controls import QuietComboBox, Segments
from flux_desktop.ui.theme import ROW

__all__ = ["AUTO", "Editor", "editor_for", "words_of"]

CHOICES: Mapping[str, str] = MappingProxyType(
    {
        "match_input_image": marked("match input image"),
        "match": marked("match", "the pixels of the source image"),
        "auto": marked("auto", "a choice"),
        "none": marked("none", "a choice"),
        "regular": marked("regular", "a choice"),
        "low": marked("low", "a choice"),
        "medium": marked("medium", "a choice"),
        "high": marked("high", "a choice"),
    }
)
"""What is said in place of choices that are words; the others are names."""


class Editor(Protocol):
    """What a row needs of a widget. `refused` carries why what is typed can't be taken, "" when it can again."""

    @property
    def edited(self) -> SignalInstance: ...
    @property
    def refused(self) -> SignalInstance: ...
    def value(self) -> Value | None:
        """The value that is shown; None where the provider decides."""

    def display(self, value: Value | None) -> None:
        """Show `value` without saying that it was edited."""


def editor_for(param: Param) -> QWidget:
    """The widget for `param`, an `Editor`, which carries the objectName `param_<name>` itself or on its field."""
    kinds: dict[Kind, Callable[[Param], QWidget]] = {
        "integer": _integer_editor,
        "number": NumberEditor,
        "choice": SegmentsEditor if _are_few(param) else ChoiceEditor,
        "switch": SwitchEditor,
        "text": TextEditor,
    }
    return kinds[param.kind](param)


def words_of(value: Value | None) -> str:
    """`value` as the sidebar writes it."""
    if value is None:
        return tr(AUTO)
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    if isinstance(value, float):
        return figures(f"{value:g}")
    return str(value)


class DigitsEditor(QLineEdit):
    """A whole number that is too large for a spin box."""

    edited = Signal()
    refused = Signal(str)

    def __init__(self, param: Param) -> None:
        super().__init__()
        named(self, f"param_{param.name}", tr(param.label))
        self._param = param
        self._shown: Value | None = None
        self.setMinimumHeight(ROW)
        if param.default is None:
            self.setPlaceholderText(tr(AUTO))
        self.setValidator(DigitsValidator(int(param.minimum or 0), int(param.maximum or INT_LIMIT), self))
        self.textEdited.connect(self._typed)

    def value(self) -> Value | None:
        return self._shown

    def display(self, value: Value | None) -> None:
        self._shown = value
        self.setText("" if value is None else str(value))
        _mark_wrong(self, False)

    def _typed(self) -> None:
        fits = self.hasAcceptableInput() or (not self.text() and self._param.default is None)
        _mark_wrong(self, not fits)
        self.refused.emit(
            "" if fits else tr("{label} takes {limits}.", label=tr(self._param.label), limits=self._param.limits)
        )
        if fits:
            self._shown = int(self.text()) if self.text() else None
            self.edited.emit()


class ChoiceEditor(QuietComboBox):
    edited = Signal()
    refused = Signal(str)

    def __init__(self, param: Param) -> None:
        super().__init__()
        named(self, f"param_{param.name}", tr(param.label))
        if param.default is None:
            self.addItem(tr(AUTO), None)
        for entry in param.choices:
            self.addItem(_choice_words(entry), entry)
        self.currentIndexChanged.connect(self.edited)

    def value(self) -> Value | None:
        data = self.currentData()
        return None if data is None else str(data)

    def display(self, value: Value | None) -> None:
        blocked = self.blockSignals(True)
        self.choose(value)
        self.blockSignals(blocked)


class SegmentsEditor(Segments):
    edited = Signal()
    refused = Signal(str)

    def __init__(self, param: Param) -> None:
        name = f"param_{param.name}"
        super().__init__([(entry, f"{name}_{entry}", _choice_words(entry)) for entry in param.choices])
        named(self, name, tr(param.label))
        self.chosen.connect(self.edited)

    def value(self) -> Value | None:
        return self.key()

    def display(self, value: Value | None) -> None:
        self.choose(str(value))


class SwitchEditor(QCheckBox):
    edited = Signal()
    refused = Signal(str)

    def __init__(self, param: Param) -> None:
        super().__init__()
        named(self, f"param_{param.name}", tr(param.label))
        self.setMinimumHeight(ROW)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._on_toggled)
        self._say()

    def value(self) -> Value | None:
        return self.isChecked()

    def display(self, value: Value | None) -> None:
        blocked = self.blockSignals(True)
        self.setChecked(bool(value))
        self.blockSignals(blocked)
        self._say()

    def _on_toggled(self) -> None:
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        self.setText(tr("On") if self.isChecked() else tr("Off"))


class TextEditor(QLineEdit):
    edited = Signal()
    refused = Signal(str)

    def __init__(self, param: Param) -> None:
        super().__init__()
        named(self, f"param_{param.name}", tr(param.label))
        self.setMinimumHeight(ROW)
        self._param = param
        self._shown: Value | None = None
        if param.default is None:
            self.setPlaceholderText(tr(AUTO))
        self.textEdited.connect(self._typed)

    def value(self) -> Value | None:
        return self._shown

    def display(self, value: Value | None) -> None:
        self._shown = value
        self.setText("" if value is None else str(value))
        _mark_wrong(self, False)

    def _typed(self, words: str) -> None:
        if not words and self._param.default is None:
            self._take(None)
            return
        try:
            value = self._param.check(words)
            self._param.wire(value)
        except InvalidParameter as error:
            self._refuse(error.title)
        except (ValueError, KeyError):  # how an encoder says that it can make nothing of the words
            told = {"label": tr(self._param.label), "words": words[:60], "help": tr(self._param.help)}
            self._refuse(tr("{label}: “{words}” does not fit. {help}", **told))
        else:
            self._take(value)

    def _take(self, value: Value | None) -> None:
        self._shown = value
        _mark_wrong(self, False)
        self.refused.emit("")
        self.edited.emit()

    def _refuse(self, why: str) -> None:
        _mark_wrong(self, True)
        self.refused.emit(why)


def _integer_editor(param: Param) -> QWidget:
    if param.name == "seed":
        return SeedField(param)
    return NumberEditor(param) if _fits_a_spin_box(param) else DigitsEditor(param)


def _fits_a_spin_box(param: Param) -> bool:
    low, high = param.minimum, param.maximum
    return (low is None or low > -INT_LIMIT) and (high is None or high <= INT_LIMIT)


def _are_few(param: Param) -> bool:
    """Whether the choices fit beside each other in the sidebar, and one of them is always down."""
    return param.default is not None and len(param.choices) <= 3 and sum(map(len, param.choices)) <= 12


def _choice_words(entry: str) -> str:
    return tr(CHOICES.get(entry, entry.replace("_", " ")))


def _mark_wrong(field: QLineEdit, wrong: bool) -> None:
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", "true" if wrong else None)
        field.style().unpolish(field)
        field.style().polish(field)
