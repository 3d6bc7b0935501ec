"""One step of an offline edit as a value: what the words ask for, before any pixel is touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Operation"]


@dataclass(frozen=True)
class Operation:
    """The effect called `name`. An `amount` of 1 is what the bare word means; below 0 it goes the other way.

    `colours` are `#rrggbb`; `number` is a measure in the effect's own unit (pixels, degrees, levels) and None where
    none was said; `words` names variants ("radial", "left"); `phrase` is what the user wrote. `said` keeps colours by
    the words that were used for them.
    """

    name: str
    amount: float = 1.0
    colours: tuple[str, ...] = ()
    number: float | None = None
    words: tuple[str, ...] = ()
    phrase: str = ""
    said: Mapping[str, str] = field(default_factory=dict, compare=False)

    def word(self, colour: str) -> str:
        """What the user called `colour`; the hex itself where it was given so."""
        return self.said.get(colour, colour)
