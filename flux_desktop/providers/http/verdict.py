"""Which error a broken exchange means, and whether the call may be made again.

What happens to a call that fails. An *order* is a call that may cost money; *free* calls are reads, and uploads that
may be repeated.

| what happened | a free call | an order |
|---|---|---|
| no connection: name, TCP, TLS, proxy | again, then Unreachable | again, then Unreachable |
| the last byte of the request did not leave | again, then Unreachable | again, then Unreachable |
| connection lost or silent after it had left | again, then Unreachable, TimedOut | OutcomeUnknown |
| the answer was cut short | again, then Unreachable | OutcomeUnknown |
| 429; 503 with Retry-After | again, then RateLimited, ServerFault | the same: it was not accepted |
| 503 otherwise | again, then ServerFault | ServerFault, not repeated |
| 408, 502, 504, 52x: a gateway lost the host | again, then ServerFault, TimedOut | OutcomeUnknown |
| 5xx without a word, or with a web page | again, then ServerFault | OutcomeUnknown |
| 5xx in which the host says that it failed | again, then ServerFault | ServerFault, not repeated |
| 4xx | the error of its status (answers.py) | the same |
| a redirect, or an answer that is no JSON | BadAnswer | BadAnswer |

Retry-After is obeyed where it ends before the deadline; other pauses grow, with chance in them.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from flux_desktop.core.errors import (
    BadAnswer,
    FluxError,
    Internal,
    InvalidParameter,
    KeyRefused,
    OutcomeUnknown,
    ServerFault,
    TimedOut,
    Unreachable,
)
from flux_desktop.core.language import tr
from flux_desktop.providers.http.answers import Answer, is_html, plain, redact
from flux_desktop.providers.http.call import Call
from flux_desktop.providers.http.places import is_loopback
from flux_desktop.providers.http.retry import Failed

__all__ = ["check", "distrusted", "lost", "no_address", "said_no", "silent", "unreachable"]

GATEWAY_STATUSES = frozenset({408, 502, 504, *range(520, 531)})
"""A gateway between us and the host lost it: the host may have the order."""


def check(call: Call) -> None:
    """Refuse what would carry the key or a picture astray, before anything is sent."""
    try:
        home, target = urlsplit(call.home or call.url), urlsplit(call.url)
    except ValueError:
        raise no_address(call, "") from None
    # The user chose the address, unless a host did: see Places.
    if target.scheme == "http" and target.hostname and not (is_loopback(call.url) or call.foreign):
        raise InvalidParameter(
            tr(
                "{provider}: {host} would be asked without encryption: nothing was sent.",
                provider=call.provider,
                host=plain(target.hostname, 80),
            ),
            tr(
                "Give it an https address, or lead its port to this computer, e.g. by `ssh -L`: http is for "
                "this one only."
            ),
        )
    if call.auth and call.foreign:
        raise Internal(
            tr("{provider}: no key goes to an address that a host named: nothing was sent.", provider=call.provider)
        )
    if call.auth and (home.scheme, home.netloc) != (target.scheme, target.netloc):
        raise Internal(
            tr(
                "{provider}: the key is for {home}, not for {host}: nothing was sent.",
                provider=call.provider,
                home=home.hostname,
                host=target.hostname,
            )
        )
    for value in call.auth.values():
        if not (value.isascii() and value.isprintable()):
            raise KeyRefused(
                tr("{provider}: the key holds characters that no key has: nothing was sent.", provider=call.provider),
                tr("Enter it again: something else may have been pasted."),
            )


def no_address(call: Call, cause: str) -> Unreachable:
    """The base URL, which a user may change, is none."""
    hint = tr("Nothing was sent. Check the provider's address in Settings › Providers, or the environment variable.")
    return Unreachable(
        tr("{provider}: its address is none of the web.", provider=call.provider), hint, detail=plain(cause)
    )


def distrusted(call: Call, what: str) -> Failed:
    """The host named an address where nothing of the user's may go."""
    return Failed(
        BadAnswer(
            tr("{provider}: the address for the upload {what}.", provider=call.provider, what=what),
            tr("Nothing was sent there."),
        ),
        again=False,
    )


def unreachable(call: Call, cause: str) -> Failed:
    """No connection came about: nothing has left."""
    why = plain(redact(cause, call.secrets), 100)
    host, why = plain(call.host, 80), f" ({why})" if why else ""
    title = tr("{provider}: no connection to {host}{why}.", provider=call.provider, host=host, why=why)
    return Failed(Unreachable(title, _reach_hint(call)), again=True)


def lost(call: Call, sent: bool, cause: str) -> Failed:
    """The connection broke off before there was a whole answer."""
    if call.order and sent:
        return Failed(_unknown(call, tr("the connection was lost after the order had left"), cause), again=False)
    title = tr("{provider}: the connection was lost.", provider=call.provider)
    return Failed(
        Unreachable(title, _reach_hint(call), detail=plain(redact(cause, call.secrets))),
        again=call.repeatable or not sent,
    )


def silent(call: Call, sent: bool) -> Failed:
    """Nothing came for too long."""
    if call.order and sent:
        return Failed(_unknown(call, tr("there was no answer to the order in time")), again=False)
    return Failed(
        TimedOut(tr("{provider} did not answer in time.", provider=call.provider)), again=call.repeatable or not sent
    )


def _unknown(call: Call, what: str, cause: str = "", answer: Answer | None = None) -> OutcomeUnknown:
    return OutcomeUnknown(
        f"{call.provider}: {what}.",
        request_id=answer.request_id if answer else "",
        detail=answer.detail if answer else plain(redact(cause, call.secrets)),
    )


def said_no(call: Call, answer: Answer) -> Failed:
    """The host (or a gateway before it) answered with an error."""
    status, after = answer.status, answer.retry_after
    error: FluxError = answer.failure()
    if status == 429 or (status == 503 and after is not None):
        return Failed(error, again=True, after=after)
    if call.order:
        wordless = not answer.body.strip() or is_html(answer.body, answer.headers.get("content-type", ""))
        if status in GATEWAY_STATUSES or (status >= 500 and status != 503 and wordless):
            what = tr("a gateway lost the order on its way (HTTP {status})", status=status)
            return Failed(_unknown(call, what, answer=answer), again=False)
        return Failed(error, again=False)
    again = call.repeatable and (isinstance(error, ServerFault) or status in GATEWAY_STATUSES)
    return Failed(error, again=again, after=after)


def _reach_hint(call: Call) -> str:
    return (
        tr("Nothing was ordered. Check the connection and retry.")
        if call.order
        else tr("Check the connection and retry.")
    )
