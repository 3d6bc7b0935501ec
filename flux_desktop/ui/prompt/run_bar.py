"""The bar that runs an edit: what it costs, what is sent, cancel and run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from flux_desktop.core.language import plural, tr
from flux_desktop.ui import icons
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import ElidedLabel, icon_button
from flux_desktop.ui.parts.folding import FoldingRow
from flux_desktop.ui.theme import GAP, ROW, TIGHT
from flux_desktop.ui.wording import native

if TYPE_CHECKING:
    from flux_desktop.core.price import Cost

__all__ = ["RunBar", "price_words", "run_words"]


def run_words(mode: str, count: int, has_key: bool) -> str:
    """What the run button will do, in its own words."""
    if not has_key:
        return tr("Add a key…", "of a provider")
    if mode == "edit":
        return plural(count, "Edit picture", "Edit as {n} variants")
    return plural(count, "Generate", "Generate {n} pictures")


def price_words(cost: Cost | None, published: str = "") -> str:
    """The price before it is paid; `published` is what the model says of it where the program can't work it out."""
    if cost is not None:
        return str(cost)
    return tr("{price} (price not published)", price=tr(published)) if published else tr("price not published")


class RunBar(QWidget):
    """One row below the prompt box. It owns no truth; the window tells it what to say."""

    run_requested = Signal()
    add_key_requested = Signal()
    cancel_requested = Signal()
    outgoing_requested = Signal()
    help_toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        named(self, "run_bar", tr("Run", "verb"))
        self._mode = "edit"
        self._count = 1
        self._has_key = True
        self.price_label = named(ElidedLabel("", "quiet"), "price_label")
        self.outgoing_button = _link(
            "outgoing_button", tr("What is sent…"), tr("See all that would leave this computer")
        )
        self.help_button = icon_button("help_button", "circle-question-mark", tr("What can I write?"), checkable=True)
        self.cancel_button = icon_button("cancel_button", "circle-stop", tr("Cancel the newest edit (Ctrl+.)"))
        self.cancel_button.setEnabled(False)
        self.run_button = _primary("run_button")
        self._lay_out()
        self._connect()
        self._say()

    def set_mode(self, mode: str) -> None:
        """Whether a run will `edit` or `generate`."""
        self._mode = mode
        self._say()

    def set_count(self, count: int) -> None:
        """How many pictures one run makes."""
        self._count = count
        self._say()

    def set_has_key(self, has_key: bool) -> None:
        """Whether the provider can be used: without a key the button leads to where keys are added."""
        self._has_key = has_key
        self._say()

    def set_price(self, words: str, note: str | None = None) -> None:
        """What a run will cost, e.g. from `price_words`; `note` says how that is made up (None: as before)."""
        self.price_label.set_words(words)
        if note is not None:
            self.price_label.set_note(note)

    def set_blocked(self, reason: str) -> None:
        """Say why nothing can be run now; "" when it can."""
        self.run_button.setEnabled(not reason)
        self._tip(reason)

    def set_running(self, running: bool) -> None:
        """Whether there is a job to cancel."""
        self.cancel_button.setEnabled(running)

    def _lay_out(self) -> None:
        before, acts = QWidget(), QWidget()
        for part, widgets in (
            (before, (self.price_label, self.outgoing_button, self.help_button)),
            (acts, (self.cancel_button, self.run_button)),
        ):
            row = QHBoxLayout(part)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(GAP)
            for widget in widgets:
                small = widget in (self.help_button, self.cancel_button)
                place = Qt.AlignmentFlag.AlignVCenter if small else Qt.AlignmentFlag(0)
                row.addWidget(widget, int(widget in (self.price_label, self.run_button)), place)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(FoldingRow(before, acts, GAP, takes_rest="first"))

    def _connect(self) -> None:
        self.run_button.clicked.connect(self._run)
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.outgoing_button.clicked.connect(self.outgoing_requested)
        self.help_button.toggled.connect(self.help_toggled)

    def _run(self) -> None:
        (self.run_requested if self._has_key else self.add_key_requested).emit()

    def _say(self) -> None:
        words = run_words(self._mode, self._count, self._has_key)
        self.run_button.setText(words)
        self.run_button.setAccessibleName(words)
        widest = max((run_words(mode, 10, True) for mode in ("edit", "generate")), key=len)
        metrics = self.run_button.fontMetrics()
        self.run_button.setMinimumWidth(metrics.horizontalAdvance(widest) + 40)  # so that it stays where it is

    def _tip(self, reason: str) -> None:
        set_note(self.run_button, reason or native("Ctrl+Enter"))


def _link(name: str, words: str, tip: str) -> QPushButton:
    button = named(QPushButton(words), name, words, tip)
    button.setProperty("flat", "true")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def _primary(name: str) -> QPushButton:
    button = named(QPushButton(), name, tip=native("Ctrl+Enter"))
    button.setProperty("primary", "true")
    button.setMinimumHeight(ROW + TIGHT)
    icons.mark(button, "sparkles", "on_accent")
    return button
