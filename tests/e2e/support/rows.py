"""What a person does with the rows of the history, and how the tree of a picture is read off the screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.e2e.support.pictures import colour_near, middle_of
from tests.e2e.support.window import Window

__all__ = [
    "add_to_selection",
    "dialog_path",
    "edit",
    "edit_further",
    "row_of",
    "see_tree",
    "select",
    "show",
    "tree_of",
    "way_on_screen",
]

Row = dict[str, Any]
COLOURED = 40
"""Between the strongest and the weakest of red, green and blue: more than any grey has."""


def row_of(window: Window, id: str) -> Row:
    """The row of node `id`, as soon as there is one."""
    return window.until(lambda: next((row for row in window.history() if row["id"] == id), None), f"{id} has a row")


def select(window: Window, id: str, *, double: bool = False, held: str = "") -> None:
    """Click the row of node `id`."""
    window.hands.click(*middle_of(row_of(window, id)["place"]), double=double, held=held)


def add_to_selection(window: Window, id: str) -> None:
    """Select the row of node `id` beside those that are selected."""
    select(window, id, held="ctrl")
    window.until(lambda: id in window.listed()["selected"], f"{id} is selected, too")


def show(window: Window, id: str) -> None:
    """Click a row, and wait until its picture is on the canvas."""
    select(window, id)
    window.until(lambda: window.canvas()["picture"] == id, f"{id} is on the canvas")


def edit_further(window: Window, id: str) -> None:
    """Make node `id` the picture that the next edit changes."""
    show(window, id)
    window.click("edit_further_button")
    window.until(lambda: "picture to edit" in row_of(window, id)["about"], f"{id} is the picture to edit")


def edit(window: Window, prompt: str) -> Row:
    """Write the prompt, run it by keys, and wait until its result has a row and is on the canvas."""
    before = {row["id"] for row in window.history()}
    if window.words("prompt_box") != prompt:
        window.write("prompt_box", prompt)
    window.hands.keys("ctrl+Return")
    made = window.until(
        lambda: next((row for row in window.history() if row["id"] not in before), None), f"{prompt} has a result"
    )
    window.until(lambda: window.canvas()["picture"] == made["id"], "the result is on the canvas")
    window.until(lambda: window.stage() == "Done", "the job is done")
    assert made["prompt"] == prompt
    return made


def see_tree(window: Window) -> None:
    """Let the history show the tree of the open picture."""
    window.click("history_tree_button")
    window.until(lambda: window.listed()["shape"] == "tree" and window.history(), "the tree is there")


def tree_of(window: Window) -> list[tuple[str, str | None]]:
    """Every node of the tree that is shown and what it was made from, from top to bottom."""
    return [(row["id"], row["parent"]) for row in window.history()]


def way_on_screen(window: Window) -> list[str]:
    """The nodes whose dots are filled with colour on the screen: the way to the picture on the canvas."""
    screen = window.screen()
    dots = [(row["id"], colour_near(screen, middle_of(row["dot"]), 1)) for row in window.history() if row["dot"]]
    return [id for id, colour in dots if max(colour) - min(colour) > COLOURED]


def dialog_path(window: Window, dialog: str, path: Path) -> None:
    """Write `path` into a dialog for files, and agree."""
    window.widget(dialog)
    window.write("fileNameEdit", str(path))
    window.hands.keys("Return")
    window.until(lambda: window.ask("widget", name=dialog) is None, f"{dialog} is closed")
