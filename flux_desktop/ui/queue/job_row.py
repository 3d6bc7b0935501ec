"""One job of the queue: what it does, how far it is, what came of it and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from flux_desktop.core.edit import JobState
from flux_desktop.core.help import LEARN
from flux_desktop.core.language import marked, tr
from flux_desktop.ui.messages.links import open_link
from flux_desktop.ui.messages.ways import LOOK_UP, OTHERS, STEPS, Ways, hint_of, looks_up, others_menu
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import ElidedLabel, icon_button, plain_label
from flux_desktop.ui.parts.flow import FlowLayout
from flux_desktop.ui.queue.job_report import job_text, may_cost_again, notes_of, retry_helps, summary
from flux_desktop.ui.queue.state_mark import StateMark
from flux_desktop.ui.theme import FLAT, GAP, TIGHT, in_use, set_tone
from flux_desktop.ui.wording import STAGES, duration

if TYPE_CHECKING:
    from flux_desktop.services.job import Job

__all__ = ["JobRow"]

MOVING = (JobState.UPLOADING, JobState.RUNNING, JobState.DOWNLOADING)
SHORT = 140
"""Letters of notes that are shown without being asked for."""
SURE = marked("This may cost again. Run it again?")


class JobRow(QFrame):
    """Follows one Job: `refresh` after each change, `tick` once a second while it is on its way."""

    cancel_requested = Signal(str)
    retry_requested = Signal(str)
    dismiss_requested = Signal(str)
    show_requested = Signal(object)
    keys_requested = Signal(str)
    help_requested = Signal()
    manual_requested = Signal(str)
    """Carries the place in the manual that says more about the error."""
    money_requested = Signal()
    other_requested = Signal(object, object)
    """Carries the job, and the `Model` of another provider that is to do it."""

    def __init__(
        self,
        job: Job,
        provider: str,
        ways: Callable[[Job], Ways] = lambda job: Ways(),
        is_calm: Callable[[], bool] = lambda: False,
    ) -> None:
        """`provider` is the provider's name as people know it; `ways` says what can be done about a failure.

        `is_calm` says whether the user wants little motion: then no bar runs to and fro while nothing is known.
        """
        super().__init__()
        named(self, f"job_{job.id}")
        self._job = job
        self._provider = provider
        self._find_ways = ways
        self._is_calm = is_calm
        self._ways = Ways()
        self._buttons: dict[str, QPushButton] = {}
        self._acts: dict[str, Callable[[], object]] = {}
        self._long_notes = False
        self._asking = False
        self._all_notes = False
        self._build()
        self.refresh()

    @property
    def job(self) -> Job:
        return self._job

    def tick(self) -> None:
        """Show how long it takes by now."""
        ended = self._job.state.ended
        self._time.setText(summary(self._job) if ended else duration(self._job.elapsed, whole=True))

    def refresh(self) -> None:
        """Show the job as it is now; the focus stays in the row when the button that had it goes."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        job = self._job
        if job.state is not JobState.UNKNOWN and not (job.state is JobState.CANCELLED and may_cost_again(job)):
            self._asking = False
        self._mark.set_state(job.state)
        self._stage.setText(tr(STAGES[job.state]))
        self._cancel.setVisible(not job.state.ended)
        self._show_progress()
        self._show_notes()
        self._ways = self._find_ways(job) if job.error is not None and job.state.ended else Ways()
        self._show_error()
        self._show_buttons()
        self.tick()
        self.setAccessibleName(f"{tr(STAGES[job.state])}: {job.record.recipe.prompt[:200]}")
        if had_focus and focused is not None and not focused.isVisibleTo(self):
            self._focus_first()

    # How it is built.

    def _build(self) -> None:
        recipe = self._job.record.recipe
        self._mark = StateMark()
        self._stage = named(plain_label(), "job_stage")
        font = self._stage.font()
        font.setBold(True)
        self._stage.setFont(font)
        self._time = named(plain_label(tone="quiet"), "job_time")
        self._cancel = icon_button("cancel_job_button", "x", tr("Cancel this edit"))
        self._cancel.clicked.connect(lambda: self.cancel_requested.emit(self._job.id))
        self._bar = named(QProgressBar(), "job_progress", tr("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self._title = self._words("job_error_title", "danger")
        self._hint = self._words("job_error_hint")
        self._request = self._words("job_request_id", "quiet")
        self._notes = self._words("job_notes", "quiet")
        self._question = self._words("job_question")
        self._actions = FlowLayout(outdent=FLAT)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 6, GAP, 7)
        column.setSpacing(TIGHT)
        column.addLayout(self._head())
        column.addWidget(named(ElidedLabel(recipe.prompt), "job_prompt"))
        column.addWidget(named(ElidedLabel(f"{self._provider} · {recipe.model}", "quiet"), "job_model"))
        for part in (self._bar, self._title, self._hint, self._request, self._notes, self._question):
            column.addWidget(part)
        column.addLayout(self._actions)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._mark)
        head.addWidget(self._stage)
        head.addStretch()
        head.addWidget(self._time)
        head.addWidget(self._cancel)
        return head

    @staticmethod
    def _words(name: str, tone: str = "") -> QLabel:
        label = named(plain_label(tone=tone, wrap=True), name)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    # What it shows.

    def _show_progress(self) -> None:
        is_moving, progress = self._job.state in MOVING, self._job.progress
        self._bar.setVisible(is_moving and not (progress is None and self._is_calm()))
        if not is_moving or progress is None:
            self._bar.setRange(0, 0 if self._bar.isVisibleTo(self) else 1)
        else:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(progress * 1000))

    def _show_notes(self) -> None:
        notes = "\n".join(notes_of(self._job))
        self._long_notes = len(notes) > SHORT
        short = notes if not self._long_notes or self._all_notes else notes[:SHORT].rsplit(" ", 1)[0] + " …"
        _fill(self._notes, short)
        set_note(self._notes, notes)

    def _show_error(self) -> None:
        error = self._job.error if self._job.state.ended else None
        set_tone(self._title, "warning" if self._job.state is JobState.UNKNOWN else "danger")
        _fill(self._title, error.title if error else "")
        _fill(self._hint, hint_of(error, self._ways.place) if error else "")
        _fill(self._request, tr("Request id: {id}", id=error.request_id) if error and error.request_id else "")
        _fill(self._question, tr(SURE) if self._asking else "")

    def _show_buttons(self) -> None:
        """Only the buttons that this state needs; they are made when they are first needed."""
        wanted = self._confirming() if self._asking else self._wanted()
        for name, button in self._buttons.items():
            button.setVisible(name in wanted)
        for place, (name, (words, act)) in enumerate(wanted.items()):
            button = self._buttons.get(name) or self._make(name)
            button.setText(words)
            button.setAccessibleName(words.rstrip("…"))
            self._acts[name] = act
            self._actions.put(place, button)
            button.show()

    def _confirming(self) -> dict[str, tuple[str, Callable[[], object]]]:
        return {
            "confirm_run_again_button": (tr("Run again"), lambda: self.retry_requested.emit(self._job.id)),
            "keep_job_button": (tr("Keep"), lambda: self._ask(False)),
        }

    def _wanted(self) -> dict[str, tuple[str, Callable[[], object]]]:
        job, id = self._job, self._job.id
        wanted: dict[str, tuple[str, Callable[[], object]]] = {}
        if job.nodes:
            wanted["show_job_button"] = (tr("Show", "verb"), lambda: self.show_requested.emit(job.nodes[0]))
        if job.state.ended:
            wanted |= self._steps()
            if job.state is JobState.UNKNOWN or (job.state is JobState.CANCELLED and may_cost_again(job)):
                wanted["run_again_button"] = (tr("Run again…"), lambda: self._ask(True))
            elif retry_helps(job):
                wanted["retry_job_button"] = (tr("Retry"), lambda: self.retry_requested.emit(id))
            if self._ways.others:
                wanted["other_job_button"] = (tr(OTHERS), self._offer_others)
            if (error := job.error) is not None:
                wanted["learn_job_button"] = (tr(LEARN), lambda: self.manual_requested.emit(error.help))
                wanted["copy_job_button"] = (tr("Copy"), self._copy)
            wanted["dismiss_job_button"] = (tr("Dismiss"), lambda: self.dismiss_requested.emit(id))
        if self._long_notes:
            wanted["notes_job_button"] = (tr("Less") if self._all_notes else tr("More"), self._toggle_notes)
        return wanted

    def _steps(self) -> dict[str, tuple[str, Callable[[], object]]]:
        """What the error itself names as the next step."""
        error, place = self._job.error, self._ways.place
        if error is None:
            return {}
        acts: dict[str, tuple[str, Callable[[], object]]] = {
            "open_keys": ("keys_job_button", lambda: self.keys_requested.emit(self._job.record.recipe.provider)),
            "open_help": ("help_job_button", self.help_requested.emit),
            "open_money": ("money_job_button", self.money_requested.emit),
        }
        steps: dict[str, tuple[str, Callable[[], object]]] = {}
        if error.action in acts:
            name, act = acts[error.action]
            steps[name] = (tr(STEPS[error.action]), act)
        if looks_up(error, place):
            steps["look_up_job_button"] = (tr(LOOK_UP), lambda: open_link(place))
        return steps

    def _make(self, name: str) -> QPushButton:
        button = named(QPushButton(), name)
        button.setProperty("flat", "true")
        button.clicked.connect(lambda checked: self._acts[name]())
        self._buttons[name] = button
        return button

    # What its buttons do.

    def _ask(self, asking: bool) -> None:
        self._asking = asking
        self.refresh()

    def _toggle_notes(self) -> None:
        self._all_notes = not self._all_notes
        self.refresh()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(job_text(self._job, self._provider))

    def _offer_others(self) -> None:
        button = self._buttons["other_job_button"]
        others = self._find_ways(self._job).others  # a key may have been set meanwhile
        menu = others_menu(button, others, lambda model: self.other_requested.emit(self._job, model))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _focus_first(self) -> None:
        shown: list[QWidget] = [button for button in self._buttons.values() if button.isVisibleTo(self)]
        if self._cancel.isVisibleTo(self):
            shown.append(self._cancel)
        if shown:
            shown[0].setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(in_use().line))
        painter.end()


def _fill(label: QLabel, words: str) -> None:
    """Show `words` in a line of their own, which is gone without them."""
    label.setText(words)
    label.setVisible(bool(words))
