"""One colour of a picture with its shades, and how far other colours belong to it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from flux_desktop.imaging.effects.arrays import Floats, smoothstep
from flux_desktop.imaging.effects.oklab import encoded_of

__all__ = ["Cluster", "turn_between"]

TURN = 2 * np.pi


def turn_between(hue: Floats, centre: float) -> Floats:
    """The signed angle from `centre` to `hue`, −π…π."""
    away = hue - np.float32(centre)
    turn: Floats = away - np.float32(TURN) * np.rint(away * np.float32(1 / TURN))
    return turn


@dataclass(frozen=True)
class Cluster:
    """A colour of the picture with its shades. Angles in radians; `saturation` is chroma by lightness.

    Light falling on one material changes lightness and chroma together and leaves their quotient: membership goes by
    hue and saturation, so that shadows and lit sides stay together. `neutral` ones go by lightness instead.
    """

    lightness: float
    chroma: float
    hue: float
    below: float
    above: float
    least: float
    neutral: bool = False

    @property
    def saturation(self) -> float:
        return self.chroma / max(self.lightness, 0.05)

    @property
    def hex(self) -> str:
        planes = (self.lightness, self.chroma * np.cos(self.hue), self.chroma * np.sin(self.hue))
        pixel = np.rint(encoded_of(*(np.array([value], np.float32) for value in planes))[0] * 255).astype(int)
        return "#" + "".join(f"{channel:02x}" for channel in pixel)

    def members(self, lightness: Floats, a: Floats, b: Floats) -> Floats:
        """Share 0…1 in which a colour belongs to the cluster, soft at its limits."""
        chroma = np.hypot(a, b)
        if self.neutral:
            return self._neutral_members(lightness, chroma)
        turn = turn_between(np.arctan2(b, a), self.hue)
        return self._of_hue(lightness, chroma, turn) * self._saturated(lightness, chroma)

    def shares(self, lightness: Floats, a: Floats, b: Floats) -> tuple[Floats, Floats, Floats]:
        """`members`; their relatives, with the pale shades: highlights and sheen, which belong where members surround
        them; and their core, near the cluster's own hue only: what an area needs to belong to the thing meant."""
        if self.neutral:
            members = self.members(lightness, a, b)
            return members, members, members
        chroma, turn = np.hypot(a, b), turn_between(np.arctan2(b, a), self.hue)
        relatives = self._of_hue(lightness, chroma, turn)
        members = relatives * self._saturated(lightness, chroma)
        near = np.where(turn < 0, self.below, self.above) * np.float32(0.45)
        return members, relatives, members * (np.abs(turn) < np.maximum(near, np.radians(7)))

    def _saturated(self, lightness: Floats, chroma: Floats) -> Floats:
        return smoothstep(self.least * 0.82, self.least * 1.25, chroma / np.maximum(lightness, np.float32(0.05)))

    def _of_hue(self, lightness: Floats, chroma: Floats, turn: Floats) -> Floats:
        # In the dark a hue is mostly noise, in the light even a pale one is seen.
        floor = np.float32(0.05) - np.float32(0.034) * smoothstep(0.35, 0.75, lightness)
        outside = np.maximum(turn - np.float32(self.above), -turn - np.float32(self.below))
        return (1 - smoothstep(np.radians(-3), np.radians(11), outside)) * smoothstep(0.35, 1.0, chroma / floor)

    def _neutral_members(self, lightness: Floats, chroma: Floats) -> Floats:
        near = 1 - smoothstep(self.above, self.above + 0.1, lightness - np.float32(self.lightness))
        near *= 1 - smoothstep(self.below, self.below + 0.1, np.float32(self.lightness) - lightness)
        return near * (1 - smoothstep(0.022, 0.045, chroma))
