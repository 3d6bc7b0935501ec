"""What the program adds to the exchange with a host: time over the bare HTTP, and the client's side of one edit.

The host is the same process for both. A budget in milliseconds was set on another machine: here it is as much longer
as Pillow takes longer, in the same run, for a piece of work that does not depend on what a picture shows.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.settings import Settings
from flux_desktop.services.assembly import Program, assemble
from flux_desktop.services.inputs import Inputs
from tests.benchmarks.canned_host import Canned, canned_host
from tests.benchmarks.pictures import photograph, saved

SIZE = (1152, 864)
RUN_SECONDS = 1.0
"""What a fast host takes for an edit of one megapixel: the shorter the run, the more an overhead shows."""

ROUNDS = 30
KEY = "onemin-test-key"
BUDGET = 0.060
RESIZE_SECONDS = 0.24
"""What `resize` below takes on the machine that the budget of 60 ms was set on."""


def answers(result: bytes, seconds: float) -> dict[str, Canned]:
    """1min.ai, as far as one edit needs it."""
    record = {"uuid": "1", "status": "SUCCESS", "temporaryUrl": "{home}/storage/made", "aiRecordDetail": {}}
    return {
        "POST /api/assets": Canned({"fileContent": {"path": "images/source"}}),
        "POST /api/features": Canned({"aiRecord": record}, seconds),
        "GET /storage": Canned(result),
    }


async def compared(
    ours: Callable[[], Awaitable[object]], theirs: Callable[[], Awaitable[object]], most: float
) -> tuple[float, float]:
    """The least seconds of both, in turns, after one time that does not count.

    What else the machine does only adds to a time: it is measured until ours is at most `most` times theirs, or given
    up after all rounds.
    """
    taken: list[tuple[float, float]] = []
    for _ in range(ROUNDS + 1):
        taken.append((await seconds(ours), await seconds(theirs)))
        least_ours, least_theirs = (min(times) for times in zip(*taken[1:] or taken, strict=True))
        if len(taken) > 3 and least_ours <= most * least_theirs:
            break
    return least_ours, least_theirs


async def seconds(work: Callable[[], Awaitable[object]]) -> float:
    begin = time.perf_counter()
    await work()
    return time.perf_counter() - begin


class Edit:
    """Edits of one picture at the host, one after the other, by the whole program but its window."""

    def __init__(self, program: Program, source: bytes) -> None:
        self._queue = program.queue
        node, _ = program.pictures.open_bytes(source, "photo")
        self._inputs = Inputs.of(node)

    async def __call__(self) -> None:
        recipe = Recipe("make the jacket blue", "onemin", "flux-2-klein-4b-edit", {"format": "png"})
        job = self._queue.submit(recipe, self._inputs)
        await job.wait()
        assert job.state is JobState.DONE, job.error


@pytest.fixture(scope="module")
def photo() -> Image.Image:
    return photograph(*SIZE)


@pytest.fixture(scope="module")
def png(photo: Image.Image) -> bytes:
    return saved(photo, "PNG", compress_level=1)


async def resize() -> None:
    """Work that takes the same for every picture."""
    Image.new("RGBA", (4096, 4096)).resize((1024, 1024), Image.Resampling.LANCZOS)


@asynccontextmanager
async def running(home: Path, url: str) -> AsyncIterator[Program]:
    """The program with 1min.ai at `url`, ready for its first call as it is a moment after the window's first paint."""
    program = assemble(home, Settings(), {"FLUX_DESKTOP_ONEMIN_URL": url, "FLUX_DESKTOP_ONEMIN_KEY": KEY})
    await program.http.warm()
    yield program
    await program.close()


async def bare(client: httpx.AsyncClient, url: str, sent: bytes) -> None:
    """The same exchange with nothing around it."""
    asset = await client.post(f"{url}/api/assets", files={"asset": ("source.png", sent, "image/png")})
    path = asset.json()["fileContent"]["path"]
    order = {"type": "IMAGE_EDITOR", "promptObject": {"prompt": "make the jacket blue", "imageUrl": path}}
    record = (await client.post(f"{url}/api/features", json=order)).json()["aiRecord"]
    assert (await client.get(record["temporaryUrl"])).content


async def test_a_job_against_the_bare_exchange(tmp_path: Path, png: bytes) -> None:
    """At most 1.15 times, where the host takes a second: upload, order and result of one megapixel each."""
    with canned_host(answers(png, RUN_SECONDS)) as url:
        async with running(tmp_path, url) as program, httpx.AsyncClient(timeout=30) as client:
            ours, theirs = await compared(Edit(program, png), lambda: bare(client, url, png), 1.15)
    print(f"\njob {ours * 1000:.0f} ms, bare exchange {theirs * 1000:.0f} ms: {ours / theirs:.3f}")  # noqa: T201
    assert ours <= 1.15 * theirs


SOURCES: dict[str, dict[str, Any]] = {
    "a PNG": {"format": "PNG", "compress_level": 1},
    "a JPEG": {"format": "JPEG", "quality": 95, "subsampling": 0},
}


@pytest.mark.parametrize("source", SOURCES)
async def test_the_clients_side_of_an_edit(tmp_path: Path, photo: Image.Image, png: bytes, source: str) -> None:
    """Encode, send, unpack, decode and keep, without loss in and out, at a host that answers at once."""
    with canned_host(answers(png, 0.0)) as url:
        async with running(tmp_path, url) as program:
            edit = Edit(program, saved(photo, **SOURCES[source]))
            ours, theirs = await compared(edit, resize, BUDGET / RESIZE_SECONDS)
    there = ours / theirs * RESIZE_SECONDS
    print(f"\n{source}: {ours * 1000:.0f} ms here, {there * 1000:.0f} ms there")  # noqa: T201
    assert there <= BUDGET
