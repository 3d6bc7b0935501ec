"""The first view of a file is a smaller picture of what opening it gives, or none: it is never a wrong one."""

from __future__ import annotations

import os
import threading
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from flux_desktop.imaging.exif import ORIENTATION, SHORT, written
from flux_desktop.imaging.first_view import FirstReading, FirstView, first_view
from flux_desktop.imaging.opening import open_bytes
from flux_desktop.resources import resource
from tests.imaging.pictures import cmyk_profile, matrix_profile

SIZE = (2600, 1300)


@pytest.fixture(scope="module")
def photo() -> Image.Image:
    """Something whose corners differ, with no more detail than a third of its size can show."""
    with Image.open(resource("sample.jpg")) as sample:
        return sample.convert("RGB").resize((260, 130)).resize(SIZE, Image.Resampling.BICUBIC)


def saved(folder: Path, image: Image.Image, format: str = "JPEG", **options: Any) -> Path:
    path = folder / f"photo.{format.lower()}"
    if format == "JPEG":
        options = {"quality": 95, **options}
    image.save(path, format, **options)
    return path


def turned(number: int) -> bytes:
    """An EXIF block that says how the camera was held."""
    return b"Exif\0\0" + written({ORIENTATION: (SHORT, number.to_bytes(2, "little"))}, {}, {})


def distance(view: FirstView, path: Path) -> float:
    """The mean difference of a view from the picture in the file, as it is opened, in levels of 255."""
    whole = open_bytes(path.read_bytes()).image
    assert (view.width, view.height) == whole.size
    rows = np.frombuffer(view.pixels, np.uint8).reshape(view.rows, view.columns, 4)
    assert (rows[..., 3] == 255).all()
    small = whole.resize((view.columns, view.rows), Image.Resampling.BOX)
    return float(np.abs(rows[..., 2::-1].astype(int) - np.asarray(small, int)).mean())


def test_a_jpeg_is_read_at_a_fraction_of_its_size(photo: Image.Image, tmp_path: Path) -> None:
    path = saved(tmp_path, photo)
    view = first_view(str(path))
    assert view is not None
    assert (view.columns, view.rows) == (1300, 650)
    assert distance(view, path) < 1.5


@pytest.mark.parametrize("number", range(1, 9))
def test_it_is_upright(photo: Image.Image, number: int, tmp_path: Path) -> None:
    path = saved(tmp_path, photo, exif=turned(number))
    view = first_view(str(path))
    assert view is not None
    assert (view.width > view.height) == (number < 5)
    assert distance(view, path) < 1.5


@pytest.mark.parametrize(
    ("mode", "format", "options"),
    [
        ("RGB", "JPEG", {"icc_profile": matrix_profile()}),
        ("L", "JPEG", {}),
        ("CMYK", "JPEG", {}),
        ("CMYK", "JPEG", {"icc_profile": cmyk_profile()}),
        ("RGB", "PNG", {"icc_profile": matrix_profile(), "compress_level": 1}),
        ("RGBA", "PNG", {"compress_level": 1}),
        ("RGB", "TIFF", {"icc_profile": matrix_profile()}),
        ("RGB", "WEBP", {"quality": 90, "method": 0}),
    ],
)  # fmt: skip
def test_colours_are_those_of_the_picture(
    photo: Image.Image, mode: str, format: str, options: dict[str, Any], tmp_path: Path
) -> None:
    path = saved(tmp_path, photo.convert(mode), format, **options)
    view = first_view(str(path))
    assert view is not None
    assert distance(view, path) < 1.5


def test_a_small_picture_is_read_as_it_is(tmp_path: Path) -> None:
    path = saved(tmp_path, Image.new("RGB", (3, 2), (10, 20, 30)), "PNG")
    assert first_view(str(path)) == FirstView(3, 2, 3, 2, bytes((30, 20, 10, 255)) * 6)


def test_what_is_transparent_has_none(tmp_path: Path) -> None:
    assert first_view(str(saved(tmp_path, Image.new("RGBA", (9, 9), (1, 2, 3, 4)), "PNG"))) is None


def test_what_is_cut_short_has_none(photo: Image.Image, tmp_path: Path) -> None:
    path = saved(tmp_path, photo)
    path.write_bytes(path.read_bytes()[:-4000])
    assert first_view(str(path)) is None


def test_what_would_take_long_has_none(tmp_path: Path) -> None:
    """A header is enough to know it."""
    data = bytearray(saved(tmp_path, Image.new("L", (8, 8)), "PNG").read_bytes())
    data[16:24] = (6000).to_bytes(4, "big") * 2
    (tmp_path / "large.png").write_bytes(data)
    assert first_view(str(tmp_path / "large.png")) is None
    jpeg = BytesIO()
    Image.new("L", (8, 8)).save(jpeg, "JPEG")
    frame = jpeg.getvalue().replace(b"\x08\x00\x08\x00\x08\x01", b"\x08\x75\x30\x75\x30\x01")
    (tmp_path / "large.jpg").write_bytes(frame)
    with Image.open(tmp_path / "large.jpg") as seen:
        assert seen.size == (30_000, 30_000)
    assert first_view(str(tmp_path / "large.jpg")) is None


@pytest.mark.parametrize("content", [b"", b"no picture at all", b"\xff\xd8\xff", b"%PDF-1.4"])
def test_what_is_no_picture_has_none(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "file.jpg").write_bytes(content)
    assert first_view(str(tmp_path / "file.jpg")) is None
    assert first_view(str(tmp_path)) is None
    assert first_view(str(tmp_path / "missing.jpg")) is None
    assert first_view("zero\0in.jpg") is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_is_left_alone(tmp_path: Path) -> None:
    """Whoever read it ahead would keep the picture from who opens it."""
    os.mkfifo(tmp_path / "pipe.jpg")
    assert first_view(str(tmp_path / "pipe.jpg")) is None


def test_reading_goes_on_by_itself(photo: Image.Image, tmp_path: Path) -> None:
    path = saved(tmp_path, photo)
    reading = FirstReading(str(path))
    for thread in threading.enumerate():
        if thread.name == "first view":
            thread.join(20)
    assert reading.has_ended
    assert reading.view == first_view(str(path))
