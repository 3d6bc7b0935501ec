"""Edits real pixels on this computer by a small vocabulary: no key, no network, no AI."""

from __future__ import annotations

import asyncio
import math
import threading
from types import MappingProxyType

from flux_desktop.core.edit import (
    EditRequest,
    EncodedImage,
    JobState,
    Outgoing,
    Output,
    Report,
    Ticket,
    TicketState,
    new_seed,
)
from flux_desktop.core.errors import InputError
from flux_desktop.core.language import marked, tr
from flux_desktop.core.params import Model, Param, choice, integer, number, seed
from flux_desktop.core.price import Cost
from flux_desktop.providers.base import Provider
from flux_desktop.providers.offline.vocabulary import understand

__all__ = ["Offline"]

RATIOS = ("1:1", "16:9", "9:16", "3:2", "2:3", "4:5", "5:4", "4:3", "3:4")
MEGAPIXELS = ("0.25", "0.5", "1", "2", "4", "8")
NO_NETWORK = marked("It computes by formula: there is no network that this could steer.")
UNSUPPORTED = MappingProxyType(
    {
        "steps": NO_NETWORK,
        "guidance": NO_NETWORK,
        "fast": marked("It is always as fast as this computer."),
        "safety": marked("Nothing is sent anywhere, so nothing is filtered."),
        "size": marked("Choose an aspect ratio and megapixels."),
    }
)


def _common(most: int = 4) -> tuple[Param, ...]:
    return (
        seed(),
        integer("count", 1, 1, most, help="How many results; each has its own seed, the first the one above."),
        choice("format", "png", ("png", "jpeg", "webp", "avif", "tiff")),
        integer("quality", 90, 0, 100),
    )


EDIT = Model(
    "offline-edit",
    "Offline edit",
    "offline",
    "edit",
    (
        *_common(),
        choice(
            "aspect_ratio",
            "match_input_image",
            ("match_input_image", *RATIOS),
            help="Another shape than the picture's crops it to the middle, before anything else.",
        ),
        choice("megapixels", "match", ("match", *MEGAPIXELS), help="The amount of pixels; match keeps the picture's."),
        number(
            "strength",
            1.0,
            0.0,
            1.0,
            step=0.05,
            help="How much of the edit is mixed into the source: 0 keeps it, 1 is all of the edit. "
            "Changes of shape (mirror, rotate, borders) are always whole.",
        ),
    ),
    price="free",
    note=marked("Edits by a small vocabulary, see the help. No AI, no network."),
    unsupported=UNSUPPORTED,
)

GENERATE = Model(
    "offline-generate",
    "Offline generate",
    "offline",
    "generate",
    (*_common(), choice("aspect_ratio", "1:1", RATIOS), choice("megapixels", "1", MEGAPIXELS)),
    price="free",
    note=marked("Gradients, textures, patterns and palettes. No AI, no network."),
    unsupported=MappingProxyType({**UNSUPPORTED, "strength": marked("There is no picture to keep anything of.")}),
)


class Offline(Provider):
    id = "offline"
    name = "Offline (no AI)"
    needs_key = False
    repeatable = True
    about = marked("Edits real pixels on this computer by a small vocabulary. Free, private, no key.")

    @classmethod
    def models(cls) -> tuple[Model, ...]:
        return (EDIT, GENERATE)

    async def start(self, request: EditRequest, report: Report) -> Ticket:
        """Understand the prompt, say what was understood, and make the pictures in a thread of their own."""
        from flux_desktop.providers.offline.work import Work

        model = self.model(request.recipe.model)
        params = {**model.defaults(), **model.check(request.recipe.params)}
        params.setdefault("seed", new_seed())
        if model.mode == "edit" and request.source is None:
            raise InputError(tr("There is no picture to edit."), tr("Open one, or choose “Offline generate”."))
        operations = understand(request.recipe.prompt, model.mode)
        report.stage(JobState.RUNNING, 0.0)
        await report.ordering()
        loop, stop = asyncio.get_running_loop(), threading.Event()

        def progress(share: float) -> None:
            if not stop.is_set():
                loop.call_soon_threadsafe(report.stage, JobState.RUNNING, share)

        work = Work(request, params, operations, stop, progress, self.link.max_megapixels())
        try:
            outputs = await asyncio.to_thread(work.outputs)
        except asyncio.CancelledError:
            # A thread cannot be killed: it looks at this between operations, and its result is dropped.
            stop.set()
            raise
        for sentence in work.notes:
            report.note(sentence)
        return Ticket(
            self.id, model.id, state=TicketState.READY, outputs=outputs, cost=Cost(0.0, "USD", "billed")
        )  # fmt: skip

    async def fetch(self, output: Output) -> EncodedImage:
        """An output's image. It was made here a moment ago, so its pixels need no second look."""
        from flux_desktop.imaging.opening import probe

        return await asyncio.to_thread(probe, output.data, max_megapixels=math.inf)

    async def check_key(self) -> str:
        return tr("It needs no key: everything is computed on this computer.")

    def price(self, request: EditRequest) -> Cost | None:
        return Cost(0.0, "USD", "estimated")

    def outgoing(self, request: EditRequest) -> Outgoing:
        return Outgoing("", (), (), calls=0, notes=(tr("Nothing leaves this machine: the edit is computed here."),))
