"""What the canvas shows and where: one picture or two, cut or beside each other, in one view; all in device pixels."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from flux_desktop.core.language import marked, tr
from flux_desktop.ui.canvas.levels import Levels, Shown
from flux_desktop.ui.canvas.modes import CompareMode
from flux_desktop.ui.canvas.transform import Box, Point, Size, View, place, place_around, turned_size

__all__ = ["Corner", "Layer", "Scene", "Version", "usual_labels"]

GAP = 6
"""Between two panes, in logical pixels."""
MARGIN = 12
"""Surround that stays free round a picture that fits, in logical pixels."""
TURNS = ("", marked("turned right"), marked("upside down"), marked("turned left"))
"""How a picture is seen, by the quarters it is turned."""


class Corner(Enum):
    """Where the label of a layer is, as seen by who looks at it."""

    TOP_LEFT = "top left"
    TOP_RIGHT = "top right"
    BOTTOM_LEFT = "bottom left"


@dataclass(frozen=True)
class Layer:
    """A picture to draw into `box`, of which only what lies in `area` is seen; `label` may be empty.

    It is turned by `turns` quarters to the right.
    """

    levels: Levels
    box: Box
    area: Box
    label: str = ""
    corner: Corner = Corner.TOP_LEFT
    opacity: float = 1.0
    turns: int = 0

    @property
    def sides(self) -> Size:
        """Those of the picture in its pixels, as it is seen: turned."""
        return turned_size(self.levels.size, self.turns)


@dataclass(frozen=True)
class Version:
    """One of the pictures, where it lies in the view's coordinates, and what it is called beside the other."""

    levels: Levels
    lies: Box
    label: str


def usual_labels() -> tuple[str, str]:
    """What a picture and what became of it are called."""
    return tr("Original"), tr("Result")


@dataclass
class Scene:
    """The pictures, how they are compared, and the view of them. Knows no widget: `arrange` brings it up to date."""

    shown: Shown | None = None
    before: Shown | None = None
    labels: tuple[str, str] = field(default_factory=usual_labels)
    mode: CompareMode = CompareMode.SINGLE
    across: bool = True
    """Whether the two lie left and right; else above and below each other."""
    swapped: bool = False
    """Whether the two have changed sides."""
    peek: bool = False
    """Whether the other picture is held up alone."""
    flipped: bool = False
    """Whether the first of the two is seen while they blink."""
    split: float = 0.5
    opacity: float = 0.5
    """Of the second on the first, as an onion skin."""
    difference: Levels | None = None
    """The map of where the two differ, once it is there."""
    finding: str = ""
    """What the map amounts to, in words."""
    view: View = field(default_factory=View)
    size: Size = (1, 1)
    ratio: float = 1.0
    """Device pixels a logical pixel."""
    _empty: bool = True

    @property
    def comparing(self) -> bool:
        """Whether two pictures are compared."""
        return self.shown is not None and self.before is not None and self.mode is not CompareMode.SINGLE

    @property
    def peeking(self) -> bool:
        """Whether the other picture is seen in place of this one."""
        return self.peek and self.before is not None

    @property
    def panes(self) -> tuple[Box, ...]:
        """The one or two parts of the canvas, each of which shows the view."""
        width, height = self.size
        if not self.comparing or self.mode is not CompareMode.SIDE_BY_SIDE:
            return (Box(0, 0, width, height),)
        gap = round(GAP * self.ratio)
        if self.across:
            half = max(1, (width - gap) // 2)
            return Box(0, 0, half, height), Box(width - half, 0, half, height)
        half = max(1, (height - gap) // 2)
        return Box(0, 0, width, half), Box(0, height - half, width, half)

    @property
    def most_zoom(self) -> float:
        """Device pixels a pixel of the picture that has the fewest: as large as they are seen here."""
        seen = [shown.levels.width for shown in (self.shown, self.before) if shown is not None]
        return self.view.zoom * self.view.picture[0] / min(seen, default=1)

    def pane_at(self, point: Point) -> Box:
        """The pane under `point`, the first where there is none."""
        return next((pane for pane in self.panes if pane.contains(point)), self.panes[0])

    def seen_at(self, point: Point) -> Box:
        """What is seen of the picture in the pane under `point`."""
        pane, seen = self.pane_at(point), self.view.visible
        return Box(pane.x + seen.x, pane.y + seen.y, seen.width, seen.height)

    def arrange(self, size: Size, ratio: float) -> None:
        """Fit the view to a canvas of `size` device pixels and to the pictures as they are now."""
        self.size, self.ratio = size, ratio
        if self.shown is None:
            self._empty = True
            return
        pane = self.panes[0]
        view = self.view.resized((pane.width, pane.height), MARGIN * ratio)
        view = view.rebased(self._space(self.shown))
        self.view = view.fitted() if self._empty else view
        self._empty = False

    def versions(self) -> list[Version]:
        """The pictures that there are, in the order of their sides."""
        if self.shown is None:
            return []
        if self.before is None:
            return [self._version(self.shown, "")]
        two = [self._version(self.before, self.labels[0]), self._version(self.shown, self.labels[1])]
        return two[::-1] if self.swapped else two

    def sides(self) -> str:
        """Which picture is first and which second, in words; "" where there are no two."""
        labels = [version.label for version in self.versions()]
        return tr("{first} first, {second} second", first=labels[0], second=labels[1]) if len(labels) == 2 else ""

    def layers(self) -> list[Layer]:
        """What to draw, in this order."""
        if self.shown is None:
            return []
        whole = self.panes[0]
        if self.comparing and self.mode is CompareMode.SIDE_BY_SIDE:
            two = [self._held()] * 2 if self.peeking else self.versions()
            return [self._layer(version, pane, pane) for version, pane in zip(two, self.panes, strict=True)]
        if self.peeking:
            return [self._layer(self._held(), whole, whole)]
        if self.comparing:
            return self._laid_over(whole, *self.versions())
        return [self._layer(self._version(self.shown, ""), whole, whole)]

    def areas(self) -> list[Box]:
        """The parts of the canvas in which pictures are seen: the areas of the layers, each once."""
        if self.shown is None:
            return []
        if self.comparing and self.mode is CompareMode.SPLIT and not self.peeking:
            return list(self._halves())
        return list(self.panes)

    @property
    def line(self) -> int:
        """Where the divider's line is, in logical pixels from the left or the top."""
        if self.mode is CompareMode.SIDE_BY_SIDE:
            return round(self.size[0 if self.across else 1] / 2 / self.ratio)
        seen = self.view.visible
        start, length = (seen.x, seen.width) if self.across else (seen.y, seen.height)
        return round((start + self.split * length) / self.ratio)

    def split_at(self, line: float) -> float:
        """The split whose line is at `line` logical pixels."""
        seen = self.view.visible
        start, length = (seen.x, seen.width) if self.across else (seen.y, seen.height)
        return min(max((line * self.ratio - start) / max(1, length), 0.0), 1.0)

    def holds(self, point: Point) -> bool:
        """Whether a picture is under `point`."""
        return any(layer.box.intersected(layer.area).contains(point) for layer in self.layers())

    def described(self) -> str:
        """What is seen, in words."""
        if self.shown is None:
            return tr("No picture is open")
        width, height = self.shown.levels.size
        zoom = f"{self.view.zoom:.0%}"
        parts = [self.shown.label, tr("{width} × {height} pixels", width=width, height=height)]
        parts.append(tr("{zoom}, fits the window", zoom=zoom) if self.view.fits else zoom)
        parts.append(tr(TURNS[self.view.turns]))
        if self.peeking:
            parts.append(tr("showing {picture}", picture=self.labels[0]))
        elif self.comparing:
            first, second = self.versions()
            parts += [tr("comparing {first} and {second}", first=first.label, second=second.label), self.mode.words]
            parts.append(self.finding if self.mode is CompareMode.DIFFERENCE else "")
        return ", ".join(part for part in parts if part)

    def _held(self) -> Version:
        """The other picture, which is held up alone."""
        assert self.before is not None, "peeking"
        return self._version(self.before, self.labels[0])

    def _laid_over(self, whole: Box, first: Version, second: Version) -> list[Layer]:
        """Both at the same place."""
        right = Corner.TOP_RIGHT
        if self.mode is CompareMode.SPLIT:
            near, far = self._halves()
            corner = right if self.across else Corner.BOTTOM_LEFT
            return [self._layer(first, whole, near), self._layer(second, whole, far, corner)]
        if self.mode is CompareMode.ONION:
            return [self._layer(first, whole, whole), self._layer(second, whole, whole, right, self.opacity)]
        if self.mode is CompareMode.DIFFERENCE:
            return [self._layer(self._differing(first, second), whole, whole)]
        return [self._layer(first if self.flipped else second, whole, whole)]

    def _differing(self, first: Version, second: Version) -> Version:
        """The map of the difference; the second picture until it is there."""
        if self.difference is None:
            return replace(second, label=self.finding)
        label = f"{self.finding} · {first.label} ↔ {second.label}"
        return Version(self.difference, Box(0, 0, *self.view.picture), label)

    def _space(self, shown: Shown) -> Size:
        """The sides whose pixels are the view's: the original's while two pictures are seen."""
        return self.before.levels.size if self.comparing and self.before is not None else shown.levels.size

    def _halves(self) -> tuple[Box, Box]:
        width, height = self.size
        line = round(self.line * self.ratio)
        if self.across:
            return Box(0, 0, line, height), Box(line, 0, width - line, height)
        return Box(0, 0, width, line), Box(0, line, width, height - line)

    def _version(self, shown: Shown, label: str) -> Version:
        lies = place_around if shown is self.before else place
        return Version(shown.levels, lies(shown.levels.size, self.view.picture), label)

    def _layer(
        self, version: Version, pane: Box, area: Box, corner: Corner = Corner.TOP_LEFT, opacity: float = 1.0
    ) -> Layer:
        box = self.view.box_to_view(version.lies)
        box = Box(box.x + pane.x, box.y + pane.y, box.width, box.height)
        return Layer(version.levels, box, area, version.label, corner, opacity, self.view.turns)
