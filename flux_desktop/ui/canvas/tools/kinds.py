"""The tools of the canvas as data, and what is drawn with them."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from flux_desktop.core.language import marked
from flux_desktop.ui.canvas.transform import Point

__all__ = ["BRUSHES", "MOST_BRUSH", "OF_REGION", "SHAPES", "STEPS", "WORDS", "Drawn", "How", "Tool"]

MOST_BRUSH = 2000
"""Pixels of the picture."""


class Tool(Enum):
    """What the left button does on the canvas; the value is the end of its command's id and of its button's name."""

    HAND = "hand"
    RECTANGLE = "rectangle"
    ELLIPSE = "ellipse"
    LASSO = "lasso"
    POLYGON = "polygon"
    BRUSH = "brush"
    ERASER = "eraser"
    WAND = "wand"
    FRAME = "frame"


class How(Enum):
    """What becomes of the region that is there when something is drawn."""

    REPLACE = "replace"
    ADD = "add"
    SUBTRACT = "subtract"
    INTERSECT = "intersect"


OF_REGION = (How.SUBTRACT, How.INTERSECT)
"""What leaves nothing where there is no region."""
SHAPES = (Tool.RECTANGLE, Tool.ELLIPSE, Tool.LASSO, Tool.POLYGON)
BRUSHES = (Tool.BRUSH, Tool.ERASER)
WORDS = {
    Tool.HAND: marked("Hand"),
    Tool.RECTANGLE: marked("Rectangle"),
    Tool.ELLIPSE: marked("Ellipse"),
    Tool.LASSO: marked("Lasso"),
    Tool.POLYGON: marked("Polygon"),
    Tool.BRUSH: marked("Brush"),
    Tool.ERASER: marked("Eraser"),
    Tool.WAND: marked("Similar colour"),
    Tool.FRAME: marked("Frame"),
}
STEPS = {
    Tool.RECTANGLE: marked("rectangle"),
    Tool.ELLIPSE: marked("ellipse"),
    Tool.LASSO: marked("lasso"),
    Tool.POLYGON: marked("polygon"),
    Tool.BRUSH: marked("brush stroke"),
    Tool.ERASER: marked("stroke of the eraser"),
    Tool.WAND: marked("selection of a colour"),
}
"""What a use of the tool is called where it can be undone."""


class Drawn(NamedTuple):
    """What was drawn. Points are in pixels of the picture, and may lie outside of it.

    Two points are the corners of a rectangle or the box of an ellipse; the one of a wand is what was clicked.
    `diameter` (pixels of the picture) and `hardness` (0 … 1) are those of a brush.
    """

    tool: Tool
    points: tuple[Point, ...]
    how: How = How.REPLACE
    diameter: float = 0.0
    hardness: float = 1.0
