"""What leaves this computer for one edit, shown before it does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from flux_desktop.core.edit import Outgoing, OutgoingField, OutgoingFile
from flux_desktop.core.language import figures, marked, plural, tr
from flux_desktop.ui.messages.learn import LearnButton
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.theme import GAP, MARGIN, in_use

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError

__all__ = ["OutgoingDialog", "as_text", "bytes_words"]

FILES = (marked("File"), marked("Pixels"), marked("Type"), marked("Size"), marked("Changed or taken out"))
FIELDS = (marked("Parameter"), marked("Sent as"), marked("Value"), marked("How"))
HOW = {
    "passed": marked("passed"),
    "renamed": marked("renamed"),
    "converted": marked("converted"),
    "emulated": marked("emulated"),
    "not sent": marked("not sent"),
    "not supported": marked("not supported"),
}
"""The word for each `how` of a field."""
ROLES = {"source": marked("source"), "mask": marked("mask")}
"""The word for a role; those of references have a number."""
WIDE = {FILES: 4, FIELDS: 2}
"""The column of each table that takes the room that is left."""
ALONG = marked("The files go along with the order; nobody else can fetch them.")
ONE_ALONG = marked("Goes along with the order; nobody else can fetch it.")
LONGEST = 2000
"""Letters of a value that are shown: a data URL would fill the window."""


def bytes_words(size: int) -> str:
    """`size` in bytes as people say it."""
    if size < 1000:
        return tr("{n} bytes", n=size)
    return f"{size / 1000:.0f} kB" if size < 1_000_000 else f"{figures(f'{size / 1e6:.1f}')} MB"


def as_text(outgoing: Outgoing) -> str:
    """All of `outgoing` as lines of plain text, with tabs between columns."""
    lines = [*_sentences(outgoing), "", "\t".join(map(tr, FILES))]
    lines += ["\t".join(_file_row(file)) for file in outgoing.files]
    lines += [words for words in (_readers(outgoing),) if words]
    lines += ["", "\t".join(map(tr, FIELDS))]
    lines += ["\t".join(row) for row in _field_rows((*outgoing.fields, *outgoing.kept))]
    return "\n".join(lines)


class OutgoingDialog(QDialog):
    """Beside the window, not over it. `show_outgoing` fills and opens it; everything in it can be copied."""

    refreshed = Signal()
    """The user wants to see it for the present prompt and parameters."""
    help_requested = Signal(str)
    """Carries the place in the manual that says more about an error."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "outgoing_dialog", tr("What is sent"))
        self.setWindowTitle(tr("What is sent"))
        self.setModal(False)
        self._text = ""
        self._headline = _selectable("outgoing_headline")
        self._notes = _selectable("outgoing_notes", "quiet")
        self.files = named(_Table(FILES), "outgoing_files", tr("Files that are sent"))
        self._readers = _selectable("outgoing_readers")
        self.fields = named(_Table(FIELDS), "outgoing_fields", tr("Parameters that are sent"))
        self._learn = LearnButton("outgoing_help_button")
        self._learn.help_requested.connect(self.help_requested)
        self._lay_out()
        self.resize(760, 640)

    def show_working(self) -> None:
        """Open at once, while what is sent is still being worked out."""
        self._fill(tr("Working out what would be sent…"))
        self._text = ""
        self.show()
        self.raise_()

    def show_outgoing(self, outgoing: Outgoing) -> None:
        """Open with all that would leave this computer, and what the provider does not get."""
        headline, *notes = _sentences(outgoing)
        self._fill(headline, outgoing, notes)
        self._text = as_text(outgoing)
        self.show()
        self.raise_()

    def show_problem(self, error: FluxError) -> None:
        """Say that it can't be told what would be sent as it stands now, and why."""
        headline = tr("What would be sent can't be shown.")
        self._fill(headline, notes=[error.title, error.hint])
        self._learn.put(error)
        self._text = f"{headline}\n{error.title}\n{error.hint}"

    def text(self) -> str:
        """What *Copy all* copies."""
        return self._text

    def _fill(self, headline: str, outgoing: Outgoing | None = None, notes: Sequence[str] = ()) -> None:
        told = outgoing or Outgoing("", (), ())
        self._learn.put(None)
        self._headline.setText(headline)
        texts = ((self._notes, "\n".join(notes)), (self._readers, _readers(told)))
        for label, words in texts:
            label.setText(words)
            label.setVisible(bool(words))
        self.files.fill([_file_row(file) for file in told.files])
        self.files.setVisible(bool(told.files))
        self.fields.fill(_field_rows(told.fields), _field_rows(told.kept))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        for widget in (self._headline, self._notes):
            column.addWidget(widget)
        column.addWidget(self.files, 1)
        column.addWidget(self._readers)
        column.addWidget(self.fields, 4)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self._learn)
        buttons.addStretch(1)
        for name, words, slot in (
            ("outgoing_refresh_button", tr("Refresh"), self.refreshed.emit),
            ("outgoing_copy_button", tr("Copy all"), self._copy),
            ("outgoing_close_button", tr("Close"), self.close),
        ):
            button = named(QPushButton(words), name, words)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            buttons.addWidget(button)
        column.addLayout(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)


class _Table(QTableWidget):
    """A table to read and to copy from."""

    def __init__(self, headings: Sequence[str]) -> None:
        super().__init__(0, len(headings))
        self.setHorizontalHeaderLabels(list(map(tr, headings)))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(WIDE[tuple(headings)], QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def fill(self, rows: Sequence[tuple[str, ...]], quiet: Sequence[tuple[str, ...]] = ()) -> None:
        """Show `rows`, and below them the `quiet` ones in an ink that steps back."""
        self.setRowCount(len(rows) + len(quiet))
        for row, cells in enumerate((*rows, *quiet)):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words[:LONGEST])
                if row >= len(rows):
                    item.setForeground(QColor(in_use().quiet))
                self.setItem(row, column, item)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Copy):
            rows: dict[int, list[str]] = {}
            for index in sorted(self.selectedIndexes()):
                rows.setdefault(index.row(), []).append(str(index.data()))
            QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in rows.values()))
        else:
            super().keyPressEvent(event)


def _selectable(name: str, tone: str = "") -> QLabel:
    label = named(plain_label("", tone, wrap=True), name)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def _sentences(outgoing: Outgoing) -> tuple[str, ...]:
    """To whom it goes, and what else is to be known; of what goes nowhere only the latter."""
    if not outgoing.host and outgoing.notes:
        return outgoing.notes
    calls = plural(outgoing.calls, "one call", "{n} calls")
    files = plural(len(outgoing.files), "one file", "{n} files") if outgoing.files else tr("no file")
    to = tr("To {host}: {calls}, {files}. Nothing has been sent yet.", host=outgoing.host, calls=calls, files=files)
    return (to, *outgoing.notes)


def _file_row(file: OutgoingFile) -> tuple[str, ...]:
    changes = "; ".join(change.rstrip(".") for change in file.changes) or tr("nothing")
    return (_role(file), f"{file.width} × {file.height}", file.media_type, bytes_words(file.size), changes)


def _role(file: OutgoingFile) -> str:
    kind, _, number = file.role.partition(" ")
    return tr("reference {number}", number=number) if number else tr(ROLES.get(kind, kind))


def _readers(outgoing: Outgoing) -> str:
    """Who can fetch the files and how long, once for those of which the same is true."""
    if not outgoing.files:
        return ""
    found: dict[str, list[str]] = {}
    for file in outgoing.files:
        found.setdefault(file.readers, []).append(_role(file))
    if set(found) == {""}:
        return tr(ALONG)
    return "\n".join(f"{', '.join(roles)}: {words or tr(ONE_ALONG)}" for words, roles in found.items())


def _field_rows(fields: Sequence[OutgoingField]) -> list[tuple[str, ...]]:
    return [
        (field.name, field.field or "–", _value_words(field.value), tr(HOW.get(field.how, field.how)))
        for field in fields
    ]


def _value_words(value: object) -> str:
    """As it stands in the request: true, not True."""
    return str(value).lower() if isinstance(value, bool) else str(value)
