"""The pictures of the next edit: the one to change, and those that the prompt may point at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flux_desktop.core.errors import FluxError
from flux_desktop.core.language import marked, plural, tr
from flux_desktop.ui.desk.drop_zones import REFERENCE
from flux_desktop.ui.wording import named_node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from flux_desktop.core.history import HistoryNode
    from flux_desktop.core.params import Model
    from flux_desktop.core.region import Crop
    from flux_desktop.services.session import Session
    from flux_desktop.ui.desk.drop_zones import DropZones
    from flux_desktop.ui.prompt.mode_bar import ModeBar
    from flux_desktop.ui.references.crop_dialog import CropDialog
    from flux_desktop.ui.references.strip import Reference, ReferenceStrip

__all__ = ["EditInputs"]

GENERATING = marked("Reference images go with an edit of a picture.")


class EditInputs(QObject):
    """Keeps the source's chip and the reference strip at what the session will send.

    `told` carries a sentence for the user, `crop_opened` a `CropDialog` that has just been opened.
    """

    told = Signal(str)
    crop_opened = Signal(object)

    def __init__(self, session: Session, modes: ModeBar, strip: ReferenceStrip, zones: DropZones) -> None:
        super().__init__(strip)
        self._session, self._modes, self._strip, self._zones = session, modes, strip, zones
        session.source_changed.connect(self._show_source)
        session.references_changed.connect(self._show_references)
        strip.remove_requested.connect(self._remove)
        strip.order_changed.connect(self._reorder)
        strip.crop_requested.connect(self._open_crop)
        strip.nodes_dropped.connect(lambda ids: self.use(session.library.nodes(ids)))
        strip.brought.connect(lambda payload: zones.dropped.emit(REFERENCE, payload))
        self.set_model(None)

    def set_model(self, model: Model | None) -> None:
        """Say how many references `model` takes, in the strip and in the drop zones."""
        limit = model.references if model is not None else 0
        edits = model is not None and model.mode == "edit"
        reason = "" if limit else tr(GENERATING)
        if model is not None and edits and not limit:
            reason = tr("{model} takes no references.", model=model.name)
        self._strip.set_limit(limit, reason)
        self._zones.set_reference_reason(reason or None)

    def use(self, nodes: Sequence[HistoryNode]) -> None:
        """Make history nodes references, behind those that there are."""
        session = self._session
        known = {node.id for node in session.references}
        new = [node for node in nodes if node.id not in known]
        if new:
            words = plural(len(new), "use as a reference", "use of {n} pictures as references")
            session.change_references((*session.references, *new), words)
            self.told.emit(plural(len(new), "It is a reference now.", "They are references now."))
        elif nodes:
            self.told.emit(tr("It is a reference already."))

    def _open_crop(self, id: str) -> None:
        """Show a reference large, to send only a part of it."""
        node = next((one for one in self._session.references if one.id == id), None)
        if node is None:
            return
        from flux_desktop.ui.qt_image import to_qimage
        from flux_desktop.ui.references.crop_dialog import CropDialog

        dialog: CropDialog = CropDialog(named_node(node), self._strip.window())
        dialog.cropped.connect(lambda crop: self._crop(node, crop))
        shown = [dialog]  # empty when it was closed before the picture was read
        dialog.finished.connect(lambda result: shown.clear())
        dialog.finished.connect(lambda result: self._strip.window().activateWindow())
        self._session.in_background(
            lambda: to_qimage(self._session.pictures.image(node)),
            lambda image: _put(shown, image),
        )
        dialog.open()
        self.crop_opened.emit(dialog)

    def _crop(self, node: HistoryNode, crop: Crop) -> None:
        """Let a part of `node` take its place: a picture of its own, so that a recall finds it."""
        from flux_desktop.services.cropping import cropped

        session = self._session

        def put(part: HistoryNode) -> None:
            references = tuple(part if one.id == node.id else one for one in session.references)
            session.change_references(references, tr("crop of a reference"))

        session.in_background(lambda: cropped(session.pictures, node, crop), put)

    def _show_source(self, node: HistoryNode | None) -> None:
        if node is None:
            self._modes.set_source("")
            return
        name = named_node(node)
        self._modes.edit(name)  # who opens a picture, or goes on with a result, wants to edit it
        self._session.in_background(
            lambda: self._session.pictures.thumbnail(node), lambda data: self._show_thumbnail(node, name, data), _ignore
        )

    def _show_thumbnail(self, node: HistoryNode, name: str, data: bytes) -> None:
        source = self._session.source
        if source is not None and source.id == node.id:  # a star may have changed its value meanwhile
            self._modes.set_source(name, data)

    def _show_references(self, nodes: tuple[HistoryNode, ...]) -> None:
        def load() -> list[Reference]:
            return [(node.id, named_node(node), self._thumbnail(node)) for node in nodes]

        def show(references: list[Reference]) -> None:
            if [node.id for node in self._session.references] == [node.id for node in nodes]:
                self._strip.set_references(references)

        self._session.in_background(load, show)

    def _thumbnail(self, node: HistoryNode) -> bytes:
        try:
            return self._session.pictures.thumbnail(node)
        except FluxError:
            return b""  # the tile then has no picture; sending it will say why

    def _remove(self, id: str) -> None:
        references = tuple(node for node in self._session.references if node.id != id)
        self._session.change_references(references, tr("removal of a reference"))

    def _reorder(self, ids: list[str]) -> None:
        nodes = {node.id: node for node in self._session.references}
        self._session.change_references(tuple(nodes[id] for id in ids if id in nodes), tr("move of a reference"))


def _ignore(error: FluxError) -> None:
    """A chip without its small picture: what is wrong with the picture is told where it is shown."""
    del error


def _put(dialogs: Sequence[CropDialog], image: QImage) -> None:
    for dialog in dialogs:
        dialog.put(image)
