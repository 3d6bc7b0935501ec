"""The way every control gets its names and its notes, and the way a screen reader is told what happens."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

__all__ = ["announce", "named", "set_note"]

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str, accessible: str = "", tip: str = "") -> W:
    """`widget` with its objectName, which is its accessible identifier too, its accessible name and its tooltip."""
    # The name comes first: what follows lets a screen reader ask what the widget is, and a group has a name.
    if accessible:
        widget.setAccessibleName(accessible)
    widget.setObjectName(name)
    widget.setAccessibleIdentifier(name)
    if tip:
        set_note(widget, tip)
    elif accessible and widget.inherits("QComboBox"):
        widget.setAccessibleDescription(accessible)  # Qt gives a menu the name of the entry that is chosen
    return widget


def set_note(widget: QWidget, words: str) -> None:
    """Show `words` as the tooltip, and give them to a screen reader; they are plain text whatever they contain."""
    # A tooltip of plain text would not wrap, and Qt takes for rich text what looks like it: so it is made rich here.
    safe = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    widget.setToolTip(f"<qt>{safe}</qt>" if words else "")
    widget.setAccessibleDescription(words)


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Let a screen reader say `words`, of something that happened and did not take the focus; "" says nothing.

    `widget` is where it happened: a message bar for a result, a failure, the end of a job, what was undone; the
    canvas for what is seen there now. `urgent` words interrupt what is being read: failures. It costs nothing while no
    screen reader is there.
    """
    # Loaded when it is first needed: the window is painted before.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if words and QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(widget, words)
        if urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
