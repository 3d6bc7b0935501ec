"""The history panel with a hundred thousand results, against one with a hundred: it must not be slower."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import time
import tracemalloc
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Protocol, TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from flux_desktop.core.edit import Recipe
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.settings import Settings
from flux_desktop.services.assembly import assemble
from flux_desktop.store.assets import AssetStore
from flux_desktop.store.library import Library
from flux_desktop.ui.history.model import KEPT_NODES
from flux_desktop.ui.history.panel import HistoryPanel
from flux_desktop.ui.history.thumbnails import KEPT_BYTES
from tests.ui.loops import window_loop
from tests.ui.panels import thumbnail

FEW, MANY = 100, 100_000
RARE = "zebra"
FRAME = 0.016
T = TypeVar("T")


class Run(Protocol):
    """Runs a coroutine on the event loop of the window."""

    def __call__(self, work: Coroutine[object, object, T]) -> T: ...


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("few"), FEW)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("many"), MANY)


def filled(home: Path, count: int) -> Path:
    """A home folder whose library has `count` results: a hundred that are made, and copies of them."""
    assets = AssetStore(home / "assets", home / "thumbnails")
    pictures = [assets.keep(thumbnail(f"#{shade:02x}80{255 - shade:02x}")) for shade in range(0, 250, 10)]
    library = Library(home / "library.sqlite")
    library.add_nodes([result(number, pictures[number % len(pictures)]) for number in range(FEW)])
    library.close()
    with closing(sqlite3.connect(home / "library.sqlite")) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        names = [row[1] for row in connection.execute("PRAGMA table_info(nodes)") if row[1] != "seq"]
        changed = {"id": "id || '.' || copy.number", "root": "root || '.' || copy.number / 50"}
        cells = ", ".join(changed.get(name, name) for name in names)
        connection.execute(
            f"""WITH RECURSIVE copy (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM copy WHERE number < ?)
            INSERT INTO nodes ({", ".join(names)}) SELECT {cells} FROM copy CROSS JOIN nodes WHERE ? > 1""",
            (count // FEW - 1, count // FEW),
        )
        connection.execute("UPDATE nodes SET prompt = ? WHERE seq = ?", (f"a {RARE} in the street", count // 3))
        connection.commit()
    return home


def result(number: int, asset: str) -> HistoryNode:
    words = ("blue", "sky", "cat", "street", "night", "red", "paper", "light", "warm", "soft")
    prompt = f"make it {words[number % 10]} and {words[number // 10]}, as if it were painted by hand in the open air"
    return HistoryNode(
        id=f"n{number}",
        root=f"r{number // 20}",
        parent=None,
        asset=asset,
        media_type="image/png",
        width=128,
        height=96,
        created=1_700_000_000.0 + number,
        recipe=Recipe(prompt, "offline", "offline-edit", {"seed": number, "quality": 80}),
        seed=number,
        starred=number % 7 == 0,
        rating=number % 6,
    )


@asynccontextmanager
async def opened(home: Path, shape: str = "list") -> AsyncIterator[tuple[HistoryPanel, float]]:
    """The panel on the library in `home`, and the seconds until its first paint."""
    program = assemble(home, Settings({"history_view": shape}), os.environ)
    session, panel = program.session(), HistoryPanel()
    panel.resize(264, 900)
    panel.show()
    begin = time.perf_counter()
    panel.attach(session)
    panel.render(QImage(panel.size(), QImage.Format.Format_RGB32), QPoint())
    taken = time.perf_counter() - begin
    try:
        await until(lambda: not panel._model._is_reading)
        yield panel, taken
    finally:
        panel.close()
        panel.deleteLater()
        await session.close()
        await program.close()


async def until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end, "it did not come true"
        await asyncio.sleep(0.001)


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    app = QApplication.instance() or QApplication(["flux-desktop"])
    assert isinstance(app, QApplication)
    loop = window_loop(app)
    with loop:
        yield loop.run_until_complete


def report(benchmark: BenchmarkFixture, seconds: float, **more: float) -> None:
    """Note what was measured in the table of the run."""
    benchmark.extra_info.update(seconds=round(seconds, 5), **{name: round(value, 5) for name, value in more.items()})
    benchmark.pedantic(lambda: None, rounds=1)  # type: ignore[no-untyped-call]  # it has no types


async def first_paint(home: Path) -> float:
    async with opened(home) as (panel, taken):
        assert panel.list.model().rowCount() in (FEW, MANY)
        return taken


def test_first_paint_does_not_depend_on_how_much_there_is(
    benchmark: BenchmarkFixture, run: Run, few: Path, many: Path
) -> None:
    run(first_paint(few))  # modules are loaded
    rounds = [(run(first_paint(few)), run(first_paint(many))) for _ in range(5)]
    least_few, least_many = (min(taken) for taken in zip(*rounds, strict=True))
    report(benchmark, least_many, few=least_few)
    assert least_many < 1.3 * least_few


async def scrolling(home: Path, shape: str) -> list[float]:
    """The seconds of every frame: of jumps through all of the library, then of turns of the wheel."""
    async with opened(home, shape) as (panel, _):
        bar, frames = panel.list.verticalScrollBar(), []
        jumps = [bar.maximum() * number // 60 for number in range(60)]
        turns = [bar.maximum() // 2 + 72 * number for number in range(140)]
        for place in (*jumps, *turns):
            begin = time.perf_counter()
            bar.setValue(place)
            paint()
            await asyncio.sleep(0)  # thumbnails that arrived
            frames.append(time.perf_counter() - begin)
        return frames


def paint() -> None:
    """Paint what came into sight."""
    QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)


@pytest.mark.parametrize("shape", ["list", "grid"])
def test_scrolling_is_smooth(benchmark: BenchmarkFixture, run: Run, many: Path, shape: str) -> None:
    """Each frame is taken at its quickest: whatever else the machine does only adds to it."""
    quickest = run(scrolling(many, shape))
    for _ in range(9):
        quickest = [min(pair) for pair in zip(quickest, run(scrolling(many, shape)), strict=True)]
        if (slow := sorted(quickest)[len(quickest) * 95 // 100]) < FRAME:
            break
    report(benchmark, slow)
    assert slow < FRAME


async def searching(home: Path, text: str) -> float:
    """From the end of the pause after the last key until the first results are there, in seconds."""
    async with opened(home) as (panel, _):
        model, taken = panel._model, []
        for _ in range(3):
            came: list[float] = []
            model.modelReset.connect(lambda came=came: came.append(time.perf_counter()))
            begin = time.perf_counter()
            ask(panel, text)
            await until(lambda came=came: came)  # type: ignore[misc]  # its own list
            taken.append(came[0] - begin)
            await until(lambda: not model._is_reading)
            assert model.rowCount() == (1 if text == RARE else MANY - 1)
            ask(panel, "")
            await until(lambda: not model._is_reading)
        return min(taken)


def ask(panel: HistoryPanel, text: str) -> None:
    panel.header.search.setText(text)
    panel.header.search.returnPressed.emit()


@pytest.mark.parametrize("text", ["make", RARE])
def test_a_search_answers_at_once(benchmark: BenchmarkFixture, run: Run, many: Path, text: str) -> None:
    seconds = run(searching(many, text))
    report(benchmark, seconds)
    assert seconds < 0.1


async def growth(home: Path) -> float:
    """How many bytes are kept more after the whole library was scrolled through than after a part of it."""
    async with opened(home) as (panel, _):
        bar, model = panel.list.verticalScrollBar(), panel._model
        kept: list[int] = []
        tracemalloc.start()
        for number in range(180):
            bar.setValue(bar.maximum() * number // 180)
            paint()
            await asyncio.sleep(0)
            if number in (120, 179):  # more was read by then than is kept
                kept.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()
        assert len(model._nodes) == KEPT_NODES
        assert model.thumbnails._bytes <= KEPT_BYTES
        return float(kept[1] - kept[0])


def test_memory_stays_flat(benchmark: BenchmarkFixture, run: Run, many: Path) -> None:
    grown = run(growth(many))
    report(benchmark, 0, bytes=grown)
    assert grown < 500_000
