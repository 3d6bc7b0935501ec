"""1min.ai as its documents describe it, as strict as they are: unknown fields, wrong types and ranges are refused.

What the documents leave open is made up: error bodies (`{statusCode, message, error}`, as its framework gives them),
413 above `max_bytes`, and a signature of the result's link that ends.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.simulators.base import Simulator, serve
from tests.simulators.drawing import checked_upload, drawn, shaped

__all__ = ["DOCUMENTS", "Field", "OneMin"]

RATIOS = ("1:1", "16:9", "9:16", "3:2", "2:3", "4:5", "5:4")


@dataclass(frozen=True)
class Field:
    """One row of a document's table: the type's own word, the default, and the range or the choices in brackets."""

    type: str
    default: object = None
    least: float | None = None
    most: float | None = None
    choices: tuple[str, ...] = ()

    def complaint(self, name: str, value: object) -> str:
        """What the host has against `value`; "" for nothing."""
        if not self._typed(value):
            return f"promptObject.{name} must be a {self.type}"
        if self.choices and value not in self.choices:
            return f"promptObject.{name} must be one of: {', '.join(self.choices)}"
        if isinstance(value, int | float) and self.least is not None and self.most is not None:
            return "" if self.least <= value <= self.most else f"promptObject.{name} must be {self.least}-{self.most}"
        return ""

    def _typed(self, value: object) -> bool:
        if self.type == "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        return isinstance(value, {"string": str, "boolean": bool}[self.type])


def _klein_edit() -> dict[str, Field]:
    return {
        "aspect_ratio": Field("string", "match_input_image", choices=("match_input_image", *RATIOS)),
        "output_format": Field("string", "webp", choices=("webp", "jpg", "png")),
        "output_quality": Field("number", 80, 0, 100),
        "num_inference_steps": Field("number", 28, 1, 50),
        "go_fast": Field("boolean", False),
        "megapixels": Field("string", "1", choices=("0.25", "1")),
        "disable_safety_checker": Field("boolean", False),
        "seed": Field("number"),
    }


def _klein_generate() -> dict[str, Field]:
    return {
        **_klein_edit(),
        "aspect_ratio": Field("string", "1:1", choices=RATIOS),
        "num_inference_steps": Field("number", 4, 1, 4),
        "go_fast": Field("boolean", True),
    }


def _dev(**changed: Field) -> dict[str, Field]:
    return {
        **_klein_edit(),
        "guidance": Field("number", 3, 0, 10),
        "prompt_strength": Field("number", 0.8, 0, 1),
        **changed,
    }


def _closed(steps: Field, **changed: Field) -> dict[str, Field]:
    return {
        "aspect_ratio": Field("string", "match_input_image", choices=("match_input_image", *RATIOS)),
        "output_format": Field("string", "png", choices=("jpg", "png")),
        "output_quality": Field("number", 80, 0, 100),
        "steps": steps,
        "guidance": Field("number", 3, 2, 5),
        "safety_tolerance": Field("number", 2, 1, 6),
        "prompt_upsampling": Field("boolean", False),
        "seed": Field("number"),
        **changed,
    }


SQUARE = Field("string", "1:1", choices=RATIOS)
DOCUMENTS: Mapping[tuple[str, str], Mapping[str, Field]] = {
    ("IMAGE_EDITOR", "black-forest-labs/flux-2-klein-4b"): _klein_edit(),
    ("IMAGE_GENERATOR", "black-forest-labs/flux-2-klein-4b"): _klein_generate(),
    ("IMAGE_EDITOR", "black-forest-labs/flux-2-dev"): _dev(),
    ("IMAGE_GENERATOR", "black-forest-labs/flux-2-dev"): _dev(aspect_ratio=SQUARE),
    ("IMAGE_EDITOR", "black-forest-labs/flux-2-pro"): _closed(Field("number", 25, 15, 50)),
    ("IMAGE_GENERATOR", "black-forest-labs/flux-2-pro"): _closed(Field("number", 25, 15, 50), aspect_ratio=SQUARE),
    ("IMAGE_EDITOR", "black-forest-labs/flux-2-flex"): _closed(Field("number", 25, 6, 50)),
    ("IMAGE_GENERATOR", "black-forest-labs/flux-2-flex"): _closed(Field("number", 25, 6, 50), aspect_ratio=SQUARE),
    ("IMAGE_EDITOR", "black-forest-labs/flux-2-max"): _closed(Field("number", 50, 15, 50)),
    ("IMAGE_GENERATOR", "black-forest-labs/flux-2-max"): _closed(Field("number", 50, 15, 50), aspect_ratio=SQUARE),
}


class Complaint(Exception):
    """The host says no."""

    def __init__(self, status: int, message: object, error: str) -> None:
        super().__init__(message)
        self.answer = JSONResponse({"statusCode": status, "message": message, "error": error}, status)


class OneMin(Simulator):
    """`key` is the only key it takes; `orders` are the edits that it would charge for."""

    name = "onemin"
    key: ClassVar[str] = "onemin-test-key-7f3a"

    def __init__(self, port: int = 0) -> None:
        self.max_bytes = 50 * 1024 * 1024
        self.link_seconds = 3600.0
        self.assets: dict[str, bytes] = {}
        self.orders: list[Mapping[str, Any]] = []
        self._secret = secrets.token_hex(8)
        super().__init__(port)

    def routes(self) -> list[Route]:
        return [
            Route("/api/assets", _guarded(self._take_asset), methods=["POST"]),
            Route("/api/features", _guarded(self._run), methods=["POST"]),
            Route("/storage/{path:path}", self._give, methods=["GET"]),
        ]

    def reset(self) -> None:
        super().reset()
        self.max_bytes, self.link_seconds = 50 * 1024 * 1024, 3600.0
        self.assets.clear()
        self.orders.clear()

    def control(self, order: Mapping[str, Any]) -> dict[str, Any]:
        """`{"orders": true}`: what was charged; `{"max_bytes": n}`, `{"link_seconds": n}`: other limits."""
        if "orders" in order:
            return {"orders": list(self.orders)}
        self.max_bytes = order.get("max_bytes", self.max_bytes)
        self.link_seconds = order.get("link_seconds", self.link_seconds)
        return {}

    async def _take_asset(self, request: Request) -> Response:
        self._check_key(request)
        async with request.form() as form:
            if [name for name, _ in form.multi_items()] != ["asset"] or not isinstance(form["asset"], UploadFile):
                raise Complaint(400, "one file in the field asset is expected", "Bad Request")
            name, data = form["asset"].filename or "", await form["asset"].read()
        if len(data) > self.max_bytes:
            raise Complaint(413, "File too large", "Payload Too Large")
        media_type = await run_in_threadpool(_checked_upload, data)
        path = f"images/{time.strftime('%Y_%m_%d_%H_%M_%S')}_{len(self.assets):03d}_{name}"
        self.assets[path] = data
        return JSONResponse(
            {
                "asset": {
                    "fieldname": "asset",
                    "originalname": name,
                    "mimetype": media_type,
                    "size": len(data),
                    "key": path,
                },
                "fileContent": {
                    "uuid": secrets.token_hex(16),
                    "path": path,
                    "type": name.rpartition(".")[2],
                    "name": name,
                },
            }
        )

    async def _run(self, request: Request) -> Response:
        self._check_key(request)
        if request.query_params.get("isStreaming", "false") != "false":
            raise Complaint(400, "isStreaming is for text", "Bad Request")
        order = await request.json()
        prompt = self._checked_order(order)
        self.orders.append(order)
        fields = DOCUMENTS[order["type"], order["model"]]
        whole = {**{name: field.default for name, field in fields.items()}, **prompt}
        source = self.assets.get(prompt.get("imageUrl", ""))
        data = await run_in_threadpool(_made, source, whole)
        path = f"images/{time.strftime('%Y_%m_%d_%H_%M_%S')}_{len(self.assets):03d}_edited.{whole['output_format']}"
        self.assets[path] = data
        return JSONResponse({"aiRecord": self._record(order, path)})

    def _record(self, order: Mapping[str, Any], path: str) -> dict[str, Any]:
        return {
            "uuid": f"e5f6a7b8-c9d0-1234-efab-{len(self.orders):012d}",
            "model": order["model"],
            "type": order["type"],
            "status": "SUCCESS",
            "createdAt": "2026-03-27T10:00:00.000Z",
            "aiRecordDetail": {"promptObject": order["promptObject"], "resultObject": [path]},
            "temporaryUrl": self._signed(path, time.time() + self.link_seconds),
        }

    async def _give(self, request: Request) -> Response:
        """A result by its signed link, as S3 gives it: without the key, and only in time."""
        if "api-key" in request.headers or "authorization" in request.headers:
            return _s3_error(400, "InvalidArgument", "Only one auth mechanism allowed")
        path, ends = request.path_params["path"], float(request.query_params.get("Expires", "0"))
        if self._signature(path, ends) != request.query_params.get("Signature"):
            return _s3_error(403, "SignatureDoesNotMatch", "The request signature does not match")
        if time.time() >= ends:
            return _s3_error(403, "AccessDenied", "Request has expired")
        return Response(self.assets[path], media_type=f"image/{path.rpartition('.')[2].replace('jpg', 'jpeg')}")

    def _signed(self, path: str, ends: float) -> str:
        return f"{self.url}/storage/{path}?Expires={ends}&Signature={self._signature(path, ends)}"

    def _signature(self, path: str, ends: float) -> str:
        return hashlib.sha256(f"{self._secret} {path} {ends}".encode()).hexdigest()

    def _check_key(self, request: Request) -> None:
        if request.headers.get("api-key") != self.key:
            raise Complaint(401, "API Key is not valid", "Unauthorized")

    def _checked_order(self, order: Any) -> dict[str, Any]:
        """The prompt object of a good order; Complaint otherwise."""
        if not isinstance(order, dict) or set(order) != {"type", "model", "promptObject"}:
            raise Complaint(400, "type, model and promptObject are expected", "Bad Request")
        fields = DOCUMENTS.get((order["type"], order["model"]))
        prompt = order["promptObject"]
        if fields is None or not isinstance(prompt, dict):
            raise Complaint(400, f"model {order['model']} is not supported for {order['type']}", "Bad Request")
        needed = {"prompt": Field("string")} | (
            {"imageUrl": Field("string")} if order["type"] == "IMAGE_EDITOR" else {}
        )
        problems = [f"promptObject.{name} should not be empty" for name in needed if not prompt.get(name)]
        problems += [f"property {name} should not exist" for name in prompt if name not in {**fields, **needed}]
        known = {**fields, **needed}
        problems += [known[name].complaint(name, value) for name, value in prompt.items() if name in known]
        if problems := [problem for problem in problems if problem]:
            raise Complaint(400, problems, "Bad Request")
        if "imageUrl" in prompt and prompt["imageUrl"] not in self.assets:
            raise Complaint(404, f"Asset {prompt['imageUrl']} not found", "Not Found")
        return prompt


Handler = Callable[[Request], Any]


def _guarded(handler: Handler) -> Handler:
    async def answer(request: Request) -> Response:
        try:
            response: Response = await handler(request)
        except Complaint as complaint:
            return complaint.answer
        return response

    return answer


def _s3_error(status: int, code: str, message: str) -> Response:
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>{code}</Code><Message>{message}</Message></Error>'
    return Response(body, status, {"x-amz-request-id": "TX0000"}, "application/xml")


def _checked_upload(data: bytes) -> str:
    """The media type of a picture that tells nothing of its owner; Complaint for anything else."""
    try:
        return checked_upload(data)
    except ValueError as error:
        raise Complaint(400, str(error), "Bad Request") from None


def _made(source: bytes | None, order: Mapping[str, Any]) -> bytes:
    """A picture that shows what was ordered: the source, cut to the shape, in the tint of the seed."""
    ratio = None if order["aspect_ratio"] == "match_input_image" else order["aspect_ratio"]
    size = shaped(source, ratio, float(order.get("megapixels", "1")))
    return drawn(source, order["seed"], size, order["output_format"], int(order["output_quality"]))


if __name__ == "__main__":
    serve(OneMin)
