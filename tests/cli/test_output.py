"""Standard output is for the result, standard error for everything else."""

from __future__ import annotations

import json

import pytest

from flux_desktop.cli.output import Out
from flux_desktop.core.errors import Cancelled, OutcomeUnknown


def test_one_object_and_no_more(capsys: pytest.CaptureFixture[str]) -> None:
    out = Out(json=True)
    out.line("for people")
    out.result({"prompt": "grün \udcff 猫"})
    assert out.fail(Cancelled("Interrupted.")) == 130
    told = capsys.readouterr()
    assert told.out.isascii()
    assert json.loads(told.out) == {"prompt": "grün \udcff 猫"}
    assert told.err.startswith("Interrupted.\n")


def test_people_get_no_json(capsys: pytest.CaptureFixture[str]) -> None:
    out = Out(json=False)
    out.line("a line")
    out.result({"a": 1})
    assert out.fail(OutcomeUnknown("The answer was lost.", request_id="r-17")) == 7
    told = capsys.readouterr()
    assert told.out == "a line\n"
    assert told.err.splitlines()[0] == "The answer was lost. (request r-17)"
    assert "may have been charged" in told.err
