"""Requests to stable-diffusion.cpp's server, and what comes of them, for the tests of that provider."""

from __future__ import annotations

import pytest

from flux_desktop.core.edit import EditRequest, EditResult, EncodedImage, Recipe
from flux_desktop.core.errors import FluxError
from flux_desktop.core.params import Model, Value
from flux_desktop.providers.http import Http
from flux_desktop.providers.link import Link
from flux_desktop.providers.sdcpp import StableDiffusionCpp as Provider
from tests.providers.onemin_support import picture
from tests.providers.support import Told
from tests.simulators.sdcpp import StableDiffusionCpp as Simulator

__all__ = [
    "CANCEL",
    "ORDER",
    "POLL",
    "Provider",
    "Simulator",
    "declared",
    "error_of",
    "provider_for",
    "request_for",
    "run",
]

ORDER, POLL, CANCEL = "POST /sdcpp/v1/img_gen", "GET /sdcpp/v1/jobs", "POST /sdcpp/v1/jobs"


def declared(id: str) -> Model:
    return next(model for model in Provider.models() if model.id == id)


def provider_for(url: str, http: Http) -> Provider:
    async def no_key() -> str:
        return ""

    return Provider(Link(url, no_key, lambda: http))


def request_for(model: str, *references: EncodedImage, prompt: str = "make it blue", **params: Value) -> EditRequest:
    """A request as a job makes it: whole, with all defaults (but small) and a seed."""
    known = declared(model)
    whole = {**known.defaults(), "megapixels": "0.25", "seed": 7, **known.check(params)}
    source = picture() if known.mode == "edit" else None
    return EditRequest(Recipe(prompt, "sdcpp", model, whole), source, references)


async def run(provider: Provider, request: EditRequest, told: Told) -> EditResult:
    return await provider.collect(await provider.start(request, told), told)


async def error_of(provider: Provider, told: Told, request: EditRequest | None = None) -> FluxError:
    with pytest.raises(FluxError) as caught:
        await run(provider, request or request_for("flux-2-klein-4b-edit"), told)
    assert caught.value.hint
    return caught.value
