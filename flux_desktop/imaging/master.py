"""The pixels of a picture as its file holds them, in its own depth and colours: what a part of is edited."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from flux_desktop.core.language import marked, tr
from flux_desktop.core.region import Crop, Size
from flux_desktop.imaging import colour, depth, png, png_writer, tiff_writer
from flux_desktop.imaging.colour_spaces import rgb_profile_for_grey
from flux_desktop.imaging.colour_values import Pixels, from_srgb, to_srgb
from flux_desktop.imaging.effects.arrays import Floats
from flux_desktop.imaging.opening import DEFAULT_MAX_MEGAPIXELS
from flux_desktop.imaging.reading import Header, Source, read_header, reader_errors
from flux_desktop.imaging.region.mask import Box
from flux_desktop.imaging.strips import are_cheap
from flux_desktop.imaging.turning import upright_pixels
from flux_desktop.imaging.vips import RowReader

__all__ = ["Master", "Pixels", "open_master", "written"]

_UNNAMED = marked("The picture")
_MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}
_SPACES = {"L": "GRAY", "LA": "GRAY", "RGB": "RGB", "RGBA": "RGB", "CMYK": "CMYK"}
_ORIENTATION = 274
_STRIP = 2**20
"""Pixels that are copied at a time out of Pillow, which needs the same memory once more for them."""

_COLOURED, _FEW = 24, 0.002
"""How far a colour is from grey, 0…255, and the share of the picture that has to be: less is noise and tint."""
_DYED = 30
"""A tint that is further from grey than this was asked for: models leave fainter ones behind."""


@dataclass(frozen=True, eq=False)
class Master:
    """A picture upright, in the depth and the colours of its file. Never changed.

    `pixels` has the channels of `mode`: L, LA, RGB, RGBA (alpha not multiplied in) or CMYK (255 is full ink).
    `icc` is the profile that they are in; with b"" they are sRGB, or an estimate of ink.
    """

    pixels: Pixels = field(repr=False)
    mode: str
    icc: bytes = field(default=b"", repr=False)

    @property
    def size(self) -> Size:
        return self.pixels.shape[1], self.pixels.shape[0]

    @property
    def depth(self) -> int:
        """Bits a channel: 8 or 16."""
        return self.pixels.itemsize * 8

    @property
    def has_alpha(self) -> bool:
        return self.mode in ("LA", "RGBA")

    @property
    def colours(self) -> Pixels:
        """The channels without the alpha: a view."""
        return self.pixels[..., :-1] if self.has_alpha else self.pixels

    def srgb(self, box: Box | None = None) -> Image.Image:
        """The part `box` that lies in the picture, or all of it, in sRGB of 8 bits: RGB, or RGBA where there is alpha.

        Relative colorimetric with black point compensation, like everything here.
        """
        inside = (box or self._frame).intersected(self._frame)
        part = self.pixels[inside.top : inside.bottom, inside.left : inside.right]
        return to_srgb(part, self.mode, self.icc)

    def glimpse(self, side: int) -> Image.Image:
        """All of it as from `srgb`, by every n-th pixel, so that the longer side still has `side` of them, soon."""
        step = max(1, max(self.size) // side)
        return to_srgb(np.ascontiguousarray(self.pixels[::step, ::step]), self.mode, self.icc)

    def eight_bit(self) -> Image.Image:
        """All of it in 8 bits a channel, in its own mode and colours."""
        pixels = depth.rounded(self.pixels) if self.depth == 16 else self.pixels
        return Image.fromarray(pixels[..., 0] if self.mode == "L" else pixels, self.mode)

    def from_srgb(self, colours: Floats) -> Pixels:
        """`colours` (height × width × 3, 0…255, sRGB) in the depth and the profile of this picture, without alpha."""
        return from_srgb(colours, self.mode, self.icc, self.depth)

    def extended(self, extent: Crop) -> Master:
        """The larger frame `extent` around the picture, filled up with its mirror image, opaque."""
        left, top, width, height = extent
        right, bottom = left + width, top + height
        frame = Box(left, top, right, bottom).intersected(self._frame)
        part = self.pixels[frame.top : frame.bottom, frame.left : frame.right]
        around = ((frame.top - top, bottom - frame.bottom), (frame.left - left, right - frame.right))
        pixels = np.pad(part, (*around, (0, 0)), "symmetric")
        if self.has_alpha:
            opaque = np.full(pixels.shape[:2], np.iinfo(pixels.dtype).max, pixels.dtype)
            inside = (
                slice(around[0][0], around[0][0] + part.shape[0]),
                slice(around[1][0], around[1][0] + part.shape[1]),
            )
            opaque[inside] = part[..., -1]
            pixels[..., -1] = opaque
        return Master(pixels, self.mode, self.icc)

    def with_room_for(self, made: Image.Image) -> Master:
        """This picture; as RGB where it is grey and `made` (sRGB) is to be put into it and shows colour.

        A grey picture stays grey as long as nothing coloured comes in: a faint tint that a model leaves behind must not
        be seen in a black and white photograph. Otherwise each channel gets the grey values as they are, and the
        profile says the same of them as that of the grey did.
        """
        if self.mode not in ("L", "LA") or not _shows_colour(made):
            return self
        icc = rgb_profile_for_grey(self.icc)
        channels = [0, 0, 0, 1] if self.has_alpha else [0, 0, 0]
        return Master(np.take(self.pixels, channels, axis=-1), "RGBA" if self.has_alpha else "RGB", icc)

    @property
    def _frame(self) -> Box:
        return Box(0, 0, *self.size)


def open_master(data: bytes, *, name: str = "", max_megapixels: float = DEFAULT_MAX_MEGAPIXELS) -> Master:
    """The picture in `data` with all that its file holds of it; NotAPicture or TooLarge.

    PNG and TIFF of 16 bits, grey or RGB, keep them. What is neither of 8 nor of 16 bits, and Lab, comes as it is shown:
    in 8 bits.
    """
    source = Source(data, name or tr(_UNNAMED), max_megapixels)
    header = read_header(source)
    with reader_errors(source, header.media_type):
        channels = depth.wide_channels(header.image)
        master = _wide(header, channels, data) if channels else _narrow(header, source)
        turn = _orientation(header) if channels else header.orientation
        return Master(upright_pixels(master.pixels, turn), master.mode, master.icc)


def written(master: Master) -> tuple[bytes, str]:
    """A file of `master` without loss, with its profile, and its media type: PNG, or TIFF for CMYK."""
    if master.mode == "CMYK":
        return tiff_writer.written(master.pixels, master.mode, master.icc), "image/tiff"
    return png_writer.of_pixels(master.pixels, master.icc), "image/png"


def _wide(header: Header, channels: int, data: bytes) -> Master:
    from flux_desktop.imaging import vips

    size = header.image.size
    header.image.close()  # it may hold a copy of the file
    lean = png.lean(data) if header.media_type == "image/png" else data
    pixels = vips.wide_pixels(lean, header.media_type, size)
    return _with_profile(pixels[..., :channels], _MODES[channels], header.icc)


def _orientation(header: Header) -> int:
    """That of the file: `header` tells none for TIFF, which Pillow turns by itself."""
    turn = getattr(header.image, "tag_v2", {}).get(_ORIENTATION, header.orientation)
    return turn if turn in range(1, 9) else 1


def _narrow(header: Header, source: Source) -> Master:
    """In 8 bits."""
    if (pixels := _big(header, source)) is not None:
        return _with_profile(pixels, header.image.mode, header.icc)
    image, _ = depth.load(header.image, lambda: read_header(source).image)
    source.check_size(*image.size)
    if image.mode == "LAB":
        return Master(_pixels(colour.to_srgb(image, header.icc).image), "RGB")
    return _with_profile(_pixels(image), image.mode, header.icc)


def _big(header: Header, source: Source) -> Pixels | None:
    """The pixels of a big picture that is stored as it is shown; None for others, which are Pillow's.

    Pillow would need twice the memory, and keep all other threads waiting while it makes room for it.
    """
    image = header.image
    if not are_cheap(header) or image.mode not in _MODES.values() or "transparency" in image.info:
        return None
    reader = RowReader(source.data, header.media_type)
    (width, height), bands = image.size, len(image.getbands())
    if not reader.narrow or (reader.width, reader.height, reader.bands) != (width, height, bands):
        return None
    image.close()  # it may hold a copy of the file
    pixels = np.empty((height, width, bands), np.uint8)
    rows = max(1, _STRIP // width)
    for top in range(0, height, rows):
        bottom = min(top + rows, height)
        pixels[top:bottom] = reader.rows(top, bottom)
    return pixels


def _with_profile(pixels: Pixels, mode: str, icc: bytes) -> Master:
    """Colours with their profile; with none where it cannot be used, as everywhere here."""
    if mode in ("L", "LA") and colour.space_named(icc) == "RGB":
        if colour.is_srgb(icc):
            return Master(pixels, mode)
        mode = mode.replace("L", "RGB")
        pixels = np.take(pixels, [0, 0, 0, *range(1, pixels.shape[-1])], axis=-1)
    if not icc or colour.space_named(icc) != _SPACES[mode]:
        return Master(pixels, mode)
    if colour.returns(icc, mode if mode == "CMYK" else mode.removesuffix("A")):
        return Master(pixels, mode, icc)
    image = to_srgb(pixels, mode, icc)
    return Master(_pixels(image), image.mode)


def _pixels(image: Image.Image) -> Pixels:
    """A copy, made strip by strip: in one piece Pillow would need the same memory twice more."""
    width, height = image.size
    pixels = np.empty((height, width, len(image.getbands())), np.uint8)
    rows = max(1, _STRIP // width)
    for top in range(0, height, rows):
        bottom = min(top + rows, height)
        pixels[top:bottom] = np.asarray(image.crop((0, top, width, bottom))).reshape(bottom - top, width, -1)
    return pixels


def _shows_colour(image: Image.Image) -> bool:
    """Whether there is more colour in it than a faint tint all over, and the noise of a lossy format."""
    small = np.asarray(image.convert("RGB").resize((256, 256), Image.Resampling.BOX, reducing_gap=1.0)).astype(np.int16)
    casts = small[..., [0, 2]] - small[..., [1]]
    usual = np.median(casts, axis=(0, 1))
    if max(0, *usual) - min(0, *usual) > _DYED:
        return True
    return bool((np.abs(casts - usual).max(axis=-1) > _COLOURED).mean() > _FEW)
