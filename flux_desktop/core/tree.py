"""The shape of a history tree as rows: one for each node, and the lines that join them.

Parents stand above what was made from them. The results of one request follow each other, and what was made from them
comes below the last of them. Lines run in *lanes*, counted from the left. A lane is given up as soon as nothing more
hangs on it: a chain of edits stays where it began, and only what is open side by side takes room.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from flux_desktop.core.history import Sprout

__all__ = ["Line", "Tree", "TreeRow", "tree_of"]

Group = list[Sprout]


class Line(NamedTuple):
    """A line in one row: from its lane at the upper edge to that at the lower edge. None: it ends at the row's node.

    `on_way` says that it is part of the way from the root to the current node.
    """

    top: int | None
    bottom: int | None
    on_way: bool = False


class _Stem(NamedTuple):
    """An open line, on which hangs what is still to come of the children of `node`, and those to the left of it."""

    node: str
    lane: int
    left: _Stem | None


class _Edge(NamedTuple):
    """What crosses the edge between two rows: the open lines, and those that pass the rest of their group."""

    stems: _Stem | None = None
    beside: tuple[tuple[str, int], ...] = ()

    def lanes(self) -> dict[str, int]:
        """By node: the lane of its line, from the left."""
        found, stem = [], self.stems
        while stem is not None:
            found.append((stem.node, stem.lane))
            stem = stem.left
        return dict([*reversed(found), *self.beside])

    def width(self) -> int:
        return max([self.stems.lane if self.stems else -1, *(lane for _, lane in self.beside)]) + 1


@dataclass(frozen=True)
class TreeRow:
    """A node in its `lane`. It is the one at `place`, from 0, of a group of `members`: the results of one request."""

    seq: int
    id: str
    lane: int
    place: int
    members: int
    on_way: bool
    _parent: str | None = field(repr=False)
    _above: _Edge = field(repr=False)
    _below: _Edge = field(repr=False)
    _ahead: str = field(repr=False)
    """The node on the way whose child on the way comes below this row; "" where the way has ended."""

    @property
    def ends_group(self) -> bool:
        return self.place == self.members - 1

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines of the row, from the left: worked out when they are asked for, as broad trees have very many."""
        above, below = self._above.lanes(), self._below.lanes()
        lines = [Line(top, below[id], id == self._ahead) for id, top in above.items() if id in below]
        if self._parent is not None:
            lines.append(Line(above[self._parent], None, self.on_way))
        if self.id in below:
            lines.append(Line(None, below[self.id], self.id == self._ahead))
        return tuple(lines)


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
    return Tree(rows, max((max(row.lane + 1, row._below.width()) for row in rows), default=0))


class _Drawing:
    """Goes down the tree. What it costs depends on the number of nodes alone, however long or broad the tree is."""

    def __init__(self, children: Mapping[str | None, Sequence[Group]], way: Sequence[str]) -> None:
        self._tops = [sprout for group in children.get(None, ()) for sprout in group]
        self._left = {parent: deque(groups) for parent, groups in children.items() if parent is not None}
        self._open: _Stem | None = None
        self._way = frozenset(way)
        self._end = way[-1] if way else ""
        self._ahead = ""

    def rows(self) -> Iterator[TreeRow]:
        for top in self._tops:
            self._open = _Stem(top.id, 0, None) if top.id in self._left else None
            yield self._row(top, None, 0, _Edge(), _Edge(self._open))
            while self._open is not None:
                yield from self._group(self._open)

    def _group(self, stem: _Stem) -> Iterator[TreeRow]:
        """The next group of children of `stem`, the rightmost of the open lines."""
        group = self._left[stem.node].popleft()
        goes_on = bool(self._left[stem.node])
        lane = stem.lane if len(group) == 1 and not goes_on else stem.lane + 1
        bearing = [sprout.id for sprout in group if sprout.id in self._left]
        passing = [id for id in bearing if id != group[-1].id]
        beside = {id: lane + len(passing) - number for number, id in enumerate(passing)}
        self._open = stem if goes_on else stem.left
        for id in reversed(bearing):  # the first of a group is the first whose children come: its line is rightmost
            self._open = _Stem(id, self._open.lane + 1 if self._open else 0, self._open)
        above = _Edge(stem)
        for place, sprout in enumerate(group[:-1]):
            own = ((sprout.id, beside[sprout.id]),) if sprout.id in beside else ()
            below = _Edge(stem, above.beside + own)
            yield self._row(sprout, stem.node, lane, above, below, place, len(group))
            above = below
        yield self._row(group[-1], stem.node, lane, above, _Edge(self._open), len(group) - 1, len(group))

    def _row(
        self,
        sprout: Sprout,
        parent: str | None,
        lane: int,
        above: _Edge,
        below: _Edge,
        place: int = 0,
        members: int = 1,
    ) -> TreeRow:
        on_way = sprout.id in self._way
        if on_way:
            self._ahead = sprout.id if sprout.id != self._end else ""
        return TreeRow(sprout.seq, sprout.id, lane, place, members, on_way, parent, above, below, self._ahead)


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
