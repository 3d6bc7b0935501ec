"""After a run whose prompt names a colour, the colour that was reached is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image

from flux_desktop.core.edit import Recipe
from flux_desktop.core.history import HistoryNode
from flux_desktop.imaging.colour_reached import Reached
from flux_desktop.services.colour_report import ColourReports, how_measured, reached_by, sentence, value_of
from flux_desktop.services.session import Session
from tests.services.bench import SIDE, Bench, photo, png
from tests.services.sessions import until

ASKED = Recipe("Make the wall #0066CC, keep the rest", "onemin", "klein", {})
THING = (40, 40, 160, 160)


@pytest.fixture
def bench(session: Session) -> Bench:
    return Bench(session)


def painted(colour: str = "#0a61c4") -> Image.Image:
    image = photo()
    image.paste(colour, THING)
    return image


def asked(bench: Bench, node: HistoryNode) -> HistoryNode:
    return replace(node, recipe=ASKED)


async def test_a_new_result_is_measured_and_told(bench: Bench) -> None:
    reports = ColourReports(bench.session)
    told: list[tuple[str, tuple[Reached, ...]]] = []
    reports.found.connect(lambda node, reached: told.append((node.id, reached)))
    node = asked(bench, bench.result(painted()))
    bench.session.node_added.emit(bench.result(painted()))
    bench.session.node_added.emit(node)
    await until(lambda: told)
    assert [id for id, _ in told] == [node.id], "the other one names no colour"
    assert reports.of(node) == told[0][1]
    assert sentence(told[0][1]) == "Asked #0066CC, got #0A61C4, ΔE2000 2.0."


async def test_inside_the_region_counts(bench: Bench) -> None:
    plane = Image.new("L", (SIDE, SIDE))
    plane.paste(255, THING)
    mask = bench.session.pictures.assets.keep(png(plane))
    (reached,) = reached_by(bench.session, asked(bench, bench.result(painted(), mask=mask)))
    assert value_of(reached) == "got #0A61C4, ΔE2000 2.0, inside the region"
    assert "inside the region" in how_measured(reached)
    assert "100 %" in how_measured(reached)


async def test_what_is_not_there_is_done_without(bench: Bench) -> None:
    node = asked(bench, bench.result(painted(), mask="0" * 64))
    bench.session.pictures.assets.path(bench.source.asset).unlink()
    (reached,) = reached_by(bench.session, node)
    assert reached.area == "whole"
    assert reached_by(bench.session, bench.source) == ()


async def test_a_picture_that_is_lost_disturbs_nobody(bench: Bench) -> None:
    reports = ColourReports(bench.session)
    lost, good = asked(bench, bench.result(painted("#111111"))), asked(bench, bench.result(painted()))
    bench.session.pictures.assets.path(lost.asset).unlink()
    for node in (lost, good):
        bench.session.node_added.emit(node)
    await until(lambda: reports.of(good))
    assert reports.of(lost) == ()
    assert bench.failures == []
