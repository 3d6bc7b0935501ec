"""To erase or to replace what a region holds, in one step: what is asked for, and the prompt that it becomes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from flux_desktop.core.language import tr
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.theme import GAP, MARGIN

__all__ = ["Blank", "WishDialog", "filled"]

WIDTH = 460
_PLACE = re.compile(r"((?<!\w)(?:the |an? ))?\{(\w+)\}")
_WITH_ARTICLE = re.compile(r"(the|an?|this|that|these|those|my|your|his|her|its|our|their|all|both|every|each)\s", re.I)
"""For models: English."""


class Blank(NamedTuple):
    """A place of a template: its name in braces, how it is asked for, and what stands there if nothing is said.

    One without a `usual` has to be filled.
    """

    name: str
    label: str
    usual: str = ""


class WishDialog(QDialog):
    """`run_requested` carries the prompt, `template_requested` that the user wants to change its template."""

    run_requested = Signal(str)
    template_requested = Signal()

    def __init__(self, name: str, title: str, blanks: Sequence[Blank], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, f"{name}_dialog", title)
        self.setWindowTitle(title)
        self._template = ""
        self._blanks = tuple(blanks)
        self._fields = [named(QLineEdit(), f"{name}_{blank.name}", blank.label) for blank in blanks]
        for field, blank in zip(self._fields, blanks, strict=True):
            field.setPlaceholderText(blank.usual)
            field.textChanged.connect(self._refresh)
        self._prompt = named(plain_label(wrap=True), f"{name}_prompt", tr("What will be sent as prompt"))
        self._prompt.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._edit = named(QPushButton(tr("Change the Template…")), f"{name}_template_button")
        self._edit.setAutoDefault(False)
        self.run = named(QPushButton(tr("Run", "verb")), f"{name}_run_button")
        self.run.setDefault(True)
        self._edit.clicked.connect(self.template_requested)
        self.run.clicked.connect(self._run)
        self._lay_out()
        self.resize(WIDTH, self.heightForWidth(WIDTH))

    def ask(self, template: str) -> None:
        """Ask for the places of `template` anew; what was written last is selected."""
        self._template = template
        self._refresh()
        for field in self._fields:
            field.selectAll()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(MARGIN)
        for field, blank in zip(self._fields, self._blanks, strict=True):
            label = plain_label(blank.label)
            label.setBuddy(field)
            form.addRow(label, field)
        buttons = QHBoxLayout()
        buttons.addWidget(self._edit)
        buttons.addStretch()
        buttons.addWidget(self.run)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addLayout(form)
        column.addWidget(plain_label(tr("What will be sent as prompt:"), "quiet"))
        column.addWidget(self._prompt)
        column.addStretch()
        column.addLayout(buttons)

    def _words(self) -> dict[str, str]:
        """What stands for each place, "" where something is missing."""
        pairs = zip(self._blanks, self._fields, strict=True)
        return {blank.name: field.text().strip() or blank.usual for blank, field in pairs}

    def _refresh(self) -> None:
        words = self._words()
        self._prompt.setText(filled(self._template, words))
        missing = next((blank.label for blank in self._blanks if not words[blank.name]), "")
        self.run.setEnabled(not missing)
        set_note(self.run, tr("Fill in first: {what}", what=missing) if missing else "")
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))

    def _run(self) -> None:
        self.run_requested.emit(filled(self._template, self._words()))
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._fields[0].setFocus()


def filled(template: str, words: dict[str, str]) -> str:
    """`template` with its places filled; one that has no word yet stays as it is.

    Who writes “the lamp” where the template has “the {subject}” means one lamp and one article.
    """

    def put(place: re.Match[str]) -> str:
        article, word = place[1] or "", words.get(place[2], "")
        if not word:
            return place[0]
        return word if _WITH_ARTICLE.match(word) else article + word

    return _PLACE.sub(put, template)
