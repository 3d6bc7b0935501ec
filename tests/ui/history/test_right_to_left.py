"""A row is drawn by places: nothing in it lies over anything else where lines begin at the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter

from flux_desktop.core.history import Sprout
from flux_desktop.core.tree import tree_of
from flux_desktop.ui.history.branch import paint_branch
from flux_desktop.ui.history.look import RowLook, Signs
from flux_desktop.ui.history.row import paint_row
from flux_desktop.ui.history.tile import paint_tile

LOOK = RowLook(
    title="make the purple flowers blue",
    kind="Offline edit",
    facts="seed 1234567890",
    aside="5 min",
    badge="warmer +2",
    signs=("download",),
    rating=3,
    place=tree_of([Sprout(1, "a", None, "")]).rows[0],
)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("paint", [paint_row, paint_tile, partial(paint_branch, lanes=1)])
def test_a_row_is_not_half_mirrored(paint: Callable[[QPainter, QRect, QFont, RowLook, Signs], None]) -> None:
    seen = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        image = QImage(240, 90, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setLayoutDirection(direction)
        paint(painter, image.rect(), QFont(), LOOK, Signs())
        painter.end()
        seen.append(image)
    assert seen[0] == seen[1]
