"""The scenes of the gallery about regions: tools, the frame, what can be changed afterwards; see gallery_scenes.py."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from gallery_scenes import Scene, dialog_on_top, pause, result, sample, settled
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.results import until
from tests.ui.windows import User

__all__ = ["REGIONS"]

SEPIA = "sepia, strong contrast"
PATIENCE = 60.0
"""Seconds."""


async def _lasso(user: User) -> None:
    """The bee of the sample, roughly."""
    await sample(user)
    user.click("tool_lasso")
    canvas = user.window.canvas
    seen = canvas.view.visible
    ratio = canvas.devicePixelRatioF()
    points = [
        QPoint(
            round((seen.x + seen.width * (0.35 + 0.18 * np.cos(angle))) / ratio),
            round((seen.y + seen.height * (0.48 + 0.26 * np.sin(angle))) / ratio),
        )
        for angle in np.linspace(0, 2 * np.pi, 40)
    ]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(canvas, point)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=points[-1])
    await until(lambda: user.session.selection.sent is not None, PATIENCE)
    await pause()


def selected(tool: str = "lasso", *, tinted: bool = False) -> Scene:
    """A region, with a tool in hand."""

    async def scene(user: User) -> QWidget:
        await _lasso(user)
        if tinted:
            user.action("region_look").trigger()
        user.click(f"tool_{tool}")
        user.prompt("Make the bee blue")
        await pause()
        return user.window

    return scene


async def _part(user: User) -> None:
    """The result of a region, on the canvas."""
    await _lasso(user)
    user.session.show(await result(user, SEPIA))
    await settled(user)


async def other_picture(user: User) -> QWidget:
    """Another picture is looked at than the one that is edited."""
    await _part(user)
    return user.window


async def finishing(user: User) -> QWidget:
    await _part(user)
    user.action("finish").trigger()
    await until(lambda: user.sees("finish_strip"), PATIENCE)
    await pause(1.0)
    return user.window


async def extending(user: User) -> QWidget:
    await sample(user)
    user.action("extend").trigger()
    await until(lambda: user.sees("extend_strip"), PATIENCE)
    user.window.canvas.findChild(QWidget, "extend_right").setValue(400)  # type: ignore[union-attr]
    await pause()
    return user.window


async def extended(user: User) -> QWidget:
    await sample(user)
    user.session.selection.set_extent((0, 0, 2000, 1280))
    await until(lambda: user.session.selection.extent is not None, PATIENCE)
    user.window.canvas.zoom_to(user.window.canvas.zoom * 0.7)
    await pause()
    return user.window


def wish(command: str) -> Scene:
    async def scene(user: User) -> QWidget:
        await _lasso(user)
        user.action(command).trigger()
        await pause()
        return dialog_on_top()

    return scene


async def smaller(user: User) -> QWidget:
    """A result with fewer pixels than its picture."""
    await sample(user)
    user.window.params.set_values({"megapixels": "0.5"})
    user.session.show(await result(user, "warmer, strong contrast"))
    await settled(user)
    await pause()
    return user.window


async def pixels(user: User) -> QWidget:
    """Zoomed in until single pixels are seen."""
    await sample(user)
    user.window.canvas.zoom_to(40.0)
    await pause(0.6)
    return user.window


REGIONS: Mapping[str, Scene] = {
    "region": selected(),
    "region-tint": selected("brush", tinted=True),
    "region-frame": selected("frame"),
    "region-wand": selected("wand"),
    "region-other": other_picture,
    "finish": finishing,
    "extend": extending,
    "extended": extended,
    "erase": wish("erase"),
    "replace": wish("replace"),
    "size-note": smaller,
    "pixels": pixels,
}
"""By the name of the picture."""
