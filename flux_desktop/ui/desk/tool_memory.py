"""What the tools were told last, which is what they are told at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flux_desktop.ui.parts.saving_pause import SavingPause

if TYPE_CHECKING:
    from flux_desktop.core.settings import Settings
    from flux_desktop.ui.canvas.tool_adjust import AdjustPopup
    from flux_desktop.ui.canvas.tools import Toolbox

__all__ = ["ToolMemory"]


class ToolMemory(QObject):
    """Brings `tools` and the numbers of `adjust` to what `settings` say, and keeps there what the user changes."""

    def __init__(self, tools: Toolbox, adjust: AdjustPopup, settings: Settings) -> None:
        super().__init__(tools)
        self._tools = tools
        self._adjust = adjust
        self._settings = settings
        self._later = SavingPause(self, self._keep)
        self._restore()
        tools.changed.connect(self._later.start)
        adjust.changed.connect(self._later.start)

    def _restore(self) -> None:
        tools, settings = self._tools, self._settings
        tools.set_brush(settings.integer("brush_size"), settings.integer("brush_hardness"))
        tools.set_wand(settings.integer("wand_tolerance"), bool(settings.get("wand_contiguous")))
        self._adjust.set_pixels(settings.integer("grow_pixels"), settings.integer("feather_pixels"))

    def _keep(self) -> None:
        tools, settings = self._tools, self._settings
        settings.set("brush_size", round(tools.diameter))
        settings.set("brush_hardness", round(100 * tools.hardness))
        settings.set("wand_tolerance", tools.tolerance)
        settings.set("wand_contiguous", tools.contiguous)
        grow, feather = self._adjust.pixels
        settings.set("grow_pixels", grow)
        settings.set("feather_pixels", feather)
