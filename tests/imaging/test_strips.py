"""Pictures read in strips: the same pixels as those of a picture that is read whole."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from flux_desktop.core.errors import NotAPicture
from flux_desktop.imaging import strips
from flux_desktop.imaging.master import Master, written
from flux_desktop.imaging.opening import decode, strips_of_file
from flux_desktop.imaging.strips import Strips, strips_of_image, strips_of_pixels
from tests.imaging.files import encoded, png_16
from tests.imaging.masters import noise, profile
from tests.imaging.pictures import TURNED, cmyk_profile, colourful, exif, grey_profile, saved

SIZE = (70, 150)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every picture is big enough, and has several strips."""
    monkeypatch.setattr(strips, "BIG", 0)
    monkeypatch.setattr(strips, "STRIP_PIXELS", SIZE[0] * 32)


def whole(made: Strips) -> Image.Image:
    """The strips put together, and turned."""
    images = list(made.images)
    assert {image.width for image in images} == {made.width}
    assert {image.mode for image in images} == {"RGBA" if made.has_alpha else "RGB"}
    result = Image.new(images[0].mode, (made.width, made.height))
    top = 0
    for image in images:
        result.paste(image, (0, top))
        top += image.height
    assert top == made.height
    how = TURNED[{6: 8, 8: 6}.get(made.orientation, made.orientation)]
    return result if how is None else result.transpose(how)


def picture() -> Image.Image:
    return colourful(SIZE)


def transparent() -> Image.Image:
    image = picture().convert("RGBA")
    image.putalpha(Image.radial_gradient("L").resize(SIZE))
    return image


def partly_clear(channels: int) -> bytes:
    """16 bits a channel; what has one colour is transparent, what is next to that is not."""
    values = noise(SIZE, channels)
    clear = (40000, 1000, 30000)[:channels]
    values[20:90, 10:30], values[40:50] = clear, np.add(clear, (0, 0, 1)[-channels:])
    return png_16(values, 2 if channels == 3 else 0, clear)


FILES: dict[str, Callable[[], bytes]] = {
    "jpeg": lambda: encoded("image/jpeg", picture(), quality=80, subsampling=2),
    "grey jpeg": lambda: encoded("image/jpeg", picture().convert("L")),
    "cmyk jpeg": lambda: encoded("image/jpeg", picture().convert("CMYK")),
    "wide gamut jpeg": lambda: encoded("image/jpeg", picture(), icc_profile=profile("Display P3")),
    "png": lambda: encoded("image/png", picture()),
    "transparent png": lambda: encoded("image/png", transparent()),
    "grey and alpha png": lambda: encoded("image/png", transparent().convert("LA")),
    "palette png": lambda: encoded("image/png", picture().quantize(20)),
    "one colour is clear png": lambda: encoded("image/png", picture(), transparency=(128, 128, 128)),
    "16 bit png": lambda: png_16(noise(SIZE, 3), 2),
    "16 bit grey png": lambda: png_16(noise(SIZE, 1), 0),
    "16 bit transparent png": lambda: png_16(noise(SIZE, 4), 6),
    "16 bit png with a clear colour": lambda: partly_clear(3),
    "16 bit grey png with a clear colour": lambda: partly_clear(1),
    "tiff": lambda: encoded("image/tiff", picture()),
    "transparent tiff": lambda: encoded("image/tiff", transparent()),
    "webp": lambda: encoded("image/webp", picture()),
}


@pytest.mark.parametrize("kind", FILES)
def test_strips_have_the_pixels_of_the_whole(kind: str) -> None:
    data = FILES[kind]()
    made = strips_of_file(data)
    assert made.size == SIZE
    meant = decode(data)
    assert np.array_equal(np.asarray(whole(made).convert(meant.mode)), np.asarray(meant))


@pytest.mark.parametrize("orientation", TURNED)
def test_a_picture_that_lies_on_its_side_says_how_it_is_to_be_turned(orientation: int) -> None:
    data = saved(picture(), "JPEG", exif=exif(orientation))
    made = strips_of_file(data)
    assert (made.width, made.height) == SIZE, "as it lies in the file"
    assert made.orientation == orientation
    assert made.size == decode(data).size
    assert whole(made).tobytes() == decode(data).tobytes()


@pytest.mark.parametrize("kind", ["jpeg", "png", "tiff"])
def test_a_file_that_is_cut_short_is_an_error_while_it_is_read(kind: str) -> None:
    data = FILES[kind]()
    with pytest.raises(NotAPicture):
        list(strips_of_file(data[: len(data) * 2 // 3], name="photo").images)


def test_small_pictures_are_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strips, "BIG", SIZE[0] * SIZE[1] + 1)
    assert strips_of_file(saved(picture(), "JPEG", exif=exif(6))).orientation == 1, "upright already"


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGB", "RGBA", "1"])
def test_an_image_in_memory_is_cut_into_strips(mode: str) -> None:
    image = transparent().convert("RGB" if mode == "P" else "RGBA").convert(mode)
    made = strips_of_image(image)
    assert made.has_alpha == ("A" in mode)
    assert whole(made).tobytes() == image.convert("RGBA" if made.has_alpha else "RGB").tobytes()


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize(
    ("mode", "icc"),
    [("L", b""), ("L", grey_profile()), ("LA", b""), ("RGB", b""), ("RGB", profile("Adobe RGB")),
     ("RGBA", profile("ProPhoto")), ("CMYK", cmyk_profile())],
)  # fmt: skip
def test_a_master_has_the_strips_of_its_file(mode: str, icc: bytes, depth: int) -> None:
    master = Master(noise((70, 90), len(mode), depth), mode, icc)
    made, meant = strips_of_pixels(master.pixels, mode, icc), strips_of_file(written(master)[0])
    assert (made.size, made.has_alpha) == (meant.size, meant.has_alpha)
    assert whole(made).tobytes() == whole(meant).tobytes()
