"""Grain that an answer lacks comes back: as strong, as coarse and as coloured as the picture's, where it has some."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageFilter

from flux_desktop.imaging.effects.arrays import Floats
from flux_desktop.imaging.region.stitching.grain import TILE, Grain, added, missing

NONE = Grain()


def noise(deviations: tuple[float, float, float], seed: int = 1) -> Floats:
    """Squares of grey 120 with noise in red, green and blue."""
    rng = np.random.default_rng(seed)
    return (120 + rng.normal(0, deviations, (48, TILE, TILE, 3))).astype(np.float32)


def smooth(light: float = 120) -> Floats:
    return np.full((48, TILE, TILE, 3), light, np.float32)


def laid(grain: Grain, light: float = 120) -> Floats:
    return added(np.full((256, 256, 3), light, np.float32), 0, 0, grain)


@pytest.mark.parametrize("deviations", [(5, 5, 5), (2, 2, 2), (7, 7, 7)])
def test_every_channel_gets_as_much(deviations: tuple[float, float, float]) -> None:
    grain = missing(noise(deviations), smooth())
    assert laid(grain).std(axis=(0, 1)) == pytest.approx(deviations, rel=0.15)


def test_grey_grain_stays_grey() -> None:
    grey = noise((5, 0, 0))[..., :1].repeat(3, axis=-1)
    grained = laid(missing(grey, smooth()))
    assert grained.std() == pytest.approx(5, rel=0.15)
    assert np.ptp(grained, axis=-1).max() < 0.01


def test_coarse_grain_is_coarse() -> None:
    def neighbours(plane: Floats) -> float:
        return float(np.corrcoef(plane[:, :-1].ravel(), plane[:, 1:].ravel())[0, 1])

    fine = noise((6, 6, 6)).reshape(-1, TILE, 3)
    soft = Image.fromarray(np.clip(fine, 0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(1))
    coarse = np.asarray(soft, np.float32).reshape(-1, TILE, TILE, 3)
    assert abs(neighbours(laid(missing(noise((6, 6, 6)), smooth()))[..., 1])) < 0.05
    assert neighbours(laid(missing(coarse, smooth()))[..., 1]) > 0.5


def test_what_the_answer_has_is_not_added() -> None:
    grain = missing(noise((5, 5, 5)), noise((4, 4, 4), seed=2))
    assert laid(grain).std() == pytest.approx(3, rel=0.2)
    assert laid(missing(noise((5, 5, 5)), noise((5, 5, 5), seed=2))).std() < 1.2


def test_a_burnt_out_sky_hides_no_grain_and_gets_none() -> None:
    own, other = np.concatenate([noise((4, 4, 4)), smooth(250)]), np.concatenate([smooth(), smooth(250)])
    grain = missing(own, other)
    assert laid(grain).std() == pytest.approx(4, rel=0.15)
    assert laid(grain, 250).std() < 0.4
    assert (laid(grain, 0) == 0).all()


def test_dark_places_have_grain_of_their_own() -> None:
    own = np.concatenate([noise((2, 2, 2)) - 80, noise((6, 6, 6)) + 60])
    other = np.concatenate([smooth(40), smooth(180)])
    grain = missing(own, other)
    assert laid(grain, 40).std() == pytest.approx(2, rel=0.2)
    assert laid(grain, 180).std() == pytest.approx(6, rel=0.2)


@pytest.mark.parametrize("own", [smooth(), smooth()[:1], noise((0.3, 0.3, 0.3))], ids=["none", "one square", "little"])
def test_nothing_is_added_where_nothing_is_told(own: Floats) -> None:
    assert (laid(missing(own, smooth()[: len(own)])) == 120).all()


def test_parts_made_one_after_the_other_fit_together() -> None:
    grain = missing(noise((5, 2, 4)), smooth())
    values = np.full((600, 700, 3), 100, np.float32)
    whole = added(values, 30, -40, grain)
    assert (added(values[200:, 100:], 130, 160, grain) == whole[200:, 100:]).all()
    assert (laid(grain.times(0)) == 120).all()
