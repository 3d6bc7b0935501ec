"""The dialogs that the commands of the window open, and their pages, to be looked at one after the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from tests.ui.results import until
from tests.ui.windows import User

__all__ = ["DIALOGS", "opened", "pages"]

DIALOGS = {
    "settings": "settings_dialog",
    "export": "export_dialog",
    "spending": "spending_dialog",
    "keys_help": "keys_help",
    "about": "about_dialog",
    "outgoing": "outgoing_dialog",
    "code": "code_dialog",
}
"""By the commands that open them. What is worked out first is last: it would come before the next one."""


async def opened(user: User, command: str, name: str) -> QWidget:
    """The dialog of `command`, when it has the keyboard."""
    user.action(command).trigger()
    await until(lambda: active().objectName() == name)
    return active()


def active() -> QWidget:
    return QApplication.activeWindow() or QWidget()


def pages(dialog: QWidget) -> list[Callable[[], None]]:
    """What turns to each page of `dialog`; nothing is to be done where it has none."""
    tabs = dialog.findChild(QTabWidget)
    return [partial(tabs.setCurrentIndex, page) for page in range(tabs.count())] if tabs is not None else [lambda: None]
