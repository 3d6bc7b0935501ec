"""Writing one picture to a file of the user's choice. It does not block the window and overwrites nothing unasked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import tr
from flux_desktop.ui.dialogs.export_marks import ExportMarks
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import QuietComboBox, guard_wheel, plain_label
from flux_desktop.ui.theme import GAP, MARGIN, ROW
from flux_desktop.ui.wording import bytes_of

if TYPE_CHECKING:
    from flux_desktop.imaging.encoding import Format
    from flux_desktop.services.session import Session

__all__ = ["ExportDialog"]

ESTIMATED = 6e6
"""Pixels up to which the size of the file is found out by making it."""


class ExportDialog(QDialog):
    """Opened for a node with `open_for`. Format, quality and what the file tells are remembered in the settings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "export_dialog", tr("Export"))
        self.setWindowTitle(tr("Export"))
        self._session: Session | None = None
        self._node: HistoryNode | None = None
        self._sizing = 0
        self._asked = False
        """Whether the button's words are *Replace*."""
        self._formats: Mapping[str, Format] = {}
        self.format = named(QuietComboBox(), "export_format", tr("Format"))
        self.quality = named(guard_wheel(QSlider(Qt.Orientation.Horizontal)), "export_quality", tr("Quality"))
        self.quality.setRange(0, 100)
        self.number = named(guard_wheel(QSpinBox()), "export_quality_number", tr("Quality"))
        self.number.setRange(0, 100)
        self.path = named(QLineEdit(), "export_path", tr("File"))
        self._size = named(plain_label(tone="quiet"), "export_size")
        self._problem = named(plain_label(tone="danger", wrap=True), "export_problem")
        self._problem.hide()
        self._browse = named(QPushButton(tr("Browse…")), "export_browse", tr("Choose the file"))
        self._cancel = named(QPushButton(tr("Cancel")), "export_cancel")
        self._save = named(QPushButton(tr("Export")), "export_save", tr("Export"))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(250)
        self._later.timeout.connect(self._find_size)
        self.marks = self._lay_out()
        self._connect()

    def attach(self, session: Session) -> None:
        self._session = session

    def open_for(self, node: HistoryNode) -> None:
        """Propose a name in the folder of the original, or among the user's pictures, and show the dialog."""
        assert self._session is not None, "attached first"
        self._node = node
        settings = self._session.settings
        self._offer_formats()
        self.format.choose(settings.text("export_format"))
        self.quality.setValue(settings.integer("export_quality"))
        suffix = self._format().suffixes[0]
        self.path.setText(str(self._folder() / f"{self._session.exporter.name(node)}{suffix}"))
        self.marks.show_for(self._session, node)
        self._on_format()
        self.show()
        self.raise_()
        self.activateWindow()
        self.path.setFocus()
        stem = len(self.path.text()) - len(suffix)
        start = self.path.text().rfind("/") + 1
        self.path.setSelection(start, stem - start)

    # How it is built.

    def _lay_out(self) -> ExportMarks:
        file = QHBoxLayout()
        file.setSpacing(GAP)
        file.addWidget(self.path, 1)
        file.addWidget(self._browse)
        quality = QHBoxLayout()
        quality.setSpacing(GAP)
        quality.addWidget(self.quality, 1)
        quality.addWidget(self.number)
        form = QFormLayout()
        form.setHorizontalSpacing(MARGIN)
        form.setVerticalSpacing(GAP)
        form.addRow(tr("File"), file)
        form.addRow(tr("Format"), self.format)
        form.addRow(tr("Quality"), quality)
        form.addRow("", self._size)
        marks = ExportMarks(form, self)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        column.addLayout(form)
        column.addWidget(self._problem)
        column.addStretch()
        column.addLayout(buttons)
        self._save.setProperty("primary", "true")
        self._save.setDefault(True)
        for button in (self._browse, self._cancel):
            button.setAutoDefault(False)
        for widget in (self.path, self.number, self._browse, self._cancel, self._save):
            widget.setMinimumHeight(ROW)
        self.resize(520, 0)
        return marks

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._on_format)
        self.quality.valueChanged.connect(self.number.setValue)
        self.number.valueChanged.connect(self.quality.setValue)
        self.quality.valueChanged.connect(lambda value: self._later.start())
        self.marks.changed.connect(self._later.start)
        self.path.textChanged.connect(lambda text: self._forget_question())
        self.path.editingFinished.connect(self._follow_suffix)
        self._browse.clicked.connect(self._choose_file)
        self._cancel.clicked.connect(self.close)
        self._save.clicked.connect(self._on_save)

    # What it does.

    def _given(self) -> tuple[Session, HistoryNode]:
        assert self._session is not None, "attached first"
        assert self._node is not None, "opened for a node"
        return self._session, self._node

    def _folder(self) -> Path:
        """Where the original is; the user's pictures where it is nowhere (a generation, a pasted picture)."""
        session, node = self._given()
        root = session.library.node(node.root)
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        beside = Path(root.path).parent if root is not None and root.path else None
        if beside is not None and beside.is_dir():
            return beside
        return Path(pictures) if pictures and Path(pictures).is_dir() else Path.home()

    def _offer_formats(self) -> None:
        """Fill the menu of formats; when the dialog is first used, because the codecs take time to load."""
        from flux_desktop.imaging.encoding import FORMATS

        if not self._formats:
            self._formats = FORMATS
            for key, form in FORMATS.items():
                self.format.addItem(form.label, key)

    def _format(self) -> Format:
        return self._formats[self.format.currentData()]

    def _quality(self) -> int | None:
        """The quality that is chosen; None for a format that has none."""
        return self.quality.value() if self._format().has_quality else None

    def _on_format(self) -> None:
        form = self._format()
        for widget in (self.quality, self.number):
            widget.setEnabled(form.has_quality)
        path = self._target()
        if path is not None and path.suffix.lower() not in form.suffixes:
            known = [suffix for other in self._formats.values() for suffix in other.suffixes]
            stem = path.stem if path.suffix.lower() in known else path.name
            self.path.setText(str(path.with_name(stem + form.suffixes[0])))
        self._later.start()

    def _follow_suffix(self) -> None:
        """A suffix that was typed chooses the format; without a known one the format's own is put on."""
        path = self._target()
        if path is None:
            return
        for key, form in self._formats.items():
            if path.suffix.lower() in form.suffixes:
                self.format.choose(key)
                return
        self.path.setText(str(path.with_name(path.name + self._format().suffixes[0])))

    def _target(self) -> Path | None:
        words = self.path.text().strip()
        path = Path(words).expanduser() if words else None
        return path if path is not None and path.name else None

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, tr("Export to"), str(self._target() or ""))
        named(dialog, "export_file_dialog", tr("Export to"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # asked in one way only: here
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, file: str) -> None:
        self.path.setText(file)
        self._follow_suffix()

    def _on_save(self) -> None:
        self._follow_suffix()
        path = self._target()
        problem = tr("Give the file a name.") if path is None else self._reason(path)
        if problem:
            self._say(problem)
            return
        assert path is not None
        if path.exists() and not self._asked:
            self._asked = True
            self._say(tr("{name} exists already. Replace it?", name=path.name))
            self._save.setText(tr("Replace"))
            return
        self._export(path, self._asked)

    def _export(self, path: Path, overwrite: bool) -> None:
        session, node = self._given()
        session.settings.set("export_format", self.format.currentData())
        session.settings.set("export_quality", self.quality.value())
        self.marks.marks.remember(session.settings)
        session.export(node, path, quality=self._quality(), overwrite=overwrite)
        self.close()

    def _reason(self, path: Path) -> str:
        """Why `path` cannot be written to; "" if it seems that it can."""
        session, node = self._given()
        if not path.parent.is_dir():
            return tr("The folder {folder} does not exist.", folder=path.parent)
        if path.is_dir():
            return tr("{name} is a folder.", name=path.name)
        root = session.library.node(node.root)
        if root is not None and root.path and path.exists() and Path(root.path).exists() and path.samefile(root.path):
            return tr("{name} is the original: it is never written to. Choose another name.", name=path.name)
        return ""

    def _say(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def _forget_question(self) -> None:
        self._asked = False
        self._save.setText(tr("Export"))
        self._say("")

    def _find_size(self) -> None:
        """Make the file in the background and say how large it is: exact, and quick for a picture of this size."""
        node, session = self._node, self._session
        self._sizing += 1
        self._size.setText("")
        if node is None or session is None or not self.isVisible():
            return
        pixels = tr("{width} × {height} pixels", width=node.width, height=node.height)
        self._size.setText(pixels)
        if node.width * node.height > ESTIMATED:
            return
        key, quality, marks, turn = self.format.currentData(), self._quality(), self.marks.marks, self._sizing
        session.in_background(
            lambda: len(session.exporter.bytes_of(node, key, quality, marks)),
            partial(self._show_size, turn, pixels),
            lambda error: None if turn != self._sizing else self._say(error.title),
        )

    def _show_size(self, turn: int, pixels: str, size: int) -> None:
        if turn == self._sizing:
            self._size.setText(f"{pixels}, {bytes_of(size)}")

    # Qt.

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nobody waits for the size any more, and perhaps the program ends."""
        super().hideEvent(event)
        self._later.stop()
        self._sizing += 1
