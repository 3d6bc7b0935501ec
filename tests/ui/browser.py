"""Stands in for the user's browser."""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

__all__ = ["Browser"]


class Browser(QObject):
    """`opened` are the addresses that it was asked to show, while it is in its `with`."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())

    def __enter__(self) -> Browser:
        QDesktopServices.setUrlHandler("https", self, "open")  # type: ignore[arg-type]  # the stubs want bytes
        return self

    def __exit__(self, *error: object) -> None:
        QDesktopServices.unsetUrlHandler("https")
