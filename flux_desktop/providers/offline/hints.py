"""What helps when a prompt was not understood: the nearest word, or why it cannot be done."""

from __future__ import annotations

from flux_desktop.core.language import tr
from flux_desktop.core.vocabulary import summary
from flux_desktop.providers.offline.phrases import WORDS

__all__ = ["hint_for"]

_THINGS = frozenset(
    {"background", "foreground", "sky", "person", "man", "woman", "face", "people", "dog", "cat", "tree", "trees"}
    | {"object", "car", "hair", "eyes", "skin"}
)


def hint_for(odd: str, words: set[str], mode: str) -> str:
    """A sentence or two; `odd` is the word that stopped the reading, `words` are those of its clause."""
    from difflib import get_close_matches

    near = get_close_matches(odd, [word for word in WORDS if len(word) > 3], 1, 0.78) if len(odd) > 3 else []
    if near and near[0] != odd:
        return tr("Did you mean “{word}”?", word=near[0]) + f" {summary(mode)}"
    if words & _THINGS:
        return (
            tr("It cannot find things: select the part that you mean, then say what to do with it.")
            + f" {summary(mode)}"
        )
    return summary(mode)
