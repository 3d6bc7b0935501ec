"""Values of 16 bits around a place, read from the file alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from flux_desktop.imaging import exact_values
from flux_desktop.imaging.exact_values import exact_part
from flux_desktop.imaging.master import Master, written
from tests.imaging.files import png_16, tiff
from tests.imaging.masters import noise
from tests.imaging.pictures import colourful, saved

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


def test_a_picture_that_is_turned_is_left_alone(tmp_path: Path) -> None:
    path = kept(tmp_path, tiff(noise(SIZE, 3).astype("<u2"), {274: (3, 1, 3)}))
    assert exact_part(path, "image/tiff", SIZE, 5, 5) is None
