"""The page of the manual that is read: HTML of our own in the colours of the theme, and nothing from outside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QImage,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from flux_desktop.core.language import tr
from flux_desktop.ui.manual.book import picture
from flux_desktop.ui.naming import named
from flux_desktop.ui.theme import MARGIN, Theme, in_use

__all__ = ["ManualPage", "place_of"]

ZOOMS = (0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5, 3.0)
"""How large the letters are, against those of the window."""
WIDEST = 46
"""Letters m in the longest line that still reads well."""
PICTURE = 560
"""Logical pixels that a picture is wide at most."""


class ManualPage(QTextBrowser):
    """Shows places, `page#anchor`, of which `html` knows the pages. It remembers the way, as a browser does."""

    address_chosen = Signal(str)
    """Carries an address outside the manual that the user clicked; nothing is opened."""
    moved = Signal(str)
    """Carries the place that is shown now."""

    def __init__(self, html: Callable[[str], str]) -> None:
        super().__init__()
        named(self, "manual_page", tr("Page of the manual"))
        self._html = html
        self._zoom = ZOOMS.index(1.0)
        self._theme: Theme | None = None
        self._words: list[str] = []
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(self._follow)
        self.highlighted.connect(self._name_target)
        self.sourceChanged.connect(self._on_source)

    def go_to(self, place: str) -> None:
        """Show the place, from `page` or `page#anchor`."""
        page, _, anchor = place.partition("#")
        url = QUrl()
        url.setPath(f"{page}.md")
        if anchor:
            url.setFragment(anchor)
        if url == self.source():
            self._scroll_to(anchor)
        else:
            self._dress()
            self.setSource(url, QTextDocument.ResourceType.HtmlResource)

    def place(self) -> str:
        """Where it is; "" before the first page."""
        return place_of(self.source())

    def renew(self) -> None:
        """Show the same page with what is true by now; the line at its upper edge stays there."""
        bar = self.verticalScrollBar()
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block().blockNumber()
        beyond = bar.value() - self._top_of(block)
        self._dress()
        self.reload()
        self._set_margins()
        self._mark()
        bar.setValue(self._top_of(block) + beyond)

    def mark(self, words: list[str]) -> None:
        """Put a ground behind all of `words`, in lower case, wherever they are."""
        self._words = words
        self._mark()

    def find_text(self, words: str, *, back: bool = False) -> bool:
        """Select the next place with `words`, at the end from the top again; False where there is none."""
        flags = QTextDocument.FindFlag.FindBackward if back else QTextDocument.FindFlag(0)
        if self.find(words, flags):
            return True
        cursor = self.textCursor()
        self.moveCursor(QTextCursor.MoveOperation.End if back else QTextCursor.MoveOperation.Start)
        if self.find(words, flags):
            return True
        self.setTextCursor(cursor)
        return False

    def zoom(self, steps: int) -> None:
        """Larger letters, smaller ones, or with 0 those of the window."""
        wanted = ZOOMS.index(1.0) if not steps else min(max(self._zoom + steps, 0), len(ZOOMS) - 1)
        if wanted != self._zoom:
            self._zoom = wanted
            self.renew()

    def factor(self) -> float:
        return ZOOMS[self._zoom]

    # Private.

    def _on_source(self, source: QUrl) -> None:
        """The new page is there, but is not yet what `place` tells."""
        self._set_margins()
        self._mark()
        self.moved.emit(place_of(source))

    def _follow(self, url: QUrl) -> None:
        if url.scheme():
            self.address_chosen.emit(url.toString())
        else:
            self.go_to(place_of(self.source().resolved(url)))

    def _name_target(self, url: QUrl) -> None:
        self.viewport().setToolTip(url.toString() if url.scheme() else "")

    def _scroll_to(self, anchor: str) -> None:
        if anchor:
            self.scrollToAnchor(anchor)
        else:
            self.verticalScrollBar().setValue(0)

    def _mark(self) -> None:
        selections = []
        ground, ink = QColor(in_use().tint), QColor(in_use().text)
        for words in self._words:
            cursor = self.document().find(words)
            while not cursor.isNull():
                selection = QTextEdit.ExtraSelection()
                kind = QTextCharFormat()
                kind.setBackground(ground)
                kind.setForeground(ink)
                selection.format, selection.cursor = kind, cursor
                selections.append(selection)
                cursor = self.document().find(words, cursor)
        self.setExtraSelections(selections)

    def _dress(self) -> None:
        """The style of what is read next; a document keeps the one that it was made with."""
        self._theme = in_use()
        size = QFontInfo(self.font()).pointSizeF() * self.factor()
        self.document().setDefaultStyleSheet(_style(self._theme, size))
        font = self.font()
        font.setPointSizeF(size)
        self.document().setDefaultFont(font)

    def _set_margins(self) -> None:
        """Long lines are hard to read: in a wide window the text stays in a column."""
        side = (self.viewport().width() - self._column()) / 2
        frame = self.document().rootFrame()
        kind = frame.frameFormat()
        kind.setTopMargin(MARGIN)
        kind.setBottomMargin(4 * MARGIN)
        kind.setLeftMargin(side)
        kind.setRightMargin(side)
        frame.setFrameFormat(kind)

    def _top_of(self, block: int) -> int:
        """Logical pixels from the top of the page."""
        document = self.document()
        document.size()  # lays it out as a whole: before, there is no such place to scroll to
        return round(document.documentLayout().blockBoundingRect(document.findBlockByNumber(block)).top())

    def _column(self) -> float:
        """Logical pixels that a line has."""
        widest = self.fontMetrics().horizontalAdvance("m") * self.factor() * WIDEST
        return min(widest, self.viewport().width() - 4 * MARGIN)

    # Qt.

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802
        """Only what comes with the program: pages, and pictures of its own."""
        url = QUrl(name)
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._picture(url.fileName())
        return self._html(place_of(url).partition("#")[0])

    def _picture(self, name: str) -> QImage:
        image = QImage(str(picture(name)))
        if image.isNull():
            return image
        ratio = self.devicePixelRatioF()
        width = min(image.width(), int(min(PICTURE, self._column() - 2) * ratio))
        small = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        small.setDevicePixelRatio(ratio)
        return small

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        outdated = event.type() == QEvent.Type.FontChange or in_use() is not self._theme
        if outdated and self.source().isValid() and event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.renew()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._set_margins()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(640, 600)


def place_of(url: QUrl) -> str:
    """`page#anchor` of a link inside the manual, which names the page's file."""
    page = url.path().removesuffix(".md")
    return f"{page}#{url.fragment()}" if url.fragment() else page


def _style(theme: Theme, size: float) -> str:
    """CSS as far as Qt's text knows it; sizes in points."""
    return f"""
    body {{ color: {theme.text}; }}
    h1 {{ font-size: {size * 1.6:.1f}pt; font-weight: 600; margin-top: 4px; margin-bottom: 14px; }}
    h2 {{ font-size: {size * 1.25:.1f}pt; font-weight: 600; margin-top: 26px; margin-bottom: 6px; }}
    h3 {{ font-size: {size * 1.05:.1f}pt; font-weight: 600; margin-top: 18px; margin-bottom: 4px; }}
    p {{ margin-top: 0px; margin-bottom: 10px; line-height: 135%; }}
    li {{ margin-bottom: 5px; line-height: 135%; }}
    a {{ color: {theme.link}; text-decoration: none; }}
    code, pre {{ font-family: monospace; background-color: {theme.raised}; }}
    .key, .keys {{ background-color: {theme.raised}; }}
    .command, .setting, .words {{ font-style: italic; }}
    table {{ border-collapse: collapse; margin-bottom: 12px; }}
    th {{ text-align: left; color: {theme.quiet}; border-bottom: 1px solid {theme.edge}; }}
    td {{ border-bottom: 1px solid {theme.line}; }}
    """
