"""The files opened last, kept in the settings."""

from __future__ import annotations

import json
import os
from pathlib import Path

from flux_desktop.core.settings import Settings

__all__ = ["Recent"]

LENGTH = 10


class Recent:
    """Newest first; files that vanished are left out when asked for, not forgotten: a drive may come back."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        settings.changed.connect(self._on_setting)

    def all(self) -> list[str]:
        try:
            kept = json.loads(self._settings.text("recent"))
        except ValueError:
            return []
        return [path for path in kept if isinstance(path, str)] if isinstance(kept, list) else []

    def present(self) -> list[str]:
        return [path for path in self.all() if Path(path).is_file()]

    def add(self, path: Path) -> None:
        """Remember `path` as the newest, unless the user does not want files to be remembered."""
        if not self._settings.get("remember_recent"):
            return
        new = os.path.abspath(path)
        rest = [old for old in self.all() if os.path.normcase(old) != os.path.normcase(new)]
        self._settings.set("recent", json.dumps([new, *rest][:LENGTH], ensure_ascii=False))

    def clear(self) -> None:
        self._settings.set("recent", "[]")

    def _on_setting(self, name: str) -> None:
        if name == "remember_recent" and not self._settings.get(name):
            self.clear()
