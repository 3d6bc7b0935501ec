"""Quitting asks only if something would be lost, and names it; the user may stay, wait, or quit all the same."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from flux_desktop.core.errors import FileProblem
from flux_desktop.imaging.region.mask import Mask
from flux_desktop.services.job import Job
from flux_desktop.services.leaving import what_would_be_lost
from flux_desktop.ui.system.leaving import Leaving
from tests.ui.results import until
from tests.ui.windows import CONTROL, User

ASKED = "quit_question"


class End:
    """The end of the program, as it was asked for."""

    def __init__(self, user: User) -> None:
        self.left = 0
        self.saved = 0
        self.leaving = Leaving(user.window, self.leave, self.save)
        self.leaving.attach(user.session)

    def leave(self) -> None:
        self.left += 1

    def save(self) -> None:
        self.saved += 1


@pytest.fixture
async def end(user: User) -> End:
    return End(user)


@pytest.fixture
async def job(user: User) -> Job:
    """An order on its way to a provider that answers with the result."""
    await user.ready()
    user.lab.gate.clear()
    job = await user.run("make it  blue")
    await until(lambda: user.lab.requests)
    return job


def question(user: User) -> QMessageBox:
    return user.find(QMessageBox, ASKED)


async def close(user: User) -> None:
    await user.aside(user.window.close)


async def test_an_answer_that_comes_once_is_named(user: User, end: End, job: Job) -> None:
    await close(user)
    await until(lambda: user.sees(ASKED))
    assert question(user).informativeText() == (
        "Laboratory answers “make it blue” with the result itself: it can't be fetched later, and may be charged."
    )
    await close(user)
    assert len([box for box in user.window.findChildren(QMessageBox, ASKED) if box.isVisible()]) == 1
    user.click("quit_stay_button")
    await until(lambda: not user.sees(ASKED))
    assert (end.left, job.state.ended) == (0, False)
    await close(user)
    user.click("quit_anyway_button")
    assert end.left == 1


async def test_one_who_waits_quits_when_it_is_done(user: User, end: End, job: Job) -> None:
    await close(user)
    user.click("quit_when_done_button")
    assert end.left == 0
    assert "quits when that is done" in user.message()
    user.lab.gate.set()
    await user.ended(job)
    await until(lambda: end.left == 1)
    assert job.nodes


async def test_one_who_thinks_it_over_stays(user: User, end: End, job: Job) -> None:
    await close(user)
    user.click("quit_when_done_button")
    await close(user)
    user.lab.gate.set()
    await user.ended(job)
    assert (question(user).text(), question(user).informativeText()) == ("Nothing would be lost any more.", "")
    user.click("quit_stay_button")
    await user.settled()
    assert end.left == 0


async def test_what_waits_or_costs_nothing_is_not_lost(user: User, end: End) -> None:
    await user.ready()
    user.lab.gate.clear()
    jobs = [await user.run("one") for _ in range(user.lab.slots + 1)]
    await until(lambda: len(user.lab.requests) == user.lab.slots)
    assert len(what_would_be_lost(user.session)) == user.lab.slots, "the last one waits, and starts again next time"
    type(user.lab).repeatable = True
    try:
        assert end.leaving.lost() == ()
    finally:
        type(user.lab).repeatable = False
        user.lab.gate.set()
    await user.ended(*jobs)


async def test_nothing_is_asked_but_about_a_note_that_is_being_written(user: User, end: End) -> None:
    await user.ready()
    user.click_row(await user.result("blue"))
    await close(user)
    assert (end.left, user.sees(ASKED)) == (1, False), "there is nothing to lose"
    await user.aside(lambda: user.desk.act("note"))
    await until(lambda: user.sees("note_editor"))
    assert end.leaving.lost() == ()
    user.write("for the client")
    assert end.leaving.lost() == ("The note that you are writing is not kept yet.",)


async def test_one_who_waits_for_a_note_quits_when_it_is_written(user: User, end: End) -> None:
    await user.ready()
    user.click_row(await user.result("blue"))
    await user.aside(lambda: user.desk.act("note"))
    await until(lambda: user.sees("note_editor"))
    user.write("for the client")
    await close(user)
    user.click("quit_when_done_button")
    assert end.left == 0
    user.click("note_keep_button")
    await until(lambda: end.left == 1)


async def test_the_end_of_the_session_is_not_asked_about(user: User, end: End, job: Job) -> None:
    del job
    assert not end.leaving.session_ends
    end.leaving._on_session_end(None)  # type: ignore[arg-type]  # Qt alone can make the manager
    assert (end.saved, end.leaving.session_ends) == (1, True)
    await close(user)
    assert (end.left, user.sees(ASKED)) == (1, False)


class Slow:
    """A region that is being worked out until `gate` opens, with an edit that waits for it."""

    def __init__(self, user: User) -> None:
        self.gate = threading.Event()
        self.fails = False
        source = user.session.source
        assert source is not None
        self.size = source.width, source.height
        user.session.run(user.session.selection.draw(self.make, "replace", "rectangle"))

    def make(self) -> Mask:
        assert self.gate.wait(10)
        if self.fails:
            raise FileProblem("The picture is lost.")
        return Mask.whole(self.size)


@pytest.fixture
async def slow(user: User) -> AsyncIterator[Slow]:
    await user.ready()
    region = Slow(user)
    user.prompt("make it blue")
    user.key(Qt.Key.Key_Return, CONTROL)
    assert user.session.waiting.prompts == ("make it blue",)
    yield region
    region.gate.set()


async def test_an_edit_that_waits_for_its_region_is_waited_for(user: User, end: End, slow: Slow) -> None:
    await close(user)
    assert (end.left, user.sees(ASKED)) == (0, False), "it is a matter of a moment"
    assert "quits when your edit is in the queue" in user.message()
    slow.gate.set()
    await until(lambda: end.left == 1)
    assert [job.record.recipe.prompt for job in user.jobs()] == ["make it blue"]


async def test_one_who_cannot_wait_for_it_is_asked(user: User, end: End, slow: Slow) -> None:
    await close(user)
    await close(user)
    await until(lambda: user.sees(ASKED))
    assert question(user).informativeText() == (
        "“make it blue” still waits for its region, and is not in the queue yet."
    )
    slow.gate.set()
    await until(user.jobs)
    await user.ended(*user.jobs())
    assert (end.left, question(user).informativeText()) == (0, "")


async def test_one_who_has_to_read_why_it_is_not_run_stays(user: User, end: End, slow: Slow) -> None:
    await close(user)
    slow.fails = True
    slow.gate.set()
    await until(lambda: "The edit was not run" in user.message())
    await user.settled()
    assert end.left == 0
    await close(user)
    assert end.left == 1, "nothing waits any more"
