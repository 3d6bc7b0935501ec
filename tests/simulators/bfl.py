"""Black Forest Labs as its documents describe it: strict, and with a state that changes over several questions.

What they leave open is made up: a prompt with `forbidden` is refused before it is made and one with `flagged` after,
both with their reasons in `details`; one with `broken` ends in an error; a key that is wrong gets 403.
"""

from __future__ import annotations

import base64
import hashlib
import io
import secrets
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from PIL import Image
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.simulators.base import Simulator, serve
from tests.simulators.drawing import checked_upload, drawn
from tests.simulators.schema import Problem, one_of, problems, whole, with_defaults

__all__ = ["DOCUMENTS", "BlackForestLabs"]

KEY_HEADERS = ("x-key", "authorization")


def _pictures(count: int) -> dict[str, Any]:
    names = ["input_image", *(f"input_image_{number}" for number in range(2, count + 1))]
    return dict.fromkeys(names, whole("string"))


def _document(pictures: int, **more: Any) -> dict[str, Any]:
    fields = {
        "prompt": whole("string"),
        **_pictures(pictures),
        "seed": whole("integer"),
        "width": whole("integer", 0, 64),
        "height": whole("integer", 0, 64),
        "safety_tolerance": whole("integer", 2, 0, 5),
        "output_format": one_of("jpeg", "jpeg", "png", "webp"),
        "webhook_url": whole("string"),
        "webhook_secret": whole("string"),
        **more,
    }
    return {"type": "object", "properties": fields, "required": ["prompt"]}


FLEX = {
    "prompt_upsampling": whole("boolean", True),
    "guidance": whole("number", 5.0, 1.5, 10),
    "steps": whole("integer", 50, 1, 50),
}
DOCUMENTS: Mapping[str, dict[str, Any]] = {
    "flux-2-klein-4b": _document(4),
    "flux-2-klein-9b": _document(4),
    "flux-2-pro": _document(8),
    "flux-2-max": _document(8),
    "flux-2-flex": _document(8, **FLEX),
}
CREDITS = {
    "flux-2-klein-4b": (1.4, 0.1),
    "flux-2-klein-9b": (1.5, 0.2),
    "flux-2-pro": (3.0, 1.5),
    "flux-2-max": (7.0, 3.0),
    "flux-2-flex": (6.0, 6.0),
}
"""For the first megapixel, and for each further one that comes out or goes in."""

MOST_TASKS = 24


class Complaint(Exception):
    """The host says no."""

    def __init__(self, status: int, body: object) -> None:
        super().__init__(body)
        self.answer = JSONResponse(body, status)


@dataclass
class Task:
    """An order under way: the answers to the questions that are still to come; the last one stays."""

    endpoint: str
    order: Mapping[str, Any]
    size: tuple[int, int]
    answers: list[dict[str, Any]] = field(default_factory=list)

    @property
    def active(self) -> bool:
        return bool(self.answers[0]["status"] == "Pending")


class BlackForestLabs(Simulator):
    """`orders` are those that it would charge for; each is `Pending` for `pending` questions."""

    name = "bfl"
    key: ClassVar[str] = "bfl_test-key-4c7d21"

    def __init__(self, port: int = 0) -> None:
        self.orders: list[Mapping[str, Any]] = []
        self.tasks: dict[str, Task] = {}
        self.results: dict[str, bytes] = {}
        self._fresh()
        super().__init__(port)

    def _fresh(self) -> None:
        self.pending, self.link_seconds, self.credits = 3, 600.0, 1000.0
        self.tells_cost = True
        self.orders.clear()
        self.tasks.clear()
        self.results.clear()

    def reset(self) -> None:
        super().reset()
        self._fresh()

    @property
    def base_url(self) -> str:
        return f"{self.url}/v1"

    def routes(self) -> list[Route]:
        return [
            Route("/v1/get_result", _guarded(self._status)),
            Route("/v1/credits", _guarded(self._credits)),
            Route("/v1/{endpoint}", _guarded(self._create), methods=["POST"]),
            Route("/results/{name}", self._give),
        ]

    def control(self, order: Mapping[str, Any]) -> dict[str, Any]:
        """`{"pending": 3}`: how many questions an order waits; `{"orders": true}`: how many there were."""
        if "pending" in order:
            self.pending = int(order["pending"])
            return {}
        if "orders" in order:
            return {"orders": len(self.orders)}
        return super().control(order)

    async def _create(self, request: Request) -> Response:
        self._check_key(request)
        endpoint = request.path_params["endpoint"]
        if endpoint not in DOCUMENTS:
            raise Complaint(404, {"detail": "Not Found"})
        order = await request.json()
        pictures = await run_in_threadpool(_checked, endpoint, order)
        if sum(task.active for task in self.tasks.values()) >= MOST_TASKS:
            told = {"error": "rate_limit_exceeded", "message": "Too many concurrent requests", "retry_after": 5}
            raise Complaint(429, told)
        size, sent = _size(order, pictures), sum(across * down for across, down in _sizes(pictures)) / 1e6
        cost = _cost(endpoint, size[0] * size[1] / 1e6, sent)
        if cost > self.credits:
            raise Complaint(402, {"detail": "Insufficient credits"})
        self.credits -= cost
        self.orders.append({"endpoint": endpoint, **_told(order)})
        id = f"8a1f0000-0000-4000-8000-{len(self.orders):012d}"
        self.tasks[id] = task = Task(endpoint, with_defaults(DOCUMENTS[endpoint], order), size)
        task.answers = [*self._waiting(), await run_in_threadpool(self._end, id, task, pictures)]
        facts = {"cost": cost if self.tells_cost else None, "input_mp": sent, "output_mp": size[0] * size[1] / 1e6}
        return JSONResponse({"id": id, "polling_url": f"{self.url}/v1/get_result?id={id}", **facts})

    def _waiting(self) -> list[dict[str, Any]]:
        steps = [None, *(step / self.pending for step in range(1, self.pending))][: self.pending]
        return [{"status": "Pending", "result": None, "progress": step} for step in steps]

    def _end(self, id: str, task: Task, pictures: list[bytes]) -> dict[str, Any]:
        """The last answer to how an order stands."""
        prompt = task.order["prompt"]
        if "forbidden" in prompt:
            return {"status": "Request Moderated", "details": {"Moderation Reasons": ["Violence", "Gore"]}}
        if "flagged" in prompt:
            return {"status": "Content Moderated", "details": {"Moderation Reasons": ["Derivative Works Filter"]}}
        if "broken" in prompt:
            return {"status": "Error", "details": {"error": "out of memory"}}
        seed = task.order.get("seed", 41)
        source = pictures[0] if pictures else None
        name = f"{id}-{secrets.token_hex(4)}"
        self.results[name] = drawn(source, seed, task.size, task.order["output_format"])
        sample = f"{self.url}/results/{name}?ends={time.time() + self.link_seconds}"
        return {"status": "Ready", "result": {"sample": sample, "prompt": prompt, "seed": seed}, "progress": None}

    async def _status(self, request: Request) -> Response:
        self._check_key(request)
        id = request.query_params.get("id", "")
        task = self.tasks.get(id)
        if task is None:
            return JSONResponse({"id": id, "status": "Task not found", "result": None, "details": None}, 404)
        told = task.answers[0]
        if len(task.answers) > 1:
            task.answers.pop(0)
        return JSONResponse({"id": id, "result": None, "progress": None, "details": None, "preview": None, **told})

    async def _credits(self, request: Request) -> Response:
        self._check_key(request)
        return JSONResponse({"credits": self.credits})

    async def _give(self, request: Request) -> Response:
        """A result by its link: without a key, and only in time."""
        if any(name in request.headers for name in KEY_HEADERS):
            return Response("no key is wanted here", 400)
        data = self.results.get(request.path_params["name"])
        if data is None or time.time() >= float(request.query_params.get("ends", "0")):
            return Response("<Error><Code>AuthenticationFailed</Code></Error>", 403, media_type="application/xml")
        return Response(data, media_type=Image.MIME[Image.open(io.BytesIO(data)).format or ""])

    def _check_key(self, request: Request) -> None:
        if request.headers.get("x-key") != self.key:
            raise Complaint(403, {"detail": "Not authenticated"})


def _checked(endpoint: str, order: Any) -> list[bytes]:
    """The pictures of a good order, in their order; Complaint otherwise."""
    if not isinstance(order, dict):
        raise _invalid(Problem("body", "Input should be a valid dictionary", "model_type"))
    sides = {name: order[name] for name in ("width", "height") if isinstance(order.get(name), int)}
    found = problems(DOCUMENTS[endpoint], order)
    found += [Problem(name, "Multiple of 16 expected", "value_error") for name, side in sides.items() if side % 16]
    if len(sides) == 2 and sides["width"] * sides["height"] > 2048 * 2048:
        found.append(Problem("width", "The output exceeds 4 megapixels", "value_error"))
    if found:
        raise _invalid(*found)
    return [_opened(name, str(order[name])) for name in _pictures(8) if name in order]


def _opened(name: str, text: str) -> bytes:
    """The picture behind bare base64, if it tells nothing of its owner."""
    try:
        data = base64.b64decode(text, validate=True)
        checked_upload(data)
    except ValueError as error:
        raise _invalid(Problem(name, f"Invalid image: {error}", "value_error")) from None
    return data


def _invalid(*found: Problem) -> Complaint:
    detail = [{"loc": ["body", problem.field], "msg": problem.message, "type": problem.type} for problem in found]
    return Complaint(422, {"detail": detail})


def _size(order: Mapping[str, Any], pictures: list[bytes]) -> tuple[int, int]:
    """As large as is asked for, else as the first picture, in whole multiples of 16."""
    if order.get("width") and order.get("height"):
        return order["width"], order["height"]
    if not pictures:
        return 1024, 1024
    ((across, down), *_) = _sizes(pictures)
    return max(64, across // 16 * 16), max(64, down // 16 * 16)


def _sizes(pictures: list[bytes]) -> list[tuple[int, int]]:
    return [Image.open(io.BytesIO(data)).size for data in pictures]


def _cost(endpoint: str, made: float, sent: float) -> float:
    first, more = CREDITS[endpoint]
    return round(first + max(0.0, made - 1) * more + sent * more, 4)


def _told(order: Mapping[str, Any]) -> dict[str, Any]:
    """An order with the hashes of its pictures in their place."""
    pictures = _pictures(8)
    return {name: _hash(value) if name in pictures else value for name, value in order.items()}


def _hash(text: str) -> str:
    return hashlib.sha256(base64.b64decode(text)).hexdigest()


Handler = Callable[[Request], Awaitable[Response]]


def _guarded(handler: Handler) -> Handler:
    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except Complaint as complaint:
            return complaint.answer

    return answer


if __name__ == "__main__":
    serve(BlackForestLabs)
