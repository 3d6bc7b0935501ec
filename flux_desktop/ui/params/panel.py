"""The parameters of the chosen model: one row each, made from the model's declarations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from flux_desktop.core.language import tr
from flux_desktop.core.params import LABELS, PARAM_NAMES, Model, Param, Value
from flux_desktop.ui import icons
from flux_desktop.ui.naming import named
from flux_desktop.ui.params.fold_button import FoldButton
from flux_desktop.ui.params.missing import MissingRows, take_away
from flux_desktop.ui.parts.controls import label_width, plain_label
from flux_desktop.ui.parts.folding import FoldingRow
from flux_desktop.ui.theme import GAP, TIGHT, set_tone

if TYPE_CHECKING:
    from flux_desktop.ui.params.row import ParamRow

__all__ = ["ParamPanel"]

HELP_LINES = 5
NO_FOCUS = Qt.FocusPolicy.NoFocus


class ParamPanel(QScrollArea):
    """Shows a model's parameters and gives their values.

    What the user chose is remembered by name: it survives a change of model, and a value that a model cannot take
    comes back with the next model that can. `values_changed` tells every change by the user and every new model.
    """

    values_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "param_panel", tr("Parameters"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(NO_FOCUS)
        self._model: Model | None = None
        self._rows: dict[str, ParamRow] = {}
        self._ready: dict[str, ParamRow] = {}
        """Of the model that is about to be shown."""
        self._chosen: dict[str, Value] = {}
        self._pointed: ParamRow | None = None
        self._help = named(plain_label("", "quiet", wrap=True), "param_help", tr("About this parameter"))
        self._help.setParent(self)
        self._help.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._reserve_help()
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(GAP, TIGHT, TIGHT, GAP)
        self._column.setSpacing(TIGHT)
        self._fold = FoldButton("param_missing_button")
        self._missing = MissingRows(self._content)
        self._fold.toggled.connect(self._unfold)
        self._unfold(False)
        self.setWidget(self._content)
        self._build()

    def model(self) -> Model | None:
        return self._model

    def set_model(self, model: Model, keep: Mapping[str, Value] | None = None) -> None:
        """Show the parameters of `model`, with what the user chose before and `keep` where it can take them."""
        if model != self._model:
            self._model = model
            self._build()
        self.set_values(keep or {})

    def prepare(self, model: Model) -> Iterator[None]:
        """Make the rows of `model`, which is about to be shown, with a pause after each, in which the window reacts."""
        width = self._label_width(model)
        for param in _in_order(model):
            row = self._row(param, width)
            if row is self._rows.get(param.name):
                continue  # it is shown already
            self._ready[param.name] = row
            row.hide()
            row.setParent(self._content)
            for part in row.findChildren(QWidget):
                part.ensurePolished()
            yield
        if self._model is None:
            yield from self._missing.prepare(model, width)

    def values(self) -> dict[str, Value]:
        """A checked value for every parameter that has one. No seed unless one is locked."""
        return {name: row.value for name, row in self._rows.items() if row.value is not None}

    def set_values(self, values: Mapping[str, Value]) -> None:
        """Choose `values`, leaving the others; what the model cannot take waits for one that can."""
        self._chosen.update(values)
        self._fill()
        for name in values:
            self._forget_default(name)
        self.values_changed.emit()

    def reset(self) -> None:
        """Every parameter to its default, and nothing chosen is remembered."""
        self._chosen.clear()
        self._fill()
        self.values_changed.emit()

    def chosen(self) -> dict[str, Value]:
        """What the user chose, also what the model at hand cannot take: the draft that survives a restart."""
        return dict(self._chosen)

    def problem(self) -> str:
        """Why what is typed in some row can't be taken; "" if all is well."""
        return next((row.problem for row in self._rows.values() if row.problem), "")

    def row(self, name: str) -> ParamRow | None:
        return self._rows.get(name)

    # Building.

    def _build(self) -> None:
        """Show the rows of the model. Those that it shares with the model before stay, which takes far less time."""
        self._pointed = None
        width = self._label_width(self._model)
        rows = [self._row(param, width) for param in _in_order(self._model)]
        for gone in {*self._rows.values(), *self._ready.values()} - set(rows):
            take_away(gone)
        self._ready = {}
        self._rows = {row.param.name: row for row in rows}
        if self._model is not None:
            self._missing.show_for(self._model, width)
        self._fold.set_words(tr("Not available with this model ({n})", n=self._missing.count))
        self._fold.setVisible(self._missing.count > 0)
        self._lay_out(rows)
        _walk(rows, self._fold)
        self.setMinimumWidth(self._content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width())
        icons.redress(self._content)
        self._fold_rows()
        self._show_help()

    def _lay_out(self, rows: list[ParamRow]) -> None:
        while self._column.takeAt(0) is not None:
            pass
        self._column.setEnabled(False)  # else all would get their places anew for each row
        for row in rows:
            self._column.addWidget(row)
            row.show()  # by itself a new one would come too late: what is below it would move
        self._column.addSpacing(GAP)
        self._column.addWidget(self._fold)
        self._column.addWidget(self._missing)
        self._column.addStretch(1)
        self._column.setEnabled(True)
        self._column.activate()

    def _row(self, param: Param, label_width: int) -> ParamRow:
        from flux_desktop.ui.params.row import ParamRow  # not needed for the first paint: there is no model yet

        for kept in (self._rows.get(param.name), self._ready.get(param.name)):
            if kept is not None and (kept.param, kept.label_width) == (param, label_width):
                return kept
        row = ParamRow(param, label_width)
        row.changed.connect(lambda: self._on_changed(row))
        row.pointed.connect(lambda here: self._on_pointed(row, here))
        return row

    def _fold_rows(self) -> None:
        """Put the labels above their fields, all of them, where one has too little room beside its own."""
        margins = self._column.contentsMargins()
        rows = [row.folding for row in self._rows.values()] + self._missing.findChildren(FoldingRow)
        room = self.viewport().width() - margins.left() - margins.right() - GAP
        folded = any(row.needed() > room for row in rows)
        for row in rows:
            row.fold(folded)

    def _unfold(self, unfolded: bool) -> None:
        icons.mark(self._fold, "chevron-down" if unfolded else "chevron-right", "quiet", 12)
        icons.redress(self._fold)
        self._missing.setVisible(unfolded)

    def _label_width(self, model: Model | None) -> int:
        """The sidebar's, or more if this model has a longer label."""
        extra = [tr(param.label) for param in model.params if param.name not in LABELS] if model else []
        metrics = self.fontMetrics()
        return max([label_width(self), *(metrics.horizontalAdvance(label) + TIGHT for label in extra)])

    # Values.

    def _fill(self) -> None:
        if self._model is None:
            return
        known = {name: value for name, value in self._chosen.items() if name in self._rows}
        carried = self._model.carry(known)
        for name, row in self._rows.items():
            row.set_value(carried.get(name))
        self._show_help()

    def _forget_default(self, name: str) -> None:
        """A default is no choice: the next model may have another."""
        row = self._rows.get(name)
        if row is not None and self._chosen.get(name) == row.param.default:
            self._chosen.pop(name, None)

    def _on_changed(self, row: ParamRow) -> None:
        name = row.param.name
        if row.is_changed() and row.value is not None:
            self._chosen[name] = row.value
        else:
            self._chosen.pop(name, None)
        self._show_help()
        self.values_changed.emit()

    # The quiet line.

    def _on_pointed(self, row: ParamRow, here: bool) -> None:
        if here:
            self._pointed = row
        elif self._pointed is row:
            focused = QApplication.focusWidget()  # `self.focusWidget` is the one that had it here last
            rows = self._rows.values()
            self._pointed = next((own for own in rows if focused is not None and own.isAncestorOf(focused)), None)
        self._show_help()

    def _show_help(self) -> None:
        wrong = next((row for row in self._rows.values() if row.problem), None)
        row = wrong or self._pointed
        self._help.setText(row.explanation() if row else "")
        set_tone(self._help, "danger" if wrong else "quiet")

    def _reserve_help(self) -> None:
        height = self.fontMetrics().lineSpacing() * HELP_LINES + 2 * TIGHT
        self.setViewportMargins(0, 0, 0, height)
        self._help.setGeometry(GAP, self.height() - height + TIGHT, self.width() - 2 * GAP, height - TIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._reserve_help()
        self._fold_rows()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_help"):
            self._reserve_help()


def _in_order(model: Model | None) -> list[Param]:
    """The parameters in the sidebar's order, those of this model alone at the end."""
    if model is None:
        return []
    known = [param for name in PARAM_NAMES if (param := model.param(name)) is not None]
    return [*known, *(param for param in model.params if param.name not in PARAM_NAMES)]


def _walk(rows: Iterable[ParamRow], last: QWidget) -> None:
    """Let Tab go from the top to the bottom: by itself it would come to the newest ones last."""
    stops = [stop for row in rows for stop in (*_stops_of(row.editor), row.reset_button)]
    for one, next_one in pairwise([*stops, last]):
        QWidget.setTabOrder(one, next_one)


def _stops_of(editor: QWidget) -> list[QWidget]:
    if editor.focusPolicy() != NO_FOCUS:
        return [editor]
    return [part for part in editor.findChildren(QWidget) if part.focusPolicy() != NO_FOCUS]
