"""What else an edit changed: measured for every result, and undone in a new node where the user wants that."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from flux_desktop.core.change import Change
from flux_desktop.core.errors import FluxError, InputError
from flux_desktop.core.history import HistoryNode, Treatment, TreatmentKind, new_id
from flux_desktop.core.language import marked, tr
from flux_desktop.services.tasks import Tasks, as_flux_error
from flux_desktop.services.trash import Deletion
from flux_desktop.services.undo import Step

if TYPE_CHECKING:
    from PIL.Image import Image

    from flux_desktop.imaging.alignment import Measured
    from flux_desktop.services.session.state import SessionState

__all__ = ["Changes", "Look"]

LARGEST = 60_000_000
"""Pixels of a picture that is still looked at by itself: a user who wants to know can ask for larger ones."""
LARGER = 1.5
"""Times as many pixels, from which it is worth to keep the detail of a picture."""
UNDONE = {
    "aligned": marked("alignment"),
    "matched": marked("match of the colours"),
    "both": marked("alignment and match of the colours"),
    "detailed": marked("the original's detail"),
}
"""What a treatment is called where it can be undone."""
MAP_SIDE = 640
"""Pixels of the longer side of a map that is shown."""
BEHIND = 40
"""Results at most that wait to be measured; of more, the oldest are measured when they are shown."""


class Look(NamedTuple):
    """What an edit changed, and where: `map` is the picture before in faint grey, light where content is another."""

    change: Change
    map: Image


class _Made(NamedTuple):
    """A picture as a file, and its width and height."""

    data: bytes
    media_type: str
    size: tuple[int, int]


class Changes:
    """Measures results beside everything else, one at a time, newest first; `session.nodes_changed` tells of them.

    What can't be measured (a generation, a picture that is missing) is passed over: whoever shows it says why.
    """

    def __init__(self, session: SessionState) -> None:
        self._session = session
        self._library = session.library
        self._waiting: list[str] = []
        self._treating = asyncio.Lock()
        self._given_up: set[str] = set()
        self._tasks = Tasks()
        self._worker: asyncio.Task[None] | None = None
        session.node_added.connect(self.ask_for)
        session.current_changed.connect(self.ask_for)

    def ask_for(self, node: HistoryNode | None) -> None:
        """Measure `node` soon, before those that wait already; nothing happens where there is nothing to measure."""
        if node is None or node.parent is None or node.recipe is None or node.change is not None:
            return
        if node.id in self._given_up or node.width * node.height > LARGEST:
            return
        self._waiting = [*(id for id in self._waiting if id != node.id), node.id][-BEHIND:]
        if self._worker is None or self._worker.done():
            self._worker = self._tasks.spawn(self._work())

    def treat(
        self,
        node: HistoryNode,
        kind: TreatmentKind,
        then: Callable[[HistoryNode], object],
        on_error: Callable[[FluxError], object] | None = None,
    ) -> None:
        """Make a new node of `node`, aligned with the picture before, with its colours, or both, and hand it to `then`.

        One that was made before is handed over in place of a second. The new one is a sibling and can be undone. Why it
        can't be made goes to `on_error`, or else to `session.failed`.
        """
        session = self._session

        def made(result: tuple[HistoryNode, bool]) -> None:
            new, is_new = result
            if is_new:
                self._tell(new)
            then(new)

        session.run(self._treat(node, kind), made, on_error)

    def look(self, node: HistoryNode) -> Look:
        """The figures of `node` and where it changed; InputError where it was made from nothing. For a thread."""
        from flux_desktop.imaging.alignment import change_map

        first, _, measured = self._measured(node, self._before_or_refuse(node))
        return Look(measured.change, _over(first, change_map(measured)))

    def larger_before(self, node: HistoryNode) -> HistoryNode | None:
        """The picture that `node` was made from as a whole, if that has many more pixels, so that detail was lost."""
        if node.patch is not None or node.crop is not None or node.recipe is None or node.treatment is not None:
            return None
        before = self._before(node)
        is_larger = before is not None and before.width * before.height >= LARGER * node.width * node.height
        return before if is_larger else None

    async def settle(self) -> None:
        """Until all that was asked for is measured."""
        while self._worker is not None and not self._worker.done():
            await asyncio.wait([self._worker])

    async def close(self) -> None:
        """Stop after the one that is being measured."""
        self._waiting.clear()
        await self._tasks.close()

    # Private.

    async def _work(self) -> None:
        while self._waiting:
            id = self._waiting.pop()
            try:
                if await asyncio.to_thread(self._measure, id):
                    self._session.tell_changed([id])
            except FluxError:
                self._given_up.add(id)
            except Exception as error:  # noqa: BLE001  a badge is no reason to disturb anybody
                as_flux_error(error)
                self._given_up.add(id)

    def _measure(self, id: str) -> bool:
        node = self._library.node(id)
        before = self._before(node) if node is not None and node.change is None else None
        if node is None or before is None:
            return False
        # What was made of a part is the picture before, byte by byte, wherever it was not to change.
        change = self._measured(node, before)[2].change if node.patch is None else Change()
        self._library.set_change(node, change)
        return True

    def _before(self, node: HistoryNode) -> HistoryNode | None:
        return self._library.node(node.parent) if node.parent else None

    def _before_or_refuse(self, node: HistoryNode) -> HistoryNode:
        before = self._before(node)
        if before is None:
            raise InputError(tr("There is nothing to compare this picture with."), tr("Choose an edit of a picture."))
        return before

    def _measured(self, node: HistoryNode, before: HistoryNode) -> tuple[Image, Image, Measured]:
        """The pixels before and after, as far as they were sent, and what differs outside the area to be edited."""
        from flux_desktop.imaging.alignment import measure
        from flux_desktop.imaging.opening import decode

        pictures = self._session.pictures
        first, second = pictures.image(before), pictures.image(node)
        mask = decode(pictures.assets.load(node.mask)).convert("L") if node.mask else None
        if node.patch is not None and node.patch.extent is not None:
            left, top = node.patch.extent[:2]
            within, first = first, second.copy()
            first.paste(within, (-left, -top))
        elif node.crop is not None and node.patch is None:
            left, top, width, height = node.crop
            place = (left, top, left + width, top + height)
            first, mask = first.crop(place), mask.crop(place) if mask is not None else None
        return first, second, measure(first, second, outside=mask)

    async def _treat(self, node: HistoryNode, kind: TreatmentKind) -> tuple[HistoryNode, bool]:
        """One at a time: of two clicks the second one finds what the first one made."""
        async with self._treating:
            return await asyncio.to_thread(self._treated, node, kind)

    def _treated(self, node: HistoryNode, kind: TreatmentKind) -> tuple[HistoryNode, bool]:
        """The node that is `node` treated, and whether it was made now. Slow: for a thread."""
        base = node.treatment.base if node.treatment is not None and node.treatment.kind == kind else node.id
        wanted = Treatment(kind, base)
        siblings = self._library.children(node.parent) if node.parent else []
        known = next((one for one in siblings if one.treatment == wanted), None)
        if known is not None:
            return known, False
        before = self._before_or_refuse(node)
        made = self._detailed(node, before) if kind == "detailed" else self._corrected(node, before, kind)
        return self._kept(node, wanted, made), True

    def _corrected(self, node: HistoryNode, before: HistoryNode, kind: TreatmentKind) -> _Made:
        from flux_desktop.imaging.png_writer import written

        image = _treat(*self._measured(node, before), kind)
        return _Made(written(image), "image/png", image.size)

    def _detailed(self, node: HistoryNode, before: HistoryNode) -> _Made:
        """The picture before in full size, depth and profile, with the colour and light of `node`."""
        from flux_desktop.imaging.master import open_master, written
        from flux_desktop.imaging.region.detail import keep_detail

        pictures = self._session.pictures
        original = open_master(pictures.assets.load(before.asset), max_megapixels=float("inf"))
        master = keep_detail(original, pictures.image(node))
        return _Made(*written(master), master.size)

    def _kept(self, node: HistoryNode, treatment: Treatment, made: _Made) -> HistoryNode:
        assets = self._session.pictures.assets
        with assets.keeping():
            new = replace(
                node, id=new_id(), asset=assets.keep(made.data), media_type=made.media_type,
                width=made.size[0], height=made.size[1], created=time.time(), treatment=treatment,
                cost=None, job=None, change=None, starred=False, rating=0, note="", exported=False, edited=False,
            )  # fmt: skip
            self._library.add_node(new)
        before = self._before(node)
        return new if before is None else self._library.set_change(new, self._measured(new, before)[2].change)

    def _tell(self, node: HistoryNode) -> None:
        session = self._session
        session.node_added.emit(node)
        deletion = Deletion(session, [node])
        words = tr(UNDONE[node.treatment.kind]) if node.treatment is not None else ""
        session.undo.push(Step(words, deletion.make, deletion.take_back, deletion.ids))


def _treat(before: Image, after: Image, measured: Measured, kind: TreatmentKind) -> Image:
    from flux_desktop.imaging.alignment import aligned, colour_matched

    image = after if kind == "aligned" else colour_matched(after, measured)
    return image if kind == "matched" else aligned(image, before, measured)


def _over(before: Image, changed: Image) -> Image:
    """`changed` (mode L) with the picture before faintly under it, so that one sees what is where."""
    from PIL import Image as Images

    size = tuple(side * MAP_SIDE // max(changed.size) for side in changed.size)
    map = changed.resize((max(1, size[0]), max(1, size[1])), Images.Resampling.BILINEAR)
    ground = before.convert("L").resize(map.size, Images.Resampling.BILINEAR, reducing_gap=2.0)
    faint = ground.point([16 + value // 4 for value in range(256)])
    return Images.composite(Images.new("L", map.size, 255), faint, map)
