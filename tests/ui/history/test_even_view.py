"""The view that lays nothing out: where its items are, and that keys and mouse find them."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, QSize, QStringListModel, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from flux_desktop.ui.history.even_view import EvenView

LEFT, SHIFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Tiles(EvenView):
    """Items of 50 x 20 pixels in a view of 230 x 100."""

    def __init__(self, count: int, columns: int) -> None:
        super().__init__()
        self._columns = columns
        self.strings = QStringListModel([str(number) for number in range(count)], self)
        self.setModel(self.strings)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("plain", "true")  # no frame, whatever the theme
        self.setFrameShape(EvenView.Shape.NoFrame)
        self.resize(230, 100)
        self.show()

    def item_size(self) -> QSize:
        return QSize(50, 20)

    def columns(self) -> int:
        return self._columns

    def chosen(self) -> list[int]:
        return sorted(index.row() for index in self.selectedIndexes())

    def click(self, row: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        place = self.visualRect(self.strings.index(row, 0)).center()
        QTest.mouseClick(self.viewport(), LEFT, modifiers, place)


@pytest.fixture
def rows(qtbot: QtBot) -> Tiles:
    view = Tiles(1000, 1)
    qtbot.addWidget(view)
    return view


@pytest.fixture
def tiles(qtbot: QtBot) -> Tiles:
    view = Tiles(30, 4)
    qtbot.addWidget(view)
    return view


@pytest.mark.parametrize("scrolled", [0, 7, 55])
def test_every_item_is_found_where_it_is(rows: Tiles, tiles: Tiles, scrolled: int) -> None:
    for view in (rows, tiles):
        view.verticalScrollBar().setValue(scrolled)
        for row in view.rows_in_sight():
            index = view.strings.index(row, 0)
            assert view.indexAt(view.visualRect(index).center()) == index
            assert view.visualRect(index).intersects(view.viewport().rect())
    assert tiles.visualRect(tiles.strings.index(5, 0)).topLeft() == QPoint(50, 20 - tiles.verticalScrollBar().value())
    assert not tiles.indexAt(QPoint(208, 10)).isValid(), "beside the last column"


def test_the_scroll_bar_reaches_the_last_item_and_no_further(rows: Tiles, tiles: Tiles) -> None:
    assert rows.verticalScrollBar().maximum() == 1000 * 20 - 100
    assert tiles.verticalScrollBar().maximum() == 8 * 20 - 100
    tiles.strings.removeRows(4, 26)
    tiles.grab()
    assert tiles.verticalScrollBar().maximum() == 0
    tiles.strings.setStringList(["a"] * 100)
    tiles.grab()
    assert tiles.verticalScrollBar().maximum() == 25 * 20 - 100


@pytest.mark.parametrize(
    ("key", "row"),
    [("Down", 14), ("Up", 6), ("Left", 9), ("Right", 11), ("Home", 0), ("End", 29), ("PgDown", 29), ("PgUp", 0)],
)
def test_keys_move_in_the_order_of_reading(tiles: Tiles, key: str, row: int) -> None:
    tiles.setCurrentIndex(tiles.strings.index(10, 0))
    QTest.keySequence(tiles, QKeySequence(key))
    assert tiles.currentIndex().row() == row
    assert tiles.chosen() == [row]
    assert tiles.viewport().rect().contains(tiles.visualRect(tiles.currentIndex())), "it came into sight"


def test_keys_stop_at_the_ends(tiles: Tiles) -> None:
    tiles.setCurrentIndex(tiles.strings.index(2, 0))
    QTest.keySequence(tiles, QKeySequence("Up"))
    assert tiles.currentIndex().row() == 2
    tiles.setCurrentIndex(tiles.strings.index(27, 0))
    QTest.keySequence(tiles, QKeySequence("Down"))
    assert tiles.currentIndex().row() == 29, "the last line is shorter"
    QTest.keySequence(tiles, QKeySequence("Down"))
    assert tiles.currentIndex().row() == 29


def test_shift_selects_all_between_and_ctrl_adds_one(tiles: Tiles) -> None:
    tiles.click(6)
    tiles.click(9, SHIFT)
    assert tiles.chosen() == [6, 7, 8, 9]
    tiles.click(1, CTRL)
    assert tiles.chosen() == [1, 6, 7, 8, 9]
    tiles.click(7, CTRL)
    assert tiles.chosen() == [1, 6, 8, 9]
    tiles.click(11)
    QTest.keyClick(tiles, Qt.Key.Key_Up, SHIFT)
    assert tiles.chosen() == [7, 8, 9, 10, 11]
    tiles.click(12, SHIFT)
    assert tiles.chosen() == [11, 12]


def test_a_click_beside_the_items_selects_none(tiles: Tiles) -> None:
    tiles.click(3)
    QTest.mouseClick(tiles.viewport(), LEFT, pos=QPoint(208, 50))
    assert tiles.chosen() == []


def test_an_item_comes_into_sight_by_as_little_as_is_needed(rows: Tiles) -> None:
    bar = rows.verticalScrollBar()
    rows.scrollTo(rows.strings.index(7, 0))
    assert bar.value() == 60
    rows.scrollTo(rows.strings.index(4, 0))
    assert bar.value() == 60, "it is in sight"
    rows.scrollTo(rows.strings.index(1, 0))
    assert bar.value() == 20
    rows.scrollTo(rows.strings.index(500, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
    assert rows.visualRect(rows.strings.index(500, 0)).center().y() in range(45, 56)


def test_all_are_selected_and_painted_at_once(qtbot: QtBot) -> None:
    """However many there are: a view that asked for each of them would take seconds."""
    few, many = Tiles(100, 1), Tiles(100_000, 1)
    taken = []
    for view in (few, many):
        qtbot.addWidget(view)
        view.grab()
        begin = time.perf_counter()
        view.selectAll()
        view.grab()
        view.strings.insertRow(0)
        view.grab()
        taken.append(time.perf_counter() - begin)
    assert taken[1] < 20 * taken[0] + 0.05
    assert many.selectionModel().hasSelection()
