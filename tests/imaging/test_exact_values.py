"""Values of 16 bits around a place, read from the file alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from flux_desktop.imaging import exact_values
from flux_desktop.imaging.exact_values import exact_part
from flux_desktop.imaging.master import Master, open_master, written
from tests.imaging.files import png_16, tiff
from tests.imaging.masters import noise
from tests.imaging.pictures import TURNED, colourful, exif, saved
from tests.imaging.test_master import with_block

SIZE = (90, 400)


def kept(folder: Path, data: bytes) -> Path:
    path = folder / "picture"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(("channels", "mode"), [(1, "L"), (2, "LA"), (3, "RGB"), (4, "RGBA")])
@pytest.mark.parametrize("place", [(0, 0), (45, 210), (89, 399)])
def test_the_values_are_those_of_the_file(tmp_path: Path, channels: int, mode: str, place: tuple[int, int]) -> None:
    values = noise(SIZE, channels)
    path = kept(tmp_path, written(Master(values, mode))[0])
    part = exact_part(path, "image/png", SIZE, *place)
    assert part is not None
    assert part.at(*place) == tuple(values[place[1], place[0]])
    assert part.pixels.shape[0] <= exact_values.ROWS
    far = 399 - place[1]
    assert part.at(0, far) == (tuple(values[far, 0]) if abs(far - place[1]) < exact_values.ROWS // 2 else ())


def test_only_some_columns_of_a_wide_picture_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exact_values, "COLUMNS", 20)
    values = noise(SIZE, 3)
    part = exact_part(kept(tmp_path, tiff(values.astype("<u2"), {})), "image/tiff", SIZE, 60, 100)
    assert part is not None
    assert (part.left, part.pixels.shape[1]) == (50, 20)
    assert part.at(69, 100) == tuple(values[100, 69])
    assert part.at(70, 100) == part.at(49, 100) == ()


def test_of_others_there_is_nothing(tmp_path: Path) -> None:
    jpeg = kept(tmp_path, saved(colourful(), "JPEG"))
    assert exact_part(jpeg, "image/jpeg", (128, 128), 5, 5) is None
    narrow = kept(tmp_path, saved(colourful(), "PNG"))
    assert exact_part(narrow, "image/png", (128, 128), 5, 5) is None
    wide = kept(tmp_path, png_16(noise(SIZE, 3), 2))
    assert exact_part(wide, "image/png", SIZE[::-1], 5, 5) is None, "its sides are exchanged"


@pytest.mark.parametrize("orientation", sorted(TURNED))
@pytest.mark.parametrize("kind", ["tiff", "png"])
def test_of_a_file_that_has_to_be_turned_they_are_those_that_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, orientation: int, kind: str
) -> None:
    monkeypatch.setattr(exact_values, "COLUMNS", 20)
    monkeypatch.setattr(exact_values, "ROWS", 10)
    values = noise(SIZE, 3)
    block = exif(orientation).tobytes().removeprefix(b"Exif\0\0")
    data = (
        tiff(values.astype("<u2"), {274: (3, 1, orientation)})
        if kind == "tiff"
        else with_block(png_16(values, 2), block)
    )
    shown = open_master(data)
    (width, height), path = shown.size, kept(tmp_path, data)
    for x, y in ((0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1), (width // 2, height // 3)):
        part = exact_part(path, f"image/{kind}", shown.size, x, y)
        assert part is not None
        high, wide, _ = part.pixels.shape
        assert sorted((wide, high))[1] <= 20
        assert (shown.pixels[part.top : part.top + high, part.left : part.left + wide] == part.pixels).all()
        assert part.at(x, y) == tuple(shown.pixels[y, x])
