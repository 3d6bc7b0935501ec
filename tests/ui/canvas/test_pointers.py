"""The pointer over what lies on the picture: it tells what a press would do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from flux_desktop.ui.canvas.extender import Extender
from flux_desktop.ui.canvas.placer import Placer
from flux_desktop.ui.canvas.transform import Box
from tests.ui.canvas.hands import Hands
from tests.ui.canvas.pictures import plain

pytestmark = pytest.mark.qt


def shape_at(hands: Hands, x: float, y: float) -> Qt.CursorShape:
    """The pointer's over a pixel of the picture."""
    across, down = hands.canvas.view.to_view((x, y))
    hands.move(round(across), round(down))
    return hands.canvas.cursor().shape()


def test_only_sides_and_corners_of_an_extension_can_be_dragged(hands: Hands) -> None:
    extender = Extender(hands.canvas)
    hands.canvas.set_guest(extender)
    hands.canvas.zoom_to(0.25)
    extender.begin((800, 600))
    assert shape_at(hands, 800, 300) is Qt.CursorShape.SizeHorCursor
    assert shape_at(hands, 300, 200) is Qt.CursorShape.ArrowCursor
    assert shape_at(hands, 800, 600) is Qt.CursorShape.SizeFDiagCursor


def test_a_part_can_be_moved_where_it_is(hands: Hands) -> None:
    placer = Placer(hands.canvas)
    hands.canvas.set_guest(placer)
    placer.show_part(plain(400, 300), Box(200, 150, 400, 300))
    assert shape_at(hands, 400, 300) is Qt.CursorShape.SizeAllCursor
    assert shape_at(hands, 100, 100) is Qt.CursorShape.ArrowCursor
    assert shape_at(hands, 300, 200) is Qt.CursorShape.SizeAllCursor
