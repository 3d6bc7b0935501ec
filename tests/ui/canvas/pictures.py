"""Pictures whose every pixel can be recognised, and what was painted, as pixels."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PIL import Image
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from flux_desktop.ui.canvas import Levels, Shown, prepare
from flux_desktop.ui.canvas.painting import draw_scene
from flux_desktop.ui.canvas.scene import Scene
from flux_desktop.ui.canvas.see_through import SeeThrough

__all__ = ["BLUE", "GREY", "RED", "Colour", "colour_at", "paint", "plain", "shown", "speckled"]

Colour = tuple[int, int, int]

RED, BLUE, GREY = (200, 20, 20), (20, 20, 200), (128, 128, 128)


def plain(width: int, height: int, colour: Colour | tuple[int, int, int, int] = RED) -> Levels:
    """A picture of one colour, with alpha if the colour has it."""
    return prepare(Image.new("RGB" if len(colour) == 3 else "RGBA", (width, height), colour))


@cache
def speckled(width: int, height: int) -> Image.Image:
    """A picture in which no pixel is like its neighbours."""
    image = Image.new("RGB", (width, height))
    image.putdata(
        [((x * 37 + y * 11) % 256, (x * 5 + y * 71) % 256, (x * y) % 256) for y in range(height) for x in range(width)]
    )
    return image


def shown(levels: Levels | Image.Image, id: str = "one") -> Shown:
    return Shown(levels if isinstance(levels, Levels) else prepare(levels), id, f"{id}.png")


def paint(
    scene: Scene, at: QPoint | None = None, *, over: SeeThrough | None = None, parts: Sequence[QRect] = ()
) -> QImage:
    """All of the scene or `parts` of it, as in a window whose canvas lies at `at`; all in logical pixels."""
    at = at or QPoint()
    ratio = scene.ratio
    width, height = (round(side / ratio) for side in scene.size)
    image = QImage(
        round((at.x() + width) * ratio), round((at.y() + height) * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(255, 0, 255))
    painter = QPainter(image)
    painter.translate(at)
    draw_scene(painter, scene, parts or [QRect(0, 0, width, height)], QColor(*GREY), over or SeeThrough())
    painter.end()
    return image


def colour_at(image: QImage, x: int, y: int) -> Colour:
    """Of a device pixel."""
    colour = image.pixelColor(x, y)
    return colour.red(), colour.green(), colour.blue()
