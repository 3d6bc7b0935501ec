"""A list of commands and their keys under headings, which can be searched for either."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTreeWidget, QTreeWidgetItem

from flux_desktop.core.commands import COMMANDS, Command
from flux_desktop.core.language import tr
from flux_desktop.ui.naming import named
from flux_desktop.ui.theme import GAP, ROW
from flux_desktop.ui.wording import native

__all__ = ["CommandTree", "Row", "rows_of", "search_field", "written"]

ID = Qt.ItemDataRole.UserRole


class Row(NamedTuple):
    """One line; `id` is "" for what is no command, e.g. what the mouse does."""

    id: str
    words: str
    keys: str
    note: str = ""


def written(keys: Iterable[str]) -> str:
    """`keys` as the system writes them, as alternatives."""
    return tr(" or ", "between two keys").join(map(native, keys))


def rows_of(row: Callable[[Command], Row]) -> dict[str, list[Row]]:
    """The `row` of every command that does something, under their headings."""
    groups: dict[str, list[Row]] = {}
    for command in (one for one in COMMANDS if not one.holds):
        groups.setdefault(command.group, []).append(row(command))
    return groups


def search_field(name: str, tree: CommandTree) -> QLineEdit:
    """A field that leaves in `tree` what fits to its words."""
    field = named(QLineEdit(), name, tr("Search commands and keys"))
    field.setPlaceholderText(tr("Search commands and keys"))
    field.setMinimumHeight(ROW)
    field.textChanged.connect(tree.search)
    return field


class CommandTree(QTreeWidget):
    """`chosen` carries the id of the command that becomes current, "" where that is none."""

    chosen = Signal(str)

    def __init__(self, name: str, accessible: str, columns: tuple[str, ...]) -> None:
        super().__init__()
        named(self, name, accessible)
        self._items: dict[str, QTreeWidgetItem] = {}
        self.setColumnCount(len(columns))
        self.setHeaderLabels(columns)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(12)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.header().setSectionsMovable(False)
        self.currentItemChanged.connect(lambda item: self.chosen.emit(_id(item)))

    def fill(self, groups: Mapping[str, Iterable[Row]]) -> None:
        """Show `groups`, each under its heading; what was current stays so."""
        current = self.current()
        self.clear()
        self._items.clear()
        for title, rows in groups.items():
            heading = QTreeWidgetItem(self, [title])
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = self.font()
            font.setBold(True)
            heading.setFont(0, font)
            for row in rows:
                item = QTreeWidgetItem(heading, [row.words, row.keys, row.note][: self.columnCount()])
                item.setData(0, ID, row.id)
                if row.id:
                    self._items[row.id] = item
        self.expandAll()
        self._make_room()
        self.go_to(current)

    def change(self, groups: Mapping[str, Iterable[Row]]) -> None:
        """Write these rows anew, each of which is there already."""
        for row in chain.from_iterable(groups.values()):
            for column, words in enumerate((row.words, row.keys, row.note)[: self.columnCount()]):
                self._items[row.id].setText(column, words)
        self._make_room()

    def current(self) -> str:
        """The id of the current command, or ""."""
        return _id(self.currentItem())

    def go_to(self, id: str) -> None:
        """Make the row of `id` current, if there is one."""
        if id in self._items:
            self.setCurrentItem(self._items[id])

    def search(self, words: str) -> None:
        """Leave the rows that have all of `words` in their text or that of their heading."""
        wanted = words.casefold().split()
        for heading in self._headings():
            rows = _children(heading)
            for item in rows:
                item.setHidden(not _fits(heading, item, wanted))
            heading.setHidden(all(item.isHidden() for item in rows))
        self._leave_hidden()

    def seen(self) -> list[tuple[str, str]]:
        """Words and keys of the rows that the search leaves."""
        return [(item.text(0), item.text(1)) for item in self._seen()]

    def _make_room(self) -> None:
        """Make columns as wide as their words; no search makes them narrower again."""
        for column in range(self.columnCount() - 1):
            self.setColumnWidth(column, max(self.columnWidth(column), self.sizeHintForColumn(column) + GAP))

    def _leave_hidden(self) -> None:
        """Make a row current that is seen, if there is one."""
        current = self.currentItem()
        if current is None or current.isHidden():
            self.setCurrentItem(next(self._seen(), None))  # type: ignore[arg-type]  # None is right, the stubs are not

    def _headings(self) -> list[QTreeWidgetItem]:
        return _children(self.invisibleRootItem())

    def _seen(self) -> Iterator[QTreeWidgetItem]:
        rows = (item for heading in self._headings() for item in _children(heading))
        return (item for item in rows if not item.isHidden())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.doItemsLayout()  # the heights of rows that were made before the style sheet reached them are others
        self._make_room()


def _id(item: QTreeWidgetItem | None) -> str:
    return str(item.data(0, ID) or "") if item is not None else ""


def _children(parent: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    items = (parent.child(row) for row in range(parent.childCount()))
    return [item for item in items if item is not None]


def _fits(heading: QTreeWidgetItem, item: QTreeWidgetItem, words: list[str]) -> bool:
    text = " ".join((heading.text(0), item.text(0), item.text(1), item.text(2))).casefold()
    return all(word in text for word in words)
