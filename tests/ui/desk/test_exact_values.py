"""The info line tells the values of the file where it has 16 bits a channel."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from flux_desktop.imaging.master import Master, written
from flux_desktop.ui.canvas.info_line import InfoLine
from flux_desktop.ui.desk import exact_values
from tests.imaging.masters import noise
from tests.ui.results import until
from tests.ui.windows import User

pytestmark = pytest.mark.qt

SIZE = (300, 200)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exact_values, "REST", 1)


def line(user: User) -> InfoLine:
    return user.find(InfoLine, "info_line")


async def look(user: User, x: int, y: int) -> None:
    """Move the pointer over a pixel of the picture."""
    across, down = user.window.canvas.view.to_view((x + 0.5, y + 0.5))
    canvas, none = user.window.canvas, Qt.MouseButton.NoButton
    at = QPointF(int(across), int(down))
    # Not by moving the pointer: another window of this process may lie where the canvas is.
    event = QMouseEvent(QEvent.Type.MouseMove, at, canvas.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier)
    await user.aside(lambda: QApplication.sendEvent(canvas, event))


async def opened(user: User, values: np.ndarray[tuple[int, int, int], np.dtype[np.uint16]], mode: str) -> None:
    path = user.folder / f"wide_{mode}.png"
    path.write_bytes(written(Master(values, mode))[0])
    await user.open(path)
    await user.settled()
    user.window.canvas.zoom_to(2.0)


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA"])
async def test_values_of_16_bits_are_told_where_the_pointer_rests(user: User, mode: str) -> None:
    values = noise(SIZE, len(mode))
    await opened(user, values, mode)
    info = line(user)
    await look(user, 150, 100)
    place = info.geometry()
    await until(lambda: "(16 bit)" in info.words)
    one = [int(value) for value in values[100, 150]]
    told = f"R {one[0]} G {one[1]} B {one[2]} (16 bit)" if len(one) > 1 else f"{one[0]} (16 bit)"
    assert told in info.words
    assert info.accessibleDescription() == info.words
    assert ("%" in info.words) is (mode == "RGBA")
    assert info.geometry().right() == place.right()
    await look(user, 140, 90)
    assert str(values[90, 140, 0]) in info.words, "what lies around is known at once"


async def test_of_8_bits_nothing_more_is_told_and_nothing_read_again(user: User) -> None:
    await user.ready()
    user.window.canvas.zoom_to(2.0)
    (values,) = user.desk.extras._canvas.findChildren(exact_values.ExactValues)
    await look(user, 50, 40)
    await until(lambda: values._has_none)
    await look(user, 52, 41)
    assert not values._resting.isActive()
    assert "bit" not in line(user).words


async def test_not_while_pixels_are_too_small_or_two_are_compared(user: User) -> None:
    await opened(user, noise(SIZE, 3), "RGB")
    user.window.canvas.zoom_to(0.5)
    (values,) = user.window.canvas.findChildren(exact_values.ExactValues)
    await look(user, 150, 100)
    assert not values._is_reading
    user.window.canvas.zoom_to(2.0)
    await look(user, 151, 100)
    await until(lambda: "(16 bit)" in line(user).words)
    await user.use_lab()
    await user.result("make it so")
    user.desk.viewer.choose_mode("split")
    await look(user, 150, 100)
    assert "bit" not in line(user).words
