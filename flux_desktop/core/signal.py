"""How a lower layer tells a higher one that something happened, without knowing who listens."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Generic, TypeVarTuple

__all__ = ["Signal"]

Args = TypeVarTuple("Args")
log = logging.getLogger(__name__)


class Signal(Generic[*Args]):
    """Calls every connected slot, in the order of connection, in the thread that emits.

    A slot that fails is logged and the others are still called: one broken panel must not stop a paid edit.
    """

    def __init__(self) -> None:
        self._slots: list[Callable[[*Args], object]] = []

    def connect(self, slot: Callable[[*Args], object]) -> None:
        self._slots.append(slot)

    def disconnect(self, slot: Callable[[*Args], object]) -> None:
        """Forget `slot`; ValueError if it is not connected."""
        self._slots.remove(slot)

    def emit(self, *args: *Args) -> None:
        for slot in tuple(self._slots):
            try:
                slot(*args)
            except Exception:
                log.exception("a listener failed: %r", slot)
