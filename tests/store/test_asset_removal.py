"""Files are removed for good only where nothing needs them, whatever another process is doing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from flux_desktop.store import assets as module
from flux_desktop.store.assets import AssetStore
from flux_desktop.store.library import Library
from tests.store.examples import node
from tests.store.keepers import PICTURES, library_of

ROOT = Path(__file__).parents[2]


@pytest.fixture
def assets(tmp_path: Path) -> AssetStore:
    return AssetStore(tmp_path / "assets", tmp_path / "thumbnails")


def keeper(folder: Path, rounds: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.keepers", str(folder), rounds],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def lacking(library: Library, assets: AssetStore) -> list[str]:
    """What nodes need and is not there."""
    return assets.missing(library.needed_assets())


def empty(library: Library, assets: AssetStore) -> list[str]:
    """Delete every result, and drop them with their files."""
    library.trash(library.result_ids(), 1.0)
    return assets.remove(library.purge(library.trashed_ids()), library.needed_assets)


def test_a_file_goes_with_its_thumbnail(assets: AssetStore) -> None:
    name, other = assets.keep(b"pixels"), assets.keep(b"others")
    assets.keep_thumbnail(name, b"small")
    assert assets.size(name) == 11
    assert assets.totals() == (12, 5)
    assert assets.remove([name, other], lambda: {other}) == [name]
    assert (assets.has(name), assets.thumbnail(name), assets.has(other)) == (False, None, True)
    assert assets.remove([name], set) == [name]
    assert assets.size(name) == 0


def test_what_is_needed_is_asked_when_nobody_keeps_anything(assets: AssetStore) -> None:
    """A row that was written since the caller made its list counts."""
    name = assets.keep(b"pixels")
    needed: set[str] = set()

    def ask() -> set[str]:
        return needed

    with assets.keeping(), assets.keeping():
        needed.add(name)
    assert assets.remove([name], ask) == []
    assert assets.has(name)


def test_another_process_that_is_about_to_write_a_row_is_waited_for(
    tmp_path: Path, assets: AssetStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = assets.keep(b"pixels")
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    with keeper(tmp_path, "hold") as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "holding\n"
        assert assets.remove([name], set) == []
        assert assets.has(name)
        other.stdin.close()
        other.wait()
    assert assets.remove([name], set) == [name]


def test_nothing_that_a_node_needs_is_ever_removed(tmp_path: Path) -> None:
    """Two processes keep the same pictures while this one deletes and empties as fast as it can."""
    library, assets = library_of(tmp_path)
    for data in PICTURES:
        library.add_node(node(data.decode(), asset=assets.keep(data)))
    others = [keeper(tmp_path, "60") for _ in range(2)]
    removed = 0
    while any(other.poll() is None for other in others):
        removed += len(empty(library, assets))
        assert lacking(library, assets) == []
    for other in others:
        out, _ = other.communicate()
        assert (other.returncode, out.count("kept")) == (0, 60)
    assert lacking(library, assets) == []
    assert removed > len(PICTURES), "they were made again and removed again"
    empty(library, assets)
    assert list((tmp_path / "assets").glob("??/*")) == []
    library.close()
