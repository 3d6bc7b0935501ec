"""Every effect by its name: which function does it, whether it needs chance, whether it changes the shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flux_desktop.core.language import figures, tr
from flux_desktop.imaging.effects import art, colour, focus, geometry, grain, paint, tone, wishes
from flux_desktop.imaging.effects.arrays import Bytes
from flux_desktop.imaging.effects.context import Context
from flux_desktop.imaging.effects.operation import Operation

__all__ = ["EFFECTS", "Effect", "uses_chance"]

Run = Callable[[Bytes, Operation, Context], Bytes]


@dataclass(frozen=True)
class Effect:
    """`chance`: the seed plays a part. `shape`: width, height or place of pixels change; it gets RGBA where there is
    alpha, the others get RGB and the alpha is kept for them. `spreads`: pixels take from their neighbours, so that
    colours under transparency have to be filled first."""

    run: Run
    chance: bool = False
    shape: bool = False
    spreads: bool = False


def _amount(function: Callable[[Bytes, float], Bytes]) -> Effect:
    return Effect(lambda pixels, wish, _: function(pixels, wish.amount))


def _spread(function: Callable[[Bytes, float], Bytes]) -> Effect:
    return Effect(lambda pixels, wish, _: function(pixels, wish.amount), spreads=True)


def _measure(pixels: Bytes, wish: Operation, low: float = 0.0) -> float | None:
    """The number that was said, in pixels, not beyond the picture's own size; None if none was said."""
    return None if wish.number is None else min(max(wish.number, low), float(max(pixels.shape[:2])))


def _measured(function: Callable[[Bytes, float, float | None], Bytes]) -> Effect:
    return Effect(lambda pixels, wish, _: function(pixels, wish.amount, _measure(pixels, wish)), spreads=True)


def _exposure(pixels: Bytes, wish: Operation, context: Context) -> Bytes:
    stops = wish.number if wish.number is not None else 0.7 * wish.amount
    return tone.exposure(pixels, min(max(stops, -8.0), 8.0))


def _hue(pixels: Bytes, wish: Operation, context: Context) -> Bytes:
    return colour.hue_shift(pixels, wish.number if wish.number is not None else 40 * wish.amount)


def _duotone(pixels: Bytes, wish: Operation, context: Context) -> Bytes:
    colours = wish.colours or ("#1b2a5b", "#f6ead2")
    if len(colours) == 1:
        colours = (colours[0], "#fbf6ea" if _is_dark(colours[0]) else "#14151f")
    return colour.duotone(pixels, colours, wish.amount)


def _is_dark(ink: str) -> bool:
    """True for a colour that goes into the shadows of a duotone."""
    red, green, blue = bytes.fromhex(ink[1:])
    return 0.299 * red + 0.587 * green + 0.114 * blue < 140


def _vintage(pixels: Bytes, wish: Operation, context: Context) -> Bytes:
    faded = tone.fade(colour.saturation(pixels, -0.45 * wish.amount), 0.8 * wish.amount)
    toned = colour.warmth(colour.tint(faded, "#c8a26b", 0.28 * wish.amount), 0.55 * wish.amount)
    return grain.film_grain(grain.vignette(toned, 0.55 * wish.amount), 0.55 * wish.amount, context.rng)


def _halftone(pixels: Bytes, wish: Operation, context: Context) -> Bytes:
    return art.halftone(pixels, wish.amount, _measure(pixels, wish), "colour" in wish.words)


def _rotate(pixels: Bytes, wish: Operation, context: Context) -> Bytes:
    if "half" in wish.words:
        return geometry.turn(pixels, 2)
    degrees = wish.number if wish.number is not None else (90.0 if wish.amount > 0 else -90.0)
    if degrees % 90:
        context.say(
            tr("Rotated by {degrees} degrees; the empty corners were cropped away.", degrees=figures(f"{degrees:g}"))
        )
    return geometry.rotate(pixels, degrees)


def _crop(pixels: Bytes, wish: Operation, context: Context) -> Bytes:
    across, down = (int(part) for part in (wish.words or ("1:1",))[0].split(":"))
    return geometry.crop_to_ratio(pixels, max(across, 1), max(down, 1))


def _border(pixels: Bytes, wish: Operation, context: Context) -> Bytes:
    usual = max(1, round(0.035 * min(pixels.shape[:2]) * wish.amount))
    thickness = round(_measure(pixels, wish, 1.0) or usual)
    return geometry.border(pixels, (wish.colours or ("#ffffff",))[0], thickness)


def _round_corners(pixels: Bytes, wish: Operation, context: Context) -> Bytes:
    usual = 0.06 * min(pixels.shape[:2]) * wish.amount
    return geometry.round_corners(pixels, _measure(pixels, wish, 1.0) or usual)


def _posterise(pixels: Bytes, wish: Operation, context: Context) -> Bytes:
    usual = max(2, round(6 / max(wish.amount, 0.1)))
    return art.posterise(pixels, min(int(wish.number), 256) if wish.number else usual)


def _vignette(pixels: Bytes, wish: Operation, context: Context) -> Bytes:
    return grain.vignette(pixels, wish.amount, wish.colours[0] if wish.colours else None)


def _pencil(pixels: Bytes, wish: Operation, context: Context) -> Bytes:
    return paint.pencil(pixels, wish.amount, context.rng, "colour" in wish.words)


EFFECTS: dict[str, Effect] = {
    "brightness": _amount(tone.brightness),
    "exposure": Effect(_exposure),
    "contrast": _amount(tone.contrast),
    "shadows": _spread(tone.shadows),
    "highlights": _spread(tone.highlights),
    "fade": _amount(tone.fade),
    "auto levels": _amount(tone.auto_levels),
    "dehaze": _spread(tone.dehaze),
    "warmth": _amount(colour.warmth),
    "saturation": _amount(colour.saturation),
    "vibrance": _amount(colour.vibrance),
    "tint": Effect(wishes.tint_or_recolour),
    "hue": Effect(_hue),
    "black and white": _amount(colour.black_and_white),
    "sepia": _amount(colour.sepia),
    "duotone": Effect(_duotone),
    "invert": _amount(colour.invert),
    "teal and orange": _amount(colour.teal_and_orange),
    "vintage": Effect(_vintage, chance=True),
    "swap": Effect(wishes.swap_named, spreads=True),
    "recolour": Effect(wishes.recolour_prominent, spreads=True),
    "blur": _measured(focus.blur),
    "motion blur": _measured(focus.motion_blur),
    "tilt shift": _spread(focus.tilt_shift),
    "sharpen": _spread(focus.sharpen),
    "clarity": _spread(focus.clarity),
    "denoise": _spread(focus.denoise),
    "glow": _spread(focus.glow),
    "film grain": Effect(lambda pixels, wish, has: grain.film_grain(pixels, wish.amount, has.rng), chance=True),
    "noise": Effect(lambda pixels, wish, has: grain.noise(pixels, wish.amount, has.rng), chance=True),
    "vignette": Effect(_vignette),
    "light leak": Effect(lambda pixels, wish, has: grain.light_leak(pixels, wish.amount, has.rng), chance=True),
    "colour fringes": _spread(grain.chromatic_fringes),
    "posterise": Effect(_posterise, spreads=True),
    "pixelate": _measured(art.pixelate),
    "halftone": Effect(_halftone, spreads=True),
    "solarise": _amount(art.solarise),
    "emboss": _spread(art.emboss),
    "ink": _spread(art.ink),
    "pencil": Effect(_pencil, chance=True, spreads=True),
    "watercolour": Effect(
        lambda pixels, wish, has: paint.watercolour(pixels, wish.amount, has.rng), chance=True, spreads=True
    ),
    "oil": Effect(lambda pixels, wish, has: paint.oil(pixels, wish.amount, has.rng), chance=True, spreads=True),
    "cartoon": _spread(paint.cartoon),
    "mirror": Effect(lambda pixels, _, __: geometry.mirror(pixels), shape=True),
    "flip": Effect(lambda pixels, _, __: geometry.flip(pixels), shape=True),
    "rotate": Effect(_rotate, shape=True),
    "crop": Effect(_crop, shape=True),
    "border": Effect(_border, shape=True),
    "polaroid": Effect(
        lambda pixels, wish, _: geometry.polaroid(pixels, (wish.colours or ("#fdfcf8",))[0]), shape=True
    ),
    "round corners": Effect(_round_corners, shape=True),
}


def uses_chance(operation: Operation) -> bool:
    """True where another seed gives another picture."""
    if operation.name in EFFECTS:
        return EFFECTS[operation.name].chance
    if operation.name == "pattern":
        return operation.words[0] in ("bokeh", "starfield", "waves")
    return operation.name in ("texture", "gradient", "palette")
