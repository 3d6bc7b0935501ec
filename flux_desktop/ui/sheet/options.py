"""What can be chosen about a contact sheet, and how it is remembered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from flux_desktop.core.language import marked
from flux_desktop.core.settings import Settings

__all__ = ["DPI", "PAPERS", "Paper", "SheetOptions"]

DPI = 300
"""Dots an inch: the unit of all lengths of a sheet, and the resolution that it is printed in."""


@dataclass(frozen=True)
class Paper:
    """A page, in dots."""

    label: str
    width: int
    height: int


PAPERS: Mapping[str, Paper] = MappingProxyType(
    {
        "a4": Paper("A4", 2480, 3508),
        "a4_wide": Paper(marked("A4, wide"), 3508, 2480),
        "letter": Paper(marked("Letter"), 2550, 3300),
        "letter_wide": Paper(marked("Letter, wide"), 3300, 2550),
        "screen": Paper(marked("Screen, 16:9"), 3840, 2160),
    }
)


@dataclass(frozen=True)
class SheetOptions:
    """`original` puts the picture that a tree grew from before its results, `pairs` each result beside the picture that
    it was made from. The last four say what is told about a picture.
    """

    paper: str = "a4"
    columns: int = 3
    title: str = ""
    original: bool = True
    pairs: bool = False
    prompt: bool = True
    model: bool = True
    seed: bool = True
    cost: bool = False

    @property
    def page(self) -> Paper:
        return PAPERS[self.paper]

    @property
    def facts(self) -> int:
        """How many things are told beside the prompt."""
        return self.model + self.seed + self.cost

    @classmethod
    def remembered(cls, settings: Settings, title: str = "") -> SheetOptions:
        """What was chosen last; a title belongs to one sheet only."""
        return cls(title=title, **{name: settings.get(f"sheet_{name}") for name in _kept()})  # type: ignore[arg-type]

    def remember(self, settings: Settings) -> None:
        for name in _kept():
            settings.set(f"sheet_{name}", getattr(self, name))


def _kept() -> list[str]:
    return [option.name for option in fields(SheetOptions) if option.name != "title"]
