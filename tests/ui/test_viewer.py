"""What is on the canvas: the picture that is looked at, and how it is compared with the one before it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from flux_desktop.core.history import HistoryNode
from flux_desktop.ui import picture_shelf, viewer
from flux_desktop.ui.canvas.compare_bar import MODES
from flux_desktop.ui.picture_shelf import PictureShelf
from flux_desktop.ui.viewer import BADLY_READ
from tests.ui.results import until
from tests.ui.windows import CONTROL, NONE, SHIFT, User

BUTTONS = [name for _, name, _ in MODES]
KEYS = [key for key, _, _ in MODES]


async def edited(user: User) -> HistoryNode:
    await user.open(user.file("photo.png"))
    return await user.result("black and white")


def colour(user: User, share: float) -> QColor:
    """What is painted at a part of the canvas's width."""
    canvas = user.window.canvas
    image = canvas.grab().toImage()
    return image.pixelColor(int(image.width() * share), image.height() // 2)


def is_grey(seen: QColor) -> bool:
    return seen.red() == seen.green() == seen.blue()


def mode(user: User) -> str:
    """The button that is down in the bar, which must say what the canvas does."""
    return " ".join(name for name in BUTTONS if user.find(QAbstractButton, name).isChecked())


def shelf(user: User) -> PictureShelf:
    return user.find(PictureShelf, "")


async def test_the_modes_go_round_by_key_menu_and_buttons(user: User) -> None:
    await edited(user)
    assert mode(user) == "compare_single"
    assert is_grey(colour(user, 0.45))
    user.click_canvas()
    seen = []
    for key, held in ((Qt.Key.Key_Y, NONE), (Qt.Key.Key_T, CONTROL)) * 3:
        user.key(key, held)
        seen.append((mode(user), str(user.window.canvas.compare_mode)))
    assert seen == [*zip(BUTTONS[1:], KEYS[1:], strict=True), ("compare_single", "single")]
    user.click("compare_split")
    assert user.window.canvas.compare_mode == "split"
    assert not is_grey(colour(user, 0.45)), "left of the divider is the original"
    assert is_grey(colour(user, 0.55))
    user.click("compare_side")
    assert user.window.canvas.is_comparing


async def test_the_divider_is_moved_by_keys_and_laid_across(user: User) -> None:
    await edited(user)
    user.click("compare_split")
    divider = user.find(QWidget, "compare_view")
    divider.setFocus()
    for _ in range(10):
        user.key(Qt.Key.Key_Right)
    assert user.window.canvas.split == pytest.approx(0.6)
    ways = []
    for _ in range(2):
        user.key(Qt.Key.Key_T, CONTROL | SHIFT)
        ways.append(user.window.canvas.orientation)
    assert ways == [Qt.Orientation.Vertical, Qt.Orientation.Horizontal]


async def test_the_original_is_seen_while_it_is_held(user: User) -> None:
    node = await edited(user)
    button, rows = user.find(QAbstractButton, "peek_button"), user.window.history.list
    user.click_row(node)
    for target, key in ((user.window.canvas, Qt.Key.Key_Backslash), (rows, Qt.Key.Key_Space), (button, None)):
        target.setFocus()
        if key is None:
            QTest.mousePress(target, Qt.MouseButton.LeftButton)
        else:
            QTest.keyPress(target, key)
        assert user.window.canvas.peeking
        assert not is_grey(colour(user, 0.5))
        if key is None:
            QTest.mouseRelease(target, Qt.MouseButton.LeftButton)
        else:
            QTest.keyRelease(target, key)
        assert not user.window.canvas.peeking
        assert is_grey(colour(user, 0.5))


async def test_the_mode_stays_from_result_to_result_and_an_original_has_nothing_to_compare(user: User) -> None:
    source = await user.open(user.file("photo.png"))
    for name in ("compare_split", "compare_side", "peek_button"):
        assert not user.find(QAbstractButton, name).isEnabled()
    first = await user.result("black and white")
    user.click("compare_split")
    second = await user.result("sepia")
    assert mode(user) == "compare_split"
    compared = user.window.canvas.compared
    assert compared is not None
    assert compared.id == source.id
    user.click("history_original")
    await user.settled()
    assert not user.window.canvas.is_comparing
    user.click_row(first)
    await user.settled()
    assert user.window.canvas.is_comparing
    assert second.parent == source.id


async def test_zoom_is_told_and_kept_between_pictures_of_one_shape(user: User) -> None:
    node = await edited(user)
    user.key(Qt.Key.Key_2, CONTROL)
    assert user.find(QAbstractButton, "zoom_label").text() == "200 %"
    user.click("history_original")
    await user.settled()
    assert user.window.canvas.zoom == 2.0
    user.key(Qt.Key.Key_1, CONTROL)
    assert user.find(QAbstractButton, "zoom_label").text() == "100 %"
    user.key(Qt.Key.Key_Plus, CONTROL)
    assert user.window.canvas.zoom > 1
    user.key(Qt.Key.Key_Minus, CONTROL)
    assert user.window.canvas.zoom == 1
    user.key(Qt.Key.Key_0, CONTROL)
    assert user.window.canvas.is_fit
    assert node.width == 128


async def test_of_several_that_are_asked_for_in_a_row_the_last_appears(user: User) -> None:
    await edited(user)
    node = await user.result("sepia")
    shelf(user)._kept.clear()
    shown: list[str] = []
    user.window.canvas.picture_shown.connect(shown.append)
    original = user.session.original()
    user.session.show(original)
    user.session.show(node)
    await user.settled()
    await until(lambda: not shelf(user)._loading)
    assert user.shown() == node.id
    assert original is not None
    assert original.id not in shown


async def test_what_is_opened_is_named_while_it_is_read(user: User) -> None:
    words = user.find(QLabel, "canvas_message")
    said: list[str] = []
    user.session.opening.connect(lambda name: said.append(words.text()))
    await user.open(user.file("photo.png"))
    assert said == ["Opening photo.png…", ""]
    assert words.isHidden()


async def test_a_large_picture_is_seen_before_it_is_read_whole(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(viewer, "PREVIEW_FROM", 100_000)
    monkeypatch.setattr(picture_shelf, "PREVIEW_SIDE", 100)
    sizes: list[tuple[int, int, int]] = []

    def look() -> None:
        picture = user.window.canvas.picture
        assert picture is not None
        levels = picture.levels
        sizes.append((levels.width, levels.height, max(level.image.width() for level in levels.levels)))

    user.window.canvas.picture_shown.connect(look)
    node = await user.open(user.file("large.png", 600, 400))
    await until(lambda: not shelf(user)._loading)
    assert user.shown() == node.id
    assert {size[:2] for size in sizes} == {(600, 400)}, "its place and zoom are right from the beginning"
    assert sizes[-1][2] == 600


async def test_a_picture_that_is_lost_is_told_and_the_others_are_still_seen(user: User) -> None:
    node = await edited(user)
    original = user.session.original()
    assert original is not None
    shelf(user)._kept.clear()
    user.session.pictures.assets.path(node.asset).unlink()
    user.session.show(original)
    await user.settled()
    user.session.show(node)
    await until(user.message)
    assert user.find(QLabel, "canvas_message").text() == BADLY_READ
    assert user.shown() == ""
    user.session.show(original)
    await user.settled()
    assert user.find(QLabel, "canvas_message").text() == ""


async def test_few_pictures_are_kept_ready(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_shelf, "KEPT_BYTES", 1)
    node = await edited(user)
    await user.result("sepia")
    await user.result("invert")
    assert len(shelf(user)._kept) == 2
    user.click_row(node)
    await user.settled()
    assert user.shown() == node.id


async def test_the_plain_wheel_does_what_the_settings_say(user: User) -> None:
    assert user.window.canvas.wheel_zooms
    user.session.settings.set("wheel", "scroll")
    assert not user.window.canvas.wheel_zooms
