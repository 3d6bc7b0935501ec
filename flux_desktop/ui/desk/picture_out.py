"""The one way pictures leave the window: to the clipboard, dragged to another program, exported to a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog

from flux_desktop.core.language import plural, tr
from flux_desktop.services.bulk_export import Written, export_all
from flux_desktop.ui.qt_image import to_qimage
from flux_desktop.ui.wording import named_node

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from flux_desktop.core.history import HistoryNode
    from flux_desktop.services.session import Session
    from flux_desktop.ui.canvas import Canvas
    from flux_desktop.ui.dialogs.export import ExportDialog

__all__ = ["PictureOut"]

AHEAD_MS = 1500
"""After a picture was opened, when the window is at rest again."""
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
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(AHEAD_MS)
        self._ahead.timeout.connect(self._prepare)
        session.source_changed.connect(lambda node: self._ahead.start())
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
            self.told.emit(tr("Copied {picture}.", picture=named_node(node)))

        session.in_background(make, put)

    def export(self, node: HistoryNode | None) -> None:
        """Ask where to and in which format."""
        if node is None:
            return
        self._export_dialog().open_for(node)

    def export_all(self, nodes: Sequence[HistoryNode]) -> None:
        """Export one as `export`; of several ask for a folder: each becomes a file there, in the usual format."""
        if len(nodes) == 1:
            self.export(nodes[0])
        elif nodes:
            title = plural(len(nodes), "Export {n} picture to a folder", "Export {n} pictures to a folder")
            dialog = self._file_dialog(title, "export_folder_dialog")
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
            dialog.fileSelected.connect(lambda folder: self.export_to(nodes, Path(folder)))
            dialog.open()

    def export_to(self, nodes: Sequence[HistoryNode], folder: Path) -> None:
        """Write `nodes` into `folder`; a picture whose file is there already is left alone."""
        session = self._session
        self.told.emit(plural(len(nodes), "Exporting {n} picture…", "Exporting {n} pictures…"))

        def tell(written: Written) -> None:
            for node in written.nodes:
                session.marks.exported(node)
            self.told.emit(written.sentence(folder.name))

        session.in_background(lambda: export_all(session.exporter, nodes, folder, session.settings), tell)

    def export_layers(self, node: HistoryNode) -> None:
        """Ask where `node` is to be written in layers, for another program."""
        dialog = self._file_dialog(tr("Export as layers"), "layers_dialog", "Photoshop (*.psd);;OpenRaster (*.ora)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("psd")
        dialog.selectFile(f"{self._session.exporter.name(node)}.psd")
        # The file dialog has asked already whether a file that is there may be replaced.
        dialog.fileSelected.connect(lambda name: self.write_layers(node, Path(name)))
        dialog.open()

    def write_layers(self, node: HistoryNode, path: Path) -> None:
        """Write `node` to `path` in layers, also over a file that is there."""
        session = self._session

        def write() -> Path:
            from flux_desktop.services.layered import export_layered

            return export_layered(session.pictures, node, path, overwrite=True)

        def tell(written: Path) -> None:
            session.marks.exported(node)
            self.told.emit(tr("Exported in layers to {file}.", file=written.name))

        self.told.emit(tr("Writing the layers of {picture}…", picture=named_node(node)))
        session.in_background(write, tell)

    def _export_dialog(self) -> ExportDialog:
        """Made once, and if there is time before it is wanted: to make and to show it in one go would be felt."""
        if self._dialog is None:
            from flux_desktop.ui.dialogs.export import ExportDialog

            self._dialog = ExportDialog(self._window)
            self._dialog.attach(self._session)
            self._dialog.ensurePolished()
            self._dialog.finished.connect(lambda result: self._window.activateWindow())
        return self._dialog

    def _prepare(self) -> None:
        """Make the dialog, and read what it shows of the original, as long as nobody waits for it."""
        marks, original = self._export_dialog().marks, self._session.original()
        if original is not None and original.is_original:
            marks.look_at(self._session, original)

    def _file_dialog(self, title: str, name: str, filters: str = "") -> QFileDialog:
        dialog = QFileDialog(self._window, title, "", filters)
        dialog.setObjectName(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

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
