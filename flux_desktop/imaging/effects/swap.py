"""Swaps one colour for another: shading, texture and highlights stay, everything of another colour stays as it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from flux_desktop.imaging.effects.arrays import Bytes, Floats, image_of, in_strips
from flux_desktop.imaging.effects.cluster import Cluster, turn_between
from flux_desktop.imaging.effects.colour_cube import Lab, sample_cube, table_of
from flux_desktop.imaging.effects.edges import Edges
from flux_desktop.imaging.effects.oklab import lch_of_hex
from flux_desktop.imaging.effects.share import Share

__all__ = ["Change", "recolour"]


@dataclass(frozen=True)
class Change:
    """What happens to a colour of `cluster` that becomes `target` (`#rrggbb`)."""

    cluster: Cluster
    target: str

    def __call__(self, lightness: Floats, a: Floats, b: Floats) -> Lab:
        """The new colour of each given one; a grey stays the grey it was, so that mixtures at edges come out right."""
        aim, chroma, hue = lch_of_hex(self.target)
        if self.cluster.neutral:
            tone = _curve(lightness, self.cluster.lightness, aim)
            near = np.sqrt(np.clip(tone / np.float32(max(aim, 0.05)), 0, 1.2)) if aim > 0.05 else np.ones_like(tone)
            return tone, a + near * np.float32(chroma * np.cos(hue)), b + near * np.float32(chroma * np.sin(hue))
        saturation = np.hypot(a, b) / np.maximum(lightness, np.float32(0.05))
        full = np.clip(saturation / np.float32(self.cluster.saturation * 0.7), 0, 1)
        tone = lightness + full * (_curve(lightness, self.cluster.lightness, aim) - lightness)
        # Neighbouring hues come along at half their distance: variety stays, and the result is one colour.
        angle = np.float32(hue) + turn_between(np.arctan2(b, a), self.cluster.hue) * np.float32(0.5)
        scaled = np.hypot(a, b) * np.float32(chroma / self.cluster.chroma)
        return tone, scaled * np.cos(angle), scaled * np.sin(angle)


def _curve(lightness: Floats, source: float, aim: float) -> Floats:
    """A rising curve with source → aim: shadows in proportion, as light on a surface is, highlights up to white."""
    below = min(aim / max(source, 0.02), 1.9)
    above = min((1 - aim) / max(1 - source, 0.02), max(1.6, below))
    away = lightness - np.float32(source)
    return np.clip(np.float32(aim) + np.where(away < 0, below * away, above * away), 0, 1).astype(np.float32)


def recolour(pixels: Bytes, change: Change, share: Share) -> Bytes:
    """`pixels` (height × width × 3) with the colour changed; where `share` has nothing, they stay as they are.

    At an edge a pixel is a mixture of the thing and of what is behind it. Its part of the thing is measured between
    the colours on both sides, and just this part is exchanged: no rim of the old colour, no shadow of the new one.
    """
    table = table_of(change)
    edges = Edges(pixels, share.whole, table)
    out = np.array(pixels)

    def strip(rows: slice) -> None:
        columns = _touched(share.whole[rows])
        if columns.stop:
            here = (rows, columns)
            changed = image_of(sample_cube(pixels[here], table))
            out[here] = np.asarray(Image.composite(changed, image_of(pixels[here]), image_of(share.whole[here])))
        edges.finish(out, rows)

    in_strips(out.shape[0], out.shape[1], strip)
    return out


def _touched(share: Bytes) -> slice:
    """The columns from the first to the last in which there is anything; an empty slice for none."""
    found = np.flatnonzero(share.any(axis=0))
    return slice(int(found[0]), int(found[-1]) + 1) if found.size else slice(0, 0)
