"""Results that no provider made, of a real photograph: shifted, tinted and painted by known amounts."""

from __future__ import annotations

import asyncio
from io import BytesIO

import numpy as np
from PIL import Image

from flux_desktop.core.edit import Recipe
from flux_desktop.core.errors import FluxError
from flux_desktop.core.history import HistoryNode, new_id
from flux_desktop.imaging.opening import decode
from flux_desktop.resources import resource
from flux_desktop.services.session import Session

__all__ = ["SHIFT", "SIDE", "Bench", "moved", "photo", "png", "warmer"]

SHIFT = (5, -3)
"""To the right and down, in pixels."""
SIDE = 320


def photo(left: int = 100, top: int = 100) -> Image.Image:
    """A part of a real photograph; a window further left shows its content further right."""
    return decode(resource("sample.jpg").read_bytes()).crop((left, top, left + SIDE, top + SIDE))


def png(image: Image.Image) -> bytes:
    file = BytesIO()
    image.save(file, "png")
    return file.getvalue()


def warmer(image: Image.Image) -> Image.Image:
    pixels = np.asarray(image, np.int16) + np.array([14, 2, -14], np.int16)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def moved() -> Image.Image:
    return photo(100 - SHIFT[0], 100 - SHIFT[1])


class Bench:
    """A session with an open photograph, and results of it that no provider made."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.source: HistoryNode = self._original()
        self.failures: list[FluxError] = []
        session.failed.connect(self.failures.append)

    def _original(self) -> HistoryNode:
        node, _ = self.session.pictures.open_bytes(png(photo()), "photo.png")
        return node

    def result(self, image: Image.Image, **changes: object) -> HistoryNode:
        id, assets = new_id(), self.session.pictures.assets
        node = HistoryNode(
            id, self.source.id, self.source.id, assets.keep(png(image)), "image/png", image.width, image.height, 1.0,
            Recipe("make it so", "onemin", "klein", {}), 7, **changes,  # type: ignore[arg-type]
        )  # fmt: skip
        self.session.library.add_node(node)
        return node

    async def measured(self, node: HistoryNode) -> HistoryNode:
        self.session.node_added.emit(node)
        await self.session.changes.settle()
        return self.kept(node.id)

    async def treated(self, node: HistoryNode, kind: str) -> HistoryNode:
        made: asyncio.Future[HistoryNode] = asyncio.get_running_loop().create_future()
        self.session.changes.treat(node, kind, made.set_result, made.set_exception)  # type: ignore[arg-type]
        return await made

    def kept(self, id: str) -> HistoryNode:
        node = self.session.library.node(id)
        assert node is not None
        return node
