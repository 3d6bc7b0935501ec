"""How long the program takes from its start to its painted window, against a bare window of PySide6 in the same run."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from flux_desktop.core.edit import Recipe
from flux_desktop.core.history import HistoryNode, new_id
from flux_desktop.store.library import Library
from flux_desktop.store.paths import Paths
from tests.benchmarks.screen import Screen
from tests.e2e.support.display import x_display

pytestmark = pytest.mark.window

ROUNDS = 7
SIZE = (1280, 800)
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1256, 752)
window.show()
sys.exit(app.exec())
"""


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    folder = tmp_path_factory.mktemp("screen")
    with x_display(folder, SIZE) as display:
        yield Screen(folder / "Xvfb_screen0", display)


@pytest.fixture
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A home folder with as many results as the test asks for."""
    library = Library(Paths(tmp_path).library)
    nodes = [result(seed) for seed in range(request.param)]
    library.add_nodes(nodes)
    assert library.count_results() == request.param
    library.close()
    return tmp_path


def result(seed: int) -> HistoryNode:
    id = new_id()
    recipe = Recipe(f"make the jacket {seed}", "offline", "offline-edit", {"seed": seed})
    return HistoryNode(id, id, None, "0" * 64, "image/png", 640, 480, time.time(), recipe, seed=seed)


@pytest.mark.parametrize(("home", "most"), [(0, 1.6), (10_000, 1.8)], indirect=["home"])
def test_the_window_against_a_bare_one(home: Path, most: float, screen: Screen, benchmark: BenchmarkFixture) -> None:
    """In turn, so that both meet the same machine; the least of each, as all else that runs only adds to it."""
    own = {"FLUX_DESKTOP_HOME": str(home)}

    def ours() -> float:
        return screen.seconds_to_window([sys.executable, "-m", "flux_desktop"], own, content=True)

    def bare() -> float:
        return screen.seconds_to_window([sys.executable, "-c", BARE], own)

    benchmark.pedantic(ours, rounds=1)  # type: ignore[no-untyped-call]
    rounds = [(ours(), bare()) for _ in range(ROUNDS)]
    assert min(one for one, _ in rounds) < most * min(other for _, other in rounds), rounds
