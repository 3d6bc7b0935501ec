"""What simulated hosts with the OpenAI images API share: reading orders strictly, and giving results by link."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import secrets
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from PIL import Image
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.simulators.base import Simulator

__all__ = ["Complaint", "Field", "ImagesHost", "Picture", "guarded"]

Handler = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True)
class Field:
    """One documented field: the type's word in JSON, and its range or choices."""

    type: str
    least: float | None = None
    most: float | None = None
    choices: tuple[str, ...] = ()

    def parsed(self, text: str) -> object:
        """The value of a form's text in the field's own type; the text itself where it is none."""
        try:
            read: object = text if self.type == "string" else json.loads(text)
        except ValueError:
            return text
        return read

    def complaint(self, name: str, value: object) -> str:
        """What the host has against `value`; "" for nothing."""
        if not self._typed(value):
            return f"{name}: expected {self.type}"
        if self.choices and value not in self.choices:
            return f"{name}: expected one of {', '.join(self.choices)}"
        if isinstance(value, int | float) and self.least is not None and self.most is not None:
            return "" if self.least <= value <= self.most else f"{name}: expected {self.least:g} to {self.most:g}"
        return ""

    def _typed(self, value: object) -> bool:
        if isinstance(value, bool):
            return self.type == "boolean"
        types: dict[str, type | tuple[type, ...]] = {"string": str, "integer": int, "number": (int, float)}
        return self.type in types and isinstance(value, types[self.type])


@dataclass(frozen=True)
class Picture:
    """A picture that came in with an order, and the field that it came in."""

    field: str
    filename: str
    media_type: str
    data: bytes
    width: int
    height: int

    def to_json(self) -> dict[str, Any]:
        told = {key: value for key, value in vars(self).items() if key != "data"}
        return {**told, "sha256": hashlib.sha256(self.data).hexdigest()}


class Complaint(Exception):
    """The host says no, in the shape of its own errors."""

    def __init__(self, status: int, body: object) -> None:
        super().__init__(body)
        self.answer = JSONResponse(body, status)


class ImagesHost(Simulator):
    """`key` is the only key it takes; `orders` are those that it would charge for, as JSON."""

    key: ClassVar[str]

    def __init__(self, port: int = 0) -> None:
        self.link_seconds = 3600.0
        self.orders: list[dict[str, Any]] = []
        self.results: dict[str, bytes] = {}
        super().__init__(port)

    def reset(self) -> None:
        super().reset()
        self.link_seconds = 3600.0
        self.orders.clear()
        self.results.clear()

    def control(self, order: Mapping[str, Any]) -> dict[str, Any]:
        """`{"orders": true}`: what was charged; otherwise other values for the host's own attributes."""
        if "orders" in order:
            return {"orders": list(self.orders)}
        for name in order:
            if name not in vars(self) or name.startswith("_"):
                return super().control(order)
        vars(self).update(order)
        return {}

    def result_route(self) -> Route:
        return Route("/results/{name}", self._give, methods=["GET"])

    def complain(self, status: int, message: str, code: str = "") -> Complaint:
        """An error in the host's own shape."""
        return Complaint(status, {"error": {"message": message, "type": "invalid_request_error", "code": code}})

    def keep(self, data: bytes) -> str:
        """The link by which a result can be fetched, for a while."""
        name = secrets.token_hex(8)
        self.results[name] = data
        return f"/results/{name}?ends={time.time() + self.link_seconds}"

    async def read_json(self, request: Request) -> dict[str, Any]:
        """The body of a call that takes JSON and nothing else."""
        if not request.headers.get("content-type", "").startswith("application/json"):
            raise self.complain(400, "Content-Type must be application/json", "INVALID_REQUEST")
        try:
            body = await request.json()
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise self.complain(400, "the body is no JSON object", "INVALID_REQUEST")
        return body

    async def read_form(
        self, request: Request, known: Mapping[str, Field], pictures_in: tuple[str, ...] = ("image", "image[]")
    ) -> tuple[dict[str, Any], list[Picture]]:
        """The fields of a form in their types, and its pictures."""
        if not request.headers.get("content-type", "").startswith("multipart/form-data"):
            raise self.complain(400, "Content-Type must be multipart/form-data", "INVALID_REQUEST")
        fields: dict[str, Any] = {}
        pictures: list[Picture] = []
        async with request.form() as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile) and name in pictures_in:
                    pictures.append(await self._picture(name, value))
                elif isinstance(value, UploadFile) or name in fields:
                    raise self.complain(400, f"{name} is not expected here, or not twice", "INVALID_REQUEST")
                else:
                    fields[name] = known.get(name, Field("string")).parsed(value)
        if len({picture.field for picture in pictures}) > 1:
            raise self.complain(400, "pictures in two fields", "INVALID_REQUEST")
        return fields, pictures

    def opened(self, field: str, data: bytes, filename: str = "", media_type: str = "") -> Picture:
        """A picture that tells nothing of its owner; Complaint for anything else."""
        try:
            image = Image.open(io.BytesIO(data))
            image.load()
        except (OSError, ValueError):
            raise self.complain(400, "Invalid image file provided", "INVALID_REQUEST") from None
        if image.format not in ("PNG", "JPEG", "WEBP"):
            raise self.complain(400, f"{image.format} is not supported", "INVALID_REQUEST")
        told = [name for name in ("exif", "xmp", "XML:com.adobe.xmp", "comment", "photoshop") if image.info.get(name)]
        if told or image.getexif():
            raise self.complain(400, f"the upload carries metadata: {told or 'EXIF'}", "INVALID_REQUEST")
        return Picture(field, filename, media_type or Image.MIME[image.format], data, image.width, image.height)

    def check_fields(self, fields: Mapping[str, Any], known: Mapping[str, Field]) -> None:
        """Complaint for a field that is not known, of a wrong type or out of its range."""
        problems = [f"{name}: unknown field" for name in fields if name not in known]
        problems += [known[name].complaint(name, value) for name, value in fields.items() if name in known]
        if problems := [problem for problem in problems if problem]:
            raise self.complain(400, "; ".join(problems), "INVALID_REQUEST")

    async def _picture(self, name: str, file: UploadFile) -> Picture:
        data = await file.read()
        picture = await run_in_threadpool(self.opened, name, data, file.filename or "", file.content_type or "")
        if picture.media_type != Image.MIME[Image.open(io.BytesIO(data)).format or ""]:
            raise self.complain(400, "the picture is not of the type that it is said to be", "INVALID_REQUEST")
        return picture

    async def _give(self, request: Request) -> Response:
        """A result by its link: without a key, and only in time."""
        if "authorization" in request.headers or "x-api-key" in request.headers:
            return Response("no key is wanted here", 400)
        data = self.results.get(request.path_params["name"])
        if data is None or time.time() >= float(request.query_params.get("ends", "0")):
            return Response("<Error><Code>AccessDenied</Code></Error>", 403, media_type="application/xml")
        return Response(data, media_type=Image.MIME[Image.open(io.BytesIO(data)).format or ""])


def guarded(handler: Handler) -> Handler:
    """`handler`, with a Complaint as its answer."""

    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except Complaint as complaint:
            return complaint.answer

    return answer


def packed(data: bytes) -> str:
    return base64.b64encode(data).decode()
