"""A tool that is lent by its key: who holds the key, uses the tool and lets go has the former one again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent

from flux_desktop.ui.canvas.tools.kinds import Tool
from flux_desktop.ui.keymap import command_of

if TYPE_CHECKING:
    from flux_desktop.core.keymap import Keymap
    from flux_desktop.ui.canvas.tools.toolbox import Toolbox
    from flux_desktop.ui.canvas.widget import Canvas

__all__ = ["HeldTool"]

LENT = {f"tool_{tool.value}": tool for tool in Tool}
"""What the commands take in hand."""
ENDS = (QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick, QEvent.Type.KeyPress)
"""With which something that is being drawn may end."""
REPEATS = 40
"""Milliseconds within which a key that went up and down again was held: X11 does not always tell that it repeats."""


class HeldTool(QObject):
    """Watches the keys of tools on the canvas, which take them: one that is let go unused has taken its tool for good.

    What is being drawn when the key goes up is drawn to its end first.
    """

    def __init__(self, tools: Toolbox, canvas: Canvas, keymap: Keymap) -> None:
        super().__init__(tools)
        self._tools = tools
        self._canvas = canvas
        self._keymap = keymap
        self._loan: _Loan | None = None
        self._is_used = False
        self._is_due = False
        """The key is up, and the tool is still drawing."""
        self._is_pressed_since = False
        """The tool was used since the key went up, if that is what it did."""
        self._up = QTimer(self)
        self._up.setSingleShot(True)
        self._up.setInterval(REPEATS)
        self._up.timeout.connect(self._end)
        canvas.installEventFilter(self)

    # Private.

    def _on_key_down(self, event: QKeyEvent) -> None:
        lent = LENT.get(command_of(self._keymap, event, "canvas") or "")
        if self._up.isActive():
            self._up.stop()
            if self._loan is not None and self._loan.is_by(event):
                self._is_used |= self._is_pressed_since
                return
            self._end()
        if lent is not None and not event.isAutoRepeat():
            self._loan = _Loan(self._tools.tool, lent, event.key(), event.nativeScanCode())
            self._is_used = self._is_due = False

    def _on_press(self, event: QMouseEvent) -> None:
        if self._loan is not None and event.button() is Qt.MouseButton.LeftButton:
            self._is_pressed_since = True
            self._is_used |= not self._up.isActive()

    def _on_key_up(self, event: QKeyEvent) -> None:
        if self._loan is not None and not event.isAutoRepeat() and self._loan.is_by(event):
            self._is_pressed_since = False
            self._up.start()

    def _end(self) -> None:
        """The key is up, or nobody will tell when it is."""
        self._up.stop()
        if self._is_used:
            self._is_due = True
            self._give_back()
        else:
            self._loan = None

    def _give_back(self) -> None:
        if self._loan is not None and self._is_due and not self._tools.is_drawing:
            loan, self._loan = self._loan, None
            if self._tools.tool is loan.lent:  # the user may have taken another one by its button
                self._tools.tool = loan.former

    # Qt.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        kind = event.type()
        if watched is not getattr(self, "_canvas", None):  # Qt still asks while Python takes the window apart
            return False
        if kind == QEvent.Type.ShortcutOverride:
            self._on_key_down(cast("QKeyEvent", event))
        elif self._loan is None:
            return False
        elif kind == QEvent.Type.MouseButtonPress:
            self._on_press(cast("QMouseEvent", event))
        elif kind == QEvent.Type.KeyRelease:
            self._on_key_up(cast("QKeyEvent", event))
        elif kind == QEvent.Type.FocusOut:
            self._end()
        elif self._is_due and kind in ENDS:
            QTimer.singleShot(0, self, self._give_back)  # once the tools have had it
        return False


class _Loan(NamedTuple):
    """The tool that is to be in hand again, the one that is lent, and the key that lent it."""

    former: Tool
    lent: Tool
    key: int
    scan_code: int

    def is_by(self, event: QKeyEvent) -> bool:
        """Also where Shift or AltGr went up first, and the same key makes another sign."""
        return event.key() == self.key or (self.scan_code != 0 and event.nativeScanCode() == self.scan_code)
