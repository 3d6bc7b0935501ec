"""The one way pictures leave the window: to the clipboard, dragged to another program, exported to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QPixmap

from flux_desktop.ui.qt_image import to_qimage
from flux_desktop.ui.wording import named_node

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from flux_desktop.core.history import HistoryNode
    from flux_desktop.services.session import Session
    from flux_desktop.ui.canvas import Canvas
    from flux_desktop.ui.dialogs.export import ExportDialog

__all__ = ["PictureOut"]

DRAG_SIDE = 96
"""Of the small picture under the pointer, in logical pixels."""


class PictureOut(QObject):
    """`told` carries a sentence about what was done. Files for other programs are made in `folder`."""

    told = Signal(str)

    def __init__(self, session: Session, canvas: Canvas, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._session = session
        self._canvas = canvas
        self._folder = folder
        self._dialog: ExportDialog | None = None
        canvas.drag_requested.connect(self._drag)

    def copy(self, node: HistoryNode | None) -> None:
        """Put the picture of `node` into the clipboard, as pixels and as a file."""
        if node is None:
            return
        session, folder = self._session, self._folder

        def make() -> tuple[QImage, Path]:
            return to_qimage(session.pictures.image(node)), session.exporter.file_for_drag(node, folder)

        def put(made: tuple[QImage, Path]) -> None:
            mime = _mime(made[1])
            mime.setImageData(made[0])
            QGuiApplication.clipboard().setMimeData(mime)
            self.told.emit(f"Copied {named_node(node)}.")

        session.in_background(make, put)

    def export(self, node: HistoryNode | None) -> None:
        """Ask where to and in which format."""
        if node is None:
            return
        if self._dialog is None:
            from flux_desktop.ui.dialogs.export import ExportDialog

            self._dialog = ExportDialog(self._window)
            self._dialog.attach(self._session)
            self._dialog.finished.connect(lambda result: self._window.activateWindow())
        self._dialog.open_for(node)

    def _drag(self) -> None:
        """Make the file in the background, then let it go along with the pointer."""
        session, picture = self._session, self._canvas.picture
        node = session.library.node(picture.id) if picture is not None else None
        if node is None:
            return

        def start(path: Path) -> None:
            # Not from here: a drag runs an event loop of its own, and must not do so inside a task.
            QTimer.singleShot(0, self, lambda: self._start_drag(path))

        session.in_background(lambda: session.exporter.file_for_drag(node, self._folder), start)

    def _start_drag(self, path: Path) -> None:
        if not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            return
        drag = QDrag(self._canvas)
        drag.setMimeData(_mime(path))
        if (picture := self._canvas.picture) is not None:
            small = picture.levels.levels[-1].image
            drag.setPixmap(QPixmap.fromImage(small.scaled(DRAG_SIDE, DRAG_SIDE, Qt.AspectRatioMode.KeepAspectRatio)))
        drag.exec(Qt.DropAction.CopyAction)


def _mime(path: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime
