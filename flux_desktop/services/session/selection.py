"""The region of the next edit, as the user works on it: what may change, what is sent of it, how it is put back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from flux_desktop.core.language import tr
from flux_desktop.core.region import Crop, Finish, Patch, Shapes, Size
from flux_desktop.core.signal import Signal
from flux_desktop.services.region_mask import KeptMask
from flux_desktop.services.session.region import Region, drawn_on, extended, fitted, framed, held, placed
from flux_desktop.services.undo import Put

if TYPE_CHECKING:
    from flux_desktop.imaging.region.mask import Mask
    from flux_desktop.services.session.state import SessionState

    Work = Callable[[Region, Mask | None, Size], Region]
    """Makes another region of one and its mask, for a picture of this size; in a thread."""

__all__ = ["Selection"]

How = Literal["replace", "add", "subtract", "intersect"]
ROOM = 256 * 2**20
"""Bytes of masks that are held in memory for undo; of older ones the store has the files."""


class Selection:
    """Part of the Session: `changed` tells of every change, also those that undo, a recall or another model makes.

    Masks have the size of the new picture: that of the source, or of `extent`, the frame of an extended picture in
    the source's coordinates. Methods return at once; masks are worked out in a thread, one change after the other, and
    each is a step of `session.undo`. Without a source, or where the source has become another before a change is
    worked out, nothing happens. `session.mask` and `session.crop` follow as soon as the mask is stored.
    """

    def __init__(self, session: SessionState) -> None:
        self.changed: Signal[()] = Signal()
        self._session = session
        self._assets = session.pictures.assets
        self._region = Region()
        self._shapes = Shapes()
        self._turn = asyncio.Lock()
        self._waiting = 0
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
    def needed_assets(self) -> set[str]:
        """The stored masks that an undo can bring back."""
        kept = (*self._remembered, self._region.mask)
        return {mask.asset for mask in kept if mask is not None and mask.asset}

    # What the user does.

    def combine(self, shape: Mask, how: How, words: str) -> None:
        """Let a shape that was drawn (on the source, or the new picture) join the mask; `words` name the step."""

        def joined(region: Region, mask: Mask | None, picture: Size) -> Region:
            from flux_desktop.imaging.region.mask import Mask
            from flux_desktop.imaging.region.shapes import combined

            frame = framed(picture, region.extent)
            drawn = drawn_on(shape, picture, region.extent)
            if drawn.size != frame:
                return region
            kept = region._replace(by_hand=region.by_hand and how != "replace")
            return fitted(kept, combined(mask or Mask(frame), drawn, how), frame)

        self._change(words, joined)

    def set_mask(self, mask: Mask | None, words: str) -> None:
        """Take this mask in place of the one there is; None or an empty one: everything may change."""
        if mask is None:
            self._change(words, lambda region, before, picture: fitted(region, None, picture))
        else:
            self.combine(mask, "replace", words)

    def whole(self) -> None:
        """Everything may change, and is put back into the picture as a region is."""

        def all_of_it(region: Region, mask: Mask | None, picture: Size) -> Region:
            from flux_desktop.imaging.region.mask import Mask

            frame = framed(picture, region.extent)
            return fitted(region._replace(by_hand=False), Mask.whole(frame), frame)

        self._change(tr("selection of the whole picture"), all_of_it)

    def clear(self) -> None:
        """Everything may change, and nothing is extended."""
        self.set_mask(None, tr("removal of the region"))

    def invert(self) -> None:
        def inverted(mask: Mask) -> Mask:
            from flux_desktop.imaging.region import shapes

            return shapes.inverted(mask)

        self._reshape(tr("inversion of the region"), inverted)

    def grow(self, pixels: int) -> None:
        """Move the edge of the mask outwards by so many pixels, inwards where negative."""

        def grown(mask: Mask) -> Mask:
            from flux_desktop.imaging.region import morphology

            return morphology.grown(mask, pixels)

        self._reshape(tr("growing of the region") if pixels > 0 else tr("shrinking of the region"), grown)

    def feather(self, pixels: float) -> None:
        """Spread the edge of the mask over so many pixels on both sides."""

        def feathered(mask: Mask) -> Mask:
            from flux_desktop.imaging.region import morphology

            return morphology.feathered(mask, pixels)

        self._reshape(tr("feathering of the region"), feathered)

    def set_crop(self, crop: Crop) -> None:
        """Send this part, or the one nearest to it that the model takes and that holds the mask."""

        def moved(region: Region, mask: Mask | None, picture: Size) -> Region:
            return placed(region, crop, mask, framed(picture, region.extent)) if mask is not None else region

        self._change(tr("change of what is sent"), moved)

    def reset_crop(self) -> None:
        """Let the program choose what is sent."""

        def chosen(region: Region, mask: Mask | None, picture: Size) -> Region:
            return fitted(region._replace(by_hand=False), mask, framed(picture, region.extent))

        self._change(tr("automatic choice of what is sent"), chosen)

    def set_extent(self, extent: Crop | None) -> None:
        """Extend the picture to this frame, in its own coordinates; what is new becomes part of the mask.

        The frame is grown to hold the picture. None, or a frame as large as the picture: extend it no more.
        """

        def reframed(region: Region, mask: Mask | None, picture: Size) -> Region:
            wanted = held(picture, extent) if extent is not None else None
            if wanted == region.extent:
                return region
            region, mask = extended(region, mask, picture, wanted)
            return fitted(region, mask, framed(picture, wanted))

        self._change(tr("extension of the picture"), reframed)

    def set_finish(self, finish: Finish) -> None:
        """How the next result is put back. It can be changed afterwards, so this is no step."""
        self._region = self._region._replace(finish=finish)
        self.changed.emit()

    def load(self, path: Path) -> None:
        """Take the mask that is in a picture file; `session.failed` tells why it can't be used."""

        def loaded(region: Region, mask: Mask | None, picture: Size) -> Region:
            from flux_desktop.imaging.opening import open_file
            from flux_desktop.imaging.region.mask_file import load_mask

            most = self._session.settings.integer("max_megapixels")
            frame = framed(picture, region.extent)
            found = load_mask(open_file(path, max_megapixels=most).data, frame, name=path.name, max_megapixels=most)
            return fitted(region._replace(by_hand=False), found, frame)

        self._change(tr("load of a mask"), loaded)

    def save(self, path: Path, *, overwrite: bool = True) -> None:
        """Write the mask as a PNG file, white where the picture may change; `notified` or `failed` tells how it went.

        Whoever lets the user choose the file asks about one that is there.
        """
        kept = self._region.mask
        if kept is None:
            return

        def write() -> None:
            from flux_desktop.services.export import write_file

            write_file(path, kept.load(self._assets).png(), overwrite=overwrite)

        self._session.in_background(
            write, lambda _: self._session.notified.emit(tr("The mask was saved as {path}.", path=path))
        )

    def set_shapes(self, shapes: Shapes) -> None:
        """Another model: what is sent is chosen anew where it has other shapes. This is no step."""
        self._shapes = shapes
        if shapes != self._region.shapes or self._waiting:
            self._session.run(self._in_turn(_refitted, self._put))

    # For the session.

    def needs_time(self, shapes: Shapes) -> bool:
        """Whether an edit has to wait for `ready`."""
        is_told = self._stored == (self._session.mask, self._session.crop)
        return bool(self._waiting) or not is_told or (self.sent is not None and shapes != self._region.shapes)

    async def ready(self, shapes: Shapes) -> None:
        """Until all that the user did before is worked out and stored, for a model with these shapes."""
        self._shapes = shapes
        await self._in_turn(_refitted, self._put)
        if (kept := self._region.mask) is not None:
            await self._store(kept)

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

    def _reshape(self, words: str, work: Callable[[Mask], Mask]) -> None:
        """A change of the mask alone; nothing where there is none."""

        def reshaped(region: Region, mask: Mask | None, picture: Size) -> Region:
            return fitted(region, work(mask), framed(picture, region.extent)) if mask is not None else region

        self._change(words, reshaped)

    def _change(self, words: str, work: Work) -> None:
        """Let `work` make another region, in a thread, of region and mask as all earlier changes left them."""

        def take(made: Region) -> None:
            self._session.undoable(words, partial(self._put, made), self.keep)

        self._session.run(self._in_turn(work, take))

    def _in_turn(self, work: Work, take: Callable[[Region], object]) -> Coroutine[Any, Any, None]:
        self._waiting += 1
        return self._after_others(work, take)

    async def _after_others(self, work: Work, take: Callable[[Region], object]) -> None:
        """Hand what `work` makes to `take`, once; if the region became another meanwhile, of that one."""
        try:
            async with self._turn:
                base = None
                while base is not self._region and (source := self._session.source) is not None:
                    base, size = self._region, (source.width, source.height)
                    made = await asyncio.to_thread(self._worked_out, work, base, size)
                    if base is self._region and made != base:
                        take(made)
                        break
        finally:
            self._waiting -= 1

    def _worked_out(self, work: Work, region: Region, size: Size) -> Region:
        mask = region.mask.load(self._assets) if region.mask is not None else None
        return work(region._replace(shapes=self._shapes), mask, size)

    def _put(self, region: Region) -> None:
        """Hold this region from now on, as far as its mask is still there, and store the mask."""
        if region.mask is not None and not region.mask.is_there(self._assets):
            region = region._replace(mask=None, sent=None, extent=None)
        self._region = region
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
    return fitted(region, mask, framed(picture, region.extent)) if region.sent is not None else region
