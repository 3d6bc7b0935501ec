"""Both themes can be read: every ink on every ground that is used, and samples of what is really painted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.resources import resource
from flux_desktop.ui import theme
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.theme import DARK, LIGHT, Theme
from tests.ui.contrast import DISABLED, SHAPE, TEXT, USES, contrast, over, table

pytestmark = pytest.mark.qt

both = pytest.mark.parametrize("shown", [LIGHT, DARK], ids=lambda shown: shown.name)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    theme.apply(qapp, "light")


@both
def test_every_ink_can_be_told_from_its_ground(shown: Theme) -> None:
    poor = [row for row in table(shown) if row.ratio < row.least]
    assert poor == []


def test_the_table_has_every_ink_of_the_style_sheet() -> None:
    words = (resource("themes") / "window.qss").read_text("utf-8")
    inks = {ink for use in USES for ink in use.inks}
    drawn = re.findall(r"(?:^|[\s{;-])(?:color|border(?:-\w+)?):[^;]*\$(\w+)", words)
    assert set(drawn) - {"line", "window"} <= inks, "`line` only divides, `window` only sets apart"


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert over("#000000", 0.5, "#ffffff") == "#808080"


@both
@pytest.mark.parametrize(
    ("make", "least"),
    [
        (lambda: QLabel("MMMM"), TEXT),
        (lambda: plain_label("MMMM", "quiet"), TEXT),
        (lambda: plain_label("MMMM", "danger"), TEXT),
        (lambda: QPushButton("MMMM"), TEXT),
        (lambda: _with(QPushButton("MMMM"), primary="true"), TEXT),
        (lambda: _with(QPushButton("MMMM"), flat="true"), TEXT),
        (lambda: _disabled(QPushButton("MMMM")), DISABLED),
        (lambda: _disabled(QLabel("MMMM")), DISABLED),
        (lambda: QLineEdit("MMMM"), TEXT),
    ],
)
def test_words_that_are_painted_can_be_read(
    app: QApplication, qtbot: QtBot, shown: Theme, make: Callable[[], QWidget], least: float
) -> None:
    """In letters so large that their strokes are whole pixels."""
    colours = _colours(app, qtbot, shown, make(), inset=6)
    ground = max(set(colours), key=colours.count)
    assert max(contrast(colour, ground) for colour in colours) >= least


@both
@pytest.mark.parametrize("make", [QLineEdit, QCheckBox, lambda: _checked(QCheckBox()), lambda: _checked(QToolButton())])
def test_controls_that_are_painted_can_be_seen(
    app: QApplication, qtbot: QtBot, shown: Theme, make: Callable[[], QWidget]
) -> None:
    colours = _colours(app, qtbot, shown, make(), inset=0)
    assert max(contrast(colour, shown.window) for colour in colours) >= SHAPE


def _colours(app: QApplication, qtbot: QtBot, shown: Theme, control: QWidget, inset: int) -> list[str]:
    """The colour of every pixel of `control` in a window of the theme, without its edge of so many pixels."""
    theme.apply(app, shown.name)
    around = QWidget()
    qtbot.addWidget(around)
    control.setParent(around)
    if inset:
        font = control.font()
        font.setPixelSize(48)
        control.setFont(font)
    control.ensurePolished()
    control.resize(control.sizeHint())
    around.show()
    image = around.grab(control.geometry().adjusted(inset, inset, -inset, -inset)).toImage()
    return [image.pixelColor(x, y).name() for y in range(image.height()) for x in range(image.width())]


def _with(widget: QWidget, **properties: str) -> QWidget:
    for name, value in properties.items():
        widget.setProperty(name, value)
    return widget


def _disabled(widget: QWidget) -> QWidget:
    widget.setEnabled(False)
    return widget


def _checked(button: QCheckBox | QToolButton) -> QWidget:
    button.setCheckable(True)
    button.setChecked(True)
    return button
