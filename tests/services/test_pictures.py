"""Pictures in and out of the library."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from flux_desktop.core.errors import FileProblem, FluxError, TooLarge
from flux_desktop.imaging import strips
from flux_desktop.services import pictures
from flux_desktop.services.assembly import Program
from flux_desktop.services.thumbnails import THUMBNAIL
from tests.imaging.pictures import exif as exif_of
from tests.imaging.pictures import is_upright, saved, turned
from tests.services.support import picture


def test_an_original_is_kept_as_it_is(program: Program, tmp_path: Path) -> None:
    data = saved(turned(6), "JPEG", quality=95, exif=exif_of(6))
    (tmp_path / "photo.jpg").write_bytes(data)
    node, _ = program.pictures.open_file(tmp_path / "photo.jpg")
    assert program.pictures.assets.load(node.asset) == data
    assert (node.is_original, node.root, node.parent) == (True, node.id, None)
    assert (node.name, node.path, node.media_type) == ("photo.jpg", str(tmp_path / "photo.jpg"), "image/jpeg")
    assert program.pictures.library.node(node.id) == node
    image = program.pictures.image(node)
    assert image.size == (node.width, node.height) == (96, 64)
    assert is_upright(image, 20)


def test_the_same_bytes_keep_their_history(program: Program, tmp_path: Path) -> None:
    first, _ = program.pictures.open_bytes(picture(), "first.png")
    assert program.pictures.open_bytes(picture(), "pasted.png")[0] == first
    (tmp_path / "second.png").write_bytes(picture())
    again, _ = program.pictures.open_file(tmp_path / "second.png")
    assert again == replace(first, name="second.png", path=str(tmp_path / "second.png"))
    assert program.pictures.library.node(first.id) == again


def test_a_thumbnail_is_made_once(program: Program) -> None:
    node, _ = program.pictures.open_bytes(picture(900, 600), "photo.png")
    first = program.pictures.thumbnail(node)
    assert program.pictures.assets.thumbnail(node.asset) == first
    program.pictures.assets.keep_thumbnail(node.asset, b"kept")
    assert program.pictures.thumbnail(node) == b"kept"
    assert max(program.pictures.reduced(node, THUMBNAIL).size) >= THUMBNAIL


def test_a_big_picture_is_not_read_again_for_its_thumbnail(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strips, "BIG", 1000)
    monkeypatch.setattr(pictures, "FIRST_VIEW", 300)
    node, _ = program.pictures.open_bytes(saved(Image.new("RGB", (1200, 800), "teal"), "JPEG"), "big.jpg")
    with monkeypatch.context() as patch:
        patch.setattr(program.pictures.assets, "load", lambda name: pytest.fail("read again"))
        small = Image.open(io.BytesIO(program.pictures.thumbnail(node)))
    assert small.size == (256, 171)
    program.pictures.assets.keep_thumbnail(node.asset, b"kept")
    program.pictures.open_bytes(program.pictures.assets.load(node.asset), "big.jpg")
    assert program.pictures.thumbnail(node) == b"kept", "opened again, it has one"


def test_the_limit_is_a_setting_and_holds_for_new_pictures_only(program: Program) -> None:
    data = saved(Image.new("L", (1200, 1000)), "PNG")
    node, _ = program.pictures.open_bytes(data, "large.png")
    program.settings.set("max_megapixels", 1)
    with pytest.raises(TooLarge):
        program.pictures.open_bytes(saved(Image.new("L", (1200, 1001)), "PNG"), "larger.png")
    assert program.pictures.image(node).size == (1200, 1000)


def test_a_lost_asset_is_told(program: Program) -> None:
    node, _ = program.pictures.open_bytes(picture(), "photo.png")
    path = program.pictures.assets.path(node.asset)
    path.unlink()
    with pytest.raises(FileProblem, match="missing"):
        program.pictures.image(node)


@pytest.mark.parametrize("data", [b"", b"hello", picture()[:40]])
def test_what_is_no_picture_is_not_kept(program: Program, data: bytes) -> None:
    with pytest.raises(FluxError):
        program.pictures.open_bytes(data, "x.png")
    assert program.pictures.assets.total() == 0


def test_a_big_picture_is_seen_as_it_was_let_in(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strips, "BIG", 1000)
    monkeypatch.setattr(pictures, "FIRST_VIEW", 30)
    node, _ = program.pictures.open_bytes(saved(turned(1).resize((960, 640)), "PNG"), "big.png")
    assert (node.width, node.height) == (960, 640)
    assert max(program.pictures.reduced(node, 400).size) >= 400, "more than that is read again"
    written = program.pictures.assets.path(node.asset)
    written.rename(written.with_name("away"))
    assert 30 <= max(program.pictures.reduced(node, 30).size) < 100, "no file is needed"
    with pytest.raises(FileProblem):
        program.pictures.reduced(node, 30)
    written.with_name("away").rename(written)
    assert program.pictures.image(node).size == (960, 640)
    assert sum(strip.height for strip in program.pictures.strips(node).images) == 640
