"""OKLab against published values and against itself."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.imaging.effects.colour_cube import fit_gamut, map_colours, sample_shares
from flux_desktop.imaging.effects.oklab import from_oklab, inside_srgb, lch_of_hex, to_oklab
from tests.imaging.effects.scenes import photo


@pytest.mark.parametrize(
    ("colour", "lightness", "chroma", "degrees"),
    [("#ff0000", 0.628, 0.258, 29.2), ("#00ff00", 0.866, 0.295, 142.5), ("#0000ff", 0.452, 0.313, 264.1)],
)
def test_published_values(colour: str, lightness: float, chroma: float, degrees: float) -> None:
    found = lch_of_hex(colour)
    assert found[:2] == pytest.approx((lightness, chroma), abs=2e-3)
    assert float(np.degrees(found[2])) % 360 == pytest.approx(degrees, abs=0.2)


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_there_and_back(colour: tuple[int, int, int]) -> None:
    pixel = np.array([colour], np.uint8)
    assert int(np.abs(from_oklab(*to_oklab(pixel)).astype(int) - pixel).max()) <= 1


@given(st.floats(0, 1), st.floats(0, 0.5), st.floats(-3.14, 3.14))
def test_fitting_keeps_hue_and_touches_nothing_inside(lightness: float, chroma: float, hue: float) -> None:
    planes = [np.array([value], np.float32) for value in (lightness, chroma * np.cos(hue), chroma * np.sin(hue))]
    fitted = fit_gamut(planes[0], planes[1], planes[2])
    assert bool(inside_srgb(*fitted)[0])
    if bool(inside_srgb(planes[0], planes[1], planes[2])[0]):
        assert fitted[1:] == (planes[1], planes[2])
    assert float(np.hypot(fitted[1], fitted[2])[0]) <= chroma + 1e-6
    assert float(fitted[1][0] * planes[2][0] - fitted[2][0] * planes[1][0]) == pytest.approx(0, abs=1e-5)


def test_no_change_through_the_cube_is_no_change() -> None:
    out = map_colours(photo(), lambda lightness, a, b: (lightness, a, b))
    assert int(np.abs(out.astype(int) - photo()).max()) <= 2


def test_shares_are_sampled_a_channel_each() -> None:
    out = sample_shares(photo(), lambda light, a, b: (light, light * 0, light))
    assert np.corrcoef(out[..., 0].ravel(), to_oklab(photo())[0].ravel())[0, 1] > 0.999
    assert int(out[..., 1].max()) == 0
    assert np.array_equal(out[..., 2], out[..., 0])
