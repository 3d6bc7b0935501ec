"""How a picture of 100 megapixels feels: frames, memory, and how long the window waits, in ratios of the same run.

`python packaging/dev.py bench` prints the absolute figures, too.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from flux_desktop.imaging.opening import strips_of_file
from flux_desktop.imaging.pyramid import build
from flux_desktop.ui.canvas import Canvas, CompareMode, Levels, Shown, prepare
from flux_desktop.ui.canvas.levels import of_pyramid
from flux_desktop.ui.canvas.pace import Pace

SIZE = (12240, 8170)
"""100 megapixels."""
FRAMES = 300
BARE_EVERY = 10
"""Frames to one that they are measured against: more of those would drive out of the processor's cache what every frame
of ours looks at again."""
SIZES = [(1600, 1000), (3200, 2000)]
PEAK = """
import re, sys
from pathlib import Path
from flux_desktop.imaging.pyramid import build
from flux_desktop.imaging.opening import strips_of_file
def peak():
    return 1024 * int(re.search("VmHWM: *([0-9]+)", Path("/proc/self/status").read_text().replace("\\t", " "))[1])

before = peak()
pyramid = build(strips_of_file(Path(sys.argv[1]).read_bytes()), Path(sys.argv[2]))
print(peak() - before)
"""


def photograph(width: int, height: int) -> Image.Image:
    """Noise that is coarse, quickly made."""
    small = Image.effect_noise((width // 8, height // 8), 70).convert("RGB")
    return small.resize((width, height), Image.Resampling.BILINEAR)


def say(figures: str) -> None:
    """Into the output that pytest shows with -s."""
    sys.stdout.write(f"\n{figures}\n")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("big") / "photo.jpg"
    photograph(*SIZE).save(path, quality=85)
    return path


class Reading(NamedTuple):
    """A picture that was read in a thread, how long that took, and how long a heartbeat beside it had to wait."""

    levels: Levels
    seconds: float
    longest_wait: float


@pytest.fixture(scope="module")
def reading(file: Path) -> Reading:
    data, made = file.read_bytes(), list[Levels]()
    thread = threading.Thread(target=lambda: made.append(of_pyramid(build(strips_of_file(data), file.parent))))
    begin = last = time.perf_counter()
    longest = 0.0
    thread.start()
    while thread.is_alive():
        time.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return Reading(made[0], last - begin, longest)


@pytest.fixture(scope="module")
def big(reading: Reading) -> Levels:
    return reading.levels


@pytest.fixture
def canvas(qtbot: QtBot, qapp: QApplication, request: pytest.FixtureRequest) -> Canvas:
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(*request.param)
    made.show()
    qapp.processEvents()
    return made


class Frames:
    """The seconds of frames, and now and then of the least that any program does: one picture drawn, not blended."""

    def __init__(self, canvas: Canvas, app: QApplication) -> None:
        self._app = app
        self._target = QImage(canvas.size(), QImage.Format.Format_RGB32)
        self._source = QImage(canvas.width() + 100, canvas.height() + 100, QImage.Format.Format_RGB32)
        self._source.fill(0x336699)
        self.taken: list[float] = []
        self.spent: list[float] = []
        self.bare: list[float] = []

    def add(self, change: Callable[[], object]) -> None:
        """One frame: what changes the view, and all that is painted because of it."""
        if len(self.taken) % BARE_EVERY == 0:
            self.bare.append(_spent(self._draw)[1])
        taken, spent = _spent(lambda: (change(), self._app.processEvents()))
        self.taken.append(taken)
        self.spent.append(spent)

    def report(self, benchmark: BenchmarkFixture, what: str) -> float:
        """Note the figures; the usual frame as a multiple of what it is measured against."""
        ordered = sorted(self.taken)
        figures = {
            "median": ordered[len(ordered) // 2],
            "p95": ordered[len(ordered) * 95 // 100],
            "longest": ordered[-1],
        }
        benchmark.extra_info.update({name: f"{1000 * value:.2f} ms" for name, value in figures.items()})
        frames = iter(self.taken)
        benchmark.pedantic(lambda: next(frames, 0), rounds=1)  # type: ignore[no-untyped-call]  # it has no types
        say(f"{what}: {dict(benchmark.extra_info)}")
        return statistics.median(self.spent) / statistics.median(self.bare)

    def _draw(self) -> None:
        painter = QPainter(self._target)
        painter.drawImage(self._target.rect(), self._source)
        painter.end()


def _spent(work: Callable[[], object]) -> tuple[float, float]:
    """The seconds that `work` took, and those that processors worked for it: these do not grow on a busy machine."""
    begin, began = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - begin, time.process_time() - began


def settle(canvas: Canvas, qtbot: QtBot) -> None:
    pace = canvas.findChild(Pace)
    assert pace is not None
    qtbot.waitUntil(lambda: pace.is_fine, timeout=20_000)


def moves(canvas: Canvas) -> Iterator[Callable[[], object]]:
    """Pan at four zooms, and zoom in and out."""
    for zoom in (0.37, 0.5, 1.0, 2.0):
        yield lambda zoom=zoom: canvas.zoom_to(zoom)  # type: ignore[misc]  # it binds one value
        for step in range(FRAMES // 5 - 1):
            way = (13, 7) if step % 40 < 20 else (-11, -9)
            yield lambda way=way: canvas.pan_by(*way)  # type: ignore[misc]
    yield canvas.fit
    at = QPointF(canvas.width() / 3, canvas.height() / 3)
    for step in range(FRAMES // 5 - 1):
        factor = 1.1 if step < FRAMES // 10 else 1 / 1.1
        yield lambda factor=factor: canvas.zoom_to(canvas.zoom * factor, at)  # type: ignore[misc]


@pytest.mark.parametrize("canvas", SIZES, indirect=True, ids=str)
def test_frames_of_pan_and_zoom(
    benchmark: BenchmarkFixture, canvas: Canvas, qapp: QApplication, qtbot: QtBot, big: Levels
) -> None:
    """At the most a few times what it takes to draw as many pixels as they are."""
    canvas.show_picture(Shown(big))
    settle(canvas, qtbot)
    frames = Frames(canvas, qapp)
    for change in moves(canvas):
        frames.add(change)
    assert len(frames.taken) == FRAMES
    assert frames.report(benchmark, f"pan and zoom, {canvas.width()} × {canvas.height()}") < 2.3


class Plain(QWidget):
    """The least that shows a picture at any zoom: all of it is painted each time, blended, from the nearest level."""

    def __init__(self, levels: Levels, size: QSize) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(size)
        self._levels = levels
        self._place = QRectF()

    def zoom_to(self, zoom: float) -> None:
        """About the middle."""
        sides = QSizeF(self._levels.width * zoom, self._levels.height * zoom)
        self._place = QRectF(QPointF((self.width() - sides.width()) / 2, (self.height() - sides.height()) / 2), sides)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        level = self._levels.nearest(self._place.width() / self._levels.width)
        painter.drawImage(self._place, level.image)
        painter.end()


@pytest.mark.parametrize("canvas", SIZES, indirect=True, ids=str)
def test_zooming_takes_no_longer_than_in_the_plainest_program(
    benchmark: BenchmarkFixture, canvas: Canvas, qapp: QApplication, qtbot: QtBot, big: Levels
) -> None:
    """Where a processor blends slowly it takes much less: while it moves, the canvas is painted as time allows."""
    plain = Plain(big, canvas.size())
    qtbot.addWidget(plain)
    plain.show()
    canvas.show_picture(Shown(big))
    settle(canvas, qtbot)
    ours, theirs = Frames(canvas, qapp), list[float]()

    def plainly(zoom: float) -> None:
        plain.zoom_to(zoom)
        qapp.processEvents()

    for step in range(FRAMES // 5):
        zoom = 0.14 * 1.08 ** (step if step < FRAMES // 10 else FRAMES // 5 - step)
        theirs.append(_spent(partial(plainly, zoom))[0])
        ours.add(partial(canvas.zoom_to, zoom))
    benchmark.extra_info["plain, p95"] = f"{1000 * sorted(theirs)[len(theirs) * 95 // 100]:.2f} ms"
    ratio = statistics.median(ours.taken) / statistics.median(theirs)
    benchmark.extra_info["of the plain frame"] = f"{ratio:.2f}"
    ours.report(benchmark, f"zoom, {canvas.width()} × {canvas.height()}")
    assert ratio < 1.3


@pytest.mark.parametrize("canvas", SIZES[:1], indirect=True, ids=str)
def test_dragging_the_divider_over_two_pictures(
    benchmark: BenchmarkFixture, canvas: Canvas, qapp: QApplication, qtbot: QtBot
) -> None:
    """24 megapixels each: only what it crosses is painted, which is less than drawing all of it."""
    canvas.compare(Shown(prepare(photograph(6000, 4000)), "before"))
    canvas.show_picture(Shown(prepare(photograph(6000, 4000)), "after"))
    canvas.compare_mode = CompareMode.SPLIT
    canvas.zoom_to(0.5)
    settle(canvas, qtbot)
    frames = Frames(canvas, qapp)
    for step in range(FRAMES):
        share = 0.2 + 0.6 * abs(1 - 2 * step / FRAMES)
        frames.add(lambda share=share: setattr(canvas, "split", share))  # type: ignore[misc]
    assert frames.report(benchmark, "split drag") < 1.5


@pytest.mark.skipif(sys.platform != "linux", reason="the system tells the peak on Linux alone")
def test_a_picture_is_never_whole_in_memory_while_it_is_read(benchmark: BenchmarkFixture, file: Path) -> None:
    words = [sys.executable, "-c", PEAK, str(file), str(file.parent)]
    peak = int(subprocess.run(words, capture_output=True, text=True, check=True).stdout)
    benchmark.extra_info["peak"] = f"{peak / 1e6:.0f} MB"
    benchmark.pedantic(lambda: None, rounds=1)  # type: ignore[no-untyped-call]
    say(f"peak while 100 megapixels are read: {peak / 1e6:.0f} MB more")
    assert peak < 0.95 * SIZE[0] * SIZE[1] * 4


def test_reading_a_picture_lets_the_window_run(benchmark: BenchmarkFixture, reading: Reading) -> None:
    """A heartbeat beside it never waits for long."""
    figures = f"{reading.seconds:.2f} s, longest wait {1000 * reading.longest_wait:.1f} ms"
    benchmark.extra_info["reading"] = figures
    benchmark.pedantic(lambda: None, rounds=1)  # type: ignore[no-untyped-call]
    say(f"100 megapixels are read: {figures}")
    assert reading.longest_wait < 0.1 * reading.seconds
