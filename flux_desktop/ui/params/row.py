"""One row of the parameter sidebar: label, editor and the button that brings the default back."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from flux_desktop.core.language import tr
from flux_desktop.core.params import Model, Param, Value
from flux_desktop.ui import icons
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.params.widgets import Editor, editor_for, words_of
from flux_desktop.ui.parts.controls import icon_button, plain_label
from flux_desktop.ui.parts.folding import FoldingRow
from flux_desktop.ui.theme import GAP, ROW

__all__ = ["MissingRow", "ParamRow", "sending"]


def sending(param: Param, value: Value | None) -> str:
    """What happens to `value` on its way to the provider, in one sentence."""
    if param.emulated:
        return tr("Emulated: the program carries it out, nothing is sent.")
    if value is None and param.picked:
        return tr("The program picks one for each run, sends it as {field} and records it.", field=param.field)
    if value is None:
        return tr("Nothing is sent as {field}: the provider decides.", field=param.field)
    match param.how:
        case "converted":
            return tr("Converted: sent as {field} = {value}.", field=param.field, value=_wired(param, value))
        case "renamed":
            return tr("Renamed: sent as {field}.", field=param.field)
        case _:
            return tr("Passed on as {field}.", field=param.field)


def _default_words(param: Param) -> str:
    return tr("random") if param.picked else words_of(param.default)


def _wired(param: Param, value: Value) -> str:
    wired = param.wire(value)
    return str(wired).lower() if isinstance(wired, bool) else str(wired)[:60]


class ParamRow(QWidget):
    """Holds the value of one parameter; the editor only shows it, so nothing is lost to rounding.

    `changed` tells that the user changed it, `pointed` that pointer or focus came (True) or went.
    """

    changed = Signal()
    pointed = Signal(bool)

    def __init__(self, param: Param, label_width: int) -> None:
        super().__init__()
        self.param = param
        self.label_width = label_width
        self.problem = ""
        self._value = param.default
        self.editor = editor_for(param)
        label = tr(param.label)
        self.label = plain_label(label)
        self.label.setBuddy(self.editor)
        self.reset_button = icon_button(f"param_{param.name}_reset", "rotate-ccw", tr("Reset {label}", label=label))
        icons.mark(self.reset_button, "rotate-ccw", "quiet")
        self.reset_button.setToolTip(tr("Back to the default: {value}", value=_default_words(param)))
        self._lay_out(label_width)
        self._watch()
        self._show()

    @property
    def value(self) -> Value | None:
        """The value that will be sent; None: the provider decides, or for a seed the program."""
        return self._value

    def is_changed(self) -> bool:
        """Whether the value is another than the default."""
        return self._value != self.param.default

    def set_value(self, value: Value | None) -> None:
        """Show `value`, which the parameter must be able to take, without telling `changed`."""
        self._value = value
        self.problem = ""
        self._show()

    def explanation(self) -> str:
        """What it does, its default and limits, and how it is sent; or what is wrong with what was typed."""
        if self.problem:
            return self.problem
        facts = tr("Default {value}", value=_default_words(self.param))
        if self.param.kind in ("integer", "number"):
            facts = f"{facts} · {self.param.limits}"
        return f"{tr(self.param.help)}\n{facts}. {sending(self.param, self._value)}".strip()

    def _lay_out(self, label_width: int) -> None:
        field = QWidget()
        row = _row(field)
        row.addWidget(self.editor, 1)
        if self.param.kind == "switch":
            row.addStretch(2)
        row.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignVCenter)  # without it no field could be higher
        policy = self.reset_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset_button.setSizePolicy(policy)
        self.folding = FoldingRow(self.label, field, GAP // 2, width=label_width, of_many=True)
        _row(self).addWidget(self.folding)

    def _watch(self) -> None:
        editor = cast(Editor, self.editor)
        editor.edited.connect(self._on_edited)
        editor.refused.connect(self._on_refused)
        self.reset_button.clicked.connect(self._reset)
        for widget in (self.editor, *self.editor.findChildren(QWidget), self.reset_button):
            widget.installEventFilter(self)

    def _on_edited(self) -> None:
        self.problem = ""
        self._value = cast(Editor, self.editor).value()
        self._tell()
        self.changed.emit()

    def _on_refused(self, why: str) -> None:
        self.problem = why
        if why:
            self.changed.emit()

    def _reset(self) -> None:
        self.set_value(self.param.default)
        self.changed.emit()
        self.editor.setFocus()

    def _show(self) -> None:
        cast(Editor, self.editor).display(self._value)
        self._tell()

    def _tell(self) -> None:
        self.reset_button.setVisible(self.is_changed())
        words = self.explanation()
        set_note(self.label, words)
        set_note(self.editor, words)
        if (field := self.editor.focusProxy()) is not None:
            field.setAccessibleDescription(words)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self.pointed.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.FocusIn:
            self.pointed.emit(True)
        elif event.type() == QEvent.Type.FocusOut and not self.underMouse():
            self.pointed.emit(False)
        return super().eventFilter(watched, event)


def _row(widget: QWidget) -> QHBoxLayout:
    """The layout of `widget`: what lies beside each other, without margins."""
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP // 2)
    return row


class MissingRow(QWidget):
    """A parameter that the model does not have, with the reason."""

    def __init__(self, name: str, label: str, model: Model, label_width: int) -> None:
        super().__init__()
        self.reason, self.label_width = tr(model.reason(name)), label_width
        heading = plain_label(label, "quiet")
        heading.setMinimumHeight(ROW - 6)
        heading.setAlignment(Qt.AlignmentFlag.AlignTop)
        reason: QLabel = named(plain_label(self.reason, "quiet", wrap=True), f"param_{name}", label)
        set_note(reason, self.reason)
        reason.setAlignment(Qt.AlignmentFlag.AlignTop)
        reason.setEnabled(False)
        reason.setMinimumWidth(label_width)
        self.folding = FoldingRow(heading, reason, GAP // 2, width=label_width, of_many=True)
        _row(self).addWidget(self.folding)
