"""Another provider is offered only where nothing was accepted, and choosing it sends nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from flux_desktop.core.edit import EditRequest, JobState, Recipe, Report, Ticket
from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.job import OrderState
from flux_desktop.core.params import Model, choice, integer, seed
from flux_desktop.providers.base import Provider
from flux_desktop.providers.link import Link
from flux_desktop.services.assembly import Program
from flux_desktop.services.job import Job
from flux_desktop.services.session import Session
from tests.services.support import FEATURES, hosted
from tests.simulators.faults import Fault, answer
from tests.simulators.onemin import OneMin

KLEIN = "flux-2-klein-4b-edit"


class Twin(Provider):
    """Has the model of 1min.ai too, with other limits."""

    id = "twin"
    name = "Twin"

    @classmethod
    def models(cls) -> tuple[Model, ...]:
        edit = Model(
            KLEIN, "Klein", "twin", "edit", (integer("steps", 4, 1, 8), seed(), choice("format", "png", ["png"]))
        )
        return (edit, replace(edit, mode="generate"), replace(edit, id="another"))

    async def start(self, request: EditRequest, report: Report) -> Ticket:
        raise AssertionError("nothing may be ordered here")


class Keyless(Twin):
    id = "keyless"
    name = "Keyless"
    needs_key = False

    @classmethod
    def models(cls) -> tuple[Model, ...]:
        return (replace(super().models()[0], provider="keyless"),)


@pytest.fixture
async def session(program: Program) -> AsyncIterator[Session]:
    async def no_key() -> str:
        return ""

    for cls in (Twin, Keyless):
        provider = cls(Link("https://twin.invalid", no_key, lambda: program.http))
        program.queue._providers[cls.id] = provider  # type: ignore[index]  # a dict, though declared as a mapping
    made = program.session()
    yield made
    await made.close()


async def failed(program: Program, host: OneMin, status: int) -> Job:
    """A job that 1min.ai refused with `status`."""
    host.fault(answer(FEATURES, status, {"message": "no"}, times=0))
    job = hosted(program, steps=3, seed=7)
    await job.wait()
    return job


def ids(session: Session, job: Job) -> list[str]:
    return [model.provider for model in session.alternatives(job) if model.provider in ("twin", "keyless")]


@pytest.mark.parametrize("status", [401, 402, 503])
async def test_the_same_model_elsewhere_those_that_can_be_used_first(
    program: Program, session: Session, host: OneMin, status: int
) -> None:
    job = await failed(program, host, status)
    assert job.state is JobState.FAILED
    assert ids(session, job) == ["keyless", "twin"]
    assert all((model.id, model.mode) == (KLEIN, "edit") for model in session.alternatives(job))
    await session.keys.set("twin", "a-key", "session")
    assert set(ids(session, job)) == {"keyless", "twin"}


async def test_what_was_refused_is_not_offered_elsewhere(program: Program, session: Session, host: OneMin) -> None:
    job = await failed(program, host, 400)
    assert job.state is JobState.FAILED
    assert session.alternatives(job) == []


async def test_what_may_have_been_accepted_is_not_offered_elsewhere(
    program: Program, session: Session, host: OneMin
) -> None:
    host.fault(Fault(FEATURES, "reset_after"))
    job = hosted(program)
    await job.wait()
    assert job.state is JobState.UNKNOWN
    assert session.alternatives(job) == []


async def test_what_was_accepted_in_part_is_not_offered_elsewhere(
    program: Program, session: Session, host: OneMin
) -> None:
    job = await failed(program, host, 401)
    done = replace(job.record.orders[0], state=OrderState.ORDERED)
    job.record = replace(job.record, orders=(*job.record.orders, done))
    assert session.alternatives(job) == []


async def test_a_place_for_fewer_references_is_none(program: Program, session: Session) -> None:
    recipe = Recipe("make it blue", "onemin", KLEIN)
    assert {model.provider for model in session.queue.alternatives(recipe)} >= {"twin", "keyless"}
    assert not {model.provider for model in session.queue.alternatives(recipe, 1)} & {"twin", "keyless"}
    with pytest.raises(InvalidParameter):
        session.queue.alternatives(Recipe("make it blue", "onemin", "gone"))


async def test_a_fixed_route_has_the_model_itself_as_its_alternative(session: Session) -> None:
    found = session.queue.alternatives(Recipe("make it blue", "lumenfall", f"{KLEIN}-fal"))
    assert {"fal", "twin"} <= {model.provider for model in found}
    assert {model.id for model in found} == {KLEIN}


async def test_choosing_one_carries_the_recipe_over_and_sends_nothing(
    program: Program, session: Session, host: OneMin
) -> None:
    recalled: list[tuple[Recipe, str]] = []
    told: list[str] = []
    session.recalled.connect(lambda recipe, what: recalled.append((recipe, what)))
    session.notified.connect(told.append)
    job = await failed(program, host, 401)
    before = len(session.queue.jobs)
    session.use_instead(job, session.queue.provider("twin").model(KLEIN))
    recipe, what = recalled[0]
    assert (recipe.prompt, recipe.provider, recipe.model, what) == ("make it blue", "twin", KLEIN, "all")
    assert recipe.params == {"steps": 3, "seed": 7, "format": "png"}, "what it can take, and nothing else"
    assert session.source is not None
    assert session.source.id == job.record.parent, "the same picture is edited"
    assert len(session.queue.jobs) == before
    assert "Nothing has been sent yet" in told[0]
