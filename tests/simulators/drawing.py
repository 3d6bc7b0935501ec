"""The pictures that simulators make: they show what was ordered, so that a test can tell one order from another."""

from __future__ import annotations

import hashlib
import io

from PIL import Image, ImageChops

__all__ = ["BACKGROUND", "FORMATS", "blackened", "checked_upload", "drawn", "shaped"]

BACKGROUND = "#c0c0c0"
FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF", "avif": "AVIF"}
"""The hosts' names of file formats and Pillow's."""


def drawn(
    source: bytes | None, seed: object, size: tuple[int, int] | None = None, format: str = "png", quality: int = 80
) -> bytes:
    """The source (a grey area where there is none) at `size`, half tinted by the seed; bytes of a picture file.

    Without a `size` the picture is as large as its source, or 64 × 64.
    """
    image = Image.open(io.BytesIO(source)).convert("RGB") if source else Image.new("RGB", (64, 64), BACKGROUND)
    image = image.resize(size or image.size)
    tint = hashlib.sha256(str(seed).encode()).digest()[:3]
    made = ImageChops.blend(image, Image.new("RGB", image.size, tuple(tint)), 0.5)
    kept = io.BytesIO()
    form = FORMATS[format]
    options = {"PNG": {"compress_level": 1}, "GIF": {}}.get(form, {"quality": quality})
    made.save(kept, form, **options)
    return kept.getvalue()


def shaped(source: bytes | None, ratio: str | None, megapixels: float, multiple: int = 16) -> tuple[int, int]:
    """Width and height for a ratio such as `16:9` (None: the source's) and an amount of pixels, in whole multiples."""
    if ratio:
        across, _, down = ratio.partition(":")
        shape = float(across) / float(down)
    else:
        image = Image.open(io.BytesIO(source)) if source else Image.new("RGB", (1, 1))
        shape = image.width / image.height
    pixels = megapixels * 1_000_000
    width, height = (pixels * shape) ** 0.5, (pixels / shape) ** 0.5
    return max(1, round(width / multiple)) * multiple, max(1, round(height / multiple)) * multiple


def blackened(made: bytes) -> bytes:
    """A black picture as large as `made`: what a filter leaves."""
    kept = io.BytesIO()
    Image.new("RGB", Image.open(io.BytesIO(made)).size).save(kept, "PNG")
    return kept.getvalue()


def checked_upload(data: bytes) -> str:
    """The media type of a picture that tells nothing of its owner; ValueError for anything else."""
    try:
        image = Image.open(io.BytesIO(data))
        image.load()
    except OSError as error:
        raise ValueError(f"not an image: {error}") from None
    told = [name for name in ("exif", "xmp", "XML:com.adobe.xmp", "comment", "photoshop") if image.info.get(name)]
    if told or image.getexif():
        raise ValueError(f"the upload carries metadata: {told or 'EXIF'}")
    return str(Image.MIME[image.format or ""])
