"""The files opened last, kept in the settings."""

from __future__ import annotations

import json
from pathlib import Path

from flux_desktop.core.settings import Settings

__all__ = ["Recent"]

LENGTH = 10


class Recent:
    """Newest first; files that vanished are left out when asked for, not forgotten: a drive may come back."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def all(self) -> list[str]:
        try:
            kept = json.loads(self._settings.text("recent"))
        except ValueError:
            return []
        return [path for path in kept if isinstance(path, str)] if isinstance(kept, list) else []

    def present(self) -> list[str]:
        return [path for path in self.all() if Path(path).is_file()]

    def add(self, path: Path) -> None:
        new = str(path.absolute())
        rest = [old for old in self.all() if old != new]
        self._settings.set("recent", json.dumps([new, *rest][:LENGTH], ensure_ascii=False))

    def clear(self) -> None:
        self._settings.set("recent", "[]")
