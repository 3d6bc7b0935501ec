"""How long it takes from the start of the program until its picture is seen, in turn with what it is compared to.

With nomacs installed (`apt install nomacs`, Debian 13) that is what a fast viewer needs; everywhere it is what the
program itself needs for its empty window.
"""

from __future__ import annotations

import shutil
import statistics
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.pictures import photograph
from tests.benchmarks.screen import Screen
from tests.e2e.support.display import x_display

pytestmark = pytest.mark.window

ROUNDS = 5
SIZE = (1280, 800)
MARK = 0xFF00C8
"""A colour that neither the picture nor a window has."""
TILE = (3000, 2000)
FIRST_START = "[General]\nfirstTime=false\n\n[AppSettings]\nfirstTime.nomacs.3=false\n"
"""Without it nomacs asks for a language."""


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    folder = tmp_path_factory.mktemp("screen")
    with x_display(folder, SIZE) as display:
        yield Screen(folder / "Xvfb_screen0", display)


@pytest.fixture(scope="module")
def tile() -> Image.Image:
    return photograph(*TILE)


@pytest.fixture
def picture(request: pytest.FixtureRequest, tile: Image.Image, tmp_path: Path) -> Path:
    """A JPEG of so many photographs a side, with the mark in its middle."""
    times: int = request.param
    width, height = (times * side for side in TILE)
    whole = Image.new("RGB", (width, height))
    for place in range(times * times):
        whole.paste(tile, (place % times * TILE[0], place // times * TILE[1]))
    ImageDraw.Draw(whole).rectangle((width * 4 // 10, height * 4 // 10, width // 2, height // 2), fill="#ff00c8")
    path = tmp_path / f"photo {times}.jpg"
    whole.save(path, quality=92)
    return path


def in_turn(benchmark: BenchmarkFixture, ours: Callable[[], float], other: Callable[[], float]) -> float:
    """The least of ours against the least of the other, as all else that runs only adds to it; their medians noted."""
    ours()
    other()
    rounds = [(ours(), other()) for _ in range(ROUNDS)]
    mine, theirs = [one for one, _ in rounds], [two for _, two in rounds]
    ratio = min(mine) / min(theirs)
    benchmark.extra_info.update(
        ours=f"{statistics.median(mine):.3f} s", other=f"{statistics.median(theirs):.3f} s", ratio=f"{ratio:.2f}"
    )
    benchmark.pedantic(lambda: None, rounds=1)  # type: ignore[no-untyped-call]  # it has no types
    sys.stdout.write(f"\n{benchmark.name}: {dict(benchmark.extra_info)}\n")
    return ratio


@pytest.mark.parametrize(("picture", "most"), [(2, 1.8), (4, 3.0)], indirect=["picture"], ids=["24 MP", "96 MP"])
def test_the_picture_against_the_empty_window(
    picture: Path, most: float, screen: Screen, tmp_path: Path, benchmark: BenchmarkFixture
) -> None:
    """Of a large one all of the file has to be read, too, but not every pixel has to be made."""
    own = {"FLUX_DESKTOP_HOME": str(tmp_path / "home")}
    empty = [sys.executable, "-m", "flux_desktop"]
    ratio = in_turn(
        benchmark,
        lambda: screen.seconds_to_colour(MARK, [*empty, str(picture)], own),
        lambda: screen.seconds_to_window(empty, own, content=True),
    )
    assert ratio < most


@pytest.mark.skipif(shutil.which("nomacs") is None, reason="nomacs is not installed")
@pytest.mark.parametrize(("picture", "most"), [(2, 1.0), (4, 0.65)], indirect=["picture"], ids=["24 MP", "96 MP"])
def test_the_picture_against_nomacs(
    picture: Path, most: float, screen: Screen, tmp_path: Path, benchmark: BenchmarkFixture
) -> None:
    kept = tmp_path / ".config" / "nomacs" / "Image Lounge.conf"
    kept.parent.mkdir(parents=True)
    kept.write_text(FIRST_START)
    own = {"FLUX_DESKTOP_HOME": str(tmp_path / "home")}
    theirs = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / ".config")}
    ratio = in_turn(
        benchmark,
        lambda: screen.seconds_to_colour(MARK, [sys.executable, "-m", "flux_desktop", str(picture)], own),
        lambda: screen.seconds_to_colour(MARK, ["nomacs", str(picture)], theirs),
    )
    assert ratio <= most
