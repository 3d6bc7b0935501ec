"""Every command as data: its words, where its keys count, and the keys that it has until the user gives it others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from flux_desktop.core.language import marked, tr

__all__ = ["COMMANDS", "GROUPS", "Command", "Context", "command_named"]

Context = Literal["window", "canvas", "history"]

GROUPS: Mapping[tuple[Context, ...], str] = MappingProxyType(
    {
        ("canvas", "history"): marked("Canvas and history"),
        ("canvas",): marked("Canvas"),
        ("history",): marked("History"),
    }
)
"""The headings of commands that are in no menu, by their contexts."""


@dataclass(frozen=True)
class Command:
    """`keys` are alternatives, the first of which is shown; they count where `contexts` says.

    `words` carry the underlined letter of a menu. What `begins` opens a new part of its menu. Only what `repeats` goes
    on while its keys are held: an edit must not be ordered thirty times a second. What is `held` lasts as long as its
    key is down, so the widget that has the focus carries it out itself.
    """

    id: str
    words: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    menu: str = ""
    contexts: tuple[Context, ...] = ("window",)
    begins: bool = False
    checkable: bool = False
    repeats: bool = False
    held: bool = False

    @property
    def label(self) -> str:
        """The words as they read in a sentence, in the language in use."""
        return tr(self.words).replace("&", "").removesuffix("…")

    @property
    def group(self) -> str:
        """The heading under which lists show it."""
        return tr("{name} menu", name=tr(self.menu).replace("&", "")) if self.menu else tr(GROUPS[self.contexts])


_BOTH: tuple[Context, ...] = ("canvas", "history")
_ANYWHERE: tuple[Context, ...] = ("window", "canvas", "history")


COMMANDS: tuple[Command, ...] = (
    Command("open", "&Open…", ("Ctrl+O",), "folder-open", "&File"),
    Command("open_recent", "Open &Recent", (), "clock", "&File"),
    Command("close_picture", "&Close Picture", ("Ctrl+W",), "", "&File"),
    Command("export", "&Export…", ("Ctrl+Shift+E", "Ctrl+S"), "download", "&File", begins=True),
    Command("export_layers", "Export in &Layers…", (), "layers", "&File"),
    Command("sheet", "Contact S&heet…", (), "layout-grid", "&File"),
    Command("export_tree", "Export the Whole &Tree…", (), "git-branch", "&File"),
    Command("import_tree", "&Import a Tree…", (), "", "&File"),
    Command("settings", "&Settings…", ("Ctrl+,",), "settings", "&File", begins=True),
    Command("keys", "Providers and &Keys…", (), "key-round", "&File"),
    Command("spending", "S&pending…", (), "", "&File"),
    Command("quit", "&Quit", ("Ctrl+Q",), "", "&File", begins=True),
    Command("undo", "&Undo", ("Ctrl+Z",), "undo-2", "&Edit", repeats=True),
    Command("redo", "Red&o", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2", "&Edit", repeats=True),
    Command("copy", "&Copy Picture", ("Ctrl+C",), "copy", "&Edit", ("window", "history"), begins=True),
    Command("paste", "&Paste Picture", ("Ctrl+V",), "clipboard-paste", "&Edit"),
    Command("add_reference", "Add Re&ference…", ("Ctrl+Shift+O",), "image-plus", "&Edit"),
    Command("find", "Find in &History…", ("Ctrl+F",), "search", "&Edit", begins=True),
    Command("show_trash", "Show the &Trash", (), "trash-2", "&Edit"),
    Command("run", "&Run", ("Ctrl+Return", "Ctrl+Enter"), "sparkles", "&Edit", begins=True),
    Command("cancel", "Cance&l the Newest Edit", ("Ctrl+.",), "circle-stop", "&Edit"),
    Command("prompt", "&Go to the Prompt", ("Ctrl+L",), "pencil", "&Edit"),
    Command("outgoing", "&What Is Sent…", ("Ctrl+I",), "send", "&Edit"),
    Command("code", "Copy as Co&de…", ("Ctrl+Shift+C",), "clipboard", "&Edit"),
    Command("zoom_in", "Zoom &In", ("Ctrl++", "Ctrl+="), "zoom-in", "&View", repeats=True),
    Command("zoom_out", "Zoom &Out", ("Ctrl+-",), "zoom-out", "&View", repeats=True),
    Command("fit", "&Fit in Window", ("Ctrl+0",), "maximize", "&View"),
    Command("actual", "&100 %", ("Ctrl+1",), "", "&View"),
    Command("double", "&200 %", ("Ctrl+2",), "", "&View"),
    Command("compare_next", "Next &Comparison", ("Ctrl+T", "Y"), "columns-2", "&View", _ANYWHERE, begins=True),
    Command("compare_turn", "&Turn the Divider", ("Ctrl+Shift+T",), "", "&View"),
    Command("compare_with", "Compare &with the Selected Result", ("C",), "", "&View", ("window", "history")),
    Command("compare_swap", "Swap the Two Si&des", ("X",), "", "&View", _ANYWHERE),
    Command("loupe", "&Loupe", ("M",), "scan-search", "&View", ("canvas",)),
    Command("changes", "What &Else Changed?…", ("W",), "diff", "&View", ("canvas", "history")),
    Command("show_history", "&History", ("F7",), "panel-left", "&View", begins=True, checkable=True),
    Command("show_sidebar", "&Parameters and Queue", ("F8",), "panel-right", "&View", checkable=True),
    Command("full_screen", "Full &Screen", ("F11",), "", "&View", checkable=True),
    Command("help", "&What Can I Write?", ("F1",), "circle-question-mark", "&Help"),
    Command("keys_help", "&Keyboard and Mouse", ("Ctrl+?",), "list", "&Help"),
    Command("about", "&About Flux Desktop", (), "", "&Help"),
    Command("use_seed", "Use the seed", ("S",), contexts=_BOTH),
    Command("use_all", "Use all settings", ("A",), contexts=_BOTH),
    Command("use_all_but_seed", "Use all but the seed", ("R",), contexts=_BOTH),
    Command("use_prompt", "Use the prompt only", ("P",), contexts=_BOTH),
    Command("use_params", "Use the parameters only", ("D",), contexts=_BOTH),
    Command("vary", "Vary with new seeds", ("V",), contexts=_BOTH),
    Command("edit_further", "Edit this result further", ("E",), contexts=_BOTH),
    Command("star", "Star, or take the star away", (".",), contexts=_BOTH),
    Command("rate_1", "Rate 1 star", ("1",), contexts=_BOTH),
    Command("rate_2", "Rate 2 stars", ("2",), contexts=_BOTH),
    Command("rate_3", "Rate 3 stars", ("3",), contexts=_BOTH),
    Command("rate_4", "Rate 4 stars", ("4",), contexts=_BOTH),
    Command("rate_5", "Rate 5 stars", ("5",), contexts=_BOTH),
    Command("rate_0", "No rating", ("0",), contexts=_BOTH),
    Command("toggle_zoom", "Whole picture or 100 %", ("Z",), contexts=("canvas",)),
    Command("peek", "See the picture before, while held", ("\\", "O"), contexts=("canvas",), held=True),
    Command("show_settings", "Show settings", ("I",), contexts=("history",)),
    Command("note", "Write a note", ("F2",), contexts=("history",)),
    Command("select_all", "Select all", ("Ctrl+A",), contexts=("history",)),
    Command("delete", "Delete", ("Del",), contexts=("history",)),
)

_BY_ID: Mapping[str, Command] = MappingProxyType({command.id: command for command in COMMANDS})


def command_named(id: str) -> Command:
    """The command of that id; KeyError where there is none."""
    return _BY_ID[id]
