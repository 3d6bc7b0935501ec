"""The queue: every job of this run of the program, newest on top."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from flux_desktop.core.language import marked, tr
from flux_desktop.ui import icons
from flux_desktop.ui.naming import announce, named
from flux_desktop.ui.parts.controls import ElidedLabel
from flux_desktop.ui.theme import GAP, ROW, TIGHT

if TYPE_CHECKING:
    from flux_desktop.services.job import Job
    from flux_desktop.services.session import Session
    from flux_desktop.ui.queue.job_row import JobRow

__all__ = ["QueuePanel"]

KEPT_DONE = 60
"""Rows of jobs that are done, beyond which the oldest goes: its results are in the history."""
IDLE = marked("No edits in the queue")


class QueuePanel(QWidget):
    """One quiet line while there are no jobs. `keys_requested` carries a provider's id."""

    keys_requested = Signal(str)
    help_requested = Signal()
    manual_requested = Signal(str)
    """Carries the place in the manual that says more about an error."""
    money_requested = Signal()
    other_requested = Signal(object, object)
    """Carries a job that failed, and the `Model` of another provider that is to do it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "queue_panel", tr("Queue"))
        self._session: Session | None = None
        self._rows: dict[str, JobRow] = {}
        self._ended: set[str] = set()
        """The ids of jobs that have ended as far as anyone was told."""
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)
        self.counts = named(ElidedLabel(tr(IDLE), "quiet"), "queue_counts")
        self._clear = named(QPushButton(tr("Clear finished")), "clear_finished_button", tr("Clear finished"))
        self._clear.setProperty("flat", "true")
        self._clear.clicked.connect(self._clear_finished)
        head = QHBoxLayout()
        head.setContentsMargins(GAP, 3, TIGHT, 2)
        head.addWidget(self.counts, 1)
        head.addWidget(self._clear)
        head.addStrut(ROW)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addStretch(0)  # where there is more room than rows
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._clear.hide()

    def attach(self, session: Session) -> None:
        """Show the jobs of `session` from now on. The rows are loaded here: the window is painted before."""
        from flux_desktop.ui.queue.job_rows import JobRows

        self._session = session
        self._area = JobRows()
        self._area.hide()
        self._column.insertWidget(1, self._area, 1)
        queue = session.queue
        for job in queue.jobs.values():
            self._add(job)
        queue.job_added.connect(self._add)
        queue.job_changed.connect(self._refresh)
        queue.job_removed.connect(self._remove)

    def row(self, job: str) -> JobRow | None:
        """The row of the job with this id."""
        return self._rows.get(job)

    # What the queue tells.

    def _add(self, job: Job) -> None:
        from flux_desktop.ui.messages.ways import ways_of
        from flux_desktop.ui.queue.job_row import JobRow

        assert self._session is not None, "attached first"
        queue = self._session.queue
        row = JobRow(job, queue.name(job.record.recipe), partial(ways_of, self._session), self._is_calm)
        row.cancel_requested.connect(queue.cancel)
        row.retry_requested.connect(self._session.retry)
        row.dismiss_requested.connect(queue.dismiss)
        row.show_requested.connect(self._session.show)
        row.keys_requested.connect(self.keys_requested)
        row.help_requested.connect(self.help_requested)
        row.manual_requested.connect(self.manual_requested)
        row.money_requested.connect(self.money_requested)
        row.other_requested.connect(self.other_requested)
        self._rows[job.id] = row
        self._area.put_on_top(row)
        icons.redress(row)
        if job.state.ended:
            self._ended.add(job.id)
        self._count()

    def _refresh(self, job: Job) -> None:
        row = self._rows.get(job.id)
        if row is not None:
            row.refresh()
            self._count()
            self._tell_end(job)
            self._drop_old()

    def _remove(self, job: Job) -> None:
        row = self._rows.pop(job.id, None)
        self._ended.discard(job.id)
        if row is not None:
            self._area.take(row)
            self._count()

    # Private.

    def _is_calm(self) -> bool:
        return self._session is not None and bool(self._session.settings.get("reduce_motion"))

    def _tick(self) -> None:
        for row in self._rows.values():
            if not row.job.state.ended:
                row.tick()

    def _count(self) -> None:
        from flux_desktop.ui.queue.job_report import clearable, counts

        jobs = [row.job for row in self._rows.values()]
        self.counts.set_words(counts(jobs) or (tr("Queue finished") if jobs else tr(IDLE)))
        self._clear.setVisible(any(map(clearable, jobs)))
        self._area.setVisible(bool(jobs))
        if all(job.state.ended for job in jobs):
            self._clock.stop()
        elif not self._clock.isActive():
            self._clock.start()

    def _tell_end(self, job: Job) -> None:
        """Let a screen reader say how a job ended, once. What went wrong is said by the message about it."""
        from flux_desktop.ui.queue.job_report import summary
        from flux_desktop.ui.wording import STAGES

        if not job.state.ended:
            self._ended.discard(job.id)
        elif job.id not in self._ended:
            self._ended.add(job.id)
            if job.error is None:
                announce(self, tr("{state}: {facts}", state=tr(STAGES[job.state]), facts=summary(job)))

    def _clear_finished(self) -> None:
        from flux_desktop.ui.queue.job_report import clearable

        assert self._session is not None, "attached first"
        for row in list(self._rows.values()):
            if clearable(row.job):
                self._session.queue.dismiss(row.job.id)

    def _drop_old(self) -> None:
        assert self._session is not None, "attached first"
        done = [id for id, row in self._rows.items() if row.job.state == "done"]
        for id in done[: max(0, len(done) - KEPT_DONE)]:
            self._session.queue.dismiss(id)
