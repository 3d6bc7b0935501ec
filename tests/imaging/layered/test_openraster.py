"""OpenRaster as its specification has it: what comes first, what the XML says, and every pixel."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest
from PIL import Image

from flux_desktop.imaging.colour import srgb_profile
from flux_desktop.imaging.layered.layers import Stack, laid_over, masked
from flux_desktop.imaging.layered.openraster import write_openraster
from tests.imaging.layered.stacks import layer, noise, stack


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "out.ora"


def picture(path: Path, name: str) -> Image.Image:
    with ZipFile(path) as file, Image.open(BytesIO(file.read(name))) as image:
        assert image.format == "PNG"
        assert image.info["icc_profile"] == srgb_profile()
        image.load()
        return image


def described(path: Path) -> ElementTree.Element:
    with ZipFile(path) as file:
        return ElementTree.fromstring(file.read("stack.xml"))


def a_stack(size: tuple[int, int]) -> Stack:
    return stack(
        size, layer("RGB", size, 1, name="Original – a <b>.jpg"), layer("RGB", size, 2, name="Edit – 🎨 & \"'")
    )


def test_the_file_is_laid_out_as_specified(path: Path) -> None:
    write_openraster(a_stack((5, 3)), path)
    with ZipFile(path) as file:
        first = file.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
        assert file.read("mimetype") == b"image/openraster"
        assert {"stack.xml", "mergedimage.png", "Thumbnails/thumbnail.png"} < set(file.namelist())
        assert file.testzip() is None
    # Readers look for these bytes at this place.
    assert path.read_bytes()[30:54] == b"mimetypeimage/openraster"


def test_layers_are_described_from_the_top_down(path: Path) -> None:
    hidden = replace(layer("RGB", (2, 2), 3, at=(3, 1)), visible=False)
    one = a_stack((5, 3))
    write_openraster(replace(one, layers=(*one.layers, hidden)), path)
    image = described(path)
    assert (image.tag, image.get("w"), image.get("h")) == ("image", "5", "3")
    layers = image.findall("./stack/layer")
    assert [one.get("name") for one in layers] == ["A layer", "Edit – 🎨 & \"'", "Original – a <b>.jpg"]
    assert [one.get("visibility") for one in layers] == ["hidden", "visible", "visible"]
    assert (layers[0].get("x"), layers[0].get("y")) == ("3", "1")
    assert picture(path, str(layers[0].get("src"))).tobytes() == noise("RGB", (2, 2), 3).tobytes()
    assert picture(path, str(layers[2].get("src"))).tobytes() == noise("RGB", (5, 3), 1).tobytes()
    assert picture(path, "mergedimage.png").tobytes() == noise("RGB", (5, 3), 2).tobytes()


@pytest.mark.parametrize("size", [(1, 1), (7, 5), (1, 40)])
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_mask_is_the_alpha_of_its_layer(path: Path, size: tuple[int, int], mode: str) -> None:
    above = replace(layer(mode, size, 2), load_mask=partial(noise, "L", size, 3))
    write_openraster(stack(size, layer("RGB", size, 1), above), path)
    seen = picture(path, "data/layer1.png")
    assert seen.tobytes() == masked(noise(mode, size, 2), noise("L", size, 3)).tobytes()
    merged = laid_over(noise("RGB", size, 1), (0, 0, *size), noise(mode, size, 2), noise("L", size, 3))
    assert picture(path, "mergedimage.png").tobytes() == merged.tobytes()


def test_the_thumbnail_is_small(path: Path) -> None:
    write_openraster(a_stack((600, 300)), path)
    assert picture(path, "Thumbnails/thumbnail.png").size == (256, 128)
    assert picture(path, "mergedimage.png").size == (600, 300)


def test_the_same_picture_gives_the_same_file(path: Path) -> None:
    write_openraster(a_stack((5, 3)), path)
    first = path.read_bytes()
    write_openraster(a_stack((5, 3)), path)
    assert path.read_bytes() == first
