"""An edit of a part, through the real queue: what is sent, and that nothing else of the picture is touched."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from flux_desktop.core.edit import JobState, Recipe
from flux_desktop.core.errors import FileProblem
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.region import Crop, Finish, Patch
from flux_desktop.imaging.effects.arrays import Bytes
from flux_desktop.imaging.encoding import thumbnail
from flux_desktop.imaging.opening import decode
from flux_desktop.imaging.region.mask import Mask
from flux_desktop.services.assembly import Program
from flux_desktop.services.fresh import FIRST_VIEW
from flux_desktop.services.jobs import Inputs
from flux_desktop.services.pixels import NOT_ALIGNED, request_of
from flux_desktop.services.session import Session
from flux_desktop.services.thumbnails import THUMBNAIL
from tests.services.support import RESULT, Home, end_of, held, record, stop_at
from tests.simulators.onemin import OneMin

WIDTH, HEIGHT = 480, 360
CROP: Crop = (96, 64, 256, 192)
SENT = (128, 96)
SEPIA = Recipe("sepia", "offline", "offline-edit", {})


def photograph() -> bytes:
    """Grain over soft shapes, in a PNG: something to be aligned by."""
    noise = np.random.default_rng(7).integers(0, 256, (HEIGHT // 6, WIDTH // 6, 3), np.uint8)
    image = Image.fromarray(noise).resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def disc(size: tuple[int, int] = (WIDTH, HEIGHT)) -> Mask:
    rows, columns = np.mgrid[0 : size[1], 0 : size[0]]
    inside = (columns - 224) ** 2 + (rows - 160) ** 2 < 40**2
    return Mask.of_plane(np.where(inside, 255, 0).astype(np.uint8))


def opened(program: Program, data: bytes = b"") -> HistoryNode:
    return program.pictures.open_bytes(data or photograph(), "photo.png")[0]


def inputs(program: Program, source: HistoryNode, mask: Mask | None = None, patch: Patch | None = None) -> Inputs:
    kept = program.pictures.assets.keep((mask or disc()).png())
    return Inputs.of(source, mask=kept, crop=CROP, patch=patch or Patch(SENT))


def pixels(program: Program, asset: str) -> Bytes:
    return np.asarray(decode(program.pictures.assets.load(asset)))


async def test_only_what_is_masked_changes(program: Program) -> None:
    source = opened(program)
    job = program.queue.submit(SEPIA, inputs(program, source))
    assert await end_of(job) is JobState.DONE
    (node,) = job.nodes
    before, after = pixels(program, source.asset), pixels(program, node.asset)
    outside = disc().image()
    assert (before[np.asarray(outside) == 0] == after[np.asarray(outside) == 0]).all()
    changed = (before != after).any(axis=2)
    assert changed.mean() > 0.5 * (np.asarray(outside) > 0).mean()
    assert (node.width, node.height, node.crop, node.parent) == (WIDTH, HEIGHT, CROP, source.id)
    assert program.queue.library.node(node.id) == node


async def test_what_the_provider_made_is_kept_with_the_node(program: Program) -> None:
    job = program.queue.submit(SEPIA, inputs(program, opened(program)))
    await job.wait()
    patch = job.nodes[0].patch
    assert patch is not None
    assert Image.open(BytesIO(program.pictures.assets.load(patch.raw))).size == SENT
    assert patch.finish == Finish()
    assert patch.raw in program.queue.library.needed_assets()


async def test_its_thumbnail_is_there_with_it_and_is_that_of_the_file(program: Program) -> None:
    large = Image.open(BytesIO(photograph())).resize((1500, 1125), Image.Resampling.BICUBIC)
    file = BytesIO()
    large.save(file, "PNG")
    source = opened(program, file.getvalue())
    job = program.queue.submit(SEPIA, inputs(program, source, Mask.of_plane(np.full((1125, 1500), 255, np.uint8))))
    assert await end_of(job) is JobState.DONE
    (node,) = job.nodes
    kept = program.pictures.assets.thumbnail(node.asset)
    assert kept is not None
    meant = thumbnail(decode(program.pictures.assets.load(node.asset)), THUMBNAIL)
    seen, wanted = (np.asarray(Image.open(BytesIO(data))).astype(int) for data in (kept, meant))
    assert seen.shape == wanted.shape
    assert np.abs(seen - wanted).mean() < 3


async def test_what_was_just_made_is_seen_without_its_file(program: Program) -> None:
    large = Image.open(BytesIO(photograph())).resize((4800, 3600), Image.Resampling.BICUBIC)
    file = BytesIO()
    large.save(file, "PNG")
    source = opened(program, file.getvalue())
    mask = Mask.of_plane(np.full((3600, 4800), 255, np.uint8))
    job = program.queue.submit(SEPIA, inputs(program, source, mask))
    assert await end_of(job) is JobState.DONE
    (node,) = job.nodes
    meant = decode(program.pictures.assets.load(node.asset))
    written = program.pictures.assets.path(node.asset)
    written.rename(written.with_name("away"))
    view = program.pictures.reduced(node, FIRST_VIEW)
    assert view.size == (2400, 1800)
    assert np.abs(np.asarray(view).astype(int) - np.asarray(meant.reduce(2))).mean() < 1
    rows = np.concatenate([np.asarray(strip) for strip in program.pictures.strips(node).images])
    assert np.array_equal(rows, np.asarray(meant))
    with pytest.raises(FileProblem):
        program.pictures.strips(node)


def test_the_part_is_sent_in_its_own_size(program: Program) -> None:
    source = opened(program)
    request = request_of(inputs(program, source), SEPIA, program.pictures.assets)
    assert request.source is not None
    assert request.mask is not None
    assert (request.source.width, request.source.height) == (request.mask.width, request.mask.height) == SENT
    sent, original = decode(request.source.data), decode(photograph())
    left, top, width, height = CROP
    shrunk = original.crop((left, top, left + width, top + height)).resize(SENT, Image.Resampling.LANCZOS)
    assert np.abs(np.asarray(sent).astype(int) - np.asarray(shrunk)).max() <= 2
    middle = np.asarray(decode(request.mask.data).convert("L"))[48, 64]
    assert middle == 255


def test_beyond_the_edge_the_picture_is_mirrored(program: Program) -> None:
    source = opened(program)
    around = Inputs.of(
        source, mask=program.pictures.assets.keep(disc().png()), crop=(-64, 0, 256, 192), patch=Patch((256, 192))
    )
    request = request_of(around, SEPIA, program.pictures.assets)
    assert request.source is not None
    sent = np.asarray(decode(request.source.data))
    assert (sent[:, :64] == sent[:, 64:128][:, ::-1]).all()
    assert (sent[:, 64:] == np.asarray(decode(photograph()))[:192, :192]).all()


async def test_a_frame_beyond_the_picture_is_a_larger_picture(program: Program) -> None:
    source = opened(program)
    extent: Crop = (-64, 0, WIDTH + 64, HEIGHT)
    plane = np.zeros((HEIGHT, WIDTH + 64), np.uint8)
    plane[:, :64] = 255
    patch = Patch((256, 192), extent)
    wanted = Inputs.of(
        source, mask=program.pictures.assets.keep(Mask.of_plane(plane).png()), crop=(0, 0, 256, 192), patch=patch
    )
    job = program.queue.submit(SEPIA, wanted)
    assert await end_of(job) is JobState.DONE
    (node,) = job.nodes
    assert (node.width, node.height) == (WIDTH + 64, HEIGHT)
    assert (pixels(program, node.asset)[:, 64:] == pixels(program, source.asset)).all()


async def test_what_was_paid_is_put_back_by_the_next_start(home: Home, host: OneMin) -> None:
    program = home.start()
    source = opened(program)
    gate = stop_at(host, RESULT)
    recipe = Recipe("make it blue", "onemin", "flux-2-klein-4b-edit", {"megapixels": "0.25"})
    program.queue.submit(recipe, inputs(program, source))
    await held(host, gate)
    program = await home.restart(program)
    host.release(gate)
    (job,) = program.queue.resume()
    assert await end_of(job) is JobState.DONE
    (node,) = job.nodes
    assert node.patch is not None
    assert (node.width, node.height) == (WIDTH, HEIGHT)
    outside = np.asarray(disc().image()) == 0
    assert (pixels(program, source.asset)[outside] == pixels(program, node.asset)[outside]).all()
    assert record(program, job).patch == Patch(SENT)


async def test_a_result_that_can_not_be_put_back_is_kept_by_itself(program: Program, host: OneMin) -> None:
    source = opened(program)
    gate = stop_at(host, RESULT)
    recipe = Recipe("make it blue", "onemin", "flux-2-klein-4b-edit", {"megapixels": "0.25"})
    job = program.queue.submit(recipe, inputs(program, source))
    await held(host, gate)
    program.pictures.assets.path(source.asset).unlink()
    host.release(gate)
    assert await end_of(job) is JobState.DONE
    (node,) = job.nodes
    assert node.patch is None
    assert pixels(program, node.asset).shape[:2] == (node.height, node.width)
    assert any("kept by itself" in note for note in job.record.notes)


async def test_what_is_kept_by_itself_is_varied_as_a_part(session: Session, program: Program, host: OneMin) -> None:
    source = opened(program)
    gate = stop_at(host, RESULT)
    recipe = Recipe("make it blue", "onemin", "flux-2-klein-4b-edit", {"megapixels": "0.25"})
    job = program.queue.submit(recipe, inputs(program, source))
    await held(host, gate)
    file, data = program.pictures.assets.path(source.asset), program.pictures.assets.load(source.asset)
    file.unlink()
    host.release(gate)
    await end_of(job)
    program.pictures.assets.keep(data)
    session.vary(job.nodes[0], 1)
    again = list(program.queue.jobs.values())[-1]
    assert await end_of(again) is JobState.DONE
    assert again.record.patch == Patch(SENT)
    assert again.nodes[0].patch is not None


@pytest.mark.expected_log
async def test_a_fault_of_the_program_loses_nothing_that_was_paid(program: Program) -> None:
    nowhere = Patch(SENT, finish=Finish(dx=None))  # type: ignore[arg-type]
    job = program.queue.submit(SEPIA, inputs(program, opened(program), patch=nowhere))
    assert await end_of(job) is JobState.DONE
    (node,) = job.nodes
    assert (node.patch, node.width, node.height) == (None, *SENT)
    assert any("kept by itself" in note for note in job.record.notes)


async def test_the_user_is_told_what_could_not_be_aligned(program: Program) -> None:
    file = BytesIO()
    Image.new("RGB", (WIDTH, HEIGHT), "#808080").save(file, "PNG")
    job = program.queue.submit(SEPIA, inputs(program, opened(program, file.getvalue())))
    assert await end_of(job) is JobState.DONE
    assert NOT_ALIGNED in job.record.notes


async def test_variations_are_of_the_same_part(session: Session, program: Program) -> None:
    source = opened(program)
    job = program.queue.submit(Recipe("grain", "offline", "offline-edit", {}), inputs(program, source))
    await job.wait()
    session.vary(job.nodes[0], 1)
    again = list(program.queue.jobs.values())[-1]
    assert await end_of(again) is JobState.DONE
    assert again.record.patch == Patch(SENT)
    assert again.nodes[0].width == WIDTH


def test_a_lost_mask_is_told(program: Program) -> None:
    wanted = inputs(program, opened(program))
    assert wanted.mask is not None
    program.pictures.assets.path(wanted.mask).unlink()
    with pytest.raises(FileProblem):
        request_of(wanted, SEPIA, program.pictures.assets)


async def test_a_part_comes_without_loss_unless_another_format_is_chosen(program: Program, host: OneMin) -> None:
    source = opened(program)
    recipe = Recipe("make it blue", "onemin", "flux-2-klein-4b-edit", {"megapixels": "0.25"})
    for one in (recipe, recipe.with_params(format="jpeg")):
        await program.queue.submit(one, inputs(program, source)).wait()
    await program.queue.submit(recipe, Inputs.of(source)).wait()
    assert [order["promptObject"]["output_format"] for order in host.orders] == ["png", "jpg", "webp"]


async def test_what_covers_the_whole_picture_has_no_edge_to_be_looked_at(program: Program) -> None:
    whole = Mask.whole((WIDTH, HEIGHT))
    source = opened(program)
    kept = program.pictures.assets.keep(whole.png())
    around: Crop = (0, 0, WIDTH, HEIGHT)
    job = program.queue.submit(SEPIA, Inputs.of(source, mask=kept, crop=around, patch=Patch((WIDTH, HEIGHT))))
    assert await end_of(job) is JobState.DONE
    assert NOT_ALIGNED not in job.record.notes
    assert job.nodes[0].patch is not None
