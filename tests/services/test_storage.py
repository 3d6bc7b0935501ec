"""What the library takes of the disk; only unstarred trash goes by itself, oldest first."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from flux_desktop.core.edit import Recipe
from flux_desktop.core.history import HistoryNode, new_id
from flux_desktop.core.settings import Settings
from flux_desktop.services.session import Session
from flux_desktop.services.storage import GB, SPARED, Dropped, Storage, Usage, size_words
from flux_desktop.store.assets import AssetStore
from flux_desktop.store.library import Library
from tests.services.sessions import opened, submitted, until

pytestmark = pytest.mark.usefixtures("unmeasured")

LONG_AGO = time.time() - 10 * SPARED
SIZE = 1_000_000
INVERTED = Recipe("invert the colors", "offline", "offline-edit")


class Shelf:
    """A library with pictures of a megabyte each, and its storage."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.library = Library(folder / "library.sqlite")
        self.assets = AssetStore(folder / "assets", folder / "thumbnails")
        self.settings = Settings()
        self.storage = Storage(self.library, self.assets, self.settings)
        self._made = 0

    def add(self, parent: HistoryNode | None = None, asset: str = "", starred: bool = False) -> HistoryNode:
        self._made += 1
        kept = asset or self.assets.keep(self._made.to_bytes(4) * (SIZE // 4))
        id = new_id()
        node = HistoryNode(
            id, parent.root if parent else id, parent.id if parent else None, kept, "image/png", 8, 8, self._made,
            recipe=Recipe("sepia", "offline", "offline-edit"), starred=starred,
        )  # fmt: skip
        self.library.add_node(node)
        return node

    def trash(self, *nodes: HistoryNode, at: float = LONG_AGO) -> None:
        for place, node in enumerate(nodes):
            self.library.trash([node.id], at + place)

    def allow(self, pictures: float) -> None:
        """A budget for that many pictures, and for what else there is."""
        usage = self.storage.usage()
        self.settings.set("history_budget_gb", (usage.total - usage.pictures + pictures * SIZE) / GB)

    def close(self) -> None:
        self.library.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "shelf")


def named(nodes: list[HistoryNode], *numbers: int) -> tuple[str, ...]:
    return tuple(nodes[number].id for number in numbers)


def test_what_is_used_by_kind(shelf: Shelf) -> None:
    nodes = [shelf.add() for _ in range(3)]
    shelf.assets.keep_thumbnail(nodes[0].asset, b"x" * 500)
    shelf.trash(nodes[0], nodes[1])
    usage = shelf.storage.usage()
    assert (usage.pictures, usage.thumbnails) == (3 * SIZE, 500)
    assert usage.library >= shelf.library.path.stat().st_size
    assert usage.trash == Dropped(named(nodes, 0, 1), 2 * SIZE + 500)
    assert usage.would_drop == Dropped()
    assert (usage.budget, usage.excess) == (0, 0)
    assert Storage(shelf.library, AssetStore(Path("nowhere"), Path("nowhere")), shelf.settings).usage().pictures == 0
    shelf.close()


def test_the_oldest_goes_first_and_no_more_than_needed(shelf: Shelf) -> None:
    nodes = [shelf.add() for _ in range(5)]
    shelf.trash(nodes[3], nodes[1], nodes[0], nodes[2])
    shelf.allow(3.5)
    usage = shelf.storage.usage()
    assert usage.would_drop == Dropped(named(nodes, 3, 1), 2 * SIZE)
    assert usage.excess == 0
    assert shelf.storage.drop(usage.would_drop.nodes) == usage.would_drop
    assert shelf.storage.usage().would_drop == Dropped()
    assert [shelf.assets.has(node.asset) for node in nodes] == [True, False, True, False, True]
    shelf.close()


def test_nothing_else_ever_goes(shelf: Shelf) -> None:
    """Not what is starred, was deleted today or is wanted; nor anything that was not deleted."""
    nodes = [shelf.add(starred=number == 0) for number in range(5)]
    shelf.trash(*nodes[:2])
    shelf.trash(nodes[2], at=time.time())
    shelf.trash(nodes[3])
    shelf.allow(0)
    usage = shelf.storage.usage(spared=frozenset({nodes[1].id}))
    assert usage.would_drop.nodes == named(nodes, 3)
    assert usage.trash.nodes == named(nodes, 0, 3, 1, 2)
    assert usage.excess == pytest.approx(4 * SIZE, abs=8)
    shelf.close()


def test_what_grew_from_it_goes_before(shelf: Shelf) -> None:
    root = shelf.add()
    child = shelf.add(root)
    grandchild = shelf.add(child)
    living = shelf.add()
    shelf.add(living)
    shelf.trash(root, child, grandchild, living)
    usage = shelf.storage.usage()
    assert usage.trash.nodes == (grandchild.id, child.id, root.id)
    shelf.library.mark([child.id], starred=True)
    shelf.allow(0)
    assert shelf.storage.usage().would_drop.nodes == (grandchild.id,)
    assert shelf.storage.drop(usage.trash.nodes).nodes == usage.trash.nodes
    shelf.close()


def test_a_file_that_is_needed_elsewhere_frees_nothing(shelf: Shelf) -> None:
    first = shelf.add()
    twin, third = shelf.add(asset=first.asset), shelf.add()
    shelf.trash(first, third)
    assert shelf.storage.usage().trash.bytes == SIZE
    shelf.trash(twin)
    assert shelf.storage.usage().trash.bytes == 2 * SIZE
    assert shelf.storage.drop([first.id, twin.id, third.id], {third.asset}).bytes == SIZE
    assert shelf.assets.has(third.asset)
    assert not shelf.assets.has(first.asset)
    shelf.close()


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 KB"), (1, "1 KB"), (12_345, "13 KB"), (1_400_000, "1.4 MB"), (48_000_000, "48 MB"), (2 * GB, "2 GB")],
)
def test_sizes_in_words(size: int, words: str) -> None:
    assert size_words(size) == words


def test_an_old_setting_of_the_disk_is_no_obstacle() -> None:
    assert Settings({"disk_cache_mb": 512}).number("history_budget_gb") == 0


async def test_it_happens_by_itself_and_is_said(session: Session) -> None:
    said: list[str] = []
    gone: list[str] = []
    session.notified.connect(said.append)
    session.trash_emptied.connect(gone.extend)
    await opened(session)
    old = await submitted(session, INVERTED)
    starred = await submitted(session)
    session.library.mark([starred.id], starred=True)
    session.library.trash([old.id, starred.id], LONG_AGO)
    session.settings.set("history_budget_gb", 1000 / GB)
    session.resume()
    await until(lambda: len(said) == 2)
    assert gone == [old.id]
    assert said[0] == "The library was above its 1 KB: 1 result in the trash, 1 KB, was dropped."
    assert said[1].startswith("The library takes ")
    assert said[1].endswith("more than its 1 KB. Nothing more is dropped by itself: see Settings › Storage.")
    assert session.library.node(starred.id) is not None


async def test_what_can_be_undone_is_not_dropped(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flux_desktop.services.storage.SPARED", -1.0)
    await opened(session)
    first, second = await submitted(session), await submitted(session, INVERTED)
    session.trash.delete([first])
    await session.undo.settle()
    session.library.trash([second.id], LONG_AGO)
    session.settings.set("history_budget_gb", 1000 / GB)
    usage = await asyncio.to_thread(session.storage.usage, session.undo.nodes)
    assert usage.would_drop.nodes == (second.id,)
    assert isinstance(usage, Usage)
