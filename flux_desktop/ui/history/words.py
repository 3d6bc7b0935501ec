"""What a history node is in words: for its row, its tooltip and a screen reader."""

from __future__ import annotations

import time
from collections.abc import Mapping

from flux_desktop.core.change import Change
from flux_desktop.core.history import BEST, HistoryNode, TreatmentKind
from flux_desktop.core.language import marked, tr
from flux_desktop.core.tree import TreeRow
from flux_desktop.ui.wording import age

__all__ = [
    "TREATMENTS",
    "badge_of",
    "has_region",
    "is_unchanged",
    "marks_of",
    "prompt_of",
    "seed_of",
    "spoken",
    "tip_of",
]

TREATMENTS: Mapping[TreatmentKind, str] = {
    "aligned": marked("aligned"),
    "matched": marked("colours matched"),
    "both": marked("aligned, colours matched"),
    "finished": marked("put back anew"),
    "detailed": marked("detail of the original"),
}
"""What the program itself did to a picture."""
LONGEST_TIP = 2000


def prompt_of(node: HistoryNode) -> str:
    """The prompt of a result, the name of an original."""
    return node.recipe.prompt if node.recipe else node.name or tr("Untitled")


def seed_of(node: HistoryNode) -> str:
    return tr("seed {seed}", seed=node.seed) if node.seed is not None else ""


def badge_of(node: HistoryNode) -> str:
    """The one thing to know besides: what the program did to it, or what the edit changed beside what was asked for."""
    if node.treatment is not None:
        return tr(TREATMENTS[node.treatment.kind])
    words = _change_words(node)
    return words[0] if words else ""


def _change_words(node: HistoryNode) -> tuple[str, ...]:
    """What the edit changed beside what was asked for. Of a part something plainly changed: there the rest did not."""
    if node.change is None:
        return ()
    unchanged = node.change.words() == Change().words()
    return (tr("rest untouched"),) if node.patch is not None and unchanged else node.change.words()


def is_unchanged(node: HistoryNode) -> bool:
    """Whether the badge says that nothing was changed beside what was asked for."""
    return node.treatment is None and node.change is not None and node.change.words() == Change().words()


def marks_of(node: HistoryNode) -> list[str]:
    """All that is noted on `node`, each in words."""
    marks = (
        (tr("starred"), node.starred),
        (tr("rated {stars} of {best}", stars=node.rating, best=BEST), node.rating > 0),
        (tr("exported"), node.exported),
        (tr("edited further"), node.edited),
        (tr("a region was edited"), has_region(node)),
        (tr("has a note"), bool(node.note)),
    )
    treated = [tr(TREATMENTS[node.treatment.kind])] if node.treatment else []
    return [words for words, holds in marks if holds] + treated + list(_change_words(node))


def has_region(node: HistoryNode) -> bool:
    """Whether only a part of the picture was meant to change."""
    return node.mask is not None or node.crop is not None


def spoken(node: HistoryNode, place: TreeRow | None = None) -> list[str]:
    """What a screen reader says of `node`, in a tree with its place there."""
    if node.is_original:
        size = tr("{width} × {height} pixels", width=node.width, height=node.height)
        words = [tr("Original"), prompt_of(node), size]
    else:
        result = tr("Result")
        if place is not None and place.members > 1:
            result = tr("Result {number} of {count}", number=place.place + 1, count=place.members)
        words = [result, seed_of(node) or tr("no seed"), f"'{prompt_of(node)[:200]}'"]
        words.append(node.recipe.model if node.recipe else "")
    words += [age(time.time() - node.created), *marks_of(node)]
    return words + [tr("on the way to the current picture")] * (place is not None and place.on_way)


def tip_of(node: HistoryNode) -> str:
    """What the tooltip says: everything that has no room in a row."""
    lines = [prompt_of(node)[:LONGEST_TIP]]
    if node.note:
        lines.append(tr("Note: {note}", note=node.note[:LONGEST_TIP]))
    if marks := marks_of(node):
        words = ", ".join(marks)
        lines.append(f"{words[0].upper()}{words[1:]}.")
    if node.change is not None:
        lines.append(node.change.sentence())
    return "\n\n".join(lines)
