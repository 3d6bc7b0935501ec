"""Async tests run on Qt's event loop, as the program does; `session` is a real one over an empty home folder."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Generator, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QCursor, QDragEnterEvent, QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from qasync import QEventLoop

from flux_desktop.core.settings import Settings
from flux_desktop.services.assembly import Program, assemble
from flux_desktop.services.session import Session
from tests.ui.browser import Browser
from tests.ui.lab import Lab
from tests.ui.loops import give_up_following, window_loop
from tests.ui.windows import User, opened_window, put_lab


def pytest_asyncio_loop_factories(config: pytest.Config, item: pytest.Item) -> Mapping[str, Callable[[], QEventLoop]]:
    del config, item
    return {"qt": _loop}


def _loop() -> QEventLoop:
    app = QApplication.instance() or QApplication(["flux-desktop"])
    assert isinstance(app, QApplication)
    return window_loop(app)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Function) -> Generator[None]:
    if "qtbot" in item.funcargs:
        give_up_following()
    yield


OUTSIDE = -1000
"""Of every screen, both ways."""


class _Catcher(QWidget):
    """Whatever is dragged over it may be dropped."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        event.accept()


@pytest.fixture(autouse=True)
def _hands_off() -> Iterator[None]:
    """Lets go of mouse and keys after each test: Qt keeps for all windows what is held, and where the pointer rests.

    A drag ends too: the widget that it was over last, which may be gone, would get the next drop.
    """
    yield
    if isinstance(QApplication.instance(), QApplication):
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)
        QCursor.setPos(OUTSIDE, OUTSIDE)
        nothing, catcher = QMimeData(), _Catcher()
        action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(catcher, QDragEnterEvent(QPoint(), action, nothing, button, key))
        QApplication.sendEvent(catcher, QDragLeaveEvent())


@pytest.fixture
async def program(tmp_path: Path) -> AsyncIterator[Program]:
    """The services over a home folder of their own; no keychain, no keys."""
    home = tmp_path / "home"
    home.mkdir()
    assembled = assemble(home, Settings(), os.environ)
    yield assembled
    await assembled.close()


@pytest.fixture
async def session(program: Program) -> AsyncIterator[Session]:
    made = program.session()
    yield made
    await made.close()


@pytest.fixture
async def lab(program: Program) -> Lab:
    """A provider that does what the test wants, in the menus beside the real ones."""
    return put_lab(program)


@pytest.fixture
async def user(session: Session, lab: Lab, tmp_path: Path) -> AsyncIterator[User]:
    """Someone before the whole window, which is attached to `session` and has the focus in the prompt box."""
    async with opened_window(session, lab, tmp_path) as made:
        yield made


@pytest.fixture
def browser() -> Iterator[Browser]:
    """The browser that links are opened in."""
    with Browser() as made:
        yield made
