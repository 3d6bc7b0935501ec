"""What is said of a drawing while it is drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from flux_desktop.ui.canvas.labels import PADDING, draw_pill_below
from flux_desktop.ui.canvas.tools import Tool
from tests.ui.canvas.pictures import plain, shown
from tests.ui.canvas.tools.conftest import SIZE, Bench

pytestmark = pytest.mark.qt
START = (50, 40)


def with_words(bench: Bench, image: QImage, words: str, box: QRectF) -> tuple[QImage, QRect]:
    """`image` with the words that belong to `box`, and where they are."""
    said = image.copy()
    painter = QPainter(said)
    painter.setFont(bench.canvas.font())
    draw_pill_below(painter, words, box, bench.canvas.rect())
    painter.end()
    every = [QPoint(x, y) for x in range(image.width()) for y in range(image.height())]
    changed = [place for place in every if said.pixel(place) != image.pixel(place)]
    across, down = [place.x() for place in changed], [place.y() for place in changed]
    pill = QRect(QPoint(min(across), min(down)), QPoint(max(across), max(down)))
    side, edge = PADDING.width() // 2, PADDING.height() // 2
    return said, pill.adjusted(side, edge, -side, -edge)


@pytest.mark.parametrize("tool", [Tool.RECTANGLE, Tool.ELLIPSE])
@pytest.mark.parametrize(
    ("end", "words"), [((150, 100), "200 × 120"), ((10, 30), "80 × 20"), ((395, 296), "690 × 512")], ids=str
)
def test_the_size_of_a_box_is_told(bench: Bench, tool: Tool, end: tuple[int, int], words: str) -> None:
    """In pixels of the picture, below the box or, where there is no room, in it."""
    bench.canvas.show_picture(shown(plain(*SIZE)))
    before = bench.look()
    bench.take(tool).hands.press(*START)
    bench.hands.move(*end)
    expected, place = with_words(bench, before, words, QRectF(QPointF(*START), QPointF(*end)).normalized())
    assert bench.canvas.rect().contains(place)
    assert bench.look().copy(place) == expected.copy(place)
    bench.hands.release(*end)
