"""The parameters that the chosen model does not have, each with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from flux_desktop.core.language import tr
from flux_desktop.core.params import LABELS, PARAM_NAMES, Model
from flux_desktop.ui.theme import GAP, TIGHT

if TYPE_CHECKING:
    from flux_desktop.ui.params.row import MissingRow

__all__ = ["MissingRows", "take_away"]


class MissingRows(QWidget):
    """One row below the other. Those that say the same of two models stay where the second one is chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: dict[str, MissingRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, GAP, 0)
        self._column.setSpacing(TIGHT)

    @property
    def count(self) -> int:
        return len(self._rows)

    def show_for(self, model: Model, label_width: int) -> None:
        """Show what `model` does not have; labels are `label_width` logical pixels wide."""
        for _ in self.prepare(model, label_width):
            pass
        names = _missing(model)
        for gone in self._rows.keys() - set(names):
            take_away(self._rows.pop(gone))
        for place, name in enumerate(names):
            self._column.insertWidget(place, self._rows[name])
            self._rows[name].show()  # by itself a new one would come too late: what is below it would move

    def prepare(self, model: Model, label_width: int) -> Iterator[None]:
        """Make the rows of `model`, which is about to be shown, with a pause after each."""
        from flux_desktop.ui.params.row import MissingRow  # not needed for the first paint: there is no model yet

        for name in _missing(model):
            before, said = self._rows.get(name), (tr(model.reason(name)), label_width)
            if before is not None and (before.reason, before.label_width) == said:
                continue
            if before is not None:
                take_away(before)
            self._rows[name] = MissingRow(name, tr(LABELS[name]), model, label_width)
            self._column.addWidget(self._rows[name])
            yield


def take_away(widget: QWidget) -> None:
    """At once: nobody is to find it by its name any more. To be taken from its parent would cost a millisecond."""
    widget.hide()
    for part in (widget, *widget.findChildren(QWidget)):
        part.setObjectName("")
    widget.deleteLater()


def _missing(model: Model) -> list[str]:
    return [name for name in PARAM_NAMES if model.param(name) is None]
