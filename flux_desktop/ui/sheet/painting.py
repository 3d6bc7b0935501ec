"""Paints one page of a contact sheet, on paper or on an image; in any thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import marked, tr
from flux_desktop.ui.sheet.entries import Entry
from flux_desktop.ui.sheet.layout import LINE, PROMPT_LINES, Box, Cell, Sheet, fitted
from flux_desktop.ui.sheet.options import SheetOptions
from flux_desktop.ui.sheet.words import draw_words, font, laid_out
from flux_desktop.ui.theme import LIGHT

__all__ = ["ContactSheet", "Load", "paint_page"]

Load = Callable[[HistoryNode, int, int], QImage | None]
"""The picture of a node for a place of so many dots of width and height; None where it is lost."""

TEXT, HEADING, SMALL = 34, 76, 30
"""Sizes of letters, in dots: 8, 18 and 7 points."""

_CAPTIONS = (marked("Before"), marked("After"))


@dataclass(frozen=True)
class ContactSheet:
    """All that is on a sheet. `date` is shown as it is."""

    options: SheetOptions
    entries: Sequence[Entry]
    layout: Sheet
    date: str


def paint_page(painter: QPainter, sheet: ContactSheet, page: int, load: Load) -> None:
    """Paint page number `page`, from 0. The painter's unit is the dot; paper is white whatever the theme is."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    paper = sheet.options.page
    painter.fillRect(0, 0, paper.width, paper.height, QColor("white"))
    if sheet.layout.title is not None:
        _line(painter, sheet.layout.title, sheet.options.title, HEADING, bold=True)
    for cell in sheet.layout.pages[page].cells:
        _paint_cell(painter, cell, sheet, load)
    _paint_foot(painter, sheet, page)


def _paint_cell(painter: QPainter, cell: Cell, sheet: ContactSheet, load: Load) -> None:
    entry = sheet.entries[cell.index]
    for box, node in zip(cell.pictures, entry.pictures, strict=True):
        place = fitted(node.width, node.height, box)
        _paint_picture(painter, place, load(node, place.width, place.height))
    for box, caption in zip(cell.captions, _CAPTIONS, strict=False):
        _line(painter, box, tr(caption), SMALL, ink=LIGHT.quiet)
    _line(painter, cell.number, entry.label, TEXT, bold=True)
    words = cell.words if entry.label else replace(cell.words, x=cell.number.x, width=cell.words.right - cell.number.x)
    room = words.height // LINE
    used = _lines(painter, words, 0, entry.prompt, TEXT, min(room, PROMPT_LINES), LIGHT.text)
    _lines(painter, words, used, entry.facts, SMALL, room - used, LIGHT.quiet)


def _lines(painter: QPainter, box: Box, above: int, words: str, size: int, most: int, ink: str) -> int:
    """Draw `words` in `box`, in at most so many lines below those that are `above`; how many it were."""
    if not words or most < 1:
        return 0
    layout = laid_out(words, font(size), box.width, most, LINE)
    painter.setPen(QColor(ink))
    draw_words(painter, layout, box.x, box.y + above * LINE)
    return layout.lineCount()


def _paint_picture(painter: QPainter, place: Box, image: QImage | None) -> None:
    """A frame in its place where there is none."""
    if image is not None:
        painter.drawImage(QRect(place.x, place.y, place.width, place.height), image)
        return
    painter.setPen(QPen(QColor(LIGHT.edge), 2))
    painter.drawRect(QRect(place.x + 1, place.y + 1, place.width - 2, place.height - 2))
    _line(painter, Box(place.x + 24, place.y + 24, place.width - 48, LINE), tr("Picture missing"), TEXT)


def _paint_foot(painter: QPainter, sheet: ContactSheet, page: int) -> None:
    foot = sheet.layout.foot
    _line(painter, foot, sheet.date, SMALL, ink=LIGHT.quiet)
    number = tr("Page {page} of {pages}", page=page + 1, pages=len(sheet.layout.pages))
    painter.setFont(font(SMALL))
    painter.drawText(QRect(foot.x, foot.y, foot.width, foot.height), int(Qt.AlignmentFlag.AlignRight), number)


def _line(painter: QPainter, box: Box, words: str, size: int, *, bold: bool = False, ink: str = LIGHT.text) -> None:
    painter.setPen(QColor(ink))
    draw_words(painter, laid_out(words, font(size, bold=bold), box.width, 1, LINE), box.x, box.y)
