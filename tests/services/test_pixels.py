"""From the asset store into a request, and from a result into nodes."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flux_desktop.core.edit import EditResult, EncodedImage, Recipe, ResultImage
from flux_desktop.core.job import JobRecord
from flux_desktop.core.price import Cost
from flux_desktop.services.assembly import Program
from flux_desktop.services.fresh import Fresh
from flux_desktop.services.inputs import Inputs
from flux_desktop.services.pixels import nodes_of, request_of
from tests.services.support import picture

RECIPE = Recipe("x", "onemin", "m", {"seed": 5})


def test_everything_that_an_edit_works_on(program: Program) -> None:
    pictures = [picture(width, 20) for width in (10, 11, 12, 13)]
    source, first, second, mask = (program.pictures.assets.keep(data) for data in pictures)
    request = request_of(Inputs("p", source, (first, second), mask), RECIPE, program.pictures.assets)
    assert request.recipe == RECIPE
    found = [request.source, *request.references, request.mask]
    assert [(image.width, image.data) for image in found if image] == list(zip((10, 11, 12, 13), pictures, strict=True))
    assert request_of(Inputs(), RECIPE, program.pictures.assets).source is None


@given(st.lists(st.none() | st.integers(0, 2**32 - 1), min_size=1, max_size=4), st.floats(0, 100))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nodes_share_the_cost_and_have_the_seed_that_made_them(
    program: Program, seeds: list[int | None], amount: float
) -> None:
    parent, _ = program.pictures.open_bytes(picture(), "photo.png")
    image = EncodedImage(picture(), "image/png", 48, 32)
    result = EditResult(tuple(ResultImage(image, seed) for seed in seeds), Cost(amount, "credits", "billed"))
    record = JobRecord("job", RECIPE, 1.0, parent=parent.id, references=("r",))
    nodes = nodes_of(record, RECIPE, result, program.queue.library, program.pictures.assets, Fresh(), print)
    assert [node.seed for node in nodes] == [5 if seed is None else seed for seed in seeds]
    assert abs(sum(node.cost.amount for node in nodes if node.cost) - amount) < 1e-9 * (1 + amount)
    assert {(node.root, node.parent, node.job, node.references) for node in nodes} == {
        (parent.id, parent.id, "job", ("r",))
    }
    assert len({node.id for node in nodes}) == len(seeds)


def test_a_generation_is_a_root_of_its_own(program: Program) -> None:
    image = EncodedImage(picture(), "image/png", 48, 32)
    nodes = nodes_of(
        JobRecord("job", RECIPE, 1.0), RECIPE, EditResult((ResultImage(image),) * 2), program.queue.library,
        program.pictures.assets, Fresh(), print,
    )  # fmt: skip
    assert [(node.root, node.parent, node.cost) for node in nodes] == [(node.id, None, None) for node in nodes]
