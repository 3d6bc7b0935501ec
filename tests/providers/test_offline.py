"""The offline provider: real edits through the same contract as the hosted ones."""

from __future__ import annotations

import asyncio
import io
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PIL import Image

from flux_desktop.core.edit import EditRequest, EditResult, EncodedImage, JobState, Recipe, TicketState
from flux_desktop.core.errors import InputError, InvalidParameter, NotUnderstood
from flux_desktop.imaging.opening import decode, verify
from flux_desktop.providers.link import Link
from flux_desktop.providers.offline import Offline
from flux_desktop.providers.offline.work import size_for
from flux_desktop.providers.registry import find_providers
from tests.imaging.effects.scenes import difference, scene
from tests.providers.support import Told


class Waiting(Told):
    """A report whose `ordered` is set when the work begins."""

    def __init__(self) -> None:
        super().__init__()
        self.ordered = asyncio.Event()

    async def ordering(self) -> None:
        await super().ordering()
        self.ordered.set()


def provider() -> Offline:
    async def key() -> str:
        raise AssertionError("offline asks for no key")

    def http() -> Any:
        raise AssertionError("offline sends nothing")

    return Offline(Link("", key, http))


def encoded(pixels: np.ndarray[Any, np.dtype[np.uint8]]) -> EncodedImage:
    kept = io.BytesIO()
    Image.fromarray(pixels).save(kept, "PNG")
    return verify(kept.getvalue(), max_megapixels=10)


SOURCE = encoded(scene())


def request(prompt: str, mask: EncodedImage | None = None, **params: Any) -> EditRequest:
    recipe = Recipe(prompt, "offline", "offline-edit", {"seed": 5, **params})
    return EditRequest(recipe, SOURCE, mask=mask)


def generation(prompt: str, **params: Any) -> EditRequest:
    return EditRequest(Recipe(prompt, "offline", "offline-generate", {"seed": 5, "megapixels": "0.25", **params}))


async def run(asked: EditRequest, told: Told | None = None) -> EditResult:
    offline, report = provider(), told or Told()
    ticket = await offline.start(asked, report)
    assert ticket.state is TicketState.READY
    return await offline.collect(ticket, report)


def pixels_of(result: EditResult, index: int = 0) -> np.ndarray[Any, np.dtype[np.uint8]]:
    return np.asarray(decode(result.images[index].image.data, max_megapixels=10))


def test_it_is_found_first_and_needs_no_key() -> None:
    found = find_providers()
    assert next(iter(found)) == "offline"
    assert found["offline"] is Offline
    assert not Offline.needs_key
    assert Offline.repeatable


async def test_the_main_job() -> None:
    told = Told()
    result = await run(request("make the jacket #0066cc"), told)
    jacket = pixels_of(result)[150:190, 125:175]
    assert float(np.median(difference(jacket, "#0066cc"))) < 8
    assert np.array_equal(pixels_of(result)[:70], scene()[:70])
    assert result.images[0].seed == 5
    assert result.cost is not None
    assert (result.cost.amount, result.cost.kind) == (0.0, "billed")
    assert any("cannot find “jacket”" in note for note in told.notes)


async def test_it_reports_order_and_stages() -> None:
    told = Told()
    await run(request("brighter, film grain"), told)
    assert told.log.count("ordering") == 1
    assert told.log[0] == JobState.RUNNING.value
    assert told.notes[0] == "Understood: “brighter”, “film grain”."


async def test_same_recipe_same_bytes_other_seed_other_bytes() -> None:
    first, again = await run(request("film grain")), await run(request("film grain"))
    other = await run(request("film grain", seed=6))
    assert first.images[0].image.data == again.images[0].image.data != other.images[0].image.data


async def test_several_results_have_a_seed_each() -> None:
    told = Told()
    result = await run(request("film grain", count=3, seed=2**32 - 2), told)
    assert [image.seed for image in result.images] == [2**32 - 2, 2**32 - 1, 0]
    assert len({image.image.data for image in result.images}) == 3
    alone = await run(request("film grain", seed=2**32 - 1))
    assert alone.images[0].image.data == result.images[1].image.data
    assert not any("no part" in note for note in told.notes)


async def test_it_says_where_the_seed_plays_no_part() -> None:
    told = Told()
    result = await run(request("sepia", count=2), told)
    assert result.images[0].image.data == result.images[1].image.data
    assert "The seed plays no part in this edit: all 2 results are the same." in told.notes


async def test_without_a_seed_one_is_picked_and_recorded() -> None:
    recipe = Recipe("film grain", "offline", "offline-edit")
    result = await run(EditRequest(recipe, SOURCE))
    assert isinstance(result.images[0].seed, int)


@pytest.mark.parametrize(
    ("format", "media_type"),
    [(name, f"image/{name}") for name in ("png", "jpeg", "webp", "avif", "tiff")],
)
async def test_formats(format: str, media_type: str) -> None:
    result = await run(request("sepia", format=format))
    assert result.images[0].image.media_type == media_type


async def test_quality_makes_smaller_files() -> None:
    low = await run(request("sepia", format="jpeg", quality=20))
    high = await run(request("sepia", format="jpeg", quality=95))
    assert len(low.images[0].image.data) < 0.5 * len(high.images[0].image.data)


async def test_another_shape_crops_and_says_so() -> None:
    told = Told()
    result = await run(request("sepia", aspect_ratio="1:1"), told)
    assert (result.images[0].image.width, result.images[0].image.height) == (200, 200)
    assert "Cropped to 1:1 around the middle: 200 × 200 of 300 × 200." in told.notes


async def test_megapixels_of_an_edit() -> None:
    told = Told()
    result = await run(request("sepia", megapixels="0.25"), told)
    image = result.images[0].image
    assert image.megapixels == pytest.approx(0.25, rel=0.01)
    assert image.width / image.height == pytest.approx(1.5, rel=0.01)
    assert any(note.startswith("Enlarged to") for note in told.notes)


async def test_strength_0_is_the_source() -> None:
    assert np.array_equal(pixels_of(await run(request("watercolour", strength=0.0))), scene())


async def test_alpha_stays() -> None:
    pixels = np.dstack([scene(), np.full(scene().shape[:2], 90, np.uint8)])
    recipe = Recipe("sepia", "offline", "offline-edit", {"seed": 1})
    result = await run(EditRequest(recipe, encoded(pixels)))
    assert np.all(pixels_of(result)[..., 3] == 90)


async def test_outside_the_mask_nothing_changes() -> None:
    mask = np.zeros(scene().shape[:2], np.uint8)
    mask[130:180, 120:180] = 255
    done = pixels_of(await run(request("invert", mask=encoded(mask))))
    assert np.array_equal(done[mask == 0], scene()[mask == 0])
    assert np.array_equal(done[mask == 255], 255 - scene()[mask == 255])


async def test_generating() -> None:
    result = await run(generation("gradient from #ff7a18 to navy", aspect_ratio="16:9"))
    image = result.images[0].image
    assert (image.width, image.height) == size_for(0.25, 16, 9) == (667, 375)
    assert float(difference(pixels_of(result)[0], "#ff7a18").mean()) < 2


async def test_generated_pictures_follow_the_seed() -> None:
    result = await run(generation("clouds", count=2))
    assert result.images[0].image.data != result.images[1].image.data


async def test_a_limit_that_was_lowered_since_does_not_shut_a_result_out() -> None:
    ticket = await provider().start(request("invert"), Told())
    strict = provider()
    strict.link = replace(strict.link, max_megapixels=lambda: 0)
    result = await strict.collect(ticket, Told())
    assert (result.images[0].image.width, result.images[0].image.height) == (300, 200)


async def test_what_is_not_understood_orders_nothing() -> None:
    told = Told()
    with pytest.raises(NotUnderstood, match="dragon"):
        await run(request("brighter and add a dragon"), told)
    assert "ordering" not in told.log


async def test_wrong_parameters_and_missing_pictures() -> None:
    with pytest.raises(InvalidParameter):
        await run(request("sepia", strength=2.0))
    with pytest.raises(InputError, match="no picture to edit"):
        await run(EditRequest(Recipe("sepia", "offline", "offline-edit")))


async def test_cancelling_ends_the_work() -> None:
    told, offline = Waiting(), provider()
    task = asyncio.create_task(offline.start(request("watercolour, oil, cartoon", megapixels="1"), told))
    await told.ordered.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not any(note.startswith("Understood") for note in told.notes)


async def test_what_leaves_and_what_it_costs() -> None:
    outgoing = provider().outgoing(request("sepia"))
    assert (outgoing.host, outgoing.files, outgoing.fields, outgoing.calls) == ("", (), (), 0)
    assert outgoing.notes == ("Nothing leaves this machine: the edit is computed here.",)
    cost = provider().price(request("sepia"))
    assert cost is not None
    assert str(cost) == "free"
    assert "no key" in await provider().check_key()


def test_what_it_cannot_take_has_a_reason() -> None:
    for model in Offline.models():
        assert model.reason("steps").startswith("It computes by formula")
        taken = {param.name for param in model.params}
        assert {"seed", "count", "format", "quality", "aspect_ratio", "megapixels"} <= taken
