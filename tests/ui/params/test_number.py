"""The editor of a number: field and slider say the same, within the limits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from flux_desktop.core.params import integer, number
from flux_desktop.ui.params.number import AUTO, INT_LIMIT, NumberEditor


@pytest.fixture
def guidance(qtbot: QtBot) -> NumberEditor:
    editor = NumberEditor(number("guidance", 3.5, 2.0, 5.0))
    qtbot.addWidget(editor)
    editor.display(3.5)
    return editor


def test_the_slider_sets_the_field(guidance: NumberEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(guidance.edited, timeout=1000):
        guidance.slider.setValue(guidance.slider.maximum())
    assert guidance.value() == 5.0
    guidance.slider.setValue(1)
    assert guidance.value() == pytest.approx(2.1)


def test_the_field_sets_the_slider_while_one_types(guidance: NumberEditor, qtbot: QtBot) -> None:
    guidance.spin.selectAll()
    with qtbot.waitSignal(guidance.edited, timeout=1000):
        QTest.keyClicks(guidance.spin, "4.25")
    assert guidance.value() == 4.25
    assert guidance.slider.value() in (22, 23)


@pytest.mark.parametrize(("value", "shown"), [(3.5, "3.5"), (3.0, "3.0"), (3.25, "3.25"), (3.333333, "3.33")])
def test_a_number_is_shown_as_short_as_it_is(guidance: NumberEditor, value: float, shown: str) -> None:
    guidance.display(value)
    assert guidance.spin.text() == shown


def test_what_is_out_of_range_cannot_be_entered(guidance: NumberEditor) -> None:
    guidance.spin.clear()
    QTest.keyClicks(guidance.spin, "97")
    QTest.keyClick(guidance.spin, Qt.Key.Key_Return)
    value = guidance.value()
    assert isinstance(value, float)
    assert 2.0 <= value <= 5.0


def test_showing_a_value_is_no_edit(guidance: NumberEditor, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(guidance.edited):
        guidance.display(2.5)


def test_a_whole_number_stays_whole(qtbot: QtBot) -> None:
    editor = NumberEditor(integer("steps", 28, 1, 50))
    qtbot.addWidget(editor)
    editor.display(28)
    editor.slider.setValue(20)
    assert isinstance(editor.spin, QSpinBox)
    assert editor.value() == 21


def test_without_a_default_the_provider_may_decide(qtbot: QtBot) -> None:
    editor = NumberEditor(integer("quality", None, 0, 100))
    qtbot.addWidget(editor)
    editor.display(None)
    assert editor.spin.text() == AUTO
    assert editor.value() is None
    editor.slider.setValue(80)
    assert editor.value() == 80
    editor.spin.setValue(0)
    assert editor.value() == 0
    editor.spin.stepDown()
    assert editor.value() is None


def test_a_wide_range_is_reached_to_its_ends(qtbot: QtBot) -> None:
    editor = NumberEditor(integer("width", 1024, 64, 2_000_000))
    qtbot.addWidget(editor)
    editor.slider.setValue(editor.slider.maximum())
    assert editor.value() == 2_000_000
    editor.slider.setValue(0)
    assert editor.value() == 64


def test_limits_beyond_what_a_field_counts_to_are_brought_in(qtbot: QtBot) -> None:
    editor = NumberEditor(integer("tokens", None, -(2**53), 2**53))
    qtbot.addWidget(editor)
    editor.slider.setValue(editor.slider.maximum())
    assert editor.value() == INT_LIMIT
    editor.slider.setValue(0)
    assert editor.value() == -INT_LIMIT


def test_limits_that_nearly_meet_leave_the_slider_in_range(qtbot: QtBot) -> None:
    editor = NumberEditor(replace(number("guidance", None, 1.0, 1.0 + 1e-12), step=0.1))
    qtbot.addWidget(editor)
    editor.display(None)
    assert (editor.slider.value(), editor.value()) == (0, None)


def test_both_controls_have_names(guidance: NumberEditor) -> None:
    assert guidance.spin.objectName() == "param_guidance"
    assert guidance.slider.objectName() == "param_guidance_slider"
    assert guidance.spin.accessibleName() == guidance.slider.accessibleName() == "Guidance"
