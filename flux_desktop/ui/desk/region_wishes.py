"""Erase and replace: what is done with a region in one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flux_desktop.core.language import tr

if TYPE_CHECKING:
    from flux_desktop.services.session import Session
    from flux_desktop.ui.desk.window_dialogs import Dialogs
    from flux_desktop.ui.dialogs.wish import Blank, WishDialog
    from flux_desktop.ui.main_window import MainWindow

__all__ = ["RegionWishes"]

IN_THE_MIDDLE = "object in the middle"
"""What is meant where nothing is said: the region lies in the middle of what is sent. For models: English."""


class RegionWishes(QObject):
    """`edit_templates` opens what changes the prompts that these wishes become."""

    def __init__(
        self, window: MainWindow, session: Session, dialogs: Dialogs, edit_templates: Callable[[], object]
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._dialogs = window, session, dialogs
        self._edit_templates = edit_templates
        self._open: dict[str, WishDialog] = {}

    def commands(self) -> dict[str, Callable[[], object]]:
        return {"erase": self.erase, "replace": self.replace}

    def erase(self) -> None:
        """Ask what is to go, and run it."""
        from flux_desktop.services.templates import Templates
        from flux_desktop.ui.dialogs.wish import Blank

        blanks = (Blank("subject", tr("What is to go"), IN_THE_MIDDLE),)
        self._ask("erase", tr("Erase"), blanks, Templates(self._session.settings).erase)

    def replace(self) -> None:
        """Ask what is to become what, and run it."""
        from flux_desktop.services.templates import Templates
        from flux_desktop.ui.dialogs.wish import Blank

        blanks = (
            Blank("subject", tr("What is to go"), IN_THE_MIDDLE),
            Blank("replacement", tr("What is to take its place")),
        )
        self._ask("replace", tr("Replace"), blanks, Templates(self._session.settings).replace)

    def _ask(self, name: str, title: str, blanks: tuple[Blank, ...], template: str) -> None:
        dialog = self._open.get(name)
        if dialog is None:
            from flux_desktop.ui.dialogs.wish import WishDialog

            dialog = self._open[name] = self._dialogs.watched(WishDialog(name, title, blanks, self._window))
            dialog.run_requested.connect(self._window.form.run_words)
            dialog.template_requested.connect(self._edit_templates)
        dialog.ask(template)
        self._dialogs.present(dialog)
