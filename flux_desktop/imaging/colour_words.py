"""Colours in words for a prompt: `#0066CC (azure blue)`.

Only words that mean a colour and nothing else: denim, brick or royal would come into the picture as things.
"""

from __future__ import annotations

from functools import cache

__all__ = ["colour_words", "written"]

_LISTED = """
black 000000|off-black 1c1c1c|dark grey 4a4a4a|grey 808080|light grey bdbdbd|pale grey e0e0e0|white ffffff
off-white f4f1ea|cream white fffdd0|beige e8dcc0|greige bfb1a0|taupe 7a6a5b
red e60000|bright red ff1a1a|dark red 8b0000|light red ff7f7f|crimson red dc143c|scarlet red ff2400
vermilion red e34234|carmine red 960018|burgundy red 800020|maroon red 5c0a14|brownish red a0382a
orange ff8c00|dark orange d2691e|burnt orange cc5500|light orange ffc266|reddish orange ff5a1f
brown 8b4513|dark brown 4a2c1a|light brown b5651d|reddish brown 7b3f2a|sienna brown a0522d|umber brown 635147
tan d2b48c|ochre cc7722|khaki c3b091
yellow ffe600|bright yellow ffff00|light yellow ffff99|pale yellow fff7c2|dark yellow b59b00|golden yellow ffc61a
mustard yellow d9a520
green 1f9a2e|bright green 33ff33|dark green 0b4d1c|light green 90ee90|pale green c8f0c8|olive green 6b7a2a
yellowish green 9acd32|bluish green 0f9d76|grey-green 8a9a80|deep green 1f4d3a|viridian green 40826d
teal 008080|dark teal 014d4e|turquoise 30d5c8|cyan 00d5ff|dark cyan 008b9b|pale cyan d5fbff
blue 0000e0|bright blue 1f8fff|dark blue 00105c|light blue a6d3f0|pale blue d4e8f7|navy blue 14213d
azure blue 007fff|cobalt blue 0047ab|cerulean blue 1a9bd1|ultramarine blue 2a1fd1|grey-blue 6a8299
indigo 3b0a82|violet 7f1fd1|bluish violet 5a4fd1|purple 800080|bright purple a845c8|dark purple 3b1240
light purple c3a0e0|pale violet e2d8f7|mauve b784a7|lilac c8a2c8
magenta e600b8|pink ff9ec7|bright pink ff3d9a|dark pink c2306f|light pink ffc9dc|pale pink fbe3e6|dusty pink d0a0a0
"""


def written(colour: str) -> str:
    """The colour `#rrggbb` as it is put into a prompt: its hex, which models follow, and its words, which they know."""
    return f"{colour.upper()} ({colour_words(colour.lower())})"


@cache
def colour_words(colour: str) -> str:
    """What `#rrggbb` is called: the nearest of the words here to the eye, by CIEDE2000."""
    import numpy as np

    from flux_desktop.imaging.delta_e import delta_e_2000, lab_of

    listed = [item.rsplit(" ", 1) for line in _LISTED.strip().splitlines() for item in line.split("|")]
    table = np.array([list(bytes.fromhex(code)) for _, code in listed], np.float32)
    own = np.array([list(bytes.fromhex(colour.removeprefix("#")))], np.float32)
    distances = delta_e_2000(lab_of(table), np.broadcast_to(lab_of(own), (len(listed), 3)))
    return listed[int(distances.argmin())][0]
