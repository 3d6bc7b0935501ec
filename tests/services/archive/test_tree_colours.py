"""The colours that were kept of a picture travel with its tree, and meet those that it has where it arrives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flux_desktop.imaging.palettes import Swatch
from flux_desktop.services.palettes import Palettes, add_colours, colours_of, folder_beside
from flux_desktop.services.undo import UndoStack
from tests.services.archive.test_tree_file import Machine, grown, rewritten

BLUE, RED = ["#0066cc", "brand"], ["#cc0000", ""]


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[tuple[Machine, Machine]]:
    both = Machine(tmp_path / "here"), Machine(tmp_path / "there")
    yield both
    for machine in both:
        machine.library.close()


def colours(machine: Machine, root: str) -> list[list[str]]:
    return [list(swatch) for swatch in colours_of(folder_beside(machine.library.path), root)]


def test_colours_travel_with_the_tree(tmp_path: Path, machines: tuple[Machine, Machine]) -> None:
    here, there = machines
    root = grown(here)
    add_colours(folder_beside(here.library.path), root.id, [BLUE, RED])
    path = here.export(root, tmp_path / "photo.fluxtree")
    assert there.take(path).notes == ()
    assert colours(there, root.id) == [BLUE, RED]
    there.take(path)
    assert colours(there, root.id) == [BLUE, RED], "each is there once"


def test_colours_that_are_there_stay_as_they_are(tmp_path: Path, machines: tuple[Machine, Machine]) -> None:
    here, there = machines
    root, opened = here.add("white"), there.add("white")
    add_colours(folder_beside(here.library.path), root.id, [BLUE, RED])
    add_colours(folder_beside(there.library.path), opened.id, [["#0066cc", "mine"], ["#ffffff", ""]])
    there.take(here.export(root, tmp_path / "photo.fluxtree"))
    assert colours(there, opened.id) == [["#0066cc", "mine"], ["#ffffff", ""], RED]


def test_files_of_before_have_none(tmp_path: Path, machines: tuple[Machine, Machine]) -> None:
    here, there = machines
    root = grown(here)
    path = here.export(root, tmp_path / "photo.fluxtree")
    assert there.take(rewritten(path, lambda index: index.pop("palette"))).added == 3
    assert colours(there, root.id) == []


@pytest.mark.parametrize("foreign", [{"#0066cc": "x"}, "#0066cc", [1, None, ["#0066CC"], ["red", "x"], [RED, ""]], 7])
def test_what_makes_no_sense_is_left_out(tmp_path: Path, machines: tuple[Machine, Machine], foreign: Any) -> None:
    here, there = machines
    root = grown(here)
    path = here.export(root, tmp_path / "photo.fluxtree")
    assert there.take(rewritten(path, lambda index: index.update(palette=foreign))).added == 3
    assert colours(there, root.id) == []


def test_a_tree_arrives_also_where_there_is_no_room_for_its_colours(
    tmp_path: Path, machines: tuple[Machine, Machine]
) -> None:
    here, there = machines
    root = grown(here)
    add_colours(folder_beside(here.library.path), root.id, [BLUE])
    folder_beside(there.library.path).write_bytes(b"in the way")
    arrived = there.take(here.export(root, tmp_path / "photo.fluxtree"))
    assert arrived.added == 3
    assert arrived.notes[0].startswith("The colours of this picture cannot be saved")


async def test_the_window_hears_of_colours_that_came(tmp_path: Path) -> None:
    palettes = Palettes(tmp_path, UndoStack())
    palettes.show("one")
    assert not palettes.swatches
    told: list[int] = []
    palettes.changed.connect(lambda: told.append(len(palettes.swatches)))
    add_colours(tmp_path, "one", [BLUE])
    palettes.read_again()
    palettes.read_again()
    assert list(palettes.swatches) == [Swatch(*BLUE)]
    assert told == [1]
