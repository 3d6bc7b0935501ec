"""Replicate against a server that is as strict as its documents."""

from __future__ import annotations

import base64
import io
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from flux_desktop.core.edit import EditRequest, Recipe, Ticket, TicketState
from flux_desktop.core.errors import BadAnswer, InvalidParameter, KeyMissing, KeyRefused
from flux_desktop.core.price import Cost
from flux_desktop.core.script import FileData, Var
from flux_desktop.providers.http import Http
from flux_desktop.providers.replicate.provider import DATA_URI_BYTES
from tests.providers.replicate_support import (
    EDIT,
    FILES,
    ORDER,
    QUESTION,
    RESULT,
    Provider,
    declared_model,
    error_of,
    noise,
    picture,
    provider_for,
    request_for,
    run,
)
from tests.providers.support import Told
from tests.simulators.replicate import DOCUMENTS
from tests.simulators.replicate import Replicate as Simulator

IDS = [model.id for model in Provider.models()]
FILLED = {"prompt", "images", "input_images", "width", "height"}


# What is declared.


@pytest.mark.parametrize("model_id", IDS)
def test_every_parameter_default_and_range_is_that_of_the_document(model_id: str) -> None:
    model = declared_model(model_id)
    documented = {name: field for name, field in DOCUMENTS[model.wire_id]["properties"].items() if name not in FILLED}
    sent = {param.field: param for param in model.params if not param.emulated and param.name != "size"}
    assert set(sent) == set(documented)
    for name, field in documented.items():
        param = sent[name]
        default = param.wire(param.default) if param.default is not None else None
        if name != "aspect_ratio":
            assert default == field.get("default"), name
        if "minimum" in field:
            assert (param.minimum, param.maximum) == (field["minimum"], field["maximum"]), name
        left_out = {"custom"} if model.mode == "edit" else {"custom", "match_input_image"}
        assert {param.wire(choice) for choice in param.choices} == set(field.get("enum", ())) - left_out, name


@pytest.mark.parametrize("model_id", IDS)
def test_what_a_model_lacks_has_a_reason(model_id: str) -> None:
    model = declared_model(model_id)
    fields = DOCUMENTS[model.wire_id]["properties"]
    assert bool(model.param("size")) == ("width" in fields)
    pictures = fields.get("images") or fields["input_images"]
    assert model.references == (pictures["maxItems"] - 1 if model.mode == "edit" else 0)
    for name in ("steps", "guidance", "strength", "megapixels", "size", "fast", "safety"):
        assert model.param(name) or name in model.unsupported, name


def test_the_models_have_their_ids() -> None:
    assert IDS[0] == EDIT
    assert len(IDS) == len(set(IDS)) == 2 * len(DOCUMENTS)
    shapes = [declared_model(id).defaults()["aspect_ratio"] for id in (EDIT, "flux-2-klein-4b")]
    assert shapes == ["match_input_image", "1:1"]


# What is sent.


@pytest.mark.parametrize("model_id", IDS)
async def test_every_field_is_sent_in_its_type(
    replicate: Provider, replicate_host: Simulator, told: Told, model_id: str
) -> None:
    request = request_for(model_id)
    result = await run(replicate, request, told)
    (order,) = replicate_host.orders
    model = declared_model(model_id)
    expected = {field.field: field.value for field in replicate.fields(request)}
    pictures = order.get("images") or order.get("input_images")
    assert ("images" in order) == (model.mode == "edit" and "klein" in model_id)
    assert bool(pictures) == (model.mode == "edit")
    assert {name: value for name, value in order.items() if name not in ("images", "input_images")} == {
        "prompt": "make it blue", **expected,
    }  # fmt: skip
    assert replicate_host.arrived[0] == f"POST /v1/models/{model.wire_id}/predictions"
    assert replicate_host.log[0].headers["prefer"] == "wait=3"
    assert [(made.seed, bool(made.image.data)) for made in result.images] == [(7, True)]


async def test_values_are_converted(replicate: Provider, replicate_host: Simulator, told: Told) -> None:
    params: dict[str, Any] = {
        "guidance": 3.5, "aspect_ratio": "16:9", "megapixels": "0.5", "fast": True, "format": "jpeg", "quality": 91,
        "safety": False, "seed": 4_294_967_295,
    }  # fmt: skip
    result = await run(replicate, request_for("flux-2-klein-9b-base", **params), told)
    assert replicate_host.orders[0] == {
        "prompt": "make it blue", "guidance": 3.5, "aspect_ratio": "16:9", "output_megapixels": "0.5",
        "go_fast": True, "output_format": "jpg", "output_quality": 91, "disable_safety_checker": True,
        "seed": 4_294_967_295,
    }  # fmt: skip
    image = result.images[0].image
    assert image.media_type == "image/jpeg"
    assert image.width * image.height == pytest.approx(500_000, rel=0.1)


async def test_an_exact_size_wins(replicate: Provider, replicate_host: Simulator, told: Told) -> None:
    result = await run(replicate, request_for("flux-2-pro-edit", size="320x256", aspect_ratio="16:9"), told)
    order = replicate_host.orders[0]
    assert (order["aspect_ratio"], order["width"], order["height"]) == ("custom", 320, 256)
    assert "resolution" not in order
    assert (result.images[0].image.width, result.images[0].image.height) == (320, 256)
    for wrong in ("255x300", "300x2049", "large"):
        with pytest.raises(InvalidParameter, match="Size"):
            replicate.fields(request_for("flux-2-pro-edit", size=wrong))


async def test_the_resolution_has_a_word_of_its_own(replicate: Provider) -> None:
    request = request_for("flux-2-pro-edit", size="", megapixels="0.5")
    assert {field.name: field.value for field in replicate.fields(request)}["megapixels"] == "0.5 MP"
    matching = request_for("flux-2-pro-edit", picture(1000, 500), size="", megapixels="match_input_image")
    assert {field.name: field.value for field in replicate.fields(matching)}["megapixels"] == "match_input_image"
    assert replicate.made_megapixels(matching) == 0.5


async def test_small_pictures_go_inside_and_large_ones_are_uploaded(
    replicate: Provider, replicate_host: Simulator, told: Told
) -> None:
    source = noise()
    assert len(source.data) > DATA_URI_BYTES
    await run(replicate, request_for(EDIT, source, picture(20, 20), picture(30, 30)), told)
    (upload,) = replicate_host.seen(FILES)
    assert list(upload.files) == ["content"]
    assert (upload.files["content"].filename, upload.files["content"].media_type) == ("source.png", "image/png")
    first, *others = replicate_host.orders[0]["images"]
    assert first == f"{replicate_host.base_url}/files/{next(iter(replicate_host.files))}"
    sizes = [Image.open(io.BytesIO(base64.b64decode(url.partition(",")[2]))).size for url in others]
    assert sizes == [(20, 20), (30, 30)]
    assert told.log == ["uploading", "running", "ordering", "downloading"]


async def test_the_key_reaches_the_api_and_nothing_else(
    replicate: Provider, replicate_host: Simulator, told: Told
) -> None:
    await run(replicate, request_for(EDIT, noise()), told)
    assert [seen.path.split("/")[1] for seen in replicate_host.log if "authorization" in seen.headers] == ["v1", "v1"]
    assert len(replicate_host.seen(RESULT)) == 1
    assert all(replicate_host.key not in f"{seen.path}{seen.query}{seen.body!r}" for seen in replicate_host.log)


async def test_three_of_a_kind_are_three_orders_and_one_upload(
    replicate: Provider, replicate_host: Simulator, told: Told
) -> None:
    parts = replicate.orders(request_for(EDIT, noise(), count=3, seed=41))
    results = [await run(replicate, part, told) for part in parts]
    assert [order["seed"] for order in replicate_host.orders] == [41, 42, 43]
    assert [result.images[0].seed for result in results] == [41, 42, 43]
    assert len(replicate_host.seen(FILES)) == 1
    assert replicate_host.files
    await replicate.tidy(told)
    assert not replicate_host.files


async def test_only_what_the_recipe_holds_is_sent(replicate: Provider, replicate_host: Simulator, told: Told) -> None:
    result = await run(replicate, EditRequest(Recipe("a lake", "replicate", "flux-2-klein-4b", {"seed": 5})), told)
    assert replicate_host.orders == [{"prompt": "a lake", "seed": 5}]
    assert result.images[0].seed == 5


@pytest.mark.parametrize(("source", "references"), [(False, 0), (True, 5)])
async def test_the_number_of_pictures_is_checked(
    replicate: Provider, replicate_host: Simulator, told: Told, source: bool, references: int
) -> None:
    request = request_for(EDIT, None, *[picture()] * references)
    request = request if source else replace(request, source=None)
    assert type(await error_of(replicate, told, request)) is InvalidParameter
    assert replicate_host.arrived == []


# How it stands.


async def test_what_is_made_while_the_order_waits_needs_no_question(
    replicate: Provider, replicate_host: Simulator, told: Told
) -> None:
    ticket = await replicate.start(request_for(EDIT), told)
    assert ticket.state is TicketState.READY
    await replicate.collect(ticket, told)
    assert replicate_host.seen(QUESTION) == []


@pytest.mark.parametrize(("model_id", "kind"), [(EDIT, list), ("flux-2-dev-edit", str)])
async def test_what_takes_longer_is_asked_for(
    replicate: Provider, replicate_host: Simulator, told: Told, model_id: str, kind: type
) -> None:
    replicate_host.polls = 2
    ticket = await replicate.start(request_for(model_id), told)
    assert ticket.state is TicketState.PENDING
    kept = Ticket.from_json(ticket.to_json(lambda data: "none"), lambda name: b"")
    result = await provider_for(replicate_host, replicate.link.http(), replicate_host.key).collect(kept, told)
    assert [made.seed for made in result.images] == [7]
    assert len(replicate_host.seen(QUESTION)) == 2
    assert told.progress[-3:] == [None, 0.5, None]
    assert len(replicate_host.orders) == 1
    assert result.request_id == ticket.id
    assert kind is list or len(result.images) == 1


async def test_a_cancel(replicate: Provider, replicate_host: Simulator, told: Told) -> None:
    replicate_host.polls = 3
    ticket = await replicate.start(request_for(EDIT), told)
    assert await replicate.cancel(ticket) is True
    assert replicate_host.log[-1].path.endswith(f"/predictions/{ticket.id}/cancel")
    with pytest.raises(Exception, match="cancelled there"):
        await replicate.collect(ticket, told)
    replicate_host.polls = 0
    assert await replicate.cancel(await replicate.start(request_for(EDIT), told)) is False


async def test_a_ticket_of_another_address_gets_no_key(
    replicate: Provider, replicate_host: Simulator, told: Told
) -> None:
    replicate_host.polls = 3
    ticket = await replicate.start(request_for(EDIT), told)
    replicate.link = replace(replicate.link, base_url="http://127.0.0.1:9/v1")
    with pytest.raises(BadAnswer, match="another address") as caught:
        await replicate.collect(ticket, told)
    assert replicate_host.url in caught.value.hint
    assert replicate_host.seen(QUESTION) == []


# Keys and money.


async def test_without_a_key_nothing_is_sent(replicate_host: Simulator, http: Http, told: Told) -> None:
    error = await error_of(provider_for(replicate_host, http, ""), told)
    assert type(error) is KeyMissing
    assert "FLUX_DESKTOP_REPLICATE_KEY" in error.hint
    assert replicate_host.arrived == []


async def test_a_key_is_tried_without_an_order(replicate: Provider, replicate_host: Simulator, http: Http) -> None:
    assert await replicate.check_key() == "Replicate accepts the key of ann."
    with pytest.raises(KeyRefused, match="valid authentication token"):
        await provider_for(replicate_host, http, "r8_wrong").check_key()
    assert replicate_host.arrived == ["GET /v1/account"] * 2


def test_the_price_counts_what_goes_in_and_what_comes_out(replicate: Provider) -> None:
    request = request_for(EDIT, picture(1000, 1000), picture(20, 20), megapixels="2", count=2)
    assert replicate.price(request) == Cost(round(2 * (2 * 0.001 + 2 * 0.001), 6))
    assert replicate.price(request_for("flux-2-pro")) is None


# What Replicate publishes.


async def test_the_published_schema_corrects_a_model(replicate: Provider, replicate_host: Simulator) -> None:
    catalogue = dict(await replicate.fetch_catalogue())
    assert set(catalogue) == set(DOCUMENTS)
    replicate.catalogue = catalogue
    for offered, declared in zip(replicate.offered(), Provider.models(), strict=True):
        assert sorted(offered.to_json().items(), key=str) == sorted(declared.to_json().items(), key=str)


async def test_a_field_of_another_name_takes_the_pictures(
    replicate: Provider, replicate_host: Simulator, told: Told
) -> None:
    catalogue = dict(await replicate.fetch_catalogue())
    wire_id = declared_model(EDIT).wire_id
    fields = {**catalogue[wire_id]["properties"], "dreaminess": {"type": "number", "minimum": 0, "maximum": 1}}
    fields["input_images"] = fields.pop("images")
    fields["output_megapixels"] = {"type": "string", "enum": ["1", "8"], "default": "1"}
    replicate.catalogue = {**catalogue, wire_id: {"properties": fields}}
    megapixels = replicate.model(EDIT).param("megapixels")
    assert megapixels is not None
    assert megapixels.choices == ("1", "8")
    assert replicate.model(EDIT).param("dreaminess")
    ratio = replicate.model(EDIT).defaults()["aspect_ratio"]
    assert ratio == "match_input_image"
    error = await error_of(replicate, told)  # the simulator still has the old name
    assert "input_images: Extra inputs" in error.title


# What leaves, and the script.


async def test_what_was_shown_is_what_is_sent(replicate: Provider, replicate_host: Simulator, told: Told) -> None:
    request = request_for("flux-2-dev-edit", noise(), picture(20, 20))
    outgoing = replicate.outgoing(request)
    assert replicate_host.arrived == []
    source, reference = outgoing.files
    assert "your token" in source.readers
    assert reference.readers == ""
    assert any("hour" in note for note in outgoing.notes)
    await run(replicate, request, told)
    sent = {name: value for name, value in replicate_host.orders[0].items() if name != "input_images"}
    assert {field.field: field.value for field in outgoing.fields} == sent


async def test_the_script_makes_the_same_order(replicate: Provider, replicate_host: Simulator, told: Told) -> None:
    request = request_for(EDIT, noise(), picture(20, 20))
    script = replicate.script(request)
    upload, order, wait, remove = script.steps
    assert (script.key, script.auth) == ("REPLICATE_API_TOKEN", {"Authorization": "Bearer {key}"})
    assert (upload.url, upload.files) == (f"{replicate_host.base_url}/files", (("content", "source"),))
    assert (remove.method, remove.url) == ("DELETE", Var("file_url_1"))
    assert (wait.url, wait.keep) == (Var("get_url"), {"results": "output"})
    await run(replicate, request, told)
    sent = dict(order.json["input"])
    assert sent.pop("images") == [Var("file_url_1"), FileData("reference 1", "data:image/png;base64,")]
    assert sent == {name: value for name, value in replicate_host.orders[0].items() if name != "images"}
    assert str(order.url).endswith(replicate_host.seen(ORDER)[0].path)
    assert replicate.script(request_for("flux-2-dev", count=2, seed=5)).seeds == (5, 6)
