"""libvips, which keeps 16 bits a channel. Only this module knows it, and imports it late: it takes 60 ms."""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mmap import mmap

    import numpy as np
    from numpy.typing import NDArray

__all__ = ["RowReader", "prepare", "through_profiles", "wide_pixels"]

_LOADERS = {
    "image/jpeg": "VipsForeignLoadJpeg",
    "image/png": "VipsForeignLoadPng",
    "image/tiff": "VipsForeignLoadTiff",
}
"""The one reader for each kind: all others stay locked, whatever a file says that it is."""


class RowReader:
    """A JPEG, PNG or TIFF that is read from top to bottom, little by little; errors of libvips for what it cannot read.

    `width`, `height` and `bands` are those of the file, `wide` says whether it has 16 bits a channel; `space` is what
    libvips calls its colours, and `orientation` (1 … 8) how it has to be turned.
    """

    def __init__(self, data: bytes | mmap, media_type: str) -> None:
        self._image = _reader(data, media_type)
        self._region = _library().Region.new(self._image)
        self.width: int = self._image.width
        self.height: int = self._image.height
        self.bands: int = self._image.bands
        self.wide = self._image.format == "ushort"
        self.narrow = self._image.format == "uchar"
        self.space: str = self._image.interpretation
        self.orientation: int = self._image.get("orientation") if self._image.get_typeof("orientation") else 1

    def rows(self, top: int, bottom: int) -> NDArray[np.uint8] | NDArray[np.uint16]:
        """Those rows as they lie in the file, height × width × bands; never above ones that were read before."""
        return self.part(0, top, self.width, bottom)

    def part(self, left: int, top: int, right: int, bottom: int) -> NDArray[np.uint8] | NDArray[np.uint16]:
        """The same of some columns; `right` and `bottom` are the first outside."""
        import numpy as np

        values = self._region.fetch(left, top, right - left, bottom - top)
        shape = bottom - top, right - left, self.bands
        if self.wide:
            return np.frombuffer(values, np.uint16).reshape(shape)
        return np.frombuffer(values, np.uint8).reshape(shape)


def prepare() -> None:
    """Load libvips now, and not beside the first big picture."""
    _library()


def wide_pixels(data: bytes, media_type: str, size: tuple[int, int]) -> NDArray[np.uint16]:
    """The first picture in a PNG or TIFF of 16 bits a channel as it lies in the file: height × width × channels.

    `size` is what the header says, checked before, perhaps turned. ValueError for another one, or an error of libvips.
    """
    import numpy as np

    image = _reader(data, media_type)
    if {image.width, image.height} != set(size) or image.format != "ushort":
        raise ValueError(f"{image.width} × {image.height} {image.format}")
    pixels: NDArray[np.uint16] = np.frombuffer(image.write_to_memory(), np.uint16)
    return pixels.reshape(image.height, image.width, image.bands)


def through_profiles(colours: NDArray[np.uint16], source: bytes, target: bytes) -> NDArray[np.uint16]:
    """`colours` (height × width × channels) of the profile `source` in those of `target`, both grey or RGB, at 16 bits.

    Relative colorimetric with black point compensation. Both have to be made for such pixels: that is not checked here.
    """
    import numpy as np

    library = _library()
    image = library.Image.new_from_array(np.ascontiguousarray(colours))
    image = image.copy(interpretation="grey16" if colours.shape[-1] == 1 else "rgb16")
    image.set_type(library.GValue.blob_type, "icc-profile-data", source)
    with TemporaryDirectory() as folder:  # libvips takes the one profile from the image, and the other from a file
        path = Path(folder) / "target.icc"
        path.write_bytes(target)
        how = {"embedded": True, "intent": "relative", "black_point_compensation": True, "depth": 16}
        made = image.icc_transform(str(path), **how)
        values: NDArray[np.uint16] = np.frombuffer(made.write_to_memory(), np.uint16)
    return values.reshape(made.height, made.width, made.bands)


def _reader(data: bytes | mmap, media_type: str) -> Any:
    library = _library()
    source = library.Source.new_from_memory(data)  # which a buffer would be copied into
    options: dict[str, Any] = {"access": "sequential", "fail_on": "error"}
    if media_type == "image/jpeg":
        image = library.Image.jpegload_source(source, **options)
    elif media_type == "image/png":
        image = library.Image.pngload_source(source, **options)
    else:
        image = library.Image.tiffload_source(source, page=0, n=1, **options)
    image._references.append(source)  # and with it the bytes, for as long as the image is read from them
    return image


@lru_cache(maxsize=1)
def _library() -> Any:
    """libvips without a memory of what it did before, and without readers that nobody here asks for."""
    import pyvips

    # What it has against a file comes as an error as well.
    logging.getLogger("pyvips").setLevel(logging.ERROR)
    pyvips.cache_set_max(0)
    pyvips.operation_block_set("VipsForeignLoad", True)
    for loader in _LOADERS.values():
        pyvips.operation_block_set(loader, False)
    return pyvips
