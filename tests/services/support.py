"""Starts and ends of a program over one home folder, and what it works on."""

from __future__ import annotations

import asyncio
import io
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal

from PIL import Image

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.job import JobRecord
from flux_desktop.core.params import Value
from flux_desktop.core.settings import Settings
from flux_desktop.services.assembly import Program, assemble
from flux_desktop.services.inputs import Inputs
from flux_desktop.services.job import Job
from tests.simulators.faults import Fault
from tests.simulators.onemin import OneMin

__all__ = [
    "ASSETS",
    "FEATURES",
    "RESULT",
    "Home",
    "held",
    "hosted",
    "offline",
    "picture",
    "record",
    "states",
    "stop_at",
]

ASSETS, FEATURES, RESULT = "POST /api/assets", "POST /api/features", "GET /storage"


class Home:
    """A home folder, with the programs that were started over it."""

    def __init__(self, folder: Path, host: OneMin) -> None:
        folder.mkdir()
        self.folder = folder
        self.environ = {"FLUX_DESKTOP_ONEMIN_URL": host.url, "FLUX_DESKTOP_ONEMIN_KEY": host.key}
        self._running: list[Program] = []

    def start(self) -> Program:
        self._running.append(assemble(self.folder, Settings(), self.environ))
        return self._running[-1]

    async def stop(self, program: Program) -> None:
        """End a program as a kill does: what is under way stays on the disk as it is."""
        self._running.remove(program)
        await program.queue.close(grace=0)
        await program.close()

    async def restart(self, program: Program) -> Program:
        await self.stop(program)
        return self.start()

    @contextmanager
    def refusing(self, event: str) -> Iterator[None]:
        """While inside, the library refuses such a change, e.g. `INSERT ON jobs`, as it does on a full disk."""
        with closing(sqlite3.connect(self.folder / "library.sqlite")) as connection:
            connection.execute(f"CREATE TRIGGER refuse BEFORE {event} BEGIN SELECT RAISE(ABORT, 'no'); END")
            yield
            connection.execute("DROP TRIGGER refuse")

    async def close(self) -> None:
        for program in list(self._running):
            await self.stop(program)


def picture(width: int = 48, height: int = 32, colour: str = "#a03020") -> bytes:
    """A small PNG."""
    kept = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(kept, "PNG")
    return kept.getvalue()


def hosted(program: Program, **params: Value) -> Job:
    """An edit at the simulated 1min.ai, submitted."""
    node, _ = program.pictures.open_bytes(picture(), "photo.png")
    recipe = Recipe("make it blue", "onemin", "flux-2-klein-4b-edit", {"megapixels": "0.25", **params})
    return program.queue.submit(recipe, Inputs(node.id, node.asset))


def offline(program: Program, prompt: str = "sepia", data: bytes = b"", **params: Value) -> Job:
    """An offline edit of a picture file, submitted."""
    node, _ = program.pictures.open_bytes(data or picture(), "photo.png")
    return program.queue.submit(Recipe(prompt, "offline", "offline-edit", params), Inputs(node.id, node.asset))


async def end_of(job: Job) -> JobState:
    """The state that `job` ends in."""
    await job.wait()
    return job.state


async def held(host: OneMin, gate: str) -> None:
    """Until the simulator holds a request at `gate`."""
    await asyncio.to_thread(host.wait_held, gate)


def record(program: Program, job: Job | str) -> JobRecord:
    """The job as it is on disk."""
    found = program.queue.library.job(job if isinstance(job, str) else job.id)
    assert found is not None
    return found


def states(program: Program, job: Job) -> list[JobState]:
    """The states that `job` goes through from now on, each once in a row."""
    seen: list[JobState] = []

    def follow(changed: Job) -> None:
        if changed is job and changed.state not in seen[-1:]:
            seen.append(changed.state)

    program.queue.job_changed.connect(follow)
    return seen


def stop_at(host: OneMin, route: str, when: Literal["before", "after"] = "before") -> str:
    """Let the next request to `route` be held; the name of its gate, which is new each time."""
    gate = uuid.uuid4().hex
    host.fault(Fault(route, gate=gate, when=when))
    return gate
