"""Lay colours over the pixels of a picture, in its own depth."""

from __future__ import annotations

import numpy as np

from flux_desktop.imaging.effects.arrays import Floats
from flux_desktop.imaging.master import Pixels

__all__ = ["lay_over"]


def lay_over(pixels: Pixels, colours: Pixels, share: Floats, *, has_alpha: bool) -> None:
    """Change `pixels` (height × width × channels) by a `share` 0…1 (height × width) of `colours`, which are opaque.

    What has no share keeps its bytes. What was transparent becomes as opaque as its share, in the new colour alone.
    """
    over = share[..., None]
    if has_alpha:
        most = np.float32(np.iinfo(pixels.dtype).max)
        rest = pixels[..., -1:] * (1 - over) / most
        whole = over + rest
        mixed = (colours * over + pixels[..., :-1] * rest) / np.maximum(whole, np.float32(1e-6))
        mixed = np.concatenate([mixed, whole * most], axis=-1)
    else:
        mixed = pixels + (colours.astype(np.float32) - pixels) * over
    mixed += np.float32(0.5)
    np.copyto(pixels, mixed, where=over > 0, casting="unsafe")
