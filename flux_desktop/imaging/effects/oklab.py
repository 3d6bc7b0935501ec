"""OKLab (Björn Ottosson, 2020): lightness and two colour axes in which equal steps look equal."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from flux_desktop.imaging.effects.arrays import Bytes, Floats

__all__ = ["encoded_of", "from_oklab", "inside_srgb", "lch_of_hex", "linear_of", "oklab_of", "to_oklab"]

_TO_LMS = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_LMS = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_ENCODE_STEPS = 1 << 14

Planes = tuple[Floats, Floats, Floats]


@cache
def _decode_table() -> Floats:
    value = np.arange(256) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4).astype(np.float32)


@cache
def _encode_table() -> Bytes:
    light = np.arange(_ENCODE_STEPS) / (_ENCODE_STEPS - 1)
    value = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    result: Bytes = np.rint(value * 255).astype(np.uint8)
    return result


def _times(matrix: tuple[tuple[float, ...], ...], planes: Planes) -> Planes:
    # Written out: a BLAS product may round differently from machine to machine, these sums do not.
    first, second, third = planes
    rows = [np.float32(r[0]) * first + np.float32(r[1]) * second + np.float32(r[2]) * third for r in matrix]
    return rows[0], rows[1], rows[2]


def linear_of(pixels: Bytes) -> Floats:
    """Linear light 0…1 of encoded sRGB bytes, same shape."""
    return _decode_table()[pixels]


def to_oklab(pixels: Bytes) -> Planes:
    """L (0…1), a and b of sRGB bytes (… × 3), each shaped like `pixels` without its last axis."""
    table = _decode_table()
    return oklab_of((table[pixels[..., 0]], table[pixels[..., 1]], table[pixels[..., 2]]))


def oklab_of(linear: Planes) -> Planes:
    """L, a and b of linear red, green and blue."""
    lms = _times(_TO_LMS, linear)
    return _times(_TO_LAB, (np.cbrt(lms[0]), np.cbrt(lms[1]), np.cbrt(lms[2])))


def _linear(lab: Planes) -> Planes:
    first, second, third = _times(_FROM_LAB, lab)
    return _times(_FROM_LMS, (first * first * first, second * second * second, third * third * third))


def from_oklab(lightness: Floats, a: Floats, b: Floats) -> Bytes:
    """sRGB bytes (… × 3); colours outside sRGB are clipped a channel at a time."""
    table = _encode_table()
    out = np.empty((*lightness.shape, 3), np.uint8)
    for index, plane in enumerate(_linear((lightness, a, b))):
        steps = np.clip(plane * np.float32(_ENCODE_STEPS - 1) + np.float32(0.5), 0, _ENCODE_STEPS - 1)
        out[..., index] = table[steps.astype(np.int32)]
    return out


def encoded_of(lightness: Floats, a: Floats, b: Floats) -> Floats:
    """sRGB 0…1 (… × 3) without rounding; for tables, as it is too slow for pictures."""
    light = np.clip(np.stack(_linear((lightness, a, b)), axis=-1), 0, 1).astype(np.float64)
    value = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    result: Floats = value.astype(np.float32)
    return result


def lch_of_hex(colour: str) -> tuple[float, float, float]:
    """Lightness 0…1, chroma and hue (radians) of `#rrggbb`."""
    pixel = np.frombuffer(bytes.fromhex(colour.lstrip("#")), np.uint8)
    lightness, a, b = (float(plane) for plane in to_oklab(pixel))
    return lightness, float(np.hypot(a, b)), float(np.arctan2(b, a))


def inside_srgb(lightness: Floats, a: Floats, b: Floats) -> NDArray[np.bool_]:
    """True for the colours that sRGB can show."""
    inside = np.ones(lightness.shape, bool)
    for plane in _linear((lightness, a, b)):
        inside &= (plane >= -1e-4) & (plane <= 1 + 1e-4)
    return inside
