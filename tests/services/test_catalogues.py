"""What hosts publish: fetched when asked for, kept with its date and address, and never in the way of a start."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from flux_desktop.core.edit import EditRequest, Report, Ticket
from flux_desktop.core.errors import ServerFault
from flux_desktop.core.params import Model, integer
from flux_desktop.providers.base import Provider
from flux_desktop.providers.http import Call, Http
from flux_desktop.providers.link import Link
from flux_desktop.services import catalogues as module
from flux_desktop.services.catalogues import Catalogues
from tests.simulators.base import Simulator
from tests.simulators.faults import Fault, answer

LIST = "GET /models"


class Shop(Simulator):
    """A host with a list of models."""

    name = "shop"
    offers = ("one", "two")

    def routes(self) -> list[Route]:
        return [Route("/models", self._list)]

    async def _list(self, _request: Request) -> Response:
        return JSONResponse({"models": list(self.offers)})


class Customer(Provider):
    """A provider whose models are those of its host's list."""

    id = "customer"
    name = "Customer"
    needs_key = False
    publishes = True

    @classmethod
    def models(cls) -> tuple[Model, ...]:
        return (_model("known"),)

    def offered(self) -> tuple[Model, ...]:
        return tuple(_model(id) for id in self.catalogue["models"]) if self.catalogue else self.models()

    async def fetch_catalogue(self) -> Mapping[str, Any]:
        answer = await self.link.http().call(Call(self.name, "GET", self.url("/models"), home=self.link.base_url))
        return answer.json_object()

    async def start(self, request: EditRequest, report: Report) -> Ticket:
        raise NotImplementedError


def _model(id: str) -> Model:
    return Model(id, id.title(), "customer", "edit", (integer("steps", 4, 1, 8),))


@pytest.fixture
def shop() -> Iterator[Shop]:
    with Shop() as server:
        yield server


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    client = Http()
    yield client
    await client.close()


def customer(url: str, http: Http) -> Customer:
    async def key() -> str:
        return ""

    return Customer(Link(url, key, lambda: http))


def ids(provider: Provider) -> list[str]:
    return [model.id for model in provider.offered()]


async def test_a_list_is_fetched_and_kept(shop: Shop, http: Http, tmp_path: Path) -> None:
    provider = customer(shop.url, http)
    catalogues = Catalogues(tmp_path / "lists", {"customer": provider})
    changed: list[str] = []
    catalogues.changed.connect(changed.append)
    assert (ids(provider), catalogues.date("customer"), shop.arrived) == (["known"], None, [])
    before = time.time()
    assert await catalogues.refresh("customer") == "Customer offers 2 models."
    assert ids(provider) == ["one", "two"]
    assert changed == ["customer"]
    later = customer(shop.url, http)
    again = Catalogues(tmp_path / "lists", {"customer": later})
    assert ids(later) == ["one", "two"]
    assert before <= (again.date("customer") or 0) <= time.time()
    assert shop.arrived == [LIST]


async def test_a_list_belongs_to_its_address(shop: Shop, http: Http, tmp_path: Path) -> None:
    await Catalogues(tmp_path, {"customer": customer(shop.url, http)}).refresh("customer")
    elsewhere = customer("http://127.0.0.1:9", http)
    catalogues = Catalogues(tmp_path, {"customer": elsewhere})
    assert (ids(elsewhere), catalogues.date("customer")) == (["known"], None)
    elsewhere.link = customer(shop.url, http).link
    catalogues.look_again("customer")
    assert ids(elsewhere) == ["one", "two"]


async def test_a_host_that_fails_changes_nothing(shop: Shop, http: Http, tmp_path: Path) -> None:
    provider = customer(shop.url, http)
    catalogues = Catalogues(tmp_path, {"customer": provider})
    await catalogues.refresh("customer")
    shop.fault(answer(LIST, 501, {"message": "closed"}, times=0))
    with pytest.raises(ServerFault):
        await catalogues.refresh("customer")
    assert ids(provider) == ["one", "two"]


@pytest.mark.parametrize(
    "kept",
    ["", "[1]", '{"address": "here"}', '{"address": "URL", "at": "now", "catalogue": {"models": ["x"]}}', "\0"],
)
def test_a_damaged_list_counts_as_none(http: Http, tmp_path: Path, kept: str) -> None:
    (tmp_path / "customer.json").write_text(kept.replace("URL", "http://127.0.0.1:9"))
    provider = customer("http://127.0.0.1:9", http)
    assert Catalogues(tmp_path, {"customer": provider}).date("customer") is None
    assert ids(provider) == ["known"]


@pytest.mark.expected_log
def test_a_list_that_makes_no_sense_does_not_stop_the_start(http: Http, tmp_path: Path) -> None:
    kept = {"address": "http://127.0.0.1:9", "at": 1.0, "catalogue": {"names": ["x"]}}
    (tmp_path / "customer.json").write_text(json.dumps(kept))
    provider = customer("http://127.0.0.1:9", http)
    assert Catalogues(tmp_path, {"customer": provider}).date("customer") is None
    assert ids(provider) == ["known"]


class OwnServer(Customer):
    """A server that the user runs."""

    id = "own-server"
    setup = "Start it."


@pytest.mark.parametrize(("kind", "asked"), [(Customer, 0), (OwnServer, 1)])
async def test_a_server_of_ones_own_is_asked_once_without_being_told(
    shop: Shop, http: Http, tmp_path: Path, kind: type[Customer], asked: int
) -> None:
    provider = kind(customer(shop.url, http).link)
    catalogues = Catalogues(tmp_path, {"customer": provider})
    for _ in range(2):
        await catalogues.find_out("customer")
    assert shop.arrived == [LIST] * asked
    assert ids(provider) == (["one", "two"] if asked else ["known"])


@pytest.mark.parametrize(
    "fault", [answer(LIST, 501, {}, times=0), Fault(LIST, "stall", times=0)], ids=["fails", "stalls"]
)
async def test_a_server_that_does_not_tell_is_not_waited_for(
    shop: Shop, http: Http, tmp_path: Path, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.3)
    shop.fault(fault)
    provider = OwnServer(customer(shop.url, http).link)
    await Catalogues(tmp_path, {"customer": provider}).find_out("customer")
    assert ids(provider) == ["known"]
