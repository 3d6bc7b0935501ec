"""What a second start says arrives as it was said; what nobody of ours can have said is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flux_desktop.core.handover import FILES, LIMIT, LONGEST, Handover

TOP = Path.cwd().anchor
"""Where whole paths begin: "/", and on Windows "C:\\" or another drive."""


@pytest.mark.parametrize("name", ["tmp/a.png", "tmp/ä ö.png", "tmp/a\nb.png", "tmp/\udcff.png"])
def test_a_message_arrives(name: str) -> None:
    said = Handover((f"{TOP}{name}", f"{TOP}other.jpg"), "token_TIME12")
    assert Handover.read(said.line()) == said
    assert said.line().count(b"\n") == 1


def test_the_sample_is_asked_for_by_no_path() -> None:
    said = Handover(sample=True)
    assert Handover.read(said.line()) == said
    assert not Handover.read(b'{"files": [], "token": "", "sample": "yes"}').sample


def test_the_longest_message_is_within_the_limit() -> None:
    said = Handover((TOP + "\udcff" * (LONGEST - len(TOP)),) * (FILES + 5), "x" * LONGEST)
    assert len(said.line()) < LIMIT
    assert len(Handover.read(said.line()).files) == FILES


@pytest.mark.parametrize(
    "data",
    [
        [],
        None,
        {},
        {"files": [], "token": None},
        {"files": "/tmp/a.png", "token": ""},
        {"files": [1], "token": ""},
        {"files": ["a.png"], "token": ""},
        {"files": ["/tmp/a\0b"], "token": ""},
        {"files": ["/" + "a" * LONGEST], "token": ""},
        {"files": ["/a"] * (FILES + 1), "token": ""},
        {"files": [], "token": "x" * (LONGEST + 1)},
        {"files": [], "token": "a\x1bb"},
    ],
)
def test_what_is_no_message_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match=r"^no "):
        Handover.read(json.dumps(data).encode())


@pytest.mark.parametrize("line", [b"", b"{", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_json_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Handover.read(line)
