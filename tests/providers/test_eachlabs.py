"""eachlabs against a server that is as strict as its documents: what is declared, sent, uploaded, told and kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from flux_desktop.core.edit import EditRequest, Recipe, TicketState
from flux_desktop.core.params import Model, Value
from flux_desktop.core.price import Cost
from flux_desktop.providers.http import Http
from tests.providers.eachlabs_support import (
    BASE_EDIT,
    CANCEL,
    PRESIGN,
    Provider,
    declared_model,
    picture,
    provider_for,
    request_for,
    run,
)
from tests.providers.support import Told
from tests.simulators.eachlabs import Eachlabs as Simulator
from tests.simulators.eachlabs_documents import DOCUMENTS

IDS = [model.id for model in Provider.models()]
MATCH = "match_input_image"


# What is declared.


def documented(model_id: str) -> dict[str, Mapping[str, Any]]:
    schema = DOCUMENTS[declared_model(model_id).wire_id]
    return {name: field for name, field in schema["properties"].items() if name not in ("prompt", "image_urls")}


@pytest.mark.parametrize("model_id", IDS)
def test_every_parameter_default_and_range_is_that_of_the_document(model_id: str) -> None:
    fields = documented(model_id)
    params = {param.field: param for param in declared_model(model_id).params if not param.emulated}
    assert set(params) == set(fields)
    for name, field in fields.items():
        param = params[name]
        if param.default != MATCH and name not in ("seed", "negative_prompt"):
            assert param.default is not None
            assert param.wire(param.default) == field["default"], name
        if "minimum" in field:
            assert (param.minimum, param.maximum) == (field["minimum"], field["maximum"]), name
        if "enum" in field:
            assert {param.wire(choice) for choice in param.choices} - {MATCH} == set(field["enum"]), name


def test_the_seed_documents_model_is_the_first() -> None:
    model = Provider.models()[0]
    assert (model.id, model.wire_id, model.references) == (BASE_EDIT, BASE_EDIT, 3)
    assert {param.name: (param.field, param.how) for param in model.params} == {
        "steps": ("num_inference_steps", "renamed"),
        "aspect_ratio": ("image_size", "converted"),
        "count": ("num_images", "renamed"),
        "safety": ("enable_safety_checker", "renamed"),
        "format": ("output_format", "renamed"),
        "seed": ("seed", "passed"),
    }
    assert "not known" in model.note


def test_the_models_of_the_documents_have_their_ids() -> None:
    assert {"flux-2-klein-4b-edit", "flux-2-klein-4b", "flux-2-dev-edit", "flux-2-pro-edit", "flux-2-max"} <= set(IDS)
    assert len(IDS) == len(set(IDS)) == len(DOCUMENTS)
    assert {model.wire_id for model in Provider.models()} == set(DOCUMENTS)


@pytest.mark.parametrize("model_id", IDS)
def test_references_are_those_of_the_document(model_id: str) -> None:
    most = DOCUMENTS[declared_model(model_id).wire_id]["properties"].get("image_urls", {}).get("maxItems", 1)
    assert declared_model(model_id).references == most - 1


@pytest.mark.parametrize("model_id", IDS)
def test_what_a_model_lacks_has_a_reason(model_id: str) -> None:
    model = declared_model(model_id)
    for name in ("size", "steps", "guidance", "strength", "megapixels", "fast", "quality"):
        assert model.param(name) or name in model.unsupported, name


# What is sent.


def expected_input(model: Model, params: Mapping[str, Value]) -> dict[str, Any]:
    """What the document's defaults become in an order, but its pictures."""
    fields = documented(model.id).items()
    expected = {name: field["default"] for name, field in fields if "default" in field}
    shape = model.param("aspect_ratio")
    if shape is not None and shape.wire(params["aspect_ratio"]) == MATCH:
        del expected["image_size"]
    return {**expected, "prompt": "make it blue", "seed": params["seed"]}


async def test_every_field_is_sent_in_its_type(eachlabs: Provider, eachlabs_host: Simulator, told: Told) -> None:
    for model in Provider.models():
        whole = {**model.defaults(), "seed": 7}
        recipe = Recipe("make it blue", "eachlabs", model.id, whole)
        await eachlabs.cancel(await eachlabs.start(replace(request_for(model.id), recipe=recipe), Told()))
        order, expected = eachlabs_host.orders[-1], expected_input(model, whole)
        sent = dict(order["input"])
        assert len(sent.pop("image_urls", [])) == (1 if model.mode == "edit" else 0)
        assert (order["model"], sent) == (model.wire_id, expected)
        assert {name: type(value) for name, value in sent.items() if isinstance(value, bool | str)} == {
            name: type(value) for name, value in expected.items() if isinstance(value, bool | str)
        }


@pytest.mark.parametrize(
    ("shape", "sent"),
    [
        (MATCH, None),
        ("1:1", "square_hd"),
        ("1:1 small", "square"),
        ("4:3", "landscape_4_3"),
        ("3:4", "portrait_4_3"),
        ("16:9", "landscape_16_9"),
        ("9:16", "portrait_16_9"),
    ],
)
async def test_every_size_can_be_asked_for(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told, shape: str, sent: str | None
) -> None:
    await eachlabs.start(request_for(BASE_EDIT, aspect_ratio=shape), told)
    assert eachlabs_host.orders[0]["input"].get("image_size") == sent


async def test_values_are_converted(eachlabs: Provider, eachlabs_host: Simulator, told: Told) -> None:
    references = [picture(32, 32), picture(48, 32), picture(32, 48)]
    params = {"steps": 8, "aspect_ratio": "1:1 small", "count": 4, "safety": False, "format": "webp", "seed": 2**32 - 1}
    result = await run(eachlabs, request_for(BASE_EDIT, picture(), *references, **params), told)
    sent = dict(eachlabs_host.orders[0]["input"])
    assert len(set(sent.pop("image_urls"))) == 4
    assert sent == {
        "prompt": "make it blue",
        "num_inference_steps": 8,
        "image_size": "square",
        "num_images": 4,
        "enable_safety_checker": False,
        "output_format": "webp",
        "seed": 2**32 - 1,
    }
    assert [(made.image.media_type, made.image.width, made.image.height) for made in result.images] == [
        ("image/webp", 512, 512)
    ] * 4
    assert len({made.image.data for made in result.images}) == 4
    # Nobody says which of several pictures the seed makes alone.
    assert [made.seed for made in result.images] == [None] * 4


async def test_only_what_the_recipe_holds_is_sent(eachlabs: Provider, eachlabs_host: Simulator, told: Told) -> None:
    recipe = Recipe("a lake", "eachlabs", "flux-2-klein-4b", {"steps": 5, "aspect_ratio": "1:1 small"})
    result = await run(eachlabs, EditRequest(recipe), told)
    assert eachlabs_host.orders[0] == {
        "model": "flux-2-klein-4b-text-to-image",
        "input": {"prompt": "a lake", "num_inference_steps": 5, "image_size": "square"},
    }
    assert result.images[0].seed is None


async def test_words_that_are_not_wanted_are_sent(eachlabs: Provider, eachlabs_host: Simulator, told: Told) -> None:
    await eachlabs.start(request_for("flux-2-klein-9b-base-edit", negative_prompt="rain"), told)
    assert eachlabs_host.orders[0]["input"]["negative_prompt"] == "rain"


# An edit and its result.


async def test_an_edit_goes_through_its_states(eachlabs: Provider, eachlabs_host: Simulator, told: Told) -> None:
    eachlabs_host.seconds = None
    result = await run(eachlabs, request_for(BASE_EDIT, picture(96, 64)), told)
    (made,) = result.images
    assert (made.image.width, made.image.height, made.seed) == (96, 64, 7)
    assert result.cost == Cost(0.014, kind="billed")
    assert result.request_id in eachlabs_host.predictions
    assert told.log == ["uploading", "running", "ordering", *["running"] * 3, "downloading"]


@pytest.mark.parametrize(("shape", "id_name"), [("string", "predictionID"), ("objects", "id")])
async def test_a_result_in_other_forms(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told, shape: str, id_name: str
) -> None:
    eachlabs_host.shape, eachlabs_host.id_name = shape, id_name
    result = await run(eachlabs, request_for(BASE_EDIT), told)
    assert [made.seed for made in result.images] == [7]


async def test_the_ticket_alone_is_enough(eachlabs_host: Simulator, eachlabs: Provider, http: Http, told: Told) -> None:
    ticket = await eachlabs.start(request_for(BASE_EDIT), told)
    assert ticket.cost == Cost(0.014)
    kept = ticket.to_json(lambda _: "")
    assert eachlabs_host.key not in str(kept)
    later, told_later = provider_for(eachlabs_host, http), Told()
    result = await later.collect(type(ticket).from_json(kept, lambda _: b""), told_later)
    assert len(result.images) == 1
    await later.tidy(told_later)
    assert eachlabs_host.files == {}


async def test_a_seed_gives_the_same_picture_again(eachlabs: Provider, told: Told) -> None:
    first, second, other = [
        (await run(eachlabs, request_for(BASE_EDIT, seed=seed), told)).images[0].image.data for seed in (5, 5, 6)
    ]
    assert first == second != other


async def test_three_of_a_kind_where_the_host_makes_one(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told
) -> None:
    parts = eachlabs.orders(request_for("flux-2-max-edit", count=3, seed=41))
    results = [await eachlabs.collect(await eachlabs.start(part, told), told) for part in parts]
    await eachlabs.tidy(told)
    assert [order["input"]["seed"] for order in eachlabs_host.orders] == [41, 42, 43]
    assert all("num_images" not in order["input"] for order in eachlabs_host.orders)
    assert [result.images[0].seed for result in results] == [41, 42, 43]
    assert eachlabs_host.arrived.count(PRESIGN) == 1
    assert eachlabs_host.files == {}


async def test_a_running_edit_is_cancelled(eachlabs: Provider, eachlabs_host: Simulator, told: Told) -> None:
    eachlabs_host.seconds = None
    ticket = await eachlabs.poll(await eachlabs.start(request_for(BASE_EDIT), told))
    assert ticket.state is TicketState.PENDING
    assert await eachlabs.cancel(ticket)
    assert [prediction.state for prediction in eachlabs_host.predictions.values()] == ["cancelled"]
    assert eachlabs_host.files == {}


async def test_an_edit_that_is_made_cannot_be_cancelled(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told
) -> None:
    ticket = await eachlabs.start(request_for(BASE_EDIT), told)
    await eachlabs.collect(ticket, told)
    assert not await eachlabs.cancel(ticket)
    assert len(eachlabs_host.seen(CANCEL)) == 1
    assert eachlabs_host.files == {}
