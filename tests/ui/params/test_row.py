"""A row says what its value does, and brings the default back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDoubleSpinBox, QLabel
from pytestqt.qtbot import QtBot

from flux_desktop.core.params import Param, Value, integer, number, seed, switch
from flux_desktop.ui.params.number import NumberEditor
from flux_desktop.ui.params.row import MissingRow, ParamRow, sending
from tests.ui.panels import KLEIN


@pytest.fixture
def row(qtbot: QtBot) -> ParamRow:
    row = ParamRow(number("guidance", 4.5, 0, 20, field="guidance_scale"), 90)
    qtbot.addWidget(row)
    row.show()
    return row


@pytest.mark.parametrize(
    ("param", "value", "words"),
    [
        (integer("steps", 4, 1, 8), 4, "Passed on as steps."),
        (integer("steps", 4, 1, 8, field="num_inference_steps"), 4, "Renamed: sent as num_inference_steps."),
        (
            switch("safety", True, field="disable_safety_checker", encode=lambda on: not on),
            True,
            "Converted: sent as disable_safety_checker = false.",
        ),
        (integer("count", 1, 1, 4, emulated=True), 2, "Emulated: the program carries it out, nothing is sent."),
        (integer("quality", None, 0, 100), None, "Nothing is sent as quality: the provider decides."),
        (
            seed(field="seed_number"),
            None,
            "The program picks one for each run, sends it as seed_number and records it.",
        ),
    ],
    ids=["passed", "renamed", "converted", "emulated", "nothing", "random"],
)
def test_it_says_how_a_value_is_sent(param: Param, value: Value | None, words: str) -> None:
    assert sending(param, value) == words


def test_its_tooltip_has_help_default_limits_and_field(row: ParamRow) -> None:
    for place in (row.label, row.editor):
        for words in ("follow the prompt", "Default 4.5", "0 to 20", "guidance_scale"):
            assert words in place.toolTip()


def test_the_reset_button_shows_when_there_is_something_to_reset(row: ParamRow, qtbot: QtBot) -> None:
    before = row.editor.geometry()
    assert not row.reset_button.isVisible()
    row.set_value(3.0)
    assert row.reset_button.isVisible()
    assert row.editor.geometry() == before
    with qtbot.waitSignal(row.changed, timeout=1000):
        row.reset_button.click()
    assert row.value == 4.5
    assert not row.reset_button.isVisible()


def test_a_value_is_kept_more_exactly_than_it_is_shown(row: ParamRow) -> None:
    row.set_value(3.14159)
    assert row.value == 3.14159
    assert isinstance(row.editor, NumberEditor)
    assert isinstance(row.editor.spin, QDoubleSpinBox)
    row.editor.spin.setValue(3.2)
    assert row.value == 3.2


def test_the_label_belongs_to_the_editor(row: ParamRow) -> None:
    assert row.label.buddy() is row.editor


def test_a_missing_parameter_is_disabled_and_says_why(qtbot: QtBot) -> None:
    row = MissingRow("guidance", "Guidance", KLEIN, 90)
    qtbot.addWidget(row)
    reason = row.findChild(QLabel, "param_guidance")
    assert reason is not None
    assert not reason.isEnabled()
    assert reason.text() == "klein is distilled: it has no guidance."
