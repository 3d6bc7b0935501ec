"""Maps of where two pictures differ: worked out in the background, and kept for when they are looked at again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from flux_desktop.core.errors import FluxError
from flux_desktop.core.language import marked, tr
from flux_desktop.ui.canvas.levels import Level, Levels, Shown, prepare
from flux_desktop.ui.canvas.modes import Tuning
from flux_desktop.ui.canvas.transform import place

if TYPE_CHECKING:
    from flux_desktop.imaging.difference import Place, Tally
    from flux_desktop.imaging.effects.arrays import Bytes

__all__ = ["Background", "Differences", "Finding"]

T = TypeVar("T")
KEPT = 3
"""Pairs whose distances are kept, a byte a pixel."""
MOST_PIXELS = 32_000_000
"""Larger pictures are compared at half their sides, or a quarter, and so on."""
AT_WORK = marked("Working out the difference…")
BROKEN = marked("The difference can’t be worked out")


class Background(Protocol):
    """Runs `work` elsewhere and hands its result to `then` here, or what went wrong to `on_error`."""

    def __call__(
        self, work: Callable[[], T], then: Callable[[T], object], on_error: Callable[[FluxError], object], /
    ) -> object: ...


@dataclass(frozen=True, eq=False)
class Finding:
    """The map, None where there is none (yet), and what it amounts to in words."""

    levels: Levels | None
    words: str


@dataclass(frozen=True)
class _Wish:
    """The ids of the two pictures, and how their difference is to be seen."""

    before: str
    after: str
    gain: int
    threshold: int

    @property
    def pair(self) -> tuple[str, str]:
        return self.before, self.after


class Differences(QObject):
    """Finds out where two pictures differ. `found` comes when what was last asked for is there.

    Pictures are known by their ids. One map is worked out at a time: of several that are asked for meanwhile only the
    last.
    """

    found = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.background: Background = _at_once
        self._distances: OrderedDict[tuple[str, str], tuple[Bytes, Tally]] = OrderedDict()
        self._wish: _Wish | None = None
        self._pictures: tuple[Levels, Levels] | None = None
        self._made: tuple[_Wish, Finding] | None = None
        self._working = False

    def of(self, before: Shown, after: Shown, tuning: Tuning) -> Finding:
        """What is known now; the rest is worked out. While only the tuning changes, the last map stays."""
        wish = _Wish(before.id, after.id, tuning.gain, tuning.threshold)
        if wish != self._wish:
            self._wish, self._pictures = wish, (before.levels, after.levels)
            self._go_on()
        if self._made is not None and self._made[0].pair == wish.pair:
            return self._made[1]
        return Finding(None, tr(AT_WORK))

    def forget(self) -> None:
        """The map is not wanted any more; the distances are kept."""
        self._wish = self._pictures = self._made = None

    def _go_on(self) -> None:
        wish, pictures = self._wish, self._pictures
        if self._working or wish is None or pictures is None or (self._made is not None and self._made[0] == wish):
            return
        self._working = True
        distances = self._distances.get(wish.pair)
        self.background(
            lambda: _work_out(wish, pictures, distances),
            lambda result: self._arrived(wish, *result),
            lambda error: self._end(wish, Finding(None, tr(BROKEN))),
        )

    def _arrived(self, wish: _Wish, distances: tuple[Bytes, Tally], finding: Finding) -> None:
        self._distances[wish.pair] = distances
        self._distances.move_to_end(wish.pair)
        while len(self._distances) > KEPT:
            self._distances.popitem(last=False)
        self._end(wish, finding)

    def _end(self, wish: _Wish, finding: Finding) -> None:
        self._working = False
        if self._wish is not None and wish.pair == self._wish.pair:
            self._made = wish, finding
            self.found.emit()
        self._go_on()


def _at_once(work: Callable[[], T], then: Callable[[T], object], on_error: object, /) -> None:
    del on_error
    then(work())


def _work_out(
    wish: _Wish, pictures: tuple[Levels, Levels], distances: tuple[Bytes, Tally] | None
) -> tuple[tuple[Bytes, Tally], Finding]:
    """Slow: for a thread."""
    from PIL import Image

    from flux_desktop.imaging.difference import grey_table

    plane, tally = distances or _measure(*pictures)
    greys = Image.fromarray(plane).point(grey_table(wish.gain, wish.threshold).tolist())
    return (plane, tally), Finding(prepare(greys, pictures[0].size), _words(tally, wish.threshold))


def _measure(before: Levels, after: Levels) -> tuple[Bytes, Tally]:
    from flux_desktop.imaging.difference import difference, tally

    under = _large_enough(before)
    scale = under.image.width() / before.width, under.image.height() / before.height
    where = _place(before, after, scale)
    over = after.nearest((where[2] - where[0]) / after.width)
    plane = difference(_pixels(under), _pixels(over), where)
    return plane, tally(plane)


def _large_enough(levels: Levels) -> Level:
    fitting = [one for one in levels.levels if one.image.width() * one.image.height() <= MOST_PIXELS]
    return fitting[0] if fitting else levels.levels[-1]


def _place(before: Levels, after: Levels, scale: tuple[float, float]) -> Place:
    box = place(after.size, before.size)
    left, right = (round(side * scale[0]) for side in (box.x, box.right))
    top, bottom = (round(side * scale[1]) for side in (box.y, box.bottom))
    return left, top, max(right, left + 1), max(bottom, top + 1)


def _pixels(level: Level) -> Bytes:
    """Red, green and blue of each pixel, and alpha where there is one; height × width × 3 or 4."""
    import numpy as np

    image = level.image
    rows: Bytes = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return rows[..., [2, 1, 0, 3]] if image.hasAlphaChannel() else rows[..., 2::-1]


def _words(tally: Tally, threshold: int) -> str:
    share = tally.share(threshold)
    if tally.is_same:
        return tr("No difference")
    if not share:
        return tr("No difference above the threshold")
    return tr("{share} % differs", share=f"{100 * share:.0f}") if share >= 0.01 else tr("Less than 1 % differs")
