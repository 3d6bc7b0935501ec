"""Files without their metadata: the same pixels, nothing else, and nothing where it takes more than leaving out."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from flux_desktop.core.edit import EncodedImage
from flux_desktop.core.errors import NotAPicture, TooLarge
from flux_desktop.imaging.colour import srgb_profile
from flux_desktop.imaging.metadata import personal
from flux_desktop.imaging.reading import Source
from flux_desktop.imaging.stripping import stripped
from tests.imaging.pictures import colourful, exif, marked, matrix_profile, saved, with_location

SECRET = b"Secret-Words"


def strip(data: bytes) -> EncodedImage | None:
    return stripped(Source(data, "", 200))


def pixels(data: bytes) -> bytes:
    return Image.open(BytesIO(data)).convert("RGB").tobytes()


def with_segment(marker: int, content: bytes, image: Image.Image | None = None) -> bytes:
    """A JPEG with one more segment."""
    data = saved(image or colourful(), "JPEG", quality=90)
    return data[:2] + bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content + data[2:]


def with_png_chunk(type: bytes, content: bytes) -> bytes:
    data = saved(colourful(), "PNG")
    chunk = len(content).to_bytes(4, "big") + type + content + zlib.crc32(type + content).to_bytes(4, "big")
    return data[:33] + chunk + data[33:]


def with_webp_chunk(type: bytes, content: bytes) -> bytes:
    data = saved(colourful(), "WEBP", quality=90, exif=exif(1, x010f="Maker"))
    body = data[8:] + type + len(content).to_bytes(4, "little") + content + bytes(len(content) % 2)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def full(format: str, **options: Any) -> bytes:
    """A picture with everything about people and places that its format can hold."""
    block = with_location(exif(1, x010f=SECRET.decode(), x013b=SECRET.decode(), x8298=SECRET.decode()))
    more: dict[str, Any] = {"xmp": b"<x:xmpmeta>" + SECRET} if format != "PNG" else {}
    if format == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Author", SECRET.decode())
        info.add_text("parameters", SECRET.decode(), zip=True)
        info.add(b"tEXt", b"Comment\0" + SECRET, after_idat=True)
        info.add(b"prVt", SECRET)
        more = {"pnginfo": info}
    if format == "JPEG":
        more["comment"] = SECRET
    return saved(colourful(), format, exif=block, icc_profile=srgb_profile(), **more, **options)


KINDS: list[tuple[str, dict[str, Any]]] = [
    ("PNG", {}),
    ("JPEG", {"quality": 95, "subsampling": 0}),
    ("JPEG", {"quality": 80, "progressive": True}),
    ("JPEG", {"quality": 80, "restart_marker_blocks": 3}),
    ("JPEG", {"quality": 80, "keep_rgb": True}),
    ("WEBP", {"quality": 80}),
    ("WEBP", {"lossless": True}),
]


@pytest.mark.parametrize(("format", "options"), KINDS)
def test_the_pixels_stay_and_all_else_goes(format: str, options: dict[str, Any]) -> None:
    data = full(format, **options) + SECRET
    sent = strip(data)
    assert sent is not None
    assert (sent.media_type, sent.width, sent.height) == (f"image/{format.lower()}", 128, 128)
    assert SECRET in data
    assert SECRET not in sent.data
    assert personal(data) != ()
    assert personal(sent.data) == ()
    assert pixels(sent.data) == pixels(data)
    again = strip(sent.data)
    assert again is not None
    assert again.data == sent.data


PLACES = [
    *(("jpeg", marker) for marker in (0xE0, 0xE1, 0xE2, 0xE3, 0xED, 0xEE, 0xEF, 0xFE)),
    *(("png", type) for type in (b"eXIf", b"iTXt", b"zTXt", b"tIME", b"caBX", b"gAMA", b"hIST", b"xxXx", b"PLTE")),
    *(("webp", type) for type in (b"EXIF", b"XMP ", b"C2PA", b"unkn")),
]


@settings(max_examples=60, deadline=None)
@given(place=st.sampled_from(PLACES), content=st.binary(max_size=90))
def test_nothing_beside_the_pixels_gets_through(place: tuple[str, Any], content: bytes) -> None:
    format, mark = place
    put: dict[str, Callable[[Any, bytes], bytes]]
    put = {"jpeg": with_segment, "png": with_png_chunk, "webp": with_webp_chunk}
    sent = strip(put[format](mark, SECRET + content))
    assert sent is not None
    assert SECRET not in sent.data
    options = {} if format == "png" else {"quality": 90}
    assert pixels(sent.data) == pixels(saved(colourful(), format, **options))


def test_how_colours_are_meant_is_kept_and_the_picture_in_the_note_is_not() -> None:
    rgb = saved(colourful(), "JPEG", quality=90, keep_rgb=True)
    sent = strip(rgb)
    assert sent is not None
    assert b"Adobe" in sent.data
    small = b"JFIF\0\1\2\1\0\x48\0\x48\1\1" + SECRET[:3]
    noted = strip(with_segment(0xE0, small))
    assert noted is not None
    assert noted.data.count(b"JFIF") == 2
    assert SECRET[:3] not in noted.data[:60]


def animated(format: str) -> bytes:
    return saved(marked(), format, save_all=True, append_images=[colourful(marked().size)])


def cgbi() -> bytes:
    """As Apple's tools pack pictures for telephones: a PNG by its name only."""
    return with_png_chunk(b"CgBI", b"\x50\0\x20\6")


OTHERS = {
    "turned": saved(marked(), "JPEG", exif=exif(6)),
    "wide colours": saved(marked(), "PNG", icc_profile=matrix_profile()),
    "broken profile": saved(marked(), "WEBP", icc_profile=b"broken"),
    "grey": saved(marked().convert("L"), "PNG"),
    "grey JPEG": saved(marked().convert("L"), "JPEG"),
    "palette": saved(marked().convert("P"), "PNG"),
    "CMYK": saved(marked().convert("CMYK"), "JPEG"),
    "alpha": saved(marked().convert("RGBA"), "PNG"),
    "one clear colour": saved(marked(), "PNG", transparency=(255, 0, 0)),
    "alpha in WebP": saved(with_alpha := Image.merge("RGBA", (*marked().split(), marked().getchannel(0))), "WEBP"),
    "alpha without loss": saved(with_alpha, "WEBP", lossless=True),
    "animated PNG": animated("PNG"),
    "animated WebP": animated("WEBP"),
    "other formats": saved(marked(), "TIFF"),
    "no real PNG": cgbi(),
    "arithmetic coding": with_segment(0xCC, b"\0\x10"),
    "two frames": with_segment(0xC0, saved(colourful(), "JPEG").partition(b"\xff\xc0\0\x11")[2][:15]),
}


@pytest.mark.parametrize("data", OTHERS.values(), ids=OTHERS.keys())
def test_what_has_to_be_decoded_first_is_left_alone(data: bytes) -> None:
    assert strip(data) is None


def test_sixteen_bits_are_left_alone() -> None:
    data = bytearray(saved(marked(), "PNG"))
    data[24] = 16
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    assert strip(bytes(data)) is None


@settings(max_examples=60, deadline=None)
@given(which=st.integers(0, len(KINDS) - 1), keep=st.floats(0, 0.99))
def test_a_file_that_is_cut_short_is_never_taken_for_whole(which: int, keep: float) -> None:
    format, options = KINDS[which]
    data = saved(colourful(), format, **options)
    with suppress(NotAPicture):
        assert strip(data[: int(len(data) * keep)]) is None


@settings(max_examples=60, deadline=None)
@given(place=st.floats(0, 1, exclude_max=True), value=st.integers(0, 255))
def test_damage_of_a_png_is_noticed(place: float, value: int) -> None:
    whole = saved(colourful(), "PNG")
    data = bytearray(whole)
    data[int(place * len(data))] = value
    with suppress(NotAPicture, TooLarge):
        sent = strip(bytes(data))
        assert sent is None or pixels(sent.data) == pixels(whole)


@settings(max_examples=100, deadline=None)
@given(which=st.integers(0, len(KINDS) - 1), places=st.lists(st.tuples(st.integers(0, 700), st.integers(0, 255))))
def test_no_damage_makes_it_fail_in_another_way(which: int, places: list[tuple[int, int]]) -> None:
    format, options = KINDS[which]
    data = bytearray(saved(colourful(), format, **options))
    for place, value in places:
        data[place % len(data)] = value
    with suppress(NotAPicture, TooLarge):
        strip(bytes(data))
