"""Numbers as people read them, in the form of their language: ages, durations, sizes, dates; text shown as it is."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from flux_desktop.core.language import figures, marked, plural, tr

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError
    from flux_desktop.core.history import HistoryNode

__all__ = [
    "STAGES",
    "age",
    "bytes_of",
    "date",
    "duration",
    "error_text",
    "moment",
    "named_node",
    "native",
    "plain_tip",
    "short_age",
]

STAGES: Mapping[str, str] = MappingProxyType(
    {
        "waiting": marked("Waiting"),
        "uploading": marked("Uploading"),
        "running": marked("Running"),
        "downloading": marked("Downloading"),
        "done": marked("Done"),
        "failed": marked("Failed"),
        "cancelled": marked("Cancelled"),
        "unknown": marked("Outcome unknown"),
    }
)
"""The word for each JobState."""

MINUTE, HOUR, DAY, MONTH, YEAR = 60, 3600, 86400, 86400 * 30, 86400 * 365
_AGES: tuple[tuple[int, Callable[[int], str], Callable[[int], str]], ...] = (
    (YEAR, lambda n: plural(n, "{n} year ago", "{n} years ago"), lambda n: tr("{n} y", "years", n=n)),
    (MONTH, lambda n: plural(n, "{n} month ago", "{n} months ago"), lambda n: tr("{n} mo", "months", n=n)),
    (DAY, lambda n: plural(n, "{n} day ago", "{n} days ago"), lambda n: tr("{n} d", "days", n=n)),
    (HOUR, lambda n: plural(n, "{n} hour ago", "{n} hours ago"), lambda n: tr("{n} h", "hours", n=n)),
    (MINUTE, lambda n: plural(n, "{n} minute ago", "{n} minutes ago"), lambda n: tr("{n} min", "minutes", n=n)),
)
"""Seconds of each unit, and how a number of them is said, at length and where there is little room."""


def age(seconds: float) -> str:
    """How long ago, in words: `5 minutes ago`."""
    for size, say, _ in _AGES:
        if seconds >= _least(size):
            return say(int(seconds // size) or 1)
    return tr("just now")


def short_age(seconds: float) -> str:
    """The same where there is little room: `5 min`."""
    for size, _, say in _AGES:
        if seconds >= _least(size):
            return say(int(seconds // size) or 1)
    return tr("now", "short for just now")


def duration(seconds: float, *, whole: bool = False) -> str:
    """A time span: `1.2 s` (`1 s` if `whole`), `34 s`, `2:05 min`, `1:02 h`."""
    if seconds < 10 and not whole:
        return tr("{time} s", "seconds", time=figures(f"{seconds:.1f}"))
    minutes, rest = divmod(int(seconds), 60)
    if not minutes:
        return tr("{time} s", "seconds", time=rest)
    if minutes < 60:
        return tr("{time} min", "minutes and seconds", time=f"{minutes}:{rest:02}")
    return tr("{time} h", "hours and minutes", time=f"{minutes // 60}:{minutes % 60:02}")


def date(seconds: float) -> str:
    """The day of a moment in seconds since 1970, by the clock on the wall: `2026-11-21`."""
    return time.strftime(tr("%Y-%m-%d", "a date, as of strftime"), time.localtime(seconds))


def moment(seconds: float) -> str:
    """A moment in seconds since 1970, by the clock on the wall: `2026-11-21 17:05:09`."""
    return time.strftime(tr("%Y-%m-%d %H:%M:%S", "a date and a time, as of strftime"), time.localtime(seconds))


def bytes_of(size: int) -> str:
    """A file's size: `640 bytes`, `12 KB`, `1.4 MB`."""
    if size < 1000:
        return tr("{size} bytes", size=size)
    return f"{size / 1000:.0f} KB" if size < 999_500 else f"{figures(f'{size / 1e6:.1f}')} MB"


def native(keys: str) -> str:
    """`keys`, e.g. `Ctrl+T`, as the system and its language write them."""
    from PySide6.QtGui import QKeySequence

    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def named_node(node: HistoryNode) -> str:
    """What a picture is called: an original by its file, a result by its prompt, no longer than fits a line."""
    if node.recipe is None:
        return node.name or tr("the picture")
    words = " ".join(node.recipe.prompt.split())
    return tr("“{prompt}”", prompt=words if len(words) <= 60 else f"{words[:57].rstrip()}…")


def plain_tip(text: str) -> str:
    """A tooltip that shows `text` as it is: Qt guesses otherwise whether it is rich text."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<p style="white-space: pre-wrap">{safe}</p>' if text else ""


def error_text(error: FluxError) -> str:
    """All that an error says, one fact a line, to be copied."""
    lines = [error.title, error.hint, error.place, error.detail]
    lines.append(tr("Request id: {id}", id=error.request_id) if error.request_id else "")
    return "\n".join(line for line in lines if line)


def _least(unit: int) -> int:
    """Seconds from which a unit is used: a year after twelve months of thirty days."""
    return MONTH * 12 if unit == YEAR else unit
