"""The session: what every button of the window leads to, told by signals."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from flux_desktop.core.edit import Outgoing, Recipe
from flux_desktop.core.errors import FluxError, InvalidParameter, NotAPicture
from flux_desktop.core.history import HistoryNode
from flux_desktop.services.assembly import Program
from flux_desktop.services.job import Job
from flux_desktop.services.session import Session
from tests.services.sessions import SEPIA, opened, submitted, until
from tests.services.support import FEATURES, held, picture, stop_at
from tests.services.web_site import WebSite
from tests.simulators.faults import Fault
from tests.simulators.onemin import OneMin

pytestmark = pytest.mark.usefixtures("unmeasured")

CLOUDS = Recipe("clouds", "offline", "offline-generate", {"megapixels": "0.25"})


class Told:
    """Everything that a session said, in its order."""

    def __init__(self, session: Session) -> None:
        self.words: list[tuple[str, object]] = []
        self.errors: list[FluxError] = []
        session.failed.connect(self.errors.append)
        for name in ("opening", "notified", "source_changed", "current_changed", "references_changed", "node_added"):
            getattr(session, name).connect(lambda *what, name=name: self.words.append((name, *what)))
        session.recalled.connect(lambda recipe, what: self.words.append((f"recalled {what}", recipe)))

    def of(self, name: str) -> list[object]:
        return [word[1] for word in self.words if word[0] == name]


@pytest.fixture
def told(session: Session) -> Told:
    return Told(session)


# Pictures in.


async def test_a_file_becomes_the_picture_to_edit(session: Session, told: Told, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(picture(60, 40))
    session.open_file(path)
    await until(lambda: session.source)
    assert session.source == session.current
    assert (session.source.width, session.source.height, session.source.path) == (60, 40, str(path))  # type: ignore[union-attr]
    assert told.of("opening") == ["photo.png", ""]
    assert told.of("source_changed") == told.of("current_changed") == [session.source]
    await until(lambda: session.recent.present() == [str(path)])
    path.unlink()
    assert (session.recent.present(), session.recent.all()) == ([], [str(path)])
    session.recent.clear()
    assert session.recent.all() == []


async def test_the_same_bytes_are_the_same_original(session: Session) -> None:
    first = await opened(session)
    await opened(session, "other.png", "#00ff00")
    session.open_bytes(picture(), "again.png")
    await until(lambda: session.source == first)


async def test_what_is_no_picture_leaves_the_open_one(session: Session, told: Told, tmp_path: Path) -> None:
    node = await opened(session)
    (tmp_path / "text.png").write_text("hello")
    session.open_file(tmp_path / "text.png")
    session.open_file(tmp_path / "nowhere.png")
    await until(lambda: len(told.errors) == 2)
    assert any(isinstance(error, NotAPicture) for error in told.errors)
    assert session.source == session.current == node
    assert told.of("opening")[-1] == ""
    assert session.recent.all() == []


async def test_a_picture_from_the_web(session: Session, site: WebSite) -> None:
    session.open_url(f"{site.url}/pictures/cat.png?size=large")
    await until(lambda: session.source)
    assert session.source is not None
    assert (session.source.name, session.source.width) == ("cat.png", 48)
    assert site.seen("GET /pictures")[0].query == {"size": "large"}


async def test_what_is_no_picture_on_the_web(session: Session, told: Told, site: WebSite) -> None:
    for address in (f"{site.url}/page.html", f"{site.url}/gone.png", f"{site.url}/text.txt", "data:image/png;base64,"):
        session.open_url(address)
    await until(lambda: len(told.errors) == 4)
    assert session.source is None
    assert all(error.hint for error in told.errors)


async def test_of_two_the_one_that_was_asked_for_last_stays(session: Session, site: WebSite) -> None:
    site.fault(Fault("GET /pictures", gate="slow site"))
    session.open_url(f"{site.url}/pictures/cat.png")
    await asyncio.to_thread(site.wait_held, "slow site")
    node = await opened(session, "mine.png", "#00ff00")
    session.add_reference_url(f"{site.url}/pictures/cat.png")
    site.release("slow site")
    await until(lambda: session.references)
    assert session.source == session.current == node


async def test_references_stay_in_their_order(session: Session, told: Told, site: WebSite, tmp_path: Path) -> None:
    (tmp_path / "second.png").write_bytes(picture(colour="#00ff00"))
    session.add_reference_url(f"{site.url}/pictures/first.png")
    session.add_reference_file(tmp_path / "second.png")
    session.add_reference_bytes(picture(colour="#0000ff"), "third.png")
    await until(lambda: len(session.references) == 3)
    assert [node.name for node in session.references] == ["first.png", "second.png", "third.png"]
    session.set_references(session.references[1:])
    assert told.of("references_changed")[-1] == session.references
    assert [node.name for node in session.references] == ["second.png", "third.png"]
    assert session.source is None


# Edits.


async def test_a_result_is_shown_while_its_source_is_looked_at(session: Session, told: Told) -> None:
    source = await opened(session)
    first = await submitted(session)
    assert session.current == first
    assert session.source == source
    second = await submitted(session, SEPIA.with_params(strength=0.5))
    assert session.current == second
    assert told.of("node_added") == [first, second]
    session.show(first)
    await submitted(session)
    assert session.current == first
    session.show(source)
    assert await submitted(session) == session.current


async def test_a_result_of_another_picture_does_not_take_the_canvas(
    session: Session, program: Program, host: OneMin
) -> None:
    await opened(session)
    gate = stop_at(host, FEATURES)
    job = session.submit(Recipe("x", "onemin", "flux-2-klein-4b-edit", {"megapixels": "0.25"}))
    assert job is not None
    await held(host, gate)
    other = await opened(session, "other.png", "#00ff00")
    host.release(gate)
    await job.wait()
    assert session.current == session.source == other
    assert [node.parent for node in job.nodes] == [job.record.parent] != [other.id]


async def test_a_branch_grows_from_the_node_that_is_edited_further(session: Session) -> None:
    source = await opened(session)
    first = await submitted(session)
    session.edit_further(first)
    assert session.source == session.current == first
    second = await submitted(session)
    assert (second.parent, second.root) == (first.id, source.id)
    before = session.before(second)
    assert before is not None
    assert before.id == first.id
    assert session.before(source) is None
    assert session.original() == source


async def test_a_generation_needs_no_picture(session: Session) -> None:
    made = await submitted(session, CLOUDS)
    assert (made.parent, made.root, session.current) == (None, made.id, made)
    await opened(session)
    again = await submitted(session, CLOUDS, generate=True)
    assert again.parent is None
    session.close_picture()
    assert (session.source, session.current) == (None, None)


async def test_what_cannot_be_submitted_is_told(session: Session, told: Told) -> None:
    assert session.submit(SEPIA) is None
    assert isinstance(told.errors[0], InvalidParameter)
    assert session.queue.jobs == {}


async def test_references_beyond_what_the_model_takes_are_not_sent(session: Session) -> None:
    await opened(session)
    session.add_reference_bytes(picture(), "reference.png")
    await until(lambda: session.references)
    assert (await submitted(session)).references == ()


async def test_variations_have_new_seeds_and_the_same_picture(session: Session) -> None:
    source = await opened(session)
    node = await submitted(session, Recipe("film grain", "offline", "offline-edit", {"seed": 1, "count": 2}))
    jobs: list[Job] = []
    session.queue.job_added.connect(jobs.append)
    session.show(None)
    session.close_picture()
    session.vary(node, 3)
    for job in jobs:
        await job.wait()
    made = [made for job in jobs for made in job.nodes]
    assert len({made.seed for made in made} - {1}) == 3
    assert [made.parent for made in made] == [source.id] * 3
    assert node.recipe is not None
    one = node.recipe.with_params(count=1)
    assert all(variation.recipe is not None and variation.recipe.equal_but_seed(one) for variation in made)
    session.vary(source, 1)
    assert len(jobs) == 3


async def test_a_recipe_is_brought_back_with_the_seed_that_was_used(session: Session, told: Told) -> None:
    source = await opened(session)
    node = await submitted(session)
    session.recall(node, "all")
    session.recall(node, "all_but_seed")
    session.recall(source, "all")
    assert node.recipe is not None
    assert told.of("recalled all") == told.of("recalled all_but_seed") == [node.recipe.with_seed(node.seed)]


async def test_models_and_prices(session: Session) -> None:
    assert {model.provider for model in session.models("edit")} >= {"offline", "onemin"}
    assert all(model.mode == "generate" for model in session.models("generate"))
    assert session.price(SEPIA, generate=False) is not None
    assert session.price(Recipe("x", "nobody", "m"), generate=False) is None
    assert session.price(Recipe("", "offline", "offline-edit"), generate=False) is None


async def test_what_would_be_sent(session: Session, told: Told, host: OneMin) -> None:
    await opened(session)
    seen: list[Outgoing] = []
    session.work_out_outgoing(Recipe("x", "onemin", "flux-2-klein-4b-edit"), False, seen.append)
    await until(lambda: seen)
    assert [file.role for file in seen[0].files] == ["source"]
    session.work_out_outgoing(Recipe("x", "onemin", "flux-2-klein-4b-edit"), True, seen.append)
    await until(lambda: told.errors)
    assert host.arrived == []


# Files out, and work beside the window.


async def test_an_export_is_told(session: Session, told: Told, tmp_path: Path) -> None:
    await opened(session)
    node = await submitted(session)
    session.export(node, tmp_path / "out.jpg", quality=80)
    await until(lambda: told.of("notified"))
    assert told.of("notified") == [f"Exported to {tmp_path / 'out.jpg'}."]
    session.export(node, tmp_path / "out.jpg")
    await until(lambda: told.errors)
    assert "exists already" in told.errors[0].title


@pytest.mark.expected_log
async def test_work_in_the_background(session: Session, told: Told) -> None:
    results: list[object] = []
    session.in_background(lambda: 6 * 7, results.append)
    session.in_background(lambda: 1 // 0, results.append, lambda error: results.append(error.kind))
    session.run(asyncio.sleep(0, "slept"), results.append)
    await until(lambda: len(results) == 3)
    assert set(results) == {42, "internal", "slept"}
    session.in_background(lambda: 1 // 0, results.append)
    await until(lambda: told.errors)
    assert "ZeroDivisionError" in told.errors[0].title


async def test_closing_ends_what_runs(session: Session, site: WebSite) -> None:
    site.fault(Fault("GET /pictures", gate="never"))
    session.open_url(f"{site.url}/pictures/cat.png")
    await asyncio.to_thread(site.wait_held, "never")
    await session.close()
    site.release("never")
    assert session.source is None


async def test_any_two_nodes_can_be_compared(session: Session) -> None:
    source = await opened(session)
    first, second = await submitted(session), await submitted(session)
    told: list[HistoryNode | None] = []
    session.comparison_changed.connect(told.append)
    assert (session.other_side(second), session.other_side(source)) == (source, None)
    session.compare_with(first)
    session.compare_with(first)
    assert session.other_side(second) == session.other_side(source) == first
    assert session.other_side(first) == source
    session.compare_with(None)
    assert told == [first, None]
