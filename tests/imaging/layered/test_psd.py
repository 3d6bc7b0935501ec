"""PSD, read by two other programs: Pillow and psd-tools see the same pixels, names, masks and profile."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from psd_tools import PSDImage
from psd_tools.constants import Resource

from flux_desktop.core.errors import TooLarge
from flux_desktop.imaging.colour import srgb_profile
from flux_desktop.imaging.layered.layers import Stack, laid_over
from flux_desktop.imaging.layered.psd import LONGEST, write_psd
from tests.imaging.layered.stacks import layer, noise, stack

SIDES = st.integers(1, 9) | st.sampled_from([127, 128, 129, 257])


def written(picture: Stack, tmp_path: Path) -> Path:
    path = tmp_path / "out.psd"
    write_psd(picture, path)
    return path


def same(one: Image.Image | None, other: Image.Image) -> bool:
    assert one is not None
    return one.size == other.size and one.convert("RGBA").tobytes() == other.convert("RGBA").tobytes()


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SIDES, SIDES, st.sampled_from(["RGB", "RGBA"]), st.booleans())
def test_two_readers_see_every_pixel(tmp_path: Path, width: int, height: int, mode: str, has_mask: bool) -> None:
    size = (width, height)
    above = layer(mode, size, 2)
    if has_mask:
        above = replace(above, load_mask=partial(noise, "L", size, 3))
    path = written(stack(size, layer("RGB", size, 1), above), tmp_path)
    mask = noise("L", size, 3) if has_mask else None
    merged = laid_over(noise("RGB", size, 1), (0, 0, *size), noise(mode, size, 2), mask)
    with Image.open(path) as flat:
        assert flat.mode == "RGB"
        assert same(flat, merged)
        if not has_mask:  # Pillow skips a layer that has one, and comes to the first only by way of another
            flat.seek(2)
            assert same(flat, noise(mode, size, 2))
            flat.seek(1)
            assert same(flat, noise("RGB", size, 1))
    read = PSDImage.open(path)
    assert read.size == size
    assert same(read.topil(), merged)
    assert same(read[0].topil(), noise("RGB", size, 1))
    assert same(read[1].topil(), noise(mode, size, 2))
    if has_mask:
        assert read[1].mask is not None
        assert same(read[1].mask.topil(), noise("L", size, 3))


def test_the_profile_is_there_for_every_reader(tmp_path: Path) -> None:
    path = written(stack((3, 3), layer("RGB", (3, 3), 1)), tmp_path)
    with Image.open(path) as flat:
        assert flat.info["icc_profile"] == srgb_profile()
    assert PSDImage.open(path).image_resources.get_data(Resource.ICC_PROFILE) == srgb_profile()


@pytest.mark.parametrize("name", ["Original – photo.jpg", "Edit – 👩‍🎨 malt 🎨", "Edit – 夜の街", "x" * 100, "a"])
def test_names_are_kept_whole(tmp_path: Path, name: str) -> None:
    read = PSDImage.open(written(stack((3, 2), layer("RGB", (3, 2), 1, name=name), layer("RGB", (3, 2), 2)), tmp_path))
    assert [one.name for one in read] == [name, "A layer"]


def test_a_layer_lies_where_it_belongs_and_may_be_hidden(tmp_path: Path) -> None:
    hidden = replace(layer("RGB", (8, 6), 2), visible=False)
    path = written(stack((8, 6), layer("RGB", (8, 6), 1), hidden, layer("RGB", (3, 2), 3, at=(4, 1))), tmp_path)
    read = PSDImage.open(path)
    assert [one.visible for one in read] == [True, False, True]
    assert read[2].bbox == (4, 1, 7, 3)
    expected = noise("RGB", (8, 6), 1)
    expected.paste(noise("RGB", (3, 2), 3), (4, 1))
    assert same(read.topil(), expected)
    with Image.open(path) as flat:
        assert same(flat, expected)
        flat.seek(3)
        assert flat.crop(read[2].bbox).convert("RGB").tobytes() == noise("RGB", (3, 2), 3).tobytes()


def test_what_nothing_covers_is_transparent(tmp_path: Path) -> None:
    path = written(stack((5, 4), layer("RGB", (2, 4), 1, at=(1, 0))), tmp_path)
    with Image.open(path) as flat:
        assert flat.mode == "RGBA"
        assert flat.getchannel("A").tobytes() == bytes((0, 255, 255, 0, 0)) * 4
    assert PSDImage.open(path).channels == 4


def test_more_than_a_strip_of_rows_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flux_desktop.imaging.layered.psd._STRIP", 50)
    read = PSDImage.open(written(stack((20, 17), layer("RGBA", (20, 17), 1)), tmp_path))
    assert same(read[0].topil(), noise("RGBA", (20, 17), 1))


def test_what_a_psd_cannot_hold_is_refused_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(TooLarge, match="30,000") as error:
        written(stack((LONGEST + 1, 1), layer("RGB", (LONGEST + 1, 1), 1)), tmp_path)
    assert "OpenRaster" in error.value.hint
    with pytest.raises(TooLarge, match="2 GB") as error:
        write_psd(stack((50, 50), layer("RGB", (50, 50), 1)), tmp_path / "out.psd", most_bytes=9_000)
    assert "OpenRaster" in error.value.hint
