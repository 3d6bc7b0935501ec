"""Where in a picture a colour is: its members, without specks and strays, and the pale pixels between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from flux_desktop.imaging.effects.arrays import Bytes, image_of, shrunk, smoothstep, strip_wise, to_bytes
from flux_desktop.imaging.effects.cluster import Cluster
from flux_desktop.imaging.effects.colour_cube import sample_shares

__all__ = ["LOW_PIXELS", "Share", "full_size", "share_of", "spread"]

Flags = NDArray[np.bool_]
Number = TypeVar("Number", bound=np.number[Any])

LOW_PIXELS = 100_000
"""Size of the copy on which neighbourhoods are judged."""
SPECK = 0.001
"""Part of the picture that is more than a speck: a single petal, an earring."""


@dataclass(frozen=True)
class Share:
    """Where a colour is: `members` surely, `whole` with the pale pixels between them; 0…255, height × width."""

    members: Bytes
    whole: Bytes


def share_of(pixels: Bytes, cluster: Cluster, focus: Bytes | None = None, one_thing: bool = False) -> Share:
    """The pixels of `cluster`: its members, and the pale ones between them. `one_thing` drops small separate areas."""
    shares = sample_shares(pixels, cluster.shares)
    small, _, core = shrunk(image_of(shares), LOW_PIXELS).split()
    patches = _patches(small, core, one_thing)
    members = _product(shares[..., 0], full_size(_grown(patches, 0.012), pixels))
    between = _product(_surrounded(small), _grown(patches, 0.04))
    whole = np.maximum(members, _product(shares[..., 1], full_size(between, pixels)))
    if focus is not None:
        members, whole = _product(members, focus), _product(whole, focus)
    return Share(members, whole)


def _surrounded(small: Image.Image) -> Bytes:
    """Where members are all around, close by or at some distance, 0…255."""
    near = np.asarray(small.filter(ImageFilter.GaussianBlur(2.5))).astype(np.float32) / 255
    far = np.asarray(small.filter(ImageFilter.GaussianBlur(8.0))).astype(np.float32) / 255
    return to_bytes(255 * np.maximum(smoothstep(0.2, 0.55, near), smoothstep(0.35, 0.65, far)))


def full_size(plane: Bytes, pixels: Bytes) -> Bytes:
    """`plane` of the small copy in the size of `pixels`."""
    size = (pixels.shape[1], pixels.shape[0])
    return np.asarray(Image.fromarray(plane).resize(size, Image.Resampling.BILINEAR))


def _product(first: Bytes, second: Bytes) -> Bytes:
    def product(rows: slice) -> Bytes:
        whole: Bytes = ((first[rows].astype(np.uint16) * second[rows] + 127) // 255).astype(np.uint8)
        return whole

    return strip_wise(first, product)


def _patches(small: Image.Image, core: Image.Image, one_thing: bool) -> Flags:
    """Where members lie close together and are neither specks nor strays, on the small copy."""
    dense = np.asarray(small.filter(ImageFilter.BoxBlur(2))) > 64
    if one_thing:
        return _large(dense, np.asarray(core), 0.12, 1.0)
    return _large(dense, np.asarray(core), 0.01, SPECK)


def _grown(patches: Flags, share: float) -> Bytes:
    """`patches` and what is near them, by that share of the shorter side; 0…255 with a soft rim."""
    reach = max(2, round(min(patches.shape) * share))
    grown = np.asarray(image_of(patches.astype(np.uint8) * 255).filter(ImageFilter.BoxBlur(reach))) > 0
    return np.asarray(image_of(grown.astype(np.uint8) * 255).filter(ImageFilter.BoxBlur(1)))


def _large(dense: Flags, core: Bytes, least: float, enough: float) -> Flags:
    """The connected areas that are a quarter core themselves, and have enough of it.

    That is `least` of what the largest has, or the share `enough` of the picture, whichever is less.
    """
    size = _coarse(dense)
    weight = np.asarray(Image.fromarray(core).resize(size, Image.Resampling.BOX)).astype(np.float64) / 255
    coarse = np.asarray(image_of(dense.astype(np.uint8) * 255).resize(size, Image.Resampling.BOX)) > 100
    labels = np.where(coarse, np.arange(1, coarse.size + 1, dtype=np.int32).reshape(coarse.shape), 0)
    while True:
        grown = np.where(coarse, spread(labels), 0)
        if np.array_equal(grown, labels):
            break
        labels = grown
    sizes = np.bincount(labels[coarse].ravel(), minlength=1)
    cores = np.bincount(labels[coarse].ravel(), weight[coarse].ravel(), minlength=1)
    good = (cores >= min(least * cores.max(initial=0), enough * coarse.size)) & (cores >= 0.25 * sizes) & (sizes > 0)
    kept = good[labels] & coarse
    back = image_of(spread(kept.astype(np.uint8) * 255))
    return dense & (np.asarray(back.resize((dense.shape[1], dense.shape[0]))) > 0)


def _coarse(dense: Flags) -> tuple[int, int]:
    shrink = min(1.0, 140 / max(dense.shape))
    return max(1, round(dense.shape[1] * shrink)), max(1, round(dense.shape[0] * shrink))


def spread(values: NDArray[Number]) -> NDArray[Number]:
    """The largest of the 3 × 3 values around each."""
    down = values.copy()
    np.maximum(down[1:], values[:-1], out=down[1:])
    np.maximum(down[:-1], values[1:], out=down[:-1])
    across = down.copy()
    np.maximum(across[:, 1:], down[:, :-1], out=across[:, 1:])
    np.maximum(across[:, :-1], down[:, 1:], out=across[:, :-1])
    return across
