"""Putting the result of a part back in another way, as a user before the whole window does it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QPushButton, QSlider, QWidget

from flux_desktop.core.edit import Recipe
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.region import Patch
from flux_desktop.imaging.effects.arrays import Bytes
from flux_desktop.imaging.opening import decode
from flux_desktop.services.inputs import Inputs
from flux_desktop.ui.canvas import CompareMode
from tests.services.test_regions import CROP, SENT, disc, photograph
from tests.ui.results import until
from tests.ui.windows import SHIFT, User


async def part(user: User, prompt: str = "sepia") -> HistoryNode:
    """The result of an edit of a part, on the canvas."""
    session, pictures = user.session, user.session.pictures
    source, _ = pictures.open_bytes(photograph(), "photo.png")
    session.edit_further(source)
    mask = pictures.assets.keep(disc().png())
    job = session.queue.submit(
        Recipe(prompt, "offline", "offline-edit", {}), Inputs.of(source, mask=mask, crop=CROP, patch=Patch(SENT))
    )
    await job.wait()
    session.show(job.nodes[0])
    await until(lambda: shown(user) == job.nodes[0].id)
    return job.nodes[0]


def shown(user: User) -> str:
    picture = user.window.canvas.picture
    return picture.id if picture else ""


def strip(user: User) -> QWidget | None:
    found: QWidget | None = user.window.canvas.findChild(QWidget, "finish_strip")
    return found if found is not None and found.isVisible() else None


async def opened(user: User) -> QWidget:
    user.window.canvas.setFocus()
    user.key(Qt.Key.Key_K)
    await until(lambda: strip(user) is not None)
    found = strip(user)
    assert found is not None
    return found


def child(widget: QWidget, kind: type[QWidget], name: str) -> QWidget:
    found: QWidget | None = widget.findChild(kind, name)
    assert found is not None
    return found


def pixels(user: User, node: HistoryNode) -> Bytes:
    return np.asarray(decode(user.session.pictures.assets.load(node.asset)))


def current(user: User) -> HistoryNode:
    assert user.session.current is not None
    return user.session.current


async def test_a_new_result_with_another_opacity(user: User) -> None:
    await user.ready()
    node = await part(user)
    found = await opened(user)
    apply = child(found, QPushButton, "finish_apply_button")
    assert isinstance(apply, QPushButton)
    assert not apply.isEnabled()
    opacity = child(found, QSlider, "finish_opacity")
    assert isinstance(opacity, QSlider)
    opacity.setValue(40)
    assert apply.isEnabled()
    user.click("finish_apply_button")
    await until(lambda: current(user).id != node.id)
    new = current(user)
    assert new.patch is not None
    assert new.patch.finish.opacity == pytest.approx(0.4)
    assert (new.parent, new.cost) == (node.parent, None)
    await until(lambda: strip(user) is None)
    source = user.session.before(node)
    assert source is not None
    outside = np.asarray(disc().image()) == 0
    assert (pixels(user, new)[outside] == pixels(user, source)[outside]).all()
    assert not (pixels(user, new) == pixels(user, node)).all()


async def test_what_is_tried_is_seen_and_forgotten(user: User) -> None:
    await user.ready()
    await part(user)
    before = user.window.canvas.grab().toImage()
    found = await opened(user)
    opacity = child(found, QSlider, "finish_opacity")
    assert isinstance(opacity, QSlider)
    opacity.setValue(0)
    middle = user.window.canvas.rect().center()  # where the part is
    await until(lambda: user.window.canvas.grab().toImage().pixel(middle) != before.pixel(middle))
    user.key(Qt.Key.Key_Escape)
    assert strip(user) is None
    assert user.window.canvas.grab().toImage().pixel(middle) == before.pixel(middle)
    assert "put back" not in user.session.undo.undo_words


async def test_arrow_keys_and_mouse_move_it(user: User) -> None:
    await user.ready()
    await part(user)
    canvas = user.window.canvas
    start = canvas.rect().center() + QPoint(-10, -20)
    QCursor.setPos(canvas.mapToGlobal(start))
    found = await opened(user)
    across, down = child(found, QDoubleSpinBox, "finish_x"), child(found, QDoubleSpinBox, "finish_y")
    assert isinstance(across, QDoubleSpinBox)
    assert isinstance(down, QDoubleSpinBox)
    user.key(Qt.Key.Key_Right)
    user.key(Qt.Key.Key_Down, SHIFT)
    assert (across.value(), down.value()) == (0.5, 10.0)
    await until(lambda: canvas.cursor().shape() is Qt.CursorShape.SizeAllCursor)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, start + QPoint(30, 0))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(30, 0))
    assert across.value() == pytest.approx(0.5 + 30 / canvas.zoom * canvas.devicePixelRatioF(), abs=0.2)


async def test_it_is_offered_for_parts_alone(user: User) -> None:
    await user.ready()
    await user.result("make it blue")
    assert not user.action("finish").isEnabled()
    await part(user)
    await until(lambda: user.action("finish").isEnabled())


async def test_another_picture_ends_it(user: User) -> None:
    await user.ready()
    node = await part(user)
    await opened(user)
    user.session.show(user.session.before(node))
    await until(lambda: strip(user) is None)


async def test_who_has_left_it_meanwhile_stays_where_he_is(user: User) -> None:
    await user.ready()
    node = await part(user)
    found = await opened(user)
    opacity = child(found, QSlider, "finish_opacity")
    assert isinstance(opacity, QSlider)
    opacity.setValue(40)
    made: list[HistoryNode] = []
    user.session.node_added.connect(made.append)
    user.click("finish_apply_button")
    before = user.session.before(node)
    user.session.show(before)
    await until(lambda: bool(made))
    await until(lambda: "how it was put back" in user.session.undo.undo_words)
    assert user.session.current == before


async def test_what_came_back_is_lost(user: User) -> None:
    await user.ready()
    node = await part(user)
    assert node.patch is not None
    user.session.pictures.assets.path(node.patch.raw).unlink()
    user.window.canvas.setFocus()
    user.key(Qt.Key.Key_K)
    await until(user.window.messages.isVisible)
    assert strip(user) is None


async def test_the_strip_makes_way_while_pictures_are_compared(user: User) -> None:
    await user.ready()
    await part(user)
    found = await opened(user)
    user.window.canvas.compare_mode = CompareMode.ONION
    assert not found.isVisible()
    user.window.canvas.compare_mode = CompareMode.SINGLE
    assert found.isVisible()
    user.session.notified.emit("Exported to a.png.")
    assert not user.window.messages.geometry().intersects(found.geometry())


async def test_what_cannot_be_read_does_not_end_what_was_begun_since(user: User) -> None:
    await user.ready()
    lost = await part(user)
    node = await part(user, "warmer")
    assert lost.patch is not None
    user.session.pictures.assets.path(lost.patch.raw).unlink()
    user.session.show(lost)
    user.desk.finish.toggle()
    user.session.show(node)
    user.desk.finish.toggle()
    await until(user.window.messages.isVisible)
    await until(lambda: strip(user) is not None)
