"""The tree of the open picture: its rows, the way to what is on the canvas, and what it says."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from flux_desktop.core.edit import Recipe
from flux_desktop.core.history import HistoryNode
from flux_desktop.services.session import Session
from flux_desktop.ui.theme import in_use
from tests.ui.history.shown import Seen
from tests.ui.results import opened, results


class Grown:
    """An original, three results of one request, and an edit of the second."""

    def __init__(self, session: Session) -> None:
        recipe = Recipe("make it blue", "offline", "offline-edit", {})
        self.root = opened(session, "harbour.png")
        self.first, self.second, self.third = results(session, 3, self.root, recipe=recipe)
        self.edit = results(session, 1, self.root, parent=self.second.id)[0]

    def ids(self) -> list[str]:
        return [node.id for node in (self.root, self.first, self.second, self.third, self.edit)]


async def seen_tree(session: Session, qtbot: QtBot, current: HistoryNode) -> Seen:
    seen = Seen(session, qtbot)
    session.edit_further(current)
    seen.press("history_tree_button")
    await seen.answered()
    return seen


async def test_the_tree_has_the_original_and_all_that_grew_from_it(session: Session, qtbot: QtBot) -> None:
    grown = Grown(session)
    results(session, 2)
    seen = await seen_tree(session, qtbot, grown.edit)
    assert seen.ids() == grown.ids()
    assert not seen.panel.original.isVisible(), "it is the first row"
    assert session.settings.get("history_view") == "tree"
    on_way = [row.id for row in seen.model.tree.rows if row.on_way]
    assert on_way == [grown.root.id, grown.second.id, grown.edit.id]


async def test_which_pictures_is_asked_for_lists_alone(session: Session, qtbot: QtBot) -> None:
    grown = Grown(session)
    seen = await seen_tree(session, qtbot, grown.edit)
    assert not seen.panel.scope.isEnabled()
    assert seen.panel.scope.accessibleDescription() == "The tree is that of the open picture."
    await seen.search("zebra")
    assert seen.panel.scope.isEnabled()


async def test_another_way_is_marked_when_something_else_is_shown(session: Session, qtbot: QtBot) -> None:
    grown = Grown(session)
    seen = await seen_tree(session, qtbot, grown.edit)
    seen.click(1)
    await seen.answered()
    assert session.current == grown.first
    assert [row.id for row in seen.model.tree.rows if row.on_way] == [grown.root.id, grown.first.id]
    assert seen.selected() == [grown.first.id]


async def test_a_new_result_takes_its_place_and_moves_nothing(session: Session, qtbot: QtBot) -> None:
    grown = Grown(session)
    seen = await seen_tree(session, qtbot, grown.root)
    seen.panel.select(grown.third)
    new = results(session, 1, grown.root, parent=grown.first.id)[0]
    session.node_added.emit(new)
    await seen.answered()
    assert seen.ids() == [*grown.ids()[:4], new.id, grown.edit.id]
    assert seen.selected() == [grown.third.id]
    assert session.current == grown.root


async def test_a_screen_reader_hears_the_place_in_the_tree(session: Session, qtbot: QtBot) -> None:
    grown = Grown(session)
    seen = await seen_tree(session, qtbot, grown.edit)
    spoken = [seen.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(5)]
    assert spoken[0].startswith("Original, harbour.png, 128 × 96 pixels")
    assert spoken[0].endswith("on the way to the current picture")
    assert spoken[1].startswith("Result 1 of 3, seed 0, 'make it blue'")
    assert "on the way" not in spoken[1]
    assert spoken[2].startswith("Result 2 of 3, seed 1")
    assert "edited further" in spoken[2]
    assert spoken[4].endswith("on the way to the current picture, on the canvas, picture to edit")


async def test_the_way_is_told_from_other_lines_without_colour(session: Session, qtbot: QtBot) -> None:
    grown = Grown(session)
    seen = await seen_tree(session, qtbot, grown.edit)
    seen.panel.select(grown.root)
    row = seen.rows.visualRect(seen.model.index(2, 0))
    image = seen.rows.viewport().grab(QRect(row.left(), row.top(), 60, row.height())).toImage()
    theme = in_use()
    upper, lower = _width(image, 4, theme.link), _width(image, image.height() - 4, theme.link)
    assert upper >= 3, "the way comes in as a broad line"
    assert lower >= 2, "and goes on as one, now aslant"


def _width(image: QImage, y: int, ink: str) -> int:
    wanted = QColor(ink)
    near = [QColor(image.pixel(x, y)) for x in range(4, image.width())]  # beside the bar of what is shown
    return sum(abs(c.red() - wanted.red()) + abs(c.blue() - wanted.blue()) < 60 for c in near)


async def test_while_something_is_searched_for_the_tree_is_a_list(session: Session, qtbot: QtBot) -> None:
    grown = Grown(session)
    seen = await seen_tree(session, qtbot, grown.root)
    await seen.search("blue")
    assert seen.shape() == "list"
    assert seen.ids() == [grown.third.id, grown.second.id, grown.first.id]
    await seen.search("")
    assert seen.shape() == "tree"
    assert seen.ids() == grown.ids()


async def test_without_a_picture_there_is_a_list(session: Session, qtbot: QtBot) -> None:
    session.settings.set("history_view", "tree")
    node = results(session, 1)[0]
    seen = Seen(session, qtbot)
    assert seen.ids() == [node.id]
    assert seen.shape() == "list"
    session.edit_further(node)
    await seen.answered()
    assert seen.shape() == "tree"
    assert seen.ids() == [node.id]


async def test_what_grew_from_a_deleted_node_stays(session: Session, qtbot: QtBot) -> None:
    grown = Grown(session)
    seen = await seen_tree(session, qtbot, grown.edit)
    seen.panel.select(grown.second)
    seen.key("Del")
    await seen.settled()
    assert seen.ids() == [id for id in grown.ids() if id != grown.second.id]
    assert seen.selected() == [grown.third.id]
    session.undo.undo()
    await seen.settled()
    assert seen.ids() == grown.ids()
