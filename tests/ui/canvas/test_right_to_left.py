"""Pictures have no reading direction: the canvas is the same where all else begins at the right."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from flux_desktop.ui.canvas import CompareMode, CompareView
from tests.ui.canvas.hands import Hands
from tests.ui.canvas.pictures import BLUE, plain, shown


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, whose lines begin at the left again after the test."""
    yield qapp
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("mode", [CompareMode.SINGLE, CompareMode.SPLIT, CompareMode.SIDE_BY_SIDE, CompareMode.ONION])
def test_pictures_are_not_mirrored(app: QApplication, hands: Hands, mode: CompareMode) -> None:
    canvas = hands.canvas
    canvas.compare(shown(plain(800, 600, BLUE), "before"))
    canvas.compare_mode = mode
    canvas.split = 0.3
    strip = canvas.findChild(QWidget, "tuning_strip")
    assert strip is not None
    strip.hide()  # a control, which is mirrored
    seen = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        app.setLayoutDirection(direction)
        assert canvas.layoutDirection() is direction
        image = QImage(canvas.size(), QImage.Format.Format_RGB32)
        canvas.render(image)
        seen.append(image)
    assert seen[0] == seen[1]


def test_the_divider_goes_where_the_arrow_points(app: QApplication, hands: Hands) -> None:
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    canvas = hands.canvas
    canvas.compare(shown(plain(800, 600, BLUE), "before"))
    canvas.compare_mode = CompareMode.SPLIT
    divider = canvas.findChild(CompareView, "compare_view")
    assert divider is not None
    divider.setFocus(Qt.FocusReason.TabFocusReason)
    before = divider.x()
    hands.tap(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.split == pytest.approx(0.6)
    assert divider.x() > before
