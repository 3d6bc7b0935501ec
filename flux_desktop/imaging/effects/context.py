"""What an effect gets beside the pixels: chance by seed, where it may act, and someone to tell what it did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from flux_desktop.imaging.effects.arrays import Bytes

__all__ = ["Context"]


@dataclass(frozen=True)
class Context:
    """`focus` (height × width) is white where the edit may act; None: everywhere."""

    rng: np.random.Generator
    say: Callable[[str], None]
    focus: Bytes | None = None
