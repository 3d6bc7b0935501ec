"""Sizes at Lumenfall: which of three parameters counts, and what the host will make of it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.core.edit import EditRequest, Recipe
from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.params import Value
from flux_desktop.providers.http import Http
from flux_desktop.providers.lumenfall.sizes import KLEIN_1K, shape_of
from tests.providers.lumenfall_support import lumenfall_for, request_for, run
from tests.providers.support import Told
from tests.simulators.lumenfall import SIZES
from tests.simulators.lumenfall import Lumenfall as Simulator


def test_the_sizes_are_those_of_the_document() -> None:
    assert dict(KLEIN_1K) == SIZES


@pytest.mark.parametrize(
    ("params", "sent", "pixels"),
    [
        ({}, {}, None),
        ({"size": "800x600"}, {"size": "800x600"}, (800, 600)),
        ({"size": " 800 X 600 "}, {"size": "800x600"}, (800, 600)),
        ({"size": "800×600", "aspect_ratio": "1:1", "resolution": "4K"}, {"size": "800x600"}, (800, 600)),
        ({"size": "auto", "aspect_ratio": "1:1"}, {"size": "auto"}, None),
        ({"size": "16:9"}, {"size": "16:9"}, (1365, 768)),
        ({"size": "16:9", "aspect_ratio": "1:1"}, {"size": "16:9"}, (1365, 768)),
        ({"size": "7:5", "resolution": "auto"}, {"size": "4:3", "resolution": "auto"}, (1183, 887)),
        ({"aspect_ratio": "1:1"}, {"aspect_ratio": "1:1"}, (1024, 1024)),
        ({"aspect_ratio": "8:6"}, {"aspect_ratio": "4:3"}, (1183, 887)),
        ({"aspect_ratio": "100:1", "resolution": "1K"}, {"aspect_ratio": "21:9", "resolution": "1K"}, (1563, 670)),
        ({"aspect_ratio": "match_input_image"}, {}, None),
        ({"resolution": "4K"}, {"resolution": "1K"}, None),
        ({"resolution": "auto"}, {"resolution": "auto"}, None),
    ],
)
def test_precedence_and_the_nearest_match(
    params: Mapping[str, Value], sent: Mapping[str, str], pixels: tuple[int, int] | None
) -> None:
    shape = shape_of(params, KLEIN_1K)
    assert (dict(shape.sent), shape.pixels) == (sent, pixels)


@pytest.mark.parametrize(
    ("params", "note"),
    [
        ({"aspect_ratio": "7:5"}, "7:5 becomes 4:3: 1183×887."),
        ({"size": "8:6"}, "8:6 becomes 4:3: 1183×887."),
        ({"resolution": "2K"}, "The resolution 2K becomes 1K, the only one of this model."),
        ({"size": "9x9", "aspect_ratio": "1:1", "resolution": "1K"}, "The size 9x9 wins: 1:1 and 1K is not sent."),
        ({"size": "1:1", "aspect_ratio": "4:3"}, "The ratio 1:1 of the size wins: the aspect ratio 4:3 is not sent."),
    ],
)
def test_what_a_match_changes_is_told(params: Mapping[str, Value], note: str) -> None:
    assert note in shape_of(params, KLEIN_1K).notes


def test_a_model_whose_sizes_are_not_known_gets_what_was_asked_for() -> None:
    shape = shape_of({"aspect_ratio": "7:5", "resolution": "2K"})
    assert (dict(shape.sent), shape.pixels, shape.notes) == ({"aspect_ratio": "7:5", "resolution": "2K"}, None, ())


@pytest.mark.parametrize("size", ["big", "0x5", "5x", "x", "-3x4", "99999x9", "1024x768x3", "0:1", "1e3x2"])
def test_what_is_no_size(size: str) -> None:
    with pytest.raises(InvalidParameter) as caught:
        shape_of({"size": size}, KLEIN_1K)
    assert "Size" in caught.value.title
    assert caught.value.hint


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_the_nearest_ratio_is_never_further_off_than_another(across: int, down: int) -> None:
    shape = shape_of({"aspect_ratio": f"{across}:{down}"}, KLEIN_1K)
    found = shape.sent["aspect_ratio"]

    def distance(ratio: str) -> float:
        width, height = map(int, ratio.split(":"))
        wanted, known = across / down, width / height
        return max(wanted, known) / min(wanted, known)

    assert distance(found) == min(map(distance, KLEIN_1K))


@pytest.mark.parametrize(
    ("name", "value"), [("aspect_ratio", "7:5"), ("size", "5:3"), ("size", "60x40"), ("aspect_ratio", "1:3")]
)
async def test_the_host_makes_what_was_announced(
    gateway: Simulator, http: Http, told: Told, name: str, value: str
) -> None:
    request = request_for("flux-2-klein-4b", **{name: value})
    image = (await run(lumenfall_for(gateway, http), request, told)).images[0].image
    assert (image.width, image.height) == shape_of(request.recipe.params, KLEIN_1K).pixels


async def test_the_estimate_follows_the_shape(gateway: Simulator, http: Http) -> None:
    lumenfall = lumenfall_for(gateway, http)

    def price(model: str, **params: Value) -> float:
        cost = lumenfall.price(EditRequest(Recipe("x", "lumenfall", model, params)))
        assert cost is not None
        return cost.amount

    assert price("flux-2-klein-4b", size="2000x1000") == pytest.approx(0.010)
    assert price("flux-2-klein-4b", aspect_ratio="16:9", count=2) == 0.010483
    assert price("flux-2-klein-4b-replicate", size="1000x1000") == pytest.approx(0.001)
