"""What a prompt says: its colours, the pictures it names by number, its places to fill in, and which hint fits it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from flux_desktop.core.language import marked

__all__ = [
    "HINTS",
    "Hint",
    "Situation",
    "Span",
    "Started",
    "colours_in",
    "fields_in",
    "fitting",
    "hint_for",
    "inserted",
    "next_field",
    "numbers_in",
    "started_at",
]

_HEX = re.compile(r"(?<![\w#&])#([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?!\w)", re.IGNORECASE)
_FIELD = re.compile(r"\{([A-Za-z][A-Za-z _]{0,30})\}")
_NUMBER = re.compile(r"\bimage[ #]{0,2}(\d{1,2})\b", re.IGNORECASE)
_STARTED = re.compile(r"(?:(?<!\S)|(?<=[(“\"']))(?:@|images? )([\w.-]{0,40})$", re.IGNORECASE)
_LOOK_BACK = 60
"""Characters before the cursor in which the beginning of a picture's name may lie."""

_CHANGES = (
    "make|turn|change|replace|remove|erase|delete|add|put|swap|paint|recolou?r|colou?r|move|rotate|blur|sharpen|brighten"
    "|darken|convert|dress|give|mache?|ändere|ersetze|entferne|füge|färbe|male|lösche|tausche"
)
_CHANGE = re.compile(rf"(?:^|[.,;:!?\n]|\b(?:and|then|also|please|und|dann|bitte)\b)\s*(?:{_CHANGES})\b", re.IGNORECASE)
_STAYS = re.compile(
    r"\b(keep\w*|stays?|remains?|unchanged|untouched|preserv\w+|same|only|nothing else|without chang\w+|leav\w+"
    r"|as it is|behalte\w*|bleib\w*|unverändert|gleich\w*|lass\w*|nur)\b",
    re.IGNORECASE,
)
_WORDS_TO_DRAW = re.compile(
    r"\b(?:text|sign|signs|caption|headline|title|slogan|lettering|inscription|label)\b[^.]{0,24}"
    r"\b(?:says?|saying|reads?|reading|to|with|into)\b|\b(?:write|spell)\b",
    re.IGNORECASE,
)
_QUOTES = frozenset("\"“”„«»‘’'")
MANY_CHANGES = 3
"""So many changes in one prompt are more than models do steadily."""


class Span(NamedTuple):
    """A part of the prompt, from one character to before another."""

    start: int
    end: int
    words: str


class Started(NamedTuple):
    """The beginning of a picture's name before the cursor: where it starts, and what is typed of it."""

    start: int
    typed: str


class Situation(NamedTuple):
    """What a run would do now: `images` is how many pictures are sent, the one to edit among them."""

    edits: bool
    images: int = 0
    is_flux: bool = True
    """Whether hosted models get the prompt: the offline editor has a vocabulary of its own."""


class Hint(NamedTuple):
    """One quiet sentence; `id` is by what it is dismissed for ever."""

    id: str
    words: str


HINTS = ("field", "number", "quote", "changes", "keep", "roles")
"""Every hint, the one that matters most first."""


def colours_in(prompt: str) -> tuple[str, ...]:
    """The colours that `prompt` names by `#rgb`, `#rrggbb` or `#rrggbbaa`, as `#RRGGBB`, each once."""
    found = (match[1].upper() for match in _HEX.finditer(prompt))
    whole = ("".join(char * 2 for char in digits[:3]) if len(digits) < 6 else digits[:6] for digits in found)
    return tuple(dict.fromkeys(f"#{digits}" for digits in whole))


def numbers_in(prompt: str) -> tuple[int, ...]:
    """The numbers of the pictures that `prompt` names, e.g. `image 2`, each once."""
    return tuple(dict.fromkeys(int(match[1]) for match in _NUMBER.finditer(prompt)))


def fields_in(text: str) -> tuple[Span, ...]:
    """The places to fill in, e.g. `{subject}`; `words` is what stands between the braces."""
    return tuple(Span(match.start(), match.end(), match[1]) for match in _FIELD.finditer(text))


def next_field(text: str, cursor: int) -> Span | None:
    """The first place to fill in from `cursor` on; None behind the last: Tab then leads on, out of the prompt."""
    return next((field for field in fields_in(text) if field.start >= cursor), None)


def started_at(text: str, cursor: int) -> Started | None:
    """What is being typed at `cursor` as the name of a picture: after `@`, or after `image` and a space."""
    if text[cursor : cursor + 1].isalnum():
        return None
    first = max(0, cursor - _LOOK_BACK)
    match = _STARTED.search(text[first:cursor])
    return Started(first + match.start(), match[1]) if match else None


def fitting(typed: str, names: Sequence[str]) -> list[int]:
    """Which of the pictures 1, 2, … called `names` may be meant by `typed`: their numbers.

    A number that is written out needs nothing more, so then there are none.
    """
    if typed.isdigit():
        meant = [number for number in range(1, len(names) + 1) if str(number).startswith(typed)]
        return [] if meant == [int(typed)] else meant
    begun = typed.casefold()
    starts = [[name.casefold(), *re.split(r"[\W_]+", name.casefold())] for name in names]
    return [number for number, words in enumerate(starts, 1) if any(word.startswith(begun) for word in words)]


def inserted(text: str, start: int, end: int, words: str) -> str:
    """`words` with the spaces that they need in place of `text[start:end]`: `red#0066CC` would be no colour."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    left = " " if before and not before.isspace() and before not in "(“\"'" else ""
    return f"{left}{words}{' ' if after.isalnum() else ''}"


def hint_for(prompt: str, situation: Situation, dismissed: Collection[str] = ()) -> Hint | None:
    """The hint that fits what is written, if any: of several the one that matters most, and none that is dismissed."""
    fields = fields_in(prompt)
    if fields and "field" not in dismissed:
        return Hint("field", marked("Fill in {field}: Tab leads there.", field=f"{{{fields[0].words}}}"))
    if not situation.is_flux:
        return None
    fits = (("number", _number), ("quote", _quote), ("changes", _changes), ("keep", _keep), ("roles", _roles))
    hints = (Hint(id, words) for id, ask in fits if id not in dismissed and (words := ask(prompt, situation)))
    return next(hints, None)


def _number(prompt: str, situation: Situation) -> str:
    if not situation.images or all(1 <= number <= situation.images for number in numbers_in(prompt)):
        return ""
    if situation.images == 1:
        return marked("Only image 1 is sent: the picture that is edited.")
    return marked("The pictures that are sent are image 1 to image {last}.", last=situation.images)


def _quote(prompt: str, situation: Situation) -> str:
    del situation
    if _QUOTES & set(prompt) or not _WORDS_TO_DRAW.search(prompt):
        return ""
    return marked("Put the words to be drawn in quotation marks.")


def _changes(prompt: str, situation: Situation) -> str:
    if not situation.edits or len(_CHANGE.findall(prompt)) < MANY_CHANGES:
        return ""
    return marked("One change at a time gives the steadiest results.")


def _keep(prompt: str, situation: Situation) -> str:
    if not situation.edits or _STAYS.search(prompt) or not _CHANGE.search(prompt) or len(prompt.split()) < 4:
        return ""
    return marked("Say what stays, too: “Keep everything else as it is.”")


def _roles(prompt: str, situation: Situation) -> str:
    if situation.images < 2 or len(prompt.split()) < 4 or set(numbers_in(prompt)) - {1}:
        return ""
    return marked("Say what each reference is for: “the jacket of image 2”.")
