"""`flux-desktop edit` and `flux-desktop generate`."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flux_desktop.cli.code import code_of
from flux_desktop.cli.outgoing import describe, outgoing_json
from flux_desktop.cli.output import Out
from flux_desktop.cli.progress import progress
from flux_desktop.cli.region import part_inputs, region_json, region_lines
from flux_desktop.cli.reports import deliver
from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.errors import (
    FileProblem,
    FluxError,
    InputError,
    InvalidParameter,
    OutputExists,
    OverBudget,
)
from flux_desktop.core.params import Mode, Model, Value

if TYPE_CHECKING:
    from flux_desktop.core.price import Cost
    from flux_desktop.services.assembly import Program
    from flux_desktop.services.job import Job
    from flux_desktop.services.jobs import Inputs, JobQueue

__all__ = ["edit", "generate"]

NOT_ASKED = "Nothing was sent. With --over-budget it is run all the same; budgets are set in Settings › Money."


async def edit(options: Namespace, program: Program, out: Out) -> int:
    """Change one picture, or a part of it; the exit code says how it went."""
    from flux_desktop.services.export import Exporter

    is_part = options.region is not None or options.mask is not None
    if is_part and options.code:
        raise InputError("--code writes edits of whole pictures.", "Leave --region and --mask out.")
    recipe = _recipe(options, await _model(options, program, "edit"), is_part=is_part)
    masks = [options.mask] if options.mask is not None else []
    _check_out(options, recipe, [options.picture, *options.reference, *masks])
    node, notes = await asyncio.to_thread(program.pictures.open_file, options.picture)
    for note in notes:
        out.say(note)
    references = [(await asyncio.to_thread(program.pictures.open_file, path))[0] for path in options.reference]
    exporter = Exporter(program.pictures)
    for path in _outputs(options, recipe):
        for opened in (node, *references):
            await asyncio.to_thread(exporter.protect_original, opened, path)
    return await _run(options, program, out, recipe, partial(part_inputs, options, program, recipe, node, references))


async def generate(options: Namespace, program: Program, out: Out) -> int:
    """Make a picture from words alone."""
    from flux_desktop.services.inputs import Inputs

    recipe = _recipe(options, await _model(options, program, "generate"))
    _check_out(options, recipe, [])
    return await _run(options, program, out, recipe, Inputs)


async def _run(options: Namespace, program: Program, out: Out, recipe: Recipe, inputs_of: Callable[[], Inputs]) -> int:
    """`inputs_of` may store what the edit works on: it is called in a thread."""
    if options.dry_run or options.code:
        return await _dry_run(options, program, out, recipe, await asyncio.to_thread(inputs_of))
    _tell_left_over(program, out)
    wanted: dict[str, Any] = {"path": str(options.out.absolute()), "overwrite": options.overwrite}
    if options.client_safe:
        wanted["client_safe"] = True
    with program.pictures.assets.keeping():  # nothing in the library needs a mask before the job does
        job = await _submit(options, program, recipe, await asyncio.to_thread(inputs_of), wanted)
        await job.written()
    with _interruptible(job):
        async with progress([job], program.queue):
            await job.wait()
    told = await asyncio.to_thread(deliver, job.record, program, job.error, options.out)
    for note in job.record.notes:
        out.say(note)
    if job.state is JobState.CANCELLED:
        out.say(f"Cancelled. What was paid can be collected: `flux-desktop jobs resume {job.id}`.")
    if told.error:
        out.explain(told.error)
    for line in told.lines:
        out.line(line)
    out.result(told.json)
    return told.code


async def _submit(
    options: Namespace, program: Program, recipe: Recipe, inputs: Inputs, wanted: Mapping[str, Any]
) -> Job:
    """Start the edit. Above a soft budget ask on the terminal; OverBudget where there is none, or for a no."""
    queue = program.queue
    if queue.money.has_budget and queue.forecast.price(recipe, inputs) is None:
        await _quote(queue, recipe, inputs)
    try:
        return queue.submit(recipe, inputs, wanted, approved=options.over_budget)
    except OverBudget as error:
        if not error.asks:
            raise
        if not _agrees(error.title):
            raise OverBudget(error.title, NOT_ASKED) from None
        return queue.submit(recipe, inputs, wanted, approved=True)


async def _quote(queue: JobQueue, recipe: Recipe, inputs: Inputs) -> Cost | None:
    """What the host says that the edit will cost, where it can be asked; else the program's own estimate."""
    try:
        return await queue.forecast.quote(recipe, inputs)
    except FluxError:
        return queue.forecast.price(recipe, inputs)


def _agrees(title: str) -> bool:
    """Ask on the terminal; False where nobody can answer."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # that of the loop would wait for the answer
    try:
        sys.stderr.write(f"{title} Run it? [y/N] ")
        sys.stderr.flush()
        return sys.stdin.readline().strip().lower() in ("y", "yes")
    finally:
        signal.signal(signal.SIGINT, before)


def _tell_left_over(program: Program, out: Out) -> None:
    left = sum(not program.queue.runs(record) for record in program.queue.unsettled())
    if left:
        jobs = "An earlier job waits" if left == 1 else f"{left} earlier jobs wait"
        out.say(f"{jobs} for you: see `flux-desktop jobs`.")


async def _dry_run(options: Namespace, program: Program, out: Out, recipe: Recipe, inputs: Inputs) -> int:
    """Say what would leave the machine and what it would cost; or, with --code, write the run as a script."""
    code = await code_of(program, out, recipe, inputs, options.code) if options.code else ""
    outgoing = await asyncio.to_thread(program.queue.forecast.outgoing, recipe, inputs)
    price = await _quote(program.queue, recipe, inputs)
    for line in [code.rstrip()] if code else [*region_lines(inputs), *describe(outgoing, price)]:
        out.line(line)
    out.result(
        {
            "job": None,
            "status": "dry-run",
            "provider": recipe.provider,
            "model": recipe.model,
            "seed": recipe.seed,
            "outputs": [],
            "cost": price.to_json() if price else None,
            "seconds": None,
            "error": None,
            "outgoing": outgoing_json(outgoing),
            **region_json(inputs.crop, inputs.patch),
            **({"code": code} if code else {}),
        }
    )
    return 0


async def _model(options: Namespace, program: Program, mode: Mode) -> Model:
    """The model that was named, else the provider's first of this mode; without a provider that of the settings."""
    provider = program.queue.provider(options.provider or program.settings.text("provider"))
    if options.model and options.model not in [model.id for model in provider.offered()]:
        await program.catalogues.find_out(provider.id)
    fitting = [model for model in provider.offered() if model.mode == mode]
    if not options.model:
        if not fitting:
            raise InputError(f"{provider.name} has no model to {mode} with.", "Choose another provider.")
        return fitting[0]
    model = provider.model(options.model)
    if model.mode != mode:
        known = ", ".join(model.id for model in fitting)
        raise InvalidParameter(f"{model.id} does not {mode}.", f"To {mode}, {provider.name} has: {known}.")
    return model


def _recipe(options: Namespace, model: Model, *, is_part: bool = False) -> Recipe:
    params: dict[str, Value] = {}
    for word in options.params:
        name, equals, value = word.partition("=")
        param = model.param(name.strip())
        if not equals:
            raise InvalidParameter(f"--set {word}: it takes NAME=VALUE.", "For example: --set steps=20.")
        if param is None:
            known = ", ".join(param.name for param in model.params)
            raise InvalidParameter(f"{model.name} has no parameter “{name}”.", f"It takes: {known}.")
        params[param.name] = param.parse(value)
    return Recipe(options.prompt, model.provider, model.id, _with_format(options.out, model, params, is_part))


def _with_format(out: Path, model: Model, params: dict[str, Value], is_part: bool) -> dict[str, Value]:
    """Without --set format the suffix of OUT decides, where the model can make that format.

    A part comes as PNG where it can: it is put into the picture before that is written as OUT.
    """
    from flux_desktop.imaging.encoding import format_of

    if "format" in params and not out.suffix:
        return params
    suffix = format_of(out)
    wanted = "png" if is_part else suffix
    param = model.param("format")
    if "format" not in params and param is not None and wanted in param.choices:
        return {**params, "format": wanted}
    return params


def _check_out(options: Namespace, recipe: Recipe, originals: Sequence[Path]) -> None:
    """Before anything is sent: the outputs can be written, none is there already, and none is an original."""
    from flux_desktop.services.export import check_folder

    check_folder(options.out)
    for path in _outputs(options, recipe):
        if path.is_dir():
            raise FileProblem(f"{path} is a folder.", "Name a file.")
        if path.exists() and any(original.exists() and path.samefile(original) for original in originals):
            raise OutputExists(f"{path.name} is the original: it is never written to.", "Choose another name.")
        if path.exists() and not options.overwrite:
            raise OutputExists(f"{path} exists already.")


def _outputs(options: Namespace, recipe: Recipe) -> list[Path]:
    from flux_desktop.services.export import numbered

    return numbered(options.out, int(recipe.params.get("count", 1)))


@contextlib.contextmanager
def _interruptible(job: Job) -> Iterator[None]:
    """Ctrl+C cancels the job, so that what was ordered is recorded as it is."""
    loop = asyncio.get_running_loop()
    try:
        loop.add_signal_handler(signal.SIGINT, job.cancel)
    except NotImplementedError:  # Windows: KeyboardInterrupt ends the loop, and the next start resumes the job
        yield
        return
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGINT)
