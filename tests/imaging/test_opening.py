"""Opening: every format and turn, every layout of pixels, and what the user is told."""

from __future__ import annotations

import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from flux_desktop.imaging.exif import orientation
from flux_desktop.imaging.heif import exif_block
from flux_desktop.imaging.opening import decode, open_bytes, open_file, probe, reduced, verify
from tests.imaging import pictures
from tests.imaging.files import FORMATS, chunk, encoded, tiff
from tests.imaging.pictures import DATA, SIZE, exif, is_upright, marked, pixel, saved, turned

TURNABLE = ("image/jpeg", "image/png", "image/webp", "image/avif", "image/tiff")

# Formats and turns


@pytest.mark.parametrize("media_type", FORMATS)
def test_every_format_opens_by_content_whatever_the_suffix(media_type: str, tmp_path: Path) -> None:
    data = encoded(media_type)
    file = tmp_path / "holiday.doc"
    file.write_bytes(data)
    picture = open_file(file)
    assert (picture.media_type, picture.data, picture.name, picture.path) == (media_type, data, "holiday.doc", file)
    assert (picture.width, picture.height, picture.image.mode) == (*SIZE, "RGB")
    assert is_upright(picture.image)
    assert picture.notes == ()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("media_type", TURNABLE)
def test_every_turn_comes_out_upright(media_type: str, orientation: int) -> None:
    data = encoded(media_type, turned(orientation), exif=exif(orientation))
    assert is_upright(open_bytes(data).image)
    assert is_upright(decode(data))
    assert reduced(data, 48).size == (48, 32)
    for header in (probe(data), verify(data)):
        assert (header.width, header.height, header.media_type, header.data) == (*SIZE, media_type, data)


@pytest.mark.parametrize("name", ["upright", *(f"orientation-{number}" for number in range(2, 9))])
def test_heic_is_turned_exactly_once(name: str) -> None:
    data = (DATA / f"{name}.heic").read_bytes()
    picture = open_bytes(data)
    assert picture.media_type == "image/heic"
    assert is_upright(picture.image)
    assert (probe(data).width, probe(data).height) == (verify(data).width, verify(data).height) == SIZE


def test_heic_with_a_turn_in_container_and_exif_is_turned_once() -> None:
    data = (DATA / "orientation-6.heic").read_bytes()
    assert orientation(exif_block(data)) == 6
    assert is_upright(decode(data))


def test_heic_ignores_a_turn_that_only_exif_tells() -> None:
    assert decode((DATA / "exif-only.heic").read_bytes()).size == (64, 96)


def test_alpha_is_kept_where_it_says_something() -> None:
    image = open_file(DATA / "alpha.heic").image
    assert image.mode == "RGBA"
    top, bottom = (np.asarray(image.getchannel("A"))[row].mean() for row in (1, -2))
    assert top < 30
    assert bottom > 225
    clear = marked().convert("RGBA")
    clear.putpixel((0, 0), (1, 2, 3, 0))
    for media_type in ("image/png", "image/webp", "image/tiff"):
        assert pixel(decode(encoded(media_type, clear)), (0, 0))[3] == 0


def test_an_alpha_that_is_full_everywhere_is_dropped() -> None:
    assert decode(encoded("image/png", marked().convert("RGBA"))).mode == "RGB"


def test_nothing_of_the_file_hangs_on_the_pixels() -> None:
    data = encoded("image/jpeg", comment=b"secret words", exif=exif(x010f="Maker"))
    image = decode(data)
    assert type(image) is Image.Image
    assert image.info == {}
    assert b"secret" not in saved(image, "JPEG")


# Layouts of pixels


def test_palette_with_transparency() -> None:
    image = marked().quantize(8)
    (corner,) = pixel(image, (0, 0))
    seen = decode(encoded("image/png", image, transparency=corner))
    assert seen.mode == "RGBA"
    assert pixel(seen, (0, 0)) == (255, 0, 0, 0)
    assert pixel(seen, (95, 0)) == (0, 255, 0, 255)
    gif = decode(encoded("image/gif", image, transparency=corner))
    assert pixel(gif, (0, 0))[3] == 0


def test_one_colour_that_is_transparent() -> None:
    seen = decode(encoded("image/png", marked(), transparency=(255, 0, 0)))
    assert pixel(seen, (0, 0))[3] == 0
    assert pixel(seen, (95, 0)) == (0, 255, 0, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P"])
def test_grey_and_bitmaps_become_rgb(mode: str) -> None:
    image = Image.new("L", (8, 8))
    image.paste(255, (0, 0, 4, 8))
    seen = decode(encoded("image/png", image.convert(mode)))
    assert seen.mode == "RGB"
    assert [pixel(seen, (x, 3)) for x in (0, 7)] == [(255, 255, 255), (0, 0, 0)]


@pytest.mark.parametrize("media_type", ["image/jpeg", "image/tiff"])
def test_cmyk_is_converted_and_said(media_type: str) -> None:
    # Pillow writes JPEG inks inverted, as Adobe does.
    inks = Image.new("CMYK", (16, 16), (255, 0, 0, 0))
    plain = open_bytes(encoded(media_type, inks))
    red, green, blue = pixel(plain.image, (8, 8))
    assert red < 60
    assert min(green, blue) > 200
    assert plain.notes == ("CMYK without a colour profile was converted to sRGB: its colours are an estimate.",)
    with_profile = open_bytes(encoded(media_type, inks, icc_profile=pictures.cmyk_profile()))
    assert with_profile.notes == ("CMYK was converted to sRGB.",)
    assert with_profile.icc == pictures.cmyk_profile()
    assert pixel(with_profile.image, (8, 8)) != pixel(plain.image, (8, 8))


def test_lab_tiff_is_converted() -> None:
    picture = open_bytes(tiff(np.full((4, 4, 3), (255, 0, 0), "u1"), {262: (3, 1, 8)}))
    assert min(pixel(picture.image, (1, 1))) >= 254
    assert picture.notes == ("Lab was converted to sRGB.",)


def test_only_the_first_frame_is_used_and_said() -> None:
    others = [Image.new("RGB", SIZE, colour) for colour in ("blue", "white")]
    for media_type, word in (("image/gif", "frame"), ("image/webp", "frame"), ("image/png", "frame")):
        picture = open_bytes(encoded(media_type, marked(), save_all=True, append_images=others))
        assert is_upright(picture.image)
        assert picture.notes == (f"Only the first {word} of 3 is used.",)
    pages = open_bytes(encoded("image/tiff", marked(), save_all=True, append_images=others))
    assert is_upright(pages.image)
    assert pages.notes == ("Only the first page of 3 is used.",)


def test_wide_colours_are_converted_and_the_profile_is_kept() -> None:
    profile = pictures.matrix_profile()
    data = encoded("image/png", Image.new("RGB", (4, 4), (200, 60, 60)), icc_profile=profile)
    picture = open_bytes(data)
    red, green, blue = pixel(picture.image, (0, 0))
    assert red > 210
    assert max(green, blue) < 60
    assert picture.icc == profile
    assert picture.notes == ()


# Metadata that must not stand in the way


def test_huge_texts_and_profiles_do_not_stand_in_the_way() -> None:
    bomb = zlib.compress(bytes(100 * 2**20))
    data = encoded("image/png")
    extra = (
        chunk(b"zTXt", b"Comment\0\0" + bomb) + chunk(b"iCCP", b"x\0\0" + bomb) + chunk(b"tEXt", b"a\0" + b"b" * 9**6)
    )
    assert is_upright(decode(data[:33] + extra + data[33:-12] + extra + data[-12:]))


@pytest.mark.filterwarnings("ignore::UserWarning:PIL.TiffImagePlugin")
@pytest.mark.parametrize("media_type", ["image/jpeg", "image/png", "image/webp", "image/avif"])
@pytest.mark.parametrize(
    "block",
    [
        b"MM\0*\0\0\0\x08\xff\xff" + bytes(50),
        b"MM\0*\xff\xff\xff\xff",
        b"no TIFF at all, but long enough",
        b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\xff\xff\xff\xff\x06\0\0\0",
    ],
)
def test_a_broken_exif_block_does_not_stand_in_the_way(media_type: str, block: bytes) -> None:
    whole = exif(0, x010f="M" * 200).tobytes().removeprefix(b"Exif\0\0")
    data = encoded(media_type, exif=b"Exif\0\0" + whole)
    assert whole in data
    broken = data.replace(whole, block + bytes(len(whole) - len(block)))
    if media_type == "image/png":
        broken = repaired_png(broken)
    assert is_upright(decode(broken))
    assert probe(broken).width == SIZE[0]


def repaired_png(data: bytes) -> bytes:
    at = data.index(b"eXIf")
    size = int.from_bytes(data[at - 4 : at], "big")
    return data[: at - 4] + chunk(b"eXIf", data[at + 4 : at + 4 + size]) + data[at + 8 + size :]


def test_odd_tags_print_nothing(tmp_path: Path) -> None:
    whole = exif(x010f="M" * 200).tobytes()
    data = encoded("image/jpeg", exif=whole)
    file = tmp_path / "odd.jpg"
    file.write_bytes(data.replace(whole, whole[:20] + b"\xff" * 8 + whole[28:]))
    code = "import sys; from flux_desktop.imaging.opening import open_file; open_file(sys.argv[1])"
    done = subprocess.run([sys.executable, "-c", code, file], capture_output=True, text=True, check=True)
    assert done.stderr == done.stdout == ""


# Reduced views


@pytest.mark.parametrize("media_type", ["image/jpeg", "image/png"])
@pytest.mark.parametrize("side", [50, 100, 256, 999, 1000, 5000])
def test_a_reduced_view_is_small_but_never_too_small(media_type: str, side: int) -> None:
    seen = reduced(encoded(media_type, pictures.colourful((1000, 700))), side)
    assert min(side, 1000) <= max(seen.size) <= max(min(2 * side, 1000), 125)
    assert abs(seen.width / seen.height - 10 / 7) < 0.05


def test_a_reduced_view_has_the_colours_of_the_picture() -> None:
    profile = pictures.matrix_profile()
    data = encoded("image/jpeg", Image.new("RGB", (512, 512), (200, 60, 60)), icc_profile=profile)
    whole, small = pixel(decode(data), (0, 0)), pixel(reduced(data, 64), (0, 0))
    assert all(abs(a - b) <= 1 for a, b in zip(whole, small, strict=True))


def test_the_sample_picture_opens_and_is_credited() -> None:
    root = Path(__file__).parents[2] / "resources"
    picture = open_file(root / "sample.jpg")
    assert picture.width * picture.height > 1.5e6
    assert len(picture.data) <= 600_000
    assert "sample.jpg" in (root / "CREDITS.md").read_text("utf-8")
