"""Pictures in the colours of the display that shows them, where the system or the user says what it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from flux_desktop.core.settings import Settings

if TYPE_CHECKING:
    from flux_desktop.imaging.colour_display import Converter

__all__ = ["for_display", "profile_of_display", "screen_number"]

_LARGEST = 32 * 2**20
"""Bytes of a profile's file."""


def for_display(settings: Settings, screen: int = 0) -> Converter:
    """What makes of a strip of a picture, in sRGB, one in the colours of the screen `screen`; costs nothing for sRGB.

    Reads a file or asks the system: for a thread, once for each picture. The settings are read each time.
    """
    from flux_desktop.imaging.colour_display import converter

    return converter(profile_of_display(settings, screen))


def profile_of_display(settings: Settings, screen: int = 0) -> bytes:
    """The profile that the settings choose for the screen; b"" for sRGB, and where nothing is known of it.

    X11 tells it, for every desktop, and Windows does. Elsewhere the system converts by itself (macOS, Wayland), or a
    file can be chosen.
    """
    chosen = settings.text("display_profile")
    if chosen == "file":
        return _of_file(settings.text("display_profile_file"))
    return _of_system(screen) if chosen == "system" else b""


def screen_number(widget: QWidget) -> int:
    """The number of the screen that `widget` is on: for the thread of the window."""
    screens = QGuiApplication.screens()
    return screens.index(widget.screen()) if widget.screen() in screens else 0


def _of_system(screen: int) -> bytes:
    platform = QGuiApplication.platformName()
    if platform == "xcb":
        from flux_desktop.ui.canvas.x11_profile import profile_of_monitor

        return profile_of_monitor(screen)
    if platform == "windows":
        from flux_desktop.ui.canvas.windows_profile import profile_file_at

        screens = QGuiApplication.screens()
        corner = screens[screen].geometry().topLeft() if screen < len(screens) else QPoint()  # not scaled, as sizes are
        return _of_file(profile_file_at(corner.x(), corner.y()))
    return b""


def _of_file(name: str) -> bytes:
    """b"" if it cannot be read: a picture is shown all the same."""
    path = Path(name).expanduser()
    try:
        return path.read_bytes() if path.is_file() and path.stat().st_size <= _LARGEST else b""
    except OSError:
        return b""
