"""eachlabs: keys, prices, limits, what the host publishes of its models, and scripts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from flux_desktop.core.errors import BadAnswer, InvalidParameter, KeyMissing, KeyRefused, ServerFault
from flux_desktop.core.price import Balance, Cost
from flux_desktop.providers.http import Http
from tests.providers.eachlabs_support import (
    BASE_EDIT,
    PRESIGN,
    PUT,
    Provider,
    declared_model,
    error_of,
    provider_for,
    request_for,
)
from tests.providers.support import Time, Told
from tests.simulators.eachlabs import Eachlabs as Simulator
from tests.simulators.faults import answer

IDS = [model.id for model in Provider.models()]


async def test_without_a_key_nothing_is_sent(eachlabs_host: Simulator, http: Http, told: Told) -> None:
    error = await error_of(provider_for(eachlabs_host, http, key=""), told)
    assert type(error) is KeyMissing
    assert "FLUX_DESKTOP_EACHLABS_KEY" in error.hint
    assert eachlabs_host.arrived == told.log == []


async def test_a_wrong_key(eachlabs_host: Simulator, http: Http, told: Told) -> None:
    provider = provider_for(eachlabs_host, http, key="wrong-key-000")
    error = await error_of(provider, told)
    assert (type(error), error.exit_code) == (KeyRefused, 3)
    assert "Invalid or missing API key" in error.title
    assert eachlabs_host.arrived == [PRESIGN]
    with pytest.raises(KeyRefused):
        await provider.check_key()


async def test_a_key_is_tried_without_an_order(eachlabs: Provider, eachlabs_host: Simulator) -> None:
    assert "accepts the key" in await eachlabs.check_key()
    assert eachlabs_host.arrived == ["GET /v1/executions"]
    assert eachlabs_host.orders == []


async def test_the_balance(eachlabs: Provider, eachlabs_host: Simulator) -> None:
    assert await eachlabs.balance() == Balance(53.475)
    eachlabs_host.balance = -0.5
    assert await eachlabs.balance() == Balance(-0.5)
    eachlabs_host.fault(answer("GET /v1/billing", 404, {"error": "not found"}))
    assert await eachlabs.balance() is None
    eachlabs_host.fault(answer("GET /v1/billing", 200, {"balance_usd": "much"}))
    assert await eachlabs.balance() is None


async def test_an_edit_needs_a_picture(eachlabs: Provider, eachlabs_host: Simulator, told: Told) -> None:
    assert type(await error_of(eachlabs, told, replace(request_for(BASE_EDIT), source=None))) is InvalidParameter
    assert eachlabs_host.arrived == []


@pytest.mark.parametrize(
    ("params", "cost"),
    [
        ({}, 0.014),
        ({"count": 3}, 0.042),
        ({"aspect_ratio": "1:1"}, 0.015),
        ({"aspect_ratio": "16:9", "count": 2}, 0.028),
    ],
)
def test_the_price_goes_by_whole_megapixels(eachlabs: Provider, params: dict[str, Any], cost: float) -> None:
    assert eachlabs.price(request_for(BASE_EDIT, **params)) == Cost(cost)


def test_a_large_picture_costs_more(eachlabs: Provider) -> None:
    request = request_for(BASE_EDIT)
    assert request.source is not None
    large = replace(request, source=replace(request.source, width=2000, height=1500))
    assert eachlabs.price(large) == Cost(0.016)
    assert eachlabs.price(request_for("flux-2-pro-edit")) is None


class Hurried(Provider):
    """For a host with closer limits."""

    slots = 3
    orders_a_minute = 5


async def test_orders_a_minute_are_limited(eachlabs_host: Simulator, http: Http, time: Time) -> None:
    assert Provider.orders_a_minute == 100
    provider, told = Hurried(provider_for(eachlabs_host, http).link, time.clock()), Told()
    for _ in range(5):
        await provider.collect(await provider.start(request_for("flux-2-klein-4b"), told), told)
    assert time.slept == []
    await provider.start(request_for("flux-2-klein-4b"), told)
    assert time.slept == [pytest.approx(60.0)]


async def test_orders_on_the_way_are_limited(eachlabs_host: Simulator, http: Http, time: Time) -> None:
    assert Provider.slots == 10
    provider, told = Hurried(provider_for(eachlabs_host, http).link, time.clock()), Told()
    first, second, third = [await provider.start(request_for("flux-2-klein-4b"), told) for _ in range(3)]
    eachlabs_host.failure = {"error_code": "WORKER_LOST"}
    with pytest.raises(ServerFault):
        await provider.collect(first, told)
    await provider.cancel(second)
    fourth, _ = [await provider.start(request_for("flux-2-klein-4b"), told) for _ in range(2)]
    assert time.slept == []
    eachlabs_host.failure = None
    await provider.collect(fourth, told)
    time.now += 60.0  # past the other limit
    await provider.start(request_for("flux-2-klein-4b"), told)
    assert time.slept == []
    # Nobody asks for the third any more: it counts until it has surely ended.
    await provider.start(request_for("flux-2-klein-4b"), told)
    assert third.id in eachlabs_host.predictions
    assert time.now >= provider.deadline


async def test_models_as_the_host_has_them_now(eachlabs: Provider, eachlabs_host: Simulator) -> None:
    eachlabs_host.known.discard("flux-2-flash")
    eachlabs_host.known.discard("flux-2-flash-edit")
    catalogue = await eachlabs.fetch_catalogue()
    assert all("authorization" not in seen.headers for seen in eachlabs_host.seen("GET /v1/model"))
    steps = catalogue[BASE_EDIT]["request_schema"]["properties"]["num_inference_steps"]
    changed = {**catalogue[BASE_EDIT]["request_schema"]["properties"], "num_inference_steps": {**steps, "maximum": 12}}
    catalogue = {**catalogue, BASE_EDIT: {**catalogue[BASE_EDIT], "request_schema": {"properties": changed}}}
    eachlabs.catalogue = catalogue
    offered = {model.id: model for model in eachlabs.offered()}
    assert set(IDS) - set(offered) == {"flux-2-flash-edit"}
    assert offered[BASE_EDIT].param("steps").maximum == 12  # type: ignore[union-attr]
    assert offered[BASE_EDIT].price == declared_model(BASE_EDIT).price
    assert offered["flux-2-pro"].price == "$0.014–$0.02 per image"
    for id, model in offered.items():
        shape = model.param("aspect_ratio")
        assert shape == declared_model(id).param("aspect_ratio"), id
        assert model.defaults() == declared_model(id).defaults(), id


async def test_a_host_without_any_model(eachlabs: Provider, eachlabs_host: Simulator) -> None:
    eachlabs_host.known.clear()
    with pytest.raises(BadAnswer):
        await eachlabs.fetch_catalogue()


# Scripts.


@pytest.mark.parametrize("model_id", [BASE_EDIT, "flux-2-klein-4b"])
async def test_a_script_makes_the_same_order(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told, model_id: str
) -> None:
    request = request_for(model_id)
    script = eachlabs.script(request)
    await eachlabs.start(request, told)
    (order,) = (step.json for step in script.steps if step.url == f"{eachlabs_host.base_url}/prediction")
    sent = dict(eachlabs_host.orders[0]["input"])
    own = dict(order["input"])
    assert len(own.pop("image_urls", [])) == len(sent.pop("image_urls", []))
    assert (order["model"], own) == (eachlabs_host.orders[0]["model"], sent)
    assert script.key == "EACHLABS_API_KEY"
    presigns = [step.json for step in script.steps if step.url == f"{eachlabs_host.base_url}/upload/presign"]
    assert presigns == [seen.json for seen in eachlabs_host.seen(PRESIGN)]
    assert all(step.auth == (not step.content) for step in script.steps)
    assert [file.data for file in script.files] == [seen.body for seen in eachlabs_host.seen(PUT)]
    assert [step.method for step in script.steps][-1] == ("DELETE" if script.files else "GET")


def test_a_script_of_several_orders(eachlabs: Provider) -> None:
    script = eachlabs.script(request_for("flux-2-pro", count=3, seed=9))
    assert script.seeds == (9, 10, 11)
    assert [step.each for step in script.steps] == [True, True]
