"""The run bar says what it will do and what that costs."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from flux_desktop.core.price import Cost
from flux_desktop.ui.prompt.run_bar import RunBar, price_words, run_words


@pytest.fixture
def bar(qtbot: QtBot) -> RunBar:
    bar = RunBar()
    qtbot.addWidget(bar)
    bar.resize(900, bar.sizeHint().height())
    bar.show()
    return bar


@pytest.mark.parametrize(
    ("mode", "count", "has_key", "words"),
    [
        ("edit", 1, True, "Edit picture"),
        ("edit", 4, True, "Edit as 4 variants"),
        ("generate", 1, True, "Generate"),
        ("generate", 3, True, "Generate 3 pictures"),
        ("edit", 4, False, "Add a key…"),
    ],
)
def test_the_button_says_what_it_will_do(bar: RunBar, mode: str, count: int, has_key: bool, words: str) -> None:
    assert run_words(mode, count, has_key) == words
    bar.set_mode(mode)
    bar.set_count(count)
    bar.set_has_key(has_key)
    assert bar.run_button.text() == bar.run_button.accessibleName() == words


@pytest.mark.parametrize(
    ("cost", "published", "words"),
    [
        (Cost(0), "", "free"),
        (Cost(0.014), "", "about $0.014"),
        (Cost(12, "credits"), "", "about 12 credits"),
        (None, "1min.ai credits", "1min.ai credits (price not published)"),
        (None, "", "price not published"),
    ],
)
def test_the_price_is_told_before_it_is_paid(bar: RunBar, cost: Cost | None, published: str, words: str) -> None:
    bar.set_price(price_words(cost, published))
    assert bar.price_label.words() == words
    assert bar.price_label.text() == words


def test_it_runs_or_leads_to_the_keys(bar: RunBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.run_requested, timeout=1000):
        bar.run_button.click()
    bar.set_has_key(False)
    with qtbot.assertNotEmitted(bar.run_requested), qtbot.waitSignal(bar.add_key_requested, timeout=1000):
        bar.run_button.click()


def test_it_says_why_nothing_can_be_run(bar: RunBar, qtbot: QtBot) -> None:
    bar.set_blocked("Size: “10” does not fit.")
    with qtbot.assertNotEmitted(bar.run_requested):
        bar.run_button.click()
    assert "does not fit" in bar.run_button.toolTip()
    bar.set_blocked("")
    assert bar.run_button.isEnabled()
    assert "does not fit" not in bar.run_button.toolTip()


def test_only_what_runs_can_be_cancelled(bar: RunBar, qtbot: QtBot) -> None:
    assert not bar.cancel_button.isEnabled()
    bar.set_running(True)
    with qtbot.waitSignal(bar.cancel_requested, timeout=1000):
        bar.cancel_button.click()
    bar.set_running(False)
    assert not bar.cancel_button.isEnabled()


def test_the_other_buttons_tell_the_window(bar: RunBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.outgoing_requested, timeout=1000):
        bar.outgoing_button.click()
    with qtbot.waitSignal(bar.help_toggled, timeout=1000) as heard:
        bar.help_button.click()
    assert heard.args == [True]


def test_the_buttons_do_not_move_with_the_words(bar: RunBar) -> None:
    places = set()
    for mode in ("edit", "generate"):
        for count in (1, 4, 10):
            bar.set_mode(mode)
            bar.set_count(count)
            places.add((bar.run_button.x(), bar.cancel_button.x(), bar.run_button.width()))
    assert len(places) == 1
