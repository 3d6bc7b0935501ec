"""The trail of a stroke is what the mask will be: as wide, as soft, and in the same place."""

from __future__ import annotations

import time
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from flux_desktop.imaging.region.mask import Box as PixelBox
from flux_desktop.imaging.region.stroke import stroke
from flux_desktop.ui.canvas.tools.placing import Placing
from flux_desktop.ui.canvas.tools.trail import HardTrail, SoftTrail, trail
from flux_desktop.ui.canvas.transform import Point, View

pytestmark = pytest.mark.qt

SIZE = (800, 600)
VIEWPORT = (640, 480)
POINTS: tuple[Point, ...] = ((400.3, 300.6), (440.0, 310.2), (415.7, 341.1))
INK = QColor(0, 114, 255)


def seen(zoom: float, turns: int = 0, ratio: float = 1.0) -> Placing:
    """The middle of the stroke in the middle of the viewport."""
    view = View(VIEWPORT, SIZE, turns=turns).zoomed(zoom)
    at = view.to_view(POINTS[0])
    return Placing(view.panned(VIEWPORT[0] / 2 - at[0], VIEWPORT[1] / 2 - at[1]), SIZE, ratio)


def left(placing: Placing, diameter: float, hardness: float) -> NDArray[np.uint8]:
    """How strong the trail of the stroke is, at each device pixel."""
    image = QImage(*VIEWPORT, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    image.setDevicePixelRatio(placing.ratio)
    made = trail(QSize(*VIEWPORT), placing, diameter, hardness, INK)
    places = [placing.to_canvas(point) for point in POINTS]
    made.add(places[:1])
    for pair in pairwise(places):
        made.add(pair)
    painter = QPainter(image)
    made.paint(painter)
    painter.end()
    return np.array(image.constBits()).reshape(VIEWPORT[1], VIEWPORT[0], 4)[..., 3]


def masked(placing: Placing, diameter: float, hardness: float) -> NDArray[np.uint8]:
    """What the mask has at the place of each device pixel."""
    plane = stroke(SIZE, POINTS, diameter, hardness).part(PixelBox(0, 0, *SIZE))
    start, right, down = (
        np.array(placing.to_picture(QPointF(x / placing.ratio, y / placing.ratio)))
        for x, y in ((0.5, 0.5), (1.5, 0.5), (0.5, 1.5))
    )
    rows, columns = np.indices(VIEWPORT[::-1])
    across, along = (start[axis] + columns * (right - start)[axis] + rows * (down - start)[axis] for axis in (0, 1))
    inside = (across >= 0) & (across < SIZE[0]) & (along >= 0) & (along < SIZE[1])
    return np.where(inside, plane[along.astype(int).clip(0, SIZE[1] - 1), across.astype(int).clip(0, SIZE[0] - 1)], 0)


@pytest.mark.parametrize("hardness", [0.0, 0.5])
@pytest.mark.parametrize(
    ("zoom", "turns", "ratio"),
    [(1.0, 0, 1.0), (0.5, 0, 1.0), (4.0, 0, 1.0), (8.0, 1, 1.0), (1.0, 3, 1.0), (2.0, 0, 2.0), (1.0, 2, 1.5)],
)
def test_a_soft_trail_is_as_strong_as_the_mask(zoom: float, turns: int, ratio: float, hardness: float) -> None:
    placing = seen(zoom, turns, ratio)
    shown, wanted = left(placing, 90, hardness), masked(placing, 90, hardness)
    assert shown.max() > 250
    steepest = 1.5 * 255 / (45 * (1 - hardness))  # levels between two pixels of the mask
    off = shown.astype(int) - wanted
    assert np.abs(off).max() <= 1.5 * steepest * max(1.0, 1 / zoom) + 2
    aside = max(1, round(zoom))
    for way, axis in ((-aside, 0), (aside, 0), (-aside, 1), (aside, 1)):
        moved = np.roll(wanted, way, axis)
        assert np.abs(off).mean() < np.abs(shown.astype(int) - moved).mean(), "a pixel of the picture to one side"


@pytest.mark.parametrize(("zoom", "turns", "ratio"), [(1.0, 0, 1.0), (8.0, 1, 1.0), (1.0, 0, 2.0)])
def test_a_hard_one_has_the_edge_of_the_mask(zoom: float, turns: int, ratio: float) -> None:
    placing = seen(zoom, turns, ratio)
    shown, wanted = left(placing, 40, 1.0), masked(placing, 40, 1.0)
    differing = (shown > 127) != (wanted > 127)
    edge = (wanted > 0) & (wanted < 255)
    assert (differing & ~edge).mean() < 0.002, "but for a pixel at the rim"


def test_it_does_not_become_stronger_where_it_crosses_itself() -> None:
    placing = seen(1.0)
    made = SoftTrail(QSize(*VIEWPORT), placing, 60, 0.0, INK)
    place = QPointF(100, 100)
    made.add([place])
    once = made._strength.copy()
    made.add([place, place, place])
    assert np.array_equal(made._strength, once)


def test_where_no_softness_is_seen_the_line_is_drawn_by_qt() -> None:
    size = QSize(*VIEWPORT)
    assert isinstance(trail(size, seen(1.0), 60, 1.0, INK), HardTrail)
    assert isinstance(trail(size, seen(0.1), 60, 0.8, INK), HardTrail)
    assert isinstance(trail(size, seen(1.0), 60, 0.8, INK), SoftTrail)


def test_a_huge_brush_costs_no_more_than_a_large_one() -> None:
    """2000 pixels at 3200 % are 64,000 on the screen."""
    placing = seen(32.0)
    begun = time.thread_time()
    made = trail(QSize(*VIEWPORT), placing, 2000, 0.2, INK)
    made.add([QPointF(x, 100) for x in range(0, 600, 10)])
    assert time.thread_time() - begun < 0.3
    assert isinstance(made, SoftTrail)
    assert len(made._dab) <= 520
