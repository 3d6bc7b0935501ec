"""What stands around the cursor of a text box, and changes there that can be undone like typing.

Qt counts in units of UTF-16, Python in characters: a smile is two of those and one of these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

__all__ = ["around", "insert", "replace_before", "select_field"]


def around(box: QPlainTextEdit) -> tuple[str, str]:
    """The text before the cursor, or before what is selected, and behind it."""
    cursor, data = box.textCursor(), box.toPlainText().encode("utf-16-le")
    start, end = 2 * cursor.selectionStart(), 2 * cursor.selectionEnd()
    return data[:start].decode("utf-16-le", "replace"), data[end:].decode("utf-16-le", "replace")


def insert(box: QPlainTextEdit, words: str) -> None:
    """Put `words` at the cursor, in place of what is selected, with the spaces that they need."""
    from flux_desktop.core.prompting import inserted

    before, after = around(box)
    _put(box.textCursor(), inserted(before + after, len(before), len(before), words))
    box.ensureCursorVisible()


def replace_before(box: QPlainTextEdit, typed: str, words: str) -> None:
    """Put `words` in place of `typed`, which stands before the cursor."""
    cursor = box.textCursor()
    cursor.setPosition(cursor.position() - _units(typed), QTextCursor.MoveMode.KeepAnchor)
    _put(cursor, words)
    box.setTextCursor(cursor)


def select_field(box: QPlainTextEdit, *, from_start: bool = False) -> bool:
    """Select the next place to fill in, so that one types over it; False behind the last one."""
    from flux_desktop.core.prompting import next_field

    text = box.toPlainText()
    behind = "" if from_start else text.encode("utf-16-le")[: 2 * box.textCursor().selectionEnd()].decode("utf-16-le")
    field = next_field(text, len(behind))
    if field is None:
        return False
    cursor = box.textCursor()
    cursor.setPosition(_units(text[: field.start]))
    cursor.setPosition(_units(text[: field.end]), QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    box.ensureCursorVisible()
    return True


def _put(cursor: QTextCursor, words: str) -> None:
    """Insert `words` as a step of its own: an undo must not take away what was typed before, too."""
    cursor.beginEditBlock()
    cursor.insertText(words)
    cursor.endEditBlock()


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
