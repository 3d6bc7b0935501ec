"""The menu of all colours of a picture, and of the ways to more of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from flux_desktop.core.commands import command_named
from flux_desktop.core.language import marked, tr
from flux_desktop.imaging.palettes import Swatch
from flux_desktop.ui import icons
from flux_desktop.ui.colours.chips import swatch_icon, words_of
from flux_desktop.ui.naming import named

__all__ = ["ColoursMenu", "ask_name"]

COMMANDS = ("eyedropper", "pick_screen", "import_palette")
SIDES = (
    (1, marked("Eyedropper: one pixel")),
    (3, marked("Eyedropper: average of 3 × 3")),
    (5, marked("Eyedropper: average of 5 × 5")),
)


class ColoursMenu(QMenu):
    """`chosen` carries what goes into the prompt, `command_given` a command of `core/commands`."""

    chosen = Signal(str)
    side_chosen = Signal(int)
    command_given = Signal(str)
    clear_wanted = Signal()

    def __init__(self, swatches: Sequence[Swatch], side: int, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "palette_menu", tr("Colours"))
        for command in COMMANDS:
            entry = self.addAction(command_named(command).label)
            entry.triggered.connect(lambda checked=False, command=command: self.command_given.emit(command))
            if command_named(command).icon:
                icons.mark(entry, command_named(command).icon)
        self.addSeparator()
        self._add_sides(side)
        if swatches:
            self.addSeparator()
            self._add_colours(swatches)
            self.addSeparator()
            self.addAction(tr("Remove all colours")).triggered.connect(lambda checked=False: self.clear_wanted.emit())
        self.aboutToHide.connect(self.deleteLater)
        icons.dress(self)

    def _add_sides(self, side: int) -> None:
        group = QActionGroup(self)
        for value, words in SIDES:
            entry = group.addAction(self.addAction(tr(words)))
            entry.setCheckable(True)
            entry.setChecked(value == side)
            entry.triggered.connect(lambda checked=False, value=value: self.side_chosen.emit(value))

    def _add_colours(self, swatches: Sequence[Swatch]) -> None:
        ratio = self.devicePixelRatioF()
        for swatch in swatches:
            words = words_of(swatch)
            entry = self.addAction(swatch_icon(swatch.colour, ratio), words.replace("&", "&&"))
            entry.triggered.connect(lambda checked=False, words=words: self.chosen.emit(words))


def ask_name(parent: QWidget, swatch: Swatch, then: Callable[[str], object]) -> None:
    """Ask what a colour is to be called, and hand it to `then`."""
    dialog = QInputDialog(parent)
    title = tr("Name of {colour}", colour=swatch.colour.upper())
    named(dialog, "chip_name_dialog", title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(tr("What it is called in the prompt; empty: by its usual name."))
    dialog.setTextValue(swatch.name)
    dialog.textValueSelected.connect(then)
    dialog.open()
