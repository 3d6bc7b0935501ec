"""`python3 packaging/release/checksums.py FOLDER`: writes SHA256SUMS for all files in it, in the form of sha256sum."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

__all__ = ["NAME", "checksums", "main"]

NAME = "SHA256SUMS"


def main(words: Sequence[str]) -> int:
    """Write the file; returns the exit code."""
    if len(words) != 1 or not Path(words[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(words[0])
    (folder / NAME).write_text(checksums(folder), encoding="utf-8", newline="\n")
    return 0


def checksums(folder: Path) -> str:
    """A line a file of `folder`, but for the list itself; ValueError if there is none."""
    files = [path for path in sorted(folder.iterdir()) if path.is_file() and path.name != NAME]
    if not files:
        raise ValueError(f"There is no file in {folder}.")
    return "".join(f"{_digest(path)}  {path.name}\n" for path in files)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
