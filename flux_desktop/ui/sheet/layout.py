"""Where everything on a contact sheet stands: geometry alone, in dots."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from flux_desktop.ui.sheet.options import SheetOptions

__all__ = ["LINE", "PROMPT_LINES", "Box", "Cell", "Page", "Sheet", "arranged", "fitted"]

MARGIN = 150
GAP = 75
"""Between two cells."""
TIGHT = 24
"""Between the parts of a cell."""
TITLE = 130
FOOT = 80
LINE = 46
"""Height of a line of text."""
CAPTION = 56
"""Height of the line below a picture of a pair."""
NUMBER = 90
"""Width of the number of a picture."""
FACT = 450
"""Width of one of the things that are told beside the prompt, on the whole."""
PROMPT_LINES = 3

SHAPES = (0.4, 1.6)
"""The flattest and the tallest place for a picture, as height by width."""
SQUEEZE = 0.8
"""Pictures get smaller by so much at most where one more row then fits."""


@dataclass(frozen=True)
class Box:
    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height


@dataclass(frozen=True)
class Cell:
    """The place of the entry `index`: its pictures, a line below each where there are two, its number and its words."""

    index: int
    pictures: tuple[Box, ...]
    captions: tuple[Box, ...]
    number: Box
    words: Box


@dataclass(frozen=True)
class Page:
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Sheet:
    """All pages; title (None where there is none) and foot stand at the same place on each."""

    pages: tuple[Page, ...]
    title: Box | None
    foot: Box


@dataclass(frozen=True)
class _Grid:
    """The cells of a page: where the first is, how large they are, and how much of each is for pictures."""

    left: int
    top: int
    width: int
    height: int
    picture: int
    rows: int


def arranged(pictures: Sequence[int], options: SheetOptions, shape: float = 1.0) -> Sheet:
    """Places for entries of which each has so many `pictures` (1 or 2), `shape` their usual height by width."""
    page = options.page
    inner = Box(MARGIN, MARGIN, page.width - 2 * MARGIN, page.height - 2 * MARGIN)
    title = Box(inner.x, inner.y, inner.width, TITLE - TIGHT) if options.title else None
    top = inner.y + TITLE if title else inner.y
    grid = _grid(Box(inner.x, top, inner.width, inner.bottom - FOOT - top), options, shape)
    each = options.columns * grid.rows
    pages = [
        Page(tuple(_cell(index, pictures[index], index - first, grid, options) for index in range(first, last)))
        for first, last in ((at, min(at + each, len(pictures))) for at in range(0, len(pictures), each))
    ]
    return Sheet(tuple(pages), title, Box(inner.x, inner.bottom - LINE, inner.width, LINE))


def fitted(width: int, height: int, room: Box) -> Box:
    """Where in `room` a picture of that size is shown: never larger than it is, left and down, near to its words."""
    scale = min(room.width / width, room.height / height, 1.0)
    wide, high = max(1, int(width * scale)), max(1, int(height * scale))
    return Box(room.x, room.bottom - high, wide, high)


def _grid(room: Box, options: SheetOptions, shape: float) -> _Grid:
    """As many rows as fit with pictures of their `shape`; one more if that costs little; a single row fits always."""
    width = (room.width - (options.columns - 1) * GAP) // options.columns
    wide = (width - TIGHT) // 2 if options.pairs else width
    wished = wide * min(max(shape, SHAPES[0]), SHAPES[1])
    others = TIGHT + _text_height(options, width) + (CAPTION if options.pairs else 0)

    def picture(rows: int) -> int:
        """The height of the pictures that `rows` leave room for."""
        return (room.height - (rows - 1) * GAP) // rows - others

    rows = max(1, math.floor((room.height + GAP) / (wished + others + GAP)))
    if picture(rows + 1) >= wished * SQUEEZE:
        rows += 1
    height = min(round(wished), picture(rows))
    return _Grid(room.x, room.y, width, height + others, height, rows)


def _text_height(options: SheetOptions, width: int) -> int:
    """In a narrow column each fact has a line of its own."""
    facts = math.ceil(options.facts / max(1, (width - NUMBER) // FACT))
    return max(1, (PROMPT_LINES if options.prompt else 0) + facts) * LINE


def _cell(index: int, pictures: int, place: int, grid: _Grid, options: SheetOptions) -> Cell:
    row, column = divmod(place, options.columns)
    x, y = grid.left + column * (grid.width + GAP), grid.top + row * (grid.height + GAP)
    below = y + grid.picture
    boxes: tuple[Box, ...] = (Box(x, y, grid.width, grid.picture),)
    captions: tuple[Box, ...] = ()
    if pictures == 2:
        half = (grid.width - TIGHT) // 2
        lefts = (x, x + half + TIGHT)
        boxes = tuple(Box(left, y, half, grid.picture) for left in lefts)
        captions = tuple(Box(left, below + CAPTION - LINE, half, LINE) for left in lefts)
    text = below + TIGHT + (CAPTION if options.pairs else 0)
    rest = y + grid.height - text
    number = min(NUMBER, grid.width // 4)
    return Cell(index, boxes, captions, Box(x, text, number, LINE), Box(x + number, text, grid.width - number, rest))
