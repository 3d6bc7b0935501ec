"""How far a region is to grow, shrink or fade: numbers below their button, over the picture."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QPushButton, QSpinBox, QWidget

from flux_desktop.core.language import tr
from flux_desktop.ui.naming import named
from flux_desktop.ui.theme import GAP

__all__ = ["AdjustPopup"]

MOST = 500
"""Pixels of the picture."""
USUAL = 8


class AdjustPopup(QFrame):
    """Numbers stay from one use to the next, and tell of their change; Enter in one does what its first button does.

    It goes with Esc, which gives the keys back to who had them, and when the focus goes elsewhere.
    """

    grow_requested = Signal(int)
    """Pixels; negative ones shrink."""
    feather_requested = Signal(int)
    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "adjust_popup", tr("Grow, shrink or feather"))
        self.setProperty("overlay", "true")
        self.setAutoFillBackground(True)
        self._back: QWidget | None = None
        """What had the keyboard when it was opened."""
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
        for number in (self._reach, self._soft):
            number.valueChanged.connect(self.changed)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._on_focus)
        self.hide()

    @property
    def pixels(self) -> tuple[int, int]:
        """The numbers to grow or shrink by, and to feather over."""
        return self._reach.value(), self._soft.value()

    def set_pixels(self, grow: int, feather: int) -> None:
        self._reach.setValue(grow)
        self._soft.setValue(feather)

    def open_below(self, button: QWidget, *, feather: bool = False) -> None:
        """Appear below `button`, or as near as its window allows."""
        window = button.window()
        self.setParent(window)
        self.adjustSize()
        place = button.mapTo(window, QPoint(0, button.height()))
        room = window.rect().adjusted(GAP, GAP, -GAP, -GAP)
        self.move(max(room.left(), min(place.x(), room.right() - self.width())), place.y())
        self.show()
        self.raise_()
        if not self._has_focus():
            self._back = QApplication.focusWidget()
        number = self._soft if feather else self._reach
        number.setFocus(Qt.FocusReason.PopupFocusReason)
        number.selectAll()

    def leave(self) -> None:
        """Go, and give the keys back to who had them."""
        from shiboken6 import isValid

        self.hide()
        back, self._back = self._back, None
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and new is not self and not self.isAncestorOf(new):
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _number(name: str, words: str) -> QSpinBox:
        number = named(QSpinBox(), name, words)
        number.setRange(1, MOST)
        number.setValue(USUAL)
        number.setSuffix(tr(" px", "after a number of pixels"))
        return number


def _label(words: str, buddy: QWidget) -> QLabel:
    label = QLabel(words)
    label.setBuddy(buddy)
    return label
