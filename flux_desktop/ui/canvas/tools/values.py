"""Which tool is in hand, and what it was told: brush, wand, and what becomes of the region."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from flux_desktop.ui.canvas.tools.kinds import MOST_BRUSH, How, Tool

__all__ = ["ToolValues"]

GROWTH = 1.25
"""By which a brush grows with each press of its key, and by at least one pixel."""


class ToolValues(QObject):
    """Part of the Toolbox. `changed`: another tool or value."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tool = Tool.HAND
        self._how = How.REPLACE
        self._diameter, self._hardness = 60.0, 0.8
        self.tolerance, self.contiguous = 32, True

    @property
    def tool(self) -> Tool:
        return self._tool

    @tool.setter
    def tool(self, tool: Tool) -> None:
        if tool is not self._tool:
            self._tool = tool
            self.changed.emit()

    @property
    def how(self) -> How:
        """What becomes of the region while neither Shift nor Alt is held."""
        return self._how

    @how.setter
    def how(self, how: How) -> None:
        self._how = how
        self.changed.emit()

    @property
    def diameter(self) -> float:
        """Of the brush, in pixels of the picture."""
        return self._diameter

    @diameter.setter
    def diameter(self, pixels: float) -> None:
        self._diameter = float(min(max(round(pixels), 1), MOST_BRUSH))
        self.changed.emit()

    @property
    def hardness(self) -> float:
        """Of the brush, 0 … 1."""
        return self._hardness

    @hardness.setter
    def hardness(self, share: float) -> None:
        self._hardness = min(max(share, 0.0), 1.0)
        self.changed.emit()

    def set_brush(self, diameter: int, percent: int) -> None:
        """Diameter in pixels of the picture, hardness in per cent."""
        self._hardness = min(max(percent / 100, 0.0), 1.0)
        self.diameter = diameter

    def set_wand(self, tolerance: int, contiguous: bool) -> None:
        self.tolerance, self.contiguous = tolerance, contiguous
        self.changed.emit()

    def enlarge_brush(self, ways: int) -> None:
        """One step larger, or smaller for -1."""
        grown = self._diameter * GROWTH if ways > 0 else self._diameter / GROWTH
        self.diameter = max(grown, self._diameter + 1) if ways > 0 else min(grown, self._diameter - 1)
