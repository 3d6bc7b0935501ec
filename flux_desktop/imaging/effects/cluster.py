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
    return ((hue - np.float32(centre) + np.float32(np.pi)) % np.float32(TURN) - np.float32(np.pi)).astype(np.float32)


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
        if self.neutral:
            return self._neutral_members(lightness, np.hypot(a, b))
        saturation = np.hypot(a, b) / np.maximum(lightness, np.float32(0.05))
        return self._of_hue(lightness, a, b) * smoothstep(self.least * 0.82, self.least * 1.25, saturation)

    def core(self, lightness: Floats, a: Floats, b: Floats) -> Floats:
        """As `members`, near the cluster's own hue only: what an area needs to belong to the thing meant."""
        members = self.members(lightness, a, b)
        if self.neutral:
            return members
        away = np.abs(turn_between(np.arctan2(b, a), self.hue))
        near = np.where(turn_between(np.arctan2(b, a), self.hue) < 0, self.below, self.above) * np.float32(0.45)
        core: Floats = members * (away < np.maximum(near, np.radians(7)))
        return core

    def relatives(self, lightness: Floats, a: Floats, b: Floats) -> Floats:
        """As `members`, also the pale shades: highlights and sheen, which belong where members surround them."""
        if self.neutral:
            return self._neutral_members(lightness, np.hypot(a, b))
        return self._of_hue(lightness, a, b)

    def _of_hue(self, lightness: Floats, a: Floats, b: Floats) -> Floats:
        # In the dark a hue is mostly noise, in the light even a pale one is seen.
        floor = np.float32(0.05) - np.float32(0.034) * smoothstep(0.35, 0.75, lightness)
        turn = turn_between(np.arctan2(b, a), self.hue)
        outside = np.maximum(turn - np.float32(self.above), -turn - np.float32(self.below))
        return (1 - smoothstep(np.radians(-3), np.radians(11), outside)) * smoothstep(0.35, 1.0, np.hypot(a, b) / floor)

    def _neutral_members(self, lightness: Floats, chroma: Floats) -> Floats:
        near = 1 - smoothstep(self.above, self.above + 0.1, lightness - np.float32(self.lightness))
        near *= 1 - smoothstep(self.below, self.below + 0.1, np.float32(self.lightness) - lightness)
        return near * (1 - smoothstep(0.022, 0.045, chroma))
