"""The region of the next edit, as the user works on it: what may change, what is sent of it, how it is put back."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from flux_desktop.core.language import tr
from flux_desktop.core.region import Crop, Size
from flux_desktop.services.session.keeper import RegionKeeper
from flux_desktop.services.session.region import Region, drawn_on, extended, fitted, framed, held, placed

if TYPE_CHECKING:
    from flux_desktop.imaging.region.mask import Mask
    from flux_desktop.services.session.keeper import Work

__all__ = ["Selection"]

NO_PICTURE = (0, 0)
"""The size of none: what is done while none is open changes nothing later."""
How = Literal["replace", "add", "subtract", "intersect"]


class Selection(RegionKeeper):
    """Part of the Session. Methods return at once; masks are worked out in a thread, one change after the other.

    Each change is a step of `session.undo`. Masks have the size of the new picture: that of the source, or of
    `extent`, the frame of an extended picture in the source's coordinates. Without a source, or where the source has
    become another before a change is worked out, nothing happens.
    """

    def combine(self, shape: Mask, how: How, words: str) -> None:
        """Let a shape that was drawn (on the source, or the new picture) join the mask; `words` name the step."""
        self._session.run(self.draw(lambda: shape, how, words))

    def draw(self, make: Callable[[], Mask], how: How, words: str) -> Coroutine[Any, Any, bool]:
        """The same with a shape that is still to be made, when its turn has come: for `session.run`.

        Gives whether another region came of it. `make` is called in a thread.
        """
        shape = cache(make)  # it may be asked for again, and a wand takes its time

        def joined(region: Region, mask: Mask | None, picture: Size) -> Region:
            from flux_desktop.imaging.region.mask import Mask
            from flux_desktop.imaging.region.shapes import combined

            frame = framed(picture, region.extent)
            drawn = drawn_on(shape(), picture, region.extent)
            if drawn.size != frame:
                return region
            kept = region._replace(by_hand=region.by_hand and how != "replace")
            return fitted(kept, combined(mask or Mask(frame), drawn, how), picture)

        return self._changing(words, joined)

    def set_mask(self, mask: Mask | None, words: str) -> None:
        """Take this mask in place of the one there is; None or an empty one: everything may change."""
        if mask is None:
            self._change(words, lambda region, before, picture: fitted(region._replace(extent=None), None, picture))
        else:
            self.combine(mask, "replace", words)

    def whole(self) -> None:
        """Everything may change, and is put back into the picture as a region is."""

        def all_of_it(region: Region, mask: Mask | None, picture: Size) -> Region:
            from flux_desktop.imaging.region.mask import Mask

            mask = Mask.whole(framed(picture, region.extent))
            return fitted(region._replace(by_hand=False), mask, picture)

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
            return placed(region, crop, mask, picture) if mask is not None else region

        self._change(tr("change of what is sent"), moved)

    def reset_crop(self) -> None:
        """Let the program choose what is sent."""

        def chosen(region: Region, mask: Mask | None, picture: Size) -> Region:
            return fitted(region._replace(by_hand=False), mask, picture)

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
            return fitted(region, mask, picture)

        self._change(tr("extension of the picture"), reframed)

    def load(self, path: Path) -> None:
        """Take the mask that is in a picture file; `session.failed` tells why it can't be used."""

        def loaded(region: Region, mask: Mask | None, picture: Size) -> Region:
            from flux_desktop.imaging.opening import open_file
            from flux_desktop.imaging.region.mask_file import load_mask

            most = self._session.settings.integer("max_megapixels")
            frame = framed(picture, region.extent)
            found = load_mask(open_file(path, max_megapixels=most).data, frame, name=path.name, max_megapixels=most)
            return fitted(region._replace(by_hand=False), found, picture)

        self._change(tr("load of a mask"), loaded)

    def save(self, path: Path, *, overwrite: bool = True) -> None:
        """Write the mask as a PNG file, white where the picture may change; `notified` or `failed` tells how it went.

        Whoever lets the user choose the file asks about one that is there; an original is never written to.
        """
        kept, source = self._region.mask, self._session.source
        if kept is None or source is None:
            return

        def write() -> None:
            from flux_desktop.services.export import write_file

            self._session.exporter.protect_original(source, path)
            write_file(path, kept.load(self._assets).png(), overwrite=overwrite)

        self._session.in_background(
            write, lambda _: self._session.notified.emit(tr("The mask was saved as {path}.", path=path))
        )

    # Private.

    def _reshape(self, words: str, work: Callable[[Mask], Mask]) -> None:
        """A change of the mask alone; nothing where there is none."""

        def reshaped(region: Region, mask: Mask | None, picture: Size) -> Region:
            return fitted(region, work(mask), picture) if mask is not None else region

        self._change(words, reshaped)

    def _change(self, words: str, work: Work) -> None:
        """Let `work` make another region, in a thread, of region and mask as all earlier changes left them."""
        self._session.run(self._changing(words, work))

    def _changing(self, words: str, work: Work) -> Coroutine[Any, Any, bool]:
        def take(made: Region) -> None:
            made = made._replace(finish=self.finish)
            self._session.undoable(words, partial(self._put, made), self.keep)

        return self._in_turn(work, take, self._source_size() or NO_PICTURE)
