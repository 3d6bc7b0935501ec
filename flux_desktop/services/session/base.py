"""What everything that a session can do is built on: what it works with, what it tells, and work that takes time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Literal, TypeVar

from flux_desktop.core.edit import Recipe
from flux_desktop.core.errors import FluxError, OverBudget
from flux_desktop.core.history import Crop, HistoryNode
from flux_desktop.core.settings import Settings
from flux_desktop.core.signal import Signal
from flux_desktop.services.catalogues import Catalogues
from flux_desktop.services.export import Exporter
from flux_desktop.services.jobs import JobQueue
from flux_desktop.services.keyring import KeyService
from flux_desktop.services.pictures import Pictures
from flux_desktop.services.recent import Recent
from flux_desktop.services.storage import Storage
from flux_desktop.services.tasks import Tasks
from flux_desktop.services.undo import Put, Take, UndoStack

if TYPE_CHECKING:
    from flux_desktop.services.session.selection import Selection

__all__ = ["Recall", "SessionBase"]

T = TypeVar("T")
Recall = Literal["all", "all_but_seed", "seed", "prompt", "params"]


class SessionBase:
    """Part of the Session: `current` is the node on the canvas, `source` the picture that the next edit changes.

    `mask` (an asset) and `crop` are the part of the source that the next edit may change and what is sent of it, as
    they are stored; `selection` is where the user works on them.
    """

    selection: Selection

    def __init__(
        self,
        queue: JobQueue,
        pictures: Pictures,
        settings: Settings,
        keys: KeyService,
        catalogues: Catalogues,
        fetch: Callable[[str], Awaitable[bytes]],
    ) -> None:
        self.queue = queue
        self.library = queue.library
        self.pictures = pictures
        self.settings = settings
        self.keys = keys
        self.catalogues = catalogues
        self.exporter = Exporter(pictures)
        self.storage = Storage(self.library, pictures.assets, settings)
        self.recent = Recent(settings)
        self.current: HistoryNode | None = None
        self.source: HistoryNode | None = None
        self.references: tuple[HistoryNode, ...] = ()
        self.partner: HistoryNode | None = None
        """The node that the user chose to compare with; None: what a node was made from."""
        self.mask: str | None = None
        self.crop: Crop | None = None
        self.keep_draft: Take = _no_draft
        """How the panels that the user fills in are kept for an undo: theirs to set."""
        self._declare_signals()
        self._fetch = fetch
        self._follow = True
        self._openings = 0
        self._adding = asyncio.Lock()
        self._tasks = Tasks()
        self.undo = UndoStack()
        self._tasks.failed.connect(self.failed.emit)
        self.undo.failed.connect(self.failed.emit)

    def _declare_signals(self) -> None:
        self.source_changed: Signal[HistoryNode | None] = Signal()
        self.current_changed: Signal[HistoryNode | None] = Signal()
        self.references_changed: Signal[tuple[HistoryNode, ...]] = Signal()
        self.comparison_changed: Signal[HistoryNode | None] = Signal()
        self.region_changed: Signal[str | None, Crop | None] = Signal()
        self.node_added: Signal[HistoryNode] = Signal()
        self.nodes_changed: Signal[tuple[HistoryNode, ...]] = Signal()
        """Marks and notes of these nodes are others now; the values are fresh."""
        self.nodes_removed: Signal[tuple[str, ...]] = Signal()
        """These were deleted. Whoever shows another node in answer decides which one comes to the canvas."""
        self.nodes_restored: Signal[tuple[HistoryNode, ...]] = Signal()
        self.trash_emptied: Signal[tuple[str, ...]] = Signal()
        """These were in the trash and are gone for good."""
        self.library_changed: Signal[()] = Signal()
        """Another window or the command line wrote into the library."""
        self.recalled: Signal[Recipe, Recall] = Signal()
        self.opening: Signal[str] = Signal()
        self.notified: Signal[str] = Signal()
        self.failed: Signal[FluxError] = Signal()
        self.asked: Signal[OverBudget, Callable[[], object]] = Signal()
        """An edit goes beyond a soft budget: the second value runs it all the same."""
        self.asked_delete: Signal[tuple[HistoryNode, ...], Callable[[], None]] = Signal()
        """Among the nodes to delete are starred ones: the second value deletes them all the same."""

    # Work for panels that must not wait.

    def in_background(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        on_error: Callable[[FluxError], object] | None = None,
    ) -> None:
        """Run `work` in a worker thread and hand its result to `then`, an error to `on_error` or else to `failed`."""
        self._tasks.in_thread(work, then, on_error)

    def run(
        self,
        work: Awaitable[T],
        then: Callable[[T], object] = lambda _: None,
        on_error: Callable[[FluxError], object] | None = None,
    ) -> None:
        """Await a coroutine of the services for a widget; result to `then`, error to `on_error` or else `failed`."""
        self._tasks.follow(work, then, on_error)

    # Private.

    def _try(self, act: Callable[[bool], T], approved: bool = False) -> T | None:
        """`act` is told whether the user has approved that a soft budget is exceeded."""
        try:
            return act(approved)
        except OverBudget as error:
            if error.asks:
                self.asked.emit(error, lambda: self._try(act, True))
            else:
                self.failed.emit(error)
        except FluxError as error:
            self.failed.emit(error)
        return None


def _no_draft() -> Put:
    return lambda: None
