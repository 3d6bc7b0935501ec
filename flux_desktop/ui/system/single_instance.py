"""Where the window hears of later starts of the program: they hand over what they were to open, and end."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from flux_desktop.core.handover import DONE, LIMIT, Handover

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

__all__ = ["LaterStarts", "bring_to_front"]

SILENCE = 3000
"""Milliseconds that a start has to say what it wants."""
AT_ONCE = 16


class LaterStarts(QObject):
    """`came` carries the Handover of each. Only this user can connect; what is no message is not answered."""

    came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(AT_ONCE)
        self._server.newConnection.connect(self._on_connection)

    def listen(self, address: str) -> bool:
        """Take what starts send to `address`, where nobody else listens: what a dead window left there is removed."""
        QLocalServer.removeServer(address)
        return self._server.listen(address)

    def close(self) -> None:
        """Hear of no more starts. To be called before the end: a connection that ends with its server would fail."""
        self._server.close()
        for connection in self._server.findChildren(QLocalSocket):
            connection.blockSignals(True)
            connection.abort()

    def _on_connection(self) -> None:
        while (connection := self._server.nextPendingConnection()) is not None:
            _LaterStart(connection, self)


def bring_to_front(window: QWidget, token: str = "") -> None:
    """Show `window` before all others; `token` is what the desktop wants to see for it."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt's Wayland looks for it there, and takes it away
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


class _LaterStart(QObject):
    """One start that has connected; it goes with its connection."""

    def __init__(self, connection: QLocalSocket, starts: LaterStarts) -> None:
        super().__init__(connection)
        self._connection = connection
        self._starts = starts
        connection.readyRead.connect(self._on_words)
        connection.disconnected.connect(self._on_end)
        silence = QTimer(self)
        silence.setSingleShot(True)
        silence.timeout.connect(self._hang_up)
        silence.start(SILENCE)
        self._on_words()

    def _on_words(self) -> None:
        if self._connection.bytesAvailable() > LIMIT:
            self._hang_up()
        if not self._connection.canReadLine():
            return
        try:
            message = Handover.read(bytes(self._connection.readLine(LIMIT).data()))
        except ValueError:
            self._hang_up()
            return
        self._connection.write(DONE)
        self._connection.flush()
        if self._connection.state() is QLocalSocket.LocalSocketState.ConnectedState:
            self._starts.came.emit(message)
        # Else it did not want to wait longer, and has opened a window of its own.

    def _hang_up(self) -> None:
        self._connection.abort()

    def _on_end(self) -> None:
        self._connection.deleteLater()
