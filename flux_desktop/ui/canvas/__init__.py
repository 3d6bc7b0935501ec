"""The picture area: showing a picture, moving in it, comparing two."""

from flux_desktop.ui.canvas.compare import CompareView
from flux_desktop.ui.canvas.levels import Levels, Shown, prepare
from flux_desktop.ui.canvas.modes import CompareMode, Tuning
from flux_desktop.ui.canvas.widget import Canvas

__all__ = ["Canvas", "CompareMode", "CompareView", "Levels", "Shown", "Tuning", "prepare"]
