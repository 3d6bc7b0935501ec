"""The contents of the manual: pages with their sections, and what of them a search leaves."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from flux_desktop.core.help import pages
from flux_desktop.core.language import tr
from flux_desktop.ui.manual.book import Book, Section
from flux_desktop.ui.naming import named
from flux_desktop.ui.wording import plain_tip

__all__ = ["Contents"]

PLACE = Qt.ItemDataRole.UserRole


class Contents(QTreeWidget):
    """`chosen` carries a place that the user went to, by click or key."""

    chosen = Signal(str)

    def __init__(self, book: Book) -> None:
        super().__init__()
        named(self, "manual_contents", tr("Contents of the manual"))
        self._pages: dict[str, QTreeWidgetItem] = {}
        self._sections: list[tuple[Section, QTreeWidgetItem]] = []
        self._searching = False
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setProperty("plain", "true")
        self.setUniformRowHeights(True)
        for id, title in pages():
            self._add(id, title, book.sections(id))
        self.currentItemChanged.connect(self._tell)
        self.itemClicked.connect(self._tell)

    def search(self, words: list[str]) -> bool:
        """Leave the sections that hold all of `words`, in lower case; without words all. Whether there is any."""
        self._searching = bool(words)
        for page in self._pages.values():
            page.setHidden(self._searching)
            page.setExpanded(self._searching)
        for section, item in self._sections:
            found = section.holds(words)
            if item.parent() is not None:
                item.setHidden(not found)
            if found:
                self._pages[section.page].setHidden(False)
        return any(not page.isHidden() for page in self._pages.values())

    def show_place(self, place: str) -> None:
        """The reader is there now: make its entry the current one."""
        item = self._item_of(place)
        if item is None:
            return
        page = item.parent() or item
        self.blockSignals(True)
        if not self._searching:
            for other in self._pages.values():
                other.setExpanded(other is page)
        self.setCurrentItem(item)
        self.blockSignals(False)
        self.scrollToItem(item)

    def take_first(self) -> None:
        """Go to the first place that the search leaves."""
        first = next(self._found(), None)
        if first is not None:
            self.setCurrentItem(first)
            self._tell(first)

    def places(self) -> list[str]:
        """The places that the search leaves, in their order."""
        return [str(item.data(0, PLACE)) for item in self._found()]

    def _add(self, id: str, title: str, sections: list[Section]) -> None:
        page = self._pages[id] = QTreeWidgetItem(self, [title])
        page.setData(0, PLACE, id)
        for section in sections:
            item = QTreeWidgetItem(page, [section.title]) if section.anchors[0] else page
            item.setData(0, PLACE, section.place)
            item.setToolTip(0, plain_tip(section.title))
            self._sections.append((section, item))

    def _found(self) -> Iterator[QTreeWidgetItem]:
        """Entries that are left; a page only where its sections are not."""
        for section, item in self._sections:
            page = self._pages[section.page]
            shown = [page.child(row) for row in range(page.childCount())]
            alone = item is page and self._searching and any(child and not child.isHidden() for child in shown)
            if not item.isHidden() and not page.isHidden() and not alone:
                yield item

    def _item_of(self, place: str) -> QTreeWidgetItem | None:
        """The entry of the section that the place is in."""
        page, _, anchor = place.partition("#")
        return next(
            (item for section, item in self._sections if section.page == page and anchor in section.anchors), None
        )

    def _tell(self, item: QTreeWidgetItem | None, *rest: object) -> None:
        del rest
        if item is not None:
            self.chosen.emit(str(item.data(0, PLACE)))
