"""Which colours an edit reached where its prompt named some: measured for new results, and for others when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flux_desktop.core.errors import FluxError
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import figures, marked, tr
from flux_desktop.core.prompting import colours_in
from flux_desktop.core.signal import Signal

if TYPE_CHECKING:
    from flux_desktop.imaging.colour_reached import Reached
    from flux_desktop.services.session import Session

__all__ = ["ColourReports", "how_measured", "reached_by", "sentence", "value_of"]

MOST_COLOURS = 6
"""Of one prompt that are measured."""
SIDE = 800
"""Pixels of the longer side at least that are measured: of a large picture no more is read than that takes."""
KEPT = 200
"""Results whose figures are remembered while the program runs."""
_AREAS = {
    "region": marked("inside the region"),
    "changed": marked("where the picture changed"),
    "whole": marked("in the whole picture"),
}


class ColourReports:
    """`found` tells what a new result reached. Nothing is kept on the disk: it is measured again when it is wanted."""

    def __init__(self, session: Session) -> None:
        self.found: Signal[HistoryNode, tuple[Reached, ...]] = Signal()
        self._session = session
        self._kept: dict[str, tuple[Reached, ...]] = {}
        session.node_added.connect(self._on_added)

    def of(self, node: HistoryNode) -> tuple[Reached, ...]:
        """What is known already of `node`; none where nothing is."""
        return self._kept.get(node.id, ())

    def _on_added(self, node: HistoryNode) -> None:
        if node.recipe is not None and node.treatment is None and colours_in(node.recipe.prompt):
            self._session.in_background(
                lambda: reached_by(self._session, node), lambda reached: self._keep(node, reached), _ignore
            )

    def _keep(self, node: HistoryNode, reached: tuple[Reached, ...]) -> None:
        self._kept[node.id] = reached
        for oldest in list(self._kept)[:-KEPT]:
            del self._kept[oldest]
        self.found.emit(node, reached)


def reached_by(session: Session, node: HistoryNode) -> tuple[Reached, ...]:
    """Measure how near `node` came to the colours that its prompt names; none where it names none. For a thread.

    FileProblem if its picture is lost; without the picture before, or the mask, it is measured without them.
    """
    asked = colours_in(node.recipe.prompt)[:MOST_COLOURS] if node.recipe is not None else ()
    if not asked:
        return ()
    from flux_desktop.imaging.colour_reached import colours_reached
    from flux_desktop.imaging.opening import reduced

    pictures = session.pictures
    before = session.library.node(node.parent) if node.parent and node.mask is None else None
    is_there = before is not None and pictures.assets.has(before.asset)
    has_mask = node.mask is not None and pictures.assets.has(node.mask)
    return colours_reached(
        asked,
        pictures.reduced(node, SIDE),
        pictures.reduced(before, SIDE) if before is not None and is_there else None,
        reduced(pictures.assets.load(node.mask), SIDE).convert("L") if node.mask is not None and has_mask else None,
    )


def sentence(reached: tuple[Reached, ...]) -> str:
    """What is told after a run: `Asked #0066CC, got #0A61C4, ΔE2000 3.1.`"""
    one = (
        tr("Asked {asked}, got {got}, ΔE2000 {delta}.", asked=each.asked, got=each.got, delta=_delta(each))
        for each in reached
    )
    return " ".join(one)


def value_of(reached: Reached) -> str:
    """The same beside the colour that was asked for: `got #0A61C4, ΔE2000 3.1, inside the region`."""
    return tr(
        "got {got}, ΔE2000 {delta}, {where}",
        got=reached.got,
        delta=_delta(reached),
        where=tr(_AREAS[reached.area]),
    )


def how_measured(reached: Reached) -> str:
    """How the figure came about, for a tip."""
    return tr(
        "The colours {where} are gathered into groups of one hue. This is the median of the group nearest to {asked}: "
        "{percent} % of the area. ΔE2000: below 1 nobody sees a difference, from 5 on everybody does.",
        where=tr(_AREAS[reached.area]),
        asked=reached.asked,
        percent=max(1, round(100 * reached.share)),
    )


def _delta(reached: Reached) -> str:
    return figures(f"{reached.delta_e:.1f}")


def _ignore(error: FluxError) -> None:
    """A figure that can't be measured disturbs nobody: what is wrong with the picture is told where it is shown."""
    del error
