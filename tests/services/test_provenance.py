"""What a file tells of its picture: what made it, the recipe if the user wants, of the original what was chosen."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flux_desktop.core.edit import Recipe
from flux_desktop.core.history import HistoryNode, new_id
from flux_desktop.core.settings import Settings
from flux_desktop.imaging.camera import camera_of
from flux_desktop.imaging.encoding import FORMATS
from flux_desktop.imaging.exif import orientation
from flux_desktop.imaging.kinds import media_type
from flux_desktop.imaging.marking import ALTERED, COMPUTED, EDITED, GENERATED, RECIPE, Marking, source_type_of
from flux_desktop.imaging.opening import decode
from flux_desktop.imaging.origin import Origin
from flux_desktop.imaging.texts import exif_block, xmp_properties
from flux_desktop.services.assembly import Program
from flux_desktop.services.export import Exporter, Marks
from tests.imaging.files import encoded
from tests.imaging.pictures import exif, is_upright, marked, saved, turned
from tests.imaging.test_camera import photographed

SECRETS = ["Geheimnis", "987654321", "klein", "onemin", "holiday", "Flux", "flux"]


@pytest.fixture
def exporter(program: Program) -> Exporter:
    return Exporter(program.pictures)


def photo(program: Program, data: bytes = b"", name: str = "holiday.jpg") -> HistoryNode:
    data = data or saved(marked(), "JPEG", exif=photographed())
    return program.pictures.open_bytes(data, name)[0]


def made(program: Program, parent: HistoryNode | None, provider: str = "onemin", data: bytes = b"") -> HistoryNode:
    """What `provider` made from `parent`, put into the library without running it."""
    id, data = new_id(), data or saved(marked(), "PNG")
    node = HistoryNode(
        id=id,
        root=parent.root if parent else id,
        parent=parent.id if parent else None,
        asset=program.pictures.assets.keep(data),
        media_type=media_type(data),
        width=96,
        height=64,
        created=time.time(),
        recipe=Recipe("Geheimnis 猫", provider, "flux-2-klein-4b-edit", {"steps": 4}),
        seed=987_654_321,
    )
    program.queue.library.add_node(node)
    return node


def origin_in(data: bytes) -> Origin | None:
    return Origin.from_text(xmp_properties(data).get(RECIPE, ("",))[0])


@pytest.mark.parametrize("format", FORMATS)
def test_the_recipe_travels(program: Program, exporter: Exporter, format: str) -> None:
    original = photo(program)
    first = made(program, original)
    node = made(program, first)
    origin = origin_in(exporter.bytes_of(node, format))
    assert origin is not None
    assert (origin.recipe, origin.seed) == (node.recipe, node.seed)
    assert (origin.node, origin.root, origin.asset) == (node.id, original.id, node.asset)
    assert (origin.parent, origin.original) == (first.asset, original.asset)


def test_what_was_sent_along_is_named(program: Program, exporter: Exporter) -> None:
    hashes = [f"{digit}" * 64 for digit in "123"]
    node = replace(
        made(program, photo(program)), references=(hashes[0], hashes[1]), mask=hashes[2], crop=(1, 2, 30, 40)
    )
    origin = origin_in(exporter.bytes_of(node, "webp"))
    assert origin is not None
    assert (origin.references, origin.mask, origin.crop) == (node.references, node.mask, node.crop)


@pytest.mark.parametrize("quality", [None, 80])
@pytest.mark.parametrize("format", FORMATS)
def test_client_safe_says_nothing(
    program: Program, exporter: Exporter, tmp_path: Path, format: str, quality: int | None
) -> None:
    file = tmp_path / "Kundenordner" / "holiday.jpg"
    file.parent.mkdir()
    file.write_bytes(saved(marked(), "JPEG", exif=photographed()))
    original, _ = program.pictures.open_file(file)
    node = made(program, original)
    data = exporter.bytes_of(node, format, quality, Marks(recipe=False))
    told = [*SECRETS, "Kundenordner", node.id, node.root, node.asset, original.asset]
    assert not [word for word in told if word.encode() in data]
    assert source_type_of(data) == EDITED
    full = exporter.bytes_of(node, format, quality)
    assert [word for word in told if word.encode() in full], "the words are there otherwise"
    assert b"Kundenordner" not in full
    assert b"holiday" not in full


def test_the_mark_says_what_made_the_pixels(program: Program, exporter: Exporter) -> None:
    def mark(node: HistoryNode) -> str:
        return source_type_of(exporter.bytes_of(node, "png"))

    original = photo(program)
    generated = made(program, None)
    assert mark(made(program, original)) == EDITED
    assert mark(generated) == GENERATED
    assert mark(made(program, generated)) == EDITED
    assert mark(made(program, original, "offline")) == ALTERED
    assert mark(made(program, None, "offline")) == COMPUTED
    assert mark(original) == ""


def test_arithmetic_does_not_wash_a_model_off(program: Program, exporter: Exporter) -> None:
    edited = made(program, photo(program))
    later = made(program, made(program, edited, "offline"), "offline")
    assert source_type_of(exporter.bytes_of(later, "jpeg")) == EDITED
    marked_file = saved(marked(), "WEBP", xmp=exported_xmp(GENERATED))
    stranger = photo(program, marked_file, "stranger.webp")
    assert source_type_of(exporter.bytes_of(stranger, "png")) == GENERATED
    assert source_type_of(exporter.bytes_of(made(program, stranger, "offline"), "png")) == GENERATED
    assert source_type_of(exporter.bytes_of(made(program, stranger), "png")) == EDITED


def exported_xmp(source_type: str) -> bytes:
    return Marking(source_type).notes("image/webp").xmp


@pytest.mark.parametrize("format", FORMATS)
def test_name_and_place_are_kept_only_when_asked(program: Program, exporter: Exporter, format: str) -> None:
    node = made(program, photo(program))
    usual = camera_of(exporter.bytes_of(node, format))
    assert (usual.taken, usual.authors, usual.copyright) == ("2026:11:21 14:09:52", (), "(c) Ann")
    assert not usual.place
    asked = camera_of(exporter.bytes_of(node, format, marks=Marks(author=True, place=True)))
    assert asked.authors == ("Ann",)
    assert asked.place.keys() >= {1, 2, 3, 4}
    none = exporter.bytes_of(node, format, marks=Marks(date=False, copyright=False))
    assert exif_block(none) in (b"", none), "TIFF is EXIF itself"
    assert b"Ann" not in none


@pytest.mark.parametrize("kind", ["image/png", "image/jpeg", "image/webp", "image/avif"])
def test_of_the_hosts_own_notes_nothing_is_passed_on(program: Program, exporter: Exporter, kind: str) -> None:
    data = (
        encoded(kind, exif=photographed(), xmp=b"<x:xmpmeta>Secret-Words")
        if kind != "image/png"
        else encoded(kind, exif=photographed())
    )
    node = made(program, None, data=data)
    written = exporter.bytes_of(node, FORMAT_OF[kind])
    assert b"Secret-Words" not in written
    assert decode(written).tobytes() == decode(data).tobytes()


FORMAT_OF = {form.media_type: name for name, form in FORMATS.items()}


@pytest.mark.parametrize("kind", FORMAT_OF)
def test_an_original_loses_its_place_too(program: Program, exporter: Exporter, kind: str) -> None:
    node = photo(program, encoded(kind, exif=photographed().tobytes(), **PLAIN.get(kind, {})))
    written = exporter.bytes_of(node, FORMAT_OF[kind])
    found = camera_of(written)
    assert found.copyright == "(c) Ann"
    assert not found.place
    assert b"Secret-Words" not in written


PLAIN: dict[str, dict[str, Any]] = {"image/tiff": {"compression": "raw"}}


@pytest.mark.parametrize("kind", FORMAT_OF)
def test_an_original_with_nothing_to_tell_is_passed_on(program: Program, exporter: Exporter, kind: str) -> None:
    data = encoded(kind, icc_profile=b"")
    assert decode(exporter.bytes_of(photo(program, data), FORMAT_OF[kind])).tobytes() == decode(data).tobytes()


def test_a_turned_original_stays_turned_and_is_not_packed_anew(program: Program, exporter: Exporter) -> None:
    data = saved(turned(6), "JPEG", exif=exif(6, x010f="Secret-Words"), quality=95, subsampling=0)
    written = exporter.bytes_of(photo(program, data), "jpeg")
    assert orientation(exif_block(written)) == 6
    assert is_upright(decode(written))
    assert b"Secret-Words" not in written
    anew = exporter.bytes_of(photo(program, data), "jpeg", quality=95)
    assert orientation(exif_block(anew)) == 1
    assert is_upright(decode(anew))


def test_what_was_chosen_is_remembered(program: Program, exporter: Exporter) -> None:
    settings = Settings()
    assert Marks.chosen(settings) == Marks() == Marks(recipe=True, date=True, copyright=True, author=False, place=False)
    other = Marks(recipe=False, date=False, copyright=False, author=True, place=True)
    other.remember(settings)
    assert Marks.chosen(settings) == other
    program.settings.set("export_client_safe", True)
    assert b"Geheimnis" not in exporter.bytes_of(made(program, None), "png")


def test_a_lost_original_costs_only_its_own_words(program: Program, exporter: Exporter) -> None:
    original = photo(program)
    node = made(program, original)
    program.pictures.assets.path(original.asset).unlink()
    data = exporter.bytes_of(node, "jpeg")
    assert origin_in(data)
    assert source_type_of(data) == EDITED
    assert camera_of(data).taken == ""
