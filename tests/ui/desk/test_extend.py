"""Extending a picture beyond its edges, as a user before the whole window does it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QSpinBox, QWidget

from flux_desktop.core.history import HistoryNode
from flux_desktop.imaging.opening import decode
from flux_desktop.ui.canvas.extend_strip import ExtendStrip, shaped
from flux_desktop.ui.canvas.extender import around, margins_of
from tests.services.test_regions import HEIGHT, WIDTH, photograph
from tests.ui.desk.test_finish import part
from tests.ui.results import until
from tests.ui.windows import User

sides = st.integers(1, 5000)
margins = st.tuples(*[st.integers(0, 3000)] * 4)


async def opened(user: User) -> HistoryNode:
    """A picture on the canvas, about to be extended."""
    await user.ready()
    source, _ = user.session.pictures.open_bytes(photograph(), "photo.png")
    user.session.edit_further(source)
    await until(lambda: user.shown() == source.id)
    user.action("extend").trigger()
    assert user.sees("extend_strip")
    return source


def spin(user: User, name: str) -> QSpinBox:
    return user.find(QSpinBox, name)


async def test_what_is_added_becomes_a_region(user: User) -> None:
    await opened(user)
    assert not user.find(QPushButton, "extend_apply_button").isEnabled()
    spin(user, "extend_left").setValue(64)
    spin(user, "extend_bottom").setValue(32)
    user.click("extend_apply_button")
    selection = user.session.selection
    await until(lambda: selection.extent == (-64, 0, WIDTH + 64, HEIGHT + 32))
    await until(lambda: selection.mask is not None)
    assert selection.mask is not None
    assert selection.mask.size == (WIDTH + 64, HEIGHT + 32)
    assert not user.sees("extend_strip")
    assert user.focus() is user.window.prompt


async def test_the_larger_picture_holds_the_old_one_untouched(user: User) -> None:
    source = await opened(user)
    spin(user, "extend_right").setValue(96)
    user.click("extend_apply_button")
    await until(lambda: user.session.selection.sent is not None)
    pictures = user.session.pictures
    user.window.chooser.choose("offline", "offline-edit")
    user.prompt("blur")
    user.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: user.jobs() and user.jobs()[0].nodes, 20)
    (node,) = user.jobs()[0].nodes
    assert (node.width, node.height) == (WIDTH + 96, HEIGHT)
    before, after = (np.asarray(decode(pictures.assets.load(one.asset))) for one in (source, node))
    kept = WIDTH - 64  # along the seam a little of the picture belongs to the region
    assert (after[:, :kept] == before[:, :kept]).all()


async def test_the_frame_is_dragged_beyond_the_edge(user: User) -> None:
    await opened(user)
    canvas, ratio = user.window.canvas, user.window.canvas.devicePixelRatioF()
    corner = canvas.view.to_view((WIDTH, HEIGHT / 2))
    edge = QPointF(corner[0] / ratio, corner[1] / ratio).toPoint()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(canvas, edge + QPoint(20, 0))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=edge + QPoint(20, 0))
    assert spin(user, "extend_right").value() == pytest.approx(20 / canvas.zoom * ratio, abs=2)
    assert [spin(user, f"extend_{side}").value() for side in ("left", "top", "bottom")] == [0, 0, 0]


async def test_esc_leaves_it_as_it_was(user: User) -> None:
    await opened(user)
    assert not user.window.canvas.is_fit
    spin(user, "extend_left").setValue(64)
    user.key(Qt.Key.Key_Escape)
    assert not user.sees("extend_strip")
    assert user.session.selection.extent is None
    assert user.window.canvas.is_fit


async def test_another_picture_ends_it(user: User) -> None:
    await opened(user)
    user.session.show(None)
    await until(lambda: not user.sees("extend_strip"))


def test_a_shape_fills_the_numbers(qtbot: object) -> None:
    host = QWidget()
    strip = ExtendStrip(host)
    strip.begin((400, 400), (0, 0, 0, 0))
    strip._shape.setCurrentIndex(strip._shape.findText("3:2"))
    strip._shape.activated.emit(strip._shape.currentIndex())
    assert strip.margins == (100, 0, 100, 0)
    host.deleteLater()


@given(st.tuples(sides, sides), st.tuples(st.integers(1, 21), st.integers(1, 21)))
def test_a_shape_is_reached_by_the_least_that_is_needed(size: tuple[int, int], ratio: tuple[int, int]) -> None:
    left, top, right, bottom = shaped(size, ratio)
    width, height = size[0] + left + right, size[1] + top + bottom
    assert min(left, top, right, bottom) >= 0
    assert (left, right) == (0, 0) or (top, bottom) == (0, 0)
    assert abs(width * ratio[1] - height * ratio[0]) < max(ratio)
    assert abs(left - right) <= 1
    assert abs(top - bottom) <= 1


@given(st.tuples(sides, sides), margins)
def test_margins_and_frames_say_the_same(size: tuple[int, int], wanted: tuple[int, int, int, int]) -> None:
    assert margins_of(size, around(size, wanted)) == wanted


async def test_there_is_one_strip_at_a_time(user: User) -> None:
    await user.ready()
    node = await part(user)
    user.session.edit_further(node)
    user.action("finish").trigger()
    await until(lambda: user.sees("finish_strip"))
    user.action("extend").trigger()
    assert (user.sees("finish_strip"), user.sees("extend_strip")) == (False, True)
    user.action("finish").trigger()
    await until(lambda: user.sees("finish_strip"))
    assert not user.sees("extend_strip")
    user.key(Qt.Key.Key_Escape)
    assert user.window.canvas._gestures.guest is user.desk.region.tools


async def test_what_was_added_stays_in_sight(user: User) -> None:
    source = await opened(user)
    canvas = user.window.canvas
    spin(user, "extend_left").setValue(source.width // 3)
    corner = canvas.view.to_view((-source.width / 3, 0))
    user.click("extend_apply_button")
    await until(lambda: user.session.selection.extent is not None)
    assert canvas.view.to_view((-source.width / 3, 0)) == corner
    assert corner[0] >= 0
    user.action("extend").trigger()
    canvas.fit()
    user.key(Qt.Key.Key_Escape)
    assert not user.sees("extend_strip")
