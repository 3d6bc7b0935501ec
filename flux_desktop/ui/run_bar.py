"""The bar that runs an edit: what is edited, what it costs, what is sent, run and cancel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from flux_desktop.core.price import Cost
from flux_desktop.ui import icons
from flux_desktop.ui.controls import ElidedLabel, Segments, icon_button, named, set_note
from flux_desktop.ui.theme import GAP, ROW, TIGHT

__all__ = ["RunBar", "SourceChip", "price_words", "run_words"]

NO_PICTURE = "Open a picture first: there is nothing to edit yet."


def run_words(mode: str, count: int, has_key: bool) -> str:
    """What the run button will do, in its own words."""
    if not has_key:
        return "Add a key…"
    if mode == "edit":
        return "Edit picture" if count == 1 else f"Edit as {count} variants"
    return "Generate" if count == 1 else f"Generate {count} pictures"


def price_words(cost: Cost | None, published: str = "") -> str:
    """The price before it is paid; `published` is what the model says of it where the program can't work it out."""
    if cost is not None:
        return str(cost)
    return f"price not published: {published}" if published else "price not published"


class SourceChip(QWidget):
    """The name and the thumbnail of the picture that the next edit changes."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "source_chip", "Picture to edit")
        self._thumbnail = QLabel()
        self._thumbnail.setFixedSize(ROW, ROW)
        self._thumbnail.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = named(ElidedLabel("", "quiet"), "source_label")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        row.addWidget(self._thumbnail)
        row.addWidget(self._name, 1)
        self.show_source("", None)

    def show_source(self, name: str, thumbnail: bytes | None) -> None:
        """`thumbnail` is a small image file of any format that Qt reads; "" says that no picture is open."""
        self._name.set_words(f"Editing: {name}" if name else "No picture is open")
        pixmap = QPixmap()
        if thumbnail is not None and pixmap.loadFromData(thumbnail):
            pixmap = _fit(pixmap, ROW, self.devicePixelRatioF())
        self._thumbnail.setPixmap(pixmap)
        self._thumbnail.setVisible(not pixmap.isNull())

    def show_generation(self) -> None:
        """Nothing is edited: the words alone make the picture."""
        self.show_source("", None)
        self._name.set_words("A new picture, from words alone")

    def words(self) -> str:
        return self._name.words()


class RunBar(QWidget):
    """One row below the prompt box. It owns no truth but the mode; the window tells it what to say."""

    run_requested = Signal()
    add_key_requested = Signal()
    cancel_requested = Signal()
    outgoing_requested = Signal()
    help_toggled = Signal(bool)
    mode_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        named(self, "run_bar", "Run")
        self._has_source = False
        self._source: tuple[str, bytes | None] = ("", None)
        self._count = 1
        self._has_key = True
        self._mode_switch = named(
            Segments([("edit", "mode_edit", "Edit"), ("generate", "mode_generate", "Generate")]), "mode_switch", "Mode"
        )
        self._mode_switch.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.chip = SourceChip()
        self.price_label = named(ElidedLabel("", "quiet"), "price_label")
        self.outgoing_button = _link("outgoing_button", "What is sent…", "See all that would leave this computer")
        self.help_button = icon_button("help_button", "circle-question-mark", "What can I write?", checkable=True)
        self.cancel_button = icon_button("cancel_button", "circle-stop", "Cancel the newest edit (Esc)")
        self.cancel_button.setEnabled(False)
        self.run_button = _primary("run_button")
        self._lay_out()
        self._connect()
        self._wanted = "edit"
        self._show_mode()

    def mode(self) -> str:
        """`edit` or `generate`: what a run does now."""
        return self._mode_switch.key()

    def set_mode(self, mode: str) -> None:
        """Choose `edit` or `generate`; without a picture it stays at generate until there is one."""
        self._wanted = mode
        self._show_mode()

    def set_source(self, name: str, thumbnail: bytes | None = None) -> None:
        """The picture that the next edit changes, with a small image file of it; "" for none."""
        opened = bool(name) and not self._has_source
        self._source = (name, thumbnail)
        self._has_source = bool(name)
        if opened:
            self._wanted = "edit"
        self._show_mode()

    def set_count(self, count: int) -> None:
        """How many pictures one run makes."""
        self._count = count
        self._say()

    def set_has_key(self, has_key: bool) -> None:
        """Whether the provider can be used: without a key the button leads to where keys are added."""
        self._has_key = has_key
        self._say()

    def set_price(self, words: str) -> None:
        """What a run will cost, e.g. from `price_words`."""
        self.price_label.set_words(words)

    def set_blocked(self, reason: str) -> None:
        """Say why nothing can be run now; "" when it can."""
        self.run_button.setEnabled(not reason)
        self._tip(reason)

    def set_running(self, running: bool) -> None:
        """Whether there is a job to cancel."""
        self.cancel_button.setEnabled(running)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._mode_switch)
        row.addWidget(self.chip, 3)
        row.addWidget(self.price_label, 2)
        self.price_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for widget in (self.outgoing_button, self.help_button, self.cancel_button, self.run_button):
            row.addWidget(widget)

    def _connect(self) -> None:
        self._mode_switch.chosen.connect(self._mode_clicked)
        self.run_button.clicked.connect(self._run)
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.outgoing_button.clicked.connect(self.outgoing_requested)
        self.help_button.toggled.connect(self.help_toggled)

    def _run(self) -> None:
        (self.run_requested if self._has_key else self.add_key_requested).emit()

    def _mode_clicked(self, mode: str) -> None:
        self._wanted = mode
        self._show_mode(tell=True)

    def _show_mode(self, tell: bool = False) -> None:
        before = self.mode()
        mode = self._wanted if self._has_source else "generate"
        self._mode_switch.choose(mode)
        edit = self._mode_switch.button("edit")
        edit.setEnabled(self._has_source)
        set_note(edit, "Change the open picture" if self._has_source else NO_PICTURE)
        set_note(self._mode_switch.button("generate"), "Make a new picture from words alone")
        if mode == "edit":
            self.chip.show_source(*self._source)
        else:
            self.chip.show_generation()
        self._say()
        if tell or mode != before:
            self.mode_changed.emit(mode)

    def _say(self) -> None:
        words = run_words(self.mode(), self._count, self._has_key)
        self.run_button.setText(words)
        self.run_button.setAccessibleName(words)
        widest = max((run_words(mode, 10, True) for mode in ("edit", "generate")), key=len)
        metrics = self.run_button.fontMetrics()
        self.run_button.setMinimumWidth(metrics.horizontalAdvance(widest) + 40)  # so that it stays where it is

    def _tip(self, reason: str) -> None:
        set_note(self.run_button, reason or "Ctrl+Enter")


def _link(name: str, words: str, tip: str) -> QPushButton:
    button = named(QPushButton(words), name, words, tip)
    button.setProperty("flat", "true")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def _primary(name: str) -> QPushButton:
    button = named(QPushButton(), name, tip="Ctrl+Enter")
    button.setProperty("primary", "true")
    button.setMinimumHeight(ROW + TIGHT)
    icons.mark(button, "sparkles", "on_accent")
    return button


def _fit(pixmap: QPixmap, side: int, ratio: float) -> QPixmap:
    """The middle of `pixmap` as a square."""
    pixels = round(side * ratio)
    square = pixmap.scaled(
        pixels,
        pixels,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    square = square.copy((square.width() - pixels) // 2, (square.height() - pixels) // 2, pixels, pixels)
    square.setDevicePixelRatio(ratio)
    return square
