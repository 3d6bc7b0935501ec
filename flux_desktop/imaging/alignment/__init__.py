"""Measure and undo what a model moved or tinted, and find what else it changed. Pure functions of pictures."""

from flux_desktop.imaging.alignment.measure import Measured, change_map, measure
from flux_desktop.imaging.alignment.placement import Placement
from flux_desktop.imaging.alignment.undo import aligned, colour_matched

__all__ = ["Measured", "Placement", "aligned", "change_map", "colour_matched", "measure"]
