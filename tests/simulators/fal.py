"""fal's queue, storage and platform API, as strict as their documents.

An order is taken without a look at it, as fal does; what is wrong with it comes in place of the result. The addresses
that it gets drop the endpoint's subpath: `fal-ai/flux-2/klein/4b` is asked for at `fal-ai/flux-2`. Made up: what a
prompt with `nsfw` (all flagged) or `half-nsfw` (every second one) gives, and 404 for a result that is gone.
"""

from __future__ import annotations

import base64
import io
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from PIL import Image
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.simulators.base import Simulator, serve
from tests.simulators.drawing import blackened, checked_upload, drawn
from tests.simulators.fal_documents import DOCUMENTS, PRESETS, PRICES
from tests.simulators.schema import problems, with_defaults

__all__ = ["Failure", "Fal"]


class Complaint(Exception):
    """The host says no."""

    def __init__(self, status: int, body: object, **headers: str) -> None:
        super().__init__(body)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answer = JSONResponse(body, status, headers={"x-fal-request-id": "f0000000-fal", **named})


@dataclass(frozen=True)
class Failure:
    """How orders end badly: by `error` in the status, or by `status` and `body` in place of the result."""

    status: int = 200
    body: object = None
    headers: Mapping[str, str] = field(default_factory=dict)
    error: str = ""
    error_type: str = ""


@dataclass
class _Job:
    endpoint: str
    order: Mapping[str, Any]
    queued: int
    running: int
    result: dict[str, Any] | Complaint
    cancelled: bool = False


class Fal(Simulator):
    """`orders` are the bodies that would be charged. An order waits `queued` questions, then runs `running` ones."""

    name = "fal"
    key: ClassVar[str] = "fal-key-id:fal-test-secret-51c2"
    admin_key: ClassVar[str] = "fal-key-id:fal-admin-secret-77d0"

    def __init__(self, port: int = 0) -> None:
        self.orders: list[Mapping[str, Any]] = []
        self.uploads: dict[str, bytes] = {}
        self._new()
        super().__init__(port)

    def _new(self) -> None:
        self.queued, self.running = 2, 1
        self.link_seconds = 3600.0
        self.failure: Failure | None = None
        self.orders.clear()
        self.uploads.clear()
        self._jobs: dict[str, _Job] = {}
        self._results: dict[str, tuple[bytes, float]] = {}

    @property
    def base_url(self) -> str:
        return self.url

    @property
    def rest_url(self) -> str:
        return f"{self.url}/rest"

    @property
    def api_url(self) -> str:
        return f"{self.url}/v1"

    def routes(self) -> list[Route]:
        guarded = {
            "/v1/models": (self._models, "GET"),
            "/v1/models/pricing": (self._pricing, "GET"),
            "/v1/account/billing": (self._billing, "GET"),
            "/rest/storage/upload/initiate": (self._initiate, "POST"),
            "/{owner}/{app}/requests/{id}/status": (self._status, "GET"),
            "/{owner}/{app}/requests/{id}/cancel": (self._cancel, "PUT"),
            "/{owner}/{app}/requests/{id}": (self._result, "GET"),
            "/{endpoint:path}": (self._submit, "POST"),
        }
        own = [
            Route("/upload/{name}", _guarded(self._take_upload), methods=["PUT"]),
            Route("/results/{name}", self._give, methods=["GET"]),
        ]
        return own + [Route(path, _guarded(handler), methods=[method]) for path, (handler, method) in guarded.items()]

    def reset(self) -> None:
        super().reset()
        self._new()

    def control(self, order: Mapping[str, Any]) -> dict[str, Any]:
        """`{"orders": true}`: what was charged; `{"queued": n, "running": n, "link_seconds": n}`: another course."""
        if "orders" in order:
            return {"orders": list(self.orders)}
        for name in ("queued", "running", "link_seconds"):
            setattr(self, name, order.get(name, getattr(self, name)))
        return {}

    # The queue.

    async def _submit(self, request: Request) -> Response:
        self._check_key(request)
        endpoint, order = request.path_params["endpoint"], await request.json()
        if endpoint not in DOCUMENTS:
            raise Complaint(404, {"detail": f"Application '{endpoint}' not found"})
        id = f"{len(self._jobs) + 1:08d}-764c-4f4c-b5d2-{secrets.token_hex(6)}"
        try:
            result: dict[str, Any] | Complaint = await run_in_threadpool(self._made, endpoint, order)
            self.orders.append(order)
        except Complaint as complaint:
            result = complaint
        self._jobs[id] = _Job(endpoint, order, self.queued, self.running, result)
        state = {"status": "IN_QUEUE", "queue_position": self.queued}
        return JSONResponse({**state, **self._urls(id, endpoint)})

    async def _status(self, request: Request) -> Response:
        id, job = self._job(request)
        if job.queued > 0:
            job.queued -= 1
            state = {"status": "IN_QUEUE", "queue_position": job.queued}
        elif job.running > 0:
            job.running -= 1
            state = {"status": "IN_PROGRESS", "logs": None}
        else:
            state = {"status": "COMPLETED", "logs": None, "metrics": {"inference_time": 0.8}}
            if self.failure and self.failure.error:
                state |= {"error": self.failure.error, "error_type": self.failure.error_type}
        done = state["status"] == "COMPLETED"
        return JSONResponse({**state, **self._urls(id, job.endpoint)}, 200 if done else 202)

    async def _result(self, request: Request) -> Response:
        id, job = self._job(request)
        if job.cancelled:
            detail = {"detail": "Request was cancelled", "error_type": "client_cancelled"}
            raise Complaint(499, detail, x_fal_error_type="client_cancelled")
        if job.queued > 0 or job.running > 0:
            raise Complaint(400, {"detail": "Request is still in progress"})
        if self.failure and self.failure.status >= 400:
            return JSONResponse(self.failure.body, self.failure.status, dict(self.failure.headers))
        if isinstance(job.result, Complaint):
            raise job.result
        return JSONResponse(job.result, headers={"x-fal-request-id": id})

    async def _cancel(self, request: Request) -> Response:
        _, job = self._job(request)
        if job.queued + job.running == 0:
            raise Complaint(400, {"status": "ALREADY_COMPLETED"})
        job.cancelled, job.queued, job.running = True, 0, 0
        return JSONResponse({"status": "CANCELLATION_REQUESTED"}, 202)

    def _job(self, request: Request) -> tuple[str, _Job]:
        self._check_key(request)
        id, app = request.path_params["id"], f"{request.path_params['owner']}/{request.path_params['app']}"
        if id not in self._jobs or app != _app(self._jobs[id].endpoint):
            raise Complaint(404, {"detail": "Request not found"})
        return id, self._jobs[id]

    def _urls(self, id: str, endpoint: str) -> dict[str, str]:
        own = f"{self.url}/{_app(endpoint)}/requests/{id}"
        return {
            "request_id": id,
            "response_url": own,
            "status_url": f"{own}/status",
            "cancel_url": f"{own}/cancel",
        }

    def _made(self, endpoint: str, order: Mapping[str, Any]) -> dict[str, Any]:
        """The result of an order; Complaint with everything that is wrong with it."""
        schema = DOCUMENTS[endpoint]
        if found := problems(schema, order):
            detail = [
                {"loc": ["body", *problem.field.split(".")], "msg": problem.message, "type": problem.type,
                 "input": problem.value}
                for problem in found
            ]  # fmt: skip
            raise Complaint(422, {"detail": detail}, x_fal_retryable="false")
        sources = [self._fetched(url) for url in order.get("image_urls", [])]
        complete = with_defaults(schema, order)
        seed = order.get("seed", secrets.randbelow(2**31))
        count = complete.get("num_images", 1)
        flags = [_flagged(complete["prompt"], index) for index in range(count)]
        size = _pixels(complete.get("image_size"), sources)
        images = [self._image(sources, (seed, index), size, complete["output_format"], flags[index])
                  for index in range(count)]  # fmt: skip
        return {"images": images, "seed": seed, "has_nsfw_concepts": flags, "prompt": complete["prompt"], "timings": {}}

    def _fetched(self, url: str) -> bytes:
        """A picture of an order: from its data URI, or from fal's own storage."""
        try:
            if url.startswith("data:image/"):
                data = base64.b64decode(url.partition(";base64,")[2], validate=True)
            else:
                data = self.uploads[url.rpartition("/")[2]]
            checked_upload(data)
        except (ValueError, KeyError) as error:
            wrong = {"loc": ["body", "image_urls"], "msg": f"Failed to download the file: {error}"}
            raise Complaint(
                422, {"detail": [{**wrong, "type": "file_download_error"}]}, x_fal_retryable="false"
            ) from None
        return data

    def _image(
        self, sources: list[bytes], seed: object, size: tuple[int, int] | None, form: str, flagged: bool
    ) -> dict[str, Any]:
        data = drawn(sources[0] if sources else None, seed, size, form)
        data = blackened(data) if flagged else data
        name = f"{secrets.token_urlsafe(9)}.{form}"
        self._results[name] = data, time.time() + self.link_seconds
        width, height = Image.open(io.BytesIO(data)).size
        about = {"content_type": f"image/{form}", "file_size": len(data), "width": width, "height": height}
        return {"url": f"{self.url}/results/{name}", "file_name": name, **about}

    async def _give(self, request: Request) -> Response:
        """A result, as a content network gives it: to everybody, for a time, and never for a key."""
        data, ends = self._results.get(request.path_params["name"], (b"", 0.0))
        if "authorization" in request.headers:
            return Response("no key is wanted here", 400)
        if time.time() >= ends:
            return Response("not found", 404)
        return Response(data, media_type=f"image/{request.path_params['name'].rpartition('.')[2]}")

    # The storage.

    async def _initiate(self, request: Request) -> Response:
        self._check_key(request)
        asked = await request.json()
        kinds = ("fal-cdn-v3", "gcs")
        if set(asked) != {"file_name", "content_type"} or request.query_params.get("storage_type") not in kinds:
            raise Complaint(422, {"detail": [{"loc": ["body"], "msg": "Field required", "type": "missing"}]})
        name = f"{secrets.token_urlsafe(9)}_{asked['file_name']}"
        return JSONResponse({"file_url": f"{self.url}/files/{name}", "upload_url": f"{self.url}/upload/{name}"})

    async def _take_upload(self, request: Request) -> Response:
        if "authorization" in request.headers:
            raise Complaint(400, {"detail": "no key is wanted here"})
        data = await request.body()
        try:
            kind = checked_upload(data)
        except ValueError as error:
            raise Complaint(400, {"detail": str(error)}) from None
        if request.headers.get("content-type") != kind:
            raise Complaint(400, {"detail": f"the content is {kind}"})
        self.uploads[request.path_params["name"]] = data
        return Response()

    # The platform API.

    async def _models(self, request: Request) -> Response:
        self._check_key(request, self._platform_says_no())
        ids = request.query_params.getlist("endpoint_id")
        models = [{"endpoint_id": id, "metadata": {}, "openapi": _openapi(id)} for id in ids if id in DOCUMENTS]
        return JSONResponse({"models": models, "next_cursor": None, "has_more": False})

    async def _pricing(self, request: Request) -> Response:
        self._check_key(request, self._platform_says_no())
        id = request.query_params.get("endpoint_id", "")
        if id not in DOCUMENTS:
            raise Complaint(404, {"error": {"type": "not_found", "message": f"Endpoint {id} not found"}})
        price = {"endpoint_id": id, "unit_price": PRICES.get(id, 0.03), "unit": "megapixels", "currency": "USD"}
        return JSONResponse({"prices": [price], "next_cursor": None, "has_more": False})

    async def _billing(self, request: Request) -> Response:
        if request.headers.get("authorization") != f"Key {self.admin_key}":
            self._check_key(request, self._platform_says_no())
            message = "Admin API key required"
            raise Complaint(403, {"error": {"type": "authorization_error", "message": message}})
        return JSONResponse({"username": "ann", "credits": {"current_balance": 24.5, "currency": "USD"}})

    @staticmethod
    def _platform_says_no() -> Complaint:
        return Complaint(401, {"error": {"type": "authorization_error", "message": "Invalid API key"}})

    def _check_key(self, request: Request, otherwise: Complaint | None = None) -> None:
        if request.headers.get("authorization") not in (f"Key {self.key}", f"Key {self.admin_key}"):
            raise otherwise or Complaint(401, {"detail": "Authentication is required to access this application"})


Handler = Callable[[Request], Any]


def _guarded(handler: Handler) -> Handler:
    async def answer(request: Request) -> Response:
        try:
            response: Response = await handler(request)
        except Complaint as complaint:
            return complaint.answer
        return response

    return answer


def _app(endpoint: str) -> str:
    """Owner and application: what is left of an endpoint in the addresses of its requests."""
    return "/".join(endpoint.split("/")[:2])


def _flagged(prompt: str, index: int) -> bool:
    return "nsfw" in prompt and ("half" not in prompt or index % 2 == 1)


def _pixels(size: object, sources: list[bytes]) -> tuple[int, int] | None:
    """The size of a result; None for that of the first picture."""
    if isinstance(size, dict):
        return size["width"], size["height"]
    return None if size == "auto" or (size is None and sources) else PRESETS[str(size)]


def _openapi(endpoint: str) -> dict[str, Any]:
    """The document of one endpoint: the queue's four calls, one of them with a body."""
    reference = {"$ref": "#/components/schemas/Input"}
    submit = {"requestBody": {"required": True, "content": {"application/json": {"schema": reference}}}}
    return {
        "openapi": "3.0.4",
        "paths": {f"/{endpoint}/requests/{{request_id}}/status": {"get": {}}, f"/{endpoint}": {"post": submit}},
        "components": {"schemas": {"Input": dict(DOCUMENTS[endpoint])}},
    }


if __name__ == "__main__":
    serve(Fal)
