"""The user's own templates and snippets, and the prompts that Erase and Replace use."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from flux_desktop.core.language import marked, tr
from flux_desktop.services.templates import ERASE, REPLACE, Kind, Template, Templates
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.theme import GAP, MARGIN, TIGHT

__all__ = ["TemplatesDialog"]

KINDS: tuple[tuple[Kind, str], ...] = (
    ("template", marked("Template: replaces the prompt")),
    ("snippet", marked("Snippet: is put in at the cursor")),
)
NEW = marked("New template")
ABOUT = marked("Write {subject}, or any other word in braces, where something is to be filled in. Tab leads there.")
FIXED = ((marked("Erase"), ERASE), (marked("Replace"), REPLACE))
"""The rows that are always there: what they are called, and their text without the user's doing."""


class TemplatesDialog(QDialog):
    """Shows what `templates` hold; OK keeps what was changed, Cancel does not."""

    def __init__(self, templates: Templates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "templates_dialog", tr("Templates and snippets"))
        self.setWindowTitle(tr("Templates and snippets"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._templates = templates
        fixed = [
            Template(tr(name), text)
            for (name, _), text in zip(FIXED, (templates.erase, templates.replace), strict=True)
        ]
        self._all = [*fixed, *templates.own]
        self._row = -1
        self._make_fields()
        self._lay_out()
        for template in self._all:
            self.list.addItem(template.name)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.setCurrentRow(0)
        self.resize(680, 380)

    def _make_fields(self) -> None:
        self.list = named(QListWidget(), "templates_list", tr("Templates and snippets"))
        self.list.setMaximumWidth(220)
        self.add_button = self._button("template_add_button", tr("Add"))
        self.remove_button = self._button("template_remove_button", tr("Remove"))
        self.usual_button = self._button("template_usual_button", tr("As it was"))
        self.name = named(QLineEdit(), "template_name", tr("Name"))
        self.kind = named(QComboBox(), "template_kind", tr("Kind"))
        for kind, words in KINDS:
            self.kind.addItem(tr(words), kind)
        self.text = named(QPlainTextEdit(), "template_text", tr("Text"))
        self.text.setTabChangesFocus(True)
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        self.usual_button.clicked.connect(self._bring_usual)
        self.name.textEdited.connect(self._on_name)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(tr("Name"), self.name)
        form.addRow(tr("Kind"), self.kind)
        form.addRow(tr("Text"), self.text)
        right = QVBoxLayout()
        right.setSpacing(TIGHT)
        right.addLayout(form, 1)
        right.addWidget(plain_label(tr(ABOUT), "quiet", wrap=True))
        below = QHBoxLayout()
        for button in (self.add_button, self.remove_button, self.usual_button):
            below.addWidget(button)
        below.addStretch()
        ok = self._button("templates_ok_button", tr("OK"))
        ok.setDefault(True)
        ok.clicked.connect(self._keep)
        cancel = self._button("templates_cancel_button", tr("Cancel"))
        cancel.clicked.connect(self.reject)
        below.addWidget(cancel)
        below.addWidget(ok)
        upper = QHBoxLayout()
        upper.setSpacing(MARGIN)
        upper.addWidget(self.list)
        upper.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addLayout(upper, 1)
        column.addLayout(below)

    def _button(self, name: str, words: str) -> QPushButton:
        button = named(QPushButton(words), name, words)
        button.setAutoDefault(False)
        return button

    def _on_row(self, row: int) -> None:
        """Take what the fields hold, and fill them with the row that is chosen."""
        self._take()
        self._row = row
        if row < 0:
            return
        template, own = self._all[row], row >= len(FIXED)
        self.name.setText(template.name)
        self.kind.setCurrentIndex(self.kind.findData(template.kind))
        self.text.setPlainText(template.text)
        for widget in (self.name, self.kind, self.remove_button):
            widget.setEnabled(own)
        self.usual_button.setVisible(not own)

    def _take(self) -> None:
        if 0 <= self._row < len(self._all):
            kind: Kind = "snippet" if self.kind.currentData() == "snippet" else "template"
            self._all[self._row] = Template(self.name.text(), self.text.toPlainText(), kind)

    def _on_name(self, words: str) -> None:
        if (item := self.list.currentItem()) is not None:
            item.setText(words)

    def _add(self) -> None:
        self._take()
        self._all.append(Template(tr(NEW), ""))
        self.list.addItem(tr(NEW))
        self.list.setCurrentRow(len(self._all) - 1)
        self.name.setFocus()
        self.name.selectAll()

    def _remove(self) -> None:
        row, self._row = self._row, -1
        if row >= len(FIXED):
            del self._all[row]
            self.list.takeItem(row)
            self._row = -1
            self._on_row(self.list.currentRow())

    def _bring_usual(self) -> None:
        if 0 <= self._row < len(FIXED):
            self.text.setPlainText(FIXED[self._row][1])

    def _keep(self) -> None:
        self._take()
        erase, replace, *own = self._all
        self._templates.erase, self._templates.replace = erase.text, replace.text
        self._templates.own = tuple(own)
        self.accept()
