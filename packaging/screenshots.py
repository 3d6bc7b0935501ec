"""Makes the pictures of README.md: the real window on an X display of its own, used by real keys and mouse.

`.venv/bin/python packaging/screenshots.py` writes resources/screenshots/*.png. It needs Xvfb, openbox and xdotool,
which `python3 packaging/dev.py test` installs, and neither a key nor a network: nothing is ever sent.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tests.e2e.support.display import x_display  # noqa: E402
from tests.e2e.support.window import Window  # noqa: E402

__all__ = ["main"]

FOLDER = ROOT / "resources" / "screenshots"
SCREEN = (1320, 880)
SWAP = "make the purple #0066cc"


class Scene(NamedTuple):
    """One picture: what is done before it is taken, in which theme, and with what in the environment."""

    play: Callable[[Window], None]
    theme: str = "light"
    environment: Mapping[str, str] = {}


def main(words: Sequence[str]) -> int:
    """Take all pictures, or those that are named."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, x_display(Path(folder), SCREEN) as display:
        for name in words or SCENES:
            _take(name, SCENES[name], Path(folder) / name, display)
            print(FOLDER / f"{name}.png")
    return 0


def _take(name: str, scene: Scene, folder: Path, display: str) -> None:
    home = folder / "home"
    home.mkdir(parents=True)
    (home / "settings.json").write_text(json.dumps({"theme": scene.theme}))
    with Window(home, display, scene.environment) as window:
        scene.play(window)
        left, top, width, height = window.widget("main_window")["place"]
        picture = window.screen().crop((left, top, left + width, top + height))
        window.hands.keys("Escape")  # a dialog would take the keys that close the window
    picture.save(FOLDER / f"{name}.png", optimize=True)


def _open_sample(window: Window) -> None:
    window.click("sample_button")
    window.until(lambda: window.canvas()["picture"], "the sample is on the canvas")


def _run(window: Window, prompt: str) -> None:
    """Write the prompt, run it, and wait until all of its results are there."""
    window.write("prompt_box", prompt)
    window.hands.keys("ctrl+Return")
    window.until(lambda: prompt in [row["prompt"] for row in window.history()], f"{prompt} is in the history")
    window.until(lambda: {job["job_stage"] for job in window.jobs()} == {"Done"}, "all jobs are done")


def _edit(window: Window) -> None:
    """Two edits of the sample; the second is compared with the original."""
    _open_sample(window)
    _run(window, "warmer, film grain")
    _run(window, SWAP)
    window.click_row(0)
    window.hands.keys("ctrl+t")
    window.until(lambda: window.canvas()["mode"] == "split", "the divider is there")
    window.focus("prompt_box")
    window.hands.keys("ctrl+End")


def _generate(window: Window) -> None:
    """Pictures from words alone, with the page that tells what can be written."""
    for prompt in ("sunset gradient", "blue marble", "palette of five warm colours", "bokeh lights"):
        _run(window, prompt)
    window.click_row(0)
    window.click("help_button")
    window.widget("help_panel")
    window.focus("prompt_box")


def _sent(window: Window) -> None:
    """All that would leave this computer, before anything does."""
    _open_sample(window)
    window.choose("provider_box", "1min.ai")
    window.write("prompt_box", SWAP)
    window.click("outgoing_button")
    window.until(lambda: "num_inference_steps" in window.ask("told", name="outgoing_dialog"), "the dialog tells")


SCENES: Mapping[str, Scene] = {
    "edit": Scene(_edit),
    "generate": Scene(_generate, "dark"),
    "sent": Scene(_sent, environment={"FLUX_DESKTOP_ONEMIN_KEY": "no-key-at-all"}),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
