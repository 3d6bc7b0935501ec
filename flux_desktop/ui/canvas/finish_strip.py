"""How the result of a part is put back: what can be adjusted, in a strip over the lower edge of the canvas."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QPushButton, QSizePolicy, QWidget

from flux_desktop.core.language import figures, tr
from flux_desktop.core.region import Finish
from flux_desktop.ui import icons
from flux_desktop.ui.canvas.dial import Dial
from flux_desktop.ui.canvas.strip import Strip
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import ElidedLabel, guard_wheel, icon_button

__all__ = ["FinishStrip"]

INSIDE = 18
"""What a number needs beside its digits."""
LEAST_WORDS = 120
MOST_FEATHER = 200
FURTHEST = 2000.0
"""Pixels of the picture that a result can be moved by hand."""


class FinishStrip(Strip):
    """`changed` carries the Finish that the controls show. `applied` makes a new result with it; `closed` does not."""

    changed = Signal(object)
    applied = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "finish_strip", tr("How the result is put back"))
        self._finish = self._first = Finish()
        self._can_align = True
        self._is_busy = False
        self._feather = _dial("finish_feather", tr("Feather"), MOST_FEATHER, lambda value: tr("{n} px", n=value))
        self._colour = _share("finish_colour", tr("Colours"))
        self._grain = _share("finish_grain", tr("Grain"))
        self._opacity = _share("finish_opacity", tr("Opacity"))
        self._align = named(QCheckBox(tr("Aligned")), "finish_align")
        self._across = _place("finish_x", "X", tr("Move right, in pixels"))
        self._down = _place("finish_y", "Y", tr("Move down, in pixels"))
        self._words = named(ElidedLabel(tone="quiet", lines=2), "finish_words")
        self._reset = icon_button("finish_reset", "rotate-ccw", tr("Reset", "verb"))
        self._apply = named(QPushButton(tr("Keep as New Result")), "finish_apply_button")
        self._close = icon_button("finish_close_button", "x", tr("Leave it as it was (Esc)"))
        self._lay_out()
        self._connect()
        icons.redress(self)

    @property
    def finish(self) -> Finish:
        """What the controls show."""
        return self._finish

    def begin(self, finish: Finish, words: str, *, can_align: bool) -> None:
        """Show `finish`, and in `words` how the result lies; `can_align`: whether it could be aligned."""
        self._first, self._can_align = finish, can_align
        set_note(
            self._align, "" if can_align else tr("What is around the part does not tell where the result belongs.")
        )
        self.tell(words)
        self.set_busy(False)
        self._show(finish)
        self._tell_change(finish)
        self.place()
        self.show()

    def tell(self, words: str) -> None:
        """Say how it stands."""
        self._words.set_words(words)

    def set_busy(self, busy: bool) -> None:
        """While the new result is being made nothing can be changed, and no second one is asked for."""
        self._is_busy = busy
        for part in (self._feather, self._colour, self._grain, self._opacity, self._across, self._down):
            part.setEnabled(not busy)
        self._align.setEnabled(not busy and self._can_align)
        for button in (self._reset, self._apply):
            button.setEnabled(not busy and self._finish != self._first)

    def nudge(self, right: float, down: float) -> None:
        """Move the result by so many pixels of the picture."""
        self._change(self._finish._replace(dx=self._finish.dx + right, dy=self._finish.dy + down))

    def _lay_out(self) -> None:
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words.setMinimumWidth(LEAST_WORDS)
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter)  # one line stands in line with the numbers
        self.add_line((self._feather, self._colour, self._grain, self._opacity, self._align))
        self.add_line((self._words, self._across, self._down, self._reset, self._apply, self._close))

    def _connect(self) -> None:
        self._feather.moved.connect(lambda value: self._change(self._finish._replace(feather=float(value))))
        self._colour.moved.connect(lambda value: self._change(self._finish._replace(colour=value / 100)))
        self._grain.moved.connect(lambda value: self._change(self._finish._replace(grain=value / 100)))
        self._opacity.moved.connect(lambda value: self._change(self._finish._replace(opacity=value / 100)))
        self._align.toggled.connect(lambda on: self._change(self._finish._replace(align=on)))
        self._across.valueChanged.connect(lambda value: self._change(self._finish._replace(dx=value)))
        self._down.valueChanged.connect(lambda value: self._change(self._finish._replace(dy=value)))
        self._reset.clicked.connect(lambda: self._change(self._first))
        self._apply.clicked.connect(self.applied)
        self._close.clicked.connect(self.closed)
        set_note(self._feather.slider, tr("How far inside the part the result fades in, in pixels of the picture"))
        set_note(self._colour.slider, tr("How far the colours of the result are brought to those around it"))
        set_note(self._grain.slider, tr("How much of the picture's grain the result gets"))
        set_note(self._opacity.slider, tr("How much of the result is seen"))
        set_note(self._apply, tr("Nothing is sent and nothing is paid for it"))

    def _change(self, finish: Finish) -> None:
        """Take up a finish that the user wants."""
        limited = finish._replace(dx=_limited(finish.dx), dy=_limited(finish.dy))
        if limited != self._finish and not self._is_busy:
            self._show(limited)
            self._tell_change(limited)

    def _tell_change(self, finish: Finish) -> None:
        self._finish = finish
        self.set_busy(False)
        self.changed.emit(finish)

    def _show(self, finish: Finish) -> None:
        """Show these values, without telling it."""
        self._feather.show_value(round(finish.feather))
        for dial, value in (
            (self._colour, finish.colour),
            (self._grain, finish.grain),
            (self._opacity, finish.opacity),
        ):
            dial.show_value(round(value * 100))
        shown = ((self._across, finish.dx), (self._down, finish.dy))
        for control in (self._align, self._across, self._down):
            control.blockSignals(True)
        self._align.setChecked(finish.align and self._can_align)
        for spin, value in shown:
            spin.setValue(value)
        for control in (self._align, self._across, self._down):
            control.blockSignals(False)


def _dial(name: str, words: str, most: int, shown: Callable[[int], str]) -> Dial:
    return Dial(name, words, 0, most, shown, stacked=True)


def _share(name: str, words: str) -> Dial:
    return _dial(name, words, 100, lambda value: tr("{n} %", n=figures(str(value))))


def _place(name: str, axis: str, words: str) -> QDoubleSpinBox:
    spin = named(QDoubleSpinBox(), name, words)
    spin.setRange(-FURTHEST, FURTHEST)
    spin.setDecimals(1)
    spin.setSingleStep(0.5)
    spin.setPrefix(f"{axis} ")
    spin.setProperty("compact", "true")  # no arrows: all is to fit into two lines
    spin.setFixedWidth(spin.fontMetrics().horizontalAdvance(f"{axis} -{FURTHEST:.1f}") + INSIDE)
    set_note(spin, f"{words}\n{tr('The arrow keys on the canvas move it, too')}")
    guard_wheel(spin)
    return spin


def _limited(by: float) -> float:
    return min(max(by, -FURTHEST), FURTHEST)
