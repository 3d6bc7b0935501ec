"""A history panel on a session, and what a user does with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from flux_desktop.core.history import HistoryNode
from flux_desktop.services.session import Session
from flux_desktop.ui.history.panel import HistoryPanel
from tests.ui.results import button, until

__all__ = ["POPUP_LOG", "Seen", "prompts"]

POPUP_LOG = "This plugin does not support grabbing the keyboard"


class Seen:
    """Someone who looks at the panel and works with it."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        self.session = session
        self.panel = HistoryPanel()
        qtbot.addWidget(self.panel)
        self.panel.resize(280, 700)
        self.panel.show()
        self.panel.attach(session)
        self.rows = self.panel.list
        self.model = self.panel._model

    def ids(self) -> list[str]:
        nodes = [self.model.node_at(row) for row in range(self.model.rowCount())]
        return [node.id for node in nodes if node is not None]

    def shape(self) -> str:
        return self.rows.shape

    def select(self, *rows: int) -> None:
        """Select these rows, as with Ctrl held."""
        flags = QItemSelectionModel.SelectionFlag
        for number, row in enumerate(rows):
            flag = flags.Select if number else flags.ClearAndSelect
            self.rows.selectionModel().setCurrentIndex(self.model.index(row, 0), flag)

    def selected(self) -> list[str]:
        return [node.id for node in self.session.library.nodes_at(self.rows.seqs())]

    def key(self, keys: str) -> None:
        QTest.keySequence(self.rows, QKeySequence(keys))

    def press(self, name: str) -> None:
        QTest.mouseClick(button(self.panel, name), Qt.MouseButton.LeftButton)

    def click(self, row: int) -> None:
        place = self.rows.visualRect(self.model.index(row, 0)).center()
        QTest.mouseClick(self.rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))

    def words(self, name: str) -> str:
        """The words of a label in sight; "" where it is not."""
        label = self.panel.findChild(QLabel, name)
        assert label is not None, name
        return label.accessibleName() or label.text() if label.isVisibleTo(self.panel) else ""

    async def search(self, text: str) -> None:
        """Type `text` in place of what stands there, and wait for the answer."""
        self.panel.header.search.setText(text)
        await self.answered()

    async def answered(self) -> None:
        """Until what was asked for last is there."""
        header = self.panel.header
        await until(lambda: not header._pause.isActive())
        await until(lambda: not self.model._is_reading)

    async def settled(self) -> None:
        """Until what the user asked of the library is done and shown."""
        await self.session.undo.settle()
        await self.answered()


def prompts(session: Session, nodes: list[HistoryNode], *words: str) -> list[HistoryNode]:
    """`nodes` with other prompts, not in the library yet."""
    changed = []
    for node, prompt in zip(nodes, words, strict=True):
        assert node.recipe is not None
        changed.append(replace(node, recipe=replace(node.recipe, prompt=prompt)))
    return changed
