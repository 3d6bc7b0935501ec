"""From bytes to a picture's header, not yet decoded: the right reader by content, within limits, errors in one form."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from flux_desktop.core.errors import FluxError, NotAPicture, TooLarge
from flux_desktop.core.language import figures, tr
from flux_desktop.imaging import exif, gif, heif, kinds, png
from flux_desktop.imaging.declared import cut_short, size_before_reading

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

__all__ = ["Header", "Source", "frame_count", "read_header", "reader_errors"]

# Pillow's own guard counts for the whole process, stands at 89 MP, and stops crop() as well as open(). The limit here
# is the caller's and is checked before a reader allocates anything, so Pillow's would only be in the way.
Image.MAX_IMAGE_PIXELS = None

# About odd tags of EXIF blocks, which nobody here reads through Pillow.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.TiffImagePlugin")

_LONGEST = 2**18
"""Pixels a side: some readers take very long for very long rows."""

_NEW_SUBFILE_TYPE, _DNG_VERSION, _TILE_WIDTH, _TILE_LENGTH = 254, 50706, 322, 323


@dataclass(frozen=True)
class Source:
    """Bytes to be read, the name that errors call them by, and how many megapixels they may declare."""

    data: bytes
    name: str
    max_megapixels: float

    @property
    def label(self) -> str:
        """The name as it can stand in a sentence."""
        readable = self.name.encode("utf-8", "replace").decode()
        shown = "".join(char for char in readable if char.isprintable())
        return shown if len(shown) <= 80 else f"{shown[:60]}…{shown[-19:]}"

    def check_size(self, width: int, height: int) -> None:
        """TooLarge if that is more than may be decoded."""
        if max(width, height) > _LONGEST:
            raise TooLarge(
                tr(
                    "{label} has {width} × {height} pixels; {longest} a side are the most.",
                    label=self.label,
                    width=width,
                    height=height,
                    longest=_LONGEST,
                )
            )
        if width * height > self.max_megapixels * 1e6:
            raise TooLarge(
                tr(
                    "{label} has {width} × {height} pixels, that is {megapixels} megapixels; the limit is "
                    "{max_megapixels}.",
                    label=self.label,
                    width=width,
                    height=height,
                    megapixels=f"{width * height / 1e6:.0f}",
                    max_megapixels=figures(f"{self.max_megapixels:g}"),
                )
            )


@dataclass(frozen=True)
class Header:
    """What a file says of itself. `image` decodes when it is loaded; `orientation` has then still to be applied."""

    image: ImageFile
    media_type: str
    orientation: int
    icc: bytes
    exif: bytes

    @property
    def size(self) -> tuple[int, int]:
        """Upright width and height in pixels."""
        width, height = self.image.size
        return (height, width) if self.orientation >= 5 else (width, height)


def read_header(source: Source) -> Header:
    """The header of a picture; NotAPicture or TooLarge otherwise. Decodes nothing."""
    kind = _kind(source)
    declared = size_before_reading(source.data, kind)
    if declared:
        source.check_size(*declared)
    with reader_errors(source, kind):
        image = _reader(source.data, kind)
        source.check_size(*image.size)
        if kind == "image/tiff":
            _check_tiff(image, source)
        return _header(image, kind, source.data)


def frame_count(data: bytes, media_type: str) -> int:
    """How many frames, pages or pictures the file holds, as far as it can be told: at least 1."""
    counters = {"image/png": png.frame_count, "image/gif": gif.frame_count}
    if media_type in counters:
        return counters[media_type](data)
    try:
        return int(getattr(_reader(data, media_type), "n_frames", 1))
    except Exception:  # noqa: BLE001 a later frame is broken: the first one is all that is used
        return 1


@contextmanager
def reader_errors(source: Source, kind: str) -> Iterator[None]:
    """Whatever a reader raises becomes a NotAPicture: readers of foreign bytes fail in every way there is."""
    try:
        yield
    except FluxError:
        raise
    except MemoryError as error:
        raise TooLarge(tr("{label} does not fit into memory.", label=source.label)) from error
    except Exception as error:
        if cut_short(source.data, kind):
            title = tr("{label} is cut short: a part of the file is missing.", label=source.label)
            raise NotAPicture(title, tr("Copy or download it again."), detail=str(error)) from error
        title = tr(
            "{label} is damaged, or a kind of {format} that cannot be opened.",
            label=source.label,
            format=kinds.PICTURES[kind],
        )
        raise NotAPicture(title, detail=str(error)) from error


def _kind(source: Source) -> str:
    if not source.data:
        raise NotAPicture(tr("{label} is empty.", label=source.label))
    kind = kinds.media_type(source.data)
    if kind:
        return kind
    seems = kinds.seems_to_be(source.data)
    raise NotAPicture(
        tr("{label} is not a picture: it seems to be {seems}.", label=source.label, seems=seems)
        if seems
        else tr("{label} is not a picture of a known kind.", label=source.label)
    )


def _reader(data: bytes, kind: str) -> ImageFile:
    """The one reader for this kind. `Image.open` would load and ask every plugin, Ghostscript's among them."""
    image: ImageFile
    match kind:
        case "image/jpeg":
            from PIL.JpegImagePlugin import JpegImageFile

            image = JpegImageFile(BytesIO(data))
            image.decodermaxblock = len(data)  # in one go: between parts a thread waits for the interpreter
        case "image/png":
            from PIL.PngImagePlugin import PngImageFile

            image = PngImageFile(BytesIO(png.lean(data)))
        case "image/webp":
            from PIL.WebPImagePlugin import WebPImageFile

            image = WebPImageFile(BytesIO(data))
        case "image/tiff":
            from flux_desktop.imaging.tiff_reader import TiffFile

            image = TiffFile(BytesIO(data))
        case "image/bmp":
            from PIL.BmpImagePlugin import BmpImageFile

            image = BmpImageFile(BytesIO(data))
        case "image/gif":
            from PIL.GifImagePlugin import GifImageFile

            image = GifImageFile(BytesIO(gif.first_frame(data)))
        case "image/avif":
            image = _avif(data)
        case _:
            image = heif.open_heif(data)
    return image


def _avif(data: bytes) -> ImageFile:
    from PIL.AvifImagePlugin import AvifImageFile

    try:
        return AvifImageFile(BytesIO(data))
    except (SyntaxError, OSError, ValueError):
        # Pillow gives up on a broken EXIF block; under another name the block is not looked at.
        return AvifImageFile(BytesIO(data.replace(b"Exif", b"skip", 1)))


def _header(image: ImageFile, kind: str, data: bytes) -> Header:
    icc = png.icc_profile(data) if kind == "image/png" else image.info.get("icc_profile") or b""
    blocks = {"image/png": png.exif_block, "image/heic": heif.exif_block, "image/tiff": bytes}
    block = blocks[kind](data) if kind in blocks else image.info.get("exif") or b""
    # Pillow turns TIFF by itself, and libheif HEIC: a second turn by EXIF would be one too many.
    turned = kind in ("image/tiff", "image/heic")
    return Header(image, kind, 1 if turned else exif.orientation(block), bytes(icc), bytes(block))


def _check_tiff(image: ImageFile, source: Source) -> None:
    tags = getattr(image, "tag_v2", {})
    if _DNG_VERSION in tags or tags.get(_NEW_SUBFILE_TYPE) == 1:
        # The first picture of a raw file is its thumbnail: nobody wants to edit that unawares.
        raise NotAPicture(
            tr("{label} is not a picture: it seems to be a camera's raw file: develop it first.", label=source.label)
        )
    width, height = tags.get(_TILE_WIDTH), tags.get(_TILE_LENGTH)
    if isinstance(width, int) and isinstance(height, int):
        source.check_size(width, height)
