"""The queue: slots, and what a start does with the jobs that an earlier process left."""

from __future__ import annotations

import asyncio

import pytest

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.errors import FluxError, InputError, InvalidParameter, OutcomeUnknown, Unavailable
from flux_desktop.core.job import OrderState
from flux_desktop.services.assembly import Program
from flux_desktop.services.job import Job
from flux_desktop.services.jobs import Inputs, JobQueue
from tests.services.support import (
    ASSETS,
    FEATURES,
    RESULT,
    Home,
    end_of,
    held,
    hosted,
    offline,
    picture,
    record,
    stop_at,
)
from tests.simulators.faults import Fault, answer
from tests.simulators.onemin import OneMin

# Submitting.


async def test_a_recipe_is_made_whole(program: Program) -> None:
    job = offline(program, "  sepia\n")
    model = program.queue.model(job.record.recipe)
    assert job.record.recipe.prompt == "sepia"
    assert {**model.defaults(), "seed": job.record.recipe.seed} == dict(job.record.recipe.params)
    assert job.record.recipe.seed is not None
    await job.wait()


@pytest.mark.parametrize(
    ("recipe", "words"),
    [
        (Recipe("x", "nobody", "m"), "no provider"),
        (Recipe("x", "offline", "m"), "no model"),
        (Recipe(" ", "offline", "offline-generate"), "prompt is empty"),
        (Recipe("x", "offline", "offline-generate", {"steps": 4}), "no parameter"),
        (Recipe("x", "offline", "offline-generate", {"count": 5}), "1 to 4"),
        (Recipe("x", "offline", "offline-edit"), "none is open"),
    ],
)
async def test_what_a_model_cannot_take_is_refused(program: Program, recipe: Recipe, words: str) -> None:
    with pytest.raises(InvalidParameter, match=words):
        program.queue.submit(recipe, Inputs())
    assert program.queue.jobs == {}
    assert program.queue.library.jobs() == []


async def test_too_many_references_are_refused(program: Program) -> None:
    node, _ = program.pictures.open_bytes(picture(), "photo.png")
    inputs = Inputs(node.id, node.asset, (node.asset,))
    with pytest.raises(InvalidParameter, match="takes none of the 1 reference"):
        program.queue.submit(Recipe("x", "onemin", "flux-2-klein-4b-edit"), inputs)


async def test_jobs_wait_for_a_slot_and_providers_do_not_wait_for_each_other(program: Program, host: OneMin) -> None:
    gates = [stop_at(host, FEATURES) for _ in range(program.queue.provider("onemin").slots)]
    hosted_jobs = [hosted(program) for _ in gates]
    for gate in gates:
        await held(host, gate)
    third = hosted(program)
    assert await end_of(offline(program)) is JobState.DONE
    assert [job.state for job in hosted_jobs] == [JobState.RUNNING] * len(gates)
    assert (third.state, record(program, third).state) == (JobState.WAITING, JobState.WAITING)
    for gate in gates:
        host.release(gate)
    for job in (*hosted_jobs, third):
        assert await end_of(job) is JobState.DONE


def test_what_is_sent_and_its_price(program: Program, host: OneMin) -> None:
    node, _ = program.pictures.open_bytes(picture(), "photo.png")
    inputs = Inputs(node.id, node.asset)
    outgoing = program.queue.forecast.outgoing(Recipe("make it blue", "onemin", "flux-2-klein-4b-edit"), inputs)
    assert [file.role for file in outgoing.files] == ["source"]
    sent = {field.field: field.value for field in outgoing.fields}
    assert (sent["prompt"], sent["seed"]) == ("make it blue", "a new one each run")
    chosen = Recipe("make it blue", "onemin", "flux-2-klein-4b-edit", {"seed": 7})
    assert 7 in [field.value for field in program.queue.forecast.outgoing(chosen, inputs).fields]
    kept = {field.name: field for field in program.queue.forecast.outgoing(chosen.with_params(count=2), inputs).kept}
    assert (kept["count"].how, kept["count"].value) == ("emulated", 2)
    assert kept["guidance"].how == "not supported"
    assert kept["guidance"].value == "1min.ai has no guidance for FLUX.2 [klein]."
    assert not {"seed", "steps", "prompt"} & set(kept), "what is sent is not told as kept back"
    shaped = Recipe("make it blue", "eachlabs", "flux-2-klein-4b-base-edit", {"aspect_ratio": "match_input_image"})
    assert {field.name: field.how for field in program.queue.forecast.outgoing(shaped, inputs).kept}[
        "aspect_ratio"
    ] == "not sent"
    assert host.arrived == []
    price = program.queue.forecast.price(Recipe("sepia", "offline", "offline-edit"), inputs)
    assert price is not None
    assert price.amount == 0


# The next start.


async def test_what_was_never_ordered_is_ordered_once(home: Home, program: Program, host: OneMin) -> None:
    gate = stop_at(host, ASSETS)
    job = hosted(program, seed=7)
    await held(host, gate)
    program = await home.restart(program)
    host.release(gate)
    assert program.queue.as_it_is(record(program, job)).state is not JobState.UNKNOWN
    (again,) = program.queue.resume()
    assert again.resumed
    assert await end_of(again) is JobState.DONE
    assert [order["promptObject"]["seed"] for order in host.orders] == [7]
    assert [node.parent for node in again.nodes] == [job.record.parent]


async def test_a_job_that_was_just_submitted_is_not_lost(home: Home, program: Program, host: OneMin) -> None:
    hosted(program)
    program = await home.restart(program)
    (again,) = program.queue.resume()
    assert await end_of(again) is JobState.DONE
    assert len(host.orders) == 1


async def test_an_order_that_was_on_its_way_is_unknown(home: Home, program: Program, host: OneMin) -> None:
    gate = stop_at(host, FEATURES)
    job = hosted(program)
    await held(host, gate)
    program = await home.restart(program)
    seen = program.queue.as_it_is(record(program, job))
    assert seen.state is JobState.UNKNOWN
    assert seen.error is not None
    assert "charged" in str(seen.error["hint"])
    place = program.queue.provider("onemin").account_url
    assert (seen.error["place"], seen.error["action"]) == (place, "look_up")
    (again,) = program.queue.resume()
    assert await end_of(again) is JobState.UNKNOWN
    assert isinstance(again.error, OutcomeUnknown)
    assert again.error.place == place
    assert record(program, job).orders[0].state is OrderState.UNKNOWN
    host.release(gate)


def test_the_place_to_look_is_the_account_and_no_server_of_ones_own_has_one(home: Home, program: Program) -> None:
    at = {id: Recipe("x", id, "x") for id in ("onemin", "openai", "sdcpp", "gone")}
    assert program.queue.place(at["onemin"]) == program.queue.provider("onemin").account_url
    assert program.queue.place(at["openai"]) == program.queue.provider("openai").account_url
    assert program.queue.place(at["sdcpp"]) == program.queue.place(at["gone"]) == ""
    home.environ["FLUX_DESKTOP_OPENAI_URL"] = "http://127.0.0.1:8080/v1"
    assert home.start().queue.place(at["openai"]) == ""


async def test_a_free_order_that_was_on_its_way_is_made_again(home: Home, program: Program) -> None:
    job = offline(program, "oil painting", picture(900, 600))
    found = program.queue.library.job(job.id)
    while found is None or found.orders[0].state is OrderState.NEW:
        await asyncio.sleep(0)
        found = program.queue.library.job(job.id)
    assert found.orders[0].state is OrderState.ORDERING
    program = await home.restart(program)
    assert program.queue.as_it_is(record(program, job)).state is JobState.RUNNING
    (again,) = program.queue.resume()
    assert await end_of(again) is JobState.DONE
    assert len(again.nodes) == 1


async def test_what_was_ordered_is_collected(home: Home, program: Program, host: OneMin) -> None:
    gate = stop_at(host, RESULT)
    job = hosted(program)
    await held(host, gate)
    program = await home.restart(program)
    host.release(gate)
    (again,) = program.queue.resume()
    assert await end_of(again) is JobState.DONE
    assert (len(again.nodes), len(host.orders), len(host.seen(ASSETS))) == (1, 1, 1)
    assert record(program, job).orders[0].nodes == (again.nodes[0].id,)


async def test_what_failed_although_it_is_paid_is_collected(home: Home, program: Program, host: OneMin) -> None:
    host.fault(answer(RESULT, 404, b"gone"))
    job = hosted(program)
    assert await end_of(job) is JobState.FAILED
    program = await home.restart(program)
    assert [found.id for found in program.queue.unsettled()] == [job.id]
    (again,) = program.queue.resume()
    assert await end_of(again) is JobState.DONE
    assert len(host.orders) == 1
    assert program.queue.unsettled() == []


async def test_a_failed_job_is_asked_for_its_pictures_not_ordered_anew(
    home: Home, program: Program, host: OneMin
) -> None:
    host.fault(answer(RESULT, 404, b"gone"))
    job = hosted(program, count=2, seed=7)
    assert await end_of(job) is JobState.FAILED
    program = await home.restart(program)
    (again,) = program.queue.resume()
    assert await end_of(again) is JobState.FAILED
    assert isinstance(again.error, Unavailable)
    assert "1 of 2" in again.error.title
    assert ([node.seed for node in again.nodes], len(host.orders)) == ([7], 1)
    program.queue.retry(job.id)
    assert await end_of(again) is JobState.DONE
    assert ([node.seed for node in again.nodes], len(host.orders)) == ([7, 8], 2)


async def test_the_rest_of_a_job_is_ordered_after_a_crash(home: Home, program: Program, host: OneMin) -> None:
    host.fault(Fault(FEATURES))
    gate = stop_at(host, FEATURES)
    job = hosted(program, count=3, seed=7)
    await held(host, gate)
    program = await home.restart(program)
    host.release(gate)
    (again,) = program.queue.resume()
    assert await end_of(again) is JobState.UNKNOWN
    assert [node.seed for node in again.nodes] == [7, 9]
    assert sorted(order["promptObject"]["seed"] for order in host.orders) in ([7, 9], [7, 8, 9])
    assert [order.state for order in record(program, job).orders] == ["done", "unknown", "done"]


async def test_what_cannot_be_taken_over_waits_and_is_told(home: Home, program: Program, host: OneMin) -> None:
    gates = [stop_at(host, RESULT), stop_at(host, RESULT)]
    first = hosted(program)
    await held(host, gates[0])
    hosted(program)
    await held(host, gates[1])
    program = await home.restart(program)
    for gate in gates:
        host.release(gate)
    session = program.session()
    errors: list[FluxError] = []
    session.failed.connect(errors.append)
    with home.refusing(f"UPDATE OF owner ON jobs WHEN new.id = '{first.id}'"):
        session.resume()
    assert len(errors) == 1
    (second,) = program.queue.jobs.values()
    assert await end_of(second) is JobState.DONE
    session.resume()
    assert await end_of(program.queue.jobs[first.id]) is JobState.DONE
    assert (len(errors), len(host.orders)) == (1, 2)


async def test_an_unknown_job_is_shown_until_it_is_dismissed(home: Home, program: Program, host: OneMin) -> None:
    host.fault(Fault(FEATURES, "reset_after"))
    job = hosted(program)
    await job.wait()
    assert job.error is not None
    for _ in range(2):
        program = await home.restart(program)
        shown: list[Job] = []
        program.queue.job_added.connect(shown.append)
        assert program.queue.resume() == []
        assert [added.id for added in shown] == [job.id]
        again = program.queue.jobs[job.id]
        assert again.state is JobState.UNKNOWN
        assert again.error is not None
        assert again.error.to_json() == job.error.to_json()
        assert again.error.place == program.queue.provider("onemin").account_url
    program.queue.dismiss(job.id)
    program = await home.restart(program)
    assert (program.queue.resume(), program.queue.jobs, program.queue.unsettled()) == ([], {}, [])
    assert len(host.orders) == 1


async def test_a_failure_that_was_dismissed_stays_away_unless_there_is_a_picture_to_collect(
    home: Home, program: Program, host: OneMin
) -> None:
    host.fault(answer(RESULT, 404, b"expired"), answer(RESULT, 400, b"no"))
    for job in (hosted(program), hosted(program)):
        assert await end_of(job) is JobState.FAILED
        program.queue.dismiss(job.id)
    program = await home.restart(program)
    (again,) = program.queue.resume()
    assert await end_of(again) is JobState.DONE


async def test_a_job_of_a_living_process_is_left_alone(home: Home, program: Program, host: OneMin) -> None:
    gate = stop_at(host, FEATURES)
    job = hosted(program)
    await held(host, gate)
    other = home.start()
    assert other.queue.runs(record(other, job))
    assert other.queue.as_it_is(record(other, job)).state is JobState.RUNNING
    assert other.queue.resume() == []
    for act in (other.queue.resume_one, other.queue.give_up):
        with pytest.raises(InputError, match="Another window or command"):
            act(job.id)
    host.release(gate)
    assert await end_of(job) is JobState.DONE


async def test_of_two_windows_one_retries(home: Home, program: Program, host: OneMin) -> None:
    host.fault(Fault(FEATURES, "reset_after"))
    job = hosted(program)
    await job.wait()
    other = home.start()
    other.queue.resume()
    other.queue.retry(job.id)
    with pytest.raises(InputError, match="Another window or command"):
        program.queue.retry(job.id)
    assert await end_of(other.queue.jobs[job.id]) is JobState.DONE
    with pytest.raises(InputError):
        program.queue.retry(job.id)
    assert len(host.orders) == 2


async def test_one_job_goes_on_by_its_id(home: Home, program: Program, host: OneMin) -> None:
    gate = stop_at(host, RESULT)
    job = hosted(program)
    await held(host, gate)
    job.cancel()
    assert await end_of(job) is JobState.CANCELLED
    host.release(gate)
    program = await home.restart(program)
    assert program.queue.resume() == []
    assert await end_of(program.queue.resume_one(job.id)) is JobState.DONE
    with pytest.raises(InputError, match="nothing to collect"):
        program.queue.resume_one(job.id)
    with pytest.raises(InputError, match="no job"):
        program.queue.resume_one("x")
    assert len(host.orders) == 1


async def test_a_job_that_is_given_up_does_not_come_back(home: Home, program: Program, host: OneMin) -> None:
    gate = stop_at(host, ASSETS)
    job = hosted(program)
    await held(host, gate)
    program = await home.restart(program)
    host.release(gate)
    assert program.queue.give_up(job.id).state is JobState.CANCELLED
    assert program.queue.resume() == []
    assert host.orders == []


async def test_a_job_whose_provider_is_gone_waits_for_it(home: Home, program: Program, host: OneMin) -> None:
    gate = stop_at(host, RESULT)
    hosted(program)
    await held(host, gate)
    program = await home.restart(program)
    host.release(gate)
    alone = JobQueue(program.queue.library, program.queue.assets, {}, program.owner, program.queue.money)
    (again,) = alone.resume()
    assert await end_of(again) is JobState.FAILED
    assert again.error is not None
    assert "no provider" in again.error.title
    program = await home.restart(program)
    (again,) = program.queue.resume()
    assert await end_of(again) is JobState.DONE
    assert len(host.orders) == 1
