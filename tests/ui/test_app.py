"""The program as a process of its own: it starts, takes pictures, ends by closing, and says what it lacks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from flux_desktop.store.assets import AssetStore
from flux_desktop.store.library import Library
from flux_desktop.ui.system.turns import SLICE
from tests.store.examples import node
from tests.ui.panels import thumbnail
from tests.ui.system.test_turns import has_slices

OFFSCREEN = "This plugin does not support"
"""What Qt's platform without a screen says of itself."""
DRIVER = """
import sys
from PySide6.QtCore import QTimer
from flux_desktop.ui import app, main_window

sys.argv = ["flux-desktop", *sys.argv[1:]]

def look(window, ready):
    # Everything below is done from Qt's loop, as a user's events are.
    if window.desk is not None and eval(ready):
        for line in LINES:
            exec(line)
        window.close()
    else:
        QTimer.singleShot(20, lambda: look(window, ready))

class Watched(main_window.MainWindow):
    def __init__(self):
        super().__init__()
        BEGIN(self)
        QTimer.singleShot(0, lambda: look(self, READY))

app.MainWindow = Watched
from flux_desktop.__main__ import main
sys.exit(main())
"""


WATCH = """
import sys

def watched(whole):
    def run(*words):
        steps, loaded, more = whole(*words), set(), True
        while more:
            before = set(sys.modules)
            more = next(steps, "end") is None
            loaded |= set(sys.modules) - before
            yield
        print(sorted(loaded))
    return run

window._filling, window.attaching = watched(window._filling), watched(window.attaching)
"""


def start(
    home: Path,
    *words: str,
    ready: str = "True",
    lines: tuple[str, ...] = (),
    begin: str = "lambda window: None",
    **env: str,
) -> subprocess.CompletedProcess[str]:
    """Run the real program; when `ready` holds carry out `lines`, and close the window."""
    head = f"READY = {ready!r}\nLINES = {list(lines)!r}\nBEGIN = {begin}\n"
    return run([sys.executable, "-c", head + DRIVER, *words], home, **env)


def run(command: list[str], home: Path, **env: str) -> subprocess.CompletedProcess[str]:
    around = {**os.environ, "FLUX_DESKTOP_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", **env}
    clean = {name: value for name, value in around.items() if value}
    done = subprocess.run(command, env=clean, capture_output=True, text=True, timeout=60, check=False)
    lines = done.stderr.splitlines(keepends=True)
    done.stderr = "".join(line for line in lines if OFFSCREEN not in line)
    return done


def program(home: Path, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    return run([sys.executable, "-m", "flux_desktop", *words], home, **env)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ranks single threads")
def test_what_works_for_the_window_leaves_processors_to_it(tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(thumbnail())
    done = start(
        tmp_path / "home",
        str(photo),
        ready="window.canvas.has_picture",
        lines=(
            "globals().update(os=__import__('os'), threading=__import__('threading'))",
            "globals().update(nice=lambda thread: os.getpriority(os.PRIO_PROCESS, thread.native_id))",
            "globals().update(threads=[one for one in threading.enumerate() if one.name.startswith('worker')])",
            "print({nice(thread) - nice(threading.main_thread()) for thread in threads})",
        ),
    )
    assert (done.stdout, done.stderr) == ("{5}\n", "")


@pytest.mark.skipif(sys.platform != "linux" or not has_slices(), reason="this system has slices of one length")
def test_its_thread_comes_soon(tmp_path: Path) -> None:
    words = "__import__('tests.ui.system.test_turns', fromlist=['slice_length']).slice_length()"
    done = start(tmp_path / "home", lines=(f"print({words})",))
    assert (done.stdout, done.stderr) == (f"{SLICE}\n", "")


def test_its_settings_are_written_in_a_thread(tmp_path: Path) -> None:
    """Where a large file is being written, a small one may take long."""
    photo = tmp_path / "photo.png"
    photo.write_bytes(thumbnail())
    threads = "{thread.name.split('_')[0] for thread in __import__('threading').enumerate()}"
    done = start(tmp_path / "home", str(photo), ready=f"'settings' in {threads}", lines=("print('there')",))
    assert (done.stdout, done.stderr) == ("there\n", "")
    assert json.loads((tmp_path / "home" / "settings.json").read_text())["recent"]


def test_it_opens_the_picture_that_is_named_and_is_ended_by_closing(tmp_path: Path) -> None:
    home, photo = tmp_path / "home", tmp_path / "photo.png"
    photo.write_bytes(thumbnail())
    done = start(
        home,
        str(photo),
        ready="window.canvas.has_picture",
        lines=(
            "print(window.windowTitle())",
            "window.prompt.set_text('black and white')",
            "window.prompt.submit()",
            "window.params.set_values({'quality': 71})",
            "window.prompt.set_text('the next words')",
            "window.desk.region.tools.set_brush(321, 45)",
        ),
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "photo.png – Flux Desktop\n", "")
    kept = json.loads((home / "settings.json").read_text())
    assert kept["draft_prompt"] == "the next words"
    assert json.loads(kept["draft_params"])["quality"] == 71
    assert (kept["brush_size"], kept["brush_hardness"]) == (321, 45)
    assert kept["window"]
    assert (home / "library.sqlite").is_file()
    assert oct(home.stat().st_mode)[-3:] == "700"
    assert photo.read_bytes() == thumbnail()
    assert list((home / "owners").iterdir()) == [], "it is known to have ended"


def test_what_the_panels_need_is_loaded_while_the_window_reacts(tmp_path: Path) -> None:
    """Not by the steps that put them in: that holds the window up."""
    done = start(tmp_path, begin=f"lambda window: exec({WATCH!r}, {{'window': window}})")
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, ["[]", "[]"], "")


def test_a_window_that_is_closed_while_it_loads_is_gone(tmp_path: Path) -> None:
    done = start(tmp_path / "home", ready="False", begin="lambda window: window.painted.connect(window.close)")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_library_that_is_beyond_repair_is_told_in_the_window(tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "library.sqlite").mkdir(parents=True)
    begin = "lambda window: QTimer.singleShot(0, lambda: wait(window))"
    wait = (
        "lambda window: (print(window.messages.text()), window.close()) if hasattr(window, 'messages') and "
        "window.messages.text() else QTimer.singleShot(20, lambda: wait(window))"
    )
    done = start(home, ready="False", begin=f"{begin}\nwait = {wait}")
    assert done.returncode == 0
    assert done.stdout.count("\n") == 2, "a sentence, and what to do"
    assert "library" in done.stdout.lower()


def test_what_became_of_a_lost_library_is_told_in_the_window(tmp_path: Path) -> None:
    kept = Library(tmp_path / "library.sqlite")
    kept.add_node(node("found", asset=AssetStore(tmp_path / "assets", tmp_path / "thumbnails").keep(thumbnail())))
    kept.close()
    kept.path.unlink()
    done = start(tmp_path, ready="window.messages.text()", lines=("print(window.messages.text())",))
    assert (done.returncode, done.stderr) == (0, "")
    title, rest = done.stdout.splitlines()
    assert title == "The library was missing."
    assert rest.startswith("Rebuilt from its journal, with recipes and marks: 1 picture.")


def test_a_home_folder_that_cannot_be_used_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    done = program(tmp_path / "file" / "home")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"The folder {tmp_path / 'file' / 'home'} cannot be used")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
@pytest.mark.parametrize("display", ["", ":4321"], ids=["none", "dead"])
def test_no_display_is_one_sentence(tmp_path: Path, display: str) -> None:
    done = program(tmp_path / "home", QT_QPA_PLATFORM="", WAYLAND_DISPLAY="", DISPLAY=display)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("There is no display to open the window on.")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "home").exists()
