"""What else an edit changed: the exact figures, where it changed, and a new node without it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from flux_desktop.core.change import SURE, Change
from flux_desktop.core.language import figures as local
from flux_desktop.core.language import marked, tr
from flux_desktop.services.colour_report import how_measured, reached_by, value_of
from flux_desktop.ui import icons
from flux_desktop.ui.messages.learn import LearnButton
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.qt_image import to_qimage
from flux_desktop.ui.theme import GAP, MARGIN
from flux_desktop.ui.wording import error_text, named_node

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError
    from flux_desktop.core.history import HistoryNode, TreatmentKind
    from flux_desktop.imaging.colour_reached import Reached
    from flux_desktop.services.session import Session

__all__ = ["ChangesDialog", "figures"]

TITLE = marked("What else changed?")
MEASURING = marked("Measuring…")
LEGEND = marked("Light: other content than before. Dark: the same.")
NOTHING_TO_ALIGN = marked("The content lies where it lay.")
NOTHING_TO_MATCH = marked("The colours of what stayed are the same.")
ANOTHER_PICTURE = marked("It is another picture: there is nothing to hold on to.")
AS_NEW = marked("As a new result beside this one; nothing is sent, nothing costs")
MAP_SIDE = 320


class ChangesDialog(QDialog):
    """Beside the window, not over it; `look_at` fills it. `difference_wanted` asks for the node on the canvas."""

    difference_wanted = Signal(object)
    help_requested = Signal(str)
    """Carries the place in the manual that says more about an error."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "changes_dialog", tr(TITLE))
        self.setWindowTitle(tr(TITLE))
        self.setModal(False)
        self._session = session
        self._node: HistoryNode | None = None
        self._lines: list[tuple[str, str]] = []
        self._name = named(plain_label(wrap=True), "changes_name")
        self._words = named(plain_label(wrap=True), "changes_words")
        font = self._words.font()
        font.setBold(True)
        self._words.setFont(font)
        self._learn = LearnButton("changes_help_button")
        self._learn.help_requested.connect(self.help_requested)
        self._figures = QWidget()
        self._form = QFormLayout(self._figures)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(MARGIN)
        self._map = _Map()
        self._legend = plain_label(tr(LEGEND), "quiet", wrap=True)
        self.align = self._button("changes_align_button", tr("Align"), "aligned")
        self.match = self._button("changes_match_button", tr("Match colours"), "matched")
        self.both = self._button("changes_both_button", tr("Both", "align and match colours"), "both")
        self._difference = named(QPushButton(tr("Show as difference")), "changes_difference_button")
        self._difference.clicked.connect(self._show_difference)
        self._copy = named(QPushButton(tr("Copy", "verb")), "changes_copy_button", tr("Copy the figures"))
        self._copy.clicked.connect(self._copy_figures)
        self._lay_out()
        self.resize(640, 400)
        icons.keep_dressed(self)

    def look_at(self, node: HistoryNode) -> None:
        """Measure `node` anew, which takes a moment, and show what is found."""
        self._node = node
        self._name.setText(tr("{picture}, against the picture it was made from", picture=named_node(node)))
        self._show_words(tr(MEASURING))

        def look() -> tuple[Change, QImage, tuple[Reached, ...]]:
            found = self._session.changes.look(node)
            return found.change, to_qimage(found.map), reached_by(self._session, node)

        self._session.in_background(
            look, lambda found: self._arrived(node, *found), lambda error: self._failed(node, error)
        )

    # Private.

    def _lay_out(self) -> None:
        figures = QVBoxLayout()
        figures.setSpacing(GAP)
        for widget in (self._name, self._words):
            figures.addWidget(widget)
        figures.addWidget(self._learn, 0, Qt.AlignmentFlag.AlignLeft)
        figures.addWidget(self._figures)
        figures.addStretch()
        where = QVBoxLayout()
        where.addWidget(self._legend)
        where.addWidget(self._map, 1)
        upper = QHBoxLayout()
        upper.setSpacing(MARGIN)
        upper.addLayout(figures, 1)
        upper.addLayout(where, 1)
        lower = QHBoxLayout()
        lower.addWidget(plain_label(tr("Make a new result:"), "quiet"))
        for button in (self.align, self.match, self.both):
            lower.addWidget(button)
        lower.addStretch()
        lower.addWidget(self._difference)
        lower.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        column.addLayout(upper, 1)
        column.addLayout(lower)

    def _button(self, name: str, words: str, kind: TreatmentKind) -> QPushButton:
        button = named(QPushButton(words), name)
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._treat, kind))
        return button

    def _arrived(self, node: HistoryNode, change: Change, map: QImage, reached: tuple[Reached, ...]) -> None:
        if node is not self._node:
            return
        self._show_words(", ".join(change.words()).capitalize())
        self._lines = []
        for one in reached:
            self._add(tr("Asked for {colour}", colour=one.asked), value_of(one), how_measured(one))
        for name, value in figures(change):
            self._add(name, value)
        self._map.put(map)
        self._offer(change)
        self._difference.setEnabled(True)
        self._copy.setEnabled(True)

    def _add(self, name: str, value: str, note: str = "") -> None:
        """One line of what was measured; `note` says how."""
        self._lines.append((name, value))
        label = plain_label(value, wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setAccessibleName(f"{name}: {value}")
        set_note(label, note)
        self._form.addRow(plain_label(name, "quiet"), label)

    def _failed(self, node: HistoryNode, error: FluxError) -> None:
        if node is self._node:
            self._show_words(error_text(error))
            self._learn.put(error)

    def _show_words(self, words: str) -> None:
        """`words`, and nothing else yet."""
        self._words.setText(words)
        self._learn.put(None)
        while self._form.rowCount():
            self._form.removeRow(0)
        self._map.put(None)
        self._legend.setVisible(False)
        for button in (self.align, self.match, self.both, self._difference, self._copy):
            button.setEnabled(False)

    def _offer(self, change: Change) -> None:
        """Enable what helps; the others say why they do not."""
        self._legend.setVisible(True)
        lost = ANOTHER_PICTURE if change.repainted else ""
        align = lost or ("" if change.shifted else NOTHING_TO_ALIGN)
        match = lost or ("" if change.tinted else NOTHING_TO_MATCH)
        for button, reason in ((self.align, align), (self.match, match), (self.both, align or match)):
            button.setEnabled(not reason)
            set_note(button, tr(reason or AS_NEW))

    def _treat(self, kind: TreatmentKind) -> None:
        node, session = self._node, self._session
        if node is None:
            return
        self._show_words(tr("Working…"))
        session.changes.treat(node, kind, self._made, lambda error: self._failed(node, error))

    def _made(self, node: HistoryNode) -> None:
        self._session.show(node)
        self.look_at(node)

    def _show_difference(self) -> None:
        if self._node is not None:
            self.difference_wanted.emit(self._node)

    def _copy_figures(self) -> None:
        lines = [self._name.text(), self._words.text(), *(f"{name}: {value}" for name, value in self._lines)]
        QGuiApplication.clipboard().setText("\n".join(lines))


class _Map(QLabel):
    """A picture that keeps its proportions in the room it has."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "changes_map", tr("Where content changed"))
        self._image = QImage()
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def put(self, image: QImage | None) -> None:
        self._image = image or QImage()
        self._fit()

    def _fit(self) -> None:
        if self._image.isNull():
            self.clear()
            return
        ratio = self.devicePixelRatioF()
        room = (self.size() * ratio).boundedTo(self._image.size())
        small = self._image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        small.setDevicePixelRatio(ratio)
        self.setPixmap(QPixmap.fromImage(small))

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(MAP_SIDE, MAP_SIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()


def figures(change: Change) -> list[tuple[str, str]]:
    """(name, value) of everything that was measured."""
    if change.shifted:
        place = [
            (tr("Moved"), f"{_across(change.dx)}, {_along(change.dy)}"),
            (tr("Size of the content"), _percent(change.scale, 2)),
        ]
    else:
        place = [(tr("Moved"), tr("no", "not moved") if change.score >= SURE else tr("cannot be said"))]
    return [
        *place,
        (tr("Sure of the place"), _percent(change.score, 0)),
        (
            tr("Colour difference"),
            tr("{delta} on average, of what stayed", delta=local(f"ΔE2000 {change.delta_e:.2f}")),
        ),
        ("L*, a*, b*", ", ".join(map(_signed, change.lab))),
        (tr("Vividness, C*"), _signed(change.chroma)),
        (tr("Red, green, blue"), ", ".join(map(_signed, change.rgb))),
        (tr("Other content"), tr("{share} of the area", share=_percent(change.moved, 1))),
    ]


def _percent(share: float, places: int) -> str:
    return local(f"{100 * share:.{places}f} %")


def _across(dx: float) -> str:
    pixels = local(f"{abs(dx):.2f} px")
    return tr("{pixels} to the left", pixels=pixels) if dx < 0 else tr("{pixels} to the right", pixels=pixels)


def _along(dy: float) -> str:
    pixels = local(f"{abs(dy):.2f} px")
    return tr("{pixels} up", pixels=pixels) if dy < 0 else tr("{pixels} down", pixels=pixels)


def _signed(value: float) -> str:
    """With its sign, but for what is nothing."""
    return local(f"{value:+.1f}") if abs(value) >= 0.05 else "0"
