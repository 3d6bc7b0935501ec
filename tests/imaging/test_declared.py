"""What files say of their own size, in pixels and in bytes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from flux_desktop.core.errors import NotAPicture
from flux_desktop.imaging.declared import cut_short, size_before_reading
from flux_desktop.imaging.opening import verify
from tests.imaging.files import FORMATS, encoded
from tests.imaging.pictures import DATA, marked, saved

KINDS: dict[str, dict[str, Any]] = {
    "with loss": {"quality": 50},
    "without loss": {"lossless": True},
    "with alpha": {"quality": 50},
    "extended": {"quality": 50, "xmp": b"<x:xmpmeta/>"},
    "animated": {"quality": 50, "save_all": True},
}


@given(st.sampled_from(sorted(KINDS)), st.integers(1, 300), st.integers(1, 300))
@settings(deadline=None, max_examples=40)
def test_the_size_of_a_webp_is_known_before_it_is_read(kind: str, width: int, height: int) -> None:
    image = Image.new(
        "RGBA" if kind == "with alpha" else "RGB", (width, height), (200, 100, 50, 128)[: 3 + ("alpha" in kind)]
    )
    more = {"append_images": [Image.new("RGB", (width, height))]} if kind == "animated" else {}
    data = saved(image, "WEBP", **KINDS[kind], **more)
    assert size_before_reading(data, "image/webp") == (width, height)


def test_the_largest_webp_is_not_taken_for_a_small_one() -> None:
    assert size_before_reading(saved(Image.new("RGB", (16383, 1)), "WEBP"), "image/webp") == (16383, 1)
    assert size_before_reading(b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff", "image/webp") == (
        2**24, 2**24,
    )  # fmt: skip


@pytest.mark.parametrize("end", range(31))
def test_a_webp_that_ends_in_its_header_breaks_nothing(end: int) -> None:
    for kind in ("with loss", "without loss", "extended"):
        part = saved(marked(), "WEBP", **KINDS[kind])[:end]
        declared = size_before_reading(part, "image/webp")
        assert declared is None or min(declared) >= 0


@pytest.mark.parametrize("media_type", sorted(FORMATS.keys() - {"image/webp"}))
def test_other_kinds_are_left_to_their_readers(media_type: str) -> None:
    assert size_before_reading(encoded(media_type), media_type) is None


@pytest.mark.parametrize("media_type", [*FORMATS, "image/heic"])
def test_a_whole_file_is_whole_and_the_first_half_is_not(media_type: str) -> None:
    whole = (DATA / "upright.heic").read_bytes() if media_type == "image/heic" else encoded(media_type)
    assert not cut_short(whole, media_type)
    for part in (0.95, 0.5, 0.2):
        assert cut_short(whole[: int(part * len(whole))], media_type)


@pytest.mark.parametrize("media_type", ["image/jpeg", "image/png", "image/gif"])
def test_a_few_bytes_behind_the_end_do_not_matter(media_type: str) -> None:
    assert not cut_short(encoded(media_type) + bytes(12), media_type)


def test_a_tiff_is_cut_where_its_directory_or_a_strip_is_missing() -> None:
    whole = encoded("image/tiff", compression=None)
    assert not cut_short(whole, "image/tiff")
    assert cut_short(whole[:-40], "image/tiff")
    assert cut_short(whole[:20], "image/tiff")


def test_a_big_tiff_is_cut_where_its_directory_is_missing() -> None:
    whole = encoded("image/tiff", big_tiff=True, compression=None)
    assert whole[2] == ord("+")
    assert not cut_short(whole, "image/tiff")
    assert cut_short(whole[:14], "image/tiff")
    with pytest.raises(NotAPicture, match="is damaged"):
        verify(whole[:-40])


@given(st.sampled_from([*FORMATS, "image/heic"]), st.binary(max_size=80))
def test_any_bytes_get_an_answer(media_type: str, noise: bytes) -> None:
    assert cut_short(noise, media_type) in (True, False)
    size_before_reading(noise, media_type)
