"""What can be done in the trash: bring back, or delete for good, which is asked once more with number and size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from flux_desktop.core.language import plural, tr
from flux_desktop.ui.history.bars import narrow_button, row_of, rule_above
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import ElidedLabel
from flux_desktop.ui.theme import GAP, ROW, TIGHT
from flux_desktop.ui.wording import bytes_of

if TYPE_CHECKING:
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.services.session import Session
    from flux_desktop.services.storage import Dropped, Usage

__all__ = ["TrashBar"]

WithSelected = Callable[[Callable[["Sequence[HistoryNode]"], object]], None]


class TrashBar(QWidget):
    """Acts on the trash of `session`; `with_selected` does something with what is selected."""

    def __init__(self, session: Session, with_selected: WithSelected, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "history_trash", tr("What to do with deleted results"))
        self._session = session
        self._with_selected = with_selected
        self._selected = self._listed = 0
        self._inside: Dropped | None = None
        self._wanted = ""
        self._label = named(ElidedLabel("", lines=2), "history_trash_label")
        self._label.setMinimumHeight(ROW)
        self._restore = narrow_button("restore_button", tr("Restore"), tr("Bring the selected results back"))
        self._restore.clicked.connect(lambda: with_selected(session.trash.restore))
        self._drop = narrow_button(
            "drop_button", tr("Delete for good…"), tr("Delete the selected results and their files")
        )
        self._drop.clicked.connect(lambda: self._ask("drop"))
        self._empty = narrow_button(
            "empty_trash_button", tr("Empty trash…"), tr("Delete everything in the trash for good")
        )
        self._empty.clicked.connect(lambda: self._ask("empty"))
        self._sure = narrow_button("trash_sure_button", tr("Delete for good"), tr("There is no way back"))
        self._sure.clicked.connect(self._do)
        self._not_now = narrow_button("trash_not_now_button", tr("Cancel"), tr("Leave everything as it is"))
        self._not_now.clicked.connect(lambda: self._ask(""))
        for told in (session.nodes_removed, session.nodes_restored, session.trash_emptied):
            told.connect(lambda nodes: self._on_trash())
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, TIGHT, GAP, GAP)
        column.setSpacing(TIGHT)
        column.addWidget(self._label)
        column.addLayout(row_of(self._restore, self._drop, self._sure))
        column.addLayout(row_of(self._empty, self._not_now))
        self._show()

    def set_counts(self, count: int, listed: int) -> None:
        """How many are selected, of how many. A question that was about others is withdrawn."""
        self._listed = listed
        if count != self._selected:
            self._selected, self._wanted = count, ""
        self._show()

    # Private.

    def _measure(self) -> None:
        """Find out how much emptying the trash would delete and free."""
        self._inside = None
        self._session.in_background(self._session.storage.usage, self._put_inside)

    def _on_trash(self) -> None:
        if self.isVisible():
            self._measure()

    def _put_inside(self, usage: Usage) -> None:
        self._inside = usage.trash
        self._show()

    def _ask(self, what: str) -> None:
        self._wanted = what
        self._show()
        (self._not_now if what else self._empty).setFocus()

    def _do(self) -> None:
        wanted, self._wanted = self._wanted, ""
        self._show()
        if wanted == "empty":
            self._session.trash.empty()
        else:
            self._with_selected(self._session.trash.drop)

    def _show(self) -> None:
        asking = bool(self._wanted)
        self._label.set_words(self._question() if asking else self._state())
        for button in (self._restore, self._drop, self._empty):
            button.setVisible(not asking)
        for button in (self._sure, self._not_now):
            button.setVisible(asking)
        self._restore.setEnabled(self._selected > 0)
        self._drop.setEnabled(self._selected > 0)
        self._empty.setEnabled(self._inside is not None and len(self._inside.nodes) > 0)

    def _state(self) -> str:
        if self._inside is None:
            return tr("Deleted results can be brought back.")
        sentences = [tr("Emptying deletes {pictures}.", pictures=_amount(self._inside))]
        if len(self._inside.nodes) < self._listed:
            sentences.append(tr("What others were made from stays."))
        return " ".join(sentences)

    def _question(self) -> str:
        if self._wanted == "drop":
            return plural(
                self._selected,
                "Delete {n} result for good? This cannot be undone.",
                "Delete {n} results for good? This cannot be undone.",
            )
        if self._inside is None:
            return tr("Delete all for good? This cannot be undone.")
        return tr("Delete all, {pictures}, for good? This cannot be undone.", pictures=_amount(self._inside))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        rule_above(self)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._measure()


def _amount(inside: Dropped) -> str:
    return plural(len(inside.nodes), "{n} picture, {size}", "{n} pictures, {size}", size=bytes_of(inside.bytes))
