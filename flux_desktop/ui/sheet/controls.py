"""The controls for what can be chosen about a contact sheet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from flux_desktop.core.language import tr
from flux_desktop.core.params import Param
from flux_desktop.core.settings import SHEET
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import QuietComboBox, guard_wheel
from flux_desktop.ui.sheet.options import PAPERS, SheetOptions
from flux_desktop.ui.theme import GAP, MARGIN, ROW

__all__ = ["SheetControls"]


class SheetControls(QWidget):
    """`options` reads them, `changed` tells that the user did something."""

    changed = Signal()

    def __init__(self, options: SheetOptions) -> None:
        super().__init__()
        self.title = named(QLineEdit(options.title), "sheet_title", tr("Title"))
        self.title.setPlaceholderText(tr("No title"))
        self.title.setMaxLength(200)
        self.paper = named(QuietComboBox(), "sheet_paper", tr("Page"))
        for key, paper in PAPERS.items():
            self.paper.addItem(tr(paper.label), key)
        self.paper.choose(options.paper)
        self.columns = named(guard_wheel(QSpinBox()), "sheet_columns", tr("Columns"))
        self.columns.setRange(1, 8)
        self.columns.setValue(options.columns)
        self._switches = {
            param.name.removeprefix("sheet_"): _switch(param) for param in SHEET if param.kind == "switch"
        }
        for name, box in self._switches.items():
            box.setChecked(getattr(options, name))
        self._lay_out()
        self._connect()

    def options(self) -> SheetOptions:
        """What is chosen now."""
        return SheetOptions(
            paper=self.paper.currentData(),
            columns=self.columns.value(),
            title=" ".join(self.title.text().split()),
            **{name: box.isChecked() for name, box in self._switches.items()},
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(MARGIN)
        form.setVerticalSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Title"), self.title)
        form.addRow(tr("Page"), self.paper)
        form.addRow(tr("Columns"), self.columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(form)
        column.addSpacing(GAP)
        for box in self._switches.values():
            column.addWidget(box)
        for widget in (self.title, self.columns):
            widget.setMinimumHeight(ROW)

    def _connect(self) -> None:
        self.title.textChanged.connect(self.changed)
        self.paper.currentIndexChanged.connect(self.changed)
        self.columns.valueChanged.connect(self.changed)
        for box in self._switches.values():
            box.toggled.connect(self.changed)


def _switch(param: Param) -> QCheckBox:
    words = tr(param.label)
    return named(QCheckBox(words), param.name, words, tr(param.help))
