"""What is sent for a part of a picture comes back in the same shape, from every model of every provider."""

import math
from fractions import Fraction

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from flux_desktop.core.edit import EditRequest, EncodedImage, Recipe
from flux_desktop.core.params import Model, Param, choice, text
from flux_desktop.core.region import Shapes, Size
from flux_desktop.imaging.region.context import context
from flux_desktop.imaging.region.mask import Box
from flux_desktop.providers.base import Provider
from flux_desktop.providers.fal.models import IMAGE_SIZES
from flux_desktop.providers.http import Http
from flux_desktop.providers.link import Link
from flux_desktop.providers.region import recipe_for, shapes_of, sized
from flux_desktop.providers.registry import find_providers
from flux_desktop.services.recipes import complete
from tests.services.every_model import recipes

EDITORS = [
    pytest.param(cls, model, id=f"{id} {model.id}")
    for id, cls in find_providers().items()
    for model in cls.models()
    if model.mode == "edit"
]
SHAPE_PARAMS = ("size", "aspect_ratio", "megapixels", "resolution")
QUICK = (Phase.explicit, Phase.generate)
"""There is nothing to make smaller in a recipe of a few parameters."""
PLACES = st.tuples(st.integers(0, 5000), st.integers(0, 3000), st.integers(1, 1000), st.integers(1, 1000))
NAMED = {name: width / height for name, (width, height) in IMAGE_SIZES.values()}


def provider(cls: type[Provider]) -> Provider:
    """One that nobody asks to send anything."""

    async def no_key() -> str:
        return ""

    def no_http() -> Http:
        raise AssertionError("nothing is sent")

    return cls(Link(cls.base_url, no_key, no_http))


def carried(cls: type[Provider], recipe: Recipe, sent: Size) -> float | None:
    """The proportions that an order names for its result; None where it leaves them to the picture."""
    picture = EncodedImage(b"", "image/png", *sent)
    fields = {field.field: field.value for field in provider(cls).fields(EditRequest(recipe, picture))}
    if isinstance(fields.get("width"), int):
        return float(Fraction(int(str(fields["width"])), int(str(fields["height"]))))
    words = fields.get("image_size") or fields.get("size") or fields.get("aspect_ratio")
    if isinstance(words, dict):
        return float(Fraction(words["width"], words["height"]))
    if words in (None, "match_input_image"):
        return None
    if words in NAMED:
        return NAMED[str(words)]
    across, _, down = str(words).replace("x", ":").partition(":")
    return int(across) / int(down)


@pytest.mark.parametrize(("cls", "model"), EDITORS)
@settings(max_examples=4, deadline=None, phases=QUICK)
@given(st.data())
def test_the_result_of_a_part_has_its_shape(cls: type[Provider], model: Model, data: st.DataObject) -> None:
    recipe = complete(data.draw(recipes(model)), model)
    left, top, width, height = data.draw(PLACES)
    shapes = provider(cls).shapes(recipe)
    _, sent = context(Box(left, top, left + width, top + height), (6000, 4000), shapes)
    asked = provider(cls).for_region(recipe, sent)
    assert model.check(asked.params)
    ratio = carried(cls, asked, sent)
    assert ratio is None or ratio == pytest.approx(sent[0] / sent[1])
    assert 0.4 < sent[0] * sent[1] / 1024**2 <= 1
    unchanged = {name: value for name, value in recipe.params.items() if name not in SHAPE_PARAMS}
    assert {name: value for name, value in asked.params.items() if name not in SHAPE_PARAMS} == unchanged


def model_with(*params: Param) -> Model:
    return Model("a", "A", "offline", "edit", params)


WORDS = Recipe("words", "offline", "a", {"aspect_ratio": "9:16", "megapixels": "4"})
RATIO = choice("aspect_ratio", "match_input_image", ("match_input_image", "1:1", "16:9", "1:1 small"))
AMOUNT = choice("megapixels", "1", ("0.25", "1", "4"))


def test_an_exact_size_is_asked_for_where_a_model_takes_one() -> None:
    model = model_with(RATIO, AMOUNT, text("size", None))
    assert shapes_of(model) == Shapes()
    assert recipe_for(model, WORDS, (1280, 800)).params == {"size": "1280x800"}


def test_else_the_shape_of_the_picture_and_the_nearest_amount_of_pixels() -> None:
    model = model_with(RATIO, AMOUNT)
    assert shapes_of(model) == Shapes()
    params = recipe_for(model, WORDS, (1280, 800)).params
    assert params == {"aspect_ratio": "match_input_image", "megapixels": "1"}
    assert recipe_for(model, WORDS, (512, 512)).params["megapixels"] == "0.25"


def test_a_word_for_the_shape_of_the_picture_that_may_not_hold_is_not_used() -> None:
    model = model_with(RATIO)
    assert shapes_of(model, matches=False) == Shapes(((1, 1), (16, 9)))
    assert recipe_for(model, WORDS, (1280, 720), matches=False).params == {"aspect_ratio": "16:9"}


def test_a_model_without_any_shape_gets_what_is_sent() -> None:
    assert shapes_of(model_with()) == Shapes()
    assert recipe_for(model_with(), WORDS, (1280, 720)).params == {}


def test_the_limits_of_a_host_narrow_those_that_are_usual() -> None:
    assert sized(Shapes(), 64, 4096) == Shapes()
    assert sized(Shapes(), 512, 1440, multiple=32) == Shapes(least=512, most=1440, multiple=32)
    assert sized(Shapes(), 64, 128) == Shapes(least=128, most=128)


def test_sizes_are_whole_multiples_of_what_replicate_rounds_to() -> None:
    replicate = provider(find_providers()["replicate"])
    shapes = replicate.shapes(Recipe("words", "replicate", "flux-2-dev-edit"))
    assert (shapes.multiple, shapes.most) == (32, 1440)
    assert math.gcd(*context(Box(0, 0, 100, 900), (4000, 4000), shapes)[1]) % 32 == 0
