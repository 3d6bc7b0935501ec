"""A recall brings back everything that was sent, for every model of every provider; what is lost it says."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from flux_desktop.core.edit import Recipe
from flux_desktop.core.history import Crop, HistoryNode
from flux_desktop.core.params import Model
from flux_desktop.services.assembly import Program
from flux_desktop.services.job import Job
from flux_desktop.services.recipes import complete
from flux_desktop.services.session import Recall, Session
from tests.services.every_model import make_at_once, recipes
from tests.services.sessions import opened, submitted, until
from tests.services.support import picture

Nodes = tuple[HistoryNode, ...]
CROP = (4, 2, 30, 20)
ONCE_OR_TWICE = settings(
    max_examples=2,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to make a failing example smaller would take minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
"""Each example has a recipe for every model."""

PARTS: tuple[Recall, ...] = ("seed", "prompt", "params")

pytestmark = pytest.mark.usefixtures("unmeasured")


class Recalled:
    """What the panels were told."""

    def __init__(self, session: Session) -> None:
        self.recipes: list[tuple[Recipe, Recall]] = []
        self.said: list[str] = []
        session.recalled.connect(lambda recipe, what: self.recipes.append((recipe, what)))
        session.notified.connect(self.said.append)


@pytest.fixture
async def source(session: Session) -> HistoryNode:
    return await opened(session)


@pytest.fixture
async def references(session: Session) -> tuple[HistoryNode, ...]:
    for index in range(2):
        session.add_reference_bytes(picture(20 + index, 10), f"reference-{index}.png")
    await until(lambda: len(session.references) == 2)
    return session.references


@pytest.fixture
def mask(session: Session) -> str:
    return session.pictures.assets.keep(picture(colour="#ffffff"))


@pytest.fixture
def at_once(program: Program) -> None:
    make_at_once(program)


def put_back(session: Session, references: tuple[HistoryNode, ...], mask: str | None, crop: Crop | None) -> None:
    session.set_references(references)
    session.set_region(mask, crop)


@pytest.mark.usefixtures("at_once", "source")
@settings(
    max_examples=2,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
async def test_every_field_of_every_model_comes_back(
    session: Session, references: Nodes, mask: str, data: st.DataObject
) -> None:
    """From the recipe through the job, the library and back; with references, mask and crop where there is a source."""
    recalled = Recalled(session)
    models = [model for mode in ("edit", "generate") for model in session.models(mode)]
    assert len(models) > 80
    put_back(session, references, mask, CROP)
    jobs: list[tuple[Model, Job]] = []
    for model in models:
        recipe = data.draw(recipes(model))
        job = session.submit(recipe, model.mode == "generate")
        assert job is not None, recipe
        assert same_but_count(job.record.orders[0].recipe, complete(recipe, model))
        jobs.append((model, job))
    for model, job in jobs:
        await job.wait()
        assert job.error is None
        sent = [order.recipe for order in job.record.orders]
        for node in session.library.nodes([node.id for node in job.nodes]):
            assert node.recipe in sent
            put_back(session, (), None, None)
            session.recall(node, "all")
            assert recalled.recipes[-1] == (node.recipe, "all")
            expected = ((), None, None) if model.mode == "generate" else (references[: model.references], mask, CROP)
            assert (session.references, session.mask, session.crop) == expected
    assert recalled.said == []


def same_but_count(sent: Recipe, asked: Recipe) -> bool:
    """Where the host knows no count there are as many orders, a seed each; and a seed is picked where none is set."""
    return sent.with_params(count=None, seed=None) == asked.with_params(count=None, seed=None)


async def test_a_part_touches_nothing_else(session: Session, source: HistoryNode, references: Nodes, mask: str) -> None:
    node = await submitted(session)
    put_back(session, references, mask, CROP)
    for part in PARTS:
        session.recall(node, part)
    assert (session.references, session.mask, session.crop) == (references, mask, CROP)
    assert session.source == source


@pytest.mark.usefixtures("at_once", "source")
async def test_what_is_lost_is_said_and_the_rest_comes(session: Session, references: Nodes, mask: str) -> None:
    put_back(session, references, mask, CROP)
    node = await submitted(session, with_two_references(session))
    recalled = Recalled(session)
    for asset in (references[0].asset, mask):
        session.pictures.assets.path(asset).unlink()
    session.recall(node, "all")
    assert (session.references, session.mask, session.crop) == ((references[1],), None, CROP)
    assert recalled.said == [
        "1 of its 2 reference images is not kept any more: left out.",
        "Its mask is not kept any more: left out.",
    ]
    session.pictures.assets.path(references[1].asset).unlink()
    session.recall(node, "all")
    assert recalled.said[2] == "2 of its 2 reference images are not kept any more: left out."
    assert len(recalled.recipes) == 2


@pytest.mark.usefixtures("at_once", "source")
async def test_a_reference_whose_node_is_gone_comes_from_its_file(session: Session, references: Nodes) -> None:
    node = await submitted(session, with_two_references(session))
    session.set_references(())
    session.library.trash([references[0].id], 1.0)
    session.library.purge([references[0].id])
    session.recall(node, "all")
    again = session.references[0]
    assert (again.asset, again.width, again.height) == (references[0].asset, 20, 10)
    assert session.references[1] == references[1]
    assert (await submitted(session, with_two_references(session))).references == node.references


@pytest.mark.usefixtures("source")
async def test_a_region_of_another_size_is_said(session: Session, mask: str) -> None:
    put_back(session, (), mask, CROP)
    node = await submitted(session)
    session.open_bytes(picture(90, 60), "large.png")
    await until(lambda: session.source is not None and session.source.name == "large.png")
    recalled = Recalled(session)
    session.recall(node, "all")
    assert (session.mask, session.crop) == (None, None)
    assert recalled.said == ["Its region fits a picture of another size: left out."]
    session.close_picture()
    session.recall(node, "all_but_seed")
    assert len(recalled.said) == 2


def with_two_references(session: Session) -> Recipe:
    model = next(model for model in session.models("edit") if model.references >= 2)
    return Recipe("sepia", model.provider, model.id)
