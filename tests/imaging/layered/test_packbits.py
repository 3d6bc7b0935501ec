"""PackBits: whatever is packed comes back, row by row, and what repeats gets small."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.imaging.layered.packbits import NOTHING, Bytes, packed


def unpacked(data: bytes) -> bytes:
    """The plain reading of the specification."""
    result, at = b"", 0
    while at < len(data):
        head, at = data[at], at + 1
        if head < 128:
            result, at = result + data[at : at + head + 1], at + head + 1
        elif head > 128:
            result, at = result + data[at : at + 1] * (257 - head), at + 1
    return result


def rows_of(values: list[int], width: int) -> Bytes:
    return np.array(values[: len(values) // width * width], np.uint8).reshape(-1, width)


def unpacked_rows(rows: Bytes) -> list[bytes]:
    data, counts = packed(rows)
    ends = np.cumsum(counts)
    assert ends[-1] == len(data)
    return [unpacked(data[end - count : end]) for end, count in zip(ends, counts, strict=True)]


VALUES = st.lists(
    st.tuples(st.integers(0, 3) | st.integers(0, 255), st.integers(1, 5) | st.integers(120, 270)), min_size=1
).map(lambda runs: [value for value, count in runs for _ in range(count)])


@given(VALUES, st.integers(1, 300))
def test_every_row_comes_back(values: list[int], width: int) -> None:
    rows = rows_of(values, min(width, len(values)))
    assert unpacked_rows(rows) == [row.tobytes() for row in rows]


@given(VALUES)
def test_it_grows_by_no_more_than_one_byte_in_128(values: list[int]) -> None:
    rows = rows_of(values, len(values))
    assert len(packed(rows)[0]) <= len(values) + -(-len(values) // 128)


@pytest.mark.parametrize(
    ("row", "data"),
    [
        (b"a", b"\0a"),
        (b"ab", b"\1ab"),
        (b"aaa", b"\xfea"),
        (b"a" * 128, b"\x81a"),
        (b"a" * 129, b"\x81a\0a"),
        (b"a" * 130, b"\x81a\xffa"),
        (b"abbbccc", b"\0a\xfeb\xfec"),
        # The example of the Technical Note.
        (
            bytes.fromhex("aaaaaa80002aaaaaaaaa80002a22aaaaaaaaaaaaaaaaaaaa"),
            bytes.fromhex("feaa0280002afdaa0380002a22f7aa"),
        ),
    ],
)
def test_it_packs_as_others_do(row: bytes, data: bytes) -> None:
    assert packed(np.frombuffer(row, np.uint8).reshape(1, -1))[0] == data


def test_a_byte_of_nothing_means_nothing() -> None:
    assert unpacked(b"\0a" + NOTHING) == b"a"
