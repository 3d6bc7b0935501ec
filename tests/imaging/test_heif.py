"""HEIC files: their boxes, what they tell, and damage that must not end the program."""

from __future__ import annotations

import struct
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.imaging import exif, heif
from flux_desktop.imaging.kinds import media_type
from flux_desktop.imaging.metadata import personal
from flux_desktop.imaging.opening import decode, open_bytes
from tests.imaging.pictures import DATA, SIZE, corners, is_upright, saved

UPRIGHT = (DATA / "upright.heic").read_bytes()
WITH_EXIF = (DATA / "exif-only.heic").read_bytes()


@pytest.mark.parametrize("file", sorted(DATA.glob("*.heic")), ids=lambda file: file.stem)
def test_the_boxes_are_the_whole_file(file: str) -> None:
    data = (DATA / file).read_bytes()
    found = list(heif.boxes(data))
    assert [kind for kind, _, _ in found] == [b"ftyp", b"meta", b"mdat"]
    assert [start for _, start, _ in found] == [0, *(end for _, _, end in found[:-1])]
    assert found[-1][2] == len(data)
    assert media_type(data) == "image/heic"


def test_sizes_of_64_bits_and_up_to_the_end() -> None:
    long = struct.pack(">I4sQ", 1, b"free", 20) + b"abcd"
    rest = struct.pack(">I4s", 0, b"mdat") + b"pixels"
    assert list(heif.boxes(long + rest)) == [(b"free", 0, 20), (b"mdat", 20, 34)]
    assert list(heif.boxes(struct.pack(">I4s", 4, b"free") + rest)) == []


@given(st.binary(max_size=120))
def test_any_bytes_can_be_followed_as_boxes(noise: bytes) -> None:
    end = 0
    for _, start, after in heif.boxes(noise):
        assert start == end
        assert after >= start + 8
        end = after


def test_a_box_that_ends_beyond_the_file_is_reported_as_declared() -> None:
    assert [end for _, _, end in heif.boxes(UPRIGHT[:-100])][-1] == len(UPRIGHT)


def test_exif_is_found_though_the_reader_does_not_get_it() -> None:
    block = heif.exif_block(WITH_EXIF)
    assert exif.orientation(block) != 1
    assert heif.exif_block(UPRIGHT) == b""
    seen = heif.open_heif(WITH_EXIF)
    assert not seen.info.get("exif")
    assert personal(WITH_EXIF) == ("camera", "EXIF")


def test_an_xmp_packet_is_found_and_not_read_through() -> None:
    packet = b"<x:xmpmeta " + b"x" * 500
    assert heif.xmp_packet(UPRIGHT + packet) == packet[:64]
    assert heif.xmp_packet(UPRIGHT) == b""
    assert "XMP" in personal(UPRIGHT + struct.pack(">I4s", 8 + len(packet), b"free") + packet)


@pytest.mark.parametrize("place", range(4))
def test_a_damaged_type_of_an_item_does_not_end_the_program(place: int) -> None:
    """In the reader itself it does, so it is tried in a program of its own."""
    at = WITH_EXIF.index(b"Exif") + place
    code = (
        "import sys; from flux_desktop.imaging.opening import verify; verify(sys.stdin.buffer.read()); print('alive')"
    )
    damaged = WITH_EXIF[:at] + b"\xff" + WITH_EXIF[at + 1 :]
    done = subprocess.run([sys.executable, "-c", code], input=damaged, capture_output=True, check=False)
    assert done.stdout == b"alive\n", (done.returncode, done.stderr)


def test_metadata_is_taken_from_the_description_alone() -> None:
    """The same four letters among the pixels are pixels."""
    lookalike = UPRIGHT + struct.pack(">I4s", 12, b"free") + b"cdsc"
    assert is_upright(decode(lookalike))
    assert open_bytes(lookalike).data == lookalike


def test_alpha_and_size_come_out() -> None:
    seen = decode((DATA / "alpha.heic").read_bytes())
    assert seen.mode == "RGBA"
    assert seen.size == SIZE
    assert len(set(corners(seen))) > 1
    assert saved(seen, "PNG")
