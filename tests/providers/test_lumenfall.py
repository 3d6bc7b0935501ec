"""Lumenfall against a server that is as strict as its documents: what is declared, sent, shown and told."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from flux_desktop.core.edit import EditRequest, Recipe
from flux_desktop.core.errors import InvalidParameter, KeyMissing, KeyRefused
from flux_desktop.core.price import Balance, Cost
from flux_desktop.providers.http import Http
from flux_desktop.providers.lumenfall import Lumenfall
from tests.providers.lumenfall_support import (
    EDITS,
    GENERATIONS,
    declared,
    error_of,
    lumenfall_for,
    request_for,
    run,
)
from tests.providers.onemin_support import picture
from tests.providers.support import Told
from tests.simulators.faults import answer
from tests.simulators.lumenfall import GATEWAY, ROUTES
from tests.simulators.lumenfall import Lumenfall as Simulator

IDS = [model.id for model in Lumenfall.models()]


# What is declared.


@pytest.mark.parametrize("model_id", IDS)
def test_the_parameters_are_those_of_the_route(model_id: str) -> None:
    model = declared(model_id)
    route = ROUTES[model.wire_id]
    known = {**GATEWAY, **route.passed}
    assert {param.field for param in model.params} == set(known) - {"model", "prompt", "user", "sync_mode"}
    for param in model.params:
        field = known[param.field]
        if param.kind == "choice" and field.choices:
            assert param.choices == field.choices
        if field.most is not None and param.name != "seed":
            assert (param.minimum, param.maximum) == (field.least, field.most)
    for name in ("steps", "guidance", "strength", "megapixels", "fast", "safety"):
        assert model.param(name) or name in model.unsupported, name


def test_the_models_have_the_ids_that_they_have_everywhere() -> None:
    assert IDS[:2] == ["flux-2-klein-4b-edit", "flux-2-klein-4b"]
    assert len(IDS) == len(set(IDS))
    assert {"flux-2-klein-4b-edit-fal", "flux-2-klein-9b-edit", "flux-2-pro", "flux-2-max-edit"} <= set(IDS)
    assert [declared(id).references for id in IDS[:2]] == [3, 0]


# What is sent.


@pytest.mark.parametrize("model_id", IDS)
async def test_every_model_makes_a_good_order(
    lumenfall: Lumenfall, gateway: Simulator, told: Told, model_id: str
) -> None:
    result = await run(lumenfall, request_for(model_id), told)
    (order,) = gateway.orders
    assert order["fields"]["model"] == declared(model_id).wire_id
    assert order["mode"] == ("edits" if declared(model_id).mode == "edit" else "generations")
    assert len(order["pictures"]) == (1 if declared(model_id).mode == "edit" else 0)
    assert (result.images[0].image.width, result.images[0].image.height) == (48, 32)
    assert result.images[0].seed == 7


async def test_every_value_is_sent_in_its_type(lumenfall: Lumenfall, gateway: Simulator, told: Told) -> None:
    params: dict[str, Any] = {
        "size": "64x48", "count": 2, "format": "webp", "quality": 91, "response_format": "b64_json",
        "seed": 4_294_967_295, "megapixels": "0.5", "fast": True, "safety": False, "output_quality": 77,
    }  # fmt: skip
    for model in ("flux-2-klein-4b-replicate", "flux-2-klein-4b-edit-replicate"):
        result = await run(lumenfall, request_for(model, **params), told)
        assert gateway.orders[-1]["fields"] == {
            "model": "replicate/flux.2-klein-4b", "prompt": "make it blue", "size": "64x48", "n": 2,
            "output_format": "webp", "output_compression": 91, "response_format": "b64_json", "seed": 4_294_967_295,
            "output_megapixels": "0.5", "go_fast": True, "disable_safety_checker": True, "output_quality": 77,
        }  # fmt: skip
        assert [image.image.media_type for image in result.images] == ["image/webp"] * 2
        assert [image.seed for image in result.images] == [None, None]


async def test_fal_gets_its_own_fields(lumenfall: Lumenfall, gateway: Simulator, told: Told) -> None:
    await run(lumenfall, request_for("flux-2-klein-4b-edit-fal", steps=6, safety=False), told)
    sent = gateway.orders[0]["fields"]
    assert (sent["num_inference_steps"], sent["enable_safety_checker"]) == (6, False)
    assert "sync_mode" not in sent


async def test_only_what_the_recipe_holds_is_sent(lumenfall: Lumenfall, gateway: Simulator, told: Told) -> None:
    await run(lumenfall, EditRequest(Recipe("a lake", "lumenfall", "flux-2-klein-4b", {"size": "16x16"})), told)
    assert gateway.orders[0]["fields"] == {"model": "flux.2-klein-4b", "prompt": "a lake", "size": "16x16"}


async def test_pictures_go_in_order_under_names_of_our_own(
    lumenfall: Lumenfall, gateway: Simulator, told: Told
) -> None:
    references = [picture(width, 20) for width in (30, 40, 50)]
    await run(lumenfall, request_for("flux-2-klein-4b-edit", *references), told)
    sent = gateway.orders[0]["pictures"]
    assert [(one["field"], one["width"]) for one in sent] == [("image[]", width) for width in (96, 30, 40, 50)]
    assert [one["filename"] for one in sent] == ["source.png", *(f"reference-{n}.png" for n in (1, 2, 3))]
    await run(lumenfall, request_for("flux-2-klein-4b-edit"), told)
    assert [one["field"] for one in gateway.orders[1]["pictures"]] == ["image"]


@pytest.mark.parametrize("format", ["png", "jpeg", "gif", "webp", "avif"])
@pytest.mark.parametrize("by", ["url", "b64_json"])
async def test_every_format_comes_back(
    lumenfall: Lumenfall, gateway: Simulator, told: Told, format: str, by: str
) -> None:
    result = await run(lumenfall, request_for("flux-2-klein-4b", format=format, response_format=by), told)
    assert result.images[0].image.media_type == f"image/{format}"
    assert len(gateway.seen("GET /results")) == (1 if by == "url" else 0)


async def test_the_upload_tells_nothing_of_its_owner(lumenfall: Lumenfall, gateway: Simulator, told: Told) -> None:
    exif = Image.Exif()
    exif[0x010E] = "my holiday"
    source = picture(media_type="image/jpeg", exif=exif)
    await run(lumenfall, replace(request_for("flux-2-klein-4b-edit"), source=source), told)
    assert b"my holiday" not in gateway.seen(EDITS)[0].body
    assert any("Removed before sending" in note for note in told.notes)


async def test_the_key_reaches_the_api_and_nothing_else(lumenfall: Lumenfall, gateway: Simulator, told: Told) -> None:
    await run(lumenfall, request_for("flux-2-klein-4b-edit"), told)
    assert [seen.headers.get("authorization") for seen in gateway.log] == [f"Bearer {gateway.key}", None]
    assert all(gateway.key not in f"{seen.path}{seen.query}{seen.body!r}" for seen in gateway.log)


async def test_stages_and_the_word_before_the_order(lumenfall: Lumenfall, told: Told) -> None:
    await run(lumenfall, request_for("flux-2-klein-4b-edit"), told)
    assert told.log == ["uploading", "running", "ordering", "downloading"]
    told.log.clear()
    await run(lumenfall, request_for("flux-2-klein-4b"), told)
    assert told.log == ["running", "ordering", "downloading"]


async def test_the_same_seed_gives_the_same_picture_again(lumenfall: Lumenfall, told: Told) -> None:
    made = [await run(lumenfall, request_for("flux-2-klein-4b", seed=seed), told) for seed in (5, 5, 6)]
    first, again, other = (result.images[0].image.data for result in made)
    assert first == again != other


@pytest.mark.parametrize("references", [4, 5])
async def test_too_many_pictures_are_not_sent(
    lumenfall: Lumenfall, gateway: Simulator, told: Told, references: int
) -> None:
    request = request_for("flux-2-klein-4b-edit", *[picture()] * references)
    assert type(await error_of(lumenfall, told, request)) is InvalidParameter
    assert gateway.arrived == []


async def test_an_edit_needs_a_picture(lumenfall: Lumenfall, gateway: Simulator, told: Told) -> None:
    request = replace(request_for("flux-2-klein-4b-edit"), source=None)
    assert type(await error_of(lumenfall, told, request)) is InvalidParameter
    assert gateway.arrived == []


# What is shown, and told.


def test_what_leaves_is_shown_without_sending_it(lumenfall: Lumenfall, gateway: Simulator) -> None:
    outgoing = lumenfall.outgoing(request_for("flux-2-klein-4b-edit", picture(20, 20), aspect_ratio="7:5", count=3))
    assert gateway.arrived == []
    assert (outgoing.host, outgoing.calls) == (gateway.base_url, 1)
    assert [file.role for file in outgoing.files] == ["source", "reference 1"]
    fields = {field.name: (field.field, field.value, field.how) for field in outgoing.fields}
    assert fields["aspect_ratio"] == ("aspect_ratio", "4:3", "converted")
    assert fields["count"] == ("n", 3, "renamed")
    assert fields["format"] == ("output_format", "png", "renamed")
    assert "7:5 becomes 4:3: 1183×887." in outgoing.notes
    assert any("about an hour" in note for note in outgoing.notes)


async def test_what_was_shown_is_what_is_sent(lumenfall: Lumenfall, gateway: Simulator, told: Told) -> None:
    request = request_for("flux-2-klein-4b-edit-fal", size="3:2", aspect_ratio="1:1")
    shown = {field.field: field.value for field in lumenfall.outgoing(request).fields}
    await lumenfall.start(request, told)
    sent = gateway.orders[0]["fields"]
    assert {**shown, "model": "fal/flux.2-klein-4b-edit"} == sent
    assert set(lumenfall.notes(request)) <= set(told.notes)
    assert "The result will have 1254×836 pixels." in lumenfall.outgoing(request).notes


async def test_a_long_prompt_is_sent_with_a_warning(lumenfall: Lumenfall, gateway: Simulator, told: Told) -> None:
    request = request_for("flux-2-klein-4b", prompt="x" * 1001)
    assert any("1001 letters" in note for note in lumenfall.outgoing(request).notes)
    error = await error_of(lumenfall, told, request)
    assert "<=1000 characters" in error.title
    assert any("1001 letters" in note for note in told.notes)
    assert not any("letters" in note for note in lumenfall.outgoing(request_for("flux-2-klein-4b")).notes)


async def test_who_served_it_and_for_how_much_is_recorded(lumenfall: Lumenfall, gateway: Simulator, told: Told) -> None:
    ticket = await lumenfall.start(request_for("flux-2-klein-4b-edit", size="1000x1000"), told)
    assert ticket.id == "req_000001"
    assert ticket.data == {"served_by": "fal.ai", "executed_model": "fal/flux.2-klein-4b-edit"}
    assert "Made by fal.ai (fal/flux.2-klein-4b-edit)." in told.notes
    assert ticket.cost == Cost(0.010061, "USD", "billed")


@pytest.mark.parametrize(
    "metadata", [None, [], {"cost": None}, {"cost": "0.01"}, {"cost": True}, {"cost": -1}, {"cost": float("inf")}]
)
async def test_without_a_charge_in_the_answer_the_cost_is_the_estimate(
    lumenfall: Lumenfall, gateway: Simulator, told: Told, metadata: object
) -> None:
    body = {"data": [{"url": f"{gateway.url}/results/x"}], "metadata": metadata}
    gateway.fault(answer(GENERATIONS, 200, body))
    ticket = await lumenfall.start(request_for("flux-2-klein-4b", size="2000x1000"), told)
    assert ticket.cost == Cost(0.01)
    assert ticket.data == {}


# Keys and the account.


async def test_without_a_key_nothing_is_sent(gateway: Simulator, http: Http, told: Told) -> None:
    error = await error_of(lumenfall_for(gateway, http, ""), told)
    assert type(error) is KeyMissing
    assert gateway.arrived == []
    assert told.log == []


async def test_a_key_is_tried_by_asking_for_the_balance(lumenfall: Lumenfall, gateway: Simulator, http: Http) -> None:
    assert "25.00 USD" in await lumenfall.check_key()
    assert gateway.arrived == ["GET /v1/balance"]
    with pytest.raises(KeyRefused):
        await lumenfall_for(gateway, http, "another").check_key()
    gateway.balance = None
    assert "charged afterwards" in await lumenfall.check_key()


async def test_the_balance(lumenfall: Lumenfall, gateway: Simulator, told: Told) -> None:
    gateway.balance = 3.5
    assert await lumenfall.balance() == Balance(3.5, "USD")
    gateway.balance = None
    assert await lumenfall.balance() is None
    gateway.fault(answer("GET /v1/balance", 200, {"available": [3]}))
    assert await lumenfall.balance() is None


# The same as a script.


@pytest.mark.parametrize("by", ["url", "b64_json"])
def test_a_generation_as_a_script(lumenfall: Lumenfall, by: str) -> None:
    script = lumenfall.script(request_for("flux-2-klein-4b", response_format=by))
    assert script is not None
    (step,) = script.steps
    assert (script.key, script.auth) == ("LUMENFALL_API_KEY", {"Authorization": "Bearer {key}"})
    assert (step.method, step.url) == ("POST", lumenfall.url("images/generations"))
    assert step.json["model"] == "flux.2-klein-4b"
    assert script.kind == ("url" if by == "url" else "base64")
    assert step.keep == {"results": f"data[].{by}"}
    assert Simulator.key not in repr(script)


async def test_an_edit_as_a_script_is_the_same_order(lumenfall: Lumenfall, gateway: Simulator, told: Told) -> None:
    request = request_for("flux-2-klein-4b-edit", picture(20, 10))
    script = lumenfall.script(request)
    assert script is not None
    (step,) = script.steps
    await lumenfall.start(request, told)
    seen = gateway.seen(EDITS)[0]
    assert dict(step.form) == seen.fields
    assert step.files == (("image[]", "source"), ("image[]", "reference 1"))
    assert [(file.name, file.filename) for file in script.files] == [
        ("source", "source.png"),
        ("reference 1", "reference-1.png"),
    ]
    assert Image.open(io.BytesIO(script.files[1].data)).size == (20, 10)
    assert step.json is None
