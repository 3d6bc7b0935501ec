"""The recipe in a file: found in all five formats, from either place, and never in a hostile one, soon."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from flux_desktop.imaging import jpeg, png
from flux_desktop.imaging.containers import EXTENSION_HEAD, PNG_KEYWORD, XMP_HEAD, XMP_KEYWORD, Notes, with_notes
from flux_desktop.imaging.embedded import find_recipe
from flux_desktop.imaging.encoding import FORMATS, encode
from flux_desktop.imaging.found import OWN, Found
from flux_desktop.imaging.marking import EDITED, RECIPE, Marking
from flux_desktop.imaging.texts import LONGEST
from flux_desktop.imaging.xmp import packet
from tests.imaging.files import chunk
from tests.imaging.origins import FULL, PROMPTS, WORDS, with_prompt
from tests.imaging.pictures import marked, saved

SMALL = marked((24, 24))


def exported(format: str, prompt: str = WORDS) -> bytes:
    notes = Marking(EDITED, with_prompt(prompt)).notes(FORMATS[format].media_type)
    return encode(SMALL, format, notes=notes)


def without(data: bytes, keyword: str) -> bytes:
    """A PNG that has lost one of its texts."""
    gone = [part for part in png.chunks(data) if part.data(data).startswith(keyword.encode() + b"\0")]
    assert len(gone) == 1
    return data[: gone[0].start] + data[gone[0].end :]


@pytest.mark.parametrize("format", FORMATS)
def test_it_is_found_in_every_format(format: str) -> None:
    found = find_recipe(exported(format))
    assert found == Found.own(FULL)
    assert found is not None
    assert (found.tool, found.prompt, found.seed) == (OWN, WORDS, FULL.seed)
    assert found.recipe == FULL.recipe.with_seed(FULL.seed)
    assert (found.node, found.root, found.unmapped) == (FULL.node, FULL.root, ())
    assert "seed" not in found.params


@settings(max_examples=30)
@given(PROMPTS)
def test_any_prompt_comes_back(prompt: str) -> None:
    for format in FORMATS:
        found = find_recipe(exported(format, prompt))
        assert found is not None
        assert found.prompt == prompt


@pytest.mark.parametrize("keyword", [PNG_KEYWORD, XMP_KEYWORD])
def test_one_of_two_places_is_enough(keyword: str) -> None:
    assert find_recipe(without(exported("png"), keyword)) == Found.own(FULL)


def test_a_packet_that_was_damaged_leaves_the_other_place() -> None:
    data = exported("png").replace(b"x:xmpmeta", b"x:xmpmet!", 1)
    assert find_recipe(data) == Found.own(FULL)


def test_the_seed_that_was_used_counts() -> None:
    unset = replace(FULL, recipe=FULL.recipe.with_seed(7), seed=None)
    assert Found.own(unset).seed == 7
    assert Found.own(replace(unset, seed=9)).recipe == FULL.recipe.with_seed(9)


@pytest.mark.parametrize("format", FORMATS)
def test_a_plain_picture_has_none(format: str) -> None:
    assert find_recipe(encode(SMALL, format)) is None


def test_it_survives_another_program() -> None:
    """Pillow reads the file and writes it anew, with the packet that it found."""
    for format in ("jpeg", "webp", "avif"):
        with Image.open(BytesIO(exported(format))) as image:
            assert find_recipe(saved(image, format.upper(), xmp=image.info["xmp"])) == Found.own(FULL)


# Hostile files.


def png_with(*parts: bytes) -> bytes:
    data = saved(SMALL, "PNG")
    return data[:33] + b"".join(parts) + data[33:]


def itxt(keyword: str, text: bytes, packed: bool = False) -> bytes:
    return chunk(b"iTXt", keyword.encode() + b"\0" + bytes([packed, 0, 0, 0]) + text)


def text_of(words: str) -> Callable[[], bytes]:
    return lambda: png_with(itxt(PNG_KEYWORD, words.encode()))


def xmp_of(body: bytes) -> Callable[[], bytes]:
    return lambda: with_notes(saved(SMALL, "WEBP"), "image/webp", Notes(xmp=body)) or b""


def segment(content: bytes) -> Callable[[], bytes]:
    def file() -> bytes:
        data = saved(SMALL, "JPEG")
        return data[:2] + jpeg.note(jpeg.APP1, content) + data[2:]

    return file


BOMB = zlib.compress(b'{"prompt": "' + b"a" * (64 * LONGEST))
RECIPE_TEXT = FULL.to_text()
HOSTILE: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "no picture": RECIPE_TEXT.encode,
    "a bomb in iTXt": lambda: png_with(itxt(PNG_KEYWORD, BOMB, packed=True)),
    "a bomb in zTXt": lambda: png_with(chunk(b"zTXt", b"parameters\0\0" + BOMB)),
    "a bomb as XMP": lambda: png_with(itxt(XMP_KEYWORD, BOMB, packed=True)),
    "many bombs": lambda: png_with(*(chunk(b"zTXt", f"{at}\0\0".encode() + BOMB[:50_000]) for at in range(200))),
    "a huge text": lambda: png_with(itxt(PNG_KEYWORD, b" " * (LONGEST + 1))),
    "a long text": text_of(" " * (LONGEST - 1000)),
    "many texts": lambda: png_with(*(itxt(f"key {at}", b"x") for at in range(5000)), itxt(PNG_KEYWORD, b"")),
    "many chunks": lambda: png_with(chunk(b"abCd", b"") * 300_000, itxt(PNG_KEYWORD, RECIPE_TEXT.encode())),
    "broken zlib": lambda: png_with(itxt(PNG_KEYWORD, b"no zlib", packed=True)),
    "no end of the keyword": lambda: png_with(chunk(b"iTXt", PNG_KEYWORD.encode())),
    "invalid UTF-8": lambda: png_with(itxt(PNG_KEYWORD, RECIPE_TEXT.encode() + b"\xff")),
    "half a character": text_of(RECIPE_TEXT.replace('"provider": "onemin"', '"provider": "\\ud800"')),
    "nested JSON": text_of("[" * 1_000_000),
    "nested parameters": text_of(RECIPE_TEXT.replace('"fast": true', '"fast": [[true]]')),
    "nested workflow": lambda: png_with(itxt("workflow", b'{"nodes":' * 300_000)),
    "a huge number": lambda: png_with(itxt("prompt", b'{"1": ' + b"9" * 1_000_000 + b"}")),
    "settings without end": lambda: png_with(itxt("parameters", b"\nSteps: " + b'a: "\\' * 500_000)),
    "a dream without end": lambda: png_with(itxt("Dream", b'"' + b"\\" * 1_000_000)),
    "entities": xmp_of(b"<!DOCTYPE a [<!ENTITY b 'cccc'>]>" + packet({RECIPE: ("&b;",)})),
    "a nested packet": xmp_of(b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + b"<a>" * 300_000),
    "a packet that is too long": xmp_of(packet({RECIPE: (" " * 3_000_000,)})),
    "a recipe that is too long": xmp_of(packet({RECIPE: (with_prompt("x" * 100_000).to_text() + " " * 300_000,)})),
    "half an extension": segment(XMP_HEAD + packet({"xmpNote:HasExtendedXMP": ("A" * 32,)})),
    "an extension of nothing": segment(EXTENSION_HEAD + b"A" * 32),
    "a broken block": segment(b"Exif\0\0II*\0\xff\xff\xff\xff" + bytes(100)),
    "a block that points at itself": segment(
        b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\x69\x87\4\0\1\0\0\0\x08\0\0\0" * 5000
    ),
    "a TIFF of nothing": lambda: b"II*\0\x08\0\0\0\xff\xff" + b"\xff" * 900_000,
    "an AVIF of beginnings": lambda: b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf" + b"<x:xmpmeta" * 300_000,
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_has_none_and_takes_no_time(make: Callable[[], bytes]) -> None:
    data = make()
    started = time.process_time()
    assert find_recipe(data) is None
    assert time.process_time() - started < 2


@given(st.sampled_from(sorted(FORMATS)), st.integers(0, 10_000), st.binary(min_size=1, max_size=40))
def test_any_damage_is_read_in_peace(format: str, at: int, noise: bytes) -> None:
    data = FILES[format]
    at %= len(data)
    find_recipe(data[:at] + noise + data[at + len(noise) :])
    find_recipe(data[:at])


FILES = {format: exported(format, "Make it blue") for format in FORMATS}
