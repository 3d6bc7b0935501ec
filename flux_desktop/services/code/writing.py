"""What the languages have in common: data, strings that survive any prompt, comments, the order of steps."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flux_desktop.core.script import FileData, Script, ScriptFile, Step, Text, Var

__all__ = [
    "IDENTIFIER",
    "ROOM",
    "Known",
    "Notation",
    "comment",
    "comments",
    "has_file_data",
    "headers_of",
    "is_hidden",
    "keyed",
    "literal",
    "path_keys",
    "quoted",
    "runs",
    "wrapped",
]

ROOM = 88
"""Columns after which data and arguments are broken into lines of their own; words never are."""

IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
TURNS_TEXT = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Letters that change the direction in which text is shown: what is read would not be what runs."""

Known = Var | FileData | tuple[str | Var, ...]
"""What a script does not hold itself: parts of earlier answers, words with such parts between them, files."""


@dataclass(frozen=True)
class Notation:
    """How a language writes data. `known` gives the expression for what earlier steps kept, and for files.

    `inside` stands between the braces of an object and what is in them, `last` after the last of several lines.
    """

    words: Mapping[bool | None, str]
    key: Callable[[str], str]
    known: Callable[[Known], str]
    indent: int = 2
    inside: str = ""
    last: str = ","


def literal(value: Any, notation: Notation, column: int = 0) -> str:
    """`value` on one line where it fits; else a line for each item, where its first line is indented by `column`."""
    if isinstance(value, Mapping):
        items = [(f"{notation.key(key)}: ", inner) for key, inner in value.items()]
        return _collection(f"{{{notation.inside}", f"{notation.inside}}}", items, notation, column)
    if isinstance(value, list):
        return _collection("[", "]", [("", inner) for inner in value], notation, column)
    if isinstance(value, Var | FileData | tuple):
        return notation.known(value)
    if isinstance(value, str):
        return quoted(value)
    return notation.words[value] if isinstance(value, bool | None) else repr(value)


def _collection(opening: str, closing: str, items: list[tuple[str, Any]], notation: Notation, column: int) -> str:
    if not items:
        return f"{opening.strip()}{closing.strip()}"
    inner = column + notation.indent
    written = [f"{start}{literal(value, notation, inner)}" for start, value in items]
    return wrapped(opening, written, closing, indent=notation.indent, column=column, last=notation.last)


def wrapped(
    opening: str, items: list[str], closing: str, *, indent: int, column: int = 0, last: str = ",", room: int = ROOM
) -> str:
    """`items` between brackets: on one line where they fit, else below each other."""
    line = f"{opening}{', '.join(items)}{closing}"
    if "\n" not in line and column + len(line) <= room:
        return line
    rows = f",\n{' ' * (column + indent)}".join(items)
    return f"{opening.rstrip()}\n{' ' * (column + indent)}{rows}{last}\n{' ' * column}{closing.lstrip()}"


def quoted(text: str) -> str:
    """`text` in double quotes as JSON, Python and JavaScript read it, with every letter that is not seen escaped."""
    written = json.dumps(text, ensure_ascii=False)
    return "".join(f"\\u{ord(letter):04x}" if is_hidden(letter) else letter for letter in written)


def is_hidden(letter: str) -> bool:
    """Whether `letter` controls something, ends a line, or turns the direction of text."""
    return letter in TURNS_TEXT or unicodedata.category(letter) in ("Cc", "Zl", "Zp")


def comments(script: Script, mark: str, needs: str) -> list[str]:
    """The lines at the top: whose run it is, what it needs, and what the provider notes."""
    lines = [f"The run as Flux Desktop makes it at {script.provider}. {needs}"]
    if script.key:
        lines.append(f"Your key is read from the environment: {script.key}.")
    if script.files:
        lines.append(f"Run it in the folder with {', '.join(file.filename for file in script.files)}.")
    return [comment(mark, line) for line in (*lines, *script.notes)]


def comment(mark: str, sentence: str) -> str:
    """`sentence` as one line that nothing in it can leave."""
    words = "".join(" " if is_hidden(letter) else letter for letter in sentence)
    return f"{mark} {' '.join(words.split())}"


def runs(steps: Iterable[Step]) -> Iterator[tuple[bool, list[Step]]]:
    """The steps in order, those that stand together for each of the seeds as one."""
    for each, group in groupby(steps, key=lambda step: step.each):
        yield each, list(group)


def path_keys(path: str) -> tuple[list[str], list[str]]:
    """The keys of a path in an answer: those before its `[]`, and those in each item after it."""
    outer, _, inner = path.partition("[]")
    return [key for key in outer.split(".") if key], [key for key in inner.split(".") if key]


def keyed(header: str, variable: str) -> Text:
    """The value of a header, with `variable` in place of the key."""
    before, _, after = header.partition("{key}")
    return (before, Var(variable), after) if before or after else Var(variable)


def headers_of(step: Step, files: Mapping[str, ScriptFile]) -> dict[str, Text]:
    """The headers of a step but the key's, with the media type of a file that is sent as it is."""
    own = dict(step.headers)
    if step.content and "content-type" not in map(str.lower, own):
        own["Content-Type"] = files[step.content].media_type
    return own


def has_file_data(script: Script) -> bool:
    """Whether a file goes along inside JSON."""
    return any(_holds_file(step.json) for step in script.steps)


def _holds_file(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(map(_holds_file, value.values()))
    return isinstance(value, FileData) or (isinstance(value, list) and any(map(_holds_file, value)))
