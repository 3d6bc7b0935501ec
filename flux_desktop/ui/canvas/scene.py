"""What the canvas shows and where: one picture or two, cut or beside each other, in one view; all in device pixels."""

from __future__ import annotations

from dataclasses import dataclass, field

from flux_desktop.ui.canvas.compare import CompareMode
from flux_desktop.ui.canvas.levels import Levels, Shown
from flux_desktop.ui.canvas.transform import Box, Point, Size, View, place, place_around

__all__ = ["Layer", "Scene"]

GAP = 6
"""Between two panes, in logical pixels."""
MARGIN = 12
"""Surround that stays free round a picture that fits, in logical pixels."""


@dataclass(frozen=True)
class Layer:
    """A picture to draw into `box`, of which only what lies in `area` is seen; `label` may be empty."""

    levels: Levels
    box: Box
    area: Box
    label: str = ""


@dataclass
class Scene:
    """The pictures, how they are compared, and the view of them. Knows no widget: `arrange` brings it up to date."""

    shown: Shown | None = None
    before: Shown | None = None
    labels: tuple[str, str] = ("Original", "Result")
    mode: CompareMode = CompareMode.SINGLE
    across: bool = True
    """Whether the two lie left and right; else above and below each other."""
    peek: bool = False
    split: float = 0.5
    view: View = field(default_factory=View)
    size: Size = (1, 1)
    ratio: float = 1.0
    """Device pixels a logical pixel."""
    _empty: bool = True

    @property
    def comparing(self) -> bool:
        """Whether two pictures are seen."""
        return self.shown is not None and self.before is not None and self.mode is not CompareMode.SINGLE

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

    def pane_at(self, point: Point) -> Box:
        """The pane under `point`, the first where there is none."""
        return next((pane for pane in self.panes if pane.contains(point)), self.panes[0])

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

    def layers(self) -> list[Layer]:
        """What to draw, in this order."""
        if self.shown is None:
            return []
        panes = self.panes
        if not self.comparing:
            label = self.labels[0] if self.peek and self.before else ""
            return [self._layer(self._second(self.shown), panes[0], panes[0], label)]
        assert self.before is not None
        areas = panes if len(panes) == 2 else self._halves()
        label = self.labels[0] if self.peek else self.labels[1]
        return [
            self._layer(self.before, panes[0], areas[0], self.labels[0]),
            self._layer(self._second(self.shown), panes[-1], areas[1], label),
        ]

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
            return "No picture is open"
        width, height = self.shown.levels.size
        zoom = f"{self.view.zoom:.0%}{', fits the window' if self.view.fits else ''}"
        parts = [self.shown.label, f"{width} × {height} pixels", zoom]
        first, second = self.labels
        if self.peek and self.before is not None:
            parts.append(f"showing {first}")
        elif self.comparing:
            parts.append(f"comparing {first} and {second}, {self.mode.replace('_', ' ')}")
        return ", ".join(part for part in parts if part)

    def _second(self, shown: Shown) -> Shown:
        return self.before if self.peek and self.before is not None else shown

    def _space(self, shown: Shown) -> Size:
        """The sides whose pixels are the view's: the original's while two pictures are seen."""
        return self.before.levels.size if self.comparing and self.before is not None else shown.levels.size

    def _halves(self) -> tuple[Box, Box]:
        width, height = self.size
        line = round(self.line * self.ratio)
        if self.across:
            return Box(0, 0, line, height), Box(line, 0, width - line, height)
        return Box(0, 0, width, line), Box(0, line, width, height - line)

    def _layer(self, shown: Shown, pane: Box, area: Box, label: str) -> Layer:
        box = self.view.box_to_view(self._lies(shown))
        return Layer(shown.levels, Box(box.x + pane.x, box.y + pane.y, box.width, box.height), area, label)

    def _lies(self, shown: Shown) -> Box:
        """Where a picture lies in the view's coordinates."""
        size, space = shown.levels.size, self.view.picture
        if shown is self.before:
            return place_around(size, space)
        return place(size, space)
