"""A run as a script: the requests of one edit, in a form that can be written down in any language.

A script has no secrets and no pixels in it: the key stands in a variable of the environment, pictures in files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

__all__ = ["SEED", "FileData", "Script", "ScriptFile", "Step", "Text", "Until", "Var"]


@dataclass(frozen=True)
class Var:
    """What an earlier step kept under this name: a string. Names are identifiers of any language, e.g. `status_url`."""

    name: str


SEED = Var("seed")
"""The number of the turn where steps are made once for each of a script's `seeds`."""


@dataclass(frozen=True)
class FileData:
    """A file's bytes as base64 inside JSON, behind `prefix` (e.g. `data:image/png;base64,`)."""

    file: str
    prefix: str = ""


Text = str | Var | tuple[str | Var, ...]
"""Words, or words with variables between them, e.g. `("https://api.example/jobs/", Var("job"))`."""


@dataclass(frozen=True)
class ScriptFile:
    """A picture that the script sends: `name` is what steps call it, `filename` where it lies beside the script."""

    name: str
    filename: str
    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Until:
    """Repeat the request until the answer's `path` is one of `done`; end with an error if it is one of `failed`."""

    path: str
    done: tuple[str, ...]
    failed: tuple[str, ...] = ()
    seconds: float = 0.5
    """The pause between two requests."""
    deadline: float = 600.0
    """Seconds after which the script gives up."""


@dataclass(frozen=True)
class Step:
    """One request. `says` is its comment; one of `json`, `form` with `files`, and `content` is its body.

    `json` is plain data (dicts and lists) with `Text` and `FileData` in it; `files` are pairs of a form field and a
    ScriptFile's name, and make the body multipart; `content` is the name of the ScriptFile that is sent as it is, as
    its media type says. `keep` gives names to parts of the JSON answer: a path is keys with dots between, `[]` for each
    of a list, e.g. `data[].url`; it finds one value or a list. A part that is missing ends the script with an error.
    With `until` it is the last answer whose parts are kept.

    `each` marks the steps that are made once for each of the script's `seeds`, with `SEED` where that goes.
    """

    says: str
    method: str
    url: Text
    auth: bool = True
    headers: Mapping[str, Text] = field(default_factory=dict)
    json: Any = None
    form: tuple[tuple[str, Text], ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    content: str = ""
    keep: Mapping[str, str] = field(default_factory=dict)
    until: Until | None = None
    each: bool = False


@dataclass(frozen=True)
class Script:
    """The steps of one edit. `key` is the variable of the environment, `auth` the headers with `{key}` in their values.

    At the end the variable `results` holds the pictures, one or a list: addresses to fetch without the key, or base64.
    Where the host makes one picture a call, `seeds` has one for each call: a step with `each` keeps `results` for it.
    A host without a key has "" as `key`, and no `auth`.
    """

    provider: str
    key: str
    auth: Mapping[str, str]
    steps: tuple[Step, ...]
    results: str
    kind: Literal["url", "base64"] = "url"
    suffix: str = ".png"
    files: tuple[ScriptFile, ...] = ()
    notes: tuple[str, ...] = ()
    seeds: tuple[int, ...] = ()
