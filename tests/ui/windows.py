"""The whole window on a real session, and what a user does with it: keys, clicks and looks by objectName."""

from __future__ import annotations

import asyncio
import os
import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from flux_desktop.core.history import HistoryNode
from flux_desktop.providers.link import Link
from flux_desktop.services.assembly import Program, assemble
from flux_desktop.services.job import Job
from flux_desktop.services.session import Session
from flux_desktop.store.settings import SettingsFile
from flux_desktop.ui import theme
from flux_desktop.ui.desk.desk import Desk
from flux_desktop.ui.main_window import MainWindow
from flux_desktop.ui.queue.job_row import JobRow
from flux_desktop.ui.window_layout import layout_text, restore_frame
from tests.ui.lab import Lab
from tests.ui.panels import thumbnail
from tests.ui.results import until

__all__ = ["ALT", "CONTROL", "NONE", "SHIFT", "User", "opened_window", "put_lab", "restarted"]

T = TypeVar("T", bound=QObject)
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class User:
    """Someone who works with `window`. What is asked for by a name is found by its objectName."""

    def __init__(self, window: MainWindow, session: Session, lab: Lab, folder: Path) -> None:
        self.window = window
        self.session = session
        self.lab = lab
        self.folder = folder

    @property
    def desk(self) -> Desk:
        assert self.window.desk is not None
        return self.window.desk

    # Looking.

    def find(self, kind: type[T], name: str) -> T:
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def sees(self, name: str) -> bool:
        """Whether a widget of that name is in sight."""
        return any(found.isVisible() for found in self.window.findChildren(QWidget, name))

    def action(self, name: str) -> QAction:
        return self.find(QAction, f"action_{name}")

    def label(self, name: str) -> str:
        return self.find(QLabel, name).text()

    def message(self) -> str:
        return self.window.messages.text()

    def jobs(self) -> list[Job]:
        return list(self.session.queue.jobs.values())

    def row(self, job: Job) -> JobRow:
        return self.find(JobRow, f"job_{job.id}")

    def said(self, job: Job, name: str) -> str:
        """The words of a label in the row of `job`; "" while it is hidden."""
        label = self.row(job).findChild(QLabel, name)
        assert label is not None, name
        return label.text() if label.isVisible() else ""

    def shown(self) -> str:
        """The id of the picture on the canvas."""
        picture = self.window.canvas.picture
        return picture.id if picture is not None else ""

    def focus(self) -> QWidget | None:
        return QApplication.focusWidget()

    # Doing.

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, at: QWidget | None = None) -> None:
        """Press and let go a key where the focus is."""
        target = at or self.focus() or self.window
        QTest.keyClick(target, key, held)

    def write(self, words: str) -> None:
        QTest.keyClicks(self.focus() or self.window, words)

    def prompt(self, words: str) -> None:
        """Replace the prompt by typing."""
        self.key(Qt.Key.Key_L, CONTROL)
        assert self.focus() is self.window.prompt
        self.key(Qt.Key.Key_A, CONTROL)
        self.write(words)

    def click(self, name: str, at: QWidget | None = None) -> None:
        """Click a button that is in sight and enabled."""
        button = (at or self.window).findChild(QAbstractButton, name)
        assert button is not None, name
        assert button.isVisible(), f"{name} is hidden"
        assert button.isEnabled(), f"{name} is disabled"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def click_row(self, node: HistoryNode, *, double: bool = False) -> None:
        """Click the row of `node` in the history."""
        rows = self.window.history.list
        rows.scrollTo(rows._model.index_of(node.id))
        point = rows.visualRect(rows._model.index_of(node.id)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, NONE, point)
        if double:
            QTest.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, NONE, point)

    def click_canvas(self) -> None:
        """Click the grey beside the picture: the canvas then has the focus."""
        self.window.canvas.setFocus()
        QTest.mouseClick(self.window.canvas, Qt.MouseButton.LeftButton, NONE, QPoint(3, 3))

    def send(self, event: QEvent) -> None:
        """Let the window have an event that no key or button makes, e.g. of a drag."""
        QApplication.sendEvent(self.window, event)

    async def aside(self, act: Callable[[], object]) -> None:
        """Do what lets Qt handle events before it returns: inside a task no other task could go on."""
        done: list[object] = []
        QTimer.singleShot(0, lambda: done.append(act()))
        await until(lambda: done)

    async def run(self, words: str = "") -> Job:
        """Type `words` in place of the prompt, or leave it as it is; press Ctrl+Enter, and give the job."""
        before = set(self.session.queue.jobs)
        self.key(Qt.Key.Key_L, CONTROL)
        if words:
            self.prompt(words)
        self.key(Qt.Key.Key_Return, CONTROL)
        new = [job for id, job in self.session.queue.jobs.items() if id not in before]
        assert len(new) == 1, self.message() or new
        return new[0]

    async def result(self, words: str = "") -> HistoryNode:
        """Run `words` and wait for the picture; the window has heard of it."""
        job = await self.run(words)
        await self.ended(job)
        assert job.nodes, job.error
        await self.settled()
        return job.nodes[0]

    async def ended(self, *jobs: Job) -> None:
        """Until these have ended, and all have heard of it."""
        for job in jobs:
            await asyncio.wait_for(job.wait(), 5)
            assert job.state.ended

    async def settled(self) -> None:
        """Until nothing is loading and the canvas shows what the session looks at."""
        current = self.session.current
        await until(lambda: self.shown() == (self.session.current.id if self.session.current else ""))
        assert current == self.session.current

    def file(self, name: str, width: int = 128, height: int = 96) -> Path:
        """A real picture file; each name has its own colour."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(thumbnail(f"#{zlib.crc32(name.encode()) % 2**24:06x}", width, height))
        return path

    async def open(self, path: Path) -> HistoryNode:
        """Have `path` opened as the picture to edit."""
        self.session.open_file(path)
        await until(lambda: self.session.source is not None and self.session.source.name == path.name)
        await self.settled()
        assert self.session.source is not None
        return self.session.source

    async def use_lab(self, model: str = "lab-large") -> None:
        """Choose the laboratory in the menus."""
        self.window.chooser.provider_box.choose("lab")
        self.window.chooser.model_box.choose(model)
        assert self.window.chooser.model_box.currentData() == model

    async def ready(self, model: str = "lab-large") -> HistoryNode:
        """Open a picture, and choose the laboratory to edit it."""
        source = await self.open(self.file("photo.png"))
        await self.use_lab(model)
        return source

    def encoded(self, node: HistoryNode) -> bytes:
        return self.session.pictures.assets.load(node.asset)


def put_lab(program: Program) -> Lab:
    """The laboratory, put beside the real providers of `program`."""

    async def no_key() -> str:
        return ""

    lab = Lab(Link("https://lab.invalid", no_key, lambda: program.http))
    program.queue._providers[lab.id] = lab  # type: ignore[index]  # a dict, though declared as a mapping
    return lab


@asynccontextmanager
async def opened_window(session: Session, lab: Lab, folder: Path, layout: str = "") -> AsyncIterator[User]:
    """The window on `session`, made and ended in the order of the program."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = MainWindow()
    window.resize(1280, 800)
    restore_frame(window, layout)
    painted: list[bool] = []
    window.painted.connect(lambda: painted.append(True))
    window.show()
    await until(lambda: painted)
    window.fill()
    theme.apply(app, "light")
    window.activateWindow()
    window.attach(session, folder / "dragged")
    user = User(window, session, lab, folder / "pictures")
    user.folder.mkdir(exist_ok=True)
    await until(lambda: user.focus() is window.prompt)
    yield user
    QApplication.clipboard().clear()  # Qt's offscreen clipboard ends after Python, and must hold nothing of it
    lab.gate.set()
    window.save()
    window.hide()
    await session.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@asynccontextmanager
async def restarted(user: User, folder: Path) -> AsyncIterator[User]:
    """End the program of `user`, whose home is below `folder`, and start it again."""
    user.window.save()
    kept = SettingsFile(folder / "home" / "settings.json")
    for name, value in user.session.settings.values().items():
        kept.settings.set(name, value)
    layout = layout_text(user.window)
    user.window.hide()
    await user.session.close()
    user.session.queue._owner.close()
    settings = SettingsFile(folder / "home" / "settings.json").settings
    program = assemble(folder / "home", settings, os.environ)
    try:
        async with opened_window(program.session(), put_lab(program), folder, layout) as again:
            program.queue.resume()
            yield again
    finally:
        await program.close()
