"""What is told of the pixel under the pointer."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from flux_desktop.core.errors import KeyRefused
from flux_desktop.imaging.colour_display import converter
from flux_desktop.ui.canvas import CompareMode, Shown, prepare
from flux_desktop.ui.canvas.info_line import InfoLine, Reading
from flux_desktop.ui.canvas.tuning_strip import TuningStrip
from flux_desktop.ui.messages.bar import MessageBar
from tests.imaging.pictures import matrix_profile
from tests.ui.canvas.hands import Hands
from tests.ui.canvas.pictures import plain, shown, speckled


def line(hands: Hands) -> InfoLine:
    found = hands.canvas.findChild(InfoLine)
    assert found is not None
    return found


def told(hands: Hands, x: int, y: int) -> str:
    hands.move(1, 1)
    hands.move(x, y)
    return line(hands).words if line(hands).isVisible() else ""


def expected(x: int, y: int, colour: tuple[int, ...]) -> str:
    return f"{x}, {y}  {colour[0]} {colour[1]} {colour[2]}  #{colour[0]:02X}{colour[1]:02X}{colour[2]:02X}"


@pytest.mark.parametrize("zoom", [0.0, 1.0, 3.0, 20.0])
@pytest.mark.parametrize(("x", "y"), [(200, 150), (45, 60), (371, 200)])
def test_place_and_colour_are_those_of_the_picture(hands: Hands, zoom: float, x: int, y: int) -> None:
    if zoom:
        hands.canvas.zoom_to(zoom)
    across, down = (int(side) for side in hands.under(x, y))
    colour = speckled(800, 600).getpixel((across, down))
    assert isinstance(colour, tuple)
    assert told(hands, x, y) == expected(across, down, colour)
    assert line(hands).accessibleDescription() == line(hands).words


def test_beside_the_picture_there_is_nothing_to_tell(hands: Hands) -> None:
    assert told(hands, 200, 150)
    assert not told(hands, 2, 2)
    assert told(hands, 200, 150)
    QApplication.sendEvent(hands.canvas, QEvent(QEvent.Type.Leave))
    assert not line(hands).isVisible()


def test_it_follows_a_picture_that_moves_under_the_pointer(hands: Hands) -> None:
    hands.canvas.zoom_to(2.0)
    first = told(hands, 200, 150)
    hands.canvas.pan_by(-40, 0)
    assert line(hands).words != first
    assert line(hands).words.startswith(f"{int(hands.under(200, 150)[0])}, ")
    hands.canvas.show_picture(None)
    assert not line(hands).isVisible()


def test_the_longest_numbers_have_room_and_nothing_moves(hands: Hands) -> None:
    told(hands, 100, 100)
    place = line(hands).geometry()
    assert hands.canvas.rect().contains(place)
    for x in (120, 200, 330):
        told(hands, x, 150)
        assert line(hands).geometry() == place
    assert place.width() > line(hands).fontMetrics().horizontalAdvance("999, 999 255 255 255 #DDDDDD")


def test_it_gives_way_to_what_is_pointed_at(hands: Hands) -> None:
    hands.canvas.window().resize(800, 600)
    hands.canvas.resize(800, 600)
    hands.canvas.zoom_to(2.0)
    told(hands, 200, 150)
    home = line(hands).geometry()
    corner = hands.canvas.rect().bottomRight() - QPoint(3, 3)
    for place in (home.center(), home.topLeft(), corner):
        assert told(hands, place.x(), place.y())
        assert not line(hands).geometry().contains(place)
        assert hands.canvas.rect().contains(line(hands).geometry())
        assert line(hands).y() == home.y()
    told(hands, 60, home.center().y())
    assert line(hands).geometry() == home


def test_it_lies_above_a_message(hands: Hands) -> None:
    told(hands, 200, 100)
    home = line(hands).geometry()
    messages = MessageBar(hands.canvas)
    messages.room_taken.connect(hands.canvas.extras.make_room_for_words)
    messages.show_error(KeyRefused("1min.ai does not accept the key.", "Check it."))
    assert line(hands).geometry().intersected(messages.geometry()).isEmpty()
    assert hands.canvas.rect().contains(line(hands).geometry())
    messages.dismiss()
    assert line(hands).geometry() == home


def test_where_it_cannot_give_way_it_stays(hands: Hands) -> None:
    told(hands, 200, 150)
    hands.canvas.resize(line(hands).width() + 30, 300)
    hands.canvas.zoom_to(2.0)
    home = line(hands).geometry()
    assert told(hands, home.center().x(), home.center().y())
    assert line(hands).geometry() == home


def test_of_two_the_seen_one_is_told_in_the_original_s_pixels(hands: Hands) -> None:
    canvas = hands.canvas
    canvas.show_pair(shown(plain(400, 300), "after"), shown(plain(800, 600, (1, 2, 3)), "before"), ("Before", "After"))
    canvas.compare_mode = CompareMode.SPLIT
    for point, colour in ((60, (1, 2, 3)), (330, (200, 20, 20))):
        x, y = hands.under(point, 150)
        assert told(hands, point, 150) == expected(int(x), int(y), colour)


def test_of_a_preview_only_the_place_is_known(hands: Hands) -> None:
    hands.canvas.show_picture(Shown(prepare(speckled(80, 60), (800, 600)), "one", "one.png"))
    x, y = (int(side) for side in hands.under(200, 150))
    assert told(hands, 200, 150) == f"{x}, {y}"


def test_how_opaque_a_pixel_is_is_told_where_it_is_not_wholly(hands: Hands) -> None:
    hands.canvas.show_picture(shown(prepare(Image.new("RGBA", (800, 600), (200, 100, 50, 51)))))
    assert "200 100 50 · 20%" in told(hands, 200, 150)


def test_in_the_colours_of_a_display_it_still_tells_those_of_the_picture(hands: Hands) -> None:
    profile, colour = matrix_profile(), (120, 160, 90)
    image = Image.new("RGB", (800, 600), colour)
    hands.canvas.show_picture(shown(prepare(image, None, converter(profile))))
    hands.canvas.extras.set_display(profile)
    seen = told(hands, 200, 150).split("  ")[1].split()
    assert max(abs(int(one) - other) for one, other in zip(seen, colour, strict=True)) <= 2
    hands.canvas.extras.set_display(b"")
    unaware = line(hands).words.split("  ")[1].split()
    assert max(abs(int(one) - other) for one, other in zip(unaware, colour, strict=True)) > 4


def test_the_loupe_takes_it_along(hands: Hands) -> None:
    told(hands, 200, 150)
    hands.canvas.set_loupe(True)
    first = line(hands).words
    hands.tap(Qt.Key.Key_Right)
    hands.tap(Qt.Key.Key_Right)
    assert line(hands).words != first


def test_switched_off_it_tells_nothing(hands: Hands) -> None:
    hands.canvas.extras.info_line = False
    assert not told(hands, 200, 150)
    hands.canvas.extras.info_line = True
    assert line(hands).isVisible()


def test_it_lets_the_mouse_through(hands: Hands) -> None:
    hands.canvas.zoom_to(2.0)
    told(hands, 200, 150)
    middle, before = line(hands).geometry().center(), hands.canvas.view
    hands.press(middle.x(), middle.y())
    hands.move(middle.x() - 30, middle.y())
    hands.release(middle.x() - 30, middle.y())
    assert hands.canvas.view != before


def test_it_lies_above_what_adjusts_a_comparison(hands: Hands) -> None:
    canvas = hands.canvas
    canvas.compare(shown(plain(800, 600), "before"))
    canvas.compare_mode = CompareMode.ONION
    told(hands, 200, 150)
    strip = canvas.findChild(TuningStrip)
    assert strip is not None
    assert not line(hands).geometry().intersects(strip.geometry())


def test_a_reading_in_words() -> None:
    assert Reading(3, 4, None).numbers == Reading(3, 4, None).hex == ""
    assert Reading(3, 4, QColor(1, 2, 3)).hex == "#010203"
