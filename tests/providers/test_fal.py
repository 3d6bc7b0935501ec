"""fal against a queue, a storage and a platform API that are as strict as their documents."""

from __future__ import annotations

import base64
import io
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from flux_desktop.core.edit import EditRequest, Recipe, Ticket
from flux_desktop.core.errors import BadAnswer, InvalidParameter, KeyMissing, KeyRefused
from flux_desktop.core.price import Balance, Cost
from flux_desktop.core.script import FileData, Var
from flux_desktop.providers.fal.storage import DATA_URI_BYTES
from flux_desktop.providers.http import Http
from tests.providers.fal_support import (
    EDIT,
    INITIATE,
    ORDER,
    QUEUE,
    RESULT,
    UPLOAD,
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
from tests.simulators.fal import Fal as Simulator
from tests.simulators.fal_documents import DOCUMENTS, PRESETS
from tests.simulators.faults import answer

IDS = [model.id for model in Provider.models()]


# What is declared.


@pytest.mark.parametrize("model_id", IDS)
def test_every_parameter_default_and_range_is_that_of_the_document(model_id: str) -> None:
    model = declared_model(model_id)
    documented = dict(DOCUMENTS[model.wire_id]["properties"])
    assert ("image_urls" in documented) == (model.mode == "edit")
    if model.mode == "edit":
        assert documented["image_urls"]["maxItems"] == 1 + model.references
    for filled in ("prompt", "image_urls", "sync_mode", "image_size"):
        documented.pop(filled, None)
    sent = {param.field: param for param in model.params if not param.emulated and param.field != "image_size"}
    assert set(sent) == set(documented)
    for name, field in documented.items():
        assert sent[name].default == field.get("default"), name
        if "minimum" in field:
            assert (sent[name].minimum, sent[name].maximum) == (field["minimum"], field["maximum"]), name
        assert set(sent[name].choices) == set(field.get("enum", ())), name


@pytest.mark.parametrize("model_id", IDS)
def test_every_documented_size_can_be_sent(fal: Provider, model_id: str) -> None:
    model = declared_model(model_id)
    shape = model.param("aspect_ratio")
    assert shape is not None
    exact, names = DOCUMENTS[model.wire_id]["properties"]["image_size"]["anyOf"]
    sent = {fal_size(fal, request_for(model_id, aspect_ratio=name)) for name in shape.choices}
    assert sent - {None} == set(names["enum"])
    least, most = (exact["properties"]["width"][limit] for limit in ("minimum", "maximum"))
    assert fal_size(fal, request_for(model_id, size=f"{least}x{most}")) == {"width": least, "height": most}
    for wrong in (f"{least - 1}x{least}", f"{least}x{most + 1}", "large", "1024", "-5x7"):
        with pytest.raises(InvalidParameter, match="Size"):
            fal.fields(request_for(model_id, size=wrong))


def fal_size(fal: Provider, request: EditRequest) -> Any:
    """What is sent as `image_size`; None for nothing."""
    return {field.field: field.value for field in fal.fields(request)}.get("image_size")


def test_the_models_have_their_ids() -> None:
    assert IDS[0] == EDIT
    assert len(IDS) == len(set(IDS)) == len(DOCUMENTS)
    assert {"flux-2-klein-4b-base-edit", "flux-2-klein-9b", "flux-2-dev-edit", "flux-2-max"} <= set(IDS)
    for model_id in IDS:
        model = declared_model(model_id)
        for name in ("guidance", "strength", "megapixels", "fast", "quality"):
            assert model.param(name) or name in model.unsupported, name


# What is sent.


@pytest.mark.parametrize("model_id", IDS)
async def test_every_field_is_sent_in_its_type(fal: Provider, fal_host: Simulator, told: Told, model_id: str) -> None:
    request = request_for(model_id, size="512x512" if "dev" in model_id else "48x32")
    result = await run(fal, request, told)
    (order,) = fal_host.orders
    model = declared_model(model_id)
    expected = {field.field: field.value for field in fal.fields(request)}
    assert {name: value for name, value in order.items() if name != "image_urls"} == {
        "prompt": "make it blue", **expected,
    }  # fmt: skip
    assert expected["image_size"] in ({"width": 512, "height": 512}, {"width": 48, "height": 32})
    assert len(order.get("image_urls", [])) == (model.mode == "edit")
    assert fal_host.arrived[0] == f"POST /{model.wire_id}"
    assert result.images[0].seed == 7


async def test_values_are_converted(fal: Provider, fal_host: Simulator, told: Told) -> None:
    params: dict[str, Any] = {
        "steps": 20, "guidance": 3.5, "negative_prompt": "rain", "aspect_ratio": "9:16", "count": 2,
        "acceleration": "none", "format": "jpeg", "safety": False, "seed": 4_294_967_295,
    }  # fmt: skip
    result = await run(fal, request_for("flux-2-klein-4b-base-edit", **params), told)
    (order,) = fal_host.orders
    assert order.pop("image_urls") if isinstance(order, dict) else False
    assert order == {
        "prompt": "make it blue", "num_inference_steps": 20, "guidance_scale": 3.5, "negative_prompt": "rain",
        "image_size": "portrait_16_9", "num_images": 2, "acceleration": "none", "output_format": "jpeg",
        "enable_safety_checker": False, "seed": 4_294_967_295,
    }  # fmt: skip
    assert [(made.image.width, made.image.height) for made in result.images] == [PRESETS["portrait_16_9"]] * 2
    assert {made.image.media_type for made in result.images} == {"image/jpeg"}
    assert [made.seed for made in result.images] == [None, None]


async def test_without_a_shape_the_result_is_as_large_as_the_source(
    fal: Provider, fal_host: Simulator, told: Told
) -> None:
    result = await run(fal, request_for(EDIT, picture(90, 50)), told)
    assert "image_size" not in fal_host.orders[0]
    assert (result.images[0].image.width, result.images[0].image.height) == (90, 50)
    await run(fal, request_for("flux-2-pro-edit"), told)
    assert fal_host.orders[1]["image_size"] == "auto"


async def test_pictures_go_in_their_order_and_small_ones_inside(fal: Provider, fal_host: Simulator, told: Told) -> None:
    references = picture(20, 20, media_type="image/jpeg"), picture(30, 30)
    await run(fal, request_for(EDIT, picture(40, 40), *references), told)
    urls = fal_host.orders[0]["image_urls"]
    sizes = [Image.open(io.BytesIO(base64.b64decode(url.partition(",")[2]))).size for url in urls]
    assert sizes == [(40, 40), (20, 20), (30, 30)]
    assert all(url.startswith("data:image/") for url in urls)
    assert fal_host.seen(INITIATE) == []
    assert told.log[:3] == ["running", "ordering", "running"]


async def test_large_pictures_are_uploaded_without_the_key(fal: Provider, fal_host: Simulator, told: Told) -> None:
    source = noise(700)
    assert len(source.data) > DATA_URI_BYTES
    await run(fal, request_for(EDIT, source, picture(20, 20)), told)
    (asked,), (put,) = fal_host.seen(INITIATE), fal_host.seen(UPLOAD)
    assert asked.query == {"storage_type": "fal-cdn-v3"}
    assert asked.json == {"file_name": "source.png", "content_type": "image/png"}
    assert asked.headers["x-fal-object-lifecycle-preference"] == '{"expiration_duration_seconds": 86400}'
    assert "authorization" not in put.headers
    first, second = fal_host.orders[0]["image_urls"]
    assert first.endswith("_source.png")
    assert second.startswith("data:")
    assert told.log[:3] == ["uploading", "running", "ordering"]


async def test_the_key_reaches_fal_and_nothing_else(fal: Provider, fal_host: Simulator, told: Told) -> None:
    await run(fal, request_for(EDIT, noise(700)), told)
    keyed = {seen.path.partition("/requests")[0] for seen in fal_host.log if "authorization" in seen.headers}
    assert keyed == {"/rest/storage/upload/initiate", "/fal-ai/flux-2/klein/4b/edit", "/fal-ai/flux-2"}
    assert fal_host.seen(RESULT)
    assert all(fal_host.key not in f"{seen.path}{seen.query}{seen.body!r}" for seen in fal_host.log)


async def test_with_another_queue_nothing_goes_to_fals_own_hosts(fal_host: Simulator, http: Http, told: Told) -> None:
    provider = provider_for(fal_host, http, fal_host.key, rest_url="", api_url="")
    await run(provider, request_for(EDIT, noise(700)), told)
    assert len(fal_host.orders[0]["image_urls"][0]) > DATA_URI_BYTES
    assert await provider.quote(request_for(EDIT)) == provider.price(request_for(EDIT))
    assert await provider.fetch_catalogue() == {}
    assert await provider.balance() is None
    assert "accepts the key" in await provider.check_key()
    assert provider.outgoing(request_for(EDIT, noise(700))).files[0].readers == ""


def test_with_fals_own_queue_its_other_hosts_are_known(fal_host: Simulator, http: Http) -> None:
    provider = provider_for(fal_host, http, fal_host.key, rest_url="", api_url="")
    provider.link = replace(provider.link, base_url=Provider.base_url)
    assert provider.outgoing(request_for(EDIT, noise(700))).files[0].readers.startswith("Stored at fal for a day")
    script = provider.script(request_for(EDIT, noise(700)))
    assert str(script.steps[0].url).startswith("https://rest.fal.ai/storage/upload/initiate?")


async def test_an_address_that_is_not_safe_gets_nothing(fal_host: Simulator, http: Http, told: Told) -> None:
    provider = provider_for(fal_host, http, fal_host.key, rest_url="http://fal.example")
    assert type(await error_of(provider, told, request_for(EDIT, noise(700)))) is InvalidParameter
    assert fal_host.arrived == []


async def test_several_orders_of_a_job_need_one_upload(fal: Provider, fal_host: Simulator, told: Told) -> None:
    parts = fal.orders(request_for("flux-2-pro-edit", noise(700), count=3, seed=41))
    results = [await run(fal, part, told) for part in parts]
    assert [result.images[0].seed for result in results] == [41, 42, 43]
    assert all("num_images" not in order and "count" not in order for order in fal_host.orders)
    assert len(fal_host.seen(UPLOAD)) == 1
    assert len(fal.orders(request_for(EDIT, count=3))) == 1


async def test_only_what_the_recipe_holds_is_sent(fal: Provider, fal_host: Simulator, told: Told) -> None:
    await run(fal, EditRequest(Recipe("a lake", "fal", "flux-2-klein-4b", {"steps": 5})), told)
    assert fal_host.orders[0] == {"prompt": "a lake", "num_inference_steps": 5}


@pytest.mark.parametrize(("source", "references"), [(False, 0), (True, 4)])
async def test_the_number_of_pictures_is_checked(
    fal: Provider, fal_host: Simulator, told: Told, source: bool, references: int
) -> None:
    request = request_for(EDIT, None, *[picture()] * references)
    request = request if source else replace(request, source=None)
    assert type(await error_of(fal, told, request)) is InvalidParameter
    assert fal_host.arrived == []


# The queue.


async def test_the_queue_is_told_as_progress(fal: Provider, fal_host: Simulator, told: Told) -> None:
    fal_host.queued, fal_host.running = 3, 2
    result = await run(fal, request_for(EDIT), told)
    assert told.notes == ["fal has a queue: 3 orders were before this one."]
    waited = told.progress[told.log.index("ordering") :]
    assert waited[: len(waited) - 1] == [None, pytest.approx(1 / 3), pytest.approx(2 / 3), 1.0, None, None]
    assert result.request_id.startswith("00000001")
    assert result.cost == fal.price(request_for(EDIT))


async def test_an_order_is_asked_for_where_the_queue_says(fal: Provider, fal_host: Simulator, told: Told) -> None:
    ticket = await fal.start(request_for("flux-2-klein-4b-base-edit"), told)
    assert ticket.data["status_url"] == f"{fal_host.url}/fal-ai/flux-2/requests/{ticket.id}/status"
    kept = Ticket.from_json(ticket.to_json(lambda data: "none"), lambda name: b"")
    assert (await fal.collect(kept, told)).images[0].seed == 7
    assert len(fal_host.orders) == 1


async def test_a_cancel_before_the_end(fal: Provider, fal_host: Simulator, told: Told) -> None:
    fal_host.queued = 5
    ticket = await fal.start(request_for(EDIT), told)
    assert await fal.cancel(ticket) is True
    assert [seen.method for seen in fal_host.log] == ["POST", "PUT"]
    fal_host.queued = 0
    done = await fal.start(request_for(EDIT), told)
    await fal.collect(done, told)
    assert await fal.cancel(done) is False
    fal_host.fault(answer("PUT /fal-ai/flux-2/requests", 200, {"status": "ALREADY_COMPLETED"}))
    assert await fal.cancel(done) is False


async def test_a_ticket_of_another_address_gets_no_key(fal: Provider, fal_host: Simulator, told: Told) -> None:
    ticket = await fal.start(request_for(EDIT), told)
    fal.link = replace(fal.link, base_url="http://127.0.0.1:9")
    with pytest.raises(BadAnswer, match="another address") as caught:
        await fal.collect(ticket, told)
    assert fal_host.url in caught.value.hint
    assert fal_host.seen(QUEUE) == []


# Keys and money.


async def test_without_a_key_nothing_is_sent(fal_host: Simulator, http: Http, told: Told) -> None:
    error = await error_of(provider_for(fal_host, http, ""), told)
    assert type(error) is KeyMissing
    assert "FLUX_DESKTOP_FAL_KEY" in error.hint
    assert fal_host.arrived == []


@pytest.mark.parametrize("options", [{}, {"api_url": ""}])
async def test_a_key_is_tried_without_an_order(fal_host: Simulator, http: Http, options: dict[str, str]) -> None:
    assert "accepts the key" in await provider_for(fal_host, http, fal_host.key, **options).check_key()
    with pytest.raises(KeyRefused):
        await provider_for(fal_host, http, "wrong-key-000", **options).check_key()
    assert fal_host.orders == []
    assert all(not arrived.startswith("POST") for arrived in fal_host.arrived)


async def test_the_balance_is_told_to_an_admin_key_only(fal_host: Simulator, http: Http) -> None:
    assert await provider_for(fal_host, http, fal_host.key).balance() is None
    assert await provider_for(fal_host, http, fal_host.admin_key).balance() == Balance(24.5, "USD")
    with pytest.raises(KeyRefused):
        await provider_for(fal_host, http, "wrong-key-000").balance()


async def test_the_price_of_today_is_asked_once(fal: Provider, fal_host: Simulator) -> None:
    request = request_for(EDIT, picture(1000, 1000), aspect_ratio="1:1", count=2)
    sent, made = 1.0, 2 * 1024 * 1024 / 1e6
    assert fal.price(request) == Cost(round(0.010 * (sent + made), 6))
    quoted = await fal.quote(request)
    assert quoted == Cost(round(0.02 * (sent + made), 6))
    assert await fal.quote(request) == fal.price(request) == quoted
    assert fal_host.arrived == ["GET /v1/models/pricing"]
    assert fal_host.log[0].query == {"endpoint_id": "fal-ai/flux-2/klein/4b/edit"}


async def test_a_model_without_a_declared_price_gets_one(fal: Provider) -> None:
    request = request_for("flux-2-klein-9b-edit", picture(1000, 1000), size="1000x1000")
    assert fal.price(request) is None
    assert await fal.quote(request) == Cost(0.022)


async def test_first_and_further_megapixels_move_together(fal: Provider) -> None:
    request = request_for("flux-2-max", size="2000x1000")
    assert fal.price(request) == Cost(0.1)
    assert await fal.quote(request) == Cost(round(0.03 * 10 / 7, 6))


async def test_without_the_platform_the_declared_price_counts(fal_host: Simulator, http: Http) -> None:
    for key in ("wrong-key-000", ""):
        provider = provider_for(fal_host, http, key)
        assert await provider.quote(request_for(EDIT)) == provider.price(request_for(EDIT))


# What fal publishes.


async def test_the_published_schema_corrects_a_model(fal: Provider, fal_host: Simulator) -> None:
    catalogue = dict(await fal.fetch_catalogue())
    assert set(catalogue) == set(DOCUMENTS)
    fal.catalogue = catalogue
    assert [model.to_json() for model in fal.offered()] == [model.to_json() for model in Provider.models()]
    wire_id = declared_model(EDIT).wire_id
    fields = {**catalogue[wire_id]["properties"], "num_inference_steps": {"type": "integer", "maximum": 12}}
    fields["dreaminess"] = {"type": "number", "minimum": 0, "maximum": 1}
    del fields["output_format"]
    fal.catalogue = {**catalogue, wire_id: {**catalogue[wire_id], "properties": fields}}
    model = fal.model(EDIT)
    steps = model.param("steps")
    assert steps is not None
    assert steps.maximum == 12
    assert model.param("dreaminess")
    assert not model.param("format")
    assert model.param("aspect_ratio") == declared_model(EDIT).param("aspect_ratio")


# What leaves, and the script.


def test_what_leaves_is_shown_without_sending_it(fal: Provider, fal_host: Simulator) -> None:
    outgoing = fal.outgoing(request_for(EDIT, noise(700), picture(20, 20), size="640x480", aspect_ratio="1:1"))
    assert fal_host.arrived == []
    source, reference = outgoing.files
    assert (source.role, source.width, reference.role) == ("source", 700, "reference 1")
    assert "a day" in source.readers
    assert reference.readers == ""
    fields = {field.name: (field.field, field.value, field.how) for field in outgoing.fields}
    assert fields["size"] == ("image_size", {"width": 640, "height": 480}, "converted")
    assert "aspect_ratio" not in fields
    assert fields["count"] == ("num_images", 1, "renamed")
    assert any("history" in note for note in outgoing.notes)


async def test_the_script_makes_the_same_order(fal: Provider, fal_host: Simulator, told: Told) -> None:
    request = request_for(EDIT, noise(700), picture(20, 20))
    script = fal.script(request)
    ask, put, order, wait, get = script.steps
    assert (script.key, script.auth, script.suffix) == ("FAL_KEY", {"Authorization": "Key {key}"}, ".png")
    assert [file.filename for file in script.files] == ["source.png", "reference-1.png"]
    assert (put.url, put.auth, put.content) == (Var("upload_url_1"), False, "source")
    assert (wait.url, get.url, get.keep) == (Var("status_url"), Var("response_url"), {"results": "images[].url"})
    await run(fal, request, told)
    pictures = order.json.pop("image_urls")
    assert pictures == [Var("file_url_1"), FileData("reference 1", "data:image/png;base64,")]
    assert order.json == {name: value for name, value in fal_host.orders[0].items() if name != "image_urls"}
    assert ask.json == fal_host.seen(INITIATE)[0].json
    assert order.url == f"{fal_host.url}/fal-ai/flux-2/klein/4b/edit"
    assert fal_host.seen(ORDER)


def test_a_script_repeats_what_the_host_makes_one_at_a_time(fal: Provider) -> None:
    script = fal.script(request_for("flux-2-pro", count=3, seed=5))
    assert script.seeds == (5, 6, 7)
    assert [step.each for step in script.steps] == [True, True, True]
    assert script.steps[0].json["seed"] == Var("seed")
