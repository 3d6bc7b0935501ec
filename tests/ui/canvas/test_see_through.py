"""What is kept of a picture that lies over another must not be told from what is painted anew."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from flux_desktop.ui.canvas import CompareMode
from flux_desktop.ui.canvas.laying import lay
from flux_desktop.ui.canvas.scene import Scene
from flux_desktop.ui.canvas.see_through import SeeThrough
from tests.ui.canvas.pictures import BLUE, RED, colour_at, paint, plain, shown

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = (120, 90)
ROUNDING = 3
"""Of 255: Qt scales a part otherwise than the whole. Pixels of these pictures that lie elsewhere differ by far more."""
BLACK, HALF = (0, 0, 0), (100, 10, 10)


def waves(width: int, height: int, length: float) -> Image.Image:
    """Smooth enough that Qt's rounding shows little, and not the same in any two places near each other."""
    y, x = np.mgrid[:height, :width] / length
    channels = [np.sin(x * (2 + y / 9)), np.cos(y * (2 + x / 9)), np.sin(x - y)]
    return Image.fromarray((127.5 + 127 * np.stack(channels, axis=-1)).astype(np.uint8))


VERSIONS = [
    shown(waves(300, 200, 20)),
    shown(waves(200, 200, 15), "square"),
    shown(plain(90, 60, (200, 20, 20, 90)), "clear"),
]
BEFORE = shown(waves(90, 70, 9), "before")

steps = st.one_of(
    st.tuples(st.just("opacity"), st.floats(0, 1)),
    st.tuples(st.just("zoom"), st.floats(0.2, 5)),
    st.tuples(st.just("pan"), st.integers(-30, 30)),
    st.tuples(st.just("turn"), st.integers(0, 3)),
    st.tuples(st.just("version"), st.integers(0, 2)),
    st.tuples(st.just("mode"), st.sampled_from([CompareMode.SPLIT, CompareMode.ONION])),
)
parts = st.lists(
    st.builds(QRect, st.integers(0, 60), st.integers(0, 45), st.integers(1, 120), st.integers(1, 90)), max_size=3
)


def onion() -> Scene:
    scene = Scene(shown=VERSIONS[0], before=BEFORE, labels=("", ""), mode=CompareMode.ONION)
    scene.opacity = 0.5
    scene.arrange(SIZE, 1.0)
    return scene


def take(scene: Scene, step: tuple[str, float | int | CompareMode]) -> None:
    """One thing that a user does with what is seen."""
    match step:
        case "opacity", float(share):
            scene.opacity = share
        case "zoom", float(zoom):
            scene.view = scene.view.zoomed(zoom)
        case "pan", int(way):
            scene.view = scene.view.panned(way, -way)
        case "turn", int(turns):
            scene.view = scene.view.turned(turns)
        case "version", int(which):
            scene.shown = VERSIONS[which]
            scene.arrange(SIZE, scene.ratio)
        case "mode", CompareMode() as mode:
            scene.mode = mode


def pixels(image: QImage) -> npt.NDArray[np.int16]:
    return np.frombuffer(image.constBits(), np.uint8).astype(np.int16)


@settings(max_examples=150)
@given(st.lists(st.tuples(steps, parts), min_size=1, max_size=8))
def test_frames_are_the_same_whatever_was_painted_before(journey: list[tuple[tuple[str, float], list[QRect]]]) -> None:
    scene, over = onion(), SeeThrough()
    for step, seen in journey:
        take(scene, step)
        kept, fresh = (pixels(paint(scene, over=one, parts=seen)) for one in (over, SeeThrough()))
        assert np.abs(kept - fresh).max() <= ROUNDING


def test_another_opacity_scales_nothing_anew() -> None:
    """What is below may have changed without being told: it is not looked at again."""
    levels, over = plain(100, 100), SeeThrough()
    laid = lay(levels, QRect(0, 0, 50, 50), QRect(0, 0, 50, 50), 0.5)
    seen = []
    for opacity, part in ((1.0, QRect(0, 0, 50, 40)), (0.5, QRect(0, 0, 50, 40)), (0.5, QRect(0, 10, 50, 40))):
        image = QImage(50, 50, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        over.draw(painter, laid, opacity, image.rect(), part, 1.0)
        painter.end()
        seen += [colour_at(image, 25, 25), colour_at(image, 25, 45)]
        laid.level.image.fill(0xFF1414C8)
    assert seen == [RED, BLACK, HALF, BLACK, HALF, (10, 10, 100)]
    over.forget()
    painter = QPainter(image)
    over.draw(painter, laid, 1.0, image.rect(), image.rect(), 1.0)
    painter.end()
    assert colour_at(image, 25, 25) == BLUE
