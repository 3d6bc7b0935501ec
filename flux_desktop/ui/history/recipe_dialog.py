"""Everything that made a result, to be read and copied; nothing of the current settings changes."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from flux_desktop.core.history import BEST, HistoryNode
from flux_desktop.core.params import LABELS
from flux_desktop.ui.controls import plain_label
from flux_desktop.ui.history.bars import narrow_button
from flux_desktop.ui.history.words import TREATMENTS
from flux_desktop.ui.naming import named
from flux_desktop.ui.theme import GAP, MARGIN, TIGHT

__all__ = ["RecipeDialog", "recipe_lines"]


USES = (
    ("All", "all", "Use all settings, the seed too"),
    ("All but seed", "all_but_seed", "Use all settings but the seed"),
    ("Seed", "seed", "Use this seed alone"),
    ("Prompt", "prompt", "Use the prompt alone"),
    ("Parameters", "params", "Use the parameters alone"),
)


class RecipeDialog(QDialog):
    """A small window of its own; every value is text that can be selected.

    Looking changes nothing. `recalled` carries the node and what of it is to be used.
    """

    recalled = Signal(object, str)

    def __init__(self, node: HistoryNode, provider: str, parent: QWidget | None = None) -> None:
        """`provider` is the provider's name as people know it."""
        super().__init__(parent)
        named(self, "recipe_dialog", "Settings of this result")
        self.setWindowTitle("Settings of this result")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._node = node
        self._lines = recipe_lines(node, provider)
        copy = named(QPushButton("Copy all"), "recipe_copy_button")
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        close = named(QPushButton("Close"), "recipe_close_button")
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(copy)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        column.addWidget(self._form(), 1)
        column.addLayout(self._uses())
        column.addLayout(buttons)
        self.resize(460, min(600, 170 + 22 * len(self._lines)))

    def _uses(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(TIGHT)
        row.addWidget(plain_label("Use", "quiet"))
        for words, what, tip in USES:
            button = narrow_button(f"recipe_use_{what}_button", words, tip)
            button.setAutoDefault(False)
            button.setEnabled(what != "seed" or self._node.seed is not None)
            button.clicked.connect(lambda checked, what=what: self.recalled.emit(self._node, what))
            row.addWidget(button)
        return row

    def _form(self) -> QScrollArea:
        body = QWidget()
        form = QFormLayout(body)
        form.setContentsMargins(0, 0, GAP, 0)
        form.setHorizontalSpacing(MARGIN)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, value in self._lines:
            form.addRow(plain_label(name, "quiet"), self._value(name, value))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        return area

    @staticmethod
    def _value(name: str, value: str) -> QLabel:
        label = plain_label(value, wrap=True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setAccessibleName(f"{name}: {value}")
        return label

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{name}: {value}" for name, value in self._lines))


def recipe_lines(node: HistoryNode, provider: str) -> list[tuple[str, str]]:
    """(name, value) of everything that is known about how `node` was made."""
    recipe = node.recipe
    lines: list[tuple[str, str]] = []
    if recipe is not None:
        lines += [("Prompt", recipe.prompt), ("Provider", provider), ("Model", recipe.model)]
        params = dict(recipe.params)
        params.pop("seed", None)
        names = [name for name in LABELS if name in params] + [name for name in params if name not in LABELS]
        lines.append(("Seed", str(node.seed) if node.seed is not None else "not known"))
        lines += [(LABELS.get(name, name), _shown(params[name])) for name in names]
    lines += _inputs(node)
    lines.append(("Result", f"{node.width} × {node.height}, {node.media_type}"))
    lines.append(("Cost", str(node.cost) if node.cost is not None else "not known"))
    lines.append(("Made", time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(node.created))))
    return lines + _outcome(node)


def _inputs(node: HistoryNode) -> list[tuple[str, str]]:
    """What was sent beside the picture itself."""
    lines = [("Reference images", str(len(node.references)))] if node.references else []
    if node.mask is not None:
        lines.append(("Mask", "a part of the picture only"))
    if node.crop is not None:
        left, top, width, height = node.crop
        lines.append(("Sent", f"{width} × {height} of the picture, from {left}, {top}"))
    return lines


def _outcome(node: HistoryNode) -> list[tuple[str, str]]:
    """What became of it, what the user noted on it, and where it came from."""
    lines = [("Treatment", TREATMENTS[node.treatment.kind])] if node.treatment is not None else []
    if node.change is not None:
        lines.append(("What else changed", node.change.sentence()))
    if node.rating or node.starred:
        rating = [f"{node.rating} of {BEST}"] if node.rating else []
        lines.append(("Rating", ", ".join(rating + ["starred"] * node.starred)))
    lines += [("Note", node.note)] * bool(node.note)
    return lines + ([("Job", node.job)] if node.job else [])


def _shown(value: object) -> str:
    return {True: "on", False: "off"}[value] if isinstance(value, bool) else str(value)
