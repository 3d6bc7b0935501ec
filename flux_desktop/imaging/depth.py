"""Any layout of pixels that a file may have, as 8 bits a channel in one of few modes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from PIL import Image

if TYPE_CHECKING:
    import numpy as np
    from PIL.ImageFile import ImageFile

from flux_desktop.core.language import tr

__all__ = ["eight_bit", "load", "note", "rounded", "wide_channels"]

_STRIP = 2**22
"""Pixels that are worked on at a time, so that a big picture needs little extra memory."""

_SWAPPED = {"B": "L", "L": "B", "N": "B" if sys.byteorder == "little" else "L"}
_WIDE = {f"{bands};16{order}" for bands in ("RGB", "RGBA", "RGBX", "CMYK") for order in "BLN"}
_KEPT = {"L", "LA", "RGB", "RGBA", "CMYK", "LAB"}
_PHOTOMETRIC, _BITS, _SAMPLE_FORMAT = 262, 258, 339
_CHANNELS = {"I;16": 1, "I;16B": 1, "LA": 2, "RGB": 3, "RGBA": 4}


def load(image: ImageFile, again: Callable[[], ImageFile] | None = None) -> tuple[Image.Image, str]:
    """Decode, and reduce to 8 bits a channel: mode L, LA, RGB, RGBA, CMYK or LAB, and a note for the user or "".

    `again` opens the same file once more: Pillow drops the low half of 16 bits a channel, and a second look gets it,
    so that values are rounded instead of cut. Without it they are cut.
    """
    low = _low_halves(image, again) if again else None
    told, clear = note(image), _clear(image)
    image.load()
    if image.mode.startswith("I") or image.mode == "F":
        reduced, lost = _from_numbers(image)
        return _cleared(reduced, clear, image), told or lost
    if low:
        return _cleared(_rounded(image, low), clear, image, low), told
    return eight_bit(image), told


def eight_bit(image: Image.Image) -> Image.Image:
    """One of the modes of `load` for a decoded image of 8 bits or fewer a channel."""
    if image.mode in ("L", "RGB") and "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode in _KEPT:
        return image
    if image.mode == "P":
        return image.convert("RGBA" if "transparency" in image.info else "RGB")
    return image.convert({"1": "L", "La": "LA", "PA": "RGBA", "RGBa": "RGBA"}.get(image.mode, "RGB"))


def wide_channels(image: ImageFile) -> int:
    """How many channels of 16 bits there are in a PNG or TIFF not yet decoded, alpha included: 1 to 4.

    0 where it is no grey or RGB of 16 bits, and 8 bits are all that is made of it.
    """
    channels = _CHANNELS.get(image.mode, 0)
    if image.format == "TIFF":
        tags = getattr(image, "tag_v2", {})
        wide = set(tags.get(_BITS, ())) == {16} and set(tags.get(_SAMPLE_FORMAT, (1,))) == {1}
        return channels if wide and tags.get(_PHOTOMETRIC) in (0, 1, 2) else 0
    modes = set(_raw_modes(image))
    if image.format != "PNG" or not all(mode.endswith(";16B") for mode in modes):
        return 0
    # Pillow makes RGBA of grey with alpha.
    return 2 if modes == {"LA;16B"} else channels + ("transparency" in image.info)


def note(image: ImageFile) -> str:
    """What a user should know of a picture of 16 bits a channel that is not yet decoded; else ""."""
    if wide_channels(image):
        return tr("The picture has 16 bits a channel. They are kept; what is shown and sent has 8.")
    return tr("16 bits a channel were reduced to 8.") if any(";16" in mode for mode in _raw_modes(image)) else ""


def rounded(values: np.ndarray[Any, Any]) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """The nearest values of 8 bits for those of 16, v / 257, row by row, which takes little memory; 8 bits stay."""
    import numpy as np

    if values.dtype == np.uint8:
        return values
    result = np.empty(values.shape, np.uint8)
    for row, wide in zip(result, values, strict=True):
        row[...] = (wide.astype(np.uint32) + 128) // 257
    return result


def _raw_modes(image: ImageFile) -> list[str]:
    args: list[Any] = [tile.args for tile in image.tile]
    return [str(arg[0] if isinstance(arg, tuple) and arg else arg) for arg in args]


def _low_halves(image: ImageFile, again: Callable[[], ImageFile]) -> Image.Image | None:
    """The low bytes of a picture with 16 bits a channel, read as if the other byte came first; None for others."""
    modes = _raw_modes(image)
    if not modes or not set(modes) <= _WIDE:
        return None
    second = again()
    second.tile = [
        tile._replace(args=_with_mode(tile.args, mode[:-1] + _SWAPPED[mode[-1]]))
        for tile, mode in zip(second.tile, modes, strict=True)
    ]
    second.load()
    return second


def _clear(image: ImageFile) -> tuple[int, ...]:
    """The colour of 16 bits a channel that a PNG file says is transparent; () if there is none."""
    told = image.info.get("transparency") if wide_channels(image) else None
    return () if told is None else told if isinstance(told, tuple) else (told,)


def _cleared(
    reduced: Image.Image, clear: tuple[int, ...], high: Image.Image, low: Image.Image | None = None
) -> Image.Image:
    """`reduced`, transparent where all 16 bits of every channel are those of the colour `clear`, if there is one.

    `high` are the pixels, or with `low` their high bytes.
    """
    import numpy as np

    if not clear:
        return reduced
    alpha = Image.new("L", reduced.size)
    for box in _strips(reduced.size):
        values = np.asarray(high.crop(box)).astype(np.uint32)
        if low:
            values = values << 8 | np.asarray(low.crop(box))
        is_clear = (values.reshape(*values.shape[:2], -1) == clear).all(axis=-1)
        alpha.paste(Image.fromarray(np.where(is_clear, 0, 255).astype(np.uint8)), box)
    reduced.putalpha(alpha)
    return reduced


def _with_mode(args: Any, mode: str) -> Any:
    return (mode, *args[1:]) if isinstance(args, tuple) else mode


def _rounded(high: Image.Image, low: Image.Image) -> Image.Image:
    """Nearest 8-bit values. With v = 257·high + (low − high), v / 257 is nearer to a neighbour beyond ±128."""
    import numpy as np

    result = Image.new(high.mode, high.size)
    for box in _strips(high.size):
        top = np.asarray(high.crop(box)).astype(np.int16)
        rest = np.asarray(low.crop(box)).astype(np.int16) - top
        result.paste(Image.fromarray((top + (rest > 128) - (rest < -128)).astype(np.uint8), high.mode), box)
    return result


def _from_numbers(image: ImageFile) -> tuple[Image.Image, str]:
    """Grey of 12, 16 or 32 bits or of floating point, scaled to the range that its values are in."""
    import numpy as np

    tags = getattr(image, "tag_v2", {})
    low, high, note = _range(image, tags.get(_BITS))
    inverted = tags.get(_PHOTOMETRIC) == 0
    result = Image.new("L", image.size)
    for box in _strips(image.size):
        values = np.nan_to_num(np.asarray(image.crop(box)).astype(np.float64), nan=low, posinf=high, neginf=low)
        scaled = np.clip((values - low) * (255.0 / (high - low)), 0, 255)
        result.paste(Image.fromarray(np.rint(255 - scaled if inverted else scaled).astype(np.uint8), "L"), box)
    return result, note


def _range(image: ImageFile, bits: Any) -> tuple[float, float, str]:
    """The values that become black and white, and what the user should know."""
    if bits == (12,):
        return 0, 4095, tr("12 bits a channel were reduced to 8.")
    if image.mode.startswith("I;16"):
        return 0, 65535, tr("16 bits a channel were reduced to 8.")
    least, most = _extent(image)
    usual = (1.0, 255.0, 65535.0) if image.mode == "F" else (255.0, 65535.0)
    white = next((limit for limit in usual if least >= 0 and most <= limit), None)
    name = tr("Floating-point values") if image.mode == "F" else tr("32 bits a channel")
    if white is not None:
        return 0, white, tr("{name} were reduced to 8 bits.", name=name)
    note = tr("{name} were reduced to 8 bits: the least is black, the greatest white.", name=name)
    return least, max(most, least + 1e-9), note


def _extent(image: Image.Image) -> tuple[float, float]:
    """The least and the greatest finite value."""
    import numpy as np

    least, most = np.inf, -np.inf
    for box in _strips(image.size):
        values: np.ndarray[Any, Any] = np.asarray(image.crop(box)).astype(np.float64)
        values = values[np.isfinite(values)]
        if values.size:
            least, most = min(least, float(values.min())), max(most, float(values.max()))
    return (least, most) if least <= most else (0.0, 1.0)


def _strips(size: tuple[int, int]) -> Iterator[tuple[int, int, int, int]]:
    width, height = size
    rows = max(1, _STRIP // width)
    for top in range(0, height, rows):
        yield 0, top, width, min(top + rows, height)
