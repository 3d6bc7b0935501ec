"""Searching, filtering and sorting the whole library."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import QDate, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDateEdit, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from flux_desktop.core.history import HistoryNode
from flux_desktop.core.history_query import Facet, HistoryQuery
from flux_desktop.core.price import Cost
from flux_desktop.services.session import Session
from flux_desktop.ui.history.filter_words import filter_words
from flux_desktop.ui.history.filters import FilterPopup
from tests.ui.history.shown import POPUP_LOG, Seen, prompts
from tests.ui.panels import nameless
from tests.ui.results import button, opened, results, until

POPUP = pytest.mark.qt_log_ignore(POPUP_LOG)
DAY = 86_400.0
T = TypeVar("T", bound=QObject)


def library_of(session: Session, *words: str, **changes: object) -> list[HistoryNode]:
    """Results with these prompts, oldest first, in the library."""
    made = results(session, len(words), opened(session), **changes)
    renamed = [replace(node, id=f"{node.id}{number}") for number, node in enumerate(prompts(session, made, *words))]
    session.library.trash([node.id for node in made], 1.0)
    session.library.purge([node.id for node in made])
    session.library.add_nodes(renamed)
    return renamed


def popup(seen: Seen) -> FilterPopup:
    """The filters, opened."""
    seen.press("history_filter_button")
    found = seen.panel.findChild(FilterPopup)
    assert found is not None
    return found


def child(found: FilterPopup, kind: type[T], name: str) -> T:
    control = found.findChild(kind, name)
    assert control is not None, name
    return control


async def test_a_prompt_of_last_week_is_found_while_it_is_typed(session: Session, qtbot: QtBot) -> None:
    old = library_of(session, "a harbour at dawn", created=time.time() - 7 * DAY)[0]
    results(session, 70)
    seen = Seen(session, qtbot)
    seen.panel.focus_search()
    field = seen.panel.header.search
    QTest.keyClicks(field, "harb")
    assert seen.model.rowCount() >= 64, "not before the user has stopped for a moment"
    await seen.answered()
    assert seen.ids() == [old.id]
    assert field.text() == "harb"
    assert seen.words("history_filter_words") == "1 result"
    await seen.search("")
    await until(lambda: seen.model.rowCount() == 71)
    assert not seen.words("history_filter_words")


async def test_only_the_answer_to_the_last_text_is_shown(session: Session, qtbot: QtBot) -> None:
    made = library_of(session, "a red coat", "a blue coat")
    seen = Seen(session, qtbot)
    for text in ("red", "coat", "blue"):
        seen.panel.header.search.setText(text)
        seen.panel.header.search.returnPressed.emit()
    await seen.answered()
    assert seen.ids() == [made[1].id]


async def test_no_result_is_said_and_can_be_cleared(session: Session, qtbot: QtBot) -> None:
    library_of(session, "a red coat")
    seen = Seen(session, qtbot)
    await seen.search("zebra <b>")
    assert seen.words("history_empty") == "No result for “zebra <b>”."
    assert not seen.rows.isVisible()
    below = button(seen.panel, "history_empty_clear_button").geometry().top()
    words = seen.panel.findChild(QLabel, "history_empty")
    assert words is not None
    assert abs(below - words.geometry().bottom()) < 20, "the button is right below the words"
    seen.press("history_empty_clear_button")
    await seen.answered()
    assert seen.model.rowCount() == 1
    assert seen.panel.header.search.text() == ""


async def test_the_selection_stays_while_one_searches(session: Session, qtbot: QtBot) -> None:
    made = library_of(session, "a red coat", "a blue coat", "a red hat")
    seen = Seen(session, qtbot)
    seen.panel.select(made[0])
    await seen.search("red")
    assert seen.ids() == [made[2].id, made[0].id]
    assert seen.selected() == [made[0].id]
    assert session.current is None, "nothing was shown"


async def test_a_search_looks_at_the_open_picture_alone_if_that_is_listed(session: Session, qtbot: QtBot) -> None:
    here = library_of(session, "a red coat")[0]
    there = results(session, 1, recipe=here.recipe)[0]
    seen = Seen(session, qtbot)
    session.edit_further(here)
    await seen.search("coat")
    assert seen.ids() == [there.id, here.id]
    seen.panel.scope.choose("picture")
    await seen.answered()
    assert seen.ids() == [here.id]


async def test_a_new_result_comes_into_what_was_searched_for_if_it_belongs_there(
    session: Session, qtbot: QtBot
) -> None:
    library_of(session, "a red coat")
    seen = Seen(session, qtbot)
    await seen.search("coat")
    session.node_added.emit(library_of(session, "a blue hat")[0])
    await seen.answered()
    assert seen.model.rowCount() == 1
    session.node_added.emit(library_of(session, "a blue coat")[0])
    await seen.answered()
    assert seen.model.rowCount() == 2


@POPUP
async def test_every_filter_of_the_window_is_asked_for(session: Session, qtbot: QtBot) -> None:
    library_of(session, "a", cost=Cost(0.5))
    seen = Seen(session, qtbot)
    found = popup(seen)
    await until(lambda: child(found, QComboBox, "filter_provider").count() == 2)
    for name in ("filter_starred", "filter_exported", "filter_region"):
        child(found, QCheckBox, name).setChecked(True)
    for name, index in (("filter_rating", 3), ("filter_provider", 1), ("filter_model", 1), ("filter_days", 2)):
        child(found, QComboBox, name).setCurrentIndex(index)
    for name, text in (("filter_seed", "7"), ("filter_least_cost", "0,1"), ("filter_most_cost", "2")):
        child(found, QLineEdit, name).setText(text)
    query = seen.panel.header.query()
    await seen.answered()
    assert query.since is not None
    assert 6 * DAY <= time.time() - query.since <= 7 * DAY + 3700
    assert replace(query, since=None) == HistoryQuery(
        starred=True, exported=True, region=True, rating=3, provider="offline", model="offline-edit", seed=7,
        least_cost=0.1, most_cost=2.0,
    )  # fmt: skip
    assert seen.panel.header.filter_button.text() == "9 filters"
    assert seen.words("history_empty") == "No result for these filters."
    seen.press("history_empty_clear_button")
    await seen.answered()
    assert seen.panel.header.filter_button.text() == "Filter"
    assert seen.model.rowCount() == 1


@POPUP
async def test_from_and_to_are_whole_days(session: Session, qtbot: QtBot) -> None:
    noon = time.mktime((2024, 5, 3, 12, 0, 0, 0, 0, -1))
    day = library_of(session, "a", created=noon)[0]
    library_of(session, "b", created=noon + DAY)
    seen = Seen(session, qtbot)
    found = popup(seen)
    since, until_ = (child(found, QDateEdit, name) for name in ("filter_since", "filter_until"))
    assert not since.isVisible()
    child(found, QComboBox, "filter_days").setCurrentIndex(4)
    assert since.isVisible()
    for date in (since, until_):
        date.setDate(QDate(2024, 5, 3))
    await seen.answered()
    assert seen.ids() == [day.id]
    assert seen.words("history_filter_words") == "1 result · made 2024-05-03"


@POPUP
async def test_models_are_those_of_the_chosen_provider(session: Session, qtbot: QtBot) -> None:
    seen = Seen(session, qtbot)
    found = popup(seen)
    found.set_facets([Facet("fal", "dev", 3), Facet("onemin", "klein", 1)], {"fal": "fal.ai"})
    providers = child(found, QComboBox, "filter_provider")
    models = child(found, QComboBox, "filter_model")
    assert [providers.itemText(index) for index in range(3)] == ["Any", "fal.ai", "onemin"]
    providers.setCurrentIndex(1)
    assert [models.itemText(index) for index in range(models.count())] == ["Any", "dev"]
    assert nameless(found) == []


@POPUP
async def test_results_are_sorted_as_chosen(session: Session, qtbot: QtBot) -> None:
    made = library_of(session, "a", "b", "c")
    session.library.mark([made[1].id], rating=5)
    seen = Seen(session, qtbot)
    seen.press("history_more_button")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = {action.text(): action for action in menu.actions()}
    assert [words for words, entry in entries.items() if entry.isChecked()] == ["Newest first"]
    entries["Best rated first"].trigger()
    await seen.answered()
    assert seen.ids() == [made[1].id, made[2].id, made[0].id]
    assert seen.words("history_filter_words") == "3 results · best rated first"
    menu.close()
    seen.press("history_clear_button")
    await seen.answered()
    assert seen.ids() == [made[2].id, made[1].id, made[0].id]


def test_filters_are_named_in_words() -> None:
    noon = time.mktime((2024, 5, 3, 12, 0, 0, 0, 0, -1))
    query = HistoryQuery(text="x", root="r", order="cost", starred=True, rating=3, seed=5, region=True, since=noon)
    assert filter_words(query) == ["starred", "with a region", "rated 3 or more", "seed 5", "made since 2024-05-03"]
    assert filter_words(HistoryQuery(until=noon, least_cost=0.5)) == ["made until 2024-05-03", "cost 0.5 or more"]
    assert filter_words(HistoryQuery(most_cost=2.0)) == ["cost 2 or less"]
    assert filter_words(HistoryQuery(least_cost=0.5, most_cost=2.0)) == ["cost 0.5 to 2"]
    assert filter_words(HistoryQuery(text="x")) == []


@POPUP
async def test_escape_in_the_filters_closes_them_alone(session: Session, qtbot: QtBot) -> None:
    seen = Seen(session, qtbot)
    found = popup(seen)
    QTest.keyClick(found, Qt.Key.Key_Escape)
    assert not found.isVisible()
    assert seen.panel.isVisible()
