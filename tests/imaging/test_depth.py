"""16 and 32 bits and floating point, reduced to 8 bits by rounding."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PIL import Image

from flux_desktop.imaging.master import open_master
from flux_desktop.imaging.opening import decode, open_bytes, reduced
from tests.imaging.files import png_16, tiff
from tests.imaging.pictures import pixel, saved

KEPT = "The picture has 16 bits a channel. They are kept; what is shown and sent has 8."


def wide_values() -> np.ndarray[Any, Any]:
    return np.random.default_rng(7).integers(0, 65536, (40, 33, 4)).astype(np.uint32)


@pytest.mark.parametrize(("colour_type", "channels"), [(2, 3), (6, 4)])
def test_16_bit_png_is_rounded_and_said(colour_type: int, channels: int) -> None:
    values = wide_values()[:, :, :channels]
    picture = open_bytes(png_16(values, colour_type))
    assert np.array_equal(np.asarray(picture.image), np.rint(values / 257).astype(np.uint8))
    assert picture.notes == (KEPT,)


def test_16_bit_grey_png_is_rounded() -> None:
    values = wide_values()[:, :, :1]
    picture = open_bytes(png_16(values, 0))
    assert np.array_equal(np.asarray(picture.image)[:, :, 0], np.rint(values[:, :, 0] / 257).astype(np.uint8))
    assert picture.notes == (KEPT,)


@pytest.mark.parametrize("channels", [1, 3])
def test_a_colour_of_16_bits_that_is_transparent_is_so_everywhere(channels: int) -> None:
    """All 16 bits count. What is shown, a thumbnail and what is edited say the same."""
    values = wide_values()[:, :, :channels]
    clear = (40000, 1000, 30000)[:channels]
    values[5:20], values[20:30] = clear, np.add(clear, (0, 0, 1)[-channels:])
    file = png_16(values, 2 if channels == 3 else 0, clear)
    meant = np.where((values == clear).all(axis=-1), 0, 255)
    assert 0 < (meant == 0).mean() < 0.5
    for image in (open_bytes(file).image, reduced(file, 100), open_master(file).srgb()):
        assert image.mode == "RGBA"
        assert np.array_equal(np.asarray(image.getchannel("A")), meant)
    assert decode(png_16(wide_values()[:, :, :channels], 2 if channels == 3 else 0, clear)).mode == "RGB"


@pytest.mark.parametrize("order", ["<", ">"])
def test_16_bit_tiff_is_rounded(order: str) -> None:
    values = wide_values()[:, :, :3]
    seen = decode(tiff(values.astype(f"{order}u2"), {}, order))
    assert np.array_equal(np.asarray(seen), np.rint(values / 257).astype(np.uint8))


def test_16_bits_that_cannot_be_kept_are_said_to_be_reduced() -> None:
    """Ink is shown, edited and exported in 8 bits."""
    picture = open_bytes(tiff(wide_values().astype("<u2"), {262: (3, 1, 5)}))
    assert picture.notes[0] == "16 bits a channel were reduced to 8."
    assert open_master(picture.data).depth == 8
    assert open_master(png_16(wide_values()[:, :, :3], 2)).depth == 16


@pytest.mark.parametrize("order", ["<", ">"])
def test_16_bit_grey_tiff_is_rounded(order: str) -> None:
    values = wide_values()[:, :, :1]
    seen = decode(tiff(values.astype(f"{order}u2"), {}, order))
    assert np.array_equal(np.asarray(seen)[:, :, 0], np.rint(values[:, :, 0] / 257).astype(np.uint8))


def test_16_bit_grey_tiff_may_count_down_to_white() -> None:
    seen = decode(tiff(np.array([[[0], [65535]]], "<u2"), {262: (3, 1, 0)}))
    assert [pixel(seen, (x, 0)) for x in (0, 1)] == [(255, 255, 255), (0, 0, 0)]


@pytest.mark.parametrize(
    ("values", "meant"),
    [
        ([0.0, 0.5, 1.0], [0, 128, 255]),
        ([0.0, 128.0, 255.0], [0, 128, 255]),
        ([0.0, 32896.0, 65535.0], [0, 128, 255]),
        ([-1000.0, 0.0, 1000.0], [0, 128, 255]),
        ([float("nan"), 0.5, float("inf")], [0, 128, 255]),
    ],
)
def test_floating_point_tiff_is_scaled_sensibly(values: list[float], meant: list[int]) -> None:
    data = saved(Image.fromarray(np.array([values], np.float32)), "TIFF")
    picture = open_bytes(data)
    grey = [pixel(picture.image, (x, 0))[0] for x in range(3)]
    assert all(abs(seen - value) <= 1 for seen, value in zip(grey, meant, strict=True)), grey
    assert "Floating-point values were reduced to 8 bits" in picture.notes[0]


@pytest.mark.parametrize(("top", "middle"), [(255, 128), (65535, 32896), (2**31 - 1, 2**30)])
def test_32_bit_tiff_is_scaled_sensibly(top: int, middle: int) -> None:
    picture = open_bytes(saved(Image.fromarray(np.array([[0, middle, top]], np.int32)), "TIFF"))
    assert [pixel(picture.image, (x, 0))[0] for x in range(3)] == [0, 128, 255]
