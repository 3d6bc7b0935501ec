"""The queue: every job of this run of the program, newest on top."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from flux_desktop.core.edit import JobState
from flux_desktop.ui import icons
from flux_desktop.ui.controls import ElidedLabel, named
from flux_desktop.ui.job_row import JobRow
from flux_desktop.ui.theme import GAP, ROW, TIGHT, in_use

if TYPE_CHECKING:
    from flux_desktop.services.job import Job
    from flux_desktop.services.session import Session

__all__ = ["QueuePanel"]

TALLEST = 280
"""Height of the rows, in logical pixels, from which on they scroll."""
KEPT_DONE = 60
"""Rows of jobs that are done, beyond which the oldest goes: its results are in the history."""
IDLE = "No edits in the queue"


class QueuePanel(QWidget):
    """One quiet line while there are no jobs. `keys_requested` carries a provider's id."""

    keys_requested = Signal(str)
    help_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "queue_panel", "Queue")
        self._session: Session | None = None
        self._rows: dict[str, JobRow] = {}
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)
        self.counts = named(ElidedLabel(IDLE, "quiet"), "queue_counts")
        self._clear = named(QPushButton("Clear finished"), "clear_finished_button", "Clear finished")
        self._clear.setProperty("flat", "true")
        self._clear.clicked.connect(self._clear_finished)
        self._area = _Rows()
        head = QHBoxLayout()
        head.setContentsMargins(GAP, 3, TIGHT, 2)
        head.addWidget(self.counts, 1)
        head.addWidget(self._clear)
        head.addStrut(ROW)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._count()

    def attach(self, session: Session) -> None:
        """Show the jobs of `session` from now on."""
        self._session = session
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
        assert self._session is not None, "attached first"
        queue = self._session.queue
        row = JobRow(job, queue.name(job.record.recipe))
        row.cancel_requested.connect(queue.cancel)
        row.retry_requested.connect(queue.retry)
        row.dismiss_requested.connect(queue.dismiss)
        row.show_requested.connect(self._session.show)
        row.keys_requested.connect(self.keys_requested)
        row.help_requested.connect(self.help_requested)
        self._rows[job.id] = row
        self._area.put_on_top(row)
        icons.redress(row)
        self._count()

    def _refresh(self, job: Job) -> None:
        row = self._rows.get(job.id)
        if row is not None:
            row.refresh()
            self._count()
            self._drop_old()

    def _remove(self, job: Job) -> None:
        row = self._rows.pop(job.id, None)
        if row is not None:
            self._area.take(row)
            self._count()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, QColor(in_use().line))
        painter.end()

    # Private.

    def _tick(self) -> None:
        for row in self._rows.values():
            if not row.job.state.ended:
                row.tick()

    def _count(self) -> None:
        states = Counter(row.job.state for row in self._rows.values())
        waiting = states[JobState.WAITING]
        running = sum(count for state, count in states.items() if not state.ended) - waiting
        unknown, failed = states[JobState.UNKNOWN], states[JobState.FAILED]
        words = [
            f"{count} {word}"
            for count, word in ((running, "running"), (waiting, "waiting"), (failed, "failed"), (unknown, "unknown"))
            if count
        ]
        self.counts.set_words(", ".join(words) or ("Queue finished" if self._rows else IDLE))
        self._clear.setVisible(any(_clearable(row.job) for row in self._rows.values()))
        self._area.setVisible(bool(self._rows))
        if running + waiting and not self._clock.isActive():
            self._clock.start()
        elif not running + waiting:
            self._clock.stop()

    def _clear_finished(self) -> None:
        assert self._session is not None, "attached first"
        for row in list(self._rows.values()):
            if _clearable(row.job):
                self._session.queue.dismiss(row.job.id)

    def _drop_old(self) -> None:
        assert self._session is not None, "attached first"
        done = [id for id, row in self._rows.items() if row.job.state is JobState.DONE]
        for id in done[: max(0, len(done) - KEPT_DONE)]:
            self._session.queue.dismiss(id)


class _Rows(QScrollArea):
    """Rows in a column as high as they need, up to a limit. What the user looks at stays where it is."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "queue_rows", "Jobs, newest first")
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch()
        self._anchor: tuple[QWidget, int] | None = None
        self._holding = False
        self._body.installEventFilter(self)
        self.setWidget(self._body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().valueChanged.connect(self._remember)
        self.verticalScrollBar().rangeChanged.connect(self._hold)

    def put_on_top(self, row: QWidget) -> None:
        self._remember()
        self._column.insertWidget(0, row)
        self.updateGeometry()

    def take(self, row: QWidget) -> None:
        if self._anchor is not None and self._anchor[0] is row:
            self._anchor = None
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.updateGeometry()

    def _remember(self) -> None:
        """Keep in mind which row is uppermost in sight, unless that is the top and nobody points at it."""
        value = self.verticalScrollBar().value()
        if self._holding or (value == 0 and not self.underMouse()):
            self._anchor = self._anchor if self._holding else None
            return
        first = next((row for row in self._in_order() if row.geometry().bottom() >= value), None)
        self._anchor = (first, first.y() - value) if first is not None else None

    def _in_order(self) -> list[QWidget]:
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        return [row for item in items if item is not None and (row := item.widget()) is not None]

    def _hold(self) -> None:
        if self._anchor is not None:
            row, offset = self._anchor
            self._holding = True
            self.verticalScrollBar().setValue(row.y() - offset)
            self._holding = False

    # Qt.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:  # noqa: N802
        hint = self._body.sizeHint()
        height = self._column.totalHeightForWidth(max(self.viewport().width(), 160))
        return QSize(hint.width(), min(max(height, 0), TALLEST))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(160, min(self.sizeHint().height(), 96))


def _clearable(job: Job) -> bool:
    """Ended, and nothing is left to decide: what is unknown goes only when the user says so."""
    return job.state.ended and job.state is not JobState.UNKNOWN
