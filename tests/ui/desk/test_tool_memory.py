"""What the tools were told last is what they are told next."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from flux_desktop.core.settings import TOOLS, Settings
from flux_desktop.ui.canvas import Canvas
from flux_desktop.ui.canvas.tool_adjust import MOST, USUAL, AdjustPopup
from flux_desktop.ui.canvas.tools import Toolbox
from flux_desktop.ui.canvas.tools.kinds import MOST_BRUSH
from flux_desktop.ui.desk.tool_memory import ToolMemory
from tests.ui.windows import User

pytestmark = pytest.mark.qt


class Tools:
    """Tools that remember in `settings`."""

    def __init__(self, qtbot: QtBot, settings: Settings) -> None:
        canvas = Canvas()
        qtbot.addWidget(canvas)
        self.settings = settings
        self.box = Toolbox(canvas)
        self.adjust = AdjustPopup(canvas)
        ToolMemory(self.box, self.adjust, settings)

    def told(self) -> tuple[float, float, int, bool, tuple[int, int]]:
        box = self.box
        return box.diameter, box.hardness, box.tolerance, box.contiguous, self.adjust.pixels


def test_without_settings_they_are_as_they_are(qtbot: QtBot) -> None:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    fresh = Toolbox(canvas)
    tools = Tools(qtbot, Settings())
    usual = (fresh.diameter, fresh.hardness, fresh.tolerance, fresh.contiguous, (USUAL, USUAL))
    assert tools.told() == usual


def test_what_the_user_changes_comes_back(qtbot: QtBot) -> None:
    tools = Tools(qtbot, Settings())
    written: list[str] = []
    tools.settings.changed.connect(written.append)
    for size in range(100, 110):
        tools.box.set_brush(size, 35)
    tools.box.set_wand(7, False)
    for name, value in (("grow_pixels", 12), ("feather_pixels", 3)):
        number = tools.adjust.findChild(QSpinBox, name)
        assert number is not None
        number.setValue(value)
    assert written == [], "not at every step of a number"
    qtbot.waitUntil(lambda: bool(written))
    assert sorted(written) == sorted(param.name for param in TOOLS), "once each"
    assert Tools(qtbot, tools.settings).told() == (109, 0.35, 7, False, (12, 3))


def test_the_settings_and_the_tools_have_the_same_limits() -> None:
    limits = {param.name: (param.minimum, param.maximum) for param in TOOLS}
    assert limits["brush_size"] == (1, MOST_BRUSH)
    assert limits["grow_pixels"] == limits["feather_pixels"] == (1, MOST)


async def test_the_options_show_what_is_remembered(user: User) -> None:
    tools = user.desk.region.tools
    ToolMemory(tools, user.window.tool_options.adjust, Settings({"brush_size": 444, "grow_pixels": 21}))
    assert user.find(QSpinBox, "brush_size").value() == 444
    assert user.window.tool_options.adjust.pixels == (21, USUAL)


async def test_what_is_changed_just_before_the_window_closes_is_kept(user: User) -> None:
    user.desk.region.tools.set_brush(321, 45)
    user.find(QSpinBox, "grow_pixels").setValue(33)
    settings = user.session.settings
    assert settings.integer("brush_size") != 321, "not at once"
    user.window.save()
    assert [settings.integer(name) for name in ("brush_size", "brush_hardness", "grow_pixels")] == [321, 45, 33]
    written: list[str] = []
    settings.changed.connect(written.append)
    user.window.save()
    assert written == [], "and nothing twice"
