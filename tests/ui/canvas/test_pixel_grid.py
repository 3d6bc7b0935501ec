"""Lines between pixels, and their values on them."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QColorSpace, QImage, QPainter

from flux_desktop.ui.canvas import CompareMode
from flux_desktop.ui.canvas.pixel_grid import PixelGrid
from flux_desktop.ui.canvas.scene import Scene
from tests.imaging.pictures import matrix_profile
from tests.ui.canvas.hands import Hands
from tests.ui.canvas.pictures import Colour, colour_at, paint, shown, speckled

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = (240, 180)


def scene(zoom: float, colour: Colour | None = None, ratio: float = 1.0) -> Scene:
    """A picture of 100 × 80 pixels in the middle of a canvas of `SIZE` device pixels."""
    image = speckled(100, 80) if colour is None else Image.new("RGB", (100, 80), colour)
    made = Scene(shown=shown(image))
    made.arrange(SIZE, ratio)
    made.view = made.view.zoomed(zoom)
    return made


def drawn(seen: Scene, parts: list[QRect] | None = None, *, values: bool = True) -> QImage:
    """The scene with what belongs to its pixels over it, part by part."""
    image = paint(seen)
    painter = QPainter(image)
    grid = PixelGrid()
    for part in parts or [QRect(0, 0, round(SIZE[0] / seen.ratio), round(SIZE[1] / seen.ratio))]:
        painter.setClipRect(part)
        grid.draw(painter, seen, [part], values=values)
    painter.end()
    return image


def changed(seen: Scene, image: QImage) -> set[tuple[int, int]]:
    plain = paint(seen)
    return {(x, y) for x in range(SIZE[0]) for y in range(SIZE[1]) if plain.pixel(x, y) != image.pixel(x, y)}


@pytest.mark.parametrize("zoom", [8.0, 9.5, 12.7, 27.25])
def test_lines_are_where_one_pixel_ends_and_the_next_begins(zoom: float) -> None:
    seen = scene(zoom)
    plain, places = paint(seen), changed(seen, drawn(seen, values=False))
    columns = {x for x in range(1, SIZE[0]) if all((x, y) in places for y in range(SIZE[1]))}
    rows = {y for y in range(1, SIZE[1]) if all((x, y) in places for x in range(SIZE[0]))}
    steps = {
        x for x in range(1, SIZE[0]) if any(colour_at(plain, x, y) != colour_at(plain, x - 1, y) for y in (90, 91))
    }
    assert len(columns) == len(steps)
    assert max(abs(one - other) for one, other in zip(sorted(columns), sorted(steps), strict=True)) <= (zoom % 1 > 0)
    assert abs(len(columns) - SIZE[0] / zoom) <= 1.5
    assert places <= {(x, y) for x in range(SIZE[0]) for y in range(SIZE[1]) if x in columns | {0} or y in rows | {0}}


@pytest.mark.parametrize("zoom", [0.5, 1.0, 4.0, 7.9])
def test_small_pixels_have_none(zoom: float) -> None:
    seen = scene(zoom)
    assert not changed(seen, drawn(seen))


@pytest.mark.parametrize("colour", [(0, 0, 0), (255, 255, 255), (128, 128, 128), (255, 220, 0)])
def test_lines_are_seen_on_any_colour(colour: Colour) -> None:
    seen = scene(10.0, colour)
    image, places = drawn(seen), changed(seen, drawn(seen))
    assert len(places) > SIZE[0] * SIZE[1] / 12
    seen_by = [abs(QColor(image.pixel(x, y)).lightness() - QColor(*colour).lightness()) for x, y in places]
    assert sum(seen_by) / len(seen_by) > 25


@pytest.mark.parametrize("zoom", [8.0, 33.0])
def test_painted_in_parts_it_is_the_same(zoom: float) -> None:
    seen = scene(zoom)
    width, height = SIZE
    parts = [QRect(0, 0, width, 31), QRect(0, 31, 77, height - 31), QRect(77, 31, width - 77, height - 31)]
    assert drawn(seen, parts) == drawn(seen)


def test_lines_move_with_the_picture() -> None:
    seen = scene(10.0, (90, 90, 90))
    before = drawn(seen)
    seen.view = seen.view.panned(3, 2)
    after = drawn(seen)
    assert before.copy(20, 20, 150, 100) == after.copy(23, 22, 150, 100)


def test_values_are_written_where_there_is_room() -> None:
    assert changed(scene(31.0), drawn(scene(31.0))) == changed(scene(31.0), drawn(scene(31.0), values=False))
    with_values, without = (drawn(scene(40.0), values=values) for values in (True, False))
    assert with_values != without
    assert drawn(scene(40.0, ratio=2.0)) == drawn(scene(40.0, ratio=2.0), values=False)


def test_values_are_those_of_the_pixels() -> None:
    """Other numbers look different, each in its own line, and black on light is white on dark."""

    def written(*colour: int) -> QImage:
        seen = scene(40.0, (colour[0], colour[1], colour[2]))
        plain, image = drawn(seen, values=False), drawn(seen)
        box = seen.view.bounds
        left, top = round(box.x + 48 * 40), round(box.y + 39 * 40)
        ink = QImage(40, 40, QImage.Format.Format_Grayscale8)
        for x in range(40):
            for y in range(40):
                same = plain.pixel(left + x, top + y) == image.pixel(left + x, top + y)
                ink.setPixelColor(x, y, QColor(0, 0, 0) if same else QColor(255, 255, 255))
        return ink

    assert written(10, 20, 30) == written(10, 20, 30)
    thirds = [QRect(0, at, 40, 11) for at in (4, 15, 26)]
    for index, other in enumerate(((11, 20, 30), (10, 21, 30), (10, 20, 31))):
        differs = [written(10, 20, 30).copy(third) != written(*other).copy(third) for third in thirds]
        assert differs == [index == place for place in range(3)]


def test_values_are_those_of_the_picture_whatever_the_display_shows() -> None:
    seen, profile = scene(40.0, (120, 160, 90)), matrix_profile()
    grid, image = PixelGrid(), paint(seen)
    display = QColorSpace.fromIccProfile(profile)
    grid.undo = display.transformationToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    painter = QPainter(image)
    grid.draw(painter, seen, [QRect(0, 0, *SIZE)])
    painter.end()
    assert image != drawn(seen)


def test_ink_is_readable_on_its_pixel() -> None:
    for colour, ink in (((250, 250, 250), 0), ((5, 5, 5), 255), ((20, 20, 200), 255), ((240, 220, 60), 0)):
        seen = scene(48.0, colour)
        box = seen.view.bounds
        inside = drawn(seen).copy(int(box.x) + 48 * 48 + 4, int(box.y) + 38 * 48 + 4, 40, 40)
        greys = {QColor(inside.pixel(x, y)).value() for x in range(40) for y in range(40)}
        assert any(abs(grey - ink) < 12 for grey in greys)


def test_what_cannot_be_seen_has_no_values() -> None:
    clear = Image.new("RGBA", (100, 80), (200, 10, 10, 0))
    seen = Scene(shown=shown(clear))
    seen.arrange(SIZE, 1.0)
    seen.view = seen.view.zoomed(40.0)
    assert drawn(seen) == drawn(seen, values=False)


@pytest.mark.parametrize(
    ("mode", "has"), [(CompareMode.SPLIT, True), (CompareMode.SIDE_BY_SIDE, True), (CompareMode.ONION, False)]
)
def test_of_blended_pictures_there_are_no_values(mode: CompareMode, has: bool) -> None:
    seen = scene(40.0)
    seen.before, seen.mode = shown(speckled(100, 80).transpose(Image.Transpose.ROTATE_180), "before"), mode
    seen.arrange(SIZE, 1.0)
    assert PixelGrid().shows_values(seen) is has
    assert (drawn(seen) != drawn(seen, values=False)) is has


def test_the_canvas_shows_it_until_it_is_switched_off(hands: Hands) -> None:
    canvas = hands.canvas
    canvas.zoom_to(10.0)
    canvas.extras.navigator = False
    with_grid = canvas.grab().toImage()
    canvas.extras.pixel_grid = False
    without = canvas.grab().toImage()
    assert with_grid != without
    canvas.extras.pixel_grid = True
    assert canvas.grab().toImage() == with_grid
