"""What an effect gets beside the pixels: chance by seed, where it may act, and someone to tell what it did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from flux_desktop.imaging.effects.arrays import Bytes

__all__ = ["Context"]


@dataclass(frozen=True)
class Context:
    """For the operation number `index` of a run. `focus` (height × width) is white where the edit may act; None:
    everywhere."""

    seed: int
    index: int
    say: Callable[[str], None]
    focus: Bytes | None = None

    @cached_property
    def rng(self) -> np.random.Generator:
        """The operation's own stream of chance, so that adding an operation does not change the others.

        Made when it is asked for: most effects need none, and NumPy loads its generators then.
        """
        return np.random.Generator(np.random.PCG64([self.seed, self.index]))
