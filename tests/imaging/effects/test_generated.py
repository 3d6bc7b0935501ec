"""Pictures made of nothing: colours, seeds, sizes."""

from __future__ import annotations

import numpy as np
import pytest

from flux_desktop.imaging.effects.fields import cell_field, cloud_field, marble_field, spread_out, thread_field
from flux_desktop.imaging.effects.gradients import SKIES, gradient, solid
from flux_desktop.imaging.effects.oklab import lch_of_hex, to_oklab
from flux_desktop.imaging.effects.patterns import HARMONIES, PATTERNS, harmony, palette, pattern
from flux_desktop.imaging.effects.textures import TEXTURES, overlay, texture
from tests.imaging.effects.scenes import difference, photo


def rng(seed: int = 5) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(seed))


def test_a_gradient_starts_and_ends_in_its_colours() -> None:
    done = gradient(rng(), 200, 80, ("#ff7a18", "#000080"))
    assert float(difference(done[0], "#ff7a18").mean()) < 1.5
    assert float(difference(done[-1], "#000080").mean()) < 1.5
    assert np.all(np.diff(to_oklab(done)[0].mean(axis=1)) < 0.004)


def test_a_gradient_has_no_visible_steps() -> None:
    done = gradient(rng(), 600, 60, ("#203040", "#28384a")).astype(float)
    rows = done.mean(axis=1)
    assert float(np.abs(np.diff(rows, axis=0)).max()) < 0.5


def test_radial_conic_and_sideways() -> None:
    radial = gradient(rng(), 101, 101, ("#ffffff", "#000000"), "radial")
    assert int(radial[50, 50, 0]) > 245
    assert int(radial[0, 0, 0]) < 10
    conic = gradient(rng(), 101, 101, ("#ff0000", "#0000ff"), "conic")
    assert float(difference(conic[2, 49], conic[2, 52])) < 12
    sideways = gradient(rng(), 50, 100, ("#ffffff", "#000000"), angle=0)
    assert int(sideways[25, 0, 0]) > 240
    assert int(sideways[25, -1, 0]) < 15


@pytest.mark.parametrize("name", sorted(TEXTURES))
def test_textures_follow_seed_and_colours(name: str) -> None:
    first, again, other = (texture(rng(seed), 60, 90, name) for seed in (1, 1, 2))
    assert first.shape == (60, 90, 3)
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)
    green = to_oklab(texture(rng(), 60, 90, name, ("#228b22",)))
    assert float(green[1].mean()) < -0.02


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_patterns_use_the_colours_they_get(name: str) -> None:
    ground = "#101018" if name in ("bokeh", "starfield") else "#f0f0f0"
    done = pattern(rng(), 120, 180, name, (ground, "#5070e0"))
    assert done.shape == (120, 180, 3)
    assert float(np.quantile(difference(done, ground), 0.02)) < 10
    assert float(done.std()) > 3


def test_stripes_are_as_many_as_asked_and_share_the_width() -> None:
    done = pattern(rng(), 300, 300, "stripes", ("#000000", "#ffffff"), 10)
    starts = np.count_nonzero(np.diff((done[150, :, 0] > 127).astype(int)) == 1)
    assert starts == 5
    assert float((done > 127).mean()) == pytest.approx(0.5, abs=0.02)
    three = pattern(rng(), 300, 300, "stripes", ("#ff0000", "#ffffff", "#0000ff"), 9)
    assert {tuple(three[5, x]) for x in (17, 50, 83)} == {(255, 0, 0), (255, 255, 255), (0, 0, 255)}


@pytest.mark.parametrize("name", sorted(HARMONIES))
def test_harmonies_are_distinct_and_follow_the_seed(name: str) -> None:
    colours = harmony(rng(1), name, 5)
    assert len(set(colours)) == 5
    assert harmony(rng(1), name, 5) == colours
    assert harmony(rng(2), name, 5) != colours


def test_warm_is_warm_and_a_given_colour_comes_first() -> None:
    hues = [float(np.degrees(lch_of_hex(colour)[2])) % 360 for colour in harmony(rng(), "warm", 5)]
    assert all(hue < 125 or hue > 345 for hue in hues)
    assert harmony(rng(), "any", 4, ("#008080",))[0] == "#008080"


def test_a_palette_shows_each_colour_in_equal_parts() -> None:
    colours = ("#ff0000", "#00ff00", "#0000ff")
    for height, width in ((60, 300), (400, 100)):
        done = palette(height, width, colours)
        shares = [float(np.all(done == [int(c[i : i + 2], 16) for i in (1, 3, 5)], axis=2).mean()) for c in colours]
        assert shares == pytest.approx([1 / 3] * 3, abs=0.04)


def test_fields_stay_between_0_and_1() -> None:
    for field in (cloud_field(rng(), 50, 70, 3), marble_field(rng(), 50, 70), cell_field(rng(), 50, 70, 6)):
        assert 0 <= float(field.min()) < float(field.max()) <= 1
    assert float(thread_field(rng(), 50, 70, 12).min()) >= 0
    assert float(spread_out(np.linspace(3, 9, 100, dtype=np.float32)[None, :]).max()) == 1


def test_solid_and_named_skies() -> None:
    assert np.all(solid(3, 4, "#123456") == (0x12, 0x34, 0x56))
    for colours in SKIES.values():
        assert len(gradient(rng(), 20, 20, colours)) == 20


def test_an_overlay_shows_relief_and_keeps_the_mean() -> None:
    done = overlay(photo(), texture(rng(), photo().shape[0], photo().shape[1], "canvas"), 1)
    assert float(np.abs(done.astype(int) - photo()).mean()) > 1
    assert float(done.mean()) == pytest.approx(float(photo().mean()), abs=4)
