"""Text for a report: the stamp of a build, and facts one a line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flux_desktop.services import diagnostics
from flux_desktop.services.diagnostics import Build, build, program_facts, report


@pytest.fixture
def stamp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(diagnostics, "resource", lambda name: tmp_path / name)
    return tmp_path / "build.json"


def test_a_build_says_where_it_comes_from(stamp: Path) -> None:
    stamp.write_text(json.dumps({"commit": "0123456789abcdef", "channel": "deb"}), "utf-8")
    assert build() == Build("0123456789abcdef", "deb")
    assert str(build()) == "deb, 0123456789"
    assert ("Flux Desktop", "0.1.0 (deb, 0123456789)") in program_facts()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"commit": ["x", "y"], "channel": "a b"}', '{"commit": {}}'])
def test_a_stamp_that_is_none_says_nothing(stamp: Path, text: str) -> None:
    stamp.write_text(text, "utf-8")
    assert str(build()) == ""


@pytest.mark.usefixtures("stamp")
def test_from_source_there_is_no_stamp() -> None:
    assert build() == Build()


def test_facts_stand_one_a_line_and_empty_ones_not_at_all() -> None:
    assert report([("Python", "3.11"), ("Desktop", "")], ["Rejected", "Unreachable", "Rejected"]) == (
        "Python: 3.11\nErrors of this run: Rejected × 2, Unreachable\n"
    )
    assert report([], []) == "Errors of this run: none\n"
