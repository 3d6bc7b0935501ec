"""What a file tells beside its pixels."""

from __future__ import annotations

from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from flux_desktop.imaging.metadata import personal
from tests.imaging.pictures import DATA, exif, marked, saved, with_location

XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"


def full() -> Image.Exif:
    block = with_location(exif(6, x010e="At home", x010f="Maker", x0132="2026:01:02", x013b="Ann", x8298="(c) Ann"))
    block.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0hello"
    return block


@pytest.mark.parametrize("format", ["JPEG", "WEBP", "AVIF"])
def test_exif_and_xmp_in_every_container(format: str) -> None:
    data = saved(marked(), format, exif=full(), xmp=XMP)
    assert personal(data) == (
        "location", "camera", "date", "author", "copyright", "description", "comment", "XMP", "EXIF",
    )  # fmt: skip


def test_tiff_tags() -> None:
    data = saved(marked(), "TIFF", tiffinfo={271: "Maker", 315: "Ann", 306: "2026:01:02 00:00:00", 700: XMP})
    assert personal(data) == ("camera", "date", "author", "XMP")


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF", "BMP"])
def test_a_clean_file_tells_nothing(format: str) -> None:
    assert personal(saved(marked(), format)) == ()


def test_heic() -> None:
    assert personal((DATA / "exif-only.heic").read_bytes()) == ("camera", "EXIF")
    assert personal((DATA / "upright.heic").read_bytes()) == ()


def test_texts_in_a_png_also_behind_the_pixels() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "Ann")
    info.add_itxt("XML:com.adobe.xmp", XMP.decode())
    info.add(b"tEXt", b"parameters\0a prompt", after_idat=True)
    info.add(b"tIME", b"\x07\xea\1\2\3\4\5")
    data = saved(marked(), "PNG", pnginfo=info, exif=exif(1, x010f="Maker"))
    assert personal(data) == ("camera", "date", "author", "XMP", "text", "EXIF")


@pytest.mark.parametrize(("format", "options"), [("JPEG", {"comment": b"hi"}), ("GIF", {"comment": b"hi"})])
def test_comments(format: str, options: dict[str, Any]) -> None:
    assert personal(saved(marked(), format, **options)) == ("comment",)


def test_iptc_in_a_jpeg() -> None:
    iptc = b"\x1c\x02\x50\0\x03Ann"
    block = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + len(iptc).to_bytes(4, "big") + iptc
    data = saved(marked(), "JPEG")
    segment = b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block
    assert personal(data[:2] + segment + data[2:]) == ("IPTC",)


def test_tags_without_content_do_not_count() -> None:
    block = exif(1, x010f="   ")
    block.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0   "
    block.get_ifd(0x8825)[0] = b"\2\2\0\0"
    assert personal(saved(marked(), "JPEG", exif=block)) == ("EXIF",)


def test_what_is_no_picture_tells_nothing() -> None:
    assert personal(b"hello") == ()
