"""One edit, from the user's words to its images, as plain frozen values."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Protocol

from flux_desktop.core.params import SEED_LIMIT, Value
from flux_desktop.core.price import Cost

__all__ = [
    "EditRequest",
    "EditResult",
    "EncodedImage",
    "JobState",
    "Outgoing",
    "OutgoingField",
    "OutgoingFile",
    "Output",
    "Recipe",
    "Report",
    "ResultImage",
    "Ticket",
    "TicketState",
    "new_seed",
]


def new_seed() -> int:
    """A random seed that every provider accepts."""
    return random.randint(0, SEED_LIMIT)


@dataclass(frozen=True)
class Recipe:
    """All of an edit but the pixels: prompt, provider, model, parameters by their names in this program."""

    prompt: str
    provider: str
    model: str
    params: Mapping[str, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "params", MappingProxyType(dict(self.params)))

    @property
    def seed(self) -> int | None:
        value = self.params.get("seed")
        return value if isinstance(value, int) else None

    def with_params(self, **changes: Value | None) -> Recipe:
        """A copy with these parameters changed; None takes one out."""
        params = {**self.params, **changes}
        return replace(self, params={name: value for name, value in params.items() if value is not None})

    def with_seed(self, seed: int | None) -> Recipe:
        return self.with_params(seed=seed)

    def equal_but_seed(self, other: Recipe) -> bool:
        return self.with_seed(None) == other.with_seed(None)

    def to_json(self) -> dict[str, Any]:
        return {"prompt": self.prompt, "provider": self.provider, "model": self.model, "params": dict(self.params)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Recipe:
        return cls(str(data["prompt"]), str(data["provider"]), str(data["model"]), dict(data.get("params", {})))


@dataclass(frozen=True)
class EncodedImage:
    """Image bytes as they are in a file, with what their header says. Pixels upright, i.e. after EXIF orientation."""

    data: bytes = field(repr=False)
    media_type: str
    width: int
    height: int

    @property
    def megapixels(self) -> float:
        return self.width * self.height / 1e6


@dataclass(frozen=True)
class EditRequest:
    """Everything about an edit in one value; no widget is asked again after it was made.

    A request without a source is a generation. `mask` is white where the edit may act.
    """

    recipe: Recipe
    source: EncodedImage | None = None
    references: tuple[EncodedImage, ...] = ()
    mask: EncodedImage | None = None


class JobState(StrEnum):
    """Where a job is. The first four are on the way, the last four are ends."""

    WAITING = "waiting"
    UPLOADING = "uploading"
    RUNNING = "running"
    DOWNLOADING = "downloading"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"

    @property
    def ended(self) -> bool:
        return self in (JobState.DONE, JobState.FAILED, JobState.CANCELLED, JobState.UNKNOWN)


class Report(Protocol):
    """How a provider tells its job what is happening."""

    def stage(self, state: JobState, progress: float | None = None) -> None:
        """The edit is now in `state`; `progress` is 0…1, or None when the provider tells nothing."""

    def note(self, sentence: str) -> None:
        """Something the user should know, e.g. that the picture was made smaller before it was sent."""

    async def ordering(self) -> None:
        """To be awaited directly before the call that may cost money: on return it is on disk that it was made."""


class TicketState(StrEnum):
    PENDING = "pending"
    READY = "ready"


@dataclass(frozen=True)
class Output:
    """One image of a ticket: an address to fetch it from, or its bytes where the provider sent them along."""

    url: str = ""
    data: bytes = field(default=b"", repr=False)
    seed: int | None = None


@dataclass(frozen=True)
class Ticket:
    """Proof of a paid edit at the provider, enough to collect it later, also by another process."""

    provider: str
    model: str
    id: str = ""
    state: TicketState = TicketState.PENDING
    outputs: tuple[Output, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)
    cost: Cost | None = None

    def to_json(self, keep: Callable[[bytes], str]) -> dict[str, Any]:
        """JSON for the library; `keep` stores an output's bytes and gives the asset's name."""
        return {
            "provider": self.provider,
            "model": self.model,
            "id": self.id,
            "state": self.state.value,
            "outputs": [
                {"url": out.url, "seed": out.seed, **({"asset": keep(out.data)} if out.data else {})}
                for out in self.outputs
            ],
            "data": dict(self.data),
            "cost": self.cost.to_json() if self.cost else None,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any], fetch: Callable[[str], bytes]) -> Ticket:
        """The inverse of `to_json`; `fetch` gives an asset's bytes."""
        return cls(
            provider=data["provider"],
            model=data["model"],
            id=data["id"],
            state=TicketState(data["state"]),
            outputs=tuple(
                Output(out["url"], fetch(out["asset"]) if out.get("asset") else b"", out.get("seed"))
                for out in data["outputs"]
            ),
            data=data["data"],
            cost=Cost(**data["cost"]) if data.get("cost") else None,
        )


@dataclass(frozen=True)
class ResultImage:
    """One image that an edit yields. `seed` is the one that made it, None where nobody knows."""

    image: EncodedImage
    seed: int | None = None


@dataclass(frozen=True)
class EditResult:
    images: tuple[ResultImage, ...]
    cost: Cost | None = None
    request_id: str = ""


@dataclass(frozen=True)
class OutgoingFile:
    """A file that leaves the machine: what it was, what it becomes and what was taken out."""

    role: str
    width: int
    height: int
    media_type: str
    size: int
    changes: tuple[str, ...] = ()
    readers: str = ""
    """Who can fetch it once it is uploaded, and how long; "" where it goes along with the order itself."""


@dataclass(frozen=True)
class OutgoingField:
    """A parameter as the provider gets it."""

    name: str
    field: str
    value: object
    how: str


@dataclass(frozen=True)
class Outgoing:
    """All that leaves the machine for one edit, made before anything is sent.

    `kept` are parameters that the provider does not get: `emulated` ones, which the program carries out, those that are
    `not sent` because the provider does the same without them, and `not supported` ones with the reason as their value.
    """

    host: str
    files: tuple[OutgoingFile, ...]
    fields: tuple[OutgoingField, ...]
    calls: int = 1
    notes: tuple[str, ...] = ()
    kept: tuple[OutgoingField, ...] = ()
