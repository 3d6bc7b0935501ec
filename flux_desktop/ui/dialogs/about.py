"""What this program is, whose work is in it, and the facts that a report of a fault needs."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QLocale, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from flux_desktop import __version__
from flux_desktop.core.help import language
from flux_desktop.core.language import tr
from flux_desktop.services.diagnostics import Fact, build, library_facts, program_facts, report, versions
from flux_desktop.ui.naming import announce, named
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.theme import GAP, MARGIN, in_use

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError
    from flux_desktop.services.session import Session

__all__ = ["AboutDialog", "window_facts"]

WIDTH = 520


class AboutDialog(QDialog):
    """Version, licences and diagnostics. `errors` are the classes of the errors that were shown in this run."""

    def __init__(self, session: Session, errors: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "about_dialog", tr("About Flux Desktop"))
        self.setWindowTitle(tr("About Flux Desktop"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._errors = errors
        self._told = named(plain_label(tone="quiet", wrap=True), "about_told")
        self._told.hide()
        self._lay_out()
        layout = self.layout()
        assert layout is not None
        self.resize(WIDTH, max(260, layout.totalHeightForWidth(WIDTH)))

    # Private.

    def _lay_out(self) -> None:
        what = tr("Changes pictures by words, shows before and after, and keeps the seed that worked.")
        licence = tr("MIT licence. Uses Qt under the LGPL, version 3. Icons: Lucide, ISC licence.")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        for part in (_title(), plain_label(what, wrap=True), _selectable(_built()), _selectable(licence), self._told):
            column.addWidget(part)
        column.addStretch()
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(_button("about_licences_button", tr("Licences…"), self._show_licences))
        row.addWidget(_button("about_copy_button", tr("Copy diagnostics"), self._gather))
        row.addStretch()
        row.addWidget(_button("about_close_button", tr("Close"), self.close))
        return row

    def _show_licences(self) -> None:
        from flux_desktop.ui.dialogs.licences import LicencesDialog

        LicencesDialog(self._session, self).show()

    def _gather(self) -> None:
        """The library is read in the background; without it the report says what else is known."""
        from shiboken6 import isValid

        known = [*program_facts(), *window_facts(self, self._session)]

        def copy(facts: Sequence[Fact]) -> None:
            QGuiApplication.clipboard().setText(report([*known, *facts], self._errors))
            if isValid(self):
                self._tell()

        def fail(error: FluxError) -> None:
            copy([("Library", f"cannot be read: {type(error).__name__}")])

        self._session.in_background(lambda: library_facts(self._session), copy, fail)

    def _tell(self) -> None:
        self._told.setText(tr("Copied: versions and counts. No keys, no prompts and no names of files are in it."))
        self._told.show()
        announce(self._told, self._told.text())


def window_facts(window: QWidget, session: Session) -> list[Fact]:
    """Qt, the screen, and how the window looks."""
    screen = window.screen()
    size, scale = screen.size(), window.devicePixelRatioF()
    desktop = os.environ.get("XDG_CURRENT_DESKTOP", "")
    return [
        ("Qt", f"{qVersion()}, PySide6 {PySide6.__version__}, {QGuiApplication.platformName()}"),
        ("Desktop", desktop if re.fullmatch(r"[\w:.+-]{1,40}", desktop) else ""),
        ("Screen", f"{size.width()} × {size.height()} at {100 * scale:.0f} %, {len(QGuiApplication.screens())} in all"),
        ("Letters", f"{window.font().pointSizeF():g} points"),
        ("Theme", f"{in_use().name}, chosen: {session.settings.text('theme')}"),
        ("Language", f"{language()}, the system's: {QLocale.system().name()}"),
        ("Reduced motion", "on" if session.settings.get("reduce_motion") else ""),
    ]


def _title() -> QLabel:
    title = plain_label(f"Flux Desktop {__version__}")
    font = title.font()
    font.setPointSizeF(font.pointSizeF() * 1.4)
    font.setBold(True)
    title.setFont(font)
    return title


def _built() -> str:
    """Versions, as they are written everywhere."""
    stamp = str(build())
    parts = [f"Qt {qVersion()}", f"PySide6 {PySide6.__version__}", *(f"{name} {found}" for name, found in versions())]
    return "\n".join([*([stamp] if stamp else []), ", ".join(parts), platform.platform()])


def _selectable(words: str) -> QLabel:
    label = plain_label(words, "quiet", wrap=True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def _button(name: str, words: str, act: Callable[[], object]) -> QPushButton:
    button = named(QPushButton(words), name, words.removesuffix("…"))
    button.clicked.connect(lambda checked: act())
    return button
