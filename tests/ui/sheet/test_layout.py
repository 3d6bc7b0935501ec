"""The geometry of a contact sheet: every picture has a place of its own, on the page, in the right order."""

from __future__ import annotations

import math
from dataclasses import fields
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.core.settings import SHEET, Settings
from flux_desktop.ui.sheet.layout import Box, Cell, Sheet, arranged, fitted
from flux_desktop.ui.sheet.options import PAPERS, SheetOptions

OPTIONS = st.builds(
    SheetOptions,
    paper=st.sampled_from(sorted(PAPERS)),
    columns=st.integers(1, 8),
    title=st.sampled_from(["", "Summer"]),
    original=st.booleans(),
    pairs=st.booleans(),
    prompt=st.booleans(),
    model=st.booleans(),
    seed=st.booleans(),
    cost=st.booleans(),
)
SHAPES = st.floats(0.05, 20)
COUNTS = st.lists(st.integers(1, 2), min_size=1, max_size=60)


def arranged_for(counts: list[int], options: SheetOptions, shape: float) -> Sheet:
    return arranged(counts if options.pairs else [1] * len(counts), options, shape)


def boxes(cell: Cell) -> list[Box]:
    return [*cell.pictures, *cell.captions, cell.number, cell.words]


def overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


@given(COUNTS, OPTIONS, SHAPES)
def test_nothing_overlaps_and_nothing_leaves_the_page(counts: list[int], options: SheetOptions, shape: float) -> None:
    sheet = arranged_for(counts, options, shape)
    page = sheet.pages[0]
    placed = [box for cell in page.cells for box in boxes(cell)]
    placed += [sheet.foot, *([sheet.title] if sheet.title else [])]
    assert all(box.width > 0 and box.height > 0 for box in placed)
    assert all(box.x > 0 and box.right < options.page.width for box in placed)
    assert all(box.y > 0 and box.bottom < options.page.height for box in placed)
    assert not any(overlap(one, other) for one, other in combinations(placed, 2))


@given(COUNTS, OPTIONS, SHAPES)
def test_every_entry_has_one_place_in_its_order(counts: list[int], options: SheetOptions, shape: float) -> None:
    sheet = arranged_for(counts, options, shape)
    cells = [cell for page in sheet.pages for cell in page.cells]
    assert [cell.index for cell in cells] == list(range(len(counts)))
    assert [len(cell.pictures) for cell in cells] == (counts if options.pairs else [1] * len(counts))
    each = len(sheet.pages[0].cells)
    assert all(len(page.cells) == each for page in sheet.pages[:-1])
    assert len(sheet.pages) == math.ceil(len(counts) / each)
    for page in sheet.pages:
        places = [(cell.pictures[0].y, cell.pictures[0].x) for cell in page.cells]
        assert places == sorted(places)


@given(st.integers(2, 20), OPTIONS, SHAPES)
def test_the_second_of_a_pair_is_beside_the_first(count: int, options: SheetOptions, shape: float) -> None:
    for cell in arranged([2] * count, options, shape).pages[0].cells:
        first, second = cell.pictures
        assert (first.y, first.height, first.width) == (second.y, second.height, second.width)
        assert first.right < second.x


@given(st.integers(1, 9000), st.integers(1, 9000), st.integers(1, 3000), st.integers(1, 3000))
def test_a_picture_keeps_its_shape_within_its_place(width: int, height: int, wide: int, high: int) -> None:
    room = Box(7, 11, wide, high)
    place = fitted(width, height, room)
    assert room.x == place.x
    assert place.bottom == room.bottom
    assert place.width <= max(1, min(wide, width))
    assert place.height <= max(1, min(high, height))
    scale = min(wide / width, high / height, 1)
    assert abs(place.width - width * scale) <= 1
    assert abs(place.height - height * scale) <= 1


@pytest.mark.parametrize(("columns", "rows", "pages"), [(1, 1, 12), (2, 2, 3), (3, 3, 2), (4, 4, 1)])
def test_a_page_is_used(columns: int, rows: int, pages: int) -> None:
    """A4 with square pictures: as many rows as fit with pictures as wide as their column, or a little smaller."""
    sheet = arranged([1] * 12, SheetOptions(columns=columns))
    assert len(sheet.pages) == pages
    assert len(sheet.pages[0].cells) == min(12, columns * rows)
    assert sheet.pages[0].cells[-1].words.bottom > 2400


def test_what_is_not_told_leaves_room_for_more_pictures() -> None:
    all_told = arranged([1] * 100, SheetOptions(columns=4, cost=True))
    silent = arranged([1] * 100, SheetOptions(columns=4, prompt=False, model=False, seed=False))
    assert len(silent.pages) < len(all_told.pages)


def test_every_option_is_remembered_but_the_title() -> None:
    settings = Settings()
    assert SheetOptions.remembered(settings, "Summer") == SheetOptions(title="Summer")
    chosen = SheetOptions("screen", 5, "Summer", False, True, False, False, False, True)
    assert all(getattr(chosen, option.name) != option.default for option in fields(SheetOptions))
    chosen.remember(settings)
    assert SheetOptions.remembered(settings, "Winter") == SheetOptions(
        "screen", 5, "Winter", False, True, False, False, False, True
    )
    assert "Summer" not in settings.values().values()


def test_every_page_can_be_remembered() -> None:
    assert next(param.choices for param in SHEET if param.name == "sheet_paper") == tuple(PAPERS)
