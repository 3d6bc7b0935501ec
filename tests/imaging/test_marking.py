"""Marks in all five formats: found again by the program, and by other readers where there are any."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from PIL import Image

from flux_desktop.imaging import marking
from flux_desktop.imaging.camera import Camera, camera_of
from flux_desktop.imaging.encoding import FORMATS, encode
from flux_desktop.imaging.marking import EDITED, GENERATED, RECIPE, Marking, source_type_of
from flux_desktop.imaging.origin import Origin
from flux_desktop.imaging.texts import xmp_properties
from flux_desktop.imaging.xmp import packet
from tests.imaging.files import encoded
from tests.imaging.origins import FULL, WORDS, origins, with_prompt
from tests.imaging.pictures import is_upright, marked, saved
from tests.imaging.test_camera import photographed

CAMERA = camera_of(saved(marked(), "JPEG", exif=photographed()))
EVERYTHING = Marking(EDITED, FULL, replace(CAMERA, authors=("Ann", "Бой 猫"), copyright="© Ann ]]>"))


def file(format: str, marks: Marking = EVERYTHING, image: Image.Image | None = None) -> bytes:
    return encode(image or marked(), format, notes=marks.notes(FORMATS[format].media_type))


def origin_in(data: bytes) -> Origin | None:
    return Origin.from_text(xmp_properties(data).get(RECIPE, ("",))[0])


@pytest.mark.parametrize("format", FORMATS)
def test_everything_is_in_the_file(format: str) -> None:
    data = file(format)
    assert origin_in(data) == FULL
    assert source_type_of(data) == EDITED
    assert camera_of(data) == EVERYTHING.camera
    with Image.open(BytesIO(data)) as image:
        assert image.info["icc_profile"]
        assert is_upright(image.convert("RGB"))


@pytest.mark.parametrize("format", FORMATS)
def test_without_a_recipe_no_word_of_it_is_there(format: str) -> None:
    data = file(format, replace(EVERYTHING, origin=None))
    assert source_type_of(data) == EDITED
    assert origin_in(data) is None
    told = [FULL.node, FULL.asset, str(FULL.seed), "onemin", "Himmel", "Flux", "flux", "klein"]
    assert not [word for word in told if word.encode() in data]


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_to_tell_is_nothing_written(format: str) -> None:
    assert file(format, Marking()) == encode(marked(), format)


@settings(max_examples=25)
@given(origins())
def test_any_origin_comes_back_from_any_format(origin: Origin) -> None:
    small = marked((24, 24))
    for format in FORMATS:
        assert origin_in(file(format, Marking(GENERATED, origin), small)) == origin


@pytest.mark.parametrize("format", FORMATS)
def test_a_long_prompt_comes_back(format: str) -> None:
    """Longer than one segment of a JPEG."""
    long = with_prompt(WORDS * 1000)
    data = file(format, Marking(EDITED, long))
    assert origin_in(data) == long
    assert source_type_of(data) == EDITED


def test_the_prompt_has_its_own_field_and_is_no_caption() -> None:
    found = xmp_properties(file("jpeg"))
    assert found["Iptc4xmpExt:AIPromptInformation"][0].startswith("Färbe den")
    assert found["Iptc4xmpExt:AISystemUsed"] == ("flux-2-klein-4b-edit (onemin)",)
    assert b"description" not in file("jpeg")


def test_arithmetic_is_called_no_model() -> None:
    by_hand = replace(FULL, recipe=replace(FULL.recipe, provider="offline"))
    found = xmp_properties(file("png", Marking(marking.ALTERED, by_hand)))
    assert not [name for name in found if "AI" in name]
    assert found[RECIPE] == (by_hand.to_text(),)


@pytest.mark.parametrize(
    ("mark", "read"),
    [
        (EDITED, EDITED),
        (f" {EDITED.replace('http:', 'https:')}\n", EDITED),
        ("compositeSynthetic", "http://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic"),
        ("http://elsewhere.example/x", ""),
        ("<script>", ""),
        ("", ""),
    ],
)
def test_a_source_type_is_one_of_the_vocabulary(mark: str, read: str) -> None:
    data = encoded("image/webp", marked(), xmp=packet({"Iptc4xmpExt:DigitalSourceType": (mark,)}))
    assert source_type_of(data) == read


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.skipif(not shutil.which("exiftool"), reason="libimage-exiftool-perl is not installed")
def test_another_program_reads_it(format: str, tmp_path: Path) -> None:
    path = tmp_path / f"out.{format}"
    path.write_bytes(file(format))
    command = ["exiftool", "-json", "-a", "-u", "-G1", "-struct", "-charset", "exif=utf8", str(path)]
    (seen,) = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)
    assert seen["XMP-iptcExt:DigitalSourceType"] == EDITED
    assert seen["XMP-dc:Creator"] == ["Ann", "Бой 猫"]
    assert seen["XMP-dc:Rights"] == seen["IFD0:Copyright"] == "© Ann ]]>"
    assert seen["ExifIFD:DateTimeOriginal"] == "2026:11:21 14:09:52"
    assert seen["GPS:GPSLatitude"].startswith("52 deg 31")
    assert Origin.from_text(seen["XMP-flux:Recipe"]) == FULL
    assert "IFD0:Orientation" not in seen
    assert not [name for name in seen if "Warning" in name or "Thumbnail" in name]


def test_no_camera_is_no_exif() -> None:
    assert Marking(EDITED, FULL, Camera()).notes("image/png").exif == b""
