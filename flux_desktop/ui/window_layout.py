"""Size, place and panels of the window, as text for the settings."""

from __future__ import annotations

import base64
import binascii
import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, Qt

from flux_desktop.ui.canvas import CompareMode

if TYPE_CHECKING:
    from flux_desktop.ui.main_window import MainWindow

__all__ = ["layout_text", "restore_layout"]


def layout_text(window: MainWindow) -> str:
    """What `restore_layout` brings back."""
    kept = {
        "geometry": _encoded(window.saveGeometry()),
        "columns": _encoded(window.columns.saveState()),
        "history": not window.history.isHidden(),
        "sidebar": not window.side.isHidden(),
        "compare": window.canvas.compare_mode.value,
        "turned": window.canvas.orientation is Qt.Orientation.Vertical,
    }
    return json.dumps(kept)


def restore_layout(window: MainWindow, text: str) -> None:
    """Give `window` the layout of an earlier run. Text that is none is passed over: a new window has one, too."""
    try:
        kept = json.loads(text) if text else {}
        assert isinstance(kept, dict)
        _restore(window, kept)
    except (ValueError, TypeError, AssertionError, binascii.Error):
        return


def _restore(window: MainWindow, kept: dict[str, Any]) -> None:
    # A place on a screen that is gone is mended by Qt; a damaged value is refused and leaves the window as it is.
    window.restoreGeometry(_decoded(kept.get("geometry", "")))
    window.columns.restoreState(_decoded(kept.get("columns", "")))
    window.history.setVisible(kept.get("history") is not False)
    window.side.setVisible(kept.get("sidebar") is not False)
    window.canvas.compare_mode = CompareMode(kept.get("compare", "single"))
    if kept.get("turned") is True:
        window.canvas.orientation = Qt.Orientation.Vertical


def _encoded(data: QByteArray) -> str:
    return base64.b64encode(bytes(data.data())).decode("ascii")


def _decoded(text: str) -> QByteArray:
    return QByteArray(base64.b64decode(text, validate=True))
