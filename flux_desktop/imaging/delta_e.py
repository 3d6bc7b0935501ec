"""Colour differences as the eye sees them: CIE L*a*b* (D65) and CIEDE2000, of whole arrays."""

from __future__ import annotations

import math

import numpy as np

from flux_desktop.imaging.effects.arrays import Bytes, Floats

__all__ = ["delta_e_2000", "lab_of"]

_SRGB_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_OVER_WHITE = (_SRGB_TO_XYZ / _SRGB_TO_XYZ.sum(axis=1, keepdims=True)).tolist()
"""From linear sRGB to X, Y and Z, each in parts of the white D65: grey has neither a* nor b*."""
_EPSILON, _KAPPA = 216 / 24389, 24389 / 27
_WHOLE_TURN = 2 * np.pi
_HALF_TURN = np.pi + 1e-6
"""What rounding makes of opposite hues is still no more than half a turn."""
_FAR = 25.0**7
"""The chroma from which G and R_C of CIEDE2000 change their course, to the power that they use."""


def lab_of(rgb: Bytes | Floats) -> Floats:
    """L*, a* and b* of sRGB colours: shape (…, 3), values 0 to 255 (whole or not), out as 32-bit floats."""
    encoded = np.clip(np.asarray(rgb, np.float32) / 255, 0, 1)
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    xyz = np.stack([_mixed(linear, row) for row in _OVER_WHITE], axis=-1)
    x, y, z = np.moveaxis(np.where(xyz > _EPSILON, np.cbrt(xyz), (_KAPPA * xyz + 16) / 116), -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1).astype(np.float32)


def delta_e_2000(first: Floats, second: Floats) -> Floats:
    """CIEDE2000 of two arrays (…, 3) of L*a*b*, with k_L = k_C = k_H = 1, in the type of the arrays.

    Sharma, Wu, Dalal, "The CIEDE2000 Color-Difference Formula", Color Research and Application 30 (2005); the numbers
    of the equations are theirs.
    """
    (l1, a1, b1), (l2, a2, b2) = np.moveaxis(first, -1, 0), np.moveaxis(second, -1, 0)
    chroma = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * _far(chroma)  # 1 + G, (4)
    c1, c2 = np.hypot(stretch * a1, b1), np.hypot(stretch * a2, b2)  # (6)
    h1, h2 = _hue(stretch * a1, b1), _hue(stretch * a2, b2)
    turn = _turn(h1, h2, c1 * c2 == 0)
    hue = 2 * np.sqrt(c1 * c2) * np.sin(turn / 2)  # (11)
    mean_hue = np.where(c1 * c2 == 0, h1 + h2, h1 + turn / 2)  # (14), but for whole turns, which do not matter
    mean_c = (c1 + c2) / 2
    off_middle = ((l1 + l2) / 2 - 50) ** 2
    light = (l2 - l1) / (1 + 0.015 * off_middle / np.sqrt(20 + off_middle))  # (19)
    chroma = (c2 - c1) / (1 + 0.045 * mean_c)  # (20)
    hue = hue / (1 + 0.015 * mean_c * _hue_weight(mean_hue))  # (21)
    total = light**2 + chroma**2 + hue**2 + _rotation(mean_c, mean_hue) * chroma * hue  # (22)
    distance: Floats = np.sqrt(np.maximum(total, 0))
    return distance


def _mixed(linear: Floats, row: list[float]) -> Floats:
    """A weighted sum over the last axis, without a matrix product, which would start threads."""
    red, green, blue = row
    mixed: Floats = linear[..., 0] * red + linear[..., 1] * green + linear[..., 2] * blue
    return mixed


def _far(chroma: Floats) -> Floats:
    power = chroma**7
    far: Floats = np.sqrt(power / (power + _FAR))
    return far


def _hue(a: Floats, b: Floats) -> Floats:
    """The angle of a colour, 0 to 2π, (7)."""
    hue: Floats = np.arctan2(b, a)
    return np.where(hue < 0, hue + _WHOLE_TURN, hue)


def _turn(h1: Floats, h2: Floats, grey: Floats) -> Floats:
    """From one hue to the other by the shorter way, (10); none where one of the colours is grey."""
    turn = h2 - h1
    turn = np.where(turn > _HALF_TURN, turn - _WHOLE_TURN, np.where(turn < -_HALF_TURN, turn + _WHOLE_TURN, turn))
    return np.where(grey, 0, turn)


def _hue_weight(hue: Floats) -> Floats:
    """T, (15)."""
    weight: Floats = 1 - 0.17 * np.cos(hue - math.radians(30)) + 0.24 * np.cos(2 * hue)
    weight += 0.32 * np.cos(3 * hue + math.radians(6)) - 0.20 * np.cos(4 * hue - math.radians(63))
    return weight


def _rotation(chroma: Floats, hue: Floats) -> Floats:
    """R_T, (16) to (18): blues are turned."""
    degrees = np.degrees(hue) % 360
    turned: Floats = np.sin(math.radians(60) * np.exp(-(((degrees - 275) / 25) ** 2)))
    return -2 * _far(chroma) * turned
