"""The tools of the canvas: a slim column beside it, there while a picture is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from flux_desktop.core.language import marked, tr
from flux_desktop.ui.canvas.tools.kinds import WORDS, Tool
from flux_desktop.ui.keymap import with_keys
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import icon_button, keep_room
from flux_desktop.ui.theme import GAP, ROW, TIGHT

if TYPE_CHECKING:
    from flux_desktop.core.keymap import Keymap

__all__ = ["ToolBar"]

ICONS = {
    Tool.HAND: "hand",
    Tool.RECTANGLE: "square-dashed",
    Tool.ELLIPSE: "circle-dashed",
    Tool.LASSO: "lasso",
    Tool.POLYGON: "pentagon",
    Tool.BRUSH: "brush",
    Tool.ERASER: "eraser",
    Tool.WAND: "wand-sparkles",
    Tool.FRAME: "crop",
}
TIPS = {
    Tool.HAND: marked("Hand: move the picture"),
    Tool.RECTANGLE: marked("Rectangle: select a part of the picture"),
    Tool.ELLIPSE: marked("Ellipse: select a round part"),
    Tool.LASSO: marked("Lasso: draw round a part by hand"),
    Tool.POLYGON: marked("Polygon: click its corners, end with Enter or a double click"),
    Tool.BRUSH: marked("Brush: paint the region"),
    Tool.ERASER: marked("Eraser: take away from the region"),
    Tool.WAND: marked("Similar colour: click a colour to select it"),
    Tool.FRAME: marked("Frame: choose how much around the region is sent"),
}
APART = (Tool.RECTANGLE, Tool.BRUSH, Tool.WAND, Tool.FRAME)
"""Before these there is a little room."""


class ToolBar(QScrollArea):
    """`tool_chosen` carries the value of a Tool, only when the user chose it; it scrolls where it is too low."""

    tool_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        named(self, "tool_bar", tr("Tools"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._buttons: dict[Tool, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._column = self._fill()
        self._group.buttonClicked.connect(self._clicked)
        self.set_tool(Tool.HAND)
        keep_room(self)
        self.hide()

    def set_tool(self, tool: Tool) -> None:
        """Put the button of `tool` down, without telling it."""
        self._buttons[tool].setChecked(True)

    def buttons(self) -> list[QToolButton]:
        return list(self._buttons.values())

    def set_keymap(self, keymap: Keymap) -> None:
        """Name the keys of `keymap` beside what they choose."""
        for tool, button in self._buttons.items():
            set_note(button, with_keys(tr(TIPS[tool]), keymap, f"tool_{tool.value}"))

    def _fill(self) -> QWidget:
        column = QWidget()
        rows = QVBoxLayout(column)
        rows.setContentsMargins(TIGHT, TIGHT, TIGHT, TIGHT)
        rows.setSpacing(2)
        for tool, icon in ICONS.items():
            if tool in APART:
                rows.addSpacing(GAP - 2)
            button = icon_button(f"tool_{tool.value}", icon, tr(WORDS[tool]), checkable=True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button)
            self._buttons[tool] = button
            rows.addWidget(button)
        rows.addStretch()
        self.setWidget(column)
        return column

    def _clicked(self, button: QAbstractButton) -> None:
        self.tool_chosen.emit(next(tool.value for tool, own in self._buttons.items() if own is button))

    def _fit_width(self) -> None:
        scrolls = self.height() < self._column.sizeHint().height()
        bar = self.verticalScrollBar().sizeHint().width() if scrolls else 0
        self.setFixedWidth(ROW + 2 * TIGHT + bar)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(ROW + 2 * TIGHT, 2 * ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit_width()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit_width()
