"""Finds the colour that is meant: one hue with its shades, bounded where the picture itself has a gap."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from flux_desktop.imaging.effects.arrays import Bytes, Floats, image_of, shrunk, smoothstep
from flux_desktop.imaging.effects.cluster import TURN, Cluster, turn_between
from flux_desktop.imaging.effects.oklab import lch_of_hex, to_oklab

__all__ = ["TERMS", "Survey", "find_named", "find_prominent"]

BINS = 180
ANALYSED_PIXELS = 60_000
FAINT = 0.03
"""Chroma below which a hue means nothing to the eye."""

TERMS: dict[str, tuple[float, float]] = {
    "red": (27, 22),
    "orange": (55, 22),
    "brown": (58, 28),
    "yellow": (98, 24),
    "gold": (90, 22),
    "green": (138, 36),
    "teal": (190, 28),
    "turquoise": (188, 28),
    "cyan": (200, 28),
    "blue": (255, 36),
    "purple": (308, 30),
    "violet": (300, 28),
    "magenta": (335, 26),
    "pink": (0, 32),
}
"""Centre and half width of the everyday hues, in degrees of OKLCh: wider than the one CSS colour of that name."""


class Survey:
    """A small copy of the picture in OKLab, with how much each place counts."""

    def __init__(self, pixels: Bytes, focus: Bytes | None = None) -> None:
        """`focus` (height × width, 0…255) says where the edit may act; None: everywhere."""
        small = shrunk(image_of(pixels[..., :3]), ANALYSED_PIXELS)
        self.lightness, self.a, self.b = to_oklab(np.asarray(small))
        self.chroma = np.hypot(self.a, self.b)
        self.hue = np.arctan2(self.b, self.a)
        self.counts: Floats = np.ones((small.height, small.width), np.float32)
        if focus is not None:
            self.counts = np.asarray(shrunk(image_of(focus), ANALYSED_PIXELS)) / np.float32(255)

    def histogram(self, weights: Floats) -> NDArray[np.float64]:
        """Weight by hue, once around in BINS bins, smoothed a little."""
        bins = (self.hue / np.float32(TURN) % 1 * BINS).astype(np.intp).ravel() % BINS
        counts = np.bincount(bins, weights.ravel(), BINS)
        kernel = np.exp(-0.5 * (np.arange(-6, 7) / 1.3) ** 2)
        return np.convolve(np.concatenate([counts[-6:], counts, counts[:6]]), kernel / kernel.sum(), "valid")

    def colourful(self) -> Floats:
        """How much each pixel says about hues: its chroma where it is not faint."""
        return np.where(self.chroma > FAINT, self.chroma * self.counts, 0).astype(np.float32)


def find_named(survey: Survey, name: str, colour: str) -> Cluster | None:
    """The picture's own version of the colour called `name` (`colour` is its `#rrggbb`); None if it has none."""
    lightness, chroma, hue = lch_of_hex(colour)
    if chroma < 0.04 and name not in TERMS:
        return _neutral(survey, lightness)
    centre, width = TERMS.get(name, (float(np.degrees(hue)), 24.0))
    reach = turn_between(survey.hue, float(np.radians(centre)))
    weights = survey.colourful() * (np.abs(reach) < np.radians(width)) * np.exp(-((reach / np.radians(width)) ** 2))
    weights *= _lightness_prior(name, lightness, survey.lightness)
    if float(weights.sum()) < 0.0006 * float(survey.counts.sum()) * 0.1:
        return None
    peak = int(np.argmax(survey.histogram(weights.astype(np.float32))))
    return _around(survey, peak, survey.histogram(survey.colourful()), widest=36)


def _lightness_prior(name: str, lightness: float, plane: Floats) -> Floats:
    if name == "brown":
        return 1 - smoothstep(0.55, 0.7, plane)
    if name == "pink":
        return smoothstep(0.5, 0.65, plane)
    if name in TERMS:
        return np.ones_like(plane)
    result: Floats = np.exp(-(((plane - np.float32(lightness)) / np.float32(0.35)) ** 2)).astype(np.float32)
    return result


def find_prominent(survey: Survey) -> tuple[Cluster, ...]:
    """The colours that the eye goes to, the first most: large, saturated, near the middle, not the frame."""
    counts = survey.histogram(survey.colourful())
    found = [_around(survey, peak, counts, widest=30) for peak in _peaks(counts)]
    rated = [(_salience(survey, cluster), cluster) for cluster in found if cluster is not None]
    return tuple(cluster for rate, cluster in sorted(rated, key=lambda pair: -pair[0]) if rate > 0)


def _peaks(counts: NDArray[np.float64]) -> list[int]:
    higher = (counts >= np.roll(counts, 1)) & (counts > np.roll(counts, -1)) & (counts > counts.max() * 0.02)
    return [int(index) for index in np.flatnonzero(higher)]


def _salience(survey: Survey, cluster: Cluster) -> float:
    share = cluster.members(survey.lightness, survey.a, survey.b) * survey.counts
    total = float(share.sum())
    area = total / float(survey.counts.sum())
    if area < 0.002:
        return 0.0
    height, width = share.shape
    rows = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    columns = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    middle = np.exp(-(rows * rows + columns * columns) / np.float32(0.6))
    centred = float((share * middle).sum()) / total / float(middle.mean())
    chroma = float((share * survey.chroma).sum()) / total
    border = max(1, round(min(height, width) * 0.04))
    edge = np.ones_like(share)
    edge[border : height - border, border : width - border] = 0
    framed = float((share * edge).sum()) / float(edge.sum())
    # What is in focus is what is meant: detail of lightness, against that of the whole picture.
    detail = np.abs(np.gradient(survey.lightness, axis=1)) if width > 1 else edge
    sharp = float((share * detail).sum()) / total / max(float(detail.mean()), 1e-4)
    worth = area**0.85 * chroma**0.8 * centred**0.8 * (1 - 0.9 * framed) * min(max(sharp, 0.4), 2.0) ** 0.7
    return float(worth) * _commonplace(cluster)


def _commonplace(cluster: Cluster) -> float:
    """Less for what is rarely meant by "the jacket": skin, sky, foliage."""
    hue = float(np.degrees(cluster.hue)) % 360
    if 35 < hue < 75 and cluster.chroma < 0.11 and cluster.lightness > 0.4:
        return 0.3
    if 215 < hue < 275 and cluster.chroma < 0.12 and cluster.lightness > 0.6:
        return 0.5
    return 0.6 if 105 < hue < 150 else 1.0


def _around(survey: Survey, peak: int, counts: NDArray[np.float64], widest: float) -> Cluster | None:
    hue = (peak + 0.5) * TURN / BINS
    below, above = _reach(counts, peak, -1, widest), _reach(counts, peak, 1, widest)
    turn = turn_between(survey.hue, hue)
    inside = (turn > -below) & (turn < above) & (survey.chroma > FAINT) & (survey.counts > 0.5)
    if np.count_nonzero(inside) < 12:
        return None
    saturation = survey.chroma / np.maximum(survey.lightness, np.float32(0.05))
    usual = _weighted_median(saturation[inside], survey.chroma[inside])
    least = usual * _gap(saturation[inside] / usual)
    core = inside & (saturation > least)
    turned = _median(turn[core])
    return Cluster(
        lightness=_median(survey.lightness[core]),
        chroma=_median(survey.chroma[core]),
        hue=hue + turned,
        below=below + turned,
        above=above - turned,
        least=least,
    )


def _reach(counts: NDArray[np.float64], peak: int, way: int, widest: float) -> float:
    """How far the hue goes on one side (radians): to the gap before the next hue, or to where nothing is left."""
    top, low, at = counts[peak], counts[peak], 0
    for step in range(1, round(widest / 2) + 1):
        value = counts[(peak + way * step) % BINS]
        if value < low:
            low, at = value, step
        if value < top * 0.02 or (value > low * 1.7 and value > top * 0.06):
            return float(np.radians(max(6, 2 * at)))
    return float(np.radians(widest))


def _gap(ratio: Floats) -> float:
    """Where, between pale and full, the saturation has its gap: another material of the same hue ends there."""
    counts, edges = np.histogram(ratio, 22, (0.25, 0.8))
    smooth = np.convolve(counts, np.ones(5) / 5, "same")[2:-2]
    at = int(np.argmin(smooth))
    clear = smooth[at] < 0.6 * smooth[: at + 1].max()
    return float(edges[at + 2]) if clear else 0.45


def _median(values: Floats) -> float:
    # NumPy's own loads all of numpy.ma first, which takes longer than the whole survey.
    middle = values.size // 2
    ordered = np.partition(values, (max(middle - 1, 0), middle))
    return float(ordered[middle] if values.size % 2 else (ordered[middle - 1] + ordered[middle]) / 2)


def _weighted_median(values: Floats, weights: Floats) -> float:
    order = np.argsort(values)
    total = np.cumsum(weights[order])
    return float(values[order[np.searchsorted(total, total[-1] / 2)]])


def _neutral(survey: Survey, lightness: float) -> Cluster | None:
    grey = (survey.chroma < 0.05) & (survey.counts > 0.5)
    reach = 0.22 if 0.3 < lightness < 0.9 else 0.26
    inside = grey & (np.abs(survey.lightness - lightness) < reach)
    if np.count_nonzero(inside) < max(12, 0.002 * inside.size):
        return None
    centre = _median(survey.lightness[inside])
    return Cluster(centre, 0.0, 0.0, 0.14, 0.14, 0.0, neutral=True)
