"""What is kept, in the real window: find a prompt of last week, delete and undo, and a power cut in between."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flux_desktop.store.library import Library
from tests.e2e.support.past import LIGHTHOUSE, RESULTS, fill
from tests.e2e.support.pictures import photo
from tests.e2e.support.rows import add_to_selection, edit, edit_further, row_of, see_tree, select, show
from tests.e2e.support.window import Window


def rows(window: Window) -> list[str]:
    return [row["id"] for row in window.history()]


def list_only(window: Window, *ids: str) -> None:
    """Wait until exactly these are listed, in this order."""
    window.until(lambda: rows(window) == list(ids), f"{ids} are listed")


def test_find_a_prompt_from_last_week(tmp_path: Path) -> None:
    wanted = fill(tmp_path / "home")
    with Window(tmp_path / "home") as window:
        window.until(lambda: window.listed()["rows"] == RESULTS + 3, "everything is listed")
        window.hands.keys("ctrl+f")
        window.until(lambda: window.widget("history_search")["focused"], "the search has the keyboard")
        window.hands.type("copper light")
        list_only(window, wanted, "lighthouse-5", "lighthouse-20")
        window.click("history_filter_button")
        window.choose("filter_days", "Last 7 days")
        list_only(window, wanted, "lighthouse-5")
        window.click("filter_starred")
        window.click("filters_close_button")
        list_only(window, wanted)
        assert window.words("history_filter_words").startswith("1 result · ")
        edit_further(window, wanted)
        assert row_of(window, wanted)["prompt"] == LIGHTHOUSE
        window.click("history_clear_button")
        window.until(lambda: window.listed()["rows"] == RESULTS + 3, "everything is listed again")
        see_tree(window)
        list_only(window, "lighthouse", "lighthouse-20", "lighthouse-5", wanted)
        assert edit(window, "sepia")["parent"] == wanted
    with Window(tmp_path / "home") as window:
        window.until(lambda: window.listed()["rows"] == RESULTS + 4, "everything is listed, and what was made")


def test_delete_and_undo(platform_display: str, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Window(home, platform_display) as window:
        window.drop(photo(tmp_path / "photo.jpg"))
        first, second, third = (edit(window, prompt) for prompt in ("sepia", "black and white", "mirror"))
        show(window, first["id"])
        window.hands.type(".")
        window.until(lambda: row_of(window, first["id"])["starred"], "it has a star")
        delete_one(window, second["id"], neighbour=first["id"])
        delete_two(window, first["id"], second["id"], neighbour=third["id"])
        empty_trash(window, home, gone=first, back=second)
        list_only(window, third["id"], second["id"])
    with Window(home, platform_display) as window:
        list_only(window, third["id"], second["id"])
    library = Library(home / "library.sqlite")
    assert (library.node(first["id"]), library.problems) == (None, ())
    library.close()


def delete_one(window: Window, id: str, neighbour: str) -> None:
    """The next row is shown in its place; Ctrl+Z brings it back to where it was."""
    before = rows(window)
    show(window, id)
    window.hands.keys("Delete")
    list_only(window, *(row for row in before if row != id))
    window.until(lambda: window.canvas()["picture"] == neighbour, "the neighbour is on the canvas")
    assert window.listed()["selected"] == [neighbour]
    window.until(lambda: window.message().startswith("Deleted."), "the bar tells of it")
    window.hands.keys("ctrl+z")
    list_only(window, *before)


def delete_two(window: Window, starred: str, other: str, neighbour: str) -> None:
    """What has a star is asked for first; undo brings both back, with the star, and redo takes them away again."""
    before = rows(window)
    show(window, starred)
    add_to_selection(window, other)
    window.hands.keys("Delete")
    window.widget("delete_question")
    assert "1 of the 2 has a star." in window.ask("told", name="delete_question")
    window.click("delete_no_button")
    window.until(lambda: window.ask("widget", name="delete_question") is None, "the question is gone")
    assert rows(window) == before
    window.click("bulk_delete_button")
    window.click("delete_yes_button")
    list_only(window, neighbour)
    assert window.listed()["selected"] == [neighbour]
    window.hands.keys("ctrl+z")
    list_only(window, *before)
    assert row_of(window, starred)["starred"]
    window.hands.keys("ctrl+shift+z")
    list_only(window, neighbour)


def empty_trash(window: Window, home: Path, gone: dict[str, Any], back: dict[str, Any]) -> None:
    """One is restored; the file of the other is there until the trash is emptied, which is asked once more."""
    window.click("history_more_button")
    window.pick("Trash")
    window.until(lambda: sorted(rows(window)) == sorted([gone["id"], back["id"]]), "the trash is shown")
    select(window, back["id"])
    window.click("restore_button")
    list_only(window, gone["id"])
    assert files_of(home, gone)
    window.click("empty_trash_button")
    assert "cannot be undone" in window.words("history_trash_label")
    window.click("trash_sure_button")
    window.until(lambda: not rows(window), "the trash is empty")
    assert not files_of(home, gone)
    assert files_of(home, back)
    window.click("history_clear_button")


def files_of(home: Path, row: dict[str, Any]) -> list[Path]:
    """The picture of a row on the disk, and its thumbnail."""
    return [path for folder in ("assets", "thumbnails") for path in (home / folder).rglob(f"{row['asset']}*")]


def test_a_power_cut_in_the_midst_of_it(tmp_path: Path) -> None:
    """What the window showed as done before it was killed is there again, and an edit on its way goes on."""
    home = tmp_path / "home"
    with Window(home) as window:
        window.drop(photo(tmp_path / "photo.jpg"))
        first, second = edit(window, "sepia")["id"], edit(window, "black and white")["id"]
        show(window, first)
        window.hands.keys("F2")
        window.write("note_field", "for the client")
        window.hands.keys("ctrl+Return")
        window.until(lambda: row_of(window, first)["note"] == "for the client", "the note is kept")
        window.hands.type(".")
        window.until(lambda: row_of(window, first)["starred"], "it has a star")
        window.kill()
    with Window(home) as window:
        row = row_of(window, first)
        assert (row["starred"], row["note"]) == (True, "for the client")
        show(window, second)
        window.hands.keys("Delete")
        list_only(window, first)
        edit_further(window, first)
        window.write("prompt_box", "mirror")
        window.hands.keys("ctrl+Return")
        window.until(lambda: window.stage() not in ("", "Waiting"), "the edit is under way")
        window.kill()
    with Window(home) as window:
        window.until(lambda: len(rows(window)) == 2, "the edit is done")
        assert {row["prompt"] for row in window.history()} == {"sepia", "mirror"}
        window.click("history_more_button")
        window.pick("Trash")
        list_only(window, second)
    library = Library(home / "library.sqlite")
    assert (library.check(), library.problems) == ((), ())
    library.close()
