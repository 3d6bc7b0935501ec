"""What a region is made of, as plain values, and how one follows from another; slow, for a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flux_desktop.core.region import Crop, Finish, Patch, Shapes, Size
from flux_desktop.services.region_mask import KeptMask

if TYPE_CHECKING:
    from flux_desktop.imaging.region.mask import Mask

__all__ = ["Region", "border", "drawn_on", "extended", "fitted", "framed", "held", "placed"]

OVERLAP = 16
"""How far the region of an extended picture reaches into the old one, so that the new border can fade in over it."""


class Region(NamedTuple):
    """The part of a picture that an edit may change, what is sent of it, and how the result is put back.

    `sent` is None where no size was chosen: the whole picture is sent then. `shapes` are those that crop and size were
    chosen for; `by_hand` says that the user chose the crop.
    """

    mask: KeptMask | None = None
    crop: Crop | None = None
    sent: Size | None = None
    extent: Crop | None = None
    by_hand: bool = False
    finish: Finish = Finish()
    shapes: Shapes = Shapes()

    @property
    def patch(self) -> Patch | None:
        """What makes an edit one of this part; None where there is none to be put back."""
        if self.crop is None or self.sent is None:
            return None
        return Patch(self.sent, self.extent, self.finish)


def framed(picture: Size, extent: Crop | None) -> Size:
    """The size of the new picture."""
    return extent[2:] if extent is not None else picture


def fitted(region: Region, mask: Mask | None, picture: Size) -> Region:
    """`region` of `picture` with this mask, and what is sent of it; an empty mask is none.

    What an extent adds to the picture is always part of the mask: nothing is there yet that could be kept.
    """
    from flux_desktop.imaging.region.context import context, snapped

    frame = framed(picture, region.extent)
    if region.extent is not None:
        mask = _with_border(mask, picture, region.extent)
    if mask is None or mask.is_empty:
        return Region(finish=region.finish, shapes=region.shapes)
    kept = region.mask if region.mask is not None and region.mask.mask is mask else KeptMask(mask)
    if region.by_hand and region.crop is not None:
        crop, sent = snapped(region.crop, frame, region.shapes, box=mask.box)
    else:
        crop, sent = context(mask.box, frame, region.shapes)
    return region._replace(mask=kept, crop=crop, sent=sent)


def placed(region: Region, crop: Crop, mask: Mask, picture: Size) -> Region:
    """`region` with a crop that the user moved or resized; the sides that were not touched stay where they are."""
    from flux_desktop.imaging.region.context import snapped

    anchor = _untouched(region.crop, crop)
    crop, sent = snapped(crop, framed(picture, region.extent), region.shapes, anchor, mask.box)
    return region._replace(crop=crop, sent=sent, by_hand=True)


def drawn_on(shape: Mask, picture: Size, extent: Crop | None) -> Mask:
    """`shape`, drawn on the picture as it is, in the coordinates of the new one."""
    return _moved(shape, extent) if extent is not None and shape.size == picture else shape


def extended(region: Region, mask: Mask | None, picture: Size, extent: Crop | None) -> tuple[Region, Mask | None]:
    """`region` for a picture with another frame: what is new can change, and what of `mask` lies in the old one."""
    from flux_desktop.imaging.region.mask import Mask
    from flux_desktop.imaging.region.shapes import combined

    inner = mask or Mask(framed(picture, region.extent))
    if region.extent is not None:
        inner = combined(inner, border(picture, region.extent), "subtract")
        left, top, *_ = region.extent
        inner = _moved(inner, (-left, -top, *picture))
    region = region._replace(extent=extent, by_hand=False)
    if extent is None:
        return region, inner
    return region, combined(_moved(inner, extent), border(picture, extent), "add")


def held(picture: Size, extent: Crop) -> Crop | None:
    """`extent` grown to hold the picture; None where that is all that it does."""
    left, top = min(0, extent[0]), min(0, extent[1])
    right, bottom = max(picture[0], extent[0] + extent[2]), max(picture[1], extent[1] + extent[3])
    whole = left, top, right - left, bottom - top
    return whole if whole != (0, 0, *picture) else None


def border(picture: Size, extent: Crop, overlap: int = OVERLAP) -> Mask:
    """All that `extent` adds to the picture, and a little of that along the sides where something is added."""
    from flux_desktop.imaging.region.mask import Box, Mask
    from flux_desktop.imaging.region.shapes import inverted, rectangle

    left, top, width, height = extent
    inside = Box(
        overlap if left < 0 else 0,
        overlap if top < 0 else 0,
        picture[0] - (overlap if left + width > picture[0] else 0),
        picture[1] - (overlap if top + height > picture[1] else 0),
    )
    if inside.is_empty:
        return Mask.whole(extent[2:])
    moved = Box(inside.left - left, inside.top - top, inside.right - left, inside.bottom - top)
    return inverted(rectangle(extent[2:], moved))


def _with_border(mask: Mask | None, picture: Size, extent: Crop) -> Mask:
    from flux_desktop.imaging.region.shapes import combined

    new = border(picture, extent, overlap=0)
    if mask is None:
        return new
    return mask if not (new.part(new.box) > mask.part(new.box)).any() else combined(mask, new, "add")


def _moved(mask: Mask, frame: Crop) -> Mask:
    """`mask` in the coordinates of `frame`, which is one in those of the mask; what lies beyond it is cut off."""
    from flux_desktop.imaging.region.mask import Mask

    left, top, width, height = frame
    return Mask.of_plane(mask.plane, (width, height), mask.left - left, mask.top - top)


def _untouched(before: Crop | None, now: Crop) -> tuple[float, float]:
    """The point of a crop, 0 to 1 across and down, that did not move; its middle where all of it did."""
    if before is None:
        return 0.5, 0.5
    return _fixed(before[0], before[2], now[0], now[2]), _fixed(before[1], before[3], now[1], now[3])


def _fixed(before: int, length: int, start: int, new_length: int) -> float:
    if start == before:
        return 0.0
    return 1.0 if start + new_length == before + length else 0.5
