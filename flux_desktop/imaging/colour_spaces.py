"""Colour spaces of a curve and a matrix, read from their profiles: exact at 16 bits, where tables are too coarse.

Little CMS makes a table of few steps of such a profile where there are 16 bits a channel: dark colours come out wrong
by up to ΔE 1.3. What a curve and a matrix cannot tell (inks, most printers) is left to it all the same.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from flux_desktop.imaging.effects.arrays import Floats

__all__ = ["Space", "rgb_profile_for_grey", "space_of"]

_STEPS = 2**18
_D50 = (0.9642, 1.0, 0.8249)
_SRGB_PRIMARIES = ((0.43604, 0.22249, 0.01392), (0.38512, 0.71690, 0.09706), (0.14305, 0.06061, 0.71391))
"""As X, Y, Z under D50, for red, green and blue."""

_HEAD, _ENTRY, _MOST_TAGS = 128, 12, 100
_PARAMETERS = (1, 3, 4, 5, 7)
"""How many numbers each kind of parametric curve has."""


class Space(NamedTuple):
    """Grey or RGB, whose channels share one curve.

    `light[v]` is the share of light, 0…1, that a 16-bit value v stands for; `values[n]` the way back, the value for the
    light (n / 2^18)²: dark light has the finest steps. `to_xyz` and `from_xyz` lead from the channels' light to X, Y, Z
    under D50 and back.
    """

    light: Floats
    values: NDArray[np.uint16]
    to_xyz: Floats
    from_xyz: Floats

    def encoded(self, light: Floats) -> NDArray[np.uint16]:
        """The values of `light`; what the space cannot show is cut off."""
        steps = np.sqrt(np.clip(light, 0, 1)) * np.float32(_STEPS)
        found: NDArray[np.uint16] = self.values[(steps + np.float32(0.5)).astype(np.int32)]
        return found


@lru_cache(maxsize=8)
def space_of(icc: bytes, *, grey: bool = False) -> Space | None:
    """The space that the profile `icc` describes; None where it takes more than a curve and a matrix.

    For b"" it is sRGB, or the `grey` with the curve of sRGB.
    """
    if not icc:
        return _grey(_srgb_curve()) if grey else _rgb(_srgb_curve(), _SRGB_PRIMARIES)
    try:
        tags = _tags(icc)
        if b"A2B0" in tags or icc[20:24] != b"XYZ ":
            return None
        if icc[16:20] == b"GRAY":
            return _grey(_curve(tags[b"kTRC"]))
        curves = [_curve(tags[band + b"TRC"]) for band in (b"r", b"g", b"b")]
        if icc[16:20] != b"RGB " or any(not np.array_equal(curve, curves[0]) for curve in curves):
            return None
        return _rgb(curves[0], [_xyz(tags[band + b"XYZ"]) for band in (b"r", b"g", b"b")])
    except (KeyError, ValueError, struct.error, np.linalg.LinAlgError):
        return None


def rgb_profile_for_grey(icc: bytes) -> bytes:
    """A profile under which RGB of three equal values looks like the grey of one such value does under `icc`.

    It has that grey's own curve and the primaries of sRGB. b"", sRGB, where `icc` is that or no curve alone.
    """
    try:
        curve = _tags(icc)[b"kTRC"] if icc and space_of(icc) else b""
    except (KeyError, ValueError, struct.error):
        curve = b""
    if not curve:
        return b""
    name = b"RGB of a grey"
    tags = [
        (b"desc", b"desc" + bytes(4) + struct.pack(">I", len(name) + 1) + name + bytes(1 + 8 + 70)),
        (b"cprt", b"text" + bytes(4) + b"No copyright\0"),
        (b"wtpt", _xyz_tag(_D50)),
        *((band + b"XYZ", _xyz_tag(xyz)) for band, xyz in zip((b"r", b"g", b"b"), _SRGB_PRIMARIES, strict=True)),
        *((band + b"TRC", curve) for band in (b"r", b"g", b"b")),
    ]
    return _profile(tags)


def _rgb(curve: Floats, primaries: Sequence[Sequence[float]]) -> Space:
    to_xyz = np.array(primaries, np.float64).T
    return _space(curve, to_xyz, np.linalg.inv(to_xyz))


def _grey(curve: Floats) -> Space:
    return _space(curve, np.array([_D50]).T, np.array([[0.0, 1.0, 0.0]]))


def _space(curve: Floats, to_xyz: Floats, from_xyz: Floats) -> Space:
    """ValueError for a curve that has no way back."""
    if not np.isfinite(curve).all() or np.any(np.diff(curve) < 0) or curve[-1] <= curve[0]:
        raise ValueError("a curve that falls")
    light = (np.arange(_STEPS + 1) / _STEPS) ** 2
    values: Floats = np.interp(light, curve, np.arange(65536.0))
    return Space(curve.astype(np.float32), np.rint(values).astype(np.uint16), to_xyz, from_xyz)


def _srgb_curve() -> Floats:
    """IEC 61966-2-1."""
    value = np.linspace(0, 1, 65536)
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def _tags(icc: bytes) -> dict[bytes, bytes]:
    """The profile's tags. ValueError or struct.error for what is none."""
    (count,) = struct.unpack_from(">I", icc, _HEAD)
    if icc[36:40] != b"acsp" or count > _MOST_TAGS:
        raise ValueError("no profile")
    entries = (struct.unpack_from(">4sII", icc, _HEAD + 4 + _ENTRY * number) for number in range(count))
    return {name: icc[start : start + size] for name, start, size in entries}


def _xyz(tag: bytes) -> tuple[float, ...]:
    return tuple(number / 65536 for number in struct.unpack_from(">3i", tag, 8))


def _xyz_tag(xyz: Sequence[float]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(number * 65536) for number in xyz))


def _curve(tag: bytes) -> Floats:
    """The light of each 16-bit value."""
    value: Floats = np.linspace(0, 1, 65536)
    if tag[:4] == b"para":
        return _parametric(tag, value)
    if tag[:4] != b"curv":
        raise ValueError("no curve")
    (count,) = struct.unpack_from(">I", tag, 8)
    if count == 0:
        return value
    if count == 1:
        power: Floats = value ** (struct.unpack_from(">H", tag, 12)[0] / 256)
        return power
    points = np.frombuffer(tag, ">u2", count, 12) / 65535
    return np.interp(value, np.linspace(0, 1, count), points)


def _parametric(tag: bytes, value: Floats) -> Floats:
    """ICC.1:2022, 10.18: a power of a straight line, and a straight line below `d`."""
    (kind,) = struct.unpack_from(">H", tag, 8)
    if kind >= len(_PARAMETERS):
        raise ValueError("an unknown kind of curve")
    given = [number / 65536 for number in struct.unpack_from(f">{_PARAMETERS[kind]}i", tag, 12)]
    g, a, b, c, d, e, f = given + [1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0][len(given) :]
    if kind in (1, 2):  # the third number of these is added on both sides, and the line is level
        c, d, e, f = 0.0, -b / a if a else 0.0, c, c
    light: Floats = np.where(value >= d, np.maximum(a * value + b, 0) ** g + e, c * value + f)
    return np.clip(light, 0, 1)


def _profile(tags: Sequence[tuple[bytes, bytes]]) -> bytes:
    """A version 2 profile of an RGB display, the same bytes every time."""
    table, body, start = struct.pack(">I", len(tags)), b"", _HEAD + 4 + _ENTRY * len(tags)
    for name, content in tags:
        table += name + struct.pack(">II", start + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    kinds = b"none" + bytes((2, 64, 0, 0)) + b"mntrRGB XYZ "
    made = struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + b"acsp"
    head = struct.pack(">I", start + len(body)) + kinds + made + bytes(28) + _xyz_tag(_D50)[8:]
    return head.ljust(_HEAD, b"\0") + table + body
