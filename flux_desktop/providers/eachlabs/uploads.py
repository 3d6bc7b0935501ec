"""Where pictures are put so that eachlabs can fetch them: it takes addresses only, and no pictures inside an order.

Either into eachlabs' own storage, which gives a public address that cannot be guessed, or into a bucket of the user's
own, for which a signed address is handed over. Both end by themselves, and what was put there is removed after the run.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, urlsplit

from flux_desktop.core.edit import EncodedImage
from flux_desktop.core.language import marked, tr
from flux_desktop.providers.http import Answer, Call, Http
from flux_desktop.providers.http.places import is_loopback

if TYPE_CHECKING:
    from flux_desktop.providers.bucket import Bucket

__all__ = ["LIFE", "NAME", "BucketStorage", "OwnStorage", "Storage", "Stored", "readers"]

LIFE = 3600
"""Seconds that an uploaded picture can be fetched: enough for a queue, and over soon if it cannot be removed."""

NAME = "eachlabs"
UNSENT = marked("Nothing was ordered. Retry in a moment.")
OWN_HEADERS = frozenset({"connection", "content-length", "content-type", "host", "transfer-encoding"})
"""Headers that are ours alone to set."""


class Stored(NamedTuple):
    """A picture that was uploaded: the address that eachlabs fetches it from, and what it is called at `place`."""

    url: str
    place: str
    id: str


class OwnStorage:
    """eachlabs' own, below `url`, the API's base URL. The upload itself goes to another host, without the key."""

    place = NAME

    def __init__(self, http: Http, url: str, auth: Mapping[str, str]) -> None:
        self._http = http
        self._url = url
        self._auth = auth

    async def put(self, image: EncodedImage, known: Callable[[str], object]) -> Stored:
        """Upload `image` for `LIFE` seconds; `known` hears its id before it leaves."""
        wish = {"content_type": image.media_type, "file_type": "image", "expires_in_seconds": LIFE}
        answer = await self._http.call(self._call("POST", "upload/presign", json=wish))
        data = answer.json_object()
        id, target = _text(answer, data, "id"), _text(answer, data, "presigned_url")
        public = _text(answer, data, "public_url")
        if not _fetchable(public, self._url):
            raise answer.bad(
                tr("eachlabs named an address for the picture that is not at an https address."), tr(UNSENT)
            )
        upload = Call(
            NAME, "PUT", target, home=self._url, headers=_headers(data.get("required_headers")),
            content=image.data, media_type=image.media_type, foreign=True, free=True, accept=(400, 401, 403, 404),
            silence=60.0, deadline=300.0,
        )  # fmt: skip
        known(id)
        answer = await self._http.call(upload)
        if answer.status >= 400:  # it says nothing of the key, which does not go there
            raise answer.bad(
                tr("eachlabs' storage did not take the picture (HTTP {status}).", status=answer.status), tr(UNSENT)
            )
        return Stored(public, self.place, id)

    async def delete(self, id: str) -> None:
        """Remove what was stored as `id`. For a file that is gone already both 204 and 404 are documented."""
        await self._http.call(self._call("DELETE", f"files/{quote(id, safe='')}", accept=(404,), deadline=20.0))

    def _call(self, method: str, path: str, **rest: Any) -> Call:
        return Call(NAME, method, f"{self._url}/{path}", home=self._url, auth=self._auth, free=True, **rest)


class BucketStorage:
    """The user's own bucket."""

    def __init__(self, http: Http, bucket: Bucket) -> None:
        self.place = bucket.address
        self._http = http
        self._bucket = bucket

    async def put(self, image: EncodedImage, known: Callable[[str], object]) -> Stored:
        """Upload `image` and sign an address for `LIFE` seconds; `known` hears its id before it leaves."""
        # A name of our own that cannot be guessed: that of the user's file is nobody's business.
        name = f"{secrets.token_urlsafe(18)}.{image.media_type.removeprefix('image/')}"
        key = self._bucket.key(name)
        known(key)
        await self._bucket.put(self._http, key, image)
        return Stored(self._bucket.presigned("GET", key, LIFE), self.place, key)

    async def delete(self, id: str) -> None:
        """Remove what was stored as `id`, also where it is gone already."""
        await self._bucket.delete(self._http, id)


Storage = OwnStorage | BucketStorage


def readers(place: str) -> str:
    """Who can fetch what is uploaded to `place`, and how long."""
    if place == NAME:
        return tr(
            "Stored at eachlabs, in the United States. Whoever has its address, which cannot be guessed, "
            "can fetch it until it is removed after the run, and for one hour at most."
        )
    return tr(
        "Stored in your bucket at {place}. eachlabs gets a signed address; whoever has that can "
        "fetch it until it is removed after the run, and for one hour at most.",
        place=place,
    )


def _text(answer: Answer, data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    if not isinstance(value, str) or not value:
        raise answer.bad(tr("eachlabs did not say where the picture is to be uploaded."), tr(UNSENT))
    return value


def _headers(required: object) -> dict[str, str]:
    """The headers that an upload has to carry, as far as they are some."""
    pairs = required.items() if isinstance(required, Mapping) else ()
    return {
        name: value
        for name, value in pairs
        if re.fullmatch(r"[A-Za-z0-9-]+", str(name)) and name.lower() not in OWN_HEADERS
        if isinstance(value, str) and value.isascii() and value.isprintable()
    }


def _fetchable(url: str, home: str) -> bool:
    """Whether eachlabs can be told to fetch `url`: over https, or where this computer plays its part."""
    try:
        scheme = urlsplit(url).scheme
    except ValueError:
        return False
    return scheme == "https" or (scheme == "http" and is_loopback(url) and is_loopback(home))
