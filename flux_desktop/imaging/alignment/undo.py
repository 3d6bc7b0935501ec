"""Undo what a model moved or tinted."""

from __future__ import annotations

from PIL import Image

from flux_desktop.imaging.alignment.measure import Measured
from flux_desktop.imaging.alignment.placement import Placement, Size
from flux_desktop.imaging.depth import eight_bit

__all__ = ["aligned", "colour_matched"]


_WHOLE = 0.1
"""Pixels: what is so near to whole pixels is moved by whole pixels, which keeps every one of them as it is."""


def aligned(after: Image.Image, before: Image.Image, measured: Measured) -> Image.Image:
    """`after` with its content where it lies in `before`: in the proportions of that, RGB, or RGBA if `after` is.

    As large as `after` if the proportions are the same, else as the smallest frame of `before` that holds it. What
    `after` does not reach is filled from `before`.
    """
    after = _plain(after)
    size = _frame(before.size, after.size)
    placement = _snapped(measured.placement, after.size)
    area = left, top, right, bottom = placement.covered(size, after.size)
    canvas = _plain(before).convert(after.mode).resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    if left < right and top < bottom:
        part = placement.source_of(area, size, after.size)
        canvas.paste(after.resize((right - left, bottom - top), Image.Resampling.LANCZOS, part), (left, top))
    return canvas


def colour_matched(after: Image.Image, measured: Measured) -> Image.Image:
    """`after` with its colours taken back to those before the edit: RGB, or RGBA if it has alpha, which is kept."""
    after = _plain(after)
    matched = after.convert("RGB").convert("RGB", measured.correction)
    if after.mode == "RGBA":
        matched.putalpha(after.getchannel("A"))
    return matched


def _plain(image: Image.Image) -> Image.Image:
    """RGB or RGBA."""
    image = eight_bit(image)
    return image.convert("RGBA" if image.mode in ("LA", "RGBA") else "RGB")


def _frame(before: Size, after: Size) -> Size:
    """The proportions of `before` around all of `after`."""
    factor = min(before[0] / after[0], before[1] / after[1])
    return max(after[0], round(before[0] / factor)), max(after[1], round(before[1] / factor))


def _snapped(placement: Placement, size: Size) -> Placement:
    """`placement` with its edges on whole pixels of the picture after where they nearly are."""
    scale_x, left = _snapped_along(placement.scale_x, placement.left, size[0])
    scale_y, top = _snapped_along(placement.scale_y, placement.top, size[1])
    return Placement(scale_x, scale_y, left, top)


def _snapped_along(scale: float, offset: float, length: int) -> tuple[float, float]:
    first, last = offset * length, (offset + scale) * length
    if abs(first - round(first)) > _WHOLE or abs(last - round(last)) > _WHOLE:
        return scale, offset
    return (round(last) - round(first)) / length, round(first) / length
