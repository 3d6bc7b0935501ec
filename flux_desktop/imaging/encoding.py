"""Pixels into files: what the user exports, what a list shows as thumbnail, and what a provider gets."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from flux_desktop.core.edit import EncodedImage
from flux_desktop.core.errors import InputError, TooLarge
from flux_desktop.core.language import figures, tr
from flux_desktop.imaging import colour, png_writer, stripping, tiff_writer
from flux_desktop.imaging.containers import NOTHING, Notes, onto_tiff, parts_with_notes
from flux_desktop.imaging.joining import Part, joined, read_whole
from flux_desktop.imaging.metadata import personal
from flux_desktop.imaging.opening import DEFAULT_MAX_MEGAPIXELS, Picture, bare, open_bytes
from flux_desktop.imaging.reading import Source

if TYPE_CHECKING:
    from flux_desktop.imaging.master import Master

__all__ = [
    "FORMATS",
    "UPLOAD_KINDS",
    "Encoded",
    "Format",
    "encode",
    "encode_in_parts",
    "encode_master",
    "for_upload",
    "format_of",
    "thumbnail",
]

UPLOAD_KINDS = ("image/png", "image/jpeg", "image/webp")
"""The media types that hosts take, unless they say otherwise. All of them take PNG and JPEG."""

_FULL_COLOUR_FROM = 90
"""The JPEG quality from which colour is kept at full resolution: coloured edges are what people look at here."""

_UPLOAD_QUALITY = 95
_ATTEMPTS = 12

_BIG = 12_000_000
"""Pixels of a JPEG from which on it is worth a file to let the other threads run."""


@dataclass(frozen=True)
class Format:
    """A kind of file that can be written. `longest` is the most pixels that a side may have."""

    name: str
    label: str
    suffixes: tuple[str, ...]
    media_type: str
    has_quality: bool
    has_alpha: bool
    longest: int
    cmyk: bool = False


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "png": Format("png", "PNG", (".png",), "image/png", False, True, 2**31 - 1),
        "jpeg": Format("jpeg", "JPEG", (".jpg", ".jpeg", ".jpe", ".jfif"), "image/jpeg", True, False, 65500, cmyk=True),
        "webp": Format("webp", "WebP", (".webp",), "image/webp", True, True, 16383),
        "avif": Format("avif", "AVIF", (".avif",), "image/avif", True, True, 32768),
        "tiff": Format("tiff", "TIFF", (".tif", ".tiff"), "image/tiff", False, True, 2**31 - 1, cmyk=True),
    }
)


@dataclass(frozen=True)
class Encoded:
    """An image as a provider gets it, and in sentences for the user what was changed for that."""

    image: EncodedImage
    changes: tuple[str, ...] = ()


def format_of(path: str | Path) -> str:
    """The name of the format that the suffix of `path` stands for; InputError with the known ones otherwise."""
    suffix = Path(path).suffix.lower()
    for format in FORMATS.values():
        if suffix in format.suffixes:
            return format.name
    known = ", ".join(format.suffixes[0] for format in FORMATS.values())
    odd = tr("the suffix {suffix} is not known", suffix=suffix[:20]) if suffix else tr("it has no suffix")
    raise InputError(
        tr("{name}: the format is not clear, {why}.", name=Path(path).name, why=odd),
        tr("Use one of {known}.", known=known),
    )


def encode(image: Image.Image, format: str, *, quality: int = 92, icc: bytes = b"", notes: Notes = NOTHING) -> bytes:
    """A file of `image` (RGB or RGBA in sRGB), with its profile embedded, these `notes` and no other metadata.

    With `icc` the colours are converted to that profile first, where the format and the profile can take it. JPEG has
    no alpha: what is transparent is laid over white. TooLarge if a side is longer than the format can say.
    """
    return joined(encode_in_parts(image, format, quality=quality, icc=icc, notes=notes))


def encode_in_parts(
    image: Image.Image, format: str, *, quality: int = 92, icc: bytes = b"", notes: Notes = NOTHING
) -> list[Part]:
    """The same in parts that follow each other: a large file is not copied for the sake of its notes."""
    kind = FORMATS[format]
    converted = _in_colours_for(image, kind, icc)
    return _saved(converted.image, kind, quality, converted.icc or colour.srgb_profile(), notes)


def encode_master(master: Master, format: str, *, quality: int = 92, notes: Notes = NOTHING) -> list[Part] | None:
    """A file of `master` in its own colours, nothing converted, with its profile, these `notes` and no other metadata.

    In parts that follow each other. PNG and TIFF keep its depth too, every value as it is; the others have 8 bits. None
    where the format cannot hold such colours: grey with a profile is for PNG, TIFF and JPEG, ink for TIFF and JPEG.
    TooLarge as in `encode`.
    """
    kind = FORMATS[format]
    icc = master.icc or (colour.srgb_profile() if master.mode in ("RGB", "RGBA") else b"")
    if master.mode == "CMYK" and not kind.cmyk:
        return None
    if kind.name in ("png", "tiff"):
        _check_sides(kind, master.size)
        return _noted(_lossless(master.pixels, master.mode, kind, icc), kind, notes)
    if master.mode in ("L", "LA") and kind.name != "jpeg":
        return None if master.icc else encode_in_parts(master.srgb(), format, quality=quality, notes=notes)
    return _saved(_flat(master) if not kind.has_alpha else master.eight_bit(), kind, quality, icc, notes)


def thumbnail(image: Image.Image, side: int = 256) -> bytes:
    """A small file of `image`, its longer side at most `side` pixels: JPEG, or WebP where something is transparent."""
    small = _resized(image, min(1.0, side / max(image.size)))
    return joined(_saved(small, FORMATS["webp" if small.mode == "RGBA" else "jpeg"], 85))


def for_upload(
    image: EncodedImage, *, max_bytes: int, lossless_megapixels: float = 4.0, kinds: Collection[str] = UPLOAD_KINDS
) -> Encoded:
    """`image` as a provider gets it: upright, sRGB, 8 bit, no metadata, no profile, at most `max_bytes` bytes.

    A file whose pixels are like that goes out as it is, without its metadata. Others are written anew: without loss as
    PNG up to `lossless_megapixels` and where something is transparent; otherwise, and where that is too big, as JPEG
    (WebP with transparency) at high quality; then ever smaller until it fits. `kinds` are the media types that the
    provider takes, PNG and JPEG at least. Takes time: call it in a thread. NotAPicture if the bytes are damaged,
    TooLarge if not even a tiny version fits.
    """
    # It was let in before, perhaps under a limit that is no longer set.
    limit = max(DEFAULT_MAX_MEGAPIXELS, image.megapixels + 1)
    own = stripping.stripped(Source(image.data, "", limit))
    small = image.megapixels <= lossless_megapixels
    if own and own.media_type in kinds and len(own.data) <= max_bytes and (small or own.media_type != "image/png"):
        return Encoded(own, _removed(image.data))
    return _written_anew(open_bytes(image.data, max_megapixels=limit), max_bytes, lossless_megapixels, kinds)


def _written_anew(picture: Picture, max_bytes: int, lossless_megapixels: float, kinds: Collection[str]) -> Encoded:
    transparent = picture.image.mode == "RGBA"
    if transparent or picture.width * picture.height <= lossless_megapixels * 1e6:
        data = png_writer.written(picture.image)
        if len(data) <= max_bytes:
            return _encoded(picture, picture.image.size, FORMATS["png"], data, max_bytes)
    kind = FORMATS[("webp" if "image/webp" in kinds else "png") if transparent else "jpeg"]
    data, size = _fitting(picture.image, kind, max_bytes)
    return _encoded(picture, size, kind, data, max_bytes)


def _fitting(image: Image.Image, kind: Format, max_bytes: int) -> tuple[bytes, tuple[int, int]]:
    """`image` in a format with loss, scaled down no further than `max_bytes` asks, with few attempts."""
    scale = min(1.0, kind.longest / max(image.size))
    for _ in range(_ATTEMPTS):
        small = _resized(image, scale)
        data = joined(_saved(small, kind, _UPLOAD_QUALITY))
        if len(data) <= max_bytes:
            return data, small.size
        # Bytes grow a little slower than pixels: aiming somewhat lower saves an attempt.
        scale *= min(0.9, (max_bytes / len(data)) ** 0.5 * 0.97)
    raise TooLarge(tr("The picture cannot be made small enough for an upload of {amount}.", amount=_amount(max_bytes)))


def _encoded(picture: Picture, size: tuple[int, int], kind: Format, data: bytes, max_bytes: int) -> Encoded:
    changes = list(picture.notes)
    name = colour.profile_name(colour.unless_srgb(picture.icc))
    if name and not any(colour.tells_conversion(note) for note in changes):
        changes.append(tr("The colours were converted from {name} to sRGB.", name=name))
    if size != picture.image.size:
        before, after = (f"{width}×{height}" for width, height in (picture.image.size, size))
        changes.append(
            tr(
                "Scaled from {before} to {after} so that it stays under {amount}.",
                before=before,
                after=after,
                amount=_amount(max_bytes),
            )
        )
    if kind.has_quality:
        changes.append(tr("Sent as {format}, quality {quality}.", format=kind.label, quality=_UPLOAD_QUALITY))
    elif kind.media_type != picture.media_type:
        changes.append(tr("Sent as {format}, without further loss.", format=kind.label))
    return Encoded(EncodedImage(data, kind.media_type, *size), (*changes, *_removed(picture.data)))


def _removed(data: bytes) -> tuple[str, ...]:
    """What the file `data` told beside its pixels, as a sentence for the user."""
    removed = personal(data)
    return (tr("Removed before sending: {things}.", things=", ".join(tr(word) for word in removed)),) if removed else ()


def _in_colours_for(image: Image.Image, kind: Format, icc: bytes) -> colour.Converted:
    pixels = image if image.mode in ("RGB", "RGBA") else image.convert("RGBA" if "A" in image.mode else "RGB")
    if not kind.has_alpha:
        pixels = colour.over_white(pixels)
    converted = colour.from_srgb(pixels, icc)
    return converted if converted.image.mode != "CMYK" or kind.cmyk else colour.Converted(pixels)


def _flat(master: Master) -> Image.Image:
    """8 bits a channel, what is transparent laid over white, which is full light in every colour but ink."""
    image = master.eight_bit()
    if not master.has_alpha:
        return image
    white = Image.new(image.mode[:-1], image.size, "white")
    white.paste(image.convert(image.mode[:-1]), mask=image.getchannel("A"))
    return white


def _lossless(pixels: np.ndarray[Any, Any], mode: str, kind: Format, icc: bytes) -> bytes:
    return png_writer.of_pixels(pixels, icc) if kind.name == "png" else tiff_writer.written(pixels, mode, icc)


def _check_sides(kind: Format, size: tuple[int, int]) -> None:
    if max(size) > kind.longest:
        raise TooLarge(
            tr(
                "{format} cannot hold {width} × {height} pixels: {longest} a side are the most.",
                format=kind.label,
                width=size[0],
                height=size[1],
                longest=kind.longest,
            ),
            tr("Choose PNG or TIFF."),
        )


def _saved(image: Image.Image, kind: Format, quality: int, icc: bytes = b"", notes: Notes = NOTHING) -> list[Part]:
    _check_sides(kind, image.size)
    if kind.name in ("png", "tiff"):
        return _noted(_lossless(np.asarray(image), image.mode, kind, icc), kind, notes)
    written = partial(bare(image).save, icc_profile=icc or None, **_options(kind, quality, notes))
    big = kind.name == "jpeg" and image.width * image.height >= _BIG
    return _noted((_by_way_of_disk if big else _in_memory)(written, kind), kind, notes)


def _in_memory(write: Callable[[IO[bytes]], object], kind: Format) -> bytes:
    file = _File()
    file.name = f"picture{kind.suffixes[0]}"
    write(file)
    return file.getvalue()


def _by_way_of_disk(write: Callable[[IO[bytes]], object], kind: Format) -> bytes:
    """Into a file Pillow writes JPEG beside all other threads; into memory it lets them run only now and then."""
    try:
        with NamedTemporaryFile(suffix=kind.suffixes[0]) as file:
            write(file)
            file.flush()
            return read_whole(file.raw)
    except OSError:  # no room there
        return _in_memory(write, kind)


def _noted(file: bytes, kind: Format, notes: Notes) -> list[Part]:
    if notes == NOTHING or kind.name == "avif":  # into that they were written along
        return [file]
    return onto_tiff(file, notes) if kind.name == "tiff" else parts_with_notes(file, kind.media_type, notes) or [file]


class _File(BytesIO):
    """By a suffix Pillow loads the one writer for it; by the name of a format it loads many."""

    name: str


def _options(kind: Format, quality: int, notes: Notes) -> dict[str, Any]:
    """How each format is written: quickly, and without loss that was not asked for."""
    match kind.name:
        case "jpeg":
            return {"quality": quality, "subsampling": 0 if quality >= _FULL_COLOUR_FROM else 2}
        case "webp":
            # Half the time of the default, 4, for a few per cent of the size; what it looks like is the same.
            return {"quality": quality, "exact": True, "method": 2}
    subsampling = "4:4:4" if quality >= _FULL_COLOUR_FROM else "4:2:0"
    return {"quality": quality, "speed": 8, "subsampling": subsampling, "xmp": notes.xmp, "exif": notes.exif}


def _resized(image: Image.Image, scale: float) -> Image.Image:
    if scale >= 1:
        return image
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _amount(size: int) -> str:
    megabytes = size / 2**20
    if megabytes >= 1:
        return f"{megabytes:.0f} MB" if megabytes >= 10 else figures(f"{megabytes:.1f} MB".replace(".0 ", " "))
    return f"{max(1, size // 1024)} kB"
