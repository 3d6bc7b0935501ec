"""Buttons go on in the next line where their room ends, and none is cut off."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.ui.parts.flow import FlowLayout


def buttons(qtbot: QtBot, *words: str) -> tuple[QWidget, FlowLayout, list[QPushButton]]:
    host, flow = QWidget(), FlowLayout()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    column.addLayout(flow)
    column.addStretch()
    made = [QPushButton(word) for word in words]
    for place, button in enumerate(made):
        flow.put(place, button)
    host.show()
    return host, flow, made


def lines(made: list[QPushButton]) -> list[list[str]]:
    """The words of the buttons that are seen, line by line."""
    found: dict[int, list[str]] = {}
    for button in sorted(made, key=lambda one: (one.y(), one.x())):
        if button.isVisible():
            found.setdefault(button.y(), []).append(button.text())
    return list(found.values())


def test_they_stand_in_one_line_where_there_is_room_and_wrap_where_there_is_none(qtbot: QtBot) -> None:
    host, flow, made = buttons(qtbot, "Retry", "Use another provider…", "Copy")
    host.resize(600, 100)
    assert lines(made) == [["Retry", "Use another provider…", "Copy"]]
    assert flow.heightForWidth(600) == made[0].sizeHint().height()
    width = sum(button.sizeHint().width() for button in made[:2]) + 4
    host.resize(width, 100)
    assert lines(made) == [["Retry", "Use another provider…"], ["Copy"]]
    assert flow.heightForWidth(width) > flow.heightForWidth(600)
    assert all(host.rect().contains(button.geometry()) for button in made)


def test_one_that_is_wider_than_its_room_is_as_wide_as_that(qtbot: QtBot) -> None:
    host, _, made = buttons(qtbot, "Use another provider altogether…", "Copy")
    host.setMinimumWidth(0)
    host.layout().setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # type: ignore[union-attr]
    host.resize(60, 100)
    assert [button.width() <= 60 for button in made] == [True, True]


def test_what_is_hidden_takes_no_room_and_the_order_can_be_changed(qtbot: QtBot) -> None:
    host, flow, made = buttons(qtbot, "One", "Two", "Three")
    host.resize(600, 100)
    made[1].hide()
    flow.activate()
    assert lines(made) == [["One", "Three"]]
    assert made[2].x() == made[0].geometry().right() + 3
    flow.put(0, made[2])
    flow.activate()
    assert lines(made) == [["Three", "One"]]
    assert flow.count() == 3
