"""A small version of a picture file, read in a thread while the program starts, so that there is something to see."""

from __future__ import annotations

import os
import stat
import threading
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["FirstReading", "FirstView", "first_view"]

_SIDE = 1200
"""Least pixels of the longer side, where the picture has as many: about what the canvas of a usual window shows."""
_MOST_BYTES = 1 << 30
_MOST, _MOST_WHOLE = 500, 12
"""Megapixels of a JPEG, which is decoded at a fraction of its size, and of all others, which are decoded whole."""


class FirstView(NamedTuple):
    """A picture of `width` × `height` pixels as `rows` of `columns` times blue, green, red, 255; upright, in sRGB."""

    width: int
    height: int
    columns: int
    rows: int
    pixels: bytes


class FirstReading:
    """Reads the first view of a file from now on: `view` is there once it `has_ended`, or never comes."""

    def __init__(self, path: str) -> None:
        # Here, not in the thread: that would wait for the interpreter until all of Qt is imported.
        import PIL.JpegImagePlugin  # noqa: F401

        self.view: FirstView | None = None
        self._path = path
        self._thread = threading.Thread(target=self._read, name="first view", daemon=True)
        self._thread.start()

    @property
    def has_ended(self) -> bool:
        return not self._thread.is_alive()

    def _read(self) -> None:
        self.view = first_view(self._path)


def first_view(path: str) -> FirstView | None:
    """The first view of a file; None for what is no picture, cannot be read, has alpha, or would take long.

    What is wrong with it, and what the user should know of it, is told when it is opened.
    """
    try:
        data = _content(path)
        return _of_plain_jpeg(data) or _of_any(data)
    except Exception:  # noqa: BLE001  readers of foreign bytes fail in every way there is
        return None


def _content(path: str) -> bytes:
    """All of a regular file: a pipe would be empty for who reads it next."""
    found = os.stat(path)
    if not stat.S_ISREG(found.st_mode) or found.st_size > _MOST_BYTES:
        raise OSError("not to be read ahead")
    with open(path, "rb") as file:
        return file.read()


def _of_plain_jpeg(data: bytes) -> FirstView | None:
    """The view of a JPEG that is upright and has no profile: with few imports, before Qt's are done."""
    from PIL.JpegImagePlugin import JpegImageFile

    from flux_desktop.imaging.exif import orientation

    if not data.startswith(b"\xff\xd8\xff"):
        return None
    image = JpegImageFile(BytesIO(data))
    width, height = image.size
    plain = image.mode in ("L", "RGB") and not image.info.get("icc_profile")
    if not plain or width * height > _MOST * 1e6 or orientation(image.info.get("exif") or b"") != 1:
        return None
    factor = max(1, max(width, height) // _SIDE)
    image.draft(None, (-(-width // factor), -(-height // factor)))
    image.decodermaxblock = len(data)  # in one go: between parts it would wait for the interpreter
    return _view(image, (width, height))


def _of_any(data: bytes) -> FirstView | None:
    from flux_desktop.imaging.opening import probe, reduced

    jpeg = data.startswith(b"\xff\xd8\xff")
    found = probe(data, max_megapixels=_MOST if jpeg else _MOST_WHOLE)
    image = reduced(data, _SIDE)
    return _view(image, (found.width, found.height)) if image.mode == "RGB" else None


def _view(image: Image, size: tuple[int, int]) -> FirstView:
    # By way of RGBA: Pillow's own "BGRX" writes 0 where Qt wants 255.
    return FirstView(*size, *image.size, image.convert("RGBA").tobytes("raw", "BGRA"))
