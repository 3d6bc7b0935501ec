"""One request to a provider's API, as plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from flux_desktop.providers.http.bodies import Body, Upload, json_body, multipart_body, raw_body

__all__ = ["Call"]

ANSWER_LIMIT = 256 * 1024 * 1024
"""Largest answer in bytes that is read: four large pictures as base64 fit in."""


@dataclass(frozen=True)
class Call:
    """One request to a provider's API.

    `provider` is its name for sentences. `auth` holds the headers that carry the key; they go to the origin of `home`
    (the provider's base URL) and nowhere else, and their values never appear in a text. `foreign` marks an address that
    a host named, e.g. for an upload: no key goes there, and nothing at all goes where no result may be fetched from.
    `order` marks a call that may cost money; `free` one that may be repeated although it is no GET. One of `json`,
    `fields` with `files`, and `content` is the body. An answer whose status is in `accept` is returned instead of
    raised. Times in seconds: `silence` without a byte, `deadline` for everything. No more than `limit` bytes are read.
    """

    provider: str
    method: str
    url: str
    home: str = ""
    auth: Mapping[str, str] = field(default_factory=dict, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    json: Any = field(default=None, repr=False)
    fields: Sequence[tuple[str, str]] = field(default=(), repr=False)
    files: Sequence[Upload] = ()
    content: bytes | None = field(default=None, repr=False)
    media_type: str = "application/octet-stream"
    foreign: bool = False
    order: bool = False
    free: bool = False
    accept: Sequence[int] = ()
    silence: float = 30.0
    deadline: float = 60.0
    limit: int = ANSWER_LIMIT

    @property
    def repeatable(self) -> bool:
        return not self.order and (self.free or self.method in ("GET", "HEAD"))

    @property
    def secrets(self) -> tuple[str, ...]:
        """The key itself, without the word in front of it (`Bearer`, `Key`)."""
        return tuple(value.split(" ")[-1] for value in self.auth.values() if value)

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or self.url

    def body(self) -> Body | None:
        if self.json is not None:
            return json_body(self.json)
        if self.fields or self.files:
            return multipart_body(self.fields, self.files)
        return raw_body(self.content, self.media_type) if self.content is not None else None
