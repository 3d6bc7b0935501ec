"""stable-diffusion.cpp's own server on this computer, by its native jobs: free, so an interrupted order is made again.

An order is not repeated by itself all the same: the server would make it twice, and that takes its time.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from flux_desktop.core.edit import (
    EditRequest,
    JobState,
    Outgoing,
    OutgoingField,
    Output,
    Recipe,
    Report,
    Ticket,
    TicketState,
)
from flux_desktop.core.errors import FluxError, ServerFault, Unavailable, Unreachable
from flux_desktop.core.language import marked, tr
from flux_desktop.core.params import Model
from flux_desktop.core.region import Shapes
from flux_desktop.providers.base import Provider
from flux_desktop.providers.http import Answer, Base64, Call
from flux_desktop.providers.http.answers import reason_in
from flux_desktop.providers.http.bodies import decode_base64
from flux_desktop.providers.link import Link
from flux_desktop.providers.region import shapes_of, sized
from flux_desktop.providers.script_parts import script_files, suffix_of
from flux_desktop.providers.sdcpp.models import MODELS, catalogue_in, fitted, grid_of, loaded_model
from flux_desktop.providers.shapes import SHAPE_PARAMS, Shape

if TYPE_CHECKING:
    from flux_desktop.core.script import Script

__all__ = ["StableDiffusionCpp"]

JOBS = "sdcpp/v1/jobs"
ORDER = "sdcpp/v1/img_gen"
START_IT = marked("Start the server: Settings › Providers says how. If it runs, check the address there.")
AGAIN = marked("Retry makes it again, which costs nothing but time.")

SETUP = marked(
    """\
1. Get the program. Unpack a release for your system from
   https://github.com/leejet/stable-diffusion.cpp/releases (sd-server is in it).
2. Put three files beside it:
   the model, flux-2-klein-4b-Q4_0.gguf, 2.5 GB, from
   https://huggingface.co/leejet/FLUX.2-klein-4B-GGUF
   its text encoder, Qwen3-4B-Q4_K_M.gguf, 2.5 GB, from
   https://huggingface.co/unsloth/Qwen3-4B-GGUF
   its decoder, full_encoder_small_decoder.safetensors, 0.2 GB, from
   https://huggingface.co/black-forest-labs/FLUX.2-small-decoder
3. Start it in that folder, and leave it running:
   sd-server --diffusion-model flux-2-klein-4b-Q4_0.gguf --llm Qwen3-4B-Q4_K_M.gguf \
--vae full_encoder_small_decoder.safetensors --cfg-scale 1.0 --steps 4 --diffusion-fa --offload-to-cpu
4. Choose Test here, then Refresh models: the menu then follows what the server runs.

It listens on this computer alone. A graphics card with 6 GB is enough; without one an edit takes minutes.
"""
)


class StableDiffusionCpp(Provider):
    id = "sdcpp"
    name = "stable-diffusion.cpp"
    base_url = "http://127.0.0.1:1234"
    needs_key = False
    repeatable = True
    slots = 1  # it makes one after the other
    upload_kinds = ("image/png", "image/jpeg")  # its reader knows no WebP
    about = marked("FLUX.2 on your own computer: free, and no picture leaves it.")
    setup = SETUP
    publishes = True
    deadline = 3600.0

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self._fitted: tuple[Mapping[str, Any], tuple[Model, ...]] = ({}, MODELS)
        """A catalogue, and the models by it."""

    @classmethod
    def models(cls) -> tuple[Model, ...]:
        return MODELS

    def offered(self) -> tuple[Model, ...]:
        if self._fitted[0] is not self.catalogue:
            known = (fitted(model, self.catalogue) for model in MODELS)
            self._fitted = self.catalogue, (*loaded_model(self.catalogue), *known)
        return self._fitted[1]

    async def fetch_catalogue(self) -> Mapping[str, Any]:
        call = self._call("GET", "sdcpp/v1/capabilities", deadline=10.0)
        return catalogue_in((await self._ask(call)).json_object())

    # An edit.

    async def start(self, request: EditRequest, report: Report) -> Ticket:
        order = {**self._order(request), **await self._sent_pictures(request, report)}
        for note in self._notes(request):
            report.note(note)
        report.stage(JobState.RUNNING, None)
        await report.ordering()
        answer = await self._ask(self._call("POST", ORDER, json=order, deadline=120.0))
        id = answer.plain(answer.json_object().get("id") or "", 100)
        if not id:
            raise answer.bad(tr("{provider} took the order but gave it no name.", provider=self.name))
        return Ticket(self.id, request.recipe.model, id, data={"seed": request.recipe.seed}, cost=self.price(request))

    async def poll(self, ticket: Ticket) -> Ticket:
        answer = await self._ask(self._call("GET", _job(ticket), accept=(404, 410), deadline=180.0))
        if answer.status >= 400:
            raise _over(
                Unavailable(
                    tr("{provider} does not know the order any more: {why}.", provider=self.name, why=_why(answer)),
                    tr(AGAIN),
                ),
                answer,
            )
        job = await asyncio.to_thread(answer.json_object)
        match job.get("status"):
            case "queued":
                return _queued(ticket, job.get("queue_position"))
            case "generating":
                return replace(ticket, data={**ticket.data, "progress": None})
            case "completed":
                return await asyncio.to_thread(_ready, ticket, answer, job)
            case "failed" | "cancelled" as status:
                why = answer.plain(reason_in(job.get("error"))).rstrip(".") or status
                raise _over(
                    ServerFault(
                        tr("{provider} did not make it: {why}.", provider=self.name, why=why),
                        tr(AGAIN),
                        request_id=ticket.id,
                    ),
                    answer,
                )
        word = answer.plain(job.get("status") or "none", 40)
        raise answer.bad(
            tr("{provider} tells a status that is not known: {word}.", provider=self.name, word=word),
            request_id=ticket.id,
        )

    async def cancel(self, ticket: Ticket) -> bool:
        """True for an order that still waited; one that is being made cannot be stopped."""
        call = self._call("POST", f"{_job(ticket)}/cancel", free=True, accept=(404, 409, 410))
        answer = await self._ask(call)
        return answer.status < 300 and answer.json_object().get("status") == "cancelled"

    def shapes(self, recipe: Recipe) -> Shapes:
        grid = grid_of(self.catalogue)
        return sized(shapes_of(self.model(recipe.model)), grid.least, grid.most)

    def fields(self, request: EditRequest) -> tuple[OutgoingField, ...]:
        others = (field for field in super().fields(request) if field.name not in SHAPE_PARAMS)
        return (*others, *self._shape(request).fields)

    def outgoing(self, request: EditRequest) -> Outgoing:
        plain = super().outgoing(request)
        return replace(plain, notes=(*plain.notes, *self._notes(request)))

    def script(self, request: EditRequest) -> Script:
        from flux_desktop.core.script import FileData, Script, Step, Until, Var

        files = script_files(self.prepare(request))
        pictures = {"ref_images": [FileData(file.name) for file in files]} if files else {}
        body = {**self._order(request), **pictures}
        made, failed = ("completed",), ("failed", "cancelled")
        steps = (
            Step("Order.", "POST", self.url(ORDER), auth=False, json=body, keep={"job": "id"}),
            Step(
                "Wait until it is made.", "GET", (self.url(f"{JOBS}/"), Var("job")), auth=False,
                until=Until("status", made, failed, deadline=self.deadline),
                keep={"results": "result.images[].b64_json"},
            ),
        )  # fmt: skip
        suffix = suffix_of(request.recipe.params.get("format"))
        return Script(self.name, "", {}, steps, "results", kind="base64", suffix=suffix, files=files)

    async def check_key(self) -> str:
        """There is no key: whether the server runs, and what."""
        runs = (await self.fetch_catalogue())["model"]
        if runs:
            return tr("The server answers; it was started with “{runs}”. It needs no key.", runs=runs)
        return tr("The server answers. It needs no key.")

    # Calls.

    def _call(self, method: str, path: str, **rest: Any) -> Call:
        return Call(self.name, method, self.url(path), self.link.base_url, **rest)

    async def _ask(self, call: Call) -> Answer:
        """The answer to `call`; where there is no server, the error says how to start it."""
        try:
            return await self.link.http().call(call)
        except Unreachable as error:
            error.hint = tr(START_IT)
            raise

    def _order(self, request: EditRequest) -> dict[str, Any]:
        """The JSON of an order but its pictures: what `fields` shows, where a dot leads into an object."""
        order: dict[str, Any] = {"prompt": request.recipe.prompt}
        for field in self.fields(request):
            *folders, name = field.field.split(".")
            place = order
            for folder in folders:
                place = place.setdefault(folder, {})
            place[name] = field.value
        return order

    def _shape(self, request: EditRequest) -> Shape:
        return grid_of(self.catalogue).shape(request.recipe.params, request.source)

    def _notes(self, request: EditRequest) -> tuple[str, ...]:
        note = self._shape(request).note
        return (note,) if note else ()

    async def _sent_pictures(self, request: EditRequest, report: Report) -> dict[str, list[Base64]]:
        """The source and the references, as the prompt numbers them."""
        if not self.pictures(request):
            return {}
        report.stage(JobState.UPLOADING, None)
        prepared = await self.prepared(request, report)
        return {"ref_images": [Base64(picture.encoded.image.data) for picture in prepared]}


def _job(ticket: Ticket) -> str:
    return f"{JOBS}/{quote(ticket.id, safe='')}"


def _queued(ticket: Ticket, position: object) -> Ticket:
    """A ticket that waits: its progress is how much of the queue that it first saw has gone."""
    if not isinstance(position, int) or position < 1:
        return ticket
    first = max(int(ticket.data.get("queue", position)), position)
    return replace(ticket, data={**ticket.data, "queue": first, "progress": (first - position) / first})


def _ready(ticket: Ticket, answer: Answer, job: Mapping[str, Any]) -> Ticket:
    """The READY ticket of a finished order. Takes time: base64 may be large."""
    result = job.get("result")
    images = result.get("images") if isinstance(result, Mapping) else None
    try:
        made = [decode_base64(image["b64_json"]) for image in images or ()]
    except (AttributeError, KeyError, TypeError, ValueError):
        made = []
    if not made:
        raise _over(answer.bad(tr("stable-diffusion.cpp finished without a picture."), tr(AGAIN), ticket.id), answer)
    first = ticket.data.get("seed")
    # The server counts up from the seed that it was given.
    seeds = [first + index if isinstance(first, int) else None for index in range(len(made))]
    outputs = tuple(Output(data=data, seed=seed) for data, seed in zip(made, seeds, strict=True))
    return replace(ticket, state=TicketState.READY, outputs=outputs)


def _why(answer: Answer) -> str:
    """Why a job is gone, in the server's words or ours."""
    ours = tr("it was started anew") if answer.status == 404 else tr("the result was kept for ten minutes")
    return answer.reason or ours


def _over(error: FluxError, answer: Answer) -> FluxError:
    """`error`, as the end of an order: a retry makes a new one."""
    error.detail = answer.detail
    return error.ended()
