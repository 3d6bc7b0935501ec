"""How the program behaves towards the desktop around it: it comes when it is called, and goes when it is told to."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from flux_desktop.core.handover import Handover
from flux_desktop.core.language import tr
from flux_desktop.resources import resource
from flux_desktop.ui.system.awake import Awake, follow, network, system_bus
from flux_desktop.ui.system.leaving import Leaving
from flux_desktop.ui.system.notices import Notices, notifier_of
from flux_desktop.ui.system.single_instance import LaterStarts, bring_to_front
from flux_desktop.ui.system.system_end import SystemEnd
from flux_desktop.ui.system.task_bar import TaskBar, task_bar_of
from flux_desktop.ui.system.update_news import UpdateNews

if TYPE_CHECKING:
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.services.session import Session
    from flux_desktop.services.updates import Updates
    from flux_desktop.ui.main_window import MainWindow
    from flux_desktop.ui.system.application import Application

__all__ = ["Manners"]

USUAL, HURRIED = 10.0, 1.5
"""Seconds that an order in flight has at the end."""
LATER = 2000
"""Milliseconds after the start at which what can wait is done."""


class Manners(QObject):
    """Those of `window`; `attach` gives it the session. `leave` ends the program, after `save`."""

    def __init__(
        self, app: Application, window: MainWindow, leave: Callable[[], object], save: Callable[[], object]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[str] = []
        self._starts = LaterStarts(self)
        self._starts.came.connect(self._on_start)
        app.file_requested.connect(lambda path: self.open([path]))
        self.open(app.take_early())
        self.leaving = Leaving(window, leave, save)
        self._task_bar: TaskBar | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._system = SystemEnd(self)
        self._system.asked.connect(leave)

    @property
    def exit_code(self) -> int:
        return self._system.exit_code

    @property
    def grace(self) -> float:
        """Seconds that an order in flight has at the end."""
        return HURRIED if self._system.is_asked or self.leaving.session_ends else USUAL

    def listen(self, address: str) -> bool:
        """Be there for later starts of the program, which find this one at `address`; False if that cannot be."""
        return self._starts.listen(address)

    def attach(self, session: Session, updates: Updates) -> None:
        """The window works: open what came while it was made."""
        self.leaving.attach(session)
        notices = Notices(session, lambda: notifier_of(self._window), self)
        notices.chosen.connect(partial(self._show, session))
        self._task_bar = TaskBar(session.queue, lambda: task_bar_of(self._window), self)
        UpdateNews(self._window, session, updates, self)
        awake = Awake(self)
        awake.woke.connect(session.queue.connection.begin_anew)
        self._later.timeout.connect(lambda: self._listen(session, awake))
        self._later.start(LATER)
        waiting, self._waiting = self._waiting, []
        self.open(waiting)

    def open(self, paths: list[str]) -> None:
        """Open files as if the user had chosen them; those that are not there are told."""
        if self._window.desk is None:
            self._waiting += paths
            return
        there = [path for path in paths if os.path.exists(path)]
        if missing := [Path(path).name for path in paths if path not in there]:
            self._window.messages.show_info(tr("Not found: {names}", names=", ".join(missing)))
        if there:
            self._window.desk.pictures_in.open_chosen(there)

    def close(self) -> None:
        """The program ends: it takes and begins nothing more."""
        self._starts.close()
        if self._task_bar is not None:
            self._task_bar.clear()
        for timer in self.findChildren(QTimer):
            timer.stop()

    def _listen(self, session: Session, awake: Awake) -> None:
        """Hear of sleep and of the network. Nothing of it is needed for the start."""
        connection = session.queue.connection
        session.in_background(system_bus, lambda bus: awake.listen(bus) if bus is not None else None)
        session.in_background(network, lambda found: follow(found, connection) if found is not None else None)

    def _show(self, session: Session, node: HistoryNode | None, token: str) -> None:
        """Come to the front with the result of which the user was told."""
        bring_to_front(self._window, token)
        if node is not None:
            session.show(node)

    def _on_start(self, message: Handover) -> None:
        bring_to_front(self._window, message.token)
        self.open([str(resource("sample.jpg"))] if message.sample else list(message.files))
