"""What is no picture, too large, damaged or unreadable gets one clear sentence that names the file."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from flux_desktop.core.errors import FileProblem, InputError, NotAPicture, TooLarge
from flux_desktop.imaging.opening import decode, open_bytes, open_file, probe, verify
from tests.imaging.files import FORMATS, chunk, encoded, tiff
from tests.imaging.pictures import DATA, saved


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "x is empty."),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "seems to be an SVG drawing"),
        (b"<?xml version='1.0'?>\n<!-- c --><svg/>", "seems to be an SVG drawing"),
        (b"<!DOCTYPE html><html></html>", "seems to be a web page"),
        (b"%PDF-1.7\n", "seems to be a PDF document"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "seems to be a PostScript file"),
        (b"8BPS\0\1" + bytes(20), "seems to be a Photoshop document"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "seems to be a video"),
        (b'{"error": "no credit"}', "seems to be a JSON text"),
        (b"hello, world", "seems to be a text"),
        (b"II*\0\x10\0\0\0CR\2\0" + bytes(40), "camera's raw file"),
        (bytes(1000), "is not a picture of a known kind"),
    ],
)
def test_what_is_not_a_picture_is_called_by_its_name(data: bytes, words: str) -> None:
    for open in (open_bytes, probe, verify, decode):
        with pytest.raises(NotAPicture, match=r"^x ") as caught:
            open(data, name="x")
        assert words in caught.value.title
        assert caught.value.hint


def test_a_camera_raw_file_is_not_opened_as_its_thumbnail() -> None:
    with pytest.raises(NotAPicture, match="camera's raw file"):
        probe(tiff(np.zeros((4, 4, 3), "u1"), {254: (4, 1, 1)}))


@pytest.mark.parametrize("media_type", [*FORMATS, "image/heic"])
def test_what_is_cut_short_is_said_to_be(media_type: str) -> None:
    whole = (DATA / "upright.heic").read_bytes() if media_type == "image/heic" else encoded(media_type)
    assert verify(whole)
    for part in (0.9, 0.7, 0.3):
        with pytest.raises(NotAPicture, match=r"^a\.pic is cut short") as caught:
            verify(whole[: int(len(whole) * part)], name="a.pic")
        assert caught.value.hint == "Copy or download it again."


def test_damage_in_the_middle_is_said_to_be_damage() -> None:
    data = encoded("image/png")
    with pytest.raises(NotAPicture, match="is damaged"):
        verify(data.replace(b"IHDR", b"IHDX"))


@pytest.mark.parametrize("media_type", [*FORMATS, "image/heic"])
def test_more_pixels_than_the_limit_are_refused_from_the_header(media_type: str) -> None:
    data = (DATA / "upright.heic").read_bytes() if media_type == "image/heic" else encoded(media_type)
    for open in (open_bytes, probe, verify, decode):
        with pytest.raises(TooLarge, match=r"^b\.pic has 96 × 64 pixels.*the limit is 0.006\.$"):
            open(data, name="b.pic", max_megapixels=0.006)
        assert open(data, max_megapixels=0.00615)


def test_a_declared_size_is_believed_before_anything_is_allocated() -> None:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0))
    bomb = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", b"") + chunk(b"IEND", b"")
    with pytest.raises(TooLarge, match="10000 megapixels; the limit is 500"):
        probe(bomb)
    screen = b"GIF89a" + struct.pack("<HH", 65535, 65535) + b"\0\0\0"
    frame = b"\x21\xf9\x04\x08\0\0\0\0\x2c" + struct.pack("<4H", 0, 0, 65535, 65535) + b"\0\2\0\x3b"
    with pytest.raises(TooLarge):
        probe(screen + frame)
    grown = b"GIF89a" + struct.pack("<HH", 1, 1) + b"\0\0\0" + frame
    with pytest.raises(TooLarge):
        probe(grown)
    canvas = b"VP8X" + struct.pack("<I", 10) + bytes(4) + b"\xfe\x3f\0\xfe\x3f\0"
    with pytest.raises(TooLarge):
        probe(b"RIFF" + struct.pack("<I", 4 + len(canvas)) + b"WEBP" + canvas, max_megapixels=200)


def test_pictures_above_pillows_own_limit_open_and_can_be_cropped() -> None:
    image = Image.new("1", (20_000, 9_500))
    assert probe(saved(image, "PNG", compress_level=1)).megapixels == 190
    assert image.crop((0, 0, 20_000, 9_400)).height == 9_400


def test_files_that_cannot_be_read_get_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"^none\.png does not exist\.$"):
        open_file(tmp_path / "none.png")
    with pytest.raises(FileProblem, match=" is a folder"):
        open_file(tmp_path)
    with pytest.raises(FileProblem, match=r"^a.b\.png cannot be read|^ab\.png cannot be read"):
        open_file(Path("a\0b.png"))
    (tmp_path / "empty.png").touch()
    with pytest.raises(NotAPicture, match=r"^empty\.png is empty\.$"):
        open_file(tmp_path / "empty.png")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes as files")
@pytest.mark.timeout(10)
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    with pytest.raises(FileProblem, match=r"^pipe\.png is not a regular file"):
        open_file(tmp_path / "pipe.png")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    file = tmp_path / "closed.png"
    file.write_bytes(encoded("image/png"))
    file.chmod(0)
    with pytest.raises(FileProblem, match=r"^closed\.png may not be read"):
        open_file(file)


def test_a_huge_file_that_is_no_picture_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "film.mp4"
    with file.open("wb") as out:
        out.write(b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom")
        out.truncate(2**40)
    with pytest.raises(NotAPicture, match=r"^film\.mp4 is not a picture: it seems to be a video"):
        open_file(file)
    with file.open("r+b") as out:
        out.write(b"\xff\xd8\xff\xe0")
    with pytest.raises(TooLarge, match=r"^film\.mp4 has more than"):
        open_file(file)


def test_odd_names_can_stand_in_a_sentence(tmp_path: Path) -> None:
    name = "a\n" + "b" * 200 + ".png"
    with pytest.raises(InputError) as caught:
        open_bytes(b"", name=name)
    assert "\n" not in caught.value.title
    assert len(caught.value.title) < 110
    with pytest.raises(FileProblem) as missing:
        open_file(tmp_path / os.fsdecode(b"\xff\xfe.png"))
    missing.value.title.encode()
