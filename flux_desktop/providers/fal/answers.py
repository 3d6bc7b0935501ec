"""What fal answers: results and failures of its queue, and what its platform API tells of models and money.

A failure has one of these shapes: `{"detail": [{"loc", "msg", "type"}]}` of a model, `{"detail", "error_type"}` of
fal's machinery, `{"detail": "text"}`, and `{"error": {"type", "message"}}` of the platform API.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from flux_desktop.core.errors import FluxError, OutOfCredit, Refused, ServerFault
from flux_desktop.core.language import tr
from flux_desktop.core.params import Model
from flux_desktop.core.price import Balance, Rate
from flux_desktop.providers.http.answers import Answer, is_moderation, reason_in
from flux_desktop.providers.schemas import resolved

__all__ = ["Made", "balance_in", "ended", "input_schemas", "is_own", "made_in", "refused_order", "todays_rate"]

OWN_HEADERS = ("x-fal-error-type", "x-fal-retryable")
OWN_STATUSES = frozenset({400, 413, 422, 499, 500})


@dataclass(frozen=True)
class Made:
    """The addresses of what an order made, without those that the filter flagged, and how many these are."""

    urls: tuple[str, ...]
    flagged: int
    seed: int | None


def made_in(result: Mapping[str, Any]) -> Made:
    """What is in a result, as far as it makes sense: `images[].url`, `has_nsfw_concepts[]`, `seed`."""
    images, flags, seed = result.get("images"), result.get("has_nsfw_concepts"), result.get("seed")
    images, flags = images if isinstance(images, list) else [], flags if isinstance(flags, list) else []
    urls = [image.get("url") if isinstance(image, Mapping) else None for image in images]
    found = [(url, flag is True) for url, flag in zip_longest(urls, flags[: len(urls)]) if isinstance(url, str) and url]
    kept = tuple(url for url, flagged in found if not flagged)
    return Made(kept, len(found) - len(kept), seed if isinstance(seed, int) and seed >= 0 else None)


def is_own(answer: Answer) -> bool:
    """Whether the model or fal's machinery failed, and not a gateway on the way there: asking again helps nothing."""
    return any(name in answer.headers for name in OWN_HEADERS) or (
        answer.status in OWN_STATUSES and answer.body.lstrip().startswith(b"{")
    )


def refused_order(answer: Answer) -> FluxError:
    """The error of an order that was answered with HTTP 403: fal says so of a key, and of an account without money."""
    if re.search(r"exhausted|balance|locked", answer.reason, re.IGNORECASE):
        title = tr("fal: the account is out of credit: {why}.", why=answer.reason)
        return OutOfCredit(title, request_id=answer.request_id, detail=answer.detail)
    return answer.failure()


def ended(answer: Answer, id: str) -> FluxError:
    """The error of order `id`, which fal ended: by a failure in place of the result, or by the `error` of a status."""
    error = answer.failure() if answer.status >= 400 else _by_status(answer)
    if answer.status == 499:
        error = ServerFault(
            tr("fal: the order was cancelled there."), tr("Retry orders it anew."), detail=answer.detail
        )
    elif isinstance(error, ServerFault):
        again = answer.headers.get("x-fal-retryable") != "false"
        error.hint = (
            tr("It is not charged. Retry orders it anew.") if again else tr("fal says that it would fail again.")
        )
    error.request_id = error.request_id or id
    return error.ended()


def _by_status(answer: Answer) -> FluxError:
    status = answer.json_object()
    why = answer.plain(reason_in({"error": status.get("error"), "type": status.get("error_type")})).rstrip(".")
    if is_moderation(f"{why} {status.get('error_type')}"):
        return Refused(tr("fal refused it: {why}.", why=why), detail=answer.detail)
    return ServerFault(tr("fal did not make it: {why}.", why=why), detail=answer.detail)


def input_schemas(answer: Mapping[str, Any]) -> dict[str, Any]:
    """The input's schema of each endpoint in an answer of `GET /models?expand=openapi-3.0`, without references."""
    found = {}
    models = answer.get("models")
    for entry in models if isinstance(models, list) else []:
        document = entry.get("openapi") if isinstance(entry, Mapping) else None
        if isinstance(document, Mapping) and isinstance(id := entry.get("endpoint_id"), str):
            found[id] = _input_schema(document)
    return {id: schema for id, schema in found.items() if schema}


def todays_rate(answer: Mapping[str, Any], model: Model) -> Rate | None:
    """The rate of `model` by an answer of `GET /models/pricing`; None where it is not told in a known unit.

    fal tells one price, that of the first unit: how further ones count, and what goes in, is as declared.
    """
    prices = answer.get("prices")
    for entry in prices if isinstance(prices, list) else []:
        if isinstance(entry, Mapping) and entry.get("endpoint_id") == model.wire_id and entry.get("currency") == "USD":
            return _rate(entry.get("unit_price"), str(entry.get("unit", "")).lower(), model)
    return None


def balance_in(answer: Mapping[str, Any]) -> Balance | None:
    """The money left by an answer of `GET /account/billing?expand=credits`."""
    credits = answer.get("credits")
    credits = credits if isinstance(credits, Mapping) else {}
    amount = credits.get("current_balance")
    if isinstance(amount, bool) or not isinstance(amount, int | float):
        return None
    return Balance(float(amount), str(credits.get("currency", "USD")))


def _rate(price: object, unit: str, model: Model) -> Rate | None:
    if isinstance(price, bool) or not isinstance(price, int | float) or not 0 <= price < 1000:
        return None
    if "megapixel" in unit:
        declared = model.rate or Rate(1.0, 1.0, 1.0 if model.mode == "edit" else 0.0)
        times = price / declared.first
        return replace(declared, first=price, more=declared.more * times, sent=declared.sent * times)
    return Rate(float(price)) if "image" in unit else None


def _input_schema(document: Mapping[str, Any]) -> Any:
    """The schema of the body of the one call that has a body: the submit."""
    paths = document.get("paths")
    for path in paths.values() if isinstance(paths, Mapping) else []:
        body: Any = path.get("post") if isinstance(path, Mapping) else None
        for key in ("requestBody", "content", "application/json", "schema"):
            body = body.get(key) if isinstance(body, Mapping) else None
        if body:
            return resolved(body, document)
    return {}
