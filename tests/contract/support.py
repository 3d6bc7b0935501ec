"""What the tests of the contract share: a hosted provider, runs of it, and what an error has to tell."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from typing import Any

import httpx
import numpy as np
import pytest
from PIL import Image

from flux_desktop.core.edit import EditRequest, EditResult, EncodedImage, Recipe, Ticket
from flux_desktop.core.errors import FluxError
from flux_desktop.core.params import Mode, Model, Value
from flux_desktop.providers.base import Provider
from flux_desktop.providers.http import Http
from flux_desktop.providers.link import Link
from flux_desktop.services.recipes import complete
from tests.contract.hosts import Host
from tests.providers.support import Echo, Time, Told
from tests.simulators.base import Seen, Simulator

__all__ = [
    "Hosted",
    "Hurried",
    "environment",
    "has_key",
    "is_told",
    "keys_stay_at_home",
    "noise",
    "photo",
    "photo_request",
    "provider_at",
]

SILENCE = 0.4
"""Seconds after which a host counts as silent, where a test waits for that."""


class Hurried(httpx.AsyncBaseTransport):
    """The network, but a host that says nothing for a moment counts as silent: a test need not wait for minutes."""

    def __init__(self) -> None:
        self._network = httpx.AsyncHTTPTransport(retries=0)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        request.extensions["timeout"] = {**request.extensions["timeout"], "read": SILENCE}
        return await self._network.handle_async_request(request)

    async def aclose(self) -> None:
        await self._network.aclose()


@dataclass
class Hosted:
    """A provider and the simulator that it talks to."""

    host: Host
    provider: Provider
    simulator: Any
    stranger: Echo
    clock: Time
    told: Told = field(default_factory=Told)

    def model(self, mode: Mode) -> Model:
        """The provider's first of a mode: what the command line takes where nothing is said."""
        return first_model(self.provider, mode)

    def request(self, source: EncodedImage | None = None, prompt: str = "make it blue") -> EditRequest:
        return photo_request(self.provider, source, prompt)

    async def start(self, request: EditRequest | None = None) -> Ticket:
        return await self.provider.start(request or self.request(), self.told)

    async def collect(self, ticket: Ticket) -> EditResult:
        return await self.provider.collect(ticket, self.told)

    async def run(self, request: EditRequest | None = None) -> EditResult:
        return await self.collect(await self.start(request))

    async def error_of_start(self, request: EditRequest | None = None) -> FluxError:
        with pytest.raises(FluxError) as caught:
            await self.start(request)
        is_told(caught.value, self.host)
        return caught.value

    async def error_of_collect(self, ticket: Ticket) -> FluxError:
        with pytest.raises(FluxError) as caught:
            await self.collect(ticket)
        is_told(caught.value, self.host)
        return caught.value

    def count(self, route: str) -> int:
        """How often a route was asked, also where the request was cut off."""
        return sum(arrived.startswith(route) for arrived in self.simulator.arrived)


def first_model(provider: Provider, mode: Mode) -> Model:
    return next(model for model in provider.offered() if model.mode == mode)


def photo_request(provider: Provider, source: EncodedImage | None = None, prompt: str = "make it blue") -> EditRequest:
    """A request as a job makes it, with the provider's first model: whole, small where it can be, with a seed."""
    model = first_model(provider, "edit")
    small: dict[str, Value] = {"megapixels": "0.25"} if model.param("megapixels") else {}
    recipe = complete(Recipe(prompt, model.provider, model.id, small), model)
    return EditRequest(
        recipe.with_params(**{param.name: 7 for param in model.params if param.picked}), source or photo()
    )


def provider_at(host: Host, simulator: Any, http: Http) -> Provider:
    """A provider whose host is the simulator."""
    options = host.options(simulator)

    async def key() -> str:
        return host.key

    return host.provider(Link(simulator.base_url, key, lambda: http, option=options.get))


def environment(host: Host, simulator: Any) -> dict[str, str]:
    """The variables by which a program finds the simulator."""
    own = f"FLUX_DESKTOP_{host.id.upper()}"
    options = {f"{own}_{name.upper()}": str(value) for name, value in host.options(simulator).items()}
    return {f"{own}_URL": simulator.base_url, **({f"{own}_KEY": host.key} if host.key else {}), **options}


def photo() -> EncodedImage:
    """A picture that goes inside an order where a host has that."""
    return _png(Image.linear_gradient("L").resize((96, 64)).convert("RGB"))


def noise() -> EncodedImage:
    """A picture of more than a megabyte, which has to be uploaded where a host has that."""
    values = np.random.default_rng(3).integers(0, 256, (600, 640, 3), dtype=np.uint8)
    return _png(Image.fromarray(values))


def _png(image: Image.Image) -> EncodedImage:
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=1)
    return EncodedImage(file.getvalue(), "image/png", *image.size)


def is_told(error: FluxError, host: Host) -> None:
    """What every error has: one sentence, what to do next, and nothing of the key."""
    assert error.title.strip()
    assert len(error.title) <= 300
    assert error.title.isprintable(), "one line of plain text"
    assert error.hint.strip()
    assert error.exit_code in (2, 3, 4, 5, 6, 7, 130)
    assert error.kind in ("key", "credit", "refused", "rate", "unavailable", "input", "cancelled")
    if host.key:
        for secret in (host.key, host.key.partition(":")[2] or host.key):
            assert secret not in f"{error.to_json()}{error.detail}{error!r}{error.__cause__!r}"


def keys_stay_at_home(host: Host, simulator: Simulator) -> None:
    """The key stands in its headers, at the API, and nowhere else; orders have it in all of these."""
    if not host.key:
        return
    for seen in simulator.log:
        carrying = {name for name, value in seen.headers.items() if host.key in value}
        at_api = seen.path.startswith(host.api)
        assert carrying <= set(host.keys if at_api else ()), f"{seen.method} {seen.path} carries the key in {carrying}"
        assert not has_key(host, replace(seen, headers={}))
    assert all(set(host.keys) <= set(order.headers) for order in simulator.seen(host.order))


def has_key(host: Host, seen: Seen) -> bool:
    """Whether a request carries the key anywhere at all."""
    text = f"{seen.path} {dict(seen.query)} {dict(seen.headers)} {dict(seen.fields)}"
    return bool(host.key) and (host.key in text or host.key.encode() in seen.body)
