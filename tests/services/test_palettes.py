"""The colours of a picture: kept per picture, undone, and never lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from flux_desktop.core.errors import FileProblem, InputError
from flux_desktop.imaging.palettes import Palette, Swatch
from flux_desktop.services.palettes import MOST, Palettes, add_colours, read_file
from flux_desktop.services.undo import UndoStack

BLUE, RED, GREEN = Swatch("#0066cc", "azure blue"), Swatch("#cc0000"), Swatch("#00aa33", "imported")


@pytest.fixture
async def undo() -> UndoStack:
    return UndoStack()


@pytest.fixture
async def palettes(tmp_path: Path, undo: UndoStack) -> Palettes:
    made = Palettes(tmp_path / "palettes", undo)
    made.show("one")
    return made


def kept(folder: Path, root: str) -> tuple[Swatch, ...]:
    """What another start of the program finds."""
    again = Palettes(folder / "palettes", UndoStack())
    again.show(root)
    return again.swatches


async def test_each_picture_has_its_own(palettes: Palettes, tmp_path: Path) -> None:
    told: list[tuple[Swatch, ...]] = []
    palettes.changed.connect(lambda: told.append(palettes.swatches))
    palettes.add(BLUE)
    palettes.show("two")
    palettes.add(RED)
    palettes.show("")
    assert told == [(BLUE,), (), (RED,), ()]
    assert kept(tmp_path, "one") == (BLUE,)
    assert kept(tmp_path, "two") == (RED,)


async def test_each_change_can_be_undone(palettes: Palettes, undo: UndoStack, tmp_path: Path) -> None:
    palettes.add(BLUE)
    assert palettes.add_all(Palette((BLUE, RED))) == 1
    palettes.rename("#cc0000", " fire  engine ")
    assert palettes.swatches == (BLUE, Swatch("#cc0000", "fire engine"))
    palettes.remove("#0066cc")
    palettes.clear()
    states = []
    while undo.can_undo:
        states.append(undo.undo_words)
        undo.undo()
        await undo.settle()
        states.append(str(len(palettes.swatches)))
    assert states == [
        *("Undo removal of all colours", "1", "Undo removal of #0066CC", "2", "Undo name of #CC0000", "2"),
        *("Undo import of 1 colour", "1", "Undo pick of #0066CC", "0"),
    ]
    undo.redo()
    await undo.settle()
    assert kept(tmp_path, "one") == (BLUE,)


async def test_an_undo_is_for_the_picture_that_it_was_done_to(palettes: Palettes, undo: UndoStack) -> None:
    palettes.add(BLUE)
    palettes.show("two")
    palettes.add(RED)
    undo.undo()
    undo.undo()
    await undo.settle()
    assert palettes.swatches == ()
    palettes.show("one")
    assert palettes.swatches == ()


@pytest.mark.parametrize("is_told", [True, False], ids=["told of it", "not told of it"])
async def test_an_undo_leaves_what_was_imported_since(
    palettes: Palettes, undo: UndoStack, tmp_path: Path, is_told: bool
) -> None:
    palettes.add(BLUE)
    palettes.add(RED)
    palettes.rename(RED.colour, "fire")
    palettes.remove(BLUE.colour)
    add_colours(tmp_path / "palettes", "one", [list(GREEN)])
    if is_told:
        palettes.read_again()
    fire = RED._replace(name="fire")
    for swatches in ((BLUE, fire, GREEN), (BLUE, RED, GREEN), (BLUE, GREEN), (GREEN,)):
        undo.undo()
        await undo.settle()
        assert palettes.swatches == kept(tmp_path, "one") == swatches
    for swatches in ((BLUE, GREEN), (BLUE, RED, GREEN), (BLUE, fire, GREEN), (fire, GREEN)):
        undo.redo()
        await undo.settle()
        assert palettes.swatches == swatches


async def test_a_change_leaves_what_another_window_added(palettes: Palettes, undo: UndoStack, tmp_path: Path) -> None:
    palettes.add(BLUE)
    add_colours(tmp_path / "palettes", "one", [list(GREEN)])
    palettes.clear()
    assert list(palettes.swatches) == [GREEN], "nobody saw it before"
    undo.undo()
    await undo.settle()
    assert palettes.swatches == (BLUE, GREEN)


async def test_an_undo_brings_back_what_made_room(palettes: Palettes, undo: UndoStack) -> None:
    many = tuple(Swatch(f"#{value:06x}") for value in range(MOST))
    palettes.add_all(Palette(many))
    palettes.add(RED)
    undo.undo()
    await undo.settle()
    assert palettes.swatches == many[::-1]


async def test_a_file_that_is_lost_is_written_anew(palettes: Palettes, tmp_path: Path) -> None:
    palettes.add(BLUE)
    (tmp_path / "palettes" / "one.json").unlink()
    palettes.add(RED)
    assert kept(tmp_path, "one") == (BLUE, RED)


async def test_a_colour_is_there_once_and_old_ones_make_room(palettes: Palettes, undo: UndoStack) -> None:
    palettes.add(BLUE)
    palettes.add(Swatch("#0066cc", "other"))
    assert palettes.swatches == (BLUE,)
    many = Palette(tuple(Swatch(f"#{value:06x}") for value in range(MOST + 20)))
    assert palettes.add_all(many) == MOST - 1
    palettes.add(RED)
    assert len(palettes.swatches) == MOST
    assert BLUE not in palettes.swatches
    assert RED in palettes.swatches


@pytest.mark.parametrize("data", [b"", b"{", b"[[]]", b'[["#0066CC", "x"], ["blue", "x"], 3]', b"[" * 9000, b"\xff"])
async def test_a_damaged_file_is_an_empty_palette(palettes: Palettes, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "palettes").mkdir()
    (tmp_path / "palettes" / "two.json").write_bytes(data)
    palettes.show("two")
    assert palettes.swatches == ()
    palettes.add(BLUE)
    assert kept(tmp_path, "two") == (BLUE,)


async def test_a_name_that_is_no_file_reaches_no_other_folder(palettes: Palettes, tmp_path: Path) -> None:
    palettes.show("../../outside")
    palettes.add(BLUE)
    assert kept(tmp_path, "") == (BLUE,)


async def test_what_cannot_be_kept_is_told_and_counts_until_the_end(palettes: Palettes, tmp_path: Path) -> None:
    (tmp_path / "palettes").write_bytes(b"a file where the folder belongs")
    failures: list[FileProblem] = []
    palettes.failed.connect(failures.append)
    palettes.add(BLUE)
    assert [failure.title.split(":")[0] for failure in failures] == ["The colours of this picture cannot be saved"]
    assert palettes.swatches == (BLUE,)


def test_a_file_of_another_program_is_read(tmp_path: Path) -> None:
    file = tmp_path / "house.gpl"
    file.write_bytes(b"GIMP Palette\nName: House\n0 102 204 Sky\n")
    assert read_file(file).swatches == (Swatch("#0066cc", "Sky"),)
    file.write_bytes(b"nothing")
    with pytest.raises(InputError):
        read_file(file)
    with pytest.raises(FileProblem):
        read_file(tmp_path / "lost.ase")
