"""What the user does to the session can be taken back: opening, closing, editing further, a recall."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from flux_desktop.core.edit import Recipe
from flux_desktop.core.history import HistoryNode
from flux_desktop.services.session import Session
from tests.services.sessions import opened, submitted, until
from tests.services.support import picture

pytestmark = pytest.mark.usefixtures("unmeasured")


class Draft:
    """Stands where the panels do that the user fills in."""

    def __init__(self, session: Session) -> None:
        self.words = "typed"
        session.keep_draft = self.keep
        session.recalled.connect(lambda recipe, what: setattr(self, "words", f"{what}: {recipe.prompt}"))

    def keep(self) -> Callable[[], None]:
        words = self.words
        return lambda: setattr(self, "words", words)


@pytest.fixture
def draft(session: Session) -> Draft:
    return Draft(session)


def here(session: Session) -> list[str]:
    """The ids of source and current."""
    return [node.id if node else "" for node in (session.source, session.current)]


async def undone(session: Session) -> None:
    session.undo.undo()
    await session.undo.settle()


async def redone(session: Session) -> None:
    session.undo.redo()
    await session.undo.settle()


async def test_opening_another_picture_is_taken_back(session: Session) -> None:
    first = await opened(session)
    result = await submitted(session)
    second = await opened(session, "other.png", "#00ff00")
    assert session.undo.undo_words == "Undo opening of “other.png”"
    await undone(session)
    assert here(session) == [first.id, result.id]
    await redone(session)
    assert here(session) == [second.id] * 2
    await undone(session)
    await undone(session)
    assert here(session) == ["", ""]
    assert not session.undo.can_undo


async def test_editing_further_and_closing_are_taken_back(session: Session) -> None:
    source = await opened(session)
    result = await submitted(session)
    session.edit_further(result)
    session.close_picture()
    assert session.undo.undo_words == "Undo closing of the picture"
    session.close_picture()
    await undone(session)
    assert here(session) == [result.id] * 2
    await undone(session)
    assert here(session) == [source.id, result.id]
    assert (await submitted(session)).id == here(session)[1], "results are followed again"


async def test_looking_is_no_step_and_results_leave_the_redo(session: Session) -> None:
    source = await opened(session)
    result = await submitted(session)
    session.edit_further(result)
    await undone(session)
    session.show(source)
    session.compare_with(result)
    session.edit_further(source)
    await submitted(session)
    assert session.undo.redo_words == "Redo edit further"
    await redone(session)
    assert here(session)[0] == result.id


async def test_the_same_picture_opened_again_is_no_step(session: Session) -> None:
    await opened(session)
    session.open_bytes(picture(), "photo.png")
    session.open_bytes(picture(colour="#00ff00"), "other.png")
    await until(lambda: session.source is not None and session.source.name == "other.png")
    await undone(session)
    await undone(session)
    assert session.source is None


async def test_a_recall_is_taken_back_and_later_words_are_not_lost(session: Session, draft: Draft) -> None:
    await opened(session)
    result = await submitted(session)
    session.recall(result, "prompt")
    draft.words = "typed later"
    await undone(session)
    assert draft.words == "typed"
    await redone(session)
    assert draft.words == "typed later"
    assert session.undo.undo_words == "Undo use of the prompt"


async def test_the_references_of_the_draft_survive_the_undo_of_a_recall(session: Session, draft: Draft) -> None:
    source = await opened(session)
    result = await submitted(session)
    session.set_references((source,))
    mask = session.pictures.assets.keep(picture(colour="#ffffff"))
    session.set_region(mask, (0, 0, 8, 8))
    for part in ("seed", "prompt", "params"):
        session.recall(result, part)
    assert (session.references, session.crop) == ((source,), (0, 0, 8, 8))
    session.recall(result, "all_but_seed")
    assert (session.references, session.mask, session.crop) == ((), None, None)
    await undone(session)
    assert draft.words == "params: sepia"
    assert (session.references, session.mask, session.crop) == ((source,), mask, (0, 0, 8, 8))


async def test_what_is_gone_for_good_does_not_come_back(session: Session, draft: Draft) -> None:
    source = await opened(session)
    result = await submitted(session)
    mask = session.pictures.assets.keep(picture(colour="#ffffff"))
    session.set_region(mask, (0, 0, 8, 8))
    session.set_references((source, result))
    session.recall(result, "all")
    for asset in (mask, result.asset):
        session.pictures.assets.path(asset).unlink()
    await undone(session)
    assert (session.references, session.mask, session.crop) == ((source,), None, (0, 0, 8, 8))


async def test_going_back_to_what_was_deleted_leads_to_where_it_came_from(session: Session) -> None:
    source = await opened(session)
    result = await submitted(session)
    session.edit_further(result)
    await opened(session, "other.png", "#00ff00")
    session.library.trash([result.id], 1.0)  # by another window
    await undone(session)
    assert here(session) == [source.id] * 2


async def test_a_region_stays_while_the_source_has_its_size(session: Session) -> None:
    said: list[str] = []
    changes: list[object] = []
    session.notified.connect(said.append)
    session.region_changed.connect(lambda mask, crop: changes.append(crop))
    await opened(session)
    result = await submitted(session)
    session.set_region(None, (1, 2, 3, 4))
    session.edit_further(result)
    assert session.crop == (1, 2, 3, 4)
    session.close_picture()
    session.open_bytes(picture(100, 50), "wide.png")
    await until(lambda: session.source is not None and session.source.name == "wide.png")
    assert session.crop is None
    assert said == ["The region does not fit this picture: it was left out."]
    await undone(session)
    await undone(session)
    assert (here(session)[0], session.crop) == (result.id, (1, 2, 3, 4))
    assert changes == [(1, 2, 3, 4), None, (1, 2, 3, 4)]


async def test_the_region_goes_with_the_edit(session: Session) -> None:
    await opened(session)
    mask = session.pictures.assets.keep(picture(colour="#ffffff"))
    session.set_region(mask, (0, 0, 48, 32))
    node = await submitted(session)
    assert (node.mask, node.crop) == (mask, (0, 0, 48, 32))
    session.set_region(None, None)
    nodes: list[HistoryNode] = []
    session.node_added.connect(nodes.append)
    session.vary(node, 1)
    await until(lambda: nodes)
    assert (nodes[0].mask, nodes[0].crop) == (mask, (0, 0, 48, 32))
    generated = await submitted(session, Recipe("clouds", "offline", "offline-generate"), generate=True)
    assert generated.mask is None
