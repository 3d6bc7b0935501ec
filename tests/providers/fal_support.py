"""Requests to fal, and what comes of them, for the tests of that provider."""

from __future__ import annotations

import functools
import io
from typing import Any

import pytest
from PIL import Image

from flux_desktop.core.edit import EditRequest, EditResult, EncodedImage, Recipe
from flux_desktop.core.errors import FluxError
from flux_desktop.core.params import Model, Value
from flux_desktop.providers.fal import Fal as Provider
from flux_desktop.providers.http import Http
from flux_desktop.providers.link import Link
from tests.providers.onemin_support import picture
from tests.providers.support import Told
from tests.simulators.fal import Fal as Simulator

__all__ = [
    "EDIT",
    "INITIATE",
    "ORDER",
    "QUEUE",
    "RESULT",
    "UPLOAD",
    "Provider",
    "declared_model",
    "error_of",
    "noise",
    "picture",
    "provider_for",
    "request_for",
    "run",
]

ORDER, QUEUE, RESULT = "POST /fal-ai/", "GET /fal-ai/flux-2/requests", "GET /results"
INITIATE, UPLOAD = "POST /rest/storage/upload/initiate", "PUT /upload"

EDIT = "flux-2-klein-4b-edit"


def declared_model(id: str) -> Model:
    """The model called `id` as the program declares it."""
    return next(model for model in Provider.models() if model.id == id)


def provider_for(host: Simulator, http: Http, key: str, **options: str) -> Provider:
    """fal with its own other hosts, or with others by `options`."""

    async def ask() -> str:
        return key

    set_up: dict[str, str] = {"rest_url": host.rest_url, "api_url": host.api_url, **options}
    return Provider(Link(host.base_url, ask, lambda: http, option=set_up.get))


@functools.cache
def noise(side: int) -> EncodedImage:
    """A picture that hardly compresses: above a million bytes from a side of 700."""
    kept = io.BytesIO()
    Image.effect_noise((side, side), 90).convert("RGB").save(kept, "PNG")
    return EncodedImage(kept.getvalue(), "image/png", side, side)


def request_for(
    model: str,
    source: EncodedImage | None = None,
    *references: EncodedImage,
    prompt: str = "make it blue",
    **params: Any,
) -> EditRequest:
    """A request as a job makes it: whole, with all defaults (but small) and a seed."""
    declared = declared_model(model)
    small: dict[str, Value] = {"aspect_ratio": "1:1 small"} if declared.mode == "generate" else {}
    whole = {**declared.defaults(), **small, "seed": 7, **declared.check(params)}
    if source is None and declared.mode == "edit":
        source = picture()
    return EditRequest(Recipe(prompt, "fal", model, whole), source, references)


async def run(provider: Provider, request: EditRequest, told: Told) -> EditResult:
    return await provider.collect(await provider.start(request, told), told)


async def error_of(provider: Provider, told: Told, request: EditRequest | None = None) -> FluxError:
    with pytest.raises(FluxError) as caught:
        await run(provider, request or request_for(EDIT), told)
    assert caught.value.hint
    assert "fal-test-secret" not in f"{caught.value.to_json()}{caught.value.detail}{caught.value!r}"
    return caught.value
