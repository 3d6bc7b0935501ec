"""Every command as data: its words, where its keys count, and the keys that it has until the user gives it others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from flux_desktop.core.language import marked, tr
from flux_desktop.core.menus import EDIT, FILE, HELP, REGION, RESULT, VIEW

__all__ = ["COMMANDS", "NEEDS", "Command", "Context", "Need", "command_named"]

Context = Literal["window", "canvas", "history"]
Need = Literal["", "picture", "result", "edited", "part", "reduced", "region", "pair", "edit", "undone", "done"]
"""What has to be there before a command can be chosen."""

NEEDS: Mapping[Need, str] = MappingProxyType(
    {
        "picture": marked("Open a picture first."),
        "result": marked("Choose a result first."),
        "edited": marked("Choose a result that was made from another picture first."),
        "part": marked("Choose a result that was made of a part of a picture first."),
        "region": marked("Select a part of the picture first."),
        "reduced": marked("Choose a result with fewer pixels than the picture it was made from first."),
        "pair": marked("There is nothing to compare it with yet."),
        "edit": marked("No edit is on its way."),
        "done": marked("There is nothing to undo."),
        "undone": marked("There is nothing to redo."),
    }
)
"""Why a command cannot be chosen now, by what it needs."""


@dataclass(frozen=True)
class Command:
    """`keys` are alternatives, the first of which is shown; they count where `contexts` says.

    `words` carry the underlined letter of a menu. What `begins` opens a new part of its menu; what lies `under` another
    entry is in the submenu of that, which `holds` others and does nothing itself. Only what `repeats` goes on while its
    keys are held: an edit must not be ordered thirty times a second. What is `held` lasts as long as its key is down,
    so the widget that has the focus carries it out itself; from a menu it lasts until it is chosen again.
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
    holds: bool = False
    under: str = ""
    needs: Need = ""

    @property
    def label(self) -> str:
        """The words as they read in a sentence, in the language in use."""
        return _plain(tr(self.words))

    @property
    def english(self) -> str:
        """The same in English, which a search understands, too."""
        return _plain(self.words)

    @property
    def group(self) -> str:
        """The heading under which lists show it."""
        return tr("{name} menu", name=_plain(tr(self.menu)))


_BOTH: tuple[Context, ...] = ("canvas", "history")
_ANYWHERE: tuple[Context, ...] = ("window", "canvas", "history")
_LIST: tuple[Context, ...] = ("history",)
_CANVAS: tuple[Context, ...] = ("canvas",)

COMMANDS: tuple[Command, ...] = (
    Command("open", "&Open…", ("Ctrl+O",), "folder-open", FILE),
    Command("open_recent", "Open &Recent", (), "clock", FILE, holds=True),
    Command("close_picture", "&Close Picture", ("Ctrl+W",), "", FILE, needs="picture"),
    Command("export", "&Export…", ("Ctrl+Shift+E", "Ctrl+S"), "download", FILE, begins=True, needs="picture"),
    Command("export_layers", "Export in &Layers…", (), "layers", FILE, needs="picture"),
    Command("sheet", "Contact S&heet…", (), "layout-grid", FILE),
    Command("export_tree", "Export the Whole &Tree…", (), "git-branch", FILE, needs="picture"),
    Command("import_tree", "&Import a Tree…", (), "", FILE),
    Command("settings", "&Settings…", ("Ctrl+,",), "settings", FILE, begins=True),
    Command("keys", "Providers and &Keys…", (), "key-round", FILE),
    Command("spending", "S&pending…", (), "", FILE),
    Command("quit", "&Quit", ("Ctrl+Q",), "", FILE, begins=True),
    Command("undo", "&Undo", ("Ctrl+Z",), "undo-2", EDIT, repeats=True, needs="done"),
    Command("redo", "Red&o", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2", EDIT, repeats=True, needs="undone"),
    Command("copy", "&Copy Picture", ("Ctrl+C",), "copy", EDIT, ("window", "history"), begins=True, needs="picture"),
    Command("paste", "&Paste Picture", ("Ctrl+V",), "clipboard-paste", EDIT),
    Command("add_reference", "Add Re&ference…", ("Ctrl+Shift+O",), "image-plus", EDIT),
    Command("paste_reference", "Paste as Refere&nce", ("Ctrl+Shift+V",), "", EDIT),
    Command("colours", "Colour&s", (), "pipette", EDIT, holds=True),
    Command(
        "eyedropper", "Pic&k from the Picture", ("I",), "pipette", EDIT, ("canvas",), under="colours", needs="picture"
    ),
    Command("pick_screen", "Pick from the Scr&een", (), "", EDIT, under="colours"),
    Command("import_palette", "&Browse for a Palette…", (), "swatch-book", EDIT, under="colours"),
    Command("templates", "Prompt Te&mplates…", (), "braces", EDIT),
    Command("select_all", "Select &All Results", ("Ctrl+A",), "", EDIT, _LIST, begins=True),
    Command("find", "Find in &History…", ("Ctrl+F",), "search", EDIT),
    Command("show_trash", "Show the &Trash", (), "trash-2", EDIT),
    Command("run", "&Run", ("Ctrl+Return", "Ctrl+Enter"), "sparkles", EDIT, begins=True),
    Command("run_first", "Run F&irst", ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"), "", EDIT),
    Command("cancel", "Cance&l the Newest Edit", ("Ctrl+.",), "circle-stop", EDIT, needs="edit"),
    Command("prompt", "&Go to the Prompt", ("Ctrl+L",), "pencil", EDIT),
    Command("outgoing", "&What Is Sent…", ("Ctrl+I",), "send", EDIT),
    Command("code", "Copy as Co&de…", ("Ctrl+Shift+C",), "clipboard", EDIT),
    Command("zoom_in", "Zoom &In", ("Ctrl++", "Ctrl+="), "zoom-in", VIEW, repeats=True, needs="picture"),
    Command("zoom_out", "Zoom &Out", ("Ctrl+-",), "zoom-out", VIEW, repeats=True, needs="picture"),
    Command("fit", "&Fit in Window", ("Ctrl+0",), "maximize", VIEW, needs="picture"),
    Command("actual", "&100 %", ("Ctrl+1",), "", VIEW, needs="picture"),
    Command("double", "&200 %", ("Ctrl+2",), "", VIEW, needs="picture"),
    Command("toggle_zoom", "Whole Pict&ure or 100 %", ("Z",), "", VIEW, ("canvas",), needs="picture"),
    Command("compare_next", "Next &Comparison", ("Ctrl+T", "Y"), "columns-2", VIEW, _ANYWHERE, True, needs="pair"),
    Command("compare_turn", "&Turn the Divider", ("Ctrl+Shift+T",), "", VIEW, needs="pair"),
    Command(
        "compare_with", "Compare &with the Selected Result", ("C",), "", VIEW, ("window", "history"), needs="picture"
    ),
    Command("compare_swap", "Swap the Two Si&des", ("X",), "", VIEW, _ANYWHERE, needs="pair"),
    Command("peek", "See the Picture &Before", ("\\", "O"), "", VIEW, ("canvas",), held=True, needs="pair"),
    Command("loupe", "&Loupe", ("M",), "scan-search", VIEW, ("canvas",), needs="picture"),
    Command("closer", "Look Clos&ely", menu=VIEW, holds=True),
    Command("pixel_grid", "Pixel &Grid", (), "", VIEW, checkable=True, under="closer"),
    Command("info_line", "&Info Line", (), "", VIEW, checkable=True, under="closer"),
    Command("navigator", "&Navigator", (), "", VIEW, checkable=True, under="closer"),
    Command("rotate_left", "Turn the View &Left", ("Ctrl+Shift+L",), "", VIEW, needs="picture", under="closer"),
    Command("rotate_right", "Turn the View &Right", ("Ctrl+Shift+R",), "", VIEW, needs="picture", under="closer"),
    Command("show_history", "&History", ("F7",), "", VIEW, begins=True, checkable=True),
    Command("show_sidebar", "&Parameters", ("F8",), "", VIEW, checkable=True),
    Command("show_queue", "&Queue", ("F9",), "", VIEW, checkable=True),
    Command("toggle_panels", "Hide or Show &All Panels", ("F12",), "", VIEW),
    Command("reset_layout", "&Reset Layout", (), "", VIEW),
    Command("next_panel", "&Next Panel", ("F6",), "", VIEW),
    Command("previous_panel", "Pre&vious Panel", ("Shift+F6",), "", VIEW),
    Command("full_screen", "Full &Screen", ("F11", "F"), "", VIEW, ("window", "canvas"), checkable=True),
    Command("tools", "&Tools", menu=REGION, holds=True, needs="picture"),
    Command("tool_hand", "&Hand", ("H",), "hand", REGION, _CANVAS, under="tools", needs="picture"),
    Command("tool_rectangle", "&Rectangle", ("Shift+M",), "", REGION, _CANVAS, under="tools", needs="picture"),
    Command("tool_ellipse", "&Ellipse", ("Shift+O",), "", REGION, _CANVAS, under="tools", needs="picture"),
    Command("tool_lasso", "&Lasso", ("L",), "lasso", REGION, _CANVAS, under="tools", needs="picture"),
    Command("tool_polygon", "&Polygon", ("Shift+L",), "", REGION, _CANVAS, under="tools", needs="picture"),
    Command("tool_brush", "&Brush", ("B",), "brush", REGION, _CANVAS, under="tools", needs="picture"),
    Command("tool_eraser", "Er&aser", ("Shift+E",), "eraser", REGION, _CANVAS, under="tools", needs="picture"),
    Command("tool_wand", "Similar &Colour", ("Shift+W",), "", REGION, _CANVAS, under="tools", needs="picture"),
    Command("tool_frame", "&Frame of What Is Sent", ("C",), "crop", REGION, _CANVAS, under="tools", needs="picture"),
    Command("brush_larger", "Lar&ger Brush", ("]", "+"), "", REGION, _CANVAS, True, repeats=True, under="tools"),
    Command("brush_smaller", "&Smaller Brush", ("[", "-"), "", REGION, _CANVAS, repeats=True, under="tools"),
    Command("brush_harder", "Har&der Brush", ("}",), "", REGION, _CANVAS, repeats=True, under="tools"),
    Command("brush_softer", "S&ofter Brush", ("{",), "", REGION, _CANVAS, repeats=True, under="tools"),
    Command("region_whole", "&Whole Picture", ("Ctrl+A",), "", REGION, _CANVAS, begins=True, needs="picture"),
    Command("region_clear", "&Deselect", ("Ctrl+D",), "", REGION, needs="region"),
    Command("region_invert", "&Invert", ("Ctrl+Shift+I",), "", REGION, needs="region"),
    Command("region_grow", "&Grow or Shrink…", (), "", REGION, needs="region"),
    Command("region_feather", "&Feather…", (), "", REGION, needs="region"),
    Command("region_look", "&Outline, Tint or Nothing", ("Q",), "eye", REGION, _CANVAS, begins=True, needs="region"),
    Command("frame_reset", "&Reset the Frame", (), "", REGION, needs="region"),
    Command("erase", "&Erase…", (), "eraser", REGION, begins=True, needs="region"),
    Command("replace", "Re&place…", (), "repeat", REGION, needs="region"),
    Command("extend", "E&xtend the Picture…", (), "scan", REGION, needs="picture"),
    Command("region_load", "&Load a Mask…", (), "", REGION, begins=True, needs="picture"),
    Command("region_save", "&Save the Mask…", (), "", REGION, needs="region"),
    Command("edit_further", "Edit This Result &Further", ("E",), "pencil", RESULT, _BOTH, needs="result"),
    Command("vary", "&Vary with New Seeds…", ("V",), "dices", RESULT, _BOTH, needs="result"),
    Command("use_reference", "Use as Referen&ce", (), "image-plus", RESULT, _BOTH, needs="picture"),
    Command("use_seed", "Use the &Seed", ("S",), "", RESULT, _BOTH, begins=True, needs="result"),
    Command("use_all", "Use &All Settings", ("A",), "", RESULT, _BOTH, needs="result"),
    Command("use_all_but_seed", "Use All &but the Seed", ("R",), "", RESULT, _BOTH, needs="result"),
    Command("use_prompt", "Use the &Prompt Only", ("P",), "", RESULT, _BOTH, needs="result"),
    Command("use_params", "Use the Para&meters Only", ("D",), "", RESULT, _BOTH, needs="result"),
    Command("previous_result", "P&revious Result", ("Ctrl+PgUp",), "", RESULT, begins=True, repeats=True),
    Command("next_result", "&Next Result", ("Ctrl+PgDown",), "", RESULT, repeats=True),
    Command("star", "S&tar, or Take the Star Away", (".",), "star", RESULT, _BOTH, begins=True, needs="result"),
    Command("rating", "Ratin&g", menu=RESULT, holds=True, needs="result"),
    Command("rate_1", "Rate &1 Star", ("1",), "", RESULT, _BOTH, under="rating", needs="result"),
    Command("rate_2", "Rate &2 Stars", ("2",), "", RESULT, _BOTH, under="rating", needs="result"),
    Command("rate_3", "Rate &3 Stars", ("3",), "", RESULT, _BOTH, under="rating", needs="result"),
    Command("rate_4", "Rate &4 Stars", ("4",), "", RESULT, _BOTH, under="rating", needs="result"),
    Command("rate_5", "Rate &5 Stars", ("5",), "", RESULT, _BOTH, under="rating", needs="result"),
    Command("rate_0", "No Rat&ing", ("0",), "", RESULT, _BOTH, under="rating", needs="result"),
    Command("note", "Write a N&ote…", ("F2",), "sticky-note", RESULT, _LIST, needs="result"),
    Command("changes", "What &Else Changed?…", ("W",), "diff", RESULT, _BOTH, begins=True, needs="edited"),
    Command("finish", "P&ut It Back Differently…", ("K",), "blend", RESULT, _BOTH, needs="part"),
    Command("detail", "&Keep the Original's Detail", (), "", RESULT, _BOTH, needs="reduced"),
    Command("show_settings", "S&how Settings…", ("I",), "list", RESULT, _LIST, needs="result"),
    Command("delete", "&Delete", ("Del",), "trash-2", RESULT, _LIST, begins=True, needs="result"),
    Command("palette", "&Find a Command…", ("Ctrl+Shift+P",), "search", HELP),
    Command("keys_help", "&Keyboard and Mouse", ("F1", "Ctrl+?"), "list", HELP),
    Command("help", "&What Can I Write?", ("Ctrl+F1",), "circle-question-mark", HELP),
    Command("manual", "&Manual", ("Shift+F1",), "book-open", HELP),
    Command("about", "&About Flux Desktop", (), "", HELP, begins=True),
)

_BY_ID: Mapping[str, Command] = MappingProxyType({command.id: command for command in COMMANDS})


def command_named(id: str) -> Command:
    """The command of that id; KeyError where there is none."""
    return _BY_ID[id]


def _plain(words: str) -> str:
    """Words of a menu as they read elsewhere."""
    return words.replace("&", "").removesuffix("…")
