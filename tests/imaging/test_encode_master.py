"""A picture in its own colours and its own depth, as a file of every format."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from flux_desktop.core.errors import TooLarge
from flux_desktop.imaging.colour import srgb_profile
from flux_desktop.imaging.containers import Notes
from flux_desktop.imaging.encoding import FORMATS, encode_master
from flux_desktop.imaging.joining import joined
from flux_desktop.imaging.master import Master, open_master
from tests.imaging.masters import noise, profile, values_of_png, values_of_tiff
from tests.imaging.pictures import cmyk_profile, grey_profile

READERS = {"png": values_of_png, "tiff": values_of_tiff}
ICC = {"L": grey_profile(1.8), "LA": grey_profile(1.8), "RGB": profile("ProPhoto"), "RGBA": profile("ProPhoto")}


def smooth(mode: str, depth: int) -> Master:
    values = np.linspace(30, 220, 64 * 48).reshape(48, 64)
    planes = np.stack([values, values[::-1], values[:, ::-1], values][: 4 if mode == "CMYK" else len(mode)], axis=-1)
    wide = np.rint(planes * 257).astype(np.uint16)
    return Master(wide if depth == 16 else (wide // 257).astype(np.uint8), mode, ICC.get(mode, cmyk_profile()))


def encoded(master: Master, format: str, notes: Notes | None = None) -> bytes:
    parts = encode_master(master, format, quality=95, notes=notes or Notes())
    assert parts is not None
    return joined(parts)


KINDS = [(format, mode, depth) for format in READERS for mode in ICC for depth in (8, 16)]


@pytest.mark.parametrize(("format", "mode", "depth"), KINDS)
def test_nothing_is_lost(format: str, mode: str, depth: int) -> None:
    master = Master(noise((300, 200), len(mode), depth), mode, ICC[mode])
    data = encoded(master, format, Notes(xmp=b"<x:xmpmeta/>"))
    assert np.array_equal(READERS[format](data), master.pixels)
    again = open_master(data)
    assert (again.mode, again.depth, again.icc) == (mode, depth, ICC[mode])
    assert np.array_equal(again.pixels, master.pixels)
    assert b"<x:xmpmeta/>" in data


def test_an_odd_number_of_bytes_before_the_directory_of_a_tiff() -> None:
    for side in range(1, 12):
        master = Master(noise((side, side), 1, 8), "L")
        assert np.array_equal(open_master(encoded(master, "tiff")).pixels, master.pixels)


@pytest.mark.parametrize("format", ["jpeg", "webp", "avif"])
@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_formats_of_8_bits_keep_the_colours_unconverted(format: str, mode: str, depth: int) -> None:
    master = smooth(mode, depth)
    data = encoded(master, format)
    with Image.open(BytesIO(data)) as image:
        assert image.info["icc_profile"] == ICC[mode]
        seen = np.asarray(image).astype(float)
    meant = master.pixels[..., :3] / (257 if depth == 16 else 1)
    if mode == "RGBA" and format == "jpeg":
        alpha = master.pixels[..., 3:] / (65535 if depth == 16 else 255)
        meant = meant * alpha + 255 * (1 - alpha)
    assert np.abs(seen[..., :3] - meant).mean() < 2


@pytest.mark.parametrize("format", ["png", "tiff", "jpeg"])
def test_the_pixels_are_not_copied_for_the_notes(format: str) -> None:
    parts = encode_master(Master(noise((300, 200), 3, 8), "RGB"), format, notes=Notes(xmp=b"<x:xmpmeta/>"))
    assert parts is not None
    large = max(parts, key=len)
    assert isinstance(large, memoryview)
    assert len(large) > 0.9 * len(joined(parts))


def test_grey_stays_grey_where_the_format_can() -> None:
    with Image.open(BytesIO(encoded(smooth("L", 16), "jpeg"))) as image:
        assert (image.mode, image.info["icc_profile"]) == ("L", ICC["L"])
    assert encode_master(smooth("L", 16), "webp") is None
    plain = Master(smooth("L", 8).pixels, "L")
    with Image.open(BytesIO(encoded(plain, "webp"))) as image:
        assert image.mode == "RGB"
        assert np.abs(np.asarray(image).astype(float) - plain.pixels).mean() < 2


@pytest.mark.parametrize("format", FORMATS)
def test_ink_stays_ink_where_the_format_can(format: str) -> None:
    master = smooth("CMYK", 8)
    parts = encode_master(master, format, quality=100)
    assert (parts is not None) == FORMATS[format].cmyk
    if parts is not None:
        again = open_master(joined(parts))
        assert (again.mode, again.icc) == ("CMYK", cmyk_profile())
        assert np.abs(again.pixels.astype(float) - master.pixels).mean() < (1 if format == "jpeg" else 1e-9)


@pytest.mark.parametrize("format", FORMATS)
def test_colours_without_a_profile_are_said_to_be_srgb(format: str) -> None:
    assert open_master(encoded(Master(noise((20, 10), 3, 8), "RGB"), format)).icc == srgb_profile()


def test_a_side_too_long_for_the_format() -> None:
    master = Master(np.zeros((1, 70_000, 3), np.uint8), "RGB")
    with pytest.raises(TooLarge, match="WebP"):
        encode_master(master, "webp")
    assert encode_master(master, "png")
