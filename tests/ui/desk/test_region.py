"""The region of an edit, as a user of the whole window draws it with mouse and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from flux_desktop.imaging.region.mask import Box, Mask
from flux_desktop.ui.canvas.tools import Look
from tests.ui.desk.drawing import SIZE, drag, mask, number, type_number
from tests.ui.results import until
from tests.ui.windows import ALT, CONTROL, NONE, SHIFT, User

pytestmark = pytest.mark.qt


async def test_a_rectangle_by_mouse_is_added_to_and_undone(painter: User) -> None:
    painter.key(Qt.Key.Key_M, SHIFT)
    drag(painter, (200, 200), (300, 250), (400, 300))
    await until(lambda: painter.session.selection.mask is not None)
    assert mask(painter).box.width == pytest.approx(200, abs=4)
    painter.key(Qt.Key.Key_L)
    drag(painter, (600, 200), (800, 200), (800, 400), (600, 400), held=SHIFT)
    await until(lambda: mask(painter).box.right > 700)
    assert mask(painter).part(Box(300, 250, 301, 251))[0, 0] == 255
    assert painter.action("undo").text().startswith("&Undo lasso")
    painter.key(Qt.Key.Key_Z, CONTROL)
    await until(lambda: mask(painter).box.right < 500)
    painter.key(Qt.Key.Key_D, CONTROL)
    await until(lambda: painter.session.selection.mask is None)


async def test_a_brush_adds_and_an_eraser_takes_away(painter: User) -> None:
    painter.key(Qt.Key.Key_B)
    type_number(painter, "brush_size", 100)
    painter.window.canvas.setFocus()
    drag(painter, (300, 400), (500, 400), (700, 400))
    await until(lambda: painter.session.selection.mask is not None)
    assert mask(painter).box.height == pytest.approx(100, abs=4)
    painter.key(Qt.Key.Key_E, SHIFT)
    drag(painter, (500, 300), (500, 500))
    await until(lambda: mask(painter).part(Box(500, 400, 501, 401))[0, 0] == 0)
    drag(painter, (300, 700), (700, 700))
    await until(lambda: not painter.desk.region.tools._waiting)
    painter.key(Qt.Key.Key_BracketRight)
    assert painter.desk.region.tools.diameter == 125
    assert number(painter, "brush_size").value() == 125


@pytest.mark.parametrize(
    ("button", "words"),
    [("region_subtract", "no region to take from"), ("region_intersect", "no region to keep a part of")],
)
async def test_without_a_region_it_is_said_that_nothing_can_be_taken_of_it(
    painter: User, button: str, words: str
) -> None:
    painter.click("tool_rectangle")
    painter.click(button)
    drag(painter, (200, 200), (400, 300))
    assert words in painter.message()
    assert not painter.session.selection.is_due, "and nothing is worked out"


async def test_it_is_also_said_where_a_region_was_due_and_did_not_come(painter: User) -> None:
    selection = painter.session.selection
    painter.session.run(selection.draw(lambda: Mask(SIZE), "replace", "nothing"))
    painter.key(Qt.Key.Key_E, SHIFT)
    drag(painter, (200, 200), (400, 300))
    assert painter.message() == ""
    await until(lambda: not selection.is_due)
    await until(lambda: "no region to take from" in painter.message())
    assert not painter.desk.region.tools._waiting


async def test_a_region_that_is_being_worked_out_can_be_taken_from(painter: User) -> None:
    painter.key(Qt.Key.Key_M, SHIFT)
    drag(painter, (200, 200), (400, 400))
    drag(painter, (300, 100), (500, 500), held=ALT)
    await until(lambda: painter.session.selection.mask is not None and mask(painter).box.width < 150)
    assert painter.message() == ""


async def test_a_wand_takes_the_colour_that_is_clicked(painter: User) -> None:
    picture = Image.new("RGB", SIZE, (200, 40, 40))
    picture.paste((30, 30, 200), (300, 200, 500, 300))
    picture.save(painter.folder / "blue.png")
    await painter.open(painter.folder / "blue.png")
    painter.window.canvas.setFocus()
    painter.key(Qt.Key.Key_W, SHIFT)
    drag(painter, (400, 250), (400, 250))
    await until(lambda: painter.session.selection.mask is not None)
    assert tuple(mask(painter).box) == pytest.approx((300, 200, 500, 300), abs=1)


async def test_keys_alone_make_a_rectangle_of_any_place_and_size(painter: User) -> None:
    painter.key(Qt.Key.Key_M, SHIFT)
    painter.key(Qt.Key.Key_Return)
    await until(lambda: painter.session.selection.mask is not None)
    assert mask(painter).box == Box(300, 200, 900, 600)
    wanted = {"left": 100, "top": 50, "width": 400, "height": 200}
    for side, value in wanted.items():
        type_number(painter, f"region_{side}", value)
        await until(lambda side=side, value=value: getattr(mask(painter).box, side) == value)  # type: ignore[misc]
    assert mask(painter).box == Box(100, 50, 500, 250)
    painter.window.canvas.setFocus()
    for key, held in ((Qt.Key.Key_Right, NONE), (Qt.Key.Key_Down, SHIFT), (Qt.Key.Key_Left, CONTROL)):
        painter.key(key, held)
    await until(lambda: mask(painter).box == Box(101, 60, 500, 260))
    painter.key(Qt.Key.Key_Z, CONTROL)
    await until(lambda: mask(painter).box == Box(100, 50, 500, 250))


async def test_a_region_can_be_whole_seen_otherwise_inverted_grown_and_feathered(painter: User) -> None:
    painter.key(Qt.Key.Key_A, CONTROL)
    await until(lambda: painter.session.selection.mask is not None and mask(painter).is_whole)
    looks = []
    for _ in range(3):
        painter.key(Qt.Key.Key_Q)
        looks.append(painter.desk.region.tools.veil.look)
    assert looks == [Look.TINT, Look.HIDDEN, Look.OUTLINE]
    painter.key(Qt.Key.Key_M, SHIFT)
    drag(painter, (400, 300), (600, 500))
    await until(lambda: mask(painter).box.width < 300)
    width = mask(painter).box.width
    painter.action("region_grow").trigger()
    await until(lambda: painter.sees("adjust_popup"))
    type_number(painter, "grow_pixels", 20)
    await until(lambda: mask(painter).box.width == width + 40)
    type_number(painter, "feather_pixels", 10)
    await until(lambda: mask(painter).box.width > width + 40)
    painter.key(Qt.Key.Key_Escape)
    assert not painter.sees("adjust_popup")
    assert painter.window.canvas.hasFocus()
    painter.key(Qt.Key.Key_I, CONTROL | SHIFT)
    await until(lambda: mask(painter).part(Box(500, 400, 501, 401))[0, 0] == 0)


async def test_the_frame_shows_what_is_sent_and_is_moved(painter: User) -> None:
    painter.key(Qt.Key.Key_M, SHIFT)
    drag(painter, (500, 300), (600, 400))
    selection = painter.session.selection
    await until(lambda: selection.crop is not None)
    crop = selection.crop
    assert crop is not None
    painter.key(Qt.Key.Key_C)
    assert number(painter, "region_width").value() == crop[2]
    type_number(painter, "region_left", crop[0] + 16)
    await until(lambda: selection.crop is not None and selection.crop[0] == crop[0] + 16)
    assert selection.by_hand
    painter.click("frame_reset")
    await until(lambda: not selection.by_hand)
    assert selection.crop == crop


async def test_the_frame_extends_the_picture_by_mouse_and_by_numbers(painter: User) -> None:
    selection = painter.session.selection
    painter.window.canvas.zoom_to(0.25)
    painter.key(Qt.Key.Key_C)
    assert not painter.sees("region_how")
    drag(painter, (1200, 400), (1210, 400))
    drag(painter, (1200, 400), (1300, 400), (1400, 400))
    await until(lambda: selection.extent is not None)
    assert selection.extent is not None
    assert selection.extent[:2] == (0, 0)
    assert selection.extent[2] == pytest.approx(1400, abs=8)
    assert mask(painter).size == selection.extent[2:]
    assert selection.crop is not None
    painter.action("undo").trigger()
    await until(lambda: selection.extent is None)
    type_number(painter, "region_top", -200)
    await until(lambda: selection.extent == (0, -200, 1200, 1000))
    painter.window.canvas.setFocus()
    painter.key(Qt.Key.Key_B)
    drag(painter, (600, 400), (650, 400))
    await until(lambda: mask(painter).part(Box(600, 600, 601, 601))[0, 0] == 255)


async def test_tools_belong_to_the_picture_that_is_edited(painter: User) -> None:
    source = painter.session.source
    assert source is not None
    painter.key(Qt.Key.Key_M, SHIFT)
    drag(painter, (200, 200), (400, 300))
    await until(lambda: painter.session.selection.mask is not None)
    assert painter.sees("tool_bar")
    other, _ = painter.session.pictures.open_file(painter.file("other.png"))
    painter.session.show(other)
    await painter.settled()
    before = painter.session.selection.mask
    assert not painter.find(QWidget, "tool_bar").isEnabled()
    assert "photo.png" in painter.find(QLabel, "region_words").text()
    drag(painter, (20, 20), (60, 60))
    painter.key(Qt.Key.Key_Escape)
    assert painter.session.selection.mask is before
    painter.click("region_back")
    await painter.settled()
    assert painter.session.current == source
    assert painter.find(QWidget, "tool_bar").isEnabled()


async def test_a_mask_goes_into_a_file_and_comes_back(painter: User, tmp_path: Path) -> None:
    painter.key(Qt.Key.Key_M, SHIFT)
    drag(painter, (200, 200), (400, 300), held=ALT | SHIFT)
    painter.key(Qt.Key.Key_Return)
    await until(lambda: painter.session.selection.mask is not None)
    box = mask(painter).box
    painter.action("region_save").trigger()
    painter.find(QFileDialog, "mask_save_dialog").fileSelected.emit(str(tmp_path / "m.png"))
    await until((tmp_path / "m.png").exists)
    painter.session.selection.clear()
    await until(lambda: painter.session.selection.mask is None)
    painter.action("region_load").trigger()
    painter.find(QFileDialog, "mask_load_dialog").fileSelected.emit(str(tmp_path / "m.png"))
    await until(lambda: painter.session.selection.mask is not None)
    assert mask(painter).box == box
