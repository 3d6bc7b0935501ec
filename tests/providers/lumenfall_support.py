"""Requests to Lumenfall, and what comes of them, for the tests of that provider."""

from __future__ import annotations

import pytest

from flux_desktop.core.edit import EditRequest, EditResult, EncodedImage, Recipe
from flux_desktop.core.errors import FluxError
from flux_desktop.core.params import Model, Value
from flux_desktop.providers.http import Http
from flux_desktop.providers.link import Link
from flux_desktop.providers.lumenfall import Lumenfall
from tests.providers.onemin_support import picture
from tests.providers.support import Told
from tests.simulators.lumenfall import Lumenfall as Simulator

__all__ = ["EDITS", "GENERATIONS", "declared", "error_of", "lumenfall_for", "request_for", "run"]

EDITS, GENERATIONS = "POST /openai/v1/images/edits", "POST /openai/v1/images/generations"


def declared(id: str) -> Model:
    return next(model for model in Lumenfall.models() if model.id == id)


def lumenfall_for(host: Simulator, http: Http, key: str = Simulator.key) -> Lumenfall:
    async def ask() -> str:
        return key

    return Lumenfall(Link(host.base_url, ask, lambda: http))


def request_for(model: str, *references: EncodedImage, prompt: str = "make it blue", **params: Value) -> EditRequest:
    """A request as a job makes it: whole, with all defaults (but small) and a seed."""
    known = declared(model)
    small: dict[str, Value] = {} if {"aspect_ratio", "size"} & set(params) else {"size": "48x32"}
    whole = {**known.defaults(), **small, "seed": 7, **known.check(params)}
    source = picture() if known.mode == "edit" else None
    return EditRequest(Recipe(prompt, "lumenfall", model, whole), source, references)


async def run(provider: Lumenfall, request: EditRequest, told: Told) -> EditResult:
    return await provider.collect(await provider.start(request, told), told)


async def error_of(provider: Lumenfall, told: Told, request: EditRequest | None = None) -> FluxError:
    with pytest.raises(FluxError) as caught:
        await run(provider, request or request_for("flux-2-klein-4b-edit"), told)
    assert caught.value.hint
    assert Simulator.key not in f"{caught.value.to_json()}{caught.value.detail}{caught.value!r}"
    return caught.value
