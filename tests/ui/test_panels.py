"""What holds for all panels around the prompt: names, icons that exist, and room at any size of letters."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.core.vocabulary import VOCABULARY
from flux_desktop.resources import resource
from flux_desktop.ui import icons, theme
from flux_desktop.ui.dialogs.outgoing import OutgoingDialog
from flux_desktop.ui.params.model_chooser import ModelChooser
from flux_desktop.ui.params.panel import ParamPanel
from flux_desktop.ui.prompt.box import PromptBox
from flux_desktop.ui.prompt.help_panel import HelpPanel
from flux_desktop.ui.prompt.mode_bar import ModeBar
from flux_desktop.ui.prompt.run_bar import RunBar
from flux_desktop.ui.references.strip import ReferenceStrip
from tests.ui.panels import BASE, nameless, thumbnail


def filled_params() -> QWidget:
    panel = ParamPanel()
    panel.set_model(BASE)
    return panel


def filled_chooser() -> QWidget:
    chooser = ModelChooser()
    chooser.set_models([("eachlabs", "eachlabs", (BASE,))])
    return chooser


def filled_strip() -> QWidget:
    strip = ReferenceStrip()
    strip.set_limit(4)
    strip.set_references([("a", "a.png", thumbnail())])
    return strip


def filled_bar() -> QWidget:
    bar = ModeBar()
    bar.set_source("photo.jpg", thumbnail())
    return bar


def filled_help() -> QWidget:
    panel = HelpPanel()
    panel.set_topics("Vocabulary", [(entry.topic, entry.phrases, entry.what) for entry in VOCABULARY])
    return panel


ALL: list[Callable[[], QWidget]] = [
    PromptBox,
    ParamPanel,
    filled_params,
    ModelChooser,
    filled_chooser,
    ReferenceStrip,
    filled_strip,
    ModeBar,
    filled_bar,
    RunBar,
    filled_help,
    OutgoingDialog,
]


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """The style sheet decides how large things are."""
    theme.apply(qapp, "light")


@pytest.fixture(params=ALL, ids=lambda make: make.__name__)
def panel(request: pytest.FixtureRequest, qtbot: QtBot) -> QWidget:
    made: QWidget = request.param()
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_control_can_be_named(panel: QWidget) -> None:
    assert panel.objectName()
    assert nameless(panel) == []


def test_every_icon_exists(panel: QWidget) -> None:
    for button in panel.findChildren(QAbstractButton):
        if name := button.property(icons.NAME):
            assert resource(f"icons/{name}.svg").is_file()


def test_a_click_has_room(panel: QWidget) -> None:
    for button in panel.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.height() >= 24
            assert button.width() >= 24


@pytest.mark.parametrize("make", [filled_bar, RunBar, PromptBox, filled_strip])
def test_the_bars_fit_a_small_window_with_large_letters(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    panel = make()
    qtbot.addWidget(panel)
    font = panel.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    panel.setFont(font)
    panel.show()
    assert panel.minimumSizeHint().width() <= 700


def test_they_are_ready_before_anything_heavy_is_loaded() -> None:
    bars = "prompt.box params.panel params.model_chooser prompt.mode_bar prompt.run_bar references.strip"
    names = f"theme icons {bars} prompt.help_panel dialogs.outgoing"
    heavy = "asyncio httpx PIL numpy json PySide6.QtSvg qasync sqlite3 flux_desktop.services"
    later = "flux_desktop.ui.params.row flux_desktop.ui.references.tile"
    program = (
        "import sys;"
        + "".join(f"import flux_desktop.ui.{name};" for name in names.split())
        + f"print(sorted(set('{heavy} {later}'.split()) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
