"""stable-diffusion.cpp's server: what is declared and fitted, sent, shown and scripted."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from flux_desktop.core.edit import EditRequest, Recipe, Ticket
from flux_desktop.core.errors import (
    InvalidParameter,
    ServerFault,
)
from flux_desktop.core.price import Cost
from flux_desktop.core.script import FileData, Var
from flux_desktop.providers.http import Http
from tests.providers.onemin_support import picture
from tests.providers.sdcpp_support import (
    Provider,
    Simulator,
    declared,
    error_of,
    provider_for,
    request_for,
    run,
)
from tests.providers.support import Told
from tests.simulators.faults import Fault, answer
from tests.simulators.sdcpp import SAMPLERS, SCHEDULERS

IDS = [model.id for model in Provider.models()]
CAPABILITIES = "GET /sdcpp/v1/capabilities"


@pytest.fixture(scope="module")
def server() -> Iterator[Simulator]:
    with Simulator() as running:
        yield running


@pytest.fixture
def host(server: Simulator) -> Simulator:
    server.reset()
    server.queued = server.generating = 1  # a test that is about waiting says how long
    return server


@pytest.fixture
def sdcpp(host: Simulator, http: Http) -> Provider:
    return provider_for(host.base_url, http)


# What is declared, and what the server says.


@pytest.mark.parametrize("model_id", IDS)
def test_what_a_model_lacks_has_a_reason(model_id: str) -> None:
    model = declared(model_id)
    for name in ("strength", "fast", "safety"):
        assert name in model.unsupported
    assert "started with" in model.note
    assert model.references == (3 if model.mode == "edit" else 0)


def test_it_is_free_and_says_how_to_get_it(sdcpp: Provider) -> None:
    assert sdcpp.price(request_for("flux-2-klein-4b-edit", picture(3000, 2000), count=4)) == Cost(0.0)
    for words in ("github.com/leejet/stable-diffusion.cpp", "--diffusion-model", "--llm", "--vae", "Qwen3-4B"):
        assert words in Provider.setup
    assert not Provider.needs_key
    assert Provider.repeatable


async def test_the_server_tells_what_it_runs(sdcpp: Provider, host: Simulator) -> None:
    host.runs, host.steps, host.guidance = "flux-2-klein-base-4b-Q8_0", 24, 3.5
    sdcpp.catalogue = await sdcpp.fetch_catalogue()
    model = sdcpp.model("flux-2-klein-4b-base-edit")
    assert (model.defaults()["steps"], model.defaults()["guidance"]) == (24, 3.5)
    assert model.note == "The server was started with “flux-2-klein-base-4b-Q8_0”."
    other = sdcpp.model("flux-2-klein-4b")
    assert (other.defaults()["steps"], other.defaults()["guidance"]) == (4, 1.0)
    assert "not with this model" in other.note
    assert [model.id for model in sdcpp.offered()] == IDS
    for offered in sdcpp.offered():
        choices = {param.name: param.choices for param in offered.params if param.kind == "choice"}
        assert (choices["sampler"], choices["scheduler"]) == (SAMPLERS, SCHEDULERS)


async def test_a_model_that_the_program_does_not_know_gets_an_entry(
    sdcpp: Provider, host: Simulator, told: Told
) -> None:
    host.runs, host.steps, host.guidance = "flux2-dev-Q4_K_S", 28, 1.0
    sdcpp.catalogue = await sdcpp.fetch_catalogue()
    ids = [model.id for model in sdcpp.offered()]
    assert ids == ["flux2-dev-q4-k-s-edit", "flux2-dev-q4-k-s", *IDS]
    own = sdcpp.model("flux2-dev-q4-k-s")
    assert own.defaults()["steps"] == 28
    recipe = Recipe("a lake", "sdcpp", own.id, {**own.defaults(), "megapixels": "0.25", "seed": 3})
    await run(sdcpp, EditRequest(recipe), told)
    assert host.orders[0]["sample_params"] == {"sample_steps": 28, "guidance": {"txt_cfg": 1.0}}


@pytest.mark.parametrize(
    "nonsense",
    [
        {},
        {"model": None, "limits": [], "samplers": "euler", "defaults": 4, "output_formats": {}},
        {"model": {"stem": ""}, "limits": {"max_width": -5, "min_width": True}, "samplers": [1, "a\nb"]},
        {"model": {"stem": "x"}, "defaults": {"sample_params": {"sample_steps": "many", "guidance": 3}}},
        {"model": {"stem": "klein-4b"}, "limits": {"max_width": 10, "max_height": 9}, "output_formats": ["bmp"]},
    ],
)
async def test_capabilities_that_make_no_sense_change_nothing(
    sdcpp: Provider, host: Simulator, nonsense: dict[str, Any]
) -> None:
    host.fault(answer(CAPABILITIES, 200, nonsense))
    sdcpp.catalogue = await sdcpp.fetch_catalogue()
    offered = {model.id: model for model in sdcpp.offered()}
    for id in IDS:
        assert offered[id].params == declared(id).params
    assert sdcpp.fields(request_for("flux-2-klein-4b", size="640x480"))


async def test_the_limits_are_those_of_the_server(sdcpp: Provider, host: Simulator, told: Told) -> None:
    limits = {"min_width": 128, "min_height": 128, "max_width": 512, "max_height": 512, "max_batch_count": 2}
    host.fault(Fault(CAPABILITIES, "patch", patch={"limits": limits}))
    sdcpp.catalogue = await sdcpp.fetch_catalogue()
    count = sdcpp.model("flux-2-klein-4b").param("count")
    assert count is not None
    assert count.maximum == 2
    error = await error_of(sdcpp, told, request_for("flux-2-klein-4b", size="1024x512"))
    assert type(error) is InvalidParameter


# What is sent.


@pytest.mark.parametrize("model_id", IDS)
async def test_every_model_makes_a_good_order(sdcpp: Provider, host: Simulator, told: Told, model_id: str) -> None:
    result = await run(sdcpp, request_for(model_id), told)
    (order,) = host.orders
    model = declared(model_id)
    assert ("ref_images" in order) == (model.mode == "edit")
    assert order["sample_params"] == {
        "sample_steps": model.defaults()["steps"],
        "guidance": {"txt_cfg": model.defaults()["guidance"]},
    }
    assert result.images[0].seed == 7
    assert result.cost == Cost(0.0)


async def test_every_value_is_sent_in_its_place(sdcpp: Provider, host: Simulator, told: Told) -> None:
    params: dict[str, Any] = {
        "steps": 6, "guidance": 2.5, "negative_prompt": "text", "size": "320x200", "count": 2, "format": "webp",
        "quality": 90, "sampler": "euler", "scheduler": "simple", "seed": 41,
    }  # fmt: skip
    result = await run(sdcpp, request_for("flux-2-klein-4b", **params), told)
    assert host.orders[0] == {
        "prompt": "make it blue", "negative_prompt": "text", "width": 320, "height": 208, "batch_count": 2,
        "output_format": "webp", "output_compression": 90, "seed": 41,
        "sample_params": {
            "sample_steps": 6, "guidance": {"txt_cfg": 2.5}, "sample_method": "euler", "scheduler": "simple",
        },
    }  # fmt: skip
    assert [image.seed for image in result.images] == [41, 42]
    assert {(one.image.media_type, one.image.width, one.image.height) for one in result.images} == {
        ("image/webp", 320, 208)
    }
    assert "The size 320×200 becomes 320×208: sides are multiples of 16." in told.notes


async def test_pictures_go_in_their_order_without_metadata(sdcpp: Provider, host: Simulator, told: Told) -> None:
    exif = Image.Exif()
    exif[0x010E] = "my holiday"
    source = picture(media_type="image/jpeg", exif=exif)
    request = replace(request_for("flux-2-klein-4b-edit", picture(40, 40), picture(50, 50)), source=source)
    await run(sdcpp, request, told)
    sent = [base64.b64decode(text) for text in host.orders[0]["ref_images"]]
    assert sent == [prepared.encoded.image.data for prepared in sdcpp.prepare(request)]
    assert any("Removed before sending" in note for note in told.notes)


async def test_only_what_the_recipe_holds_is_sent(sdcpp: Provider, host: Simulator, told: Told) -> None:
    result = await run(sdcpp, EditRequest(Recipe("a lake", "sdcpp", "flux-2-klein-4b", {})), told)
    assert host.orders[0] == {"prompt": "a lake"}
    assert result.images[0].seed is None


async def test_what_was_shown_is_what_is_sent(sdcpp: Provider, host: Simulator, told: Told) -> None:
    request = request_for("flux-2-klein-4b-edit", aspect_ratio="3:2")
    outgoing = sdcpp.outgoing(request)
    assert host.arrived == []
    await sdcpp.start(request, told)
    shown = {field.field: field.value for field in outgoing.fields}
    sent = dict(host.orders[0])
    sampling, _ = sent.pop("sample_params"), sent.pop("ref_images")
    places = {"sample_params.sample_steps": 4, "sample_params.guidance.txt_cfg": 1.0}
    assert sampling == {"sample_steps": 4, "guidance": {"txt_cfg": 1.0}}
    assert shown == {**sent, **places}


@pytest.mark.parametrize("references", [0, 4])
async def test_no_picture_or_too_many_are_not_sent(
    sdcpp: Provider, host: Simulator, told: Told, references: int
) -> None:
    request = request_for("flux-2-klein-4b-edit", *[picture()] * references)
    request = request if references else replace(request, source=None)
    assert type(await error_of(sdcpp, told, request)) is InvalidParameter
    assert host.arrived == []


async def test_stages_and_progress(sdcpp: Provider, host: Simulator, told: Told) -> None:
    host.queued, host.generating = 4, 2
    await run(sdcpp, request_for("flux-2-klein-4b-edit"), told)
    assert told.log[:3] == ["uploading", "running", "ordering"]
    assert told.log[-1] == "downloading"
    assert [step for step in told.progress if step is not None] == [0.0, 0.25, 0.5, 0.75]


async def test_cancelling_takes_it_out_of_the_queue_only(sdcpp: Provider, host: Simulator, told: Told) -> None:
    host.queued = 1
    ticket = await sdcpp.start(request_for("flux-2-klein-4b"), told)
    assert await sdcpp.cancel(ticket)
    with pytest.raises(ServerFault, match="cancelled by client"):
        await sdcpp.collect(ticket, told)
    second = await sdcpp.start(request_for("flux-2-klein-4b"), told)
    await sdcpp.poll(second)
    assert not await sdcpp.cancel(second), "it is being made"
    assert (await sdcpp.collect(second, told)).images
    assert not await sdcpp.cancel(second)
    assert not await sdcpp.cancel(replace(second, id="job_none"))


async def test_it_can_be_collected_later_from_its_kept_ticket(
    sdcpp: Provider, host: Simulator, http: Http, told: Told
) -> None:
    ticket = await sdcpp.start(request_for("flux-2-klein-4b-edit"), told)
    kept = Ticket.from_json(ticket.to_json(lambda data: "none"), lambda name: b"")
    result = await provider_for(host.base_url, http).collect(kept, told)
    assert result.images[0].seed == 7
    assert len(host.orders) == 1


# The same as a script.


async def test_a_script_makes_the_same_order(sdcpp: Provider, host: Simulator, told: Told) -> None:
    request = request_for("flux-2-klein-4b-edit", picture(20, 10), count=2)
    script = sdcpp.script(request)
    order, wait = script.steps
    await sdcpp.start(request, told)
    pictures = [hashlib.sha256(base64.b64decode(text)).hexdigest() for text in host.orders[0]["ref_images"]]
    assert [hashlib.sha256(file.data).hexdigest() for file in script.files] == pictures
    assert order.json["ref_images"] == [FileData("source"), FileData("reference 1")]
    assert {**order.json, "ref_images": host.orders[0]["ref_images"]} == host.orders[0]
    assert (order.url, script.key, script.auth, script.kind) == (sdcpp.url("sdcpp/v1/img_gen"), "", {}, "base64")
    assert wait.url == (sdcpp.url("sdcpp/v1/jobs/"), Var("job"))
    assert "ref_images" not in sdcpp.script(request_for("flux-2-klein-4b")).steps[0].json
