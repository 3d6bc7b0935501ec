"""Rows of pixels packed without loss on all cores, piece by piece: a picture is never held a second time."""

from __future__ import annotations

import os
import zlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

__all__ = ["PIECE", "compressed", "in_order"]

PIECE = 512 * 1024
"""Bytes that are compressed at a time. A fixed number, so that a picture gives the same file on every machine."""

_SAMPLE = 8 * 1024
_AHEAD = 4
"""Pieces for each core that may be ready and not yet taken."""

_Item = TypeVar("_Item")
_Done = TypeVar("_Done")


def compressed(piece: memoryview, end: int, window: int) -> bytes:
    """`piece` deflated, ended by zlib's flush `end`, under the header that zlib's `window` stands for.

    In a photograph nothing repeats: to look for repeats would take twice the time and save nothing.
    """
    middle = max(0, (len(piece) - _SAMPLE) // 2)
    sample = piece[middle : middle + _SAMPLE]
    repeats, plain = (
        len(_with_strategy(sample, zlib.Z_FINISH, window, how))
        for how in (zlib.Z_DEFAULT_STRATEGY, zlib.Z_HUFFMAN_ONLY)
    )
    return _with_strategy(
        piece, end, window, zlib.Z_DEFAULT_STRATEGY if repeats < plain * 0.95 else zlib.Z_HUFFMAN_ONLY
    )


def in_order(work: Callable[[_Item], _Done], items: Sequence[_Item]) -> Iterator[_Done]:
    """What `work` makes of each of `items`, side by side and in their order, few of them ahead of what is taken."""
    workers = min(len(items), os.cpu_count() or 1)
    with ThreadPoolExecutor(workers) as pool:
        waiting: deque[Future[_Done]] = deque()
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) > workers * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _with_strategy(data: memoryview, end: int, window: int, strategy: int) -> bytes:
    packer = zlib.compressobj(1, zlib.DEFLATED, window, zlib.DEF_MEM_LEVEL, strategy)
    return packer.compress(data) + packer.flush(end)
