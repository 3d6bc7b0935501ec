"""Which keys carry out which command: the defaults, and in their place what the user chose.

Keys are one combination as Qt writes it, e.g. `Ctrl+Shift+Z`, `F2`, `Del`, `S` or `.`; this module knows no Qt.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress

from flux_desktop.core.commands import COMMANDS, Command, Context, command_named
from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.language import marked, tr
from flux_desktop.core.menus import MENUS
from flux_desktop.core.settings import Settings
from flux_desktop.core.signal import Signal

__all__ = ["MOST_KEYS", "Keymap", "canonical", "is_letter", "refusal"]

MOST_KEYS = 4
"""Keys of one command."""
HELD = ("Meta", "Ctrl", "Alt", "Shift")
"""What is held with a key, in the order in which Qt writes it."""
MOVING = frozenset({"Return", "Enter", "Space", "Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown"})
NAMED = MOVING | {"Esc", "Tab", "Backtab", "Backspace", "Del", "Ins", "Pause", "Print", "Menu", "Help"}
FUNCTION = frozenset(f"F{number}" for number in range(1, 36))

NO_KEY = marked("This key can't be used: choose another one.")
LEAVES = marked("Tab and Esc are for moving about and leaving: choose another key.")
MOVES = marked(
    "Enter, Space, arrows and the keys beside them are for moving about: choose another key, or hold Ctrl with it."
)
PROMPTS = marked("Alt+Up and Alt+Down bring earlier prompts back: choose another key.")
OPENS_MENU = marked("Alt with this letter opens a menu: choose another key.")
TYPED = marked("This key counts also where one types: hold Ctrl or Alt with it, or choose a function key.")


def canonical(keys: str) -> str | None:
    """`keys` as they are kept and compared; None for what is no key, or more than one combination.

    Shift counts with letters and named keys alone: which signs need it depends on the keyboard.
    """
    held, key = _parts(keys)
    if len(key) == 1 and key.isprintable() and not key.isspace():
        key = key.upper() if len(key.upper()) == 1 else key
        if not key.isalpha():
            held.discard("Shift")
    elif key not in NAMED and key not in FUNCTION:
        return None
    return "+".join([*(one for one in HELD if one in held), key])


def is_letter(keys: str) -> bool:
    """Whether `keys` type a letter, a digit or a sign."""
    held, key = _parts(keys)
    return len(key) == 1 and held <= {"Shift"}


def refusal(command: Command, keys: str) -> str:
    """Why `command` cannot have `keys` (as `canonical` gives them), as a sentence; "" where it can."""
    held, key = _parts(keys)
    if key in ("Tab", "Backtab", "Esc"):
        return tr(LEAVES)
    if key in MOVING and held <= {"Shift"}:
        return tr(MOVES)
    if held == {"Alt"} and key in ("Up", "Down"):
        return tr(PROMPTS)
    if held == {"Alt"} and key in _menu_letters():
        return tr(OPENS_MENU)
    return "" if _places(command, keys) else tr(TYPED)


class Keymap:
    """The keys of every command, kept in the setting `keys` as JSON: what differs from the defaults.

    No key has two meanings in one place: what the user chose comes before a default, which then gives way. In what was
    kept, unknown commands stay as they are for a newer program, and nonsense is passed over.
    """

    def __init__(self, settings: Settings) -> None:
        self.changed: Signal[()] = Signal()
        self._settings = settings
        self._read()
        settings.changed.connect(self._on_setting)

    @property
    def letters(self) -> bool:
        """Whether single letters, digits and signs count at all."""
        return self._kept.get("letters") is not False

    @letters.setter
    def letters(self, count: bool) -> None:
        others = {name: value for name, value in self._kept.items() if name != "letters"}
        self._keep(others if count else {**others, "letters": False})

    def keys(self, command: str) -> tuple[str, ...]:
        """All keys of `command`, switched off or not; KeyError for an unknown one."""
        return self._keys[command]

    def live_keys(self, command: str, context: Context | None = None) -> tuple[str, ...]:
        """The keys that carry `command` out now, in `context` or anywhere."""
        places = (context,) if context else command_named(command).contexts
        return tuple(keys for keys in self._keys[command] if any(self.command(at, keys) == command for at in places))

    def command(self, context: Context, keys: str) -> str | None:
        """What `keys` (as `canonical` gives them) carry out while `context` has the focus."""
        if not self.letters and is_letter(keys):
            return None
        return self._at.get((context, keys))

    def clashes(self, command: str, *keys: str) -> list[str]:
        """The other commands that have one of `keys` where `command` would have it."""
        own = command_named(command)
        found = (one for each in keys for one in self._holders.get(each, ()) if _meet(own, one, each))
        return list(dict.fromkeys(one.id for one in found if one.id != command))

    def is_changed(self, command: str) -> bool:
        """Whether the user chose the keys of `command`."""
        return command in self._chosen

    @property
    def is_default(self) -> bool:
        """Whether everything is as it came."""
        return not self._chosen and self.letters

    def set(self, command: str, keys: Iterable[str]) -> None:
        """Give `command` these keys and no others; who had them gives them up.

        InvalidParameter for a key that it cannot have.
        """
        own, chosen = command_named(command), dict(self._chosen)
        wanted = tuple(dict.fromkeys(_checked(own, one) for one in keys))[:MOST_KEYS]
        for each in wanted:
            for other in self.clashes(command, each):
                if other in chosen:
                    chosen[other] = tuple(one for one in chosen[other] if one != each)
        chosen[command] = wanted
        self._choose(chosen)

    def reset(self, command: str | None = None) -> None:
        """Give `command`, or all of them, the default keys; for all, letters count again."""
        if command is None:
            self._keep({name: value for name, value in self._kept.items() if name not in ("commands", "letters")})
        else:
            self.set(command, command_named(command).keys)

    def _choose(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        """Keep what differs from the defaults, beside commands that only another version of the program knows."""
        kept = self._kept.get("commands")
        strange = {id: keys for id, keys in kept.items() if id not in self._keys} if isinstance(kept, dict) else {}
        differing = {id: list(keys) for id, keys in chosen.items() if keys != command_named(id).keys}
        self._keep({**self._kept, "commands": {**strange, **differing}})

    def _keep(self, kept: Mapping[str, object]) -> None:
        self._settings.set("keys", json.dumps({name: value for name, value in kept.items() if value != {}}))

    def _on_setting(self, name: str) -> None:
        if name == "keys":
            self._read()
            self.changed.emit()

    def _read(self) -> None:
        self._kept = _parse(self._settings.text("keys"))
        self._chosen = _chosen(self._kept.get("commands"))
        self._keys: dict[str, tuple[str, ...]] = {}
        self._holders: dict[str, list[Command]] = {}
        self._at: dict[tuple[Context, str], str] = {}
        for command in sorted(COMMANDS, key=lambda one: one.id not in self._chosen):
            wanted = self._chosen.get(command.id, command.keys)
            self._keys[command.id] = tuple(keys for keys in wanted if self._take(command, keys))

    def _take(self, command: Command, keys: str) -> bool:
        """Give `keys` to `command` unless another one has them already."""
        holders = self._holders.setdefault(keys, [])
        if any(_meet(command, other, keys) for other in holders):
            return False
        holders.append(command)
        self._at.update(((context, keys), command.id) for context in _places(command, keys))
        return True


def _parts(keys: str) -> tuple[set[str], str]:
    """What is held, and the key itself, which may be a plus."""
    held: set[str] = set()
    while (name := keys.partition("+")[0]) in HELD and len(keys) > len(name) + 1:
        held.add(name)
        keys = keys[len(name) + 1 :]
    return held, keys


def _places(command: Command, keys: str) -> tuple[Context, ...]:
    """Where `keys` count: those that are typed, or edit what is typed, never in the whole window."""
    held, key = _parts(keys)
    anywhere = key in FUNCTION or bool(held - {"Shift"})
    return tuple(context for context in command.contexts if anywhere or context != "window")


def _meet(one: Command, other: Command, keys: str) -> bool:
    """Whether there is a place where `keys` would mean both: what counts in the whole window counts everywhere."""
    first, second = set(_places(one, keys)), set(_places(other, keys))
    return bool(first & second) or "window" in first | second


def _checked(command: Command, keys: str) -> str:
    key = canonical(keys)
    problem = tr(NO_KEY) if key is None else refusal(command, key)
    if key is None or problem:
        raise InvalidParameter(tr("{command} cannot have this key.", command=command.label), problem)
    return key


def _parse(text: str) -> dict[str, object]:
    with suppress(ValueError, RecursionError):
        found = json.loads(text)
        if isinstance(found, dict):
            return found
    return {}


def _chosen(kept: object) -> dict[str, tuple[str, ...]]:
    """What of `kept` can be used: an empty list takes all keys away, one of nothing but nonsense changes nothing."""
    if not isinstance(kept, dict):
        return {}
    usable: dict[str, tuple[str, ...]] = {}
    for command in COMMANDS:
        keys = kept.get(command.id)
        if isinstance(keys, list):
            good = tuple(dict.fromkeys(_usable(command, keys)))[:MOST_KEYS]
            if good != command.keys and (good or not keys):
                usable[command.id] = good
    return usable


def _usable(command: Command, keys: Iterable[object]) -> Iterable[str]:
    for one in keys:
        key = canonical(one) if isinstance(one, str) else None
        if key is not None and not refusal(command, key):
            yield key


def _mnemonic(words: str) -> str:
    return words.partition("&")[2][:1].upper()


def _menu_letters() -> set[str]:
    """What opens a menu with Alt, in the language in use."""
    return {_mnemonic(tr(menu)) for menu in MENUS}
