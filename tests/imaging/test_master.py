"""The pixels of a picture as its file holds them: upright, in their depth, with their profile, and back into a file."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy as np
import pytest
import pyvips
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageFile

from flux_desktop.core.errors import InputError, NotAPicture, TooLarge
from flux_desktop.imaging import strips
from flux_desktop.imaging.colour import srgb_profile
from flux_desktop.imaging.master import Master, open_master, written
from flux_desktop.imaging.opening import decode
from tests.imaging.files import FORMATS, chunk, encoded, png_16, tiff
from tests.imaging.masters import PROFILES, noise, profile, profile_in_png, values_of_png
from tests.imaging.pictures import (
    TURNED,
    cmyk_profile,
    colourful,
    exif,
    is_upright,
    marked,
    matrix_profile,
    saved,
    turned,
)

MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}
PNG_TYPES = {1: 0, 2: 4, 3: 2, 4: 6}


def pillow(data: bytes) -> np.ndarray[Any, Any]:
    with Image.open(BytesIO(data)) as image:
        values = np.asarray(image)
    return values[..., None] if values.ndim == 2 else values


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_a_png_of_16_bits_keeps_every_value(channels: int) -> None:
    values = noise((33, 20), channels)
    master = open_master(png_16(values, PNG_TYPES[channels]))
    assert (master.mode, master.depth, master.size, master.icc) == (MODES[channels], 16, (33, 20), b"")
    assert np.array_equal(master.pixels, values)


@pytest.mark.parametrize("more", [{}, {"quality": 95, "subsampling": 0}, {"exif": exif(6)}], ids=["", "fine", "turned"])
@pytest.mark.parametrize(
    ("kind", "mode"),
    [("JPEG", "L"), ("JPEG", "RGB"), ("PNG", "L"), ("PNG", "LA"), ("PNG", "RGB"), ("PNG", "RGBA")],
)
def test_a_big_picture_has_the_same_pixels_without_pillow(
    kind: str, mode: str, more: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = saved(colourful((67, 45)).convert(mode), kind, **more)
    usual = open_master(data)

    def refuse(image: ImageFile.ImageFile) -> None:
        raise AssertionError(image)

    monkeypatch.setattr(strips, "BIG", 0)
    monkeypatch.setattr(ImageFile.ImageFile, "load_prepare", refuse)
    big = open_master(data)
    assert (big.mode, big.icc, big.size) == (usual.mode, usual.icc, usual.size)
    assert np.array_equal(big.pixels, usual.pixels)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_a_tiff_of_16_bits_keeps_every_value(channels: int, order: str) -> None:
    values = noise((33, 20), channels)
    master = open_master(tiff(values.astype(f"{order}u2"), {}, order))
    assert (master.mode, master.depth) == (MODES[channels], 16)
    assert np.array_equal(master.pixels, values)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", [1, 3, 6])
def test_grey_with_alpha_in_a_tiff_of_16_bits(order: str, orientation: int) -> None:
    """Which Pillow alone cannot even open."""
    values = noise((33, 20), 2)
    data = tiff(values.astype(f"{order}u2"), {262: (3, 1, 1), 338: (3, 1, 2), 274: (3, 1, orientation)}, order)
    upright = {1: values, 3: values[::-1, ::-1], 6: np.rot90(values, -1)}[orientation]
    master, shown = open_master(data), decode(data)
    assert (master.mode, master.depth, shown.mode) == ("LA", 16, "RGBA")
    assert np.array_equal(master.pixels, upright)
    assert np.array_equal(np.asarray(shown), np.rint(upright / 257).astype(np.uint8)[..., [0, 0, 0, 1]])
    with pytest.raises(TooLarge):
        open_master(data, max_megapixels=0.0005)
    with pytest.raises(NotAPicture):
        open_master(data[:300])


def test_a_channel_that_is_no_alpha_is_left_out() -> None:
    values = noise((9, 7), 4)
    master = open_master(tiff(values.astype("<u2"), {338: (3, 1, 0)}))
    assert master.mode == "RGB"
    assert np.array_equal(master.pixels, values[..., :3])


def test_a_colour_that_stands_for_nothing_becomes_alpha() -> None:
    """At 16 bits: one with the same high half stays opaque."""
    values = noise((9, 7), 3)
    values[2, 3] = values[4, 5] = (1000, 2000, 3000)
    values[6, 6] = (1001, 2000, 3000)
    data = png_16(values, 2)
    key = chunk(b"tRNS", np.array([1000, 2000, 3000], ">u2").tobytes())
    master = open_master(data[:33] + key + data[33:])
    assert master.mode == "RGBA"
    assert np.array_equal(master.pixels[..., :3], values)
    assert np.argwhere(master.pixels[..., 3] == 0).tolist() == [[2, 3], [4, 5]]


@pytest.mark.parametrize("media_type", sorted(FORMATS))
@pytest.mark.parametrize("mode", ["L", "LA", "RGB", "RGBA", "CMYK", "1", "P"])
def test_8_bits_are_what_pillow_reads(media_type: str, mode: str) -> None:
    image = marked().convert("RGB" if mode == "P" else mode)
    if media_type == "image/tiff" and mode == "CMYK":
        image.putpixel((0, 0), (1, 2, 3, 4))
    try:
        data = encoded(media_type, image.quantize(16) if mode == "P" else image)
    except (OSError, ValueError, SystemError):
        pytest.skip("not of this kind")
    master = open_master(data)
    with Image.open(BytesIO(data)) as seen:
        kept = seen.mode if seen.mode in ("L", "LA", "RGB", "RGBA", "CMYK") else "L" if seen.mode == "1" else "RGB"
        meant = np.asarray(seen if seen.mode == kept else seen.convert(kept))
    assert (master.mode, master.depth) == (kept, 8)
    assert np.array_equal(master.pixels, meant.reshape(*meant.shape[:2], -1))


@pytest.mark.parametrize("orientation", sorted(TURNED))
@pytest.mark.parametrize("kind", ["jpeg", "png", "tiff", "png 16", "tiff 16"])
def test_it_is_upright(kind: str, orientation: int) -> None:
    lying = turned(orientation)
    wide = np.asarray(lying).astype(np.uint16) * 257
    block = exif(orientation).tobytes()
    data = {
        "jpeg": lambda: saved(lying, "JPEG", exif=block),
        "png": lambda: saved(lying, "PNG", exif=block),
        "tiff": lambda: saved(lying, "TIFF", tiffinfo={274: orientation}),
        "png 16": lambda: with_block(png_16(wide, 2), block.removeprefix(b"Exif\0\0")),
        "tiff 16": lambda: tiff(wide.astype("<u2"), {274: (3, 1, orientation)}),
    }[kind]()
    master = open_master(data)
    assert is_upright(master.srgb())
    assert master.pixels.flags.c_contiguous
    if kind != "jpeg":
        assert np.array_equal(master.pixels // (257 if master.depth == 16 else 1), np.asarray(marked()))


def test_a_large_kind_of_tiff_is_upright_too() -> None:
    """Whose directory stands elsewhere."""
    image = pyvips.Image.new_from_array(noise((33, 20), 3)).copy(interpretation="rgb16")
    image.set_type(pyvips.GValue.gint_type, "orientation", 6)
    data = image.tiffsave_buffer(bigtiff=True)
    master = open_master(data)
    assert data[:4] in (b"II+\0", b"MM\0+")
    assert np.array_equal(master.pixels, np.rot90(noise((33, 20), 3), -1))
    assert master.size == decode(data).size


def with_block(data: bytes, block: bytes) -> bytes:
    return data[:33] + chunk(b"eXIf", block) + data[33:]


@pytest.mark.parametrize("name", sorted(PROFILES))
@pytest.mark.parametrize("depth", [8, 16])
def test_a_profile_stays_with_the_pixels(name: str, depth: int) -> None:
    icc, values = profile(name), noise((12, 9), 3, depth)
    data = written(Master(values, "RGB", icc))[0]
    master = open_master(data)
    assert (master.icc, master.depth) == (icc, depth)
    assert np.array_equal(master.pixels, values)


def test_a_profile_for_other_pixels_is_not_believed() -> None:
    assert open_master(saved(marked(), "PNG", icc_profile=cmyk_profile())).icc == b""
    assert open_master(saved(marked(), "PNG", icc_profile=b"nonsense")).icc == b""
    assert open_master(saved(marked().convert("CMYK"), "TIFF", icc_profile=matrix_profile())).icc == b""


def test_grey_with_a_profile_of_colours_becomes_colours() -> None:
    grey = marked().convert("L")
    master = open_master(saved(grey, "PNG", icc_profile=matrix_profile()))
    assert (master.mode, master.icc) == ("RGB", matrix_profile())
    assert all(np.array_equal(master.pixels[..., index], np.asarray(grey)) for index in range(3))
    assert open_master(saved(grey, "PNG", icc_profile=srgb_profile())).mode == "L"


@pytest.mark.parametrize("values", [np.full((3, 4, 1), 0.5, "<f4"), np.full((3, 4, 1), 70000, "<u4")])
def test_other_numbers_come_as_they_are_shown(values: np.ndarray[Any, Any]) -> None:
    data = tiff(values, {339: (3, 1, 3 if values.dtype == np.float32 else 1)})
    master = open_master(data)
    assert master.depth == 8
    assert np.array_equal(np.asarray(master.srgb()), np.asarray(decode(data)))


def test_lab_comes_as_it_is_shown() -> None:
    lab = ImageCms.profileToProfile(
        colourful(), ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
    )
    assert lab is not None
    data = saved(lab, "TIFF")
    master = open_master(data)
    assert (master.mode, master.icc) == ("RGB", b"")
    assert np.array_equal(master.pixels, np.asarray(decode(data)))


# Into files


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 60),
    st.integers(1, 60),
    st.sampled_from(["L", "LA", "RGB", "RGBA", "CMYK"]),
    st.sampled_from([8, 16]),
    st.integers(0, 2**32 - 1),
)
def test_what_was_written_comes_back(width: int, height: int, mode: str, depth: int, seed: int) -> None:
    depth = 8 if mode == "CMYK" else depth
    values = noise((width, height), 4 if mode == "CMYK" else len(mode), depth, seed)
    data, media_type = written(Master(values, mode))
    again = open_master(data)
    assert media_type == ("image/tiff" if mode == "CMYK" else "image/png")
    assert (again.mode, again.depth) == (mode, depth)
    assert np.array_equal(again.pixels, values)
    read = pillow(data) if depth == 8 else values_of_png(data)
    assert np.array_equal(read, values)


def test_pieces_of_a_large_picture_fit_together() -> None:
    values = noise((700, 500), 4)
    data, _ = written(Master(values, "RGBA", profile("ProPhoto")))
    assert np.array_equal(values_of_png(data), values)
    assert profile_in_png(data) == profile("ProPhoto")
    assert data == written(Master(values, "RGBA", profile("ProPhoto")))[0], "the same every time"


def test_inks_are_written_with_their_profile() -> None:
    icc = cmyk_profile()
    values = noise((300, 500), 4, 8)
    data, _ = written(Master(values, "CMYK", icc))
    with Image.open(BytesIO(data)) as image:
        assert (image.mode, image.info["icc_profile"]) == ("CMYK", icc)
        assert np.array_equal(np.asarray(image), values)
    assert open_master(data).icc == icc


# Frames


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "CMYK"])
@pytest.mark.parametrize("extent", [(-7, -5, 40, 30), (0, 0, 21, 11), (0, -40, 20, 50), (-60, 0, 80, 10)])
def test_a_larger_frame_is_filled_with_the_mirror_image(mode: str, extent: tuple[int, int, int, int]) -> None:
    values = noise((20, 10), 4 if mode == "CMYK" else len(mode), 8)
    larger = Master(values, mode, b"").extended(extent)
    left, top, width, height = extent
    assert larger.size == (width, height)
    inside = larger.pixels[-top : -top + 10, -left : -left + 20]
    assert np.array_equal(inside, values)
    colours = larger.colours if mode == "RGBA" else larger.pixels
    if left:
        assert np.array_equal(colours[-top, -left - 1], colours[-top, -left])
    if mode == "RGBA":
        new = np.ones((height, width), bool)
        new[-top : -top + 10, -left : -left + 20] = False
        assert (larger.pixels[..., 3][new] == 255).all()


# From outside


def hostile() -> dict[str, bytes]:
    wide, deep = noise((33, 20), 3), noise((33, 20), 3).astype("<u2")
    return {
        "png": png_16(wide, 2),
        "tiff": tiff(deep, {}),
        "planar": tiff(deep, {284: (3, 1, 2)}),
        "palette": saved(marked().quantize(16), "TIFF"),
        "bits": saved(marked().convert("1"), "TIFF"),
    }


@pytest.mark.parametrize("name", ["png", "tiff"])
def test_a_file_that_lost_its_end(name: str) -> None:
    whole = hostile()[name]
    for tenth in range(1, 10):
        with pytest.raises(NotAPicture) as told:
            open_master(whole[: len(whole) * tenth // 10], name="x.png")
        assert told.value.title.startswith("x.png")
        assert told.value.hint


def test_too_many_pixels_are_refused_before_they_are_read() -> None:
    data = hostile()["png"]
    bomb = data[:8] + chunk(b"IHDR", (100_000).to_bytes(4, "big") * 2 + data[24:29]) + data[33:]
    with pytest.raises(TooLarge, match="megapixels"):
        open_master(bomb)
    with pytest.raises(TooLarge, match="megapixels"):
        open_master(tiff(noise((33, 20), 3).astype("<u2"), {256: (4, 1, 50_000), 257: (4, 1, 50_000)}))
    with pytest.raises(TooLarge, match=r"0\.0005"):
        open_master(data, max_megapixels=0.0005)


def test_a_header_that_promises_more_than_there_is() -> None:
    with pytest.raises(NotAPicture):
        open_master(tiff(noise((33, 20), 3).astype("<u2"), {257: (4, 1, 4000)}))


@pytest.mark.expected_log
@pytest.mark.filterwarnings("ignore::UserWarning:PIL.TiffImagePlugin")
@pytest.mark.parametrize("name", sorted(hostile()))
@settings(max_examples=25, deadline=None)
@given(st.data())
def test_damaged_files_end_in_a_sentence(name: str, data: st.DataObject) -> None:
    file = bytearray(hostile()[name])
    near = st.integers(0, 60) | st.integers(max(0, len(file) - 220), len(file) - 1)
    for at in data.draw(st.lists(near, min_size=1, max_size=5)):
        file[at] ^= data.draw(st.integers(1, 255))
    told: list[InputError] = []
    try:
        open_master(bytes(file), max_megapixels=1)
    except InputError as error:
        told.append(error)
    assert all(error.title.endswith(".") and error.hint for error in told)
