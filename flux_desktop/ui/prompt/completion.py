"""The pictures that a prompt may point at, offered while one begins to type their name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit

from flux_desktop.core.language import tr
from flux_desktop.core.prompting import fitting, started_at
from flux_desktop.ui.naming import announce, named
from flux_desktop.ui.prompt.cursor import around, replace_before

__all__ = ["Completion", "Offered"]

PICTURE = 28
"""Side of a small picture in logical pixels."""
ROW = PICTURE + 6
WIDEST, MOST_ROWS = 380, 7
NUMBER = int(Qt.ItemDataRole.UserRole)
ACCEPTING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Offered(NamedTuple):
    """A picture that is sent: its name, and a small version where there is one."""

    name: str
    picture: QPixmap | None = None


class Completion(QObject):
    """A list over the cursor of `box` after `@`, or after `image` and a space; `offered` gives the pictures 1, 2, ….

    Up and Down choose, Enter and Tab put the number in, Esc ends it. Nothing is put in without being chosen.
    """

    def __init__(self, box: QPlainTextEdit, offered: Callable[[], Sequence[Offered]]) -> None:
        super().__init__(box)
        self._box = box
        self._offered = offered
        self._list: QListWidget | None = None
        self._typed = ""
        self._declined: str | None = None
        """What stood before the name that Esc ended the offer of: the same one is not offered again."""
        box.textChanged.connect(self.look)
        box.cursorPositionChanged.connect(self._on_cursor)
        box.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        return self._list is not None and self._list.isVisible()

    def rows(self) -> list[str]:
        """What is offered now."""
        shown = self._list if self.is_open else None
        return [shown.item(row).text() for row in range(shown.count())] if shown is not None else []

    def close(self) -> None:
        if self._list is not None:
            self._list.hide()

    def look(self) -> None:
        """Offer what fits what stands before the cursor now."""
        before, after = around(self._box)
        started = started_at(before + after, len(before)) if self._box.hasFocus() else None
        pictures = self._offered() if started is not None else ()
        numbers = fitting(started.typed, [one.name for one in pictures]) if started is not None else []
        if started is None:
            self._declined = None
        if started is None or not numbers or before[: started.start] == self._declined:
            self.close()
            return
        self._typed = before[started.start :]
        if len(pictures) > 1 or self._typed.startswith("@"):  # with one picture “the image” is plain enough
            self._show(pictures, numbers)

    # Private.

    def _on_cursor(self) -> None:
        before, _ = around(self._box)
        if self.is_open and not before.endswith(self._typed):
            self.close()

    def _show(self, pictures: Sequence[Offered], numbers: Sequence[int]) -> None:
        shown = self._list = self._list or self._made()
        shown.clear()
        for number in numbers:
            name, picture = pictures[number - 1]
            item = QListWidgetItem(tr("image {n} – {name}", n=number, name=name))
            item.setData(NUMBER, number)
            item.setSizeHint(QSize(0, ROW))
            if picture is not None:
                item.setIcon(QIcon(_square(picture, shown.devicePixelRatioF())))
            shown.addItem(item)
        self._place(shown)
        shown.show()
        shown.raise_()
        shown.setCurrentRow(0)

    def _made(self) -> QListWidget:
        shown = named(QListWidget(self._box.window()), "image_completion", tr("Pictures to point at"))
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shown.setIconSize(QSize(PICTURE, PICTURE))
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        shown.itemClicked.connect(self._take)
        shown.currentItemChanged.connect(lambda item: announce(self._box, item.text()) if item is not None else None)
        return shown

    def _place(self, shown: QListWidget) -> None:
        """Above the cursor, where there is more room, and inside the window."""
        window, corner = self._box.window(), self._box.cursorRect().topLeft()
        at = self._box.viewport().mapTo(window, corner)
        rows = min(shown.count(), MOST_ROWS)
        width = min(WIDEST, window.width(), max(shown.sizeHintForColumn(0) + PICTURE + 24, 200))
        height = rows * ROW + 2 * shown.frameWidth()
        left = max(0, min(at.x() - 8, window.width() - width))
        above = at.y() - height - 4
        top = above if above >= 0 else at.y() + self._box.cursorRect().height() + 4
        shown.setGeometry(left, top, width, height)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.close()
            replace_before(self._box, self._typed, f"image {item.data(NUMBER)}")
            self._box.setFocus()

    def _step(self, by: int) -> None:
        shown = self._list
        if shown is not None:
            shown.setCurrentRow((shown.currentRow() + by) % shown.count())

    def _decline(self) -> None:
        before, _ = around(self._box)
        self._declined = before[: len(before) - len(self._typed)]
        self.close()

    # Qt.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.FocusOut:
            self.close()
        elif self.is_open and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return self._on_key(cast("QKeyEvent", event))
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        key, presses = Qt.Key(event.key()), event.type() == QEvent.Type.KeyPress
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key not in (*ACCEPTING, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape):
            return False
        event.accept()
        if presses and key in ACCEPTING and self._list is not None:
            self._take(self._list.currentItem())
        elif presses and key is Qt.Key.Key_Escape:
            self._decline()
        elif presses:
            self._step(-1 if key is Qt.Key.Key_Up else 1)
        return True


def _square(picture: QPixmap, ratio: float) -> QPixmap:
    """The middle of `picture`, each in one size: names then begin below each other."""
    width, height = picture.width(), picture.height()
    side, pixels = min(width, height), round(PICTURE * ratio)
    square = picture.copy((width - side) // 2, (height - side) // 2, side, side)
    square = square.scaled(pixels, pixels, mode=Qt.TransformationMode.SmoothTransformation)
    square.setDevicePixelRatio(ratio)
    return square
