"""Finding entries of a long list by a few typed letters: the best ones first, at once.

Every word that is typed has to fit one of an entry's texts: as the beginning of it or of a word in it, as a part, as
first letters (“zi” for “Zoom In”), or at least as letters in that order. Case and accents do not matter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Entry", "Finder", "simple"]

WHOLE, BEGINS, WORD, FIRST_LETTERS, PART, SCATTERED = 100.0, 80.0, 60.0, 45.0, 30.0, 10.0
"""What a typed word is worth, by how it fits."""
BESIDE = 0.4
"""What the same is worth in a text that is not the name itself."""
LEAST_SCATTERED = 3
"""Letters from which they may lie apart: two of them lie in nearly everything."""


@dataclass(frozen=True)
class Entry:
    """What can be found: by its `names` (in several languages, say), and by what stands `beside` it, e.g. its menu."""

    names: tuple[str, ...]
    beside: str = ""


class Finder:
    """Entries made ready once, to be searched at every key. `latest` are the places of those used last, newest first.

    What was used lately comes before what fits as well.
    """

    def __init__(self, entries: Sequence[Entry], latest: Iterable[int] = ()) -> None:
        self._texts = [_texts(entry) for entry in entries]
        self._letters = [frozenset("".join(text for text, _, _ in texts)) for texts in self._texts]
        self._order = {place: turn for turn, place in enumerate(latest)}

    def find(self, query: str) -> list[int]:
        """The places of the entries that fit `query`, best first; of all, as they came, for none."""
        words = simple(query).split()
        places = range(len(self._texts))
        if not words:
            return sorted(places, key=self._turn)
        whole = " ".join(words)
        letters = set(whole.replace(" ", ""))
        worth = {place: _worth(self._texts[place], words, whole) for place in places if letters <= self._letters[place]}
        found = [place for place, fit in worth.items() if fit > 0]
        return sorted(found, key=lambda place: (-worth[place], self._turn(place), len(self._texts[place][0][0])))

    def _turn(self, place: int) -> int:
        return self._order.get(place, len(self._order))


def simple(text: str) -> str:
    """`text` as it is compared: without case, accents and needless spaces."""
    if text.isascii():
        return " ".join(text.casefold().split())
    parts = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in parts if not unicodedata.combining(sign)).split())


_Text = tuple[str, str, float]
"""A text as it is compared, the first letters of its words, and what finding something in it is worth."""


def _texts(entry: Entry) -> list[_Text]:
    texts = [(name, 1.0) for name in entry.names] + ([(entry.beside, BESIDE)] if entry.beside else [])
    return [(text := simple(words), "".join(word[0] for word in text.split()), share) for words, share in texts]


def _worth(texts: Sequence[_Text], words: Sequence[str], whole: str) -> float:
    """How well all of `words` fit; 0.0 where one of them does not."""
    total = 0.0
    for word in words:
        best = max(_fit(word, text, firsts) * share for text, firsts, share in texts)
        if not best:
            return 0.0
        total += best
    return total / len(words) + max(WHOLE * (text == whole) + PART * text.startswith(whole) for text, _, _ in texts)


def _fit(word: str, text: str, firsts: str) -> float:
    place = text.find(word)
    if place == 0:
        return BEGINS
    if place > 0:
        return WORD if f" {word}" in text else PART
    if len(word) > 1 and word in firsts:
        return FIRST_LETTERS
    return SCATTERED if len(word) >= LEAST_SCATTERED and _lies_in(word, text) else 0.0


def _lies_in(word: str, text: str) -> bool:
    """Whether the letters of `word` stand in `text` in their order, the first one at the beginning of a word."""
    place = 0 if text.startswith(word[0]) else text.find(f" {word[0]}") + 1
    if not text.startswith(word[0], place):
        return False
    for letter in word[1:]:
        place = text.find(letter, place + 1)
        if place < 0:
            return False
    return True
