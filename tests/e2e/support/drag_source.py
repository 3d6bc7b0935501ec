"""A small window of another program: what is dragged out of it is a file, as from a file manager."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

SIDE = 64


class Source(QLabel):
    """Lies above all other windows, in the corner of the screen."""

    def __init__(self, path: str) -> None:
        super().__init__("Photo")
        self._path = path
        self.setWindowFlags(Qt.WindowType.X11BypassWindowManagerHint | Qt.WindowType.WindowStaysOnTopHint)
        self.setGeometry(0, 0, SIDE, SIDE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.buttons() & Qt.MouseButton.LeftButton:
            mime = QMimeData()
            mime.setUrls([QUrl.fromLocalFile(self._path)])
            drag = QDrag(self)
            drag.setMimeData(mime)
            drag.exec(Qt.DropAction.CopyAction)  # stays open after it: the other program asks for the data later


def main() -> int:
    app = QApplication(sys.argv)
    source = Source(sys.argv[1])
    source.show()
    sys.stdout.write("shown\n")
    sys.stdout.flush()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
