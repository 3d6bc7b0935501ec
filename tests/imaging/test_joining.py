"""Large files put together, piece by piece."""

from __future__ import annotations

import os
from io import FileIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.imaging.joining import joined, read_whole


@given(st.lists(st.binary(max_size=40)))
def test_all_parts_one_behind_the_other(parts: list[bytes]) -> None:
    assert joined(parts) == b"".join(parts)
    assert joined(memoryview(part) for part in parts) == b"".join(parts)


def test_a_part_of_many_pieces() -> None:
    part = bytes(range(256)) * 10_000
    assert joined([b"a", part, b"z"]) == b"a" + part + b"z"


@pytest.mark.parametrize("size", [0, 5, 2**20, 3 * 2**20 + 7])
def test_a_file_is_read_whole_wherever_one_stands_in_it(size: int, tmp_path: Path) -> None:
    path = tmp_path / "file"
    content = bytes(range(256)) * (size // 256) + bytes(size % 256)
    path.write_bytes(content)
    with path.open("rb", buffering=0) as file:
        file.read(3)
        assert read_whole(file) == content


class Growing(FileIO):
    """Goes on as soon as it is begun to be read."""

    def readinto(self, buffer: Any) -> int | None:
        done = super().readinto(buffer)
        with open(self.name, "ab") as other:
            other.write(b"more")
        return done


class Shrinking(FileIO):
    """Is cut off as soon as it is begun to be read."""

    def readinto(self, buffer: Any) -> int | None:
        done = super().readinto(buffer)
        os.truncate(self.name, 1000)
        return done


def test_a_file_that_changes_meanwhile_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"a" * 2**20)
    with Growing(path) as file:
        assert read_whole(file) == b"a" * 2**20 + b"more"
    path.write_bytes(b"a" * 2**21)
    with Shrinking(path) as file:
        assert read_whole(file) == b"a" * 2**20
