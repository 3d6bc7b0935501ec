"""Large files put together, piece by piece."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.imaging.joining import joined


@given(st.lists(st.binary(max_size=40)))
def test_all_parts_one_behind_the_other(parts: list[bytes]) -> None:
    assert joined(parts) == b"".join(parts)
    assert joined(memoryview(part) for part in parts) == b"".join(parts)


def test_a_part_of_many_pieces() -> None:
    part = bytes(range(256)) * 10_000
    assert joined([b"a", part, b"z"]) == b"a" + part + b"z"
