"""PNG files for uploads: whole, without loss, small enough, the same every time."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from flux_desktop.imaging import png
from flux_desktop.imaging.opening import verify
from flux_desktop.imaging.png_writer import written
from tests.imaging.pictures import colourful, saved


def read(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 70), st.integers(1, 70), st.sampled_from(["RGB", "RGBA"]), st.integers(0, 2**32 - 1))
def test_every_pixel_comes_back(width: int, height: int, mode: str, seed: int) -> None:
    values = np.random.default_rng(seed).integers(0, 256, (height, width, len(mode)), dtype=np.uint8)
    image = Image.fromarray(values, mode)
    seen = read(written(image))
    assert (seen.mode, seen.size, seen.tobytes()) == (image.mode, image.size, image.tobytes())


def test_pieces_of_a_large_picture_fit_together() -> None:
    image = colourful((1500, 1100))
    ImageDraw.Draw(image).rectangle((300, 0, 900, 1000), fill="white")
    data = written(image)
    assert read(data).tobytes() == image.tobytes()
    assert verify(data).media_type == "image/png"
    assert data == written(image)


def test_there_is_nothing_but_pixels() -> None:
    image = colourful()
    image.info["comment"] = "secret"
    assert [chunk.type for chunk in png.chunks(written(image))] == [b"IHDR", b"IDAT", b"IEND"]


def drawing() -> Image.Image:
    image = Image.new("RGB", (600, 500), "white")
    for row in range(0, 500, 16):
        ImageDraw.Draw(image).text((4, row), "The quick brown fox jumps over the lazy dog", fill="black")
    return image


def photograph() -> Image.Image:
    noise = np.random.default_rng(5).normal(0, 4, (500, 600, 3))
    return Image.fromarray(np.clip(np.asarray(colourful((600, 500))) + noise, 0, 255).astype(np.uint8))


@pytest.mark.parametrize("image", [drawing(), photograph()], ids=["drawing", "photograph"])
def test_it_is_about_as_small_as_pillow_makes_it(image: Image.Image) -> None:
    assert len(written(image)) < 1.3 * len(saved(image, "PNG", compress_level=1))
