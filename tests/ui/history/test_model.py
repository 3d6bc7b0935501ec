"""The rows of the history: lazy, newest first, and honest to the tester of Qt."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from flux_desktop.core.history_query import HistoryQuery
from flux_desktop.services.session import Session
from flux_desktop.ui.history.model import (
    EDITING_ROLE,
    FIRST,
    MISSING_ROLE,
    NODE_ROLE,
    PAGE,
    SHOWN_ROLE,
    HistoryItemModel,
)
from tests.ui.results import opened, results, until


def seeds(model: HistoryItemModel) -> list[int | None]:
    nodes = [model.node(model.index(row, 0)) for row in range(model.rowCount())]
    return [node.seed for node in nodes if node is not None]


async def test_is_a_model_as_qt_wants_them(session: Session, qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model = HistoryItemModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    root = opened(session)
    results(session, 3, root)
    model.attach(session)
    model.load(HistoryQuery())
    for node in results(session, 2, root):
        model.add(node)
    model.load(HistoryQuery(root=root.id))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert tester.model() is model


async def test_newest_on_top_in_the_order_of_the_library(session: Session) -> None:
    model = HistoryItemModel()
    assert model.rowCount() == 0
    results(session, 200)
    model.attach(session)
    model.load(HistoryQuery())
    assert model.rowCount() == FIRST
    await until(lambda: model.rowCount() == 200)
    assert seeds(model) == list(range(199, -1, -1))


async def test_reads_only_the_page_that_is_asked_for(session: Session) -> None:
    results(session, 5 * PAGE)
    model = HistoryItemModel()
    model.attach(session)
    model.load(HistoryQuery())
    assert len(model._nodes) == 0
    model.node(model.index(PAGE + 3, 0))
    assert len(model._nodes) == PAGE


async def test_a_tree_alone_can_be_listed(session: Session) -> None:
    one, other = opened(session, "one.png"), None
    results(session, 2, one)
    results(session, 3, other)
    model = HistoryItemModel()
    model.attach(session)
    model.load(HistoryQuery(root=one.id))
    assert model.rowCount() == 2
    for stranger in results(session, 1):
        model.add(stranger)
    assert model.rowCount() == 2
    model.load(HistoryQuery())
    assert model.rowCount() == 6


async def test_a_new_result_comes_once_and_as_first_row(session: Session) -> None:
    root = opened(session)
    results(session, 2, root)
    model = HistoryItemModel()
    model.attach(session)
    model.load(HistoryQuery())
    new = results(session, 1, root, seed=77)[0]
    model.add(new)
    model.add(new)
    model.add(root)
    assert seeds(model) == [77, 1, 0]


async def test_rows_tell_what_a_screen_reader_says(session: Session) -> None:
    root = opened(session)
    node = results(session, 1, root, seed=42, created=time.time() - 301)[0]
    model = HistoryItemModel()
    model.attach(session)
    model.load(HistoryQuery())
    index = model.index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Result, seed 42, 'make it 0', offline-edit, 5 minutes ago"
    model.shown = model.editing = node.id
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == spoken + ", on the canvas, picture to edit"
    assert index.data(SHOWN_ROLE) is True
    assert index.data(EDITING_ROLE) is True
    assert index.data(NODE_ROLE) == node
    assert index.data(Qt.ItemDataRole.DisplayRole) == "make it 0"


async def test_a_prompt_is_no_markup(session: Session) -> None:
    node = results(session, 1)[0]
    assert node.recipe is not None
    results(session, 1, recipe=replace(node.recipe, prompt="<b>bold</b> & <img src=x>"))
    model = HistoryItemModel()
    model.attach(session)
    model.load(HistoryQuery())
    assert "&lt;img src=x&gt;" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


async def test_a_row_that_left_the_library_shows_nothing(session: Session) -> None:
    results(session, 1)
    model = HistoryItemModel()
    model.attach(session)
    model.load(HistoryQuery())
    assert model.node(QModelIndex()) is None
    assert not model.index_of("nobody").isValid()


async def test_thumbnails_come_for_what_is_asked_and_are_kept(session: Session) -> None:
    nodes = results(session, 2)
    model = HistoryItemModel()
    model.attach(session)
    model.load(HistoryQuery())
    arrived: list[str] = []
    model.thumbnails.arrived.connect(arrived.append)
    assert model.thumbnails.get(nodes[0], 1.0) is None
    await until(lambda: arrived)
    pixmap = model.thumbnails.get(nodes[0], 1.0)
    assert arrived == [nodes[0].id]
    assert pixmap is not None
    assert max(pixmap.width(), pixmap.height()) == 56
    sharp = model.thumbnails.get(nodes[0], 2.0)
    assert sharp is pixmap or sharp is not None, "the coarse one stands in until the sharp one is there"
    await until(lambda: len(arrived) == 2)
    assert max(model.thumbnails.get(nodes[0], 2.0).size().toTuple()) == 112  # type: ignore[union-attr]


async def test_a_picture_that_is_gone_is_said_to_be_missing(session: Session) -> None:
    node = results(session, 1, asset="0" * 64)[0]
    model = HistoryItemModel()
    model.attach(session)
    model.load(HistoryQuery())
    assert model.index(0, 0).data(MISSING_ROLE) is False
    model.thumbnails.get(node, 1.0)
    await until(lambda: model.index(0, 0).data(MISSING_ROLE))
    assert model.thumbnails.get(node, 1.0) is None


async def test_the_last_painted_is_made_first_and_old_requests_are_dropped(session: Session) -> None:
    nodes = results(session, 80)
    model = HistoryItemModel()
    model.attach(session)
    model.load(HistoryQuery())
    arrived: list[str] = []
    model.thumbnails.arrived.connect(arrived.append)
    for node in nodes:
        model.thumbnails.get(node, 1.0)
    await until(lambda: nodes[-48].id in arrived)
    assert arrived.index(nodes[-1].id) < arrived.index(nodes[-48].id)
    assert nodes[10].id not in arrived


async def test_a_thumbnail_may_be_ready_when_the_list_is_gone(session: Session) -> None:
    node = results(session, 1)[0]
    model = HistoryItemModel()
    model.attach(session)
    model.load(HistoryQuery())
    thumbnails = model.thumbnails
    arrived: list[str] = []
    thumbnails.arrived.connect(arrived.append)
    thumbnails.get(node, 1.0)
    delete(model)
    await until(lambda: node.id in arrived)


async def test_dragging_a_row_gives_the_url_of_a_real_file(session: Session, tmp_path: Path) -> None:
    results(session, 1)
    model = HistoryItemModel()
    model.attach(session)
    model.load(HistoryQuery())
    model.file_of = lambda node: session.exporter.file_for_drag(node, tmp_path / "drag")
    urls = model.mimeData([model.index(0, 0)]).urls()
    assert [QImage(url.toLocalFile()).isNull() for url in urls] == [False]
    assert model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.supportedDragActions() == Qt.DropAction.CopyAction
