"""What an edit changed besides is measured by itself, kept, and undone in a new node."""

from __future__ import annotations

import asyncio

import numpy as np
import pytest
from PIL import Image

from flux_desktop.core.errors import FluxError
from flux_desktop.core.history import HistoryNode, Treatment
from flux_desktop.core.region import Patch
from flux_desktop.services.assembly import Program
from flux_desktop.services.session import Session
from tests.services.bench import SHIFT, SIDE, Bench, moved, photo, png, warmer


@pytest.fixture
def bench(session: Session) -> Bench:
    return Bench(session)


async def test_every_result_is_measured_and_told(bench: Bench) -> None:
    told: list[HistoryNode] = []
    bench.session.nodes_changed.connect(told.extend)
    node = await bench.measured(bench.result(moved()))
    change = node.change
    assert change is not None
    assert [change.dx, change.dy] == pytest.approx(list(SHIFT), abs=0.25)
    assert change.words()[0] == "moved 6 px"
    assert node.id in [one.id for one in told]
    assert next(one for one in told if one.id == node.id).change == change


async def test_nothing_changed_is_said_too(bench: Bench) -> None:
    node = await bench.measured(bench.result(photo()))
    assert node.change is not None
    assert node.change.words() == ("unchanged",)


async def test_one_that_is_shown_without_a_measure_gets_one(bench: Bench) -> None:
    """Made by the command line, or by an earlier version."""
    node = bench.result(warmer(photo()))
    bench.session.show(node)
    await bench.session.changes.settle()
    change = bench.kept(node.id).change
    assert change is not None
    assert "warmer" in change.words()[0]


async def test_what_the_edit_was_meant_for_does_not_count(bench: Bench) -> None:
    left_half = Image.new("L", (SIDE, SIDE))
    left_half.paste(255, (0, 0, SIDE // 2, SIDE))
    painted = photo()
    painted.paste((250, 20, 200), (20, 20, SIDE // 2 - 20, SIDE - 20))
    mask = bench.session.pictures.assets.keep(png(left_half))
    inside = await bench.measured(bench.result(painted, mask=mask))
    everywhere = await bench.measured(bench.result(painted))
    assert inside.change is not None
    assert everywhere.change is not None
    assert inside.change.words() == ("unchanged",)
    assert everywhere.change.moved > 0.2


async def test_a_crop_is_compared_with_what_was_sent(bench: Bench) -> None:
    node = await bench.measured(bench.result(photo().crop((40, 60, 300, 300)), crop=(40, 60, 260, 240)))
    assert node.change is not None
    assert node.change.words() == ("unchanged",)


async def test_what_cannot_be_measured_disturbs_nobody(bench: Bench) -> None:
    lost = bench.result(moved())
    bench.session.pictures.assets.path(lost.asset).unlink()
    bench.session.node_added.emit(bench.source)
    bench.session.node_added.emit(lost)
    good = await bench.measured(bench.result(photo()))
    assert good.change is not None
    assert bench.kept(lost.id).change is None
    assert bench.failures == []


async def test_the_newest_comes_first_and_each_once(bench: Bench) -> None:
    order: list[str] = []
    bench.session.nodes_changed.connect(lambda nodes: order.extend(node.id for node in nodes))
    results = [bench.result(photo(100 + step, 100)) for step in range(3)]
    for node in (*results, results[0]):
        bench.session.changes.ask_for(node)
    await bench.session.changes.settle()
    assert order == [results[0].id, results[2].id, results[1].id]


async def test_closing_in_the_middle_leaves_the_rest_for_later(session: Session, program: Program) -> None:
    bench = Bench(session)
    results = [bench.result(photo(100 + step, 100)) for step in range(4)]
    for node in results:
        session.changes.ask_for(node)
    await asyncio.sleep(0)
    await session.changes.close()
    assert sum(bench.kept(node.id).change is not None for node in results) <= 1
    later = program.session()
    later.changes.ask_for(results[0])
    await later.changes.settle()
    await later.close()
    assert bench.kept(results[0].id).change is not None


@pytest.mark.parametrize("kind", ["aligned", "matched", "both"])
async def test_a_new_node_lies_where_it_belongs_and_has_the_colours(bench: Bench, kind: str) -> None:
    node = bench.result(warmer(moved()), starred=True, note="keep")
    new = await bench.treated(node, kind)
    assert new.treatment == Treatment(kind, node.id)  # type: ignore[arg-type]
    assert (new.parent, new.root, new.recipe, new.seed) == (node.parent, node.root, node.recipe, node.seed)
    assert (new.cost, new.starred, new.note, new.family) == (None, False, "", node.family)
    change = new.change
    assert change is not None
    assert (change.shift <= 0.3) is (kind != "matched")
    assert (change.delta_e <= 1.0) is (kind != "aligned")
    assert bench.kept(node.id) == node, "the result itself is left as it is"
    assert bench.session.library.result_ids()[0] == new.id


async def test_the_same_twice_is_one(bench: Bench) -> None:
    node = bench.result(moved())
    first = await bench.treated(node, "aligned")
    assert (await bench.treated(node, "aligned")).id == first.id
    assert (await bench.treated(first, "aligned")).id == first.id
    assert bench.session.library.count_results() == 2


async def test_two_clicks_make_one(bench: Bench) -> None:
    node = bench.result(moved())
    first, second = await asyncio.gather(bench.treated(node, "aligned"), bench.treated(node, "aligned"))
    assert first.id == second.id
    assert bench.session.library.count_results() == 2


async def test_it_can_be_undone_and_done_again(bench: Bench) -> None:
    node = bench.result(moved())
    new = await bench.treated(node, "aligned")
    session = bench.session
    assert session.undo.undo_words == "Undo alignment"
    session.undo.undo()
    await session.undo.settle()
    assert session.library.result_ids() == [node.id]
    session.undo.redo()
    await session.undo.settle()
    assert session.library.result_ids() == [new.id, node.id]


async def test_an_original_has_nothing_to_align_with(bench: Bench) -> None:
    with pytest.raises(FluxError, match="nothing to compare"):
        await bench.treated(bench.source, "aligned")


async def test_the_map_shows_where_and_lies_over_the_picture(bench: Bench) -> None:
    painted = photo()
    painted.paste((250, 20, 200), (200, 40, 300, 140))
    look = await asyncio.to_thread(bench.session.changes.look, bench.result(painted))
    scale = look.map.width / SIDE
    inside = look.map.getpixel((round(250 * scale), round(90 * scale)))
    beside = look.map.getpixel((round(60 * scale), round(200 * scale)))
    assert isinstance(inside, int)
    assert isinstance(beside, int)
    assert inside > 200
    assert beside < 100
    assert look.change.moved == pytest.approx(100 * 100 / SIDE**2, abs=0.03)


async def test_a_smaller_result_keeps_the_detail_of_its_picture(bench: Bench) -> None:
    small = bench.result(warmer(photo()).resize((SIDE // 2, SIDE // 2), Image.Resampling.LANCZOS))
    assert bench.session.changes.larger_before(small) == bench.source
    made = await bench.treated(small, "detailed")
    assert (made.width, made.height) == (SIDE, SIDE)
    assert made.treatment == Treatment("detailed", small.id)
    image = bench.session.pictures.image(made)
    assert _sharpness(image) > 0.8 * _sharpness(photo())
    assert _warmth(image) - _warmth(photo()) == pytest.approx(_warmth(warmer(photo())) - _warmth(photo()), abs=4)
    bench.session.undo.undo()
    await bench.session.undo.settle()
    assert bench.kept(made.id).trashed is not None


def test_what_has_enough_pixels_lost_no_detail(bench: Bench) -> None:
    assert bench.session.changes.larger_before(bench.result(photo())) is None
    assert bench.session.changes.larger_before(bench.source) is None
    part = bench.result(photo().resize((64, 64)), patch=Patch((64, 64)), mask="m" * 64, crop=(0, 0, 64, 64))
    assert bench.session.changes.larger_before(part) is None


def _sharpness(image: Image.Image) -> float:
    """The mean difference of neighbours."""
    grey = np.asarray(image.convert("L"), np.int16)
    return float(np.abs(np.diff(grey, axis=1)).mean())


def _warmth(image: Image.Image) -> float:
    red, _, blue = (float(value) for value in np.asarray(image.convert("RGB"), np.float32).mean(axis=(0, 1)))
    return red - blue
