"""What is offered about an edit that failed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from flux_desktop.core import errors
from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.job import OrderState
from flux_desktop.services.job import Job
from flux_desktop.services.session import Session
from flux_desktop.ui.messages.ways import PRICE, hint_of, looks_up, ways_of
from tests.simulators.faults import answer
from tests.simulators.onemin import OneMin
from tests.ui.results import job_in, until
from tests.ui.windows import User


def failed(session: Session, error: errors.FluxError) -> Job:
    """A job at 1min.ai of which nothing was accepted."""
    job = job_in(session, JobState.FAILED, error)
    recipe = Recipe("make it blue", "onemin", "flux-2-klein-4b-edit")
    orders = (replace(job.record.orders[0], recipe=recipe, state=OrderState.FAILED),)
    job.record = replace(job.record, recipe=recipe, orders=orders)
    return job


async def test_the_account_and_the_same_model_elsewhere(session: Session, qtbot: QtBot) -> None:
    ways = ways_of(session, failed(session, errors.ServerFault("Out of order.")))
    assert ways.place == "https://app.1min.ai"
    words = [words for words, _ in ways.others]
    assert all(model.id == "flux-2-klein-4b-edit" for _, model in ways.others)
    assert any(word.startswith("fal (no key) – ") for word in words)
    assert all(len(word) < 40 + PRICE for word in words), "they fit into a menu"
    assert ways_of(session, failed(session, errors.Refused("No."))).others == ()


@pytest.mark.parametrize(
    ("error", "helps"),
    [
        (errors.OutcomeUnknown("x"), True),
        (errors.ResultExpired("x"), True),
        (errors.OutOfCredit("x"), True),
        (errors.OverBudget("x"), False),
        (errors.KeyRefused("x"), False),
        (errors.ServerFault("x"), False),
    ],
)
def test_a_look_at_the_account_is_offered_where_it_helps(error: errors.FluxError, helps: bool) -> None:
    assert looks_up(error, "https://account.invalid") is helps
    assert ("https://account.invalid" in hint_of(error, "https://account.invalid")) is helps
    assert not looks_up(error, "")


@pytest.fixture
def onemin(monkeypatch: pytest.MonkeyPatch) -> Iterator[OneMin]:
    with OneMin() as host:
        monkeypatch.setenv("FLUX_DESKTOP_ONEMIN_URL", host.url)
        monkeypatch.setenv("FLUX_DESKTOP_ONEMIN_KEY", host.key)
        yield host


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
async def test_another_provider_is_chosen_with_everything_and_nothing_is_sent(onemin: OneMin, user: User) -> None:
    source = await user.open(user.file("photo.png"))
    user.window.chooser.choose("onemin", "flux-2-klein-4b-edit")
    await until(lambda: user.window.run_bar.run_button.text() == "Edit picture")
    user.window.params.set_values({"seed": 77})
    onemin.fault(answer("POST /api/features", 402, {"message": "No credits."}, times=0))
    job = await user.run("make it blue")
    await user.ended(job)
    await until(lambda: user.sees("message_other_button"))
    user.window.prompt.clear()
    user.session.close_picture()
    user.click("other_job_button", at=user.row(job))
    menu = user.row(job).findChild(QMenu, "others_menu")
    assert menu is not None
    action = next(one for one in menu.actions() if one.text().startswith("fal"))
    menu.close()
    action.trigger()
    await until(lambda: user.window.chooser.provider_box.currentData() == "fal")
    recipe = user.window.form.recipe()
    assert recipe is not None
    assert (recipe.prompt, recipe.model, recipe.seed) == ("make it blue", "flux-2-klein-4b-edit", 77)
    assert user.session.source == source
    assert user.jobs() == [job]
    assert "Nothing has been sent yet" in user.message()
    assert user.focus() is user.window.prompt, "one key away from a run"
    assert user.window.run_bar.run_button.text() == "Add a key…"
