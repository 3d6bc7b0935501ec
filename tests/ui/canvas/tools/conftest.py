"""A toolbox on a canvas whose picture of 800 × 600 pixels is seen at 50 %: it fills the canvas."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from flux_desktop.ui.canvas.tools import Drawn, Tool, Toolbox
from tests.ui.canvas.hands import Hands

__all__ = ["Bench"]

SIZE = (800, 600)


class Bench:
    """Hands with a toolbox; `drawn` is what was told."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.canvas = hands.canvas
        self.canvas.zoom_to(0.5)
        self.tools = Toolbox(self.canvas)
        self.tools.set_picture(SIZE)
        self.drawn: list[Drawn] = []
        self.told: list[object] = []
        self.tools.drawn.connect(self.drawn.append)
        self.tools.cleared.connect(lambda: self.told.append("cleared"))
        self.tools.begun.connect(lambda: self.told.append("begun"))
        self.tools.moved.connect(lambda x, y: self.told.append(("moved", x, y)))
        self.tools.resized.connect(lambda x, y: self.told.append(("resized", x, y)))
        self.tools.frame_wanted.connect(self.told.append)

    def take(self, tool: Tool) -> Bench:
        self.tools.tool = tool
        return self

    def look(self) -> QImage:
        """What is on the canvas now."""
        return self.canvas.grab().toImage()


@pytest.fixture
def bench(hands: Hands) -> Bench:
    return Bench(hands)
