"""Numbers as people read them: ages, durations, sizes, and text that is shown as it is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError
    from flux_desktop.core.history import HistoryNode

__all__ = ["STAGES", "age", "bytes_of", "counted", "duration", "error_text", "named_node", "plain_tip", "short_age"]

STAGES: Mapping[str, str] = MappingProxyType(
    {
        "waiting": "Waiting",
        "uploading": "Uploading",
        "running": "Running",
        "downloading": "Downloading",
        "done": "Done",
        "failed": "Failed",
        "cancelled": "Cancelled",
        "unknown": "Outcome unknown",
    }
)
"""The word for each JobState."""

_UNITS = ((60, 60, "minute", "min"), (3600, 24, "hour", "h"), (86400, 30, "day", "d"), (86400 * 30, 12, "month", "mo"))


def age(seconds: float) -> str:
    """How long ago, in words: `5 minutes ago`."""
    for size, limit, word, _ in _UNITS:
        if seconds < size:
            break
        if seconds < size * limit:
            return f"{counted(int(seconds // size), word)} ago"
    return "just now" if seconds < 60 else f"{counted(int(seconds // (86400 * 365)) or 1, 'year')} ago"


def short_age(seconds: float) -> str:
    """The same where there is little room: `5 min`."""
    for size, limit, _, word in _UNITS:
        if seconds < size:
            break
        if seconds < size * limit:
            return f"{int(seconds // size)} {word}"
    return "now" if seconds < 60 else f"{int(seconds // (86400 * 365)) or 1} y"


def duration(seconds: float, *, whole: bool = False) -> str:
    """A time span: `1.2 s` (`1 s` if `whole`), `34 s`, `2:05 min`, `1:02 h`."""
    if seconds < 10 and not whole:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(int(seconds), 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes}:{rest:02} min" if minutes < 60 else f"{minutes // 60}:{minutes % 60:02} h"


def counted(number: int, word: str) -> str:
    """`1 result`, `2 results`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def bytes_of(size: int) -> str:
    """A file's size: `640 bytes`, `12 KB`, `1.4 MB`."""
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:.0f} KB" if size < 999_500 else f"{size / 1e6:.1f} MB"


def named_node(node: HistoryNode) -> str:
    """What a picture is called: an original by its file, a result by its prompt, no longer than fits a line."""
    if node.recipe is None:
        return node.name or "the picture"
    words = " ".join(node.recipe.prompt.split())
    return f"“{words}”" if len(words) <= 60 else f"“{words[:57].rstrip()}…”"


def plain_tip(text: str) -> str:
    """A tooltip that shows `text` as it is: Qt guesses otherwise whether it is rich text."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<p style="white-space: pre-wrap">{safe}</p>' if text else ""


def error_text(error: FluxError) -> str:
    """All that an error says, one fact a line, to be copied."""
    lines = [error.title, error.hint, error.place, error.detail]
    lines.append(f"Request id: {error.request_id}" if error.request_id else "")
    return "\n".join(line for line in lines if line)
