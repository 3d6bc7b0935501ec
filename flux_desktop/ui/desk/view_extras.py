"""What helps to look closely at the canvas, switched on and off as the settings say: from menu, keys and settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flux_desktop.ui.canvas.info_line import InfoLine
from flux_desktop.ui.desk.exact_values import ExactValues

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from flux_desktop.core.settings import Settings
    from flux_desktop.services.session import Session
    from flux_desktop.ui.canvas import Canvas

__all__ = ["VIEW_EXTRAS", "ViewExtras"]

VIEW_EXTRAS = ("pixel_grid", "info_line", "navigator")
"""Their names as settings, as commands, and as attributes of the canvas's extras."""


class ViewExtras(QObject):
    """Keeps the extras of `canvas` at what the settings of `session` say of them, and at the display in use."""

    def __init__(self, canvas: Canvas, session: Session) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._session = session
        self._settings = session.settings
        for name in VIEW_EXTRAS:
            self._follow(name)
        self._settings.changed.connect(self._follow)
        canvas.picture_shown.connect(self._ask_for_display)
        if (info := canvas.findChild(InfoLine)) is not None:
            ExactValues(canvas, info, session)

    def commands(self) -> dict[str, Callable[[], object]]:
        return {name: partial(self._toggle, name) for name in VIEW_EXTRAS}

    def tick(self, actions: Mapping[str, QAction]) -> None:
        """Show in the menu which are on."""
        for name in VIEW_EXTRAS:
            actions[name].setChecked(bool(self._settings.get(name)))

    def _ask_for_display(self, id: str) -> None:
        """Pictures are shown in the colours of the display at the time when they come."""
        if not id:  # also the canvas of a window that has come to its end
            return
        from flux_desktop.ui.canvas.display_colour import screen_number

        settings, screen = self._settings, screen_number(self._canvas)
        self._session.in_background(lambda: _display(settings, screen), self._canvas.extras.set_display)

    def _toggle(self, name: str) -> None:
        self._settings.set(name, not self._settings.get(name))

    def _follow(self, name: str) -> None:
        if name in VIEW_EXTRAS:
            setattr(self._canvas.extras, name, bool(self._settings.get(name)))


def _display(settings: Settings, screen: int) -> bytes:
    """The profile of the display if pictures are converted for it. Slow: for a thread."""
    from flux_desktop.imaging.colour_display import as_it_is, converter
    from flux_desktop.ui.canvas.display_colour import profile_of_display

    profile = profile_of_display(settings, screen)
    return b"" if converter(profile) is as_it_is else profile
