"""Files out: formats, profiles, thumbnails, and what a provider gets."""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from flux_desktop.core.edit import EncodedImage
from flux_desktop.core.errors import InputError, NotAPicture, TooLarge
from flux_desktop.imaging import encoding
from flux_desktop.imaging.colour import from_srgb, srgb_profile, to_srgb
from flux_desktop.imaging.encoding import FORMATS, encode, for_upload, format_of, thumbnail
from flux_desktop.imaging.metadata import personal
from flux_desktop.imaging.opening import decode, open_bytes, probe, verify
from flux_desktop.imaging.reading import Source, read_header
from tests.imaging.pictures import (
    DATA,
    cmyk_profile,
    colourful,
    exif,
    is_upright,
    marked,
    matrix_profile,
    pixel,
    saved,
    turned,
    with_location,
)


def noise(size: tuple[int, int], mode: str = "RGB") -> Image.Image:
    values = np.random.default_rng(3).integers(0, 256, (size[1], size[0], len(mode)), dtype=np.uint8)
    return Image.fromarray(values)


def clear(image: Image.Image) -> Image.Image:
    """`image` with an alpha that grows from top to bottom."""
    image = image.convert("RGB")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    return image


def difference(one: Image.Image, other: Image.Image) -> float:
    return float(np.abs(np.asarray(one).astype(int) - np.asarray(other).astype(int)).mean())


def icc_of(data: bytes) -> bytes:
    return read_header(Source(data, "", 200)).icc


# Export


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_holds_the_picture_and_says_srgb(format: str) -> None:
    data = encode(colourful(), format)
    header = verify(data)
    assert (header.media_type, header.width, header.height) == (FORMATS[format].media_type, 128, 128)
    assert difference(decode(data), colourful()) < (2 if FORMATS[format].has_quality else 1e-9)
    assert icc_of(data) == srgb_profile()
    assert encode(colourful(), format) == data


@pytest.mark.parametrize("format", FORMATS)
def test_alpha_is_kept_or_laid_over_white(format: str) -> None:
    seen = decode(encode(clear(marked()), format))
    assert seen.mode == ("RGBA" if FORMATS[format].has_alpha else "RGB")
    if FORMATS[format].has_alpha:
        assert difference(seen.getchannel("A"), clear(marked()).getchannel("A")) < 1
    else:
        assert min(pixel(seen, (12, 0))) > 240


def test_colours_under_full_transparency_survive_webp() -> None:
    image = marked().convert("RGBA")
    image.putalpha(0)
    seen = decode(encode(image, "webp", quality=100))
    assert difference(seen.convert("RGB"), marked()) < 5


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("transparent", [False, True])
def test_the_profile_of_the_original_comes_back(format: str, transparent: bool) -> None:
    image = clear(colourful()) if transparent and FORMATS[format].has_alpha else colourful()
    profile = matrix_profile()
    data = encode(image, format, icc=profile)
    assert icc_of(data) == profile
    assert difference(decode(data), image) < 2.5


@pytest.mark.parametrize("format", FORMATS)
def test_cmyk_comes_back_where_the_format_can_hold_it(format: str) -> None:
    data = encode(marked(), format, icc=cmyk_profile())
    assert icc_of(data) == (cmyk_profile() if FORMATS[format].cmyk else srgb_profile())
    assert pixel(decode(data), (60, 32)) == pytest.approx(through((128, 128, 128), FORMATS[format].cmyk), abs=4)


def through(colour: tuple[int, int, int], through_ink: bool) -> tuple[int, ...]:
    if not through_ink:
        return colour
    ink = from_srgb(Image.new("RGB", (1, 1), colour), cmyk_profile()).image
    return pixel(to_srgb(ink, cmyk_profile()).image, (0, 0))


def test_a_broken_profile_falls_back_to_srgb() -> None:
    assert icc_of(encode(marked(), "png", icc=b"broken")) == srgb_profile()


def test_quality_counts_and_fine_jpegs_keep_their_colour() -> None:
    for format in ("jpeg", "webp", "avif"):
        assert len(encode(noise((64, 64)), format, quality=30)) < len(encode(noise((64, 64)), format, quality=95))
    sampling = {at: JpegImageFile(BytesIO(encode(marked(), "jpeg", quality=at))).layer[0][1:3] for at in (89, 90)}
    assert sampling == {89: (2, 2), 90: (1, 1)}


@pytest.mark.parametrize("has_room", [True, False])
def test_a_big_jpeg_goes_by_way_of_the_disk_where_there_is_room(
    has_room: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    image, kinds = noise((200, 100)), list[type]()
    small = encode(image, "jpeg")

    def save(self: Image.Image, file: Any, **options: Any) -> None:
        kinds.append(type(file))
        whole(self, file, **options)

    whole = Image.Image.save
    monkeypatch.setattr(Image.Image, "save", save)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path if has_room else tmp_path / "missing"))
    monkeypatch.setattr(encoding, "_BIG", 200 * 100)
    assert encode(image, "jpeg") == small
    assert [issubclass(kind, BytesIO) for kind in kinds] == [not has_room]
    assert not list(tmp_path.iterdir())


def test_a_side_longer_than_the_format_can_say() -> None:
    with pytest.raises(TooLarge, match="WebP cannot hold 16384 × 1 pixels: 16383 a side") as caught:
        encode(Image.new("RGB", (16384, 1)), "webp")
    assert caught.value.hint == "Choose PNG or TIFF."
    assert probe(encode(Image.new("RGB", (16384, 1)), "png")).width == 16384


def test_nothing_of_an_images_own_metadata_is_written() -> None:
    image = marked()
    image.info["comment"] = b"secret"
    image.info["xmp"] = b"secret"
    for format in FORMATS:
        assert b"secret" not in encode(image, format)


@pytest.mark.parametrize(
    ("path", "format"),
    [("a.PNG", "png"), ("b.jpeg", "jpeg"), ("c.d.tif", "tiff"), ("x/y.webp", "webp"), ("e.avif", "avif")],
)
def test_the_suffix_decides(path: str, format: str) -> None:
    assert format_of(path) == format_of(Path(path)) == format


@pytest.mark.parametrize("path", ["a", "a.psd", "a.png.", ".png"])
def test_an_unknown_suffix_names_the_known_ones(path: str) -> None:
    with pytest.raises(InputError) as caught:
        format_of(path)
    assert ".png, .jpg, .webp, .avif, .tif" in caught.value.hint


# Thumbnails


@pytest.mark.parametrize("size", [(1000, 500), (500, 1000), (100, 50), (3000, 2)])
def test_a_thumbnail_fits_and_is_never_enlarged(size: tuple[int, int]) -> None:
    small = probe(thumbnail(colourful(size), 256))
    assert max(small.width, small.height) == min(256, max(size))
    assert small.media_type == "image/jpeg"


def test_a_thumbnail_keeps_alpha() -> None:
    small = open_bytes(thumbnail(clear(colourful((600, 600))), 256))
    assert (small.media_type, small.image.mode) == ("image/webp", "RGBA")


# What a provider gets


def photo(orientation: int = 1, size: tuple[int, int] | None = None) -> EncodedImage:
    image = turned(orientation) if size is None else noise(size)
    block = with_location(exif(orientation, x010f="Maker", x0132="2026:01:02 03:04:05"))
    return probe(saved(image, "JPEG", quality=95, subsampling=0, exif=block, comment=b"a comment"))


def test_a_small_photo_is_sent_without_loss_and_without_metadata() -> None:
    source = photo(6)
    assert personal(source.data) == ("location", "camera", "date", "comment", "EXIF")
    sent = for_upload(source, max_bytes=10**6)
    assert sent.image.media_type == "image/png"
    assert is_upright(decode(sent.image.data))
    assert difference(decode(sent.image.data), decode(source.data)) == 0
    assert (personal(sent.image.data), icc_of(sent.image.data)) == ((), b"")
    assert b"Maker" not in sent.image.data
    assert sent.changes == (
        "Sent as PNG, without further loss.",
        "Removed before sending: location, camera, date, comment, EXIF.",
    )


def test_a_large_photo_is_sent_as_fine_jpeg() -> None:
    sent = for_upload(photo(6, size=(300, 200)), max_bytes=10**6, lossless_megapixels=0.05)
    assert (sent.image.media_type, sent.image.width, sent.image.height) == ("image/jpeg", 200, 300)
    assert "Sent as JPEG, quality 95." in sent.changes
    assert (personal(sent.image.data), icc_of(sent.image.data)) == ((), b"")
    assert b"Exif" not in sent.image.data


@pytest.mark.parametrize("lossless_megapixels", [4.0, 0.05])
def test_an_upright_photo_goes_out_as_its_own_bytes_without_metadata(lossless_megapixels: float) -> None:
    source = photo(size=(300, 200))
    sent = for_upload(source, max_bytes=10**6, lossless_megapixels=lossless_megapixels)
    assert sent.image.media_type == "image/jpeg"
    assert difference(decode(sent.image.data), decode(source.data)) == 0
    assert sent.changes == ("Removed before sending: location, camera, date, comment, EXIF.",)
    assert len(source.data) - 1000 < len(sent.image.data) < len(source.data)


def test_a_large_png_is_not_sent_as_it_is() -> None:
    sent = for_upload(probe(saved(noise((300, 200)), "PNG")), max_bytes=10**6, lossless_megapixels=0.05)
    assert sent.image.media_type == "image/jpeg"


def test_a_host_gets_only_the_kinds_that_it_takes() -> None:
    kinds = ("image/png", "image/jpeg")
    clean = for_upload(probe(saved(colourful(), "WEBP")), max_bytes=10**6, kinds=kinds)
    assert clean.image.media_type == "image/png"
    assert clean.changes == ("Sent as PNG, without further loss.",)
    source = probe(saved(clear(noise((400, 400))), "PNG"))
    small = for_upload(source, max_bytes=50_000, kinds=kinds).image
    assert (small.media_type, decode(small.data).mode) == ("image/png", "RGBA")
    assert 25_000 < len(small.data) <= 50_000


def test_a_clean_png_is_not_changed_in_any_way_worth_a_word() -> None:
    assert for_upload(probe(saved(marked(), "PNG")), max_bytes=10**6).changes == ()


def test_wide_colours_are_converted_and_it_is_said() -> None:
    source = probe(saved(colourful(), "PNG", icc_profile=matrix_profile(name="Test P3")))
    sent = for_upload(source, max_bytes=10**6)
    assert sent.changes == ("The colours were converted from Test P3 to sRGB.",)
    assert difference(decode(sent.image.data), decode(source.data)) == 0


def test_what_opening_changed_is_said_too() -> None:
    source = probe(saved(marked().convert("CMYK"), "TIFF"))
    assert "CMYK" in for_upload(source, max_bytes=10**6).changes[0]


def test_heic_is_sent_as_something_that_hosts_read() -> None:
    assert for_upload(probe((DATA / "upright.heic").read_bytes()), max_bytes=10**6).image.media_type == "image/png"


@pytest.mark.parametrize("max_bytes", [150_000, 60_000, 9_000, 1_500])
def test_too_many_bytes_first_cost_quality_then_pixels(max_bytes: int) -> None:
    source = probe(saved(noise((300, 200)), "PNG", compress_level=1))
    sent = for_upload(source, max_bytes=max_bytes).image
    assert len(sent.data) <= max_bytes
    assert sent.media_type == "image/jpeg"
    assert sent.width / sent.height == pytest.approx(1.5, rel=0.1)
    assert len(sent.data) > max_bytes * (0.5 if max_bytes < 150_000 else 0.0), "smaller than it has to be"
    assert (sent.width == 300) == (max_bytes == 150_000)


def test_scaling_is_said_with_its_reason() -> None:
    source = probe(saved(noise((1500, 1000)), "PNG", compress_level=1))
    sent = for_upload(source, max_bytes=2**20)
    width, height = sent.image.width, sent.image.height
    assert f"Scaled from 1500×1000 to {width}×{height} so that it stays under 1 MB." in sent.changes


def test_transparency_is_kept_whatever_it_costs() -> None:
    source = probe(saved(clear(noise((400, 400))), "PNG", compress_level=1))
    small = for_upload(source, max_bytes=50_000, lossless_megapixels=0.01)
    large = for_upload(source, max_bytes=10**6, lossless_megapixels=0.01)
    assert (small.image.media_type, large.image.media_type) == ("image/webp", "image/png")
    assert decode(small.image.data).mode == decode(large.image.data).mode == "RGBA"
    assert len(small.image.data) <= 50_000


def test_what_cannot_fit_is_an_error_and_so_is_damage() -> None:
    with pytest.raises(TooLarge, match="cannot be made small enough"):
        for_upload(probe(saved(marked(), "PNG")), max_bytes=20)
    whole = saved(noise((60, 60)), "PNG")
    with pytest.raises(NotAPicture):
        for_upload(EncodedImage(whole[: len(whole) // 2], "image/png", 60, 60), max_bytes=10**6)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 90), st.integers(1, 90), st.integers(1_000, 30_000), st.booleans())
def test_an_upload_always_fits_and_opens(width: int, height: int, max_bytes: int, transparent: bool) -> None:
    image = noise((width, height), "RGBA" if transparent else "RGB")
    sent = for_upload(probe(saved(image, "PNG")), max_bytes=max_bytes).image
    assert len(sent.data) <= max_bytes
    assert (verify(sent.data).width, verify(sent.data).height) == (sent.width, sent.height)
