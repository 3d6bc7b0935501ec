"""Shape: mirror, rotate, crop, resize, borders, frames, round corners. All work on RGB and on RGBA."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image

from flux_desktop.imaging.effects.arrays import Bytes, image_of

__all__ = [
    "border",
    "crop_to_ratio",
    "flip",
    "mirror",
    "polaroid",
    "resize_to",
    "rotate",
    "round_corners",
    "turn",
]


def mirror(pixels: Bytes) -> Bytes:
    """Left and right exchanged."""
    return np.ascontiguousarray(pixels[:, ::-1])


def flip(pixels: Bytes) -> Bytes:
    """Upside down, as in water."""
    return np.ascontiguousarray(pixels[::-1])


def turn(pixels: Bytes, quarters: int) -> Bytes:
    """Turned by quarters of a circle, clockwise; no pixel is lost."""
    return np.ascontiguousarray(np.rot90(pixels, -quarters))


def rotate(pixels: Bytes, degrees: float) -> Bytes:
    """Turned clockwise; what would be empty corners is cropped away, whole quarters lose nothing."""
    quarters = round(degrees / 90)
    if math.isclose(degrees, quarters * 90):
        return turn(pixels, quarters % 4)
    height, width = pixels.shape[:2]
    turned = image_of(pixels).rotate(-degrees, Image.Resampling.BICUBIC, expand=True)
    inner_width, inner_height = _largest_inside(width, height, math.radians(degrees))
    left, top = (turned.width - inner_width) // 2, (turned.height - inner_height) // 2
    return np.asarray(turned.crop((left, top, left + inner_width, top + inner_height)))


def _largest_inside(width: int, height: int, angle: float) -> tuple[int, int]:
    """Width and height of the largest upright rectangle inside a turned one."""
    sine, cosine = abs(math.sin(angle)), abs(math.cos(angle))
    long, short = max(width, height), min(width, height)
    if short <= 2 * sine * cosine * long or abs(sine - cosine) < 1e-10:
        half = 0.5 * short
        inner = (half / sine, half / cosine) if width >= height else (half / cosine, half / sine)
    else:
        double = cosine * cosine - sine * sine
        inner = ((width * cosine - height * sine) / double, (height * cosine - width * sine) / double)
    return max(1, int(inner[0]) - 2), max(1, int(inner[1]) - 2)


def crop_to_ratio(pixels: Bytes, across: float, down: float) -> Bytes:
    """The largest middle part whose sides are as `across` to `down`."""
    height, width = pixels.shape[:2]
    wide = min(width, max(1, round(height * across / down)))
    high = min(height, max(1, round(width * down / across)))
    left, top = (width - wide) // 2, (height - high) // 2
    return np.ascontiguousarray(pixels[top : top + high, left : left + wide])


def resize_to(pixels: Bytes, width: int, height: int) -> Bytes:
    """Another size, with Lanczos; colours under transparency do not bleed."""
    image = image_of(pixels)
    if image.mode != "RGBA":
        return np.asarray(image.resize((width, height), Image.Resampling.LANCZOS))
    weighted = image.convert("RGBa").resize((width, height), Image.Resampling.LANCZOS)
    return np.asarray(weighted.convert("RGBA"))


def border(pixels: Bytes, colour: str, thickness: int, below: int | None = None) -> Bytes:
    """An even frame of `colour` outside the picture; `below` makes the lower side wider."""
    height, width, channels = pixels.shape
    foot = thickness if below is None else below
    out = np.empty((height + thickness + foot, width + 2 * thickness, channels), np.uint8)
    out[:] = np.frombuffer(bytes.fromhex(colour[1:]) + b"\xff", np.uint8)[:channels]
    out[thickness : thickness + height, thickness : thickness + width] = pixels
    return out


def polaroid(pixels: Bytes, colour: str) -> Bytes:
    """An instant print: a narrow frame with a wide foot, and a hairline of shade around the picture."""
    from PIL import ImageDraw

    side = max(2, round(min(pixels.shape[:2]) * 0.05))
    framed = border(pixels, colour, side, round(side * 3.6))
    image = image_of(framed)
    right, bottom = side + pixels.shape[1], side + pixels.shape[0]
    shade = (200, 197, 190, 255)[: pixels.shape[2]]
    line = max(1, side // 24)
    ImageDraw.Draw(image).rectangle((side - line, side - line, right + line - 1, bottom + line - 1), None, shade, line)
    return np.asarray(image)


def round_corners(pixels: Bytes, radius: float) -> Bytes:
    """RGBA with transparent corners of `radius` pixels, smooth to a quarter of a pixel."""
    height, width = pixels.shape[:2]
    reach = min(radius, min(height, width) / 2)
    x = np.abs(np.arange(width, dtype=np.float32)[None, :] + 0.5 - width / 2) - np.float32(width / 2 - reach)
    y = np.abs(np.arange(height, dtype=np.float32)[:, None] + 0.5 - height / 2) - np.float32(height / 2 - reach)
    away = np.hypot(np.maximum(x, 0), np.maximum(y, 0))
    cover = np.clip(np.float32(reach) - away + np.float32(0.5), 0, 1)
    old = pixels[..., 3] if pixels.shape[2] == 4 else np.full((height, width), 255, np.uint8)
    alpha = np.rint(old * cover).astype(np.uint8)
    return np.dstack([pixels[..., :3], alpha])
