"""Recipes and trees that travel, in the real window: out of one home folder, into another one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.e2e.support.pictures import close, colour_near, photo
from tests.e2e.support.rows import dialog_path, edit, edit_further, row_of, see_tree, show, tree_of
from tests.e2e.support.window import Window

SWAP = "make the purple #0066cc"
BLUE = (0x00, 0x66, 0xCC)
HEADING = "This picture carries a recipe of Flux Desktop"
MENU = [HEADING, "Open as Picture", "Load Its Recipe", "Open Its Tree (not in your library)"]


def test_export_reopen_and_the_recipe_is_back(platform_display: str, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("told.png", "told.jpg", "safe.png")]
    home = tmp_path / "home"
    with Window(home, platform_display) as window:
        window.drop(photo(tmp_path / "photo.jpg"))
        window.choose("param_megapixels", "0.25")
        made = edit(window, SWAP)
        for file in files:
            export(window, file, client_safe=file.stem == "safe")
        open_its_tree(window, files[0], made["id"])
    tells_nothing(files[2], made)
    with Window(tmp_path / "elsewhere" / "home", platform_display) as window:
        for file in files[:2]:
            load_recipe(window, file, made)
        window.drop(files[2])
        assert window.canvas()["size"] == made["size"]


def export(window: Window, path: Path, *, client_safe: bool) -> None:
    window.hands.keys("ctrl+shift+e")
    window.write("export_path", str(path))
    window.tick("export_client_safe", client_safe)
    window.click("export_save")
    window.until(lambda: str(path) in window.message(), "the bar says where it was exported to")
    window.until(lambda: window.ask("widget", name="export_dialog") is None, "the dialog is closed")
    assert close(colour_near(Image.open(path), (306, 204)), BLUE, 12)


def tells_nothing(path: Path, row: dict[str, Any]) -> None:
    """Whoever gets the file learns only that a program made the picture."""
    data = path.read_bytes()
    for words in (SWAP, str(row["seed"]), row["model"], "photo.jpg", "Jane Owner"):
        assert words.encode() not in data
        assert words.encode("utf-16-le") not in data


def offered(window: Window) -> list[str]:
    """The menu that a drop opened."""
    found = window.until(lambda: window.ask("menu"), "the drop opens a menu")
    return [entry["words"].replace("&", "") for entry in found]


def open_its_tree(window: Window, file: Path, id: str) -> None:
    """At home the file leads back to where it was made."""
    window.hands.keys("ctrl+w")
    window.until(lambda: not window.canvas()["picture"], "no picture is open")
    window.let_fall(file)
    assert offered(window) == [*MENU[:3], "Open Its Tree"]
    window.pick("Open Its Tree")
    window.until(lambda: window.canvas()["picture"] == id, "its picture is on the canvas")
    assert "picture to edit" in row_of(window, id)["about"]


def load_recipe(window: Window, file: Path, made: dict[str, Any]) -> None:
    """Where nothing is known of the picture the file brings its recipe, and nothing else."""
    window.write("prompt_box", "something else")
    window.choose("param_megapixels", "4")
    window.let_fall(file)
    assert offered(window) == MENU
    window.pick("Load Its Recipe")
    window.until(lambda: window.words("prompt_box") == SWAP, "the prompt is back")
    assert window.words("param_seed") == str(made["seed"])
    assert window.words("param_megapixels") == "0.25"
    assert window.words("provider_box") == "Offline (no AI)"
    assert window.canvas()["picture"] == ""
    assert window.history() == []
    window.until(lambda: "Nothing has been sent yet." in window.message(), "the bar says that nothing was sent")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return tmp_path / "shore.fluxtree"


def test_a_tree_to_another_machine(platform_display: str, tmp_path: Path, tree: Path) -> None:
    with Window(tmp_path / "home", platform_display) as window:
        window.drop(photo(tmp_path / "photo.jpg"))
        blue = edit(window, SWAP)["id"]
        edit_further(window, blue)
        grey = edit(window, "black and white")["id"]
        edit(window, "sepia")
        show(window, blue)
        window.hands.type(".")
        window.hands.type("4")
        window.until(lambda: row_of(window, blue)["rating"] == 4, "it is rated")
        see_tree(window)
        sent = told_by(window)
        window.command("File", "Export the Whole Tree")
        dialog_path(window, "tree_export_dialog", tree)
        window.until(lambda: "Exported 4 pictures" in window.message(), "the tree is written")
    with Window(tmp_path / "elsewhere" / "home", platform_display) as window:
        window.command("File", "Import a Tree")
        dialog_path(window, "tree_import_dialog", tree)
        window.until(lambda: "Imported 4 pictures" in window.message(), "the tree is taken over")
        see_tree(window)
        window.until(lambda: told_by(window) == sent, "it is the same tree")
        window.let_fall(tree)
        window.until(lambda: "4 pictures you had already" in window.message(), "nothing of it is new")
        assert told_by(window) == sent
        edit_further(window, grey)
        new = edit(window, "mirror")
        assert new["parent"] == grey
        assert len(tree_of(window)) == 5


def told_by(window: Window) -> list[dict[str, Any]]:
    """All rows, without what depends on the moment and the screen."""
    return [{name: row[name] for name in row if name not in ("about", "place", "dot")} for row in window.history()]
