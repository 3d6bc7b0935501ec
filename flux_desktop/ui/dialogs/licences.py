"""The licences of everything that the program is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from flux_desktop.core.language import tr
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.theme import GAP, MARGIN

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from flux_desktop.services.licences import Licence
    from flux_desktop.services.session import Session

__all__ = ["LicencesDialog"]


class LicencesDialog(QDialog):
    """Parts on the left, the text of the chosen one on the right. The texts are as their authors wrote them."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "licences_dialog", tr("Licences"))
        self.setWindowTitle(tr("Licences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._licences: list[Licence] = []
        self.list = named(QListWidget(), "licences_list", tr("Parts of the program"))
        self.list.setFixedWidth(self.fontMetrics().horizontalAdvance("m") * 22)
        self._terms = named(plain_label(tr("Reading…"), wrap=True), "licences_terms")
        self.text = named(QPlainTextEdit(), "licences_text", tr("Text of the licence"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        self.resize(860, 560)
        self._fetch(session)

    def _lay_out(self) -> None:
        close = named(QPushButton(tr("Close")), "licences_close_button", tr("Close"))
        close.clicked.connect(self.close)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self._terms)
        right.addWidget(self.text, 1)
        body = QHBoxLayout()
        body.setSpacing(MARGIN)
        body.addWidget(self.list)
        body.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        column.addLayout(body, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _fetch(self, session: Session) -> None:
        from shiboken6 import isValid

        from flux_desktop.services.licences import licences

        session.in_background(licences, lambda found: self._fill(found) if isValid(self) else None)

    def _fill(self, found: list[Licence]) -> None:
        self._licences = found
        for licence in found:
            self.list.addItem(QListWidgetItem(f"{licence.name} {licence.version}".strip()))
        self.list.setCurrentRow(0)

    def _show(self, row: int) -> None:
        if row >= 0:
            licence = self._licences[row]
            self._terms.setText(tr("Licence: {terms}", terms=licence.terms or tr("see the text")))
            self.text.setPlainText(licence.text)
