"""Requests to 1min.ai, and what comes of them, for the tests of that provider."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from flux_desktop.core.edit import EditRequest, EditResult, EncodedImage, Recipe
from flux_desktop.core.errors import (
    FluxError,
)
from flux_desktop.core.params import Model, Value
from flux_desktop.providers.http import Http
from flux_desktop.providers.link import Link
from flux_desktop.providers.onemin import OneMin as Provider
from tests.providers.support import Told
from tests.simulators.onemin import OneMin as Simulator

__all__ = [
    "ASSETS",
    "FEATURES",
    "RESULT",
    "Provider",
    "declared_model",
    "error_of",
    "picture",
    "provider_for",
    "request_for",
    "run",
]

ASSETS, FEATURES, RESULT = "POST /api/assets", "POST /api/features", "GET /storage"


def declared_model(id: str) -> Model:
    """The model called `id` as the program declares it."""
    return next(model for model in Provider.models() if model.id == id)


def provider_for(host: Simulator, http: Http, key: str) -> Provider:
    async def ask() -> str:
        return key

    return Provider(Link(host.url, ask, lambda: http))


def picture(width: int = 96, height: int = 64, media_type: str = "image/png", **save: Any) -> EncodedImage:
    kept = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(
        kept, media_type.removeprefix("image/"), **save
    )
    return EncodedImage(kept.getvalue(), media_type, width, height)


def request_for(model: str, source: EncodedImage | None = None, **params: Value) -> EditRequest:
    """A request as a job makes it: whole, with all defaults (but small, where it can be) and a seed."""
    declared = declared_model(model)
    small = {"megapixels": "0.25"} if declared.param("megapixels") else {}
    whole = {**declared.defaults(), **small, "seed": 7, **declared.check(params)}
    if source is None and declared.mode == "edit":
        source = picture()
    return EditRequest(Recipe("make it blue", "onemin", model, whole), source)


async def run(provider: Provider, request: EditRequest, told: Told) -> EditResult:
    return await provider.collect(await provider.start(request, told), told)


async def error_of(provider: Provider, told: Told, request: EditRequest | None = None) -> FluxError:
    with pytest.raises(FluxError) as caught:
        await run(provider, request or request_for("flux-2-klein-4b-edit"), told)
    assert caught.value.hint
    assert Simulator.key not in f"{caught.value.to_json()}{caught.value.detail}{caught.value!r}"
    return caught.value
