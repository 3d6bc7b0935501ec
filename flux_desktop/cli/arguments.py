"""The words of the command line."""

from __future__ import annotations

import argparse
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import NoReturn

from flux_desktop import __version__
from flux_desktop.core.errors import InputError

__all__ = ["make_parser", "parse"]

CODE = ("curl", "python", "javascript")
"""The ids of services.code.LANGUAGES, which loads more than words need."""

Command = Callable[..., Awaitable[int]]


class _Parser(argparse.ArgumentParser):
    """Raises instead of ending the program, so that --json holds for a mistyped option too."""

    def error(self, message: str) -> NoReturn:
        raise InputError(f"{self.prog}: {message}.", f"`{self.prog} --help` shows what it takes.")


def parse(words: Sequence[str]) -> argparse.Namespace:
    """The options of one command; InputError for words it lacks.

    Their `prepare` is to be called first, then the coroutine `run` carries the command out.
    """
    return make_parser().parse_args(list(words))


def make_parser() -> argparse.ArgumentParser:
    """All commands and their options: the manual page and what shells complete are made from it too."""
    from flux_desktop.cli import edit, history, jobs, keys, models, spending
    from flux_desktop.cli.region import region_words

    parser = _Parser(
        prog="flux-desktop",
        usage="%(prog)s [PICTURE ...]\n       %(prog)s COMMAND ...",
        description="Change pictures by words. Without a command the window opens, with the pictures named.",
    )
    parser.add_argument("--version", action="version", version=f"flux-desktop {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", prog="flux-desktop")

    change = _command(commands, "edit", "change a picture by words", edit.edit)
    change.add_argument("picture", type=Path, metavar="PICTURE", help="the picture to change; it is never written to")
    change.add_argument(
        "--reference", type=Path, action="append", default=[], metavar="PICTURE", help="one the words can point at"
    )
    part = change.add_mutually_exclusive_group()
    part.add_argument("--region", type=region_words, metavar="X,Y,W,H", help="the only part that may change, in pixels")
    part.add_argument("--mask", type=Path, metavar="FILE", help="a picture that is white where PICTURE may change")
    _add_recipe(change)
    _add_recipe(_command(commands, "generate", "make a picture from words", edit.generate))

    listing = _command(commands, "models", "every model with its parameters, limits and prices", models.models)
    listing.add_argument("--provider", metavar="ID", help="those of this one only")
    listing.add_argument(
        "--refresh", action="store_true", help="ask the hosts first what they offer now; needs their keys"
    )

    _add_jobs(commands, jobs.jobs)
    _add_history(commands, history.history)
    _add_spending(commands, spending.spending)

    key = _command(commands, "key", "set, test or delete a provider's key", keys.key)
    key.add_argument("action", choices=("set", "test", "delete"))
    key.add_argument("provider", metavar="PROVIDER", help="its id, see `flux-desktop models`")
    key.add_argument(
        "--plain-file", action="store_true", help="keep it in an unprotected file, where there is no keychain"
    )
    key.set_defaults(prepare=keys.ask)
    return parser


def _command(
    commands: argparse._SubParsersAction[_Parser], name: str, help: str, run: Command
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=help, description=f"{help[0].upper()}{help[1:]}.")
    parser.add_argument("--json", action="store_true", help="print one JSON object to standard output")
    parser.set_defaults(run=run, prepare=lambda options: None)
    return parser


def _add_recipe(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-p", "--prompt", required=True, metavar="TEXT", help="what to change, or what to make")
    parser.add_argument("--provider", metavar="ID", help="default: the one in the settings, at first offline")
    parser.add_argument("--model", metavar="ID", help="default: the provider's first of this mode")
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", dest="params", help="a parameter, e.g. steps=20"
    )
    parser.add_argument(
        "-o", "--out", required=True, type=Path, metavar="OUT", help="the file to write; its suffix decides the format"
    )
    parser.add_argument("--dry-run", action="store_true", help="show what would be sent, and send none of it")
    parser.add_argument("--code", choices=CODE, help="print the same run as a script, and send nothing")
    parser.add_argument("--overwrite", action="store_true", help="replace OUT if it exists")
    _add_client_safe(parser)
    parser.add_argument(
        "--over-budget", action="store_true", help="do not ask above a soft budget; a hard one still refuses"
    )


def _add_client_safe(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--client-safe", action="store_true", help="leave prompt, seed and history out of OUT; so may the settings"
    )


def _add_jobs(commands: argparse._SubParsersAction[_Parser], run: Command) -> None:
    parser = _command(commands, "jobs", "unfinished jobs: `resume` collects what was paid, `cancel` gives one up", run)
    parser.add_argument("action", nargs="?", default="list", choices=("list", "resume", "cancel"))
    parser.add_argument("id", nargs="?", metavar="ID", help="one job; without it `list` and `resume` take all")


def _add_history(commands: argparse._SubParsersAction[_Parser], run: Command) -> None:
    parser = _command(commands, "history", "the results that are kept", run)
    actions = ("list", "show", "export", "recipe", "trash", "restore", "empty", "tree", "import")
    help = "`trash` deletes the result, without an ID it lists what was deleted; `restore` brings it back; "
    help += "`empty` removes all that was deleted for good; `tree` writes all that grew from one original to OUT, "
    help += "and `import` takes such a file, named in place of the ID, into this library"
    parser.add_argument("action", nargs="?", default="list", choices=actions, help=help)
    parser.add_argument("id", nargs="?", metavar="ID", help="a result; the beginning of its id is enough")
    parser.add_argument("--starred", action="store_true", help="delete it although it is starred")
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="how many to list, newest first")
    parser.add_argument("--search", default="", metavar="WORDS", help="list those whose prompt has these words")
    parser.add_argument("-o", "--out", type=Path, metavar="OUT", help="the file to export to")
    parser.add_argument("--quality", type=int, metavar="0-100", help="of the exported file; without it as it was made")
    _add_client_safe(parser)
    parser.add_argument("--overwrite", action="store_true", help="replace OUT if it exists")


def _add_spending(commands: argparse._SubParsersAction[_Parser], run: Command) -> None:
    from flux_desktop.cli.spending import GROUPINGS, day

    parser = _command(commands, "spending", "what was spent, by day, provider and model, beside the budgets", run)
    parser.add_argument("--since", type=day, metavar="DATE", help="from this day on, e.g. 2026-11-01")
    parser.add_argument("--by", choices=GROUPINGS, help="add up by this alone")
    parser.add_argument("--csv", type=Path, metavar="OUT", help="write the single lines to this file")
    parser.add_argument("--overwrite", action="store_true", help="replace OUT if it exists")
