"""1min.ai against a server that is as strict as its documents, in every state and with every fault."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from PIL import Image

from flux_desktop.core.edit import EditRequest, EncodedImage, Recipe
from flux_desktop.core.errors import (
    InvalidParameter,
    KeyMissing,
    KeyRefused,
    Rejected,
)
from flux_desktop.providers.http import Http
from tests.providers.onemin_support import (
    ASSETS,
    FEATURES,
    RESULT,
    Provider,
    declared_model,
    error_of,
    picture,
    provider_for,
    request_for,
    run,
)
from tests.providers.support import Told
from tests.simulators.onemin import DOCUMENTS, Field
from tests.simulators.onemin import OneMin as Simulator

# What is declared.


def documented(model_id: str) -> Mapping[str, Field]:
    model = declared_model(model_id)
    return DOCUMENTS["IMAGE_EDITOR" if model.mode == "edit" else "IMAGE_GENERATOR", model.wire_id]


IDS = [model.id for model in Provider.models()]


@pytest.mark.parametrize("model_id", IDS)
def test_every_parameter_default_and_range_is_that_of_the_document(model_id: str) -> None:
    model, fields = declared_model(model_id), documented(model_id)
    sent = {param.field: param for param in model.params if not param.emulated}
    assert set(sent) == set(fields)
    for name, field in fields.items():
        param = sent[name]
        default = param.wire(param.default) if param.default is not None else None
        assert default == field.default, name
        if field.least is not None:
            assert (param.minimum, param.maximum) == (field.least, field.most), name
        if field.choices:
            assert tuple(param.wire(choice) for choice in param.choices) == field.choices or name == "output_format"
            assert {param.wire(choice) for choice in param.choices} == set(field.choices), name


def test_the_models_of_the_documents_have_their_ids() -> None:
    assert {"flux-2-klein-4b-edit", "flux-2-klein-4b", "flux-2-dev-edit"} <= set(IDS)
    assert IDS[0] == "flux-2-klein-4b-edit"
    assert len(IDS) == len(set(IDS)) == len(DOCUMENTS)


@pytest.mark.parametrize("model_id", IDS)
def test_what_a_model_lacks_has_a_reason(model_id: str) -> None:
    model = declared_model(model_id)
    for name in ("size", "guidance", "strength", "megapixels", "fast", "safety"):
        assert model.param(name) or name in model.unsupported, name
    assert model.references == 0
    assert "references" in model.unsupported


def test_parameters_are_called_as_everywhere() -> None:
    by_name = {param.name: param for param in declared_model("flux-2-dev-edit").params}
    assert {name: (param.field, param.how) for name, param in by_name.items()} == {
        "steps": ("num_inference_steps", "renamed"),
        "guidance": ("guidance", "passed"),
        "strength": ("prompt_strength", "renamed"),
        "aspect_ratio": ("aspect_ratio", "passed"),
        "megapixels": ("megapixels", "passed"),
        "format": ("output_format", "converted"),
        "quality": ("output_quality", "renamed"),
        "fast": ("go_fast", "renamed"),
        "safety": ("disable_safety_checker", "converted"),
        "seed": ("seed", "passed"),
        "count": ("count", "emulated"),
    }


# What is sent.


@pytest.mark.parametrize("model_id", IDS)
async def test_every_field_is_sent_in_its_type(onemin: Provider, host: Simulator, told: Told, model_id: str) -> None:
    whole = Recipe("make it blue", "onemin", model_id, {**declared_model(model_id).defaults(), "seed": 7})
    result = await run(onemin, replace(request_for(model_id), recipe=whole), told)
    (order,) = host.orders
    model = declared_model(model_id)
    assert order["model"] == model.wire_id
    assert order["type"] == ("IMAGE_EDITOR" if model.mode == "edit" else "IMAGE_GENERATOR")
    expected = {name: field.default for name, field in documented(model_id).items()} | {
        "prompt": "make it blue",
        "seed": 7,
    }
    sent = dict(order["promptObject"])
    assert sent.pop("imageUrl", None) == (next(iter(host.assets)) if model.mode == "edit" else None)
    assert sent == expected
    assert {name: type(value) for name, value in sent.items() if isinstance(value, bool | str)} == {
        name: type(value) for name, value in expected.items() if isinstance(value, bool | str)
    }
    assert host.seen(FEATURES)[0].query == {"isStreaming": "false"}
    assert result.images[0].seed == 7
    assert result.request_id.startswith("e5f6a7b8")


async def test_values_are_converted(onemin: Provider, host: Simulator, told: Told) -> None:
    params: dict[str, Any] = {
        "steps": 20,
        "guidance": 3.5,
        "strength": 0.75,
        "aspect_ratio": "16:9",
        "megapixels": "0.25",
        "format": "jpeg",
        "quality": 91,
        "fast": True,
        "safety": False,
        "seed": 4_294_967_295,
    }
    result = await run(onemin, request_for("flux-2-dev-edit", **params), told)
    sent = {name: value for name, value in host.orders[0]["promptObject"].items() if name != "imageUrl"}
    assert sent == {
        "prompt": "make it blue",
        "num_inference_steps": 20,
        "guidance": 3.5,
        "prompt_strength": 0.75,
        "aspect_ratio": "16:9",
        "megapixels": "0.25",
        "output_format": "jpg",
        "output_quality": 91,
        "go_fast": True,
        "disable_safety_checker": True,
        "seed": 4_294_967_295,
    }
    image = result.images[0].image
    assert image.media_type == "image/jpeg"
    assert image.width / image.height == pytest.approx(16 / 9, rel=0.05)
    assert image.width * image.height == pytest.approx(250_000, rel=0.1)


async def test_only_what_the_recipe_holds_is_sent(onemin: Provider, host: Simulator, told: Told) -> None:
    recipe = Recipe("a lake", "onemin", "flux-2-klein-4b", {"steps": 2})
    result = await run(onemin, EditRequest(recipe), told)
    assert host.orders[0]["promptObject"] == {"prompt": "a lake", "num_inference_steps": 2}
    assert result.images[0].seed is None


async def test_the_upload_is_one_file_without_metadata_or_name(onemin: Provider, host: Simulator, told: Told) -> None:
    exif = Image.Exif()
    exif[0x010E] = "my holiday"
    exif.get_ifd(0x8825)[1] = "N"
    await run(onemin, request_for("flux-2-klein-4b-edit", picture(media_type="image/jpeg", exif=exif)), told)
    (upload,) = host.seen(ASSETS)
    (name,) = upload.files
    file = upload.files[name]
    assert name == "asset"
    assert upload.fields == {}
    assert file.filename.startswith("source.")
    assert b"my holiday" not in file.data
    assert not Image.open(io.BytesIO(file.data)).getexif()


async def test_the_key_reaches_the_api_and_nothing_else(onemin: Provider, host: Simulator, told: Told) -> None:
    await run(onemin, request_for("flux-2-klein-4b-edit"), told)
    assert [seen.headers.get("api-key") for seen in host.log] == [host.key, host.key, None]
    assert all(host.key not in f"{seen.path}{seen.query}{seen.body!r}" for seen in host.log)
    assert host.key not in str(host.seen(RESULT)[0].headers)


async def test_stages_and_the_word_before_the_order(onemin: Provider, told: Told) -> None:
    await run(onemin, request_for("flux-2-klein-4b-edit"), told)
    assert told.log == ["uploading", "running", "ordering", "downloading"]


async def test_a_generation_uploads_nothing(onemin: Provider, host: Simulator, told: Told) -> None:
    await run(onemin, request_for("flux-2-klein-4b"), told)
    assert told.log == ["running", "ordering", "downloading"]
    assert host.seen(ASSETS) == []


async def test_three_of_a_kind_are_three_orders_with_a_seed_each(onemin: Provider, host: Simulator, told: Told) -> None:
    parts = onemin.orders(request_for("flux-2-klein-4b-edit", count=3, seed=41))
    results = [await run(onemin, part, told) for part in parts]
    assert [order["promptObject"]["seed"] for order in host.orders] == [41, 42, 43]
    assert [result.images[0].seed for result in results] == [41, 42, 43]
    assert all("count" not in order["promptObject"] for order in host.orders)
    assert len({result.images[0].image.data for result in results}) == 3
    assert len(host.seen(ASSETS)) == 1


async def test_each_job_uploads_its_own_source(onemin: Provider, host: Simulator) -> None:
    first, second = Told(), Told()
    for told in (first, second):
        await run(onemin, request_for("flux-2-klein-4b-edit"), told)
    await run(onemin, request_for("flux-2-klein-4b-edit", picture(40, 40)), second)
    assert len(host.seen(ASSETS)) == 3


async def test_a_refused_order_uploads_again(onemin: Provider, host: Simulator, told: Told) -> None:
    await run(onemin, request_for("flux-2-klein-4b-edit"), told)
    host.assets.clear()
    await error_of(onemin, told)
    await run(onemin, request_for("flux-2-klein-4b-edit"), told)
    assert len(host.seen(ASSETS)) == 2


async def test_the_same_seed_gives_the_same_picture_again(onemin: Provider, told: Told) -> None:
    first, second = [await run(onemin, request_for("flux-2-klein-4b-edit", seed=5), told) for _ in range(2)]
    assert first.images[0].image.data == second.images[0].image.data


# What leaves this machine.


def test_what_leaves_is_shown_without_sending_it(onemin: Provider, host: Simulator) -> None:
    request = request_for(
        "flux-2-klein-4b-edit", picture(media_type="image/jpeg"), count=2, format="jpeg", safety=False
    )
    outgoing = onemin.outgoing(request)
    assert host.arrived == []
    assert outgoing.host == host.url
    assert outgoing.calls == 2
    (file,) = outgoing.files
    assert (file.role, file.width, file.height) == ("source", 96, 64)
    assert file.size > 0
    fields = {field.name: (field.field, field.value, field.how) for field in outgoing.fields}
    assert fields["format"] == ("output_format", "jpg", "converted")
    assert fields["safety"] == ("disable_safety_checker", True, "converted")
    assert fields["prompt"] == ("prompt", "make it blue", "passed")
    assert "count" not in fields
    assert outgoing.notes[0] == "2 calls, one for each picture, with the seeds 7, 8."
    assert any("stored" in note for note in outgoing.notes)


async def test_what_was_shown_is_what_is_sent(onemin: Provider, host: Simulator, told: Told) -> None:
    request = request_for("flux-2-dev-edit", picture(media_type="image/jpeg"))
    outgoing = onemin.outgoing(request)
    await onemin.start(request, told)
    assert len(host.seen(ASSETS)[0].files["asset"].data) == outgoing.files[0].size
    shown = {field.field: field.value for field in outgoing.fields}
    sent = dict(host.orders[0]["promptObject"])
    assert sent.pop("imageUrl") in host.assets
    assert sent == shown


def test_a_generation_sends_no_file(onemin: Provider) -> None:
    assert onemin.outgoing(request_for("flux-2-klein-4b")).files == ()


# Keys.


async def test_without_a_key_nothing_is_sent(host: Simulator, http: Http, told: Told) -> None:
    error = await error_of(provider_for(host, http, ""), told)
    assert type(error) is KeyMissing
    assert "FLUX_DESKTOP_ONEMIN_KEY" in error.hint
    assert host.arrived == []
    assert told.log == []


async def test_a_wrong_key(host: Simulator, http: Http, told: Told) -> None:
    provider = provider_for(host, http, "wrong-key-000")
    error = await error_of(provider, told)
    assert (type(error), error.exit_code) == (KeyRefused, 3)
    assert "API Key is not valid" in error.title
    assert host.arrived == ["POST /api/assets"]
    with pytest.raises(KeyRefused):
        await provider.check_key()


async def test_a_key_is_tried_without_an_order(onemin: Provider, host: Simulator) -> None:
    assert "accepts the key" in await onemin.check_key()
    assert host.arrived == ["POST /api/assets"]
    assert host.orders == []


# Sizes.


def noise(width: int, height: int) -> EncodedImage:
    """A picture that hardly compresses."""
    kept = io.BytesIO()
    Image.effect_noise((width, height), 90).convert("RGB").save(kept, "PNG")
    return EncodedImage(kept.getvalue(), "image/png", width, height)


async def test_a_picture_that_the_host_finds_too_large_is_made_smaller(
    onemin: Provider, host: Simulator, told: Told
) -> None:
    source = noise(700, 500)
    host.max_bytes = len(source.data) // 6
    await run(onemin, request_for("flux-2-klein-4b-edit", source), told)
    sizes = [len(upload.files["asset"].data) for upload in host.seen(ASSETS)]
    assert 2 <= len(sizes) <= 4
    assert all(after <= before / 2 for before, after in pairwise(sizes))
    assert sum("too large" in note for note in told.notes) == len(sizes) - 1
    assert len(host.orders) == 1


@pytest.mark.parametrize(("side", "uploads"), [(700, 4), (32, 1)])
async def test_a_host_that_takes_nothing_is_not_asked_for_ever(
    onemin: Provider, host: Simulator, told: Told, side: int, uploads: int
) -> None:
    host.max_bytes = 10
    error = await error_of(onemin, told, request_for("flux-2-klein-4b-edit", noise(side, side)))
    assert type(error) is Rejected
    assert "File too large" in error.title
    assert host.arrived == [ASSETS] * uploads
    assert len(told.notes) == uploads - 1
    assert host.orders == []


async def test_an_edit_needs_a_picture(onemin: Provider, host: Simulator, told: Told) -> None:
    request = replace(request_for("flux-2-klein-4b-edit"), source=None)
    assert type(await error_of(onemin, told, request)) is InvalidParameter
    assert host.arrived == []


def test_an_unknown_model_is_named_with_the_known_ones(onemin: Provider) -> None:
    with pytest.raises(InvalidParameter) as caught:
        onemin.model("flux-3")
    assert "flux-2-klein-4b-edit" in caught.value.hint
