"""The manual page flux-desktop(1), made from the parser of the command line: it says what this version takes."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from linux.words import WINDOW, Command, Option, commands

__all__ = ["EXIT_CODES", "manual_page"]

EXIT_CODES = {
    0: "done",
    2: "bad input; nothing was sent",
    3: "the key is missing or was refused",
    4: "the provider refused: moderation, or an invalid request",
    5: "unavailable after retries",
    6: "no credit, or beyond the budget",
    7: "unknown: it may have been charged, and the sentence says so",
    70: "a fault of the program",
    130: "interrupted",
}

_DESCRIPTION = """\
Flux Desktop changes pictures by words. Without a command it opens its window, with the pictures that are named.
With a command it does the same work without a window: output is for people, and with --json exactly one JSON object
goes to standard output. The provider `offline` needs no key, no network and no AI; the others need a key each."""

_ENVIRONMENT = {
    "FLUX_DESKTOP_HOME": "One folder for all that is kept.",
    "FLUX_DESKTOP_<PROVIDER>_KEY": "A key for this run, never stored, e.g. FLUX_DESKTOP_FAL_KEY.",
    "FLUX_DESKTOP_<PROVIDER>_URL": "An address in place of the provider's own.",
}
_FILES = {"~/.local/share/flux-desktop": "The library: pictures, results, history, settings. Keys are in the keychain."}
_EXAMPLES = {
    "Open two pictures:": "flux-desktop photo.jpg other.png",
    "Edit without network or key:": 'flux-desktop edit photo.jpg -p "warmer, and a white border" -o out.webp',
    "Show what would be sent:": 'flux-desktop edit photo.jpg -p "at night" --provider fal -o out.png --dry-run',
    "Collect what was paid for:": "flux-desktop jobs resume",
}


def manual_page(version: str, epoch: int) -> str:
    """The page as roff, dated `epoch`, in seconds since 1970."""
    day = datetime.datetime.fromtimestamp(epoch, datetime.UTC).strftime("%Y-%m-%d")
    sections = {
        "NAME": ["flux\\-desktop \\- change pictures by words"],
        "SYNOPSIS": [_synopsis("[{} ...]", "PICTURE"), ".br", _synopsis("{} ...", "COMMAND")],
        "DESCRIPTION": [_text(_DESCRIPTION)],
        "OPTIONS": _all(WINDOW.options),
        "COMMANDS": [line for command in commands() for line in _command(command)],
        "EXIT STATUS": _terms({str(code): words for code, words in EXIT_CODES.items()}),
        "ENVIRONMENT": _terms(_ENVIRONMENT),
        "FILES": _terms(_FILES),
        "EXAMPLES": [line for pair in _EXAMPLES.items() for line in _example(*pair)],
    }
    head = f'.TH FLUX\\-DESKTOP 1 "{day}" "Flux Desktop {version}" "User Commands"'
    return "\n".join([head, *(line for title, lines in sections.items() for line in (f'.SH "{title}"', *lines)), ""])


def _synopsis(rest: str, word: str) -> str:
    return "\\fBflux\\-desktop\\fR " + rest.format(f"\\fI{word}\\fR")


def _command(command: Command) -> list[str]:
    """A command as a subsection: what it does, then its arguments and options."""
    arguments = " ".join(f"\\fI{_escaped(argument.value)}\\fR" for argument in command.arguments)
    heading = f"\\fB{command.name}\\fR {arguments} [\\fIOPTION\\fR ...]".replace("  ", " ")
    entries = [*(one for one in command.arguments if one.help), *command.options]
    return [".SS " + heading, _text(f"{command.help[0].upper()}{command.help[1:]}."), *_all(entries)]


def _all(options: Iterable[Option]) -> list[str]:
    return [line for option in options for line in _option(option)]


def _option(option: Option) -> list[str]:
    names = ", ".join(f"\\fB{_escaped(name)}\\fR" for name in option.names)
    value = f"\\fI{_escaped(option.value)}\\fR" if option.value else ""
    return [".TP", " ".join(filter(None, (names, value))), _text(option.help)]


def _terms(terms: dict[str, str]) -> list[str]:
    return [line for term, words in terms.items() for line in (".TP", f"\\fB{_escaped(term)}\\fR", _text(words))]


def _example(words: str, command: str) -> list[str]:
    return [".PP", _text(words), ".PP", ".nf", ".RS", _text(command), ".RE", ".fi"]


def _text(words: str) -> str:
    """Words as lines of roff: a line must not begin with what would be a request; `code` is bold."""
    lines = (re.sub(r"^([.'])", r"\\&\1", line) for line in _escaped(words).splitlines())
    return re.sub(r"`([^`]*)`", r"\\fB\1\\fR", "\n".join(lines))


def _escaped(words: str) -> str:
    return words.replace("\\", "\\e").replace("-", "\\-").replace("~", "\\(ti").replace("›", ">")
