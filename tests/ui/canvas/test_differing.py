"""Where two pictures differ: worked out once, seen as greys, and said in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from flux_desktop.core.errors import FluxError, Internal
from flux_desktop.imaging.difference import GROUND
from flux_desktop.ui.canvas import Canvas, CompareMode, Levels, Shown, Tuning, differing, prepare
from flux_desktop.ui.canvas.differing import AT_WORK, BROKEN, Differences, Finding
from tests.ui.canvas.hands import Hands
from tests.ui.canvas.pictures import Colour, colour_at, plain, shown

pytestmark = pytest.mark.usefixtures("qapp")
T = TypeVar("T")


class Later:
    """A background whose work is done when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], object], Callable[[FluxError], object]]] = []

    def __call__(
        self, work: Callable[[], T], then: Callable[[T], object], on_error: Callable[[FluxError], object], /
    ) -> None:
        self.waiting.append((lambda: then(work()), on_error))

    def finish(self) -> None:
        self.waiting.pop(0)[0]()

    def fail(self) -> None:
        self.waiting.pop(0)[1](Internal("No memory."))


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.fixture
def differences(later: Later) -> Differences:
    made = Differences()
    made.background = later
    return made


def grey(value: int) -> Shown:
    return shown(plain(40, 30, (value, value, value)), f"grey {value}")


def seen(levels: Levels | None) -> Colour:
    assert levels is not None
    return colour_at(levels.levels[0].image, 20, 15)


def test_nothing_is_known_until_the_work_is_done(differences: Differences, later: Later, qtbot: QtBot) -> None:
    one, other = grey(100), grey(110)
    assert differences.of(one, other, Tuning()).words == AT_WORK
    assert differences.of(one, other, Tuning()).levels is None
    assert len(later.waiting) == 1, "asked for once"
    with qtbot.waitSignal(differences.found):
        later.finish()
    finding = differences.of(one, other, Tuning(gain=4))
    assert finding.words == "100 % differs"
    assert finding.levels is not None
    assert finding.levels.size == (40, 30)
    assert seen(finding.levels) == (GROUND + round(40 * (255 - GROUND) / 255),) * 3


def test_another_gain_keeps_the_map_until_the_new_one_is_there(differences: Differences, later: Later) -> None:
    one, other = grey(100), grey(110)
    differences.of(one, other, Tuning(gain=1))
    later.finish()
    before = differences.of(one, other, Tuning(gain=1)).levels
    assert differences.of(one, other, Tuning(gain=16)).levels is before
    later.finish()
    assert seen(differences.of(one, other, Tuning(gain=16)).levels) > seen(before)


def test_another_pair_begins_without_a_map(differences: Differences, later: Later) -> None:
    differences.of(grey(100), grey(110), Tuning())
    later.finish()
    assert differences.of(grey(100), grey(120), Tuning()).levels is None


def test_of_several_asked_for_meanwhile_only_the_last_is_worked_out(differences: Differences, later: Later) -> None:
    one, other = grey(100), grey(110)
    for gain in (1, 2, 3, 4):
        differences.of(one, other, Tuning(gain=gain))
    later.finish()
    later.finish()
    assert later.waiting == []
    assert differences.of(one, other, Tuning(gain=4)).words == "100 % differs"


def test_distances_are_worked_out_once(differences: Differences, later: Later, monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[tuple[Levels, ...]] = []
    measure = differing._measure

    def counted(before: Levels, after: Levels) -> object:
        measured.append((before, after))
        return measure(before, after)

    monkeypatch.setattr(differing, "_measure", counted)
    one, other = grey(100), grey(110)
    for tuning in (Tuning(), Tuning(gain=9), Tuning(threshold=3)):
        differences.of(one, other, tuning)
        later.finish()
    differences.forget()
    differences.of(one, other, Tuning())
    later.finish()
    assert len(measured) == 1


def test_few_pairs_are_kept(differences: Differences, later: Later) -> None:
    for value in range(101, 108):
        differences.of(grey(100), grey(value), Tuning())
        later.finish()
    assert len(differences._distances) == differing.KEPT


def test_what_goes_wrong_is_said_and_the_next_pair_is_worked_out(differences: Differences, later: Later) -> None:
    differences.of(grey(100), grey(110), Tuning())
    later.fail()
    assert differences.of(grey(100), grey(110), Tuning()).words == BROKEN
    differences.of(grey(100), grey(120), Tuning())
    later.finish()
    assert differences.of(grey(100), grey(120), Tuning()).levels is not None


def at_once(before: Shown, after: Shown, tuning: Tuning | None = None) -> Finding:
    return Differences().of(before, after, tuning or Tuning())


def test_equal_pictures_have_no_difference() -> None:
    assert at_once(grey(100), shown(plain(40, 30, (100, 100, 100)), "again")).words == "No difference"


def test_the_threshold_counts() -> None:
    assert at_once(grey(100), grey(103), Tuning(threshold=3)).words == "No difference above the threshold"
    assert at_once(grey(100), grey(104), Tuning(threshold=3)).words == "100 % differs"


def test_a_small_part_is_said_to_be_small() -> None:
    image = Image.new("RGB", (400, 300), (100, 100, 100))
    image.putpixel((7, 7), (200, 100, 100))
    assert at_once(shown(plain(400, 300, (100, 100, 100)), "a"), shown(image, "b")).words == "Less than 1 % differs"


def test_a_result_of_another_size_is_compared_where_it_lies() -> None:
    finding = at_once(shown(plain(80, 40, (0, 0, 0)), "before"), shown(plain(20, 20, (255, 255, 255)), "square"))
    assert finding.levels is not None
    assert finding.levels.size == (80, 40)
    image = finding.levels.levels[0].image
    assert [colour_at(image, x, 20)[0] for x in (18, 21, 58, 61)] == [GROUND, 255, 255, GROUND]
    assert finding.words == "50 % differs"


def test_transparent_pictures_are_compared_too() -> None:
    clear, solid = shown(plain(20, 20, (0, 0, 0, 0)), "clear"), shown(plain(20, 20, (0, 0, 0, 255)), "solid")
    assert seen_at(at_once(clear, solid)) == 255


def seen_at(finding: Finding) -> int:
    assert finding.levels is not None
    return colour_at(finding.levels.levels[0].image, 5, 5)[0]


def test_huge_pictures_are_compared_at_half_their_sides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(differing, "MOST_PIXELS", 100_000)
    one = prepare(Image.linear_gradient("L").resize((600, 400)))
    other = prepare(Image.linear_gradient("L").resize((1200, 800)).transpose(Image.Transpose.FLIP_TOP_BOTTOM))
    finding = at_once(Shown(one, "one"), Shown(other, "other"))
    assert finding.levels is not None
    assert finding.levels.size == (600, 400), "and lies where the picture does"
    assert finding.levels.levels[0].image.width() == 300
    assert seen_at(finding) == 255


# On the canvas


def compared(canvas: Canvas, result: Shown, before: Shown) -> None:
    canvas.show_pair(result, before, ("Original", "Result"))
    canvas.compare_mode = CompareMode.DIFFERENCE


def test_the_canvas_shows_the_map_and_says_what_it_amounts_to(hands: Hands) -> None:
    canvas = hands.canvas
    image = Image.new("RGB", (800, 600), (100, 100, 100))
    image.paste((130, 130, 130), (400, 0, 800, 600))
    compared(canvas, shown(image), shown(plain(800, 600, (100, 100, 100)), "before"))
    seen = canvas.grab().toImage()
    assert colour_at(seen, 100, 150) == (GROUND,) * 3
    assert colour_at(seen, 300, 150) == (GROUND + round(120 * (255 - GROUND) / 255),) * 3
    assert canvas.accessibleDescription().endswith("comparing Original and Result, difference, 50 % differs")
    canvas.tuning = Tuning(threshold=30)
    assert colour_at(canvas.grab().toImage(), 300, 150) == (GROUND,) * 3
    canvas.compare_mode = CompareMode.SINGLE
    assert colour_at(canvas.grab().toImage(), 300, 150) == (130, 130, 130)


def test_until_the_map_is_there_the_result_is_seen(hands: Hands, later: Later) -> None:
    canvas = hands.canvas
    canvas.set_background(later)
    compared(canvas, shown(plain(800, 600, (200, 20, 20))), shown(plain(800, 600), "before"))
    assert colour_at(canvas.grab().toImage(), 200, 150) == (200, 20, 20)
    assert AT_WORK in canvas.accessibleDescription()
    later.finish()
    assert colour_at(canvas.grab().toImage(), 200, 150) == (GROUND,) * 3
    assert "No difference" in canvas.accessibleDescription()


def test_zooming_does_not_work_it_out_again(hands: Hands, later: Later) -> None:
    canvas = hands.canvas
    canvas.set_background(later)
    compared(canvas, shown(plain(800, 600)), shown(plain(800, 600, (9, 9, 9)), "before"))
    later.finish()
    canvas.zoom_to(2.0)
    canvas.pan_by(30, 30)
    assert later.waiting == []
