"""1min.ai: an upload to its Asset API, then one call that blocks until the picture is made.

Not documented, and therefore assumed: error bodies (any is read), the size limit of assets (50 MB by other clients;
a 413 halves it), how long a result's link lives, and the credits that an edit takes.
"""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flux_desktop.core.edit import (
    EditRequest,
    EditResult,
    EncodedImage,
    JobState,
    Outgoing,
    Output,
    Report,
    Ticket,
    TicketState,
)
from flux_desktop.core.errors import FluxError, OutcomeUnknown, Refused, ResultExpired, ServerFault
from flux_desktop.core.language import figures, marked, tr
from flux_desktop.core.params import Model
from flux_desktop.providers.base import Provider, outgoing_fields
from flux_desktop.providers.http import Answer, Call, Upload
from flux_desktop.providers.http.answers import is_moderation, reason_in
from flux_desktop.providers.link import Link
from flux_desktop.providers.onemin.models import MODELS
from flux_desktop.providers.script_parts import script_files, seeds_of, suffix_of
from flux_desktop.providers.uploads import Uploads

if TYPE_CHECKING:
    from flux_desktop.core.script import Script, Step
    from flux_desktop.imaging.encoding import Encoded

__all__ = ["OneMin"]

SHRINKS = 3
"""How often a picture is made smaller for a host that finds it too large."""

SMALLEST_BYTES = 16 * 1024
"""Below this a host that says “too large” means something else."""

RUN_SECONDS = 240.0
"""How long the call may be silent while the picture is made: other clients wait 120."""

UNDER_WAY = frozenset({"PENDING", "QUEUED", "STARTED", "STARTING", "RUNNING", "PROCESSING", "IN_PROGRESS"})
REASONS = ("error", "errorMessage", "message", "reason", "failureReason", "detail")

UPLOAD_NOTE = marked("Stored as a private asset in your 1min.ai account; it is not documented for how long.")
RESULT_NOTE = marked("The result is stored in your 1min.ai account too; whoever has its temporary link can fetch it.")

# One pixel: the smallest upload there is.
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


class OneMin(Provider):
    id = "onemin"
    name = "1min.ai"
    base_url = "https://api.1min.ai"
    key_url = "https://app.1min.ai/api"
    account_url = "https://app.1min.ai"
    about = marked("Many models for one subscription, paid in credits.")

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self._uploads: Uploads[str] = Uploads()
        """For each job where its source is stored."""

    @classmethod
    def models(cls) -> tuple[Model, ...]:
        return MODELS

    async def start(self, request: EditRequest, report: Report) -> Ticket:
        key = await self.key()
        model = self.model(request.recipe.model)
        order = self._order(model, request)
        if pictures := self.pictures(request):
            path = await self._uploads.once(report, pictures, lambda: self._upload(pictures[0], key, report))
            order["promptObject"] |= {"imageUrl": path}
        report.stage(JobState.RUNNING, None)
        await report.ordering()
        try:
            answer = await self._send_order(order, key)
        except BaseException:
            self._uploads.forget(report)  # it may have been refused because the asset is gone
            raise
        return _ticket(answer, model.id, request.recipe.seed)

    async def collect(self, ticket: Ticket, report: Report) -> EditResult:
        try:
            return await super().collect(ticket, report)
        except ResultExpired as error:
            hint = tr(
                "The picture was made and charged: look for it in your 1min.ai account{place}.", place=_place(ticket)
            )
            raise ResultExpired(error.title, hint, request_id=ticket.id, detail=error.detail) from None

    async def check_key(self) -> str:
        """1min.ai documents no call that only tests a key. An upload needs the key and, as far as known, no credits."""
        _asset_path(await self._send_asset(EncodedImage(PIXEL, "image/png", 1, 1), await self.key()))
        return tr("1min.ai accepts the key. To find out, a picture of one pixel was stored among your assets there.")

    def outgoing(self, request: EditRequest) -> Outgoing:
        plain = super().outgoing(request)
        if self.model(request.recipe.model).mode == "generate":
            return replace(plain, notes=(*plain.notes, tr(RESULT_NOTE)))
        files = tuple(replace(file, readers=tr(UPLOAD_NOTE)) for file in plain.files)
        return replace(plain, files=files, notes=(*plain.notes, tr(RESULT_NOTE)))

    def script(self, request: EditRequest) -> Script:
        from flux_desktop.core.script import SEED, Script, Var

        model, orders = self.model(request.recipe.model), self.orders(request)
        order, seeds = self._order(model, orders[0]), seeds_of(orders)
        files = script_files(self.prepare(request))
        order["promptObject"] |= ({"imageUrl": Var("asset")} if files else {}) | ({"seed": SEED} if seeds else {})
        return Script(
            self.name,
            "ONEMIN_API_KEY",
            {"API-KEY": "{key}"},
            tuple(self._steps(order, upload=bool(files), each=bool(seeds))),
            "results",
            suffix=suffix_of(request.recipe.params.get("format")),
            files=files,
            seeds=seeds,
        )

    def _steps(self, order: dict[str, Any], *, upload: bool, each: bool) -> Iterator[Step]:
        from flux_desktop.core.script import Step

        if upload:
            says, kept = tr("Store the picture in the account."), {"asset": "fileContent.path"}
            yield Step(says, "POST", self.url("/api/assets"), files=(("asset", "source"),), keep=kept)
        says, kept = tr("Order the picture, which costs credits."), {"results": "aiRecord.temporaryUrl"}
        yield Step(says, "POST", self.url("/api/features?isStreaming=false"), json=order, keep=kept, each=each)

    def _order(self, model: Model, request: EditRequest) -> dict[str, Any]:
        """The JSON of an order: exactly the parameters of the recipe, under the host's names and in its types."""
        fields = outgoing_fields(model, request.recipe.params)
        sent = {field.field: field.value for field in fields}
        return {
            "type": "IMAGE_EDITOR" if model.mode == "edit" else "IMAGE_GENERATOR",
            "model": model.wire_id,
            "promptObject": {"prompt": request.recipe.prompt, **sent},
        }

    async def _send_order(self, order: dict[str, Any], key: str) -> Answer:
        return await self.link.http().call(
            Call(
                self.name,
                "POST",
                self.url("/api/features"),
                home=self.link.base_url,
                auth={"API-KEY": key},
                query={"isStreaming": "false"},
                json=order,
                order=True,
                silence=RUN_SECONDS,
                deadline=RUN_SECONDS + 60,
            )
        )

    async def _upload(self, source: EncodedImage, key: str, report: Report) -> str:
        """Store the source as an asset, smaller if the host finds it too large; its path there."""
        report.stage(JobState.UPLOADING, None)
        limit = self.upload_bytes
        for shrinks_left in range(SHRINKS, -1, -1):
            sent = await asyncio.to_thread(_encoded, source, limit)
            answer = await self._send_asset(sent.image, key)
            if answer.status != 413:
                for change in sent.changes:
                    report.note(change)
                return _asset_path(answer)
            limit = len(sent.image.data) // 2
            if not shrinks_left or limit < SMALLEST_BYTES:
                break
            report.note(
                tr(
                    "1min.ai finds {megabytes} too large: the picture is made smaller.",
                    megabytes=_megabytes(sent.image.data),
                )
            )
        raise answer.failure()

    async def _send_asset(self, image: EncodedImage, key: str) -> Answer:
        # A name of our own: that of the user's file is nobody's business.
        file = Upload("asset", f"source.{image.media_type.removeprefix('image/')}", image.media_type, image.data)
        return await self.link.http().call(
            Call(
                self.name,
                "POST",
                self.url("/api/assets"),
                home=self.link.base_url,
                auth={"API-KEY": key},
                files=(file,),
                free=True,
                accept=(413,),
                silence=60.0,
                deadline=300.0,
            )
        )


def _encoded(source: EncodedImage, max_bytes: int) -> Encoded:
    from flux_desktop.imaging.encoding import for_upload

    return for_upload(source, max_bytes=max_bytes)


def _asset_path(answer: Answer) -> str:
    """Where an upload is: `fileContent.path`, else `asset.key`. It is opaque: its folders differ between accounts."""
    data = answer.json_object()
    for place, name in (("fileContent", "path"), ("asset", "key")):
        inner = data.get(place)
        if isinstance(inner, dict) and isinstance(path := inner.get(name), str) and path:
            return path
    raise answer.bad(
        tr("1min.ai took the picture but did not say where it is."), tr("Nothing was ordered. Retry in a moment.")
    )


def _ticket(answer: Answer, model: str, sent_seed: int | None) -> Ticket:
    """The READY ticket in an answer of HTTP 200; the error that it holds otherwise."""
    record = answer.json_object().get("aiRecord")
    if not isinstance(record, dict):
        raise answer.bad(tr("1min.ai answered without a record of the edit."))
    id = answer.plain(record.get("uuid") or "", 100)
    if record.get("status") != "SUCCESS":
        raise _not_made(answer, record, id)
    urls, paths = _urls(record), _paths(record)
    if not urls:
        record_id = id or tr("unnamed", "record")
        if not paths:
            hint = tr("It was probably charged: look for it in your 1min.ai account (record {id}).", id=record_id)
            raise answer.bad(tr("1min.ai answered without a result."), hint, request_id=id)
        hint = tr(
            "It was probably charged: look for it in your 1min.ai account as {path} (record {id}).",
            path=answer.plain(paths[0]),
            id=record_id,
        )
        raise answer.bad(tr("1min.ai made the picture but gave no link to it."), hint, request_id=id)
    outputs = tuple(Output(url, seed=sent_seed) for url in urls)
    return Ticket("onemin", model, id, TicketState.READY, outputs, {"paths": paths})


def _not_made(answer: Answer, record: Mapping[str, Any], id: str) -> FluxError:
    """The error of a record whose status is not SUCCESS, with the host's reason where it gives one."""
    status = answer.plain(record.get("status") or "none", 40)
    why = answer.plain(_why(record, answer.json_object()))
    facts = {"request_id": id or answer.request_id, "detail": answer.detail}
    if status.upper() in UNDER_WAY:
        # It was accepted, and there is no documented call to ask for it again.
        return OutcomeUnknown(
            tr("1min.ai answered before the picture was made (status {status}).", status=status), **facts
        )
    if is_moderation(f"{why} {status}"):
        return Refused(tr("1min.ai refused it: {why}.", why=(why or status).rstrip(".")), **facts)
    title = tr("1min.ai did not make the picture (status {status})", status=status)
    return ServerFault(f"{title}{f': {why}' if why else ''}".rstrip(".") + ".", **facts)


def _why(record: Mapping[str, Any], answer: Mapping[str, Any]) -> str:
    details = record.get("aiRecordDetail")
    for place in (record, details if isinstance(details, dict) else {}, answer):
        for name in REASONS:
            if text := reason_in(place.get(name)):
                return text
    return ""


def _urls(record: Mapping[str, Any]) -> list[str]:
    """The signed links: one string by the documents, a list at some clients."""
    found = record.get("temporaryUrl") or record.get("temporaryUrls") or []
    found = [found] if isinstance(found, str) else found
    return [url for url in found if isinstance(url, str) and url] if isinstance(found, list) else []


def _paths(record: Mapping[str, Any]) -> list[str]:
    """Where the result is in the account: a list by the documents, a string at some clients."""
    details = record.get("aiRecordDetail")
    found = details.get("resultObject") if isinstance(details, dict) else None
    found = [found] if isinstance(found, str) else found
    return [path for path in found if isinstance(path, str) and path] if isinstance(found, list) else []


def _place(ticket: Ticket) -> str:
    """Where to look for a result, as far as the answer said."""
    paths = ticket.data.get("paths") or [""]
    if not paths[0]:
        return tr(" (record {id})", id=ticket.id)
    return tr(" as {path} (record {id})", path=paths[0], id=ticket.id)


def _megabytes(data: bytes) -> str:
    return figures(f"{len(data) / 1_000_000:.1f} MB")
