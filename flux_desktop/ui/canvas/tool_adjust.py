"""How far a region is to grow, shrink or fade: a small window below its button, for numbers and keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QSpinBox, QWidget

from flux_desktop.core.language import tr
from flux_desktop.ui.naming import named
from flux_desktop.ui.theme import GAP

__all__ = ["AdjustPopup"]

MOST = 500
"""Pixels of the picture."""
USUAL = 8


class AdjustPopup(QFrame):
    """Numbers stay from one use to the next; Enter in one does what its first button does. Esc closes it."""

    grow_requested = Signal(int)
    """Pixels; negative ones shrink."""
    feather_requested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        named(self, "adjust_popup", tr("Grow, shrink or feather"))
        self.setProperty("overlay", "true")
        self._reach = self._number("grow_pixels", tr("Grow or shrink by this many pixels"))
        self._soft = self._number("feather_pixels", tr("Feather over this many pixels"))
        grow = named(QPushButton(tr("Grow")), "grow_button", tr("Grow"))
        shrink = named(QPushButton(tr("Shrink")), "shrink_button", tr("Shrink"))
        feather = named(QPushButton(tr("Feather")), "feather_button", tr("Feather"))
        rows = QGridLayout(self)
        rows.setContentsMargins(GAP, GAP, GAP, GAP)
        rows.setSpacing(GAP)
        rows.addWidget(_label(tr("Edge"), self._reach), 0, 0)
        rows.addWidget(self._reach, 0, 1)
        rows.addWidget(grow, 0, 2)
        rows.addWidget(shrink, 0, 3)
        rows.addWidget(_label(tr("Softness"), self._soft), 1, 0)
        rows.addWidget(self._soft, 1, 1)
        rows.addWidget(feather, 1, 2)
        grow.clicked.connect(lambda: self.grow_requested.emit(self._reach.value()))
        shrink.clicked.connect(lambda: self.grow_requested.emit(-self._reach.value()))
        feather.clicked.connect(lambda: self.feather_requested.emit(self._soft.value()))
        self._reach.lineEdit().returnPressed.connect(grow.click)
        self._soft.lineEdit().returnPressed.connect(feather.click)

    def open_below(self, place: QPoint, *, feather: bool = False) -> None:
        """Appear with the upper left corner at `place` of the screen, or as near as the screen allows."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        left = max(room.left(), min(place.x(), room.right() - self.width()))
        self.move(left, max(room.top(), min(place.y(), room.bottom() - self.height())))
        self.show()
        number = self._soft if feather else self._reach
        number.setFocus(Qt.FocusReason.PopupFocusReason)
        number.selectAll()

    @staticmethod
    def _number(name: str, words: str) -> QSpinBox:
        number = named(QSpinBox(), name, words)
        number.setRange(1, MOST)
        number.setValue(USUAL)
        number.setSuffix(" px")
        return number


def _label(words: str, buddy: QWidget) -> QLabel:
    label = QLabel(words)
    label.setBuddy(buddy)
    return label
