"""Where and when Python looks for cycles while the window is open."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from collections.abc import Iterator
from types import ModuleType

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from flux_desktop.ui.system.garbage import ALL_EVERY, Garbage

pytestmark = pytest.mark.qt


class Cycle:
    """Garbage as soon as nobody else holds it; tells in which thread it went."""

    gone: list[threading.Thread] = []  # noqa: RUF012  of the class, on purpose

    def __init__(self) -> None:
        self.myself = self

    def __del__(self) -> None:
        self.gone.append(threading.current_thread())


@pytest.fixture
def garbage(qapp: object) -> Iterator[Garbage]:
    Cycle.gone.clear()
    parent = QObject()
    yield Garbage(parent)
    del parent
    gc.unfreeze()
    gc.enable()


def litter() -> None:
    """More than Python lets lie in a thread of its own accord."""
    for _ in range(20 * gc.get_threshold()[0]):
        Cycle()


def test_it_goes_in_the_thread_of_the_window(garbage: Garbage, qtbot: QtBot) -> None:
    worker = threading.Thread(target=litter)
    worker.start()
    worker.join()
    assert Cycle.gone == []
    qtbot.waitUntil(lambda: len(Cycle.gone) > 0, timeout=10_000)
    assert set(Cycle.gone) == {threading.main_thread()}


def test_what_grew_old_goes_as_well(garbage: Garbage) -> None:
    held = Cycle()
    gc.collect()
    gone = weakref.ref(held)
    del held
    for _ in range(ALL_EVERY):
        litter()
        garbage.look()
    assert gone() is None


def test_nothing_is_looked_through_while_hardly_anything_is_made(garbage: Garbage) -> None:
    gc.collect()
    Cycle()
    garbage.look()
    assert Cycle.gone == []


def test_what_came_with_a_module_is_not_looked_through(garbage: Garbage, monkeypatch: pytest.MonkeyPatch) -> None:
    litter()
    monkeypatch.setitem(sys.modules, "just_imported", ModuleType("just_imported"))
    garbage.look()
    assert Cycle.gone == []
    litter()
    garbage.look()
    assert len(Cycle.gone) == 20 * gc.get_threshold()[0], "those that were made since"
