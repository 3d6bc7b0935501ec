"""The one place where sentences for the user appear: over the lower edge of the canvas, in nobody's way."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from flux_desktop.core.language import plural, tr
from flux_desktop.ui.messages.message import Message
from flux_desktop.ui.messages.ways import Ways
from flux_desktop.ui.naming import announce, named
from flux_desktop.ui.theme import MARGIN, TIGHT, in_use
from flux_desktop.ui.wording import error_text

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QHideEvent, QKeyEvent, QPaintEvent

    from flux_desktop.core.errors import FluxError
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.core.params import Model
    from flux_desktop.ui.messages.view import MessageView

__all__ = ["MessageBar"]

WIDEST = 620
RECENT = 20
"""Errors whose classes are remembered, for a report."""
LINES = 4
"""Infos that come in quick succession share one message, of at most this many lines."""


class MessageBar(QFrame):
    """Lies over `host`, at its lower edge; the layout does not move when it comes or goes.

    Infos and results leave after some seconds, unless the pointer or the focus is on them; errors stay until they are
    dismissed. The newest message is on top, and a count tells of those below.
    """

    action_requested = Signal(str, object)
    """Carries the next step, and the error that it belongs to."""
    other_requested = Signal(object, object)
    """Carries the `Model` of another provider, and the error that made the user choose it."""
    show_requested = Signal(object)
    help_requested = Signal(str)
    """Carries the place in the manual that says more about an error."""
    room_taken = Signal(QRect)
    """The part of the host that lies behind it; an empty one when it goes."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        named(self, "message_bar", tr("Messages"))
        self._host = host
        self._taken: dict[str, QRect] = {}
        self._messages: list[Message] = []
        self._recent: deque[str] = deque(maxlen=RECENT)
        self._outside: QWidget | None = None
        """What had the keyboard before it came to one of the buttons."""
        self._leave = QTimer(self)
        self._leave.setSingleShot(True)
        self._leave.timeout.connect(self._on_time)
        self._view: MessageView | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.hide()

    def make_ahead(self) -> None:
        """Make what shows a message, before there is one: to make and to show it in one go would be felt."""
        if self._view is None:
            self._view = self._build()

    def show_info(self, text: str) -> None:
        """A sentence that leaves by itself. Several in quick succession are shown together."""
        top = next((message for message in self._messages if message.kind == "info"), None)
        if top is None:
            self._put(Message("info", [text]))
        else:
            top.lines = [*(line for line in top.lines if line != text), text][-LINES:]
            self._put(top)

    def show_error(self, error: FluxError, *, retry: bool = False, ways: Ways | None = None) -> None:
        """What went wrong, what to do, and buttons for it; stays until it is dismissed. The same twice is one.

        With `retry` there is something that can be tried again; `ways` are what else can be done.
        """
        self._recent.append(type(error).__name__)
        known = [m for m in self._messages if m.error is not None and error_text(m.error) == error_text(error)]
        message = known[0] if known else Message("error", [error.title], error)
        message.retry = message.retry or retry
        message.ways = ways or message.ways
        self._put(message)

    def show_result_ready(self, node: HistoryNode) -> None:
        """A result that was not put on the canvas because the user looks at something else."""
        top = next((message for message in self._messages if message.kind == "result"), None)
        message = top or Message("result", ())
        message.node = node
        message.arrivals += 1
        message.lines = [plural(message.arrivals, "A result is ready.", "{n} results are ready.")]
        self._put(message)

    def show_offer(self, text: str, words: str, act: Callable[[], object]) -> None:
        """A sentence that leaves by itself, with a button: `words` say what `act` does. Another offer replaces it."""
        self._messages = [message for message in self._messages if message.kind != "offer"]
        message = Message("offer", [text])
        message.offer = words, act
        self._put(message)

    def withdraw_offer(self) -> None:
        """Take away what was offered: it was done another way, or cannot be done any more."""
        self._messages = [message for message in self._messages if message.kind != "offer"]
        self._show()

    def withdraw(self, error: FluxError) -> None:
        """Take away the message about `error`: it is out of date."""
        self._messages = [message for message in self._messages if message.error is not error]
        self._show()

    def make_room(self, taken: QRect, who: str = "strip") -> None:
        """`who` lies there on the host: messages come above it. An empty one is gone."""
        self._taken[who] = taken
        if self.isVisible():
            self._place()

    def recent_errors(self) -> tuple[str, ...]:
        """The classes of the errors that were shown last, the newest at the end."""
        return tuple(self._recent)

    def text(self) -> str:
        """All that is shown now; "" while nothing is."""
        return self._messages[-1].text() if self._messages else ""

    def dismiss(self) -> None:
        """Take away the message on top; the one below it appears."""
        if self._messages:
            self._messages.pop()
        self._show()

    def clear(self) -> None:
        """Take away every message."""
        self._messages.clear()
        self._show()

    # Private.

    def _build(self) -> MessageView:
        from flux_desktop.ui.messages.view import MessageView

        self._host.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        view = MessageView()
        view.acted.connect(self._act)
        view.other_chosen.connect(self._choose_other)
        view.help_requested.connect(self.help_requested)
        view.closed.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(view)
        return view

    def _put(self, message: Message) -> None:
        if message in self._messages:
            self._messages.remove(message)
        self._messages.append(message)
        self._show()
        announce(self, message.news(), urgent=message.kind == "error")

    def _show(self) -> None:
        self._leave.stop()
        if not self._messages:
            self._go()
            return
        self.make_ahead()
        assert self._view is not None, "made ahead"
        message = self._messages[-1]
        self._view.put(message, len(self._messages) - 1)
        self.setAccessibleName(message.text())
        self._place()  # before it is seen, so that it is under the pointer only if it really is
        self.show()
        self.raise_()
        self._place()  # the style is known for certain only now
        self._wait()

    def _go(self) -> None:
        """Hide, and give the keyboard back to who had it: Qt would hand it to whatever comes next."""
        from shiboken6 import isValid

        had_focus, back = self._has_focus(), self._outside
        self.hide()
        if had_focus and back is not None and isValid(back) and back.isVisible():
            back.setFocus()

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def _wait(self) -> None:
        """Start the time that is left to a message that leaves by itself: longer for more words."""
        message = self._messages[-1] if self._messages else None
        if message is None or message.kind == "error" or self._is_used():
            self._leave.stop()
            return
        self._leave.start(4000 + 50 * len(message.text()))

    def _is_used(self) -> bool:
        return self.underMouse() or self._has_focus()

    def _on_time(self) -> None:
        if not self._is_used():
            self.dismiss()

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        came_in = new is not None and self.isAncestorOf(new)
        if came_in and old is not None and not self.isAncestorOf(old):
            self._outside = old
        if self.isVisible():
            self._wait()

    def _act(self) -> None:
        message = self._messages[-1]
        self.dismiss()
        if message.offer is not None:
            message.offer[1]()
        elif message.node is not None:
            self.show_requested.emit(message.node)
        elif message.error is not None:
            self.action_requested.emit(message.error.action, message.error)

    def _choose_other(self, message: Message, model: Model) -> None:
        if message in self._messages:
            self._messages.remove(message)
            self._show()
        self.other_requested.emit(model, message.error)

    def _place(self) -> None:
        """At the lower edge of the host, in its middle, as high as the words need."""
        width = max(120, min(WIDEST, self._host.width() - 2 * MARGIN))
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = max(layout.heightForWidth(width), layout.minimumSize().height())
        height = min(height, max(40, self._host.height() - 2 * TIGHT))
        place = QRect((self._host.width() - width) // 2, self._host.height() - height - MARGIN, width, height)
        for taken in self._taken.values():
            if place.intersects(taken):
                place.moveBottom(max(taken.top() - TIGHT, height))
        self.setGeometry(place)
        if self.isVisible():
            self.room_taken.emit(place)

    # Qt.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        if not event.spontaneous():
            self.room_taken.emit(QRect())

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        super().enterEvent(event)
        self._leave.stop()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._wait()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        theme = in_use()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        error = bool(self._messages) and self._messages[-1].kind == "error"
        painter.setPen(QColor(theme.danger if error else theme.edge))
        painter.setBrush(QColor(theme.base))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()
