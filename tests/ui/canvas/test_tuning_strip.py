"""The small row over the canvas: what belongs to the mode, and nothing that moves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSlider, QWidget

from flux_desktop.ui.canvas import CompareMode, Tuning
from tests.ui.canvas.hands import CTRL, Hands
from tests.ui.canvas.pictures import BLUE, colour_at, plain, shown
from tests.ui.panels import nameless

SLIDERS = {
    CompareMode.ONION: {"tuning_opacity"},
    CompareMode.BLINK: {"tuning_rate"},
    CompareMode.DIFFERENCE: {"tuning_gain", "tuning_threshold"},
}


@pytest.fixture
def comparing(hands: Hands) -> Hands:
    """A red result beside its blue original."""
    hands.canvas.show_pair(shown(plain(800, 600)), shown(plain(800, 600, BLUE), "before"), ("", ""))
    return hands


def slider(hands: Hands, name: str) -> QSlider:
    found = hands.canvas.findChild(QSlider, name)
    assert found is not None
    return found


def strip(hands: Hands) -> QWidget:
    found = hands.canvas.findChild(QWidget, "tuning_strip")
    assert found is not None
    return found


@pytest.mark.parametrize("mode", list(CompareMode))
def test_a_mode_shows_what_belongs_to_it(comparing: Hands, mode: CompareMode) -> None:
    comparing.canvas.compare_mode = mode
    seen = {one.objectName() for one in strip(comparing).findChildren(QSlider) if one.isVisible()}
    assert seen == SLIDERS.get(mode, set())
    assert strip(comparing).isVisible() is bool(seen)
    assert comparing.canvas.rect().contains(strip(comparing).geometry()) or not seen


def test_everything_in_it_has_a_name(comparing: Hands) -> None:
    assert nameless(strip(comparing)) == []


def test_it_goes_with_the_comparison(comparing: Hands) -> None:
    comparing.canvas.compare_mode = CompareMode.ONION
    comparing.canvas.compare(None)
    assert not strip(comparing).isVisible()


def test_the_picture_stays_where_it_is(comparing: Hands) -> None:
    bounds = set()
    for mode in CompareMode:
        if mode is not CompareMode.SIDE_BY_SIDE:
            comparing.canvas.compare_mode = mode
            bounds.add(comparing.canvas.view.bounds)
    assert len(bounds) == 1


@pytest.mark.parametrize(
    ("mode", "name", "value", "words", "tuning"),
    [
        (CompareMode.ONION, "tuning_opacity", 25, "25 %", Tuning(opacity=25)),
        (CompareMode.BLINK, "tuning_rate", 25, "2.5 / s", Tuning(rate=2.5)),
        (CompareMode.DIFFERENCE, "tuning_gain", 16, "×16", Tuning(gain=16)),
        (CompareMode.DIFFERENCE, "tuning_threshold", 9, "9", Tuning(threshold=9)),
    ],
)
def test_a_slider_adjusts_and_says_to_what(
    comparing: Hands, mode: CompareMode, name: str, value: int, words: str, tuning: Tuning
) -> None:
    canvas = comparing.canvas
    canvas.compare_mode = mode
    told: list[Tuning] = []
    canvas.tuning_changed.connect(told.append)
    place = strip(comparing).geometry()
    slider(comparing, name).setValue(value)
    assert told == [tuning]
    assert canvas.tuning == tuning
    label = canvas.findChild(QLabel, f"{name}_value")
    assert label is not None
    assert label.text() == words
    assert strip(comparing).geometry() == place


def test_what_is_set_from_elsewhere_is_shown_and_not_told(comparing: Hands) -> None:
    told: list[Tuning] = []
    comparing.canvas.tuning_changed.connect(told.append)
    comparing.canvas.tuning = Tuning(70, 2.0, 8, 5)
    values = [slider(comparing, f"tuning_{name}").value() for name in ("opacity", "rate", "gain", "threshold")]
    assert values == [70, 20, 8, 5]
    assert told == []


def test_nonsense_is_brought_within_the_limits(comparing: Hands) -> None:
    comparing.canvas.tuning = Tuning(300, 99.0, 0, -4)
    assert comparing.canvas.tuning == Tuning(100, 3.0, 1, 0)


def test_onion_skins_follow_the_slider(comparing: Hands) -> None:
    canvas = comparing.canvas
    canvas.compare_mode = CompareMode.ONION
    seen = []
    for opacity in (0, 50, 100):
        slider(comparing, "tuning_opacity").setValue(opacity)
        seen.append(colour_at(canvas.grab().toImage(), 200, 150))
    assert seen[0] == BLUE
    assert seen[1] == pytest.approx((110, 20, 110), abs=2)
    assert seen[2] == (200, 20, 20)


def test_keys_move_the_sliders_and_others_go_on_to_the_canvas(comparing: Hands) -> None:
    comparing.canvas.compare_mode = CompareMode.ONION
    opacity = slider(comparing, "tuning_opacity")
    opacity.setFocus()
    QTest.keyClick(opacity, Qt.Key.Key_Right)
    assert comparing.canvas.tuning.opacity == 51
    QTest.keyPress(opacity, Qt.Key.Key_O)
    assert comparing.canvas.peeking
    QTest.keyRelease(opacity, Qt.Key.Key_O)
    assert not comparing.canvas.peeking


def test_the_mouse_beside_the_sliders_does_not_reach_the_picture(comparing: Hands) -> None:
    canvas = comparing.canvas
    canvas.compare_mode = CompareMode.ONION
    corner = strip(comparing).geometry().topLeft()
    canvas.zoom_to(3.0)
    view = canvas.view
    comparing.drag((corner.x() + 3, corner.y() + 3), (corner.x() + 40, corner.y() + 3))
    comparing.double_click(corner.x() + 3, corner.y() + 3)
    comparing.wheel(corner.x() + 3, corner.y() + 3, (0, 120), CTRL)
    assert canvas.view == view


def test_words_over_the_picture_lie_above_it(comparing: Hands) -> None:
    canvas = comparing.canvas
    canvas.set_message("Opening…")
    message = canvas.findChild(QLabel, "canvas_message")
    assert message is not None
    canvas.compare_mode = CompareMode.ONION
    assert not message.geometry().intersects(strip(comparing).geometry())
    canvas.compare_mode = CompareMode.SINGLE
    assert message.geometry().bottom() > strip(comparing).geometry().top(), "down again"
