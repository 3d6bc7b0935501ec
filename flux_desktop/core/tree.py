"""The shape of a history tree as rows: one for each node, and the lines that join them.

Parents stand above what was made from them. The results of one request follow each other, and what was made from them
comes below the last of them. Lines run in *lanes*, counted from the left. A lane is given up as soon as nothing more
hangs on it: a chain of edits stays where it began, and only what is open side by side takes room.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from flux_desktop.core.history import Sprout

__all__ = ["Line", "Tree", "TreeRow", "tree_of"]

Group = list[Sprout]
Lanes = dict[str, int]
"""By node: the lane of the line on which hangs what is still to come of its children."""


class Line(NamedTuple):
    """A line in one row: from its lane at the upper edge to that at the lower edge. None: it ends at the row's node.

    `on_way` says that it is part of the way from the root to the current node.
    """

    top: int | None
    bottom: int | None
    on_way: bool = False


@dataclass(frozen=True)
class TreeRow:
    """A node in its `lane`. It is the one at `place`, from 0, of a group of `members`: the results of one request."""

    seq: int
    id: str
    lane: int
    lines: tuple[Line, ...]
    place: int
    members: int
    on_way: bool

    @property
    def ends_group(self) -> bool:
        return self.place == self.members - 1


@dataclass(frozen=True)
class Tree:
    """All rows, from top to bottom; `lanes` is how many of them are used."""

    rows: tuple[TreeRow, ...] = ()
    lanes: int = 0


def tree_of(sprouts: Iterable[Sprout], current: str = "") -> Tree:
    """The tree of `sprouts`, in which the way to the node `current` is marked.

    What was deleted is left out, and what was made from it hangs on the nearest ancestor that is left. A node whose
    ancestors are missing, or lead back to itself, stands alone. When a node with a later `seq` than all others comes,
    these keep their order.
    """
    known = sorted(sprouts, key=lambda sprout: sprout.seq)
    parents = _parents(known)
    rows = tuple(_Drawing(_children(known, parents), _way(parents, current)).rows())
    used = [lane for row in rows for line in row.lines for lane in (row.lane, line.top, line.bottom)]
    widest = max((lane for lane in used if lane is not None), default=0)
    return Tree(rows, widest + 1 if rows else 0)


class _Drawing:
    """Goes down the tree. `_open` are the nodes with children still to come, in their order from the left."""

    def __init__(self, children: Mapping[str | None, Sequence[Group]], way: Sequence[str]) -> None:
        self._tops = [sprout for group in children.get(None, ()) for sprout in group]
        self._left = {parent: deque(groups) for parent, groups in children.items() if parent is not None}
        self._open: list[str] = []
        self._way = frozenset(way)
        self._end = way[-1] if way else ""
        self._ahead: set[str] = set()
        """Nodes on the way whose child on the way is still to come."""

    def rows(self) -> Iterator[TreeRow]:
        for top in self._tops:
            self._open = [top.id] if top.id in self._left else []
            yield self._row(top, 0, self._lines(top, None, {}, self._lanes(self._open)))
            while self._open:
                yield from self._group(self._open[-1])

    def _group(self, parent: str) -> Iterator[TreeRow]:
        """The next group of children of `parent`, whose line is the rightmost one."""
        group = self._left[parent].popleft()
        trunk, goes_on = len(self._open) - 1, bool(self._left[parent])
        lane = trunk if len(group) == 1 and not goes_on else trunk + 1
        bearing = [sprout.id for sprout in group if sprout.id in self._left]
        beside = self._beside(group[:-1], lane)
        above = self._lanes(self._open)
        # The first of a group is the first whose children are drawn: its line comes rightmost.
        self._open = [*self._open[:-1], *[parent] * goes_on, *reversed(bearing)]
        for place, sprout in enumerate(group):
            if place < len(group) - 1:
                below = above | {sprout.id: beside[sprout.id]} if sprout.id in beside else above
            else:
                below = self._lanes(self._open)
            yield self._row(sprout, lane, self._lines(sprout, parent, above, below), place, len(group))
            above = below

    def _beside(self, members: Group, lane: int) -> Lanes:
        """The lanes in which the lines of `members` pass the rest of their group."""
        bearing = [sprout.id for sprout in members if sprout.id in self._left]
        return {id: lane + len(bearing) - number for number, id in enumerate(bearing)}

    def _lines(self, sprout: Sprout, parent: str | None, above: Lanes, below: Lanes) -> tuple[Line, ...]:
        is_on_way = sprout.id in self._way
        if is_on_way:
            self._ahead.discard(parent or "")
            self._ahead |= {sprout.id} - {self._end}
        lines = [Line(top, below[id], id in self._ahead) for id, top in above.items() if id in below]
        if parent is not None:
            lines.append(Line(above[parent], None, is_on_way))
        if sprout.id in below:
            lines.append(Line(None, below[sprout.id], sprout.id in self._ahead))
        return tuple(lines)

    def _row(self, sprout: Sprout, lane: int, lines: tuple[Line, ...], place: int = 0, members: int = 1) -> TreeRow:
        return TreeRow(sprout.seq, sprout.id, lane, lines, place, members, sprout.id in self._way)

    @staticmethod
    def _lanes(nodes: Sequence[str]) -> Lanes:
        return {id: lane for lane, id in enumerate(nodes)}


def _parents(known: Sequence[Sprout]) -> dict[str, str | None]:
    """By living node: its nearest living ancestor."""
    ids = {sprout.id for sprout in known}
    above = {sprout.id: sprout.parent if sprout.parent in ids else None for sprout in known}
    _cut_circles(above)
    trashed = {sprout.id for sprout in known if sprout.is_trashed}
    for sprout in known:
        parent = above[sprout.id]
        while parent in trashed:
            parent = above[parent]
        above[sprout.id] = parent
    return {id: parent for id, parent in above.items() if id not in trashed}


def _cut_circles(above: dict[str, str | None]) -> None:
    """Take its parent from one node of every circle; only damaged data has such."""
    sound: set[str] = set()
    for id in above:
        steps: dict[str, None] = {}
        at: str | None = id
        while at is not None and at not in sound and at not in steps:
            steps[at] = None
            at = above[at]
        if at in steps:
            above[at] = None
        sound.update(steps)


def _children(known: Iterable[Sprout], parents: Mapping[str, str | None]) -> dict[str | None, list[Group]]:
    """By parent: its children in groups, each group and its first in the order of arrival."""
    found: dict[str | None, dict[str, Group]] = {}
    for sprout in known:
        if sprout.id in parents:
            groups = found.setdefault(parents[sprout.id], {})
            groups.setdefault(sprout.family or sprout.id, []).append(sprout)
    return {parent: list(groups.values()) for parent, groups in found.items()}


def _way(parents: Mapping[str, str | None], current: str) -> list[str]:
    """The nodes from the root to `current`."""
    way: list[str] = []
    at = current if current in parents else None
    while at is not None:
        way.append(at)
        at = parents[at]
    return way[::-1]
