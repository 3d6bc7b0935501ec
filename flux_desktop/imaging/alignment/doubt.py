"""How far off a placement may be: less next to the content that tells it than far from that."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, Self

import numpy as np

from flux_desktop.imaging.alignment.placement import Size
from flux_desktop.imaging.effects.arrays import Floats

__all__ = ["LIKELY", "Doubt", "Places"]

LIKELY = 0.02
"""Of the frame: what is left to find is hardly more, and where nothing is told it is nothing."""


class Places(NamedTuple):
    """Places in the frame of the picture before: n across and n along, 0 to 1 between its edges."""

    across: Floats
    along: Floats

    @classmethod
    def corners(cls) -> Self:
        """Of the frame: what is told of anything in it is told at least as well as there."""
        return cls(np.array([0.0, 1.0, 0.0, 1.0]), np.array([0.0, 0.0, 1.0, 1.0]))


@dataclass(frozen=True, eq=False)
class Doubt:
    """The covariance 4 × 4 of the step that is left to the truth, as `Placement.then` takes it.

    A wall of one colour leaves a great doubt, and so do stripes along themselves.
    """

    covariance: Floats = field(repr=False)

    @classmethod
    def total(cls) -> Self:
        """Nothing is told."""
        return cls(np.eye(4))

    @classmethod
    def of(cls, told: Floats) -> Self:
        """What a normal matrix leaves; what is not told at all is as far off as is likely."""
        values, directions = np.linalg.eigh(told)
        return cls((directions / np.maximum(values, 1 / LIKELY**2)) @ directions.T)

    def or_by(self, step: Floats) -> Self:
        """This doubt, and that such a step is left besides."""
        return type(self)(self.covariance + np.outer(step, step))

    def at(self, places: Places, size: Size) -> float:
        """How far off the worst of the `places` may be, as a standard deviation in pixels of a frame in `size`."""
        variance = np.zeros(len(places.across))
        for axis, (place, side) in enumerate(zip(places, size, strict=True)):
            away, (own, both, shift) = place - 0.5, self._along(axis)
            variance += (own * away**2 + 2 * both * away + shift) * side**2
        return float(np.sqrt(max(variance.max(initial=0.0), 0.0)))

    def vaguest(self, count: int) -> Floats:
        """The `count` directions (rows of 4) of which least is told, the worst first."""
        directions: Floats = np.linalg.eigh(self.covariance)[1].T[::-1]
        return directions[:count]

    def _along(self, axis: int) -> tuple[float, float, float]:
        """The variance of the stretch, what it has in common with the shift, and the variance of that."""
        one, two = axis, axis + 2
        return self.covariance[one, one], self.covariance[one, two], self.covariance[two, two]
