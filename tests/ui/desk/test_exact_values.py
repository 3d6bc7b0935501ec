"""The info line tells the values of the file where it has 16 bits a channel."""

from __future__ import annotations

from typing import Any

import pytest
from numpy.typing import NDArray
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
Values = NDArray[Any]


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exact_values, "REST", 1)


def told(values: Values) -> str:
    red, green, blue = (int(value) for value in values)
    return f"R {red} G {green} B {blue} (16 bit)"


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


async def opened(user: User, values: Values, mode: str, name: str = "wide") -> None:
    path = user.folder / f"{name}_{mode}.png"
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
    one = values[100, 150]
    assert (told(one[:3]) if len(one) > 1 else f"{one[0]} (16 bit)") in info.words
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
    await until(lambda: values._without)
    await look(user, 52, 41)
    assert not values._resting.isActive()
    assert "bit" not in line(user).words


async def test_not_while_pixels_are_too_small(user: User) -> None:
    await opened(user, noise(SIZE, 3), "RGB")
    user.window.canvas.zoom_to(0.5)
    (values,) = user.window.canvas.findChildren(exact_values.ExactValues)
    await look(user, 150, 100)
    assert not values._resting.isActive()
    assert not values._is_reading
    user.window.canvas.zoom_to(2.0)
    await look(user, 151, 100)
    await until(lambda: "(16 bit)" in line(user).words)


@pytest.mark.parametrize("turns", [1, 2, 3])
async def test_they_are_told_in_a_turned_view(user: User, turns: int) -> None:
    values = noise(SIZE, 3)
    await opened(user, values, "RGB")
    user.window.canvas.turn(turns)
    await look(user, 150, 100)
    await until(lambda: told(values[100, 150]) in line(user).words)
    await look(user, 20, 180)
    await until(lambda: told(values[180, 20]) in line(user).words)


async def compared(user: User) -> tuple[Values, Values]:
    """Two pictures of 16 bits, the second twice as large, are compared; their values."""
    small, large = noise(SIZE, 3), noise((600, 400), 3, seed=2)
    await opened(user, large, "RGB", "large")
    partner = user.session.source
    await opened(user, small, "RGB", "small")
    user.session.compare_with(partner)
    await until(lambda: user.window.canvas.compared is not None)
    user.window.canvas.zoom_to(2.0)
    return small, large


async def test_while_two_are_compared_each_side_tells_its_own(user: User) -> None:
    small, large = await compared(user)
    info, canvas = line(user), user.window.canvas
    user.desk.viewer.choose_mode("split")
    await look(user, 270, 200)
    await until(lambda: told(large[200, 270]) in info.words)
    await look(user, 330, 200)
    await until(lambda: told(small[100, 165]) in info.words)
    await look(user, 270, 200)
    assert told(large[200, 270]) in info.words, "both are remembered"
    await look(user, 330, 200)
    canvas.split = 0.9
    assert told(large[200, 330]) in info.words, "the divider went over the pointer"
    canvas.split = 0.5
    canvas.set_peek(True)
    assert told(large[200, 330]) in info.words, "it is held up"
    canvas.set_peek(False)
    user.desk.viewer.choose_mode("blink")
    words = {info.words}
    canvas._flip()
    words.add(info.words)
    assert len(words) == 2, "the one that is seen, though the pointer rests"


async def test_each_counts_by_how_large_its_own_pixels_are_seen(user: User) -> None:
    small, _ = await compared(user)
    user.window.canvas.zoom_to(0.5)
    user.desk.viewer.choose_mode("split")
    (values,) = user.window.canvas.findChildren(exact_values.ExactValues)
    await look(user, 270, 200)
    assert not values._resting.isActive()
    await look(user, 330, 200)
    await until(lambda: told(small[100, 165]) in line(user).words)


async def test_of_a_result_of_8_bits_nothing_more_is_told(user: User) -> None:
    values = noise(SIZE, 3)
    await opened(user, values, "RGB")
    await user.use_lab()
    await user.result("make it so")
    user.window.canvas.zoom_to(2.0)
    user.desk.viewer.choose_mode("split")
    await look(user, 130, 100)
    await until(lambda: told(values[100, 130]) in line(user).words)
    await look(user, 170, 100)
    (exact,) = user.window.canvas.findChildren(exact_values.ExactValues)
    await until(lambda: exact._without)
    assert "bit" not in line(user).words
    user.session.show(user.session.source)
    await until(lambda: user.window.canvas.compared is None)
    assert set(exact._parts) == {user.shown()}


async def test_they_are_told_where_the_eyedropper_is(user: User) -> None:
    values = noise(SIZE, 3)
    await opened(user, values, "RGB")
    user.desk.prompting.colours.toggle_eyedropper()
    await look(user, 150, 100)
    await until(lambda: told(values[100, 150]) in line(user).words)
    user.key(Qt.Key.Key_Right)
    user.key(Qt.Key.Key_Right)
    await until(lambda: told(values[100, 151]) in line(user).words)
    user.key(Qt.Key.Key_Escape)
    assert not line(user).isVisible(), "the pointer is elsewhere"
