"""How the result of an edited part was put back, changed afterwards: nothing is sent or paid for that."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from flux_desktop.core.errors import FluxError, InputError
from flux_desktop.core.history import HistoryNode, Treatment, new_id
from flux_desktop.core.language import tr
from flux_desktop.core.region import Finish
from flux_desktop.services.regions import Placed, RegionEdit
from flux_desktop.services.trash import Deletion
from flux_desktop.services.undo import Step

if TYPE_CHECKING:
    from PIL.Image import Image

    from flux_desktop.imaging.master import Master
    from flux_desktop.imaging.region.mask import Box
    from flux_desktop.imaging.region.stitching import Fit, Prepared
    from flux_desktop.services.session.state import SessionState

__all__ = ["Draft", "Finishing", "Preview"]


class Preview(NamedTuple):
    """A part of a picture as a finish would make it: `box`, and its pixels in sRGB."""

    box: Box
    image: Image


@dataclass(frozen=True)
class Draft:
    """A result about to be finished in another way: `node` as it is, and what all finishes of it have in common."""

    node: HistoryNode
    fit: Fit
    master: Master = field(repr=False)
    edit: RegionEdit = field(repr=False)
    raw: bytes = field(repr=False)
    prepared: Prepared = field(repr=False)

    @property
    def finish(self) -> Finish:
        """The one that `node` has."""
        assert self.node.patch is not None, "made of a part"
        return self.node.patch.finish


class Finishing:
    """Methods return at once. Why something can't be done goes to `on_error`, or else to `session.failed`."""

    def __init__(self, session: SessionState) -> None:
        self._session = session
        self._wanted: tuple[Draft, Finish, Callable[[Preview], object]] | None = None
        self._at_work = asyncio.Lock()
        """What is prepared is for one thread at a time."""

    def can(self, node: HistoryNode | None) -> bool:
        """Whether `node` was made of a part, and what the provider made for that is kept."""
        return node is not None and node.patch is not None and bool(node.patch.raw)

    def open(
        self,
        node: HistoryNode,
        then: Callable[[Draft], object],
        on_error: Callable[[FluxError], object] | None = None,
    ) -> None:
        """Read all that another finish of `node` needs."""
        self._session.in_background(lambda: self._opened(node), then, on_error)

    def preview(self, draft: Draft, finish: Finish, then: Callable[[Preview], object]) -> None:
        """Hand over how the region would look; of several asked for in a row only the last."""
        is_busy, self._wanted = self._wanted is not None, (draft, finish, then)
        if not is_busy:
            self._session.run(self._previewed())

    def apply(
        self,
        draft: Draft,
        finish: Finish,
        then: Callable[[HistoryNode], object],
        on_error: Callable[[FluxError], object] | None = None,
    ) -> None:
        """Make a new node with that finish, a sibling that can be undone, and hand it over."""

        def made(node: HistoryNode) -> None:
            session, deletion = self._session, Deletion(self._session, [node])
            session.node_added.emit(node)
            session.undo.push(
                Step(tr("change of how it was put back"), deletion.make, deletion.take_back, deletion.ids)
            )
            then(node)

        self._session.run(self._applied(draft, finish), made, on_error)

    # Private.

    def _opened(self, node: HistoryNode) -> Draft:
        from flux_desktop.imaging.opening import decode
        from flux_desktop.imaging.region.stitching import prepare

        before = self._session.library.node(node.parent) if node.parent else None
        if before is None or not self.can(node):
            raise InputError(tr("This picture was not made of a part."), tr("Choose the result of an edited part."))
        edit = RegionEdit.of_node(node, before, self._session.pictures.assets)
        raw = edit.assets.load(edit.patch.raw)
        made = decode(raw)
        fit = edit.fit(made)
        master = edit.master.with_room_for(made)
        return Draft(node, fit, master, edit, raw, prepare(master, edit.crop, made, edit.whole_mask, fit))

    async def _previewed(self) -> None:
        async with self._at_work:
            while self._wanted is not None:
                draft, finish, then = wanted = self._wanted
                try:
                    preview = await asyncio.to_thread(_preview, draft, finish)
                finally:
                    if self._wanted is wanted:
                        self._wanted = None
                then(preview)

    async def _applied(self, draft: Draft, finish: Finish) -> HistoryNode:
        async with self._at_work:
            return await asyncio.to_thread(self._kept, draft, finish)

    def _kept(self, draft: Draft, finish: Finish) -> HistoryNode:
        node, assets = draft.node, self._session.pictures.assets
        edit = replace(draft.edit, patch=draft.edit.patch._replace(finish=finish))
        placed = Placed(draft.prepared.stitched(finish), round(draft.fit.score, 4), draft.fit.is_sure)
        base = node.treatment.base if node.treatment is not None else node.id
        with assets.keeping():
            kept = edit.keep(draft.raw, placed, self._session.pictures.fresh)
            new = replace(
                node, id=new_id(), asset=kept.asset, media_type=kept.media_type, patch=kept.patch, created=time.time(),
                treatment=Treatment("finished", base), cost=None, job=None, change=None, starred=False, rating=0,
                note="", exported=False, edited=False,
            )  # fmt: skip
            self._session.library.add_node(new)
        return new


def _preview(draft: Draft, finish: Finish) -> Preview:
    box, pixels = draft.prepared.patch(finish)
    return Preview(box, replace(draft.master, pixels=pixels).srgb())
