"""The manual as the program knows it: its pages in their order, and which place of it helps with what.

A place is the id of a page, with an anchor on it behind `#` where there is more than one thing to say. The pages
themselves are Markdown files in `resources/manual/`, one folder a language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from flux_desktop.core.language import marked, tr

__all__ = ["FIRST", "LEARN", "PAGES", "PLACES", "language", "pages", "place_for"]

FIRST = "start"
"""The page that the manual opens with."""
LEARN = marked("Learn more")
"""The words of the button beside an error that opens the manual at the error's `help`."""

PAGES: Mapping[str, str] = MappingProxyType(
    {
        FIRST: marked("First steps"),
        "editing": marked("Prompts that work"),
        "regions": marked("Editing a part"),
        "canvas": marked("Canvas and comparison"),
        "history": marked("History and recipes"),
        "export": marked("Export and colour"),
        "providers": marked("Providers and keys"),
        "local": marked("Servers of your own"),
        "money": marked("Money"),
        "privacy": marked("What leaves your computer"),
        "keyboard": marked("Keyboard and mouse"),
        "problems": marked("When something goes wrong"),
    }
)
"""The title of each page, by its id."""

PLACES: Mapping[str, str] = MappingProxyType(
    {
        "prompt_box": "editing",
        "help_panel": "editing",
        "run_bar": "money#price",
        "model_chooser": "providers#models",
        "param_panel": "editing#parameters",
        "param_foot": "editing#code",
        "code_dialog": "editing#code",
        "reference_strip": "editing#references",
        "tool_bar": "regions#tools",
        "tool_options": "regions#tools",
        "finish_strip": "regions#finish",
        "extend_strip": "regions#wishes",
        "erase_dialog": "regions#wishes",
        "replace_dialog": "regions#wishes",
        "size_note": "regions#detail",
        "canvas": "canvas",
        "compare_bar": "canvas#compare",
        "tuning_strip": "canvas#compare",
        "changes_dialog": "canvas#changes",
        "history_panel": "history",
        "recipe_dialog": "history#recipes",
        "queue_panel": "problems#queue",
        "message_bar": "problems",
        "export_dialog": "export",
        "sheet_dialog": "export#sheet",
        "outgoing_dialog": "privacy",
        "spending_dialog": "money#spending",
        "money_page": "money#budgets",
        "storage_page": "history#library",
        "keys_page": "providers#keys",
        "keyboard_page": "keyboard",
        "keys_help": "keyboard",
    }
)
"""The place that helps with a part of the window, by the part's object name."""


def language() -> str:
    """The folder of the manual in the language in use."""
    return tr("en", "two letters: the folder of the manual in this language")


def pages() -> tuple[tuple[str, str], ...]:
    """Id and title of every page, in the language in use."""
    return tuple((id, tr(title)) for id, title in PAGES.items())


def place_for(parts: Iterable[str]) -> str:
    """Where help stands for someone who is in `parts`, object names from the innermost; else the first page."""
    return next((PLACES[part] for part in parts if part in PLACES), FIRST)
