"""Masks from files and into files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from flux_desktop.core.language import tr
from flux_desktop.ui.wording import named_node

if TYPE_CHECKING:
    from flux_desktop.services.session import Session

__all__ = ["RegionFiles"]


class RegionFiles(QObject):
    """Asks for the file; the session reads or writes it, and tells what went wrong."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def ask_load(self) -> None:
        """Let the user choose a picture as the region: white may change."""
        dialog = self._dialog(tr("Load a mask"), "mask_load_dialog", tr("Pictures (*.png *.tif *.tiff *.jpg *.webp)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._session.selection.load(Path(name)))
        dialog.open()

    def ask_save(self) -> None:
        """Ask where the region is to be written, as a picture of black and white."""
        dialog = self._dialog(tr("Save the mask"), "mask_save_dialog", tr("PNG pictures (*.png)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        if (source := self._session.source) is not None:
            dialog.selectFile(f"{Path(named_node(source)).stem}-mask.png")
        dialog.fileSelected.connect(lambda name: self._session.selection.save(Path(name)))
        dialog.open()

    def _dialog(self, title: str, name: str, kinds: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, "", ";;".join((kinds, tr("All files (*)"))))
        dialog.setObjectName(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog
