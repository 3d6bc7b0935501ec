"""Everything that the window shows, one state after the other, as a screen reader finds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.support.atspi import Node, ScreenReader, a11y_bus
from tests.e2e.support.window import Window

__all__ = ["WISHES", "Tour", "toured"]

PROMPTS = ("make the purple #0066cc", "warmer, film grain")
DIALOGS = {
    "export": "export_dialog",
    "sheet": "sheet_dialog",
    "settings": "settings_dialog",
    "keys": "settings_dialog",
    "spending": "spending_dialog",
    "outgoing": "outgoing_dialog",
    "code": "code_dialog",
    "templates": "templates_dialog",
    "note": "note_editor",
    "changes": "changes_dialog",
    "show_settings": "recipe_dialog",
    "keys_help": "keys_help",
    "manual": "manual_window",
    "about": "about_dialog",
}
"""What the commands open that open a window of the program."""
WISHES = {"erase": "erase_dialog", "replace": "replace_dialog"}
"""The same, where there is a region."""
STRIPS = {"extend": "extend_strip", "region_grow": "adjust_popup"}


class Tour:
    """Walks through `window`, and reads what `reader` finds there."""

    def __init__(self, window: Window, reader: ScreenReader) -> None:
        self.window = window
        self.reader = reader

    def main(self) -> Node:
        """The main window now."""
        return self.reader.tree(self._main())

    def make_results(self) -> None:
        """Open the sample, edit it twice, compare, and select both results."""
        self.window.click("sample_button")
        self.window.until(lambda: self.window.canvas()["picture"], "the sample is on the canvas")
        for number, prompt in enumerate(PROMPTS, 1):
            self.window.write("prompt_box", prompt)
            self.window.hands.keys("ctrl+Return")
            self.window.results(number)
            self.window.until(lambda: self.window.stage() == "Done", "the job is done")
        self.window.click_row(0)
        self.window.hands.keys("ctrl+a")
        self.window.until(lambda: len(self.window.listed()["selected"]) == len(PROMPTS), "both are selected")
        self.window.hands.keys("ctrl+t")
        self.window.until(lambda: self.window.canvas()["mode"] == "split", "the divider is there")

    def dialogs(self, commands: Mapping[str, str] = DIALOGS) -> Iterator[Node]:
        """Each window that a command of the menus opens; it is closed before the next one."""
        entries = self._entries()
        for command, name in commands.items():
            self.reader.press(entries[command])
            dialog = self.window.until(self._dialog, f"{command} opens a window", 5)
            assert dialog.id == name, f"{command} opens {dialog.id}"
            yield self.reader.tree(dialog)
            self.window.hands.keys("Escape")
            self.window.until(lambda: self._dialog() is None, f"{name} is closed")

    def strips(self) -> Iterator[Node]:
        """The main window with a region, and with each strip of controls that lies over the canvas for one."""
        entries = self._entries()
        self.reader.press(entries["region_whole"])
        self.window.until(lambda: "enabled" in self._entries()["erase"].states, "there is a region", 5)
        for command, name in STRIPS.items():
            self.reader.press(entries[command])
            self.window.widget(name)
            yield self.main()
            self.window.hands.keys("Escape")

    def palette(self) -> Node:
        """The main window with the field over it in which a command is searched for."""
        self.reader.press(self._entries()["palette"])
        self.window.widget("command_palette")
        found = self.main()
        self.window.hands.keys("Escape")
        return found

    def menu_bar(self) -> Node:
        """The menus of the window with all that is in them, without opening them."""
        bar = next(node for node in self.main().children if node.role == "menu bar")
        return self.reader.tree(bar, hidden=True)

    # Private.

    def _entries(self) -> dict[str, Node]:
        """The entries of the menus by their commands."""
        return {entry.id.rpartition("action_")[2]: entry for entry in self.menu_bar().walk()}

    def _main(self) -> Node:
        return next(node for node in self.reader.windows() if node.id == "main_window")

    def _dialog(self) -> Node | None:
        """The window beside the main one, as soon as it has the keyboard."""
        others = [node for node in self.reader.windows() if node.id != "main_window"]
        return next((node for node in others if "active" in node.states), None)


@contextmanager
def toured(folder: Path, display: str) -> Iterator[Tour]:
    """The program on `display` with a screen reader beside it, while entered; its home is in `folder`."""
    with a11y_bus(folder) as bus, ScreenReader(bus) as reader:
        own = {
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_RUNTIME_DIR": str(folder / "runtime"),
        }
        with Window(folder / "window" / "home", display, own) as window:
            reader.find_program()
            yield Tour(window, reader)
