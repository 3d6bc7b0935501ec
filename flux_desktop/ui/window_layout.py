"""Size, place and panels of the window, as text for the settings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray

if TYPE_CHECKING:
    from flux_desktop.ui.main_window import MainWindow

__all__ = ["layout_text", "restore_frame", "restore_panels"]


def layout_text(window: MainWindow) -> str:
    """What `restore_frame` and `restore_panels` bring back."""
    from PySide6.QtCore import Qt

    kept = {
        "geometry": _encoded(window.saveGeometry()),
        "columns": _encoded(window.columns.saveState()),
        "history": not window.history.isHidden(),
        "sidebar": not window.side.isHidden(),
        "compare": window.canvas.compare_mode.value,
        "turned": window.canvas.orientation is Qt.Orientation.Vertical,
    }
    return json.dumps(kept)


def restore_frame(window: MainWindow, text: str) -> None:
    """Give `window`, before its panels are there, size, place and columns of an earlier run.

    Text that is none is passed over: a new window has a layout, too.
    """
    kept = _kept(text)
    # A place on a screen that is gone is mended by Qt; a damaged value is refused and leaves the window as it is.
    window.restoreGeometry(_decoded(kept.get("geometry")))
    window.columns.restoreState(_decoded(kept.get("columns")))
    window.show_columns(kept.get("history") is not False, kept.get("sidebar") is not False)


def restore_panels(window: MainWindow, text: str) -> None:
    """Give the panels of `window` what they had in an earlier run; as `restore_frame`."""
    from PySide6.QtCore import Qt

    from flux_desktop.ui.canvas import CompareMode

    kept = _kept(text)
    if kept.get("compare") in tuple(CompareMode):
        window.canvas.compare_mode = CompareMode(kept["compare"])
    if kept.get("turned") is True:
        window.canvas.orientation = Qt.Orientation.Vertical


def _kept(text: str) -> dict[str, Any]:
    try:
        kept = json.loads(text) if text else {}
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}


def _encoded(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")


def _decoded(text: object) -> QByteArray:
    """The bytes, or none: Qt passes over what no base64 stands for."""
    return QByteArray.fromBase64(text.encode("ascii", "replace")) if isinstance(text, str) else QByteArray()
