"""A region of a picture, drawn by someone before the whole window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSpinBox

from flux_desktop.imaging.region.mask import Mask
from flux_desktop.ui.canvas.tools import Tool
from tests.ui.windows import NONE, User

__all__ = ["SIZE", "drag", "mask", "number", "place", "tool", "type_number"]

SIZE = (1200, 800)
"""Of the picture of `painter`."""


def place(user: User, x: int, y: int) -> QPoint:
    """Where a pixel of the picture is on the canvas."""
    across, down = user.window.canvas.view.to_view((x, y))
    return QPoint(round(across), round(down))


def drag(user: User, *points: tuple[int, int], held: Qt.KeyboardModifier = NONE) -> None:
    """From pixel to pixel of the picture."""
    canvas, left = user.window.canvas, Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, left, held, place(user, *points[0]))
    for point in points[1:]:
        QTest.mouseMove(canvas, place(user, *point))
    QTest.mouseRelease(canvas, left, held, place(user, *points[-1]))


def mask(user: User) -> Mask:
    found = user.session.selection.mask
    assert found is not None
    return found


def tool(user: User) -> Tool:
    return user.desk.region.tools.tool


def number(user: User, name: str) -> QSpinBox:
    return user.find(QSpinBox, name)


def type_number(user: User, name: str, value: int) -> None:
    number(user, name).setFocus()
    number(user, name).selectAll()
    QTest.keyClicks(number(user, name), str(value))
    QTest.keyClick(number(user, name), Qt.Key.Key_Return)
