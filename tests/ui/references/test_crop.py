"""The rectangle on a reference: by mouse, keys and numbers; it never leaves the picture."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QSpinBox
from pytestqt.qtbot import QtBot

from flux_desktop.core.region import Crop
from flux_desktop.services.cropping import LEAST_SIDE
from flux_desktop.ui.references.crop_dialog import CropDialog
from flux_desktop.ui.references.crop_view import CropView
from tests.ui.panels import nameless

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
SIZE = (200, 100)


def picture() -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    return image


@pytest.fixture
def view(qtbot: QtBot) -> CropView:
    made = CropView()
    qtbot.addWidget(made)
    made.resize(418, 218)  # twice the picture, and room for the handles
    made.put(picture())
    made.show()
    return made


def at(view: CropView, x: float, y: float) -> QPoint:
    """Where a point of the picture is in the view."""
    place = view._place()
    return QPoint(round(place.x() + 2 * x), round(place.y() + 2 * y))


def drag(view: CropView, start: tuple[float, float], end: tuple[float, float]) -> None:
    QTest.mousePress(view, LEFT, pos=at(view, *start))
    QTest.mouseMove(view, at(view, *end))
    event = at(view, *end)
    QTest.mouseRelease(view, LEFT, pos=event)


def test_dragging_draws_moves_and_changes_it(view: CropView) -> None:
    told: list[Crop] = []
    view.crop_changed.connect(told.append)
    drag(view, (20, 10), (120, 60))
    assert view.crop == (20, 10, 100, 50), "all of it was chosen: a drag inside draws a new one"
    drag(view, (70, 30), (80, 35))
    assert view.crop == (30, 15, 100, 50)
    drag(view, (130, 65), (150, 75))
    assert view.crop == (30, 15, 120, 60)
    drag(view, (30, 45), (10, 45))
    assert view.crop == (10, 15, 140, 60)
    drag(view, (180, 90), (160, 60))
    assert view.crop == (160, 60, 20, 30), "drawn to the left and up, too"
    assert told[-1] == view.crop


def test_keys_move_it_and_change_its_size(view: CropView) -> None:
    view.set_crop((50, 40, 40, 30))
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Up, SHIFT)
    assert view.crop == (51, 30, 40, 30)
    QTest.keyClick(view, Qt.Key.Key_Down, CTRL)
    assert view.crop == (51, 30, 40, 31)
    for _ in range(30):
        QTest.keyClick(view, Qt.Key.Key_Left, SHIFT)
    assert view.crop == (0, 30, 40, 31), "it keeps its size at the edge"
    assert "40 × 31 pixels from 0, 30" in view.accessibleDescription()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(crop=st.tuples(*[st.integers(-400, 400)] * 4))
def test_it_never_leaves_the_picture(view: CropView, crop: tuple[int, ...]) -> None:
    view.set_crop((crop[0], crop[1], crop[2], crop[3]))
    left, top, width, height = view.crop
    assert 0 <= left <= left + width <= SIZE[0]
    assert 0 <= top <= top + height <= SIZE[1]
    assert min(width, height) >= LEAST_SIDE


def test_the_dialog_says_numbers_and_sends_a_part_only(qtbot: QtBot) -> None:
    dialog = CropDialog("jacket.png")
    qtbot.addWidget(dialog)
    dialog.show()
    told: list[Crop] = []
    dialog.cropped.connect(told.append)
    assert nameless(dialog) == []
    fields = [dialog.findChild(QSpinBox, f"crop_{name}") for name in ("left", "top", "width", "height")]
    crop = dialog.findChild(QAbstractButton, "crop_button")
    whole = dialog.findChild(QAbstractButton, "crop_whole_button")
    assert crop is not None
    assert whole is not None
    assert not any(field is None or field.isEnabled() for field in fields), "the picture is being read"
    dialog.put(picture())
    assert [field.value() for field in fields if field is not None] == [0, 0, 200, 100]
    assert not crop.isEnabled()
    for field, value in zip(fields, (500, 10, 60, 40), strict=True):
        assert field is not None
        field.setValue(value)
    assert dialog.view.crop == (184, 10, 16, 40), "cut to the picture, and never tiny"
    whole.click()
    assert not crop.isEnabled()
    dialog.view.set_crop((20, 10, 60, 40))
    dialog.view.crop_changed.emit(dialog.view.crop)
    crop.click()
    assert told == [(20, 10, 60, 40)]
