"""What the library takes of the disk, and what goes when it takes too much. Nothing but trash ever does."""

from __future__ import annotations

import heapq
import math
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import figures
from flux_desktop.core.settings import Settings

if TYPE_CHECKING:
    from flux_desktop.store.assets import AssetStore
    from flux_desktop.store.library import Library

__all__ = ["GB", "SPARED", "Dropped", "Storage", "Usage", "size_words"]

GB = 1_000_000_000
SPARED = 86_400.0
"""Seconds for which nothing is dropped by itself that was deleted: the user may want it back."""

AT_ONCE = 200
"""Nodes that are read in one go."""

Going = tuple[HistoryNode, int]
"""A node that can be dropped, and the bytes that this frees."""


@dataclass(frozen=True)
class Dropped:
    """Nodes that were, or would be, removed for good, and the bytes that this frees."""

    nodes: tuple[str, ...] = ()
    bytes: int = 0


@dataclass(frozen=True)
class Usage:
    """Bytes on the disk by kind. `trash` is what emptying it would free, `would_drop` what goes by itself.

    `trashed` nodes are in the trash altogether: what others were made from can't be dropped before these are.
    """

    pictures: int
    thumbnails: int
    library: int
    budget: int = 0
    """0: no limit."""
    trashed: int = 0
    trash: Dropped = Dropped()
    would_drop: Dropped = Dropped()

    @property
    def total(self) -> int:
        return self.pictures + self.thumbnails + self.library

    @property
    def excess(self) -> int:
        """Bytes above the budget that remain when everything is dropped that would be."""
        return max(0, self.total - self.would_drop.bytes - self.budget) if self.budget else 0


def size_words(size: int) -> str:
    """Bytes in words: `48 MB`, `1.2 GB`, `1 KB` for anything up to one."""
    for unit, bytes in (("GB", GB), ("MB", 1_000_000)):
        if size >= bytes:
            return f"{figures(f'{size / bytes:.2g}') if size < 10 * bytes else f'{size / bytes:.0f}'} {unit}"
    return f"{math.ceil(size / 1000)} KB"


class Storage:
    """Every method reads or writes files: call them in a thread. They raise FileProblem."""

    def __init__(self, library: Library, assets: AssetStore, settings: Settings) -> None:
        self._library = library
        self._assets = assets
        self._settings = settings

    @property
    def budget(self) -> int:
        """Bytes that the library may take; 0: no limit."""
        return int(self._settings.number("history_budget_gb") * GB)

    def usage(self, spared: AbstractSet[str] = frozenset()) -> Usage:
        """What is used, and what would be dropped to come under the budget; of `spared` nodes none is."""
        pictures, thumbnails = self._assets.totals()
        library = sum(file.stat().st_size for file in self._library.path.parent.glob(f"{self._library.path.stem}*"))
        used = Usage(pictures, thumbnails, library, budget=self.budget)
        trash = self._trash()
        would_drop = self._would_drop(trash, used, spared)
        return replace(used, trashed=len(trash.nodes), trash=_total(_going(trash)), would_drop=would_drop)

    def drop(self, ids: Sequence[str], held: AbstractSet[str] = frozenset()) -> Dropped:
        """Remove those of the nodes `ids` that are in the trash for good: first rows, then files that nothing needs.

        `held` are assets that are needed although no row says so.
        """
        assets = self._library.purge(ids)
        sizes = {asset: self._assets.size(asset) for asset in assets}
        gone = self._assets.remove(assets, lambda: self._library.needed_assets() | held)
        left = {node.id for node in self._nodes(ids)}
        return Dropped(tuple(id for id in ids if id not in left), sum(sizes[asset] for asset in gone))

    def _would_drop(self, trash: _Trash, used: Usage, spared: AbstractSet[str]) -> Dropped:
        """The unstarred trash, oldest first, that has to go to come under the budget, as far as there is enough."""
        too_much = used.total - used.budget if used.budget else 0
        latest = time.time() - SPARED

        def may_go(node: HistoryNode) -> bool:
            return not node.starred and (node.trashed or 0.0) < latest and node.id not in spared

        chosen: list[Going] = []
        for node, size in _going(trash, may_go):
            if too_much <= 0:
                break
            too_much -= size
            chosen.append((node, size))
        return _total(chosen)

    def _trash(self) -> _Trash:
        ids = self._library.trashed_ids()
        nodes, needed = list(self._nodes(ids)), self._library.needed_assets(but=ids)
        own = {asset for node in nodes for asset in _assets_of(node)} - needed
        return _Trash(nodes, self._library.kept_by(ids), {asset: self._assets.size(asset) for asset in own})

    def _nodes(self, ids: Sequence[str]) -> Iterator[HistoryNode]:
        """In pieces: whoever reads for the window does not have to wait for all of them."""
        for start in range(0, len(ids), AT_ONCE):
            yield from self._library.nodes(ids[start : start + AT_ONCE])


@dataclass(frozen=True)
class _Trash:
    """What was deleted, longest ago first; how much keeps each of these nodes; the sizes of what only they need."""

    nodes: Sequence[HistoryNode]
    kept_by: Mapping[str, int]
    sizes: Mapping[str, int]


def _going(trash: _Trash, may_go: Callable[[HistoryNode], bool] = lambda node: True) -> Iterator[Going]:
    """The nodes that can be dropped with the bytes that each frees: the oldest first, but after what grew from it."""
    nodes, kept = trash.nodes, Counter(trash.kept_by)
    places = {node.id: place for place, node in enumerate(nodes)}
    users = Counter(asset for node in nodes for asset in _assets_of(node))
    free = [place for place, node in enumerate(nodes) if not kept[node.id] and may_go(node)]  # sorted: a heap
    while free:
        node = nodes[heapq.heappop(free)]
        assets = _assets_of(node)
        users.subtract(assets)
        yield node, sum(trash.sizes.get(asset, 0) for asset in assets if not users[asset])
        if node.parent in places:
            kept[node.parent] -= 1
            if not kept[node.parent] and may_go(nodes[places[node.parent]]):
                heapq.heappush(free, places[node.parent])


def _assets_of(node: HistoryNode) -> set[str]:
    return set(node.assets)


def _total(going: Iterable[Going]) -> Dropped:
    found = list(going)
    return Dropped(tuple(node.id for node, _ in found), sum(size for _, size in found))
