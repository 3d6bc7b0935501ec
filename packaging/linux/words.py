"""The command line as plain values, read from the program's own parser: what the manual and the shells are told."""

from __future__ import annotations

import argparse
import functools
from dataclasses import dataclass
from pathlib import Path

from flux_desktop.cli.arguments import make_parser
from flux_desktop.providers.registry import find_providers

__all__ = ["WINDOW", "Command", "Option", "commands"]


@dataclass(frozen=True)
class Option:
    """An option, or an argument where `names` is empty. `values` are all that it takes; empty for any text."""

    names: tuple[str, ...]
    value: str
    values: tuple[str, ...]
    help: str
    is_path: bool = False
    is_required: bool = False


@dataclass(frozen=True)
class Command:
    """What follows `flux-desktop`, or "" for what opens the window."""

    name: str
    help: str
    options: tuple[Option, ...]
    arguments: tuple[Option, ...]


_HELP = Option(("-h", "--help"), "", (), "show all commands")
_VERSION = Option(("--version",), "", (), "show the version")
_SAMPLE = Option(("--sample",), "", (), "open the window with the sample picture")
_BESIDE = Option(("--new-instance",), "", (), "open a window beside the one that is there")
_PICTURES = Option((), "PICTURE", (), "pictures to open: the first to change, the others to point at", is_path=True)
WINDOW = Command("", "open the window", (_SAMPLE, _BESIDE, _VERSION, _HELP), (_PICTURES,))
"""The window's own words: they are no command of the parser."""


def commands() -> list[Command]:
    """Every command of the parser, in its order."""
    parsers = next(action for action in make_parser()._actions if isinstance(action, argparse._SubParsersAction))
    helps = {action.dest: action.help or "" for action in parsers._choices_actions}
    return [_command(name, helps[name], parser) for name, parser in parsers.choices.items()]


def _command(name: str, help: str, parser: argparse.ArgumentParser) -> Command:
    found = [_option(action) for action in parser._actions]
    options = tuple(option for option in found if option.names)
    return Command(name, help, options, tuple(option for option in found if not option.names))


def _option(action: argparse.Action) -> Option:
    value = "" if action.nargs == 0 else str(action.metavar or "")
    values = _known_values(action)
    if not value and values:
        value = "|".join(values)
    help = (action.help or "").replace("show this help message and exit", "show what it takes")
    return Option(
        tuple(action.option_strings), value, values, help, action.type is Path, action.required and value != ""
    )


def _known_values(action: argparse.Action) -> tuple[str, ...]:
    if action.choices is not None:
        return tuple(str(choice) for choice in action.choices)
    return _ids(action.dest)


@functools.cache
def _ids(kind: str) -> tuple[str, ...]:
    """All that a provider or a model may be called; none for other things."""
    if kind == "provider":
        return tuple(find_providers())
    if kind == "model":
        return tuple(sorted({model.id for cls in find_providers().values() for model in cls.models()}))
    return ()
