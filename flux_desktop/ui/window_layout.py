"""Size, place and panels of the window, as text for the settings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray

if TYPE_CHECKING:
    from flux_desktop.ui.main_window import MainWindow

__all__ = ["layout_text", "restore_frame"]


def layout_text(window: MainWindow) -> str:
    """What `restore_frame` brings back."""
    kept = {
        "geometry": _encoded(window.saveGeometry()),
        "columns": _encoded(window.columns.saveState()),
        "history": not window.history.isHidden(),
        "sidebar": not window.side.isHidden(),
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
