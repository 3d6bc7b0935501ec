"""Pictures made of nothing: stripes, dots, checks, waves, rays, bokeh, stars, and palettes of swatches."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image

from flux_desktop.imaging.effects.arrays import Bytes, Floats, blur_bytes, image_of, smoothstep, to_bytes
from flux_desktop.imaging.effects.colour_cube import fit_gamut
from flux_desktop.imaging.effects.fields import cloud_field, grid
from flux_desktop.imaging.effects.gradients import gradient, solid
from flux_desktop.imaging.effects.oklab import encoded_of, lch_of_hex

__all__ = ["HARMONIES", "PATTERNS", "harmony", "palette", "pattern"]

PATTERNS: dict[str, tuple[str, ...]] = {
    "stripes": ("#f4efe4", "#27406b"),
    "diagonal stripes": ("#f4efe4", "#b3483a"),
    "dots": ("#f6e7d8", "#d1495b"),
    "checkerboard": ("#f1ece2", "#2f2f35"),
    "grid": ("#f7f6f2", "#9fb3c8"),
    "waves": ("#0b3954", "#1d7a8c", "#8fd0c6", "#f3efe0"),
    "rays": ("#f9d976", "#f39f4a"),
    "bokeh": ("#150f2b", "#ff9e5e", "#ffd27a", "#ff6f91", "#7ad0ff"),
    "starfield": ("#04050d", "#1b1e46", "#ffffff"),
}
"""Names and the colours that they have where the words name none: the ground first."""

HARMONIES: dict[str, tuple[float, float, float, float, float]] = {
    "warm": (15, 100, 0.09, 0.17, 0.62),
    "cool": (175, 300, 0.06, 0.15, 0.58),
    "pastel": (0, 360, 0.05, 0.08, 0.88),
    "bright": (0, 360, 0.18, 0.26, 0.68),
    "earthy": (35, 120, 0.04, 0.09, 0.5),
    "muted": (0, 360, 0.03, 0.06, 0.62),
    "dark": (0, 360, 0.05, 0.11, 0.34),
    "neon": (0, 360, 0.24, 0.32, 0.78),
    "any": (0, 360, 0.06, 0.18, 0.62),
}
"""Hue from … to (degrees), chroma from … to, mean lightness."""


def pattern(
    rng: np.random.Generator, height: int, width: int, name: str, colours: Sequence[str] = (), count: int = 0
) -> Bytes:
    """The pattern called `name`; the first of `colours` is the ground. `count`: repeats across the short side."""
    inks = tuple(colours) or PATTERNS[name]
    if len(inks) == 1:
        inks = (inks[0], "#ffffff" if lch_of_hex(inks[0])[0] < 0.75 else "#2a2a30")
    if name == "bokeh":
        return _bokeh(rng, height, width, inks)
    if name == "starfield":
        return _stars(rng, height, width, inks)
    if name == "rays":
        return _rays(height, width, inks, count or 18)
    return _repeat(rng, height, width, name, inks, count)


def _repeat(rng: np.random.Generator, height: int, width: int, name: str, inks: Sequence[str], count: int) -> Bytes:
    x, y = grid(height, width)
    pixel = 1.0 / min(height, width)
    if name in ("stripes", "diagonal stripes", "waves"):
        repeats = count or {"stripes": 9, "diagonal stripes": 12, "waves": 9}[name]
        along = x + 0 * y if name == "stripes" else (x + y) / np.float32(2**0.5)
        if name == "waves":
            phase = np.float32(rng.random() * 6.28)
            along = y + np.float32(0.05) * np.sin(x * np.float32(7.5) + phase) + np.float32(0.018) * np.sin(x * 17)
        return _bands(along * np.float32(repeats), inks, pixel * repeats)
    repeats = count or {"dots": 11, "checkerboard": 8, "grid": 14}[name]
    u, v = x * np.float32(repeats), y * np.float32(repeats)
    soft = pixel * repeats
    if name == "dots":
        row = np.floor(v)
        away = np.hypot((u + 0.5 * (row % 2)) % 1 - 0.5, v % 1 - 0.5)
        return _paint(inks, [smoothstep(0.30 + soft, 0.30 - soft, away)])
    if name == "grid":
        line = np.minimum(np.abs(u % 1 - 0.5), np.abs(v % 1 - 0.5))
        return _paint(inks, [smoothstep(0.035 + soft, 0.035 - soft, np.broadcast_to(line, (height, width)))])
    dark = np.clip(np.sin(np.pi * u) * np.sin(np.pi * v) / np.float32(soft * 2) + 0.5, 0, 1)
    return _paint(inks, [dark.astype(np.float32)])


def _bands(along: Floats, inks: Sequence[str], soft: float) -> Bytes:
    """Bands of equal width in turn, their borders as soft as one pixel."""
    place = along % len(inks)
    shares = []
    for index in range(1, len(inks)):
        edge = np.minimum(place - index, index + 1 - place)
        shares.append(np.clip(edge / np.float32(soft) + np.float32(0.5), 0, 1).astype(np.float32))
    first = np.clip((place - 0) / np.float32(soft) + np.float32(0.5), 0, 1)
    last = shares[-1] if shares else first
    shares[-1] = np.maximum(last, (1 - first).astype(np.float32))
    return _paint(inks, shares)


def _paint(inks: Sequence[str], shares: Sequence[Floats]) -> Bytes:
    height, width = shares[0].shape
    out = solid(height, width, inks[0]).astype(np.float32)
    for share, ink in zip(shares, inks[1:], strict=False):
        aim = np.frombuffer(bytes.fromhex(ink[1:]), np.uint8).astype(np.float32)
        out += (aim - out) * share[..., None]
    return to_bytes(out)


def _rays(height: int, width: int, inks: Sequence[str], count: int) -> Bytes:
    x, y = grid(height, width)
    dx, dy = x - x[0, -1] / 2, y - y[-1, 0] / 2
    turn = np.arctan2(dy, dx) / np.float32(2 * np.pi) * count
    far = np.maximum(np.hypot(dx, dy), np.float32(1e-3))
    soft = np.minimum(count / (2 * np.pi * far * min(height, width)), 0.5)
    wave = 0.25 - np.abs(turn % 1 - 0.5)
    return _paint(inks, [np.clip(wave / soft + 0.5, 0, 1).astype(np.float32)])


def _bokeh(rng: np.random.Generator, height: int, width: int, inks: Sequence[str]) -> Bytes:
    """Lights out of focus, three planes deep: the farthest smallest and sharpest."""
    short = min(height, width)
    out = gradient(rng, height, width, (inks[0], inks[0], inks[min(1, len(inks) - 1)], inks[0]), "mesh")
    light = out.astype(np.float32) * np.float32(0.55)
    for size, count, soft in ((0.10, 26, 0.012), (0.055, 34, 0.006), (0.024, 40, 0.003)):
        layer = Image.new("RGB", (width, height))
        for _ in range(count):
            ink = inks[1 + int(rng.integers(0, max(1, len(inks) - 1)))] if len(inks) > 1 else inks[0]
            radius = short * size * (0.55 + 0.7 * rng.random())
            _lamp(layer, rng.random() * width, rng.random() * height, radius, ink, 0.18 + 0.5 * rng.random())
        light = 255 - (255 - light) * (1 - blur_bytes(np.asarray(layer), soft * short).astype(np.float32) / 255)
    return to_bytes(light)


def _lamp(layer: Image.Image, x: float, y: float, radius: float, ink: str, strength: float) -> None:
    red, green, blue = (round(part * strength) for part in bytes.fromhex(ink[1:]))
    from PIL import ImageDraw

    stamp = Image.new("L", (2 * int(radius) + 6,) * 2, 0)
    draw = ImageDraw.Draw(stamp)
    draw.ellipse((2, 2, stamp.width - 3, stamp.height - 3), fill=190, outline=255, width=max(1, int(radius * 0.09)))
    layer.paste(
        Image.new("RGB", stamp.size, (red, green, blue)), (int(x - radius), int(y - radius)), stamp
    )  # a later lamp covers an earlier one of its plane; the planes are added as light


def _stars(rng: np.random.Generator, height: int, width: int, inks: Sequence[str]) -> Bytes:
    """A night sky: a band of haze, many faint stars, few bright ones with a glow."""
    haze = cloud_field(rng, height, width, 2.0, 7)
    x, y = grid(height, width)
    slope = np.float32(rng.random() - 0.5)
    band = np.exp(-(((y - 0.5 * y[-1, 0] - slope * (x - 0.5 * x[0, -1])) / np.float32(0.22)) ** 2))
    ground = _paint(inks[:2], [np.clip(haze * (0.25 + 0.85 * band), 0, 1)])
    stars = np.zeros((height, width), np.float32)
    count = height * width // 700
    rows, columns = rng.integers(0, height, count), rng.integers(0, width, count)
    stars[rows, columns] = (rng.random(count, dtype=np.float32) ** 6) * 1.3 + 0.09
    size = max(0.45, min(height, width) / 1800)
    spot = image_of(to_bytes(np.minimum(stars, 1) * 255))
    near = blur_bytes(np.asarray(spot), size).astype(np.float32) * np.float32(9 * size * size + 1)
    far = blur_bytes(np.asarray(spot), 4.5 * size).astype(np.float32) * np.float32(22 * size * size)
    star = np.frombuffer(bytes.fromhex(inks[-1][1:]), np.uint8).astype(np.float32)
    light = np.clip((near + far) / 255, 0, 1)[..., None]
    return to_bytes(ground + (star - ground) * light)


def harmony(rng: np.random.Generator, name: str, count: int, colours: Sequence[str] = ()) -> tuple[str, ...]:
    """`count` colours that belong together: of the kind `name`, or around the first of `colours`."""
    low, high, pale, rich, light = HARMONIES[name]
    if colours:
        lightness, chroma, hue = lch_of_hex(colours[0])
        centre = float(np.degrees(hue))
        low, high, pale, rich, light = centre - 40, centre + 40, chroma * 0.55, chroma * 1.1, lightness
    start, span = low, high - low
    if span >= 360:
        start, span = rng.random() * 360, 360.0 * (count - 1) / count if rng.random() < 0.4 else 110 + 90 * rng.random()
    hues = np.radians(start + span * np.linspace(0, 1, count) + rng.normal(0, 4, count))
    chromas = rng.uniform(pale, rich, count)
    lights = np.clip(light + np.linspace(0.13, -0.13, count) + rng.normal(0, 0.03, count), 0.15, 0.95)
    planes = [plane.astype(np.float32) for plane in (lights, chromas * np.cos(hues), chromas * np.sin(hues))]
    values = np.rint(encoded_of(*fit_gamut(planes[0], planes[1], planes[2])) * 255).astype(int)
    made = ["#" + "".join(f"{part:02x}" for part in row) for row in values]
    return (*colours, *made[len(colours) :])[:count] if colours else tuple(made)


def palette(height: int, width: int, colours: Sequence[str]) -> Bytes:
    """Swatches side by side (one above the other in a tall picture), each with its hex."""
    from PIL import ImageDraw, ImageFont

    tall = height > width * 1.2
    font = ImageFont.load_default(max(9, min(height, width) / (16 if tall else 5.5 * len(colours) ** 0.75)))
    image = Image.fromarray(_swatches(height, width, colours, tall))
    draw = ImageDraw.Draw(image)
    for index, colour in enumerate(colours):
        ink = "#1c1c20" if lch_of_hex(colour)[0] > 0.62 else "#f6f5f1"
        middle, end = (index + 0.5) / len(colours), (index + 1) / len(colours)
        place = (width / 2, height * (end - 0.04)) if tall else (width * middle, height * 0.95)
        draw.text(place, colour, ink, font, anchor="ms")
    return np.asarray(image)


def _swatches(height: int, width: int, colours: Sequence[str], tall: bool) -> Bytes:
    inks = np.array([list(bytes.fromhex(colour[1:])) for colour in colours], np.uint8)
    along = np.arange(height if tall else width) * len(colours) // (height if tall else width)
    line = inks[along]
    shape = (height, width, 3)
    return np.array(np.broadcast_to(line[:, None] if tall else line[None, :], shape))
