"""What the tool in hand can be told: one row above the canvas, there while a picture is open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from flux_desktop.core.language import marked, tr
from flux_desktop.core.region import Crop
from flux_desktop.ui import icons
from flux_desktop.ui.canvas.tool_adjust import AdjustPopup
from flux_desktop.ui.canvas.tools.kinds import BRUSHES, MOST_BRUSH, SHAPES, How, Tool
from flux_desktop.ui.keymap import with_keys
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import ElidedLabel, Segments, guard_wheel, icon_button, keep_room
from flux_desktop.ui.parts.flow import FlowLayout
from flux_desktop.ui.theme import GAP, ROW, TIGHT

if TYPE_CHECKING:
    from flux_desktop.core.keymap import Keymap
    from flux_desktop.ui.canvas.tools import Toolbox

__all__ = ["ToolOptions"]

LONGEST = 32_767
"""Pixels of a picture's side."""
LEAST_WORDS = 16
"""Logical pixels: where there is little room the words are cut before anything goes into a second line."""
INSIDE = 12
"""Edges and padding of a number, left and right together."""
HOWS = [
    (How.REPLACE, "square", marked("New region")),
    (How.ADD, "squares-unite", marked("Add to the region (also with Shift)")),
    (How.SUBTRACT, "squares-subtract", marked("Take away from the region (also with Alt)")),
    (How.INTERSECT, "squares-intersect", marked("Keep what both have (also with Shift and Alt)")),
]
SIDES = [
    ("region_left", marked("X", "a place, before its number"), marked("Left edge, in pixels")),
    ("region_top", marked("Y", "a place, before its number"), marked("Top edge, in pixels")),
    ("region_width", marked("W", "a width, before its number"), marked("Width, in pixels")),
    ("region_height", marked("H", "a height, before its number"), marked("Height, in pixels")),
]
"""objectName, word before the number, accessible name."""


class ToolOptions(QWidget):
    """Signals tell only what the user chose. `box_chosen` carries a Crop: of the frame while its tool is in hand.

    `left` tells that Enter or Esc was pressed in a number: the keys are the canvas's again.
    """

    how_chosen = Signal(str)
    box_chosen = Signal(object)
    brush_chosen = Signal(int, int)
    wand_chosen = Signal(int, bool)
    grow_requested = Signal(int)
    feather_requested = Signal(int)
    look_requested = Signal()
    clear_requested = Signal()
    reset_requested = Signal()
    back_requested = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "tool_options", tr("Options of the tool"))
        self._how = _how_buttons()
        self._box = _Box()
        self._brush = _Brush()
        self._wand = _Wand()
        self._words = named(ElidedLabel(tone="quiet"), "region_words")
        self._reset = _button("frame_reset", tr("Reset", "verb"), tr("Reset frame"))
        self._back = _button("region_back", tr("Show it"), tr("Show it"))
        self._look = icon_button("region_look", "eye", tr("Outline, tint or nothing"))
        self._adjust = icon_button("region_adjust", "sliders-horizontal", tr("Grow, shrink or feather"))
        self._clear = icon_button("region_clear", "x", tr("Deselect"))
        self.adjust = AdjustPopup(self)
        self._tool, self._is_source = Tool.HAND, True
        self._lay_out()
        self._connect()
        self._arrange()
        keep_room(self)
        self.hide()

    def show_tool(self, toolbox: Toolbox) -> None:
        """Show the tool in hand and its values, without telling it."""
        self._tool = toolbox.tool
        self._how.choose(toolbox.how.value)
        self._brush.show_values(round(toolbox.diameter), round(toolbox.hardness * 100))
        self._wand.show_values(toolbox.tolerance, toolbox.contiguous)
        self._arrange()

    def show_box(self, box: Crop | None, limits: tuple[int, int]) -> None:
        """Show where the region is (or the frame), in a picture of the size `limits`; None: there is none."""
        self._box.show_box(box, limits)

    def show_region(self, words: str, *, there: bool, is_source: bool) -> None:
        """What there is of a region, in words; nothing can be drawn unless its picture `is_source`, the shown one."""
        self._words.set_words(words)
        self._is_source = is_source
        for button in (self._adjust, self._look, self._clear):
            button.setEnabled(there and is_source)
        self._reset.setEnabled(there)
        self._arrange()

    def show_look(self, *, hidden: bool) -> None:
        """Show whether the region can be seen."""
        icons.mark(self._look, "eye-off" if hidden else "eye")
        icons.redress(self._look)

    def open_adjust(self, *, feather: bool = False) -> None:
        """Ask for numbers, below the button."""
        self.adjust.open_below(self._adjust, feather=feather)

    def set_keymap(self, keymap: Keymap) -> None:
        """Name the keys of `keymap` beside what they do."""
        set_note(self._look, with_keys(tr("Show the region as an outline, as a tint, or not"), keymap, "region_look"))
        set_note(self._clear, with_keys(tr("Deselect"), keymap, "region_clear"))
        set_note(self._adjust, tr("Grow, shrink or feather the region"))
        set_note(self._reset, tr("Let the program choose what is sent around the region"))

    def _toggle_adjust(self) -> None:
        """The button that opened the numbers puts them away."""
        if self.adjust.isVisible():
            self.adjust.leave()
        else:
            self.open_adjust()

    def _arrange(self) -> None:
        """Show what the tool in hand can be told."""
        tool, usable = self._tool, self._is_source
        self._how.setVisible(usable and tool in (*SHAPES, Tool.WAND))
        self._box.setVisible(usable and tool in (*SHAPES, Tool.FRAME))
        self._brush.setVisible(usable and tool in BRUSHES)
        self._wand.setVisible(usable and tool is Tool.WAND)
        self._reset.setVisible(usable and tool is Tool.FRAME)
        self._words.setVisible(not usable or tool in (Tool.HAND, *BRUSHES, Tool.WAND))
        self._back.setVisible(not usable)

    def _lay_out(self) -> None:
        room = QHBoxLayout(self)
        room.setContentsMargins(GAP, 0, GAP, TIGHT)
        room.setSpacing(2)
        row = FlowLayout(TIGHT, fills=True)
        room.addLayout(row, 1)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words.setMinimumWidth(LEAST_WORDS)
        for widget in self._told():
            row.addWidget(widget)
        for button in (self._look, self._adjust, self._clear):
            room.addWidget(button)
        self._keep_height()

    def _told(self) -> tuple[QWidget, ...]:
        """What is shown by turns."""
        return self._how, self._box, self._brush, self._wand, self._reset, self._words, self._back

    def _keep_height(self) -> None:
        """Give all tools one height: the picture must not move when another one is taken."""
        height = max(widget.sizeHint().height() for widget in self._told())
        self._words.setMinimumHeight(height)
        self.setMinimumHeight(height + TIGHT)

    def _connect(self) -> None:
        self._how.chosen.connect(self.how_chosen)
        self._box.chosen.connect(self.box_chosen)
        self._brush.chosen.connect(self.brush_chosen)
        self._wand.chosen.connect(self.wand_chosen)
        self._reset.clicked.connect(self.reset_requested)
        self._back.clicked.connect(self.back_requested)
        self._look.clicked.connect(self.look_requested)
        self._clear.clicked.connect(self.clear_requested)
        self._adjust.clicked.connect(lambda checked: self._toggle_adjust())
        self.adjust.grow_requested.connect(self.grow_requested)
        self.adjust.feather_requested.connect(self.feather_requested)
        for number in self.findChildren(QSpinBox):
            if not self.adjust.isAncestorOf(number):
                number.lineEdit().returnPressed.connect(self.left)

    # Qt.

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc in a number: what was typed and not yet told is forgotten."""
        number = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape and isinstance(number, QSpinBox):
            number.setValue(number.value())
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep_height()


class _Row(QWidget):
    """Controls beside each other that stay together."""

    def __init__(self, controls: Sequence[QWidget]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for control in controls:
            row.addWidget(control)


class _Box(_Row):
    """Where something is, and how large, as numbers that can be typed."""

    chosen = Signal(object)

    def __init__(self) -> None:
        self._numbers = [_number(name, tr(words), before=tr(letter)) for name, letter, words in SIDES]
        super().__init__(self._numbers)
        self._shown: Crop | None = None
        for number in self._numbers:
            number.valueChanged.connect(self._tell)

    def show_box(self, box: Crop | None, limits: tuple[int, int]) -> None:
        self._shown = None
        wanted = box or (0, 0, 0, 0)
        for place, (number, value) in enumerate(zip(self._numbers, wanted, strict=True)):
            side = limits[place % 2]
            number.setRange(-side if place < 2 else 0, 2 * side)
            number.setValue(value)
        self._shown = wanted

    def _tell(self) -> None:
        left, top, width, height = (number.value() for number in self._numbers)
        if self._shown is not None and width and height:
            self.chosen.emit((left, top, width, height))


class _Brush(_Row):
    """Diameter and hardness in per cent."""

    chosen = Signal(int, int)

    def __init__(self) -> None:
        pixels = tr(" px", "after a number of pixels")
        words = tr("Size of the brush, in pixels")
        self._size = _number("brush_size", words, 1, MOST_BRUSH, before=tr("Size"), after=pixels)
        words = tr("Hardness of the brush")
        self._hardness = _number("brush_hardness", words, 0, 100, before=tr("Hardness"), after=" %")
        super().__init__((self._size, self._hardness))
        set_note(self._size, tr("Size of the brush, in pixels of the picture"))
        set_note(self._hardness, tr("Hardness: how sharp the edge of the brush is"))
        for number in (self._size, self._hardness):
            number.valueChanged.connect(lambda value: self.chosen.emit(self._size.value(), self._hardness.value()))

    def show_values(self, size: int, hardness: int) -> None:
        _show(self._size, size)
        _show(self._hardness, hardness)


class _Wand(_Row):
    """Tolerance, and whether only what hangs together is taken."""

    chosen = Signal(int, bool)

    def __init__(self) -> None:
        words = tr("Tolerance: how unlike colours may be")
        self._tolerance = _number("wand_tolerance", words, 0, 255, before=tr("Tolerance"))
        self._contiguous = named(QCheckBox(tr("Contiguous")), "wand_contiguous", tr("Contiguous"))
        super().__init__((self._tolerance, self._contiguous))
        set_note(self._tolerance, words)
        set_note(self._contiguous, tr("Only what hangs together with the place that is clicked"))
        self._tolerance.valueChanged.connect(lambda value: self._tell())
        self._contiguous.clicked.connect(lambda checked: self._tell())

    def show_values(self, tolerance: int, contiguous: bool) -> None:
        _show(self._tolerance, tolerance)
        self._contiguous.setChecked(contiguous)

    def _tell(self) -> None:
        self.chosen.emit(self._tolerance.value(), self._contiguous.isChecked())


def _how_buttons() -> Segments:
    buttons = Segments([(how.value, f"region_{how.value}", tr(words)) for how, _, words in HOWS])
    buttons.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    for how, icon, words in HOWS:
        button = buttons.button(how.value)
        button.setText("")
        button.setProperty("narrow", "true")
        icons.mark(button, icon)
        set_note(button, tr(words))
    return named(buttons, "region_how", tr("What becomes of the region"))


def _number(name: str, words: str, low: int = 0, high: int = LONGEST, *, before: str = "", after: str = "") -> QSpinBox:
    """A number that tells when it is complete, not while it is typed."""
    number = guard_wheel(named(QSpinBox(), name, words))
    number.setProperty("compact", "true")
    number.setKeyboardTracking(False)
    number.setPrefix(f"{before.strip()} " if before else "")
    number.setSuffix(after)
    number.setRange(low, high)
    number.setFixedWidth(number.fontMetrics().horizontalAdvance(f"{number.prefix()}{high}{after}") + INSIDE)
    return number


def _show(number: QSpinBox, value: int) -> None:
    number.blockSignals(True)
    number.setValue(value)
    number.blockSignals(False)


def _button(name: str, words: str, full: str) -> QPushButton:
    """A button that leaves the keys to who has them when it is clicked, like those with icons."""
    button = named(QPushButton(words), name, full)
    button.setMinimumHeight(ROW)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
