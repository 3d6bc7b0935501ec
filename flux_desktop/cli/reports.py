"""How a job is told on the command line: its JSON object, its files, its exit code."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flux_desktop.cli.region import region_json
from flux_desktop.core.edit import JobState
from flux_desktop.core.errors import InputError, OutputExists, Unavailable
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.job import JobRecord
from flux_desktop.core.price import total_of

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError
    from flux_desktop.services.assembly import Program

__all__ = ["JobReport", "deliver", "report"]


class JobReport:
    """A job with its files: `json` for --json, `lines` for people, `error` if it did not go well, `code` to exit."""

    def __init__(
        self, record: JobRecord, nodes: Sequence[HistoryNode], outputs: list[dict[str, Any]], error: FluxError | None
    ) -> None:
        self.error = error
        failed = record.state is JobState.DONE and error is not None
        status = JobState.FAILED if failed else record.state
        self.json: dict[str, Any] = {
            "job": record.id,
            "status": status.value,
            "provider": record.recipe.provider,
            "model": record.recipe.model,
            "seed": record.recipe.seed,
            "outputs": outputs,
            "cost": _cost(nodes),
            "seconds": {name: record.seconds.get(name, 0.0) for name in ("upload", "run", "download", "total")},
            "error": error.to_json() if error else record.error,
            **region_json(record.crop, record.patch, nodes),
        }
        self.lines = [f"{o['path']}  {o['width']}×{o['height']}  seed {o['seed']}" for o in outputs]
        self.code = error.exit_code if error else 130 if record.state is JobState.CANCELLED else 0


def report(record: JobRecord, program: Program) -> JobReport:
    """A job as it is on disk, with its pictures in the library."""
    nodes = _nodes(record, program)
    return JobReport(record, nodes, [_output(node, None, node.asset) for node in nodes], None)


def deliver(record: JobRecord, program: Program, error: FluxError | None = None, out: Path | None = None) -> JobReport:
    """Write a job's pictures to the OUT that it was started with. Reads and writes files: call it in a thread.

    `out` is the same OUT as the user wrote it, for who is told at once.
    A file that cannot be written turns the report into a failure, but the pictures stay in the history, and
    `jobs resume` writes them. One that has been written before counts as written.
    """
    nodes, outputs = _nodes(record, program), []
    for node, path in zip(nodes, _paths(record, len(nodes), out), strict=True):
        try:
            outputs.append(_write(node, path, program, record.out))
        except InputError as problem:
            other = f"`flux-desktop history export {node.id} -o OTHER`"
            hint = f"The picture is kept: make way for it, then `flux-desktop jobs resume`; or {other}."
            error = error or Unavailable(problem.title, hint, detail=problem.detail)
    if record.out and record.state is JobState.DONE and error is None:
        program.queue.library.set_delivered(record.id)
    return JobReport(record, nodes, outputs, error)


def _nodes(record: JobRecord, program: Program) -> list[HistoryNode]:
    return program.queue.library.nodes([id for order in record.orders for id in order.nodes])


def _paths(record: JobRecord, count: int, out: Path | None) -> Sequence[Path | None]:
    """Where each picture goes: OUT, or OUT-1, OUT-2, … also where some of several are missing."""
    from flux_desktop.services.export import numbered

    if not record.out:
        return [None] * count
    names = numbered(out or Path(record.out["path"]), max(count, len(record.orders)))
    if count > len(record.orders):
        return names
    return [names[order.index] for order in record.orders if order.nodes]


def _write(node: HistoryNode, path: Path | None, program: Program, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Write one picture as it was `wanted` when its job was started."""
    from flux_desktop.imaging.encoding import FORMATS, format_of
    from flux_desktop.services.export import Exporter, Marks

    if path is None:
        return _output(node, None, node.asset)
    made = next((name for name, format in FORMATS.items() if format.media_type == node.media_type), "png")
    form, exporter = format_of(path) if path.suffix else made, Exporter(program.pictures)
    marks = Marks.chosen(program.settings, client_safe=bool(wanted.get("client_safe")))
    try:
        exporter.export(node, path, format=form, overwrite=bool(wanted.get("overwrite")), marks=marks)
    except OutputExists:
        if not path.is_file() or path.read_bytes() != exporter.bytes_of(node, form, marks=marks):
            raise
    return _output(node, path, hashlib.sha256(path.read_bytes()).hexdigest())


def _output(node: HistoryNode, path: Path | None, sha256: str) -> dict[str, Any]:
    where = str(path) if path else None
    return {"path": where, "width": node.width, "height": node.height, "sha256": sha256, "seed": node.seed}


def _cost(nodes: Sequence[HistoryNode]) -> dict[str, Any] | None:
    total = total_of([node.cost for node in nodes if node.cost])
    return total.to_json() if total else None
