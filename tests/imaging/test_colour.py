"""Profiles: into sRGB and back within a level or two, by content and not by name, and never an error."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from flux_desktop.imaging.colour import from_srgb, profile_name, profile_of, srgb_profile, to_srgb, unless_srgb
from tests.imaging.pictures import (
    ADOBE,
    P3,
    cmyk_profile,
    colourful,
    grey_profile,
    marked,
    matrix_profile,
    pixel,
    saved,
)

Array = np.ndarray[Any, Any]

IGNORED = "The embedded colour profile cannot be used and was ignored."
SRGB = ((0.436066, 0.222488, 0.013916), (0.385147, 0.716873, 0.097076), (0.143066, 0.060608, 0.714096))


def by_arithmetic(pixels: Array, primaries: tuple[tuple[float, ...], ...], gamma: float) -> Array:
    """The same conversion to sRGB in floating point."""
    linear = (pixels / 255) ** gamma @ np.array(primaries) @ np.linalg.inv(np.array(SRGB))
    linear = np.clip(linear, 0, 1)
    encoded: Array = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return encoded * 255


def difference(one: Image.Image, other: Image.Image) -> Array:
    far: Array = np.abs(np.asarray(one).astype(int) - np.asarray(other).astype(int))
    return far


@pytest.mark.parametrize("primaries", [P3, ADOBE])
def test_a_matrix_profile_is_converted_as_by_arithmetic(primaries: tuple[tuple[float, ...], ...]) -> None:
    image = colourful()
    converted = to_srgb(image, matrix_profile(primaries))
    meant = by_arithmetic(np.asarray(image).astype(float), primaries, 2.2)
    assert np.abs(np.asarray(converted.image) - meant).max() < 1.6
    assert difference(converted.image, image).max() > 10
    assert (converted.icc, converted.note) == (b"", "")


@pytest.mark.parametrize(("primaries", "most"), [(P3, 2), (ADOBE, 4)])
def test_there_and_back_again(primaries: tuple[tuple[float, ...], ...], most: int) -> None:
    profile = matrix_profile(primaries)
    there = from_srgb(colourful(), profile)
    assert there.icc == profile
    lost = difference(to_srgb(there.image, profile).image, colourful())
    assert lost.max() <= most  # a level of a wide space is up to four of sRGB's where it is steep
    assert lost.mean() < 0.5


@settings(max_examples=25, deadline=None)
@given(st.tuples(*[st.integers(30, 225)] * 3), st.floats(1.6, 2.6))
def test_any_colour_survives_there_and_back_through_any_gamma(colour: tuple[int, int, int], gamma: float) -> None:
    profile = matrix_profile(SRGB, gamma)
    image = Image.new("RGB", (1, 1), colour)
    assert difference(to_srgb(from_srgb(image, profile).image, profile).image, image).max() <= 2


def test_alpha_is_kept_both_ways() -> None:
    image = colourful()
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    there = from_srgb(image, matrix_profile()).image
    back = to_srgb(there, matrix_profile()).image
    assert there.mode == back.mode == "RGBA"
    assert there.getchannel("A").tobytes() == back.getchannel("A").tobytes() == image.getchannel("A").tobytes()


def test_the_given_image_is_left_as_it_is() -> None:
    image = colourful()
    before = image.tobytes()
    to_srgb(image, matrix_profile())
    from_srgb(image, matrix_profile())
    assert image.tobytes() == before


def test_srgb_by_any_name_is_not_converted() -> None:
    for profile in (srgb_profile(), ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()):
        image = colourful()
        assert to_srgb(image, profile).image is image
        assert from_srgb(image, profile).image is image
        assert unless_srgb(profile) == b""
    assert unless_srgb(matrix_profile(name="sRGB")) != b""


def test_the_srgb_profile_is_the_same_every_time_and_valid() -> None:
    assert srgb_profile() == srgb_profile()
    assert ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))).strip()


@pytest.mark.parametrize("mode", ["L", "LA"])
def test_grey_with_a_grey_profile(mode: str) -> None:
    image = Image.new(mode, (2, 2), 128 if mode == "L" else (128, 7))
    seen = pixel(to_srgb(image, grey_profile(1.0)).image, (0, 0))
    assert seen == (188, 188, 188, 7)[: len(mode) + 2]


def test_grey_with_a_colour_profile() -> None:
    converted = to_srgb(Image.new("L", (2, 2), 128), matrix_profile(gamma=1.0))
    assert pixel(converted.image, (0, 0)) == (188, 188, 188)


def test_cmyk_through_its_profile() -> None:
    profile = cmyk_profile()
    paper, ink = (to_srgb(Image.new("CMYK", (1, 1), (0, 0, 0, black)), profile) for black in (0, 255))
    assert pixel(paper.image, (0, 0)) == (255, 255, 255)
    assert max(pixel(ink.image, (0, 0))) < 10
    assert paper.note == "CMYK was converted to sRGB."
    back = from_srgb(Image.new("RGBA", (1, 1), (0, 0, 0, 0)), profile)
    assert (back.image.mode, back.icc) == ("CMYK", profile)
    assert pixel(back.image, (0, 0))[3] == 0


def test_colours_do_not_go_back_into_a_grey_profile() -> None:
    converted = from_srgb(marked(), grey_profile())
    assert (converted.image.mode, converted.icc) == ("RGB", b"")


@pytest.mark.parametrize("icc", [b"x", b"no profile" * 50, matrix_profile()[:200], cmyk_profile(), grey_profile()])
def test_a_profile_that_cannot_be_used_is_ignored_and_said(icc: bytes) -> None:
    converted = to_srgb(marked(), icc)
    assert converted.image.tobytes() == marked().tobytes()
    assert converted.note == IGNORED
    assert from_srgb(marked(), matrix_profile()[:200]).image.tobytes() == marked().tobytes()


def test_cmyk_with_a_broken_profile_says_that_it_is_an_estimate() -> None:
    converted = to_srgb(Image.new("CMYK", (1, 1), (0, 0, 0, 255)), b"broken")
    assert pixel(converted.image, (0, 0)) == (0, 0, 0)
    assert "estimate" in converted.note


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 480), st.binary(min_size=1, max_size=30))
def test_no_profile_is_an_error(at: int, noise: bytes) -> None:
    whole = matrix_profile()
    broken = whole[:at] + noise + whole[at + len(noise) :]
    assert to_srgb(marked(), broken).image.mode == "RGB"
    assert from_srgb(marked(), broken).image.mode in ("RGB", "CMYK")
    unless_srgb(broken)
    profile_name(broken)


def test_the_profile_of_a_file() -> None:
    profile = matrix_profile()
    assert profile_of(saved(marked(), "PNG", icc_profile=profile)) == profile
    assert profile_of(saved(marked(), "JPEG", icc_profile=profile)) == profile
    assert profile_of(saved(marked(), "PNG", icc_profile=srgb_profile())) == b""
    assert profile_of(saved(marked(), "PNG")) == b""
    assert profile_of(saved(marked(), "PNG", icc_profile=b"broken")) == b""
    assert profile_of(b"no picture") == b""


def test_what_a_profile_is_called() -> None:
    assert profile_name(matrix_profile(name="Test P3")) == "Test P3"
    assert profile_name(b"broken") == ""
