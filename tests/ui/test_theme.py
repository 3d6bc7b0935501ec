"""The themes are readable and neutral, and the application follows the choice and the system."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from flux_desktop.ui import theme
from flux_desktop.ui.theme import DARK, LIGHT, Theme

ROOT = Path(__file__).parents[2]
SURFACES = ("window", "base", "raised", "hover")
INKS = ("text", "quiet", "link", "danger", "warning", "success")


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    theme.apply(qapp, "light")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("shown", [LIGHT, DARK], ids=lambda shown: shown.name)
class TestContrast:
    @pytest.mark.parametrize("ink", INKS)
    @pytest.mark.parametrize("ground", ["window", "base", "raised"])
    def test_words_can_be_read(self, shown: Theme, ink: str, ground: str) -> None:
        assert contrast(getattr(shown, ink), getattr(shown, ground)) >= 4.5

    def test_words_can_be_read_on_what_is_pointed_at_and_chosen(self, shown: Theme) -> None:
        assert contrast(shown.text, shown.hover) >= 4.5
        assert contrast(shown.text, shown.tint) >= 4.5
        assert contrast(shown.quiet, shown.hover) >= 4.5
        assert contrast(shown.on_accent, shown.accent) >= 4.5

    @pytest.mark.parametrize("mark", ["edge", "link", "accent"])
    @pytest.mark.parametrize("ground", ["window", "base"])
    def test_outlines_and_rings_can_be_seen(self, shown: Theme, mark: str, ground: str) -> None:
        assert contrast(getattr(shown, mark), getattr(shown, ground)) >= 3

    def test_what_is_chosen_is_outlined(self, shown: Theme) -> None:
        assert contrast(shown.link, shown.tint) >= 3

    def test_surfaces_are_neutral(self, shown: Theme) -> None:
        for surface in (*SURFACES, "canvas", "line"):
            assert QColor(getattr(shown, surface)).saturation() == 0

    def test_its_style_sheet_is_whole(self, shown: Theme, app: QApplication) -> None:
        theme.apply(app, shown.name)
        words = app.styleSheet()
        assert "$" not in words
        glyphs = re.findall(r'url\("([^"]+)"\)', words)
        assert glyphs
        for glyph in glyphs:
            assert Path(glyph).is_file()
            assert Path(glyph).with_name(f"{Path(glyph).stem}@2x.png").is_file()


def test_the_palette_carries_the_theme(app: QApplication) -> None:
    theme.apply(app, "dark")
    assert app.palette().color(QPalette.ColorRole.Window).name() == DARK.window
    assert app.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name() == DARK.disabled
    assert theme.in_use() == DARK
    theme.apply(app, "light")
    assert theme.in_use() == LIGHT


def test_it_follows_the_system_when_asked_to(app: QApplication) -> None:
    theme.apply(app, "system")
    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.in_use() == DARK
    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.in_use() == LIGHT


def test_a_choice_stands_when_the_system_changes(app: QApplication) -> None:
    theme.apply(app, "light")
    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.in_use() == LIGHT


def test_the_style_is_asked_for_on_the_command_line() -> None:
    assert theme.arguments(["flux-desktop", "a.png"]) == ["flux-desktop", "-style", "Fusion", "a.png"]


def test_a_tone_colours_a_label(app: QApplication, qtbot: QtBot) -> None:
    theme.apply(app, "light")
    label = QLabel("No")
    qtbot.addWidget(label)
    theme.set_tone(label, "danger")
    label.show()
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == LIGHT.danger
    theme.set_tone(label, "")
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == LIGHT.text


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform has no popups of its own
def test_a_menu_shows_all_its_entries(app: QApplication, qtbot: QtBot) -> None:
    theme.apply(app, "light")
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["As the system", "Light", "Dark"])
    box.show()
    box.showPopup()
    last = box.view().visualRect(box.model().index(2, 0))
    assert box.view().viewport().rect().contains(last)
    box.hidePopup()


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="there is no bus of its own to be had")
def test_it_follows_a_desktop_that_is_turned_dark_while_it_runs() -> None:
    """Through Qt's own support for XDG's portal, which GNOME, KDE and others answer, on a real bus."""
    own = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QPA_PLATFORMTHEME": "xdgdesktopportal"}
    words = ["dbus-run-session", "--", sys.executable, "-m", "tests.ui.portal"]
    done = subprocess.run(words, env=own, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == ["light", "dark", "light", "dark"]
