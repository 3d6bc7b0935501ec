"""The parameter sidebar: made from declarations, it gives back what it was given and forgets no choice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QSpinBox, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.core.params import PARAM_NAMES, Model, Param, Value, choice, integer, number, seed, switch, text
from flux_desktop.providers.base import Provider
from flux_desktop.providers.registry import find_providers
from flux_desktop.ui.params.panel import ParamPanel
from flux_desktop.ui.params.row import ParamRow
from tests.ui.panels import BASE, DEV, KLEIN

NO_FOCUS = Qt.FocusPolicy.NoFocus


@pytest.fixture
def panel(qtbot: QtBot) -> ParamPanel:
    panel = ParamPanel()
    qtbot.addWidget(panel)
    panel.resize(320, 640)
    panel.show()
    return panel


def row_of(panel: ParamPanel, name: str) -> ParamRow:
    row = panel.row(name)
    assert row is not None
    return row


def spin_of(panel: ParamPanel, name: str) -> QSpinBox:
    spin = panel.findChild(QSpinBox, f"param_{name}")
    assert spin is not None
    return spin


def test_without_a_model_it_is_empty(panel: ParamPanel) -> None:
    assert panel.model() is None
    assert panel.values() == {}
    panel.set_values({"steps": 4})
    assert panel.values() == {}


@pytest.mark.parametrize("provider", find_providers().values(), ids=lambda cls: cls.id)
def test_every_explanation_fits_below_the_rows(panel: ParamPanel, provider: type[Provider]) -> None:
    help = panel.findChild(QLabel, "param_help")
    assert help is not None
    for model in provider.models():
        panel.set_model(model)
        for param in model.params:
            row = row_of(panel, param.name)
            room = QRect(0, 0, help.width(), 1000)
            words = row.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, row.explanation())
            assert words.height() <= help.height(), f"{model.id}: {row.explanation()}"


def test_rows_stand_in_the_order_of_the_sidebar(panel: ParamPanel) -> None:
    panel.set_model(BASE)
    rows = sorted(panel.findChildren(ParamRow), key=lambda row: row.y())
    names = [row.param.name for row in rows]
    assert names == [name for name in PARAM_NAMES if BASE.param(name)]


def test_the_defaults_come_first_and_no_seed_is_sent(panel: ParamPanel) -> None:
    panel.set_model(BASE)
    assert panel.values() == BASE.defaults()
    assert "seed" not in panel.values()


def test_rows_that_two_models_share_stay_and_the_others_go(panel: ParamPanel) -> None:
    panel.set_model(BASE)
    shared, other = row_of(panel, "seed"), row_of(panel, "guidance")
    panel.set_model(KLEIN)
    assert row_of(panel, "seed") is shared
    assert panel.row("guidance") is None
    assert other.isHidden()
    assert panel.findChild(ParamRow, "param_guidance") is None
    assert walked(panel) == placed(panel) == [name for name in PARAM_NAMES if KLEIN.param(name)]


def test_rows_that_are_new_come_at_their_place(panel: ParamPanel) -> None:
    panel.set_model(KLEIN)
    panel.set_model(BASE)
    assert walked(panel) == placed(panel) == [name for name in PARAM_NAMES if BASE.param(name)]


def test_rows_that_are_made_ready_are_not_seen_before_their_model(panel: ParamPanel) -> None:
    panel.set_model(KLEIN)
    before = placed(panel)
    for _ in panel.prepare(BASE):
        assert placed(panel) == before
        assert list(panel.values()) == list(KLEIN.defaults())
    panel.set_model(BASE)
    assert walked(panel) == placed(panel) == [name for name in PARAM_NAMES if BASE.param(name)]


def placed(panel: ParamPanel) -> list[str]:
    """The rows that are seen, from the top to the bottom."""
    rows = sorted(panel.findChildren(ParamRow), key=lambda row: row.y())
    return [row.param.name for row in rows if row.isVisible()]


def walked(panel: ParamPanel) -> list[str]:
    """The rows in the order in which Tab comes to them, from the first one on."""
    rows, found = [row for row in panel.findChildren(ParamRow) if row.isVisible()], list[str]()
    first = row_of(panel, placed(panel)[0]).editor
    widget = first.nextInFocusChain()
    while widget is not None and widget is not first:
        found += [row.param.name for row in rows if row.isAncestorOf(widget) and widget.focusPolicy() != NO_FOCUS]
        widget = widget.nextInFocusChain()
    return list(dict.fromkeys([placed(panel)[0], *found]))


def test_a_locked_seed_is_sent(panel: ParamPanel) -> None:
    panel.set_model(KLEIN)
    field = panel.findChild(QLineEdit, "param_seed")
    assert field is not None
    QTest.keyClicks(field, "4294967295")
    assert panel.values()["seed"] == 4294967295
    lock = panel.findChild(QToolButton, "param_seed_lock")
    assert lock is not None
    lock.click()
    assert "seed" not in panel.values()


def test_a_change_by_the_user_is_told(panel: ParamPanel, qtbot: QtBot) -> None:
    panel.set_model(BASE)
    with qtbot.waitSignal(panel.values_changed, timeout=1000):
        spin_of(panel, "steps").setValue(40)
    assert panel.values()["steps"] == 40


def test_a_choice_survives_a_change_of_model(panel: ParamPanel) -> None:
    panel.set_model(BASE)
    panel.set_values({"steps": 6, "guidance": 3.0})
    panel.set_model(KLEIN)
    assert panel.values() == {"steps": 6}
    panel.set_model(BASE)
    assert panel.values()["guidance"] == 3.0


def test_a_value_that_a_model_cannot_take_comes_back_with_one_that_can(panel: ParamPanel) -> None:
    panel.set_model(BASE)
    spin_of(panel, "steps").setValue(40)
    panel.set_model(KLEIN)
    assert panel.values()["steps"] == 4
    panel.set_model(DEV)
    assert panel.values()["steps"] == 40


def test_a_default_is_not_carried_over(panel: ParamPanel) -> None:
    panel.set_model(KLEIN)
    panel.set_values(panel.values())
    panel.set_model(BASE)
    assert panel.values()["steps"] == 28


def test_a_draft_comes_back_after_a_restart(panel: ParamPanel, qtbot: QtBot) -> None:
    panel.set_model(BASE)
    panel.set_values({"steps": 40, "seed": 7})
    panel.set_model(KLEIN)
    again = ParamPanel()
    qtbot.addWidget(again)
    again.set_model(KLEIN, panel.chosen())
    assert again.values() == {"steps": 4, "seed": 7}
    again.set_model(DEV)
    assert again.values() == {"steps": 40, "seed": 7}


def test_reset_brings_all_defaults_back(panel: ParamPanel) -> None:
    panel.set_model(BASE)
    panel.set_values({"steps": 40, "seed": 7, "safety": False})
    panel.reset()
    assert panel.values() == BASE.defaults()
    assert panel.chosen() == {}


def test_a_row_that_is_reset_is_no_choice_any_more(panel: ParamPanel) -> None:
    panel.set_model(BASE)
    panel.set_values({"steps": 40})
    row_of(panel, "steps").reset_button.click()
    assert panel.chosen() == {}


def test_what_the_model_lacks_is_folded_away_with_the_reason(panel: ParamPanel) -> None:
    panel.set_model(KLEIN)
    missing = panel.findChild(QWidget, "param_guidance")
    button = panel.findChild(QToolButton, "param_missing_button")
    assert missing is not None
    assert button is not None
    assert not missing.isEnabled()
    assert not missing.isVisible()
    button.click()
    assert missing.isVisible()
    assert "distilled" in missing.toolTip()
    panel.set_model(DEV)
    still = panel.findChild(QWidget, "param_guidance")
    assert still is not None
    assert still.isVisible()


def test_the_help_of_a_row_is_shown_without_a_jump(panel: ParamPanel) -> None:
    panel.set_model(BASE)
    before = [row.geometry() for row in panel.findChildren(ParamRow)]
    help_ = panel.findChild(QWidget, "param_help")
    assert help_ is not None
    row_of(panel, "steps").pointed.emit(True)
    assert "num_inference_steps" in help_.property("text")
    row_of(panel, "steps").pointed.emit(False)
    assert help_.property("text") == ""
    assert [row.geometry() for row in panel.findChildren(ParamRow)] == before


def test_the_help_goes_with_the_keyboard(qtbot: QtBot) -> None:
    window, panel, prompt = QWidget(), ParamPanel(), QLineEdit()
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    box.addWidget(panel)
    box.addWidget(prompt)
    panel.set_model(BASE)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    help_ = panel.findChild(QLabel, "param_help")
    assert help_ is not None
    spin_of(panel, "steps").setFocus()
    assert "num_inference_steps" in help_.text()
    prompt.setFocus()
    assert help_.text() == ""
    row_of(panel, "guidance").pointed.emit(True)
    row_of(panel, "guidance").pointed.emit(False)
    assert help_.text() == "", "nobody is at the steps any more"


def test_a_wrong_word_is_told_until_it_is_right(panel: ParamPanel, qtbot: QtBot) -> None:
    def sides(value: Value) -> Value:
        width, height = str(value).split("x")
        return f"{int(width)}*{int(height)}"

    size = Param("size", "text", None, label="Size", help="E.g. 1024x768.", field="size", encode=sides)
    panel.set_model(Model("m", "M", "p", "generate", (size,)))
    field = panel.findChild(QLineEdit, "param_size")
    assert field is not None
    with qtbot.waitSignal(panel.values_changed, timeout=1000):
        QTest.keyClicks(field, "10")
    assert "1024x768" in panel.problem()
    QTest.keyClicks(field, "24x768")
    assert panel.problem() == ""
    assert panel.values() == {"size": "1024x768"}


def test_tab_walks_the_rows_from_top_to_bottom(panel: ParamPanel, qtbot: QtBot) -> None:
    panel.set_model(BASE)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    row_of(panel, "steps").editor.setFocus()
    seen = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        content = panel.widget()
        assert content is not None
        seen.append(focused.mapTo(content, QPoint(0, 0)).y())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if (after := QApplication.focusWidget()) is None or after is row_of(panel, "steps").editor.focusProxy():
            break
    first_turn = seen[: seen.index(max(seen)) + 1]
    assert first_turn == sorted(first_turn)
    assert len(set(first_turn)) >= len(BASE.params)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_off(qtbot: QtBot, scale: float) -> None:
    panel = ParamPanel()
    qtbot.addWidget(panel)
    font = panel.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    panel.setFont(font)
    panel.set_model(BASE)
    assert panel.minimumWidth() <= 340 * scale
    panel.resize(panel.minimumWidth(), 640)
    panel.show()
    for row in panel.findChildren(ParamRow):
        assert row.mapTo(panel, QPoint(row.width(), 0)).x() <= panel.viewport().width()
        assert row.editor.width() >= row.editor.minimumSizeHint().width()


def _param(name: str, draw: Any) -> Param:
    unset = draw(st.booleans())
    match draw(st.sampled_from(["integer", "number", "choice", "switch", "text", "large"])):
        case "integer":
            low = draw(st.integers(-100, 100))
            high = draw(st.integers(low, low + 3000))
            return integer(name, None if unset else draw(st.integers(low, high)), low, high)
        case "number":
            low, span = draw(st.floats(-10, 10)), draw(st.floats(0, 100))
            return number(name, None if unset else low, low, low + span, step=draw(st.sampled_from([0.01, 0.1, 1.0])))
        case "choice":
            choices = draw(st.lists(st.text("abc:x_", min_size=1, max_size=9), min_size=1, max_size=5, unique=True))
            return choice(name, None if unset else draw(st.sampled_from(choices)), choices)
        case "switch":
            return switch(name, draw(st.booleans()))
        case "text":
            return text(name, None if unset else draw(st.text(max_size=8)))
        case _:
            return integer(name, None if unset else 0, 0, 2**40)


@st.composite
def models(draw: Any) -> Model:
    names = draw(st.lists(st.sampled_from([*PARAM_NAMES, "extra", "other_extra"]), unique=True, max_size=5))
    params = [seed() if name == "seed" else _param(name, draw) for name in names]
    return Model("m", "M", "p", "edit", tuple(params))


def _values_of(param: Param) -> st.SearchStrategy[Value]:
    low, high = param.minimum or 0, param.maximum or 0
    strategies: Mapping[str, st.SearchStrategy[Value]] = {
        "integer": st.integers(int(low), int(high)),
        "number": st.floats(low, high),
        "choice": st.sampled_from(param.choices or ("",)),
        "switch": st.booleans(),
        "text": st.text(max_size=12),
    }
    return strategies[param.kind]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_what_is_set_is_what_is_given_back(qtbot: QtBot, data: st.DataObject) -> None:
    model = data.draw(models())
    values = {param.name: data.draw(_values_of(param)) for param in model.params if data.draw(st.booleans())}
    panel = ParamPanel()
    qtbot.addWidget(panel)
    panel.set_model(model)
    panel.set_values(values)
    assert panel.values() == {**model.defaults(), **values}
    assert model.check(panel.values()) == panel.values()
    panel.set_model(KLEIN)
    panel.set_model(model)
    assert panel.values() == {**model.defaults(), **values}
