"""The price beside the run button: at once what the program estimates, a moment later what the host says."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from flux_desktop.core.edit import Recipe
from flux_desktop.core.errors import Unavailable
from flux_desktop.core.price import Cost, Rate
from flux_desktop.services.assembly import Program
from flux_desktop.services.session import Session
from flux_desktop.ui.prompt.price_tag import PriceTag
from flux_desktop.ui.prompt.run_bar import RunBar
from tests.services.priced import Quoting, priced_queue
from tests.ui.results import opened, until

SEPIA = Recipe("sepia", "priced", "offline-edit")


@pytest.fixture
def host(program: Program) -> Quoting:
    return Quoting(program.queue.provider("offline").link, Rate(1.0, sent=100.0))


@pytest.fixture
def bar(qtbot: QtBot) -> RunBar:
    bar = RunBar()
    qtbot.addWidget(bar)
    bar.resize(700, bar.sizeHint().height())
    bar.show()
    return bar


@pytest.fixture
def session(program: Program, host: Quoting) -> Session:
    made = replace(program, queue=priced_queue(program, host)).session()
    made.edit_further(opened(made))
    return made


@pytest.fixture
def tag(bar: RunBar, session: Session) -> PriceTag:
    tag = PriceTag(bar)
    tag.attach(session)
    return tag


def show(tag: PriceTag, host: Quoting, recipe: Recipe = SEPIA, *, valid: bool = True, key: bool = True) -> None:
    model = replace(host.model(recipe.model), price="$1 a picture", name="Sepia")
    tag.show(recipe, False, model, is_valid=valid, has_key=key)


def words(bar: RunBar) -> str:
    return bar.price_label.words()


def note(bar: RunBar) -> list[str]:
    return bar.price_label.accessibleDescription().splitlines()


async def test_the_host_is_asked_after_a_pause(tag: PriceTag, bar: RunBar, host: Quoting) -> None:
    host.answers = [Cost(0.25, kind="quoted")]
    show(tag, host)
    assert words(bar) == "about $2.23"
    await until(lambda: words(bar) == "$0.25")
    assert "Priced was asked for this price." in note(bar)
    show(tag, host, SEPIA.with_seed(7))
    assert words(bar) == "$0.25"


async def test_only_the_last_of_many_changes_is_asked_for(tag: PriceTag, bar: RunBar, host: Quoting) -> None:
    host.answers = [Cost(float(number), kind="quoted") for number in range(7, 20)]
    for count in (1, 2, 3, 4):
        show(tag, host, SEPIA.with_params(count=count))
        await asyncio.sleep(0)
    await until(lambda: words(bar) == "$7.00")
    assert host.asked == 1


async def test_an_answer_that_comes_too_late_is_not_shown(tag: PriceTag, bar: RunBar, host: Quoting) -> None:
    host.answers = [Cost(0.25, kind="quoted")]
    host.hold.clear()
    show(tag, host)
    await until(lambda: host.asked)
    show(tag, host, SEPIA.with_params(count=2))
    before = words(bar)
    host.hold.set()
    await until(lambda: host.answers == [])
    await asyncio.sleep(0)
    assert words(bar) == before == "about $4.46"


@pytest.mark.parametrize(("valid", "key"), [(False, True), (True, False)])
async def test_nobody_is_asked_in_vain(tag: PriceTag, bar: RunBar, host: Quoting, valid: bool, key: bool) -> None:
    show(tag, host, valid=valid, key=key)
    await until(lambda: note(bar))
    assert host.asked == 0
    assert words(bar) == ("about $2.23" if valid else "$1 a picture (price not published)")


async def test_a_host_that_fails_leaves_the_estimate(tag: PriceTag, bar: RunBar, host: Quoting) -> None:
    host.shut = Unavailable("closed")
    show(tag, host)
    await until(lambda: host.asked)
    assert words(bar) == "about $2.23"


async def test_the_note_says_how_the_price_is_made_up(
    tag: PriceTag, bar: RunBar, host: Quoting, session: Session
) -> None:
    session.settings.set("budget_day_hard", 50)
    show(tag, host, SEPIA.with_params(count=2), key=False)
    await until(lambda: note(bar))
    assert note(bar) == [
        "Sepia: $1 a picture.",
        "In: 1 picture, 0.012 megapixels. Out: 2 pictures, 2 megapixels.",
        "This is an estimate. What it did cost is known after the run, where the provider tells it.",
        "Today: $0.00 spent (never above $50.00)",
        "This month: $0.00 spent (no budget)",
    ]
    job = session.submit(SEPIA)
    assert job is not None
    await job.wait()
    await until(lambda: "Today: $2.23 spent (never above $50.00)" in note(bar))
    await session.close()


async def test_one_megapixel_is_one(tag: PriceTag, bar: RunBar, host: Quoting) -> None:
    show(tag, host, key=False)
    await until(lambda: "In: 1 picture, 0.012 megapixels. Out: 1 picture, 1 megapixel." in note(bar))


async def test_the_row_stays_where_it_is(tag: PriceTag, bar: RunBar, host: Quoting) -> None:
    show(tag, host, key=False)
    before = [widget.geometry() for widget in (bar.price_label, bar.outgoing_button, bar.run_button)]
    bar.set_price("a price of many words that nobody has room for " * 4, "and a note")
    await asyncio.sleep(0)
    assert [widget.geometry() for widget in (bar.price_label, bar.outgoing_button, bar.run_button)] == before
