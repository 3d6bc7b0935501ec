"""stable-diffusion.cpp's server as its documents describe the native API: a queue, one job at a time, free.

It is stricter than the real one, which passes over what it does not know: an unknown field or a wrong type is refused
with the words of the real one. A job waits for `queued` questions and is made for `generating` ones.
"""

from __future__ import annotations

import base64
import io
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from PIL import Image
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.simulators.base import Simulator, serve
from tests.simulators.drawing import checked_upload, drawn
from tests.simulators.schema import Schema, one_of, problems, whole, with_defaults

__all__ = ["DOCUMENT", "SAMPLERS", "SCHEDULERS", "StableDiffusionCpp"]

SAMPLERS = ("euler", "euler_a", "heun", "dpm2", "dpm++2m", "lcm", "res_multistep")
SCHEDULERS = ("discrete", "normal", "karras", "simple", "bong_tangent")
TIME_TO_LIVE = 600.0


def _object(**fields: Any) -> dict[str, Any]:
    return {"type": "object", "properties": fields}


GUIDANCE = _object(txt_cfg=whole("number"), img_cfg=whole("number"), distilled_guidance=whole("number"))
SAMPLING = _object(
    scheduler=one_of(None, *SCHEDULERS),
    sample_method=one_of(None, *SAMPLERS),
    sample_steps=whole("integer", None, 1),
    eta=whole("number"),
    guidance=GUIDANCE,
)
DOCUMENT: Schema = {
    **_object(
        prompt=whole("string"),
        negative_prompt=whole("string", ""),
        width=whole("integer", 512, 64, 4096),
        height=whole("integer", 512, 64, 4096),
        strength=whole("number", 0.75, 0, 1),
        seed=whole("integer", 42),
        batch_count=whole("integer", 1, 1, 8),
        init_image=whole("string"),
        ref_images={"type": "array", "items": {"type": "string"}},
        mask_image=whole("string"),
        embed_image_metadata=whole("boolean"),
        sample_params=SAMPLING,
        output_format=one_of("png", "png", "jpeg", "webp"),
        output_compression=whole("integer", 100, 0, 100),
    ),
    "required": ["prompt"],
}


class Complaint(Exception):
    """The server says no."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.answer = JSONResponse({"error": message}, status)


@dataclass
class Job:
    """An order under way, and how many questions it still waits and is being made for."""

    id: str
    order: Mapping[str, Any]
    queued: int
    generating: int
    state: str = "queued"
    completed: float = 0.0


class StableDiffusionCpp(Simulator):
    """`orders` are the bodies that it made, or would have made; `runs` is the model that it was started with."""

    name = "sdcpp"
    key: ClassVar[str] = ""  # it has none

    def __init__(self, port: int = 0) -> None:
        self.orders: list[Mapping[str, Any]] = []
        self.jobs: dict[str, Job] = {}
        self._fresh()
        super().__init__(port)

    def _fresh(self) -> None:
        self.queued, self.generating, self.life = 2, 2, TIME_TO_LIVE
        self.runs, self.steps, self.guidance, self.most_waiting = "flux-2-klein-4b-Q4_0", 4, 1.0, 64
        self.orders.clear()
        self.jobs.clear()

    def reset(self) -> None:
        super().reset()
        self._fresh()

    def control(self, order: Mapping[str, Any]) -> dict[str, Any]:
        """`{"queued": 1, "generating": 9}`: how many questions; `{"orders": true}`: how many orders there were."""
        if "orders" in order:
            return {"orders": len(self.orders)}
        if set(order) <= {"queued", "generating"}:
            self.queued = int(order.get("queued", self.queued))
            self.generating = int(order.get("generating", self.generating))
            return {}
        return super().control(order)

    def routes(self) -> list[Route]:
        return [
            Route("/sdcpp/v1/capabilities", self._capabilities),
            Route("/sdcpp/v1/img_gen", _guarded(self._create), methods=["POST"]),
            Route("/sdcpp/v1/jobs/{id}", _guarded(self._status)),
            Route("/sdcpp/v1/jobs/{id}/cancel", _guarded(self._cancel), methods=["POST"]),
        ]

    async def _capabilities(self, _request: Request) -> Response:
        guidance = {"txt_cfg": self.guidance, "img_cfg": None, "distilled_guidance": 3.5}
        sampling = {
            "scheduler": "default",
            "sample_method": "default",
            "sample_steps": self.steps,
            "guidance": guidance,
        }
        defaults = {"width": 512, "height": 512, "seed": 42, "batch_count": 1, "sample_params": sampling}
        limits = {"min_width": 64, "max_width": 4096, "min_height": 64, "max_height": 4096, "max_batch_count": 8}
        formats = ["png", "jpeg", "webp"]
        return JSONResponse(
            {
                "model": {"name": f"{self.runs}.gguf", "stem": self.runs, "path": f"/models/{self.runs}.gguf"},
                "current_mode": "img_gen",
                "supported_modes": ["img_gen"],
                "defaults": defaults,
                "defaults_by_mode": {"img_gen": defaults},
                "output_formats": formats,
                "output_formats_by_mode": {"img_gen": formats},
                "samplers": list(SAMPLERS),
                "schedulers": list(SCHEDULERS),
                "limits": {**limits, "max_queue_size": self.most_waiting},
                "features": {"ref_images": True, "cancel_queued": True, "cancel_generating": False},
            }
        )

    async def _create(self, request: Request) -> Response:
        body = await request.body()
        if not body:
            raise Complaint(400, "empty body")
        order = await request.json()
        if not isinstance(order, dict) or problems(DOCUMENT, order):
            raise Complaint(400, "invalid generation parameters")
        await run_in_threadpool(_pictures, order)
        if len([job for job in self.jobs.values() if job.state in ("queued", "generating")]) >= self.most_waiting:
            raise Complaint(429, "job queue is full")
        self.orders.append(order)
        job = Job(f"job_68a1_{len(self.orders):08d}", order, self.queued, self.generating)
        self.jobs[job.id] = job
        told = {"id": job.id, "kind": "img_gen", "status": "queued", "created": int(time.time())}
        return JSONResponse({**told, "poll_url": f"/sdcpp/v1/jobs/{job.id}"}, 202)

    async def _status(self, request: Request) -> Response:
        job = self._job(request)
        told = await run_in_threadpool(self._told, job)
        _advance(job)
        return JSONResponse(told)

    async def _cancel(self, request: Request) -> Response:
        job = self._job(request)
        if job.state == "generating":
            raise Complaint(409, "job is currently generating and cannot be interrupted yet")
        if job.state == "queued":
            job.state, job.completed = "cancelled", time.time()
        return JSONResponse(await run_in_threadpool(self._told, job))

    def _job(self, request: Request) -> Job:
        job = self.jobs.get(request.path_params["id"])
        if job is None:
            raise Complaint(404, "job not found")
        if job.completed and time.time() - job.completed >= self.life:
            raise Complaint(410, "job expired")
        return job

    def _told(self, job: Job) -> dict[str, Any]:
        told: dict[str, Any] = {
            "id": job.id,
            "kind": "img_gen",
            "status": job.state,
            "created": 1775401200,
            "queue_position": job.queued if job.state == "queued" else 0,
            "result": None,
            "error": None,
        }
        if job.state == "cancelled":
            told["error"] = {"code": "cancelled", "message": "job cancelled by client"}
        elif job.state == "failed":
            told["error"] = {"code": "generation_failed", "message": "generate_image returned no results"}
        elif job.state == "completed":
            made = [base64.b64encode(one).decode() for one in _made(job.order)]
            images = [{"index": index, "b64_json": packed} for index, packed in enumerate(made)]
            told["result"] = {"output_format": job.order.get("output_format", "png"), "images": images}
        return told


def _advance(job: Job) -> None:
    """One question further."""
    if job.state == "queued":
        job.queued -= 1
        job.state = "queued" if job.queued > 0 else "generating"
    elif job.state == "generating":
        job.generating -= 1
        if job.generating <= 0:
            job.state = "failed" if "broken" in job.order["prompt"] else "completed"
            job.completed = time.time()


def _pictures(order: Mapping[str, Any]) -> list[bytes]:
    """The pictures of an order, checked; Complaint for one that is none."""
    try:
        found = [base64.b64decode(text, validate=True) for text in order.get("ref_images", ())]
        for data in found:
            checked_upload(data)
    except ValueError:
        raise Complaint(400, "invalid generation parameters") from None
    return found


def _made(order: Mapping[str, Any]) -> list[bytes]:
    """The pictures of an order: one for each seed, counted up from the first."""
    whole_order, sources = with_defaults(DOCUMENT, order), _pictures(order)
    source = sources[0] if sources else None
    size = whole_order["width"], whole_order["height"]
    if source is not None and "width" not in order:
        size = Image.open(io.BytesIO(source)).size
    form, quality = whole_order["output_format"], whole_order["output_compression"]
    seeds = range(whole_order["seed"], whole_order["seed"] + whole_order["batch_count"])
    return [drawn(source, seed, size, form, quality) for seed in seeds]


Handler = Callable[[Request], Awaitable[Response]]


def _guarded(handler: Handler) -> Handler:
    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except Complaint as complaint:
            return complaint.answer

    return answer


if __name__ == "__main__":
    serve(StableDiffusionCpp)
