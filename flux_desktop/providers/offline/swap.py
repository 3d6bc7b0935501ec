"""Reads "make the red jacket blue" and "replace green with orange": which colour becomes which."""

from __future__ import annotations

from dataclasses import dataclass

from flux_desktop.imaging.effects.operation import Operation
from flux_desktop.providers.offline.phrases import WORDS
from flux_desktop.providers.offline.tokens import Token, colour_at
from flux_desktop.providers.offline.words import CONNECTORS, PICTURE

__all__ = ["read_swap"]

_MAKE = frozenset({"make", "turn", "paint", "colour", "recolour", "dye", "want", "give"})
_CHANGE = frozenset({"change", "replace", "swap", "exchange", "switch", "convert"})
_OF_THE = frozenset(
    {
        "the",
        "a",
        "an",
        "my",
        "our",
        "your",
        "his",
        "her",
        "its",
        "their",
        "all",
        "every",
        "any",
        "of",
        "from",
        "colour",
        "colours",
    }
)
_LINKS = frozenset({"to", "into", "with", "for", "by", "in", "be", "from"})
_MOST_WORDS = 6


@dataclass(frozen=True)
class _Target:
    colour: str
    said: str
    at: int
    end: int


def read_swap(prompt: str, tokens: tuple[Token, ...], at: int, after_swap: bool) -> tuple[Operation, int] | None:
    """The swap that begins at token `at` and the token after it; None if there is none.

    `after_swap`: the clause before was one too, so "make the cup red and the table blue" needs no second verb.
    """
    first = tokens[at].text
    known = first in _MAKE or first in _CHANGE
    if not known and not (after_swap and first in _OF_THE):
        return None
    begin = at + 1 if known else at
    target = _target(tokens, begin)
    if target is None:
        return None
    phrase = prompt[tokens[at].start : tokens[target.end - 1].end]
    operation = _operation(tokens, begin, target, phrase)
    return (operation, target.end) if operation else None


def _target(tokens: tuple[Token, ...], begin: int) -> _Target | None:
    """The first colour that ends the clause: the one that is wanted."""
    for at in range(begin, min(len(tokens), begin + _MOST_WORDS + 2)):
        if tokens[at].text in CONNECTORS and not _is_plus_colour(tokens, at):
            return None
        if [token.text for token in tokens[at : at + 3]] == ["black", "and", "white"]:
            return None
        found = colour_at(tokens, at)
        if found and _ends(tokens, found[2]) and not _is_plus_colour(tokens, found[2]):
            return _Target(found[0], found[1], at, found[2])
    return None


def _is_plus_colour(tokens: tuple[Token, ...], at: int) -> bool:
    return at < len(tokens) and tokens[at].text == "with" and colour_at(tokens, at + 1) is not None


def _ends(tokens: tuple[Token, ...], at: int) -> bool:
    return at >= len(tokens) or tokens[at].text in CONNECTORS or tokens[at].text in ("instead", "please", "now")


def _operation(tokens: tuple[Token, ...], begin: int, target: _Target, phrase: str) -> Operation | None:
    source, said, noun, at = "", "", [], begin
    while at < target.at:
        found = colour_at(tokens, at)
        if found and not source:
            source, said, at = found
            continue
        if tokens[at].kind != "word":
            return None
        if tokens[at].text not in _OF_THE and tokens[at].text not in _LINKS and tokens[at].text != "instead":
            noun.append(tokens[at].text)
        at += 1
    if any(word in WORDS and word not in ("sky", "clouds", "water") for word in noun):
        return None
    things = [word for word in noun if word not in PICTURE]
    words = (" ".join(things),) if things else ()
    named = {target.colour: target.said, **({source: said} if source else {})}
    if things and things[-1] in ("background", "backdrop"):
        return Operation("solid", colours=(target.colour,), words=("behind",), phrase=phrase, said=named)
    if source:
        return Operation("swap", colours=(source, target.colour), words=words, phrase=phrase, said=named)
    name = "recolour" if things else "tint"
    return Operation(name, colours=(target.colour,), words=words, phrase=phrase, said=named)
