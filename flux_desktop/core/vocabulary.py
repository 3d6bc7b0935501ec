"""What the offline editor understands, as data: the help panel, the README and its errors are made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from flux_desktop.core.language import marked, tr

__all__ = ["AMOUNTS_HELP", "VOCABULARY", "Entry", "entries", "summary"]


@dataclass(frozen=True)
class Entry:
    """One thing that can be said. Each of `phrases` is a whole prompt that works; `operation` is the effect's name."""

    topic: str
    phrases: tuple[str, ...]
    what: str
    operation: str
    mode: Literal["edit", "generate"] = "edit"


AMOUNTS_HELP = marked(
    "How much: “slightly”, “a bit”, nothing, “much”, “very”, “extremely”, or a number: “contrast 20%”, "
    "“exposure +0.5”, “blur 8px”. 50% "
    "is what the bare word means; for black and white, sepia, tint, duotone, invert and solarise it is "
    "the share. Several wishes at once are joined by “and”, “then”, “with” or commas. Colours are #hex or names."
)


def _edit(topic: str, operation: str, what: str, *phrases: str) -> Entry:
    return Entry(topic, phrases, what, operation)


def _make(topic: str, operation: str, what: str, *phrases: str) -> Entry:
    return Entry(topic, phrases, what, operation, "generate")


VOCABULARY: tuple[Entry, ...] = (
    _edit("Light", "brightness", "Lightens or darkens the middle tones.", "brighter", "a bit darker",
          "brightness +20%"),
    _edit("Light", "exposure", "More or less light, in stops.", "exposure +0.5", "underexpose by 1 stop"),
    _edit("Light", "contrast", "A stronger or softer tone curve.", "much more contrast", "flatter", "reduce contrast"),
    _edit("Light", "shadows", "Opens or deepens the shadows.", "lift the shadows", "deepen the shadows"),
    _edit("Light", "highlights", "Brings highlights back, or lifts them.", "soften the highlights",
          "brighter highlights"),
    _edit("Light", "auto levels", "Stretches the tones to black and white.", "auto levels", "enhance"),
    _edit("Light", "fade", "Lifts the blacks as in an old print.", "faded", "a matte look"),
    _edit("Light", "dehaze", "Takes haze away, or adds it.", "dehaze", "a little foggy"),
    _edit("Colour", "warmth", "Warmer or cooler light.", "warmer", "slightly cooler", "golden hour"),
    _edit("Colour", "saturation", "More or less colour.", "more saturated", "muted colours", "saturation -30%"),
    _edit("Colour", "vibrance", "More colour where there is little.", "vivid", "more vibrant"),
    _edit("Colour", "tint", "A wash of one colour.", "tint blue", "a slight #ff8800 tint", "make it teal"),
    _edit("Colour", "hue", "Turns every hue by an angle.", "shift the hue by 30 degrees"),
    _edit("Colour", "black and white", "A panchromatic print.", "black and white", "b&w 50%", "monochrome"),
    _edit("Colour", "sepia", "A brown-toned print.", "sepia", "slightly sepia"),
    _edit("Colour", "duotone", "Shadows in one colour, lights in another.", "duotone navy and cream",
          "teal, coral and ivory duotone"),
    _edit("Colour", "invert", "A negative.", "invert", "negative"),
    _edit("Colour", "teal and orange", "The look of the cinema.", "teal and orange", "cinematic"),
    _edit("Colour", "vintage", "Faded, warm, with grain and soft corners.", "vintage", "a retro look"),
    _edit("Colour swap", "swap", "Changes one colour and spares the others.", "change red to #0066cc",
          "make the red jacket blue", "replace orange with green", "turn the orange suit purple"),
    _edit("Colour swap", "recolour", "Changes the most prominent colour: without AI it cannot find a jacket, and says "
          "which colour it took.", "make the jacket #0066cc", "paint the suit forest green"),
    _edit("Sharpness", "blur", "Gaussian blur; a number is the radius in pixels.", "blur a little",
          "gaussian blur 8px"),
    _edit("Sharpness", "motion blur", "As if the camera moved sideways.", "motion blur", "motion blur 40px"),
    _edit("Sharpness", "tilt shift", "Sharp in the middle band only, like a model.", "tilt-shift", "miniature"),
    _edit("Sharpness", "sharpen", "Finer edges without coloured rims.", "sharpen", "much sharper"),
    _edit("Sharpness", "clarity", "More contrast in structures.", "more clarity", "gritty"),
    _edit("Sharpness", "denoise", "Quieter flat areas.", "denoise", "reduce the noise"),
    _edit("Sharpness", "glow", "Light spills over from what is bright.", "glow", "a dreamy look"),
    _edit("Film", "film grain", "Grain that follows the light; by seed.", "film grain", "add a bit of grain",
          "heavy grain"),
    _edit("Film", "noise", "Digital noise; by seed.", "digital noise", "slightly noisy"),
    _edit("Film", "vignette", "Darker (or lighter) corners.", "vignette", "strong vignette", "lighten the corners"),
    _edit("Film", "light leak", "Light from the side; by seed.", "light leak"),
    _edit("Film", "colour fringes", "Red and blue drawn apart.", "chromatic aberration", "glitch"),
    _edit("Art", "posterise", "A few tones.", "posterise", "posterise to 5 levels", "pop art"),
    _edit("Art", "pixelate", "Squares of one colour.", "pixelate", "mosaic 12px"),
    _edit("Art", "halftone", "Printed dots, in black or in four inks.", "halftone", "colour halftone"),
    _edit("Art", "solarise", "Light tones turn round.", "solarise"),
    _edit("Art", "emboss", "A grey relief.", "emboss"),
    _edit("Art", "ink", "Black ink on paper.", "ink drawing", "line art"),
    _edit("Art", "pencil", "Pencil on paper; by seed.", "pencil sketch", "coloured pencil"),
    _edit("Art", "watercolour", "Washes on rough paper; by seed.", "watercolour",
          "turn it into a watercolour painting"),
    _edit("Art", "oil", "Oil on canvas; by seed.", "oil painting", "painterly"),
    _edit("Art", "cartoon", "Flat areas with outlines.", "cartoon", "comic book style"),
    _edit("Shape", "mirror", "Left and right exchanged.", "mirror", "flip horizontally"),
    _edit("Shape", "flip", "Upside down, as in water.", "flip vertically"),
    _edit("Shape", "rotate", "Turned clockwise; empty corners are cropped.", "rotate 90 degrees", "rotate left",
          "rotate by 3 degrees", "upside down"),
    _edit("Shape", "crop", "The largest middle part of that shape.", "crop to 16:9", "square crop"),
    _edit("Shape", "border", "A frame around the picture.", "20px black border", "thick white border", "frame in navy"),
    _edit("Shape", "polaroid", "An instant print.", "polaroid frame"),
    _edit("Shape", "round corners", "Transparent corners.", "round corners", "rounded corners 40px"),
    _edit("Textures", "texture", "Lays a texture over the picture, or behind one with transparent parts; by seed.",
          "paper texture", "subtle canvas texture", "concrete"),
    _make("Gradients", "gradient", "Between two or more colours, or by a name; linear, radial, conic or flowing.",
          "gradient from #ff7a18 to navy", "sunset gradient", "radial gradient of yellow and red",
          "conic rainbow gradient", "fluid gradient of coral, violet and teal",
          "diagonal gradient from mint to indigo"),
    _make("Gradients", "solid", "One colour.", "solid navy", "plain #f4efe4"),
    _make("Textures", "texture", "Made by noise; the seed decides.", "clouds", "blue marble", "wood grain",
          "paper texture", "linen", "brushed metal", "concrete", "leather", "water", "smoke",
          "perlin noise in navy and gold"),
    _make("Patterns", "pattern", "Shapes that repeat, bokeh and stars; the first colour is the ground.",
          "red and white stripes", "diagonal stripes in cream and teal",
          "polka dots",
          "checkerboard in black and white",
          "grid", "waves", "sunburst in gold and orange", "bokeh lights", "starry sky"),
    _make("Palettes", "palette", "Swatches with their hex; the seed decides.", "palette of five warm colours",
          "pastel palette", "palette of 4 colours from teal"),
)  # fmt: skip
"""Every phrase is run by a test."""


def entries(mode: Literal["edit", "generate"]) -> tuple[Entry, ...]:
    """What can be said with a picture (`edit`) or without one (`generate`)."""
    return tuple(entry for entry in VOCABULARY if entry.mode == mode)


def summary(mode: str = "edit") -> str:
    """One sentence that lists what can be said, for the hint of an error."""
    if mode == "generate":
        return tr(
            "It makes gradients (“sunset gradient”), textures (“blue marble”, “clouds”), patterns (“red and white "
            "stripes”, “bokeh”) and palettes (“palette of five warm colours”). The help lists all."
        )
    return tr(
        "It knows light (“brighter”, “lift the shadows”), colour (“warmer”, “duotone navy and cream”), swaps (“change "
        "red to #0066cc”), blur, sharpen, film grain, vignette, sketch, watercolour, mirror, rotate, borders and more. "
        "The help lists all."
    )
