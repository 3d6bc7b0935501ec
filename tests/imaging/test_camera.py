"""What an original says about its taking: read by kind and length, written anew, and nothing else along with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from flux_desktop.imaging import exif as blocks
from flux_desktop.imaging.camera import Camera, camera_of
from flux_desktop.imaging.containers import EXIF_HEAD
from flux_desktop.imaging.exif import ASCII, EXIF_IFD, GPS_IFD, RATIONAL, UNDEFINED
from flux_desktop.imaging.xmp import packet
from tests.imaging.files import encoded
from tests.imaging.pictures import exif, marked, saved

SECRET = "Secret-Words"
KINDS = ["image/jpeg", "image/png", "image/webp", "image/avif", "image/tiff"]


def photographed(order: str = "MM") -> Image.Exif:
    """What a camera writes, with more in it than is kept."""
    block = exif(6, x010f=SECRET, x0110=SECRET, x0131=SECRET, x0132="2026:01:01 00:00:00", x013b="Ann", x8298="© Ann")
    block.endian = "<" if order == "II" else ">"
    block[0x8298] = "(c) Ann"
    photo = block.get_ifd(EXIF_IFD)
    photo.update({0x9003: "2026:11:21 14:09:52", 0x9011: "+01:00", 0x9291: "123", 0x927C: SECRET.encode()})
    photo.update({0xA431: SECRET, 0xA434: SECRET})
    gps = block.get_ifd(GPS_IFD)
    gps.update({1: "N", 2: (52.0, 31.0, 12.5), 3: "E", 4: (13.0, 24.0, 18.25), 5: b"\0", 6: 34.5})
    gps.update({27: SECRET.encode(), 28: SECRET.encode()})
    return block


def photo_with(block: bytes) -> bytes:
    return saved(marked(), "JPEG", exif=EXIF_HEAD + block)


@pytest.mark.parametrize("order", ["MM", "II"])
@pytest.mark.parametrize("kind", KINDS)
def test_it_is_read_from_every_kind_of_file(kind: str, order: str) -> None:
    plain = {"compression": "raw"} if kind == "image/tiff" else {}  # Pillow forgets directories when it compresses
    found = camera_of(encoded(kind, marked(), exif=photographed(order).tobytes(), **plain))
    assert (found.taken, found.offset, found.subseconds) == ("2026:11:21 14:09:52", "+01:00", "123")
    assert (found.authors, found.copyright) == (("Ann",), "(c) Ann")
    assert found.place.keys() == {1, 2, 3, 4, 5, 6}


def test_it_is_written_for_other_readers() -> None:
    block = camera_of(saved(marked(), "JPEG", exif=photographed())).exif()
    seen = Image.Exif()
    seen.load(block)
    assert dict(seen) == {0x013B: "Ann", 0x8298: "(c) Ann", EXIF_IFD: seen[EXIF_IFD], GPS_IFD: seen[GPS_IFD]}
    photo = seen.get_ifd(EXIF_IFD)
    assert photo == {0x9000: b"0232", 0x9003: "2026:11:21 14:09:52", 0x9011: "+01:00", 0x9291: "123"}
    gps = seen.get_ifd(GPS_IFD)
    assert [float(number) for number in gps[4]] == [13.0, 24.0, 18.25]
    assert gps[1] == "N"
    assert SECRET.encode() not in block


def test_nothing_is_no_block() -> None:
    assert Camera().exif() == b""
    assert Camera().xmp() == {}
    full = camera_of(saved(marked(), "JPEG", exif=photographed()))
    assert full.only(date=False, copyright=False, author=False, place=False) == Camera()


def test_each_part_is_kept_by_itself() -> None:
    full = camera_of(saved(marked(), "JPEG", exif=photographed()))
    block = full.only(date=True, copyright=False, author=False, place=False).exif()
    assert b"2026:11:21" in block
    assert b"Ann" not in block
    assert not blocks.directory(block, GPS_IFD)
    assert full.only(date=False, copyright=False, author=False, place=True).place == full.place
    named = full.only(date=False, copyright=False, author=True, place=False)
    assert (named.authors, named.copyright) == (("Ann",), "")
    noted = full.only(date=False, copyright=True, author=False, place=False)
    assert (noted.authors, noted.copyright) == ((), "(c) Ann")


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zs"]), min_size=1, max_size=30)


@given(NAMES, NAMES)
def test_any_name_comes_back(author: str, notice: str) -> None:
    camera = Camera(taken="2026:11:21 14:09:52", authors=(author,), copyright=notice)
    assert camera_of(photo_with(camera.exif())) == camera


def test_xmp_wins_because_it_knows_every_letter() -> None:
    values = packet({"dc:creator": ("Ann", "Бой"), "dc:rights": ("© 猫",)})
    found = camera_of(saved(marked(), "JPEG", exif=photographed(), xmp=values))
    assert (found.authors, found.copyright) == (("Ann", "Бой"), "© 猫")
    assert found.xmp() == {"dc:creator": ("Ann", "Бой"), "dc:rights": ("© 猫",)}


def test_only_a_file_that_is_passed_on_is_turned() -> None:
    full = camera_of(saved(marked(), "JPEG", exif=photographed()))
    assert blocks.orientation(full.exif()) == 1
    assert blocks.ORIENTATION not in blocks.directory(full.exif())
    assert blocks.orientation(Camera().exif(6)) == 6


TEXT = (ASCII, b"2026:11:21 14:09:52\0")
WRONG = {
    "a date that is none": ({0x9003: (ASCII, b"yesterday\0")}, {}),
    "a date of another kind": ({0x9003: (UNDEFINED, TEXT[1])}, {}),
    "a place of another kind": ({}, {2: (ASCII, b"x" * 24)}),
    "a place that is too long": ({}, {2: (RATIONAL, bytes(48))}),
    "a place that is no text": ({}, {1: (ASCII, b"\xff\0")}),
    "no kind at all": ({0x9003: (UNDEFINED, b"")}, {}),
    "what is not known": ({0x927C: (UNDEFINED, b"x" * 99)}, {27: (UNDEFINED, b"x" * 99)}),
}


@pytest.mark.parametrize(("photo", "gps"), WRONG.values(), ids=WRONG.keys())
def test_what_is_not_as_it_should_be_is_left_out(
    photo: dict[int, tuple[int, bytes]], gps: dict[int, tuple[int, bytes]]
) -> None:
    block = blocks.written({}, photo, gps)
    assert camera_of(photo_with(block)) == Camera()


def test_a_zone_without_a_date_says_nothing() -> None:
    block = blocks.written({}, {0x9011: (ASCII, b"+01:00\0")}, {})
    assert camera_of(photo_with(block)) == Camera()


def test_long_texts_still_fit_into_a_jpeg() -> None:
    names = tuple("猫" * 5000 for _ in range(99))
    values = packet({"dc:creator": names, "dc:rights": ("猫" * 5000,)})
    found = camera_of(encoded("image/webp", marked(), xmp=values))
    assert 1000 < len(found.exif()) < 60_000


@given(st.binary(max_size=400))
def test_any_block_is_read_in_peace(block: bytes) -> None:
    camera = camera_of(photo_with(b"II*\0\x08\0\0\0" + block))
    assert camera_of(photo_with(camera.exif())) == camera
