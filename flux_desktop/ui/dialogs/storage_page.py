"""The page of the settings about the disk: what the library takes of it, its budget, and the trash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from flux_desktop.core.language import marked, plural, tr
from flux_desktop.core.settings import DECLARATIONS
from flux_desktop.services.storage import size_words
from flux_desktop.ui.dialogs.setting_rows import SettingRows
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.theme import GAP, MARGIN, set_tone

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError
    from flux_desktop.services.session import Session
    from flux_desktop.services.storage import Dropped, Usage

__all__ = ["StoragePage"]

BUDGET = "history_budget_gb"
KINDS = {
    "pictures": marked("Pictures"),
    "thumbnails": marked("Thumbnails"),
    "library": marked("History and jobs"),
    "trash": marked("Of these, trash"),
}
BAR = 6
"""Height of a bar, in logical pixels."""
PARTS = 1000
"""Of a whole bar."""
PROMISE = marked(
    "Above the budget the oldest results in the trash go by themselves, but none that is starred, was deleted within "
    "the last day or can be brought back by Undo. Nothing that is not in the trash is ever dropped."
)


class StoragePage(QScrollArea):
    """Looks at the files in the background, when it is shown and after each change."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "storage_page", tr("Storage"))
        self._session: Session | None = None
        self._usage: Usage | None = None
        self._used = named(plain_label(wrap=True), "storage_used")
        self._bars = {kind: _bar(kind) for kind in KINDS}
        self._sizes = {kind: named(plain_label(), f"storage_size_{kind}") for kind in KINDS}
        self._would_drop = named(plain_label(wrap=True), "storage_would_drop")
        self._trash = named(plain_label(wrap=True), "storage_trash")
        self._rows = SettingRows([param for param in DECLARATIONS if param.name == BUDGET], {BUDGET: marked(" GB")})
        for box in self._rows.findChildren(QDoubleSpinBox):
            box.setSpecialValueText(tr("No limit"))
        self.empty = _button("empty_trash_button", tr("Empty trash…"), tr("Empty trash"))
        self.folder = _button("open_library_button", tr("Open folder"), tr("Open the folder of the library"))
        self.empty.clicked.connect(self._ask_empty)
        self.folder.clicked.connect(self._open_folder)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._look)
        self._lay_out()

    def attach(self, session: Session) -> None:
        self._session = session
        self._rows.attach(session.settings)
        session.settings.changed.connect(lambda name: self._refresh() if name == BUDGET else None)
        session.library_changed.connect(self._refresh)
        for signal in (session.nodes_removed, session.trash_emptied):
            signal.connect(lambda ids: self._refresh())
        for added in (session.node_added, session.nodes_restored):
            added.connect(lambda nodes: self._refresh())

    # Putting together.

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(GAP, MARGIN, GAP, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(self._used)
        column.addLayout(self._kinds())
        column.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(GAP)
        column.addWidget(self._rows)
        column.addWidget(self._would_drop)
        column.addWidget(plain_label(tr(PROMISE), "quiet", wrap=True))
        column.addSpacing(GAP)
        column.addLayout(self._trash_row())
        column.addStretch()
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _kinds(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(MARGIN)
        grid.setColumnStretch(1, 1)
        for row, (kind, words) in enumerate(KINDS.items()):
            grid.addWidget(plain_label(tr(words)), row, 0)
            grid.addWidget(self._bars[kind], row, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self._sizes[kind], row, 2, Qt.AlignmentFlag.AlignRight)
        return grid

    def _trash_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(MARGIN)
        row.addWidget(self._trash, 1)
        row.addWidget(self.empty)
        return row

    # What is used.

    def _refresh(self) -> None:
        if self.isVisible():
            self._later.start(0)

    def _look(self) -> None:
        if self._session is not None:
            storage, spared = self._session.storage, self._session.spared_nodes()
            self._session.in_background(lambda: storage.usage(spared), self._show, self._tell_problem)

    def _show(self, usage: Usage) -> None:
        self._usage = usage
        self._used.setText(_used_words(usage))
        sizes = {"pictures": usage.pictures, "thumbnails": usage.thumbnails, "library": usage.library}
        for kind, size in {**sizes, "trash": usage.trash.bytes}.items():
            self._bars[kind].setValue(PARTS * size // max(usage.total, 1))
            self._sizes[kind].setText(size_words(size))
        self._would_drop.setText(_would_drop_words(usage))
        set_tone(self._would_drop, "warning" if usage.excess else "")
        self._trash.setText(_trash_words(usage))
        self.empty.setEnabled(bool(usage.trash.nodes))

    def _tell_problem(self, error: FluxError) -> None:
        self._used.setText(error.title)

    # What the user does.

    def _ask_empty(self) -> None:
        from flux_desktop.ui.dialogs.question import Question

        if self._usage is None or self._session is None:
            return
        words = tr("{amount}, will be removed for good with their files.", amount=_amount(self._usage.trash))
        question = Question(
            "empty_trash", tr("Empty the trash"), words, tr("This can't be undone."),
            yes=tr("Remove for good"), no=tr("Keep"), agreed=self._empty, parent=self,
        )  # fmt: skip
        question.open()

    def _empty(self) -> None:
        if self._session is not None:
            self._session.trash.empty(self._on_emptied)

    def _on_emptied(self, dropped: Dropped) -> None:
        self._look()
        if self._session is not None:
            self._session.notified.emit(tr("The trash was emptied: {amount}.", amount=_amount(dropped)))

    def _open_folder(self) -> None:
        if self._session is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._session.library.path.parent)))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._look()


def _bar(kind: str) -> QProgressBar:
    about = tr("{kind}, share of the library", kind=tr(KINDS[kind]))
    bar = named(QProgressBar(), f"storage_bar_{kind}", about)
    bar.setRange(0, PARTS)
    bar.setTextVisible(False)
    bar.setFixedHeight(BAR)
    return bar


def _button(name: str, words: str, about: str) -> QPushButton:
    button = named(QPushButton(words), name, about)
    button.setAutoDefault(False)
    return button


def _amount(dropped: Dropped) -> str:
    """`12 results, 48 MB`."""
    size = size_words(dropped.bytes)
    return plural(len(dropped.nodes), "{n} result, {size}", "{n} results, {size}", size=size)


def _used_words(usage: Usage) -> str:
    total, budget = size_words(usage.total), size_words(usage.budget)
    if usage.budget:
        return tr("The library takes {total} of at most {budget}.", total=total, budget=budget)
    return tr("The library takes {total}.", total=total)


def _would_drop_words(usage: Usage) -> str:
    if not usage.budget:
        return tr("Nothing is dropped by itself.")
    drops, excess = bool(usage.would_drop.nodes), size_words(usage.excess)
    if not drops:
        words = tr("Would drop nothing now.")
        still = tr("The library is {excess} above its budget.", excess=excess)
    else:
        words = tr("Would drop: {amount}.", amount=_amount(usage.would_drop))
        still = tr("The library is then still {excess} above its budget.", excess=excess)
    return f"{words} {still}" if usage.excess else words


def _trash_words(usage: Usage) -> str:
    if not usage.trashed:
        return tr("The trash is empty.")
    words = tr("In the trash: {amount}.", amount=_amount(usage.trash))
    left = usage.trashed - len(usage.trash.nodes)
    if not left:
        return words
    more = plural(
        left,
        "{n} more can't go yet: something was made from it.",
        "{n} more can't go yet: something was made from them.",
    )
    return f"{words} {more}"
