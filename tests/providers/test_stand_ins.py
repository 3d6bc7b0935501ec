"""Stand-ins are as large as what they stand for, and say nothing of it."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from flux_desktop.core.edit import EditRequest, EncodedImage, Recipe
from flux_desktop.providers.lumenfall.stand_ins import flat_pictures, flat_png, sizes_in, stand_in_prompt


@pytest.mark.parametrize("size", [(1, 1), (7, 3), (640, 481), (6000, 4000)])
def test_a_flat_picture_is_a_whole_one(size: tuple[int, int]) -> None:
    data = flat_png(*size)
    image = Image.open(io.BytesIO(data))
    image.load()
    assert image.size == size
    assert len(image.getcolors() or ()) == 1
    assert len(data) < 5000


def test_each_picture_has_its_own() -> None:
    source, reference = (EncodedImage(b"", "image/jpeg", *size) for size in ((30, 20), (5, 9)))
    request = EditRequest(Recipe("x", "p", "m"), source, (reference,))
    assert sizes_in(request) == ((30, 20), (5, 9))
    images = [prepared.encoded.image for prepared in flat_pictures(request)]
    assert [(image.width, image.height) for image in images] == [(30, 20), (5, 9)]
    assert sizes_in(EditRequest(Recipe("x", "p", "m"))) == ()


@pytest.mark.parametrize(("length", "stands_for"), [(0, 250), (1, 250), (250, 250), (251, 500), (5000, 1000)])
def test_a_prompt_is_stood_for_by_its_length(length: int, stands_for: int) -> None:
    assert stand_in_prompt("s" * length, 1000) == "x" * stands_for
