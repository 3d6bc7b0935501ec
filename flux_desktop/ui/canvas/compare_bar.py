"""How the canvas compares and how large it shows: one bar of small buttons above or below it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from flux_desktop.core.language import figures, marked, tr
from flux_desktop.ui import icons
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import Segments, icon_button
from flux_desktop.ui.theme import GAP, ROW, TIGHT
from flux_desktop.ui.wording import native

__all__ = ["CompareBar", "PartnerChip"]

BESIDE = 32
"""What the icon of a chip and its edges take of its width."""
SPARE = 4
"""The widths of words are rounded."""
MODES = [
    ("single", "compare_single", marked("Single")),
    ("split", "compare_split", marked("Split")),
    ("side_by_side", "compare_side", marked("Side by side")),
    ("onion", "compare_onion", marked("Onion skin")),
    ("blink", "compare_blink", marked("Blink")),
    ("difference", "compare_difference", marked("Difference")),
]
"""Key, objectName and words of each mode, as in `CompareMode`."""
MIDDLE = Qt.AlignmentFlag.AlignVCenter
"""Of small buttons: without it nothing beside them could be higher, as large letters ask for."""
ICONS = {
    "single": "image",
    "split": "square-split-horizontal",
    "side_by_side": "columns-2",
    "onion": "blend",
    "blink": "repeat",
    "difference": "diff",
}
TIPS = {
    "single": marked("Single: the picture alone"),
    "split": marked("Split: before and after, with a divider to move"),
    "side_by_side": marked("Side by side: before and after with the same zoom"),
    "onion": marked("Onion skin: one through the other"),
    "blink": marked("Blink: one and the other in turn"),
    "difference": marked("Difference: where they differ, amplified"),
}


class CompareBar(QWidget):
    """`mode_chosen` carries the value of a CompareMode; `peek` is True while the button is held.

    `zoom_chosen` carries a scale. Scales are device pixels of the screen per pixel of the picture: 1.0 is 100 %.
    """

    mode_chosen = Signal(str)
    peek = Signal(bool)
    loupe_toggled = Signal(bool)
    partner_ended = Signal()
    zoom_in_requested = Signal()
    zoom_out_requested = Signal()
    fit_requested = Signal()
    zoom_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "compare_bar", tr("Compare and zoom"))
        self._modes = named(
            Segments([(key, name, tr(words)) for key, name, words in MODES]),
            "compare_modes",
            tr("Compare", "what to do"),
        )
        self._modes.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for key, tip in TIPS.items():
            _show_icon(self._modes.button(key), ICONS[key], tr(tip))
        self._peek = self._peek_button()
        self._loupe = icon_button("loupe_button", "scan-search", tr("Loupe"), checkable=True)
        set_note(self._loupe, tr("Loupe: both pictures much larger under the pointer"))
        self._partner = PartnerChip()
        self._out = icon_button("zoom_out", "zoom-out", tr("Zoom out"))
        self._in = icon_button("zoom_in", "zoom-in", tr("Zoom in"))
        self._zoom = self._zoom_button()
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, TIGHT, GAP, TIGHT)
        row.setSpacing(TIGHT)
        row.addWidget(self._modes)
        row.addSpacing(GAP)
        row.addWidget(self._peek, 0, MIDDLE)
        row.addWidget(self._loupe, 0, MIDDLE)
        row.addWidget(self._partner)
        row.addStretch()
        row.addWidget(self._out, 0, MIDDLE)
        row.addWidget(self._zoom)
        row.addWidget(self._in, 0, MIDDLE)
        self._modes.chosen.connect(self.mode_chosen)
        self._loupe.clicked.connect(self.loupe_toggled)
        self._partner.clicked.connect(self.partner_ended)
        self._out.clicked.connect(self.zoom_out_requested)
        self._in.clicked.connect(self.zoom_in_requested)
        self.set_mode("single")
        self.set_zoom(1.0)

    def mode(self) -> str:
        return self._modes.key()

    def set_mode(self, mode: str) -> None:
        """Put the button of `mode` down, without telling it."""
        self._modes.choose(mode)

    def set_loupe(self, out: bool) -> None:
        """Whether the loupe is out."""
        self._loupe.setChecked(out)

    def set_partner(self, words: str) -> None:
        """Say what the user chose to compare with; "" for nothing."""
        self._partner.say(words)

    def set_zoom(self, scale: float) -> None:
        """Show the scale of the canvas."""
        percent = scale * 100
        words = f"{percent:.0f} %" if percent >= 10 else figures(f"{percent:.1f} %")
        self._zoom.setText(words)
        self._zoom.setAccessibleName(tr("Zoom, {zoom}", zoom=words))

    def set_enabled(self, picture: bool, before: bool | None = None) -> None:
        """`picture`: one is shown; `before`: it has one to compare with (None: as `picture`)."""
        comparable = picture if before is None else picture and before
        for key, _, _ in MODES[1:]:
            self._modes.button(key).setEnabled(comparable)
        self._modes.button("single").setEnabled(picture)
        self._peek.setEnabled(comparable)
        for button in (self._loupe, self._out, self._zoom, self._in):
            button.setEnabled(picture)

    def _peek_button(self) -> QToolButton:
        button = icon_button("peek_button", "eye", tr("Original while held"))
        set_note(button, tr("Hold to see the other picture (also Space in the history)"))
        button.pressed.connect(lambda: self.peek.emit(True))
        button.released.connect(lambda: self.peek.emit(False))
        return button

    def _zoom_button(self) -> QToolButton:
        button = named(QToolButton(), "zoom_label", tr("Zoom"))
        button.setMinimumSize(button.fontMetrics().horizontalAdvance("1600 % ") + 26, ROW)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = named(QMenu(button), "zoom_menu", tr("Zoom"))
        fit = menu.addAction(f"{tr('Fit', 'the whole picture')}\t{native('Ctrl+0')}")
        fit.triggered.connect(lambda checked: self.fit_requested.emit())
        for scale, keys in ((0.5, ""), (1.0, "Ctrl+1"), (2.0, "Ctrl+2"), (4.0, "")):
            words = f"{scale * 100:.0f} %" + (f"\t{native(keys)}" if keys else "")
            menu.addAction(words).triggered.connect(lambda checked, scale=scale: self.zoom_chosen.emit(scale))
        button.setMenu(menu)
        icons.redress(button)
        return button


class PartnerChip(QToolButton):
    """What the user chose to compare with; a click ends that. Where there is little room the words are cut."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "partner_chip", tr("Compared with"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumSize(ROW, ROW)
        icons.mark(self, "x")
        self.say("")

    def say(self, words: str) -> None:
        """Show `words`, or nothing."""
        self._words = tr("Compared with: {picture}", picture=words)
        self.setAccessibleName(self._words)
        set_note(self, f"{self._words}\n{tr('Click to compare again with what the picture was made from')}")
        self.setVisible(bool(words))
        self.updateGeometry()
        self._elide()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + BESIDE + SPARE, ROW)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(ROW, ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - BESIDE
        cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, max(0, room))
        self.setText(cut.replace("&", "&&"))  # else it would underline the letter after it


def _show_icon(button: QToolButton, icon: str, tip: str) -> None:
    """The icon in place of the words, which are its accessible name."""
    button.setText("")
    button.setProperty("narrow", "true")
    icons.mark(button, icon)
    set_note(button, tip)
