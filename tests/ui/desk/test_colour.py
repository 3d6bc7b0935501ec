"""Colours in the window: from the picture into the prompt, kept as chips, and told when they were reached."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QInputDialog

from flux_desktop.core.history import HistoryNode
from flux_desktop.imaging.palettes import Swatch
from flux_desktop.services.palettes import add_colours, folder_beside
from flux_desktop.ui.canvas.under import pixels_around
from flux_desktop.ui.colours.chips import PaletteChips
from tests.imaging.pictures import matrix_profile
from tests.ui.results import until
from tests.ui.windows import NONE, User

LEFT = Qt.MouseButton.LeftButton


def chips(user: User) -> list[str]:
    return user.find(PaletteChips, "palette_chips").shown()


def middle(user: User) -> QPoint:
    return user.window.canvas.rect().center()


def colour_of(user: User, node: HistoryNode) -> str:
    """The one colour of a test's picture, as it is put into prompts."""
    red, green, blue = user.session.pictures.image(node).convert("RGB").getpixel((0, 0))  # type: ignore[misc]
    return f"#{red:02X}{green:02X}{blue:02X}"


async def test_a_click_on_the_picture_writes_its_colour(user: User) -> None:
    source = await user.ready()
    user.prompt("Make the door")
    user.click("eyedropper_button")
    assert user.focus() is user.window.canvas
    QTest.mouseClick(user.window.canvas, LEFT, NONE, middle(user))
    colour = colour_of(user, source)
    assert user.window.prompt.text().startswith(f"Make the door {colour} (")
    assert user.focus() is user.window.prompt
    user.write(", keep the rest")
    assert user.window.prompt.text().endswith("), keep the rest")
    assert chips(user) == [colour.lower()]
    user.desk.prompting.colours.palettes.add(Swatch("#0066cc"))
    assert chips(user) == ["#0066cc", colour.lower()]
    assert not user.find(QAbstractButton, "eyedropper_button").isChecked()


async def test_the_letter_takes_it_in_hand_on_the_canvas_and_again_puts_it_away(user: User) -> None:
    await user.ready()
    user.click_canvas()
    user.key(Qt.Key.Key_I)
    assert user.find(QAbstractButton, "eyedropper_button").isChecked()
    user.key(Qt.Key.Key_5)
    assert user.session.settings.text("eyedropper_side") == "5"
    user.key(Qt.Key.Key_I)
    assert not user.find(QAbstractButton, "eyedropper_button").isChecked()
    assert user.window.prompt.text() == ""


async def test_of_two_that_are_compared_the_one_is_picked_that_is_seen(user: User) -> None:
    source = await user.ready()
    node = await user.result("make it so, same pose")
    user.desk.viewer.choose_mode("split")
    await user.settled()
    canvas = user.window.canvas
    seen = canvas.view.visible
    left, right = (QPointF(seen.x + share * seen.width, seen.y + seen.height / 2) for share in (0.2, 0.8))
    before, after = pixels_around(canvas, left, 0), pixels_around(canvas, right, 0)
    assert before is not None
    assert after is not None
    assert before.pixelColor(0, 0).name().upper() == colour_of(user, source)
    assert after.pixelColor(0, 0).name().upper() == colour_of(user, node)
    user.desk.viewer.choose_mode("difference")
    found = pixels_around(canvas, right, 0)
    assert found is not None
    assert found.pixelColor(0, 0).name().upper() == colour_of(user, node), "not the grey of the map"
    assert pixels_around(canvas, QPointF(1, 1), 0) is None


async def test_chips_belong_to_the_picture_and_can_be_undone(user: User) -> None:
    await user.ready()
    user.desk.prompting.colours.palettes.add(Swatch("#0066cc"))
    assert chips(user) == ["#0066cc"]
    await user.open(user.file("other.png"))
    assert chips(user) == []
    await user.open(user.file("photo.png"))
    assert chips(user) == ["#0066cc"]
    user.click("palette_chip_0066cc")
    assert user.window.prompt.text() == "#0066CC (azure blue)"
    user.key(Qt.Key.Key_Delete, at=user.find(QAbstractButton, "palette_chip_0066cc"))
    assert chips(user) == []
    user.session.undo.undo()
    await until(lambda: chips(user) == ["#0066cc"])


async def test_a_chip_gets_a_name(user: User) -> None:
    await user.ready()
    user.desk.prompting.colours.palettes.add(Swatch("#0066cc"))
    user.key(Qt.Key.Key_F2, at=user.find(QAbstractButton, "palette_chip_0066cc"))
    dialog = user.find(QInputDialog, "chip_name_dialog")
    dialog.setTextValue("house blue")
    dialog.accept()
    user.click("palette_chip_0066cc")
    assert user.window.prompt.text() == "#0066CC (house blue)"


async def test_a_palette_of_another_program_becomes_chips(user: User) -> None:
    await user.ready()
    file = user.folder / "house.gpl"
    file.write_bytes(b"GIMP Palette\n0 102 204 Sky\n204 0 0 Brick\n")
    user.desk.prompting.colours.import_palette(file)
    await until(lambda: chips(user) == ["#0066cc", "#cc0000"])
    assert "2 colours of house.gpl" in user.message()
    file.write_bytes(b"nothing")
    user.desk.prompting.colours.import_palette(file)
    await until(lambda: "no palette" in user.message())


async def test_a_colour_is_picked_from_a_reference(user: User) -> None:
    await user.ready()
    user.session.add_reference_file(user.file("jacket.png"))
    await until(lambda: len(user.window.references.ids()) == 1)
    node = user.session.references[0]
    user.window.references.crop_requested.emit(node.id)
    dialog = user.find(QDialog, "crop_dialog")
    pick = dialog.findChild(QAbstractButton, "crop_pick_button")
    assert pick is not None
    await until(pick.isEnabled)
    pick.click()
    view = dialog.findChild(QAbstractButton, "crop_button")
    assert view is not None
    place = dialog.view  # type: ignore[attr-defined]
    QTest.mouseClick(place, LEFT, NONE, place.rect().center())
    assert user.window.prompt.text().startswith(colour_of(user, node))
    assert not pick.isChecked()
    assert dialog.isVisible()
    dialog.reject()


async def test_the_colour_that_was_reached_is_told(user: User) -> None:
    await user.ready()
    node = await user.result("make it #0066CC, same pose")
    got = colour_of(user, node)
    await until(lambda: f"Asked #0066CC, got {got}, ΔE2000" in user.message())
    user.desk.act("changes")
    figures = user.find(QDialog, "changes_dialog")
    await until(lambda: any(f"got {got}" in line for _, line in figures._lines))  # type: ignore[attr-defined]


async def test_the_value_is_that_of_the_picture_and_not_of_the_display(user: User) -> None:
    file = user.folder / "display.icc"
    file.write_bytes(matrix_profile())
    user.session.settings.set("display_profile_file", str(file))
    user.session.settings.set("display_profile", "file")
    source = await user.ready()
    seen = pixels_around(user.window.canvas, QPointF(middle(user)), 0)
    assert seen is not None
    assert seen.pixelColor(0, 0).name().upper() != colour_of(user, source), "the display has colours of its own"
    user.click("eyedropper_button")
    colours = user.desk.prompting.colours
    await until(lambda: colours._is_converted)
    QTest.mouseClick(user.window.canvas, LEFT, NONE, middle(user))
    await until(user.window.prompt.text)
    assert user.window.prompt.text().startswith(colour_of(user, source))


async def test_colours_that_came_with_a_tree_become_chips(user: User) -> None:
    source = await user.ready()
    palettes = user.desk.prompting.colours.palettes
    assert not palettes.swatches
    add_colours(folder_beside(user.session.library.path), source.root, [["#0066cc", "brand"]])
    user.session.library_changed.emit()
    assert [swatch.name for swatch in palettes.swatches] == ["brand"]
