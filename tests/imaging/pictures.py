"""Pictures for the tests: one whose corners tell how it is turned, and colour profiles made by hand."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

DATA = Path(__file__).parents[1] / "data"

RED, GREEN, BLUE, YELLOW = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0)
SIZE = (96, 64)
CORNER = 24

TURNED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How the pixels of an upright picture lie in a file with each EXIF orientation."""

P3 = ((0.515102, 0.241196, -0.001053), (0.291977, 0.692245, 0.041885), (0.157104, 0.066574, 0.784073))
ADOBE = ((0.609741, 0.311111, 0.019470), (0.205276, 0.625671, 0.060867), (0.149185, 0.063217, 0.744568))
"""Primaries as X, Y, Z under D50, for red, green and blue."""


def marked(size: tuple[int, int] = SIZE) -> Image.Image:
    """Grey, with a red, a green, a blue and a yellow corner: top left, top right, bottom left, bottom right."""
    image = Image.new("RGB", size, (128, 128, 128))
    draw = ImageDraw.Draw(image)
    right, bottom = size[0] - CORNER, size[1] - CORNER
    places = ((0, 0), (right, 0), (0, bottom), (right, bottom))
    for (left, top), colour in zip(places, (RED, GREEN, BLUE, YELLOW), strict=True):
        draw.rectangle((left, top, left + CORNER - 1, top + CORNER - 1), fill=colour)
    return image


def turned(orientation: int) -> Image.Image:
    """The pixels of `marked` as they lie in a file with that EXIF orientation."""
    how = TURNED[orientation]
    return marked() if how is None else marked().transpose(how)


def pixel(image: Image.Image, place: tuple[int, int]) -> tuple[int, ...]:
    seen: Any = image.getpixel(place)
    return seen if isinstance(seen, tuple) else (seen,)


def corners(image: Image.Image) -> list[tuple[int, ...]]:
    """The pixels in the middle of the four corners."""
    middle = CORNER // 2
    right, bottom = image.width - middle, image.height - middle
    return [pixel(image, place) for place in ((middle, middle), (right, middle), (middle, bottom), (right, bottom))]


def is_upright(image: Image.Image, tolerance: int = 6) -> bool:
    """Whether `image` shows `marked`, in the right size and turn."""
    return image.size == SIZE and all(
        abs(seen - meant) <= tolerance
        for corner, colour in zip(corners(image), (RED, GREEN, BLUE, YELLOW), strict=True)
        for seen, meant in zip(corner[:3], colour, strict=True)
    )


def colourful(size: tuple[int, int] = (128, 128)) -> Image.Image:
    """Smooth steps through many colours, none of them at the edge of sRGB."""
    red = Image.linear_gradient("L").resize(size).point(lambda value: 40 + value * 170 // 255)
    green = red.transpose(Image.Transpose.ROTATE_90).resize(size)
    blue = Image.radial_gradient("L").resize(size).point(lambda value: 40 + value * 170 // 255)
    return Image.merge("RGB", (red, green, blue))


def saved(image: Image.Image, format: str, **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


def exif(orientation: int = 1, **tags: Any) -> Image.Exif:
    """An EXIF block with an orientation, unless that is 0, and e.g. `x010f="Maker"`."""
    block = Image.Exif()
    if orientation:
        block[0x0112] = orientation
    for tag, value in tags.items():
        block[int(tag.removeprefix("x"), 16)] = value
    return block


def with_location(block: Image.Exif) -> Image.Exif:
    block.get_ifd(0x8825)[1] = "N"
    block.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)
    return block


def matrix_profile(primaries: tuple[tuple[float, ...], ...] = P3, gamma: float = 2.2, name: str = "Test P3") -> bytes:
    """A version 2 display profile of three primaries and one gamma."""
    text = name.encode()
    described = b"desc" + bytes(4) + struct.pack(">I", len(text) + 1) + text + bytes(1 + 8 + 70)
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256))
    tags = [(b"desc", described), (b"cprt", b"text\0\0\0\0none\0"), (b"wtpt", _xyz((0.9642, 1.0, 0.8249)))]
    tags += [(band + b"XYZ", _xyz(xyz)) for band, xyz in zip((b"r", b"g", b"b"), primaries, strict=True)]
    tags += [(band + b"TRC", curve) for band in (b"r", b"g", b"b")]
    return _profile(b"RGB ", b"XYZ ", b"mntr", tags)


def grey_profile(gamma: float = 1.0) -> bytes:
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256))
    return _profile(b"GRAY", b"XYZ ", b"mntr", [(b"wtpt", _xyz((0.9642, 1.0, 0.8249))), (b"kTRC", curve)])


def cmyk_profile() -> bytes:
    """A printer of inks that only darken: a table from ink to Lab and one back, both with two steps."""

    def table(inputs: int, outputs: int, corners: Sequence[tuple[int, ...]]) -> bytes:
        head = struct.pack(">4BI9i", inputs, outputs, 2, 0, 0, *(65536 * (i % 4 == 0) for i in range(9)))
        ramp = bytes(range(256))
        body = b"".join(bytes(corner) for corner in corners)
        return b"mft1" + bytes(4) + head[:4] + head[8:] + ramp * inputs + body + ramp * outputs

    to_lab = [
        (round(255 * (1 - k) * (1 - (c + m + y) / 6)), 128 + 20 * (m - c), 128 + 20 * (y - c))
        for c in (0, 1)
        for m in (0, 1)
        for y in (0, 1)
        for k in (0, 1)
    ]
    to_ink = [(0, 0, 0, 255 - light * 255) for light in (0, 1) for _ in range(4)]
    tags = [(b"wtpt", _xyz((0.9642, 1.0, 0.8249))), (b"A2B0", table(4, 3, to_lab)), (b"B2A0", table(3, 4, to_ink))]
    return _profile(b"CMYK", b"Lab ", b"prtr", tags)


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _profile(space: bytes, connection: bytes, device: bytes, tags: list[tuple[bytes, bytes]]) -> bytes:
    start = 132 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for tag, content in tags:
        table += tag + struct.pack(">II", start + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    head = struct.pack(
        ">I4sI4s4s4s6H", start + len(body), b"none", 0x02400000, device, space, connection, 2020, *[1] * 5
    )
    white = _xyz((0.9642, 1.0, 0.8249))[8:]
    return head + b"acsp" + bytes(28) + white + bytes(48) + table + body
