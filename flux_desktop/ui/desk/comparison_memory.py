"""How pictures were compared last, which is how they are compared next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from flux_desktop.ui.canvas import CompareMode, Tuning
from flux_desktop.ui.parts.saving_pause import SavingPause

if TYPE_CHECKING:
    from flux_desktop.core.settings import Settings
    from flux_desktop.ui.canvas import Canvas

__all__ = ["ComparisonMemory"]


class ComparisonMemory(QObject):
    """Brings `canvas` to what `settings` say, and keeps there what the user changes."""

    def __init__(self, canvas: Canvas, settings: Settings) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._settings = settings
        self._later = SavingPause(self, self._keep_tuning)
        self._restore()
        canvas.compare_changed.connect(self._keep_mode)
        canvas.tuning_changed.connect(lambda tuning: self._later.start())
        settings.changed.connect(self._on_setting)

    def _restore(self) -> None:
        canvas, settings = self._canvas, self._settings
        canvas.set_calm(bool(settings.get("reduce_motion")))
        canvas.tuning = Tuning(
            settings.integer("onion_opacity"),
            settings.number("blink_rate"),
            settings.integer("difference_gain"),
            settings.integer("difference_threshold"),
        )
        across = bool(settings.get("compare_across"))
        canvas.orientation = Qt.Orientation.Horizontal if across else Qt.Orientation.Vertical
        canvas.compare_mode = CompareMode(settings.text("compare_mode"))

    def _keep_mode(self) -> None:
        self._settings.set("compare_mode", self._canvas.compare_mode.value)
        self._settings.set("compare_across", self._canvas.orientation is Qt.Orientation.Horizontal)

    def _keep_tuning(self) -> None:
        tuning = self._canvas.tuning
        self._settings.set("onion_opacity", tuning.opacity)
        self._settings.set("blink_rate", tuning.rate)
        self._settings.set("difference_gain", tuning.gain)
        self._settings.set("difference_threshold", tuning.threshold)

    def _on_setting(self, name: str) -> None:
        if name == "reduce_motion":
            self._canvas.set_calm(bool(self._settings.get(name)))
