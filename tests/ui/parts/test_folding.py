"""A row of two is folded where it has no room for both, and nothing of it is cut."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.ui.parts.folding import FoldingRow


@pytest.fixture
def row(qtbot: QtBot) -> Iterator[FoldingRow]:
    label, field = QLabel("A rather long label"), QLineEdit()
    field.setMinimumWidth(120)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made = FoldingRow(label, field, 8)
    column.addWidget(made)
    column.addStretch(1)
    window.resize(600, 200)
    window.show()
    yield made
    window.close()


def parts(row: FoldingRow) -> tuple[QWidget, QWidget]:
    label, field = row.findChild(QLabel), row.findChild(QLineEdit)
    assert label is not None
    assert field is not None
    return label, field


def test_both_are_in_one_line_where_there_is_room(row: FoldingRow, qtbot: QtBot) -> None:
    label, field = parts(row)
    qtbot.waitUntil(lambda: label.geometry().right() < field.geometry().left())
    assert field.geometry().right() == row.width() - 1


def test_the_second_one_goes_below_where_there_is_none(row: FoldingRow, qtbot: QtBot) -> None:
    label, field = parts(row)
    row.window().resize(row.window().minimumSizeHint().width(), 200)
    qtbot.waitUntil(lambda: label.geometry().bottom() < field.geometry().top())
    assert row.rect().contains(field.geometry())
    row.window().resize(600, 200)
    qtbot.waitUntil(lambda: label.geometry().right() < field.geometry().left())


def test_a_row_of_many_is_folded_from_outside_alone(qtbot: QtBot) -> None:
    label, field = QLabel("Label"), QLineEdit()
    made = FoldingRow(label, field, 8, width=90, of_many=True)
    qtbot.addWidget(made)
    made.resize(60, 80)
    made.show()
    assert not made.is_folded
    assert label.width() == 90
    made.fold(True)
    qtbot.waitUntil(lambda: label.geometry().bottom() < field.geometry().top())
    assert label.minimumWidth() == 0
