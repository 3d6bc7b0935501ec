"""Requests to Replicate, and what comes of them, for the tests of that provider."""

from __future__ import annotations

import functools
import io
from typing import Any

import pytest
from PIL import Image

from flux_desktop.core.edit import EditRequest, EditResult, EncodedImage, Recipe
from flux_desktop.core.errors import FluxError
from flux_desktop.core.params import Model, Value
from flux_desktop.providers.http import Http
from flux_desktop.providers.link import Link
from flux_desktop.providers.replicate import Replicate as Provider
from tests.providers.onemin_support import picture
from tests.providers.support import Told
from tests.simulators.replicate import Replicate as Simulator

__all__ = [
    "EDIT",
    "FILES",
    "ORDER",
    "QUESTION",
    "RESULT",
    "Provider",
    "declared_model",
    "error_of",
    "noise",
    "picture",
    "provider_for",
    "request_for",
    "run",
]

ORDER, QUESTION = "POST /v1/models/black-forest-labs", "GET /v1/predictions"
FILES, RESULT = "POST /v1/files", "GET /results"

EDIT = "flux-2-klein-4b-edit"


def declared_model(id: str) -> Model:
    """The model called `id` as the program declares it."""
    return next(model for model in Provider.models() if model.id == id)


def provider_for(host: Simulator, http: Http, key: str) -> Provider:
    async def ask() -> str:
        return key

    return Provider(Link(host.base_url, ask, lambda: http))


@functools.cache
def noise(side: int = 420) -> EncodedImage:
    """A picture that hardly compresses: above 256 kB."""
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
    """A request as a job makes it: whole, with all defaults (but small, where it can be) and a seed."""
    declared = declared_model(model)
    small: dict[str, Value] = {"size": "256x256"} if declared.param("size") else {"megapixels": "0.25"}
    whole = {**declared.defaults(), **small, "seed": 7, **declared.check(params)}
    if source is None and declared.mode == "edit":
        source = picture()
    return EditRequest(Recipe(prompt, "replicate", model, whole), source, references)


async def run(provider: Provider, request: EditRequest, told: Told) -> EditResult:
    return await provider.collect(await provider.start(request, told), told)


async def error_of(provider: Provider, told: Told, request: EditRequest | None = None) -> FluxError:
    with pytest.raises(FluxError) as caught:
        await run(provider, request or request_for(EDIT), told)
    assert caught.value.hint
    assert Simulator.key not in f"{caught.value.to_json()}{caught.value.detail}{caught.value!r}"
    return caught.value
