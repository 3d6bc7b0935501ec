"""Notes in and out of files: the pixels are the same bytes as before, and of a host's own notes nothing is left."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from flux_desktop.imaging import jpeg, png, webp
from flux_desktop.imaging.containers import NOTHING, PNG_KEYWORD, Notes, with_notes
from flux_desktop.imaging.opening import decode
from flux_desktop.imaging.texts import exif_block, png_texts, xmp_properties
from flux_desktop.imaging.xmp import EXTENSION, packet, sum_of
from tests.imaging.files import chunk, encoded
from tests.imaging.pictures import colourful, exif, is_upright, marked, matrix_profile, saved, turned, with_location

SECRET = b"Secret-Words"
TOOL = {"xmp:CreatorTool": ("Tool",)}
NOTES = Notes(xmp=packet(TOOL), exif=exif(1, x013b="Ann").tobytes().removeprefix(b"Exif\0\0"), text='{"prompt": "猫"}')
KINDS = ["image/png", "image/jpeg", "image/webp", "image/avif"]
MODES = ["RGB", "RGBA", "L"]


def pixel_bytes(data: bytes, kind: str) -> list[bytes]:
    """The parts of a file that hold pixels, as they lie there."""
    if kind == "image/png":
        return [part.data(data) for part in png.chunks(data) if part.type in (b"IHDR", b"PLTE", b"tRNS", b"IDAT")]
    if kind == "image/webp":
        return [content for type, content in webp.chunks(data) if type in (b"VP8 ", b"VP8L", b"ALPH")]
    if kind == "image/avif":
        return []  # notes lie among them, and are blanked there
    return [data[part.start : part.end] for part in jpeg.segments(data) if part.marker not in jpeg.NOTES]


def decoded(data: bytes) -> tuple[str, bytes]:
    with Image.open(BytesIO(data)) as image:
        return image.mode, image.tobytes()


def noted(data: bytes, kind: str, notes: Notes = NOTES) -> bytes:
    written = with_notes(data, kind, notes)
    assert written is not None
    return written


def full(kind: str, image: Image.Image) -> bytes:
    """A file with a profile, and with everything that a host may have written."""
    block = with_location(exif(1, x010f=SECRET.decode(), x8298=SECRET.decode()))
    more: dict[str, Any] = {"exif": block, "icc_profile": matrix_profile()}
    if kind == "image/png":
        info = PngImagePlugin.PngInfo()
        info.add_text("parameters", SECRET.decode())
        info.add_itxt("XML:com.adobe.xmp", f"<x:xmpmeta>{SECRET.decode()}</x:xmpmeta>", zip=True)
        more["pnginfo"] = info
    else:
        more |= {"xmp": b"<x:xmpmeta>" + SECRET, "comment": SECRET}
    if image.mode == "RGBA" and kind == "image/jpeg":
        image = image.convert("RGB")
    return encoded(kind, image, **more)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_pixels_are_the_same_bytes(kind: str, mode: str) -> None:
    image = colourful().convert(mode)
    if mode == "RGBA":
        image.putalpha(Image.linear_gradient("L").resize(image.size))
    data = full(kind, image)
    written = noted(data, kind)
    assert pixel_bytes(written, kind) == pixel_bytes(data, kind)
    assert decoded(written) == decoded(data)
    assert SECRET not in written
    with Image.open(BytesIO(written)) as seen:
        assert seen.info["icc_profile"] == matrix_profile(), "it says what the colours mean"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("bare", [True, False])
def test_the_notes_are_found_again(kind: str, bare: bool) -> None:
    written = noted(encoded(kind) if bare else full(kind, colourful()), kind)
    assert xmp_properties(written) == TOOL
    assert exif_block(written).removeprefix(b"Exif\0\0").startswith(NOTES.exif)
    with Image.open(BytesIO(written)) as seen:
        assert seen.getexif()[0x013B] == "Ann"
    if kind == "image/png":
        assert png_texts(written)[PNG_KEYWORD] == '{"prompt": "猫"}'


@pytest.mark.parametrize("kind", KINDS)
def test_twice_is_once(kind: str) -> None:
    written = noted(full(kind, colourful()), kind)
    assert noted(written, kind) == written
    assert len(noted(noted(written, kind, NOTHING), kind)) == len(written)


@pytest.mark.parametrize("kind", ["image/png", "image/jpeg", "image/webp"])
def test_nothing_is_nothing(kind: str) -> None:
    plain = encoded(kind)
    if kind == "image/webp":
        plain = webp.joined([part for part in webp.chunks(plain) if part[0] in (b"VP8 ", b"VP8L")])
    assert noted(noted(plain, kind), kind, NOTHING) == plain


@pytest.mark.parametrize("image", [colourful(), Image.new("RGBA", (40, 30), (200, 100, 50, 120))])
@pytest.mark.parametrize("lossless", [True, False])
def test_a_simple_webp_becomes_an_extended_one(image: Image.Image, lossless: bool) -> None:
    data = saved(image, "WEBP", lossless=lossless)
    written = noted(data, "image/webp")
    assert written[12:16] == b"VP8X"
    assert bool(written[20] & 0x10) is (image.mode == "RGBA")
    assert decoded(written) == decoded(data)


def test_an_animation_still_moves() -> None:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green")]
    for kind, format in (("image/webp", "WEBP"), ("image/png", "PNG")):
        with Image.open(
            BytesIO(noted(saved(frames[0], format, save_all=True, append_images=frames[1:]), kind))
        ) as seen:
            assert getattr(seen, "n_frames", 1) == 2


def test_a_jpeg_loses_its_thumbnail_and_what_follows_its_end() -> None:
    data = saved(colourful(), "JPEG")
    thumbnail = b"JFIF\0\1\1\0\0\1\0\1\1\1" + SECRET[:3]
    changed = data[:2] + jpeg.note(jpeg.APP0, thumbnail) + data[20:] + SECRET
    written = noted(changed, "image/jpeg")
    assert SECRET[:3] not in written
    assert decoded(written) == decoded(data)


def test_a_long_packet_is_spread_over_a_jpeg() -> None:
    long = packet({"flux:recipe": ("x" * 200_000,)})
    short = packet({**TOOL, EXTENSION: (sum_of(long),)})
    written = noted(saved(marked(), "JPEG"), "image/jpeg", Notes(xmp=short, xmp_extension=long))
    found = xmp_properties(written)
    assert found["flux:recipe"] == ("x" * 200_000,)
    assert found["xmp:CreatorTool"] == ("Tool",)
    damaged = written.replace(b"x" * 100, b"y" * 100, 1)
    assert "flux:recipe" not in xmp_properties(damaged)


def test_what_an_avif_had_is_blanked_and_not_only_forgotten() -> None:
    data = saved(colourful(), "AVIF", exif=exif(1, x010f=SECRET.decode()), xmp=b"<x:xmpmeta>" + SECRET)
    assert data.count(SECRET) == 2
    written = noted(data, "image/avif", NOTHING)
    assert SECRET not in written
    assert decoded(written) == decoded(data)
    assert not xmp_properties(written)


def test_a_turned_avif_stays_turned() -> None:
    data = saved(turned(6), "AVIF", exif=exif(6), quality=95, subsampling="4:4:4")
    assert is_upright(decode(noted(data, "image/avif", NOTHING)))


@given(st.sampled_from(KINDS), st.integers(0, 5000), st.binary(min_size=1, max_size=20))
def test_damage_ends_in_a_file_or_none(kind: str, at: int, noise: bytes) -> None:
    data = WHOLE[kind]
    at %= len(data)
    written = with_notes(data[:at] + noise + data[at + len(noise) :], kind, NOTES)
    assert written is None or len(written) > 100


WHOLE = {kind: full(kind, marked()) for kind in KINDS}

BROKEN = {
    "a PNG cut short": ("image/png", saved(marked(), "PNG")[:-5]),
    "a PNG without a header": ("image/png", png.SIGNATURE + chunk(b"IDAT", b"x") + chunk(b"IEND", b"")),
    "an empty PNG": ("image/png", png.SIGNATURE),
    "a JPEG cut short": ("image/jpeg", saved(marked(), "JPEG")[:-2]),
    "an empty JPEG": ("image/jpeg", b"\xff\xd8"),
    "a WebP cut short": ("image/webp", saved(marked(), "WEBP")[:-9]),
    "an empty WebP": ("image/webp", b"RIFF\4\0\0\0WEBP"),
    "a WebP without pixels": ("image/webp", webp.joined([(b"VP8X", bytes(10)), (b"XMP ", b"x")])),
    "an AVIF cut short": ("image/avif", saved(marked(), "AVIF")[:-9]),
    "an AVIF that moves": ("image/avif", saved(marked(), "AVIF", save_all=True, append_images=[turned(3)])),
    "an AVIF with more behind it": ("image/avif", saved(marked(), "AVIF") + b"more"),
    "an empty AVIF": ("image/avif", b"\0\0\0\x10ftypavif\0\0\0\0"),
    "a TIFF": ("image/tiff", saved(marked(), "TIFF")),
}


@pytest.mark.parametrize(("kind", "data"), BROKEN.values(), ids=BROKEN.keys())
def test_an_unusual_file_is_left_alone(kind: str, data: bytes) -> None:
    assert with_notes(data, kind, NOTES) is None


@pytest.mark.parametrize("length", [0, 5, 2**20 - 1, 2**20, 2**20 + 1, 3 * 2**20 - 1])
def test_the_end_of_the_pixels_is_found_wherever_it_lies(length: int) -> None:
    """They are searched in pieces, and the marker may lie across two."""
    scan = jpeg.note(jpeg.SOS, b"header") + (b"\xff\0\xff\xd0" * (length // 4 + 1))[:length].replace(b"\xff", b"\x01")
    file = bytes((0xFF, jpeg.SOI)) + scan + bytes((0xFF, jpeg.EOI))
    assert [(found.marker, found.end) for found in jpeg.segments(file)] == [
        (jpeg.SOS, len(file) - 2),
        (jpeg.EOI, len(file)),
    ]
