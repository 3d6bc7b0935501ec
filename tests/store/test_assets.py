"""Image bytes come back as they were, or the user is told."""

from __future__ import annotations

import hashlib
import os
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flux_desktop.core.errors import FileProblem
from flux_desktop.store.assets import AssetStore

NAME = hashlib.sha256(b"pixels").hexdigest()


@pytest.fixture
def assets(tmp_path: Path) -> AssetStore:
    return AssetStore(tmp_path / "assets", tmp_path / "thumbnails")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.binary(max_size=2000), max_size=4))
def test_bytes_come_back(pictures: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assets = AssetStore(Path(folder) / "assets", Path(folder) / "thumbnails")
        names = [assets.keep(data) for data in pictures]
        assert [assets.load(name) for name in names] == pictures
        assert len(set(names)) == len(set(pictures))
        assert assets.missing(names) == []


def test_a_name_is_the_hash_and_the_file_is_read_only(assets: AssetStore, tmp_path: Path) -> None:
    assert assets.keep(b"pixels") == NAME
    path = tmp_path / "assets" / NAME[:2] / NAME
    assert assets.path(NAME) == path
    assert path.read_bytes() == b"pixels"
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o444
        assert path.parent.stat().st_mode & 0o777 == 0o700


def test_what_is_there_is_not_written_again(assets: AssetStore) -> None:
    before = assets.path(assets.keep(b"pixels")).stat()
    assets.keep(b"pixels")
    after = assets.path(NAME).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_file_that_was_cut_short_is_written_again(assets: AssetStore) -> None:
    path = assets.path(assets.keep(b"pixels"))
    path.chmod(0o600)
    path.write_bytes(b"pix")
    assets.keep(b"pixels")
    assert assets.load(NAME) == b"pixels"


def test_missing_and_damaged_are_named(assets: AssetStore) -> None:
    with pytest.raises(FileProblem, match=f"missing: {NAME[:12]}"):
        assets.load(NAME)
    path = assets.path(assets.keep(b"pixels"))
    path.chmod(0o600)
    path.write_bytes(b"pixelz")
    with pytest.raises(FileProblem, match=f"damaged: {NAME[:12]}") as told:
        assets.load(NAME)
    assert str(path) in told.value.hint
    other = "0" * 64
    assert assets.missing([other, NAME, other]) == [other, other]
    assert (assets.has(NAME), assets.has(other)) == (True, False)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "a" * 63, "A" * 64, "a" * 64 + "\n", "/" + "a" * 63])
def test_only_hashes_are_names(assets: AssetStore, name: str) -> None:
    for use in (assets.load, assets.path, assets.has, assets.thumbnail):
        with pytest.raises(FileProblem, match="no valid name"):
            use(name)
    with pytest.raises(FileProblem, match="no valid name"):
        assets.keep_thumbnail(name, b"small")


def test_thumbnails_are_kept_beside(assets: AssetStore, tmp_path: Path) -> None:
    assert assets.thumbnail(NAME) is None
    assets.keep_thumbnail(NAME, b"small")
    assets.keep_thumbnail(NAME, b"smaller")
    assert assets.thumbnail(NAME) == b"smaller"
    assert not assets.has(NAME)
    assert (tmp_path / "thumbnails" / NAME[:2] / NAME).read_bytes() == b"smaller"


def test_total_counts_both(assets: AssetStore) -> None:
    assert assets.total() == 0
    assets.keep(b"pixels")
    assets.keep(b"more pixels")
    assets.keep_thumbnail(NAME, b"small")
    assert assets.total() == 6 + 11 + 5


def test_what_a_killed_process_left_is_removed_after_a_day(assets: AssetStore) -> None:
    folder = assets.path(assets.keep(b"pixels")).parent
    old, young = (folder / f".{NAME}.{mark * 12}.tmp" for mark in "01")
    for draft in (old, young):
        draft.write_bytes(b"pix")
    os.utime(old, (1, 1))
    assets.path(NAME).chmod(0o600)  # Windows removes nothing that is only to be read
    assets.path(NAME).unlink()
    assets.keep(b"pixels")
    assert {file.name for file in folder.iterdir()} == {NAME, young.name}


def test_threads_that_keep_the_same_do_not_disturb_one_another(tmp_path: Path) -> None:
    """What one of them has just finished is no draft any more when another looks for drafts."""
    threads, together = 4, threading.Barrier(4)
    stores = [AssetStore(tmp_path / str(index), tmp_path / "thumbnails") for index in range(150)]

    def keep_everywhere() -> list[str]:
        names = []
        for store in stores:
            together.wait(20)
            names.append(store.keep(b"pixels"))
        return names

    with ThreadPoolExecutor(threads) as pool:
        kept = [future.result(60) for future in [pool.submit(keep_everywhere) for _ in range(threads)]]
    assert kept == threads * [len(stores) * [NAME]]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assets = AssetStore(tmp_path / "file", tmp_path / "file")
    with pytest.raises(FileProblem, match="The picture cannot be kept"):
        assets.keep(b"pixels")
    with pytest.raises(FileProblem, match="The thumbnail cannot be kept"):
        assets.keep_thumbnail(NAME, b"small")
    with pytest.raises(FileProblem, match="is missing" if os.name == "nt" else "cannot be read"):
        assets.load(NAME)
    assert assets.thumbnail(NAME) is None
    assert assets.total() == 0
