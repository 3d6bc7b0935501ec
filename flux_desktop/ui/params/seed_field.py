"""The seed: a number with dice and a lock."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from flux_desktop.core.language import marked, tr
from flux_desktop.core.params import Param, Value
from flux_desktop.ui import icons
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.params.number import AUTO
from flux_desktop.ui.parts.controls import icon_button
from flux_desktop.ui.theme import ROW, TIGHT

__all__ = ["DigitsValidator", "SeedField"]

LOCKED = marked("The seed is kept for each run: click to let every run have a new one")
UNLOCKED = marked("Every run has a new seed: click to keep one")
UNSENT = marked("No seed is sent: click to choose one")


class DigitsValidator(QValidator):
    """Whole numbers of any size between two limits; blanks and separators of a pasted number are dropped."""

    def __init__(self, minimum: int, maximum: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._minimum, self._maximum = minimum, maximum

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        digits = "".join(letter for letter in text if letter not in " ,.'_\t\n\u00a0\u202f")
        if digits == "" or (digits == "-" and self._minimum < 0):
            return (QValidator.State.Intermediate, digits, min(position, len(digits)))
        body = digits.removeprefix("-")
        fits = body.isascii() and body.isdigit() and self._possible(digits)
        enough = fits and int(digits) >= self._minimum
        state = QValidator.State.Acceptable if enough else QValidator.State.Intermediate
        return (state if fits else QValidator.State.Invalid, digits, min(position, len(digits)))

    def _possible(self, digits: str) -> bool:
        """Whether `digits` can still become a number within the limits by typing on."""
        if digits.startswith("-") and self._minimum >= 0:
            return False
        return abs(int(digits)) <= max(abs(self._minimum), abs(self._maximum)) and int(digits) <= self._maximum


class SeedField(QWidget):
    """Locked, it shows the seed that every run will use. Unlocked it is empty, and the program picks one each run.

    `edited` tells that the user changed it. The two never contradict each other: typing a number locks it, emptying
    the field unlocks it, and locking again brings back the number that stood there.
    """

    edited = Signal()
    refused = Signal(str)

    def __init__(self, param: Param) -> None:
        super().__init__()
        name = f"param_{param.name}"
        self._maximum = int(param.maximum if param.maximum is not None else 2**32 - 1)
        self._last = ""
        self._unlocked = UNLOCKED if param.picked else UNSENT
        self.field = named(QLineEdit(), name, tr(param.label))
        self.field.setPlaceholderText(tr("random") if param.picked else tr(AUTO))
        self.field.setMinimumHeight(ROW)
        self.field.setValidator(DigitsValidator(int(param.minimum or 0), self._maximum, self.field))
        self.dice = icon_button(f"{name}_dice", "dices", tr("Roll a new seed and keep it"))
        self.lock = icon_button(f"{name}_lock", "lock-open", tr("Keep the seed"), checkable=True)
        self._lay_out()
        self.field.textEdited.connect(self._typed)
        self.dice.clicked.connect(self.roll)
        self.lock.clicked.connect(self._lock_clicked)
        self._show_lock()

    def value(self) -> Value | None:
        """The seed of every run, or None: the program picks one each time."""
        return int(self.field.text()) if self.field.hasAcceptableInput() and self.field.text() else None

    def display(self, value: Value | None) -> None:
        self.field.setText("" if value is None else str(value))
        self._show_lock()

    def roll(self) -> None:
        """Show a new random seed and keep it."""
        from random import randint

        self.display(randint(0, min(self._maximum, 2**32 - 1)))
        self.edited.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        row.addWidget(self.field, 1)
        row.addWidget(self.dice, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.lock, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self.field)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _typed(self) -> None:
        self._show_lock()
        self.edited.emit()

    def _lock_clicked(self, locked: bool) -> None:
        if not locked:
            self._last = self.field.text()
            self.display(None)
            self.edited.emit()
        elif self._last:
            self.display(int(self._last))
            self.edited.emit()
        else:
            self.roll()

    def _show_lock(self) -> None:
        locked = self.value() is not None
        self.lock.setChecked(locked)
        set_note(self.lock, tr(LOCKED if locked else self._unlocked))
        if self.lock.property(icons.NAME) != (wanted := "lock" if locked else "lock-open"):
            icons.mark(self.lock, wanted)
            icons.redress(self.lock)
