"""What eachlabs answers: predictions on their way, made and failed, and what it publishes of its models.

A failure has one of these shapes: `{"error": "text"}`, `{"status": 402, "error", "details"}`, `{"status": "error",
"message", "details"}`, and for an order that was accepted first, in `output`: `{"error_code", "error_message",
"classification": {"category"}}`, or a text, or an object of another kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flux_desktop.core.edit import Output, Ticket, TicketState
from flux_desktop.core.errors import Cancelled, FluxError, RateLimited, Refused, Rejected, ServerFault
from flux_desktop.core.language import marked, tr
from flux_desktop.core.params import Model
from flux_desktop.core.price import Balance, Cost
from flux_desktop.providers.eachlabs.models import MATCH
from flux_desktop.providers.http.answers import Answer, is_moderation, plain, reason_in
from flux_desktop.providers.schemas import corrected

__all__ = ["balance_in", "fitted", "ordered_id", "settled"]

UNDER_WAY = frozenset({"created", "starting", "processing"})
FAILED = frozenset({"error", "failed"})
CATEGORY_FIELDS = ("category", "reason", "type")

ADJUST = marked("It may have been refused for its content, too. Change the prompt or the picture and run it again.")
FETCH = marked("eachlabs could not fetch the picture: its link may have expired. Retry uploads it again.")
CODES: Mapping[str, tuple[type[FluxError], str]] = {
    "INPUT_VALIDATION_ERROR": (Rejected, ""),
    "INPUT_DOWNLOAD_ERROR": (Rejected, FETCH),
    "PROVIDER_BAD_REQUEST": (Rejected, ""),
    "PROVIDER_REJECTED": (Rejected, ADJUST),
    "PROVIDER_RATE_LIMIT": (RateLimited, ""),
}
"""What the documented codes of a failure mean; all others say that eachlabs or the model failed."""

AGAIN = marked("Retry orders it anew. Whether a failed run is charged, eachlabs does not say.")
FILLED = ("prompt", "image_urls", "sync_mode")
"""Fields that the program fills itself, or never sends."""


def ordered_id(answer: Answer) -> str:
    """The id of an order that was accepted; the error of the answer where there is none."""
    data = answer.json_object()
    if id := _id_in(answer, data):
        return id
    if str(data.get("status", "")).lower() in FAILED:  # with HTTP 200, but in the shape of an error
        raise _failure(answer, tr("eachlabs does not take the order"), data, "", Rejected, "")
    raise answer.bad(tr("eachlabs took the order but gave no id to ask for it."))


def settled(answer: Answer, ticket: Ticket) -> Ticket:
    """The ticket as `answer` says that its prediction stands; the error of one that failed or was cancelled."""
    data = answer.json_object()
    word = answer.plain(data.get("status") or "none", 40)
    if word.lower() in UNDER_WAY:
        return ticket
    if word.lower() == "success":
        return _ready(data, ticket)
    if word.lower() in FAILED:
        raise _failed(answer, data, ticket.id)
    if word.lower() in ("cancelled", "canceled"):
        raise _over(
            Cancelled(tr("eachlabs: the order was cancelled there."), tr("Retry orders it anew.")), answer, ticket.id
        )
    raise answer.bad(tr("eachlabs tells a status that is not known: {word}.", word=word), request_id=ticket.id)


def balance_in(data: Mapping[str, Any]) -> Balance | None:
    """The money left by an answer of `GET /billing/balance`."""
    amount = _amount(data.get("balance_usd"))
    return None if amount is None else Balance(amount)


def fitted(model: Model, entry: object) -> Model:
    """`model` as `entry`, what `GET /model?slug=` answered for it, has it now."""
    if not isinstance(entry, Mapping) or not isinstance(schema := entry.get("request_schema"), Mapping):
        return model
    cost = entry.get("cost")
    told = plain(str(cost.get("estimate") or ""), 80) if isinstance(cost, Mapping) else ""
    priced = replace(model, price=told) if told and model.rate is None else model
    return corrected(priced, _with_match(schema, model), ignore=FILLED)


def _with_match(schema: Mapping[str, Any], model: Model) -> Mapping[str, Any]:
    """`schema` with our word for a size that is not sent, where the model has it: no default of the host's is then
    ours, see the doubt in models.py."""
    properties = schema.get("properties")
    shape = model.param("aspect_ratio")
    if not isinstance(properties, Mapping) or shape is None or shape.wire(MATCH) != MATCH:
        return schema
    size = properties.get("image_size")
    if MATCH not in shape.choices or not isinstance(size, Mapping) or not isinstance(size.get("enum"), list):
        return schema
    size = {**size, "enum": [*size["enum"], MATCH], "default": MATCH}
    return {**schema, "properties": {**properties, "image_size": size}}


def _id_in(answer: Answer, data: Mapping[str, Any]) -> str:
    """`predictionID` by the document, `id` where a prediction is asked for, `exec_id` in other answers."""
    ids = (data.get(name) for name in ("predictionID", "id", "exec_id"))
    return next((answer.plain(id, 100) for id in ids if isinstance(id, str) and id), "")


def _ready(data: Mapping[str, Any], ticket: Ticket) -> Ticket:
    urls = _urls(data.get("output"))
    # Of several nobody says which the seed made alone.
    seed = ticket.data.get("seed") if len(urls) == 1 else None
    cost = _billed(data.get("metrics")) or ticket.cost
    outputs = tuple(Output(url, seed=seed) for url in urls)
    return replace(ticket, state=TicketState.READY, outputs=outputs, cost=cost)


def _urls(output: object, depth: int = 0) -> list[str]:
    """The addresses in an output: one, a list of them, or objects that have them as `url`."""
    if isinstance(output, str):
        return [output] if output else []
    if depth > 3:
        return []
    if isinstance(output, list):
        return [url for part in output for url in _urls(part, depth + 1)]
    if isinstance(output, Mapping):
        places = (output.get(name) for name in ("url", "images", "image", "output"))
        return next((found for place in places if (found := _urls(place, depth + 1))), [])
    return []


def _billed(metrics: object) -> Cost | None:
    """What was paid; None where that is not told (or told as nothing, since no model is free)."""
    amount = _amount(metrics.get("cost")) if isinstance(metrics, Mapping) else None
    return Cost(amount, kind="billed") if amount and amount > 0 else None


def _amount(value: object) -> float | None:
    """A sum of money; None for anything else."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and abs(value) < 1e9 else None  # type: ignore[arg-type]


def _failed(answer: Answer, data: Mapping[str, Any], id: str) -> FluxError:
    """The error of a prediction that failed, by its code where it has one."""
    output = data.get("output")
    envelope: Mapping[str, Any] = output if isinstance(output, Mapping) else {}
    code = str(envelope.get("error_code", "")).upper()
    kind, hint = CODES.get(code, (ServerFault, AGAIN))
    told = {name: value for name, value in data.items() if name in ("error", "message", "details")}
    why = next((told for told in (output, told, data.get("logs")) if reason_in(told)), {})
    return _over(_failure(answer, tr("eachlabs did not make it"), why, code, kind, hint), answer, id)


def _failure(answer: Answer, title: str, why: Any, code: str, kind: type[FluxError], hint: str) -> FluxError:
    """The error for a failure with the reason in `why`; Refused where that speaks of moderation."""
    spoken = answer.plain(reason_in(why)).rstrip(".")
    classes = why.get("classification") if isinstance(why, Mapping) else None
    classes = classes if isinstance(classes, Mapping) else {}
    category = " ".join(str(classes.get(name, "")) for name in CATEGORY_FIELDS)
    if is_moderation(f"{spoken} {code} {category}"):
        kind, title, hint = Refused, tr("eachlabs refused it"), ""
    text = f"{title}{f': {spoken or code}' if spoken or code else ''}."
    return kind(text, tr(hint), request_id=answer.request_id, detail=answer.detail)


def _over(error: FluxError, answer: Answer, id: str) -> FluxError:
    error.request_id, error.detail = id, answer.detail
    return error.ended()
