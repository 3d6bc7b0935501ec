"""Everything is reached by keys: Tab goes round without a trap, from left to right and from top to bottom."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QSlider, QWidget

from tests.ui.test_focus_ring import stops
from tests.ui.windows import SHIFT, User

pytestmark = pytest.mark.qt

PANELS = (
    *("history_panel", "compare_bar", "tool_options", "tool_bar", "canvas"),
    *("mode_bar", "prompt_box", "prompt_tools", "run_bar", "param_panel"),
)


@pytest.fixture
async def worker(user: User) -> User:
    """Someone with results, two of which are compared."""
    await user.open(user.file("photo.png", 600, 400))
    await user.result("black and white")
    await user.result("sepia")
    user.action("compare_next").trigger()
    await user.settled()
    return user


async def test_tab_goes_round_both_ways_without_a_trap(worker: User) -> None:
    window = worker.window
    forth = walk(worker, Qt.Key.Key_Tab)
    back = walk(worker, Qt.Key.Key_Tab, shift=True)
    assert len(forth) == len(set(forth))
    assert set(forth) <= set(back)
    # On the way there Qt passes by a slider that has its number beside it: both are one control.
    wanted = [stop for stop in stops(window) if not isinstance(stop, QSlider) and not _is_one_of_a_group(stop)]
    missed = [stop for stop in wanted if stop not in forth]
    assert missed == [], "what takes the focus and is never come to"
    names = {stop.objectName() for stop in forth}
    assert {"canvas", "compare_view", "history_list", "prompt_box", "run_button", "zoom_label"} <= names


async def test_in_every_panel_the_order_is_that_of_reading(worker: User) -> None:
    for name in PANELS:
        panel = worker.find(QWidget, name)
        order = [stop for stop in stops(worker.window) if panel.isAncestorOf(stop)]
        for one, other in pairwise(order):
            above = place_of(other).bottom() <= place_of(one).top()
            assert not above, f"{other.objectName()} comes after {one.objectName()}, and is above it"


async def test_all_of_the_canvas_is_reached_by_keys(worker: User) -> None:
    """What the mouse does there a key or a button does, too."""
    canvas = worker.window.canvas
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    worker.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert not canvas.is_fit
    before = canvas.view
    canvas.zoom_to(8)
    worker.key(Qt.Key.Key_Right)
    assert canvas.view != before
    worker.key(Qt.Key.Key_M)
    assert canvas.has_loupe
    worker.key(Qt.Key.Key_Escape)
    assert not canvas.has_loupe
    divider = worker.find(QWidget, "compare_view")
    divider.setFocus(Qt.FocusReason.TabFocusReason)
    for key, held, split in (
        (Qt.Key.Key_Right, None, 0.51),
        (Qt.Key.Key_Right, SHIFT, 0.61),
        (Qt.Key.Key_Home, None, 0.0),
        (Qt.Key.Key_End, None, 1.0),
    ):
        worker.key(key, *([held] if held is not None else []))
        assert canvas.split == pytest.approx(split)


async def test_no_button_is_an_icon_without_words(worker: User) -> None:
    """Nothing is said by a picture, or by a colour, alone."""
    buttons = [button for button in worker.window.findChildren(QAbstractButton) if button.isVisible()]
    assert [b.objectName() for b in buttons if not (b.text() or (b.accessibleName() and b.toolTip()))] == []


def walk(user: User, key: Qt.Key, *, shift: bool = False) -> list[QWidget]:
    """What has the focus, one after the other, from the canvas until it is there again."""
    user.window.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    found: list[QWidget] = []
    for _ in range(200):
        focus = user.focus()
        assert focus is not None
        if focus is user.window.canvas and found:
            return found
        found.append(focus)
        if shift:
            user.key(Qt.Key.Key_Backtab, SHIFT)
        else:
            user.key(key)
    raise AssertionError(f"Tab never comes back to the canvas: {found}")


def place_of(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _is_one_of_a_group(widget: QWidget) -> bool:
    """Tab comes to the one that is down; arrow keys lead to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() is not widget
