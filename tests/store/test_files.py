"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from flux_desktop.store.files import file_problem, in_pieces, write_atomically

FILL_UP = """
import resource, sys
from pathlib import Path
from flux_desktop.store.files import write_atomically
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_atomically(Path(sys.argv[1]), bytes(2000))
except OSError as error:
    print(error.errno)
"""


@pytest.mark.parametrize("durable", [True, False])
def test_new_bytes_take_the_place_of_the_old(tmp_path: Path, durable: bool) -> None:
    path = tmp_path / "kept.json"
    write_atomically(path, b"old", durable=durable)
    write_atomically(path, b"new", durable=durable)
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_what_fails_in_the_middle_of_its_pieces_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    write_atomically(path, iter([b"a", b"b"]))
    with pytest.raises(ZeroDivisionError):
        write_atomically(path, (b"%d" % (1 // rest) for rest in (1, 0)))
    assert path.read_bytes() == b"ab"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
@pytest.mark.parametrize("mode", [0o600, 0o444])
def test_the_file_has_the_rights_it_was_given(tmp_path: Path, mode: int) -> None:
    write_atomically(tmp_path / "kept", b"data", mode=mode)
    assert (tmp_path / "kept").stat().st_mode & 0o777 == mode


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no limit on the size of a file")
def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"old")
    told = subprocess.run([sys.executable, "-c", FILL_UP, str(path)], capture_output=True, text=True, check=True)
    assert told.stdout.split() == [str(errno.EFBIG)]
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.ENOSPC, "It cannot be kept: the disk is full."),
        (errno.EROFS, "It cannot be kept: this user may not write there."),
        (errno.EACCES, "It cannot be kept: this user may not write there."),
        (errno.EIO, f"It cannot be kept: {os.strerror(errno.EIO)}."),
    ],
)
def test_what_the_system_says_becomes_a_sentence(code: int, sentence: str) -> None:
    told = file_problem(OSError(code, os.strerror(code)), "It cannot be kept")
    assert told.title == sentence
    assert told.hint


@pytest.mark.parametrize("kind", [bytes, memoryview])
def test_pieces_are_small_and_all_of_it(kind: type) -> None:
    data = bytes(range(256)) * 10_000
    pieces = list(in_pieces(kind(data)))
    assert b"".join(pieces) == data
    assert 0 < max(map(len, pieces)) <= 2**20
