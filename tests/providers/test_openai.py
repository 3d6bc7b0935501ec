"""Servers with the OpenAI images API: what each kind is sent, what it lists, and what comes back."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from flux_desktop.core.edit import Recipe
from flux_desktop.core.errors import InvalidParameter, KeyMissing, KeyRefused, Rejected, Unreachable
from flux_desktop.core.params import Value
from flux_desktop.core.script import SEED
from flux_desktop.providers.http import Http
from flux_desktop.providers.link import Link
from flux_desktop.providers.openai import OpenAI
from flux_desktop.providers.openai.servers import IF_SET, SERVERS
from flux_desktop.services.recipes import complete
from tests.providers.onemin_support import picture
from tests.providers.openai_support import GENERATIONS, error_of, openai_for, request_for, run, without
from tests.providers.support import Told
from tests.simulators.faults import answer
from tests.simulators.openai_api import KINDS
from tests.simulators.openai_api import OpenAI as Simulator

KLEIN, KLEIN_EDIT = "flux-2-klein-4b", "flux-2-klein-4b-edit"
FILLED_BY_THE_PROGRAM = {"model", "prompt", "user", "n"}


# What is declared.


@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize("mode", ["edit", "generate"])
def test_the_parameters_are_those_of_the_servers_documents(server: str, mode: str) -> None:
    model = SERVERS[server].model("x", "X", "edit" if mode == "edit" else "generate", "x")
    known = KINDS[server].edit if mode == "edit" else KINDS[server].generate
    sent = {param.field: param for param in model.params if not param.emulated}
    plain = {name for name in sent if not name.startswith("sd_cpp_extra_args.")}
    plain -= {param.field for param in IF_SET} if server == "openai" else set()
    assert plain <= set(known)
    assert set(known) - plain <= FILLED_BY_THE_PROGRAM | {"response_format"}
    for name in plain:
        assert set(sent[name].choices) <= set(known[name].choices or sent[name].choices)
    for name in ("steps", "guidance", "strength", "seed", "aspect_ratio", "megapixels", "fast", "safety", "quality"):
        assert model.param(name) or name in model.unsupported, name


def test_the_declared_models_are_known_everywhere() -> None:
    assert [model.id for model in OpenAI.models()] == [KLEIN_EDIT, KLEIN]


# What is sent.


@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize("model", [KLEIN, KLEIN_EDIT])
async def test_every_kind_of_server_takes_every_parameter(
    studio: Simulator, http: Http, told: Told, server: str, model: str
) -> None:
    openai = openai_for(studio, http, server)
    wanted: dict[str, Value] = {
        "steps": 6, "guidance": 1.5, "negative_prompt": "rain", "format": "jpeg", "quality": 80, "effort": "low",
    }  # fmt: skip
    never = {param.name for param in IF_SET} if server == "openai" else set()
    params = {name: value for name, value in wanted.items() if openai.model(model).param(name) and name not in never}
    request = request_for(openai, model)
    result = await run(openai, replace(request, recipe=request.recipe.with_params(**params)), told)
    (order,) = studio.orders
    fields = order["fields"]
    assert fields["size"] == "48x32"
    assert [one["width"] for one in order["pictures"]] == ([96] if model == KLEIN_EDIT else [])
    assert (result.images[0].image.width, result.images[0].image.height) == (48, 32)
    assert result.images[0].seed == (None if server == "openai" else 7)
    if "steps" in params and server != "sd-server":
        assert fields["step" if server == "localai" else "num_inference_steps"] == 6
    assert (fields.get("response_format") == "b64_json") is SERVERS[server].asks_base64
    assert told.log[-3:] == ["running", "ordering", "downloading"]


async def test_sd_server_takes_its_own_parameters_within_the_prompt(studio: Simulator, http: Http, told: Told) -> None:
    openai = openai_for(studio, http, "sd-server")
    await run(openai, request_for(openai, KLEIN, steps=4, guidance=1.0), told)
    fields = studio.orders[0]["fields"]
    words, _, block = fields["prompt"].partition(" <sd_cpp_extra_args>")
    assert words == "make it blue"
    assert json.loads(block.removesuffix("</sd_cpp_extra_args>")) == {
        "seed": 7,
        "sample_params": {"sample_steps": 4, "guidance": {"txt_cfg": 1.0}},
    }
    assert set(fields) == {"prompt", "size"}
    await run(openai, without(request_for(openai, KLEIN), "seed"), told)
    assert studio.orders[1]["fields"]["prompt"] == "make it blue"


async def test_localai_edits_by_a_generation(studio: Simulator, http: Http, told: Told) -> None:
    openai = openai_for(studio, http, "localai")
    await run(openai, request_for(openai, KLEIN_EDIT, picture(30, 20)), told)
    assert studio.arrived == [GENERATIONS]
    assert [one["width"] for one in studio.orders[0]["pictures"]] == [96, 30]


@pytest.mark.parametrize("server", ["localai", "sd-server"])
async def test_a_server_that_makes_squares_is_told_the_shape_of_the_source(
    studio: Simulator, http: Http, told: Told, server: str
) -> None:
    openai = openai_for(studio, http, server)
    request = without(request_for(openai, KLEIN_EDIT), "size")
    shown = {field.name: (field.value, field.how) for field in openai.outgoing(request).fields}
    assert shown["size"] == ("96x64", "converted")
    image = (await run(openai, request, told)).images[0].image
    assert (image.width, image.height) == (96, 64)
    large = replace(request, source=picture(3000, 1000))
    assert next(field.value for field in openai.fields(large) if field.name == "size") == "1776x592"


@pytest.mark.parametrize("server", ["openai", "vllm", "sglang", "sd-server"])
async def test_pictures_go_in_order(studio: Simulator, http: Http, told: Told, server: str) -> None:
    openai = openai_for(studio, http, server)
    await run(openai, request_for(openai, KLEIN_EDIT, picture(30, 20), picture(40, 20)), told)
    assert [(one["field"], one["width"]) for one in studio.orders[0]["pictures"]] == [
        ("image[]", 96), ("image[]", 30), ("image[]", 40),
    ]  # fmt: skip


async def test_several_pictures_have_a_seed_each_where_there_is_one(studio: Simulator, http: Http) -> None:
    openai = openai_for(studio, http, "vllm")
    orders = openai.orders(request_for(openai, KLEIN, count=3))
    assert [order.recipe.seed for order in orders] == [7, 8, 9]
    plain = openai_for(studio, http)
    (order,) = plain.orders(request_for(plain, KLEIN, count=3))
    assert {field.field: field.value for field in plain.fields(order)}["n"] == 3


async def test_several_pictures_of_one_order(studio: Simulator, http: Http, told: Told) -> None:
    openai = openai_for(studio, http)
    result = await run(openai, request_for(openai, KLEIN, count=3), told)
    assert len({image.image.data for image in result.images}) == 3


@pytest.mark.parametrize("size", ["1024", "big", "10:9", "0x3"])
async def test_what_is_no_size_is_not_sent(studio: Simulator, http: Http, told: Told, size: str) -> None:
    openai = openai_for(studio, http)
    error = await error_of(openai, told, request_for(openai, KLEIN, size=size))
    assert type(error) is InvalidParameter
    assert studio.arrived == []


async def test_what_was_shown_is_what_is_sent(studio: Simulator, http: Http, told: Told) -> None:
    openai = openai_for(studio, http, "sglang")
    request = request_for(openai, KLEIN_EDIT, steps=4, format="webp")
    shown = {field.field: field.value for field in openai.outgoing(request).fields}
    assert studio.arrived == []
    await openai.start(request, told)
    added = {"model": "black-forest-labs/FLUX.2-klein-4B", "response_format": "b64_json"}
    assert studio.orders[0]["fields"] == {**shown, **added}


# What comes back.


@pytest.mark.parametrize("server", ["openai", "localai", "sglang"])
async def test_a_result_by_link_is_fetched_without_a_key(
    studio: Simulator, http: Http, told: Told, server: str
) -> None:
    """SGLang's links are only paths: they are those of the server itself."""
    openai = openai_for(studio, http, server)
    link = studio.keep(picture(20, 10).data)
    url = link if server == "sglang" else f"{studio.url}{link}"
    studio.fault(answer(GENERATIONS, 200, {"created": 1, "data": [{"url": url, "b64_json": None}]}))
    result = await run(openai, request_for(openai, KLEIN), told)
    assert result.images[0].image.width == 20
    assert "authorization" not in studio.seen("GET /results")[0].headers


# Keys.


async def test_a_key_is_sent_if_there_is_one(studio: Simulator, http: Http, told: Told) -> None:
    openai = openai_for(studio, http)
    await run(openai, request_for(openai, KLEIN_EDIT), told)
    assert studio.log[0].headers["authorization"] == f"Bearer {studio.key}"


async def test_without_a_key_none_is_sent(studio: Simulator, http: Http, told: Told) -> None:
    openai = openai_for(studio, http, "vllm", key="")
    studio.wanted_key = ""
    await run(openai, request_for(openai, KLEIN), told)
    assert all("authorization" not in seen.headers for seen in studio.log)
    assert await openai.check_key() == "The server lists 1 model."


async def test_a_server_that_wants_a_key_says_so(studio: Simulator, http: Http, told: Told) -> None:
    openai = openai_for(studio, http, key="")
    assert type(await error_of(openai, told)) is KeyRefused
    assert studio.orders == []


async def test_openai_itself_is_sent_nothing_without_a_key(studio: Simulator, http: Http, told: Told) -> None:
    openai = openai_for(studio, http, key="")
    openai.link = replace(openai.link, base_url=OpenAI.base_url)
    error = await error_of(openai, told)
    assert type(error) is KeyMissing
    assert "your own server" in error.hint


async def test_a_key_is_tried_by_asking_for_the_models(studio: Simulator, http: Http) -> None:
    assert await openai_for(studio, http).check_key() == "The server accepts the key and lists 3 models."
    assert studio.arrived == ["GET /v1/models"]
    with pytest.raises(KeyRefused):
        await openai_for(studio, http, key="sk-other").check_key()


# Addresses.


async def test_a_wrong_address_or_kind_of_server_has_a_hint(studio: Simulator, http: Http, told: Told) -> None:
    wrong_kind = openai_for(studio, http)
    studio.server = "localai"
    error = await error_of(wrong_kind, told, request_for(wrong_kind, KLEIN_EDIT))
    assert type(error) is Rejected
    assert "kind of server" in error.hint
    no_v1 = OpenAI(replace(wrong_kind.link, base_url=studio.url))
    with pytest.raises(Rejected) as caught:
        await no_v1.check_key()
    assert "/v1" in caught.value.hint
    assert studio.orders == []


@pytest.mark.parametrize(
    ("address", "kind"), [("http://gpu.example:8000/v1", InvalidParameter), ("gpu.example", Unreachable)]
)
async def test_an_address_to_which_nothing_may_go(http: Http, told: Told, address: str, kind: type[Exception]) -> None:
    async def ask() -> str:
        return "k"

    openai = OpenAI(Link(address, ask, lambda: http))
    assert type(await error_of(openai, told, request_for(openai, KLEIN))) is kind


# What the server lists.


def listing(openai: OpenAI, *names: str) -> OpenAI:
    openai.catalogue = {"address": openai.link.base_url, "models": list(names)}
    return openai


async def test_the_servers_models_are_offered_under_their_names(studio: Simulator, http: Http, told: Told) -> None:
    openai = openai_for(studio, http, "localai")
    openai.catalogue = json.loads(json.dumps(await openai.fetch_catalogue()))
    assert [(model.id, model.mode) for model in openai.offered()] == [
        ("flux.2-klein-4b-edit", "edit"), ("flux.2-klein-4b", "generate"),
    ]  # fmt: skip
    await run(openai, request_for(openai, "flux.2-klein-4b-edit"), told)
    assert studio.orders[0]["fields"]["model"] == "flux.2-klein-4b"


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["a", "b"], ["a-edit", "a", "b-edit", "b"]),
        (["gpt-5", "gpt-image-1", "dall-e-3"], ["gpt-image-1-edit", "gpt-image-1", "dall-e-3-edit", "dall-e-3"]),
        (["qwen-image", "qwen-image-edit"], ["qwen-image", "qwen-image-edit"]),
        (["FLUX.1-Kontext-dev"], ["FLUX.1-Kontext-dev"]),
        (["flux", "flux"], ["flux-edit", "flux"]),
    ],
)
def test_names_become_entries(studio: Simulator, http: Http, names: list[str], ids: list[str]) -> None:
    models = listing(openai_for(studio, http), *names).offered()
    assert [model.id for model in models] == ids
    assert all(model.mode == ("edit" if "dit" in model.id or "ontext" in model.id else "generate") for model in models)


async def test_what_was_chosen_before_the_list_came_still_works(studio: Simulator, http: Http, told: Told) -> None:
    openai = listing(openai_for(studio, http), "Black-Forest-Labs/FLUX.2_klein-4B", "gpt-image-1")
    assert openai.model(KLEIN_EDIT).wire_id == "Black-Forest-Labs/FLUX.2_klein-4B"
    assert listing(openai, "gpt-image-1").model(KLEIN).wire_id == "flux.2-klein-4b"
    with pytest.raises(InvalidParameter, match="no model"):
        openai.model("flux-2-dev")


async def test_what_only_some_servers_take_is_sent_only_if_it_is_set(studio: Simulator, http: Http, told: Told) -> None:
    openai = openai_for(studio, http)
    chosen: dict[str, Value] = {"steps": 6, "guidance": 1.5, "seed": 7}
    with pytest.raises(Rejected, match="unknown field"):
        await run(openai, request_for(openai, KLEIN_EDIT, **chosen), told)
    studio.server = "gateway"
    result = await run(openai, request_for(openai, KLEIN_EDIT, **chosen), told)
    (order,) = studio.orders
    sent = {name: order["fields"][name] for name in ("num_inference_steps", "guidance_scale", "seed")}
    assert sent == {"num_inference_steps": 6, "guidance_scale": 1.5, "seed": 7}
    assert result.images[0].seed == 7


def test_no_seed_is_picked_for_a_server_that_may_not_take_one(studio: Simulator, http: Http) -> None:
    for server, picks in (("openai", False), ("vllm", True)):
        model = openai_for(studio, http, server).model(KLEIN)
        assert ("seed" in complete(Recipe("x", "openai", KLEIN), model).params) is picks


def test_the_menu_follows_the_kind_of_server_and_the_list(studio: Simulator, http: Http) -> None:
    openai = openai_for(studio, http)
    assert openai.offered() is openai.offered()
    assert openai.model(KLEIN).param("negative_prompt") is None
    openai.link = replace(openai.link, option={"server": "vllm"}.get)
    assert openai.model(KLEIN).param("negative_prompt") is not None
    assert [model.id for model in listing(openai, "flux").offered()] == ["flux-edit", "flux"]


def test_the_list_of_another_address_is_not_offered(studio: Simulator, http: Http) -> None:
    openai = listing(openai_for(studio, http), "gpt-image-1")
    openai.link = replace(openai.link, base_url="http://127.0.0.1:9/v1")
    assert [model.id for model in openai.offered()] == [KLEIN_EDIT, KLEIN]


@pytest.mark.parametrize("body", [{}, {"data": None}, {"data": [5, {"id": 7}, {"id": ""}]}])
async def test_a_list_without_names_leaves_the_declared_models(
    studio: Simulator, http: Http, body: dict[str, Any]
) -> None:
    openai = openai_for(studio, http)
    studio.fault(answer("GET /v1/models", 200, body))
    openai.catalogue = await openai.fetch_catalogue()
    assert openai.offered() == openai.models()


# The same as a script.


@pytest.mark.parametrize("server", SERVERS)
async def test_an_edit_as_a_script_is_the_same_order(studio: Simulator, http: Http, told: Told, server: str) -> None:
    openai = openai_for(studio, http, server)
    request = request_for(openai, KLEIN_EDIT, picture(20, 10))
    script = openai.script(request)
    assert script is not None
    (step,) = script.steps
    await openai.start(request, told)
    (seen,) = studio.log
    assert step.url == f"{studio.url}{seen.path}"
    assert (script.kind, step.keep) == ("base64", {"results": "data[].b64_json"})
    if server == "localai":
        assert {**step.json, "ref_images": None} == {**seen.json, "ref_images": None}
        assert [one.file for one in step.json["ref_images"]] == [file.name for file in script.files]
    else:
        assert dict(step.form) == seen.fields
        assert [name for _, name in step.files] == [file.name for file in script.files]
    assert "OPENAI_API_KEY" in script.notes[0]
    assert Simulator.key not in repr(script)


@pytest.mark.parametrize("server", ["vllm", "sd-server"])
def test_several_pictures_as_a_script_are_a_loop_over_their_seeds(studio: Simulator, http: Http, server: str) -> None:
    openai = openai_for(studio, http, server)
    script = openai.script(request_for(openai, KLEIN, count=3, steps=7))
    assert script is not None
    (step,) = script.steps
    assert (script.seeds, step.each) == ((7, 8, 9), True)
    if server == "vllm":
        assert step.json["seed"] == SEED
    else:
        before, seed, after = step.json["prompt"]
        assert (before, seed) == (
            'make it blue <sd_cpp_extra_args>{"sample_params": {"sample_steps": 7}, "seed": ',
            SEED,
        )
        assert after == "}</sd_cpp_extra_args>"
