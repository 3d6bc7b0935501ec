"""How far a picture is extended on each side: numbers and shapes, in a strip over the lower edge of the canvas."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QSpinBox, QWidget

from flux_desktop.core.language import marked, tr
from flux_desktop.core.region import Size
from flux_desktop.ui import icons
from flux_desktop.ui.canvas.extender import Margins
from flux_desktop.ui.canvas.strip import Strip
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import ElidedLabel, QuietComboBox, guard_wheel, icon_button, plain_label
from flux_desktop.ui.theme import TIGHT

__all__ = ["ExtendStrip", "shaped"]

INSIDE = 34
"""What a number needs beside its digits: its arrows."""
LONGEST = 32_767
"""Pixels of a picture's side."""
SIDES = (
    ("extend_left", marked("Left"), marked("Pixels to add on the left")),
    ("extend_top", marked("Above"), marked("Pixels to add above")),
    ("extend_right", marked("Right"), marked("Pixels to add on the right")),
    ("extend_bottom", marked("Below"), marked("Pixels to add below")),
)
RATIOS = ((1, 1), (5, 4), (4, 3), (3, 2), (16, 9), (21, 9), (4, 5), (3, 4), (2, 3), (9, 16))


class ExtendStrip(Strip):
    """`changed` carries the Margins that are shown. `applied` extends the picture; `closed` does not."""

    changed = Signal(object)
    applied = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "extend_strip", tr("Extend the picture"))
        self._size: Size = (1, 1)
        self._spins = [_spin(name, tr(words)) for name, _, words in SIDES]
        self._shape = named(QuietComboBox(), "extend_shape", tr("Shape of the extended picture"))
        self._shape.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._shape.addItem(tr("Any shape"), None)
        for across, down in RATIOS:
            self._shape.addItem(f"{across}:{down}", (across, down))
        self._words = named(ElidedLabel(tone="quiet"), "extend_words")
        self._apply = named(QPushButton(tr("Extend", "verb")), "extend_apply_button")
        self._close = icon_button("extend_close_button", "x", tr("Leave it as it is (Esc)"))
        self._lay_out()
        self._connect()
        icons.redress(self)

    @property
    def margins(self) -> Margins:
        """What is added, in pixels: left, above, right, below."""
        left, top, right, bottom = (spin.value() for spin in self._spins)
        return left, top, right, bottom

    @property
    def words(self) -> str:
        """How large the picture becomes."""
        left, top, right, bottom = self.margins
        width, height = self._size[0] + left + right, self._size[1] + top + bottom
        return tr("{width} × {height} pixels", width=width, height=height)

    def begin(self, size: Size, margins: Margins) -> None:
        """Ask for the margins of a picture of `size`."""
        self._size = size
        for spin, side in zip(self._spins, (*size, *size), strict=True):
            spin.setRange(0, max(0, LONGEST - side))
        self.put(margins)
        self.place()
        self.show()
        self._spins[0].setFocus()

    def put(self, margins: Margins) -> None:
        """Show these margins, which were dragged."""
        self._shape.setCurrentIndex(0)
        self._put(margins)

    def _lay_out(self) -> None:
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sides = [_labelled(tr(words), spin) for (_, words, _), spin in zip(SIDES, self._spins, strict=True)]
        self.add_line(sides)
        self.add_line((_labelled(tr("Shape"), self._shape), self._words, self._apply, self._close))

    def _connect(self) -> None:
        for spin in self._spins:
            spin.valueChanged.connect(self._on_number)
        self._shape.activated.connect(lambda index: self._on_shape(self._shape.itemData(index)))
        self._apply.clicked.connect(self.applied)
        self._close.clicked.connect(self.closed)
        set_note(self._apply, tr("What is added becomes a region: write what it should show, and run it."))
        set_note(self._shape, tr("Adds as little as the shape needs, the same on both sides"))

    def _put(self, margins: Margins) -> None:
        for spin, value in zip(self._spins, margins, strict=True):
            spin.blockSignals(True)
            spin.setValue(value)
            spin.blockSignals(False)
        self._tell()

    def _on_number(self) -> None:
        self._shape.setCurrentIndex(0)
        self._tell()

    def _on_shape(self, ratio: tuple[int, int] | None) -> None:
        if ratio is not None:
            self._put(shaped(self._size, (ratio[0], ratio[1])))

    def _tell(self) -> None:
        self._words.set_words(self.words)
        self._apply.setEnabled(any(self.margins))
        self.changed.emit(self.margins)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._apply.isEnabled():
            self.applied.emit()
        else:
            super().keyPressEvent(event)


def shaped(size: Size, ratio: tuple[int, int]) -> Margins:
    """The least margins, even on both sides, that give a picture of `size` the `ratio` of width to height."""
    width, height = size
    across, down = ratio
    wide, high = max(width, -(-height * across // down)), max(height, -(-width * down // across))
    right, bottom = wide - width, high - height
    return right // 2, bottom // 2, right - right // 2, bottom - bottom // 2


def _spin(name: str, words: str) -> QSpinBox:
    spin = named(QSpinBox(), name, words)
    spin.setSuffix(tr(" px", "after a number of pixels"))
    spin.setSingleStep(16)
    spin.setAccelerated(True)
    spin.setFixedWidth(spin.fontMetrics().horizontalAdvance(f"{LONGEST}{spin.suffix()}") + INSIDE)
    return guard_wheel(spin)


def _labelled(words: str, control: QWidget) -> QWidget:
    """`control` behind the words for it."""
    both, label = QWidget(), plain_label(words)
    label.setBuddy(control)
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(TIGHT)
    row.addWidget(label)
    row.addWidget(control)
    return both
