"""What every provider inherits: keys, counts, waiting for results, and distrust of what comes back."""

from __future__ import annotations

import io
import time as real_time
from dataclasses import replace
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from flux_desktop.core.edit import EditRequest, EncodedImage, Output, Recipe, Report, Ticket, TicketState
from flux_desktop.core.errors import BadAnswer, InvalidParameter, KeyMissing, TimedOut
from flux_desktop.core.params import SEED_LIMIT, Model, integer, seed
from flux_desktop.providers.base import Provider
from flux_desktop.providers.http import Http
from flux_desktop.providers.link import Link
from tests.providers.support import Echo, Told
from tests.simulators.faults import BOMB, SVG


def png(width: int = 8, height: int = 6) -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (width, height), "blue").save(kept, "PNG")
    return kept.getvalue()


PICTURE = EncodedImage(b"", "image/png", 8, 6)


class Queueing(Provider):
    """A host that queues: ready `delay` seconds after the first question."""

    id = "queueing"
    name = "Queueing"
    delay: ClassVar[float] = 0.4

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self.asked: list[float] = []

    @classmethod
    def models(cls) -> tuple[Model, ...]:
        counted = (seed(), integer("count", 1, 1, 4, emulated=True), integer("steps", 4, 1, 8, field="n_steps"))
        native = (seed(maximum=100), integer("count", 1, 1, 4, field="n"))
        return (
            Model("one", "One", "queueing", "generate", counted),
            Model("many", "Many", "queueing", "generate", native),
            Model("edit", "Edit", "queueing", "edit", counted, references=1),
        )

    async def start(self, request: EditRequest, report: Report) -> Ticket:
        return Ticket("queueing", request.recipe.model, "t-1")

    async def poll(self, ticket: Ticket) -> Ticket:
        self.asked.append(real_time.monotonic())
        if self.asked[-1] - self.asked[0] < self.delay:
            return ticket
        return Ticket("queueing", ticket.model, ticket.id, TicketState.READY, (Output(data=png(), seed=9),))


class Impatient(Queueing):
    deadline = 0.2
    delay = 60.0


def link(http: Http | None = None, url: str = "https://api.queueing.example/v1/", key: str = "k") -> Link:
    async def ask() -> str:
        return key

    def client() -> Http:
        assert http is not None
        return http

    return Link(url, ask, client, lambda: 1)


def request(model: str = "one", **params: int) -> EditRequest:
    return EditRequest(Recipe("x", "queueing", model, params))


async def test_waits_for_the_result_and_sees_it_soon(told: Told) -> None:
    provider = Queueing(link())
    result = await provider.collect(await provider.start(request(), told), told)
    end = real_time.monotonic()
    assert end - (provider.asked[0] + provider.delay) < 0.3
    assert 3 <= len(provider.asked) <= 6, "often enough, and under ten questions a second"
    assert (result.images[0].seed, result.images[0].image.width, result.request_id) == (9, 8, "t-1")
    assert told.log[-1] == "downloading"


class Telling(Queueing):
    """Says how far it is."""

    async def poll(self, ticket: Ticket) -> Ticket:
        polled = await super().poll(ticket)
        return replace(polled, data={"progress": len(self.asked) / 2})


async def test_the_progress_of_a_ticket_is_told(told: Told) -> None:
    await Telling(link()).collect(Ticket("queueing", "one", "t-1"), told)
    assert told.progress[:4] == [None, 0.5, 1.0, 1.0]


async def test_waiting_has_an_end(told: Told) -> None:
    with pytest.raises(TimedOut) as caught:
        await Impatient(link()).collect(Ticket("queueing", "one", "t-9"), told)
    assert caught.value.request_id == "t-9"


async def test_a_finished_edit_without_a_result(told: Told) -> None:
    with pytest.raises(BadAnswer):
        await Queueing(link()).collect(Ticket("queueing", "one", "t", TicketState.READY), told)


@pytest.mark.parametrize("data", [BOMB, SVG, b"text", png(2000, 1000)], ids=["bomb", "svg", "text", "above the limit"])
async def test_results_that_are_no_pictures_are_the_hosts_fault(data: bytes) -> None:
    with pytest.raises(BadAnswer) as caught:
        await Queueing(link()).fetch(Output(data=data))
    assert "Queueing" in caught.value.title
    assert "without a new order" in caught.value.hint


async def test_a_result_by_link_is_fetched(http: Http, echo: Echo) -> None:
    echo.file = png(31, 7)
    try:
        image = await Queueing(link(http, echo.url)).fetch(Output(f"{echo.url}/file"))
    finally:
        del echo.file
    assert (image.width, image.height, image.media_type) == (31, 7, "image/png")


async def test_a_host_on_the_internet_cannot_name_a_server_here(http: Http, echo: Echo) -> None:
    with pytest.raises(BadAnswer):
        await Queueing(link(http)).fetch(Output(f"{echo.url}/file"))
    assert echo.arrived == []


async def test_no_key_no_call() -> None:
    with pytest.raises(KeyMissing) as caught:
        await Queueing(link(key="")).key()
    assert "FLUX_DESKTOP_QUEUEING_KEY" in caught.value.hint
    assert await Queueing(link(key="k")).key() == "k"


@given(first=st.integers(0, SEED_LIMIT), count=st.integers(2, 4))
def test_a_count_becomes_orders_with_a_seed_each(first: int, count: int) -> None:
    parts = Queueing(link()).orders(request(seed=first, count=count, steps=3))
    seeds = [part.recipe.seed for part in parts]
    assert len(set(seeds)) == count
    assert seeds[0] == first
    assert all(seed is not None and 0 <= seed <= SEED_LIMIT for seed in seeds)
    assert all(part.recipe.params["count"] == 1 and part.recipe.params["steps"] == 3 for part in parts)


def test_a_count_without_a_seed_gets_seeds() -> None:
    parts = Queueing(link()).orders(request(count=3))
    assert len({part.recipe.seed for part in parts} - {None}) == 3


def test_a_count_that_the_host_knows_stays_one_order() -> None:
    whole = request("many", count=3)
    assert Queueing(link()).orders(whole) == (whole,)


def test_what_leaves() -> None:
    outgoing = Queueing(link()).outgoing(request(count=3, steps=5, seed=7))
    assert outgoing.calls == 3
    assert outgoing.notes == ("3 calls, one for each picture, with the seeds 7, 8, 9.",)
    assert [(field.name, field.field, field.value, field.how) for field in outgoing.fields] == [
        ("prompt", "prompt", "x", "passed"),
        ("seed", "seed", 7, "passed"),
        ("steps", "n_steps", 5, "renamed"),
    ]


async def test_defaults() -> None:
    provider = Queueing(link())
    assert provider.url("/models") == "https://api.queueing.example/v1/models"
    assert await provider.cancel(Ticket("queueing", "one")) is False
    assert await provider.balance() is None
    assert provider.price(request()) is None
    assert "no free way" in await provider.check_key()
    with pytest.raises(InvalidParameter, match="no model"):
        provider.model("three")


class KeyOptional(Queueing):
    needs_key = False
    takes_key = True


class Keyless(Queueing):
    needs_key = False


class KeylessToo(Keyless):
    pass


class KeyOptionalToo(KeyOptional):
    pass


@pytest.mark.parametrize(
    ("provider", "takes"),
    [(Queueing, True), (KeyOptional, True), (KeyOptionalToo, True), (Keyless, False), (KeylessToo, False)],
)
def test_a_key_is_taken_where_one_is_needed_or_may_be_set(provider: type[Provider], takes: bool) -> None:
    assert provider.takes_key is takes


async def test_an_optional_key_is_sent_if_there_is_one() -> None:
    assert await KeyOptional(link(key="k")).key() == "k"
    assert await KeyOptional(link(key="")).key() == ""


@pytest.mark.parametrize(
    ("params", "megapixels"),
    [({"size": "1000x500"}, 0.5), ({"megapixels": "0.25"}, 0.25), ({"megapixels": "match"}, 3.0), ({}, 3.0)],
)
def test_how_large_a_result_will_be(params: dict[str, str], megapixels: float) -> None:
    source = EncodedImage(b"", "image/png", 2000, 1500)
    request = EditRequest(Recipe("x", "queueing", "one", params), source)
    assert Queueing(link()).made_megapixels(request) == megapixels


class Choosy(Queueing):
    """A host that knows no WebP."""

    id = "choosy"
    upload_kinds = ("image/png", "image/jpeg")


@pytest.mark.parametrize(("kind", "sent"), [(Queueing, "image/webp"), (Choosy, "image/png")])
def test_pictures_are_sent_as_the_host_takes_them(kind: type[Provider], sent: str) -> None:
    kept = io.BytesIO()
    Image.new("RGB", (8, 6), "blue").save(kept, "WEBP")
    source = EncodedImage(kept.getvalue(), "image/webp", 8, 6)
    request = EditRequest(Recipe("x", kind.id, "edit", {}), source, (source,))
    prepared = kind(Link("", no_key, Http)).prepare(request)
    assert [picture.role for picture in prepared] == ["source", "reference 1"]
    assert [picture.encoded.image.media_type for picture in prepared] == [sent, sent]


@pytest.mark.parametrize(
    ("model", "source", "references", "words"),
    [("edit", None, 0, "there is none"), ("edit", PICTURE, 2, "1 reference at most"), ("one", PICTURE, 2, "")],
)
def test_which_pictures_an_order_has(model: str, source: EncodedImage | None, references: int, words: str) -> None:
    request = EditRequest(Recipe("x", "queueing", model, {}), source, (PICTURE,) * references)
    if not words:
        assert Queueing(link()).pictures(request) == ()
        return
    with pytest.raises(InvalidParameter, match=words):
        Queueing(link()).pictures(request)


@pytest.mark.parametrize(
    ("url", "is_own"),
    [
        ("https://api.example/jobs/1", True),
        ("http://api.example/jobs/1", False),
        ("https://api.example:8443/jobs/1", False),
        ("https://api.example@evil.example/jobs/1", False),
        ("https://[x", False),
        (None, False),
    ],
)
def test_an_address_that_the_key_may_go_to(url: object, is_own: bool) -> None:
    provider = Queueing(Link("https://api.example/v1", no_key, Http))
    assert provider.own(url) == (url if is_own else "")


async def no_key() -> str:
    return ""
