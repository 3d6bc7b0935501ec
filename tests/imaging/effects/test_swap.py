"""Colour swaps: the named colour is hit, everything else is spared, edges have no rim, shading goes on rising."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flux_desktop.imaging.colour_names import NAMES
from flux_desktop.imaging.effects.arrays import Bytes
from flux_desktop.imaging.effects.oklab import to_oklab
from flux_desktop.imaging.effects.share import share_of
from flux_desktop.imaging.effects.survey import Survey, find_named, find_prominent
from flux_desktop.imaging.effects.swap import Change, recolour
from tests.imaging.effects.scenes import SIDE, cover, difference, rgb, scene, shade, thing_on

SMALL = 120
GROUNDS = ("#ffffff", "#101010", "#808080", "#5d8a3c", "#87ceeb")


def swapped(pixels: Bytes, source: str, target: str) -> Bytes:
    cluster = find_named(Survey(pixels), source, NAMES[source])
    assert cluster is not None
    return recolour(pixels, Change(cluster, target), share_of(pixels, cluster))


@pytest.mark.parametrize("target", ["#0066cc", "#228b22", "#800080", "#ffa500", "#ffffff", "#202020", "#f4c2c2"])
@pytest.mark.parametrize(("source", "colour"), [("red", "#c0281c"), ("orange", "#dc6a20"), ("blue", "#2050b8")])
def test_the_target_is_hit(source: str, colour: str, target: str) -> None:
    pixels = thing_on("#d8d8d4", colour, light=shade(SMALL), side=SMALL)
    done = swapped(pixels, source, target)
    middle = np.median(done[cover(SMALL) > 0.99], axis=0).astype(np.uint8)
    assert float(difference(middle, target)) < 3


@pytest.mark.parametrize("ground", GROUNDS)
def test_what_has_another_colour_keeps_every_byte(ground: str) -> None:
    pixels = thing_on(ground, "#c0281c", light=shade(SMALL), side=SMALL)
    done = swapped(pixels, "red", "#0066cc")
    outside = cover(SMALL) == 0
    assert np.array_equal(done[outside], pixels[outside])


def test_skin_sky_and_meadow_are_spared() -> None:
    done = swapped(scene(), "red", "#0066cc")
    changed = difference(done, scene()) > 3
    y, x = np.mgrid[0:200, 0:300]
    jacket = np.hypot((x - 150) * 1.1, (y - 160) * 0.9) < 72
    assert changed[jacket].mean() > 0.9
    assert changed[~jacket].mean() < 0.001


@pytest.mark.parametrize("soft", [1.0, 2.5])
@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_are_what_compositing_gives(ground: str, soft: float) -> None:
    pixels = thing_on(ground, "#c0281c", soft)
    done = swapped(pixels, "red", "#0066cc")
    inner = np.median(done[cover(soft=soft) > 0.99], axis=0)
    share = cover(soft=soft)[..., None]
    truth = np.rint(rgb(ground) * (1 - share) + inner * share).astype(np.uint8)
    edge = (share[..., 0] > 0) & (share[..., 0] < 1)
    off = difference(done, truth)[edge]
    assert float(off.mean()) < 3.5
    assert float(np.quantile(off, 0.95)) < 9


def test_a_large_picture_is_changed_as_a_small_one_is() -> None:
    side = 1000  # neighbourhoods are judged on a smaller copy, and the work is done in several strips
    pixels = thing_on("#5d8a3c", "#c0281c", 2.0, side=side)
    done = swapped(pixels, "red", "#0066cc")
    share = cover(side, soft=2.0)
    inner = np.median(done[share > 0.99], axis=0)
    truth = np.rint(rgb("#5d8a3c") * (1 - share[..., None]) + inner * share[..., None]).astype(np.uint8)
    edge = (share > 0) & (share < 1)
    assert float(difference(inner.astype(np.uint8), "#0066cc")) < 3
    assert float(difference(done, truth)[edge].mean()) < 3.5
    assert np.array_equal(done[cover(side, 0.31) == 0], pixels[cover(side, 0.31) == 0])


def test_how_many_processors_there_are_changes_not_one_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    pixels = thing_on("#808080", "#c0281c", side=700)
    many = swapped(pixels, "red", "#0066cc")
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert np.array_equal(swapped(pixels, "red", "#0066cc"), many)


def test_no_rim_of_the_old_colour_stays() -> None:
    done = swapped(thing_on("#ffffff", "#c0281c", 2.0), "red", "#0066cc").astype(int)
    assert int((done[..., 0] - done[..., 2]).max()) <= 12


def test_shading_goes_on_rising() -> None:
    done = swapped(thing_on("#ffffff", "#d03020", light=shade(low=0.35)), "red", "#2266cc")
    lightness = to_oklab(done)[0][SIDE // 2, 60:180]
    assert float(np.diff(lightness).max()) < 0.006
    assert float(lightness[0] - lightness[-1]) > 0.1


def test_a_highlight_stays_a_highlight_and_a_white_sign_white() -> None:
    pixels = thing_on("#808080", "#c0281c").copy()
    pixels[110:130, 110:130] = (250, 248, 247)
    done = swapped(pixels, "red", "#0066cc")
    assert float(difference(done, pixels)[112:128, 112:128].max()) < 3


def test_no_colour_no_cluster() -> None:
    assert find_named(Survey(thing_on("#808080", "#2050b8")), "red", "#ff0000") is None
    assert find_prominent(Survey(thing_on("#808080", "#c8c8c8"))) == ()


def test_the_prominent_colour_is_the_jacket_not_the_sky() -> None:
    cluster = find_prominent(Survey(scene()))[0]
    assert float(difference(rgb(cluster.hex).astype(np.uint8), "#a0241c")) < 15


def test_the_focus_decides_where_to_look() -> None:
    focus = np.zeros((200, 300), np.uint8)
    focus[:60] = 255
    cluster = find_prominent(Survey(scene(), focus))[0]
    assert 220 < float(np.degrees(cluster.hue)) % 360 < 270


def test_white_can_be_changed_and_black_is_spared() -> None:
    pixels = thing_on("#101010", "#f4f4f2")
    done = swapped(pixels, "white", "#000080")
    assert float(difference(np.median(done[cover() > 0.99], axis=0).astype(np.uint8), "#000080")) < 4
    assert np.array_equal(done[cover() == 0], pixels[cover() == 0])


def test_one_thing_leaves_a_smaller_one_of_the_same_colour() -> None:
    pixels = thing_on("#808080", "#c0281c").copy()
    pixels[5:25, 5:25] = (192, 40, 28)
    cluster = find_prominent(Survey(pixels))[0]
    one = recolour(pixels, Change(cluster, "#0066cc"), share_of(pixels, cluster, one_thing=True))
    every = recolour(pixels, Change(cluster, "#0066cc"), share_of(pixels, cluster))
    assert np.array_equal(one[5:25, 5:25], pixels[5:25, 5:25])
    assert float(difference(every[8:22, 8:22], "#0066cc").max()) < 4


@given(st.sampled_from(sorted(NAMES)), st.sampled_from(("#c0281c", "#2c8a3a", "#2050b8")))
@settings(max_examples=20, deadline=None)
def test_any_named_colour_can_be_the_target(name: str, colour: str) -> None:
    pixels = thing_on("#e0e0dc", colour, side=SMALL)
    cluster = find_prominent(Survey(pixels))[0]
    done = recolour(pixels, Change(cluster, NAMES[name]), share_of(pixels, cluster))
    # 5, not 4, for pure blue alone: there sRGB has its sharpest corner.
    assert float(difference(done[SMALL // 2, SMALL // 2], NAMES[name])) < 5


def test_a_small_separate_thing_of_a_large_colour_is_changed_too() -> None:
    pixels = np.full((300, 300, 3), rgb("#5d8a3c"), np.uint8)
    pixels[20:280, 80:280] = rgb("#8040b0")
    pixels[280:296, 4:20] = rgb("#8040b0")  # a petal: a two hundredth of the large area
    done = swapped(pixels, "purple", "#0066cc")
    assert float(difference(done[288, 12], "#0066cc")) < 3
