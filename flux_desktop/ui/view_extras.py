"""What helps to look closely at the canvas, switched on and off as the settings say: from menu, keys and settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from flux_desktop.core.settings import Settings
    from flux_desktop.ui.canvas import Canvas

__all__ = ["VIEW_EXTRAS", "ViewExtras"]

VIEW_EXTRAS = ("pixel_grid", "info_line", "navigator")
"""Their names as settings, as commands, and as attributes of the canvas's extras."""


class ViewExtras(QObject):
    """Keeps `canvas` at what `settings` say of its extras."""

    def __init__(self, canvas: Canvas, settings: Settings) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._settings = settings
        for name in VIEW_EXTRAS:
            self._follow(name)
        settings.changed.connect(self._follow)

    def commands(self) -> dict[str, Callable[[], object]]:
        return {name: partial(self._toggle, name) for name in VIEW_EXTRAS}

    def tick(self, actions: Mapping[str, QAction]) -> None:
        """Show in the menu which are on."""
        for name in VIEW_EXTRAS:
            actions[name].setChecked(bool(self._settings.get(name)))

    def _toggle(self, name: str) -> None:
        self._settings.set(name, not self._settings.get(name))

    def _follow(self, name: str) -> None:
        if name in VIEW_EXTRAS:
            setattr(self._canvas.extras, name, bool(self._settings.get(name)))
