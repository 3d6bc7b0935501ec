"""The offline editor as a service that takes money: what it costs is known before, and told afterwards or not."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from flux_desktop.core.edit import EditRequest, Recipe, Report, Ticket
from flux_desktop.core.errors import FluxError
from flux_desktop.core.params import Model, integer
from flux_desktop.core.price import Cost, Rate
from flux_desktop.providers.base import Provider
from flux_desktop.providers.link import Link
from flux_desktop.providers.offline import Offline
from flux_desktop.services.assembly import Program
from flux_desktop.services.job import Job
from flux_desktop.services.jobs import Inputs, JobQueue
from tests.services.support import picture

__all__ = ["DOLLAR", "Priced", "Quoting", "at", "priced_queue"]

DOLLAR = Rate(1.0)


class Priced(Offline):
    """A picture costs what `rate` says, an order makes one. `bills` is what the host tells that it took.

    Each order waits for `gate` after its `upload`; `uploads` and `orders` count what came so far.
    """

    id = "priced"
    name = "Priced"
    repeatable = False
    slots = 8

    def __init__(self, link: Link, rate: Rate | None = DOLLAR, bills: Cost | None = None) -> None:
        super().__init__(link)
        self.charges = rate
        self.bills = bills
        self.gate = asyncio.Event()
        self.gate.set()
        self.uploads = self.orders_made = 0

    def model(self, id: str) -> Model:
        params = (
            integer("count", 1, 1, 4, emulated=True) if p.name == "count" else p for p in super().model(id).params
        )
        return replace(super().model(id), provider=self.id, rate=self.charges, params=tuple(params))

    def made_megapixels(self, request: EditRequest) -> float:
        return 1.0

    def price(self, request: EditRequest) -> Cost | None:
        return Provider.price(self, request)

    async def start(self, request: EditRequest, report: Report) -> Ticket:
        self.uploads += 1
        await self.gate.wait()
        ticket = await super().start(request, report)
        self.orders_made += 1
        return replace(ticket, cost=self.bills)


class Quoting(Priced):
    """Can be asked for its price: it gives `answers` one by one, or `shut`, while `hold` is set."""

    quotes = True

    def __init__(self, link: Link, rate: Rate | None = DOLLAR) -> None:
        super().__init__(link, rate)
        self.answers: list[Cost] = []
        self.shut: FluxError | None = None
        self.asked = 0
        self.hold = asyncio.Event()
        self.hold.set()

    async def quote(self, request: EditRequest) -> Cost | None:
        self.asked += 1
        await self.hold.wait()
        if self.shut:
            raise self.shut
        return self.answers.pop(0)


def priced_queue(program: Program, provider: Priced) -> JobQueue:
    """A queue over the library of `program` with this provider alone."""
    queue = program.queue
    return JobQueue(queue.library, queue.assets, {provider.id: provider}, program.owner, queue.money)


def at(queue: JobQueue, program: Program, *, approved: bool = False, **params: int) -> Job:
    """An edit of a small picture, submitted to the provider."""
    node, _ = program.pictures.open_bytes(picture(), "photo.png")
    return queue.submit(Recipe("sepia", "priced", "offline-edit", params), Inputs.of(node), approved=approved)
