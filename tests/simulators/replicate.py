"""Replicate's API, as strict as its OpenAPI document and the models' own schemas.

Made up: the bodies of 422 and 402 (RFC 7807, as its other errors are), that a data URI above 256 kB is refused, and
what a prompt with `nsfw` or `crash` gives.
"""

from __future__ import annotations

import base64
import re
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.simulators.base import Simulator, serve
from tests.simulators.drawing import checked_upload, drawn, shaped
from tests.simulators.schema import Problem, Schema, one_of, problems, string_list, whole, with_defaults

__all__ = ["DOCUMENTS", "Replicate"]

PREFER = re.compile(r"wait(=([1-9]|[1-9][0-9]|60))?")
FIELDS = {"input", "stream", "webhook", "webhook_events_filter"}
DATA_LIMIT = 256 * 1024 * 4 // 3 + 100
MATCH = "match_input_image"
FILE = {"output_format": one_of("webp", "webp", "jpg", "png"), "output_quality": whole("integer", 80, 0, 100)}
DEV_RATIOS = ("custom", "1:1", "16:9", "3:2", "2:3", "4:5", "5:4", "9:16", "3:4", "4:3")
KLEIN_RATIOS = ("1:1", "16:9", "9:16", "3:2", "2:3", "4:3", "3:4", "5:4", "4:5", "21:9", "9:21")


def _document(**fields: Mapping[str, Any]) -> Schema:
    common = {"prompt": whole("string"), "seed": whole("integer")}
    return {"type": "object", "required": ["prompt"], "properties": {**common, **fields}}


def _sides(most: int) -> dict[str, Any]:
    return {name: whole("integer", least=256, most=most) for name in ("width", "height")}


KLEIN = {
    "images": string_list(5),
    "aspect_ratio": one_of("1:1", MATCH, *KLEIN_RATIOS),
    "output_megapixels": one_of("1", "0.25", "0.5", "1", "2", "4"),
    "go_fast": whole("boolean", False),
    "output_format": one_of("jpg", "webp", "jpg", "png"),
    "output_quality": whole("integer", 95, 0, 100),
    "disable_safety_checker": whole("boolean", False),
}
DOCUMENTS: Mapping[str, Schema] = {
    "black-forest-labs/flux-2-klein-4b": _document(**KLEIN),
    "black-forest-labs/flux-2-klein-9b-base": _document(**KLEIN, guidance=whole("number", 4, 1, 10)),
    "black-forest-labs/flux-2-dev": _document(
        input_images=string_list(4),
        aspect_ratio=one_of("1:1", MATCH, *DEV_RATIOS),
        go_fast=whole("boolean", True),
        disable_safety_checker=whole("boolean", False),
        **_sides(1440),
        **FILE,
    ),
    "black-forest-labs/flux-2-pro": _document(
        input_images=string_list(8),
        aspect_ratio=one_of("1:1", MATCH, *DEV_RATIOS),
        resolution=one_of("1 MP", MATCH, "0.5 MP", "1 MP", "2 MP", "4 MP"),
        safety_tolerance=whole("integer", 2, 1, 5),
        **_sides(2048),
        **FILE,
    ),
}


class Complaint(Exception):
    """The host says no, by RFC 7807."""

    def __init__(self, status: int, title: str, detail: str, **more: Any) -> None:
        super().__init__(detail)
        body = {"title": title, "detail": detail, "status": status, **more}
        self.answer = JSONResponse(body, status, media_type="application/problem+json")


@dataclass
class _Prediction:
    id: str
    model: str
    input: Mapping[str, Any]
    polls: int
    result: Any
    status: str = "starting"
    error: str | None = None
    created: float = field(default_factory=time.time)


class Replicate(Simulator):
    """`orders` are the inputs that would be charged. A prediction takes `polls` questions; with 0 a wait is enough."""

    name = "replicate"
    key: ClassVar[str] = "r8_replicate-test-token-90ab"

    def __init__(self, port: int = 0) -> None:
        self.orders: list[Mapping[str, Any]] = []
        self.files: dict[str, bytes] = {}
        self._new()
        super().__init__(port)

    def _new(self) -> None:
        self.polls = 2
        self.link_seconds = 3600.0
        self.ends = ""
        self.orders.clear()
        self.files.clear()
        self._predictions: dict[str, _Prediction] = {}
        self._results: dict[str, tuple[bytes, float]] = {}

    @property
    def base_url(self) -> str:
        return f"{self.url}/v1"

    def routes(self) -> list[Route]:
        guarded = {
            "/v1/account": (self._account, "GET"),
            "/v1/files": (self._take_file, "POST"),
            "/v1/files/{id}": (self._remove_file, "DELETE"),
            "/v1/models/{owner}/{name}": (self._model, "GET"),
            "/v1/models/{owner}/{name}/predictions": (self._create, "POST"),
            "/v1/predictions/{id}": (self._get, "GET"),
            "/v1/predictions/{id}/cancel": (self._cancel, "POST"),
        }
        own = [Route(path, self._guarded(handler), methods=[method]) for path, (handler, method) in guarded.items()]
        return [*own, Route("/results/{name}", self._give, methods=["GET"])]

    def reset(self) -> None:
        super().reset()
        self._new()

    def control(self, order: Mapping[str, Any]) -> dict[str, Any]:
        """`{"orders": true}`: what was charged; `{"polls": n, "link_seconds": n, "ends": status}`: another course."""
        if "orders" in order:
            return {"orders": list(self.orders)}
        for name in ("polls", "link_seconds", "ends"):
            setattr(self, name, order.get(name, getattr(self, name)))
        return {}

    # Predictions.

    async def _create(self, request: Request) -> Response:
        model, body = self._named(request), await request.json()
        if not isinstance(body, dict) or "input" not in body or set(body) - FIELDS:
            raise Complaint(422, "Input validation failed", f"- (root): {sorted(body)} is not what is expected")
        prefer = request.headers.get("prefer", "")
        if prefer and not PREFER.fullmatch(prefer):
            raise Complaint(422, "Input validation failed", "- Prefer: does not match the pattern")
        if found := problems(DOCUMENTS[model], body["input"]):
            raise _invalid(found)
        result = await run_in_threadpool(self._made, model, body["input"])
        self.orders.append(body["input"])
        made = _Prediction(secrets.token_hex(13), model, body["input"], self.polls, result)
        self._predictions[made.id] = made
        if prefer and self.polls == 0:
            self._finish(made)
        return JSONResponse(self._shown(made), 201 if made.status == "succeeded" else 202)

    async def _get(self, request: Request) -> Response:
        made = self._found(request)
        if made.status in ("starting", "processing"):
            made.status = "processing"
            made.polls -= 1
            if made.polls <= 0:
                self._finish(made)
        return JSONResponse(self._shown(made))

    async def _cancel(self, request: Request) -> Response:
        made = self._found(request)
        if made.status in ("starting", "processing"):
            made.status = "canceled"
        return JSONResponse(self._shown(made))

    def _finish(self, made: _Prediction) -> None:
        made.status = self.ends or "succeeded"
        for word, error in (("nsfw", "NSFW content detected. Try running it again."), ("crash", "CUDA out of memory")):
            if word in made.input["prompt"]:
                made.status, made.error = "failed", error

    def _shown(self, made: _Prediction) -> dict[str, Any]:
        own, done = f"{self.base_url}/predictions/{made.id}", made.status == "succeeded"
        return {
            "id": made.id,
            "model": made.model,
            "version": "hidden",
            "input": dict(made.input),
            "output": made.result if done else None,
            "data_removed": False,
            "error": made.error,
            "logs": "" if made.status == "starting" else "Using seed: 7\n 25%|██▌       | 1/4\n 50%|█████     | 2/4\n",
            "metrics": {"predict_time": 0.9} if done else {},
            "status": made.status,
            "created_at": "2026-11-21T10:00:00.000Z",
            "urls": {"get": own, "cancel": f"{own}/cancel", "web": f"https://replicate.com/p/{made.id}"},
        }

    def _made(self, model: str, given: Mapping[str, Any]) -> Any:
        """The output: one address, or a list of them at [klein]; Complaint for pictures that are none."""
        order = with_defaults(DOCUMENTS[model], given)
        pictures = [self._fetched(url) for url in (*given.get("images", ()), *given.get("input_images", ()))]
        source = pictures[0] if pictures else None
        size = _size(order, source)
        data = drawn(source, given.get("seed"), size, order["output_format"], order["output_quality"])
        name = f"{secrets.token_urlsafe(9)}.{order['output_format']}"
        self._results[name] = data, time.time() + self.link_seconds
        url = f"{self.url}/results/{name}"
        return [url] if "klein" in model else url

    def _fetched(self, url: str) -> bytes:
        try:
            if url.startswith("data:image/"):
                if len(url) > DATA_LIMIT:
                    raise ValueError("data URLs are for files of up to 256 kB")
                data = base64.b64decode(url.partition(";base64,")[2], validate=True)
            else:
                data = self.files[url.rpartition("/")[2]]
            checked_upload(data)
        except (ValueError, KeyError) as error:
            raise _invalid([Problem("images", f"{error}", "format")]) from None
        return data

    async def _give(self, request: Request) -> Response:
        """A result, as it is delivered: to everybody, for an hour, and never for a token."""
        data, ends = self._results.get(request.path_params["name"], (b"", 0.0))
        if "authorization" in request.headers:
            return Response("no token is wanted here", 400)
        if time.time() >= ends:
            return Response("not found", 404)
        return Response(data, media_type=f"image/{request.path_params['name'].rpartition('.')[2]}")

    # All else.

    async def _account(self, _request: Request) -> Response:
        return JSONResponse({"type": "user", "username": "ann", "name": "Ann", "github_url": "https://github.com/ann"})

    async def _model(self, request: Request) -> Response:
        model = self._named(request)
        document = {"openapi": "3.0.2", "components": {"schemas": _published(DOCUMENTS[model])}}
        version = {"id": "hidden", "created_at": "2026-11-01T10:00:00.000Z", "openapi_schema": document}
        return JSONResponse({"owner": "black-forest-labs", "name": model, "latest_version": version})

    async def _take_file(self, request: Request) -> Response:
        async with request.form() as form:
            if {name for name, _ in form.multi_items()} - {"metadata"} != {"content"}:
                raise Complaint(400, "Bad request", "Missing content")
            assert isinstance(form["content"], UploadFile)
            name, data = form["content"].filename or "", await form["content"].read()
        try:
            kind = checked_upload(data)
        except ValueError as error:
            raise Complaint(400, "Bad request", str(error)) from None
        id = secrets.token_urlsafe(12)
        self.files[id] = data
        told = {"id": id, "name": name, "content_type": kind, "size": len(data), "checksums": {}, "metadata": {}}
        times = {"created_at": "2026-11-21T10:00:00.000Z", "expires_at": "2026-11-22T10:00:00.000Z"}
        return JSONResponse({**told, **times, "urls": {"get": f"{self.base_url}/files/{id}"}}, 201)

    async def _remove_file(self, request: Request) -> Response:
        if self.files.pop(request.path_params["id"], None) is None:
            raise Complaint(404, "Not found", "The requested resource could not be found.")
        return Response(status_code=204)

    def _named(self, request: Request) -> str:
        model = f"{request.path_params['owner']}/{request.path_params['name']}"
        if model not in DOCUMENTS:
            raise Complaint(404, "Not found", "The requested resource could not be found.")
        return model

    def _found(self, request: Request) -> _Prediction:
        if (made := self._predictions.get(request.path_params["id"])) is None:
            raise Complaint(404, "Not found", "The requested resource could not be found.")
        return made

    def _guarded(self, handler: Callable[[Request], Any]) -> Callable[[Request], Any]:
        async def answer(request: Request) -> Response:
            if request.headers.get("authorization") != f"Bearer {self.key}":
                detail = "You did not pass a valid authentication token"
                return Complaint(401, "Unauthenticated", detail).answer
            try:
                response: Response = await handler(request)
            except Complaint as complaint:
                return complaint.answer
            return response

        return answer


def _invalid(found: list[Problem]) -> Complaint:
    fields = [{"type": problem.type, "field": problem.field, "description": problem.message} for problem in found]
    detail = "\n".join(f"- input.{problem.field}: {problem.message}" for problem in found)
    return Complaint(422, "Input validation failed", detail, invalid_fields=fields)


def _size(given: Mapping[str, Any], source: bytes | None) -> tuple[int, int] | None:
    ratio = given["aspect_ratio"]
    if ratio == "custom":
        return round(given["width"] / 32) * 32, round(given["height"] / 32) * 32
    megapixels = given.get("output_megapixels") or given.get("resolution", "1").removesuffix(" MP")
    return shaped(source, None if ratio == MATCH else ratio, 1.0 if megapixels == MATCH else float(megapixels), 32)


def _published(document: Schema) -> dict[str, Any]:
    """The schemas as Replicate publishes them: choices stand beside the input, and are referred to."""
    schemas: dict[str, Any] = {"Output": {"type": "string", "format": "uri"}}
    fields = {}
    for name, declared in document["properties"].items():
        fields[name] = dict(declared)
        if "enum" in declared:
            schemas[name] = {"title": name, "type": "string", "enum": declared["enum"]}
            fields[name] = {"allOf": [{"$ref": f"#/components/schemas/{name}"}], "default": declared["default"]}
    return {**schemas, "Input": {**document, "properties": fields}}


if __name__ == "__main__":
    serve(Replicate)
