"""What one can write: the offline editor's vocabulary, and hints for the hosted models."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from flux_desktop.ui.controls import icon_button, named, plain_label
from flux_desktop.ui.theme import GAP, ROW, TIGHT, in_use

__all__ = ["HINTS", "HelpPanel", "Topic"]

Topic = tuple[str, Sequence[str], str]
"""A heading, examples that can be written as they are, and what they do."""

HINTS: tuple[Topic, ...] = (
    (
        "Say what changes and what stays",
        ("Make the sky a sunset. Keep the buildings, the framing and the light on the faces as they are",),
        "One change at a time gives the steadiest results.",
    ),
    (
        "Exact colours",
        ("Make the red jacket #0066cc", "Paint the front door in deep green, hex #1f4d3a"),
        "A hex value beside the name of an object; three to five colours at most.",
    ),
    (
        "Text in the picture",
        ('Replace the sign\'s text with "OPEN" in the same lettering',),
        "Put the words to be drawn in quotation marks.",
    ),
    (
        "Reference images",
        ("Dress the person in image 1 in the jacket of image 2. Keep face and pose",),
        "The picture that is edited is image 1; references follow in the order of the strip. Give each a role.",
    ),
    (
        "Describe, do not list",
        ("A wooden sailing boat on a calm fjord at dawn, low mist over the water, soft side light, muted blues",),
        "Subject first, then surroundings and light, in 40 to 70 words.",
    ),
    (
        "Say what you want to see",
        ("An empty street at night, wet asphalt, a single street lamp",),
        "There are no negative prompts: “an empty street” works, “no people” may not.",
    ),
)
EXAMPLE_ROLE = int(Qt.ItemDataRole.UserRole)


class HelpPanel(QWidget):
    """A list that can be searched; `example_chosen` carries an example that was clicked, or chosen with Enter."""

    example_chosen = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "help_panel", "What can I write?")
        self._topics: tuple[Topic, ...] = HINTS
        self._stale = True
        self.search = named(QLineEdit(), "help_search", "Search the help")
        self.search.setPlaceholderText("Search")
        self.search.setClearButtonEnabled(False)
        self.search.setMinimumHeight(ROW)
        self.tree = named(_tree(), "help_list", "Examples")
        self._title = plain_label("What can I write?")
        self._nothing = plain_label("Nothing found. Try another word, e.g. colour.", "quiet", wrap=True)
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        self.tree.itemClicked.connect(self._choose)
        self.tree.itemActivated.connect(self._choose)

    def set_topics(self, title: str, topics: Sequence[Topic]) -> None:
        """Show other help, e.g. `HINTS` or the vocabulary of the offline editor; built when it is first seen."""
        self._title.setText(title)
        self._topics = tuple(topics)
        self._stale = True
        if self.isVisible():
            self._build()

    def examples(self) -> list[str]:
        """The examples that the search leaves."""
        return [
            str(example.data(0, EXAMPLE_ROLE))
            for topic in self._roots()
            if not topic.isHidden()
            for example in _children(topic)
            if example.data(0, EXAMPLE_ROLE)
        ]

    def _lay_out(self) -> None:
        close = icon_button("help_close_button", "x", "Close the help")
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
        column.addWidget(self.tree, 1)
        self._nothing.hide()

    def _build(self) -> None:
        self._stale = False
        self.tree.clear()
        theme = in_use(self)
        quiet, link = QBrush(QColor(theme.quiet)), QBrush(QColor(theme.link))
        for heading, examples, description in self._topics:
            topic = _item(heading, selectable=False)
            font = topic.font(0)
            font.setBold(True)
            topic.setFont(0, font)
            self.tree.addTopLevelItem(topic)
            if description:
                topic.addChild(_item(description, quiet, selectable=False))
            for example in examples:
                row = _item(example, link)
                row.setData(0, EXAMPLE_ROLE, example)
                row.setToolTip(0, "Put it into the prompt box")
                topic.addChild(row)
        self.tree.expandAll()
        self._filter()

    def _filter(self) -> None:
        words = self.search.text().casefold().split()
        for topic in self._roots():
            texts = [topic.text(0), *(child.text(0) for child in _children(topic))]
            whole = " ".join(texts).casefold()
            topic.setHidden(not all(word in whole for word in words))
        self._nothing.setVisible(bool(words) and not self.examples())

    def _roots(self) -> list[QTreeWidgetItem]:
        return _children(self.tree.invisibleRootItem())

    def _choose(self, item: QTreeWidgetItem) -> None:
        example = item.data(0, EXAMPLE_ROLE)
        if example:
            self.example_chosen.emit(str(example))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._stale:
            self._build()


def _tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    tree.setRootIsDecorated(False)
    tree.setItemsExpandable(False)
    tree.setIndentation(0)
    tree.setWordWrap(True)
    tree.setUniformRowHeights(False)
    tree.setProperty("plain", "true")
    tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return tree


def _item(words: str, ink: QBrush | None = None, *, selectable: bool = True) -> QTreeWidgetItem:
    item = QTreeWidgetItem([words])
    if ink is not None:
        item.setForeground(0, ink)
    if not selectable:
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return item


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for index in range(item.childCount()) if (child := item.child(index)) is not None]
