"""Small controls that several panels share."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QWidget,
)

from flux_desktop.core.language import tr
from flux_desktop.core.params import LABELS
from flux_desktop.ui import icons
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.theme import ROW, TIGHT

__all__ = [
    "ElidedLabel",
    "QuietComboBox",
    "Segments",
    "guard_wheel",
    "icon_button",
    "keep_room",
    "label_width",
    "plain_label",
]


W = TypeVar("W", bound=QWidget)


def icon_button(name: str, icon: str, words: str, *, checkable: bool = False) -> QToolButton:
    """A button that is an icon alone; `words` are its tooltip and its accessible name."""
    button = QToolButton()
    named(button, name, words)
    button.setToolTip(words)
    button.setCheckable(checkable)
    button.setFixedSize(ROW, ROW)
    icons.mark(button, icon)
    return button


def plain_label(words: str = "", tone: str = "", *, wrap: bool = False) -> QLabel:
    """A label that shows `words` as they are, in the ink `tone` of the theme."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if tone:
        label.setProperty("tone", tone)
    return label


class ElidedLabel(QLabel):
    """Plain text in a fixed number of lines that ends in “…” where its room ends; the whole is its tooltip then."""

    def __init__(self, words: str = "", tone: str = "", lines: int = 1) -> None:
        super().__init__()
        self._lines = lines
        self.setWordWrap(lines > 1)
        self.setAlignment(Qt.AlignmentFlag.AlignTop if lines > 1 else Qt.AlignmentFlag.AlignVCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        if tone:
            self.setProperty("tone", tone)
        self._words = self._note = ""
        self.set_words(words)

    def set_words(self, words: str) -> None:
        self._words = words.replace("\n", " ")
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self._elide()

    def words(self) -> str:
        """The whole text, also where only its beginning is shown."""
        return self._words

    def set_note(self, note: str) -> None:
        """What the tooltip says beside the words."""
        self._note = note
        self._elide()

    def _elide(self) -> None:
        metrics, width = self.fontMetrics(), self.contentsRect().width()
        if self._lines == 1:
            shown = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, width)
        else:
            shown = self._fitting(width)
        self.setText(shown)
        hidden = "" if shown == self._words else self._words
        if self._note:
            set_note(self, f"{hidden}\n{self._note}".strip())
        else:
            self.setToolTip(hidden.replace("<", "‹"))

    def _fitting(self, width: int) -> str:
        """As many whole words as fit."""
        metrics, room = self.fontMetrics(), QRect(0, 0, width, 1_000_000)
        words, wrap = self._words.split(), int(Qt.TextFlag.TextWordWrap)
        for count in range(len(words), 0, -1):
            shown = " ".join(words[:count]) + ("" if count == len(words) else " …")
            if metrics.boundingRect(room, wrap, shown).height() <= self._lines * metrics.lineSpacing():
                return shown
        return ""

    def sizeHint(self) -> QSize:  # noqa: N802
        width = self.fontMetrics().horizontalAdvance(self._words) + 4
        return QSize(width // self._lines, self._height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.fontMetrics().horizontalAdvance("mmmm…"), self._height())

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._height()  # always: what stands below must not move when the words change

    def _height(self) -> int:
        return self.fontMetrics().lineSpacing() * self._lines

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._elide()


def label_width(widget: QWidget) -> int:
    """How wide the column of labels is in the sidebar: as the widest of any model, so that it never moves."""
    metrics = widget.fontMetrics()
    return max(metrics.horizontalAdvance(tr(label)) for label in LABELS.values()) + TIGHT


def keep_room(widget: W) -> W:
    """Let the room of `widget` stay empty while it is hidden: nothing moves when it comes."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
    return widget


def guard_wheel(widget: W) -> W:
    """Let the wheel scroll the panel, not change the value of `widget`, unless that has the focus."""
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(_WheelGuard(widget))
    return widget


class _WheelGuard(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class QuietComboBox(QComboBox):
    """A menu that shares its row: its width does not follow its longest entry, and the wheel passes over it.

    What is chosen ends in “…” where its room ends; Qt would cut it in the middle of a letter.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(ROW)
        guard_wheel(self)

    def choose(self, data: object) -> bool:
        """Choose the entry whose userData is `data`; False where there is none."""
        index = self.findData(data)
        if index >= 0:
            self.setCurrentIndex(index)
        return index >= 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field, kind = QStyle.SubControl.SC_ComboBoxEditField, QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(kind, option, field, self).width() - 2
        words = option.currentText
        option.currentText = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(kind, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class Segments(QWidget):
    """Two or three buttons in one row of which one is down. `chosen` tells its key, only when the user changed it."""

    chosen = Signal(str)

    def __init__(self, entries: list[tuple[str, str, str]]) -> None:
        """`entries` are (key, objectName, text)."""
        super().__init__()
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for key, name, words in entries:
            row.addWidget(self._add(key, name, words))
        self._group.buttonClicked.connect(self._clicked)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def key(self) -> str:
        """The key of the button that is down; "" for none."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def button(self, key: str) -> QToolButton:
        return self._buttons[key]

    def _add(self, key: str, name: str, words: str) -> QToolButton:
        button = QToolButton()
        named(button, name, words)
        button.setText(words)
        button.setCheckable(True)
        button.setProperty("segment", "true")
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumHeight(ROW)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._group.addButton(button)
        self._buttons[key] = button
        return button

    def _clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(next(key for key, own in self._buttons.items() if own is button))
