"""Palettes of other programs: what is written comes back, and what is no palette is refused."""

from __future__ import annotations

import struct
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flux_desktop.core.errors import InputError
from flux_desktop.imaging.palettes import MOST_SWATCHES, Swatch, read_palette

NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cf", "Cn", "Co")), max_size=20)
COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")
SWATCHES = st.lists(st.builds(Swatch, COLOURS, NAMES), min_size=1, max_size=8, unique_by=lambda swatch: swatch.colour)


def block(kind: int, body: bytes) -> bytes:
    return struct.pack(">HI", kind, len(body)) + body


def colour_block(name: str, model: bytes, *values: float) -> bytes:
    text = (name + "\0").encode("utf-16-be")
    head = struct.pack(">H", len(text) // 2) + text + model
    return block(1, head + struct.pack(f">{len(values)}fH", *values, 2))


def ase(*blocks: bytes) -> bytes:
    return b"ASEF" + struct.pack(">HHI", 1, 0, len(blocks)) + b"".join(blocks)


def ase_of(swatches: list[Swatch]) -> bytes:
    group = block(0xC001, struct.pack(">H", 2) + "G\0".encode("utf-16-be"))
    colours = [
        colour_block(swatch.name, b"RGB ", *(channel / 255 for channel in bytes.fromhex(swatch.colour[1:])))
        for swatch in swatches
    ]
    return ase(group, *colours, block(0xC002, b""))


def gpl_of(swatches: list[Swatch]) -> bytes:
    lines = ["GIMP Palette", "Name: House", "Columns: 4", "# made by hand"]
    for swatch in swatches:
        red, green, blue = bytes.fromhex(swatch.colour[1:])
        lines.append(f"{red:3} {green:3} {blue:3}\t{swatch.name}")
    return "\n".join(lines).encode()


@settings(max_examples=40)
@given(SWATCHES)
def test_what_is_written_comes_back(swatches: list[Swatch]) -> None:
    assert list(read_palette(ase_of(swatches)).swatches) == swatches
    assert list(read_palette(gpl_of(swatches)).swatches) == swatches


@pytest.mark.parametrize(
    ("model", "values", "colour"),
    [
        (b"RGB ", (0, 0.4, 0.8), "#0066cc"),
        (b"CMYK", (1, 0.5, 0, 0.2), "#0066cc"),
        (b"CMYK", (0, 0, 0, 1), "#000000"),
        (b"Gray", (0.5,), "#808080"),
        (b"LAB ", (1, 0, 0), "#ffffff"),
        (b"LAB ", (0.5428764, 80.8125, 69.8851), "#ff0000"),
        (b"LAB ", (0.2957, 68.2986, -112.0294), "#0000ff"),
        (b"RGB ", (-3, 0.5, 900), "#0080ff"),
    ],
)
def test_each_model_of_colour_is_converted(model: bytes, values: tuple[float, ...], colour: str) -> None:
    (swatch,) = read_palette(ase(colour_block("one", model, *values))).swatches
    near = zip(bytes.fromhex(swatch.colour[1:]), bytes.fromhex(colour[1:]), strict=True)
    assert all(abs(one - other) <= 1 for one, other in near), swatch


def test_what_is_damaged_inside_is_passed_over() -> None:
    good = colour_block("good", b"RGB ", 0, 0, 0)
    bad = [
        colour_block("none", b"RGB ", float("nan"), 0, 0),
        colour_block("far", b"RGB ", float("inf"), 0, 0),
        colour_block("new", b"HSV ", 0, 0, 0),
        block(1, b"\xff\xff"),
        block(7, b"what is that"),
    ]
    assert read_palette(ase(*bad, good)).swatches == (Swatch("#000000", "good"),)
    cut = ase(good, colour_block("lost", b"RGB ", 1, 1, 1))[:-4]
    assert read_palette(cut).swatches == (Swatch("#000000", "good"),)


def test_a_name_is_one_line_of_what_can_be_seen() -> None:
    (swatch,) = read_palette(ase(colour_block("a\nb\t\u202ec " + "x" * 200, b"RGB ", 0, 0, 0))).swatches
    assert swatch.name.startswith("a b c x")
    assert len(swatch.name) == 80


def test_a_colour_is_there_once_and_a_huge_palette_is_cut() -> None:
    assert len(read_palette(gpl_of([Swatch("#000000", "a"), Swatch("#000000", "b")])).swatches) == 1
    many = gpl_of([Swatch(f"#{value:06x}") for value in range(MOST_SWATCHES + 5)])
    palette = read_palette(many)
    assert len(palette.swatches) == MOST_SWATCHES
    assert palette.is_cut


@pytest.mark.parametrize(
    "data", [b"", b"ASEF", b"ASEF\0\2\0\0\0\0\0\1", b"GIMP Palette", b"GIMP Palette\n1 2\n300 0 0"]
)
def test_what_is_no_palette_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"house\.ase is no palette") as refused:
        read_palette(data, "house.ase")
    assert refused.value.hint


@given(st.one_of(st.binary(max_size=300), st.binary(max_size=300).map(lambda data: ase()[:8] + data)))
def test_any_bytes_are_a_palette_or_refused(data: bytes) -> None:
    for head in (b"", b"GIMP Palette\n", b"ASEF"):
        try:
            palette = read_palette(head + data)
        except InputError:
            continue
        assert palette.swatches
        assert all(len(swatch.colour) == 7 and bytes.fromhex(swatch.colour[1:]) for swatch in palette.swatches)


@settings(max_examples=60)
@given(SWATCHES, st.integers(0, 400), st.integers(0, 255))
def test_one_wrong_byte_does_no_harm(swatches: list[Swatch], at: int, value: int) -> None:
    data = bytearray(ase_of(swatches))
    data[at % len(data)] = value
    with suppress(InputError):
        assert read_palette(bytes(data)).swatches
