"""Every exit code, over real HTTP, with the JSON that goes with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.support import ASSETS, FEATURES, RESULT, Cli, photo
from tests.simulators.base import Simulator
from tests.simulators.faults import Fault, answer, html
from tests.simulators.onemin import OneMin


def told(cli: Cli, *words: object) -> tuple[int, str, str, bool]:
    """Exit code, status, and kind and retryable of the error; what every failure must have."""
    done = cli.edit(*words)
    error = done.json["error"]
    assert {"kind", "title", "hint", "request_id", "retryable"} <= set(error)
    assert error["title"].endswith((".", "…"))
    assert error["hint"]
    assert error["title"] in done.err
    assert error["hint"] in done.err
    return done.code, done.json["status"], error["kind"], error["retryable"]


@pytest.mark.parametrize(
    "words",
    [
        ("--set", "steps=51"),
        ("--set", "steps=many"),
        ("--set", "steps"),
        ("--set", "guidance=3"),
        ("--set", "format=gif"),
        ("--model", "flux-9"),
        ("--model", "flux-2-klein-4b"),
        ("--provider", "nobody"),
        ("-p", "  "),
        ("-o", "out.xyz"),
        ("-o", "out"),
        ("--reference", "nowhere.png"),
        ("--region", "0,0,10"),
        ("--region", "0,0,10,0"),
        ("--region", "90,0,10,10"),
        ("--mask", "mask.png"),
        ("--steps", "20"),
    ],
)
def test_2_bad_input(cli: Cli, host: OneMin, words: tuple[str, ...]) -> None:
    assert told(cli, *words) == (2, "failed", "input", False)
    assert host.arrived == []


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\xff\xd8\xff\xe0 cut short"])
def test_2_not_a_picture(cli: Cli, tmp_path: Path, host: OneMin, content: bytes) -> None:
    (tmp_path / "photo.jpg").write_bytes(content)
    assert told(cli) == (2, "failed", "input", False)
    assert host.arrived == []


@pytest.mark.parametrize(
    "words",
    [("batch", "a.png"), ("edit",), ("nonsense",), (), ("jobs", "cancel"), ("jobs", "sing"), ("history", "show")],
)
def test_2_no_such_command(cli: Cli, words: tuple[str, ...]) -> None:
    done = cli(*words, "--json")
    assert (done.code, done.json["error"]["kind"]) == (2, "input")


def test_2_words_that_the_offline_editor_does_not_know(cli: Cli, tmp_path: Path) -> None:
    done = cli("edit", photo(tmp_path), "-p", "frobnicate", "-o", tmp_path / "o.png", "--json")
    assert (done.code, done.json["status"], done.json["error"]["kind"]) == (2, "failed", "input")
    assert "knows" in done.json["error"]["hint"]


def test_3_no_key(cli: Cli, host: OneMin) -> None:
    del cli.environ["FLUX_DESKTOP_ONEMIN_KEY"]
    assert told(cli) == (3, "failed", "key", False)
    assert "FLUX_DESKTOP_ONEMIN_KEY" in cli.edit("--overwrite").json["error"]["hint"]
    assert host.arrived == []


def test_3_a_key_that_is_refused(cli: Cli, host: OneMin) -> None:
    cli.environ["FLUX_DESKTOP_ONEMIN_KEY"] = "another-key-1234"
    assert told(cli) == (3, "failed", "key", False)
    assert host.orders == []


def test_4_refused_by_moderation(cli: Cli, host: OneMin) -> None:
    host.fault(answer(FEATURES, 400, {"message": "NSFW content detected"}, x_request_id="r-17"))
    assert told(cli) == (4, "failed", "refused", False)


def test_4_an_invalid_request_with_its_number(cli: Cli, host: OneMin) -> None:
    host.fault(answer(FEATURES, 422, {"message": "no"}, times=2, x_request_id="r-17"))
    assert told(cli) == (4, "failed", "input", False)
    done = cli.edit()
    assert done.json["error"]["request_id"] == "r-17"
    assert "(request r-17)" in done.err


def test_5_unavailable_after_retries(cli: Cli, host: OneMin) -> None:
    host.fault(answer(FEATURES, 503, {"message": "full"}, times=0, retry_after="0"))
    assert told(cli) == (5, "failed", "unavailable", True)
    assert len(host.seen(FEATURES)) > 1
    assert host.orders == []


def test_5_asked_to_wait_too_long(cli: Cli, host: OneMin) -> None:
    host.fault(answer(ASSETS, 429, {}, retry_after="1000"))
    assert told(cli) == (5, "failed", "rate", True)


def test_5_nobody_listens(cli: Cli) -> None:
    with Simulator() as gone:
        pass
    cli.environ["FLUX_DESKTOP_ONEMIN_URL"] = gone.url
    assert told(cli) == (5, "failed", "unavailable", True)


def test_5_the_result_cannot_be_fetched(cli: Cli, host: OneMin) -> None:
    host.fault(html(RESULT, 200))
    assert told(cli) == (5, "failed", "unavailable", True)
    assert len(host.orders) == 1


def test_6_no_credit(cli: Cli, host: OneMin) -> None:
    host.fault(answer(FEATURES, 402, {"message": "no credits left"}))
    assert told(cli)[:3] == (6, "failed", "credit")


@pytest.mark.parametrize("fault", [Fault(FEATURES, "reset_after"), html(FEATURES, 504)])
def test_7_it_may_have_been_charged(cli: Cli, host: OneMin, fault: Fault) -> None:
    host.fault(fault)
    assert told(cli) == (7, "unknown", "unavailable", False)
    assert "may have been charged" in cli("jobs", "list", "--json").json["jobs"][0]["error"]["hint"]
    assert len(host.seen(FEATURES)) == 1


BROKEN = """
from dataclasses import replace
from flux_desktop.providers.offline import Offline

class Broken(Offline):
    id = "broken"
    name = "Broken"

    @classmethod
    def models(cls):
        return tuple(replace(model, provider="broken") for model in Offline.models())

    async def start(self, request, report):
        raise ZeroDivisionError("a mistake")
"""
ENTRY = "[flux_desktop.providers]\nbroken = a_broken_provider:Broken\n"


@pytest.mark.expected_log
def test_70_a_fault_of_ours(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "package"
    (package / "a_broken_provider-1.dist-info").mkdir(parents=True)
    (package / "a_broken_provider.py").write_text(BROKEN)
    (package / "a_broken_provider-1.dist-info" / "entry_points.txt").write_text(ENTRY)
    (package / "a_broken_provider-1.dist-info" / "METADATA").write_text("Name: a-broken-provider\nVersion: 1\n")
    monkeypatch.syspath_prepend(package)
    done = cli("generate", "--provider", "broken", "-p", "clouds", "-o", tmp_path / "o.png", "--json")
    assert (done.code, done.json["status"], done.json["error"]["kind"]) == (70, "failed", "internal")
    assert "ZeroDivisionError" in done.json["error"]["title"]


@pytest.mark.expected_log
def test_70_a_fault_outside_of_a_job(cli: Cli, tmp_path: Path) -> None:
    done = cli("edit", photo(tmp_path), "-p", "sepia", "-o", tmp_path / "\0.png", "--json")
    assert (done.code, done.json["error"]["kind"]) == (70, "internal")


def test_0_after_all_that(cli: Cli, host: OneMin) -> None:
    host.fault(answer(ASSETS, 500, "oops"), Fault(RESULT, "reset_after"))
    assert cli.edit().code == 0
    assert len(host.orders) == 1
