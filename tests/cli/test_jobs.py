"""`jobs`: what earlier commands left, as it really is, and how it is resumed or given up."""

from __future__ import annotations

import asyncio
import hashlib
import json
from pathlib import Path

import pytest

from flux_desktop.core.edit import Recipe
from flux_desktop.core.settings import Settings
from flux_desktop.providers.onemin import OneMin as OneMinProvider
from flux_desktop.services.assembly import assemble
from flux_desktop.services.inputs import Inputs
from tests.cli.support import ASSETS, FEATURES, RESULT, Cli, opened, photo
from tests.simulators.faults import Fault, answer
from tests.simulators.onemin import OneMin


def left_behind(cli: Cli, gate: str, out: Path | None = None) -> str:
    """Start an edit in another program and end that, as a kill does, while a request is held; the job's id."""

    async def start() -> str:
        program = assemble(Path(cli.environ["FLUX_DESKTOP_HOME"]), Settings(), cli.environ)
        node, _ = program.pictures.open_file(photo(cli.folder))
        recipe = Recipe("make it blue", "onemin", "flux-2-klein-4b-edit", {"megapixels": "0.25", "seed": 7})
        wanted = {"path": str(out), "overwrite": False} if out else None
        job = program.queue.submit(recipe, Inputs(node.id, node.asset), wanted)
        await asyncio.to_thread(cli.host.wait_held, gate)
        await program.queue.close(grace=0)
        await program.close()
        return job.id

    Path(cli.environ["FLUX_DESKTOP_HOME"]).mkdir(exist_ok=True)
    id = asyncio.run(start())
    cli.host.release(gate)
    return id


def test_nothing_to_do(cli: Cli) -> None:
    for action in ("list", "resume"):
        done = cli("jobs", action, "--json")
        assert (done.code, done.json) == (0, {"jobs": []})
    assert cli("jobs").out == "No unfinished jobs.\n"
    assert cli("jobs", "resume").out == "Nothing to resume.\n"


def test_a_job_that_was_never_ordered(cli: Cli, tmp_path: Path, host: OneMin) -> None:
    host.fault(Fault(ASSETS, gate="never ordered"))
    id = left_behind(cli, "never ordered", tmp_path / "out.webp")
    (job,) = cli("jobs", "list", "--json").json["jobs"]
    assert (job["job"], job["seed"], job["outputs"], job["error"]) == (id, 7, [], None)
    assert job["status"] in ("waiting", "uploading")
    assert "interrupted" in cli("jobs").out
    other = ("generate", "-p", "clouds", "--set", "megapixels=0.25", "-o")
    assert "An earlier job waits for you" in cli(*other, tmp_path / "1.png").err
    done = cli("jobs", "resume", "--json")
    (job,) = done.json["jobs"]
    assert (done.code, job["job"], job["status"]) == (0, id, "done")
    assert job["outputs"][0]["path"] == str(tmp_path / "out.webp")
    assert opened(tmp_path / "out.webp")[0] == "WEBP"
    assert len(host.orders) == 1
    assert cli("jobs", "resume", "--json").json == {"jobs": []}
    assert "waits for you" not in cli(*other, tmp_path / "2.png").err


def test_a_job_whose_order_was_on_its_way(cli: Cli, tmp_path: Path, host: OneMin) -> None:
    host.fault(Fault(FEATURES, gate="on its way", when="after"))
    id = left_behind(cli, "on its way", tmp_path / "out.webp")
    for _ in range(2):
        (job,) = cli("jobs", "list", "--json").json["jobs"]
        assert (job["job"], job["status"]) == (id, "unknown")
        assert "charged" in job["error"]["hint"]
        assert job["error"]["place"] == OneMinProvider.account_url
    assert f"Look it up: {OneMinProvider.account_url}" in cli("jobs").out
    done = cli("jobs", "resume", "--json")
    assert done.code == 7
    assert [job["status"] for job in done.json["jobs"]] == ["unknown"]
    assert "may have been charged" in done.err
    assert f"Look there: {OneMinProvider.account_url}" in done.err
    assert not (tmp_path / "out.webp").exists()
    again = cli("jobs", "resume", "--json")
    assert (again.code, again.json) == (0, {"jobs": []})
    assert f"jobs cancel {id}" in again.err
    assert f"Look it up: {OneMinProvider.account_url}" in again.err
    assert "may have been charged" in cli("jobs").out
    assert cli("jobs", "cancel", id, "--json").json["jobs"][0]["status"] == "cancelled"
    assert cli("jobs", "list", "--json").json == {"jobs": []}
    assert len(host.orders) == 1


def test_a_job_that_was_ordered(cli: Cli, host: OneMin) -> None:
    host.fault(Fault(RESULT, gate="ordered"))
    id = left_behind(cli, "ordered")
    (job,) = cli("jobs", "list", "--json").json["jobs"]
    assert job["status"] in ("running", "downloading")
    done = cli("jobs", "resume", id)
    assert (done.code, done.out.splitlines()[0]) == (0, f"{id}  done")
    assert len(host.orders) == 1
    assert cli("jobs", "resume", id).code == 2
    assert cli("jobs", "resume", "x").code == 2


def test_a_download_that_failed_is_collected_later(cli: Cli, tmp_path: Path, host: OneMin) -> None:
    host.fault(answer(RESULT, 404, b"gone", times=2))
    edited = cli.edit()
    assert edited.code == 5
    (job,) = cli("jobs", "list", "--json").json["jobs"]
    assert (job["job"], job["status"], job["error"]["kind"]) == (edited.json["job"], "failed", "unavailable")
    assert "paid" in cli("jobs").out
    assert cli("jobs", "resume", "--json").code == 5
    assert not (tmp_path / "out.webp").exists()
    assert cli("jobs", "resume", "--json").json["jobs"][0]["outputs"][0]["path"] == str(tmp_path / "out.webp")
    assert opened(tmp_path / "out.webp")[0] == "WEBP"
    assert len(host.orders) == 1


def test_a_job_can_be_given_up(cli: Cli, host: OneMin) -> None:
    host.fault(Fault(ASSETS, gate="given up"))
    id = left_behind(cli, "given up")
    assert cli("jobs", "cancel", id).out == f"{id}  cancelled\n"
    assert cli("jobs", "resume", "--json").json == {"jobs": []}
    assert cli("jobs", "cancel", id).code == 2
    assert host.orders == []


# A job that is done, but whose file was not written.


@pytest.fixture
def undelivered(cli: Cli, tmp_path: Path, host: OneMin) -> str:
    """The id of a job that another program collected after the command had died."""
    host.fault(Fault(RESULT, gate="undelivered"))
    id = left_behind(cli, "undelivered", tmp_path / "out.webp")

    async def collect() -> None:
        program = assemble(Path(cli.environ["FLUX_DESKTOP_HOME"]), Settings(), cli.environ)
        for job in program.queue.resume():
            await job.wait()
        await program.close()

    asyncio.run(collect())
    host.reset()
    return id


def test_what_was_not_written_is_written(cli: Cli, tmp_path: Path, host: OneMin, undelivered: str) -> None:
    (job,) = cli("jobs", "list", "--json").json["jobs"]
    assert (job["job"], job["status"], job["outputs"][0]["path"]) == (undelivered, "done", None)
    assert "not written yet" in cli("jobs").out
    done = cli("jobs", "resume", "--json")
    (job,) = done.json["jobs"]
    assert (done.code, job["status"], job["outputs"][0]["path"]) == (0, "done", str(tmp_path / "out.webp"))
    assert opened(tmp_path / "out.webp")[0] == "WEBP"
    assert host.arrived == []
    assert cli("jobs", "list", "--json").json == {"jobs": []}


def test_what_was_written_but_not_noted_counts_as_written(cli: Cli, tmp_path: Path, undelivered: str) -> None:
    (node,) = cli("history", "--json").json["nodes"]
    cli("history", "export", node["id"], "-o", tmp_path / "out.webp")
    written = hashlib.sha256((tmp_path / "out.webp").read_bytes()).hexdigest()
    done = cli("jobs", "resume", undelivered, "--json")
    assert (done.code, done.json["jobs"][0]["outputs"][0]["sha256"]) == (0, written)
    assert cli("jobs", "list", "--json").json == {"jobs": []}


def test_a_file_in_the_way_is_not_overwritten(cli: Cli, tmp_path: Path, undelivered: str) -> None:
    (tmp_path / "out.webp").write_bytes(b"mine")
    done = cli("jobs", "resume", "--json")
    (job,) = done.json["jobs"]
    assert (done.code, job["status"], job["outputs"]) == (5, "failed", [])
    assert job["error"]["retryable"]
    assert "history export" in job["error"]["hint"]
    assert (tmp_path / "out.webp").read_bytes() == b"mine"
    (tmp_path / "out.webp").unlink()
    assert cli("jobs", "resume", "--json").code == 0
    assert cli("jobs", "list", "--json").json == {"jobs": []}


def test_it_can_stay_unwritten(cli: Cli, tmp_path: Path, undelivered: str) -> None:
    assert cli("jobs", "cancel", undelivered, "--json").json["jobs"][0]["status"] == "done"
    assert cli("jobs", "resume", "--json").json == {"jobs": []}
    assert not (tmp_path / "out.webp").exists()
    kept = cli("history", "list", "--json").json["nodes"]
    assert [node["seed"] for node in kept] == [7]
    assert json.dumps(kept)
