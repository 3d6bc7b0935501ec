"""Swaps one colour for another: shading, texture and highlights stay, everything of another colour stays as it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from flux_desktop.imaging.effects.arrays import (
    Bytes,
    Floats,
    band_rows,
    box,
    image_of,
    smoothstep,
    to_bytes,
)
from flux_desktop.imaging.effects.cluster import Cluster, turn_between
from flux_desktop.imaging.effects.colour_cube import Lab, sample_cube, sample_shares, table_of
from flux_desktop.imaging.effects.oklab import lch_of_hex

__all__ = ["Change", "recolour", "share_of"]

Flags = NDArray[np.bool_]

LOW_PIXELS = 160_000
"""Size of the copy on which neighbourhoods are judged."""


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


@dataclass(frozen=True)
class Share:
    """Where a colour is: `members` surely, `whole` with the pale pixels between them; 0…255, height × width."""

    members: Bytes
    whole: Bytes


def share_of(pixels: Bytes, cluster: Cluster, focus: Bytes | None = None, one_thing: bool = False) -> Share:
    """The pixels of `cluster`: its members, and the pale ones between them. `one_thing` drops small separate areas."""
    shares = sample_shares(pixels, cluster.members, cluster.relatives, cluster.core)
    strict, loose = image_of(shares[..., 0]), image_of(shares[..., 1])
    size = _low_size(pixels)
    small = strict.resize(size, Image.Resampling.BOX)
    core = image_of(shares[..., 2]).resize(size, Image.Resampling.BOX)
    keep = _keep(small, core, one_thing)
    inner = np.asarray(small.filter(ImageFilter.GaussianBlur(2.5))).astype(np.float32) / 255
    around = _full(to_bytes(smoothstep(0.2, 0.55, inner) * 255), pixels)
    members = _product(np.asarray(strict), _full(keep, pixels))
    whole = np.maximum(members, _product(np.asarray(loose), around))
    if focus is not None:
        members, whole = _product(members, focus), _product(whole, focus)
    return Share(members, whole)


def _low_size(pixels: Bytes) -> tuple[int, int]:
    height, width = pixels.shape[:2]
    shrink = min(1.0, float(np.sqrt(LOW_PIXELS / (height * width))))
    return max(1, round(width * shrink)), max(1, round(height * shrink))


def _full(plane: Bytes, pixels: Bytes) -> Bytes:
    size = (pixels.shape[1], pixels.shape[0])
    return np.asarray(Image.fromarray(plane).resize(size, Image.Resampling.BILINEAR))


def _product(first: Bytes, second: Bytes) -> Bytes:
    return ((first.astype(np.uint16) * second + 127) // 255).astype(np.uint8)


def _keep(small: Image.Image, core: Image.Image, one_thing: bool) -> Bytes:
    """Where members are not just specks or strays: near a patch of them, 0…255, on the small copy."""
    dense = np.asarray(small.filter(ImageFilter.BoxBlur(2))) > 64
    dense = _large(dense, np.asarray(core), 0.12 if one_thing else 0.01)
    reach = max(2, round(min(small.size) * 0.012))
    grown = np.asarray(image_of(dense.astype(np.uint8) * 255).filter(ImageFilter.BoxBlur(reach))) > 0
    return np.asarray(image_of(grown.astype(np.uint8) * 255).filter(ImageFilter.BoxBlur(1)))


def _large(dense: Flags, core: Bytes, least: float) -> Flags:
    """The connected areas with at least `least` of what the largest has of the core, and a quarter core themselves."""
    size = _coarse(dense)
    weight = np.asarray(Image.fromarray(core).resize(size, Image.Resampling.BOX)).astype(np.float64) / 255
    coarse = np.asarray(image_of(dense.astype(np.uint8) * 255).resize(size, Image.Resampling.BOX)) > 100
    labels = np.where(coarse, np.arange(1, coarse.size + 1, dtype=np.int32).reshape(coarse.shape), 0)
    while True:
        grown = np.where(coarse, _spread(labels), 0)
        if np.array_equal(grown, labels):
            break
        labels = grown
    sizes = np.bincount(labels[coarse].ravel(), minlength=1)
    cores = np.bincount(labels[coarse].ravel(), weight[coarse].ravel(), minlength=1)
    good = (cores >= least * cores.max(initial=0)) & (cores >= 0.25 * sizes) & (sizes > 0)
    kept = good[labels] & coarse
    back = Image.fromarray(kept.astype(np.uint8) * 255).filter(ImageFilter.MaxFilter(3))
    return dense & (np.asarray(back.resize((dense.shape[1], dense.shape[0]))) > 0)


def _coarse(dense: Flags) -> tuple[int, int]:
    shrink = min(1.0, 140 / max(dense.shape))
    return max(1, round(dense.shape[1] * shrink)), max(1, round(dense.shape[0] * shrink))


def _spread(labels: NDArray[np.int32]) -> NDArray[np.int32]:
    """The largest label of the 3 × 3 pixels around."""
    padded = np.pad(labels, 1)
    rows = np.maximum(np.maximum(padded[:-2], padded[1:-1]), padded[2:])
    return np.maximum(np.maximum(rows[:, :-2], rows[:, 1:-1]), rows[:, 2:])


def recolour(pixels: Bytes, change: Change, share: Share) -> Bytes:
    """`pixels` (height × width × 3) with the colour changed; where `share` has nothing, they stay as they are.

    At an edge a pixel is a mixture of the thing and of what is behind it. Its part of the thing is measured between
    the colours on both sides, and just this part is exchanged: no rim of the old colour, no shadow of the new one.
    """
    table = table_of(change)
    changed = sample_cube(pixels, table)
    out = np.array(Image.composite(image_of(changed), image_of(pixels), image_of(share.whole)))
    edges = _Edges(pixels, share, table)
    for rows in band_rows(*share.whole.shape):
        edges.finish(out, rows)
    return out


class _Edges:
    """The colours on both sides of the edges, measured on a small copy and brought up to full size."""

    def __init__(self, pixels: Bytes, share: Share, table: Floats) -> None:
        self.pixels = np.ascontiguousarray(pixels)
        size = _low_size(pixels)
        small = np.asarray(image_of(pixels).resize(size, Image.Resampling.BOX)).astype(np.float32)
        low = image_of(share.whole).resize(size, Image.Resampling.BOX)
        inside = (np.asarray(low) > 230).astype(np.float32)
        outside = (np.asarray(low.filter(ImageFilter.MaxFilter(3))) < 10).astype(np.float32)
        thing, thing_near = _side_mean(small, inside)
        behind, behind_near = _side_mean(small, outside)
        band = (thing_near > 0.02) & (behind_near > 0.02) & _apart(thing, behind)
        rim = box(np.asarray(low).astype(np.float32) / 255, 2)
        near = np.minimum(thing_near, behind_near) * 6 * (band & (rim > 0.02) & (rim < 0.98))
        self.near = _full(to_bytes(near * 255), pixels)
        self.thing = _full(to_bytes(thing), pixels)
        self.behind = _full(to_bytes(behind), pixels)
        self.new = _full(sample_cube(to_bytes(thing), table), pixels)

    def finish(self, out: Bytes, rows: slice) -> None:
        """Exchange the thing's part of the mixed pixels of `rows` in `out`."""
        near = self.near[rows].ravel()
        at = np.flatnonzero(near != 0)
        pixel, thing, behind, new = (
            np.take(plane[rows].reshape(-1, 3), at, axis=0).astype(np.float32)
            for plane in (self.pixels, self.thing, self.behind, self.new)
        )
        place, fits = _place(pixel, thing, behind)
        mixed = pixel + np.clip((place - 0.06) / 0.88, 0, 1)[:, None] * (new - thing)
        # What is surely the thing keeps its own texture: only mixtures are taken apart.
        sure = fits * (1 - smoothstep(0.75, 1.0, place)) * near[at] / np.float32(255)
        part = out[rows].reshape(-1, 3)
        current = np.take(part, at, axis=0).astype(np.float32)
        part[at] = to_bytes(current + (mixed - current) * sure[:, None])


def _place(pixel: Floats, thing: Floats, behind: Floats) -> tuple[Floats, Floats]:
    """Where each pixel lies between `behind` (0) and `thing` (1), and how well it lies on the line at all, 0…1."""
    line = thing - behind
    place = np.einsum("ij,ij->i", pixel - behind, line) / np.maximum(np.einsum("ij,ij->i", line, line), 1)
    off = pixel - behind - np.clip(place, 0, 1)[:, None] * line
    return place, np.exp(-np.einsum("ij,ij->i", off, off) / np.float32(32.0**2))


def _side_mean(small: Floats, weight: Floats) -> tuple[Floats, Floats]:
    """The mean colour of the pixels of `weight` around each place, and how many of them are there, 0…1."""
    height, width = weight.shape
    near = _wide(weight)
    sums = np.stack([_wide(small[..., index] * weight) for index in range(3)], axis=-1)
    return sums / np.maximum(near, np.float32(1e-3))[..., None], near.reshape(height, width)


def _wide(plane: Floats) -> Floats:
    return box(box(plane, 2), 1)


def _apart(thing: Floats, behind: Floats) -> Flags:
    """Where the two sides differ enough to tell a mixture from either."""
    away = thing - behind
    result: Flags = np.einsum("ijk,ijk->ij", away, away) > 30.0**2
    return result
