"""Tools that draw the region on the canvas: what the next edit may change, and the frame of what is sent for it."""

from flux_desktop.ui.canvas.tools.kinds import Drawn, How, Tool
from flux_desktop.ui.canvas.tools.toolbox import Toolbox
from flux_desktop.ui.canvas.tools.veil import Look

__all__ = ["Drawn", "How", "Look", "Tool", "Toolbox"]
