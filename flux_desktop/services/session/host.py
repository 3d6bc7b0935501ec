"""What a region needs of the session that it belongs to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from flux_desktop.services.undo import Take

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.core.region import Crop
    from flux_desktop.core.settings import Settings
    from flux_desktop.core.signal import Signal
    from flux_desktop.services.export import Exporter
    from flux_desktop.services.pictures import Pictures

__all__ = ["RegionHost"]

T = TypeVar("T")


class RegionHost(Protocol):
    """Part of what every session is: the selection knows no more of it."""

    pictures: Pictures
    settings: Settings
    exporter: Exporter
    notified: Signal[str]
    source: HistoryNode | None
    mask: str | None
    crop: Crop | None

    def in_background(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        on_error: Callable[[FluxError], object] | None = None,
    ) -> None: ...

    def run(
        self,
        work: Awaitable[T],
        then: Callable[[T], object] = ...,
        on_error: Callable[[FluxError], object] | None = None,
    ) -> None: ...

    def tell_region(self, mask: str | None, crop: Crop | None) -> None: ...

    def undoable(self, words: str, act: Callable[[], object], *takes: Take) -> None: ...
