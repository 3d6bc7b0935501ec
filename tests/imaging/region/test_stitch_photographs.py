"""Results lie in photographs as if they had been there: a few of the cases of `tests/benchmarks/stitch_bench.py`."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from flux_desktop.core.region import Crop
from flux_desktop.imaging.master import Master
from flux_desktop.resources import resource
from tests.imaging.region.seams import Case, blob, floor, measured
from tests.simulators.model_behaviour import Behaviour

SENT = (512, 384)
WORST = Behaviour(shift=(17, -17), scale=0.97, tint=8, quality=75)
BEE: Crop = (280, 260, 512, 384)


def case(crop: Crop, behaviour: Behaviour) -> Case:
    with Image.open(resource("sample.jpg")) as sample:
        master = Master(np.asarray(sample), "RGB")
    middle = crop[0] + crop[2] * 0.5, crop[1] + crop[3] * 0.48
    return Case("sample", master, crop, SENT, blob(master.size, middle, crop[3] * 0.25), behaviour)


@pytest.mark.parametrize(
    ("crop", "behaviour"),
    [
        (BEE, Behaviour()),
        (BEE, WORST),
        ((800, 600, 512, 384), Behaviour(shift=(-24, 0), scale=1.03, tint=8, uneven=0.3, elsewhere=0.05)),
        ((60, 450, 768, 576), Behaviour(shift=(6.3, 11.8), scale=0.99, tint=5, resized=1.25, uneven=0.3, seed=2)),
        ((900, 700, 256, 192), Behaviour(shift=(-13, 12), scale=1.01, tint=3, resized=0.75, seed=3)),
    ],
    ids=["gentle", "worst", "changed elsewhere", "larger", "smaller"],
)
def test_within_the_limits(crop: Crop, behaviour: Behaviour) -> None:
    ours, pasted = measured(case(crop, behaviour))
    assert ours.is_sure
    assert ours.is_good, ours
    assert ours.changed == 0
    assert ours.per_pixel < pasted.per_pixel
    assert 0.85 < ours.texture < 1.15


def test_a_plain_paste_is_not() -> None:
    """Else the limits would say nothing."""
    _, pasted = measured(case(BEE, WORST))
    assert pasted.shift > 10
    assert pasted.delta_e > 5
    assert pasted.edge > 1.1


def test_no_pixel_differs_more_than_the_codec_makes_it() -> None:
    """What is left of a shift, a scale and a tint is less than what the lossy file alone took."""
    lossy = case(BEE, WORST)
    ours, _ = measured(lossy)
    least = floor(lossy)
    assert ours.delta_e < 1.1 * least.delta_e
    assert ours.per_pixel < 1.1 * least.per_pixel
