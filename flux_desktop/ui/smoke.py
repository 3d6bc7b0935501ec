"""`flux-desktop --smoke-test`: whether an installed program is whole. It opens the window and edits the sample.

Everything in it is what a user would meet: the start, a library of its own in a temporary folder, the providers, the
files that come with the program, an edit with `offline` by the window's prompt box, and the result in formats that have
libraries of their own.
It ends with 0, or with 1 and a sentence for each fault, and always with one line of JSON.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from flux_desktop import __version__
from flux_desktop.resources import resource

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.services.job import Job
    from flux_desktop.services.session import Session
    from flux_desktop.ui.main_window import MainWindow

__all__ = ["FORMATS", "PROVIDERS", "SmokeTest", "smoke_test"]

PROVIDERS = ("bfl", "eachlabs", "fal", "lumenfall", "offline", "onemin", "openai", "replicate", "sdcpp")
"""What the source has: a frozen program that lost some would not notice it by itself."""
FORMATS = ("jpg", "webp", "avif")
PROMPT = "brighter and more vivid"
LIMIT_MS = 120_000


def smoke_test(words: Sequence[str] = ()) -> int:
    """Run the test; the exit code. The first of `words` names a file that gets the line too: no console is needed."""
    from flux_desktop.ui.app import Start, run_window

    # On Windows a library that is still open at the end could not be removed: that is no fault of the program's.
    with tempfile.TemporaryDirectory(prefix="flux-desktop-smoke-", ignore_cleanup_errors=True) as folder:
        os.environ["FLUX_DESKTOP_HOME"] = str(Path(folder) / "home")
        test = SmokeTest(Path(folder))
        try:
            code = run_window(Start([], test.begin))
        except Exception as error:  # noqa: BLE001  told below
            test.faults.append(f"The program failed: {error!r}.")
        else:
            test.faults += [] if test.ended else [f"The window ended too early, with the code {code}."]
    line = json.dumps({"ok": not test.faults, **test.found, "faults": test.faults})
    if words:
        Path(words[0]).write_text(line + "\n", encoding="utf-8")
    if sys.stdout is not None:  # as in a program for windows only
        sys.stdout.write(line + "\n")
        sys.stderr.write("".join(f"{fault}\n" for fault in test.faults))
    return 1 if test.faults else 0


class SmokeTest:
    """Works through its steps by the signals of the session; `found` and `faults` are what it has to say."""

    def __init__(self, folder: Path) -> None:
        self.found: dict[str, object] = {"version": __version__}
        self.faults: list[str] = []
        self.ended = False
        self._folder = folder
        self._began = time.monotonic()
        self._seconds: dict[str, float] = {}

    def begin(self, window: MainWindow, session: Session) -> None:
        """The window is there and works: look at what came with it, and open the sample."""
        from PySide6.QtCore import QTimer

        self._window, self._session = window, session
        self._note("start")
        QTimer.singleShot(LIMIT_MS, window, lambda: self._end("It took too long."))
        self._look_around()
        if self.faults:
            self._end()
            return
        session.failed.connect(self._on_failure)
        session.source_changed.connect(self._on_source)
        session.node_added.connect(self._on_result)
        session.queue.job_changed.connect(self._on_job)
        window.canvas.sample_requested.emit()

    def _look_around(self) -> None:
        import platform

        from PySide6.QtCore import qVersion
        from PySide6.QtGui import QGuiApplication

        providers = sorted(provider.id for provider in self._session.queue.providers())
        self.found["providers"] = providers
        self.faults += [f"The provider {name} is missing." for name in PROVIDERS if name not in providers]
        self.found["platform"] = QGuiApplication.platformName()
        self.found["system"] = f"{platform.system()} {platform.machine()}"
        self.found["python"], self.found["qt"] = platform.python_version(), qVersion()
        self.found["frozen"] = bool(getattr(sys, "frozen", False))
        self.found["resources"] = _resources(self.faults)

    def _on_source(self, node: HistoryNode | None) -> None:
        if node is not None:
            self._note("open")
            self._window.prompt.set_text(PROMPT)
            self._window.prompt.submit()

    def _on_result(self, node: HistoryNode) -> None:
        self._note("edit")
        self.found["result"] = [node.width, node.height]
        self._session.in_background(lambda: self._export(node), self._on_exported, self._on_failure)

    def _export(self, node: HistoryNode) -> dict[str, int]:
        """The result in these formats, and the sizes of the files."""
        paths = {suffix: self._folder / f"result.{suffix}" for suffix in FORMATS}
        for path in paths.values():
            self._session.exporter.export(node, path)
        _load_late()
        return {suffix: path.stat().st_size for suffix, path in paths.items()}

    def _on_exported(self, sizes: dict[str, int]) -> None:
        self._note("export")
        self.found["formats"] = sizes
        self._end()

    def _on_job(self, job: Job) -> None:
        if job.error is not None:
            self._on_failure(job.error)

    def _on_failure(self, error: FluxError) -> None:
        self._end(f"{error.title} {error.hint}")

    def _note(self, step: str) -> None:
        self._seconds[step] = round(time.monotonic() - self._began, 2)

    def _end(self, fault: str = "") -> None:
        if not self.ended:
            self.ended = True
            self.found["seconds"] = self._seconds
            self.faults += [fault] if fault else []
            self._window.close()


def _resources(faults: list[str]) -> dict[str, int]:
    """Load one file of each kind that comes with the program; how many there are of each."""
    kinds: dict[str, tuple[str, Callable[[Path], bool]]] = {
        "icons": ("icons/*.svg", _draws),
        "themes": ("themes/*.qss", lambda path: bool(path.read_text(encoding="utf-8"))),
        "app": ("app/*.png", _draws),
        "translations": ("translations/*.qm", _translates),
        "manual": ("manual/**/*.*", lambda path: path.stat().st_size > 0),
    }
    counts = {}
    for name, (pattern, loads) in kinds.items():
        paths = sorted(resource("").glob(pattern))
        counts[name] = len(paths)
        faults += [f"{path.name} in {name} cannot be loaded." for path in paths if not loads(path)]
        faults += [] if paths else [f"There is no file of the kind {name}."]
    return counts


def _draws(path: Path) -> bool:
    from PySide6.QtGui import QPixmap

    return not QPixmap(str(path)).isNull()


def _translates(path: Path) -> bool:
    """Whether a language can be used: its own words, and those of Qt's own dialogs."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    language = path.stem.rpartition("_")[2] or path.stem
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return QTranslator().load(str(path)) and QTranslator().load(f"qtbase_{language}", qt)


def _load_late() -> None:
    """What is imported when it is first needed, by names that no analysis of imports finds. Raises ImportError."""
    import keyring
    import pi_heif
    import truststore

    keyring.get_keyring()
    truststore.SSLContext  # noqa: B018  here or nowhere
    pi_heif.libheif_version()
