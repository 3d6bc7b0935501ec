"""What became of a job's pictures when they were uploaded: several orders of one job need one upload."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from flux_desktop.core.edit import EncodedImage, Report

__all__ = ["Uploads"]

T = TypeVar("T")


class Uploads(Generic[T]):
    """A memory for one provider. A job is known by its report, and forgotten when that is gone."""

    def __init__(self) -> None:
        self._known: WeakKeyDictionary[Report, tuple[tuple[int, ...], T]] = WeakKeyDictionary()

    async def once(self, report: Report, pictures: Sequence[EncodedImage], upload: Callable[[], Awaitable[T]]) -> T:
        """What `upload` gave for these pictures of the job; it runs if there is nothing yet, or for other pictures."""
        hashes = await asyncio.to_thread(lambda: tuple(hash(picture.data) for picture in pictures))
        known = self._known.get(report)
        if known is None or known[0] != hashes:
            known = hashes, await upload()
            self._known[report] = known
        return known[1]

    def forget(self, report: Report) -> T | None:
        """Upload anew for the next order of the job, e.g. because what was uploaded may be gone; what that was."""
        known = self._known.pop(report, None)
        return known[1] if known else None
