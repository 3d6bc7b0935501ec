"""Budgets in the window: a soft one asks, a hard one refuses and leads to where it is set."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu, QTabWidget

from flux_desktop.core.edit import JobState
from flux_desktop.services.job import Job
from flux_desktop.ui.dialogs.question import Question
from tests.ui.panels import nameless
from tests.ui.results import button, until
from tests.ui.windows import CONTROL, User


def question(user: User) -> Question:
    return next(found for found in user.window.findChildren(Question) if found.isVisible())


async def asked(user: User) -> Question:
    """The question that running the edit leads to."""
    user.key(Qt.Key.Key_Return, CONTROL)
    await until(lambda: user.sees("budget_question"))
    return question(user)


async def test_a_soft_budget_asks_and_the_window_goes_on(user: User) -> None:
    await user.ready()
    user.session.settings.set("budget_day_soft", 0.01)
    user.prompt("make it blue")
    shown = await asked(user)
    assert shown.text() == "$0.00 of today's budget of $0.01 is used, and this would cost about $0.02."
    assert nameless(shown) == []
    button(shown, "budget_no_button").click()
    await until(lambda: not user.sees("budget_question"))
    assert (user.jobs(), user.lab.requests) == ([], [])

    shown = await asked(user)
    user.key(Qt.Key.Key_Escape, at=shown)
    await until(lambda: not user.sees("budget_question"))
    assert user.jobs() == []

    button(await asked(user), "budget_yes_button").click()
    await until(user.jobs)
    await user.ended(*user.jobs())
    assert [job.state for job in user.jobs()] == [JobState.DONE]
    assert len(user.lab.requests) == 1


async def test_variations_are_asked_about_once(user: User) -> None:
    await user.ready()
    job = await started(user)
    await user.ended(job)
    user.session.settings.set("budget_day_soft", 0.03)
    user.session.vary(job.nodes[0], 4)
    await until(lambda: user.sees("budget_question"))
    assert "about $0.08" in question(user).text()
    button(question(user), "budget_yes_button").click()
    await until(lambda: len(user.jobs()) == 5)
    await user.ended(*user.jobs())


async def test_a_hard_budget_refuses_and_leads_to_the_budgets(user: User) -> None:
    await user.ready()
    user.session.settings.set("budget_day_hard", 0.01)
    user.prompt("make it blue")
    user.key(Qt.Key.Key_Return, CONTROL)
    await asyncio.sleep(0)
    assert "today's budget of $0.01" in user.message()
    assert (user.jobs(), user.lab.requests) == ([], [])
    user.click("message_action_button")
    await until(lambda: user.sees("money_page"))
    tabs = user.find(QTabWidget, "settings_tabs")
    assert tabs.tabText(tabs.currentIndex()) == "Money"
    user.click("show_spending_button")
    await until(lambda: user.sees("spending_dialog"))


async def test_a_job_that_a_budget_stopped_goes_on_by_retry(user: User) -> None:
    await user.ready()
    user.lab.gate.clear()
    user.window.params.set_values({"count": 2})
    job = await started(user)
    user.session.settings.set("budget_day_hard", 0.02)
    user.lab.gate.set()
    await user.ended(job)
    assert (job.state, len(job.nodes)) == (JobState.FAILED, 1)
    user.click("retry_job_button", user.row(job))
    await asyncio.sleep(0)
    assert job.state is JobState.FAILED
    assert "would cost about $0.02" in user.message()
    user.session.settings.set("budget_day_hard", 1)
    user.click("retry_job_button", user.row(job))
    await user.ended(job)
    assert (job.state, len(job.nodes)) == (JobState.DONE, 2)


async def started(user: User) -> Job:
    user.prompt("make it blue")
    user.key(Qt.Key.Key_Return, CONTROL)
    await until(lambda: user.lab.requests)
    return user.jobs()[0]


async def test_the_menu_opens_the_ledger_once(user: User) -> None:
    menu = user.find(QMenu, "menu_file")
    assert user.action("spending") in menu.actions()
    for _ in range(2):
        user.action("spending").trigger()
    assert len(user.window.findChildren(QDialog, "spending_dialog")) == 1
