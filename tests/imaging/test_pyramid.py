"""A picture in halves of halves, in memory or in a file."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from flux_desktop.imaging import pyramid, strips
from flux_desktop.imaging.opening import decode, strips_of_file
from flux_desktop.imaging.pyramid import Halted, Plane, Pyramid, build
from flux_desktop.imaging.strips import strips_of_image
from tests.imaging.pictures import TURNED, colourful, exif, saved


def made(image: Image.Image) -> Pyramid:
    return build(strips_of_image(image))


def rgb(plane: Plane) -> Image.Image:
    return Image.fromarray(np.ascontiguousarray(plane.pixels[..., 2::-1]))


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 900), st.integers(1, 900))
def test_each_plane_is_half_of_the_one_before(width: int, height: int) -> None:
    shapes = [plane.pixels.shape for plane in made(Image.new("RGB", (width, height))).planes]
    assert shapes[0] == (height, width, 4)
    for finer, coarser in pairwise(shapes):
        assert coarser == ((finer[0] + 1) // 2, (finer[1] + 1) // 2, 4)
    assert max(shapes[-1]) <= 256
    assert all(max(shape) > 256 for shape in shapes[:-1])


def test_pixels_are_as_they_are_painted() -> None:
    image = colourful((300, 200))
    planes = made(image).planes
    assert rgb(planes[0]).tobytes() == image.tobytes()
    assert (planes[0].pixels[..., 3] == 255).all()
    assert rgb(planes[1]).tobytes() == image.reduce(2).tobytes(), "the mean of four"


def test_colours_are_multiplied_by_their_alpha() -> None:
    image = Image.new("RGBA", (300, 1), (200, 100, 40, 128))
    first = made(image)
    assert first.has_alpha
    assert first.planes[0].pixels[0, 0].tolist() == [20, 50, 100, 128]


def test_transparent_pixels_lend_no_colour_to_the_next_plane() -> None:
    image = Image.new("RGBA", (600, 2), (0, 0, 255, 0))
    image.paste((200, 20, 20, 255), (0, 0, 600, 1))
    assert made(image).planes[1].pixels[0, 100].tolist() == [10, 10, 100, 128]


@pytest.mark.parametrize("orientation", TURNED)
def test_pictures_stand_upright(orientation: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strips, "BIG", 0)
    monkeypatch.setattr(strips, "STRIP_PIXELS", 70 * 32)
    data = saved(colourful((70, 150)), "JPEG", exif=exif(orientation))
    assert rgb(build(strips_of_file(data)).planes[0]).tobytes() == decode(data).tobytes()


def test_the_strips_leave_no_seams(monkeypatch: pytest.MonkeyPatch) -> None:
    image = colourful((70, 601))
    whole = made(image)
    monkeypatch.setattr(strips, "STRIP_PIXELS", 70 * 32)
    monkeypatch.setattr(pyramid, "STRIP_BYTES", 70 * 4 * 6)
    for one, other in zip(made(image).planes, whole.planes, strict=True):
        assert np.array_equal(one.pixels, other.pixels)


def test_strips_can_be_converted_on_the_way() -> None:
    turned = build(strips_of_image(colourful((20, 10))), convert=lambda strip: strip.point(lambda value: 255 - value))
    assert rgb(turned.planes[0]).tobytes() == colourful((20, 10)).point(lambda value: 255 - value).tobytes()


def test_large_planes_lie_in_a_file_that_has_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    image = colourful((600, 400))
    in_memory = made(image)
    monkeypatch.setattr(pyramid, "IN_MEMORY", 400_000)
    monkeypatch.setattr(pyramid, "OF_FILE", 100_000)
    in_file = build(strips_of_image(image), tmp_path)
    assert [plane.in_file for plane in in_file.planes] == [True, False, False]
    for one, other in zip(in_file.planes, in_memory.planes, strict=True):
        assert np.array_equal(one.pixels, other.pixels)
    assert in_file.planes[0].bytes_in_memory == 100_000
    assert in_memory.planes[0].bytes_in_memory == 600 * 400 * 4
    assert list(tmp_path.iterdir()) == []


def test_without_room_for_a_file_a_plane_is_held_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pyramid, "IN_MEMORY", 0)
    plane = build(strips_of_image(colourful((60, 40))), tmp_path / "missing").planes[0]
    assert not plane.in_file
    assert rgb(plane).tobytes() == colourful((60, 40)).tobytes()


class Watched(Plane):
    """Notes what was looked at whenever that leaves the memory."""

    def __init__(self, width: int, height: int, folder: Path) -> None:
        self.left: list[tuple[int, int]] = []
        super().__init__(width, height, folder)

    def leave(self) -> None:
        self.left.append(self._seen)
        super().leave()


def test_what_is_looked_at_stays_and_what_was_long_ago_leaves(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pyramid, "IN_MEMORY", 0)
    monkeypatch.setattr(pyramid, "OF_FILE", 100 * 400)
    plane = Watched(100, 1000, tmp_path)
    plane.pixels[:] = 7
    plane.look_at(0, 40)
    plane.look_at(50, 90)
    assert plane.left == []
    plane.look_at(100, 140)
    assert plane.left == [(0, 90)]
    plane.look_at(0, 400)
    plane.look_at(30, 430)
    assert plane.left == [(0, 90)], "what is seen at a time may be more than is kept of what is not"
    assert (plane.pixels == 7).all(), "it is read again"


def test_a_picture_that_is_not_wanted_any_more_is_given_up() -> None:
    read: list[int] = []

    def halted() -> bool:
        read.append(1)
        return len(read) > 2

    with pytest.raises(Halted):
        build(strips_of_image(Image.new("RGB", (4000, 4000))), halted=halted)
    assert len(read) == 3


def test_files_lie_where_the_user_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert pyramid._roomy_folder() is None, "the usual folder, which that names"
    monkeypatch.delenv("TMPDIR")
    assert pyramid._roomy_folder() in (None, "/var/tmp")
