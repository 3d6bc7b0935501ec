"""`flux-desktop jobs`: what earlier commands and windows left."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from typing import TYPE_CHECKING

from flux_desktop.cli.output import Out
from flux_desktop.cli.progress import progress
from flux_desktop.cli.reports import deliver, report
from flux_desktop.core.edit import JobState
from flux_desktop.core.errors import InputError
from flux_desktop.core.job import JobRecord

if TYPE_CHECKING:
    from flux_desktop.services.assembly import Program
    from flux_desktop.services.job import Job

__all__ = ["jobs"]


async def jobs(options: Namespace, program: Program, out: Out) -> int:
    """List, resume or cancel the jobs that did not come to an end, or whose files were not written."""
    actions = {"list": _list, "resume": _resume, "cancel": _cancel}
    return await actions[options.action](options.id, program, out)


async def _list(id: str | None, program: Program, out: Out) -> int:
    queue = program.queue
    records = [record for record in _open(program) if id in (None, record.id)]
    for record in records:
        out.line(f"{record.id}  {_state(record, program)}  {record.recipe.provider}  {record.recipe.prompt[:60]}")
        if place := _place(record, program):
            out.line(f"  Look it up: {place}")
    if not records:
        out.line("No unfinished jobs.")
    out.result({"jobs": [report(queue.as_it_is(record), program).json for record in records]})
    return 0


async def _resume(id: str | None, program: Program, out: Out) -> int:
    """Collect what was ordered, order what never was, and write it all to where it was meant to go."""
    late = [record for record in program.queue.library.undelivered() if id in (None, record.id)]
    going = _going(id, program) if not (id and late) else []
    async with progress(going, program.queue):
        await asyncio.gather(*(job.wait() for job in going))
    ended = [(record, None) for record in late] + [(job.record, job.error) for job in going]
    reports = [await asyncio.to_thread(deliver, record, program, error) for record, error in ended]
    for told in reports:
        out.line(f"{told.json['job']}  {told.json['status']}")
        for line in told.lines:
            out.line(f"  {line}")
        if told.error:
            out.explain(told.error)
    if not reports:
        out.line("Nothing to resume.")
    _tell_unknown(program, {told.json["job"] for told in reports}, out)
    out.result({"jobs": [told.json for told in reports]})
    return max((told.code for told in reports), default=0)


async def _cancel(id: str | None, program: Program, out: Out) -> int:
    """Give up an unfinished job: nothing is collected, ordered or written for it any more."""
    if not id:
        raise InputError("jobs cancel needs the ID of a job.", "`flux-desktop jobs` lists them.")
    if id not in [record.id for record in _open(program)]:
        raise InputError(f"There is no unfinished job “{id[:60]}”.", "`flux-desktop jobs` lists them.")
    given_up = await asyncio.to_thread(program.queue.give_up, id)
    out.line(f"{id}  {given_up.state}")
    out.result({"jobs": [report(given_up, program).json]})
    return 0


def _open(program: Program) -> list[JobRecord]:
    return [*program.queue.unsettled(), *program.queue.library.undelivered()]


def _going(id: str | None, program: Program) -> list[Job]:
    return [program.queue.resume_one(id)] if id else program.queue.resume()


def _state(record: JobRecord, program: Program) -> str:
    """The state in words that say what is to be done."""
    if program.queue.runs(record):
        return f"{record.state} in another process"
    match program.queue.as_it_is(record).state:
        case JobState.UNKNOWN:
            return "unknown, may have been charged"
        case JobState.DONE:
            return "done, not written yet"
        case JobState.FAILED:
            return "failed, paid"
        case _:
            return f"{record.state}, interrupted"


def _tell_unknown(program: Program, told: set[str], out: Out) -> None:
    """Jobs that nothing can be done for stay in the list until the user gives them up: say so."""
    for record in program.queue.library.unsettled():
        if record.state is JobState.UNKNOWN and record.id not in told:
            place = _place(record, program)
            look = f" Look it up: {place}" if place else ""
            out.say(f"Job {record.id} is unknown: it may have been charged.{look}")
            out.say(f"`flux-desktop jobs cancel {record.id}` forgets it.")


def _place(record: JobRecord, program: Program) -> str:
    """Where the outcome of a job can be looked up; "" where that does not help."""
    return str((program.queue.as_it_is(record).error or {}).get("place", ""))
