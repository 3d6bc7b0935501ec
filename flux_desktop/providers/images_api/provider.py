"""What hosts with the OpenAI images API share: one call that blocks until the pictures are made.

A generation is JSON, an edit a form with the pictures in it; the answer names pictures by address or carries them as
base64: `{"created", "data": [{"url" | "b64_json"}]}`. Errors are `{"error": {"message", "type", "code"}}`.
"""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urljoin

from flux_desktop.core.edit import EditRequest, JobState, Outgoing, Output, Report, Ticket, TicketState
from flux_desktop.core.language import tr
from flux_desktop.core.params import Model
from flux_desktop.core.price import Cost
from flux_desktop.providers.base import Prepared, Provider
from flux_desktop.providers.http import Answer, Base64, Call, Upload
from flux_desktop.providers.http.bodies import decode_base64
from flux_desktop.providers.link import Link
from flux_desktop.providers.script_parts import script_files, seeds_of, suffix_of

if TYPE_CHECKING:
    from flux_desktop.core.script import Script

__all__ = ["EDITS", "GENERATIONS", "ImagesApi", "Order", "aspect_of", "pixels_of", "uploads"]

GENERATIONS = "images/generations"
EDITS = "images/edits"


@dataclass(frozen=True)
class Order:
    """One call of the images API, for the wire and for a script alike.

    `fields` are in the types of JSON. With `files` it is a form, unless `inline` names the JSON field that takes the
    pictures as a list of base64.
    """

    path: str
    fields: Mapping[str, Any]
    files: tuple[Upload, ...] = ()
    inline: str = ""

    @property
    def is_form(self) -> bool:
        return bool(self.files) and not self.inline

    @property
    def form(self) -> tuple[tuple[str, str], ...]:
        """The fields as those of a form, which knows only text."""
        return tuple((name, _text(value)) for name, value in self.fields.items())

    def json_with(self, pictures: Sequence[Any]) -> dict[str, Any]:
        """The body as JSON, with `pictures` where it takes them."""
        return {**self.fields, self.inline: list(pictures)} if self.inline else dict(self.fields)


class ImagesApi(Provider):
    """A provider with the OpenAI images API; a subclass says what an order looks like."""

    key_variable: ClassVar[str]
    """What the host's own documents call the key in the environment."""
    run_seconds: ClassVar[float] = 420.0
    """How long a call may be silent while the pictures are made."""

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self._offered: tuple[Mapping[str, Any], object, tuple[Model, ...]] = ({}, None, ())

    def offered(self) -> tuple[Model, ...]:
        """As `offers` says, which is asked again when the catalogue or the settings have changed: it takes time."""
        catalogue, settings, models = self._offered
        if catalogue is not self.catalogue or settings != self.menu_settings():
            models = self.offers()
            self._offered = self.catalogue, self.menu_settings(), models
        return models

    def menu_settings(self) -> object:
        """What `offers` depends on beside the catalogue."""
        return ()

    @abstractmethod
    def offers(self) -> tuple[Model, ...]:
        """The models of the menu by the catalogue."""

    @abstractmethod
    def order(self, request: EditRequest, files: tuple[Upload, ...]) -> Order:
        """The call that makes `request`, with its pictures (source first) as `files`; InvalidParameter."""

    def notes(self, request: EditRequest) -> tuple[str, ...]:
        """What the user should know of an order before it is sent, in sentences."""
        return ()

    def cost(self, request: EditRequest, body: Mapping[str, Any]) -> Cost | None:
        """What the order cost, as far as the answer's `body` tells; else what it was expected to."""
        return self.price(request)

    def told(self, answer: Answer, body: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
        """A sentence for the user about who did it, and what is kept of that in the ticket."""
        return "", {}

    async def start(self, request: EditRequest, report: Report) -> Ticket:
        auth = await self.auth()
        prepared = await self._sent_pictures(request, report)
        order = self.order(request, uploads(prepared))
        for note in self.notes(request):
            report.note(note)
        report.stage(JobState.RUNNING, None)
        await report.ordering()
        answer = await self.send(self.call(order, auth, order=True))
        return await self._ticket(answer, request, report)

    async def auth(self) -> dict[str, str]:
        """The header with the key, or none where no key is needed and none is set; KeyMissing."""
        key = await self.key()
        return {"Authorization": f"Bearer {key}"} if key else {}

    async def send(self, call: Call) -> Answer:
        """The answer to `call`; a subclass may know more of what a host means by an error."""
        return await self.link.http().call(call)

    def call(self, order: Order, auth: Mapping[str, str], /, **rest: Any) -> Call:
        """`order` as a call; `rest` are further fields of `Call`."""
        if order.is_form:
            body: dict[str, Any] = {"fields": order.form, "files": order.files}
        else:
            body = {"json": order.json_with([Base64(file.data) for file in order.files])}
        times = {"silence": self.run_seconds, "deadline": self.run_seconds + 60}
        url = self.url(order.path)
        return Call(self.name, "POST", url, home=self.link.base_url, auth=auth, **{**times, **body, **rest})

    async def get(self, url: str) -> Answer:
        """Ask one of the free calls that read something."""
        return await self.send(
            Call(self.name, "GET", url, home=self.link.base_url, auth=await self.auth(), deadline=20.0)
        )

    def outgoing(self, request: EditRequest) -> Outgoing:
        plain = super().outgoing(request)
        return replace(plain, notes=(*plain.notes, *self.notes(request)))

    def script(self, request: EditRequest) -> Script:
        from flux_desktop.providers.images_api.script import for_each_seed, script_of

        prepared, orders = self.prepare(request), self.orders(request)
        order, seeds = self.order(orders[0], uploads(prepared)), seeds_of(orders)
        if seeds:
            order = for_each_seed(order, self.seed_field, seeds[0])
        suffix = suffix_of(request.recipe.params.get("format"))
        files = script_files(prepared)
        return script_of(self.name, self.key_variable, self.url(order.path), order, files, seeds, suffix)

    @property
    def seed_field(self) -> str:
        """The field that the seed is in, or within whose words it is."""
        return "seed"

    async def _sent_pictures(self, request: EditRequest, report: Report) -> tuple[Prepared, ...]:
        """The pictures as they are sent."""
        if not self.pictures(request):
            return ()
        report.stage(JobState.UPLOADING, None)
        return await self.prepared(request, report)

    async def _ticket(self, answer: Answer, request: EditRequest, report: Report) -> Ticket:
        """The READY ticket in a good answer; an error that does not invite to pay twice otherwise."""
        body = await asyncio.to_thread(answer.json_object)
        note, data = self.told(answer, body)
        if note:
            report.note(note)
        id = answer.plain(body.get("id") or answer.request_id, 100)
        outputs = await asyncio.to_thread(self._outputs, body.get("data"), self._known_seed(request))
        if not outputs:
            why = f": {answer.reason}" if "error" in body else ""
            raise answer.bad(
                tr("{provider} answered without a picture{why}.", provider=self.name, why=why), request_id=id
            )
        cost = self.cost(request, body)
        return Ticket(self.id, request.recipe.model, id, TicketState.READY, outputs, data, cost)

    def _known_seed(self, request: EditRequest) -> int | None:
        """The seed of the one picture; of several nobody says which was made by it."""
        is_one = int(request.recipe.params.get("count", 1)) == 1
        return request.recipe.seed if is_one and self.model(request.recipe.model).param("seed") else None

    def _outputs(self, items: object, seed: int | None) -> tuple[Output, ...]:
        """The pictures of an answer, those that make no sense left out. Takes time: base64 may be large."""
        found = [_output(item, self.link.base_url, seed) for item in items] if isinstance(items, list) else []
        return tuple(output for output in found if output is not None)


def uploads(prepared: Sequence[Prepared]) -> tuple[Upload, ...]:
    """The pictures as files of a form: `image` for one, `image[]` for several, as OpenAI's own clients send them.

    Their names are of our own making: those of the user's files are nobody's business.
    """
    field = "image" if len(prepared) == 1 else "image[]"
    return tuple(
        Upload(field, f"{picture.role.replace(' ', '-')}.{image.media_type.removeprefix('image/')}",
               image.media_type, image.data)
        for picture in prepared
        for image in (picture.encoded.image,)
    )  # fmt: skip


def pixels_of(text: object) -> tuple[int, int] | None:
    """Width and height of `1024x768`; None for anything else."""
    return _two_numbers(text, "x")


def aspect_of(text: object) -> float | None:
    """The ratio of `16:9`; None for anything else."""
    pair = _two_numbers(text, ":")
    return pair[0] / pair[1] if pair else None


def _two_numbers(text: object, between: str) -> tuple[int, int] | None:
    first, _, second = str(text).lower().replace("×", "x").replace(" ", "").partition(between)
    if not (first.isdecimal() and second.isdecimal() and len(first) < 6 and len(second) < 6):
        return None
    pair = int(first), int(second)
    return pair if min(pair) > 0 else None


def _output(item: object, base_url: str, seed: int | None) -> Output | None:
    """One of `data`: an address (which a server of one's own may give without its host), or bytes."""
    if not isinstance(item, Mapping):
        return None
    url, packed = item.get("url"), item.get("b64_json")
    if isinstance(url, str) and url.startswith("data:"):
        url, packed = None, url
    if isinstance(packed, str) and packed:
        try:
            return Output(data=decode_base64(packed), seed=seed)
        except ValueError:
            return None
    return Output(urljoin(f"{base_url}/", url), seed=seed) if isinstance(url, str) and url else None


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
