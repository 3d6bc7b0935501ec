"""Edits that end while the user is elsewhere are told, if the user wants that; a click leads to the result."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication

from flux_desktop.core.edit import JobState
from flux_desktop.core.errors import ServerFault
from flux_desktop.services.job import Job
from flux_desktop.services.notices import LONG, Notice, is_worth_telling
from flux_desktop.services.session import Session
from flux_desktop.ui.system.notices import BusNotifier, Notices, Notifier, is_away
from tests.ui.desktop_bus import desktop_bus, on_bus
from tests.ui.results import until
from tests.ui.windows import User


class Heard(Notifier):
    """A desktop that shows nothing, and keeps what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.notices: list[Notice] = []

    def tell(self, notice: Notice, session: Session) -> None:
        del session
        self.notices.append(notice)


@pytest.fixture
async def heard(user: User) -> Heard:
    return Heard()


@pytest.fixture
async def notices(user: User, heard: Heard) -> Notices:
    user.session.settings.set("notify", True)
    return Notices(user.session, lambda: heard, user.window)


async def run(user: User, *prompts: str, seconds: float = LONG, away: bool = True, cancel: bool = False) -> list[Job]:
    """Edits that were begun `seconds` ago and end now, while another program is in front or this one."""
    await user.ready()
    user.lab.gate.clear()
    jobs = [await user.run(prompt) for prompt in prompts]
    await until(lambda: all(job.state is JobState.RUNNING for job in jobs))
    for job in jobs:
        job.record = replace(job.record, created=job.record.created - seconds)
    if away:
        user.window.hide()
    assert is_away() == away
    user.lab.gate.set()
    await user.ended(*jobs)
    return jobs


async def test_a_result_is_told_and_shown_on_a_click(user: User, notices: Notices, heard: Heard) -> None:
    chosen: list[object] = []
    notices.chosen.connect(lambda node, token: chosen.append((node, token)))
    (job,) = await run(user, "make it blue, with a sky that nobody has ever seen before")
    await until(lambda: heard.notices)
    assert heard.notices == [
        Notice("A result is ready", "“make it blue, with a sky that nobody…”: about $0.02", job.nodes[0])
    ]
    heard.chosen.emit("token")
    assert chosen == [(job.nodes[0], "token")]
    gone: list[object] = []
    user.session.nodes_removed.connect(gone.append)
    user.session.trash.delete([job.nodes[0]])
    await until(lambda: gone)
    heard.chosen.emit("later")
    assert chosen[1:] == [(None, "later")], "it was deleted meanwhile"


async def test_several_are_told_together_with_what_failed(user: User, notices: Notices, heard: Heard) -> None:
    del notices
    user.lab.errors.append(ServerFault("Laboratory failed: /home/me/secret.png", "key=sk-123"))
    await run(user, "one", "two", "three", "four")
    await until(lambda: heard.notices)
    (notice,) = heard.notices
    assert notice.title == "3 results are ready. An edit failed"
    assert notice.body.count("it failed") == 1
    assert notice.body.endswith("\nand 1 more")
    assert "secret" not in notice.title + notice.body
    assert "sk-" not in notice.title + notice.body


async def test_nothing_is_told_unless_the_user_wants_it_and_is_elsewhere(
    user: User, notices: Notices, heard: Heard
) -> None:
    (seen,) = await run(user, "one", away=False)
    assert not notices._soon.isActive(), "the window is before the user"
    user.session.settings.set("notify", False)
    await run(user, "two")
    assert not notices._soon.isActive(), "it is switched off"
    assert heard.notices == []
    assert is_worth_telling(seen)
    record = seen.record
    for untold in (replace(record, created=record.created + 5), replace(record, state=JobState.CANCELLED)):
        seen.record = untold
        assert not is_worth_telling(seen)


@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs a bus")
async def test_the_desktop_shows_it_and_tells_of_a_click(session: Session) -> None:
    with desktop_bus() as environment, on_bus(environment, "-m", "tests.ui.notification_service") as service:
        assert service.stdout is not None
        assert service.stdout.readline() == "ready\n"
        bus = QDBusConnection.connectToBus(environment["DBUS_SESSION_BUS_ADDRESS"], "notices")
        parent = QObject()
        notifier = BusNotifier(bus, parent)
        chosen: list[str] = []
        notifier.chosen.connect(chosen.append)
        notifier.tell(Notice("A result is ready", "“a <b>” & more: $0.02"), session)
        await until(lambda: chosen)
        told = json.loads(service.stdout.readline())
        assert told == [
            "Flux Desktop", 0, "flux-desktop", "A result is ready", "“a &lt;b&gt;” &amp; more: $0.02",
            ["default", "Show"], {"desktop-entry": "flux-desktop"}, -1,
        ]  # fmt: skip
        assert chosen == ["a-token"]
        notifier.tell(Notice("Another", ""), session)
        await until(lambda: len(chosen) == 2)
        assert json.loads(service.stdout.readline())[1] == 7, "it takes the place of the last one"
        parent.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QDBusConnection.disconnectFromBus("notices")
