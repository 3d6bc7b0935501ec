"""The colours of the open picture as chips: a click puts one into the prompt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QWidget

from flux_desktop.core.language import tr
from flux_desktop.imaging.colour_words import written
from flux_desktop.imaging.palettes import Swatch
from flux_desktop.ui import icons
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import icon_button
from flux_desktop.ui.theme import ICON, ROW, in_use

__all__ = ["PaletteChips", "swatch_icon", "words_of"]

SIDE = 24
GAP = 2


class PaletteChips(QWidget):
    """As many of the newest as there is room for, the newest first; the button beside them has a menu of all.

    `chosen` carries what is put into the prompt, `removed` and `rename_wanted` a colour `#rrggbb`; `menu_wanted` the
    button, below which the menu of all is to appear.
    """

    chosen = Signal(str)
    removed = Signal(str)
    rename_wanted = Signal(str)
    menu_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        named(self, "palette_chips", tr("Colours of this picture"))
        self._swatches: list[Swatch] = []
        self._chips: list[_Chip] = []
        self.more_button = icon_button("palette_more_button", "ellipsis", tr("Colours: pick, import, all"))
        self.more_button.clicked.connect(lambda: self.menu_wanted.emit(self.more_button))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # chips follow the room, not it them
        self._row.addWidget(self.more_button)
        self._row.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_swatches(self, swatches: Sequence[Swatch]) -> None:
        """Show these, the oldest first; the keyboard stays where it was."""
        focus = self.window().focusWidget()
        place = next((index for index, chip in enumerate(self._chips) if chip is focus), -1)
        self._swatches = list(reversed(swatches))
        self._drop(0)
        self._fill()
        if place >= 0 and self._chips:
            self._chips[min(place, len(self._chips) - 1)].setFocus()
        elif place >= 0:
            self.more_button.setFocus()
        self.updateGeometry()

    def shown(self) -> list[str]:
        """The colours that there is room for, as `#rrggbb`."""
        return [chip.swatch.colour for chip in self._chips]

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(len(self._swatches) * (SIDE + GAP) + ROW, ROW)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(min(1, len(self._swatches)) * (SIDE + GAP) + ROW, ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fill()

    # Private.

    def _fill(self) -> None:
        """Make or take away chips until they fill the room."""
        room = max(0, (self.width() - ROW) // (SIDE + GAP))
        self._drop(room)
        while len(self._chips) < min(room, len(self._swatches)):  # a new one may bring more room, and this again
            chip = _Chip(self._swatches[len(self._chips)], self)
            chip.clicked.connect(lambda checked=False, chip=chip: self.chosen.emit(words_of(chip.swatch)))
            chip.stepped.connect(lambda by, chip=chip: self._step(chip, by))
            self._chips.append(chip)
            self._row.insertWidget(len(self._chips) - 1, chip)
            chip.show()  # now: it may get the keyboard at once
        for index, chip in enumerate(self._chips):  # one stop of Tab for all of them
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if index == 0 else Qt.FocusPolicy.ClickFocus)

    def _drop(self, room: int) -> None:
        while len(self._chips) > room:
            chip = self._chips.pop()
            self._row.removeWidget(chip)
            chip.hide()
            chip.setObjectName("")  # a new one may have its name before it is gone
            chip.deleteLater()

    def _step(self, chip: _Chip, by: int) -> None:
        place = self._chips.index(chip) + by
        if 0 <= place < len(self._chips):
            self._chips[place].setFocus(Qt.FocusReason.TabFocusReason)
        elif place >= 0:
            self.more_button.setFocus(Qt.FocusReason.TabFocusReason)


class _Chip(QAbstractButton):
    """One colour. `stepped` carries the way that an arrow key goes."""

    stepped = Signal(int)

    def __init__(self, swatch: Swatch, owner: PaletteChips) -> None:
        super().__init__(owner)
        self.swatch = swatch
        self._owner = owner
        words = words_of(swatch)
        named(self, f"palette_chip_{swatch.colour[1:]}", words)
        set_note(self, tr("{colour}: a click puts it into the prompt", colour=words))
        self.setFixedSize(SIDE, SIDE)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # it is painted anew when the pointer comes and goes

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        self._open_menu(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, owner, colour = Qt.Key(event.key()), self._owner, self.swatch.colour
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(-1 if key is Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            owner.removed.emit(colour)
        elif key is Qt.Key.Key_F2:
            owner.rename_wanted.emit(colour)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        theme, painter = in_use(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.edge), 1))
        painter.setBrush(QColor(self.swatch.colour))
        margin = 2.5 if self.underMouse() else 3.5  # it grows below the pointer; the ring is for the keys alone
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(margin, margin, -margin, -margin), 3, 3)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.link), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def _open_menu(self, at: QPoint) -> None:
        owner, colour = self._owner, self.swatch.colour
        menu = named(QMenu(self), "palette_chip_menu", words_of(self.swatch))
        menu.addAction(tr("Put into the prompt")).triggered.connect(self.click)
        menu.addAction(f"{tr('Rename…')}\tF2").triggered.connect(lambda: owner.rename_wanted.emit(colour))
        menu.addAction(f"{tr('Remove')}\t{tr('Del')}").triggered.connect(lambda: owner.removed.emit(colour))
        menu.aboutToHide.connect(menu.deleteLater)
        icons.dress(menu)
        menu.popup(at)


def words_of(swatch: Swatch) -> str:
    """What a colour puts into the prompt: its hex, and the name that its owner gave it or else the usual one."""
    return f"{swatch.colour.upper()} ({swatch.name})" if swatch.name else written(swatch.colour)


def swatch_icon(colour: str, ratio: float = 1.0) -> QIcon:
    """A square of the colour, for a menu."""
    pixmap = QPixmap(round(ICON * ratio), round(ICON * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(colour))
    painter = QPainter(pixmap)
    painter.setPen(QColor(in_use().edge))
    painter.drawRect(QRectF(0.5, 0.5, ICON - 1, ICON - 1))
    painter.end()
    return QIcon(pixmap)
