"""An S3 storage that checks what real test servers let through: every signature, by botocore, and every expiry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar
from urllib.parse import unquote, urlsplit

from botocore.auth import S3SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.simulators.base import Simulator, serve

__all__ = ["S3", "expected_signature"]

OWN = ("X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires", "X-Amz-SignedHeaders", "X-Amz-Signature")
MOMENT = "%Y%m%dT%H%M%SZ"


class S3(Simulator):
    """Path style and virtual-host style for one bucket. `objects` are what is in it, as (media type, bytes) by key."""

    name = "s3"
    access_key: ClassVar[str] = "AKIATESTTESTTEST"
    secret_key: ClassVar[str] = "s3/secret+key+of+the+tests"
    bucket: ClassVar[str] = "studio-pictures"
    region: ClassVar[str] = "eu-central-1"

    def __init__(self, port: int = 0) -> None:
        self.objects: dict[str, tuple[str, bytes]] = {}
        self.stored: list[str] = []
        """The keys of all objects that ever were put, oldest first."""
        super().__init__(port)

    def routes(self) -> list[Route]:
        return [Route("/{path:path}", self._serve_object, methods=["PUT", "GET", "DELETE"])]

    def reset(self) -> None:
        super().reset()
        self.objects.clear()
        self.stored.clear()

    def control(self, order: Mapping[str, Any]) -> dict[str, Any]:
        """`{"objects": true}`: the keys in the bucket, and of those that ever were."""
        return {"objects": sorted(self.objects), "stored": self.stored}

    async def _serve_object(self, request: Request) -> Response:
        if refusal := self._refusal(request):
            return _error(403, *refusal)
        key = self._key(request)
        if key is None:
            return _error(404, "NoSuchBucket", "The specified bucket does not exist")
        if request.method == "PUT":
            self.objects[key] = request.headers.get("content-type", ""), await request.body()
            self.stored.append(key)
            return Response(status_code=200)
        if request.method == "DELETE":
            self.objects.pop(key, None)
            return Response(status_code=204)
        if key not in self.objects:
            return _error(404, "NoSuchKey", "The specified key does not exist.")
        media_type, data = self.objects[key]
        return Response(data, media_type=media_type)

    def _key(self, request: Request) -> str | None:
        path: str = request.scope["path"].removeprefix("/")
        if request.headers["host"].startswith(f"{self.bucket}."):
            return path
        bucket, _, key = path.partition("/")
        return key if bucket == self.bucket else None

    def _refusal(self, request: Request) -> tuple[str, str] | None:
        query = request.query_params
        if "authorization" in request.headers or "x-api-key" in request.headers:
            return "InvalidArgument", "Only one auth mechanism allowed"
        if any(name not in query for name in OWN):
            return "AccessDenied", "Query-string authentication needs all of its parameters"
        begin = datetime.strptime(query["X-Amz-Date"], MOMENT).replace(tzinfo=UTC)
        if not 0 < int(query["X-Amz-Expires"]) <= 7 * 86400:
            return "AuthorizationQueryParametersError", "X-Amz-Expires must be between 1 second and a week"
        if datetime.now(UTC) >= begin + timedelta(seconds=int(query["X-Amz-Expires"])):
            return "AccessDenied", "Request has expired"
        scope = f"{self.access_key}/{begin:%Y%m%d}/{self.region}/s3/aws4_request"
        url = f"http://{request.headers['host']}{_raw_target(request)}"
        if query["X-Amz-Credential"] != scope or query["X-Amz-Signature"] != self._expected(request, url):
            return "SignatureDoesNotMatch", "The request signature we calculated does not match"
        return None

    def _expected(self, request: Request, url: str) -> str:
        signed = request.query_params["X-Amz-SignedHeaders"].split(";")
        headers = {name: request.headers.get(name, "") for name in signed}
        return expected_signature(Credentials(self.access_key, self.secret_key), request.method, url, headers)


def expected_signature(credentials: Credentials, method: str, url: str, headers: Mapping[str, str]) -> str:
    """The signature that botocore gives a request to the address `url`, for the moment and region that it names.

    This goes below `add_auth`, which would sign for the present moment.
    """
    address = urlsplit(url)
    pairs = dict(pair.partition("=")[::2] for pair in address.query.split("&"))
    region = unquote(pairs["X-Amz-Credential"]).split("/")[2]
    query = "&".join(f"{name}={value}" for name, value in pairs.items() if name != "X-Amz-Signature")
    request = AWSRequest(method, address._replace(query=query).geturl(), dict(headers))
    request.context["timestamp"] = pairs["X-Amz-Date"]
    auth = S3SigV4QueryAuth(credentials, "s3", region)
    signature: str = auth.signature(auth.string_to_sign(request, auth.canonical_request(request)), request)
    return signature


def _raw_target(request: Request) -> str:
    """Path and query as they came over the wire: what was signed."""
    path: bytes = request.scope["raw_path"]
    return f"{path.decode()}?{request.scope['query_string'].decode()}"


def _error(status: int, code: str, message: str) -> Response:
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>{code}</Code><Message>{message}</Message></Error>'
    return Response(body, status, {"x-amz-request-id": "TX0000"}, "application/xml")


if __name__ == "__main__":
    serve(S3)
