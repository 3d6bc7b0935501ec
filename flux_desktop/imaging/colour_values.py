"""Arrays of colours into sRGB and back, at the depth that they have: relative colorimetric, black point compensated."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from flux_desktop.imaging import colour
from flux_desktop.imaging.colour_spaces import Space, space_of
from flux_desktop.imaging.depth import rounded
from flux_desktop.imaging.effects.arrays import Floats, in_strips

__all__ = ["Pixels", "Wide", "from_srgb", "to_srgb"]

Pixels = NDArray[Any]
"""Height × width × channels, unsigned, of 8 or 16 bits."""

Wide = NDArray[np.uint16]


def to_srgb(pixels: Pixels, mode: str, icc: bytes) -> Image.Image:
    """`pixels` of `mode` as an image in sRGB of 8 bits: RGB, or RGBA where they have alpha."""
    if pixels.dtype == np.uint8:
        flat = pixels[..., 0] if mode == "L" else pixels
        return colour.to_srgb(Image.fromarray(np.ascontiguousarray(flat), mode), icc).image
    icc, has_alpha = colour.unless_srgb(icc), mode in ("LA", "RGBA")
    shown = np.empty((*pixels.shape[:2], 4 if has_alpha else 3), np.uint8)
    source = space_of(icc, grey=mode in ("L", "LA"))

    def strip(rows: slice) -> None:
        colours = pixels[rows, :, :-1] if has_alpha else pixels[rows]
        shown[rows, :, :3] = rounded(_wide_srgb(colours, source, icc))
        if has_alpha:
            shown[rows, :, 3] = rounded(pixels[rows, :, -1])

    in_strips(pixels.shape[0], pixels.shape[1], strip)
    return Image.fromarray(shown)


def from_srgb(colours: Floats, mode: str, icc: bytes, depth: int) -> Pixels:
    """`colours` (height × width × 3, 0…255, sRGB) as the channels of `mode` but alpha, in `depth` bits under `icc`.

    Grey takes the light of a colour. CMYK has 8 bits.
    """
    icc, grey = colour.unless_srgb(icc), mode in ("L", "LA")
    target = None if mode == "CMYK" else space_of(icc, grey=grey)
    if target is None and (depth == 8 or mode == "CMYK"):
        return _by_tables(colours, "L" if grey else mode.removesuffix("A"), icc)
    values = np.empty((*colours.shape[:2], 1 if grey else 3), np.uint16 if depth == 16 else np.uint8)

    def strip(rows: slice) -> None:
        wide = np.rint(np.clip(colours[rows], 0, 255) * np.float32(257)).astype(np.uint16)
        if icc or grey:
            wide = _between(wide, _srgb(), target) if target else _through(wide, colour.srgb_profile(), icc)
        values[rows] = wide if depth == 16 else rounded(wide)

    in_strips(colours.shape[0], colours.shape[1], strip)
    return values


def _wide_srgb(colours: Wide, source: Space | None, icc: bytes) -> Wide:
    if not icc:
        return colours
    return _between(colours, source, _srgb()) if source else _through(colours, icc, colour.srgb_profile())


def _srgb() -> Space:
    space = space_of(b"")
    assert space is not None, "sRGB is a curve and a matrix"
    return space


def _between(colours: Wide, source: Space, target: Space) -> Wide:
    """From one space to another, channel by channel: a product of matrices would start threads of its own."""
    matrix = (target.from_xyz @ source.to_xyz).astype(np.float32)
    light = [source.light[colours[..., index]] for index in range(colours.shape[-1])]
    mixed = (sum(share * plane for share, plane in zip(row, light, strict=True)) for row in matrix)
    return np.stack([target.encoded(np.asarray(plane)) for plane in mixed], axis=-1)


def _through(colours: Wide, source: bytes, target: bytes) -> Wide:
    from flux_desktop.imaging import vips

    return vips.through_profiles(colours, source, target)


def _by_tables(colours: Floats, mode: str, icc: bytes) -> Pixels:
    """By Little CMS in 8 bits, and by arithmetic alone where there is no profile to go by."""
    image = Image.fromarray(np.rint(np.clip(colours, 0, 255)).astype(np.uint8))
    made = colour.from_srgb(image, icc).image
    values = np.asarray(made if made.mode == mode else made.convert(mode))
    return values[..., None] if values.ndim == 2 else values
