"""each::storage, the part of the simulated eachlabs that takes files, and what all of its parts share."""

from __future__ import annotations

import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import uuid4

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.simulators.base import Simulator
from tests.simulators.drawing import checked_upload

__all__ = ["Complaint", "EachlabsStorage", "check_no_key", "guarded", "json_object"]

Handler = Callable[[Request], Awaitable[Response]]


class Complaint(Exception):
    """The host says no."""

    def __init__(self, status: int, body: object, **headers: str) -> None:
        super().__init__(body)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answer = JSONResponse(body, status, headers={"x-request-id": "req-refused", **named})


@dataclass
class StoredFile:
    """A file of each::storage, from its presign on."""

    media_type: str
    ends: float
    signature: str
    data: bytes = b""


class EachlabsStorage(Simulator):
    """`key` is the only key it takes, in the `headers` that it reads; `files` are what is stored, by their id."""

    key: ClassVar[str] = "eachlabs-test-key-2b9c"

    def __init__(self, port: int = 0) -> None:
        self.files: dict[str, StoredFile] = {}
        self.headers: tuple[str, ...] = ("authorization", "x-api-key")
        super().__init__(port)

    @property
    def base_url(self) -> str:
        return f"{self.url}/v1"

    def routes(self) -> list[Route]:
        return [
            Route("/v1/upload/presign", guarded(self._presign), methods=["POST"]),
            Route("/v1/files/{id}", guarded(self._delete_file), methods=["DELETE"]),
            Route("/storage/{id}", guarded(self._take_file), methods=["PUT"]),
            Route("/cdn/{id}", guarded(self._give_file), methods=["GET"]),
        ]

    def reset(self) -> None:
        super().reset()
        self.files.clear()
        self.headers = ("authorization", "x-api-key")

    def check_key(self, request: Request) -> None:
        told = {
            "authorization": request.headers.get("authorization", "").removeprefix("Bearer "),
            "x-api-key": request.headers.get("x-api-key", ""),
        }
        if self.key not in [told[name] for name in self.headers]:
            raise Complaint(401, {"error": "Invalid or missing API key"})

    async def _presign(self, request: Request) -> Response:
        self.check_key(request)
        wish = await json_object(request)
        if unknown := set(wish) - {"content_type", "file_type", "expires_in_seconds"}:
            raise Complaint(400, {"error": f"unknown field {min(unknown)}"})
        if not isinstance(wish.get("content_type"), str) or "/" not in wish["content_type"]:
            raise Complaint(400, {"error": "content_type is required"})
        if wish.get("file_type", "image") not in ("image", "video", "audio", "other"):
            raise Complaint(400, {"error": "invalid argument"})
        life = wish.get("expires_in_seconds", 180 * 86400)
        if not isinstance(life, int) or not 60 <= life <= 31_536_000:
            raise Complaint(400, {"error": "expires_in_seconds must be between 60 and 31536000"})
        id, signature = str(uuid4()), secrets.token_hex(16)
        self.files[id] = StoredFile(wish["content_type"], time.time() + life, signature)
        return JSONResponse(
            {
                "id": id,
                "presigned_url": f"{self.url}/storage/{id}?X-Amz-Expires=900&X-Amz-Signature={signature}",
                "public_url": f"{self.url}/cdn/{id}",
                "expires_at": "2026-12-08T18:15:00Z",
                "required_headers": {"x-amz-meta-file-id": id},
            }
        )

    async def _take_file(self, request: Request) -> Response:
        check_no_key(request)
        id = request.path_params["id"]
        file = self.files.get(id)
        wanted = (file.signature, file.media_type, id) if file else None
        told = (
            request.query_params.get("X-Amz-Signature"),
            request.headers.get("content-type"),
            request.headers.get("x-amz-meta-file-id"),
        )
        if file is None or told != wanted:
            return Response("<Error><Code>SignatureDoesNotMatch</Code><Message>No.</Message></Error>", 403)
        data = await request.body()
        try:
            if await run_in_threadpool(checked_upload, data) != file.media_type:
                raise ValueError("the picture is of another type")
        except ValueError as error:
            return Response(f"<Error><Code>BadContent</Code><Message>{error}</Message></Error>", 400)
        file.data = data
        return Response(status_code=200)

    async def _give_file(self, request: Request) -> Response:
        file = self.files.get(request.path_params["id"])
        if file is None or not file.data or time.time() >= file.ends:
            return Response("not found", 404)
        return Response(file.data, media_type=file.media_type)

    async def _delete_file(self, request: Request) -> Response:
        self.check_key(request)
        if self.files.pop(request.path_params["id"], None) is None:
            raise Complaint(404, {"error": "file not found"})
        return Response(status_code=204)


def guarded(handler: Handler) -> Handler:
    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except Complaint as complaint:
            return complaint.answer

    return answer


async def json_object(request: Request) -> dict[str, Any]:
    try:
        data = await request.json()
    except ValueError:
        data = None
    if not isinstance(data, dict):
        raise Complaint(400, {"error": "invalid request body"})
    return data


def check_no_key(request: Request) -> None:
    if {"authorization", "x-api-key"} & set(request.headers.keys()):
        raise Complaint(400, {"error": "Only one auth mechanism allowed"})
