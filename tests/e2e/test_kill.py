"""kill -9 at any moment: the next start tells the truth, collects what was paid and orders nothing twice."""

from __future__ import annotations

import json
import subprocess
import time
import uuid
from pathlib import Path

import pytest
from PIL import Image

from flux_desktop.core.job import OrderState
from flux_desktop.store.library import Library
from tests.e2e.support.commands import Commands, commands
from tests.simulators.faults import Fault
from tests.simulators.onemin import OneMin

ASSETS, FEATURES, RESULT, KEYCHAIN = "POST /api/assets", "POST /api/features", "GET /storage", "GET /keychain"


def kill_at(cli: Commands, process: subprocess.Popen[str], gate: str) -> None:
    """kill -9 once the simulator holds a request of the process at `gate`, which is then opened."""
    cli.host.wait_held(gate)
    process.kill()
    process.communicate()
    cli.host.release(gate)


def gate_at(cli: Commands, route: str, **when: str) -> str:
    """Let the next request to `route` be held at a gate of its own."""
    gate = uuid.uuid4().hex
    cli.host.fault(Fault.from_json({"route": route, "gate": gate, **when}))
    return gate


def resumed_with_its_image(cli: Commands) -> None:
    """The one job is resumed, its file is written, it was ordered once, and then there is nothing left."""
    code, jobs = cli.jobs("resume")
    assert code == 0
    ((job, output),) = [(job, output) for job in jobs for output in job["outputs"]]
    assert (job["status"], job["seed"], job["error"]) == ("done", 7, None)
    assert output["path"] == str(cli.out)
    with Image.open(cli.out) as made:
        assert made.size == (output["width"], output["height"])
    assert len(cli.host.orders) <= 1
    assert cli.jobs("list") == (0, [])
    assert cli.jobs("resume") == (0, [])


SLOW_KEYCHAIN = """
import os, urllib.request
from keyring.backend import KeyringBackend

class Asking(KeyringBackend):
    priority = 1

    def get_password(self, service, username):
        return urllib.request.urlopen(os.environ["KEYCHAIN_URL"]).read().decode()

    def set_password(self, service, username, password):
        raise NotImplementedError
"""


def test_while_it_waits(cli: Commands) -> None:
    """For the user, whom the keychain asks for a password."""
    (cli.folder / "asking.py").write_text(SLOW_KEYCHAIN)
    gate = gate_at(cli, KEYCHAIN)
    environ = {
        "PYTHON_KEYRING_BACKEND": "asking.Asking",
        "KEYCHAIN_URL": f"{cli.host.url}/keychain",
        "FLUX_DESKTOP_ONEMIN_KEY": "",
        "PYTHONPATH": f"{cli.environ['PYTHONPATH']}:{cli.folder}",
    }
    kill_at(cli, cli.edit(environ=environ), gate)
    code, (job,) = cli.jobs("list")
    assert (code, job["status"], job["error"], job["outputs"]) == (0, "waiting", None, [])
    assert cli.host.orders == []
    resumed_with_its_image(cli)
    assert len(cli.host.orders) == 1


def test_while_it_uploads(cli: Commands) -> None:
    kill_at(cli, cli.edit(), gate_at(cli, ASSETS))
    _, (job,) = cli.jobs("list")
    assert job["status"] in ("waiting", "uploading")  # the word is written beside the work
    assert job["error"] is None
    assert cli.host.orders == []
    resumed_with_its_image(cli)
    assert len(cli.host.orders) == 1


@pytest.mark.parametrize("when", ["before", "after"])
def test_while_it_runs(cli: Commands, when: str) -> None:
    """1min.ai answers in one call: whether it was before or after the order was accepted, nobody here can know."""
    kill_at(cli, cli.edit(), gate_at(cli, FEATURES, when=when))
    _, (job,) = cli.jobs("list")
    assert job["status"] == "unknown"
    code, (job,) = cli.jobs("resume")
    assert (code, job["status"], job["outputs"], job["error"]["retryable"]) == (7, "unknown", [], False)
    assert "may have been charged" in job["error"]["hint"]
    assert cli.jobs("resume") == (0, [])
    _, (listed,) = cli.jobs("list")
    assert (listed["status"], listed["error"]) == ("unknown", job["error"])
    assert cli.jobs("cancel", job["job"])[0] == 0
    assert cli.jobs("list") == (0, [])
    assert not cli.out.exists()
    assert len(cli.host.seen(FEATURES)) == 1


def test_while_it_downloads_twice(cli: Commands) -> None:
    kill_at(cli, cli.edit(), gate_at(cli, RESULT))
    _, (job,) = cli.jobs("list")
    assert job["status"] in ("running", "downloading")
    assert job["error"] is None
    kill_at(cli, cli.start("jobs", "resume"), gate_at(cli, RESULT))
    resumed_with_its_image(cli)
    assert len(cli.host.orders) == 1


def test_between_two_of_several(cli: Commands) -> None:
    cli.host.fault(Fault(RESULT))
    gate = gate_at(cli, RESULT)
    kill_at(cli, cli.edit("--set", "count=2"), gate)
    code, (job,) = cli.jobs("resume")
    assert (code, job["status"]) == (0, "done")
    assert [output["seed"] for output in job["outputs"]] == [7, 8]
    assert [order["promptObject"]["seed"] for order in cli.host.orders] == [7, 8]


def test_two_that_resume_at_once(cli: Commands) -> None:
    kill_at(cli, cli.edit(), gate_at(cli, RESULT))
    gate = gate_at(cli, RESULT)
    first = cli.start("jobs", "resume", "--json")
    cli.host.wait_held(gate)
    assert cli.jobs("resume") == (0, [])
    assert [job["error"] for job in cli.jobs("list")[1]] == [None]
    cli.host.release(gate)
    out, _ = first.communicate()
    assert [job["status"] for job in json.loads(out)["jobs"]] == ["done"]
    assert len(cli.host.seen(RESULT)) == 2  # the one that was killed, and one of these two


def test_offline_while_it_runs(cli: Commands) -> None:
    words = ("photo.jpg", "-p", "oil painting", "--set", "megapixels=1", "--set", "seed=7", "-o", cli.out)
    process = cli.start("edit", *words)
    library = Library(_made(cli.folder / "home" / "library.sqlite"))
    while not (jobs := library.jobs()) or jobs[0].orders[0].state is OrderState.NEW:
        assert process.poll() is None, "it ended too soon"
    assert jobs[0].orders[0].state is OrderState.ORDERING
    process.kill()
    process.communicate()
    library.close()
    _, (job,) = cli.jobs("list")
    assert (job["status"], job["error"]) == ("running", None)
    resumed_with_its_image(cli)


def _made(path: Path) -> Path:
    while not path.exists():
        time.sleep(0.005)
    return path


@pytest.mark.parametrize("share", [0.4, 0.55, 0.7, 0.8, 0.9])
def test_at_any_moment(cli: Commands, whole: float, share: float) -> None:
    process = cli.edit()
    try:
        process.wait(whole * share)
    except subprocess.TimeoutExpired:
        process.kill()
    process.communicate()
    code, jobs = cli.jobs("resume")
    statuses = [job["status"] for job in jobs]
    assert (code, statuses) in ((0, []), (0, ["done"]), (7, ["unknown"]))
    assert len(cli.host.seen(FEATURES)) <= 1
    if cli.out.exists():
        assert len(cli.host.orders) == 1
    else:  # it was killed before it was written down, or nobody knows
        assert len(cli.host.orders) == 0 or statuses == ["unknown"]
    assert [job["status"] for job in cli.jobs("list")[1]] == [status for status in statuses if status == "unknown"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, host_server: OneMin) -> float:
    """Seconds that an edit takes which nobody kills."""
    host_server.reset()
    folder = tmp_path_factory.mktemp("whole")
    Image.linear_gradient("L").resize((480, 320)).convert("RGB").save(folder / "photo.jpg")
    with commands(folder, host_server) as started:
        for _ in range(2):
            begin = time.monotonic()
            process = started.edit("--overwrite")
            process.communicate()
            assert process.returncode == 0
        return time.monotonic() - begin
