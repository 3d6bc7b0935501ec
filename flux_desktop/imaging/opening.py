"""The ONE way a picture comes in, from files, drops, the clipboard or downloads: upright, in sRGB, within limits."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from flux_desktop.core.edit import EncodedImage
from flux_desktop.core.errors import FileProblem, TooLarge
from flux_desktop.core.language import marked, tr
from flux_desktop.imaging import colour, depth, kinds
from flux_desktop.imaging.joining import read_whole
from flux_desktop.imaging.reading import Header, Source, frame_count, read_header, reader_errors
from flux_desktop.imaging.turning import upright

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

    from flux_desktop.imaging.strips import Strips

__all__ = [
    "DEFAULT_MAX_MEGAPIXELS",
    "Picture",
    "bare",
    "decode",
    "open_bytes",
    "open_file",
    "overview",
    "probe",
    "read_file",
    "reduced",
    "strips_of_file",
    "verify",
]

DEFAULT_MAX_MEGAPIXELS = 500
_MOST_MEGAPIXELS = 2000
"""For reduced views of pictures that were let in before, perhaps under a higher limit than today's."""

_HEAD = 4096
_UNNAMED = marked("The picture")


@dataclass(frozen=True)
class Picture:
    """A picture that was let in.

    `image` is upright, sRGB, 8 bit, RGB, or RGBA where something in it is not opaque. `data` is the file as it came,
    of the kind `media_type`; `icc` its embedded profile, b"" if none. `notes` are sentences for the user.
    """

    image: Image.Image = field(repr=False)
    data: bytes = field(repr=False)
    media_type: str
    name: str = ""
    path: Path | None = None
    icc: bytes = field(default=b"", repr=False)
    notes: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        return self.image.width

    @property
    def height(self) -> int:
        return self.image.height


def read_file(path: Path, max_megapixels: float) -> bytes:
    """All of a file, but no more of it than its first bytes if these are not a picture's; errors as of `open_file`."""
    label = Source(b"", path.name or str(path), 0).label
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise FileProblem(tr("{label} is a folder.", label=label), tr("Open a picture file that is in it."))
        if not stat.S_ISREG(mode):  # a pipe or a device could keep us waiting for ever
            raise FileProblem(
                tr("{label} is not a regular file.", label=label), tr("Copy its content into a file first.")
            )
        with path.open("rb", buffering=0) as file:
            head = file.read(_HEAD)
            if not kinds.media_type(head):
                read_header(Source(head, path.name, max_megapixels))
            # No picture within the limit takes more than 16 bytes a pixel.
            most = int(max_megapixels * 16e6) + 2**26
            if os.fstat(file.fileno()).st_size > most:
                raise TooLarge(tr("{label} has more than {most} MB.", label=label, most=most // 2**20))
            return read_whole(file)
    except FileNotFoundError as error:
        raise FileProblem(tr("{label} does not exist.", label=label), detail=str(path)) from error
    except PermissionError as error:
        raise FileProblem(tr("{label} may not be read: permission denied.", label=label), detail=str(path)) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FileProblem(
            tr("{label} cannot be read: {reason}.", label=label, reason=reason), detail=str(path)
        ) from error


def open_file(path: str | Path, *, max_megapixels: float = DEFAULT_MAX_MEGAPIXELS) -> Picture:
    """The picture in a file; FileProblem, NotAPicture or TooLarge, each naming the file."""
    path = Path(path)
    data = read_file(path, max_megapixels)
    return open_bytes(data, name=path.name, path=path, max_megapixels=max_megapixels)


def open_bytes(
    data: bytes, *, name: str = "", path: Path | None = None, max_megapixels: float = DEFAULT_MAX_MEGAPIXELS
) -> Picture:
    """The picture in `data`; NotAPicture or TooLarge."""
    source = Source(data, name or tr(_UNNAMED), max_megapixels)
    header = read_header(source)
    with reader_errors(source, header.media_type):
        notes = _frames_note(data, header.media_type)
        image, more = _pixels(header, source)
    return Picture(image, data, header.media_type, name, path, header.icc, (*notes, *more))


def overview(
    data: bytes, side: int, *, name: str = "", path: Path | None = None, max_megapixels: float = DEFAULT_MAX_MEGAPIXELS
) -> tuple[Picture, tuple[int, int]]:
    """The picture in `data`, as from `open_bytes`, and its true width and height.

    The `image` of a big one is reduced, with the longer side at least `side` pixels: all of the file is read, and found
    out whether it is damaged, but at no time the whole picture is in memory.
    """
    source = Source(data, name or tr(_UNNAMED), max_megapixels)
    header = read_header(source)
    size = header.size  # of a JPEG it changes while it is read
    small = _small_view(header, source, side)
    if small is None:
        picture = open_bytes(data, name=name, path=path, max_megapixels=max_megapixels)
        return picture, picture.image.size
    image, more = small
    notes = (*_frames_note(data, header.media_type), *more)
    return Picture(image, data, header.media_type, name, path, header.icc, notes), size


def probe(data: bytes, *, name: str = "", max_megapixels: float = DEFAULT_MAX_MEGAPIXELS) -> EncodedImage:
    """What the header says, quickly; the pixels may still turn out to be damaged. NotAPicture or TooLarge."""
    header = read_header(Source(data, name or tr(_UNNAMED), max_megapixels))
    return EncodedImage(data, header.media_type, *header.size)


def verify(data: bytes, *, name: str = "", max_megapixels: float = DEFAULT_MAX_MEGAPIXELS) -> EncodedImage:
    """`probe`, and every pixel decoded: NotAPicture also for what is cut short or damaged further down."""
    source = Source(data, name or tr(_UNNAMED), max_megapixels)
    header = read_header(source)
    size = header.size
    with reader_errors(source, header.media_type):
        header.image.load()
    return EncodedImage(data, header.media_type, *size)


def decode(data: bytes, *, name: str = "", max_megapixels: float = DEFAULT_MAX_MEGAPIXELS) -> Image.Image:
    """The pixels, as in `Picture.image`; NotAPicture or TooLarge."""
    return open_bytes(data, name=name, max_megapixels=max_megapixels).image


def strips_of_file(data: bytes, *, name: str = "", max_megapixels: float = float("inf")) -> Strips:
    """The same pixels in strips; NotAPicture or TooLarge, also while they are read.

    What is small, and what cannot be read in strips, is decoded whole at once and handed out in strips.
    """
    from flux_desktop.imaging.strips import read_in_strips, strips_of_image

    source = Source(data, name, max_megapixels)
    strips = read_in_strips(source, read_header(source))
    return strips or strips_of_image(decode(data, name=name, max_megapixels=max_megapixels))


def reduced(data: bytes, side: int, *, max_megapixels: float = _MOST_MEGAPIXELS) -> Image.Image:
    """The picture, upright and sRGB, with the longer side at least `side` pixels where it has as many, soon.

    For thumbnails and the first view: a JPEG is decoded at 1/2, 1/4 or 1/8, others are shrunk by a whole factor
    before the costly steps.
    """
    source = Source(data, tr(_UNNAMED), max_megapixels)
    header = read_header(source)
    if header.media_type != "image/jpeg" and (small := _small_view(header, source, side)):
        return small[0]
    return _drafted(header, source, side)[0]


def bare(image: Image.Image) -> Image.Image:
    """The same pixels, not copied, without what hangs on them: Pillow writes comments and tags of the file that an
    image came from into the next file that it is saved to."""
    plain = Image.Image._new(image, image.im)
    plain.info = {}
    return plain


def _small_view(header: Header, source: Source, side: int) -> tuple[Image.Image, list[str]] | None:
    """A big picture reduced while it is read, and what the user should know; None for others."""
    from flux_desktop.imaging import strips

    if header.media_type == "image/jpeg" and header.size[0] * header.size[1] >= strips.BIG:
        return _drafted(header, source, side)
    if not strips.are_cheap(header):
        return None
    made = strips_of_file(source.data, name=source.name, max_megapixels=source.max_megapixels)
    return bare(_opaque_without_alpha(strips.reduced(made, side))), list(made.notes)


def _drafted(header: Header, source: Source, side: int) -> tuple[Image.Image, list[str]]:
    width, height = header.image.size
    factor = max(1, max(width, height) // max(1, side))
    with reader_errors(source, header.media_type):
        if header.media_type == "image/jpeg":
            header.image.draft(None, (-(-width // factor), -(-height // factor)))
        return _pixels(header, source, exact=False, shrink=lambda image: _shrunk(image, side))


def _shrunk(image: Image.Image, side: int) -> Image.Image:
    factor = max(image.size) // max(1, side)
    return image.reduce(factor) if factor >= 2 else image


def _pixels(
    header: Header,
    source: Source,
    *,
    exact: bool = True,
    shrink: Callable[[Image.Image], Image.Image] = lambda image: image,
) -> tuple[Image.Image, list[str]]:
    """Decoded, 8 bit, sRGB, upright, without any trace of the file; and what the user should know."""

    def again() -> ImageFile:
        return read_header(source).image

    exact = exact or "transparency" in header.image.info  # one colour of 16 bits, which half of them do not tell
    image, note = depth.load(header.image, again if exact else None)
    source.check_size(*image.size)
    converted = colour.to_srgb(shrink(image), header.icc)
    image = upright(_opaque_without_alpha(converted.image), header.orientation)
    return bare(image), [sentence for sentence in (note, converted.note) if sentence]


def _opaque_without_alpha(image: Image.Image) -> Image.Image:
    """An alpha that is full everywhere says nothing and only makes files bigger."""
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        return image.convert("RGB")
    return image


def _frames_note(data: bytes, media_type: str) -> list[str]:
    count = frame_count(data, media_type)
    if count < 2:
        return []
    if media_type == "image/heic":
        return [tr("Only the main one of its {count} pictures is used.", count=count)]
    if media_type == "image/tiff":
        return [tr("Only the first page of {count} is used.", count=count)]
    return [tr("Only the first frame of {count} is used.", count=count)]
