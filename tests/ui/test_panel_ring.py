"""F6 goes round the panels, backwards with Shift, and its focus can be seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.results import until
from tests.ui.windows import CONTROL, NONE, SHIFT, User


def walk(user: User, times: int, held: Qt.KeyboardModifier = NONE) -> list[str]:
    """Press F6 so often; the names of what has the focus then."""
    names = []
    for _ in range(times):
        user.key(Qt.Key.Key_F6, held)
        focus = user.focus()
        assert isinstance(focus, QWidget)
        names.append(focus.objectName())
    return names


async def reached(user: User, name: str) -> None:
    """Until the focus is there: it takes a while from one window to another."""
    await until(lambda: (focus := user.focus()) is not None and focus.objectName() == name)


async def test_f6_goes_from_panel_to_panel_and_round_again(user: User) -> None:
    await user.open(user.file("photo.png"))
    await user.result("black and white")
    user.window.history.list.setFocus()
    names = walk(user, 5)
    assert names[:3] == ["canvas", "prompt_box", "provider_box"]
    assert user.window.queue.isAncestorOf(user.find(QWidget, names[3]))
    assert names[4] == "history_list"
    assert walk(user, 5, SHIFT) == [*reversed(names[:4]), "history_list"]


async def test_it_passes_over_what_is_hidden_or_has_nothing_to_choose(user: User) -> None:
    user.window.history.hide()
    user.window.prompt.setFocus()
    assert walk(user, 3) == ["provider_box", "canvas", "prompt_box"]


async def test_it_goes_on_from_anywhere_in_a_panel(user: User) -> None:
    user.window.run_bar.help_button.setFocus()
    assert walk(user, 1) == ["provider_box"]
    user.window.history.header.focus_search()
    assert walk(user, 1) == ["canvas"]


@pytest.mark.qt_log_ignore("This plugin does not support")
async def test_it_goes_into_a_panel_that_was_taken_out_and_back(user: User) -> None:
    assert user.window.docks is not None
    user.window.history.hide()
    user.window.docks.all["parameters"].setFloating(True)
    await reached(user, "prompt_box")
    for held, names in (NONE, ("provider_box", "canvas", "prompt_box")), (SHIFT, ("canvas", "provider_box")):
        for name in names:
            user.key(Qt.Key.Key_F6, held)
            await reached(user, name)
    user.key(Qt.Key.Key_L, CONTROL)
    await reached(user, "prompt_box")
    user.action("help").trigger()
    await reached(user, "help_search")
    user.window.form.put_prompt("make it blue")
    await reached(user, "prompt_box")
