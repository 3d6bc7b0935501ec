"""fal: an order into a queue, questions how it stands, and the result at the address that the queue named.

Not documented, and therefore assumed: how large a body with pictures inside may be (bigger ones are uploaded), what a
cancel after the start saves, and how a picture looks that the filter flagged (it is left out).
`sync_mode` is never sent: it would keep results out of fal's storage, and a crash would lose what was paid.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from flux_desktop.core.edit import (
    EditRequest,
    EditResult,
    JobState,
    Outgoing,
    OutgoingField,
    Output,
    Recipe,
    Report,
    Ticket,
    TicketState,
)
from flux_desktop.core.errors import BadAnswer, FluxError, Refused
from flux_desktop.core.language import marked, plural, tr
from flux_desktop.core.params import Model, text
from flux_desktop.core.price import Balance, Cost, Rate
from flux_desktop.core.region import Shapes
from flux_desktop.providers.base import Prepared, Provider, outgoing_fields
from flux_desktop.providers.fal.answers import (
    balance_in,
    ended,
    input_schemas,
    is_own,
    made_in,
    refused_order,
    todays_rate,
)
from flux_desktop.providers.fal.models import IMAGE_SIZES, MODELS, NOT_SENT, size_limits
from flux_desktop.providers.fal.storage import DATA_URI_BYTES, place_for, prefix_of
from flux_desktop.providers.http import Answer, Base64, Call
from flux_desktop.providers.link import Link
from flux_desktop.providers.region import shapes_of, sized
from flux_desktop.providers.schemas import corrected
from flux_desktop.providers.script_parts import seeds_of
from flux_desktop.providers.sizes import exact_size
from flux_desktop.providers.uploads import Uploads

if TYPE_CHECKING:
    from flux_desktop.core.script import Script

__all__ = ["Fal"]

REST_URL = "https://rest.fal.ai"
API_URL = "https://api.fal.ai/v1"

PRICE_SECONDS = 3600.0
"""How long a price that fal told is taken for today's."""

UPLOAD_NOTE = marked("Stored at fal for a day; whoever has its address, which cannot be guessed, can fetch it.")
HISTORY_NOTE = marked(
    "fal keeps orders, with pictures that are inside them, and results in the history of your account."
)
BACK = marked("Set fal's address back in Settings › Providers, then retry: the order was made at {place}.")
NOT_ORDERED = marked("Nothing was ordered. Retry in a moment.")
LEFT_OUT = marked("fal's filter flagged {n} of {all} pictures: left out.")
STORAGE_HELP = marked(
    "Where fal's storage is reached; empty: {url} along with fal's own queue, none with another. Your key is sent "
    "there.",
    url=REST_URL,
)
PLATFORM_HELP = marked(
    "Where fal's platform API is reached; empty: {url} along with fal's own queue, none with another. Your key is sent "
    "there.",
    url=API_URL,
)

FILLED = ("prompt", "image_urls", "sync_mode")
"""Fields that the program fills itself, or never sends."""

TOO_LATE = (b"ALREADY_COMPLETED", b"NOT_FOUND")
UNKNOWN_ORDER = "00000000-0000-0000-0000-000000000000"


class Fal(Provider):
    id = "fal"
    name = "fal"
    base_url = "https://queue.fal.run"
    key_url = "https://fal.ai/dashboard/keys"
    account_url = "https://fal.ai/dashboard/requests"
    about = marked("Fast, with every FLUX.2 model, paid by the megapixel.")
    slots = 4
    publishes = True
    quotes = True
    options = (
        text("rest_url", "", label="Storage address", help=STORAGE_HELP),
        text("api_url", "", label="Platform address", help=PLATFORM_HELP),
    )

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self._uploads: Uploads[list[str | Base64]] = Uploads()
        """For each job its pictures as they stand in an order: an address, or the picture itself."""
        self._rates: dict[str, tuple[Rate, float]] = {}
        """What fal told of prices, by endpoint, and when (in seconds of a clock that only goes forward)."""
        self._fitted: tuple[Mapping[str, Any], tuple[Model, ...]] = ({}, MODELS)

    @classmethod
    def models(cls) -> tuple[Model, ...]:
        return MODELS

    def offered(self) -> tuple[Model, ...]:
        if self._fitted[0] is not self.catalogue:
            self._fitted = self.catalogue, tuple(_fitted(model, self.catalogue) for model in MODELS)
        return self._fitted[1]

    async def fetch_catalogue(self) -> Mapping[str, Any]:
        if not (address := self._platform):
            return {}
        query = [("endpoint_id", model.wire_id) for model in MODELS] + [("expand", "openapi-3.0")]
        return input_schemas((await self._ask(f"{address}/models?{urlencode(query)}", address)).json_object())

    # An edit.

    async def start(self, request: EditRequest, report: Report) -> Ticket:
        auth = await self._auth()
        model = self.model(request.recipe.model)
        order = self._order(request)
        if pictures := self.pictures(request):
            order["image_urls"] = await self._uploads.once(report, pictures, lambda: self._placed(request, report))
        report.stage(JobState.RUNNING, None)
        await report.ordering()
        ticket = self._ticket(await self._send(model, order, auth), request)
        if ahead := ticket.data["ahead"]:
            report.note(
                plural(
                    ahead,
                    "fal has a queue: {n} order was before this one.",
                    "fal has a queue: {n} orders were before this one.",
                )
            )
        return ticket

    async def poll(self, ticket: Ticket) -> Ticket:
        answer = await self._get(ticket, "status_url")
        status = answer.json_object()
        match status.get("status"):
            case "IN_QUEUE":
                return replace(ticket, data={**ticket.data, "progress": _progress(ticket, status)})
            case "IN_PROGRESS":
                return replace(ticket, data={**ticket.data, "progress": None})
            case "COMPLETED":
                return await self._result(ticket, answer)
        word = answer.plain(status.get("status") or "none", 40)
        raise answer.bad(tr("fal tells a status that is not known: {word}.", word=word), request_id=ticket.id)

    async def collect(self, ticket: Ticket, report: Report) -> EditResult:
        ready = await self._wait(ticket, report)
        if left_out := ready.data.get("left_out"):
            report.note(tr(LEFT_OUT, n=left_out, all=left_out + len(ready.outputs)))
        return await super().collect(ready, report)

    async def cancel(self, ticket: Ticket) -> bool:
        """True if fal took it: out of the queue, or as a word to the model, which may finish and be charged."""
        call = self._call("PUT", self._kept(ticket, "cancel_url"), await self._auth(), free=True, accept=(400, 404))
        answer = await self.link.http().call(call)
        return answer.status < 300 and not any(word in answer.body for word in TOO_LATE)

    def fields(self, request: EditRequest) -> tuple[OutgoingField, ...]:
        model, params = self.model(request.recipe.model), dict(request.recipe.params)
        params.pop("aspect_ratio" if params.get("size") else "size", None)
        fields = (_sized(field, model) for field in outgoing_fields(model, params))
        return tuple(field for field in fields if field.field != "image_size" or field.value != NOT_SENT)

    def shapes(self, recipe: Recipe) -> Shapes:
        model = self.model(recipe.model)
        return sized(shapes_of(model), *size_limits(model))

    def made_megapixels(self, request: EditRequest) -> float:
        shape = request.recipe.params.get("aspect_ratio")
        if shape in IMAGE_SIZES and not request.recipe.params.get("size"):
            width, height = IMAGE_SIZES[str(shape)][1]
            return width * height / 1e6
        return super().made_megapixels(request)

    def outgoing(self, request: EditRequest) -> Outgoing:
        plain = super().outgoing(request)
        files = (
            replace(file, readers=tr(UPLOAD_NOTE)) if self._storage and file.size > DATA_URI_BYTES else file
            for file in plain.files
        )
        return replace(plain, files=tuple(files), notes=(*plain.notes, tr(HISTORY_NOTE)))

    def script(self, request: EditRequest) -> Script:
        from flux_desktop.providers.fal.script import fal_script

        model = self.model(request.recipe.model)
        prepared = self.prepare(request)
        parts = self.orders(request)
        url, order, format = self.url(model.wire_id), self._order(parts[0]), request.recipe.params.get("format")
        return fal_script(url, order, prepared, self._storage, format, seeds_of(parts))

    async def tidy(self, report: Report) -> None:
        self._uploads.forget(report)  # fal itself removes what is stored there

    # Keys and money.

    async def check_key(self) -> str:
        """fal documents no call for this: prices are told to a key only, and so is how an order stands."""
        if address := self._platform:
            await self._ask(f"{address}/models/pricing?{urlencode({'endpoint_id': MODELS[0].wire_id})}", address)
        else:
            url = self.url(f"fal-ai/flux-2/requests/{UNKNOWN_ORDER}/status")
            await self.link.http().call(self._call("GET", url, await self._auth(), accept=(404,)))
        return tr("fal accepts the key. Nothing was ordered to find out.")

    async def balance(self) -> Balance | None:
        """fal tells it to a key with admin rights only."""
        if not (address := self._platform):
            return None
        answer = await self._ask(f"{address}/account/billing?expand=credits", address, accept=(403,))
        return balance_in(answer.json_object()) if answer.status < 300 else None

    async def quote(self, request: EditRequest) -> Cost | None:
        model = self.model(request.recipe.model)
        _, at = self._rates.get(model.wire_id, (None, -PRICE_SECONDS))
        if (address := self._platform) and time.monotonic() - at >= PRICE_SECONDS:
            query = urlencode({"endpoint_id": model.wire_id})
            try:
                answer = await self._ask(f"{address}/models/pricing?{query}", address)
                rate = todays_rate(answer.json_object(), model)
            except FluxError:
                rate = None  # an estimate is better than no edit
            if rate is not None:
                self._rates[model.wire_id] = rate, time.monotonic()
        return self.price(request)

    def rate(self, model: Model) -> Rate | None:
        told = self._rates.get(model.wire_id)
        return told[0] if told else model.rate

    # Addresses: the key goes to the queue, and to fal's own other hosts only along with fal's own queue.

    @property
    def _storage(self) -> str:
        return self._address("rest_url", REST_URL)

    @property
    def _platform(self) -> str:
        return self._address("api_url", API_URL)

    def _address(self, option: str, official: str) -> str:
        given = str(self.option(option)).strip().rstrip("/")
        return given or (official if self.link.base_url == self.base_url else "")

    # Calls.

    async def _auth(self) -> dict[str, str]:
        return {"Authorization": f"Key {await self.key()}"}

    def _call(self, method: str, url: str, auth: Mapping[str, str], **rest: Any) -> Call:
        return Call(self.name, method, url, auth=auth, **{"home": self.link.base_url, **rest})

    async def _ask(self, url: str, home: str, accept: Sequence[int] = ()) -> Answer:
        """Ask one of fal's other hosts something that is free."""
        call = self._call("GET", url, await self._auth(), home=home, accept=accept, deadline=20.0)
        return await self.link.http().call(call)

    async def _get(self, ticket: Ticket, name: str, accept: Sequence[int] = ()) -> Answer:
        """Ask an address that the ticket keeps."""
        call = self._call("GET", self._kept(ticket, name), await self._auth(), accept=accept)
        return await self.link.http().call(call)

    def _kept(self, ticket: Ticket, name: str) -> str:
        """An address of the ticket; BadAnswer if the program asks another server by now."""
        if url := self.own(ticket.data[name]):
            return url
        raise BadAnswer(
            tr("fal: it was ordered at another address."), tr(BACK, place=ticket.data[name]), request_id=ticket.id
        )

    async def _send(self, model: Model, order: dict[str, Any], auth: Mapping[str, str]) -> Answer:
        url, patience = self.url(model.wire_id), {"silence": 60.0, "deadline": 300.0}
        answer = await self.link.http().call(
            self._call("POST", url, auth, json=order, order=True, accept=(403,), **patience)
        )
        if answer.status == 403:
            raise refused_order(answer)
        return answer

    def _order(self, request: EditRequest) -> dict[str, Any]:
        """The JSON of an order but its pictures: exactly what `fields` shows."""
        return {"prompt": request.recipe.prompt, **{field.field: field.value for field in self.fields(request)}}

    async def _placed(self, request: EditRequest, report: Report) -> list[str | Base64]:
        """The pictures as they stand in an order; the large ones are uploaded."""
        return [await self._placed_one(picture, report) for picture in await self.prepared(request, report)]

    async def _placed_one(self, picture: Prepared, report: Report) -> str | Base64:
        image = picture.encoded.image
        place = place_for(picture, self._storage)
        if place is None:
            return Base64(image.data, prefix_of(image))
        report.stage(JobState.UPLOADING, None)
        answer = await self.link.http().call(
            self._call(
                "POST", place.url, await self._auth(),
                home=self._storage, headers=place.headers, json=place.json, free=True,
            )
        )  # fmt: skip
        named = answer.json_object()
        upload_url, file_url = named.get("upload_url"), named.get("file_url")
        if not (isinstance(upload_url, str) and isinstance(file_url, str) and upload_url and file_url):
            raise answer.bad(tr("fal did not say where the picture is to be uploaded."), tr(NOT_ORDERED))
        answer = await self.link.http().call(
            Call(
                self.name, "PUT", upload_url, home=self._storage, foreign=True, free=True, accept=(400, 401, 403, 404),
                content=image.data, media_type=image.media_type, silence=60.0, deadline=300.0,
            )
        )  # fmt: skip
        if answer.status >= 400:  # it says nothing of the key, which does not go there
            raise answer.bad(
                tr("fal's storage did not take the picture (HTTP {status}).", status=answer.status), tr(NOT_ORDERED)
            )
        return file_url

    # Answers.

    def _ticket(self, answer: Answer, request: EditRequest) -> Ticket:
        data = answer.json_object()
        id = answer.plain(data.get("request_id") or "", 100)
        urls = {name: self.own(data.get(name)) for name in ("status_url", "response_url", "cancel_url")}
        if not id or not all(urls.values()):
            raise answer.bad(tr("fal took the order but named no address of its own to ask for it."), request_id=id)
        ahead = data.get("queue_position")
        kept = {**urls, "ahead": ahead if isinstance(ahead, int) else 0}
        return Ticket(self.id, request.recipe.model, id, data=kept, cost=self.price(request))

    async def _result(self, ticket: Ticket, status: Answer) -> Ticket:
        """The READY ticket of an order that is through by `status`; the error if it ended badly."""
        result = await self._get(ticket, "response_url", accept=range(400, 600))
        if result.status >= 400 and not is_own(result):
            result = await self._get(ticket, "response_url")  # with patience: the order itself may be fine
        if result.status >= 400 or status.json_object().get("error"):
            raise ended(result if result.status >= 400 else status, ticket.id)
        made = made_in(result.json_object())
        if made.flagged and not made.urls:
            raise Refused(tr("fal's filter flagged what was made."), request_id=ticket.id).ended()
        # Of several nobody says which the seed made alone.
        seed = made.seed if len(made.urls) + made.flagged == 1 else None
        outputs = tuple(Output(url, seed=seed) for url in made.urls)
        return replace(ticket, state=TicketState.READY, outputs=outputs, data={**ticket.data, "left_out": made.flagged})


def _fitted(model: Model, catalogue: Mapping[str, Any]) -> Model:
    """`model` as fal's own schema has it now; its two sizes become one field, so they stay as they are."""
    schema = catalogue.get(model.wire_id)
    if not isinstance(schema, Mapping):
        return model
    return corrected(model, schema, ignore=FILLED, keep=("aspect_ratio", "size"))


def _sized(field: OutgoingField, model: Model) -> OutgoingField:
    """An exact size as fal takes it; any other field as it is."""
    if field.name != "size":
        return field
    width, height = exact_size(field.value, *size_limits(model))
    return replace(field, value={"width": width, "height": height}, how="converted")


def _progress(ticket: Ticket, status: Mapping[str, Any]) -> float | None:
    """How far the queue came since the order, 0…1; None where there was none."""
    ahead, position = ticket.data["ahead"], status.get("queue_position")
    return 1 - position / ahead if ahead and isinstance(position, int) else None
