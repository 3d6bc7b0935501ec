"""Makes the pictures of README.md: the real window on an X display of its own, used by real keys and mouse.

`.venv/bin/python packaging/screenshots.py` writes resources/screenshots/*.png. It needs Xvfb, openbox and xdotool,
which `python3 packaging/dev.py test` installs, and neither a key nor a network: nothing leaves this computer. Where a
picture needs a provider that answers, its simulator does.

With `--all FOLDER [LOOK ...]` it makes a gallery instead: every panel, dialog and state in each look, see gallery.py.
"""

from __future__ import annotations

import json
import math
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from gallery import make_gallery
from PIL import ImageChops

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tests.contract.hosts import HOSTS  # noqa: E402
from tests.contract.support import environment  # noqa: E402
from tests.e2e.support.display import x_display  # noqa: E402
from tests.e2e.support.window import Window  # noqa: E402

__all__ = ["main"]

FOLDER = ROOT / "resources" / "screenshots"
SCREEN = (1320, 880)
SWAP = "make the purple #0066cc"
HOST = {host.id: host for host in HOSTS}
KEYCHAIN = {"PYTHON_KEYRING_BACKEND": "tests.store.keychains.InMemory", "FLUX_DESKTOP_EACHLABS_KEY": ""}
"""One that is as new in each run, and no key from outside."""
REST = 3.0
"""Seconds without a change after which the window counts as at rest."""
CARET = 4
"""Pixels: what blinks in a field is no wider."""
PAID = {"eachlabs": 3, "bfl": 2, "lumenfall": 2, "fal": 1}
"""How many edits are made at each provider to have a ledger to show."""


class Scene(NamedTuple):
    """One picture: what is done before it is taken, in which theme, and with what in the environment.

    `widget` is what is in the picture, and `hosts` are the providers that answer.
    """

    play: Callable[[Window], None]
    theme: str = "light"
    environment: Mapping[str, str] = {}
    widget: str = "main_window"
    hosts: Sequence[str] = ()


def main(words: Sequence[str]) -> int:
    """Take all pictures, or those that are named; the gallery with `--all`."""
    if words and words[0] == "--all":
        return make_gallery(Path(words[1]), words[2:])
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, x_display(Path(folder), SCREEN) as display:
        for name in words or SCENES:
            _take(name, SCENES[name], Path(folder) / name, display)
            print(FOLDER / f"{name}.png")
    return 0


def _take(name: str, scene: Scene, folder: Path, display: str) -> None:
    home = folder / "home"
    home.mkdir(parents=True)
    (home / "settings.json").write_text(json.dumps({"theme": scene.theme, "reduce_motion": True}))
    with _answering(scene.hosts) as found, Window(home, display, {**found, **scene.environment}) as window:
        scene.play(window)
        _let_rest(window)
        left, top, width, height = window.widget(scene.widget)["place"]
        picture = window.screen().crop((left, top, left + width, top + height))
        window.hands.keys("Escape")  # a dialog would take the keys that close the window
    picture.save(FOLDER / f"{name}.png", optimize=True)


def _let_rest(window: Window) -> None:
    """Until nothing on the screen but a caret has changed for a while: thumbnails and differences come later."""
    last, since = window.screen(), time.monotonic()

    def rests() -> bool:
        nonlocal last, since
        now = window.screen()
        changed = ImageChops.difference(now, last).getbbox()
        if changed is not None and changed[2] - changed[0] > CARET:
            last, since = now, time.monotonic()
        return time.monotonic() - since > REST

    window.until(rests, "the window is at rest")


@contextmanager
def _answering(ids: Sequence[str]) -> Iterator[dict[str, str]]:
    """Simulators of these providers; the variables by which the program finds them and has their keys."""
    with ExitStack() as stack:
        variables: dict[str, str] = {}
        for host in map(HOST.__getitem__, ids):
            variables |= environment(host, stack.enter_context(host.simulator()))
        yield variables


def _open_sample(window: Window) -> None:
    window.click("sample_button")
    window.until(lambda: window.canvas()["picture"], "the sample is on the canvas")


def _run(window: Window, prompt: str) -> None:
    """Write the prompt, run it, and wait until all of its results are there."""
    before = len(window.history())
    window.write("prompt_box", prompt)
    window.hands.keys("ctrl+Return")
    window.until(lambda: len(window.history()) > before, f"{prompt} is in the history")
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


def _region(window: Window) -> None:
    """The bee is selected, and the frame shows what would be sent."""
    _open_sample(window)
    window.click("tool_lasso")
    left, top, width, height = window.canvas()["place"]
    points = [
        (left + width * (0.33 + 0.16 * math.cos(angle / 5)), top + height * (0.47 + 0.29 * math.sin(angle / 5)))
        for angle in range(32)
    ]
    window.hands.press(round(points[0][0]), round(points[0][1]))
    for across, down in points[1:]:
        window.hands.move(round(across), round(down))
    window.hands.release()
    window.until(lambda: window.ask("widget", name="region_width"), "the region is there")
    window.write("prompt_box", "Make the bee a bumblebee. Keep the flower as it is.")


def _tree(window: Window) -> None:
    """A tree with branches; two of them are compared as a difference."""
    _open_sample(window)
    _run(window, "warmer, film grain")
    _run(window, "watercolour")
    window.click_row(1)
    window.hands.keys("ctrl+Return")
    _run(window, "black and white")
    _run(window, SWAP)
    window.click("history_tree_button")
    window.focus("canvas")
    for mode in ("split", "side_by_side", "onion", "blink", "difference"):
        window.hands.keys("y")
        window.until(lambda mode=mode: window.canvas()["mode"] == mode, f"{mode} is chosen")  # type: ignore[misc]
    window.focus("prompt_box")


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


def _open_from_file_menu(window: Window, letter: str) -> None:
    window.hands.keys("alt+f")
    window.until(lambda: window.ask("menu"), "the menu is open")
    window.hands.keys(letter)


def _code(window: Window) -> None:
    """The run that the window shows, as a program."""
    _open_sample(window)
    window.choose("provider_box", "eachlabs")
    window.write("prompt_box", SWAP)
    window.click("code_button")
    window.click("code_python_button")
    window.until(lambda: "import httpx" in window.words("code_text"), "the code is written")
    window.focus("code_text")


def _providers(window: Window) -> None:
    """A provider with its key in the keychain, the money left there, and what can be set."""
    _open_from_file_menu(window, "k")
    window.click("provider_list")
    window.hands.type("eachlabs")
    window.write("key_field_eachlabs", HOST["eachlabs"].key)
    window.click("key_save_eachlabs")
    window.until(lambda: "left" in window.words("balance_eachlabs"), "what is left is told")


def _spending(window: Window) -> None:
    """What edits at several providers did cost."""
    _open_sample(window)
    for provider, edits in PAID.items():
        window.choose("provider_box", HOST[provider].provider.name)
        for _ in range(edits):
            _run(window, SWAP)
    _open_from_file_menu(window, "p")
    window.until(lambda: "eachlabs" in window.ask("told", name="spending_dialog"), "the sums are there")


SCENES: Mapping[str, Scene] = {
    "edit": Scene(_edit),
    "region": Scene(_region),
    "tree": Scene(_tree, "dark"),
    "generate": Scene(_generate, "dark"),
    "sent": Scene(_sent, environment={"FLUX_DESKTOP_ONEMIN_KEY": "no-key-at-all"}),
    "providers": Scene(_providers, environment=KEYCHAIN, widget="settings_dialog", hosts=("eachlabs",)),
    "code": Scene(_code, environment={"FLUX_DESKTOP_EACHLABS_KEY": "no-key-at-all"}, widget="code_dialog"),
    "spending": Scene(_spending, "dark", widget="spending_dialog", hosts=tuple(PAID)),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
