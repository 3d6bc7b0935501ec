"""Big pictures that have just come: what is in memory is seen far sooner than what is read from their files again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

    from flux_desktop.imaging.master import Master

__all__ = ["FIRST_VIEW", "Fresh"]

FIRST_VIEW = 1600
"""Longer side of the first view of a big picture, at least, in pixels."""
VIEWS = 4
"""As many results as one run usually makes; a view has about 10 MB."""
LARGEST = 512_000_000
"""Bytes of pixels that are held at most: those of 100 megapixels have 300 MB."""
HELD = 10.0
"""Seconds after which nobody is going to look at them."""


class Fresh:
    """The first views of the pictures that came last, and the pixels of the very last, each until they are looked at.

    For all threads. Pictures go by the names of their assets.
    """

    def __init__(self) -> None:
        self._views: OrderedDict[str, Image] = OrderedDict()
        self._pixels: tuple[str, Master | None] = ("", None)
        self._end: threading.Timer | None = None
        self._lock = threading.Lock()

    def keep(self, asset: str, view: Image, pixels: Master | None = None) -> None:
        """`view` shows all of the picture, smaller than it is; `pixels` are as large."""
        with self._lock:
            self._views[asset] = view
            self._views.move_to_end(asset)
            while len(self._views) > VIEWS:
                self._views.popitem(last=False)
        if pixels is not None and pixels.pixels.nbytes <= LARGEST:
            self._hold(asset, pixels)

    def view(self, asset: str, side: int) -> Image | None:
        """The first view, which is kept no longer; None where there is none whose longer side has `side` pixels."""
        with self._lock:
            view = self._views.get(asset)
            return self._views.pop(asset) if view is not None and max(view.size) >= side else None

    def pixels(self, asset: str) -> Master | None:
        """The pixels, which are held no longer; None where there are none."""
        with self._lock:
            name, pixels = self._pixels
            if name != asset:
                return None
            self._pixels = "", None
        if self._end is not None:
            self._end.cancel()
        return pixels

    def _hold(self, asset: str, pixels: Master) -> None:
        if self._end is not None:
            self._end.cancel()
        with self._lock:
            self._pixels = asset, pixels
        self._end = threading.Timer(HELD, self.pixels, [asset])
        self._end.daemon = True
        self._end.start()
