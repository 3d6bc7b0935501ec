"""The region of the next edit, held: one change after the other, stored beside them, and there for the session."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from flux_desktop.core.errors import FluxError, InputError
from flux_desktop.core.language import marked, tr
from flux_desktop.core.region import Crop, Finish, Patch, Shapes, Size
from flux_desktop.core.signal import Signal
from flux_desktop.services.region_mask import KeptMask
from flux_desktop.services.session.region import Region, fitted
from flux_desktop.services.undo import Put

if TYPE_CHECKING:
    from flux_desktop.imaging.region.mask import Mask
    from flux_desktop.services.session.host import RegionHost

    Work = Callable[[Region, Mask | None, Size], Region]
    """Makes another region of one and its mask, for a picture of this size; in a thread."""

__all__ = ["NOT_MADE", "RegionKeeper", "Told"]

NOT_MADE = marked("The region could not be made. {reason}")
NOT_RUN = marked("The edit was not run, because its region could not be made. {reason}")
ROOM = 256 * 2**20
"""Bytes of masks that are held in memory for undo; of older ones the store has the files."""


class Told(NamedTuple):
    """The region as an edit is told of it: `mask` is an asset."""

    mask: str | None
    crop: Crop | None
    patch: Patch | None


class RegionKeeper:
    """Part of the Selection: what it holds, and how one region takes the place of another.

    `changed` tells of every change, also those that undo, a recall or another model makes. `session.mask` and
    `session.crop` follow as soon as the mask is stored.
    """

    def __init__(self, session: RegionHost) -> None:
        self.changed: Signal[()] = Signal()
        self._session = session
        self._assets = session.pictures.assets
        self._region = Region()
        self._shapes = Shapes()
        self._picture: Size | None = None
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._drawing = 0
        self._all_drawn = asyncio.Event()
        self._all_drawn.set()
        self._failures = 0
        """Changes that came to nothing: an edit that waited for one is not run."""
        self._reason = ""
        self._remembered: list[KeptMask] = []
        """Masks that are in memory, the one used last at the end."""

    # What there is.

    @property
    def mask(self) -> Mask | None:
        """What may change; None where that is everything, and while a mask of earlier is being loaded."""
        return self._region.mask.mask if self._region.mask is not None else None

    @property
    def crop(self) -> Crop | None:
        """What is sent, in pixels of the new picture; it may reach beyond it."""
        return self._region.crop

    @property
    def sent(self) -> Size | None:
        """The size in which that is sent."""
        return self._region.sent

    @property
    def extent(self) -> Crop | None:
        return self._region.extent

    @property
    def by_hand(self) -> bool:
        """Whether the user chose the crop."""
        return self._region.by_hand

    @property
    def finish(self) -> Finish:
        return self._region.finish

    @property
    def patch(self) -> Patch | None:
        """What an edit of this part is told; None where the whole picture is edited."""
        return self._region.patch

    @property
    def is_set(self) -> bool:
        """Whether there is a region, be it that its mask is not loaded."""
        return self._region.mask is not None or self._region.crop is not None

    @property
    def is_due(self) -> bool:
        """Whether there is a region, or a change is being worked out that may make one."""
        return self.is_set or self._waiting > 0

    @property
    def needed_assets(self) -> set[str]:
        """The stored masks that an undo can bring back."""
        kept = (*self._remembered, self._region.mask)
        return {mask.asset for mask in kept if mask is not None and mask.asset}

    def set_finish(self, finish: Finish) -> None:
        """How the next result is put back. It can be changed afterwards, so this is no step."""
        self._region = self._region._replace(finish=finish)
        self.changed.emit()

    def set_shapes(self, shapes: Shapes) -> None:
        """Another model: what is sent is chosen anew where it has other shapes. This is no step."""
        self._shapes = shapes
        if self.sent is None and not self._waiting:
            self._region = self._region._replace(shapes=shapes)
        elif shapes != self._region.shapes or self._waiting:
            self._session.run(self._in_turn(_refitted, self._put))

    def begin_drawing(self) -> None:
        """A change is on its way: an edit waits for it until `end_drawing`."""
        self._drawing += 1
        self._all_drawn.clear()

    def end_drawing(self) -> None:
        """It was handed over, or given up."""
        self._drawing -= 1
        if not self._drawing:
            self._all_drawn.set()

    # For the session.

    def needs_time(self, shapes: Shapes) -> bool:
        """Whether an edit has to wait for `ready`."""
        is_told = self._stored == (self._session.mask, self._session.crop)
        at_work = bool(self._waiting or self._drawing)
        return at_work or not is_told or (self.sent is not None and shapes != self._region.shapes)

    def ready(self, shapes: Shapes, failed: str = NOT_RUN) -> Coroutine[Any, Any, Told]:
        """What to tell an edit by a model with these shapes, once all that the user did up to now is there and stored.

        InputError if a change failed that was still to be worked out: the region is not the one that was meant. What
        comes of that is said by `failed`, with a place for the reason.
        """
        return self._once_ready(shapes, self._failures, failed)

    def fits(self, picture: Size) -> bool:
        """Whether the region is one of a picture of this size, or none is set."""
        return not self.is_set or self._picture == picture

    def drop(self) -> None:
        """The region does not belong to the picture that is edited now."""
        self._put(Region(finish=self.finish, shapes=self._shapes))

    def adopt(self, mask: str | None, crop: Crop | None, patch: Patch | None) -> None:
        """Take what was sent once, or what is known of it: `mask` is an asset."""
        kept = self._known(mask) if mask is not None else None
        made = Region(kept, crop, finish=self.finish, shapes=self._shapes, by_hand=crop is not None)
        if patch is not None:
            made = made._replace(sent=patch.sent, extent=patch.extent, finish=patch.finish)
        self._put(made)

    def keep(self) -> Put:
        """For an undo: what puts back the region as it is now."""
        return partial(self._put, self._region)

    # Private.

    def _in_turn(
        self, work: Work, take: Callable[[Region], object], picture: Size | None = None
    ) -> Coroutine[Any, Any, bool]:
        """Hand what `work` makes to `take` when all earlier changes are done; gives whether it is another region.

        Nothing happens if it is as it was, or if the source does not have the size of `picture`, where one is given.
        """
        self._waiting += 1
        return self._after_others(work, take, picture)

    async def _after_others(self, work: Work, take: Callable[[Region], object], picture: Size | None) -> bool:
        try:
            async with self._turn:
                base = None
                while base is not self._region:  # an undo, or another picture, may have come meanwhile
                    base, size = self._region, self._source_size()
                    if size is None or picture not in (None, size):
                        return False
                    fresh = base._replace(shapes=self._shapes)
                    made = await asyncio.to_thread(self._worked_out, work, fresh, size)
                if made == fresh:
                    self._region = made
                    return False
                take(made)
                return True
        except Exception as error:
            self._note_failure(error)
            raise
        finally:
            self._waiting -= 1

    async def _once_ready(self, shapes: Shapes, failures: int, failed: str) -> Told:
        """`failures` are those of before: the user knows what they left."""
        self._shapes = shapes
        await self._all_drawn.wait()
        try:
            await self._in_turn(_refitted, self._put)
            if self._failures == failures:
                return await self._stored_as(self._region)
        except FluxError as error:
            self._note_failure(error)
        raise InputError(tr(failed, reason=self._reason).strip())

    def _note_failure(self, error: Exception) -> None:
        """The sentence of a fault of the program is told beside this."""
        self._failures += 1
        self._reason = error.title if isinstance(error, FluxError) else ""

    async def _stored_as(self, region: Region) -> Told:
        """What is told of `region`, also if the user goes on with another one meanwhile."""
        if region.mask is not None:
            await self._store(region.mask)
        return Told(region.mask.asset if region.mask is not None else None, region.crop, region.patch)

    def _worked_out(self, work: Work, region: Region, size: Size) -> Region:
        return work(region, region.mask.load(self._assets) if region.mask is not None else None, size)

    def _source_size(self) -> Size | None:
        source = self._session.source
        return (source.width, source.height) if source is not None else None

    def _put(self, region: Region) -> None:
        """Hold this region from now on, as far as its mask is still there, and store the mask."""
        if region.mask is not None and not region.mask.is_there(self._assets):
            region = region._replace(mask=None, sent=None, extent=None)
        self._region, self._picture = region, self._source_size()
        kept = region.mask
        if kept is None or kept.asset:
            self._tell()
        if kept is not None:
            self._remember(kept)
            if kept.mask is None:
                self._session.in_background(partial(kept.load, self._assets), lambda mask: self._on_loaded(kept))
            if not kept.asset:
                self._session.run(self._store(kept))
        if region.sent is not None and region.shapes != self._shapes:
            self._session.run(self._in_turn(_refitted, self._put))
        self.changed.emit()

    async def _store(self, kept: KeptMask) -> None:
        await asyncio.to_thread(kept.keep, self._assets)
        if kept is self._region.mask:
            self._tell()

    def _tell(self) -> None:
        """`session.mask` and `session.crop` become those of this region."""
        self._session.tell_region(*self._stored)

    @property
    def _stored(self) -> tuple[str | None, Crop | None]:
        """The mask as an asset, "" while it is being stored, and the crop."""
        kept = self._region.mask
        return kept.asset if kept is not None else None, self._region.crop

    def _on_loaded(self, kept: KeptMask) -> None:
        if kept is self._region.mask:
            self.changed.emit()

    def _known(self, asset: str) -> KeptMask:
        """The stored mask, the one that is in memory if it is."""
        return next((mask for mask in self._remembered if mask.asset == asset), KeptMask(asset=asset))

    def _remember(self, kept: KeptMask) -> None:
        """Keep this mask in memory, and those used before it as far as there is room."""
        self._remembered = [*(mask for mask in self._remembered if mask is not kept), kept]
        room = ROOM
        for mask in reversed(self._remembered):
            room -= mask.bytes
            if room < 0 and mask is not kept:
                mask.forget()


def _refitted(region: Region, mask: Mask | None, picture: Size) -> Region:
    """`region` for the shapes that it has now; one of which the whole picture is sent stays so."""
    return fitted(region, mask, picture) if region.sent is not None else region
