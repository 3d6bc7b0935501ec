"""What a host answered: its reason in plain words, and the error that a status means.

| status | error |
|---|---|
| 401, 403 | KeyRefused |
| 402 | OutOfCredit |
| 429 | RateLimited |
| 408 | TimedOut |
| other 4xx that speaks of moderation | Refused |
| other 4xx | Rejected |
| 5xx | ServerFault |
| 3xx | BadAnswer: redirects of an API are not followed, the key stays with its host |
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from flux_desktop.core.errors import (
    BadAnswer,
    FluxError,
    KeyRefused,
    OutOfCredit,
    RateLimited,
    Refused,
    Rejected,
    ServerFault,
    TimedOut,
)
from flux_desktop.core.language import marked, tr
from flux_desktop.providers.http.retry import retry_after

__all__ = ["Answer", "UnusableOrder", "is_html", "is_moderation", "plain", "reason", "reason_in", "redact"]

REASON_LIMIT = 200
DETAIL_LIMIT = 2000
READ_LIMIT = 20_000
"""Characters of an answer that are looked at for a reason."""

ID_HEADERS = (
    "x-request-id", "request-id", "x-fal-request-id", "x-lumenfall-request-id", "x-amzn-requestid",
    "x-amz-request-id", "x-correlation-id", "x-trace-id", "cf-ray",
)  # fmt: skip
ID_FIELDS = ("request_id", "requestId", "requestID", "trace_id", "id", "uuid")
REASON_FIELDS = ("error", "message", "msg", "detail", "error_message", "title", "description")
CODE_FIELDS = ("code", "type", "error_type", "error_code")
EXTRA_FIELDS = ("details",)
PHRASES = frozenset({status.phrase for status in HTTPStatus} | {"Unprocessable Entity", "Payload Too Large"})
"""Texts that only repeat the status; Python 3.13 renamed the two."""

# Words of the hosts' own moderation; not "safety" alone, which is also in the names of parameters.
MODERATION = re.compile(
    r"moderat|nsfw|content.?(policy|filter|violation)|polic(y|ies).{0,3}violat|violat.{0,40}polic"
    r"|flagged|unsafe|inappropriate|sensitive.content|safety.{0,3}(system|filter|violation|reason|block|check\b)"
    r"|blocked.{0,20}safety|sexual|explicit content",
    re.IGNORECASE,
)  # fmt: skip


class UnusableOrder(BadAnswer):
    """An order was accepted, but the answer holds nothing that can be used: to retry would be to pay twice."""

    retryable = False
    action = "look_up"
    default_hint = marked("It was probably charged. Look at your account at the provider before you run it again.")


@dataclass(frozen=True)
class Answer:
    """One answer of a provider's API. `secrets` are taken out of every text that is made of it.

    `order` says that it answers a call that may have cost money.
    """

    provider: str
    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)
    order: bool = False

    def json(self) -> Any:
        """The body as JSON; BadAnswer if it is none."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            raise self.bad(self._no_json()) from None

    def _no_json(self) -> str:
        facts = {"provider": self.provider, "status": self.status}
        if not self.body.strip():
            return tr("{provider} answered with nothing (HTTP {status}).", **facts)
        if is_html(self.body, self.headers.get("content-type", "")):
            return tr("{provider} answered with a web page (HTTP {status}).", **facts)
        return tr("{provider} answered with no JSON (HTTP {status}).", **facts)

    def json_object(self) -> dict[str, Any]:
        """The body as a JSON object; BadAnswer if it is none."""
        data = self.json()
        if not isinstance(data, dict):
            raise self.bad(tr("{provider} answered with JSON that holds no fields.", provider=self.provider))
        return data

    def bad(self, title: str, hint: str = "", request_id: str = "") -> BadAnswer:
        """The error for an answer that makes no sense; after an order one that does not invite to pay again."""
        kind = UnusableOrder if self.order else BadAnswer
        return kind(title, hint, request_id=request_id or self.request_id, detail=self.detail)

    @property
    def request_id(self) -> str:
        """The host's own name for this call, from its headers or its JSON; "" if it gave none."""
        found = next((self.headers[name] for name in ID_HEADERS if self.headers.get(name)), "")
        return self.plain(found or _id_in(_parsed(self.body)), 100)

    @property
    def reason(self) -> str:
        """Why it failed, in the host's words, as one line of plain text; "" if it gave none."""
        return reason(self.body, self.headers.get("content-type", ""), self.secrets)

    @property
    def detail(self) -> str:
        """What can be copied for a report."""
        return self.plain(f"HTTP {self.status}: {self.body[:READ_LIMIT].decode(errors='replace')}", DETAIL_LIMIT)

    @property
    def retry_after(self) -> float | None:
        """Seconds that the host asks to wait: by header, or by a number `retry_after` in its JSON."""
        seconds = retry_after(self.headers.get("retry-after"))
        if seconds is None and isinstance(data := _parsed(self.body), dict):
            seconds = retry_after(str(data.get("retry_after", "")))
        return seconds

    def plain(self, text: object, limit: int = REASON_LIMIT) -> str:
        """`text` (anything a host sent) as one line that may be shown: no control characters, no key, not too long."""
        return plain(redact(str(text), self.secrets), limit)

    def failure(self) -> FluxError:
        """The error that this answer means."""
        kind, title, hint = self._verdict()
        why = self.reason
        return kind(f"{title}{f': {why}' if why else ''}".rstrip(".") + ".", hint, **self._facts())

    def _facts(self) -> dict[str, str]:
        return {"request_id": self.request_id, "detail": self.detail}

    def _verdict(self) -> tuple[type[FluxError], str, str]:
        who, status = self.provider, self.status
        known: dict[int, tuple[type[FluxError], str]] = {
            401: (KeyRefused, tr("{provider} does not accept the key", provider=who)),
            402: (OutOfCredit, tr("{provider}: the account is out of credit", provider=who)),
            403: (KeyRefused, tr("{provider} does not allow this with the key", provider=who)),
            408: (TimedOut, tr("{provider} took too long", provider=who)),
            429: (RateLimited, tr("{provider} asks for a pause (HTTP 429)", provider=who)),
        }
        if status not in (401, 429) and status < 500 and is_moderation(_spoken(self.body, self.reason)):
            return Refused, tr("{provider} refused it", provider=who), ""
        if status in known:
            return *known[status], self._pause_hint() if status == 429 else ""
        if status >= 500:
            return ServerFault, tr("{provider} failed (HTTP {status})", provider=who, status=status), ""
        if status >= 400:
            return Rejected, tr("{provider} finds the request invalid (HTTP {status})", provider=who, status=status), ""
        redirect = tr(
            "{provider} answered with a redirect (HTTP {status}), which is not followed", provider=who, status=status
        )
        return BadAnswer, redirect, ""

    def _pause_hint(self) -> str:
        seconds = self.retry_after
        if seconds is None:
            return ""
        return (
            tr("Retry in {seconds} seconds.", seconds=f"{seconds:.0f}")
            if seconds < 100
            else tr("Retry in {minutes} minutes.", minutes=f"{seconds / 60:.0f}")
        )


def reason(body: bytes, media_type: str = "", secrets: Sequence[str] = ()) -> str:
    """Why a call failed, out of any error body that hosts send, as one line of plain text of at most 200 characters.

    Tried in this order: `error.message`, `error`, `message`, `detail`, `detail[].msg`, `title`, the text itself.
    A page gives its title, the XML of an S3 storage its message.
    """
    data = _parsed(body)
    if isinstance(data, dict | list):
        text = reason_in(data)
    elif isinstance(data, str):
        text = data
    else:
        text = body[:READ_LIMIT].decode(errors="replace")
        text = _page_text(text) if is_html(body, media_type) else _storage_text(text)
    return plain(redact(text, secrets), REASON_LIMIT).rstrip(".")


def is_html(body: bytes, media_type: str = "") -> bool:
    """Whether a body is a web page, by what it says or by how it begins."""
    start = body[:200].lstrip().lower()
    return "html" in media_type.lower() or start.startswith((b"<!doctype html", b"<html", b"<head", b"<body"))


def is_moderation(text: str) -> bool:
    """Whether a host's words say that its moderation refused."""
    return MODERATION.search(text) is not None


def plain(text: str, limit: int = REASON_LIMIT) -> str:
    """`text` as one line without control characters or marks that turn the reading direction, cut at `limit`."""
    spaced = "".join(" " if char.isspace() else char for char in text[: limit * 20])
    shown = "".join(char for char in spaced if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    line = " ".join(shown.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def redact(text: str, secrets: Sequence[str]) -> str:
    """`text` with every secret replaced, also where it is escaped as in a URL or in JSON."""
    for secret in secrets:
        if len(secret) < 4:
            continue
        for form in (secret, quote(secret, safe=""), json.dumps(secret)[1:-1]):
            text = text.replace(form, "•••")
    return text


def _parsed(body: bytes) -> Any:
    if body[:1].strip() not in (b"{", b"[", b'"', b"") or len(body) > 1_000_000:
        return None
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def reason_in(data: Any, depth: int = 0) -> str:
    """The most telling text in an error object: a sentence before a code, a code before nothing."""
    if isinstance(data, str):
        return data
    if depth > 5:
        return ""
    if isinstance(data, list):
        return "; ".join(filter(None, (reason_in(item, depth + 1) for item in data[:3])))
    if not isinstance(data, dict):
        return ""
    texts = [reason_in(data[name], depth + 1) for name in (*REASON_FIELDS, *CODE_FIELDS) if name in data]
    texts = [text for text in texts if text.strip() and text not in PHRASES]
    best = next((text for text in texts if " " in text.strip()), texts[0] if texts else "")
    extra = [reason_in(data.get(name), depth + 1) for name in EXTRA_FIELDS]
    place = _place_of(data)
    return ": ".join(filter(None, [place, best, *(text for text in extra if text and text != best)]))


def _place_of(data: Mapping[str, Any]) -> str:
    """The field that a validation error is about: the last of its `loc`."""
    loc = data.get("loc")
    return str(loc[-1]) if isinstance(loc, list) and loc else ""


def _spoken(body: bytes, why: str) -> str:
    """The reason and the codes of an error body, but not what it echoes of the request."""
    data = _parsed(body)
    return " ".join([why, *_codes_in(data)])


def _codes_in(data: Any, depth: int = 0) -> list[str]:
    if isinstance(data, list):
        return [code for item in data[:5] for code in _codes_in(item, depth + 1)]
    if not isinstance(data, dict) or depth > 3:
        return []
    own = [str(data[name]) for name in CODE_FIELDS if isinstance(data.get(name), str)]
    return own + [code for name in ("error", "detail") for code in _codes_in(data.get(name), depth + 1)]


def _id_in(data: Any) -> str:
    if not isinstance(data, dict):
        return ""
    inner = data.get("error")
    places = [data, inner] if isinstance(inner, dict) else [data]
    return next((str(place[name]) for place in places for name in ID_FIELDS if isinstance(place.get(name), str)), "")


def _page_text(page: str) -> str:
    """The title of a web page, or its text where it has none."""
    title = re.search(r"<title[^>]*>(.*?)</title>", page, re.IGNORECASE | re.DOTALL)
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.IGNORECASE | re.DOTALL)
    found = next((match[1] for match in (title, heading) if match and match[1].strip()), "")
    visible = re.sub(r"<(script|style)\b.*?(</\1>|$)", " ", found or page, flags=re.IGNORECASE | re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*(>|$)", " ", visible))


def _storage_text(text: str) -> str:
    """The message in the XML by which S3 storages complain; any other text as it is."""
    message = re.search(r"<Message>(.*?)</Message>", text) if "<Error>" in text else None
    return html.unescape(message[1]) if message else text
