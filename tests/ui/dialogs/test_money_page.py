"""The page of the settings where budgets are set, and what is used of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QLabel
from pytestqt.qtbot import QtBot

from flux_desktop.core.edit import Recipe
from flux_desktop.core.settings import BUDGETS
from flux_desktop.services.assembly import Program
from flux_desktop.services.session import Session
from flux_desktop.ui.dialogs.money_page import MoneyPage
from tests.ui.lab import Lab
from tests.ui.panels import nameless
from tests.ui.results import button, opened, until


@pytest.fixture
async def page(qtbot: QtBot, lab: Lab, session: Session) -> MoneyPage:
    del lab  # in the menus of the session
    page = MoneyPage()
    qtbot.addWidget(page)
    page.attach(session)
    page.resize(600, 500)
    page.show()
    return page


def box(page: MoneyPage, name: str) -> QDoubleSpinBox:
    found = page.findChild(QDoubleSpinBox, f"setting_{name}")
    assert found is not None
    return found


def used(page: MoneyPage) -> list[str]:
    label = page.findChild(QLabel, "money_used")
    assert label is not None
    return label.text().splitlines()


async def test_a_budget_is_typed_and_counts_at_once(page: MoneyPage, session: Session) -> None:
    assert [box(page, param.name).text() for param in BUDGETS] == ["No limit"] * 4
    field = box(page, "budget_day_hard")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "2.5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert session.settings.number("budget_day_hard") == 2.5
    assert field.text() == "$2.50"
    await until(lambda: used(page)[0] == "Today: $0.00 spent (never above $2.50)")
    QTest.mouseClick(button(page, "reset_budget_day_hard"), Qt.MouseButton.LeftButton)
    assert (session.settings.number("budget_day_hard"), field.text()) == (0.0, "No limit")


async def test_it_follows_what_is_spent(page: MoneyPage, session: Session, lab: Lab, program: Program) -> None:
    session.edit_further(opened(session))
    job = session.submit(Recipe("x", "lab", "lab-small"))
    assert job is not None
    await job.wait()
    await until(lambda: used(page)[0] == "Today: $0.02 spent (no budget)")


async def test_it_says_what_does_not_count(page: MoneyPage) -> None:
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "Credits are not counted" in words
    assert nameless(page) == []


async def test_it_leads_to_the_ledger(page: MoneyPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.spending_requested, timeout=0):
        QTest.mouseClick(button(page, "show_spending_button"), Qt.MouseButton.LeftButton)
