"""A language to test with: English with accents, a third longer, in brackets: `⟦Öpëñ thë pïçtürë~~~~⟧`.

What a translator could not change stays: places in braces, tags, underlined letters. A word on the screen without
brackets was never given to a translator; one whose last bracket is missing has too little room.
"""

from __future__ import annotations

import re

__all__ = ["LONGER", "disguised"]

LONGER = 0.35
"""How much longer words become: as much as German is at its worst."""
ACCENTS = str.maketrans("aceinouyACEINOUYds", "äçëïñöüÿÄÇËÏÑÖÜŸðš")
KEPT = re.compile(r"\{[^{}]*\}|</?\w[^<>]*>|&\w+;|&\w|%\w|https?://\S+|`[^`]*`")


def disguised(text: str, comment: str = "", number: int = -1) -> str:
    """`text` in disguise; comment and number make no difference."""
    del comment, number
    if not any(letter.isalpha() for letter in KEPT.sub("", text)):
        return text
    said, end = [], 0
    for kept in KEPT.finditer(text):
        said += [text[end : kept.start()].translate(ACCENTS), kept[0]]
        end = kept.end()
    said.append(text[end:].translate(ACCENTS))
    return f"⟦{''.join(said)}{'~' * round(len(text) * LONGER)}⟧"
