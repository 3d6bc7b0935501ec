"""`edit --region` and `--mask`: the whole picture at its full size comes out, and nothing but the part is another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from flux_desktop.cli.arguments import parse
from flux_desktop.cli.output import Out
from flux_desktop.core.edit import Recipe
from flux_desktop.core.region import Shapes
from flux_desktop.core.settings import Settings
from flux_desktop.imaging.effects.arrays import Bytes
from flux_desktop.imaging.master import Master, open_master, written
from flux_desktop.imaging.region.mask import Box
from flux_desktop.imaging.region.shapes import rectangle
from flux_desktop.services.assembly import assemble
from flux_desktop.services.job import Job
from flux_desktop.services.region_inputs import inputs_of_part
from flux_desktop.store import assets
from tests.cli.support import RESULT, Cli, photo
from tests.simulators.faults import Fault
from tests.simulators.onemin import OneMin

SIZE = (96, 64)
REGION = "30,20,24,18"
BOX = Box(30, 20, 54, 38)
INSIDE = (slice(BOX.top, BOX.bottom), slice(BOX.left, BOX.right))


def noise(depth: type[np.uint8] | type[np.uint16]) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8 | np.uint16]]:
    fine = np.random.default_rng(6).integers(0, np.iinfo(depth).max, (16, 24, 3))
    return np.kron(fine, np.ones((4, 4, 1))).astype(depth)


def jpeg(folder: Path) -> Path:
    path = folder / "photo.jpg"
    Image.fromarray(noise(np.uint8)).save(path, quality=95)
    return path


def png16(folder: Path) -> Path:
    path = folder / "photo.png"
    path.write_bytes(written(Master(noise(np.uint16), "RGB", b""))[0])
    return path


def mask_file(folder: Path, size: tuple[int, int] = SIZE, ink: int = 255) -> Path:
    path = folder / "mask.png"
    image = Image.new("L", size, 0)
    ImageDraw.Draw(image).rectangle((BOX.left, BOX.top, BOX.right - 1, BOX.bottom - 1), fill=ink)
    image.save(path)
    return path


def pixels(path: Path) -> Bytes:
    """In the depth that the file has."""
    return np.asarray(open_master(path.read_bytes()).pixels)


def check_untouched(original: Path, result: Path) -> None:
    """Outside the region every value is the original's; inside some are not."""
    before, after = pixels(original), pixels(result)
    assert before.dtype == after.dtype
    assert before.shape == after.shape
    changed = (before != after).any(axis=2)
    assert changed[INSIDE].mean() > 0.5
    changed[INSIDE] = False
    assert not changed.any()


@pytest.mark.parametrize("make", [jpeg, png16])
def test_a_rectangle_of_a_picture_is_edited_offline(cli: Cli, tmp_path: Path, make: Callable[[Path], Path]) -> None:
    original, out = make(tmp_path), tmp_path / "out.png"
    done = cli("edit", original, "-p", "invert", "--region", REGION, "-o", out, "--json")
    assert done.code == 0, done.err
    check_untouched(original, out)
    region = done.json["region"]
    left, top, width, height = region["crop"]
    assert left <= BOX.left
    assert top <= BOX.top
    assert left + width >= BOX.right
    assert top + height >= BOX.bottom
    assert width * region["sent"][1] == height * region["sent"][0]
    assert 0 <= region["score"] <= 1
    (output,) = done.json["outputs"]
    assert (output["width"], output["height"]) == SIZE


def test_what_a_mask_leaves_black_stays_at_a_host(cli: Cli, tmp_path: Path, host: OneMin) -> None:
    original, out = jpeg(tmp_path), tmp_path / "out.png"
    words = ("--provider", "onemin", "--set", "megapixels=0.25", "--set", "aspect_ratio=16:9")
    done = cli("edit", original, "-p", "make it blue", "--mask", mask_file(tmp_path), "-o", out, "--json", *words)
    assert done.code == 0, done.err
    check_untouched(original, out)
    (order,) = host.orders
    assert order["promptObject"]["aspect_ratio"] == "match_input_image"
    assert order["promptObject"]["output_format"] == "png"


def test_a_dry_run_says_what_would_be_sent(cli: Cli, tmp_path: Path, host: OneMin) -> None:
    words = (
        "edit",
        photo(tmp_path),
        "-p",
        "make it blue",
        "--provider",
        "onemin",
        "--region",
        REGION,
        "--dry-run",
        "-o",
    )
    done = cli(*words, tmp_path / "out.png", "--json")
    assert done.code == 0
    told = done.json
    (file,) = told["outgoing"]["files"]
    assert told["region"]["sent"] == [file["width"], file["height"]]
    assert told["region"]["score"] is None
    left, top, width, height = told["region"]["crop"]
    lines = cli(*words, tmp_path / "out.png").out
    assert f"Part: {width}×{height} pixels from {left}, {top} on, sent as {file['width']}×{file['height']}" in lines
    assert host.arrived == []


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (("--region", "1,2,3"), "it takes X,Y,W,H"),
        (("--region", "a,b,c,d"), "it takes X,Y,W,H"),
        (("--region", "1,2,0,5"), "there is nothing in it"),
        (("--region", "80,0,30,10"), "is not all in the picture, which has 96×64 pixels"),
        (("--region=-5,0,30,10",), "is not all in the picture"),
        (("--mask", "nowhere.png"), "nowhere.png"),
        (("--region", "0,0,9,9", "--mask", "mask.png"), "not allowed with"),
        (("--region", "0,0,9,9", "--code", "curl"), "--code writes edits of whole pictures"),
    ],
)
def test_a_part_that_cannot_be_is_refused(cli: Cli, host: OneMin, words: tuple[str, ...], title: str) -> None:
    done = cli.edit(*words)
    assert (done.code, done.json["error"]["kind"]) == (2, "input")
    assert title in done.json["error"]["title"]
    assert host.arrived == []


def test_masks_that_are_black_or_have_another_shape_are_refused(cli: Cli, tmp_path: Path) -> None:
    black = cli.edit("--mask", mask_file(tmp_path, ink=0))
    assert (black.code, black.json["error"]["title"]) == (2, "mask.png is black: nothing of the picture may change.")
    other = cli.edit("--mask", mask_file(tmp_path, size=(96, 96)))
    assert other.code == 2
    assert "96 × 96" in other.json["error"]["title"]


def test_the_mask_itself_is_not_written_over(cli: Cli, tmp_path: Path, host: OneMin) -> None:
    mask = mask_file(tmp_path)
    before = mask.read_bytes()
    done = cli("edit", jpeg(tmp_path), "-p", "sepia", "--mask", mask, "-o", mask, "--overwrite", "--json")
    assert done.code == 2
    assert mask.read_bytes() == before
    assert host.arrived == []


def test_a_generation_has_no_part(cli: Cli, tmp_path: Path) -> None:
    assert cli("generate", "-p", "clouds", "--region", REGION, "-o", tmp_path / "a.png").code == 2


def test_a_part_that_was_ordered_is_collected_and_put_back(cli: Cli, tmp_path: Path, host: OneMin) -> None:
    original, out = jpeg(tmp_path), tmp_path / "out.png"
    host.fault(Fault(RESULT, gate="collecting"))
    Path(cli.environ["FLUX_DESKTOP_HOME"]).mkdir()
    asyncio.run(killed_while_collecting(cli, original, out))
    done = cli("jobs", "resume", "--json")
    (job,) = done.json["jobs"]
    assert (done.code, job["status"], len(host.orders)) == (0, "done", 1)
    assert job["region"]["score"] is not None
    check_untouched(original, out)


async def killed_while_collecting(cli: Cli, original: Path, out: Path) -> None:
    program = assemble(Path(cli.environ["FLUX_DESKTOP_HOME"]), Settings(), cli.environ)
    node, _ = program.pictures.open_file(original)
    recipe = Recipe("make it blue", "onemin", "flux-2-klein-4b-edit", {"format": "png"})
    inputs = inputs_of_part(node, (), rectangle(SIZE, BOX), Shapes(), program.pictures.assets)
    program.queue.submit(recipe, inputs, {"path": str(out), "overwrite": False})
    await asyncio.to_thread(cli.host.wait_held, "collecting")
    await program.queue.close(grace=0)
    await program.close()
    cli.host.release("collecting")


async def test_a_clean_up_meanwhile_leaves_the_mask(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process removes what nothing needs, just before the job's row says that the mask is needed."""
    monkeypatch.setattr(assets, "PATIENCE", 0.05)
    program = assemble(tmp_path, Settings(), cli.environ)
    removed: list[list[str]] = []

    def clean_up(job: Job) -> None:
        assert job.record.mask is not None
        removed.append(program.pictures.assets.remove([job.record.mask], program.queue.library.needed_assets))

    program.queue.job_added.connect(clean_up)
    out = tmp_path / "out.png"
    options = parse(["edit", str(jpeg(tmp_path)), "-p", "sepia", "--mask", str(mask_file(tmp_path)), "-o", str(out)])
    options.prepare(options)
    assert await options.run(options, program, Out(json=False)) == 0
    await program.close()
    assert removed == [[]]
    check_untouched(tmp_path / "photo.jpg", out)
