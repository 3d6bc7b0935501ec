"""Lumenfall's dry run gives the price, for stand-ins: nothing of the user's leaves for it. And its catalogue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flux_desktop.core.edit import EncodedImage
from flux_desktop.core.price import Cost
from flux_desktop.providers.http import Http
from flux_desktop.providers.lumenfall import Lumenfall
from tests.providers.lumenfall_support import EDITS, GENERATIONS, lumenfall_for, request_for, run
from tests.providers.support import Told
from tests.simulators.faults import Fault, answer
from tests.simulators.lumenfall import Lumenfall as Simulator


def sized(width: int, height: int) -> EncodedImage:
    """A picture of which only the size is known, as while the prompt is typed."""
    return EncodedImage(b"", "image/png", width, height)


async def test_the_quote_is_what_is_then_charged(lumenfall: Lumenfall, gateway: Simulator, told: Told) -> None:
    request = request_for("flux-2-klein-4b-edit", size="300x200", count=2)
    quoted = await lumenfall.quote(request)
    assert gateway.orders == []
    billed = (await run(lumenfall, request, told)).cost
    assert quoted is not None
    assert billed == replace(quoted, kind="billed")


async def test_a_quote_sends_nothing_of_the_users(lumenfall: Lumenfall, gateway: Simulator) -> None:
    request = request_for("flux-2-klein-4b-edit", sized(3000, 2000), prompt="my secret plan")
    request = replace(request, source=sized(6000, 4000))
    assert await lumenfall.quote(request) is not None
    (seen,), (order,) = gateway.seen(EDITS), gateway.dry_runs
    assert seen.query == {"dryRun": "true"}
    assert b"secret" not in seen.body
    assert len(seen.body) < 20_000
    assert [(one["width"], one["height"]) for one in order["pictures"]] == [(6000, 4000), (3000, 2000)]
    assert set(order["fields"]["prompt"]) == {"x"}
    assert gateway.orders == []


async def test_typing_does_not_ask_again(lumenfall: Lumenfall, gateway: Simulator) -> None:
    for prompt in ("m", "make", "make it blue", "make it blue and " * 10):
        await lumenfall.quote(request_for("flux-2-klein-4b", prompt=prompt))
    await lumenfall.quote(request_for("flux-2-klein-4b", seed=99, response_format="b64_json"))
    assert len(gateway.dry_runs) == 1
    for change in ({"count": 2}, {"size": "64x64"}):
        await lumenfall.quote(request_for("flux-2-klein-4b", **change))
    await lumenfall.quote(request_for("flux-2-klein-4b", prompt="x" * 300))
    assert len(gateway.dry_runs) == 4


async def test_without_a_key_or_an_answer_the_declared_price_counts(
    lumenfall: Lumenfall, gateway: Simulator, http: Http
) -> None:
    request = request_for("flux-2-klein-4b", size="1000x1000")
    assert await lumenfall_for(gateway, http, "").quote(request) == Cost(0.005)
    assert gateway.arrived == []
    for fault in (
        answer(GENERATIONS, 500, {"error": {"message": "no"}}, times=4),
        answer(GENERATIONS, 404, {}),
        answer(GENERATIONS, 200, {"total_cost_micros": "5000"}),
        answer(GENERATIONS, 200, {"total_cost_micros": None}),
        answer(GENERATIONS, 200, b"<html>"),
        Fault(GENERATIONS, "reset_after", times=4),
    ):
        gateway.fault(fault)
        assert await lumenfall.quote(request) == Cost(0.005)
    gateway.fault(answer(GENERATIONS, 200, {"total_cost_micros": 7000, "currency": "eur"}))
    assert await lumenfall.quote(request) == Cost(0.007, "EUR", "quoted")


# What the host lists.


async def test_the_list_adds_models_and_schemas_correct_the_declared_ones(
    lumenfall: Lumenfall, gateway: Simulator, told: Told
) -> None:
    steps = {"type": "integer", "minimum": 2, "maximum": 12, "default": 3}
    passed = {"prompt": {"type": "string"}, "num_inference_steps": steps}
    gateway.schemas["fal/flux.2-klein-4b-edit"] = {"type": "object", "properties": passed}
    gateway.schemas["flux.2-klein-4b"] = {"properties": {**passed, "style": {"type": "string", "enum": ["a", "b"]}}}
    catalogue = await lumenfall.fetch_catalogue()
    assert catalogue["models"][:2] == ["flux-2-klein-4b", "flux.2-flex"]
    lumenfall.catalogue = catalogue
    fal = lumenfall.model("flux-2-klein-4b-edit-fal").param("steps")
    assert fal is not None
    assert (fal.minimum, fal.maximum, fal.default) == (2, 12, 3)
    automatic = lumenfall.model("flux-2-klein-4b")
    assert automatic.param("num_inference_steps") is None
    assert automatic.param("style") is not None
    assert automatic.param("format") is not None
    assert lumenfall.offered() is lumenfall.offered()
    ids = [model.id for model in lumenfall.offered()]
    assert len(ids) == len(set(ids))
    assert ids[:2] == ["flux-2-klein-4b-edit", "flux-2-klein-4b"]
    flex = lumenfall.model("flux-2-flex-edit")
    assert (flex.wire_id, flex.rate) == ("flux.2-flex", None)
    assert not any("gemini" in id for id in ids)


async def test_a_listed_model_can_be_ordered(lumenfall: Lumenfall, gateway: Simulator, told: Told) -> None:
    lumenfall.catalogue = await lumenfall.fetch_catalogue()
    request = request_for("flux-2-klein-4b")
    recipe = replace(request.recipe, model="flux-2-flex")
    await run(lumenfall, replace(request, recipe=recipe), told)
    assert gateway.orders[0]["fields"]["model"] == "flux.2-flex"


@pytest.mark.parametrize("catalogue", [{}, {"models": [], "schemas": {}}, {"schemas": {"flux.2-klein-4b": {"x": 1}}}])
def test_a_catalogue_that_says_nothing_changes_nothing(lumenfall: Lumenfall, catalogue: dict[str, object]) -> None:
    lumenfall.catalogue = catalogue
    assert lumenfall.offered() == lumenfall.models()
