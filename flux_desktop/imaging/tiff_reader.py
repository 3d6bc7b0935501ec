"""TIFF files of grey with alpha in 16 bits, for which Pillow has no mode; all others are Pillow's."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image
from PIL.TiffImagePlugin import TiffImageFile

__all__ = ["TiffFile"]

_WIDTH, _HEIGHT, _BITS, _PHOTOMETRIC, _ORIENTATION, _SAMPLES, _EXTRA, _FORMAT, _ICC = (
    256, 257, 258, 262, 274, 277, 338, 339, 34675,
)  # fmt: skip
_GREY = 1
_ALPHA = ((1,), (2,))
"""Multiplied in or not."""


class TiffFile(TiffImageFile):
    """As Pillow's; grey with alpha of 16 bits is loaded as LA of 8."""

    def load(self) -> Any:
        if self._im is None and self._is_wide_grey():
            self._im = self._eight_bit().im
            self.load_end()  # turns it upright
        return super().load() if self.tile else Image.Image.load(self)

    def _setup(self) -> None:
        if not self._is_wide_grey():
            super()._setup()
            return
        width, height = int(self.tag_v2[_WIDTH]), int(self.tag_v2[_HEIGHT])
        self._mode, self.tile = "LA", []
        self._tile_size = width, height
        self._size = (height, width) if self.tag_v2.get(_ORIENTATION, 1) >= 5 else (width, height)
        if _ICC in self.tag_v2:
            self.info["icc_profile"] = self.tag_v2[_ICC]

    def _is_wide_grey(self) -> bool:
        tags = self.tag_v2
        wide = set(tags.get(_BITS, ())) == {16} and set(tags.get(_FORMAT, (1,))) == {1}
        grey = (tags.get(_PHOTOMETRIC), tags.get(_SAMPLES)) == (_GREY, 2)
        return wide and grey and tuple(tags.get(_EXTRA, ())) in _ALPHA

    def _eight_bit(self) -> Image.Image:
        from flux_desktop.imaging import vips
        from flux_desktop.imaging.depth import rounded

        assert isinstance(self.fp, BytesIO), "pictures are read from memory"
        pixels = vips.wide_pixels(self.fp.getvalue(), "image/tiff", self._tile_size)
        return Image.fromarray(rounded(pixels), "LA")
