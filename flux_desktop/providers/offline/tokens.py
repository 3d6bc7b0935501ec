"""A prompt as tokens: words in one spelling, colours, measures, amounts; each remembers where it stood."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flux_desktop.imaging.colour_names import NAMES, hex_of
from flux_desktop.providers.offline.words import SAME

__all__ = ["Token", "colour_at", "tokens_of"]

_SPELT = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12,
}  # fmt: skip
_UNITS = {"%": "%", "percent": "%", "per cent": "%", "px": "px", "pixel": "px", "pixels": "px", "°": "deg"} | {
    "deg": "deg", "degree": "deg", "degrees": "deg", "stop": "stops", "stops": "stops", "ev": "stops",
}  # fmt: skip
_PATTERN = re.compile(
    r"(?P<hex>#[0-9a-f]+\b)"
    r"|(?P<ratio>\d+\s*[:/]\s*\d+)"
    r"|(?P<number>[+−-]?\d+(?:[.,]\d+)?)\s*(?P<unit>%|per ?cent\b|px\b|pixels?\b|°|deg(?:rees?)?\b|stops?\b|ev\b)?"
    r"|(?P<word>[^\W\d_]+(?:['’][a-z]+)?)"
    r"|(?P<mark>→|->|=>|[^\s\-–—\"“”„«»'‘’()\[\]:*_/])"
)


@dataclass(frozen=True)
class Token:
    """`text` is the word in lower case and one spelling; `start` and `end` are its place in the prompt."""

    kind: str
    text: str
    start: int
    end: int
    value: float = 0.0
    unit: str = ""


def tokens_of(prompt: str) -> tuple[Token, ...]:
    """The tokens of `prompt`. What stands in brackets after a hex colour is its name and is passed over."""
    text = prompt.lower()
    for short, long in (("b&w", "b w"), ("b/w", "b w"), ("\n", ";")):
        text = text.replace(short, long.ljust(len(short)))
    text = re.sub(r"(#[0-9a-f]{3,8}\s*)(\([^)]*\))", lambda match: match[1] + " " * len(match[2]), text)
    return tuple(_token(match) for match in _PATTERN.finditer(text))


def _token(match: re.Match[str]) -> Token:
    start, end = match.span()
    text = match[0].strip()
    if match["hex"]:
        return Token("hex" if hex_of(text) else "word", text, start, end)
    if match["ratio"]:
        return Token("ratio", re.sub(r"\s", "", text).replace("/", ":"), start, end)
    if match["number"]:
        value = float(match["number"].replace("−", "-").replace(",", "."))
        unit = _UNITS.get((match["unit"] or "").replace("percent", "per cent").replace("per cent", "%"), "")
        return Token("number", text, start, end, value, unit)
    if match["word"]:
        word = re.sub(r"['’]s$", "", text)
        if word in _SPELT:
            return Token("number", word, start, end, float(_SPELT[word]))
        return Token("word", SAME.get(word, word), start, end)
    spoken = {"→": "to", "->": "to", "=>": "to", "&": "and"}.get(text)
    return Token("word" if spoken else "mark", spoken or text, start, end)


def colour_at(tokens: tuple[Token, ...], at: int) -> tuple[str, str, int] | None:
    """The colour that begins at token `at`, as (`#rrggbb`, the user's words, the token after); None if none does."""
    if at < len(tokens) and tokens[at].kind == "hex":
        return hex_of(tokens[at].text) or "", tokens[at].text, at + 1
    for length in (3, 2, 1):
        words = [token.text for token in tokens[at : at + length] if token.kind == "word"]
        if len(words) < length:
            continue
        name = " ".join(words)
        for form in (name, name.removesuffix("s"), name.removesuffix("ish")):
            if form in NAMES:
                return NAMES[form], form, at + length
    return None
