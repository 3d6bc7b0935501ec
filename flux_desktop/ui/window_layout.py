"""Size, place and docks of the window, as text for the settings.

This is part of the first paint, and loads nothing of the docks themselves.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QByteArray

if TYPE_CHECKING:
    from flux_desktop.ui.docks import Docks
    from flux_desktop.ui.main_window import MainWindow

__all__ = ["Arrangement", "layout_text", "restore_frame"]

Around = tuple[int, int, int, int]
MOST_AROUND = 4000
"""Logical pixels: no dock is larger."""


class Arrangement(NamedTuple):
    """Where the docks are: `state` for Qt, which is none in a new window and after older versions of the program.

    `around` is what they take left, above, right and below of the canvas, in logical pixels: the canvas is painted
    before they are there. `off` are those that are hidden for a while only, all at once. With `queue_height` the queue
    keeps the height that the user gave it.
    """

    around: Around
    state: QByteArray | None = None
    widths: tuple[int, int] | None = None
    hidden: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    queue_height: bool = False

    def apply(self, docks: Docks) -> None:
        """Put `docks` there; a state that is none leaves them where they are."""
        if self.state is not None:
            docks.restore(self.state)
        if self.widths is not None:
            docks.widen(*self.widths)
        for name in self.hidden:
            docks.all[name].hide()
        docks.settle()
        docks.set_off(self.off)
        docks.queue_height.is_own = self.queue_height


def layout_text(window: MainWindow) -> str:
    """What `restore_frame` brings back."""
    docks = window.docks
    kept: dict[str, object] = {"geometry": _encoded(window.saveGeometry())}
    if docks is not None:
        kept |= {"docks": _encoded(docks.state()), "around": _around(window), "off": docks.off()}
        kept["queue_height"] = docks.queue_height.is_own
    return json.dumps(kept)


def restore_frame(window: MainWindow, text: str) -> None:
    """Give `window` size, place and docks of an earlier run, also before its panels are there.

    Text that is none is passed over: a new window has a layout, too.
    """
    kept = _kept(text)
    # A place on a screen that is gone is mended by Qt; a damaged value is refused and leaves the window as it is.
    window.restoreGeometry(_decoded(kept.get("geometry")))
    if "columns" in kept:
        window.arrange(_from_columns(kept))
    elif (around := _measures(kept.get("around"))) is not None:
        off = kept.get("off")
        names = tuple(name for name in off if isinstance(name, str)) if isinstance(off, list) else ()
        own = kept.get("queue_height") is True
        window.arrange(Arrangement(around, _decoded(kept.get("docks")), off=names, queue_height=own))


def _from_columns(kept: dict[str, Any]) -> Arrangement:
    """What the program kept while its panels were columns: their widths, and which were seen."""
    widths = _widths(bytes(_decoded(kept.get("columns")).data()))
    left, right = widths or (0, 0)
    hidden: tuple[str, ...] = () if kept.get("history") is not False else ("history",)
    if kept.get("sidebar") is False:
        hidden = (*hidden, "parameters", "queue")
    around = (0 if "history" in hidden else left + 1, 0, 0 if "queue" in hidden else right + 1, 0)
    return Arrangement(around, widths=widths, hidden=hidden)


def _widths(columns: bytes) -> tuple[int, int] | None:
    """Those of the outer ones of three columns, from the state of a `QSplitter`; None for what is none."""
    from struct import calcsize, unpack_from

    form = ">iiIiii"  # a mark, a version, how many, their widths
    if len(columns) < calcsize(form):
        return None
    _, _, count, left, _, right = unpack_from(form, columns)
    return (left, right) if count == 3 and 0 < left < MOST_AROUND and 0 < right < MOST_AROUND else None


def _around(window: MainWindow) -> Around:
    """What the docks take around the middle of `window`."""
    central = window.centralWidget()
    assert central is not None
    middle, above = central.geometry(), window.menuBar().height()
    right, below = window.width() - middle.right() - 1, window.height() - middle.bottom() - 1
    return (max(0, middle.x()), max(0, middle.y() - above), max(0, right), max(0, below))


def _measures(kept: object) -> Around | None:
    """Four lengths; None for what is none."""
    if not isinstance(kept, list) or len(kept) != 4:
        return None
    left, above, right, below = (int(one) if isinstance(one, int) else -1 for one in kept)
    around = (left, above, right, below)
    return around if all(0 <= one < MOST_AROUND for one in around) else None


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
