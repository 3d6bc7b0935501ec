"""A picture as it is painted, in halves of halves: large planes lie in files, and memory holds what is looked at."""

from __future__ import annotations

import mmap
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile

import numpy as np
from PIL import Image

from flux_desktop.imaging.effects.arrays import Bytes
from flux_desktop.imaging.strips import Strips

__all__ = ["Halted", "Plane", "Pyramid", "build", "painted"]

SMALLEST = 256
"""A plane whose longer side is no more than this is the last."""
IN_MEMORY = 128_000_000
"""Bytes of the largest plane that is held in memory: 24 megapixels and less never touch the disk."""
OF_FILE = 96_000_000
"""Bytes of a plane in a file that may be in memory at a time because they were looked at."""
STRIP_BYTES = 4 << 20
"""Of a plane that is worked on at a time."""


class Halted(Exception):
    """The picture is not wanted any more."""


class Plane:
    """`pixels`: height × width × 4 bytes, blue, green, red, and 255 or the alpha that the colours are multiplied by.

    A large one lies in a file without a name, which is mapped into memory: the system reads of it what is looked at.
    Where there is no room for the file, it is in memory like the others. MemoryError where that has none either.
    """

    def __init__(self, width: int, height: int, folder: Path | None = None) -> None:
        self._row = width * 4
        self._seen = (0, 0)
        self._file, self._map = _mapped(self._row * height, folder) if self._row * height > IN_MEMORY else (None, None)
        shape = (height, width, 4)
        self.pixels: Bytes = np.empty(shape, np.uint8) if self._map is None else np.ndarray(shape, np.uint8, self._map)

    def put(self, top: int, rows: Bytes) -> None:
        """Write whole rows from `top` down.

        Into a file not by way of its pages in memory: the system would make note of each of them, for milliseconds in
        which no other thread runs beside it.
        """
        if self._file is None:
            self.pixels[top : top + len(rows)] = rows
            return
        rest = np.ascontiguousarray(rows).reshape(-1).data
        place = top * self._row
        while rest:
            done = os.pwrite(self._file, rest, place)
            rest, place = rest[done:], place + done

    def finish(self) -> None:
        """Nothing more is put in."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    @property
    def in_file(self) -> bool:
        return self._map is not None

    @property
    def bytes_in_memory(self) -> int:
        """At most, however long it is looked at."""
        return min(self.pixels.nbytes, OF_FILE) if self.in_file else self.pixels.nbytes

    def look_at(self, top: int, bottom: int) -> None:
        """Say which rows are read now: what was long ago leaves the memory once it is too much."""
        if self._map is None:
            return
        first, last = self._seen
        first, last = (min(first, top), max(last, bottom)) if last else (top, bottom)
        if (last - first) * self._row > max(OF_FILE, 2 * (bottom - top) * self._row):
            self.leave()
            first, last = top, bottom
        self._seen = first, last

    def leave(self) -> None:
        """Nothing of it is looked at any more; a file's bytes leave the memory where the system can do that."""
        self._seen = 0, 0
        if self._map is not None and hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)


@dataclass(frozen=True, eq=False)
class Pyramid:
    """The planes of a picture: the first as large as it is, each next one half, an odd last row or column a half pixel.

    Where `has_alpha`, colours are multiplied by it.
    """

    width: int
    height: int
    has_alpha: bool
    planes: tuple[Plane, ...] = field(repr=False)


def build(
    strips: Strips,
    folder: Path | None = None,
    convert: Callable[[Image.Image], Image.Image] = lambda strip: strip,
    halted: Callable[[], bool] = lambda: False,
) -> Pyramid:
    """All planes of a picture; files for them are made in `folder`, else where the system has room for them.

    `convert` is applied to each strip, RGB or RGBA, before it becomes pixels to paint. Slow: for a thread, where it
    holds the interpreter only for moments. Halted as soon as `halted` says so; errors of the strips.
    """
    width, height = strips.size
    planes = [Plane(width, height, folder)]
    try:
        _fill(planes[0], strips, convert, halted)
        while max(width, height) > SMALLEST:
            width, height = (width + 1) // 2, (height + 1) // 2
            planes.append(Plane(width, height, folder))
            _halve(planes[-2], planes[-1], halted)
    finally:
        for plane in planes:
            plane.finish()
    return Pyramid(*strips.size, strips.has_alpha, tuple(planes))


def painted(strip: Image.Image, *, alpha: bool) -> Bytes:
    """A strip, RGB or RGBA, as the pixels of a plane."""
    # RGB by way of RGBA: Pillow's own "BGRX" writes 0 where 255 is wanted.
    image, layout = (strip.convert("RGBA").convert("RGBa"), "BGRa") if alpha else (strip.convert("RGBA"), "BGRA")
    return np.frombuffer(image.tobytes("raw", layout), np.uint8).reshape(strip.height, strip.width, 4)


def _fill(
    plane: Plane, strips: Strips, convert: Callable[[Image.Image], Image.Image], halted: Callable[[], bool]
) -> None:
    lying = _unturned(plane.pixels, strips.orientation)
    top = 0
    for strip in strips.images:
        if halted():
            raise Halted
        rows = painted(convert(strip), alpha=strips.has_alpha)
        if strips.orientation == 1:
            plane.put(top, rows)
        else:
            lying[top : top + len(rows)] = rows
            plane.leave()
        top += len(rows)


def _unturned(pixels: Bytes, orientation: int) -> Bytes:
    """The same pixels, seen as they lie in a file of that EXIF orientation."""
    across, down = slice(None, None, -1), slice(None)
    flipped = {
        2: (down, across),
        3: (across, across),
        4: (across, down),
        6: (down, across),
        7: (across, across),
        8: (across, down),
    }
    view = pixels[flipped[orientation]] if orientation in flipped else pixels
    return view.transpose(1, 0, 2) if orientation >= 5 else view


def _halve(finer: Plane, coarser: Plane, halted: Callable[[], bool]) -> None:
    height, width = finer.pixels.shape[:2]
    rows = max(2, STRIP_BYTES // (width * 4) // 2 * 2)
    for top in range(0, height, rows):
        if halted():
            raise Halted
        strip = finer.pixels[top : top + rows]
        # Four channels of which Pillow knows nothing: the mean of colours multiplied by their alpha is what is wanted.
        whole = Image.frombuffer("CMYK", (width, strip.shape[0]), strip, "raw", "CMYK", 0, 1)
        half = np.asarray(whole.reduce(2))
        coarser.put(top // 2, half)
        finer.leave()


def _mapped(length: int, folder: Path | None) -> tuple[int | None, mmap.mmap | None]:
    """A file of that length without a name, to write to where that is seen in the map, and its map.

    Neither where there is no room for it.
    """
    try:
        with TemporaryFile(dir=folder or _roomy_folder()) as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, length)  # a disk that fills up later would end the program
            else:
                file.truncate(length)
            map = mmap.mmap(file.fileno(), length)
            return os.dup(file.fileno()) if hasattr(os, "pwrite") else None, map
    except (OSError, ValueError):
        return None, None


def _roomy_folder() -> str | None:
    """Where large files may lie: what is usual for small ones is often in memory. None for the usual folder."""
    on_disk = Path("/var/tmp")  # https://refspecs.linuxfoundation.org/FHS_3.0/fhs/ch05s15.html
    return str(on_disk) if "TMPDIR" not in os.environ and on_disk.is_dir() else None
