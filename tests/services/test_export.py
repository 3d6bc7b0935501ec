"""Files out: in every format, never over a file that is there unasked, and never over an original."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PIL import Image

from flux_desktop.core.errors import FileProblem, InputError, OutputExists
from flux_desktop.core.history import HistoryNode
from flux_desktop.imaging.containers import NOTHING, with_notes
from flux_desktop.services.assembly import Program
from flux_desktop.services.export import Exporter, check_folder, numbered, write_by, write_file
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
