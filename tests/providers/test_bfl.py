"""Black Forest Labs against a server that is as strict as its documents: what is declared, sent, shown and told."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from flux_desktop.core.edit import EditRequest, Recipe
from flux_desktop.core.errors import BadAnswer, InvalidParameter, KeyMissing, KeyRefused
from flux_desktop.core.price import Balance, Cost
from flux_desktop.core.script import SEED, FileData, Var
from flux_desktop.providers.http import Http
from tests.providers.bfl_support import ORDER, Provider, Simulator, declared, error_of, provider_for, request_for, run
from tests.providers.onemin_support import picture
from tests.providers.support import Told
from tests.simulators.bfl import DOCUMENTS
from tests.simulators.faults import answer

IDS = [model.id for model in Provider.models()]
SHAPE = {"size", "aspect_ratio", "megapixels"}


@pytest.fixture(scope="module")
def server() -> Iterator[Simulator]:
    with Simulator() as running:
        yield running


@pytest.fixture
def host(server: Simulator) -> Simulator:
    server.reset()
    server.pending = 1  # a test that is about waiting says how long
    return server


@pytest.fixture
def bfl(host: Simulator, http: Http) -> Provider:
    return provider_for(host.base_url, http)


# What is declared.


@pytest.mark.parametrize("model_id", IDS)
def test_every_parameter_default_and_range_is_that_of_the_document(model_id: str) -> None:
    model = declared(model_id)
    fields = DOCUMENTS[model.wire_id]["properties"]
    sent = {param.field: param for param in model.params if not param.emulated and param.name not in SHAPE}
    filled = {"prompt", "width", "height", *(name for name in fields if name.startswith(("input_image", "webhook")))}
    assert set(sent) == set(fields) - filled
    for name, param in sent.items():
        assert param.default == fields[name].get("default"), name
        if name != "seed" and "minimum" in fields[name]:
            assert (param.minimum, param.maximum) == (fields[name]["minimum"], fields[name]["maximum"])
        if "enum" in fields[name]:
            assert list(param.choices) == fields[name]["enum"]


@pytest.mark.parametrize("model_id", IDS)
def test_what_a_model_lacks_has_a_reason(model_id: str) -> None:
    model = declared(model_id)
    for name in ("steps", "guidance", "strength", "quality", "fast", "safety"):
        assert model.param(name) or name in model.unsupported, name
    pictures = sum(name.startswith("input_image") for name in DOCUMENTS[model.wire_id]["properties"])
    assert model.references == (pictures - 1 if model.mode == "edit" else 0)


def test_the_models_have_the_ids_that_they_have_everywhere() -> None:
    words = ("klein-4b", "klein-9b", "pro", "flex", "max")
    assert [id for word in words for id in (f"flux-2-{word}-edit", f"flux-2-{word}")] == IDS


# What is sent.


@pytest.mark.parametrize("model_id", IDS)
async def test_every_model_makes_a_good_order(bfl: Provider, host: Simulator, told: Told, model_id: str) -> None:
    result = await run(bfl, request_for(model_id), told)
    (order,) = host.orders
    model = declared(model_id)
    assert order["endpoint"] == model.wire_id
    assert ("input_image" in order) == (model.mode == "edit")
    assert order["seed"] == result.images[0].seed == 7
    assert result.images[0].image.media_type == "image/jpeg"


async def test_every_value_is_sent_in_its_type(bfl: Provider, host: Simulator, told: Told) -> None:
    params: dict[str, Any] = {
        "steps": 20, "guidance": 3.5, "prompt_upsampling": False, "size": "320x256", "format": "webp",
        "safety_tolerance": 0, "seed": 4_294_967_295,
    }  # fmt: skip
    result = await run(bfl, request_for("flux-2-flex", **params), told)
    assert host.orders[0] == {
        "endpoint": "flux-2-flex", "prompt": "make it blue", "steps": 20, "guidance": 3.5, "prompt_upsampling": False,
        "width": 320, "height": 256, "output_format": "webp", "safety_tolerance": 0, "seed": 4_294_967_295,
    }  # fmt: skip
    image = result.images[0].image
    assert (image.media_type, image.width, image.height) == ("image/webp", 320, 256)


async def test_only_what_the_recipe_holds_is_sent(bfl: Provider, host: Simulator, told: Told) -> None:
    result = await run(bfl, EditRequest(Recipe("a lake", "bfl", "flux-2-klein-4b", {})), told)
    assert host.orders[0] == {"endpoint": "flux-2-klein-4b", "prompt": "a lake"}
    assert result.images[0].seed == 41, "the host says which seed it took"


async def test_pictures_go_in_their_order(bfl: Provider, host: Simulator, told: Told) -> None:
    request = request_for("flux-2-pro-edit", *(picture(width, 40) for width in range(41, 48)))
    await run(bfl, request, told)
    prepared = [hashlib.sha256(one.encoded.image.data).hexdigest() for one in bfl.prepare(request)]
    names = ["input_image", *(f"input_image_{number}" for number in range(2, 9))]
    assert [host.orders[0][name] for name in names] == prepared
    assert len(set(prepared)) == 8


async def test_the_picture_tells_nothing_of_its_owner(bfl: Provider, host: Simulator, told: Told) -> None:
    exif = Image.Exif()
    exif[0x010E] = "my holiday"
    source = picture(media_type="image/jpeg", exif=exif)
    await run(bfl, replace(request_for("flux-2-klein-4b-edit"), source=source), told)
    assert len(host.orders) == 1
    assert any("Removed before sending" in note for note in told.notes)


@pytest.mark.parametrize(("model_id", "references"), [("flux-2-klein-4b-edit", 4), ("flux-2-max-edit", 8)])
async def test_too_many_pictures_are_not_sent(
    bfl: Provider, host: Simulator, told: Told, model_id: str, references: int
) -> None:
    error = await error_of(bfl, told, request_for(model_id, *[picture()] * references))
    assert type(error) is InvalidParameter
    assert host.arrived == []


async def test_an_edit_needs_a_picture(bfl: Provider, host: Simulator, told: Told) -> None:
    request = replace(request_for("flux-2-klein-4b-edit"), source=None)
    assert type(await error_of(bfl, told, request)) is InvalidParameter
    assert host.arrived == []


async def test_the_key_reaches_the_api_and_nothing_else(bfl: Provider, host: Simulator, told: Told) -> None:
    await run(bfl, request_for("flux-2-klein-4b-edit"), told)
    *api, result = host.log
    assert [seen.headers.get("x-key") for seen in api] == [host.key] * len(api)
    assert host.key not in f"{result.path}{result.query}{result.headers}"


async def test_stages_progress_and_the_word_before_the_order(bfl: Provider, host: Simulator, told: Told) -> None:
    host.pending = 4
    await run(bfl, request_for("flux-2-klein-4b-edit"), told)
    assert [told.log[0], *told.log[1:3], told.log[-1]] == ["uploading", "running", "ordering", "downloading"]
    assert set(told.log[3:-1]) == {"running"}
    assert [step for step in told.progress if step is not None] == [0.25, 0.5, 0.75]


async def test_three_of_a_kind_are_three_orders_with_a_seed_each(bfl: Provider, host: Simulator, told: Told) -> None:
    parts = bfl.orders(request_for("flux-2-klein-4b", count=3, seed=41))
    results = [await run(bfl, part, told) for part in parts]
    assert [order["seed"] for order in host.orders] == [41, 42, 43]
    assert len({result.images[0].image.data for result in results}) == 3


# Sizes.


@pytest.mark.parametrize(
    ("params", "sent"),
    [
        ({"size": "1024x768"}, (1024, 768)),
        ({"size": "1000x700"}, (1008, 704)),
        ({"size": "64x64", "aspect_ratio": "16:9", "megapixels": "4"}, (64, 64)),
        ({"aspect_ratio": "1:1"}, (1008, 1008)),
        ({"aspect_ratio": "16:9", "megapixels": "1"}, (1328, 752)),
        ({"aspect_ratio": "9:21", "megapixels": "0.25"}, (320, 768)),
        ({"megapixels": "0.25"}, (608, 416)),
        ({"aspect_ratio": "match_input_image"}, None),
        ({}, None),
    ],
)
def test_a_shape_becomes_width_and_height(bfl: Provider, params: dict[str, Any], sent: tuple[int, int] | None) -> None:
    fields = {field.field: field for field in bfl.fields(request_for("flux-2-klein-4b-edit", **params))}
    assert (sent is None) == ("width" not in fields)
    if sent:
        assert (fields["width"].value, fields["height"].value) == sent
        assert fields["width"].how == fields["height"].how == "converted"


async def test_a_rounded_size_is_shown_before_it_is_sent(bfl: Provider, host: Simulator, told: Told) -> None:
    request = request_for("flux-2-klein-4b-edit", size="100x200")
    outgoing = bfl.outgoing(request)
    assert host.arrived == []
    assert "The size 100×200 becomes 96×208: sides are multiples of 16." in outgoing.notes
    result = await run(bfl, request, told)
    assert (result.images[0].image.width, result.images[0].image.height) == (96, 208)
    assert set(outgoing.notes) <= set(told.notes)


@pytest.mark.parametrize("size", ["32x1024", "2064x2048", "1024", "axb", "99999x64"])
async def test_a_size_that_cannot_be_had_is_not_sent(bfl: Provider, host: Simulator, told: Told, size: str) -> None:
    error = await error_of(bfl, told, request_for("flux-2-klein-4b", size=size))
    assert type(error) is InvalidParameter
    assert host.arrived == []


def test_more_than_the_documents_name_is_said_before(bfl: Provider) -> None:
    large = replace(picture(), width=3000, height=2000)
    request = request_for("flux-2-pro-edit", large, aspect_ratio="1:1", megapixels="4")
    assert any("10.0 megapixels go in and come out" in note for note in bfl.outgoing(request).notes)


async def test_what_was_shown_is_what_is_sent(bfl: Provider, host: Simulator, told: Told) -> None:
    request = request_for("flux-2-flex-edit", picture(20, 20), aspect_ratio="3:2", megapixels="0.5")
    outgoing = bfl.outgoing(request)
    await bfl.start(request, told)
    sent = {name: value for name, value in host.orders[0].items() if not name.startswith("input_image")}
    assert {"endpoint": "flux-2-flex", **{field.field: field.value for field in outgoing.fields}} == sent
    assert [file.role for file in outgoing.files] == ["source", "reference 1"]


# Money and keys.


def test_the_price_before(bfl: Provider) -> None:
    edit = request_for("flux-2-klein-4b-edit", picture(1000, 1000), size="1600x1248", count=2)
    sent = 0.096 * 0.064 + 1.0
    assert bfl.price(edit) == Cost(round(2 * (0.014 + 0.9968 * 0.001 + sent * 0.001), 6))
    assert bfl.price(request_for("flux-2-max", size="1024x1024")) == Cost(round(0.07 + 0.048576 * 0.03, 6))


async def test_what_was_billed_is_kept(bfl: Provider, host: Simulator, told: Told) -> None:
    ticket = await bfl.start(request_for("flux-2-pro-edit", size="1600x1248"), told)
    assert ticket.cost == Cost(round(0.03 + 0.9968 * 0.015 + 0.006144 * 0.015, 6), "USD", "billed")
    assert ticket.cost == replace(bfl.price(request_for("flux-2-pro-edit", size="1600x1248")) or Cost(0), kind="billed")
    assert (ticket.data["input_mp"], ticket.data["output_mp"]) == (0.006144, 1.9968)
    host.tells_cost = False
    ticket = await bfl.start(request_for("flux-2-klein-4b"), told)
    assert ticket.cost == Cost(0.014)


async def test_the_balance_and_the_key(bfl: Provider, host: Simulator, http: Http) -> None:
    host.credits = 123.45
    assert await bfl.balance() == Balance(1.2345, "USD")
    assert "123.45 credits" in await bfl.check_key()
    assert host.arrived == ["GET /v1/credits"] * 2
    with pytest.raises(KeyRefused):
        await provider_for(host.base_url, http, "another").check_key()
    host.fault(answer("GET /v1/credits", 200, {"credits": "many"}))
    with pytest.raises(BadAnswer, match="did not say"):
        await bfl.balance()


async def test_without_a_key_nothing_is_sent(host: Simulator, http: Http, told: Told) -> None:
    assert type(await error_of(provider_for(host.base_url, http, ""), told)) is KeyMissing
    assert host.arrived == []
    assert told.log == []


# The same as a script.


async def test_a_script_makes_the_same_order(bfl: Provider, host: Simulator, told: Told) -> None:
    request = request_for("flux-2-klein-4b-edit", picture(20, 10), size="96x64")
    script = bfl.script(request)
    order, wait = script.steps
    await bfl.start(request, told)
    sent = host.seen(ORDER)[0].json
    assert order.url == f"{host.url}{host.seen(ORDER)[0].path}"
    pictures = {name: value for name, value in order.json.items() if isinstance(value, FileData)}
    assert pictures == {"input_image": FileData("source"), "input_image_2": FileData("reference 1")}
    assert {**order.json, **{name: sent[name] for name in pictures}} == sent
    assert [hashlib.sha256(file.data).hexdigest() for file in script.files] == [
        host.orders[0]["input_image"], host.orders[0]["input_image_2"],
    ]  # fmt: skip
    assert (script.key, script.auth, script.suffix) == ("BFL_API_KEY", {"x-key": "{key}"}, ".jpg")
    assert (wait.url, wait.keep) == (Var("polling_url"), {"results": "result.sample"})
    assert host.key not in repr(script)


def test_a_script_of_several_repeats_the_order(bfl: Provider) -> None:
    script = bfl.script(request_for("flux-2-klein-4b", count=3, seed=5))
    assert script.seeds == (5, 6, 7)
    assert script.steps[0].json["seed"] == SEED
    assert all(step.each for step in script.steps)
