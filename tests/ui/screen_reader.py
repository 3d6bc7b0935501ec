"""A screen reader that is on, as far as the program can tell."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

__all__ = ["Reader"]


class Reader:
    """Keeps what is announced from now on: all of it in `heard`, what interrupts in `urgent`, too."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.heard: list[str] = []
        self.urgent: list[str] = []
        monkeypatch.setattr(QAccessible, "isActive", lambda: True)
        monkeypatch.setattr(QAccessible, "updateAccessibility", self._hear)

    def _hear(self, event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            self.heard.append(event.message())
            if event.politeness() == QAccessible.AnnouncementPoliteness.Assertive:
                self.urgent.append(event.message())
