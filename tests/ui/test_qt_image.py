"""Pictures of Pillow as pictures of Qt."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtGui import QImage

from flux_desktop.ui.qt_image import has_alpha, strips, to_qimage


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 400_000), st.integers(1, 5000))
def test_strips_are_all_of_a_picture_and_begin_at_even_rows(width: int, height: int) -> None:
    rows = list(strips(width, height))
    assert rows[0][0] == 0
    assert rows[-1][1] == height
    assert all(above[1] == below[0] for above, below in pairwise(rows))
    assert all(top % 2 == 0 and bottom > top for top, bottom in rows)
    assert max(bottom - top for top, bottom in rows) * width <= max(1 << 18, 2 * width)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 40), st.integers(1, 40), st.data())
def test_opaque_pixels_are_the_same(width: int, height: int, data: st.DataObject) -> None:
    pixels = data.draw(st.binary(min_size=3 * width * height, max_size=3 * width * height))
    image = Image.frombytes("RGB", (width, height), pixels)
    made = to_qimage(image)
    assert made.format() is QImage.Format.Format_RGB32
    assert [made.pixelColor(x, y).getRgb() for x in range(width) for y in range(height)] == [
        (*rgb(image, x, y), 255) for x in range(width) for y in range(height)
    ]


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 20), st.integers(1, 20), st.data())
def test_transparent_pixels_are_stored_premultiplied(width: int, height: int, data: st.DataObject) -> None:
    pixels = data.draw(st.binary(min_size=4 * width * height, max_size=4 * width * height))
    image = Image.frombytes("RGBA", (width, height), pixels)
    made = to_qimage(image)
    assert made.format() is QImage.Format.Format_ARGB32_Premultiplied
    for x in range(width):
        for y in range(height):
            pixel = image.getpixel((x, y))
            assert isinstance(pixel, tuple)
            *colour, alpha = pixel
            word = made.pixel(x, y)
            assert word >> 24 == alpha
            stored = [word >> shift & 255 for shift in (16, 8, 0)]
            assert stored == pytest.approx([part * alpha / 255 for part in colour], abs=1)


@pytest.mark.parametrize(
    ("image", "colour"),
    [
        (Image.new("L", (3, 3), 77), (77, 77, 77, 255)),
        (Image.new("1", (3, 3), 1), (255, 255, 255, 255)),
        (Image.new("LA", (3, 3), (200, 0)), (0, 0, 0, 0)),
        (Image.new("RGB", (3, 3), (1, 2, 3)).quantize(), (1, 2, 3, 255)),
    ],
    ids=["grey", "bits", "transparent grey", "palette"],
)
def test_any_mode_becomes_what_is_painted(image: Image.Image, colour: tuple[int, ...]) -> None:
    assert to_qimage(image).pixelColor(1, 1).getRgb() == colour


def test_a_transparent_colour_of_a_palette_is_transparent() -> None:
    image = Image.new("P", (2, 2), 0)
    image.putpalette([255, 0, 0, 0, 255, 0])
    image.putpixel((1, 1), 1)
    image.info["transparency"] = 0
    assert has_alpha(image)
    made = to_qimage(image)
    assert made.pixelColor(0, 0).alpha() == 0
    assert made.pixelColor(1, 1).getRgb() == (0, 255, 0, 255)


def test_a_picture_of_many_strips_has_no_seams() -> None:
    width, height = 700, 800
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    assert len(list(strips(width, height))) > 2
    made = to_qimage(image)
    assert [made.pixelColor(9, y).red() for y in range(height)] == [rgb(image, 9, y)[0] for y in range(height)]


def test_what_qt_has_no_memory_for_is_refused() -> None:
    ribbon = Image.new("1", (70_000_000, 1))
    with pytest.raises(MemoryError, match="70000000 × 1 pixels"):
        to_qimage(ribbon)


def rgb(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    pixel = image.getpixel((x, y))
    assert isinstance(pixel, tuple)
    return tuple(int(part) for part in pixel)
