"""How long the canvas takes for a frame, against other frames of the same run: large pictures must not be slow."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter, QRegion
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from flux_desktop.ui.canvas import Canvas, CompareMode, Levels, Shown, Tuning, prepare
from flux_desktop.ui.canvas.differing import Differences
from flux_desktop.ui.canvas.loupe import Loupe

WIDTH, HEIGHT = 1600, 1000
ROUNDS = 9


def photograph(width: int, height: int) -> Image.Image:
    """Noise that is coarse and fine, quickly made."""
    small = Image.effect_noise((width // 8, height // 8), 70).convert("RGB")
    return small.resize((width, height), Image.Resampling.BILINEAR)


@pytest.fixture(scope="module")
def large() -> Levels:
    """24 megapixels."""
    return prepare(photograph(6000, 4000))


@pytest.fixture(scope="module")
def other() -> Levels:
    """As many, and different ones."""
    return prepare(photograph(6000, 4000))


@pytest.fixture(scope="module")
def small() -> Levels:
    """2 megapixels."""
    return prepare(photograph(1732, 1155))


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(WIDTH, HEIGHT)
    made.show()
    return made


def frame(canvas: Canvas, part: QRect | None = None) -> Callable[[], None]:
    """Paints all that is seen of the canvas, or a part of it."""
    target = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    part = part or canvas.rect()

    def paint() -> None:
        canvas.render(target, part.topLeft(), QRegion(part))

    return paint


def least(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least that `work` took, in seconds: whatever else the machine does only adds to it."""
    taken = []
    for _ in range(rounds):
        begin = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begin)
    return min(taken)


def least_of(benchmark: BenchmarkFixture, work: Callable[[], object]) -> float:
    """The same, noted in the table of the run."""
    report(benchmark, work, ROUNDS)
    return least(work)


def report(benchmark: BenchmarkFixture, work: Callable[[], object], rounds: int) -> None:
    benchmark.pedantic(work, rounds=rounds)  # type: ignore[no-untyped-call]  # it has no types


def test_a_frame_of_a_large_picture_at_fit(
    benchmark: BenchmarkFixture, canvas: Canvas, large: Levels, small: Levels
) -> None:
    """Painted from its nearest level: twelve times the pixels, but not twelve times the time."""
    canvas.show_picture(Shown(small))
    usual = least(frame(canvas))
    canvas.show_picture(Shown(large))
    assert least_of(benchmark, frame(canvas)) < 4 * usual


@pytest.mark.parametrize("zoom", [0.1, 0.3, 0.7, 1.5, 3.3, 20.0])
def test_a_frame_at_any_zoom(benchmark: BenchmarkFixture, canvas: Canvas, large: Levels, zoom: float) -> None:
    """Against the least that any program does: the pixels of the screen blended once from a picture of their size."""
    canvas.show_picture(Shown(large))
    canvas.zoom_to(zoom)
    source = large.levels[2].image
    target = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)

    def bare() -> None:
        painter = QPainter(target)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target.rect(), source)
        painter.end()

    assert least_of(benchmark, frame(canvas)) < 4 * least(bare)


def test_moving_the_divider_paints_a_strip(benchmark: BenchmarkFixture, canvas: Canvas, large: Levels) -> None:
    canvas.compare(Shown(large))
    canvas.show_picture(Shown(large))
    canvas.compare_mode = CompareMode.SPLIT
    whole = least(frame(canvas))
    strip = QRect(QPoint(WIDTH // 2 - 20, 0), QPoint(WIDTH // 2 + 20, HEIGHT - 1))
    assert least_of(benchmark, frame(canvas, strip)) < whole / 2


def test_comparing_costs_no_more_than_twice_a_picture(
    benchmark: BenchmarkFixture, canvas: Canvas, large: Levels
) -> None:
    canvas.show_picture(Shown(large))
    alone = least(frame(canvas))
    canvas.compare(Shown(large))
    canvas.compare_mode = CompareMode.SPLIT
    assert least_of(benchmark, frame(canvas)) < 2.5 * alone


def test_an_onion_skin_costs_no_more_than_its_two_pictures(
    benchmark: BenchmarkFixture, canvas: Canvas, large: Levels
) -> None:
    canvas.show_picture(Shown(large))
    alone = least(frame(canvas))
    canvas.compare(Shown(large))
    canvas.compare_mode = CompareMode.ONION
    assert least_of(benchmark, frame(canvas)) < 2.5 * alone


def test_a_difference_is_painted_like_a_picture(
    benchmark: BenchmarkFixture, canvas: Canvas, large: Levels, other: Levels
) -> None:
    canvas.show_picture(Shown(large, "one"))
    alone = least(frame(canvas))
    canvas.compare(Shown(other, "other"))
    canvas.compare_mode = CompareMode.DIFFERENCE
    assert "differs" in canvas.accessibleDescription()
    assert least_of(benchmark, frame(canvas)) < 2 * alone


def test_moving_the_loupe_paints_the_loupe(benchmark: BenchmarkFixture, canvas: Canvas, large: Levels) -> None:
    """And not the canvas: both of its tiles cost a small part of a frame."""
    canvas.compare(Shown(large))
    canvas.show_picture(Shown(large))
    whole = least(frame(canvas))
    canvas.set_loupe(True)
    loupe = canvas.findChild(Loupe)
    assert loupe is not None
    target = QImage(loupe.size(), QImage.Format.Format_RGB32)
    assert least_of(benchmark, lambda: loupe.render(target)) < whole / 2


def test_zooming_without_painting_is_free(benchmark: BenchmarkFixture, canvas: Canvas, large: Levels) -> None:
    """What a turn of the wheel does before the frame: geometry, and words for screen readers."""
    canvas.show_picture(Shown(large))
    whole = least(frame(canvas))

    def turn() -> None:
        canvas.zoom_to(1.3)
        canvas.zoom_to(1.6)

    assert least_of(benchmark, turn) < whole


def test_making_the_levels_lets_the_window_run(benchmark: BenchmarkFixture) -> None:
    """In a thread, they hold the interpreter for a small part of the time only, and never for long at once."""
    image = photograph(6000, 4000)
    shares = [_longest_share(lambda: prepare(image)) for _ in range(3)]
    report(benchmark, lambda: prepare(image), 1)
    assert min(shares) < 0.2


def test_working_out_a_difference_lets_the_window_run(
    benchmark: BenchmarkFixture, large: Levels, other: Levels
) -> None:
    """As above; and it takes no longer than a few times what making the levels of one picture does."""

    def work_out() -> None:
        Differences().of(Shown(large, "one"), Shown(other, "other"), Tuning())

    shares = [_longest_share(work_out) for _ in range(3)]
    report(benchmark, work_out, 1)
    assert min(shares) < 0.2
    image = photograph(6000, 4000)
    assert least(work_out, 3) < 8 * least(lambda: prepare(image), 3)


def _longest_share(work: Callable[[], object]) -> float:
    """The longest gap of a heartbeat while `work` runs in a thread, as a share of all the time it takes."""
    thread = threading.Thread(target=work)
    begin = last = time.perf_counter()
    longest = 0.0
    thread.start()
    while thread.is_alive():
        time.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest / (time.perf_counter() - begin)
