"""What an edit changed beside what was asked for: figures, and the words for a badge."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flux_desktop.core.language import figures, marked, tr

__all__ = ["SURE", "Change"]

LEAST_SHIFT = 0.5
"""Pixels of the picture before: less than this is nobody's business."""
LEAST_SCALE = 0.0025
"""A scale that differs from 1 by less moves the edge of a 1 MP picture by about a pixel."""
LEAST_DELTA_E = 1.0
"""CIEDE2000: a smaller difference is not seen. The same limit serves L*, a* and b* alone."""
LEAST_MOVED = 0.01
"""Share of the compared area: less is grain and compression."""
SURE = 0.15
"""With a lower score nothing is said of shift and scale."""
REPAINTED = 0.5
"""Share of the compared area that changed in a picture that could not be aligned: it is not the same picture."""
MOST_WORDS = 3

_LARGEST = 1e6
"""Beyond this no figure of a change makes sense."""
_LAB_WORDS = (
    (marked("lighter +{value}"), marked("darker {value}")),
    (marked("redder +{value}"), marked("greener {value}")),
    (marked("warmer +{value}"), marked("cooler {value}")),
)
_VIVID_WORDS = (marked("more vivid +{value}"), marked("paler {value}"))

Triple = tuple[float, float, float]


@dataclass(frozen=True)
class Change:
    """The picture after an edit, measured against the one before it, outside the area that the edit was meant for.

    `dx` and `dy` say how far the content in the middle moved, in pixels of the picture before; positive is right and
    down. `scale` is the size of the content against that before. `delta_e` is the mean CIEDE2000 after alignment,
    `lab` the mean drift in L*, a* and b*, `chroma` that of C*, how vivid colours are, `rgb` that of red, green and blue
    in steps of 8 bits, all of them over the content that stayed. `moved` is the share of the compared area with other
    content, 0 to 1. `score` says how sure the alignment is, 0 to 1; 0 where nothing can be said.
    """

    dx: float = 0.0
    dy: float = 0.0
    scale: float = 1.0
    delta_e: float = 0.0
    lab: Triple = (0.0, 0.0, 0.0)
    rgb: Triple = (0.0, 0.0, 0.0)
    moved: float = 0.0
    score: float = 1.0
    chroma: float = 0.0

    @property
    def shift(self) -> float:
        """How far the content moved, in pixels of the picture before; 0 where the alignment is not sure."""
        return math.hypot(self.dx, self.dy) if self.score >= SURE else 0.0

    @property
    def shifted(self) -> bool:
        """Whether content lies elsewhere or has another size: whether aligning helps."""
        return self.score >= SURE and (self.shift >= LEAST_SHIFT or abs(self.scale - 1) >= LEAST_SCALE)

    @property
    def tinted(self) -> bool:
        """Whether the colours of what stayed are visibly others: whether matching them helps."""
        return not self.repainted and self.delta_e >= LEAST_DELTA_E

    @property
    def repainted(self) -> bool:
        """Whether it is not the same picture any more."""
        return self.score < SURE and self.moved >= REPAINTED

    def words(self) -> tuple[str, ...]:
        """What matters for a badge, most important first: `("moved 3 px", "warmer +2")`, or `("unchanged",)`."""
        if self.repainted:
            return (tr("repainted"),)
        words = [*self._shift_words(), *self._colour_words(), *self._share_words()]
        return tuple(words[:MOST_WORDS]) or (tr("unchanged"),)

    def sentence(self) -> str:
        """The exact figures, for a tip."""
        signed = [figures(f"{value:+.1f}") for value in (*self.lab, self.chroma, *self.rgb)]
        return tr(
            "{place} What stayed differs by ΔE {difference} (L* {l}, a* {a}, b* {b}, C* {c}; "
            "red {red}, green {green}, blue {blue}). {share} % of the compared area has other content.",
            place=self._place(),
            difference=figures(f"{self.delta_e:.2f}"),
            share=figures(f"{100 * self.moved:.1f}"),
            **dict(zip(("l", "a", "b", "c", "red", "green", "blue"), signed, strict=True)),
        )

    def to_json(self) -> dict[str, Any]:
        """What is kept of it, rounded to what can be measured."""
        return {
            "dx": round(self.dx, 2),
            "dy": round(self.dy, 2),
            "scale": round(self.scale, 5),
            "delta_e": round(self.delta_e, 2),
            "lab": [round(value, 2) for value in self.lab],
            "rgb": [round(value, 2) for value in self.rgb],
            "moved": round(self.moved, 4),
            "score": round(self.score, 3),
            "chroma": round(self.chroma, 2),
        }

    @classmethod
    def from_json(cls, data: Any) -> Change:
        """What `to_json` gave; TypeError or ValueError for anything else."""
        if not isinstance(data, Mapping):
            raise TypeError("A change is kept as an object.")
        return cls(
            dx=_number(data, "dx", -_LARGEST),
            dy=_number(data, "dy", -_LARGEST),
            scale=_number(data, "scale", 1 / _LARGEST),
            delta_e=_number(data, "delta_e", 0),
            lab=_triple(data, "lab"),
            rgb=_triple(data, "rgb"),
            moved=_number(data, "moved", 0, 1),
            score=_number(data, "score", 0, 1),
            chroma=_number({"chroma": 0.0, **data}, "chroma", -_LARGEST),
        )

    def _shift_words(self) -> list[str]:
        words = []
        if self.shift >= LEAST_SHIFT:
            words.append(tr("moved {distance} px", distance=_short(self.shift)))
        if self.score >= SURE and abs(self.scale - 1) >= LEAST_SCALE:
            share = _short(abs(self.scale - 1) * 100)
            words.append(
                tr("{share} % larger", share=share) if self.scale > 1 else tr("{share} % smaller", share=share)
            )
        return words

    def _colour_words(self) -> list[str]:
        """The directions in which the colours drifted, the greatest first."""
        if not self.tinted:
            return []
        # As they are kept: the words are the same before and after.
        lab, chroma = [round(value, 2) for value in self.lab], round(self.chroma, 2)
        drifts = [*zip(lab, _LAB_WORDS, strict=True)]
        if abs(chroma) > math.hypot(*lab[1:]):  # a picture made grey is not greener, whatever its mean says
            drifts = [drifts[0], (chroma, _VIVID_WORDS)]
        told = sorted((drift for drift in drifts if abs(drift[0]) >= LEAST_DELTA_E), key=lambda drift: -abs(drift[0]))
        words = [tr(up if value > 0 else down, value=f"{abs(value):.0f}") for value, (up, down) in told]
        return words or [tr("colours differ by {difference}", difference=f"{self.delta_e:.0f}")]

    def _share_words(self) -> list[str]:
        return [tr("{share} % changed", share=f"{self.moved * 100:.0f}")] if self.moved >= LEAST_MOVED else []

    def _place(self) -> str:
        if self.score < SURE:
            return tr("Whether the content moved cannot be said.")
        across, along = figures(f"{abs(self.dx):.2f}"), figures(f"{abs(self.dy):.2f}")
        return tr(
            "The content moved {across} and {along} at {size} % of its size ({sure} % sure).",
            across=tr("{distance} px left", distance=across)
            if self.dx < 0
            else tr("{distance} px right", distance=across),
            along=tr("{distance} px up", distance=along) if self.dy < 0 else tr("{distance} px down", distance=along),
            size=figures(f"{100 * self.scale:.2f}"),
            sure=f"{100 * self.score:.0f}",
        )


def _short(value: float) -> str:
    """One decimal for what would else be rounded to nothing."""
    return f"{value:.0f}" if value >= 0.95 else figures(f"{value:.1f}")


def _number(data: Mapping[str, Any], name: str, least: float, most: float = _LARGEST) -> float:
    return _checked(data.get(name), name, least, most)


def _triple(data: Mapping[str, Any], name: str) -> Triple:
    values = data.get(name)
    if not isinstance(values, list | tuple):
        raise TypeError(f"{name} of a change is no list.")
    if len(values) != 3:
        raise ValueError(f"{name} of a change has three values.")
    first, second, third = (_checked(value, name, -_LARGEST, _LARGEST) for value in values)
    return first, second, third


def _checked(value: Any, name: str, least: float, most: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{name} of a change is no number.")
    if not least <= value <= most:  # NaN too
        raise ValueError(f"{name} of a change is out of range.")
    return float(value)
