"""How two pictures may be compared, and what of it can be adjusted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from flux_desktop.core.language import marked, tr

__all__ = ["FASTEST", "MOST_GAIN", "MOST_THRESHOLD", "SLOWEST", "CompareMode", "Tuning"]

SLOWEST, FASTEST = 0.5, 3.0
"""Changes a second while blinking. Above three a flash can harm: WCAG 2.2, 2.3.1."""
MOST_GAIN = 16
MOST_THRESHOLD = 64


_WORDS = {
    "single": marked("single"),
    "split": marked("split"),
    "side_by_side": marked("side by side"),
    "onion": marked("onion skin"),
    "blink": marked("blink"),
    "difference": marked("difference"),
}


class CompareMode(StrEnum):
    """How two pictures are seen; every mode but the first needs two."""

    SINGLE = "single"
    SPLIT = "split"
    SIDE_BY_SIDE = "side_by_side"
    ONION = "onion"
    BLINK = "blink"
    DIFFERENCE = "difference"

    @property
    def following(self) -> CompareMode:
        modes = list(CompareMode)
        return modes[(modes.index(self) + 1) % len(modes)]

    @property
    def words(self) -> str:
        """What the mode is called, within a sentence."""
        return tr(_WORDS[self.value])

    @property
    def heading(self) -> str:
        """The same where it stands alone."""
        return self.words[:1].upper() + self.words[1:]

    @property
    def has_divider(self) -> bool:
        """Whether a line lies between the two pictures."""
        return self in (CompareMode.SPLIT, CompareMode.SIDE_BY_SIDE)

    @property
    def is_tuned(self) -> bool:
        """Whether there is something to adjust."""
        return self in (CompareMode.ONION, CompareMode.BLINK, CompareMode.DIFFERENCE)


@dataclass(frozen=True)
class Tuning:
    """What the user adjusted.

    `opacity` is the per cent of the second picture that lies on the first, `rate` the changes a second, `gain` what
    differences are multiplied by; those up to `threshold`, of 255, count as none.
    """

    opacity: int = 50
    rate: float = 1.0
    gain: int = 4
    threshold: int = 0

    def limited(self) -> Tuning:
        """The same within the limits."""
        return Tuning(
            min(max(self.opacity, 0), 100),
            min(max(self.rate, SLOWEST), FASTEST),
            min(max(self.gain, 1), MOST_GAIN),
            min(max(self.threshold, 0), MOST_THRESHOLD),
        )
