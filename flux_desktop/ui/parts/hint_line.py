"""One quiet line over the canvas, near the tool that it is about. It blocks nothing and takes no focus."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QWidget

from flux_desktop.core.language import tr
from flux_desktop.ui import icons
from flux_desktop.ui.naming import announce, named
from flux_desktop.ui.parts.controls import icon_button, plain_label
from flux_desktop.ui.theme import GAP, MARGIN, ROW, TIGHT

__all__ = ["HintLine"]

WIDEST = 600
PLACED = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
"""What may let it lie elsewhere."""


class HintLine(QFrame):
    """Lies in `window` over `canvas`. Esc, its × and its button end it; `ended` tells of that, and of `end`.

    While `messages`, which lies on the canvas, is seen, it stays above that.
    """

    ended = Signal()
    room_taken = Signal(QRect)
    """The part of the canvas that lies behind it; an empty one when it goes."""

    def __init__(self, window: QWidget, canvas: QWidget, messages: QWidget) -> None:
        super().__init__(window)
        named(self, "hint_line", tr("Hint"))
        self.setProperty("overlay", "true")
        self._window, self._canvas, self._messages = window, canvas, messages
        self._tool = canvas
        self._act: Callable[[], object] | None = None
        self._words = named(plain_label(wrap=True), "hint_words")
        self._button = named(QPushButton(), "hint_button")
        self._button.setProperty("flat", "true")
        self._button.clicked.connect(self._on_button)
        self._close = icon_button("hint_close_button", "x", tr("Dismiss the hint"))
        self._close.clicked.connect(self.end)
        self._lay_out()
        self.hide()
        for watched in (window, canvas, messages):
            watched.installEventFilter(self)

    def tell(self, words: str, tool: QWidget, offer: tuple[str, Callable[[], object]] | None = None) -> None:
        """Show `words` as near to `tool` as the canvas reaches; `offer` has the words of a button and what it does."""
        self._tool = tool
        self._words.setText(words)
        label, self._act = offer or ("", None)
        self._button.setText(label)
        self._button.setAccessibleName(label)
        self._button.setVisible(offer is not None)
        self.setAccessibleName(tr("Hint: {words}", words=words))
        icons.redress(self)
        self._place()
        self.show()
        self.raise_()
        self._place()  # the style is known for certain only now
        announce(self, words)

    def end(self) -> None:
        """Go, unless it has gone already."""
        if self.isVisible():
            self.hide()
            self.ended.emit()

    def text(self) -> str:
        """What it says now; "" while it is not seen."""
        return self._words.text() if self.isVisible() else ""

    # Private.

    def _lay_out(self) -> None:
        sign = icon_button("hint_icon", "info", tr("Hint"))
        sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        icons.mark(sign, "info", "link")
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(TIGHT)
        self._body.addWidget(self._words, 1)
        self._body.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, TIGHT, TIGHT, TIGHT)
        row.setSpacing(TIGHT)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._body, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def _on_button(self) -> None:
        act = self._act
        self.end()
        if act is not None:
            act()

    def _place(self) -> None:
        """In the middle of the tool, as far as that lies over the canvas: what is beside it is not covered."""
        room = self._area(self._canvas).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        tool = self._area(self._tool)
        size = self._size(min(WIDEST, max(room.width(), 160)))
        x = tool.center().x() - size.width() // 2
        y = room.top() if self._tool is self._canvas else tool.center().y() - size.height() // 2
        x = max(room.left(), min(x, room.right() + 1 - size.width()))
        y = max(room.top(), min(y, room.bottom() + 1 - size.height()))
        place, said = QRect(QPoint(x, y), size), self._area(self._messages)
        if self._messages.isVisible() and place.intersects(said):
            place.moveBottom(said.top() - TIGHT)
        self.setGeometry(place)
        if self.isVisible():
            self.room_taken.emit(QRect(self._canvas.mapFrom(self._window, place.topLeft()), place.size()))

    def _size(self, most: int) -> QSize:
        """As wide as all of it in one line; where that is too much, as high as it needs, with the button below."""
        layout = self.layout()
        assert layout is not None
        words = self._words.fontMetrics().horizontalAdvance(self._words.text()) + GAP
        button = self._button.sizeHint().width() + TIGHT if not self._button.isHidden() else 0
        width = min(most, words + button + 2 * ROW + 4 * GAP)
        stacked = button > 0 and width == most
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._body.setDirection(direction)
        layout.activate()
        return QSize(width, max(layout.heightForWidth(width), layout.minimumSize().height()))

    def _area(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())

    # Qt.

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        if not event.spontaneous():
            self.room_taken.emit(QRect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if self.isVisible() and event.type() in PLACED:
            self._place()
        elif event.type() == QEvent.Type.KeyPress and cast("QKeyEvent", event).key() == Qt.Key.Key_Escape:
            self.end()
        return super().eventFilter(watched, event)
