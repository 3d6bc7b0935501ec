"""From bytes to a header: the right reader, within limits, and errors in one form."""

from __future__ import annotations

import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from flux_desktop.core.errors import NotAPicture, NotUnderstood, TooLarge
from flux_desktop.imaging.reading import Source, frame_count, read_header, reader_errors
from tests.imaging.files import FORMATS, chunk, encoded, tiff
from tests.imaging.pictures import DATA, SIZE, exif, marked, matrix_profile, saved, turned

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def source(data: bytes, max_megapixels: float = 10, name: str = "a.pic") -> Source:
    return Source(data, name, max_megapixels)


def png_head(width: int, height: int) -> bytes:
    return SIGNATURE + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))


@pytest.mark.parametrize("media_type", FORMATS)
def test_a_header_says_kind_and_size_and_decodes_nothing(media_type: str) -> None:
    header = read_header(source(encoded(media_type)))
    assert (header.media_type, header.size, header.orientation) == (media_type, SIZE, 1)
    assert (header.icc, bool(header.exif)) == (b"", media_type == "image/tiff")


@pytest.mark.parametrize("media_type", ["image/jpeg", "image/png", "image/webp", "image/avif"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_size_is_that_of_the_upright_picture(media_type: str, orientation: int) -> None:
    header = read_header(source(encoded(media_type, turned(orientation), exif=exif(orientation))))
    assert header.size == SIZE
    assert header.image.size == (SIZE if orientation < 5 else SIZE[::-1])


@pytest.mark.parametrize("name", ["orientation-6", "orientation-3"])
def test_what_its_reader_turns_is_not_turned_again(name: str) -> None:
    header = read_header(source((DATA / f"{name}.heic").read_bytes()))
    assert (header.orientation, header.size) == (1, SIZE)


@pytest.mark.parametrize("media_type", ["image/jpeg", "image/png", "image/webp", "image/avif", "image/tiff"])
def test_the_profile_is_found(media_type: str) -> None:
    assert read_header(source(encoded(media_type, icc_profile=matrix_profile()))).icc == matrix_profile()


@given(st.integers(1, 2**31 - 1), st.integers(1, 2**31 - 1), st.floats(0.01, 500))
@settings(max_examples=60)
def test_the_limit_holds_before_there_are_any_pixels(width: int, height: int, most: float) -> None:
    bomb = png_head(width, height) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    allowed = max(width, height) <= 2**18 and width * height <= most * 1e6
    if allowed:
        assert read_header(source(bomb, most)).size == (width, height)
        return
    with pytest.raises(TooLarge, match=f"^a.pic has {width} × {height} pixels"):
        read_header(source(bomb, most))


def test_tiles_of_a_tiff_count_too() -> None:
    """The reader makes room for a whole tile, however small the picture in it is."""
    data = tiff(np.zeros((4, 4, 3), "u1"), {322: (4, 1, 60_000), 323: (4, 1, 60_000)})
    with pytest.raises(TooLarge, match="60000 × 60000"):
        read_header(source(data))


@pytest.mark.parametrize("tags", [{254: (4, 1, 1)}, {50706: (1, 4, 0x0401)}], ids=["a thumbnail first", "DNG"])
def test_raw_files_in_the_clothes_of_a_tiff(tags: dict[int, tuple[int, int, int]]) -> None:
    with pytest.raises(NotAPicture, match="camera's raw file"):
        read_header(source(tiff(np.zeros((4, 4, 3), "u1"), tags)))


def taller_png() -> bytes:
    stream = zlib.compressobj()
    rows = stream.compress(bytes(10 * (1 + 3 * 50))) + stream.flush(zlib.Z_SYNC_FLUSH)
    return png_head(50, 5000) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def taller_bmp() -> bytes:
    data = encoded("image/bmp")
    return data[:22] + struct.pack("<i", 5000) + data[26:]


@pytest.mark.parametrize("lie", [taller_png(), taller_bmp()], ids=["png", "bmp"])
def test_a_file_with_fewer_pixels_than_it_declares_is_no_picture(lie: bytes) -> None:
    header = read_header(source(lie))
    assert header.size[1] == 5000
    with pytest.raises(NotAPicture, match=r"^a\.pic is damaged"), reader_errors(source(lie), header.media_type):
        header.image.load()


@pytest.mark.parametrize(
    ("media_type", "count"), [("image/png", 3), ("image/webp", 3), ("image/tiff", 3), ("image/gif", 3)]
)
def test_frames_are_counted(media_type: str, count: int) -> None:
    others = [Image.new("RGB", SIZE, (60 * index, 0, 0)) for index in range(1, count)]
    data = encoded(media_type, save_all=True, append_images=others)
    assert frame_count(data, media_type) == count
    assert frame_count(encoded(media_type), media_type) == 1


def test_frames_of_what_cannot_be_read_are_one() -> None:
    assert frame_count(b"RIFF\4\0\0\0WEBP", "image/webp") == 1
    assert frame_count(b"", "image/jpeg") == 1


def test_memory_that_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(TooLarge, match="does not fit into memory"), reader_errors(source(b""), "image/png"):
        raise MemoryError


def test_an_error_of_ours_stays_what_it_is() -> None:
    with pytest.raises(NotUnderstood), reader_errors(source(b""), "image/png"):
        raise NotUnderstood("A.", "B.")


def test_an_error_names_the_kind_and_keeps_the_reader_s_words() -> None:
    data = saved(marked(), "AVIF", speed=9)
    with pytest.raises(NotAPicture, match=r"kind of AVIF") as caught, reader_errors(source(data), "image/avif"):
        raise ValueError("words of the reader")
    assert caught.value.detail == "words of the reader"
    assert caught.value.hint


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("photo.jpg", "photo.jpg"),
        ("a\nb\x1b[31m.png", "ab[31m.png"),
        ("é" * 100 + ".png", "é" * 60 + "…" + "é" * 15 + ".png"),
        ("\udcff.png", "?.png"),
    ],
)
def test_a_label_can_stand_in_a_sentence(name: str, label: str) -> None:
    assert source(b"", name=name).label == label
