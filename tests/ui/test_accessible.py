from __future__ import annotations

import gc

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.ui import accessible
from flux_desktop.ui.canvas import Canvas, CompareView
from flux_desktop.ui.canvas.loupe import Loupe
from flux_desktop.ui.messages.bar import MessageBar
from flux_desktop.ui.naming import named

pytestmark = pytest.mark.qt

Role = QAccessible.Role


@pytest.fixture(scope="module", autouse=True)
def _installed() -> None:
    accessible.install()


def role_of(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def test_what_qt_has_no_role_for_has_one(qtbot: QtBot) -> None:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    assert role_of(canvas) is Role.Canvas
    assert role_of(MessageBar(canvas)) is Role.AlertMessage
    assert [role_of(part) for part in canvas.findChildren(Loupe)] == [Role.Graphic]
    assert [role_of(part) for part in canvas.findChildren(CompareView)] == [Role.Slider]


def test_a_widget_with_a_name_is_a_group_and_one_without_a_mere_box(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    group = named(QWidget(box), "some_group", "Some group")
    assert role_of(group) is Role.Grouping
    assert role_of(box) is Role.Client
    assert QAccessible.queryAccessibleInterface(box).child(0).text(QAccessible.Text.Name) == "Some group"


def test_other_roles_stay_as_qt_has_them(qtbot: QtBot) -> None:
    button = QPushButton("Run")
    qtbot.addWidget(button)
    assert role_of(button) is Role.Button


def test_what_was_told_lives_as_long_as_its_widget(qtbot: QtBot) -> None:
    group = named(QWidget(), "some_group", "Some group")
    assert role_of(group) is Role.Grouping
    gc.collect()
    assert QAccessible.queryAccessibleInterface(group).text(QAccessible.Text.Identifier) == "some_group"
    group.deleteLater()
    qtbot.wait(1)
    gc.collect()
