"""Black Forest Labs, who make FLUX.2: create, then poll the address that the answer names.

In doubt by its documents, and therefore assumed: a moderated order tells its reasons anywhere in `details`; a result
that was not asked for in time is `Task not found`, with HTTP 200 or 404.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from flux_desktop.core.edit import (
    EditRequest,
    JobState,
    Outgoing,
    OutgoingField,
    Output,
    Report,
    Ticket,
    TicketState,
)
from flux_desktop.core.errors import BadAnswer, FluxError, Refused, ResultExpired, ServerFault
from flux_desktop.core.language import figures, marked, tr
from flux_desktop.core.params import Model
from flux_desktop.core.price import Balance, Cost
from flux_desktop.providers.base import Provider
from flux_desktop.providers.bfl.models import GRID, MODELS
from flux_desktop.providers.http import Answer, Base64, Call
from flux_desktop.providers.script_parts import script_files, suffix_of
from flux_desktop.providers.shapes import SHAPE_PARAMS, Shape

if TYPE_CHECKING:
    from flux_desktop.core.script import Script

__all__ = ["BlackForestLabs"]

OFFICIAL = re.compile(r"https://api(\.[a-z0-9-]+)*\.bfl\.ai(/|$)")
"""`api.bfl.ai` and the regions below it; results lie at other hosts, which get no key."""

CREDIT = 0.01
"""USD for one credit."""

MOST_MEGAPIXELS = 9
"""What goes in and comes out together, by the documents of FLUX.2 [pro]."""

MODERATED = ("Request Moderated", "Content Moderated")
FAILED = (*MODERATED, "Error", "Task not found")
TOO_MANY = marked("{megapixels} megapixels go in and come out; Black Forest Labs' documents name {most} as the most.")


class BlackForestLabs(Provider):
    id = "bfl"
    name = "Black Forest Labs"
    base_url = "https://api.bfl.ai/v1"
    key_url = "https://dashboard.bfl.ai/get-started"
    account_url = "https://dashboard.bfl.ai/api/usage"
    about = marked("The makers of FLUX.2: every hosted model of it, paid by the megapixel from prepaid credits.")
    slots = 6  # of the 24 that a key may have on the way
    upload_bytes = 20 * 1024 * 1024

    @classmethod
    def models(cls) -> tuple[Model, ...]:
        return MODELS

    # An edit.

    async def start(self, request: EditRequest, report: Report) -> Ticket:
        auth = await self._auth()
        model = self.model(request.recipe.model)
        order = {**self._order(request), **await self._sent_pictures(request, report)}
        for note in self._notes(request):
            report.note(note)
        report.stage(JobState.RUNNING, None)
        await report.ordering()
        url = self.url(model.wire_id)
        answer = await self.link.http().call(
            Call(self.name, "POST", url, self.link.base_url, auth, json=order, order=True, silence=60.0, deadline=300.0)
        )
        return self._ticket(answer, request)

    async def poll(self, ticket: Ticket) -> Ticket:
        url = self.own(str(ticket.data["polling_url"]))
        if not url:
            raise BadAnswer(
                tr("{provider}: the order was made at another address than the one that is set.", provider=self.name),
                tr(
                    "Set the provider's address back in Settings › Providers, then retry: it fetches without a "
                    "new order."
                ),
                request_id=ticket.id,
            )
        # The key goes along: this is the API itself, or one of its regions.
        call = Call(self.name, "GET", url, url, await self._auth(), accept=(404,))
        answer = await self.link.http().call(call)
        told = answer.json_object()
        match told.get("status"):
            case "Pending":
                return replace(ticket, data={**ticket.data, "progress": _number(told.get("progress"))})
            case "Ready":
                return _ready(ticket, answer, told.get("result"))
        raise _ended(ticket, answer, told)

    def fields(self, request: EditRequest) -> tuple[OutgoingField, ...]:
        others = (field for field in super().fields(request) if field.name not in SHAPE_PARAMS)
        return (*self._shape(request).fields, *others)

    def made_megapixels(self, request: EditRequest) -> float:
        size = self._shape(request).size
        if size is None:
            return min(request.source.megapixels if request.source else 1.0, GRID.pixels / 1e6)
        return size[0] * size[1] / 1e6

    def outgoing(self, request: EditRequest) -> Outgoing:
        plain = super().outgoing(request)
        return replace(plain, notes=(*plain.notes, *self._notes(request)))

    def script(self, request: EditRequest) -> Script:
        from flux_desktop.core.script import SEED, FileData, Script, Step, Until, Var

        parts = self.orders(request)
        several = len(parts) > 1
        files = script_files(self.prepare(request))
        pictures = {field: FileData(file.name) for field, file in zip(_picture_fields(len(files)), files, strict=True)}
        body = {**self._order(parts[0]), **pictures, **({"seed": SEED} if several else {})}
        url = self.url(self.model(request.recipe.model).wire_id)
        steps = (
            Step(
                "Order. This is the call that costs money.", "POST", url,
                json=body, keep={"polling_url": "polling_url"}, each=several,
            ),
            Step(
                "Wait until it is made. The address of the result lives for ten minutes.", "GET", Var("polling_url"),
                until=Until("status", ("Ready",), FAILED), keep={"results": "result.sample"}, each=several,
            ),
        )  # fmt: skip
        return Script(
            self.name, "BFL_API_KEY", {"x-key": "{key}"}, steps, "results",
            suffix=suffix_of(request.recipe.params.get("format"), "jpeg"), files=files,
            seeds=tuple(part.recipe.seed or 0 for part in parts) if several else (),
        )  # fmt: skip

    # Keys and money.

    async def check_key(self) -> str:
        credits = await self._credits()
        return tr(
            "{provider} accepts the key: {credits} credits are left. Nothing was ordered to find out.",
            provider=self.name,
            credits=figures(f"{credits:g}"),
        )

    async def balance(self) -> Balance | None:
        return Balance(round(await self._credits() * CREDIT, 6))

    async def _credits(self) -> float:
        call = Call(self.name, "GET", self.url("credits"), self.link.base_url, await self._auth(), deadline=20.0)
        answer = await self.link.http().call(call)
        credits = _number(answer.json_object().get("credits"))
        if credits is None:
            raise answer.bad(tr("{provider} did not say how many credits are left.", provider=self.name))
        return credits

    async def _auth(self) -> dict[str, str]:
        return {"x-key": await self.key()}

    # An order.

    def _order(self, request: EditRequest) -> dict[str, Any]:
        """The JSON of an order but its pictures: exactly what `fields` shows."""
        return {"prompt": request.recipe.prompt, **{field.field: field.value for field in self.fields(request)}}

    def _shape(self, request: EditRequest) -> Shape:
        return GRID.shape(request.recipe.params, request.source)

    async def _sent_pictures(self, request: EditRequest, report: Report) -> dict[str, Base64]:
        """The pictures of an order, the source first, as the prompt numbers them."""
        if not self.pictures(request):
            return {}
        report.stage(JobState.UPLOADING, None)
        data = [Base64(picture.encoded.image.data) for picture in await self.prepared(request, report)]
        return dict(zip(_picture_fields(len(data)), data, strict=True))

    def _notes(self, request: EditRequest) -> tuple[str, ...]:
        """What the user should know of an order before it is sent."""
        pictures = [image for image in (request.source, *request.references) if image is not None]
        megapixels = sum(image.megapixels for image in pictures) + self.made_megapixels(request)
        too_many = ""
        if megapixels > MOST_MEGAPIXELS:
            too_many = tr(TOO_MANY, megapixels=figures(f"{megapixels:.1f}"), most=MOST_MEGAPIXELS)
        return tuple(note for note in (self._shape(request).note, too_many) if note)

    def _ticket(self, answer: Answer, request: EditRequest) -> Ticket:
        told = answer.json_object()
        id = answer.plain(told.get("id") or "", 100)
        named = told.get("polling_url") or (self.url(f"get_result?id={quote(id, safe='')}") if id else "")
        polling_url = self.own(str(named))
        if not polling_url:
            raise answer.bad(
                tr("{provider} took the order but named no address of its own to ask for it.", provider=self.name),
                "",
                id,
            )
        sizes = {name: told[name] for name in ("input_mp", "output_mp") if _number(told.get(name)) is not None}
        data = {"polling_url": polling_url, "seed": request.recipe.seed, **sizes}
        credits = _number(told.get("cost"))
        cost = self.price(request) if credits is None else Cost(round(credits * CREDIT, 6), "USD", "billed")
        return Ticket(self.id, request.recipe.model, id, data=data, cost=cost)

    def own(self, url: object) -> str:
        """Of Black Forest Labs' own hosts each may name another one, by region."""
        official = all(OFFICIAL.match(str(address)) for address in (self.link.base_url, url))
        return str(url) if official else super().own(url)


def _picture_fields(count: int) -> Sequence[str]:
    """The fields of so many pictures: `input_image`, `input_image_2`, …"""
    return [f"input_image_{number}" if number > 1 else "input_image" for number in range(1, count + 1)]


def _ready(ticket: Ticket, answer: Answer, result: object) -> Ticket:
    """The READY ticket of a finished order."""
    url = result.get("sample") if isinstance(result, Mapping) else None
    if not isinstance(url, str) or not url:
        raise answer.bad(tr("Black Forest Labs finished but named no result."), request_id=ticket.id)
    told = result.get("seed") if isinstance(result, Mapping) else None
    seed = told if isinstance(told, int) and not isinstance(told, bool) else ticket.data.get("seed")
    return replace(ticket, state=TicketState.READY, outputs=(Output(url, seed=seed),))


def _ended(ticket: Ticket, answer: Answer, told: Mapping[str, Any]) -> FluxError:
    """The error of an order that ended without a result, with the reasons that the host gives."""
    status = answer.plain(told.get("status") or "none", 40)
    reasons = answer.plain("; ".join(_texts(told.get("details")) or _texts(told.get("error"))))
    why = f": {reasons}".rstrip(".") if reasons else ""
    facts = {"request_id": ticket.id, "detail": answer.detail}
    if status == "Task not found":
        hint = tr("It may have been made and charged: look at the usage in your account before you run it again.")
        return ResultExpired(tr("Black Forest Labs does not know the order any more (Task not found)."), hint, **facts)
    if status in MODERATED:
        refused = {
            "Request Moderated": tr("Black Forest Labs refused the request ({status}){why}.", status=status, why=why),
            "Content Moderated": tr("Black Forest Labs refused what was made ({status}){why}.", status=status, why=why),
        }
        error: FluxError = Refused(refused[status], **facts)
    elif status == "Error":
        error = ServerFault(tr("Black Forest Labs could not make it{why}.", why=why), **facts)
    else:
        return BadAnswer(tr("Black Forest Labs tells a status that is not known: {status}.", status=status), **facts)
    return error.ended()


def _texts(value: object, depth: int = 0) -> list[str]:
    """The words in `details`, wherever they stand."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    inner = list(value.values()) if isinstance(value, Mapping) else value if isinstance(value, list) else []
    return [text for item in inner[:10] for text in _texts(item, depth + 1)] if depth < 5 else []


def _number(value: object) -> float | None:
    """`value` if it is an amount that makes sense."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and 0 <= value < 1e9 else None  # type: ignore[arg-type,operator]
