"""The help panel: searched, and an example goes into the prompt box."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from flux_desktop.core.vocabulary import VOCABULARY
from flux_desktop.ui import theme
from flux_desktop.ui.prompt.help_panel import HINTS, HelpPanel, Topic

TOPICS: list[Topic] = [
    ("Light", ("brighter", "a bit darker"), "Lightens or darkens."),
    ("Light", ("exposure +0.5",), "More or less light, in stops."),
    ("Colour", ("tint <b>blue</b>",), "A wash of one colour."),
]


@pytest.fixture
def panel(qtbot: QtBot) -> HelpPanel:
    panel = HelpPanel()
    qtbot.addWidget(panel)
    panel.set_topics("What the offline editor understands", TOPICS)
    panel.resize(260, 500)
    panel.show()
    return panel


def lines(panel: HelpPanel) -> list[str]:
    rows = [panel.list.item(row) for row in range(panel.list.count())]
    return [row.text() for row in rows if row.text() and not row.isHidden()]


def test_entries_stand_below_their_topic(panel: HelpPanel) -> None:
    assert lines(panel)[:6] == [
        "Light",
        "Lightens or darkens.",
        "brighter",
        "a bit darker",
        "More or less light, in stops.",
        "exposure +0.5",
    ]
    assert "tint <b>blue</b>" in lines(panel)


def test_it_is_built_when_it_is_first_seen(qtbot: QtBot) -> None:
    panel = HelpPanel()
    qtbot.addWidget(panel)
    panel.set_topics("Help", TOPICS)
    assert panel.list.count() == 0
    panel.show()
    assert panel.examples() == ["brighter", "a bit darker", "exposure +0.5", "tint <b>blue</b>"]
    panel.set_topics("Help", TOPICS[:1])
    assert panel.examples() == ["brighter", "a bit darker"]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("STOPS", ["exposure +0.5"]),
        ("light", ["brighter", "a bit darker", "exposure +0.5"]),
        ("colour wash", ["tint <b>blue</b>"]),
        ("nothing of the kind", []),
    ],
)
def test_the_search_leaves_what_has_all_words(panel: HelpPanel, typed: str, left: list[str]) -> None:
    QTest.keyClicks(panel.search, typed)
    assert panel.examples() == left
    told = any("Nothing found" in label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    assert told == (not left)


def test_a_click_on_an_example_tells_it(panel: HelpPanel, qtbot: QtBot) -> None:
    row = panel.list.findItems("a bit darker", Qt.MatchFlag.MatchExactly)[0]
    with qtbot.waitSignal(panel.example_chosen, timeout=1000) as heard:
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=panel.list.visualItemRect(row).center())
    assert heard.args == ["a bit darker"]


def test_a_click_on_a_heading_tells_nothing(panel: HelpPanel, qtbot: QtBot) -> None:
    place = panel.list.visualItemRect(panel.list.item(0)).center()
    with qtbot.assertNotEmitted(panel.example_chosen):
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_examples_are_walked_by_keys_and_chosen_by_enter(panel: HelpPanel, qtbot: QtBot) -> None:
    panel.list.setFocus()
    panel.list.setCurrentRow(2)
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.example_chosen, timeout=1000) as heard:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert heard.args == ["a bit darker"]


def test_long_lines_wrap(panel: HelpPanel) -> None:
    panel.set_topics("Hints", HINTS)
    rows = [panel.list.item(row) for row in range(panel.list.count())]
    longest = max(rows, key=lambda row: len(row.text()))
    assert panel.list.visualItemRect(longest).height() > 2 * panel.fontMetrics().lineSpacing()


def test_the_colours_follow_the_theme(panel: HelpPanel, qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    assert panel.list.item(2).foreground().color().name() == theme.DARK.link
    theme.apply(qapp, "light")
    assert panel.list.item(2).foreground().color().name() == theme.LIGHT.link


def test_the_vocabulary_fits(panel: HelpPanel) -> None:
    panel.set_topics("Vocabulary", [(entry.topic, entry.phrases, entry.what) for entry in VOCABULARY])
    assert len(panel.examples()) == sum(len(entry.phrases) for entry in VOCABULARY)


def test_closing_is_told(panel: HelpPanel, qtbot: QtBot) -> None:
    close = panel.findChild(QToolButton, "help_close_button")
    assert close is not None
    with qtbot.waitSignal(panel.closed, timeout=1000):
        close.click()
