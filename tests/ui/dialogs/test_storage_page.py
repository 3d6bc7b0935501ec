"""The page of the settings about the disk: what is used, what would go, and the trash that is emptied by the user."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QMessageBox, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.core.history import HistoryNode
from flux_desktop.services.session import Session
from flux_desktop.ui.dialogs.storage_page import StoragePage
from tests.ui.panels import nameless
from tests.ui.results import button, opened, results, until

LONG_AGO = time.time() - 1e6


@pytest.fixture
async def page(qtbot: QtBot, session: Session) -> StoragePage:
    page = StoragePage()
    qtbot.addWidget(page)
    page.attach(session)
    page.resize(600, 500)
    page.show()
    await until(lambda: words(page, "storage_used"))
    return page


def words(page: QWidget, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert label is not None
    return label.text()


def question(page: StoragePage) -> QMessageBox:
    found = page.findChild(QMessageBox, "empty_trash_question")
    assert found is not None
    return found


async def deleted(session: Session, *nodes: HistoryNode) -> None:
    session.trash.delete(nodes)
    await session.undo.settle()


async def test_what_is_used_by_kind(page: StoragePage, session: Session) -> None:
    assert nameless(page) == []
    assert words(page, "storage_used").startswith("The library takes ")
    assert (words(page, "storage_trash"), page.empty.isEnabled()) == ("The trash is empty.", False)
    opened(session)
    session.settings.set("history_budget_gb", 1)
    await until(lambda: words(page, "storage_size_pictures") == "1 KB")
    for kind in ("pictures", "thumbnails", "library", "trash"):
        bar = page.findChild(QProgressBar, f"storage_bar_{kind}")
        assert bar is not None
        assert bar.maximum() == 1000
    library = page.findChild(QProgressBar, "storage_bar_library")
    assert library is not None
    assert library.value() > 500


async def test_the_trash_is_emptied_by_the_user_alone(page: StoragePage, session: Session) -> None:
    node = results(session, 1, opened(session))[0]
    said: list[str] = []
    session.notified.connect(said.append)
    await deleted(session, node)
    await until(page.empty.isEnabled)
    assert words(page, "storage_trash").startswith("In the trash: 1 result, ")
    QTest.mouseClick(page.empty, Qt.MouseButton.LeftButton)
    assert question(page).text().startswith("1 result, ")
    QTest.mouseClick(button(page, "empty_trash_no_button"), Qt.MouseButton.LeftButton)
    assert session.library.trashed_ids() == [node.id]
    await until(lambda: page.findChild(QMessageBox, "empty_trash_question") is None)
    QTest.mouseClick(page.empty, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(page, "empty_trash_yes_button"), Qt.MouseButton.LeftButton)
    await until(lambda: words(page, "storage_trash") == "The trash is empty.")
    assert session.library.node(node.id) is None
    assert said[0].startswith("The trash was emptied: 1 result, ")


async def test_a_budget_says_what_it_would_drop(page: StoragePage, session: Session) -> None:
    assert words(page, "storage_would_drop") == "Nothing is dropped by itself."
    box = page.findChild(QDoubleSpinBox, "setting_history_budget_gb")
    assert box is not None
    assert box.text() == "No limit"
    box.setValue(5)
    assert session.settings.number("history_budget_gb") == 5
    await until(lambda: words(page, "storage_would_drop") == "Would drop nothing now.")
    assert words(page, "storage_used").endswith(" of at most 5 GB.")
    node = results(session, 1, opened(session))[0]
    large = [
        replace(node, id=letter, asset=session.pictures.assets.keep(letter.encode() * 12_000_000)) for letter in "ab"
    ]
    session.library.add_nodes(large)
    session.library.trash(["a"], LONG_AGO)
    box.setValue(0.01)
    await until(lambda: words(page, "storage_would_drop").startswith("Would drop: 1 result, 12 MB. "))
    assert words(page, "storage_would_drop").endswith(" MB above its budget.")
    assert len(session.library.trashed_ids()) == 1, "saying is not doing"


async def test_what_was_made_from_it_is_counted(page: StoragePage, session: Session) -> None:
    source = opened(session)
    first = results(session, 1, source)[0]
    results(session, 1, first)
    await deleted(session, first)
    await until(lambda: "can't go yet" in words(page, "storage_trash"))
    assert words(page, "storage_trash") == (
        "In the trash: 0 results, 0 KB. 1 more can't go yet: something was made from it."
    )
    assert not page.empty.isEnabled()
