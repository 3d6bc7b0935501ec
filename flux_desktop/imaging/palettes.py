"""Palettes of other programs: Adobe Swatch Exchange (.ase) and GIMP (.gpl). What is read here is not trusted.

ASE is as its users have described it since 2006 (Adobe has not published it): https://www.selapa.net/swatches/colors/fileformats.php
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import NamedTuple

from flux_desktop.core.errors import InputError
from flux_desktop.core.language import marked, tr

__all__ = ["MOST_BYTES", "MOST_SWATCHES", "Palette", "Swatch", "read_palette"]

MOST_BYTES = 8_000_000
MOST_SWATCHES = 4096
LONGEST_NAME = 80
"""Letters of a name that are kept."""
NOT_ONE = marked("{name} is no palette that can be read.")
WANTED = marked("Choose an Adobe Swatch Exchange (.ase) or a GIMP palette (.gpl).")
_ASE, _GPL = b"ASEF", b"GIMP Palette"
_COLOUR = 0x0001
_D50 = (0.96422, 1.0, 0.82521)
"""The white of L*a*b* in ASE files, as Adobe's programs have it."""
_D50_TO_SRGB = (
    (3.1338561, -1.6168667, -0.4906146),
    (-0.9787684, 1.9161415, 0.0334540),
    (0.0719453, -0.2289914, 1.4052427),
)
"""From X, Y, Z under D50 to linear sRGB, by Bradford: http://www.brucelindbloom.com/index.html?Eqn_RGB_XYZ_Matrix.html"""


class Swatch(NamedTuple):
    """A colour `#rrggbb`, and what its owner calls it; "" where it has no name."""

    colour: str
    name: str = ""


class Palette(NamedTuple):
    """The colours of a file in its order, each once. `is_cut` where there were more than are taken."""

    swatches: tuple[Swatch, ...]
    is_cut: bool = False


def read_palette(data: bytes, name: str = "") -> Palette:
    """The palette in the bytes of a file called `name`, told by its content; InputError for anything else.

    CMYK is converted without a profile, which ASE files do not carry: an estimate.
    """
    try:
        found = _distinct(_swatches(data[:MOST_BYTES]))
    except (struct.error, ValueError, OverflowError) as error:
        raise InputError(tr(NOT_ONE, name=name), tr(WANTED), detail=str(error)[:200]) from error
    if not found:
        raise InputError(tr(NOT_ONE, name=name), tr(WANTED))
    return Palette(tuple(found[:MOST_SWATCHES]), len(found) > MOST_SWATCHES or len(data) > MOST_BYTES)


def _swatches(data: bytes) -> Iterator[Swatch]:
    if data.startswith(_ASE):
        return _from_ase(data)
    if data.removeprefix(b"\xef\xbb\xbf").startswith(_GPL):
        return _from_gpl(data)
    raise ValueError("neither begins like ASE nor like GPL")


def _distinct(swatches: Iterator[Swatch]) -> list[Swatch]:
    """Each colour once, under its first name; one more than are taken at most."""
    found: dict[str, Swatch] = {}
    for swatch in swatches:
        found.setdefault(swatch.colour, swatch)
        if len(found) > MOST_SWATCHES:
            break
    return list(found.values())


def _from_gpl(data: bytes) -> Iterator[Swatch]:
    """One colour a line: three numbers, and a name. Lines that are none are headings and comments."""
    for line in data.decode("utf-8", "replace").splitlines()[1:]:
        parts = line.split(None, 3)
        if len(parts) < 3 or not all(part.isascii() and part.isdigit() and len(part) <= 3 for part in parts[:3]):
            continue
        channels = [int(part) for part in parts[:3]]
        if max(channels) <= 255:
            yield Swatch(_hex([channel / 255 for channel in channels]), _name(parts[3] if len(parts) > 3 else ""))


def _from_ase(data: bytes) -> Iterator[Swatch]:
    """Blocks of a kind, a length and that many bytes; groups are blocks around others, and have no meaning here."""
    major, _, count = struct.unpack_from(">HHI", data, 4)
    if major != 1:
        raise ValueError(f"version {major}")
    at = 12
    for _ in range(count):
        if at + 6 > len(data):
            return  # cut off: what came before is whole
        kind, length = struct.unpack_from(">HI", data, at)
        block = data[at + 6 : at + 6 + length]
        at += 6 + length
        if kind == _COLOUR and len(block) == length and (swatch := _of_block(block)) is not None:
            yield swatch


def _of_block(block: bytes) -> Swatch | None:
    """A name of UTF-16 with its end, four letters for the model, its numbers; None where one cannot be made of it."""
    try:
        (letters,) = struct.unpack_from(">H", block)
        name = block[2 : 2 + 2 * letters].decode("utf-16-be", "replace")
        model = block[2 + 2 * letters : 6 + 2 * letters].decode("latin-1").strip()
        count, convert = _MODELS[model]
        values = struct.unpack_from(f">{count}f", block, 6 + 2 * letters)
    except (struct.error, KeyError):
        return None
    if not all(abs(value) <= 1000 for value in values):  # also what is no number
        return None
    return Swatch(_hex(convert(values)), _name(name))


def _rgb(values: tuple[float, ...]) -> list[float]:
    return list(values)


def _gray(values: tuple[float, ...]) -> list[float]:
    return [values[0]] * 3


def _cmyk(values: tuple[float, ...]) -> list[float]:
    *inks, key = (min(max(value, 0.0), 1.0) for value in values)
    return [(1 - ink) * (1 - key) for ink in inks]


def _lab(values: tuple[float, ...]) -> list[float]:
    """L* is 0 to 1 in the file, a* and b* are as they are."""
    middle = (100 * values[0] + 16) / 116
    along = (middle + values[1] / 500, middle, middle - values[2] / 200)
    xyz = [white * _from_f(f) for white, f in zip(_D50, along, strict=True)]
    linear = [sum(part * one for part, one in zip(row, xyz, strict=True)) for row in _D50_TO_SRGB]
    return [_encoded(value) for value in linear]


def _from_f(value: float) -> float:
    return value**3 if value > 6 / 29 else 3 * (6 / 29) ** 2 * (value - 4 / 29)


def _encoded(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else float(1.055 * value ** (1 / 2.4) - 0.055)


_MODELS: dict[str, tuple[int, Callable[[tuple[float, ...]], list[float]]]] = {
    "RGB": (3, _rgb),
    "CMYK": (4, _cmyk),
    "LAB": (3, _lab),
    "Gray": (1, _gray),
    "GRAY": (1, _gray),
}


def _hex(channels: list[float]) -> str:
    return "#" + "".join(f"{round(255 * min(max(value, 0.0), 1.0)):02x}" for value in channels)


def _name(text: str) -> str:
    """One line without what can't be seen; names in a file end in a NUL, and may hold anything."""
    visible = "".join(char if char.isprintable() else " " for char in text.split("\0", 1)[0])
    return " ".join(visible.split())[:LONGEST_NAME]
