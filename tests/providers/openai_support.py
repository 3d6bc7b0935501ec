"""Requests to a server with the OpenAI images API, for the tests of that provider."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flux_desktop.core.edit import EditRequest, EditResult, EncodedImage, Recipe
from flux_desktop.core.errors import FluxError
from flux_desktop.core.params import Value
from flux_desktop.providers.http import Http
from flux_desktop.providers.link import Link
from flux_desktop.providers.openai import OpenAI
from tests.providers.onemin_support import picture
from tests.providers.support import Told
from tests.simulators.openai_api import OpenAI as Simulator

__all__ = ["EDITS", "GENERATIONS", "error_of", "openai_for", "request_for", "run"]

EDITS, GENERATIONS = "POST /v1/images/edits", "POST /v1/images/generations"


def openai_for(host: Simulator, http: Http, server: str = "openai", key: str = Simulator.key) -> OpenAI:
    """The provider set to a kind of server, and the simulator being one."""
    host.server = server

    async def ask() -> str:
        return key

    options: dict[str, Value] = {"server": server}
    return OpenAI(Link(host.base_url, ask, lambda: http, option=options.get))


def request_for(provider: OpenAI, model: str, *references: EncodedImage, **params: Value) -> EditRequest:
    """A request as a job makes it: whole, with all defaults (but small), and a seed where one is picked."""
    known = provider.model(model)
    seed: dict[str, Value] = {param.name: 7 for param in known.params if param.picked}
    whole = {**known.defaults(), "size": "48x32", **seed, **known.check(params)}
    source = picture() if known.mode == "edit" else None
    return EditRequest(Recipe("make it blue", "openai", model, whole), source, references)


def without(request: EditRequest, *names: str) -> EditRequest:
    """`request` with these parameters unset."""
    return replace(request, recipe=request.recipe.with_params(**dict.fromkeys(names)))


async def run(provider: OpenAI, request: EditRequest, told: Told) -> EditResult:
    return await provider.collect(await provider.start(request, told), told)


async def error_of(provider: OpenAI, told: Told, request: EditRequest | None = None) -> FluxError:
    with pytest.raises(FluxError) as caught:
        await run(provider, request or request_for(provider, "flux-2-klein-4b"), told)
    assert caught.value.hint
    assert Simulator.key not in f"{caught.value.to_json()}{caught.value.detail}{caught.value!r}"
    return caught.value
