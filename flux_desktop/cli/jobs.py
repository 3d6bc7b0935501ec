"""`flux-desktop jobs`, and how a job's end is told and delivered on the command line."""

from __future__ import annotations

import asyncio
import hashlib
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flux_desktop.cli.output import Out
from flux_desktop.core.edit import JobState
from flux_desktop.core.errors import FluxError, InputError
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.job import JobRecord

if TYPE_CHECKING:
    from flux_desktop.services.assembly import Program
    from flux_desktop.services.job import Job

__all__ = ["deliver", "exit_code", "jobs", "summary"]


async def jobs(options: Namespace, program: Program, out: Out) -> int:
    """List, resume or cancel the jobs that did not come to an end."""
    if options.action == "cancel":
        return _cancel(options.id, program, out)
    if options.action == "resume":
        return await _resume(program, out)
    records = program.queue.library.jobs(unfinished=True)
    for record in records:
        running = " (running in another process)" if program.owner.alive(record.owner) else ""
        out.line(f"{record.id}  {record.state}{running}  {record.recipe.provider}  {record.recipe.prompt[:60]}")
    if not records:
        out.line("No unfinished jobs.")
    out.result({"jobs": [_record_json(record, program) for record in records]})
    return 0


def _cancel(id: str | None, program: Program, out: Out) -> int:
    """Give up an unfinished job: nothing is collected or ordered for it any more."""
    record = next((record for record in program.queue.library.jobs(unfinished=True) if record.id == id), None)
    if record is None:
        raise InputError(f"There is no unfinished job “{id or ''}”.", "`flux-desktop jobs` lists them.")
    if program.owner.alive(record.owner):
        raise InputError("This job runs in another process.", "Cancel it there.")
    program.queue.library.set_job_state(record.id, JobState.CANCELLED)
    cancelled = program.queue.library.job(record.id) or record
    out.line(f"{record.id}  cancelled")
    out.result({"jobs": [_record_json(cancelled, program)]})
    return 0


async def _resume(program: Program, out: Out) -> int:
    """Collect what was ordered, order what never was, and write it all to where it was meant to go."""
    resumed = program.queue.resume()
    await asyncio.gather(*(job.wait() for job in resumed))
    told = []
    for job in resumed:
        outputs = await asyncio.to_thread(deliver, job, program)
        out.line(f"{job.id}  {job.state}  " + ", ".join(str(output["path"]) for output in outputs))
        if job.error:
            out.explain(job.error)
        told.append(summary(job, outputs))
    if not resumed:
        out.line("No unfinished jobs.")
    out.result({"jobs": told})
    return max((exit_code(job) for job in resumed), default=0)


def deliver(job: Job, program: Program) -> list[dict[str, Any]]:
    """Write a job's images to the OUT that it was started with; the `outputs` of its JSON. Reads and writes files.

    A file that cannot be written turns the job's report into a failure, but the images stay in the history.
    """
    from flux_desktop.services.export import numbered

    out = job.record.out
    paths = numbered(Path(out["path"]), len(job.nodes)) if out else [None] * len(job.nodes)
    outputs = []
    for node, path in zip(job.nodes, paths, strict=True):
        try:
            outputs.append(_write(node, path, program, overwrite=bool(out.get("overwrite"))))
        except FluxError as error:
            error.hint = f"The picture is kept: `flux-desktop history export {node.id} -o OTHER`."
            job.error = error
    if out and not job.error:
        program.queue.library.set_delivered(job.id)
    return outputs


def _write(node: HistoryNode, path: Path | None, program: Program, *, overwrite: bool) -> dict[str, Any]:
    from flux_desktop.imaging.encoding import FORMATS
    from flux_desktop.imaging.opening import probe
    from flux_desktop.services.export import Exporter

    if path is None:
        data = program.pictures.assets.load(node.asset)
    else:
        made = next((name for name, format in FORMATS.items() if format.media_type == node.media_type), "png")
        Exporter(program.pictures).export(node, path, format="" if path.suffix else made, overwrite=overwrite)
        data = path.read_bytes()
    image = probe(data)
    return {
        "path": str(path) if path else None,
        "width": image.width,
        "height": image.height,
        "sha256": hashlib.sha256(data).hexdigest(),
        "seed": node.seed,
    }


def summary(job: Job, outputs: list[dict[str, Any]]) -> dict[str, Any]:
    """The JSON object of a job that ended."""
    costs = [node.cost for node in job.nodes if node.cost]
    cost = {**costs[0].to_json(), "amount": round(sum(c.amount for c in costs), 6)} if costs else None
    return {
        **_head(job.record),
        "status": "failed" if job.error and job.state is JobState.DONE else job.state.value,
        "outputs": outputs,
        "cost": cost,
        "error": job.error.to_json() if job.error else None,
    }


def exit_code(job: Job) -> int:
    if job.error:
        return job.error.exit_code
    return 130 if job.state is JobState.CANCELLED else 0


def _record_json(record: JobRecord, program: Program) -> dict[str, Any]:
    nodes = program.queue.library.nodes([id for order in record.orders for id in order.nodes])
    outputs = [
        {"path": None, "width": node.width, "height": node.height, "sha256": node.asset, "seed": node.seed}
        for node in nodes
    ]
    return {**_head(record), "status": record.state.value, "outputs": outputs, "cost": None, "error": record.error}


def _head(record: JobRecord) -> dict[str, Any]:
    seconds = {name: record.seconds.get(name, 0.0) for name in ("upload", "run", "download", "total")}
    return {
        "job": record.id,
        "status": record.state.value,
        "provider": record.recipe.provider,
        "model": record.recipe.model,
        "seed": record.recipe.seed,
        "outputs": [],
        "cost": None,
        "seconds": seconds,
        "error": None,
    }
