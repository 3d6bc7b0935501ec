"""What a provider is: a table of models and the way to order, fetch and cancel an edit.

A provider is one module in this package (or one behind the entry point `flux_desktop.providers`) with one subclass of
`Provider`. A blocking host overrides `start` alone: its ticket comes back READY. A host that queues overrides `poll`
too, and `cancel` where it can. Everything else has a default that says: this host cannot.
"""

from __future__ import annotations

import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from flux_desktop.core.edit import (
    EditRequest,
    EditResult,
    EncodedImage,
    JobState,
    Outgoing,
    OutgoingField,
    Output,
    Recipe,
    Report,
    ResultImage,
    Ticket,
    TicketState,
    new_seed,
)
from flux_desktop.core.errors import (
    BadAnswer,
    InputError,
    InvalidParameter,
    KeyMissing,
    Rejected,
    ResultExpired,
    TimedOut,
)
from flux_desktop.core.language import plural, tr
from flux_desktop.core.params import Model, Param, Value
from flux_desktop.core.price import Balance, Cost, Rate
from flux_desktop.core.region import Shapes, Size
from flux_desktop.providers.link import Link, Secret
from flux_desktop.providers.prepared import Prepared, outgoing_fields, outgoing_file
from flux_desktop.providers.region import recipe_for, shapes_of

if TYPE_CHECKING:
    from flux_desktop.core.script import Script

__all__ = ["Prepared", "Provider", "outgoing_fields"]

FIRST_PAUSE = 0.112
"""Seconds from one question to the next at first: a result is seen about that much late at most, with 9 in a second."""

OFTEN_SECONDS = 5.0
LONGEST_PAUSE = 5.0


class Provider(ABC):
    """One service. Methods that talk to it are coroutines and raise only `FluxError`s."""

    id: ClassVar[str]
    name: ClassVar[str]
    base_url: ClassVar[str] = ""
    needs_key: ClassVar[bool] = True
    takes_key: ClassVar[bool] = True
    """Whether a key is sent if one is set; as `needs_key`, unless a provider says that it may have one."""
    repeatable: ClassVar[bool] = False
    """True where an order costs nothing, so that an interrupted one may simply be made again."""
    slots: ClassVar[int] = 2
    """How many jobs may be on the way at a time."""
    key_url: ClassVar[str] = ""
    """The page where a key is made."""
    account_url: ClassVar[str] = ""
    """The page that lists what was run and charged: where to look when the outcome of an order is unknown."""
    about: ClassVar[str] = ""
    setup: ClassVar[str] = ""
    """How to get and start a server that the user runs, for the settings page; "" for a hosted service."""
    options: ClassVar[tuple[Param, ...]] = ()
    """Settings of this provider alone, e.g. where pictures are uploaded; their base URL is one without being here."""
    secrets: ClassVar[tuple[Secret, ...]] = ()
    publishes: ClassVar[bool] = False
    """Whether the host publishes what it offers, so that `fetch_catalogue` has an answer."""
    quotes: ClassVar[bool] = False
    """Whether `quote` asks the host, and so knows more than `price`."""
    upload_bytes: ClassVar[int] = 50 * 1024 * 1024
    """Largest picture in bytes that is sent."""
    upload_kinds: ClassVar[tuple[str, ...]] = ("image/png", "image/jpeg", "image/webp")
    """The media types of pictures that the host takes; PNG and JPEG at least."""
    deadline: ClassVar[float] = 600.0
    """Seconds that one edit may take before the program stops asking."""

    def __init_subclass__(cls, **rest: Any) -> None:
        super().__init_subclass__(**rest)
        if "needs_key" in vars(cls) and "takes_key" not in vars(cls):
            cls.takes_key = cls.needs_key

    def __init__(self, link: Link) -> None:
        self.link = link
        self.catalogue: Mapping[str, Any] = {}
        """What `fetch_catalogue` gave last, perhaps in an earlier run of the program."""

    @property
    def answers_with_result(self) -> bool:
        """Whether the answer to an order is its result, which cannot be asked for again."""
        return type(self).poll is Provider.poll

    @classmethod
    @abstractmethod
    def models(cls) -> tuple[Model, ...]:
        """The models that the program knows without asking, in the order of the menu."""

    def offered(self) -> tuple[Model, ...]:
        """The models of the menu: those of `models`, as the host's own `catalogue` corrects and adds to them."""
        return self.models()

    def model(self, id: str) -> Model:
        """The model called `id`; InvalidParameter with the known ones otherwise."""
        for model in self.offered():
            if model.id == id:
                return model
        known = ", ".join(model.id for model in self.offered())
        raise InvalidParameter(
            tr("{provider} has no model “{id}”.", provider=self.name, id=id[:60]), tr("It has: {known}.", known=known)
        )

    async def fetch_catalogue(self) -> Mapping[str, Any]:
        """Ask the host for its models and their parameters: JSON that `offered` reads from `catalogue`. It is free."""
        return {}

    def option(self, name: str) -> Value:
        """What the user set for one of `options`, or its default."""
        value = self.link.option(name)
        if value is None:
            value = next(option.default for option in self.options if option.name == name)
        assert value is not None, "every option has a default"
        return value

    async def key(self) -> str:
        """The key, or KeyMissing."""
        key = await self.link.key()
        if not key and self.needs_key:
            raise KeyMissing(
                tr("{provider}: no key is set.", provider=self.name),
                tr(
                    "Add one in Settings › Providers, with `flux-desktop key set {provider}`, or in the "
                    "environment as FLUX_DESKTOP_{upper}_KEY.",
                    provider=self.id,
                    upper=self.id.upper(),
                ),
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
        """Ask once how the edit stands; free and repeatable. How far it is (0…1) goes into `data` as `progress`.

        An error that ends the order for good has its `over` set.
        """
        return ticket

    async def collect(self, ticket: Ticket, report: Report) -> EditResult:
        """Wait until the edit is ready and fetch its images; free and repeatable."""
        ticket = await self._wait(ticket, report)
        if not ticket.outputs:
            raise BadAnswer(tr("{provider} finished without a result.", provider=self.name), request_id=ticket.id)
        report.stage(JobState.DOWNLOADING, None)
        images = [ResultImage(await self.fetch(output), output.seed) for output in ticket.outputs]
        return EditResult(tuple(images), ticket.cost, ticket.id)

    async def _wait(self, ticket: Ticket, report: Report) -> Ticket:
        """The ticket once it is READY. Asks often at first: most edits take seconds; later ever less often."""
        begin = time.monotonic()
        pause = FIRST_PAUSE
        while ticket.state is TicketState.PENDING:
            report.stage(JobState.RUNNING, _progress(ticket))
            asked = time.monotonic()
            ticket = await self._asked(ticket)
            if ticket.state is not TicketState.PENDING:
                break
            now = time.monotonic()
            if now - begin > self.deadline:
                raise TimedOut(
                    tr(
                        "{provider} did not finish within {deadline} seconds.",
                        provider=self.name,
                        deadline=f"{self.deadline:.0f}",
                    ),
                    request_id=ticket.id,
                )
            await asyncio.sleep(max(0.0, asked + pause - now))
            pause = FIRST_PAUSE if now - begin < OFTEN_SECONDS else min(pause * 1.3, LONGEST_PAUSE)
        return ticket

    async def _asked(self, ticket: Ticket) -> Ticket:
        """`poll`, where a host that finds a question invalid does not seem to find the order so."""
        try:
            return await self.poll(ticket)
        except Rejected as error:
            if error.over:
                raise
            hint = tr("It was ordered and may be charged: look for it in your account at the provider.")
            facts = {"request_id": error.request_id or ticket.id, "detail": error.detail}
            raise ResultExpired(error.title, hint, **facts) from None

    async def fetch(self, output: Output) -> EncodedImage:
        """An output's image, checked to be one: bytes from outside are not trusted. BadAnswer for what is none."""
        from flux_desktop.imaging.opening import verify

        data = output.data or await self.link.http().download(output.url, self.name, home=self.link.base_url)
        try:
            return await asyncio.to_thread(verify, data, max_megapixels=self.link.max_megapixels())
        except InputError as error:
            # The picture is the provider's, so is the fault: “nothing was sent” would be untrue.
            raise BadAnswer(
                tr("{provider} sent a result that cannot be used: {error}", provider=self.name, error=error.title),
                tr("Retry fetches it again without a new order."),
                detail=error.detail,
            ) from error

    def url(self, path: str) -> str:
        """An address below the provider's base URL."""
        return f"{self.link.base_url.rstrip('/')}/{path.lstrip('/')}"

    async def cancel(self, ticket: Ticket) -> bool:
        """Ask the host to stop; False where it cannot."""
        return False

    async def tidy(self, report: Report) -> None:
        """Remove what was stored for the edits of a job, e.g. uploads. The job has ended and needs it no more; what
        cannot be removed is a note. `report` is the one that `start` and `collect` got."""
        return

    async def check_key(self) -> str:
        """Try the key by a call that costs nothing and say how it went; KeyRefused if it is not accepted."""
        await self.key()
        return tr("{provider} offers no free way to test a key: it is tried with the first edit.", provider=self.name)

    async def balance(self) -> Balance | None:
        """Money left; None where the host does not tell."""
        return None

    def price(self, request: EditRequest) -> Cost | None:
        """What the edit is expected to cost, at once; None where the host does not say.

        Of pictures only the sizes are looked at: they may come without their bytes.
        """
        rate = self.rate(self.model(request.recipe.model))
        if rate is None:
            return None
        count = int(request.recipe.params.get("count", 1))
        sent = [image.megapixels for image in (request.source, *request.references) if image is not None]
        calls = len(self.orders(request))
        return rate.cost([self.made_megapixels(request)] * count, sent * calls)

    def rate(self, model: Model) -> Rate | None:
        """How `model` is priced: as declared, unless the host said otherwise since the program started."""
        return model.rate

    async def quote(self, request: EditRequest) -> Cost | None:
        """What the host itself says that the edit will cost. Nothing of the user's may leave the machine for it.

        Its kind is `quoted` where the host named the sum of this very edit.
        """
        return self.price(request)

    def made_megapixels(self, request: EditRequest) -> float:
        """How large each result will be, as far as the parameters tell; else as large as the source, or 1."""
        params = request.recipe.params
        width, _, height = str(params.get("size", "")).partition("x")
        if width.isdigit() and height.isdigit():
            return int(width) * int(height) / 1e6
        with suppress(ValueError):  # unset, or a word like `match`
            return float(params.get("megapixels", ""))
        return request.source.megapixels if request.source else 1.0

    def shapes(self, recipe: Recipe) -> Shapes:
        """What a part of a picture can be sent in, so that its result comes back in the same shape."""
        return shapes_of(self.model(recipe.model))

    def for_region(self, recipe: Recipe, sent: Size) -> Recipe:
        """`recipe` asking for the shape of a part that is sent with `sent` pixels, in place of the shape it has."""
        return recipe_for(self.model(recipe.model), recipe, sent)

    def fields(self, request: EditRequest) -> tuple[OutgoingField, ...]:
        """The parameters as the host gets them. One that becomes several fields, or none, is told here too."""
        return outgoing_fields(self.model(request.recipe.model), request.recipe.params)

    def pictures(self, request: EditRequest) -> tuple[EncodedImage, ...]:
        """The pictures of an order, the source first, as the prompt numbers them; none where words alone make one.

        InvalidParameter where the source is missing, or where there are more than the model takes.
        """
        model = self.model(request.recipe.model)
        if model.mode == "generate":
            return ()
        if request.source is None:
            raise InvalidParameter(tr("This model changes a picture, and there is none."), tr("Open a picture first."))
        if len(request.references) > model.references:
            raise InvalidParameter(
                plural(
                    model.references,
                    "{model} takes the source and {n} reference at most.",
                    "{model} takes the source and {n} references at most.",
                    model=model.name,
                ),
                tr("Nothing was sent. Take some references out."),
            )
        return (request.source, *request.references)

    async def prepared(self, request: EditRequest, report: Report) -> tuple[Prepared, ...]:
        """What `prepare` gives, while `report` hears what was changed for it."""
        prepared = await asyncio.to_thread(self.prepare, request)
        for change in (change for picture in prepared for change in picture.encoded.changes):
            report.note(change)
        return prepared

    def own(self, url: object) -> str:
        """`url` as a host sent it, if it is at the server of the base URL, which alone gets the key; "" otherwise."""
        from flux_desktop.providers.http.places import same_origin

        return str(url) if same_origin(url, self.link.base_url) else ""

    def prepare(self, request: EditRequest) -> tuple[Prepared, ...]:
        """`pictures` as they are sent. Takes time: call it in a thread, or await `prepared`."""
        from flux_desktop.imaging.encoding import for_upload

        return tuple(
            Prepared(
                f"reference {number}" if number else "source",
                for_upload(image, max_bytes=self.upload_bytes, kinds=self.upload_kinds),
            )
            for number, image in enumerate(self.pictures(request))
        )

    def outgoing(self, request: EditRequest) -> Outgoing:
        """All that would leave this machine, made without sending anything. May take time: call it in a thread."""
        prompt = OutgoingField("prompt", "prompt", request.recipe.prompt, "passed")
        orders = self.orders(request)
        seeds = ", ".join(str(order.recipe.seed) for order in orders)
        notes = (
            (tr("{n} calls, one for each picture, with the seeds {seeds}.", n=len(orders), seeds=seeds),)
            if len(orders) > 1
            else ()
        )
        files = tuple(outgoing_file(prepared) for prepared in self.prepare(request))
        return Outgoing(self.link.base_url, files, (prompt, *self.fields(request)), calls=len(orders), notes=notes)

    def script(self, request: EditRequest) -> Script | None:
        """The same run for a program of the user's own, None where nothing is called. In a thread, as `prepare`."""
        return None


def _progress(ticket: Ticket) -> float | None:
    """How far a ticket says that its edit is; None where it does not say."""
    progress = ticket.data.get("progress")
    return min(max(float(progress), 0.0), 1.0) if isinstance(progress, int | float) else None


def _seed_limit(model: Model) -> float:
    param = model.param("seed")
    return param.maximum if param and param.maximum is not None else 2**32 - 1
