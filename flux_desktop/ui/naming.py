"""The way every control gets its names and its notes."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

__all__ = ["named", "set_note"]

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str, accessible: str = "", tip: str = "") -> W:
    """`widget` with its objectName, which is its accessible identifier too, its accessible name and its tooltip."""
    widget.setObjectName(name)
    widget.setAccessibleIdentifier(name)
    if accessible:
        widget.setAccessibleName(accessible)
    if tip:
        set_note(widget, tip)
    return widget


def set_note(widget: QWidget, words: str) -> None:
    """Show `words` as the tooltip, and give them to a screen reader; they are plain text whatever they contain."""
    # A tooltip of plain text would not wrap, and Qt takes for rich text what looks like it: so it is made rich here.
    safe = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    widget.setToolTip(f"<qt>{safe}</qt>" if words else "")
    widget.setAccessibleDescription(words)
