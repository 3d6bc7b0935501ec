"""The words of the offline editor: what they ask for, how much of it, and what may be said around them."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "AMOUNTS",
    "CONNECTORS",
    "DOWN",
    "FILLERS",
    "MIXED",
    "PICTURE",
    "PLACES",
    "SAME",
    "SIGNED",
    "TAKES",
    "UP",
    "Takes",
    "Word",
]


@dataclass(frozen=True)
class Word:
    """What a word of the vocabulary asks for: the effect `name`, forwards (`sign` 1) or backwards, with variants."""

    name: str
    sign: float = 1.0
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Takes:
    """What an effect can be told besides its amount: how many colours, and a plain number's unit ("" for none)."""

    colours: tuple[int, int] = (0, 0)
    unit: str = ""
    makes: bool = False


TAKES: dict[str, Takes] = {
    "exposure": Takes(unit="stops"),
    "tint": Takes((1, 1)),
    "duotone": Takes((0, 4)),
    "vignette": Takes((0, 1)),
    "hue": Takes(unit="deg"),
    "blur": Takes(unit="px"),
    "motion blur": Takes(unit="px"),
    "posterise": Takes(unit="count"),
    "pixelate": Takes(unit="px"),
    "halftone": Takes(unit="px"),
    "rotate": Takes(unit="deg"),
    "border": Takes((0, 1), unit="px"),
    "polaroid": Takes((0, 1)),
    "round corners": Takes(unit="px"),
    "gradient": Takes((0, 8), makes=True),
    "solid": Takes((1, 1), makes=True),
    "texture": Takes((0, 5), makes=True),
    "pattern": Takes((0, 6), unit="count", makes=True),
    "palette": Takes((0, 8), unit="count", makes=True),
}
"""Effects that are not named here take an amount alone."""

MIXED = frozenset({"black and white", "sepia", "duotone", "invert", "solarise", "tint"})
"""Effects of which a share is mixed in: 50% means half, where elsewhere 50% is what the bare word means."""

SIGNED = frozenset(
    {"brightness", "exposure", "contrast", "shadows", "highlights", "dehaze", "warmth", "saturation", "vibrance",
     "clarity", "vignette", "rotate", "hue"}
)  # fmt: skip
"""Effects that can also go the other way."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PLACES = frozenset({"background", "backdrop", "behind"})

UP = _set("increase raise boost more higher up add stronger strengthen intensify extra lift push plus rich high")
DOWN = _set("decrease reduce lower less down cut drop weaken fewer minus low")

AMOUNTS: dict[str, float] = {
    "slightly": 0.45, "slight": 0.45, "a touch of": 0.35, "a touch": 0.35, "a hint of": 0.3, "a hint": 0.3,
    "barely": 0.25,    "subtly": 0.4, "subtle": 0.4, "gently": 0.45, "gentle": 0.45, "faint": 0.35, "softly": 0.45,
    "a bit of": 0.55, "a bit": 0.55, "a little bit": 0.45, "a little": 0.5, "little": 0.5, "bit": 0.55,
    "somewhat": 0.65, "mildly": 0.5, "mild": 0.5, "light": 0.5, "lightly": 0.5, "small": 0.6, "thin": 0.5,
    "fine": 0.6, "narrow": 0.5, "moderately": 0.9, "moderate": 0.9, "medium": 1.0, "quite": 1.3, "clearly": 1.3,
    "rather": 1.2, "noticeably": 1.3, "much": 1.7, "a lot of": 1.7, "a lot": 1.7, "lots of": 1.7, "lot": 1.7,
    "very": 1.6, "really": 1.6, "far": 1.7, "way": 1.8, "strongly": 1.7, "strong": 1.7, "heavily": 1.9,
    "heavy": 1.9, "big": 1.6, "large": 1.6, "thick": 2.0, "wide": 2.0, "coarse": 1.7, "bold": 1.6, "deep": 1.4,
    "dramatically": 2.0, "dramatic": 1.9, "intense": 1.9, "intensely": 1.9, "extremely": 2.4, "extreme": 2.4,
    "super": 2.2, "totally": 2.2, "completely": 2.5, "fully": 2.2, "maximum": 2.5, "max": 2.5, "half": 0.5,
    "twice": 2.0, "double": 2.0,
}  # fmt: skip
"""How much more or less than the bare word."""

CONNECTORS = frozenset({"and", "then", "with", "plus", "also", "but", ",", ";", ".", "&", "+", "\n", "!", "?"})

PICTURE = _set("it this that picture image photo photograph pic shot everything all whole everyone them")

FILLERS = _set(
    "make made making turn turned give me apply put use do be is are get let's lets set please kindly now just "
    "finally the a an this that it its my our your picture image photo photograph pic shot everything whole "
    "entire overall all of on in to into as at by from for over look looks looking like style styled effect "
    "effects filter some so i want would like need can could you create generate draw design have having has "
    "bring texture pattern colour colours version feel feeling lighting tones mood nice good bit amount level "
    "levels adjust change convert transform wallpaper using made across around onto out degree degrees percent "
    "only that"
)

SAME: dict[str, str] = {
    "color": "colour", "colors": "colours", "colored": "coloured", "colorful": "colourful", "gray": "grey",
    "grayscale": "greyscale", "monochrom": "monochrome", "posterize": "posterise", "posterized": "posterised",
    "solarize": "solarise", "solarized": "solarise", "watercolor": "watercolour", "normalize": "normalise",
    "recolor": "recolour", "aluminum": "aluminium", "mirroring": "mirror", "blurring": "blur", "shadow": "shadows",
    "highlight": "highlights", "analog": "analogue", "vignetted": "vignette", "sharpened": "sharpen",
    "colourise": "recolour", "colorize": "recolour", "greys": "grey",
}  # fmt: skip
"""Other spellings."""
