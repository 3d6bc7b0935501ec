"""The table of hosts: what the contract has to know of each provider, and nothing that the contract itself says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flux_desktop.core.errors import (
    BadAnswer,
    FluxError,
    ResultExpired,
    ServerFault,
    TimedOut,
    Unavailable,
    Unreachable,
)
from flux_desktop.core.params import Value
from flux_desktop.providers.base import Provider
from flux_desktop.providers.bfl import BlackForestLabs
from flux_desktop.providers.eachlabs import Eachlabs
from flux_desktop.providers.fal import Fal
from flux_desktop.providers.lumenfall import Lumenfall
from flux_desktop.providers.onemin import OneMin
from flux_desktop.providers.openai import OpenAI
from flux_desktop.providers.replicate import Replicate
from flux_desktop.providers.sdcpp import StableDiffusionCpp
from tests.simulators import bfl, eachlabs, fal, lumenfall, onemin, openai_api, replicate, sdcpp
from tests.simulators.base import Simulator
from tests.simulators.faults import Fault

__all__ = ["HOSTS", "Host", "Polling"]

Change = Callable[[Any], object]
"""What is done to a simulator."""


@dataclass(frozen=True)
class Polling:
    """How a host that queues is asked. `under_way` is laid over its answers: the order is not through yet."""

    route: str
    under_way: Mapping[str, Any]
    soon: Change = lambda simulator: None
    """Makes the simulator finish after few questions."""
    gone: type[FluxError] = ResultExpired
    """What HTTP 404 means for an order that was accepted."""
    elsewhere: Callable[[str], Mapping[str, Any]] | None = None
    """Laid over the answer to an order: the host names this address to be asked at."""


@dataclass(frozen=True)
class Host:
    """One provider and how it is simulated.

    Routes are a method and how the path begins. `keys` are the headers that carry the key, `api` how the paths begin
    that may get it; `uploads` are the routes of an upload in their order, which is made for a large picture only where
    `large` is set. `result` is "" where results come inside an answer. `deviations` are the cases of an order in which
    this host means something else, each with its reason.
    """

    provider: type[Provider]
    simulator: type[Simulator]
    order: str
    keys: tuple[str, ...]
    api: tuple[str, ...]
    uploads: tuple[str, ...] = ()
    large: bool = False
    result: str = ""
    polling: Polling | None = None
    refuse: Change | None = None
    """Makes the simulator's moderation refuse a prompt with the word “forbidden”; None where there is none."""
    inline: Callable[[str], Fault] | None = None
    """The answer that has this base64 in place of a picture, where results come inside answers."""
    options: Callable[[Any], Mapping[str, Value]] = lambda simulator: {}
    deviations: Mapping[str, tuple[type[FluxError], str]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.provider.id

    @property
    def key(self) -> str:
        return str(getattr(self.simulator, "key", ""))


def _fault(*faults: Fault) -> Change:
    return lambda simulator: simulator.fault(*faults)


def _set(**values: Any) -> Change:
    def change(simulator: Any) -> None:
        for name, value in values.items():
            setattr(simulator, name, value)

    return change


FREE = "an order costs nothing: there is nothing that would have to be looked up"
FREE_ORDERS: Mapping[str, tuple[type[FluxError], str]] = {
    "500 with a page": (ServerFault, FREE),
    "500 without a word": (ServerFault, FREE),
    "502": (ServerFault, FREE),
    "504": (ServerFault, FREE),
    "reset after": (Unreachable, FREE),
    "truncated": (Unreachable, FREE),
    "silent": (TimedOut, FREE),
    "200 with a page": (BadAnswer, FREE),
    "200 without a word": (BadAnswer, FREE),
    "200 with a list": (BadAnswer, FREE),
    "200 with other fields": (BadAnswer, FREE),
    "200 with other types": (BadAnswer, FREE),
}

HOSTS = (
    Host(
        OneMin,
        onemin.OneMin,
        order="POST /api/features",
        keys=("api-key",),
        api=("/api/",),
        uploads=("POST /api/assets",),
        result="GET /storage",
        refuse=_fault(
            Fault("POST /api/features", "patch", patch={"aiRecord": {"status": "FAILED", "error": "NSFW content"}})
        ),
    ),
    Host(
        Eachlabs,
        eachlabs.Eachlabs,
        order="POST /v1/prediction",
        keys=("authorization", "x-api-key"),
        api=("/v1/",),
        uploads=("POST /v1/upload/presign", "PUT /storage"),
        result="GET /results",
        polling=Polling("GET /v1/prediction", {"status": "processing", "output": None}, soon=_set(seconds=0.0)),
        refuse=_set(failure="The prompt was flagged by content moderation"),
    ),
    Host(
        Lumenfall,
        lumenfall.Lumenfall,
        order="POST /openai/v1/images",
        keys=("authorization",),
        api=("/openai/v1/", "/v1/"),
        result="GET /results",
        refuse=_set(),
    ),
    Host(
        Fal,
        fal.Fal,
        order="POST /fal-ai/",
        keys=("authorization",),
        api=("/fal-ai/", "/rest/", "/v1/"),
        uploads=("POST /rest/storage/upload/initiate", "PUT /upload"),
        large=True,
        result="GET /results",
        polling=Polling(
            "GET /fal-ai/",
            {"status": "IN_PROGRESS"},
            soon=_set(queued=0, running=0),
            elsewhere=lambda url: {"status_url": url, "response_url": url, "cancel_url": url},
        ),
        refuse=_set(failure=fal.Failure(error="Prompt was flagged", error_type="content_policy_violation")),
        options=lambda simulator: {"rest_url": simulator.rest_url, "api_url": simulator.api_url},
    ),
    Host(
        Replicate,
        replicate.Replicate,
        order="POST /v1/models/",
        keys=("authorization",),
        api=("/v1/",),
        uploads=("POST /v1/files",),
        large=True,
        result="GET /results",
        polling=Polling(
            "GET /v1/predictions",
            {"status": "processing", "output": None},
            soon=_set(polls=1),
            elsewhere=lambda url: {"urls": {"get": url, "cancel": url}},
        ),
        refuse=_fault(
            Fault(
                "GET /v1/predictions", "patch", patch={"status": "failed", "error": "NSFW content detected."}, times=0
            )
        ),
    ),
    Host(
        BlackForestLabs,
        bfl.BlackForestLabs,
        order="POST /v1/flux",
        keys=("x-key",),
        api=("/v1/",),
        result="GET /results",
        polling=Polling(
            "GET /v1/get_result",
            {"status": "Pending", "result": None},
            soon=_set(pending=0),
            gone=BadAnswer,
            elsewhere=lambda url: {"polling_url": url},
        ),
        refuse=_set(),
    ),
    Host(
        OpenAI,
        openai_api.OpenAI,
        order="POST /v1/images",
        keys=("authorization",),
        api=("/v1/",),
        refuse=_set(),
        inline=lambda data: Fault("POST /v1/images", "patch", patch={"data": [{"b64_json": data}]}),
    ),
    Host(
        StableDiffusionCpp,
        sdcpp.StableDiffusionCpp,
        order="POST /sdcpp/v1/img_gen",
        keys=(),
        api=("/sdcpp/v1/",),
        polling=Polling(
            "GET /sdcpp/v1/jobs",
            {"status": "generating", "result": None},
            soon=_set(queued=1, generating=1),
            gone=Unavailable,
        ),
        inline=lambda data: Fault(
            "GET /sdcpp/v1/jobs",
            "patch",
            times=0,
            patch={"status": "completed", "result": {"images": [{"index": 0, "b64_json": data}]}},
        ),
        deviations=FREE_ORDERS,
    ),
)
