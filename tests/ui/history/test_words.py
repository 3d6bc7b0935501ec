"""What a node is in words: nothing that its row shows is kept from a screen reader."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from flux_desktop.core.change import Change
from flux_desktop.core.edit import Recipe
from flux_desktop.core.history import HistoryNode, Treatment
from flux_desktop.core.region import Patch
from flux_desktop.ui.history.words import badge_of, marks_of, prompt_of, spoken, tip_of

NODE = HistoryNode(
    id="n",
    root="r",
    parent="r",
    asset="0" * 64,
    media_type="image/png",
    width=64,
    height=48,
    created=1_700_000_000.0,
    recipe=Recipe("make it blue", "offline", "offline-edit", {}),
    seed=7,
)


def test_a_plain_result_says_little() -> None:
    assert marks_of(NODE) == []
    assert badge_of(NODE) == ""
    assert tip_of(NODE) == "make it blue"
    now = replace(NODE, created=time.time() - 130)
    assert spoken(now) == ["Result", "seed 7", "'make it blue'", "offline-edit", "2 minutes ago"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"starred": True}, "starred"),
        ({"rating": 3}, "rated 3 of 5"),
        ({"exported": True}, "exported"),
        ({"edited": True}, "edited further"),
        ({"mask": "m"}, "a region was edited"),
        ({"crop": (0, 0, 1, 1)}, "a region was edited"),
        ({"note": "x"}, "has a note"),
        ({"treatment": Treatment("aligned", "b")}, "aligned"),
        ({"change": Change(dx=3.0)}, "moved 3 px"),
        ({"change": Change()}, "unchanged"),
        ({"change": Change(), "patch": Patch((64, 64))}, "rest untouched"),
    ],
)
def test_every_mark_is_told(changes: dict[str, object], words: str) -> None:
    node = replace(NODE, **changes)  # type: ignore[arg-type]  # fields of the node
    assert marks_of(node) == [words]
    assert words in spoken(node)
    assert words in tip_of(node).lower()


def test_what_the_program_did_comes_before_what_changed() -> None:
    node = replace(NODE, treatment=Treatment("matched", "b"), change=Change(dx=3.0))
    assert badge_of(node) == "colours matched"
    assert badge_of(replace(node, treatment=None)) == "moved 3 px"


def test_the_tip_has_the_note_and_the_figures() -> None:
    change = Change(dx=3.0)
    lines = tip_of(replace(NODE, note="for the client", change=change, starred=True)).split("\n\n")
    assert lines == ["make it blue", "Note: for the client", "Starred, has a note, moved 3 px.", change.sentence()]


def test_an_original_is_called_by_its_file() -> None:
    node = replace(NODE, recipe=None, name="harbour.png")
    assert prompt_of(node) == "harbour.png"
    assert prompt_of(replace(node, name="")) == "Untitled"
    assert spoken(node)[:3] == ["Original", "harbour.png", "64 × 48 pixels"]
