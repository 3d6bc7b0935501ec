"""Where a session stands: what is looked at, what the next edit works on, and how the user gets back there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import tr
from flux_desktop.core.params import Model
from flux_desktop.core.region import Crop, Patch, Shapes
from flux_desktop.services.jobs import Inputs
from flux_desktop.services.session.base import SessionBase
from flux_desktop.services.undo import Put, Step, Swap, Take

__all__ = ["Place", "SessionState", "WithRegion"]

WithRegion = Callable[[str | None, Crop | None, Patch | None], Inputs]
"""Makes inputs of the mask of a region, what is sent of it, and how that is put back."""


@dataclass(frozen=True)
class Place:
    """Where the user is: the picture to edit with the part of it to change, and the one that is looked at."""

    source: HistoryNode | None
    current: HistoryNode | None
    follow: bool
    region: Put


class SessionState(SessionBase):
    """Part of the Session."""

    # Looking.

    def show(self, node: HistoryNode | None) -> None:
        """Put `node` on the canvas. The picture to edit stays, and results do not take the canvas from `node`."""
        self._follow = node is None or (self.source is not None and node.id == self.source.id)
        self._set_current(node)

    def compare_with(self, node: HistoryNode | None) -> None:
        """Compare whatever is on the canvas with `node` from now on; None: again with what it was made from."""
        if node != self.partner:
            self.partner = node
            self.comparison_changed.emit(node)

    def tell_changed(self, ids: Sequence[str]) -> None:
        """Let everybody have the nodes as they are now."""
        if ids and (nodes := self.library.nodes(ids)):
            self.nodes_changed.emit(tuple(nodes))

    # What the next edit works on.

    def set_references(self, nodes: tuple[HistoryNode, ...]) -> None:
        """The references in their sending order: fewer removes, another order moves."""
        self.references = nodes
        self.references_changed.emit(nodes)

    def change_references(self, nodes: tuple[HistoryNode, ...], words: str) -> None:
        """The same as a step of the user that `words` name, each picture once; nothing where they are as they were."""
        once = tuple({node.id: node for node in nodes}.values())
        if [node.id for node in once] != [node.id for node in self.references]:
            self.undoable(words, partial(self.set_references, once), self.keep_references)

    def set_region(self, mask: str | None, crop: Crop | None, patch: Patch | None = None) -> None:
        """The part of the source that the next edit changes: `mask` is an asset as large as the new picture.

        With a `patch` the crop alone is sent and its result put back. `selection` knows it from now on.
        """
        self.selection.adopt(mask, crop, patch)

    def tell_region(self, mask: str | None, crop: Crop | None) -> None:
        """The region is worked out and stored: for the selection."""
        if (mask, crop) != (self.mask, self.crop):
            self.mask, self.crop = mask, crop
            self.region_changed.emit(mask, crop)

    def inputs(self, recipe: Recipe, generate: bool) -> Inputs:
        """The pictures that an edit by `recipe` would send now; InvalidParameter for a model that is not known."""
        if generate or self.source is None:
            return Inputs()
        return self.inputs_around(recipe, self.source)(self.mask, self.crop, self.selection.patch)

    def inputs_around(self, recipe: Recipe, source: HistoryNode) -> WithRegion:
        """What gives the pictures of an edit of `source` as they are now, for a region that may come later."""
        return partial(Inputs.of, source, self.references[: self.queue.model(recipe).references])

    def fit_region(self, model: Model) -> None:
        """From now on the region is sent in a shape that `model`, which edits pictures, takes."""
        self.selection.set_shapes(self.shapes(Recipe("", model.provider, model.id)))

    def shapes(self, recipe: Recipe) -> Shapes:
        """What the model of `recipe` can be sent of a picture; InvalidParameter for one that is not known."""
        return self.queue.provider(recipe.provider).shapes(recipe)

    def region_needs_time(self, recipe: Recipe, generate: bool) -> bool:
        """Whether `inputs` are only right once the selection is `ready`."""
        return not generate and self.source is not None and self.selection.needs_time(self.shapes(recipe))

    # Undo.

    def place(self) -> Place:
        return Place(self.source, self.current, self._follow, self.keep_region())

    def go(self, place: Place) -> None:
        """Return to `place`, as far as its nodes are still there."""
        self._set_source(self._still_there(place.source), keeps_region=True)
        place.region()
        self._follow = place.follow
        self._set_current(self._still_there(place.current) or self.source)

    def undoable(self, words: str, act: Callable[[], object], *takes: Take) -> None:
        """Do `act`; an undo brings back what `takes` found before it."""
        swap = Swap(*takes)
        act()
        self.undo.push(Step(words, swap, swap))

    def keep_place(self) -> Put:
        return partial(self.go, self.place())

    def keep_region(self) -> Put:
        return self.selection.keep()

    def keep_references(self) -> Put:
        nodes = self.references
        return lambda: self.set_references(tuple(node for node in nodes if self.pictures.assets.has(node.asset)))

    def keep_partner(self) -> Put:
        partner = self.partner
        return lambda: self.compare_with(self._living(partner))

    def held(self) -> set[str]:
        """The nodes that are shown, edited, compared with or pointed at."""
        return {node.id for node in (self.source, self.current, self.partner, *self.references) if node is not None}

    def busy_nodes(self) -> set[str]:
        """Nodes that a job of this window grows from which runs, or can be run again."""
        ends = (JobState.DONE, JobState.CANCELLED)
        jobs = (job for job in self.queue.jobs.values() if job.state not in ends)
        return {job.record.parent for job in jobs if job.record.parent is not None}

    def spared_nodes(self) -> frozenset[str]:
        """Nodes that are wanted here, so that none of them is dropped without being asked for."""
        return self.undo.nodes | self.held() | self.busy_nodes()

    def needed_assets(self) -> set[str]:
        """What the next edit needs, although no row of the library says so."""
        return {node.asset for node in self.references} | self.selection.needed_assets

    def let_go(self, ids: Iterable[str]) -> None:
        """These nodes were deleted: nothing here may hang on them."""
        gone = set(ids)
        if any(node.id in gone for node in self.references):
            self.set_references(tuple(node for node in self.references if node.id not in gone))
        if self.partner is not None and self.partner.id in gone:
            self.compare_with(None)
        source, current = self.source, self.current
        if source is not None and source.id in gone:
            self._set_source(self._ancestor(source))
        if current is not None and current.id in gone:
            self.show(self._ancestor(current) or self.source)

    # Private.

    def _on_result(self, node: HistoryNode) -> None:
        """Tell the panels; show it only to a user who still looks at its source or at an earlier arrival."""
        self.node_added.emit(node)
        self.tell_changed([node.parent] if node.parent else [])  # it was edited further
        belongs = node.parent == (self.source.id if self.source else None)
        if self._follow and belongs:
            self._set_current(node)

    def _renew(self, nodes: tuple[HistoryNode, ...]) -> None:
        """Hold the fresh values. They are the same pictures, so nobody needs to be told."""
        fresh = {node.id: node for node in nodes}
        self.source = fresh.get(self.source.id, self.source) if self.source else None
        self.current = fresh.get(self.current.id, self.current) if self.current else None
        self.partner = fresh.get(self.partner.id, self.partner) if self.partner else None
        self.references = tuple(fresh.get(node.id, node) for node in self.references)

    def _set_source(self, node: HistoryNode | None, keeps_region: bool = False) -> None:
        before, self.source = self.source, node
        if not _same(node, before):
            if not keeps_region:
                self._fit_region()
            self.source_changed.emit(node)

    def _set_current(self, node: HistoryNode | None) -> None:
        before, self.current = self.current, node
        if not _same(node, before):
            self.current_changed.emit(node)

    def _fit_region(self) -> None:
        """Mask and crop stay while the source has the size that they were made for."""
        source = self.source
        if source is not None and not self.selection.fits((source.width, source.height)):
            self.selection.drop()
            self.notified.emit(tr("The region does not fit this picture: it was left out."))

    def _living(self, node: HistoryNode | None) -> HistoryNode | None:
        """`node` as it is now; None if it was deleted."""
        found = self.library.node(node.id) if node is not None else None
        return found if found is not None and found.trashed is None else None

    def _still_there(self, node: HistoryNode | None) -> HistoryNode | None:
        """`node` as it is now; its nearest ancestor that was not deleted, if it was."""
        return self._living(node) or (self._ancestor(node) if node is not None else None)

    def _ancestor(self, node: HistoryNode) -> HistoryNode | None:
        parent = self.library.node(node.parent) if node.parent else None
        while parent is not None and parent.trashed is not None:
            parent = self.library.node(parent.parent) if parent.parent else None
        return parent


def _same(node: HistoryNode | None, other: HistoryNode | None) -> bool:
    """Whether the two are one picture under one name, whatever it is marked with."""
    if node is None or other is None:
        return node is other
    return (node.id, node.name, node.path) == (other.id, other.name, other.path)
