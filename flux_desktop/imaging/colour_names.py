"""Colours by name: the CSS names, the everyday terms and the designers' favourites, and back from hex to a name."""

from __future__ import annotations

import math
from functools import cache

__all__ = ["NAMES", "hex_of", "name_of"]

_LISTED = """
black 000000|white ffffff|grey 808080|gray 808080|silver c0c0c0|charcoal 36454f|graphite 41424c|slate 708090
slate grey 708090|slate gray 708090|dark grey 555555|dark gray 555555|light grey d3d3d3|light gray d3d3d3
off white faf9f6|off-white faf9f6|ivory fffff0|cream fffdd0|beige f5f5dc|bone e3dac9|ecru c2b280|eggshell f0ead6
pearl eae0c8|anthracite 383e42|gunmetal 2a3439|onyx 353839|jet 343434|ebony 555d50|ash grey b2beb5|taupe 483c32
red ff0000|dark red 8b0000|light red ff7f7f|bright red ff1a1a|crimson dc143c|scarlet ff2400|ruby e0115f
burgundy 800020|maroon 800000|wine 722f37|oxblood 4a0000|cherry de3163|brick b22222|brick red cb4154
firebrick b22222|vermilion e34234|vermillion e34234|cardinal c41e3a|carmine 960018|indian red cd5c5c
rust b7410e|terracotta e2725b|terra cotta e2725b|coral ff7f50|light coral f08080|salmon fa8072
light salmon ffa07a|dark salmon e9967a|tomato ff6347|orange red ff4500|orange-red ff4500|sienna a0522d
orange ffa500|dark orange ff8c00|light orange ffc266|burnt orange cc5500|tangerine f28500|apricot fbceb1
peach ffcba4|amber ffbf00|pumpkin ff7518|copper b87333|bronze cd7f32|ochre cc7722|caramel c68e17|honey eba937
brown 8b4513|dark brown 5c4033|light brown b5651d|chocolate d2691e|coffee 6f4e37|chestnut 954535|tan d2b48c
khaki f0e68c|sand c2b280|camel c19a6b|mocha 967969|umber 635147|mahogany c04000|walnut 773f1a|hazel 8e7618
saddle brown 8b4513|sandy brown f4a460|peru cd853f|wheat f5deb3|buff daa06d|cinnamon d2691e|espresso 4b3621
yellow ffff00|light yellow ffffe0|dark yellow b59b00|gold ffd700|golden ffd700|golden yellow ffdf00|lemon fff44f
mustard ffdb58|saffron f4c430|canary ffef00|sunflower ffda03|maize fbec5d|goldenrod daa520|straw e4d96f
green 008000|dark green 006400|light green 90ee90|bright green 66ff00|lime 00ff00|lime green 32cd32
forest green 228b22|olive 808000|olive green 6b8e23|sage b2ac88|sage green 9caf88|mint 98ff98|mint green 98ff98
emerald 50c878|emerald green 50c878|jade 00a86b|moss 8a9a5b|moss green 8a9a5b|sea green 2e8b57|pine 01796f
pine green 01796f|bottle green 006a4e|hunter green 355e3b|fern 4f7942|pistachio 93c572|avocado 568203
chartreuse 7fff00|spring green 00ff7f|kelly green 4cbb17|neon green 39ff14|viridian 40826d|malachite 0bda51
teal 008080|dark teal 014d4e|turquoise 40e0d0|aqua 00ffff|aquamarine 7fffd4|cyan 00ffff|dark cyan 008b8b
light cyan e0ffff|petrol 005f6a|seafoam 93e9be
blue 0000ff|dark blue 00008b|light blue add8e6|bright blue 0096ff|navy 000080|navy blue 000080|royal blue 4169e1
sky blue 87ceeb|baby blue 89cff0|powder blue b0e0e6|steel blue 4682b4|midnight blue 191970|cobalt 0047ab
cobalt blue 0047ab|azure 007fff|sapphire 0f52ba|cornflower 6495ed|cornflower blue 6495ed|denim 1560bd
electric blue 0892d0|ultramarine 3f00ff|prussian blue 003153|dodger blue 1e90ff|ice blue d6ecef|indigo 4b0082
ocean blue 0077be|cerulean 007ba7|periwinkle ccccff|cadet blue 5f9ea0|royal 4169e1
purple 800080|dark purple 301934|light purple b19cd9|violet 8f00ff|lavender b57edc|lilac c8a2c8|mauve e0b0ff
plum 8e4585|aubergine 472c4c|eggplant 614051|amethyst 9966cc|orchid da70d6|grape 6f2da8|mulberry c54b8c
royal purple 7851a9|heather b7a2c6|thistle d8bfd8
magenta ff00ff|fuchsia ff00ff|pink ffc0cb|hot pink ff69b4|deep pink ff1493|light pink ffb6c1|dark pink e75480
rose ff007f|blush de5d83|dusty rose dcae96|dusty pink d8a6a6|bubblegum ffc1cc|raspberry e30b5d|neon pink ff10f0
salmon pink ff91a4|cerise de3163|rose gold b76e79|champagne f7e7ce
"""

_BASIC = (
    "black white grey red orange yellow green teal blue navy purple magenta pink brown beige maroon olive turquoise "
    "gold cream lavender violet indigo silver charcoal"
)

_NEUTRAL = frozenset({"black", "white", "grey", "silver", "charcoal", "cream", "beige"})


def _read() -> dict[str, str]:
    pairs = (item.rsplit(" ", 1) for line in _LISTED.strip().splitlines() for item in line.split("|"))
    return {name: f"#{code}" for name, code in pairs}


NAMES: dict[str, str] = _read()
"""`#rrggbb` by name, all in lower case."""


def hex_of(words: str) -> str | None:
    """`#rrggbb` for a name or for `#rgb`, `#rrggbb`, `#rrggbbaa` (alpha is dropped); None for anything else."""
    text = " ".join(words.lower().split())
    digits = text.removeprefix("#")
    if text.startswith("#") and all(char in "0123456789abcdef" for char in digits):
        if len(digits) in (3, 4):
            return "#" + "".join(char * 2 for char in digits[:3])
        if len(digits) in (6, 8):
            return f"#{digits[:6]}"
    return NAMES.get(text)


def _look(colour: str) -> tuple[float, float, float]:
    """Lightness, chroma and hue (radians) in OKLab; in plain Python, as names are needed where no pixels are."""
    red, green, blue = (_linear(value / 255) for value in bytes.fromhex(colour.lstrip("#")))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


@cache
def name_of(colour: str) -> str:
    """The everyday name nearest to `#rrggbb`: hue counts most, lightness least, as in speech."""
    light, chroma, hue = _look(colour)

    def distance(name: str) -> float:
        other_light, other_chroma, other_hue = _look(NAMES[name])
        turn = 2 * abs(math.sin((hue - other_hue) / 2)) * min(1.0, (chroma + other_chroma) * 4)
        return (0.9 * (light - other_light)) ** 2 + (1.1 * (chroma - other_chroma)) ** 2 + (0.5 * turn) ** 2

    if light < 0.2:
        return "black"
    return min((name for name in _BASIC.split() if (name in _NEUTRAL) is (chroma < 0.035)), key=distance)
