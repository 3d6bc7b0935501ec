"""What one can write: the offline editor's vocabulary, and hints for the hosted models."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from flux_desktop.core.language import marked, tr
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import icon_button, plain_label
from flux_desktop.ui.theme import GAP, ROW, TIGHT, in_use

__all__ = ["HINTS", "HelpPanel", "Topic"]

Topic = tuple[str, Sequence[str], str]
"""A heading, examples that can be written as they are, and what they do."""

HINTS: tuple[Topic, ...] = (
    (
        marked("Say what changes and what stays"),
        ("Make the sky a sunset. Keep the buildings, the framing and the light on the faces as they are",),
        marked("One change at a time gives the steadiest results."),
    ),
    (
        marked("Exact colours"),
        ("Make the red jacket #0066cc", "Paint the front door in deep green, hex #1f4d3a"),
        marked("A hex value beside the name of an object; three to five colours at most."),
    ),
    (
        marked("Text in the picture"),
        ('Replace the sign\'s text with "OPEN" in the same lettering',),
        marked("Put the words to be drawn in quotation marks."),
    ),
    (
        marked("Reference images"),
        ("Dress the person in image 1 in the jacket of image 2. Keep face and pose",),
        marked("The picture that is edited is image 1; references follow in the order of the strip. Give each a role."),
    ),
    (
        marked("Describe, do not list"),
        ("A wooden sailing boat on a calm fjord at dawn, low mist over the water, soft side light, muted blues",),
        marked("Subject first, then surroundings and light, in 40 to 70 words."),
    ),
    (
        marked("Say what you want to see"),
        ("An empty street at night, wet asphalt, a single street lamp",),
        marked("There are no negative prompts: “an empty street” works, “no people” may not."),
    ),
)
EXAMPLE = int(Qt.ItemDataRole.UserRole)
ENTRIES = EXAMPLE + 1
"""The numbers of the entries that a row belongs to."""


class HelpPanel(QWidget):
    """A list that can be searched; `example_chosen` carries an example that was clicked, or chosen with Enter."""

    example_chosen = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "help_panel", tr("What can I write?"))
        self._topics: tuple[Topic, ...] = HINTS
        self._stale = True
        self.search = named(QLineEdit(), "help_search", tr("Search the help"))
        self.search.setPlaceholderText(tr("Search"))
        self.search.setMinimumHeight(ROW)
        self.list = named(_list(), "help_list", tr("Examples"))
        self._title = named(plain_label(tr("What can I write?")), "help_title")
        self._nothing = plain_label(tr("Nothing found. Try another word, e.g. colour."), "quiet", wrap=True)
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)

    def set_topics(self, title: str, topics: Sequence[Topic]) -> None:
        """Show other help, e.g. `HINTS` or the vocabulary of the offline editor; built when it is first seen."""
        self._title.setText(title)
        self._topics = tuple(topics)
        self._renew()

    def examples(self) -> list[str]:
        """The examples that the search leaves."""
        shown = [row for row in self._items() if not row.isHidden()]
        return [str(row.data(EXAMPLE)) for row in shown if row.data(EXAMPLE)]

    def _lay_out(self) -> None:
        close = icon_button("help_close_button", "x", tr("Close the help"))
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, TIGHT, TIGHT, GAP)
        column.setSpacing(TIGHT)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        self._nothing.hide()

    def _renew(self) -> None:
        self._stale = True
        if self.isVisible():
            self._build()

    def _build(self) -> None:
        self._stale = False
        self.list.clear()
        theme = in_use()
        headings: dict[str, list[int]] = {}
        for number, (heading, _, _) in enumerate(self._topics):
            headings.setdefault(heading, []).append(number)
        for heading, numbers in headings.items():
            self._add(numbers, tr(heading), theme.text, bold=True)
            for number in numbers:
                _, examples, does = self._topics[number]
                if does:
                    self._add([number], tr(does), theme.quiet)
                for example in examples:
                    self._add([number], example, theme.link, example=example)
            self._add(numbers, "", theme.text)
        self._filter()

    def _add(self, entries: list[int], words: str, ink: str, *, bold: bool = False, example: str = "") -> None:
        row = QListWidgetItem(words)
        row.setForeground(QBrush(QColor(ink)))
        row.setData(ENTRIES, entries)
        if bold:
            font = self.list.font()
            font.setBold(True)
            row.setFont(font)
        if example:
            row.setData(EXAMPLE, example)
            row.setToolTip(tr("Put it into the prompt box"))
        else:
            row.setFlags(Qt.ItemFlag.ItemIsEnabled if words else Qt.ItemFlag.NoItemFlags)
        if not words:
            row.setSizeHint(QSize(1, GAP))
        self.list.addItem(row)

    def _filter(self) -> None:
        words = self.search.text().casefold().split()
        whole = [" ".join((tr(heading), *examples, tr(does))).casefold() for heading, examples, does in self._topics]
        found = [all(word in text for word in words) for text in whole]
        for row in self._items():
            row.setHidden(not any(found[number] for number in row.data(ENTRIES)))
        self._nothing.setVisible(not any(found))

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _choose(self, row: QListWidgetItem) -> None:
        if example := row.data(EXAMPLE):
            self.example_chosen.emit(str(example))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._stale:
            self._build()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "list"):
            self._renew()


def _list() -> QListWidget:
    rows = QListWidget()
    rows.setWordWrap(True)
    rows.setTextElideMode(Qt.TextElideMode.ElideNone)
    rows.setResizeMode(QListWidget.ResizeMode.Adjust)
    rows.setProperty("plain", "true")
    rows.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return rows
