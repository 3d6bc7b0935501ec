"""The window on three screens, with long words and with a large font: nothing is cut, nothing lies over another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.providers.registry import find_providers
from flux_desktop.ui import icons, theme
from flux_desktop.ui.main_window import MainWindow
from flux_desktop.ui.translating import use_language

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SCREENS = {"small": (1024, 700), "usual": (1440, 900), "large": (1920, 1080)}
"""Of the window, in logical pixels; 3840x2160 pixels at a scale of 2 are 1920x1080 of those."""
PANELS = ("history_panel", "param_panel", "model_chooser", "queue_panel", "canvas", "prompt_box", "run_bar")


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    theme.apply(qapp, "light")
    font = qapp.font()
    yield qapp
    qapp.setFont(font)
    use_language(qapp, "en", {})


def shown(qtbot: QtBot, app: QApplication, size: tuple[int, int]) -> MainWindow:
    """The window with the parameters of a model that has many."""
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=MainWindow.hide)  # it closes only when the program ends
    window.resize(*size)
    window.show()
    window.fill()
    every = find_providers()
    edit = [(id, id, [model for model in provider.models() if model.mode == "edit"]) for id, provider in every.items()]
    window.chooser.set_models(edit)
    window.params.set_model(every["eachlabs"].models()[0])
    icons.keep_dressed(window)
    app.processEvents()
    return window


def place(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def cut(window: MainWindow) -> list[str]:
    """What has less room than its words need, or lies outside of the window."""
    found = []
    for widget in window.findChildren(QWidget):
        inside = window.rect().contains(place(window, widget)) or _scrolls(widget)
        own = not widget.objectName().startswith("qt_")
        low = bool(_needed(widget)) and widget.height() < min(widget.fontMetrics().height(), widget.sizeHint().height())
        if own and widget.isVisible() and (not inside or low or widget.width() < _needed(widget)):
            found.append(f"{widget.objectName() or widget}: {widget.geometry()}, {_needed(widget)} are needed")
    return found


def _needed(widget: QWidget) -> int:
    """The width of the words that are on it, where they cannot go on in another line."""
    if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and not widget.wordWrap()):
        return widget.fontMetrics().horizontalAdvance(widget.text().replace("&", ""))
    return 0


def _scrolls(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        parent = parent.parentWidget()
    return parent is not None


def overlaps(window: MainWindow) -> list[tuple[str, str]]:
    places = {name: place(window, part) for name in PANELS if (part := window.findChild(QWidget, name)) is not None}
    assert len(places) == len(PANELS)
    return [(one, two) for one, two in combinations(places, 2) if places[one].intersects(places[two])]


@pytest.mark.parametrize(
    ("screen", "language"),
    [("small", "en"), ("small", "pseudo"), ("small", "pseudo-rtl"), ("usual", "en"), ("large", "en")],
)
def test_nothing_is_cut_and_nothing_overlaps(qtbot: QtBot, app: QApplication, screen: str, language: str) -> None:
    use_language(app, language, {})
    window = shown(qtbot, app, SCREENS[screen])
    assert cut(window) == []
    assert overlaps(window) == []


def test_the_canvas_has_the_larger_part_of_a_small_screen(qtbot: QtBot, app: QApplication) -> None:
    window = shown(qtbot, app, SCREENS["small"])
    assert window.width() == 1024
    assert window.canvas.width() >= 0.45 * 1024


def test_a_font_twice_as_large_is_folded_and_not_cut(qtbot: QtBot, app: QApplication) -> None:
    font = app.font()
    font.setPointSizeF(2 * font.pointSizeF())
    app.setFont(font)
    window = shown(qtbot, app, SCREENS["usual"])
    assert (window.width(), window.height()) == SCREENS["usual"]
    assert cut(window) == []
    assert overlaps(window) == []
