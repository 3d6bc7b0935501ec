"""A provider of the tests' own: it waits, fails, charges and takes references as a test wants it to."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import ClassVar

from flux_desktop.core.edit import EditRequest, JobState, Output, Report, Ticket, TicketState
from flux_desktop.core.errors import FluxError
from flux_desktop.core.params import Model, Value, choice, integer, number, seed, text
from flux_desktop.core.price import Cost
from flux_desktop.providers.base import Provider
from flux_desktop.providers.link import Link
from tests.ui.panels import thumbnail

__all__ = ["Lab"]

COLOURS = ("#aa2222", "#22aa22", "#2222aa", "#aaaa22", "#22aaaa", "#aa22aa", "#555555", "#dddddd")


class Lab(Provider):
    """Each result is a picture of one colour. `requests` are the orders that came in, oldest first.

    While `gate` is not set an order waits at the provider; `errors` are raised by the next orders, one each.
    """

    id = "lab"
    name = "Laboratory"
    needs_key: ClassVar[bool] = False
    slots = 4

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self.gate = asyncio.Event()
        self.gate.set()
        self.errors: list[FluxError] = []
        self.requests: list[EditRequest] = []

    @classmethod
    def models(cls) -> tuple[Model, ...]:
        size = replace(text("size", None), encode=_size)
        steps = integer("steps", 28, 1, 50, field="num_inference_steps")
        count = integer("count", 1, 1, 4, emulated=True)
        return (
            Model("lab-large", "Large", "lab", "edit", (steps, number("guidance", 4.5, 0, 20), seed(), count, size), 3),
            Model("lab-small", "Small", "lab", "edit", (integer("steps", 4, 1, 8), seed(), count), 1),
            Model("lab-alone", "Alone", "lab", "edit", (seed(),), price="by the second"),
            Model("lab-make", "Make", "lab", "generate", (steps, seed(), choice("format", "png", ("png", "webp")))),
        )

    def price(self, request: EditRequest) -> Cost | None:
        if request.recipe.model == "lab-alone":
            return None
        return Cost(0.02 * int(request.recipe.params.get("count", 1)))

    async def start(self, request: EditRequest, report: Report) -> Ticket:
        report.stage(JobState.UPLOADING, 0.5)
        await report.ordering()
        self.requests.append(request)
        number = len(self.requests)
        report.stage(JobState.RUNNING, None)
        await self.gate.wait()
        if self.errors:
            raise self.errors.pop(0)
        picture = thumbnail(COLOURS[number % len(COLOURS)], 64, 48)
        output = Output(data=picture, seed=request.recipe.seed)
        return Ticket(self.id, request.recipe.model, f"order-{number}", TicketState.READY, (output,), cost=Cost(0.02))


def _size(value: Value) -> Value:
    """`1024x768` as the host wants it; ValueError for other words."""
    width, height = (int(part) for part in str(value).split("x"))
    return f"{width}*{height}"
