"""Edit or generate, and which picture is edited."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from flux_desktop.core.language import marked, tr
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import ElidedLabel, Segments
from flux_desktop.ui.theme import GAP, ROW, TIGHT

__all__ = ["ModeBar", "SourceChip"]

NO_PICTURE = marked("Open a picture first: there is nothing to edit yet.")
SOON = 150
"""Milliseconds from the first picture to what follows from it, at most: of a large one something is seen first."""


class ModeBar(QWidget):
    """The switch between editing and generating, and a chip that names the picture to edit.

    `mode_changed` tells every change. Without a picture it stays at generate, and the first picture turns it to edit.
    """

    mode_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        named(self, "mode_bar", tr("What to do"))
        self._source: tuple[str, bytes | None] = ("", None)
        self._wanted = "edit"
        self._expected: tuple[str, bytes | None] = ("", None)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._show_expected)
        self._before: str | None = None
        """The mode before what was expected, until the change is told."""
        self._after = QTimer(self)
        self._after.setSingleShot(True)
        self._after.timeout.connect(self._tell_expected)
        modes = [("edit", "mode_edit", tr("Edit", "verb")), ("generate", "mode_generate", tr("Generate", "verb"))]
        self._switch = named(Segments(modes), "mode_switch", tr("Mode"))
        self._switch.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.chip = SourceChip()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._switch)
        row.addWidget(self.chip)
        self._switch.chosen.connect(self.set_mode)
        self._show()

    def mode(self) -> str:
        """`edit` or `generate`: what a run does now."""
        self.settle()
        return self._mode()

    def set_mode(self, mode: str) -> None:
        """Choose `edit` or `generate`; the choice waits where there is no picture."""
        before = self.mode()
        self._wanted = mode
        self._show()
        self._tell(before)

    def set_source(self, name: str, thumbnail: bytes | None = None) -> None:
        """The picture that the next edit changes, with a small image file of it; "" for none."""
        if name and name == self._expected[0]:
            self._expected = (name, thumbnail)
            return
        before = self.mode()
        if name and not self._source[0]:
            self._wanted = "edit"
        self._source = (name, thumbnail)
        self._show()
        self._tell(before)

    def edit(self, name: str) -> None:
        """Take a picture as the one to edit, and edit it.

        The first one does not wait for what follows from it: that comes in two turns of their own, first what is shown
        here, then all that the window says of an edit; or as soon as the mode is asked for or `settle` called.
        """
        self._expected = (name, None)
        if self._source[0]:
            self.settle()
        else:
            self._soon.start()

    @property
    def expects_source(self) -> bool:
        """Whether a picture is there, and what follows from it is still to come."""
        return bool(self._expected[0]) or self._before is not None

    def settle(self) -> None:
        """Let what is expected come now."""
        self._show_expected()
        self._tell_expected()

    def _show_expected(self) -> None:
        self._soon.stop()
        expected, self._expected = self._expected, ("", None)
        if expected[0]:
            self._before = self._mode()
            self._source, self._wanted = expected, "edit"
            self._show()
            self._after.start(0)

    def _tell_expected(self) -> None:
        self._after.stop()
        before, self._before = self._before, None
        if before is not None:
            self._tell(before)

    def _mode(self) -> str:
        return self._wanted if self._source[0] else "generate"

    def _tell(self, before: str) -> None:
        if self._mode() != before:
            self.mode_changed.emit(self._mode())

    def _show(self) -> None:
        name, thumbnail = self._source
        mode = self._mode()
        self._switch.choose(mode)
        edit = self._switch.button("edit")
        edit.setEnabled(bool(name))
        set_note(edit, tr("Change the open picture") if name else tr(NO_PICTURE))
        set_note(self._switch.button("generate"), tr("Make a new picture from words alone"))
        if mode == "edit":
            self.chip.show_source(name, thumbnail)
        else:
            self.chip.show_generation()


class SourceChip(QWidget):
    """The name and the thumbnail of the picture that the next edit changes."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "source_chip", tr("Picture to edit"))
        self._thumbnail = QLabel()
        self._thumbnail.setFixedSize(ROW, ROW)
        self._thumbnail.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = named(ElidedLabel("", "quiet"), "source_label")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        row.addWidget(self._thumbnail)
        row.addWidget(self._name, 1)
        self.show_source("", None)

    def show_source(self, name: str, thumbnail: bytes | None) -> None:
        """`thumbnail` is a small image file of any format that Qt reads; "" says that no picture is open."""
        self._name.set_words(tr("Editing: {name}", name=name))
        pixmap = QPixmap()
        if thumbnail is not None and pixmap.loadFromData(thumbnail):
            pixmap = _fit(pixmap, ROW, self.devicePixelRatioF())
        self._thumbnail.setPixmap(pixmap)
        self._thumbnail.setVisible(not pixmap.isNull())

    def show_generation(self) -> None:
        """Nothing is edited: the words alone make the picture."""
        self.show_source("", None)
        self._name.set_words(tr("A new picture, from words alone"))

    def words(self) -> str:
        return self._name.words()

    def picture(self) -> QPixmap | None:
        """The small picture that is shown, if any."""
        return None if self._thumbnail.pixmap().isNull() else self._thumbnail.pixmap()


def _fit(pixmap: QPixmap, side: int, ratio: float) -> QPixmap:
    """The middle of `pixmap` as a square."""
    pixels = round(side * ratio)
    square = pixmap.scaled(
        pixels,
        pixels,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    square = square.copy((square.width() - pixels) // 2, (square.height() - pixels) // 2, pixels, pixels)
    square.setDevicePixelRatio(ratio)
    return square
