"""What was spent on the command line, and the budgets that hold there."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from flux_desktop.store.paths import Paths
from tests.cli.support import Cli, Done, photo
from tests.simulators.fal import Fal
from tests.simulators.lumenfall import Lumenfall

ON_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
"""Makes standard input the terminal that Ctrl+C comes from, then runs Python with these words."""


@pytest.fixture(scope="module")
def priced_server() -> Iterator[Lumenfall]:
    with Lumenfall() as server:
        yield server


@pytest.fixture
def priced(priced_server: Lumenfall, cli: Cli) -> Lumenfall:
    """A host that takes a cent a megapixel and tells what it took."""
    priced_server.reset()
    cli.environ |= {
        "FLUX_DESKTOP_LUMENFALL_URL": priced_server.base_url,
        "FLUX_DESKTOP_LUMENFALL_KEY": priced_server.key,
    }
    return priced_server


def words_of(cli: Cli, *more: object) -> tuple[object, ...]:
    edit = (
        "edit",
        photo(cli.folder),
        "-p",
        "make it red",
        "--provider",
        "lumenfall",
        "--model",
        "flux-2-klein-4b-edit",
    )
    return (*edit, "-o", cli.folder / "out.webp", "--overwrite", "--json", *more)


def run(cli: Cli, *more: object) -> Done:
    return cli(*words_of(cli, *more))


def allow(cli: Cli, **budgets: float) -> None:
    file = Paths(cli.folder / "home").settings
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({f"budget_{name}": amount for name, amount in budgets.items()}))


def lines(cli: Cli, *words: object) -> list[dict[str, Any]]:
    found = cli("spending", "--json", *words).json["lines"]
    assert isinstance(found, list)
    return found


def test_what_was_spent_and_on_what(cli: Cli, priced: Lumenfall) -> None:
    allow(cli, day_soft=1, month_hard=20)
    cost = run(cli).json["cost"]
    run(cli)
    cli("generate", "-p", "sunset gradient", "-o", cli.folder / "sky.png")
    today = datetime.now().date().isoformat()
    paid, free = sorted(lines(cli), key=lambda line: line["provider"])
    assert paid == {
        "day": today, "provider": "lumenfall", "model": "flux-2-klein-4b-edit", "currency": "USD",
        "billed": pytest.approx(2 * cost["amount"]), "estimated": 0, "orders": 2,
    }  # fmt: skip
    assert (free["provider"], free["billed"]) == ("offline", 0)
    day, month = cli("spending", "--json").json["budgets"]
    assert (day["spent"], day["soft"], day["hard"]) == (pytest.approx(2 * cost["amount"]), 1, None)
    assert (month["period"], month["open"], month["hard"]) == ("month", 0, 20)
    told = cli("spending").out
    assert f"{today}  lumenfall  flux-2-klein-4b-edit  $0." in told
    assert "Today: $0." in told
    assert "(asks above $1.00)" in told
    assert f"{today}  offline  offline-generate  free  1 order\n" in told


def test_it_is_added_up_by_one_thing_and_from_a_day_on(cli: Cli, priced: Lumenfall) -> None:
    run(cli)
    assert [set(line) - {"currency", "billed", "estimated", "orders"} for line in lines(cli, "--by", "provider")] == [
        {"provider"}
    ]
    today = datetime.now().date()
    assert len(lines(cli, "--since", today)) == 1
    assert lines(cli, "--since", today + timedelta(days=1)) == []


@pytest.mark.parametrize("since", ["yesterday", "2026-13-01", "26", "0001-01-01" * 2])
def test_a_day_that_is_none(cli: Cli, since: str) -> None:
    done = cli("spending", "--since", since, "--json")
    assert (done.code, done.json["error"]["kind"]) == (2, "input")


def test_the_ledger_goes_into_a_file(cli: Cli, priced: Lumenfall) -> None:
    id = run(cli).json["job"]
    file = cli.folder / "ledger.csv"
    assert cli("spending", "--csv", file).code == 0
    _, row = csv.reader(file.read_text().splitlines())
    assert (row[1], row[5], row[6]) == ("lumenfall", "billed", id)
    assert datetime.fromisoformat(row[0]).tzinfo is not None
    assert cli("spending", "--csv", file, "--json").json["error"]["kind"] == "input"
    assert cli("spending", "--csv", file, "--overwrite", "--json").json["csv"] == str(file)


def test_nothing_was_spent(cli: Cli) -> None:
    assert cli("spending").out.splitlines() == ["Today: $0.00 spent (no budget)", "This month: $0.00 spent (no budget)"]


def test_a_dry_run_tells_the_price_that_the_host_names(cli: Cli, priced: Lumenfall) -> None:
    told = run(cli, "--dry-run").json["cost"]
    assert (len(priced.dry_runs), priced.orders) == (1, [])
    assert told["kind"] == "estimated"
    assert run(cli).json["cost"] == {**told, "kind": "billed"}
    del cli.environ["FLUX_DESKTOP_LUMENFALL_KEY"]
    assert run(cli, "--dry-run").json["cost"]["amount"] > 0, "what the program works out itself"


# Budgets.


def test_6_above_the_hard_budget(cli: Cli, priced: Lumenfall) -> None:
    allow(cli, day_hard=0.001)
    for more in ((), ("--over-budget",)):
        done = run(cli, *more)
        assert (done.code, done.json["status"], done.json["job"]) == (6, "failed", None)
        assert (done.json["error"]["kind"], done.json["error"]["action"]) == ("credit", "open_money")
    assert (priced.orders, priced.dry_runs, cli("jobs", "--json").json) == ([], [], {"jobs": []})


def test_6_above_the_soft_budget_where_nobody_can_be_asked(cli: Cli, priced: Lumenfall) -> None:
    allow(cli, month_soft=0.001)
    done = run(cli)
    assert (done.code, done.json["error"]["kind"]) == (6, "credit")
    assert "--over-budget" in done.json["error"]["hint"]
    assert priced.orders == []
    assert run(cli, "--over-budget").code == 0
    assert len(priced.orders) == 1


def test_6_a_host_is_asked_for_a_price_that_nobody_else_knows(cli: Cli) -> None:
    with Fal() as fal:
        cli.environ |= {"FLUX_DESKTOP_FAL_URL": fal.base_url, "FLUX_DESKTOP_FAL_API_URL": fal.api_url}
        cli.environ["FLUX_DESKTOP_FAL_KEY"] = fal.key
        words = words_of(cli, "--provider", "fal", "--model", "flux-2-klein-9b-edit")
        allow(cli, day_hard=0.000001)
        done = cli(*words)
        assert (done.code, fal.orders) == (6, [])
        assert "this would cost about $0." in done.json["error"]["title"]
        assert [request.partition(" ")[2] for request in fal.arrived] == ["/v1/models/pricing"]


@pytest.mark.parametrize(("answer", "code", "orders"), [(b"y\n", 0, 1), (b"\n", 6, 0), (b"\x03", 130, 0)])
def test_a_terminal_is_asked(cli: Cli, priced: Lumenfall, answer: bytes, code: int, orders: int) -> None:
    allow(cli, day_soft=0.001)
    leader, terminal = pytest.importorskip("pty").openpty()
    words = [sys.executable, "-c", ON_TERMINAL, "-m", "flux_desktop", *map(str, words_of(cli))]
    with subprocess.Popen(
        words, env={**os.environ, **cli.environ}, stdin=terminal, stdout=subprocess.PIPE, stderr=terminal,
        start_new_session=True, text=True,
    ) as process:  # fmt: skip
        os.close(terminal)
        asked = b""
        while b"Run it? [y/N]" not in asked:
            asked += os.read(leader, 1000)
        os.write(leader, answer)
        told = json.loads(process.communicate(timeout=30)[0])
    os.close(leader)
    assert (process.returncode, told["error"] is None, len(priced.orders)) == (code, not code, orders)
    assert b"today's budget of $0.001" in asked
