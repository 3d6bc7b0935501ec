"""A program that keeps the same few pictures again and again: `python -m tests.store.keepers FOLDER ROUNDS`.

Each round puts a node of one of them into the library; a line on standard output says so. With `hold` in place of
ROUNDS it is always about to write one, until its standard input is closed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from flux_desktop.store.assets import AssetStore
from flux_desktop.store.library import Library
from tests.store.examples import node

__all__ = ["PICTURES", "library_of"]

PICTURES = tuple(f"picture {number}".encode() for number in range(3))


def library_of(folder: Path) -> tuple[Library, AssetStore]:
    return Library(folder / "library.sqlite"), AssetStore(folder / "assets", folder / "thumbnails")


def keep(folder: Path, rounds: int) -> None:
    library, assets = library_of(folder)
    for number in range(rounds):
        with assets.keeping():
            asset = assets.keep(PICTURES[number % len(PICTURES)])
            library.add_node(node(f"{os.getpid()}.{number}", asset=asset))
        _say(f"kept {number}")
    library.close()


def hold(folder: Path) -> None:
    _, assets = library_of(folder)
    with assets.keeping():
        _say("holding")
        sys.stdin.read()


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[2] == "hold":
        hold(Path(sys.argv[1]))
    else:
        keep(Path(sys.argv[1]), int(sys.argv[2]))
