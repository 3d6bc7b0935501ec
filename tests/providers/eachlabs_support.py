"""Requests to eachlabs, and what comes of them, for the tests of that provider."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from flux_desktop.core.edit import EditRequest, EditResult, EncodedImage, Recipe
from flux_desktop.core.errors import FluxError
from flux_desktop.core.params import Model, Value
from flux_desktop.providers.eachlabs import Eachlabs as Provider
from flux_desktop.providers.http import Http
from flux_desktop.providers.link import Link
from tests.providers.onemin_support import picture
from tests.providers.support import Time, Told
from tests.simulators.eachlabs import Eachlabs as Simulator
from tests.simulators.s3 import S3

__all__ = [
    "BASE_EDIT",
    "BUCKET_KEYS",
    "CANCEL",
    "CREATE",
    "PRESIGN",
    "PUT",
    "REMOVE",
    "RESULT",
    "TELL",
    "Provider",
    "bucket_options",
    "declared_model",
    "error_of",
    "picture",
    "provider_for",
    "request_for",
    "run",
]

BASE_EDIT = "flux-2-klein-4b-base-edit"
PRESIGN, PUT, REMOVE = "POST /v1/upload/presign", "PUT /storage", "DELETE /v1/files"
CREATE, TELL, CANCEL, RESULT = "POST /v1/prediction", "GET /v1/prediction", "POST /v1/prediction/", "GET /results"
BUCKET_KEYS = {"s3_access": S3.access_key, "s3_secret": S3.secret_key}


def declared_model(id: str) -> Model:
    """The model called `id` as the program declares it."""
    return next(model for model in Provider.models() if model.id == id)


def bucket_options(s3: S3) -> dict[str, Value]:
    """The settings with which pictures are uploaded to `s3`."""
    return {"upload": "bucket", "s3_endpoint": s3.url, "s3_bucket": s3.bucket, "s3_region": s3.region}


def provider_for(
    host: Simulator,
    http: Http,
    *,
    key: str = Simulator.key,
    options: Mapping[str, Value] | None = None,
    secrets: Mapping[str, str] | None = None,
    time: Time | None = None,
) -> Provider:
    async def ask() -> str:
        return key

    async def ask_secret(name: str) -> str:
        return (secrets or {}).get(name, "")

    link = Link(host.base_url, ask, lambda: http, option=(options or {}).get, secret=ask_secret)
    return Provider(link, time.clock() if time else None)


def request_for(
    model: str, source: EncodedImage | None = None, *references: EncodedImage, **params: Any
) -> EditRequest:
    """A request as a job makes it: whole, with all defaults and a seed; small, where the shape would decide."""
    declared = declared_model(model)
    shape = declared.param("aspect_ratio")
    assert shape is not None
    small = {"aspect_ratio": "1:1 small"} if shape.default != "match_input_image" else {}
    whole = {**declared.defaults(), **small, "seed": 7, **declared.check(params)}
    if source is None and declared.mode == "edit":
        source = picture()
    return EditRequest(Recipe("make it blue", "eachlabs", model, whole), source, references)


async def run(provider: Provider, request: EditRequest, told: Told) -> EditResult:
    """An edit from its upload to its end, as a job does it."""
    try:
        return await provider.collect(await provider.start(request, told), told)
    finally:
        await provider.tidy(told)


async def error_of(provider: Provider, told: Told, request: EditRequest | None = None) -> FluxError:
    with pytest.raises(FluxError) as caught:
        await run(provider, request or request_for(BASE_EDIT), told)
    error = caught.value
    assert error.hint
    for secret in (Simulator.key, S3.secret_key):
        assert secret not in f"{error.to_json()}{error.detail}{error!r}"
    return error
