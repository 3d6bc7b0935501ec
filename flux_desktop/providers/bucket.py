"""The user's own S3-compatible bucket: a picture put there has an address that others can fetch it from for a while.

Addresses are signed as AWS Signature Version 4 says (query parameters, payload unsigned), which all S3-compatible
services take. Who has such an address needs no key, and can do with it the one thing that it was signed for.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote, urlsplit

from flux_desktop.core.edit import EncodedImage
from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.language import tr
from flux_desktop.providers.http import Call, Http
from flux_desktop.providers.http.places import is_loopback

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["Addressing", "Bucket"]

Addressing = Literal["path", "virtual-host"]

CALL_SECONDS = 900
"""How long the address of a call that follows at once is good; clocks differ by minutes."""

NAME = r"[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]"
DEFAULT_PORTS = {"https": 443, "http": 80}


@dataclass(frozen=True)
class Bucket:
    """A bucket and what is needed to use it; InvalidParameter if it cannot be one.

    `endpoint` is the service's address, empty for AWS itself; `addressing` says where the bucket's name stands: in the
    path or before the host's name. `prefix` is the folder that objects are put in.
    """

    name: str
    access_key: str = field(repr=False)
    secret_key: str = field(repr=False)
    endpoint: str = ""
    region: str = "us-east-1"
    prefix: str = ""
    addressing: Addressing = "path"

    def __post_init__(self) -> None:
        if not re.fullmatch(NAME, self.name):
            raise _unusable(
                tr("bucket’s name"), self.name, tr("It has 3 to 63 small letters, digits, dots and hyphens.")
            )
        if not re.fullmatch(r"[a-z0-9-]+", self.region):
            raise _unusable(tr("bucket’s region"), self.region, tr("It is a word such as eu-central-1, or auto."))
        if {".", ".."} & set(self.prefix.split("/")):
            raise _unusable(tr("folder in the bucket"), self.prefix, tr("It cannot have . or .. between its slashes."))
        if not _is_endpoint(self._service):
            raise _unusable(tr("bucket’s endpoint"), self.endpoint, tr("It is the https address of an S3 service."))

    @property
    def address(self) -> str:
        """Where the bucket is, without any key: the same text means the same bucket."""
        return f"{self._service}/{self.name}"

    def key(self, name: str) -> str:
        """The key of an object called `name`: its place in the bucket."""
        return "/".join([*filter(None, self.prefix.split("/")), name])

    def presigned(
        self, method: str, key: str, seconds: int, *, media_type: str = "", now: datetime | None = None
    ) -> str:
        """An address by which anybody can `method` (GET, PUT, DELETE) the object for `seconds` (at most 7 days).

        A PUT with a `media_type` has to carry it as Content-Type.
        """
        from datetime import UTC, datetime

        moment = (now or datetime.now(UTC)).strftime("%Y%m%dT%H%M%SZ")
        scope = f"{moment[:8]}/{self.region}/s3/aws4_request"
        origin, host, path = self._place(key)
        headers = {"host": host} | ({} if not media_type else {"content-type": media_type})
        query = _query(
            {
                "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
                "X-Amz-Credential": f"{self.access_key}/{scope}",
                "X-Amz-Date": moment,
                "X-Amz-Expires": str(seconds),
                "X-Amz-SignedHeaders": ";".join(sorted(headers)),
            }
        )
        lines = [f"{name}:{headers[name]}" for name in sorted(headers)]
        request = [method, path, query, *lines, "", ";".join(sorted(headers)), "UNSIGNED-PAYLOAD"]
        digest = hashlib.sha256("\n".join(request).encode()).hexdigest()
        signed = _hmac(self._signing_key(scope), f"AWS4-HMAC-SHA256\n{moment}\n{scope}\n{digest}").hex()
        return f"{origin}{path}?{query}&X-Amz-Signature={signed}"

    async def put(self, http: Http, key: str, image: EncodedImage) -> None:
        """Store `image` as the object `key`."""
        url = self.presigned("PUT", key, CALL_SECONDS, media_type=image.media_type)
        call = Call(
            self._called, "PUT", url, content=image.data, media_type=image.media_type, free=True,
            silence=60.0, deadline=300.0,
        )  # fmt: skip
        await http.call(call)

    async def delete(self, http: Http, key: str) -> None:
        """Remove the object `key`, also where there is none any more."""
        url = self.presigned("DELETE", key, CALL_SECONDS)
        await http.call(Call(self._called, "DELETE", url, free=True, accept=(404,), deadline=20.0))

    @property
    def _called(self) -> str:
        return tr("The bucket {name}", name=self.name)

    @property
    def _service(self) -> str:
        return (self.endpoint or f"https://s3.{self.region}.amazonaws.com").rstrip("/")

    def _place(self, key: str) -> tuple[str, str, str]:
        """The origin, host and path of an object, as they are sent."""
        service = urlsplit(self._service)
        host = service.netloc.lower().removesuffix(f":{DEFAULT_PORTS[service.scheme]}")
        path = service.path
        if self.addressing == "path":
            path += f"/{self.name}"
        else:
            host = f"{self.name}.{host}"
        return f"{service.scheme}://{host}", host, f"{path}/{quote(key, safe='/-_.~')}"

    def _signing_key(self, scope: str) -> bytes:
        key = f"AWS4{self.secret_key}".encode()
        for part in scope.split("/"):
            key = _hmac(key, part)
        return key


def _query(values: dict[str, str]) -> str:
    return "&".join(f"{name}={quote(values[name], safe='-_.~')}" for name in sorted(values))


def _hmac(key: bytes, text: str) -> bytes:
    return hmac.digest(key, text.encode(), "sha256")


def _is_endpoint(url: str) -> bool:
    """Whether a bucket can be at `url`: over https, or on this computer."""
    try:
        parts = urlsplit(url)
        known_port = parts.port != 0
    except ValueError:
        return False
    plain = not (parts.query or parts.fragment or parts.username)
    safe = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(url))
    spelt = re.fullmatch(r"[A-Za-z0-9.\[\]:-]+", parts.netloc) and re.fullmatch(r"[A-Za-z0-9/._~-]*", parts.path)
    return plain and safe and known_port and spelt is not None


def _unusable(what: str, value: str, hint: str) -> InvalidParameter:
    return InvalidParameter(
        tr("“{value}” cannot be the {what}.", value=value[:60], what=what),
        hint + " " + tr("Change it in Settings › Providers."),
    )
