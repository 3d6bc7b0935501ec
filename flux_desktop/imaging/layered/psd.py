"""Photoshop's PSD: 8-bit RGB with layers, a mask where a layer has one, and the picture that all together show.

Source: Adobe Photoshop File Formats Specification, https://www.adobe.com/devnet-apps/photoshop/fileformatashtml/.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

import numpy as np
from PIL import Image

from flux_desktop.core.errors import TooLarge
from flux_desktop.core.language import figures, marked, tr
from flux_desktop.imaging.layered.layers import Layer, Stack, laid_over
from flux_desktop.imaging.layered.packbits import NOTHING, packed

__all__ = ["LONGEST", "MOST_BYTES", "write_psd"]

LONGEST = 30_000
"""Pixels that a side may have."""
MOST_BYTES = 2**31 - 1

_INSTEAD = marked("Export as OpenRaster instead, which has no such limit.")
_BANDS = ("R", "G", "B", "A")
_CHANNELS = (0, 1, 2, -1)
"""The numbers of red, green, blue and alpha."""
_MASK = -2
_RLE = 1
_STRIP = 1 << 20
"""Pixels that are packed at a time."""
_SHORT_NAME = 31


def write_psd(stack: Stack, path: Path, *, most_bytes: int = MOST_BYTES) -> None:
    """Write `stack` to `path`, over what is there. TooLarge for more than a PSD can say; OSError as the disk has it.

    Layers are read one after the other. Their sizes stand before their pixels, and are filled in afterwards.
    """
    if max(stack.size) > LONGEST:
        raise TooLarge(
            tr("PSD cannot hold a side of more than {longest} pixels.", longest=figures(f"{LONGEST:,}")), tr(_INSTEAD)
        )
    with path.open("wb") as file:
        file.write(_front(stack, [[0] * len(_numbers(layer)) for layer in stack.layers], "RGB"))
        lengths, merged = _write_layers(file, stack, most_bytes)
        file.write(struct.pack(">I", 0))  # no mask that is valid for all layers
        _write_merged(file, merged)
        _check(file, most_bytes)
        file.seek(0)
        file.write(_front(stack, lengths, merged.mode))


# Before the pixels.


def _front(stack: Stack, lengths: list[list[int]], mode: str) -> bytes:
    """All that stands before the first layer's pixels, of which each channel takes `lengths` bytes."""
    records = b"".join(_record(layer, stack.size, own) for layer, own in zip(stack.layers, lengths, strict=True))
    # A count below 0 says: the fourth channel of the merged picture is its transparency.
    count = len(stack.layers) if mode == "RGB" else -len(stack.layers)
    size = 2 + len(records) + sum(sum(own) for own in lengths)
    width, height = stack.size
    header = struct.pack(">4sH6xHIIHH", b"8BPS", 1, len(mode), height, width, 8, 3)
    resources = _resources(stack)
    return b"".join(
        (
            header,
            struct.pack(">I", 0),  # no palette
            struct.pack(">I", len(resources)),
            resources,
            struct.pack(">IIh", size + 8, size, count),
            records,
        )
    )


def _resources(stack: Stack) -> bytes:
    """72 pixels an inch, the colour profile, and what is told of the picture."""
    resolution = struct.pack(">IHHIHH", 72 << 16, 1, 1, 72 << 16, 1, 1)
    found = {1005: resolution, 1039: stack.icc, 1058: stack.notes.exif, 1060: stack.notes.xmp}
    return b"".join(_resource(id, data) for id, data in found.items() if data)


def _resource(id: int, data: bytes) -> bytes:
    return struct.pack(">4sHHI", b"8BIM", id, 0, len(data)) + _padded(data, 2)


def _record(layer: Layer, canvas: tuple[int, int], lengths: list[int]) -> bytes:
    left, top, right, bottom = layer.box
    numbers = _numbers(layer)
    channels = b"".join(struct.pack(">hI", number, length) for number, length in zip(numbers, lengths, strict=True))
    hidden = 0 if layer.visible else 2
    extra = _mask_data(layer, canvas) + struct.pack(">I", 0) + _names(layer.name)
    return b"".join(
        (
            struct.pack(">iiiiH", top, left, bottom, right, len(numbers)),
            channels,
            struct.pack(">4s4sBBBxI", b"8BIM", b"norm", 255, 0, 8 | hidden, len(extra)),
            extra,
        )
    )


def _numbers(layer: Layer) -> tuple[int, ...]:
    """Which channels the layer has, in their order in the file."""
    return _CHANNELS if layer.load_mask is None else (*_CHANNELS, _MASK)


def _mask_data(layer: Layer, canvas: tuple[int, int]) -> bytes:
    """The mask covers the canvas; beyond it, it is black."""
    if layer.load_mask is None:
        return struct.pack(">I", 0)
    return struct.pack(">IiiiiBB2x", 20, 0, 0, canvas[1], canvas[0], 0, 0)


def _names(name: str) -> bytes:
    """A short name in an old code, as every layer must have it, and the whole one as Unicode."""
    old = name.encode("mac_roman", "replace")[:_SHORT_NAME]
    words = name.encode("utf-16-be")
    unicode = _padded(struct.pack(">I", len(words) // 2) + words, 4)
    return _padded(bytes((len(old),)) + old, 4) + struct.pack(">4s4sI", b"8BIM", b"luni", len(unicode)) + unicode


def _padded(data: bytes, unit: int) -> bytes:
    return data + b"\0" * (-len(data) % unit)


# The pixels.


def _write_layers(file: BinaryIO, stack: Stack, most_bytes: int) -> tuple[list[list[int]], Image.Image]:
    """Write the channels of every layer. How long each has become, and what the visible layers show together."""
    lengths, merged = [], Image.new("RGBA", stack.size)
    for layer in stack.layers:
        image, mask = layer.load(), layer.load_mask() if layer.load_mask is not None else None
        own = []
        for channel in _channels(image, mask):
            own.append(_write_channel(file, channel))
            _check(file, most_bytes)
        lengths.append(own)
        if layer.visible:
            merged = laid_over(merged, layer.box, image, mask)
    return lengths, merged


def _channels(image: Image.Image, mask: Image.Image | None) -> Iterator[Image.Image]:
    """Every layer gets an alpha: Photoshop's own have one, and where it is opaque it takes hardly any room."""
    for band in _BANDS:
        has_it = band in image.getbands()
        yield image.getchannel(band) if has_it else Image.new("L", image.size, 255)
    if mask is not None:
        yield mask


def _write_channel(file: BinaryIO, channel: Image.Image) -> int:
    """One channel of a layer, an even number of bytes, which some readers expect. How many they are."""
    strips, counts = _packed_strips(channel)
    odd = sum(map(len, strips)) % 2
    counts[-1] += odd
    parts = (struct.pack(">H", _RLE), counts.astype(">u2").tobytes(), *strips, NOTHING * odd)
    file.writelines(parts)
    return sum(map(len, parts))


def _write_merged(file: BinaryIO, image: Image.Image) -> None:
    """All channels of the merged picture: first the lengths of all their rows, then the rows."""
    bands = len(image.getbands())
    file.write(struct.pack(">H", _RLE))
    table = file.tell()
    file.write(bytes(2 * bands * image.height))
    tables: list[bytes] = []
    for band in image.getbands():
        strips, counts = _packed_strips(image.getchannel(band))
        tables.append(counts.astype(">u2").tobytes())
        file.writelines(strips)
    end = file.tell()
    file.seek(table)
    file.writelines(tables)
    file.seek(end)


def _packed_strips(channel: Image.Image) -> tuple[list[bytes], np.ndarray[tuple[int], np.dtype[np.intp]]]:
    """The rows of an L picture, packed, and how many bytes each has become."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        done = list(pool.map(lambda strip: packed(np.asarray(strip)), _strips(channel)))
    return [data for data, _ in done], np.concatenate([counts for _, counts in done])


def _strips(channel: Image.Image) -> Iterable[Image.Image]:
    rows = max(1, _STRIP // channel.width)
    for top in range(0, channel.height, rows):
        yield channel.crop((0, top, channel.width, min(top + rows, channel.height)))


def _check(file: BinaryIO, most_bytes: int) -> None:
    if file.tell() > most_bytes:
        raise TooLarge(tr("A PSD cannot be larger than 2 GB, and this picture would be."), tr(_INSTEAD))
