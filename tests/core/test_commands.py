"""The table of commands: its menus can be used by their underlined letters, in every language there is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

from flux_desktop.core.commands import COMMANDS, NEEDS, command_named
from flux_desktop.core.language import speak
from flux_desktop.core.menus import MENUS
from flux_desktop.resources import resource

INVITATIONS = ("&Open…", "&Paste", "&Try the sample")
"""The buttons of the empty canvas, whose letters count beside those of the menus."""
LONGEST = 22
"""Entries of a menu, those of submenus not counted."""


def translations(language: str) -> dict[str, str]:
    """What the words of the menus are called, as far as they are translated."""
    if language == "en":
        return {}
    root = ElementTree.parse(_file(language)).getroot()
    pairs = ((one.findtext("source", ""), one.findtext("translation", "")) for one in root.iter("message"))
    return {source: said for source, said in pairs if said}


def languages() -> list[str]:
    files = sorted(Path(resource("translations")).glob("flux_desktop_*.ts"))
    return ["en", *(file.stem.removeprefix("flux_desktop_") for file in files)]


def _file(language: str) -> Path:
    return Path(resource("translations")) / f"flux_desktop_{language}.ts"


def letter(words: str) -> str:
    """The underlined letter; "" where there is none."""
    return words.replace("&&", "").partition("&")[2][:1].casefold()


@pytest.mark.parametrize("language", languages())
def test_no_two_entries_of_a_menu_share_a_letter(language: str) -> None:
    said = translations(language)
    menus: dict[str, list[str]] = {"bar": [*MENUS, *INVITATIONS]}
    for command in COMMANDS:
        menus.setdefault(command.under or command.menu, []).append(command.words)
    for menu, words in menus.items():
        letters = Counter(letter(said.get(one, one)) for one in words if language == "en" or one in said)
        assert [one for one, count in letters.items() if count > 1 or not one] == [], (menu, letters)


def test_every_command_is_in_a_menu_that_is_no_longer_than_one_can_read() -> None:
    assert all(command.menu in MENUS for command in COMMANDS)
    for menu in MENUS:
        assert len([one for one in COMMANDS if one.menu == menu and not one.under]) <= LONGEST, menu


def test_submenus_are_there_before_what_they_hold() -> None:
    for place, command in enumerate(COMMANDS):
        if command.under:
            assert command_named(command.under).holds
            assert COMMANDS.index(command_named(command.under)) < place


def test_every_need_has_a_reason() -> None:
    assert {command.needs for command in COMMANDS} - {""} == set(NEEDS)


def test_labels_and_headings_are_words_without_signs_of_menus() -> None:
    command = command_named("zoom_in")
    assert (command.label, command.english, command.group) == ("Zoom In", "Zoom In", "View menu")
    speak(lambda text, comment, number: {"Zoom &In": "Ver&größern…", "&View": "&Ansicht"}.get(text, ""))
    try:
        assert (command.label, command.english, command.group) == ("Vergrößern", "Zoom In", "Ansicht menu")
    finally:
        speak(None)


@pytest.mark.parametrize(
    ("id", "keys"),
    [
        ("zoom_in", "Ctrl++"), ("zoom_out", "Ctrl+-"), ("fit", "Ctrl+0"), ("actual", "Ctrl+1"), ("double", "Ctrl+2"),
        ("toggle_zoom", "Z"), ("peek", "\\"), ("compare_next", "Y"), ("run", "Ctrl+Return"), ("cancel", "Ctrl+."),
        ("star", "."), ("rate_3", "3"), ("use_seed", "S"), ("use_prompt", "P"), ("use_all", "A"),
        ("use_all_but_seed", "R"), ("undo", "Ctrl+Z"), ("redo", "Ctrl+Shift+Z"), ("redo", "Ctrl+Y"),
        ("select_all", "Ctrl+A"), ("delete", "Del"), ("full_screen", "F11"), ("full_screen", "F"), ("copy", "Ctrl+C"),
        ("paste", "Ctrl+V"), ("settings", "Ctrl+,"), ("keys_help", "F1"), ("keys_help", "Ctrl+?"),
        ("palette", "Ctrl+Shift+P"), ("next_panel", "F6"), ("previous_panel", "Shift+F6"),
    ],
)  # fmt: skip
def test_keys_are_those_that_designers_expect(id: str, keys: str) -> None:
    assert keys in command_named(id).keys
