"""What this program is."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from flux_desktop import __version__
from flux_desktop.core.language import tr
from flux_desktop.ui.controls import plain_label
from flux_desktop.ui.naming import named
from flux_desktop.ui.theme import GAP, MARGIN

__all__ = ["AboutDialog"]


class AboutDialog(QDialog):
    """Version, licence and what a bug report needs; all of it can be copied."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "about_dialog", tr("About Flux Desktop"))
        self.setWindowTitle(tr("About Flux Desktop"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = plain_label(f"Flux Desktop {__version__}")
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        font.setBold(True)
        title.setFont(font)
        what = plain_label(
            tr("Changes pictures by words, shows before and after, and keeps the seed that worked."), wrap=True
        )
        built = plain_label(
            f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}\n"
            + tr("MIT licence. Uses Qt under the LGPL, version 3. Icons: Lucide, ISC licence."),
            "quiet",
            wrap=True,
        )
        built.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        close = named(QPushButton(tr("Close")), "about_close_button", tr("Close"))
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        for part in (title, what, built):
            column.addWidget(part)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(420, 200)
