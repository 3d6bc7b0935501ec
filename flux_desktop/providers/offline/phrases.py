"""The phrases of the offline editor's vocabulary, each with the effect that it asks for."""

from __future__ import annotations

from flux_desktop.providers.offline.words import Word

__all__ = ["KINDS", "WORDS"]

WORDS: dict[str, Word] = {}


def _add(name: str, forwards: str, backwards: str = "", words: tuple[str, ...] = ()) -> None:
    for phrases, sign in ((forwards, 1.0), (backwards, -1.0)):
        for phrase in filter(None, phrases.split("|")):
            WORDS[phrase] = Word(name, sign, words)


_add("brightness", "brighter|brighten|bright|brightness|lighter|lighten", "darker|darken|dark|dimmer|dim|darkness")
_add("exposure", "exposure|overexpose|overexposed", "underexpose|underexposed")
_add("contrast", "contrast|contrasty|punchier|punchy|punch", "flatter|flat|flatten")
_add("shadows", "shadows|shadow")
_add("shadows", "lift shadows|open shadows|open up shadows|brighten shadows|lighten shadows|brighter shadows"
     "|lighter shadows|raise shadows",
     "deepen shadows|darken shadows|crush shadows|darker shadows|deeper shadows|deep shadows")  # fmt: skip
_add("highlights", "highlights|highlight|brighten highlights|brighter highlights|lift highlights",
     "soften highlights|recover highlights|tame highlights|darken highlights|softer highlights|tone down highlights"
     "|pull down highlights|darker highlights")  # fmt: skip
_add("fade", "fade|faded|matte|washed out")
_add("auto levels", "auto|auto levels|auto contrast|auto enhance|enhance|improve|levels|normalise")
_add("dehaze", "dehaze|remove haze|less haze|clear haze|remove fog|less fog",
     "haze|hazy|hazier|fog|foggy|foggier|mist|misty|mistier|more haze|more fog")  # fmt: skip
_add(
    "warmth", "warmer|warm|warmth|warm up|hotter|temperature|golden hour", "cooler|cool|colder|cold|chillier|cool down"
)
_add("saturation", "saturated|saturation|saturate|colourful|richer colours|stronger colours|colours|colour",
     "desaturate|desaturated|muted|mute|duller|dull|muted colours|paler|pale")  # fmt: skip
_add("vibrance", "vibrance|vibrant|vivid|livelier|lively|pop")
_add("hue", "hue|hue shift|shift hue|rotate hue|shift hues|shift colours")
_add("tint", "tint|tinted|wash|colour wash|colour cast|tone")
_add("black and white", "black and white|b w|bw|greyscale|grey scale|monochrome|monochromatic|noir|mono")
_add("sepia", "sepia|sepia tone|sepia toned|old photo|antique")
_add("duotone", "duotone|duo tone|tritone|gradient map|two tone")
_add("invert", "invert|inverted|negative|invert colours")
_add("teal and orange", "teal and orange|orange and teal|cinematic|film look|movie look|blockbuster")
_add("vintage", "vintage|retro|old film|analogue|nostalgic|seventies")
_add("blur", "blur|blurred|blurry|blurrier|gaussian blur|soft|softer|soften", "")
_add("motion blur", "motion blur|motion blurred|speed blur|horizontal blur")
_add("tilt shift", "tilt shift|miniature|toy town|model village")
_add("sharpen", "sharpen|sharper|sharp|sharpness|sharpening|crisper|crisp", "")
_add("clarity", "clarity|clearer|structure|local contrast|definition|gritty|grittier", "")
_add("denoise", "denoise|denoised|noise reduction|reduce noise|remove noise|less noise|less noisy|reduce grain"
     "|remove grain|less grain|smooth|smoother")  # fmt: skip
_add("glow", "glow|glowing|dreamy|dreamier|bloom|soft focus|soft light|orton")
_add("film grain", "film grain|grain|grainy|grainier")
_add("noise", "noise|noisy|noisier|digital noise")
_add(
    "vignette",
    "vignette|vignetting|dark corners|darken corners|dark edges",
    "light corners|lighten corners|bright corners",
)
_add("light leak", "light leak|light leaks")
_add("colour fringes", "chromatic aberration|colour fringes|colour fringing|rgb split|rgb shift|glitch|misprint")
_add("posterise", "posterise|posterised|poster|pop art")
_add("pixelate", "pixelate|pixelated|mosaic|pixel art|pixels|8 bit|eight bit")
_add("halftone", "halftone|half tone|newsprint|newspaper")
_add("halftone", "colour halftone|cmyk halftone|cmyk|comic dots", words=("colour",))
_add("solarise", "solarise|solarised|sabattier")
_add("emboss", "emboss|embossed|relief")
_add("ink", "ink|ink drawing|line art|linocut|woodcut|stencil|brush and ink")
_add("pencil", "pencil|pencil sketch|pencil drawing|sketch|sketched|drawing|drawn|graphite|charcoal drawing")
_add("pencil", "colour pencil|coloured pencil|crayon|colour sketch|coloured sketch", words=("colour",))
_add("watercolour", "watercolour|water colour|watercolour painting|aquarelle")
_add("oil", "oil|oil paint|oil painting|oil painted|painting|painted|painterly|impressionist")
_add("cartoon", "cartoon|comic|comic book|toon|cel shading|cel shaded")
_add("mirror", "mirror|mirrored|mirror horizontally|flip horizontally|flip horizontal|flip left to right"
     "|horizontal flip|flip sideways|reverse|flip")  # fmt: skip
_add("flip", "flip vertically|flip vertical|vertical flip|mirror vertically|flip upside down")
_add("rotate", "rotate|rotated|turn clockwise|rotate right|rotate clockwise|tilt|straighten",
     "rotate left|rotate anticlockwise|rotate counterclockwise|rotate counter clockwise|turn left")  # fmt: skip
_add("rotate", "upside down|rotate upside down|turn upside down", words=("half",))
_add("crop", "crop|cropped|trim")
_add("crop", "square|crop square|square crop", words=("1:1",))
_add("border", "border|frame|framed|bordered|margin|edge")
_add("polaroid", "polaroid|polaroid frame|instant photo|instant print|instant film")
_add("round corners", "round corners|rounded corners|round off corners|rounded")
_add("gradient", "gradient|gradients|colour gradient|blend|ombre")
_add("solid", "solid|plain|flat colour|solid colour|plain colour|single colour")
_add("palette", "palette|colour palette|swatches|colour swatches|colour scheme|colours palette")

_TEXTURE_NAMES = {
    "clouds": "clouds|cloud|cloudy sky|sky|cloudscape",
    "marble": "marble",
    "wood": "wood|wooden|wood grain|timber",
    "paper": "paper|parchment",
    "canvas": "canvas",
    "linen": "linen|fabric|cloth|textile",
    "brushed metal": "brushed metal|metal|steel|aluminium|brushed steel",
    "concrete": "concrete|cement|plaster",
    "leather": "leather",
    "stone": "stone|rock|granite",
    "sand": "sand dunes|sand texture|dunes|sandy",
    "water": "water|pool|caustics",
    "smoke": "smoke",
    "noise": "fractal noise|perlin noise|perlin|value noise|fbm|cloud noise",
    "static": "static|white noise|tv static|tv noise",
}
for _name, _phrases in _TEXTURE_NAMES.items():
    for _phrase in _phrases.split("|"):
        _add("texture", f"{_phrase}|{_phrase} texture".replace("texture texture", "texture"), words=(_name,))

_PATTERN_NAMES = {
    "stripes": "stripes|striped|stripe pattern|vertical stripes",
    "diagonal stripes": "diagonal stripes|candy stripes",
    "dots": "dots|polka dots|dotted|dot pattern",
    "checkerboard": "checkerboard|chequerboard|checks|chessboard|checked|chequered",
    "grid": "grid|graph paper|grid lines",
    "waves": "waves|wavy lines|wave pattern",
    "rays": "rays|sunburst|sun rays|sunbeams|starburst",
    "bokeh": "bokeh|bokeh lights|blurred lights|out of focus lights",
    "starfield": "starfield|stars|starry sky|starry night|night sky|galaxy|space",
}
for _name, _phrases in _PATTERN_NAMES.items():
    _add("pattern", _phrases, words=(_name,))

KINDS: dict[str, str] = {
    "linear": "linear", "radial": "radial", "circular": "radial", "conic": "conic", "conical": "conic",
    "angular": "conic", "mesh": "mesh", "fluid": "mesh", "liquid": "mesh", "abstract": "mesh", "flowing": "mesh",
    "diagonal": "diagonal", "horizontal": "horizontal", "vertical": "vertical", "horizontally": "horizontal",
    "vertically": "vertical", "sunset": "sunset", "sunrise": "sunrise", "dusk": "dusk", "dawn": "dawn",
    "ocean": "ocean", "sea": "ocean", "forest": "forest", "fire": "fire", "aurora": "aurora", "night": "night",
    "pastel": "pastel", "rainbow": "rainbow", "candy": "candy", "desert": "desert", "ice": "ice", "icy": "ice",
    "warm": "warm", "cool": "cool", "bright": "bright", "earthy": "earthy", "earth": "earthy", "muted": "muted",
    "dark": "dark", "neon": "neon",
}  # fmt: skip
"""Words before or after a gradient, pattern or palette that say which kind is meant."""
