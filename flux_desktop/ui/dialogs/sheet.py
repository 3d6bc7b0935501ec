"""A contact sheet of selected pictures: how it looks, a first page to see it, and where it is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QDate, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from flux_desktop.core.errors import Cancelled, FluxError
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import plural, tr
from flux_desktop.ui.messages.learn import LearnButton
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.sheet.controls import SheetControls
from flux_desktop.ui.sheet.options import SheetOptions
from flux_desktop.ui.sheet.output import page_image, thumbnails
from flux_desktop.ui.sheet.painting import ContactSheet
from flux_desktop.ui.sheet.preview import PagePreview
from flux_desktop.ui.sheet.saving import Written, common_name, contact_sheet, proposed_path, save_sheet
from flux_desktop.ui.theme import GAP, MARGIN, ROW, set_tone

if TYPE_CHECKING:
    from flux_desktop.services.session import Session

__all__ = ["MOST", "SheetDialog"]

T = TypeVar("T")

MOST = 500
"""Pictures that a sheet takes."""

_PAUSE = 150
"""Milliseconds after the last change before the preview follows."""


class SheetDialog(QDialog):
    """Not over the window but beside it; it goes when it is closed. `nodes` are at least one, in the order shown."""

    help_requested = Signal(str)
    """Carries the place in the manual that says more about an error."""
    _painted = Signal(int, int)

    def __init__(self, nodes: Sequence[HistoryNode], session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "sheet_dialog", tr("Contact sheet"))
        self.setWindowTitle(tr("Contact sheet"))
        self._session = session
        self._nodes = tuple(nodes[:MOST])
        self._left_out = len(nodes) - len(self._nodes)
        self._date = QLocale().toString(QDate.currentDate(), tr("d MMMM yyyy", "a date, as Qt writes it"))
        self._path: Path | None = None
        self._stop = Event()
        self._works = self._turn = 0
        self.controls = SheetControls(SheetOptions.remembered(session.settings, common_name(self._nodes, session)))
        self.preview = named(PagePreview(), "sheet_preview", tr("The first page"))
        self._count = named(plain_label(tone="quiet", wrap=True), "sheet_count")
        self._told = named(plain_label(wrap=True), "sheet_told")
        self._learn = LearnButton("sheet_help_button")
        self._bar = named(QProgressBar(), "sheet_progress", tr("Pictures that are on the sheet"))
        self._bar.setTextVisible(False)
        self._buttons = {
            name: self._button(name, words)
            for name, words in (
                ("replace", tr("Replace")),
                ("close", tr("Close")),
                ("png", tr("Save as {format}…", format="PNG")),
                ("pdf", tr("Save as {format}…", format="PDF")),
            )
        }
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._lay_out()
        self._connect()
        self.resize(880, 640)

    # How it is built.

    def _button(self, name: str, words: str) -> QPushButton:
        button = named(QPushButton(words), f"sheet_{name}_button", words)
        button.setAutoDefault(False)
        button.setMinimumHeight(ROW)
        return button

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(MARGIN)
        side.addWidget(self.controls)
        side.addWidget(self._count)
        side.addStretch(1)
        self.controls.setFixedWidth(280)
        body = QHBoxLayout()
        body.setSpacing(MARGIN)
        body.addWidget(self.preview, 1)
        body.addLayout(side)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._bar, 1)
        row.addWidget(self._learn)
        row.addStretch()
        for button in self._buttons.values():
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        column.addLayout(body, 1)
        column.addWidget(self._told)
        column.addLayout(row)
        self._buttons["pdf"].setProperty("primary", "true")
        for widget in (self._told, self._bar, self._buttons["replace"]):
            widget.hide()

    def _connect(self) -> None:
        self.controls.changed.connect(self._on_changed)
        self._later.timeout.connect(self._renew)
        self._painted.connect(self._show_progress)
        self._learn.help_requested.connect(self.help_requested)
        self._buttons["replace"].clicked.connect(lambda: self._save(overwrite=True))
        self._buttons["close"].clicked.connect(self._on_close)
        self._buttons["png"].clicked.connect(lambda: self._choose_file(".png"))
        self._buttons["pdf"].clicked.connect(lambda: self._choose_file(".pdf"))

    # The preview.

    def _on_changed(self) -> None:
        self._say("")
        self._later.start()

    def _renew(self) -> None:
        """Paint the first page anew; of two at once only the later one is shown."""
        self._turn += 1
        make, session = partial(self._sheet, self.controls.options()), self._session
        width = self.preview.pixels_for(self.controls.options().page)

        def paint() -> tuple[ContactSheet, QImage]:
            sheet = make()
            return sheet, page_image(sheet, 0, thumbnails(session.pictures), width)

        self._work(paint, partial(self._show, self._turn), self._on_unseen)

    def _show(self, turn: int, made: tuple[ContactSheet, QImage]) -> None:
        if turn == self._turn:
            sheet, image = made
            self.preview.set_image(image)
            self._count.setText(self._size(len(sheet.entries), len(sheet.layout.pages)))

    def _size(self, entries: int, pages: int) -> str:
        pictures = plural(entries, "{n} picture", "{n} pictures")
        size = plural(pages, "{pictures} on {n} page", "{pictures} on {n} pages", pictures=pictures)
        if not self._left_out:
            return size
        return tr("{size}. {n} more are left out: a sheet takes {most}.", size=size, n=self._left_out, most=MOST)

    def _on_unseen(self, error: FluxError) -> None:
        self._say(f"{error.title} {error.hint}", "danger")
        self._learn.put(error)

    def _sheet(self, options: SheetOptions) -> ContactSheet:
        return contact_sheet(self._nodes, options, self._session, self._date)

    # Saving.

    def _choose_file(self, suffix: str) -> None:
        title = tr("Save the contact sheet as")
        dialog = QFileDialog(self, title, str(proposed_path(self._nodes, self._session, suffix)))
        named(dialog, "sheet_file_dialog", title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{suffix[1:].upper()} (*{suffix})")
        dialog.setDefaultSuffix(suffix[1:])
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # asked in one way only: here
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda file: self.save(Path(file), suffix))
        dialog.open()

    def save(self, path: Path, suffix: str) -> None:
        """Write the sheet to `path`, which gets the `suffix` .pdf or .png; ask first where that replaces something."""
        self._path = path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
        self._save(overwrite=False)

    def _save(self, *, overwrite: bool) -> None:
        path = self._path
        assert path is not None, "chosen first"
        make, session = partial(self._sheet, self.controls.options()), self._session

        def write() -> Written:
            return save_sheet(make(), path, session, self._on_painted, overwrite=overwrite)

        self._stop.clear()
        self._set_busy(True)
        self._work(write, self._on_written, self._on_not_written)

    def _on_painted(self, count: int, total: int) -> None:
        """In the thread that paints."""
        if self._stop.is_set():
            raise Cancelled(tr("The contact sheet was not saved."))
        self._painted.emit(count, total)

    def _show_progress(self, count: int, total: int) -> None:
        self._bar.setMaximum(total)
        self._bar.setValue(count)

    def _on_written(self, written: Written) -> None:
        self._set_busy(False)
        if written.files:
            folder = written.files[0].parent
            self._say(tr("Saved as {files} in {folder}.", files=_named(written.files), folder=folder), "success")
            return
        self._say(_asking(written.in_the_way), "warning", question=True)

    def _on_not_written(self, error: FluxError) -> None:
        self._set_busy(False)
        cancelled = isinstance(error, Cancelled)
        self._say(f"{error.title} {error.hint}", "" if cancelled else "danger")
        self._learn.put(None if cancelled else error)

    def _set_busy(self, busy: bool) -> None:
        self._say("")
        self._bar.setRange(0, 1)  # and empty until it is known how many pictures there are
        self._bar.reset()
        self._bar.setVisible(busy)
        self.controls.setDisabled(busy)
        for name in ("png", "pdf"):
            self._buttons[name].setDisabled(busy)
        self._buttons["close"].setText(tr("Cancel") if busy else tr("Close"))

    def _say(self, words: str, tone: str = "", *, question: bool = False) -> None:
        """A sentence above the buttons; a `question` is answered by *Replace*."""
        self._told.setText(words)
        self._told.setVisible(bool(words))
        set_tone(self._told, tone)
        self._learn.put(None)
        self._buttons["replace"].setVisible(question)

    # Its life.

    def _on_close(self) -> None:
        if self._bar.isVisible():
            self._stop.set()
        else:
            self.close()

    def _work(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        on_error: Callable[[FluxError], object],
    ) -> None:
        """Run `work` in a thread. After the last one of a dialog that was closed meanwhile, the dialog goes."""
        self._works += 1

        def end(tell: Callable[[], object]) -> None:
            self._works -= 1
            if self.isVisible():
                tell()
            else:
                self._go()

        self._session.in_background(
            work, lambda made: end(lambda: then(made)), lambda error: end(lambda: on_error(error))
        )

    def _go(self) -> None:
        if not self._works:
            self.deleteLater()

    def done(self, result: int) -> None:
        """Closed: what is being saved is given up, and what was chosen is remembered."""
        self._stop.set()
        self.controls.options().remember(self._session.settings)
        super().done(result)
        self._go()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._later.start()


def _named(files: Sequence[Path]) -> str:
    """`sheet-1.png and 2 more`."""
    first, others = files[0].name, len(files) - 1
    return plural(others, "{file} and {n} more", "{file} and {n} more", file=first) if others else first


def _asking(there: Sequence[Path]) -> str:
    if len(there) == 1:
        return tr("{name} exists already. Replace it?", name=there[0].name)
    return tr("{files} exist already. Replace them?", files=_named(there))
