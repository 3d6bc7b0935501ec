"""The figures of what an edit changed, where it changed, and a new result without it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from flux_desktop.core.change import Change
from flux_desktop.core.history import HistoryNode, Treatment
from flux_desktop.services.session import Session
from flux_desktop.ui.dialogs.changes import ChangesDialog, figures
from tests.services.bench import Bench, moved, photo, warmer
from tests.ui.panels import nameless
from tests.ui.results import button, until


@pytest.fixture
def bench(session: Session) -> Bench:
    return Bench(session)


@pytest.fixture
async def dialog(qtbot: QtBot, session: Session) -> ChangesDialog:
    made = ChangesDialog(session)
    qtbot.addWidget(made)
    made.show()
    return made


def words(dialog: ChangesDialog) -> str:
    label = dialog.findChild(QLabel, "changes_words")
    assert label is not None
    return label.text()


def offered(dialog: ChangesDialog) -> list[str]:
    return [one.text() for one in (dialog.align, dialog.match, dialog.both) if one.isEnabled()]


async def measured(dialog: ChangesDialog, node: HistoryNode) -> str:
    dialog.look_at(node)
    assert words(dialog) == "Measuring…"
    assert offered(dialog) == []
    await until(lambda: words(dialog) != "Measuring…")
    return words(dialog)


async def test_figures_and_what_can_be_done_about_them(dialog: ChangesDialog, bench: Bench) -> None:
    assert await measured(dialog, bench.result(moved())) == "Moved 6 px"
    assert offered(dialog) == ["Align"]
    assert nameless(dialog) == []
    map = dialog.findChild(QLabel, "changes_map")
    assert map is not None
    assert not map.pixmap().isNull()
    button(dialog, "changes_copy_button").click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[1] == "Moved 6 px"
    assert any(line.startswith("Moved: 5.0") or line.startswith("Moved: 4.9") for line in copied), copied


async def test_what_does_not_help_says_why(dialog: ChangesDialog, bench: Bench) -> None:
    assert (await measured(dialog, bench.result(warmer(photo())))).startswith("Warmer +")
    assert offered(dialog) == ["Match colours"]
    assert "The content lies where it lay." in dialog.align.toolTip()
    assert await measured(dialog, bench.result(photo())) == "Unchanged"
    assert offered(dialog) == []
    assert await measured(dialog, bench.result(warmer(moved())))
    assert offered(dialog) == ["Align", "Match colours", "Both"]


async def test_one_click_makes_the_new_result_and_shows_it(
    dialog: ChangesDialog, bench: Bench, session: Session
) -> None:
    node = bench.result(moved())
    await measured(dialog, node)
    dialog.align.click()
    await until(lambda: session.current is not None and session.current.id != node.id)
    current = session.current
    assert current is not None
    assert current.treatment == Treatment("aligned", node.id)
    await until(lambda: words(dialog) == "Unchanged")


async def test_a_missing_picture_is_told_in_the_dialog(dialog: ChangesDialog, bench: Bench, session: Session) -> None:
    node = bench.result(moved())
    session.pictures.assets.path(node.asset).unlink()
    assert "missing" in await measured(dialog, node)
    assert offered(dialog) == []
    assert bench.failures == []
    asked: list[str] = []
    dialog.help_requested.connect(asked.append)
    button(dialog, "changes_help_button").click()
    assert asked == ["problems#file"]


async def test_the_last_of_several_is_shown(dialog: ChangesDialog, bench: Bench) -> None:
    first, second = bench.result(moved()), bench.result(photo())
    dialog.look_at(first)
    assert await measured(dialog, second) == "Unchanged"


async def test_the_difference_is_asked_for(dialog: ChangesDialog, bench: Bench) -> None:
    node = bench.result(moved())
    await measured(dialog, node)
    wanted: list[HistoryNode] = []
    dialog.difference_wanted.connect(wanted.append)
    button(dialog, "changes_difference_button").click()
    assert wanted == [node]


def test_figures_of_what_could_not_be_aligned() -> None:
    lines = dict(figures(Change(score=0.004, moved=0.9, lab=(-0.04, 1.0, -2.0))))
    assert lines["L*, a*, b*"] == "0, +1.0, -2.0"
    assert lines["Moved"] == "cannot be said"
    assert lines["Other content"] == "90.0 % of the area"
    assert dict(figures(Change(dx=-2.25, dy=1.0)))["Moved"] == "2.25 px to the left, 1.00 px down"
