"""Whole trees out of the window and into it: one file that another machine can take over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from flux_desktop.core.language import plural, tr
from flux_desktop.ui.wording import named_node

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.services.archive import Imported
    from flux_desktop.services.session import Session

__all__ = ["TreeFiles"]

HEAD = 256
"""Bytes at the beginning of a file that tell whether it is a tree."""


class TreeFiles(QObject):
    """`told` carries a sentence about what was done; what could not be is told by the session."""

    told = Signal(str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def ask_export(self, node: HistoryNode) -> None:
        """Ask where the tree of `node` is to be written."""
        dialog = self._dialog(tr("Export the whole tree"), "tree_export_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("fluxtree")
        root = self._session.library.node(node.root)
        dialog.selectFile(f"{Path(named_node(root or node)).stem}.fluxtree")
        # The file dialog has asked already whether a file that is there may be replaced.
        dialog.fileSelected.connect(lambda name: self.export(node.root, Path(name), overwrite=True))
        dialog.open()

    def export(self, root: str, path: Path, *, overwrite: bool = False) -> None:
        """Write all that grew from node `root` to `path`."""
        session = self._session

        def write() -> tuple[int, tuple[str, ...]]:
            from flux_desktop.services.archive import export_tree

            return export_tree(root, session.library, session.pictures.assets, path, overwrite=overwrite)

        def tell(written: tuple[int, tuple[str, ...]]) -> None:
            count, notes = written
            for sentence in (_exported(count, path.name), *notes):
                self.told.emit(sentence)

        self.told.emit(tr("Exporting the tree to {file}…", file=path.name))
        session.in_background(write, tell)

    def ask_import(self) -> None:
        """Let the user choose the file of a tree."""
        dialog = self._dialog(tr("Import a tree"), "tree_import_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.open()

    def take(self, path: Path) -> None:
        """Take over the tree of a file and open it."""
        session = self._session

        def read() -> Imported:
            from flux_desktop.services.archive import import_tree

            limit = session.settings.integer("max_megapixels")
            return import_tree(path, session.pictures, max_megapixels=limit)

        session.opening.emit(path.name)
        session.in_background(read, self._arrived, self._refused)

    @staticmethod
    def is_tree(path: str) -> bool:
        """Whether a file is a tree, by its first bytes: it may have any name."""
        from flux_desktop.services.archive import looks_like_tree

        try:
            with Path(path).open("rb") as file:
                return looks_like_tree(file.read(HEAD))
        except OSError:
            return False

    def _arrived(self, arrived: Imported) -> None:
        session = self._session
        session.opening.emit("")
        session.library_changed.emit()
        session.edit_further(arrived.root)
        for sentence in (_imported(arrived), *arrived.notes):
            self.told.emit(sentence)

    def _refused(self, error: FluxError) -> None:
        self._session.opening.emit("")
        self._session.failed.emit(error)

    def _dialog(self, title: str, name: str) -> QFileDialog:
        dialog = QFileDialog(
            self._window, title, "", ";;".join((tr("Trees of Flux Desktop (*.fluxtree)"), tr("All files (*)")))
        )
        dialog.setObjectName(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog


def _exported(count: int, file: str) -> str:
    return plural(
        count,
        "Exported {n} picture with its recipe to {file}.",
        "Exported {n} pictures with their recipes to {file}.",
        file=file,
    )


def _imported(arrived: Imported) -> str:
    added = plural(arrived.added, "Imported {n} picture with its recipe", "Imported {n} pictures with their recipes")
    if not arrived.known:
        return tr("{imported}.", imported=added)
    known = plural(arrived.known, "{n} picture you had already", "{n} pictures you had already")
    return tr("{imported}; {known}.", imported=added, known=known)
