"""Icons are drawn late, in the theme's ink, and anew when the theme changes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from flux_desktop.resources import resource
from flux_desktop.ui import icons, theme
from flux_desktop.ui.theme import DARK, LIGHT

ALL = sorted(path.stem for path in resource("icons").glob("*.svg"))


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[QMainWindow]:
    theme.apply(qapp, "light")
    window = QMainWindow()
    qtbot.addWidget(window)
    yield window
    theme.apply(qapp, "light")


def drawn_in(icon: QIcon, ink: str, mode: QIcon.Mode = QIcon.Mode.Normal) -> bool:
    """Whether there is something to see, and all of it is in `ink` but for rounding."""
    image = icon.pixmap(QSize(64, 64), mode).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    seen = [colour for colour in (image.pixelColor(x, y) for x, y in points) if colour.alpha() > 127]
    wanted = rgb(QColor(ink))
    return bool(seen) and all(
        abs(part - other) <= 2 for colour in seen for part, other in zip(rgb(colour), wanted, strict=True)
    )


def rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


@pytest.mark.parametrize("name", ALL)
def test_every_icon_is_drawn_in_the_ink_that_was_asked_for(qapp: QApplication, name: str) -> None:
    assert drawn_in(QIcon(icons.pixmap(name, "#cc3300", 64)), "#cc3300")


def test_an_unknown_icon_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-icon", "#000000")


def test_a_sharp_screen_gets_more_pixels(qapp: QApplication) -> None:
    pixmap = icons.pixmap("x", "#000000", 16, 2.0)
    assert pixmap.size() == QSize(32, 32)
    assert pixmap.deviceIndependentSize().toSize() == QSize(16, 16)


def test_a_marked_button_keeps_its_size_when_it_is_dressed(window: QMainWindow) -> None:
    button = QPushButton("Run", window)
    icons.mark(button, "sparkles")
    before = button.sizeHint()
    icons.dress(window)
    assert button.sizeHint() == before
    assert drawn_in(button.icon(), LIGHT.text)
    assert drawn_in(button.icon(), LIGHT.disabled, QIcon.Mode.Disabled)


def test_actions_are_dressed_too(window: QMainWindow) -> None:
    action = QAction("Open", window)
    icons.mark(action, "folder-open")
    icons.dress(window)
    assert not action.icon().isNull()


def test_icons_follow_the_theme(window: QMainWindow, qapp: QApplication, qtbot: QtBot) -> None:
    button = QToolButton(window)
    icons.mark(button, "x", "quiet")
    icons.keep_dressed(window)
    assert drawn_in(button.icon(), LIGHT.quiet)
    theme.apply(qapp, "dark")
    qtbot.waitUntil(lambda: drawn_in(button.icon(), DARK.quiet))


def test_a_window_can_be_dressed_in_steps(window: QMainWindow, qapp: QApplication, qtbot: QtBot) -> None:
    one, other = QToolButton(window), QToolButton(window)
    icons.mark(one, "x")
    icons.mark(other, "plus")
    steps = icons.begin_to_dress(window)
    assert next(steps, 0) is next(steps, 0) is None, "one for each drawing"
    assert not drawn_in(one.icon(), LIGHT.text)
    theme.apply(qapp, "dark")
    assert list(steps) == []
    assert drawn_in(one.icon(), DARK.text)
    assert drawn_in(other.icon(), DARK.text)
    theme.apply(qapp, "light")
    qtbot.waitUntil(lambda: drawn_in(one.icon(), LIGHT.text))


def test_what_comes_later_is_dressed_once_the_window_is(window: QMainWindow) -> None:
    button = QToolButton(window)
    icons.mark(button, "x")
    icons.redress(button)
    assert not drawn_in(button.icon(), LIGHT.text)
    icons.keep_dressed(window)
    icons.mark(button, "plus")
    icons.redress(button)
    assert drawn_in(button.icon(), LIGHT.text)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_has_a_pixel_of_its_own_for_each_of_the_screen(window: QMainWindow, ratio: float) -> None:
    drawn = icons.icon("x", LIGHT.text, LIGHT.disabled, 16, ratio).pixmap(QSize(16, 16), ratio)
    assert drawn.size() == QSize(16, 16) * ratio
    assert drawn.deviceIndependentSize().toSize() == QSize(16, 16)


def test_a_line_of_an_icon_is_crisp(qapp: QApplication) -> None:
    """Drawn from the drawing at each size: one that was enlarged would be grey between its lines."""
    large = icons.pixmap("minus", "#000000", 16, 2.0).toImage()
    small = icons.pixmap("minus", "#000000", 16, 1.0).scaled(large.size()).toImage()
    assert large != small
    inked = [y for y in range(large.height()) if large.pixelColor(16, y).alpha() > 200]
    assert 2 <= len(inked) <= 3


@pytest.fixture
def from_the_right(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("name", sorted(icons.DIRECTED))
def test_what_points_somewhere_is_mirrored_from_right_to_left(
    qapp: QApplication, name: str, request: pytest.FixtureRequest
) -> None:
    before = icons.pixmap(name, "#000000", 32).toImage()
    request.getfixturevalue("from_the_right")
    after = icons.pixmap(name, "#000000", 32).toImage()
    assert after != before
    assert differing(after, before.flipped(Qt.Orientation.Horizontal)) < 0.02


@pytest.mark.parametrize("name", ["search", "circle-question-mark", "check", "zoom-in", "pencil"])
def test_what_points_nowhere_stays(qapp: QApplication, name: str, request: pytest.FixtureRequest) -> None:
    before = icons.pixmap(name, "#000000", 32).toImage()
    request.getfixturevalue("from_the_right")
    assert icons.pixmap(name, "#000000", 32).toImage() == before


def differing(one: QImage, other: QImage) -> float:
    """The share of pixels that are not nearly the same."""
    points = [(x, y) for x in range(one.width()) for y in range(one.height())]
    return sum(abs(one.pixelColor(*at).alpha() - other.pixelColor(*at).alpha()) > 60 for at in points) / len(points)
