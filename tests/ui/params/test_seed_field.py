"""The seed field: a number and a lock that never contradict each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QValidator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.core.params import SEED_LIMIT, seed
from flux_desktop.ui.params.number import AUTO
from flux_desktop.ui.params.seed_field import DigitsValidator, SeedField


@pytest.fixture
def field(qtbot: QtBot) -> SeedField:
    field = SeedField(seed())
    qtbot.addWidget(field)
    return field


def test_it_begins_unlocked_and_random(field: SeedField) -> None:
    assert field.value() is None
    assert not field.lock.isChecked()
    assert field.field.placeholderText() == "random"


def test_where_none_is_picked_it_does_not_say_random(qtbot: QtBot) -> None:
    field = SeedField(seed(picked=False))
    qtbot.addWidget(field)
    assert field.field.placeholderText() == AUTO
    assert "No seed is sent" in field.lock.toolTip()
    field.display(7)
    assert "kept for each run" in field.lock.toolTip()


def test_typing_a_number_locks_it(field: SeedField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.edited, timeout=1000):
        QTest.keyClicks(field.field, str(SEED_LIMIT))
    assert field.value() == SEED_LIMIT
    assert field.lock.isChecked()


def test_emptying_it_unlocks_it(field: SeedField) -> None:
    QTest.keyClicks(field.field, "7")
    QTest.keyClick(field.field, Qt.Key.Key_Backspace)
    assert field.value() is None
    assert not field.lock.isChecked()


@pytest.mark.parametrize("typed", ["4294967296", "-1", "12a3", "1e5"])
def test_what_is_no_seed_cannot_be_entered(field: SeedField, typed: str) -> None:
    QTest.keyClicks(field.field, typed)
    assert typed != field.field.text()
    assert field.value() == int(field.field.text())
    assert int(field.field.text()) <= SEED_LIMIT


def test_a_pasted_number_may_have_separators(field: SeedField) -> None:
    QGuiApplication.clipboard().setText(" 1,234 567\n")
    field.field.paste()
    assert field.value() == 1234567


def test_dice_roll_a_seed_and_keep_it(field: SeedField) -> None:
    rolled = set()
    for _ in range(4):
        field.dice.click()
        rolled.add(field.value())
    assert len(rolled) == 4
    assert field.lock.isChecked()


def test_dice_obey_a_provider_that_takes_less(qtbot: QtBot) -> None:
    field = SeedField(seed(maximum=3))
    qtbot.addWidget(field)
    for _ in range(20):
        field.dice.click()
        assert field.value() in range(4)


def test_unlocking_empties_it_and_locking_brings_the_number_back(field: SeedField, qtbot: QtBot) -> None:
    field.display(99)
    with qtbot.waitSignal(field.edited, timeout=1000):
        field.lock.click()
    assert field.value() is None
    field.lock.click()
    assert field.value() == 99


def test_locking_an_empty_field_rolls(field: SeedField) -> None:
    field.lock.click()
    assert field.value() is not None


def test_showing_a_value_is_no_edit(field: SeedField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.edited):
        field.display(5)
        field.display(None)


def test_the_lock_says_what_it_does(field: SeedField) -> None:
    unlocked = field.lock.accessibleDescription()
    field.display(5)
    assert field.lock.accessibleDescription() != unlocked
    assert field.lock.property("icon_name") == "lock"


@given(st.integers(-50, 2**33), st.integers(-20, 5), st.integers(6, 2**32))
def test_the_validator_accepts_what_lies_between(qapp: QApplication, number: int, low: int, high: int) -> None:
    parent = QWidget()
    state, words, _ = DigitsValidator(low, high, parent).validate(str(number), 0)
    assert words == str(number)
    assert (state == QValidator.State.Acceptable) == (low <= number <= high)


@given(st.integers(0, 2**32 - 1))
def test_every_beginning_of_a_seed_can_be_typed(qapp: QApplication, number: int) -> None:
    parent = QWidget()
    validator = DigitsValidator(0, 2**32 - 1, parent)
    for end in range(1, len(str(number)) + 1):
        assert validator.validate(str(number)[:end], end)[0] == QValidator.State.Acceptable
