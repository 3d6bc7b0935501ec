"""What is on the screen, pixel by pixel."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from flux_desktop.ui.canvas import CompareMode
from flux_desktop.ui.canvas.laying import CHECK_LIGHT, CHECK_MID, MOST_FETCHED, NEAREST_FROM, Laid, draw_levels, lay
from flux_desktop.ui.canvas.levels import Level, Levels
from flux_desktop.ui.canvas.painting import draw_ring, is_dark
from flux_desktop.ui.canvas.scene import Scene
from flux_desktop.ui.canvas.transform import Point
from tests.ui.canvas.pictures import BLUE, GREY, RED, Colour, colour_at, paint, plain, shown, speckled

pytestmark = pytest.mark.usefixtures("qapp")
RATIOS = [1.0, 1.25, 1.5, 2.0]
SPECKLED = shown(speckled(300, 200))
LIGHT, MID = ((colour.red(), colour.green(), colour.blue()) for colour in (CHECK_LIGHT, CHECK_MID))


def scene_of(image: Image.Image, size: tuple[int, int] = (90, 60), zoom: float = 1.0, ratio: float = 1.0) -> Scene:
    scene = Scene(shown=shown(image))
    scene.arrange((size[0] * ratio, size[1] * ratio), ratio)
    scene.view = scene.view.zoomed(zoom)
    return scene


def corner(scene: Scene, at: QPoint) -> tuple[int, int]:
    """Where the picture begins in the window, in device pixels."""
    bounds = scene.view.bounds
    return int(bounds.x) + round(at.x() * scene.ratio), int(bounds.y) + round(at.y() * scene.ratio)


@pytest.mark.parametrize("at", [QPoint(0, 0), QPoint(33, 11), QPoint(2, 7)])
@pytest.mark.parametrize("ratio", RATIOS)
def test_at_100_percent_a_pixel_is_a_pixel_of_the_screen(ratio: float, at: QPoint) -> None:
    image = speckled(40, 30)
    scene = scene_of(image, ratio=ratio)
    painted = paint(scene, at)
    left, top = corner(scene, at)
    assert [colour_at(painted, left + x, top + y) for x in range(40) for y in range(30)] == [
        image.getpixel((x, y)) for x in range(40) for y in range(30)
    ]


@pytest.mark.parametrize("ratio", RATIOS)
def test_from_200_percent_on_pixels_have_edges(ratio: float) -> None:
    image = speckled(20, 15)
    scene = scene_of(image, zoom=2.0, ratio=ratio)
    painted = paint(scene, QPoint(3, 5))
    left, top = corner(scene, QPoint(3, 5))
    assert [colour_at(painted, left + x, top + y) for x in range(40) for y in range(30)] == [
        image.getpixel((x // 2, y // 2)) for x in range(40) for y in range(30)
    ]


def test_below_200_percent_pixels_are_blended() -> None:
    image = Image.new("RGB", (20, 10), RED)
    image.paste(BLUE, (10, 0, 20, 10))
    scene = scene_of(image, zoom=1.9)
    painted = paint(scene)
    left, top = corner(scene, QPoint())
    row = {colour_at(painted, left + x, top + 9) for x in range(38)}
    assert len(row) > 2, "there is something between red and blue"


def test_a_large_picture_is_averaged_not_sampled() -> None:
    image = Image.new("L", (1600, 1000))
    image.putdata([255, 0] * 800_000)
    scene = Scene(shown=shown(image.convert("RGB")))
    scene.arrange((200, 150), 1.0)
    painted = paint(scene)
    assert colour_at(painted, 100, 75) == pytest.approx((128, 128, 128), abs=2)


def fetched(laid: Laid, box: QRect, canvas: QRect) -> float:
    """How many pixels of its level are looked at."""
    seen = canvas.intersected(box)
    return seen.width() * seen.height() * (laid.levels.width * laid.level.across / box.width()) ** 2


@settings(max_examples=60, deadline=None)
@given(st.floats(0.1, NEAREST_FROM), st.integers(100, 4000), st.integers(100, 4000))
def test_painted_quickly_no_more_is_fetched_than_there_is_time_for(zoom: float, width: int, height: int) -> None:
    levels = Levels(12_000, 8_000, tuple(Level(QImage(), 0.5**step, 0.5**step) for step in range(7)))
    box, canvas = QRect(0, 0, round(12_000 * zoom), round(8_000 * zoom)), QRect(0, 0, width, height)
    well, quickly = (lay(levels, box, canvas, zoom, quick=quick) for quick in (False, True))
    assert fetched(quickly, box, canvas) <= 1.01 * MOST_FETCHED
    assert fetched(quickly, box, canvas) >= min(MOST_FETCHED / 4.04, fetched(well, box, canvas)), "as well as possible"
    assert quickly.level.across <= well.level.across


def test_around_the_picture_is_neutral_grey_and_a_frame() -> None:
    scene = scene_of(Image.new("RGB", (40, 30), RED))
    painted = paint(scene)
    left, top = corner(scene, QPoint())
    assert colour_at(painted, 0, 0) == GREY
    assert colour_at(painted, left - 2, top) == GREY
    frame = colour_at(painted, left - 1, top + 5)
    assert len(set(frame)) == 1, "neutral too"
    assert frame[0] < 100
    assert colour_at(painted, left, top) == RED, "and outside the picture"
    assert colour_at(painted, left + 39, top + 29) == RED


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_transparent_parts_show_a_checkerboard(ratio: float) -> None:
    scene = scene_of(Image.new("RGBA", (40, 30), (0, 0, 0, 0)), ratio=ratio)
    painted = paint(scene)
    left, top = corner(scene, QPoint())
    side = round(8 * ratio)

    def square(across: int, down: int) -> Colour:
        middle = side // 2
        return colour_at(painted, left + across * side + middle, top + down * side + middle)

    assert [square(0, 0), square(1, 0), square(1, 1)] == [LIGHT, MID, LIGHT]
    assert colour_at(painted, left + side - 1, top) == LIGHT
    assert colour_at(painted, left + side, top) == MID, "squares begin at the picture's corner"


def test_half_transparent_pixels_are_mixed_with_the_checkerboard() -> None:
    scene = scene_of(Image.new("RGBA", (40, 30), (255, 0, 0, 128)))
    painted = paint(scene)
    left, top = corner(scene, QPoint())
    assert colour_at(painted, left + 2, top + 2) == pytest.approx((230, 102, 102), abs=2)
    assert colour_at(painted, left + 10, top + 2) == pytest.approx((204, 77, 77), abs=2)


def test_an_opaque_picture_has_no_checkerboard() -> None:
    scene = scene_of(Image.new("RGBA", (40, 30), (*RED, 255)))
    assert colour_at(paint(scene), 45, 30) == RED


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from([0.11, 0.37, 0.5, 1.0, 1.7, 2.0, 3.3]),
    st.tuples(st.floats(0, 90), st.floats(0, 60)),
    st.tuples(st.integers(0, 89), st.integers(0, 59), st.integers(1, 40), st.integers(1, 40)),
)
def test_a_part_painted_again_fits_what_is_around_it(zoom: float, at: Point, strip: tuple[int, int, int, int]) -> None:
    scene = Scene(shown=SPECKLED)
    scene.arrange((90, 60), 1.0)
    scene.view = scene.view.zoomed(zoom, at)
    bounds = scene.view.bounds
    box = QRect(int(bounds.x), int(bounds.y), int(bounds.width), int(bounds.height))
    whole, again = (QImage(90, 60, QImage.Format.Format_RGB32) for _ in range(2))
    for image in (whole, again):
        image.fill(QColor(*GREY))
        painter = QPainter(image)
        draw_levels(painter, SPECKLED.levels, box, whole.rect(), whole.rect(), zoom, 1.0)
        if image is again:
            draw_levels(painter, SPECKLED.levels, box, whole.rect(), QRect(*strip), zoom, 1.0)
        painter.end()
    assert whole == again if zoom >= NEAREST_FROM else greatest_difference(whole, again) <= 8


def greatest_difference(one: QImage, other: QImage) -> int:
    """Of 255; Qt blends a pixel a little differently when it begins with it."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(first - second) for first, second in pairs)


def comparison(mode: CompareMode, *, across: bool = True, labels: tuple[str, str] = ("", "")) -> Scene:
    """The red original and the blue result of another size, on 200 × 100 pixels."""
    scene = Scene(shown=shown(plain(80, 40, BLUE)), before=shown(plain(160, 80), "before"), labels=labels)
    scene.mode, scene.across = mode, across
    scene.arrange((200, 100), 1.0)
    scene.view = scene.view.zoomed(1.0)
    return scene


def test_the_divider_cuts_at_its_line() -> None:
    scene = comparison(CompareMode.SPLIT)
    scene.split = 0.25
    painted = paint(scene)
    assert scene.line == 20 + 40
    assert [colour_at(painted, x, 50) for x in (19 + 2, 59, 60, 179)] == [RED, RED, BLUE, BLUE]


def test_a_horizontal_divider_cuts_above_and_below() -> None:
    scene = comparison(CompareMode.SPLIT, across=False)
    painted = paint(scene)
    assert [colour_at(painted, 100, y) for y in (12, 49, 50, 88)] == [RED, RED, BLUE, BLUE]


def test_a_result_of_another_size_covers_the_original() -> None:
    scene = comparison(CompareMode.SPLIT)
    scene.split = 0.0
    painted = paint(scene)
    assert {colour_at(painted, x, y) for x in (20, 179) for y in (10, 89)} == {BLUE}
    assert colour_at(painted, 17, 50) == GREY


def test_side_by_side_shows_the_same_part_twice() -> None:
    image = speckled(400, 300)
    scene = Scene(shown=shown(image), before=shown(image, "before"), mode=CompareMode.SIDE_BY_SIDE, labels=("", ""))
    scene.arrange((206, 100), 1.0)
    scene.view = scene.view.zoomed(1.0, (20, 80))
    painted = paint(scene)
    assert [colour_at(painted, x, y) for x in range(0, 100, 7) for y in range(0, 100, 7)] == [
        colour_at(painted, x + 106, y) for x in range(0, 100, 7) for y in range(0, 100, 7)
    ]
    assert colour_at(painted, 103, 50) == GREY, "the gap"


def test_peeking_shows_the_original_in_its_place() -> None:
    scene = comparison(CompareMode.SINGLE)
    scene.peek = True
    assert colour_at(paint(scene), 100, 50) == RED
    scene.peek = False
    assert colour_at(paint(scene), 100, 50) == BLUE


@pytest.mark.parametrize("across", [True, False])
def test_labels_lie_in_the_outer_corners(across: bool) -> None:
    bare, labelled = (
        paint(comparison(CompareMode.SPLIT, across=across, labels=labels)) for labels in (("", ""), ("A", "B"))
    )
    changed = {(x // 100, y // 50) for x in range(200) for y in range(100) if bare.pixel(x, y) != labelled.pixel(x, y)}
    assert {(0, 0), (1, 0) if across else (0, 1)} == changed


def test_a_label_is_cut_off_where_the_divider_covers_its_side() -> None:
    scene = comparison(CompareMode.SPLIT, labels=("A long name", "B"))
    scene.split = 0.1
    painted = paint(scene)
    assert scene.line == 36
    assert {colour_at(painted, x, y) for x in range(36, 120) for y in range(12, 50)} == {BLUE}


def test_the_ring_is_seen_on_any_ground(qtbot: QtBot) -> None:
    del qtbot
    for ground in ((0, 0, 0), (255, 255, 255), (30, 110, 220)):
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(QColor(*ground))
        painter = QPainter(image)
        draw_ring(painter, image.rect(), QColor(30, 110, 220))
        painter.end()
        lightness = [image.pixelColor(x, 20).lightness() for x in range(5)]
        assert max(lightness) - min(lightness) > 120
        assert colour_at(image, 8, 20) == ground


def test_which_colours_are_dark() -> None:
    assert is_dark(QColor(30, 30, 30))
    assert not is_dark(QColor(240, 240, 240))


def test_an_onion_skin_is_mixed_as_far_as_it_is_said() -> None:
    scene = comparison(CompareMode.ONION)
    seen = []
    for opacity in (0.0, 0.25, 1.0):
        scene.opacity = opacity
        seen.append(colour_at(paint(scene), 100, 50))
    assert seen[0] == RED
    assert seen[1] == pytest.approx((155, 20, 65), abs=2)
    assert seen[2] == BLUE


def test_the_frame_round_two_pictures_is_no_darker_than_round_one() -> None:
    seen = []
    for mode in (CompareMode.SINGLE, CompareMode.ONION):
        scene = comparison(mode)
        bounds = scene.view.bounds
        seen.append(colour_at(paint(scene), int(bounds.x) - 1, 50))
    assert seen[0] == seen[1] != GREY


def test_beside_a_result_of_another_shape_an_onion_skin_shows_the_original() -> None:
    scene = Scene(shown=shown(plain(40, 40, BLUE)), before=shown(plain(160, 80), "before"), labels=("", ""))
    scene.mode, scene.opacity = CompareMode.ONION, 1.0
    scene.arrange((200, 100), 1.0)
    scene.view = scene.view.zoomed(1.0)
    assert [colour_at(paint(scene), x, 50) for x in (22, 100, 178)] == [RED, BLUE, RED]


def test_transparent_parts_of_an_onion_skin_cross_fade() -> None:
    """The checkerboard is faded in, too: at the end the result is seen as it is alone."""
    clear = shown(plain(160, 80, (0, 0, 0, 0)))
    scene = Scene(shown=clear, before=shown(plain(160, 80), "before"), labels=("", ""), mode=CompareMode.ONION)
    scene.opacity = 1.0
    scene.arrange((200, 100), 1.0)
    assert colour_at(paint(scene), 100, 50) in (LIGHT, MID)


@pytest.mark.parametrize("mode", [CompareMode.SPLIT, CompareMode.ONION])
@settings(max_examples=15, deadline=None)
@given(st.integers(60, 600), st.text("abcdefghij ", max_size=80), st.text("klmnop", max_size=80))
def test_labels_are_cut_and_never_meet(mode: CompareMode, width: int, first: str, second: str) -> None:
    bare, left, right = (labels_at(mode, width, labels) for labels in (("", ""), (first, ""), ("", second)))
    changed = [
        {x for x in range(width) for y in range(0, 60, 3) if bare.pixel(x, y) != one.pixel(x, y)}
        for one in (left, right)
    ]
    assert max(changed[0], default=0) < width / 2
    assert min(changed[1], default=width) > width / 2


def labels_at(mode: CompareMode, width: int, labels: tuple[str, str]) -> QImage:
    scene = Scene(shown=SAME[0], before=SAME[1], mode=mode, labels=labels)
    scene.arrange((width, 300), 1.0)
    return paint(scene)


SAME = [shown(plain(300, 200), name) for name in ("after", "before")]


def test_a_long_label_in_a_pane_stays_in_it() -> None:
    scene = comparison(CompareMode.SIDE_BY_SIDE, labels=("A very long name of a picture", "B"))
    bare = paint(comparison(CompareMode.SIDE_BY_SIDE))
    painted = paint(scene)
    changed = {x for x in range(97) for y in range(100) if bare.pixel(x, y) != painted.pixel(x, y)}
    assert changed
    assert max(changed) < 97
