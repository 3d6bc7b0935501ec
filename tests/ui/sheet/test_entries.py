"""What a client is told: only what was chosen, each picture with its number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flux_desktop.core.edit import Recipe
from flux_desktop.services.session import Session
from flux_desktop.ui.sheet.entries import entries_of, shape_of
from flux_desktop.ui.sheet.options import SheetOptions
from tests.ui.panels import thumbnail
from tests.ui.sheet.sheets import coloured, tree

ALL = SheetOptions(cost=True)


async def test_the_original_comes_first_and_results_are_numbered(session: Session) -> None:
    root, nodes = tree(session)
    entries = entries_of(nodes, ALL, session)
    assert [(entry.label, entry.pictures) for entry in entries] == [
        ("", (root,)),
        *((str(number), (node,)) for number, node in enumerate(nodes, 1)),
    ]
    assert (entries[0].prompt, entries[0].facts) == ("Original: holiday.png", "")
    assert (entries[1].prompt, entries[1].facts) == ("make it 0", "Offline\xa0edit, seed\xa00, about\xa0$0.014")


@pytest.mark.parametrize("off", ["prompt", "model", "seed", "cost", "original"])
async def test_what_is_switched_off_is_not_told(session: Session, off: str) -> None:
    _, nodes = tree(session)
    entries = entries_of(nodes, replace(ALL, **{off: False}), session)  # type: ignore[arg-type]  # switches
    told = " ".join(f"{entry.prompt} {entry.facts}" for entry in entries)
    words = {"prompt": "make it", "model": "Offline", "seed": "seed", "cost": "$", "original": "Original"}
    assert {name for name, word in words.items() if word not in told} == {off}


async def test_each_tree_has_its_original_before_its_first_result(session: Session) -> None:
    one = tree(session)[1]
    two = session.pictures.open_bytes(thumbnail("#123456"), "other.png")[0]
    nodes = [one[0], coloured(session, two, "#111111"), one[1]]
    assert [entry.label for entry in entries_of(nodes, ALL, session)] == ["", "1", "", "2", "3"]


async def test_a_chosen_original_is_there_once(session: Session) -> None:
    root, nodes = tree(session)
    assert [entry.label for entry in entries_of([nodes[0], root, nodes[1]], ALL, session)] == ["1", "", "2"]


async def test_pairs_have_the_picture_before(session: Session) -> None:
    root, nodes = tree(session)
    further = coloured(session, root, "#00ffff", parent=nodes[0].id)
    made = coloured(session, None, "#ffff00")
    entries = entries_of([further, made], SheetOptions(pairs=True, original=False), session)
    assert [entry.pictures for entry in entries] == [(nodes[0], further), (made,)]


async def test_a_model_that_is_gone_is_called_by_its_id(session: Session) -> None:
    node = coloured(session, None, "#ffffff", recipe=Recipe("x", "gone", "old-model"))
    assert entries_of([node], ALL, session)[0].facts.startswith("old-model")


async def test_the_usual_shape_is_the_middle_one(session: Session) -> None:
    nodes = [coloured(session, None, "#fff", width=100, height=height) for height in (50, 80, 400)]
    assert shape_of(entries_of(nodes, ALL, session)) == 0.8
