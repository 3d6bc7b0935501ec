"""Text for a report of a fault: versions, counts and kinds. It is English in every language, for who reads reports.

What is private stays out by what is asked for, not by what is taken out again: no key, no prompt, no name of a file or
folder, no value of a setting that was typed.
"""

from __future__ import annotations

import json
import platform
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from flux_desktop import __version__
from flux_desktop.resources import resource
from flux_desktop.services.storage import size_words

if TYPE_CHECKING:
    from flux_desktop.services.session import Session

__all__ = ["Build", "Fact", "build", "library_facts", "program_facts", "report", "versions"]

Fact = tuple[str, str]
"""A name and a value; facts without a value are left out."""

PACKAGES = ("Pillow", "NumPy", "httpx", "qasync", "keyring", "pi-heif")
"""Those whose versions decide how the program behaves."""
_WORD = re.compile(r"[\w.+-]{1,40}")


@dataclass(frozen=True)
class Build:
    """Where a build comes from, as stamped into `resources/build.json`; "" for what is not said."""

    commit: str = ""
    channel: str = ""

    def __str__(self) -> str:
        return ", ".join(part for part in (self.channel, self.commit[:10]) if part)


def build() -> Build:
    """The stamp of this program; an empty one from source."""
    with suppress(OSError, ValueError, AttributeError):
        kept = json.loads(resource("build.json").read_text("utf-8"))
        return Build(
            *(word if _WORD.fullmatch(word := str(kept.get(name, ""))) else "" for name in ("commit", "channel"))
        )
    return Build()


def versions() -> list[Fact]:
    """Of Python and what the program is built on, but for Qt, which the window knows."""
    import sqlite3

    found = [("Python", platform.python_version()), ("SQLite", sqlite3.sqlite_version)]
    for name in PACKAGES:
        with suppress(PackageNotFoundError):
            found.append((name, version(name)))
    return found


def program_facts() -> list[Fact]:
    """The program, its build, what it runs on."""
    stamp = str(build())
    return [
        ("Flux Desktop", f"{__version__} ({stamp})" if stamp else __version__),
        *versions(),
        ("Installed as", "frozen program" if getattr(sys, "frozen", False) else "Python package"),
        ("System", f"{platform.system()} {platform.release()} {platform.machine()}"),
        ("Distribution", _distribution()),
    ]


def library_facts(session: Session) -> list[Fact]:
    """Counts and sizes. Reads the library: call it in a thread. FileProblem if that fails."""
    usage = session.storage.usage(session.spared_nodes())
    settings = session.settings
    chosen = settings.text("provider")
    known = [provider.id for provider in session.queue.providers()]
    return [
        ("Provider", chosen if chosen in known else "another one"),
        ("Providers to use", ", ".join(id for id in known if session.keys.known(id))),
        ("Results", f"{session.library.count_results()}, in the trash {usage.trashed}"),
        ("Library", f"{size_words(usage.total)}, of which pictures {size_words(usage.pictures)}"),
        ("Changed settings", ", ".join(sorted(settings.values()))),
        ("Jobs of this run", _counted(job.state.value for job in session.queue.jobs.values())),
    ]


def report(facts: Iterable[Fact], errors: Sequence[str]) -> str:
    """`facts`, one a line, and how often which class of error was shown in this run."""
    lines = [
        f"{name}: {value}" for name, value in (*facts, ("Errors of this run", _counted(errors) or "none")) if value
    ]
    return "\n".join(lines) + "\n"


def _counted(words: Iterable[str]) -> str:
    return ", ".join(f"{word} × {count}" if count > 1 else word for word, count in Counter(words).items())


def _distribution() -> str:
    """The name of the Linux that it is."""
    with suppress(OSError):
        return platform.freedesktop_os_release().get("PRETTY_NAME", "")
    return ""
