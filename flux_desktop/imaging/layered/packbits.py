"""PackBits, the run-length code of PSD, for whole strips of rows at a time.

A row is a chain of pieces. `n` from 0 to 127 is followed by n + 1 bytes as they are; 257 - n, from 129 to 255, by one
byte that stands for n. 128 means nothing. Source: Adobe's Technical Note 1023, and the TIFF 6.0 specification.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["NOTHING", "packed"]

NOTHING = b"\x80"
"""A byte without meaning, for those who want an even number of them."""

MOST = 128
"""Bytes that a piece can stand for."""

Bytes = NDArray[np.uint8]
Flags = NDArray[np.bool_]
Numbers = NDArray[np.intp]


def packed(rows: Bytes) -> tuple[bytes, Numbers]:
    """`rows` (height, width), neither of them 0, packed, and how many bytes each row has become."""
    height, width = rows.shape
    flat = rows.reshape(-1)
    in_run, starts = _pieces(flat, width)
    at, lengths = _short_enough(np.flatnonzero(starts), flat.size)
    runs = in_run[at]
    sizes = np.where(runs, 2, lengths + 1)
    heads = np.cumsum(sizes) - sizes
    result: Bytes = np.empty(int(sizes.sum()), np.uint8)
    as_they_are = np.ones(result.size, bool)
    as_they_are[heads] = False
    as_they_are[heads[runs] + 1] = False
    result[heads] = np.where(runs, 257 - lengths, lengths - 1)
    result[heads[runs] + 1] = flat[at[runs]]
    result[as_they_are] = flat[~in_run]
    first = np.searchsorted(at, np.arange(height) * width)
    return result.tobytes(), np.add.reduceat(sizes, first)


def _pieces(flat: Bytes, width: int) -> tuple[Flags, Flags]:
    """For each byte whether it belongs to a run, three equal ones or more in a row, and whether a piece begins here."""
    same: Flags = np.zeros(flat.size, bool)
    np.equal(flat[1:], flat[:-1], out=same[1:])
    same[::width] = False
    third: Flags = np.zeros(flat.size, bool)
    np.logical_and(same[1:], same[:-1], out=third[1:])
    in_run = third.copy()
    in_run[:-1] |= third[1:]
    in_run[:-2] |= third[2:]
    starts = in_run & ~same
    starts[1:] |= in_run[1:] != in_run[:-1]
    starts[::width] = True
    return in_run, starts


def _short_enough(at: Numbers, end: int) -> tuple[Numbers, Numbers]:
    """Where pieces begin and how long they are, the long ones cut up. A run's rest of one is 0: one byte as it is."""
    lengths = np.diff(at, append=end)
    parts = (lengths + MOST - 1) // MOST
    piece = np.repeat(np.arange(at.size), parts)
    done = (np.arange(piece.size) - np.repeat(np.cumsum(parts) - parts, parts)) * MOST
    return at[piece] + done, np.minimum(lengths[piece] - done, MOST)
