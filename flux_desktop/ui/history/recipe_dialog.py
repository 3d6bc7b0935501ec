"""Everything that made a result, to be read and copied; nothing of the current settings changes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from flux_desktop.core.history import BEST, HistoryNode
from flux_desktop.core.language import figures, marked, tr
from flux_desktop.core.params import LABELS
from flux_desktop.core.region import Patch
from flux_desktop.ui.history.bars import narrow_button
from flux_desktop.ui.history.words import TREATMENTS
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.theme import GAP, MARGIN, TIGHT
from flux_desktop.ui.wording import moment

__all__ = ["RecipeDialog", "recipe_lines"]


USES = (
    (marked("All", "settings"), "all", marked("Use all settings, the seed too")),
    (marked("All but seed"), "all_but_seed", marked("Use all settings but the seed")),
    (marked("Seed"), "seed", marked("Use this seed alone")),
    (marked("Prompt"), "prompt", marked("Use the prompt alone")),
    (marked("Parameters"), "params", marked("Use the parameters alone")),
)


class RecipeDialog(QDialog):
    """A small window of its own; every value is text that can be selected.

    Looking changes nothing. `recalled` carries the node and what of it is to be used.
    """

    recalled = Signal(object, str)

    def __init__(self, node: HistoryNode, provider: str, parent: QWidget | None = None) -> None:
        """`provider` is the provider's name as people know it."""
        super().__init__(parent)
        named(self, "recipe_dialog", tr("Settings of this result"))
        self.setWindowTitle(tr("Settings of this result"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._node = node
        self._lines = recipe_lines(node, provider)
        copy = named(QPushButton(tr("Copy all")), "recipe_copy_button")
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        close = named(QPushButton(tr("Close")), "recipe_close_button")
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
        row.addWidget(plain_label(tr("Use", "verb"), "quiet"))
        for words, what, tip in USES:
            button = narrow_button(f"recipe_use_{what}_button", tr(words), tr(tip))
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
        area = named(QScrollArea(), "recipe_values", tr("Settings of this result"))
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
        label.setAccessibleName(tr("{name}: {value}", name=name, value=value))
        return label

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(
            "\n".join(tr("{name}: {value}", name=name, value=value) for name, value in self._lines)
        )


def recipe_lines(node: HistoryNode, provider: str) -> list[tuple[str, str]]:
    """(name, value) of everything that is known about how `node` was made."""
    recipe = node.recipe
    lines: list[tuple[str, str]] = []
    if recipe is not None:
        lines += [(tr("Prompt"), recipe.prompt), (tr("Provider"), provider), (tr("Model"), recipe.model)]
        params = dict(recipe.params)
        params.pop("seed", None)
        names = [name for name in LABELS if name in params] + [name for name in params if name not in LABELS]
        lines.append((tr("Seed"), str(node.seed) if node.seed is not None else tr("not known")))
        lines += [(tr(LABELS.get(name, name)), _shown(params[name])) for name in names]
    lines += _inputs(node)
    lines.append((tr("Result"), f"{node.width} × {node.height}, {node.media_type}"))
    lines.append((tr("Cost"), str(node.cost) if node.cost is not None else tr("not known")))
    lines.append((tr("Made"), moment(node.created)))
    return lines + _outcome(node)


def _inputs(node: HistoryNode) -> list[tuple[str, str]]:
    """What was sent beside the picture itself."""
    lines = [(tr("Reference images"), str(len(node.references)))] if node.references else []
    if node.mask is not None:
        lines.append((tr("Mask"), tr("a part of the picture only")))
    if node.crop is not None:
        left, top, width, height = node.crop
        part = tr(
            "{width} × {height} of the picture, from {left}, {top}", width=width, height=height, left=left, top=top
        )
        lines.append((tr("Sent"), part))
    return lines + (_put_back(node.patch) if node.patch is not None else [])


def _put_back(patch: Patch) -> list[tuple[str, str]]:
    """In which size a part was sent, and how what came back was put into the picture."""
    finish = patch.finish
    feather, colour, grain, opacity = (
        figures(f"{value:g}")
        for value in (finish.feather, 100 * finish.colour, 100 * finish.grain, 100 * finish.opacity)
    )
    how = tr(
        "feather {feather} px, colours matched to {colour} %, grain to {grain} %, opacity {opacity} %",
        feather=feather, colour=colour, grain=grain, opacity=opacity,
    )  # fmt: skip
    lines = [(tr("Sent as"), tr("{width} × {height} pixels", width=patch.sent[0], height=patch.sent[1]))]
    lines.append((tr("Put back"), how))
    if finish.dx or finish.dy:
        right, down = figures(f"{finish.dx:+.1f}"), figures(f"{finish.dy:+.1f}")
        lines.append((tr("Moved by hand"), tr("{right} px right, {down} px down", right=right, down=down)))
    return lines


def _outcome(node: HistoryNode) -> list[tuple[str, str]]:
    """What became of it, what the user noted on it, and where it came from."""
    lines = [(tr("Treatment"), tr(TREATMENTS[node.treatment.kind]))] if node.treatment is not None else []
    if node.change is not None:
        lines.append((tr("What else changed"), node.change.sentence()))
    if node.rating or node.starred:
        rating = [tr("{stars} of {best}", stars=node.rating, best=BEST)] if node.rating else []
        lines.append((tr("Rating"), ", ".join(rating + [tr("starred")] * node.starred)))
    lines += [(tr("Note"), node.note)] * bool(node.note)
    return lines + ([(tr("Job"), node.job)] if node.job else [])


def _shown(value: object) -> str:
    return (tr("on") if value else tr("off")) if isinstance(value, bool) else str(value)
