"""The colour that an edit reached, measured where it acted."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from flux_desktop.imaging.colour_reached import colours_reached

SIZE = (320, 240)
THING = (60, 40, 200, 180)


def scene(colour: str, noise: int = 0, shaded: bool = False) -> Image.Image:
    """A grey room with a red wall at the right, and a thing of `colour` in it."""
    image = Image.new("RGB", SIZE, "#b0b0b0")
    image.paste("#c03020", (240, 0, 320, 240))
    image.paste(colour, THING)
    pixels = np.asarray(image, np.float32).copy()
    if shaded:
        light = np.linspace(0.7, 1.3, SIZE[0], dtype=np.float32)[None, :, None]
        pixels = np.where(light < 1, pixels * light, 255 - (255 - pixels) * (2 - light))
    pixels += np.random.default_rng(3).normal(0, noise, pixels.shape)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def mask() -> Image.Image:
    plane = Image.new("L", SIZE)
    plane.paste(255, THING)
    return plane


def test_the_colour_inside_the_region_is_told() -> None:
    (reached,) = colours_reached(("#0066CC",), scene("#0a61c4"), scene("#208020"), mask())
    assert (reached.asked, reached.got, reached.area) == ("#0066CC", "#0A61C4", "region")
    assert reached.delta_e == pytest.approx(2.0, abs=1.5)
    assert reached.share == pytest.approx(1.0)


def test_without_a_region_what_changed_is_the_area() -> None:
    """The red wall is nearer to the red that was asked for, but it was there before."""
    (reached,) = colours_reached(("#D02020",), scene("#ff8040"), scene("#208020"))
    assert reached.area == "changed"
    assert reached.got == "#FF8040"


def test_grain_and_shade_do_not_hide_the_colour() -> None:
    (reached,) = colours_reached(("#0066CC",), scene("#0066cc", noise=6, shaded=True), scene("#208020"), mask())
    assert reached.delta_e < 5
    assert reached.share > 0.6


def test_several_colours_are_each_found() -> None:
    after = scene("#0066cc")
    after.paste("#ffcc00", (60, 40, 130, 180))
    blue, yellow = colours_reached(("#0066CC", "#FFCC00"), after, scene("#208020"), mask())
    assert (blue.got, yellow.got) == ("#0066CC", "#FFCC00")
    assert blue.delta_e == yellow.delta_e == 0
    assert blue.share == pytest.approx(0.5, abs=0.05)


def test_a_speck_is_not_what_was_meant() -> None:
    after = scene("#208020")
    after.paste("#0066cc", (100, 100, 118, 118))
    (reached,) = colours_reached(("#0066CC",), after, None, mask())
    assert reached.got == "#208020"
    assert reached.delta_e > 20


@pytest.mark.parametrize("before", [None, scene("#208020")])
def test_where_nothing_changed_the_whole_picture_is_measured(before: Image.Image | None) -> None:
    (reached,) = colours_reached(("#208020",), scene("#208020"), before)
    assert reached.area == "whole"
    assert reached.delta_e == 0


def test_pictures_of_other_sizes_and_with_alpha_are_compared() -> None:
    before, after = scene("#208020").resize((640, 480)), scene("#0066cc").convert("RGBA").resize((1, 1))
    (reached,) = colours_reached(("#0066CC",), after, before, mask().resize((33, 7)))
    assert reached.got.startswith("#")
    (again,) = colours_reached(("#0066CC",), scene("#0066cc").convert("RGBA"), before, Image.new("L", SIZE))
    assert again.area == "changed", "an empty mask says nothing"
