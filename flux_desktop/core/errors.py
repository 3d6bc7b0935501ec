"""Everything that can go wrong, as one tree.

Each error has a *title* (one sentence: what happened), a *hint* (one sentence: what to do) and a *kind*, which
decides the exit code. HTTP statuses stand beside the leaf that they lead to.

FluxError
├── InputError            kind input, exit 2: nothing was sent
│   ├── NotAPicture         not an image, cut short, or empty
│   ├── TooLarge            more pixels or bytes than the limit
│   ├── FileProblem         a file that cannot be read or written
│   ├── OutputExists        the program does not overwrite
│   ├── InvalidParameter    a value that the model cannot take
│   └── NotUnderstood       words outside the vocabulary of `offline`
├── KeyProblem            kind key, exit 3
│   ├── KeyMissing          no key is set
│   ├── KeyRefused          401, 403
│   └── KeychainProblem     the system's keychain is missing or locked
├── Refused               kind refused, exit 4: moderation said no
├── Rejected              kind input, exit 4: the provider finds the request invalid (400, 404, 409, 413, 422)
├── OutOfCredit           kind credit, exit 6 (402)
├── OverBudget            kind credit, exit 6: the user's own limit; nothing was sent
├── Unavailable           kind unavailable, exit 5
│   ├── RateLimited         kind rate (429)
│   ├── Unreachable         no connection: nothing was ordered
│   ├── TimedOut            the deadline passed
│   ├── ServerFault         5xx
│   ├── BadAnswer           an answer that makes no sense, or that has no result
│   └── ResultExpired       the result's link is dead
├── OutcomeUnknown        kind unavailable, exit 7: may have been charged, never repeated by itself
├── Cancelled             kind cancelled, exit 130
└── Internal              kind internal, exit 70: a fault of ours
"""

from __future__ import annotations

from typing import ClassVar, Self

from flux_desktop.core.language import tr

__all__ = [
    "BadAnswer",
    "Cancelled",
    "FileProblem",
    "FluxError",
    "InputError",
    "Internal",
    "InvalidParameter",
    "KeyMissing",
    "KeyProblem",
    "KeyRefused",
    "KeychainProblem",
    "NotAPicture",
    "NotUnderstood",
    "OutOfCredit",
    "OutcomeUnknown",
    "OutputExists",
    "OverBudget",
    "RateLimited",
    "Refused",
    "Rejected",
    "ResultExpired",
    "ServerFault",
    "TimedOut",
    "TooLarge",
    "Unavailable",
    "Unreachable",
]


class FluxError(Exception):
    """An error that is told to the user. `action` names a next step that a button can offer, e.g. `open_keys`.

    `over` says that the provider has ended the order for good: nothing is left to collect, a retry orders anew.
    `place` is the page of the account at the provider where an order can be looked up, "" where that does not help.
    `help` is the place in the manual that says more: a page and an anchor on it.
    """

    kind: ClassVar[str] = "internal"
    exit_code: ClassVar[int] = 70
    retryable: ClassVar[bool] = False
    default_hint: ClassVar[str] = ""
    help: ClassVar[str] = "problems#fault"
    action: ClassVar[str] = ""

    def __init__(self, title: str, hint: str = "", *, request_id: str = "", detail: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.hint = hint or tr(self.default_hint)
        self.request_id = request_id
        self.detail = detail
        self.over = False
        self.place = ""

    def ended(self) -> Self:
        """This error, which has ended its order for good."""
        self.over = True
        return self

    def to_json(self) -> dict[str, str | bool]:
        """The `error` object of the command line's JSON and of the jobs kept in the library."""
        data: dict[str, str | bool] = {
            "kind": self.kind,
            "title": self.title,
            "hint": self.hint,
            "request_id": self.request_id,
            "retryable": self.retryable,
        }
        if self.action:
            data["action"] = self.action
        if self.place:
            data["place"] = self.place
        return data


class InputError(FluxError):
    kind = "input"
    exit_code = 2
    default_hint = "Nothing was sent. Correct it and try again."
    help = "problems#input"


class NotAPicture(InputError):
    default_hint = "Open a JPEG, PNG, WebP, TIFF, BMP, GIF, AVIF or HEIC picture."
    help = "problems#no-picture"


class TooLarge(InputError):
    default_hint = "Make the picture smaller, or raise the limit in the settings."
    help = "problems#too-large"


class FileProblem(InputError):
    default_hint = "Check that the file is there and that you may use it."
    help = "problems#file"


class OutputExists(InputError):
    default_hint = "Choose another name, or pass --overwrite."
    help = "problems#exists"


class InvalidParameter(InputError):
    default_hint = "Nothing was sent. Choose a value that the model can take."
    help = "problems#parameter"


class NotUnderstood(InputError):
    default_hint = "The offline editor knows a small vocabulary; a hosted model understands free words."
    help = "problems#not-understood"
    action = "open_help"


class KeyProblem(FluxError):
    kind = "key"
    exit_code = 3
    action = "open_keys"
    help = "problems#key-missing"


class KeyMissing(KeyProblem):
    default_hint = "Add a key in Settings › Providers, or with `flux-desktop key set`."


class KeyRefused(KeyProblem):
    default_hint = "Check the key in Settings › Providers: it may be mistyped, expired or revoked."
    help = "problems#key-refused"


class KeychainProblem(KeyProblem):
    default_hint = "Use the environment variable, or keep the key for this session only."
    help = "problems#keychain"


class Refused(FluxError):
    kind = "refused"
    exit_code = 4
    default_hint = "The provider's moderation said no. Change the prompt or the picture and run it again."
    help = "problems#moderation"


class Rejected(FluxError):
    kind = "input"
    exit_code = 4
    default_hint = "The provider finds the request invalid. Change the parameters and run it again."
    help = "problems#rejected"


class OutOfCredit(FluxError):
    kind = "credit"
    exit_code = 6
    default_hint = "Top up the account at the provider, then retry."
    help = "problems#credit"
    action = "retry"


class OverBudget(FluxError):
    """The edit would cost more than the user allows. One that only asks (`asks`) may go on once the user agreed."""

    kind = "credit"
    exit_code = 6
    default_hint = "Nothing was sent. Raise the budget in Settings › Money, or wait for the next day or month."
    help = "problems#budget"
    action = "open_money"

    def __init__(self, title: str, hint: str = "", *, asks: bool = False) -> None:
        super().__init__(title, hint)
        self.asks = asks


class Unavailable(FluxError):
    kind = "unavailable"
    exit_code = 5
    retryable = True
    default_hint = "Retry in a moment, or choose another provider."
    help = "problems#unavailable"
    action = "retry"


class RateLimited(Unavailable):
    kind = "rate"
    default_hint = "The provider asks for a pause. Retry in a minute."
    help = "problems#pause"


class Unreachable(Unavailable):
    default_hint = "Nothing was ordered. Check the connection and retry."
    help = "problems#no-connection"


class TimedOut(Unavailable):
    help = "problems#too-slow"


class ServerFault(Unavailable):
    help = "problems#server"


class BadAnswer(Unavailable):
    default_hint = "The provider's answer could not be used. Retry, or choose another provider."
    help = "problems#bad-answer"


class ResultExpired(Unavailable):
    retryable = False
    default_hint = "The picture was made but its link is dead: look for it in your account at the provider."
    help = "problems#expired"
    action = "look_up"


class OutcomeUnknown(FluxError):
    kind = "unavailable"
    exit_code = 7
    default_hint = (
        "It may have been charged, so it is not repeated by itself. "
        "Look at your account at the provider before you run it again."
    )
    help = "problems#unknown"
    action = "look_up"


class Cancelled(FluxError):
    kind = "cancelled"
    exit_code = 130
    default_hint = "Run it again when you like."
    help = "problems#cancelled"


class Internal(FluxError):
    default_hint = "This is a fault of the program. The details can be copied for a report."
