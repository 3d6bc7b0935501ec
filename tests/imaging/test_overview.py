"""Big pictures are let in by a small view: all of the file is checked, and the whole is never in memory."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from flux_desktop.core.errors import NotAPicture, TooLarge
from flux_desktop.imaging import strips
from flux_desktop.imaging.opening import open_bytes, overview, reduced
from tests.imaging.files import encoded, png_16
from tests.imaging.masters import noise, profile
from tests.imaging.pictures import TURNED, colourful, exif, saved

SIZE = (600, 400)
SIDE = 100


@pytest.fixture(autouse=True)
def big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strips, "BIG", 200_000)


@pytest.mark.parametrize("kind", ["image/jpeg", "image/png", "image/tiff"])
def test_a_big_picture_is_let_in_by_a_small_view(kind: str) -> None:
    data = encoded(kind, colourful(SIZE))
    picture, size = overview(data, SIDE, name="big")
    assert size == SIZE
    assert SIDE <= max(picture.image.size) < 300
    meant = colourful(SIZE).resize(picture.image.size, Image.Resampling.BOX)
    assert np.abs(np.asarray(picture.image).astype(int) - np.asarray(meant)).max() < 12
    whole = open_bytes(data, name="big")
    assert (picture.media_type, picture.name, picture.notes) == (whole.media_type, whole.name, whole.notes)


@pytest.mark.parametrize("kind", ["image/webp", "image/gif"])
def test_a_kind_that_is_read_whole_is_seen_whole(kind: str) -> None:
    picture, size = overview(encoded(kind, colourful(SIZE)), SIDE)
    assert picture.image.size == size == SIZE


def test_a_small_picture_is_read_whole() -> None:
    picture, size = overview(encoded("image/png", colourful((300, 200))), SIDE)
    assert picture.image.size == size == (300, 200)


@pytest.mark.parametrize("orientation", TURNED)
@pytest.mark.parametrize("format", ["JPEG", "PNG"])
def test_the_view_stands_upright(orientation: int, format: str) -> None:
    data = saved(colourful(SIZE), format, exif=exif(orientation))
    whole = open_bytes(data).image
    picture, size = overview(data, SIDE)
    assert size == whole.size
    meant = whole.resize(picture.image.size, Image.Resampling.BOX)
    assert np.abs(np.asarray(picture.image).astype(int) - np.asarray(meant)).max() < 12


def test_the_user_is_told_what_a_whole_picture_would_tell() -> None:
    deep = png_16(noise(SIZE, 3), 2)
    assert overview(deep, SIDE)[0].notes == open_bytes(deep).notes != ()
    ink = encoded("image/jpeg", colourful(SIZE).convert("CMYK"))
    assert overview(ink, SIDE)[0].notes == open_bytes(ink).notes != ()


def test_colours_are_converted() -> None:
    data = encoded("image/png", colourful(SIZE), icc_profile=profile("Display P3"))
    seen, whole = reduced(data, SIDE), open_bytes(data).image
    meant = whole.resize(seen.size, Image.Resampling.BOX)
    assert np.abs(np.asarray(seen).astype(int) - np.asarray(meant)).max() < 12


@pytest.mark.parametrize("kind", ["image/jpeg", "image/png", "image/tiff"])
def test_a_big_file_that_is_cut_short_is_not_let_in(kind: str) -> None:
    data = encoded(kind, colourful(SIZE))
    with pytest.raises(NotAPicture, match="big"):
        overview(data[: len(data) * 4 // 5], SIDE, name="big")


def test_what_is_too_large_is_not_let_in() -> None:
    with pytest.raises(TooLarge):
        overview(encoded("image/png", colourful(SIZE)), SIDE, max_megapixels=0.1)


def test_alpha_that_is_full_everywhere_is_none() -> None:
    image = colourful(SIZE).convert("RGBA")
    assert overview(encoded("image/png", image), SIDE)[0].image.mode == "RGB"
    image.putalpha(Image.radial_gradient("L").resize(SIZE))
    assert overview(encoded("image/png", image), SIDE)[0].image.mode == "RGBA"
