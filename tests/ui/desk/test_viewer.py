"""What is on the canvas: the picture that is looked at, and how it is compared with the one before it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QSlider, QWidget

from flux_desktop.core.edit import Recipe
from flux_desktop.core.history import HistoryNode
from flux_desktop.ui.canvas import Tuning
from flux_desktop.ui.canvas.compare_bar import MODES
from flux_desktop.ui.desk import picture_shelf, viewer
from flux_desktop.ui.desk.picture_shelf import PictureShelf
from flux_desktop.ui.desk.viewer import BADLY_READ, short_name, side_labels
from tests.ui.results import until
from tests.ui.windows import CONTROL, NONE, SHIFT, User, restarted

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


async def test_the_key_that_holds_up_the_original_is_the_user_s(user: User) -> None:
    await edited(user)
    user.desk.keymap.set("peek", ["B"])
    user.click_canvas()
    for key, seen in ((Qt.Key.Key_O, False), (Qt.Key.Key_B, True)):
        QTest.keyPress(user.window.canvas, key)
        assert user.window.canvas.peeking is seen
        QTest.keyRelease(user.window.canvas, key)


async def test_the_other_picture_is_held_up_until_it_is_let_go(user: User) -> None:
    await edited(user)
    user.desk.viewer.toggle_peek()
    assert not is_grey(colour(user, 0.5))
    user.desk.viewer.toggle_peek()
    assert is_grey(colour(user, 0.5))


async def test_sides_are_swapped_and_the_loupe_is_taken_out_by_keys(user: User) -> None:
    await edited(user)
    user.click_canvas()
    user.key(Qt.Key.Key_X)
    assert not user.window.canvas.swapped, "one picture has no sides"
    user.click("compare_split")
    user.window.canvas.setFocus()
    user.key(Qt.Key.Key_X)
    assert is_grey(colour(user, 0.45)), "left of the divider is the result now"
    assert not is_grey(colour(user, 0.55))
    user.key(Qt.Key.Key_M)
    assert user.find(QAbstractButton, "loupe_button").isChecked()
    assert user.sees("loupe")
    user.key(Qt.Key.Key_Escape)
    assert not user.find(QAbstractButton, "loupe_button").isChecked()
    user.click("loupe_button")
    assert user.window.canvas.has_loupe


async def test_a_difference_is_worked_out_beside_the_window(user: User) -> None:
    await edited(user)
    user.click("compare_difference")
    assert "Working out" in user.window.canvas.accessibleDescription()
    await until(lambda: "differs" in user.window.canvas.accessibleDescription())
    seen = colour(user, 0.5)
    assert is_grey(seen)
    assert seen.red() > 60


async def test_how_pictures_are_compared_is_remembered(user: User, tmp_path: Path) -> None:
    await edited(user)
    user.click("compare_onion")
    user.find(QSlider, "tuning_opacity").setValue(30)
    user.key(Qt.Key.Key_T, CONTROL | SHIFT)
    await until(lambda: user.session.settings.integer("onion_opacity") == 30)
    async with restarted(user, tmp_path) as again:
        canvas = again.window.canvas
        assert canvas.compare_mode == "onion"
        assert mode(again) == "compare_onion"
        assert canvas.orientation == Qt.Orientation.Vertical
        assert canvas.tuning == Tuning(opacity=30)
        assert again.find(QSlider, "tuning_opacity").value() == 30


async def test_who_wants_little_motion_sees_none(user: User) -> None:
    await edited(user)
    user.session.settings.set("reduce_motion", True)
    user.click("compare_blink")
    assert user.find(QAbstractButton, "tuning_pause").isChecked()
    user.session.settings.set("reduce_motion", False)
    user.click("compare_single")
    user.click("compare_blink")
    assert not user.find(QAbstractButton, "tuning_pause").isChecked()


# Any two


def labels(user: User) -> list[str]:
    return [version.label for version in user.window.canvas._scene.versions()]


async def test_any_two_are_compared_until_the_user_ends_it(user: User) -> None:
    first = await edited(user)
    second = await user.result("sepia")
    user.click("compare_split")
    assert labels(user) == ["Original", "Result"]
    assert not user.sees("partner_chip")
    user.session.compare_with(first)
    assert labels(user) == [f"Seed {first.seed} · offline", f"Seed {second.seed} · offline"]
    assert user.find(QAbstractButton, "partner_chip").accessibleName() == f"Compared with: {labels(user)[0]}"
    user.click("history_original")
    await user.settled()
    assert labels(user) == [f"Seed {first.seed} · offline", "photo.png"], "an original has another side now"
    assert user.window.canvas.is_comparing
    user.click("partner_chip")
    assert not user.sees("partner_chip")
    assert not user.window.canvas.is_comparing
    user.click_row(second)
    await user.settled()
    assert labels(user) == ["Original", "Result"]


async def test_a_picture_that_is_its_own_partner_is_compared_with_what_it_was_made_from(user: User) -> None:
    node = await edited(user)
    user.session.compare_with(node)
    assert labels(user) == ["Original", "Result"]


async def test_a_partner_that_is_not_at_hand_is_fetched(user: User) -> None:
    first = await edited(user)
    second = await user.result("sepia")
    shelf(user)._kept.pop(first.asset)
    user.session.compare_with(first)
    await until(lambda: user.window.canvas.compared is not None and user.window.canvas.compared.id == first.id)
    assert user.shown() == second.id


async def test_a_result_of_a_result_is_compared_with_the_one_before(user: User) -> None:
    first = await edited(user)
    user.session.edit_further(first)
    await user.settled()
    await user.result("sepia")
    assert labels(user) == ["Before", "Result"]


def test_what_would_be_called_the_same_is_told_apart_by_its_prompt() -> None:
    one, other = (node_of(prompt, 7) for prompt in ("Remove the cup", "Add a cup"))
    assert side_labels(one, other) == ("“Add a cup”", "“Remove the cup”")
    assert short_name(one) == "Seed 7 · flux-2-klein-4b"
    assert short_name(node_of("", None)) == "flux-2-klein-4b"


def node_of(prompt: str, seed: int | None) -> HistoryNode:
    recipe = Recipe(prompt, "fal", "flux-2-klein-4b-edit")
    return HistoryNode(f"{prompt}", "root", "root", "asset", "image/png", 8, 8, 0.0, recipe=recipe, seed=seed)


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
    monkeypatch.setattr(picture_shelf, "FIRST_VIEW", 100)
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


async def test_a_turned_view_is_that_of_one_tree(user: User) -> None:
    await edited(user)
    user.action("rotate_right").trigger()
    assert user.window.canvas.turns == 1
    await user.result("sepia")
    assert user.window.canvas.turns == 1, "the pictures of one tree are seen alike"
    user.action("rotate_left").trigger()
    user.action("rotate_left").trigger()
    assert user.window.canvas.turns == 3
    await user.open(user.file("other.png"))
    assert user.window.canvas.turns == 0


async def test_pictures_that_were_made_for_another_screen_are_made_anew(user: User) -> None:
    node, original = await edited(user), user.session.original()
    assert original is not None
    pictures = shelf(user)
    await until(lambda: pictures.get(node) and pictures.get(original))
    pictures._screen = 1
    user.session.compare_with(original)
    await until(lambda: pictures.get(node) and pictures.get(original))
    assert user.shown() == node.id
    assert not user.find(QLabel, "canvas_message").isVisible()
