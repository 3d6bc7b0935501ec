"""The command line as a program: its streams, its signals, and what it loads."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import uuid

import pytest

from tests.e2e.support.commands import Commands
from tests.simulators.faults import Fault

ASSETS, FEATURES, RESULT = "POST /api/assets", "POST /api/features", "GET /storage"
unix = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals of Unix")


def gate_at(cli: Commands, route: str) -> str:
    gate = uuid.uuid4().hex
    cli.host.fault(Fault(route, gate=gate))
    return gate


def test_one_object_on_standard_output_and_all_else_on_the_other(cli: Commands) -> None:
    process = cli.start("edit", "photo.jpg", "-p", "a bit warmer", "-o", "out.webp", "--json")
    out, err = process.communicate()
    assert (process.returncode, out.count("\n")) == (0, 1)
    told = json.loads(out)
    assert told["outputs"][0]["path"] == "out.webp"
    assert (cli.folder / "out.webp").is_file()
    assert err.startswith("Understood")


def test_what_an_edit_offline_needs_not_load(cli: Commands) -> None:
    words = ["flux-desktop", "edit", "photo.jpg", "-p", "sepia", "-o", "out.png"]
    needless = ("PySide6", "qasync", "httpx", "keyring", "tqdm", "platformdirs", "truststore")
    code = (
        f"import sys; sys.argv = {words!r}; from flux_desktop.__main__ import main; assert main() == 0; "
        f"print(*(name for name in {needless!r} if name in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=cli.environ, cwd=cli.folder, capture_output=True, text=True, check=True
    )
    assert done.stderr.splitlines()[-1] == ""


@unix
@pytest.mark.parametrize(("route", "words"), [(FEATURES, "may still be charged"), (RESULT, "Retry collects it")])
def test_an_interrupted_edit_says_what_became_of_it(cli: Commands, route: str, words: str) -> None:
    gate = gate_at(cli, route)
    process = cli.edit()
    cli.host.wait_held(gate)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    cli.host.release(gate)
    told = json.loads(out)
    assert (process.returncode, told["status"], told["outputs"], told["error"]) == (130, "cancelled", [], None)
    assert words in err
    assert "Traceback" not in err
    code, jobs = cli.jobs("resume", told["job"]) if route == RESULT else cli.jobs("resume")
    assert (code, [job["status"] for job in jobs]) == (0, ["done"] if route == RESULT else [])
    assert cli.out.exists() == (route == RESULT)
    assert len(cli.host.seen(FEATURES)) == 1


@unix
def test_an_interrupted_resume_can_be_resumed(cli: Commands) -> None:
    gates = [gate_at(cli, RESULT), gate_at(cli, RESULT)]
    killed = cli.edit()
    cli.host.wait_held(gates[0])
    killed.kill()
    process = cli.start("jobs", "resume", "--json")
    cli.host.wait_held(gates[1])
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    for gate in gates:
        cli.host.release(gate)
    assert (process.returncode, json.loads(out)["status"]) == (130, "cancelled")
    assert "Traceback" not in err
    code, (job,) = cli.jobs("resume")
    assert (code, job["status"], len(cli.host.orders)) == (0, "done", 1)


@unix
def test_a_terminal_shows_the_stage_and_a_clock_that_goes_on(cli: Commands) -> None:
    import pty
    import termios

    gate = gate_at(cli, FEATURES)
    screen, terminal = pty.openpty()
    termios.tcsetwinsize(terminal, (24, 80))
    process = cli.edit(stderr=terminal)
    os.close(terminal)
    shown = ""
    while not re.search(r"running +.*00:0[1-9]", shown):
        shown += os.read(screen, 4096).decode()
    assert "uploading" in shown
    cli.host.release(gate)
    assert process.stdout is not None
    out = process.stdout.read()
    assert process.wait() == 0
    os.close(screen)
    assert json.loads(out)["status"] == "done"


@unix
def test_a_reader_that_goes_away(cli: Commands) -> None:
    reader, writer = os.pipe()
    process = cli.start("models", stdout=writer)
    os.close(writer)
    os.close(reader)
    _, err = process.communicate()
    assert (process.returncode, err) == (0, "")


def test_a_terminal_with_few_letters(cli: Commands) -> None:
    environ = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    process = cli.start("edit", "photo.jpg", "-p", "black and white", "-o", "schön.png", environ=environ)
    out, _ = process.communicate()
    assert process.returncode == 0
    assert "sch\\xf6n.png  480\\xd7320" in out


@pytest.mark.parametrize("words", [("--help",), ("edit", "--help"), ("--version",)])
def test_help(cli: Commands, words: tuple[str, ...]) -> None:
    process = cli.start(*words)
    out, err = process.communicate()
    assert (process.returncode, err) == (0, "")
    assert "flux-desktop" in out
