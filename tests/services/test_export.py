"""Files out: in every format, never over a file that is there unasked, and never over an original."""

from __future__ import annotations

import os
import sys
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from flux_desktop.core.edit import Recipe
from flux_desktop.core.errors import FileProblem, InputError, OutputExists
from flux_desktop.core.history import HistoryNode, new_id
from flux_desktop.core.region import Patch
from flux_desktop.imaging import tiff_writer
from flux_desktop.imaging.colour import profile_of
from flux_desktop.imaging.containers import NOTHING, with_notes
from flux_desktop.imaging.master import Master, written
from flux_desktop.imaging.region.mask import Box
from flux_desktop.services.assembly import Program
from flux_desktop.services.export import Exporter, check_folder, numbered, write_by, write_file
from tests.imaging.masters import noise, profile, values_of_png, values_of_tiff
from tests.imaging.pictures import marked, matrix_profile, saved
from tests.services.support import offline, picture


@pytest.fixture
async def node(program: Program) -> HistoryNode:
    job = offline(program, seed=7)
    await job.wait()
    return job.nodes[0]


@pytest.fixture
def exporter(program: Program) -> Exporter:
    return Exporter(program.pictures)


def look(path: Path) -> tuple[str | None, tuple[int, int]]:
    with Image.open(path) as image:
        return image.format, image.size


@pytest.mark.parametrize(
    ("suffix", "format"),
    [(".png", "PNG"), (".jpg", "JPEG"), (".JPEG", "JPEG"), (".webp", "WEBP"), (".avif", "AVIF"), (".tif", "TIFF")],
)
def test_the_suffix_decides(exporter: Exporter, node: HistoryNode, tmp_path: Path, suffix: str, format: str) -> None:
    path = exporter.export(node, tmp_path / f"out{suffix}")
    assert look(path) == (format, (48, 32))
    assert list(tmp_path.glob(".*")) == []


def test_the_same_format_passes_the_pixels_on(
    exporter: Exporter, node: HistoryNode, program: Program, tmp_path: Path
) -> None:
    """Marked, but not one pixel is packed anew."""
    made = program.pictures.assets.load(node.asset)
    written = exporter.export(node, tmp_path / "out.png").read_bytes()
    assert written != made
    assert with_notes(written, "image/png", NOTHING) == with_notes(made, "image/png", NOTHING)
    assert exporter.bytes_of(node, "png", quality=90) != b""


@pytest.mark.parametrize("format", ["png", "jpeg"])
def test_what_is_passed_on_is_held_once(exporter: Exporter, program: Program, tmp_path: Path, format: str) -> None:
    file = saved(Image.fromarray(noise((1200, 900), 3, 8)), format.upper(), quality=100)
    node, _ = program.pictures.open_bytes(file, f"noise.{format}")
    path = tmp_path / f"out.{format}"
    exporter.export(node, tmp_path / f"first.{format}")  # what is imported for it is no part of it
    tracemalloc.start()
    exporter.export(node, path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(file) > 1_000_000
    assert most < 1.5 * len(file)
    assert np.array_equal(np.asarray(Image.open(path)), np.asarray(Image.open(BytesIO(file))))


def test_the_same_file_twice(exporter: Exporter, node: HistoryNode) -> None:
    """`jobs resume` knows by it what has been written before."""
    assert exporter.bytes_of(node, "png") == exporter.bytes_of(node, "png")


def test_quality_matters(exporter: Exporter, node: HistoryNode) -> None:
    low, high = (len(exporter.bytes_of(node, "jpeg", quality)) for quality in (10, 100))
    assert low < high


def test_an_unknown_suffix(exporter: Exporter, node: HistoryNode, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="format is not clear"):
        exporter.export(node, tmp_path / "out.xyz")
    assert exporter.export(node, tmp_path / "out.xyz", format="png").read_bytes()[1:4] == b"PNG"


def test_a_file_that_is_there_stays(exporter: Exporter, node: HistoryNode, tmp_path: Path) -> None:
    path = tmp_path / "out.png"
    path.write_bytes(b"mine")
    with pytest.raises(OutputExists):
        exporter.export(node, path)
    assert path.read_bytes() == b"mine"
    exporter.export(node, path, overwrite=True)
    assert look(path)[0] == "PNG"


def test_the_original_is_never_written_to(exporter: Exporter, program: Program, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(picture(colour="#123456"))
    original, _ = program.pictures.open_file(path)
    for name in (path, tmp_path / "." / "photo.png"):
        with pytest.raises(OutputExists, match="original"):
            exporter.export(original, name, overwrite=True)
    os.link(path, tmp_path / "same.png")
    with pytest.raises(OutputExists, match="original"):
        exporter.export(original, tmp_path / "same.png", overwrite=True)
    assert path.read_bytes() == picture(colour="#123456")
    path.unlink()
    assert exporter.export(original, path).is_file()


def test_a_renamed_or_pasted_original_is_an_original(exporter: Exporter, program: Program, tmp_path: Path) -> None:
    data, path = picture(colour="#123456"), tmp_path / "renamed.png"
    pasted, _ = program.pictures.open_bytes(data, "Pasted picture")
    path.write_bytes(data)
    with pytest.raises(OutputExists, match="original"):
        exporter.export(pasted, path, overwrite=True)
    path.write_bytes(picture(colour="#654321"))
    assert exporter.export(pasted, path, overwrite=True).read_bytes() == data


async def test_the_profile_of_the_original_is_kept(exporter: Exporter, program: Program, tmp_path: Path) -> None:
    icc = matrix_profile()
    job = offline(program, data=saved(marked(), "PNG", icc_profile=icc))
    await job.wait()
    path = exporter.export(job.nodes[0], tmp_path / "out.png")
    with Image.open(path) as image:
        assert image.info["icc_profile"] == icc


def edited_part(program: Program, original: HistoryNode, seed: int) -> tuple[HistoryNode, Master, Box]:
    """A node as an edit of a part leaves it: other values inside a box, all others those of the original."""
    master, chance = program.pictures.master(original), np.random.default_rng(seed)
    left, top = (int(chance.integers(0, side)) for side in master.size)
    box = Box(left, top, int(chance.integers(left, master.size[0])) + 1, int(chance.integers(top, master.size[1])) + 1)
    pixels = master.pixels.copy()
    pixels[box.top : box.bottom, box.left : box.right] //= 2
    stitched = Master(pixels, master.mode, master.icc)
    data, media_type = written(stitched)
    id = new_id()
    node = replace(
        original,
        id=id,
        parent=original.id,
        asset=program.pictures.assets.keep(data),
        media_type=media_type,
        recipe=Recipe("make it red", "offline", "offline"),
        patch=Patch((64, 64)),
    )
    program.pictures.library.add_node(node)
    return node, stitched, box


ORIGINALS = {
    "png 16": lambda seed: written(Master(noise((64, 48), 3, 16, seed), "RGB", profile("ProPhoto")))[0],
    "png 16 alpha": lambda seed: written(Master(noise((64, 48), 4, 16, seed), "RGBA", profile("Display P3")))[0],
    "png 16 grey": lambda seed: written(Master(noise((64, 48), 1, 16, seed), "L"))[0],
    "tiff 16": lambda seed: tiff_writer.written(noise((64, 48), 3, 16, seed), "RGB", profile("Adobe RGB")),
    "png 8 alpha": lambda seed: written(Master(noise((64, 48), 4, 8, seed), "RGBA", profile("Adobe RGB")))[0],
    "jpeg": lambda seed: saved(Image.fromarray(noise((64, 48), 3, 8, seed)), "JPEG", icc_profile=profile("Display P3")),
    "plain jpeg": lambda seed: saved(Image.fromarray(noise((64, 48), 3, 8, seed)), "JPEG"),
}


@pytest.mark.parametrize("name", ORIGINALS)
@pytest.mark.parametrize(("format", "read"), [("png", values_of_png), ("tiff", values_of_tiff)])
@pytest.mark.parametrize("seed", range(3))
def test_outside_of_an_edited_part_every_value_is_the_original_s(
    exporter: Exporter, program: Program, name: str, format: str, read: Callable[[bytes], NDArray[Any]], seed: int
) -> None:
    """In the exported file, in its depth and under its profile: never by way of 8 bits or of sRGB."""
    original, _ = program.pictures.open_bytes(ORIGINALS[name](seed), "photo")
    before = program.pictures.master(original)
    node, stitched, box = edited_part(program, original, seed)
    data = exporter.bytes_of(node, format)
    values = read(data)
    assert values.dtype == before.pixels.dtype
    assert np.array_equal(values, stitched.pixels)
    inside = np.zeros(values.shape[:2], bool)
    inside[box.top : box.bottom, box.left : box.right] = True
    assert np.array_equal(values[~inside], before.pixels[~inside])
    assert profile_of(data) == before.icc
    assert b"make it red" in data


@pytest.mark.parametrize("name", ["png 16", "tiff 16", "png 8 alpha", "jpeg"])
@pytest.mark.parametrize(("format", "read"), [("png", values_of_png), ("tiff", values_of_tiff)])
def test_an_original_keeps_its_depth_and_its_values(
    exporter: Exporter, program: Program, name: str, format: str, read: Callable[[bytes], NDArray[Any]]
) -> None:
    original, _ = program.pictures.open_bytes(ORIGINALS[name](1), "photo")
    data = exporter.bytes_of(original, format)
    before = program.pictures.master(original)
    assert np.array_equal(read(data), before.pixels)
    assert profile_of(data) == before.icc


@pytest.mark.parametrize("format", ["jpeg", "webp", "avif"])
def test_an_edited_part_is_not_converted_for_a_format_of_8_bits(
    exporter: Exporter, program: Program, format: str
) -> None:
    smooth = np.linspace(10_000, 60_000, 64 * 48 * 3).reshape(48, 64, 3).astype(np.uint16)
    data = written(Master(smooth, "RGB", profile("ProPhoto")))[0]
    original, _ = program.pictures.open_bytes(data, "photo")
    node, stitched, _ = edited_part(program, original, 1)
    with Image.open(BytesIO(exporter.bytes_of(node, format, quality=98))) as image:
        assert image.info["icc_profile"] == profile("ProPhoto")
        assert np.abs(np.asarray(image).astype(float) - stitched.pixels / 257).mean() < 1.5


def test_a_result_of_8_bits_of_srgb_is_brought_into_the_colours_of_the_original(
    exporter: Exporter, program: Program
) -> None:
    original, _ = program.pictures.open_bytes(ORIGINALS["png 16"](1), "photo")
    node, _, _ = edited_part(program, original, 1)
    made = replace(node, id=new_id(), asset=program.pictures.assets.keep(picture(colour="#FF0000")), patch=None)
    program.pictures.library.add_node(made)
    red = Master(values_of_png(exporter.bytes_of(made, "png")), "RGB", profile("ProPhoto"))
    assert red.pixels[0, 0, 0] < 220, "red of sRGB is no full red of ProPhoto"
    seen = red.srgb().getpixel((0, 0))
    assert isinstance(seen, tuple)
    assert all(abs(one - other) <= 2 for one, other in zip(seen, (255, 0, 0), strict=True))


def test_a_file_for_another_program(exporter: Exporter, node: HistoryNode, tmp_path: Path) -> None:
    path = exporter.file_for_drag(node, tmp_path / "dragged")
    assert path.name == f"photo-7-{node.id[-6:]}.png"
    assert exporter.file_for_drag(node, tmp_path / "dragged") == path


def test_a_file_for_another_program_follows_the_settings(
    exporter: Exporter, node: HistoryNode, program: Program, tmp_path: Path
) -> None:
    """Also one that was made before, with more in it than may now leave the program."""
    assert b"sepia" in exporter.file_for_drag(node, tmp_path).read_bytes()
    program.settings.set("export_client_safe", True)
    safe = exporter.file_for_drag(node, tmp_path)
    assert b"sepia" not in safe.read_bytes()
    assert safe.name == f"photo-{node.id[-6:]}.png", "the seed is not in the name either"
    program.settings.set("export_date", False)
    before = safe.stat().st_mtime_ns
    assert exporter.file_for_drag(node, tmp_path) == safe
    assert safe.stat().st_mtime_ns > before, "made anew"
    after = safe.stat().st_mtime_ns
    assert exporter.file_for_drag(node, tmp_path).stat().st_mtime_ns == after, "made once"


@pytest.mark.parametrize(("count", "names"), [(1, ["a.b.png"]), (3, ["a.b-1.png", "a.b-2.png", "a.b-3.png"])])
def test_several_get_numbers(count: int, names: list[str]) -> None:
    assert [path.name for path in numbered(Path("/x/a.b.png"), count)] == names


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    """There is no moment between the look and the move."""
    (tmp_path / "out.png").write_bytes(b"mine")
    with pytest.raises(OutputExists):
        write_file(tmp_path / "out.png", b"ours", overwrite=False)
    assert [path.name for path in tmp_path.iterdir()] == ["out.png"]
    assert (tmp_path / "out.png").read_bytes() == b"mine"


def test_a_dangling_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "link.png").symlink_to(tmp_path / "elsewhere.png")
    with pytest.raises(OutputExists):
        write_file(tmp_path / "link.png", b"ours", overwrite=False)
    assert not (tmp_path / "elsewhere.png").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="rights of Unix")
def test_a_new_file_has_the_rights_of_any_file(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    write_file(tmp_path / "out.png", b"x", overwrite=False)
    assert (tmp_path / "out.png").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.parametrize("name", ["nowhere/out.png", "file/out.png", "folder", f"{'n' * 300}.png"])
@pytest.mark.parametrize("overwrite", [False, True])
def test_what_cannot_be_written(tmp_path: Path, name: str, overwrite: bool) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    with pytest.raises((FileProblem, OutputExists)):
        write_file(tmp_path / name, b"x", overwrite=overwrite)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_a_long_name_that_fits_is_written(tmp_path: Path) -> None:
    write_file(tmp_path / f"{'n' * 250}.png", b"x", overwrite=False)


def test_a_file_that_is_written_piece_by_piece_is_all_there_or_not_at_all(tmp_path: Path) -> None:
    def pieces(temporary: Path) -> None:
        with temporary.open("wb") as file:
            file.write(b"one, ")
            file.write(b"two")

    def fails(temporary: Path) -> None:
        temporary.write_bytes(b"half")
        raise InputError("no")

    write_by(tmp_path / "out.psd", pieces, overwrite=False)
    with pytest.raises(OutputExists):
        write_by(tmp_path / "out.psd", pieces, overwrite=False)
    with pytest.raises(InputError, match="no"):
        write_by(tmp_path / "out.psd", fails, overwrite=True)
    assert (tmp_path / "out.psd").read_bytes() == b"one, two"
    assert [path.name for path in tmp_path.iterdir()] == ["out.psd"]


def test_a_folder_is_checked_before(tmp_path: Path) -> None:
    check_folder(tmp_path / "out.png")
    with pytest.raises(FileProblem, match="does not exist"):
        check_folder(tmp_path / "nowhere" / "out.png")


NAMES = ["../../etc/passwd.png", 'a:b*c?"<>|.png', "", "....", "n" * 500, "naïve 猫.jpg", "\0\n.png"]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_becomes_a_file_name(exporter: Exporter, program: Program, name: str) -> None:
    node, _ = program.pictures.open_bytes(picture(), name)
    stem = exporter.name(node)
    assert stem.endswith(node.id[-6:])
    assert not set(stem) & set('/\\:*?"<>|\0\n')
    assert not stem.startswith((".", " "))
    assert len(stem) < 100
