"""Replicate: an order that may be answered with its pictures at once, else questions how it stands.

Not documented, and therefore assumed: the bodies of 402 and 422 (any is read), how large a picture may be inside an
order (256 kB are advised), and that results can be fetched without the token, as their addresses cannot be guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flux_desktop.core.edit import (
    EditRequest,
    EncodedImage,
    JobState,
    Outgoing,
    OutgoingField,
    Output,
    Recipe,
    Report,
    Ticket,
    TicketState,
)
from flux_desktop.core.errors import BadAnswer, FluxError, Refused, ResultExpired, ServerFault
from flux_desktop.core.language import marked, tr
from flux_desktop.core.params import Model
from flux_desktop.core.region import Shapes
from flux_desktop.providers.base import Prepared, Provider, outgoing_fields
from flux_desktop.providers.http import Answer, Base64, Call, Upload
from flux_desktop.providers.http.answers import is_moderation
from flux_desktop.providers.link import Link
from flux_desktop.providers.region import shapes_of, sized
from flux_desktop.providers.replicate.models import (
    CUSTOM,
    MATCH,
    MODELS,
    SIZE_LIMITS,
    SIZE_MULTIPLE,
    fitted,
    picture_field,
)
from flux_desktop.providers.schemas import resolved
from flux_desktop.providers.script_parts import script_files, seeds_of, suffix_of
from flux_desktop.providers.sizes import exact_size
from flux_desktop.providers.uploads import Uploads

if TYPE_CHECKING:
    from flux_desktop.core.script import Script

__all__ = ["DATA_URI_BYTES", "Replicate"]

WAIT_SECONDS = 3
"""How long an order may wait for its pictures. FLUX.2 [klein] takes a second or two: no question is needed then. But a
connection that is lost meanwhile leaves the outcome unknown, so it waits no longer: what takes longer is asked for."""

DATA_URI_BYTES = 256 * 1024
"""Up to here Replicate advises to put a file inside the order."""

UPLOAD_NOTE = marked(
    "Stored among the files of your Replicate account until the run has ended; only your token opens it."
)
NOT_REMOVED = marked(
    "A picture stays among your files at Replicate, where it could not be removed; it expires by itself."
)
RESULT_NOTE = marked(
    "Replicate keeps the order and its results for an hour; whoever has a result's address can fetch it."
)
BACK = marked("Set Replicate's address back in Settings › Providers, then retry: the order was made at {place}.")
AGAIN = marked("Retry orders it anew.")
NOT_ORDERED = marked("Nothing was ordered. Retry in a moment.")

UNDER_WAY = ("starting", "processing")
PERCENT = re.compile(r"(\d{1,3})%\|")
"""How far the model is, as its progress bar in the logs says."""


class Replicate(Provider):
    id = "replicate"
    name = "Replicate"
    base_url = "https://api.replicate.com/v1"
    key_url = "https://replicate.com/account/api-tokens"
    account_url = "https://replicate.com/predictions"
    about = marked("Many models, paid by what is made; schemas are read from the models.")
    slots = 4
    publishes = True

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self._uploads: Uploads[list[str | Base64]] = Uploads()
        """For each job its pictures as they stand in an order: an address, or the picture itself."""
        self._fitted: tuple[Mapping[str, Any], tuple[Model, ...]] = ({}, MODELS)

    @classmethod
    def models(cls) -> tuple[Model, ...]:
        return MODELS

    def offered(self) -> tuple[Model, ...]:
        if self._fitted[0] is not self.catalogue:
            self._fitted = self.catalogue, tuple(fitted(model, self._schema(model)) for model in MODELS)
        return self._fitted[1]

    async def fetch_catalogue(self) -> Mapping[str, Any]:
        found = {}
        for id in dict.fromkeys(model.wire_id for model in MODELS):
            answer = await self._ask(self.url(f"models/{id}"), accept=(404,))
            if answer.status < 300 and (schema := _input_schema(answer.json_object())):
                found[id] = schema
        return found

    # An edit.

    async def start(self, request: EditRequest, report: Report) -> Ticket:
        auth = await self._auth()
        model = self.model(request.recipe.model)
        order = self._order(request)
        if pictures := self.pictures(request):
            placed = await self._uploads.once(report, pictures, lambda: self._placed(request, report))
            order[self._picture_field(model)] = placed
        report.stage(JobState.RUNNING, None)
        await report.ordering()
        call = self._call(
            "POST", self.url(f"models/{model.wire_id}/predictions"), auth,
            headers={"Prefer": f"wait={WAIT_SECONDS}"}, json={"input": order}, order=True, silence=60.0, deadline=300.0,
        )  # fmt: skip
        answer = await self.link.http().call(call)
        ticket = Ticket(self.id, model.id, data={"seed": request.recipe.seed}, cost=self.price(request))
        return self._told(ticket, answer)

    async def poll(self, ticket: Ticket) -> Ticket:
        return self._told(ticket, await self._ask(self._kept(ticket, "get")))

    async def cancel(self, ticket: Ticket) -> bool:
        """True if Replicate took it; what was computed until then may be charged. False if it is made already."""
        call = self._call("POST", self._kept(ticket, "cancel"), await self._auth(), free=True, accept=(404, 409, 422))
        answer = await self.link.http().call(call)
        return answer.status < 300 and answer.json_object().get("status") != "succeeded"

    def fields(self, request: EditRequest) -> tuple[OutgoingField, ...]:
        model, params = self.model(request.recipe.model), dict(request.recipe.params)
        size = params.pop("size", None)
        if not size:
            return outgoing_fields(model, params)
        width, height = exact_size(size, *SIZE_LIMITS[model.wire_id])
        shape = {"aspect_ratio": CUSTOM, "width": width, "height": height}
        exact = (OutgoingField("size", field, value, "converted") for field, value in shape.items())
        others = {name: value for name, value in params.items() if name not in ("aspect_ratio", "megapixels")}
        return (*exact, *outgoing_fields(model, others))

    def shapes(self, recipe: Recipe) -> Shapes:
        model = self.model(recipe.model)
        limits = SIZE_LIMITS.get(model.wire_id) if model.param("size") else None
        return sized(shapes_of(model), *limits, multiple=SIZE_MULTIPLE) if limits else shapes_of(model)

    def made_megapixels(self, request: EditRequest) -> float:
        if request.recipe.params.get("megapixels") != MATCH:
            return super().made_megapixels(request)
        return super().made_megapixels(replace(request, recipe=request.recipe.with_params(megapixels=None)))

    def outgoing(self, request: EditRequest) -> Outgoing:
        plain = super().outgoing(request)
        files = (replace(file, readers=tr(UPLOAD_NOTE)) if file.size > DATA_URI_BYTES else file for file in plain.files)
        return replace(plain, files=tuple(files), notes=(*plain.notes, tr(RESULT_NOTE)))

    def script(self, request: EditRequest) -> Script:
        from flux_desktop.providers.replicate.script import replicate_script

        model = self.model(request.recipe.model)
        prepared = self.prepare(request)
        uploaded = [picture.role for picture in prepared if _is_large(picture)]
        parts = self.orders(request)
        return replicate_script(
            self.link.base_url.rstrip("/"),
            model.wire_id,
            self._order(parts[0]),
            self._picture_field(model),
            script_files(prepared),
            uploaded,
            seeds_of(parts),
            suffix_of(request.recipe.params.get("format")),
        )

    async def tidy(self, report: Report) -> None:
        for place in self._uploads.forget(report) or ():
            if not isinstance(place, str):
                continue
            try:
                call = self._call("DELETE", self.own(place), await self._auth(), free=True, accept=(404,))
                await self.link.http().call(call)
            except FluxError:
                report.note(tr(NOT_REMOVED))

    async def check_key(self) -> str:
        account = (await self._ask(self.url("account"))).json_object()
        name = account.get("username")
        if isinstance(name, str) and name.isprintable():
            return tr("Replicate accepts the key of {name}.", name=name[:60])
        return tr("Replicate accepts the key.")

    # What is sent.

    async def _auth(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {await self.key()}"}

    def _call(self, method: str, url: str, auth: Mapping[str, str], **rest: Any) -> Call:
        return Call(self.name, method, url, home=self.link.base_url, auth=auth, **rest)

    async def _ask(self, url: str, accept: Sequence[int] = ()) -> Answer:
        return await self.link.http().call(self._call("GET", url, await self._auth(), accept=accept))

    def _order(self, request: EditRequest) -> dict[str, Any]:
        """The input of an order but its pictures: exactly what `fields` shows."""
        return {"prompt": request.recipe.prompt, **{field.field: field.value for field in self.fields(request)}}

    def _schema(self, model: Model) -> Mapping[str, Any]:
        schema = self.catalogue.get(model.wire_id)
        return schema if isinstance(schema, Mapping) else {}

    def _picture_field(self, model: Model) -> str:
        return picture_field(model, self._schema(model))

    async def _placed(self, request: EditRequest, report: Report) -> list[str | Base64]:
        """The pictures as they stand in an order; the large ones are uploaded."""
        return [await self._placed_one(picture, report) for picture in await self.prepared(request, report)]

    async def _placed_one(self, picture: Prepared, report: Report) -> str | Base64:
        image = picture.encoded.image
        if not _is_large(picture):
            return Base64(image.data, _prefix(image))
        report.stage(JobState.UPLOADING, None)
        (file,) = script_files([picture])
        upload = Upload("content", file.filename, file.media_type, file.data)
        call = self._call(
            "POST", self.url("files"), await self._auth(), files=(upload,), free=True, silence=60.0, deadline=300.0
        )
        answer = await self.link.http().call(call)
        urls = answer.json_object().get("urls")
        if not (isinstance(urls, Mapping) and isinstance(url := urls.get("get"), str) and url):
            raise answer.bad(tr("Replicate took the picture but did not say where it is."), tr(NOT_ORDERED))
        return url

    # What is answered.

    def _told(self, ticket: Ticket, answer: Answer) -> Ticket:
        """The ticket as a prediction says; the error that it holds."""
        told = answer.json_object()
        id = answer.plain(told.get("id") or ticket.id, 100)
        known = replace(ticket, id=id, data={**ticket.data, **self._urls(told, ticket), "progress": _progress(told)})
        status = told.get("status")
        if status in UNDER_WAY:
            if known.data["get"]:
                return known
            raise answer.bad(
                tr("Replicate took the order but named no address of its own to ask for it."), request_id=id
            )
        if status != "succeeded":
            raise _ended(answer, told, id)
        if told.get("data_removed") is True:
            raise ResultExpired(tr("Replicate has removed the result: it keeps it for an hour."), request_id=id).ended()
        outputs = tuple(Output(url, seed=ticket.data.get("seed")) for url in _output_urls(told))
        return replace(known, state=TicketState.READY, outputs=outputs)

    def _urls(self, told: Mapping[str, Any], ticket: Ticket) -> dict[str, str]:
        """The addresses to ask and to cancel at; those that are not Replicate's own are left out."""
        urls = told.get("urls")
        named = urls if isinstance(urls, Mapping) else {}
        return {name: self.own(named.get(name)) or str(ticket.data.get(name, "")) for name in ("get", "cancel")}

    def _kept(self, ticket: Ticket, name: str) -> str:
        """An address of the ticket; BadAnswer if the program asks another server by now."""
        if url := self.own(ticket.data[name]):
            return url
        hint = tr(BACK, place=ticket.data[name])
        raise BadAnswer(tr("Replicate: it was ordered at another address."), hint, request_id=ticket.id)


def _is_large(picture: Prepared) -> bool:
    return len(picture.encoded.image.data) > DATA_URI_BYTES


def _prefix(image: EncodedImage) -> str:
    return f"data:{image.media_type};base64,"


def _input_schema(told: Mapping[str, Any]) -> Any:
    """The schema of a model's input, without references; {} where it is not told."""
    version = told.get("latest_version")
    document = version.get("openapi_schema") if isinstance(version, Mapping) else None
    return resolved({"$ref": "#/components/schemas/Input"}, document) if isinstance(document, Mapping) else {}


def _output_urls(told: Mapping[str, Any]) -> list[str]:
    """The results: one address at some models, a list at others."""
    output = told.get("output")
    found = output if isinstance(output, list) else [output]
    return [url for url in found if isinstance(url, str) and url]


def _progress(told: Mapping[str, Any]) -> float | None:
    logs = told.get("logs")
    found = PERCENT.findall(logs[-2000:]) if isinstance(logs, str) else []
    return min(int(found[-1]), 100) / 100 if found else None


def _ended(answer: Answer, told: Mapping[str, Any], id: str) -> FluxError:
    """The error of a prediction that ended badly, or whose status is not known."""
    status, why = answer.plain(told.get("status") or "none", 40), answer.plain(told.get("error") or "").rstrip(".")
    facts = {"request_id": id, "detail": answer.detail}
    if status in ("canceled", "aborted"):
        return ServerFault(
            tr("Replicate: the order was cancelled there ({status}).", status=status), tr(AGAIN), **facts
        ).ended()
    if status != "failed":
        return answer.bad(tr("Replicate tells a status that is not known: {status}.", status=status), request_id=id)
    if is_moderation(why):
        return Refused(tr("Replicate refused it: {why}.", why=why), **facts).ended()
    return ServerFault(tr("Replicate did not make it{why}.", why=f": {why}" if why else ""), tr(AGAIN), **facts).ended()
