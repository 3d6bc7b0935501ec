"""The canvas as a whole: what it shows, says and keeps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from flux_desktop.ui.canvas import Canvas, CompareMode
from flux_desktop.ui.canvas.hint import Hint
from tests.ui.canvas.hands import Hands
from tests.ui.canvas.pictures import BLUE, GREY, RED, Colour, colour_at, plain, shown
from tests.ui.panels import nameless
from tests.ui.screen_reader import Reader


def pixel(canvas: Canvas, x: int, y: int) -> Colour:
    return colour_at(canvas.grab().toImage(), x, y)


def test_everything_in_it_has_a_name(canvas: Canvas) -> None:
    canvas.set_recent(["/pictures/one.jpg"])
    assert nameless(canvas) == []
    assert (canvas.objectName(), canvas.accessibleIdentifier(), canvas.accessibleName()) == (
        "canvas",
        "canvas",
        "Canvas",
    )


def test_the_picture_takes_the_place_of_the_invitation(canvas: Canvas) -> None:
    told: list[str] = []
    canvas.picture_shown.connect(told.append)
    empty = canvas.findChild(QWidget, "empty_state")
    assert empty is not None
    assert empty.isVisible()
    canvas.show_picture(shown(plain(100, 100), "first"))
    assert not empty.isVisible()
    assert pixel(canvas, 200, 150) == RED
    assert pixel(canvas, 3, 3) == GREY
    canvas.show_picture(None)
    assert empty.isVisible()
    assert told == ["first", ""]


def test_the_surround_follows_the_theme(canvas: Canvas) -> None:
    canvas.show_picture(shown(plain(100, 100)))
    palette = canvas.palette()
    palette.setColor(QPalette.ColorRole.Window, QColor(30, 30, 30))
    canvas.setPalette(palette)
    dark = pixel(canvas, 3, 3)
    assert dark == (56, 56, 56)
    assert len(set(dark)) == 1, "neutral"
    canvas.surround = (QColor(200, 200, 200), QColor(10, 10, 10))
    assert pixel(canvas, 3, 3) == (10, 10, 10)


# Zoom


def test_zoom_goes_by_steps_and_is_told(hands: Hands) -> None:
    canvas = hands.canvas
    told: list[float] = []
    canvas.zoom_changed.connect(told.append)
    canvas.zoom_to(1.0)
    canvas.zoom_in()
    canvas.zoom_in()
    canvas.zoom_out()
    assert told == [1.0, 1.5, 2.0, 1.5]
    canvas.pan_by(5, 5)
    canvas.zoom_to(1.5)
    assert len(told) == 4, "nothing new to tell"


def test_zoom_stays_at_a_point(hands: Hands) -> None:
    hands.canvas.zoom_to(1.0)
    before = hands.under(120, 80)
    hands.canvas.zoom_to(4.0, QPointF(120, 80))
    assert hands.under(120, 80) == pytest.approx(before, abs=0.6)


def test_fit_follows_the_size_of_the_window(hands: Hands) -> None:
    canvas = hands.canvas
    zoom = canvas.zoom
    canvas.resize(200, 150)
    assert canvas.is_fit
    assert canvas.zoom < zoom
    canvas.zoom_to(1.0)
    canvas.resize(300, 200)
    assert (canvas.zoom, canvas.is_fit) == (1.0, False)
    canvas.fit()
    assert canvas.is_fit


def test_toggling_goes_between_fit_and_100_percent(hands: Hands) -> None:
    canvas = hands.canvas
    canvas.zoom_to(3.0)
    canvas.toggle_zoom()
    assert canvas.is_fit
    canvas.toggle_zoom(QPointF(50, 50))
    assert canvas.zoom == 1.0


def test_an_empty_canvas_does_not_zoom(canvas: Canvas) -> None:
    told: list[float] = []
    canvas.zoom_changed.connect(told.append)
    canvas.zoom_in()
    canvas.fit()
    canvas.pan_by(10, 10)
    assert told == []
    assert not canvas.holds(QPointF(200, 150))


def test_another_picture_of_that_shape_is_seen_at_the_same_place(hands: Hands) -> None:
    canvas = hands.canvas
    canvas.zoom_to(3.0, QPointF(90, 200))
    view = canvas.view
    canvas.show_picture(shown(plain(800, 600), "result"))
    assert canvas.view == view
    canvas.show_picture(shown(plain(400, 300), "smaller"))
    assert canvas.view.bounds == view.bounds
    canvas.show_picture(shown(plain(300, 800), "another"))
    assert canvas.is_fit


def test_a_preview_is_seen_where_its_picture_will_be(hands: Hands) -> None:
    from PIL import Image

    from flux_desktop.ui.canvas import prepare

    canvas = hands.canvas
    canvas.show_picture(shown(prepare(Image.new("RGB", (80, 60), RED), (800, 600))))
    canvas.zoom_to(2.0)
    view = canvas.view
    canvas.show_picture(shown(plain(800, 600)))
    assert canvas.view == view


# Comparing


def test_compare_holds_up_either_picture(hands: Hands) -> None:
    canvas = hands.canvas
    canvas.show_picture(shown(plain(800, 600, BLUE)))
    canvas.compare(shown(plain(800, 600, RED), "before"))
    assert canvas.compared is not None
    assert pixel(canvas, 200, 150) == BLUE
    canvas.set_peek(True)
    assert pixel(canvas, 200, 150) == RED
    canvas.set_peek(False)
    assert pixel(canvas, 200, 150) == BLUE


def test_the_split_is_kept_and_painted(hands: Hands) -> None:
    canvas = hands.canvas
    canvas.show_picture(shown(plain(800, 600, BLUE)))
    canvas.compare(shown(plain(800, 600, RED), "before"))
    canvas.compare_mode = CompareMode.SPLIT
    for split in (0.25, 0.75):
        canvas.split = split
        line = 12 + round(split * 376)
        assert [pixel(canvas, x, 240) for x in (line - 5, line + 5)] == [RED, BLUE]


def test_a_mode_may_be_named(canvas: Canvas) -> None:
    canvas.compare_mode = "split"  # type: ignore[assignment]  # a button knows it by its name
    assert canvas.compare_mode is CompareMode.SPLIT
    with pytest.raises(ValueError, match="round"):
        canvas.compare_mode = "round"  # type: ignore[assignment]


# What it says


def test_a_screen_reader_hears_what_is_seen(hands: Hands) -> None:
    canvas = hands.canvas
    assert canvas.accessibleDescription() == "one.png, 800 × 600 pixels, 46%, fits the window"
    canvas.zoom_to(2.0)
    assert canvas.accessibleDescription() == "one.png, 800 × 600 pixels, 200%"
    canvas.compare(shown(plain(800, 600), "before"), ("Before", "Result"))
    canvas.compare_mode = CompareMode.SIDE_BY_SIDE
    assert canvas.accessibleDescription().endswith("200%, comparing Before and Result, side by side")
    canvas.set_peek(True)
    assert canvas.accessibleDescription().endswith("200%, showing Before")
    canvas.show_picture(None)
    assert canvas.accessibleDescription() == "No picture is open"


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        (CompareMode.SPLIT, "split"),
        (CompareMode.ONION, "onion skin"),
        (CompareMode.BLINK, "blink"),
        (CompareMode.DIFFERENCE, "difference, 100 % differs"),
    ],
)
def test_a_screen_reader_hears_how_they_are_compared(hands: Hands, mode: CompareMode, words: str) -> None:
    hands.canvas.show_pair(shown(plain(800, 600, BLUE)), shown(plain(800, 600), "before"), ("Before", "Seed 7"))
    hands.canvas.compare_mode = mode
    assert hands.canvas.accessibleDescription().endswith(f"comparing Before and Seed 7, {words}")
    hands.canvas.swap()
    assert hands.canvas.accessibleDescription().endswith(f"comparing Seed 7 and Before, {words}")


def test_what_changes_is_announced(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    canvas = hands.canvas
    canvas.show_pair(shown(plain(800, 600)), shown(plain(800, 600), "before"), ("Before", "Result"))
    reader = Reader(monkeypatch)
    canvas.compare_mode = CompareMode.SPLIT
    canvas.swap()
    canvas.orientation = Qt.Orientation.Vertical
    canvas.compare_mode = CompareMode.DIFFERENCE
    canvas.set_loupe(True)
    canvas.set_loupe(False)
    canvas.set_peek(True)
    canvas.set_peek(False)
    canvas.set_message("Opening photo.jpg …")
    canvas.set_message("")
    assert reader.heard == [
        "Split. Before first, Result second",
        "Sides swapped. Result first, Before second",
        "Above and below",
        "No difference",
        "Difference. Result first, Before second. No difference",
        "Loupe on",
        "Loupe off",
        "Showing Before",
        "Showing Result",
        "Opening photo.jpg …",
    ]


def test_a_pair_comes_at_once(hands: Hands) -> None:
    """No frame, and no description, has one picture of the old pair and one of the new."""
    canvas = hands.canvas
    told: list[str] = []
    canvas.compare_mode = CompareMode.SIDE_BY_SIDE
    canvas.picture_shown.connect(lambda id: told.append(canvas.compared.id if canvas.compared else ""))
    canvas.show_pair(shown(plain(800, 600), "one"), shown(plain(80, 60), "its before"), ("", ""))
    canvas.show_pair(shown(plain(80, 60), "two"), None, ("", ""))
    assert told == ["its before", ""]
    assert not canvas.is_comparing


def test_a_message_lies_over_the_picture_until_it_is_taken_away(hands: Hands) -> None:
    canvas = hands.canvas
    hint = canvas.findChild(Hint, "canvas_message")
    assert hint is not None
    canvas.set_message("Opening <b>&bee</b>.jpg…")
    assert hint.isVisible()
    assert hint.textFormat() is Qt.TextFormat.PlainText, "names of files are text"
    assert canvas.rect().contains(hint.geometry())
    assert abs(hint.geometry().center().x() - 200) <= 1
    canvas.resize(300, 200)
    assert canvas.rect().contains(hint.geometry())
    canvas.set_message("long " * 200)
    assert hint.width() <= 300
    canvas.set_message("")
    assert not hint.isVisible()


def test_a_message_lets_the_mouse_through(hands: Hands) -> None:
    hands.canvas.zoom_to(2.0)
    hands.canvas.set_message("Opening…")
    x = hands.canvas.view.bounds.x
    hands.drag((200, 265), (220, 265))
    assert hands.canvas.view.bounds.x == x + 20


# The focus


def ringed(canvas: Canvas) -> bool:
    highlight = canvas.palette().highlight().color()
    return pixel(canvas, 0, 150) == (highlight.red(), highlight.green(), highlight.blue())


def test_the_ring_is_for_who_came_by_keys(hands: Hands, window: QWidget) -> None:
    canvas = hands.canvas
    other = QPushButton("Other", window)
    other.setGeometry(0, 0, 60, 20)
    other.show()
    assert not ringed(canvas), "the fixture clicked"
    other.setFocus()
    QTest.keyClick(hands.window, Qt.Key.Key_Backtab)
    assert canvas.hasFocus()
    assert ringed(canvas)
    other.setFocus()
    assert not ringed(canvas)
    hands.press(200, 150)
    hands.release(200, 150)
    assert canvas.hasFocus()
    assert not ringed(canvas)


@pytest.mark.parametrize(
    ("reason", "ring"), [(Qt.FocusReason.TabFocusReason, True), (Qt.FocusReason.MouseFocusReason, False)]
)
def test_the_ring_comes_back_with_the_window_if_it_was_there(hands: Hands, reason: Qt.FocusReason, ring: bool) -> None:
    canvas = hands.canvas
    canvas.clearFocus()
    canvas.setFocus(reason)
    canvas.clearFocus()
    assert not ringed(canvas)
    canvas.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    assert ringed(canvas) is ring


# The empty state


@pytest.mark.parametrize("name", ["open", "paste", "sample"])
def test_the_invitation_has_a_button_for_each_way_in(canvas: Canvas, name: str) -> None:
    told: list[str] = []
    canvas.open_requested.connect(lambda: told.append("open"))
    canvas.paste_requested.connect(lambda: told.append("paste"))
    canvas.sample_requested.connect(lambda: told.append("sample"))
    QTest.mouseClick(button(canvas, f"{name}_button"), Qt.MouseButton.LeftButton)
    assert told == [name]


def test_recent_pictures_are_offered_and_opened(canvas: Canvas) -> None:
    canvas.resize(500, 600)
    paths = [f"/pictures/R&D <{place}>.jpg" for place in range(8)]
    told: list[str] = []
    canvas.recent_requested.connect(told.append)
    canvas.set_recent(paths)
    offered = [one for one in recent(canvas) if one.isVisible()]
    assert [one.accessibleName() for one in offered] == [f"Open R&D <{place}>.jpg in /pictures" for place in range(5)]
    assert offered[0].text().startswith("R&&D <0>.jpg"), "shown as it is"
    assert "&lt;0&gt;" in offered[0].toolTip()
    QTest.mouseClick(offered[1], Qt.MouseButton.LeftButton)
    assert told == [paths[1]]
    canvas.set_recent([])
    assert not canvas.findChildren(QLabel, "recent_title")[0].isVisible()


def test_a_small_window_keeps_what_matters_most(canvas: Canvas) -> None:
    canvas.set_recent(["/one.jpg", "/two.jpg"])
    canvas.resize(500, 600)
    assert len([one for one in recent(canvas) if one.isVisible()]) == 2
    canvas.resize(canvas.minimumSizeHint())
    assert button(canvas, "open_button").isVisible()
    assert canvas.rect().contains(button(canvas, "open_button").geometry())
    assert not [one for one in recent(canvas) if one.isVisible()]
    canvas.resize(500, 600)
    assert len([one for one in recent(canvas) if one.isVisible()]) == 2, "they come back"


def button(canvas: Canvas, name: str) -> QPushButton:
    found = canvas.findChild(QPushButton, name)
    assert found is not None
    return found


def recent(canvas: Canvas) -> list[QPushButton]:
    return [one for one in canvas.findChildren(QPushButton) if one.objectName().startswith("recent_")]
