"""Makes a picture of every panel, dialog and state of the window in each look, and sheets to see them at one glance.

`.venv/bin/python packaging/screenshots.py --all FOLDER` runs it: each look in a process of its own, on Qt's offscreen
platform, with the provider of the tests where something has to wait or fail. Nothing leaves this computer.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image
    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parent.parent
for place in (str(ROOT), str(ROOT / "packaging")):
    if place not in sys.path:
        sys.path.insert(0, place)

__all__ = ["LOOKS", "Look", "main", "make_gallery"]

FEW = (
    "empty",
    "worked",
    "compare-side_by_side",
    "references",
    "help",
    "failed",
    "history-tree",
    "settings-0",
    "export",
)
"""What is seen where only the room or the language is another one."""
SHEET = (4, 480, 24)
"""Columns of a sheet, the width of a picture on it and the height of its name, in pixels."""


class Look(NamedTuple):
    """One way to see the window. `size` is that of the window in logical pixels, `font` a share of the usual size."""

    theme: str = "light"
    language: str = "en"
    size: tuple[int, int] = (1440, 900)
    scale: int = 1
    font: float = 1.0
    scenes: tuple[str, ...] = ()


LOOKS = {
    "light": Look(),
    "dark": Look("dark"),
    "small": Look(size=(1024, 700), scenes=FEW),
    "small-dark": Look("dark", size=(1024, 700), scenes=FEW),
    "large": Look(size=(1920, 1080), scale=2, scenes=FEW),
    "german": Look(language="de", size=(1024, 700), scenes=FEW),
    "long-words": Look(language="pseudo", size=(1024, 700), scenes=FEW),
    "right-to-left": Look("dark", language="pseudo-rtl", scenes=FEW),
    "large-font": Look(size=(1440, 900), font=2.0, scenes=FEW),
}
"""By the folder of their pictures. No scenes: all of them."""


def make_gallery(folder: Path, looks: Sequence[str] = (), scenes: Sequence[str] = ()) -> int:
    """Write `folder/look/scene.png` and `folder/look.png`; how many looks went wrong."""
    failed = 0
    for name in looks or LOOKS:
        words = [sys.executable, __file__, str(folder.resolve()), name, *(scenes or LOOKS[name].scenes)]
        failed += subprocess.run(words, cwd=ROOT, env=_environment(LOOKS[name]), check=False).returncode != 0
        print(folder / f"{name}.png")
    return failed


def main(words: Sequence[str]) -> int:
    """Make the pictures of one look, in this process: the folder, the look, and the scenes, or none for all."""
    from gallery_regions import REGIONS
    from gallery_scenes import SCENES
    from PySide6.QtWidgets import QApplication

    from flux_desktop.ui import theme

    every = {**SCENES, **REGIONS}
    folder, look = Path(words[0]) / words[1], LOOKS[words[1]]
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(theme.arguments(["flux-desktop"]))
    _prepare(app, look)
    wrong = [name for name in words[2:] or every if not _take(app, look, name, folder)]
    _make_sheet(folder, [folder / f"{name}.png" for name in every])
    print("\n".join(f"not made: {name}" for name in wrong), end="\n" if wrong else "")
    sys.stdout.flush()
    os._exit(bool(wrong))  # what Qt has on its clipboard outlives Python


def _environment(look: Look) -> dict[str, str]:
    """Nothing of the user's, a screen that is large enough, and its scale."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("FLUX_DESKTOP_", "QT_"))}
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screen = {"name": "screen", "x": 0, "y": 0, "width": 3840, "height": 2160, **dots}
    file = Path(tempfile.gettempdir()) / "flux-desktop-gallery.json"
    file.write_text(json.dumps({"screens": [screen]}))
    keys = {"PYTHON_KEYRING_BACKEND": "tests.store.keychains.InMemory", "FLUX_DESKTOP_FAL_KEY": "no-key-at-all"}
    shown = {"QT_QPA_PLATFORM": f"offscreen:configfile={file}", "QT_SCALE_FACTOR": str(look.scale)}
    return {**own, **keys, **shown, "FLUX_DESKTOP_LANGUAGE": look.language}


def _prepare(app: QApplication, look: Look) -> None:
    from flux_desktop.ui.translating import use_language

    font = app.font()
    font.setPointSizeF(font.pointSizeF() * look.font)
    app.setFont(font)
    use_language(app, "system")


def _take(app: QApplication, look: Look, name: str, folder: Path) -> bool:
    """Play a scene in a new window, and keep the picture of it."""
    import traceback

    from tests.ui.loops import window_loop

    try:
        with asyncio.Runner(loop_factory=lambda: window_loop(app)) as runner:
            runner.run(_play(look, name, folder / f"{name}.png"))
    except Exception:  # noqa: BLE001  one scene that fails must not keep the others back
        print(f"{name}: {traceback.format_exc()}", file=sys.stderr)
        return False
    return True


async def _play(look: Look, name: str, file: Path) -> None:
    from gallery_regions import REGIONS
    from gallery_scenes import SCENES
    from PySide6.QtWidgets import QApplication

    from flux_desktop.core.settings import Settings
    from flux_desktop.services.assembly import assemble
    from flux_desktop.ui import icons, theme
    from tests.ui.windows import opened_window, put_lab

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as home:
        program = assemble(Path(home), Settings(), os.environ)
        try:
            async with opened_window(program.session(), put_lab(program), Path(home)) as user:
                theme.apply(app, look.theme)
                user.window.resize(*look.size)
                icons.keep_dressed(user.window)
                widget = await {**SCENES, **REGIONS}[name](user)
                await asyncio.sleep(0.1)
                widget.grab().save(str(file))
                for other in app.topLevelWidgets():
                    if other is not user.window and other.isVisible():
                        other.close()
        finally:
            await program.close()


def _make_sheet(folder: Path, files: Sequence[Path]) -> None:
    """All pictures side by side, each with its name below it, in `folder.png`."""
    from PIL import Image as Pictures
    from PIL import ImageDraw

    columns, width, below = SHEET
    shown = [file for file in files if file.exists()]
    rows = [shown[start : start + columns] for start in range(0, len(shown), columns)]
    small = {file: _fitted(Pictures.open(file), width) for file in shown}
    heights = [max(small[file].height for file in row) + below for row in rows]
    sheet = Pictures.new("RGB", (columns * (width + 8), sum(heights)), "#777777")
    draw, top = ImageDraw.Draw(sheet), 0
    for row, height in zip(rows, heights, strict=True):
        for column, file in enumerate(row):
            left = column * (width + 8)
            sheet.paste(small[file], (left, top))
            draw.text((left + 4, top + small[file].height + 4), file.stem, fill="#ffffff")
        top += height
    sheet.save(folder.with_suffix(".png"))


def _fitted(picture: Image, width: int) -> Image:
    share = min(1.0, width / picture.width)
    return picture.convert("RGB").resize((round(picture.width * share), round(picture.height * share)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
