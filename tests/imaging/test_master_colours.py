"""The colours of a picture as its file holds them: into sRGB for the eye and for models, and back."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageCms

from flux_desktop.imaging.delta_e import delta_e_2000, lab_of
from flux_desktop.imaging.master import Master, open_master, written
from flux_desktop.imaging.region.mask import Box
from tests.imaging.masters import PROFILES, noise, profile
from tests.imaging.pictures import (
    cmyk_profile,
    colourful,
    grey_profile,
)


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("mode", ["L", "LA", "RGB", "RGBA"])
def test_without_a_profile_the_colours_are_srgb(mode: str, depth: int) -> None:
    master = Master(noise((20, 10), len(mode), depth), mode)
    meant = master.pixels if depth == 8 else np.rint(master.pixels / 257).astype(np.uint8)
    seen = np.asarray(master.srgb())
    assert np.array_equal(seen[..., :3], np.broadcast_to(meant[..., : len(mode.removesuffix("A"))], (10, 20, 3)))
    assert not master.has_alpha or np.array_equal(seen[..., 3], meant[..., -1])


def test_a_part_is_that_part() -> None:
    master = Master(noise((40, 30), 3), "RGB", profile("Adobe RGB"))
    whole = np.asarray(master.srgb())
    assert np.array_equal(np.asarray(master.srgb(Box(5, 6, 17, 28))), whole[6:28, 5:17])
    assert np.array_equal(np.asarray(master.srgb(Box(-9, 20, 17, 99))), whole[20:, :17])


def test_a_glimpse_is_every_so_many_pixels_of_it() -> None:
    master = Master(noise((100, 30), 4), "RGBA", profile("Adobe RGB"))
    assert np.array_equal(np.asarray(master.glimpse(25)), np.asarray(master.srgb())[::4, ::4])
    assert np.array_equal(np.asarray(master.glimpse(101)), np.asarray(master.srgb()))


@pytest.mark.parametrize("name", sorted(PROFILES))
@pytest.mark.parametrize("depth", [8, 16])
def test_colours_are_converted_as_little_cms_does_it(name: str, depth: int) -> None:
    """With floating point throughout, by the same profile."""
    master = Master(np.asarray(colourful()).astype(np.uint16 if depth == 16 else np.uint8), "RGB", profile(name))
    if depth == 16:
        master = Master(master.pixels * 257, "RGB", profile(name))
    meant = ImageCms.profileToProfile(
        colourful(),
        ImageCms.ImageCmsProfile(BytesIO(profile(name))),
        ImageCms.createProfile("sRGB"),
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert meant is not None
    assert np.abs(np.asarray(master.srgb()).astype(int) - np.asarray(meant)).max() <= 1


@pytest.mark.parametrize("name", sorted(PROFILES))
@pytest.mark.parametrize(("depth", "most"), [(16, 0.02), (8, 3)])
def test_colours_of_srgb_come_back_from_the_profile(name: str, depth: int, most: float) -> None:
    """Through the bare numbers of the profile, not by the code that is tested; dark ones too."""
    light = np.random.default_rng(2).uniform(0, 255, (30, 40, 3)).astype(np.float32)
    colours = np.concatenate([light, light / 16, np.full((1, 40, 3), 255, np.float32)])
    made = Master(noise((4, 4), 3, depth), "RGB", profile(name)).from_srgb(colours)
    assert made.dtype == (np.uint16 if depth == 16 else np.uint8)
    primaries, gamma = PROFILES[name]
    d50 = (made / np.iinfo(made.dtype).max) ** (round(gamma * 256) / 256) @ np.array(primaries)
    srgb_d50 = np.array([[0.43604, 0.22249, 0.01392], [0.38512, 0.71690, 0.09706], [0.14305, 0.06061, 0.71391]])
    linear = np.clip(d50 @ np.linalg.inv(srgb_d50), 0, 1)
    back = 255 * np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    assert delta_e_2000(lab_of(colours.astype(np.float64)), lab_of(back)).max() <= most


@pytest.mark.parametrize("depth", [8, 16])
def test_without_a_profile_nothing_is_converted(depth: int) -> None:
    colours = np.random.default_rng(3).uniform(-3, 258, (20, 30, 3)).astype(np.float32)
    most = 65535 if depth == 16 else 255
    made = Master(noise((4, 4), 4, depth), "RGBA").from_srgb(colours)
    assert np.abs(made - np.clip(colours, 0, 255) * (most / 255)).max() <= 0.51


def test_inks_come_as_near_as_the_profile_can() -> None:
    """The printer of the tests prints grey alone."""
    grey = np.repeat(np.linspace(60, 250, 40, dtype=np.float32).reshape(4, 10, 1), 3, axis=2)
    master = Master(noise((4, 4), 4, 8), "CMYK", cmyk_profile())
    made = master.from_srgb(grey)
    assert made.shape == (4, 10, 4)
    back = np.asarray(Master(made, "CMYK", cmyk_profile()).srgb())
    assert delta_e_2000(lab_of(grey), lab_of(back)).max() < 2
    assert Master(noise((4, 4), 4, 8), "CMYK").from_srgb(grey).shape == (4, 10, 4)


@pytest.mark.parametrize("icc", [b"", grey_profile(1.0), grey_profile(1.8)])
@pytest.mark.parametrize("depth", [8, 16])
def test_grey_takes_the_light_of_a_colour(icc: bytes, depth: int) -> None:
    master = Master(noise((4, 4), 2, depth), "LA", icc)
    grey = np.repeat(np.linspace(0, 255, 40, dtype=np.float32).reshape(4, 10, 1), 3, axis=2)
    made = master.from_srgb(grey)
    assert made.shape == (4, 10, 1)
    back = np.asarray(Master(made, "L", icc).srgb()).astype(np.float32)
    assert np.abs(back - grey).max() <= (1 if depth == 16 or icc != grey_profile(1.0) else 13)
    green = master.from_srgb(np.array([[[0, 255, 0]]], np.float32))
    blue = master.from_srgb(np.array([[[0, 0, 255]]], np.float32))
    assert green[0, 0, 0] > 2 * blue[0, 0, 0]


@pytest.mark.parametrize("icc", [b"", grey_profile(1.8)])
def test_grey_makes_room_for_colour_alone(icc: bytes) -> None:
    master = Master(noise((40, 30), 2), "LA", icc)
    tinted = Image.fromarray(np.asarray(master.srgb().convert("RGB")) // 2 + np.array([20, 6, 0], np.uint8))
    assert master.with_room_for(tinted) is master
    sepia = Image.fromarray(np.asarray(master.srgb().convert("RGB")) // 2 + np.array([60, 40, 10], np.uint8))
    assert master.with_room_for(sepia).mode == "RGBA"
    coloured = master.with_room_for(colourful())
    assert coloured.mode == "RGBA"
    assert coloured.pixels.flags.c_contiguous
    assert np.array_equal(coloured.pixels, master.pixels[..., [0, 0, 0, 1]])
    assert np.abs(np.asarray(coloured.srgb()).astype(int) - np.asarray(master.srgb())).max() <= 1
    assert open_master(written(coloured)[0]).icc == coloured.icc
    assert coloured.with_room_for(colourful()) is coloured
