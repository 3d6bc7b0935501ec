"""How long it takes to fit a result and to write it into a picture, against what Pillow needs for as many pixels."""

from __future__ import annotations

import time
from collections.abc import Callable
from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from pytest_benchmark.fixture import BenchmarkFixture

from flux_desktop.core.region import Crop, Finish
from flux_desktop.imaging.effects.arrays import Bytes
from flux_desktop.imaging.master import Master
from flux_desktop.imaging.region.cut import cut, cut_mask
from flux_desktop.imaging.region.mask import Mask
from flux_desktop.imaging.region.stitching import fit, prepare, stitch
from flux_desktop.resources import resource
from tests.imaging.region.seams import blob
from tests.imaging.skies import cables
from tests.simulators.model_behaviour import Behaviour, answer

SENT = (1024, 768)
CROP: Crop = (2000, 1300, 1664, 1248)
"""Two megapixels."""


@pytest.fixture(scope="module")
def master() -> Master:
    """24 megapixels."""
    with Image.open(resource("sample.jpg")) as sample:
        return Master(np.asarray(sample.resize((6000, 4000))), "RGB")


@pytest.fixture(scope="module")
def mask(master: Master) -> Mask:
    """In a box of about one megapixel."""
    return blob(master.size, (2832, 1924), 500)


@pytest.fixture(scope="module")
def sent(master: Master, mask: Mask) -> tuple[Image.Image, Image.Image, Bytes]:
    """What was sent, what came back, and the mask in that size."""
    part, sent_mask = cut(master, CROP, SENT), cut_mask(mask, CROP, SENT)
    return part, answer(part, sent_mask, Behaviour(shift=(9, -14), scale=1.02, tint=6)), sent_mask


@pytest.fixture(scope="module")
def usual(sent: tuple[Image.Image, Image.Image, Bytes]) -> float:
    """Seconds that Pillow takes to write what came back as WebP, about twice the time of reading it."""
    return least(lambda: sent[1].save(BytesIO(), "WEBP", quality=90), 3)


def least(work: Callable[[], object], rounds: int) -> float:
    """The least of the processor's seconds that `work` took, on all its cores together."""
    taken = []
    for _ in range(rounds):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)


def test_fitting(sent: tuple[Image.Image, Image.Image, Bytes], usual: float, benchmark: BenchmarkFixture) -> None:
    found = benchmark(fit, *sent)
    assert found.is_sure
    assert least(lambda: fit(*sent), 2) < 6 * usual


def test_fitting_what_is_told_vaguely(usual: float) -> None:
    """It is looked for further off too; a person who waits for a model does not notice."""
    part, sent_mask = cables(1), cut_mask(blob(SENT, (520, 300), 95), (0, 0, *SENT), SENT)
    raw = answer(part, sent_mask, Behaviour(shift=(13, -14), scale=0.975, tint=2, elsewhere=0.05, seed=4))
    assert least(lambda: fit(part, raw, sent_mask), 2) < 40 * usual


@pytest.mark.parametrize(
    "finish",
    [
        lambda value: Finish(feather=20 * value),
        lambda value: Finish(colour=value),
        lambda value: Finish(dx=10 * value),
    ],
    ids=["feather", "colour", "dx"],
)
def test_a_slider(
    finish: Callable[[float], Finish],
    master: Master,
    mask: Mask,
    sent: tuple[Image.Image, Image.Image, Bytes],
    usual: float,
) -> None:
    """Each step of a slider shows another value; what it does not change is not done again."""
    prepared = prepare(master, CROP, sent[1], mask, fit(*sent))
    values = iter(np.linspace(0.1, 0.9, 9))
    prepared.patch(Finish())
    assert least(lambda: prepared.patch(finish(float(next(values)))), 5) < 3 * usual


def test_the_whole_picture(
    master: Master, mask: Mask, sent: tuple[Image.Image, Image.Image, Bytes], usual: float, benchmark: BenchmarkFixture
) -> None:
    found = fit(*sent)

    def stitched() -> Master:
        return stitch(master, CROP, sent[1], mask, Finish(), found)

    benchmark(stitched)
    assert least(stitched, 2) < 6 * usual
