"""What is seen around the edit of a part, one scene after the other, to be looked at as a whole and by its controls."""

from __future__ import annotations

from collections.abc import AsyncIterator

from PySide6.QtWidgets import QApplication, QWidget

from flux_desktop.core.edit import Recipe
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.region import Patch
from flux_desktop.imaging.palettes import Swatch
from flux_desktop.services.inputs import Inputs
from flux_desktop.ui.canvas.tools import Tool
from tests.services.test_regions import CROP, SENT, disc, photograph
from tests.ui.dialogs_open import opened
from tests.ui.results import until
from tests.ui.windows import User

__all__ = ["region_scenes"]

CHIPS = ("#0066cc", "#cc6600")
TOOLS = (Tool.HAND, Tool.RECTANGLE, Tool.BRUSH, Tool.WAND, Tool.FRAME)
"""One of each kind of options."""
DIALOGS = {"erase": "erase_dialog", "replace": "replace_dialog", "templates": "templates_dialog"}


async def region_scenes(user: User) -> AsyncIterator[QWidget]:
    """Each part of the window, or dialog, that belongs to regions, references and colours, when it is in sight."""
    source = await _with_region(user)
    yield user.find(QWidget, "tool_bar")
    yield user.find(QWidget, "prompt_tools")
    for tool in TOOLS:
        user.action(f"tool_{tool.value}").trigger()
        yield user.find(QWidget, "tool_options")
    user.action("region_grow").trigger()
    yield _seen(user, "adjust_popup")
    for command, name in DIALOGS.items():
        dialog = await opened(user, command, name)
        yield dialog
        dialog.close()
    dialog = await _crop_dialog(user)
    yield dialog
    dialog.close()
    user.window.activateWindow()
    await until(lambda: QApplication.activeWindow() is user.window)
    user.action("extend").trigger()
    yield _seen(user, "extend_strip")
    await _show(user, "sepia", Inputs.of(source, mask=_mask(user), crop=CROP, patch=Patch(SENT)))
    user.action("finish").trigger()
    await until(lambda: user.sees("finish_strip"))
    yield _seen(user, "finish_strip")
    large = await user.open(user.file("large.png", 1000, 750))
    await _show(user, "warmer", Inputs.of(large), megapixels="0.25")
    yield _seen(user, "size_note")


async def _with_region(user: User) -> HistoryNode:
    """A part of a picture is selected, and there are a reference and colours."""
    source, _ = user.session.pictures.open_bytes(photograph(), "photo.png")
    user.session.edit_further(source)
    await until(lambda: user.shown() == source.id)
    user.session.add_reference_file(user.file("jacket.png"))
    await until(lambda: len(user.window.references.ids()) == 1)
    for colour in CHIPS:
        user.desk.prompting.colours.palettes.add(Swatch(colour))
    user.session.selection.set_mask(disc(), "a disc")
    await until(lambda: user.action("erase").isEnabled() and user.session.selection.sent is not None)
    return source


async def _crop_dialog(user: User) -> QWidget:
    """The reference large, with the part of it that is sent."""
    user.window.references.crop_requested.emit(user.window.references.ids()[0])
    dialog = user.find(QWidget, "crop_dialog")
    await until(lambda: dialog is QApplication.activeWindow() and user.find(QWidget, "crop_pick_button").isEnabled())
    return dialog


async def _show(user: User, prompt: str, inputs: Inputs, **params: str) -> None:
    """Have a result made, and look at it."""
    job = user.session.queue.submit(Recipe(prompt, "offline", "offline-edit", dict(params)), inputs)
    await job.wait()
    user.session.show(job.nodes[0])
    await until(lambda: user.shown() == job.nodes[0].id)


def _mask(user: User) -> str:
    return user.session.pictures.assets.keep(disc().png())


def _seen(user: User, name: str) -> QWidget:
    assert user.sees(name), name
    return user.find(QWidget, name)
