"""One thing that the palette offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flux_desktop.core import finding
from flux_desktop.core.language import tr

__all__ = ["PaletteEntry"]


@dataclass(frozen=True)
class PaletteEntry:
    """`words` say what `act` does, `path` where it is found otherwise, e.g. its menu, `keys` as the system writes them.

    `english` are the words that the manuals and other people know it by. With a `reason` it cannot be chosen now. The
    `id` stays the same from one run of the program to the next.
    """

    id: str
    words: str
    path: str
    act: Callable[[], object]
    english: str = ""
    keys: str = ""
    reason: str = ""

    def findable(self) -> finding.Entry:
        """What it is found by."""
        return finding.Entry((self.words, self.english) if self.english else (self.words,), self.path)

    def spoken(self) -> str:
        """All of it in one line, for a screen reader."""
        if self.reason:
            return tr("{words}, not possible now: {reason}", words=self.words, reason=self.reason)
        return ", ".join(part for part in (self.words, self.keys, self.path) if part)
