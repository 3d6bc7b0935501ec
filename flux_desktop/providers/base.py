"""What a provider is: a table of models and the way to order, fetch and cancel an edit.

A provider is one module in this package (or one behind the entry point `flux_desktop.providers`) with one subclass of
`Provider`. A blocking host overrides `start` alone: its ticket comes back READY. A host that queues overrides `poll`
too, and `cancel` where it can.
"""

from __future__ import annotations

import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from flux_desktop.core.edit import (
    EditRequest,
    EditResult,
    EncodedImage,
    JobState,
    Outgoing,
    OutgoingField,
    Output,
    Report,
    ResultImage,
    Ticket,
    TicketState,
    new_seed,
)
from flux_desktop.core.errors import BadAnswer, InputError, InvalidParameter, KeyMissing, TimedOut
from flux_desktop.core.params import Model, Value
from flux_desktop.core.price import Balance, Cost

if TYPE_CHECKING:
    from flux_desktop.providers.http import Http

__all__ = ["Link", "Provider", "outgoing_fields"]

FIRST_PAUSE = 0.12
"""Seconds between two questions at first: a result is seen at most that much late, with under 10 questions a second."""

OFTEN_SECONDS = 5.0
LONGEST_PAUSE = 5.0


@dataclass(frozen=True)
class Link:
    """What a provider needs of the outside, given to it by whoever puts the program together.

    `key` asks for the key (which may wait for the keychain) and gives "" where there is none. `http` is called when
    the first byte is sent: a program start loads no HTTP library.
    """

    base_url: str
    key: Callable[[], Awaitable[str]]
    http: Callable[[], Http]
    max_megapixels: Callable[[], int] = lambda: 200


class Provider(ABC):
    """One service. Methods that talk to it are coroutines and raise only `FluxError`s."""

    id: ClassVar[str]
    name: ClassVar[str]
    base_url: ClassVar[str] = ""
    needs_key: ClassVar[bool] = True
    repeatable: ClassVar[bool] = False
    """True where an order costs nothing, so that an interrupted one may simply be made again."""
    slots: ClassVar[int] = 2
    """How many jobs may be on the way at a time."""
    key_url: ClassVar[str] = ""
    about: ClassVar[str] = ""
    deadline: ClassVar[float] = 600.0
    """Seconds that one edit may take before the program stops asking."""

    def __init__(self, link: Link) -> None:
        self.link = link

    @classmethod
    @abstractmethod
    def models(cls) -> tuple[Model, ...]:
        """The models, in the order of the menu."""

    @classmethod
    def model(cls, id: str) -> Model:
        """The model called `id`; InvalidParameter with the known ones otherwise."""
        for model in cls.models():
            if model.id == id:
                return model
        known = ", ".join(model.id for model in cls.models())
        raise InvalidParameter(f"{cls.name} has no model “{id[:60]}”.", f"It has: {known}.")

    async def key(self) -> str:
        """The key, or KeyMissing."""
        key = await self.link.key()
        if not key and self.needs_key:
            raise KeyMissing(
                f"{self.name}: no key is set.",
                f"Add one in Settings › Keys, with `flux-desktop key set {self.id}`, "
                f"or in the environment as FLUX_DESKTOP_{self.id.upper()}_KEY.",
            )
        return key

    def orders(self, request: EditRequest) -> tuple[EditRequest, ...]:
        """`request` as the calls that it takes: a count that the host does not know becomes that many, a seed each.

        The first keeps the recipe's seed; the others follow it (seed + 1, …), so that the group can be made again.
        """
        param = self.model(request.recipe.model).param("count")
        count = int(request.recipe.params.get("count", 1))
        if param is None or not param.emulated or count == 1:
            return (request,)
        first = request.recipe.seed if request.recipe.seed is not None else new_seed()
        limit = int(_seed_limit(self.model(request.recipe.model)))
        return tuple(
            replace(request, recipe=request.recipe.with_params(count=1, seed=(first + index) % (limit + 1)))
            for index in range(count)
        )

    @abstractmethod
    async def start(self, request: EditRequest, report: Report) -> Ticket:
        """Upload and order. Runs once: it may cost money. Awaits `report.ordering()` directly before the order."""

    async def poll(self, ticket: Ticket) -> Ticket:
        """Ask once how the edit stands; free and repeatable."""
        return ticket

    async def collect(self, ticket: Ticket, report: Report) -> EditResult:
        """Wait until the edit is ready and fetch its images; free and repeatable."""
        ticket = await self._wait(ticket, report)
        if not ticket.outputs:
            raise BadAnswer(f"{self.name} finished without a result.", request_id=ticket.id)
        report.stage(JobState.DOWNLOADING, None)
        images = [ResultImage(await self.fetch(output), output.seed) for output in ticket.outputs]
        return EditResult(tuple(images), ticket.cost, ticket.id)

    async def _wait(self, ticket: Ticket, report: Report) -> Ticket:
        """The ticket once it is READY. Asks often at first: most edits take seconds; later ever less often."""
        begin = time.monotonic()
        pause = FIRST_PAUSE
        while ticket.state is TicketState.PENDING:
            report.stage(JobState.RUNNING, None)
            ticket = await self.poll(ticket)
            if ticket.state is not TicketState.PENDING:
                break
            waited = time.monotonic() - begin
            if waited > self.deadline:
                raise TimedOut(f"{self.name} did not finish within {self.deadline:.0f} seconds.", request_id=ticket.id)
            await asyncio.sleep(pause)
            pause = FIRST_PAUSE if waited < OFTEN_SECONDS else min(pause * 1.3, LONGEST_PAUSE)
        return ticket

    async def fetch(self, output: Output) -> EncodedImage:
        """An output's image, checked to be one: bytes from outside are not trusted. BadAnswer for what is none."""
        from flux_desktop.imaging.opening import verify

        data = output.data or await self.link.http().download(output.url, self.name, home=self.link.base_url)
        try:
            return await asyncio.to_thread(verify, data, max_megapixels=self.link.max_megapixels())
        except InputError as error:
            # The picture is the provider's, so is the fault: “nothing was sent” would be untrue.
            raise BadAnswer(
                f"{self.name} sent a result that cannot be used: {error.title}",
                "Retry fetches it again without a new order.",
                detail=error.detail,
            ) from error

    def url(self, path: str) -> str:
        """An address below the provider's base URL."""
        return f"{self.link.base_url.rstrip('/')}/{path.lstrip('/')}"

    async def cancel(self, ticket: Ticket) -> bool:
        """Ask the host to stop; False where it cannot."""
        return False

    async def check_key(self) -> str:
        """Try the key by a call that costs nothing and say how it went; KeyRefused if it is not accepted."""
        await self.key()
        return f"{self.name} offers no free way to test a key: it is tried with the first edit."

    async def balance(self) -> Balance | None:
        """Money left; None where the host does not tell."""
        return None

    def price(self, request: EditRequest) -> Cost | None:
        """What the edit is expected to cost; None where the host does not say."""
        return None

    def outgoing(self, request: EditRequest) -> Outgoing:
        """All that would leave this machine, made without sending anything. May take time: call it in a thread."""
        model = self.model(request.recipe.model)
        prompt = OutgoingField("prompt", "prompt", request.recipe.prompt, "passed")
        fields = (prompt, *outgoing_fields(model, request.recipe.params))
        orders = self.orders(request)
        seeds = ", ".join(str(order.recipe.seed) for order in orders)
        notes = (f"{len(orders)} calls, one for each picture, with the seeds {seeds}.",) if len(orders) > 1 else ()
        return Outgoing(self.link.base_url, (), fields, calls=len(orders), notes=notes)


def _seed_limit(model: Model) -> float:
    param = model.param("seed")
    return param.maximum if param and param.maximum is not None else 2**32 - 1


def outgoing_fields(model: Model, params: Mapping[str, Value]) -> tuple[OutgoingField, ...]:
    """The parameters as the provider gets them, in the order of the model's declaration; emulated ones it does not."""
    return tuple(
        OutgoingField(param.name, param.field, param.wire(params[param.name]), param.how)
        for param in model.params
        if param.name in params and not param.emulated
    )
