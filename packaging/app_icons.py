"""Draws the program's icon in every size from its SVGs: `.venv/bin/python packaging/app_icons.py`.

PNGs for Linux, an .ico for Windows, an .icns for macOS; all in `resources/app`, beside the SVGs. Small sizes have a
drawing of their own, on the grid of 16 pixels.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

__all__ = ["APP", "SIZES", "draw", "main"]

APP = Path(__file__).resolve().parents[1] / "resources" / "app"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
LARGEST_SMALL = 32
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)


def main(folder: Path = APP) -> int:
    """Write all files into `folder`; returns the exit code."""
    images = {size: draw(size) for size in (*SIZES, 1024)}
    for size in SIZES:
        images[size].save(folder / f"flux-desktop-{size}.png", optimize=True)
    small_first = [images[size] for size in ICO_SIZES]
    small_first[-1].save(
        folder / "flux-desktop.ico", sizes=[(size, size) for size in ICO_SIZES], append_images=small_first
    )
    images[1024].save(folder / "flux-desktop.icns", append_images=[images[size] for size in SIZES])
    return 0


def draw(size: int) -> Image.Image:
    """The icon, `size` pixels square: RGBA."""
    name = "flux-desktop-small.svg" if size <= LARGEST_SMALL else "flux-desktop.svg"
    canvas = QImage(size, size, QImage.Format.Format_RGBA8888)
    canvas.fill(0)
    painter = QPainter(canvas)
    QSvgRenderer(str(APP / name)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return Image.frombytes("RGBA", (size, size), bytes(canvas.constBits()))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    sys.exit(main())
