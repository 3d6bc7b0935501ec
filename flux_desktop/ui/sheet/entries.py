"""What stands on a contact sheet: the selected pictures in their order, with what is told about each."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flux_desktop.core.errors import FluxError
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import tr
from flux_desktop.ui.sheet.options import SheetOptions

if TYPE_CHECKING:
    from flux_desktop.services.session import Session

__all__ = ["Entry", "entries_of", "shape_of"]


@dataclass(frozen=True)
class Entry:
    """One place on the sheet. `label` is how the client speaks of it: a number, or "" for an original.

    `pictures` are the node alone, or the picture before and the node. `prompt` and `facts` are plain text, "" for none.
    """

    label: str
    pictures: tuple[HistoryNode, ...]
    prompt: str
    facts: str


def entries_of(nodes: Sequence[HistoryNode], options: SheetOptions, session: Session) -> list[Entry]:
    """`nodes` in their order, numbered; with `options.original` the original of each tree before its first result."""
    entries, numbered = [], 0
    for node in _with_originals(nodes, session) if options.original else nodes:
        if node.is_original:
            entries.append(Entry("", (node,), _original(node), ""))
        else:
            numbered += 1
            entries.append(_entry(numbered, node, options, session))
    return entries


def shape_of(entries: Sequence[Entry]) -> float:
    """The usual height by width of the pictures."""
    return statistics.median(node.height / node.width for entry in entries for node in entry.pictures)


def _with_originals(nodes: Sequence[HistoryNode], session: Session) -> Iterator[HistoryNode]:
    chosen, shown = {node.id for node in nodes}, set[str]()
    for node in nodes:
        if node.root not in chosen and node.root not in shown:
            shown.add(node.root)
            root = session.library.node(node.root)
            if root is not None and root.is_original:
                yield root
        yield node


def _original(node: HistoryNode) -> str:
    return tr("Original: {name}", name=node.name) if node.name else tr("Original")


def _entry(number: int, node: HistoryNode, options: SheetOptions, session: Session) -> Entry:
    before = session.before(node) if options.pairs else None
    prompt = node.recipe.prompt if node.recipe is not None and options.prompt else ""
    return Entry(str(number), (before, node) if before else (node,), prompt, _facts(node, options, session))


def _facts(node: HistoryNode, options: SheetOptions, session: Session) -> str:
    facts = []
    if options.model and node.recipe is not None:
        facts.append(_model(node, session))
    if options.seed and node.seed is not None:
        facts.append(tr("seed {seed}", seed=node.seed))
    if options.cost and node.cost is not None:
        facts.append(str(node.cost))
    return ", ".join(fact.replace(" ", "\xa0") for fact in facts)  # a line ends between two facts only


def _model(node: HistoryNode, session: Session) -> str:
    """Its name, or its id where the provider no longer has it."""
    assert node.recipe is not None, "asked for results only"
    try:
        return session.queue.model(node.recipe).name
    except FluxError:
        return node.recipe.model
