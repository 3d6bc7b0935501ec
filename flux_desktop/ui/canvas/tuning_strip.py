"""What can be adjusted in the mode in use: a small row that lies over the lower edge of the canvas."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from flux_desktop.core.language import figures, tr
from flux_desktop.ui import icons
from flux_desktop.ui.canvas.dial import Dial
from flux_desktop.ui.canvas.modes import FASTEST, MOST_GAIN, MOST_THRESHOLD, SLOWEST, CompareMode, Tuning
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import icon_button
from flux_desktop.ui.theme import GAP, TIGHT

__all__ = ["TuningStrip"]

FROM_BOTTOM = 16
TENTHS = 10


class TuningStrip(QFrame):
    """Seen in the modes that have something to adjust. `tuned` carries a Tuning, `pause_toggled` whether to stand.

    `room_taken` carries the part of the parent that lies behind it, an empty one when it goes.
    It lies over the picture, so that the picture does not move when it comes.
    """

    tuned = Signal(Tuning)
    pause_toggled = Signal(bool)
    room_taken = Signal(QRect)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._mode: CompareMode | None = None
        self._tuning = Tuning()
        named(self, "tuning_strip", tr("Adjust the comparison"))
        self.setProperty("overlay", "true")
        self.setAutoFillBackground(True)
        self._opacity = Dial("tuning_opacity", tr("Opacity"), 0, 100, lambda value: f"{value} %")
        self._rate = Dial(
            "tuning_rate",
            tr("Changes"),
            int(SLOWEST * TENTHS),
            int(FASTEST * TENTHS),
            lambda value: tr("{rate} / s", rate=figures(f"{value / TENTHS}")),
        )
        self._gain = Dial("tuning_gain", tr("Amplified"), 1, MOST_GAIN, lambda value: f"×{value}")
        self._threshold = Dial("tuning_threshold", tr("Threshold"), 0, MOST_THRESHOLD, str)
        self.pause = icon_button("tuning_pause", "pause", tr("Pause"), checkable=True)
        self._rows = {
            CompareMode.ONION: (self._opacity,),
            CompareMode.BLINK: (self.pause, self._rate),
            CompareMode.DIFFERENCE: (self._gain, self._threshold),
        }
        self._lay_out()
        self._connect()
        self.set_tuning(self._tuning)
        self.hide()

    def set_mode(self, mode: CompareMode | None) -> None:
        """Show what belongs to `mode`; None, or a mode without anything to adjust, hides the strip."""
        if mode is self._mode:
            return
        self._mode = mode
        for one, row in self._rows.items():
            for widget in row:
                widget.setVisible(one is mode)
        self.setVisible(mode in self._rows)
        self.place()

    @property
    def height_taken(self) -> int:
        """Pixels of the parent's lower edge that are behind the strip, or below it; 0 while it is hidden."""
        return self.height() + FROM_BOTTOM if self._mode in self._rows else 0

    def set_tuning(self, tuning: Tuning) -> None:
        """Show these values, without telling it."""
        self._tuning = tuning
        self._opacity.show_value(tuning.opacity)
        self._rate.show_value(round(tuning.rate * TENTHS))
        self._gain.show_value(tuning.gain)
        self._threshold.show_value(tuning.threshold)

    def set_paused(self, paused: bool) -> None:
        self.pause.setChecked(paused)
        icons.mark(self.pause, "play" if paused else "pause")
        icons.redress(self.pause)
        words = tr("Go on") if paused else tr("Pause")
        self.pause.setAccessibleName(words)
        self.pause.setToolTip(words)

    def place(self) -> None:
        """Lie in the middle of the parent's lower edge, no wider than it."""
        room, size = self._host.size(), self.sizeHint()
        width = min(size.width(), room.width() - 2 * TIGHT)
        self.setGeometry((room.width() - width) // 2, room.height() - size.height() - FROM_BOTTOM, width, size.height())
        self.room_taken.emit(self.geometry() if self.height_taken else QRect())

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, TIGHT, GAP, TIGHT)
        row.setSpacing(GAP)
        for widgets in self._rows.values():
            for widget in widgets:
                row.addWidget(widget)

    def _connect(self) -> None:
        self._opacity.moved.connect(lambda value: self._tune(replace(self._tuning, opacity=value)))
        self._rate.moved.connect(lambda value: self._tune(replace(self._tuning, rate=value / TENTHS)))
        self._gain.moved.connect(lambda value: self._tune(replace(self._tuning, gain=value)))
        self._threshold.moved.connect(lambda value: self._tune(replace(self._tuning, threshold=value)))
        self.pause.toggled.connect(self.pause_toggled)
        set_note(self._opacity.slider, tr("How much of the second picture lies on the first"))
        set_note(self._rate.slider, tr("How often the pictures change, at most three times a second"))
        set_note(self._gain.slider, tr("How much differences are amplified"))
        set_note(self._threshold.slider, tr("Differences up to this many of 255 levels count as none"))

    def _tune(self, tuning: Tuning) -> None:
        self._tuning = tuning
        self.tuned.emit(tuning)

    # What happens beside the controls is not the canvas's.

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.accept()
