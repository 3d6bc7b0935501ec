"""Keys: what can be one, who has it, and what is left of what was kept once."""

from __future__ import annotations

import json
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from flux_desktop.core.commands import COMMANDS, Command, command_named
from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.keymap import MOST_KEYS, Keymap, canonical, is_letter, refusal
from flux_desktop.core.language import speak
from flux_desktop.core.settings import Settings

IDS = [command.id for command in COMMANDS]
KEYS = st.sampled_from(["S", "Shift+S", "Q", ".", "7", "Del", "F2", "F9", "Ctrl+Q", "Ctrl+K", "Ctrl+Shift+Z", "Alt+J"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6) | KEYS,
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=6) | st.sampled_from(IDS), inner),
    max_leaves=20,
)


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def keymap(settings: Settings) -> Keymap:
    return Keymap(settings)


def meanings(keymap: Keymap) -> list[tuple[str, str, str]]:
    """Every context, key and command of all keys."""
    return [(context, keys, one.id) for one in COMMANDS for context in one.contexts for keys in keymap.keys(one.id)]


# The table.


def test_every_command_has_a_name_words_and_keys_that_it_may_have() -> None:
    assert len(set(IDS)) == len(IDS)
    for command in COMMANDS:
        assert command.label
        assert command.group
        assert len(command.keys) <= MOST_KEYS
        for keys in command.keys:
            assert canonical(keys) == keys
            assert refusal(command, keys) == "", (command.id, keys)


def test_no_two_defaults_clash() -> None:
    keymap = Keymap(Settings())
    for command in COMMANDS:
        assert keymap.keys(command.id) == command.keys
        assert keymap.clashes(command.id, *command.keys) == []
    for (one, keys, first), (other, same, second) in combinations(meanings(keymap), 2):
        assert keys != same or one != other or first == second, (keys, first, second)


def test_only_letters_and_what_edits_text_are_no_keys_of_the_window(keymap: Keymap) -> None:
    """They would be taken from who types."""
    for command in COMMANDS:
        for keys in keymap.live_keys(command.id, "window"):
            assert keys.startswith(("Ctrl+", "F", "Shift+F")), (command.id, keys)


# One key.


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("s", "S"),
        ("Shift+Ctrl+z", "Ctrl+Shift+Z"),
        ("Alt+Meta+Ctrl+F5", "Meta+Ctrl+Alt+F5"),
        ("Ctrl++", "Ctrl++"),
        ("+", "+"),
        ("Ctrl+Shift+?", "Ctrl+?"),
        ("Shift+.", "."),
        ("Shift+Del", "Shift+Del"),
        ("ä", "Ä"),
        ("ß", "ß"),
        ("Ы", "Ы"),
    ],
)
def test_a_key_is_kept_in_one_way_of_writing_it(written: str, kept: str) -> None:
    assert canonical(written) == kept


@pytest.mark.parametrize(
    "text", ["", "Ctrl", "Ctrl+", "Ctrl+S, A", "Hyper+S", "F36", "nonsense", " ", "\n", "SS", "s+"]
)
def test_what_is_no_key_is_none(text: str) -> None:
    assert canonical(text) is None


@hypothesis_settings(max_examples=40, deadline=None)
@given(st.text(max_size=12) | st.lists(st.sampled_from(["Ctrl", "Shift", "Alt", "+", "S", "F1"])).map("+".join))
def test_the_way_of_writing_is_final(text: str) -> None:
    once = canonical(text)
    assert once is None or canonical(once) == once


def test_letters_digits_and_signs_are_typed() -> None:
    assert all(map(is_letter, ("S", "Shift+S", "5", ".", "\\", "+")))
    assert not any(map(is_letter, ("Ctrl+S", "F2", "Del", "Alt+Shift+S", "Ctrl++")))


@pytest.mark.parametrize(
    ("id", "keys", "why"),
    [
        ("star", "Tab", "moving about"),
        ("star", "Ctrl+Tab", "moving about"),
        ("star", "Esc", "leaving"),
        ("star", "Space", "moving about"),
        ("star", "Shift+Left", "moving about"),
        ("run", "Return", "moving about"),
        ("run", "S", "where one types"),
        ("run", "Shift+S", "where one types"),
        ("run", "Del", "where one types"),
        ("run", "Alt+F", "opens a menu"),
        ("star", "Alt+Up", "earlier prompts"),
    ],
)
def test_some_keys_are_refused_with_a_sentence(keymap: Keymap, id: str, keys: str, why: str) -> None:
    assert why in refusal(command_named(id), keys)
    with pytest.raises(InvalidParameter) as raised:
        keymap.set(id, [keys])
    assert why in raised.value.hint
    assert keymap.is_default


def test_the_letters_of_menus_are_those_of_the_language() -> None:
    speak(lambda text, comment, number: {"&File": "&Datei"}.get(text, ""))
    try:
        assert refusal(command_named("run"), "Alt+D")
        assert refusal(command_named("run"), "Alt+F") == ""
    finally:
        speak(None)


@pytest.mark.parametrize(("id", "keys"), [("run", "Ctrl+Return"), ("run", "F9"), ("star", "Ctrl+Left"), ("star", "Q")])
def test_others_are_not(id: str, keys: str) -> None:
    assert refusal(command_named(id), keys) == ""


# Who has a key.


def test_a_key_means_what_the_place_says(keymap: Keymap) -> None:
    assert keymap.command("window", "Ctrl+O") == "open"
    assert keymap.command("canvas", "S") == keymap.command("history", "S") == "use_seed"
    assert keymap.command("window", "S") is None
    assert keymap.command("canvas", "Z") == "toggle_zoom"
    assert keymap.command("history", "Z") is None
    assert keymap.command("history", "Ctrl+C") == "copy"
    assert keymap.keys("compare_next") == ("Ctrl+T", "Y")
    assert keymap.live_keys("compare_next", "window") == ("Ctrl+T",)
    assert keymap.live_keys("compare_next") == ("Ctrl+T", "Y")


def test_new_keys_count_at_once_and_are_kept(keymap: Keymap, settings: Settings) -> None:
    told: list[tuple[str, ...]] = []
    keymap.changed.connect(lambda: told.append(keymap.keys("use_seed")))
    keymap.set("use_seed", ["q", "Ctrl+K", "Q"])
    assert told == [("Q", "Ctrl+K")]
    assert keymap.command("canvas", "Q") == keymap.command("history", "Ctrl+K") == "use_seed"
    assert keymap.command("canvas", "S") is None
    assert keymap.is_changed("use_seed")
    assert json.loads(settings.text("keys")) == {"commands": {"use_seed": ["Q", "Ctrl+K"]}}
    assert Keymap(Settings(settings.values())).keys("use_seed") == ("Q", "Ctrl+K")


def test_two_keymaps_of_the_same_settings_agree(keymap: Keymap, settings: Settings) -> None:
    other = Keymap(settings)
    keymap.set("star", [])
    assert other.keys("star") == ()


def test_clashes_are_with_who_counts_in_the_same_place(keymap: Keymap) -> None:
    assert keymap.clashes("star", "S") == ["use_seed"]
    assert keymap.clashes("star", "S", "R", ".") == ["use_seed", "use_all_but_seed"]
    assert keymap.clashes("star", "Ctrl+O") == ["open"]
    assert keymap.clashes("open", "Ctrl+A") == ["select_all", "region_whole"]
    assert keymap.clashes("select_all", "Ctrl+A") == []
    assert keymap.clashes("select_all", "Z") == []
    assert keymap.clashes("toggle_zoom", "Del") == []
    assert keymap.clashes("use_seed", "S") == []


def test_a_default_gives_way_and_comes_back(keymap: Keymap, settings: Settings) -> None:
    keymap.set("star", ["S"])
    assert keymap.command("canvas", "S") == "star"
    assert keymap.keys("use_seed") == ()
    assert not keymap.is_changed("use_seed")
    assert "use_seed" not in settings.text("keys")
    keymap.reset("star")
    assert (keymap.keys("use_seed"), keymap.keys("star")) == (("S",), (".",))
    assert keymap.is_default
    assert settings.text("keys") == "{}"


def test_who_has_a_key_last_keeps_it(keymap: Keymap) -> None:
    keymap.set("star", ["Q", "W"])
    keymap.set("vary", ["Q"])
    assert (keymap.keys("star"), keymap.keys("vary")) == (("W",), ("Q",))
    keymap.set("star", ["V"])
    keymap.reset("vary")
    assert (keymap.keys("star"), keymap.keys("vary")) == ((), ("V",))


def test_all_can_be_as_it_came(keymap: Keymap, settings: Settings) -> None:
    keymap.set("open", [])
    keymap.set("star", ["S"])
    keymap.letters = False
    keymap.reset()
    assert keymap.is_default
    assert keymap.letters
    assert settings.text("keys") == "{}"
    assert keymap.keys("open") == ("Ctrl+O",)


def test_letters_can_be_switched_off(keymap: Keymap, settings: Settings) -> None:
    keymap.letters = False
    assert keymap.command("canvas", "S") is None
    assert keymap.command("history", ".") is None
    assert keymap.command("history", "Del") == "delete"
    assert keymap.command("history", "F2") == "note"
    assert keymap.live_keys("use_seed") == ()
    assert keymap.live_keys("compare_next") == ("Ctrl+T",)
    assert keymap.keys("use_seed") == ("S",)
    assert not Keymap(Settings(settings.values())).letters
    keymap.set("vary", ["Q"])
    assert not keymap.letters
    keymap.letters = True
    assert keymap.command("canvas", "Q") == "vary"


def test_an_unknown_command_has_no_keys(keymap: Keymap) -> None:
    with pytest.raises(KeyError):
        keymap.keys("dance")
    with pytest.raises(KeyError):
        keymap.set("dance", ["S"])


# What was kept.


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '"S"', '{"commands": []}', '{"commands": {"star": "S"}}', '{"letters": 0}', "[" * 9999],
)
def test_nonsense_leaves_the_defaults(text: str) -> None:
    keymap = Keymap(Settings({"keys": text}))
    assert keymap.is_default
    assert keymap.command("canvas", "S") == "use_seed"


def test_of_what_was_kept_the_good_part_counts() -> None:
    kept = {"star": ["Tab", 7, "q", None, "zz"], "vary": ["nonsense"], "open": [], "run": ["S"], "dance": ["J"]}
    keymap = Keymap(Settings({"keys": json.dumps({"commands": kept, "letters": "no", "more": 1})}))
    assert keymap.keys("star") == ("Q",)
    assert keymap.keys("vary") == ("V",)
    assert keymap.keys("open") == ()
    assert keymap.keys("run") == ("Ctrl+Return", "Ctrl+Enter")
    assert keymap.letters


def test_what_a_newer_program_kept_stays() -> None:
    settings = Settings({"keys": json.dumps({"commands": {"dance": ["J"], "star": ["q"]}, "more": [1]})})
    keymap = Keymap(settings)
    keymap.set("open", ["Ctrl+P"])
    kept = json.loads(settings.text("keys"))
    assert kept == {"commands": {"dance": ["J"], "star": ["Q"], "open": ["Ctrl+P"]}, "more": [1]}
    keymap.reset()
    assert json.loads(settings.text("keys")) == {"more": [1]}


@hypothesis_settings(max_examples=40, deadline=None)
@given(JSON | st.fixed_dictionaries({"commands": st.dictionaries(st.sampled_from(IDS), JSON, max_size=8)}))
def test_no_key_has_two_meanings_whatever_was_kept(kept: object) -> None:
    _has_one_meaning_each(Keymap(Settings({"keys": json.dumps(kept)})))


@hypothesis_settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(COMMANDS), st.lists(KEYS, max_size=5)), max_size=8))
def test_no_key_has_two_meanings_whatever_is_set(steps: list[tuple[Command, list[str]]]) -> None:
    settings = Settings()
    keymap = Keymap(settings)
    for command, keys in steps:
        usable = [one for one in keys if not refusal(command, one)]
        keymap.set(command.id, usable)
        assert keymap.keys(command.id) == tuple(dict.fromkeys(usable))[:MOST_KEYS]
        _has_one_meaning_each(keymap)
    again = Keymap(Settings(settings.values()))
    assert [again.keys(id) for id in IDS] == [keymap.keys(id) for id in IDS]


def _has_one_meaning_each(keymap: Keymap) -> None:
    for command in COMMANDS:
        assert keymap.clashes(command.id, *keymap.keys(command.id)) == []
        for keys in keymap.live_keys(command.id):
            assert any(keymap.command(context, keys) == command.id for context in command.contexts)
