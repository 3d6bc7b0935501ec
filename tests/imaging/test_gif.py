"""GIF files: the first frame alone reaches the reader, whatever else the file says."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import GifImagePlugin, Image

from flux_desktop.core.errors import InputError, TooLarge
from flux_desktop.imaging import gif
from flux_desktop.imaging.metadata import personal
from flux_desktop.imaging.opening import decode, open_bytes, probe
from tests.imaging.pictures import is_upright, marked, saved

SCREEN = b"GIF89a" + struct.pack("<HH", 1, 1) + b"\0\0\0"
CLEARING = b"\x21\xf9\x04\x08\0\0\0\0"
"""Control data that asks for the frame's place to be cleared afterwards: Pillow makes room for it at once."""


def frame(width: int = 1, height: int = 1) -> bytes:
    return b"\x2c" + struct.pack("<4H", 0, 0, width, height) + b"\0" + b"\2\2\x44\x01\0"


def after_screen(data: bytes) -> int:
    """Where the blocks begin, in a file with a palette for all frames."""
    return 13 + (3 << (data[10] & 7) + 1)


def palette_image(width: int, height: int, colours: int, seed: int) -> Image.Image:
    rng = np.random.Generator(np.random.PCG64(seed))
    image = Image.fromarray(rng.integers(0, colours, (height, width), np.uint8), "P")
    image.putpalette(rng.integers(0, 256, 3 * colours, np.uint8).tobytes())
    return image


@given(
    st.integers(1, 40), st.integers(1, 40), st.integers(2, 256), st.integers(1, 4), st.booleans(), st.integers(0, 99)
)
@settings(deadline=None, max_examples=40)
def test_the_first_frame_is_what_pillow_shows_of_the_whole_file(
    width: int, height: int, colours: int, count: int, clear: bool, seed: int
) -> None:
    images = [palette_image(width, height, colours, seed + index) for index in range(count)]
    options: dict[str, Any] = {"transparency": seed % colours} if clear else {}
    data = saved(images[0], "GIF", save_all=True, append_images=images[1:], interlace=seed % 2, disposal=2, **options)
    with GifImagePlugin.GifImageFile(BytesIO(data)) as whole, decode(data) as seen:
        assert np.array_equal(np.asarray(whole.convert("RGBA")), np.asarray(seen.convert("RGBA")))
        # Frames that show nothing new are left out by the writer.
        assert gif.frame_count(data) == whole.n_frames
    assert gif.frame_count(gif.first_frame(data)) == 1


@pytest.mark.parametrize(
    "before",
    [b"", b"\0", b"\x21\xff\x0bNETSCAPE2.0\0", b"\x21\xfe\0", b"\x21\x01\3abc\0"],
    ids=["nothing", "dirt", "empty loop", "empty comment", "unknown"],
)
def test_a_huge_frame_is_refused_by_its_declared_size(before: bytes) -> None:
    """Before a reader asks for the memory, which may even be there."""
    data = SCREEN + before + CLEARING + frame(65535, 65535) + b";"
    with pytest.raises(TooLarge, match="65535 × 65535 pixels"):
        probe(data)
    assert CLEARING not in gif.first_frame(data)


def test_only_one_meaning_of_a_doubtful_file_reaches_the_reader() -> None:
    """Pillow reads on behind an extension that ends at once, over the small frame, and finds a huge one."""
    data = SCREEN + b"\x21\xf9\0" + frame() + bytes(44 - len(frame()) + 2) + CLEARING + frame(65535, 65535) + b";"
    assert probe(data).megapixels < 1
    assert gif.first_frame(data) == SCREEN + frame()


def test_dirt_between_blocks_is_passed_over() -> None:
    data = saved(marked(), "GIF", comment=b"hi")
    at = after_screen(data)
    assert data[at : at + 1] == b"\x21"
    dirty = data[:at] + b"\0\0dirt\0" + data[at:]
    assert is_upright(decode(dirty))


def test_a_frame_beyond_the_screen_makes_the_picture_larger() -> None:
    data = SCREEN + b"\x2c" + struct.pack("<4H", 2, 1, 1, 1) + b"\0" + b"\2\2\x44\x01\0;"
    assert (probe(data).width, probe(data).height) == (3, 2)


def test_the_first_of_several_frames_is_used_and_said() -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("white", "black", "red")]
    picture = open_bytes(saved(marked(), "GIF", save_all=True, append_images=frames, duration=40))
    assert is_upright(picture.image)
    assert picture.notes == ("Only the first frame of 4 is used.",)


def test_a_comment_is_seen_before_and_behind_the_frame() -> None:
    plain = saved(marked(), "GIF")
    comment = b"\x21\xfe\2hi\0"
    at = after_screen(plain)
    assert not gif.has_comment(plain)
    assert personal(plain[:at] + comment + plain[at:]) == ("comment",)
    assert personal(plain[:-1] + comment + b";") == ("comment",)
    assert personal(plain[:-1] + b"\x21\xfe\0;") == ()


def test_a_file_cut_anywhere_is_a_picture_or_a_clear_refusal() -> None:
    data = saved(palette_image(20, 12, 64, 1), "GIF", save_all=True, append_images=[palette_image(20, 12, 64, 2)])
    start = next(gif.frames(data)).end
    for end in range(len(data)):
        part = data[:end]
        assert gif.frame_count(part) <= 2
        if end < start - 1:
            with pytest.raises(InputError, match=r"is cut short|is not a picture|is empty|is damaged"):
                decode(part)
        else:
            assert decode(part).size == (20, 12)


@given(st.binary(max_size=200))
def test_any_bytes_can_be_followed(noise: bytes) -> None:
    data = SCREEN + noise
    for found in gif.frames(data):
        assert 13 <= found.start < found.end <= len(data)
    gif.has_comment(data)
