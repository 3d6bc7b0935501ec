"""The pictures of the next edit: the one to change, and those that the prompt may point at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flux_desktop.core.errors import FluxError
from flux_desktop.core.language import marked, tr
from flux_desktop.ui.wording import named_node

if TYPE_CHECKING:
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.core.params import Model
    from flux_desktop.services.session import Session
    from flux_desktop.ui.drop_zones import DropZones
    from flux_desktop.ui.prompt.mode_bar import ModeBar
    from flux_desktop.ui.references.strip import Reference, ReferenceStrip

__all__ = ["EditInputs"]

GENERATING = marked("Reference images go with an edit of a picture.")


class EditInputs(QObject):
    """Keeps the source's chip and the reference strip at what the session will send."""

    def __init__(self, session: Session, modes: ModeBar, strip: ReferenceStrip, zones: DropZones) -> None:
        super().__init__(strip)
        self._session, self._modes, self._strip, self._zones = session, modes, strip, zones
        session.source_changed.connect(self._show_source)
        session.references_changed.connect(self._show_references)
        strip.remove_requested.connect(self._remove)
        strip.order_changed.connect(self._reorder)
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

    def _show_source(self, node: HistoryNode | None) -> None:
        if node is None:
            self._modes.set_source("")
            return
        name = named_node(node)
        self._modes.set_source(name)
        self._modes.set_mode("edit")  # who opens a picture, or goes on with a result, wants to edit it
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
        self._session.set_references(tuple(node for node in self._session.references if node.id != id))

    def _reorder(self, ids: list[str]) -> None:
        nodes = {node.id: node for node in self._session.references}
        self._session.set_references(tuple(nodes[id] for id in ids if id in nodes))


def _ignore(error: FluxError) -> None:
    """A chip without its small picture: what is wrong with the picture is told where it is shown."""
    del error
