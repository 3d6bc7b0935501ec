"""The end of the program: asked about only where something would be lost, and never when the system wants it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit

from flux_desktop.core.language import tr
from flux_desktop.services.leaving import still_waiting, what_would_be_lost

if TYPE_CHECKING:
    from PySide6.QtGui import QSessionManager

    from flux_desktop.services.session import Session
    from flux_desktop.ui.dialogs.quit_question import QuitQuestion
    from flux_desktop.ui.main_window import MainWindow

__all__ = ["Leaving"]

SESSION_ENDS = 60_000
"""Milliseconds after the system's word that the session ends in which nothing is asked; it may be taken back."""


class Leaving(QObject):
    """Decides when the program ends after `window` was told to close; `leave` ends it, `save` keeps what is not yet."""

    def __init__(self, window: MainWindow, leave: Callable[[], object], save: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._leave = leave
        self._save = save
        self._session: Session | None = None
        self._question: QuitQuestion | None = None
        self._waits = False
        self._unasked = QTimer(self)
        self._unasked.setSingleShot(True)
        window.close_requested.connect(self._on_close)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.commitDataRequest.connect(self._on_session_end)

    @property
    def session_ends(self) -> bool:
        """Whether the user is logging out: the system waits for a few seconds at most."""
        return self._unasked.isActive()

    def attach(self, session: Session) -> None:
        """From now on there is something to lose."""
        self._session = session
        session.queue.job_changed.connect(lambda job: self._look_again())
        session.queue.job_removed.connect(lambda job: self._look_again())
        session.waiting.ended.connect(self._on_waited)

    def lost(self) -> tuple[str, ...]:
        """What would be lost now, in sentences."""
        jobs = what_would_be_lost(self._session) if self._session is not None else ()
        return (*jobs, *self._unwritten_notes())

    def _unwritten_notes(self) -> tuple[str, ...]:
        fields = [editor.findChild(QPlainTextEdit, "note_field") for editor in self._note_editors()]
        changed = any(field is not None and field.document().isModified() for field in fields)
        return (tr("The note that you are writing is not kept yet."),) if changed else ()

    def _note_editors(self) -> list[QDialog]:
        return [dialog for dialog in self._window.findChildren(QDialog, "note_editor") if dialog.isVisible()]

    def _on_close(self) -> None:
        lost = self.lost()
        if not lost or self._unasked.isActive():
            self._leave()
        elif self._is_moment(lost) and not self._waits:
            self._wait(tr("The program quits when your edit is in the queue. Quit again to think it over."))
        else:
            self._ask(lost)

    def _is_moment(self, lost: tuple[str, ...]) -> bool:
        """Whether nothing is lost by who waits a moment: that needs no question."""
        return self._session is not None and lost == still_waiting(self._session)

    def _ask(self, lost: tuple[str, ...]) -> None:
        from flux_desktop.ui.dialogs.quit_question import QuitQuestion

        self._waits = False
        if self._question is not None:
            self._question.close()
        self._question = QuitQuestion(lost, self._window)
        self._question.finished.connect(self._forget)
        self._question.quit_chosen.connect(self._leave)
        self._question.wait_chosen.connect(
            lambda: self._wait(tr("The program quits when that is done. Quit again to think it over."))
        )
        self._question.open()

    def _forget(self) -> None:
        self._question = None

    def _wait(self, words: str) -> None:
        self._waits = True
        for editor in self._note_editors():
            editor.finished.connect(self._look_again)
        self._window.messages.show_info(words)
        self._look_again()

    def _on_waited(self, is_queued: bool) -> None:
        """An edit has its region, or is not run: the user then has to read why, and stays."""
        self._waits = self._waits and is_queued
        self._look_again()

    def _look_again(self) -> None:
        """Something has changed: perhaps nothing would be lost any more."""
        if self._question is not None:
            self._question.show_lost(self.lost())
        if self._waits and not self.lost():
            self._waits = False
            QTimer.singleShot(0, self, self._leave)  # once all have heard of it

    def _on_session_end(self, manager: QSessionManager) -> None:
        """The user logs out: nothing is asked, and what counts is kept now. The windows are told to close after it."""
        del manager
        self._unasked.start(SESSION_ENDS)
        self._save()
