"""Pictures into the session: from files, from the clipboard, from the web, and back out of a recipe."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import plural, tr
from flux_desktop.services.pictures import BACK_AGAIN, Opened
from flux_desktop.services.session.state import SessionState

__all__ = ["SessionInputs"]


LONGEST_NAME = 40
"""Letters of a file's name in the words of an undo."""


class SessionInputs(SessionState):
    """Part of the Session. Methods return at once; the picture comes when it is read."""

    def open_file(self, path: str | Path) -> None:
        """Open a picture file as the picture to edit; the one that was open stays if it can't be read."""
        file = Path(path).expanduser()
        self._tasks.spawn(self._open(file.name, partial(self._read, file), file))

    def open_bytes(self, data: bytes, name: str) -> None:
        """Open image bytes (pasted, or dropped from a browser) as the picture to edit."""
        self._tasks.spawn(self._open(name, partial(self._keep, data, name)))

    def open_url(self, url: str) -> None:
        """Fetch an image that was dropped as an address, and open it as the picture to edit."""
        self._tasks.spawn(self._open(_file_name(url), partial(self._load, url)))

    def add_reference_file(self, path: str | Path) -> None:
        """Add a picture file to the references of the next edit."""
        self._tasks.spawn(self._add_reference(partial(self._read, Path(path).expanduser())))

    def add_reference_bytes(self, data: bytes, name: str) -> None:
        self._tasks.spawn(self._add_reference(partial(self._keep, data, name)))

    def add_reference_url(self, url: str) -> None:
        self._tasks.spawn(self._add_reference(partial(self._load, url)))

    def close_picture(self) -> None:
        """No picture is open: the prompt box then generates."""
        if self.source is not None or self.current is not None:
            self.undoable(tr("closing of the picture"), self._close_picture, self.keep_place)

    def edit_further(self, node: HistoryNode) -> None:
        """Make `node` the picture that the next edit changes, and show it."""
        self._edit(node, tr("edit further", "in Undo"))

    def _close_picture(self) -> None:
        self._set_source(None)
        self.show(None)

    def _edit(self, node: HistoryNode, words: str) -> None:
        def go() -> None:
            self._set_source(node)
            self.show(node)

        if self.source is not None and self.source.id == node.id:
            go()  # to look at the source again is no step
        else:
            self.undoable(words, go, self.keep_place)

    async def _read(self, file: Path) -> Opened:
        return await asyncio.to_thread(self.pictures.open_file, file)

    async def _keep(self, data: bytes, name: str) -> Opened:
        return await asyncio.to_thread(self.pictures.open_bytes, data, name)

    async def _load(self, url: str) -> Opened:
        return await self._keep(await self._fetch(url), _file_name(url))

    async def _open(self, name: str, get: Callable[[], Awaitable[Opened]], file: Path | None = None) -> None:
        """Get a picture, then open it. Of two at once the one that was asked for last stays."""
        self._openings += 1
        turn = self._openings
        self.opening.emit(name)
        try:
            node, notes = await self._get(get)
        finally:
            if turn == self._openings:
                self.opening.emit("")
        if turn == self._openings:
            self._edit(node, tr("opening of “{name}”", name=name[:LONGEST_NAME]))
            for note in notes:
                self.notified.emit(tr(note))
        if file is not None:
            await asyncio.sleep(0)  # first it is seen, then a file is written
            self.recent.add(file)

    async def _add_reference(self, get: Callable[[], Awaitable[Opened]]) -> None:
        """Get a picture, then add it. One after the other: the prompt calls them by their order."""
        async with self._adding:
            node, _ = await self._get(get)
        if any(known.id == node.id for known in self.references):
            self.notified.emit(tr("It is a reference already."))
        self.change_references(
            (*self.references, node), plural(1, "use as a reference", "use of {n} pictures as references")
        )

    async def _get(self, get: Callable[[], Awaitable[Opened]]) -> Opened:
        """Get a picture, and tell it if it was in the trash."""
        node, notes = await get()
        if BACK_AGAIN in notes:
            self.nodes_restored.emit((node,))
        return node, notes


def _file_name(url: str) -> str:
    """What the file behind an address is called."""
    return url.split("?", maxsplit=1)[0].rstrip("/").rsplit("/", 1)[-1] or "picture"
