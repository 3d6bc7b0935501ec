"""The picture area: showing a picture, moving in it, comparing two."""

from flux_desktop.ui.canvas.compare import CompareMode, CompareView
from flux_desktop.ui.canvas.levels import Levels, Shown, prepare
from flux_desktop.ui.canvas.widget import Canvas

__all__ = ["Canvas", "CompareMode", "CompareView", "Levels", "Shown", "prepare"]
