"""Any bytes give a picture or an InputError, whatever happened to them on the way."""

from __future__ import annotations

import threading
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from flux_desktop.core.errors import InputError, NotAPicture
from flux_desktop.imaging.colour import profile_of
from flux_desktop.imaging.metadata import personal
from flux_desktop.imaging.opening import decode, open_bytes, probe, reduced, verify
from tests.imaging.pictures import DATA, colourful, exif, marked, matrix_profile, saved, with_location

pytestmark = [
    pytest.mark.filterwarnings("ignore::UserWarning:PIL.TiffImagePlugin"),
    pytest.mark.expected_log,
]


@cache
def samples() -> dict[str, bytes]:
    small, block = colourful((40, 30)), with_location(exif(6, x010f="Maker"))
    extras: dict[str, Any] = {"exif": block, "icc_profile": matrix_profile()}
    return {
        "jpeg": saved(small, "JPEG", **extras),
        "progressive": saved(small, "JPEG", progressive=True, **extras),
        "cmyk": saved(small.convert("CMYK"), "JPEG"),
        "png": saved(small, "PNG", **extras),
        "palette": saved(small.quantize(16), "PNG", transparency=3),
        "grey16": saved(small.convert("L").convert("I;16"), "PNG"),
        "webp": saved(small, "WEBP", **extras),
        "animation": saved(small, "WEBP", save_all=True, append_images=[marked((40, 30))]),
        "avif": saved(small, "AVIF", speed=9, **extras),
        "tiff": saved(small, "TIFF", **extras),
        "lzw": saved(small, "TIFF", compression="tiff_lzw"),
        "float": saved(Image.new("F", (9, 7), 0.5), "TIFF"),
        "pages": saved(small, "TIFF", save_all=True, append_images=[small]),
        "bmp": saved(small, "BMP"),
        "gif": saved(small, "GIF", save_all=True, append_images=[marked((40, 30))]),
        "heic": (DATA / "orientation-6.heic").read_bytes(),
        "heic alpha": (DATA / "alpha.heic").read_bytes(),
    }


def survives(data: bytes) -> None:
    """Every way in gives a result or an InputError with a sentence and a hint."""
    told: list[InputError] = []
    for way in (
        open_bytes,
        probe,
        verify,
        decode,
        lambda data, max_megapixels: reduced(data, 16, max_megapixels=max_megapixels),
    ):
        try:
            way(data, max_megapixels=4)
        except InputError as error:
            told.append(error)
    assert all(error.title.endswith(".") and error.hint for error in told)
    personal(data)
    profile_of(data)


hurried = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("name", samples())
@hurried
@given(st.data())
def test_damaged_pictures(name: str, data: st.DataObject) -> None:
    picture = bytearray(samples()[name])
    # Headers are where it hurts: half of the damage goes there.
    near = st.integers(0, min(200, len(picture) - 1))
    for at in data.draw(st.lists(near | st.integers(0, len(picture) - 1), max_size=6)):
        picture[at] ^= data.draw(st.integers(1, 255))
    survives(bytes(picture[: data.draw(st.integers(0, len(picture)) | st.just(len(picture)))]))


@pytest.mark.parametrize("name", sorted(samples().keys() - {"animation", "pages", "gif"}))
def test_no_download_that_lost_its_end_passes_for_whole(name: str) -> None:
    whole = samples()[name]
    for tenth in range(1, 9):
        with pytest.raises(NotAPicture):
            verify(whole[: len(whole) * tenth // 10])


@hurried
@given(
    st.sampled_from(
        [
            b"",
            b"\xff\xd8\xff",
            b"\x89PNG\r\n\x1a\n",
            b"GIF89a",
            b"II*\0",
            b"BM",
            b"RIFF\0\0\0\0WEBP",
            b"\0\0\0\x18ftypavif",
            b"\0\0\0\x18ftypheic",
        ]
    ),
    st.binary(max_size=300),
)
def test_noise_behind_a_picture_s_first_bytes(magic: bytes, noise: bytes) -> None:
    survives(magic + noise)


def test_many_threads_at_once() -> None:
    found: list[object] = []

    def work() -> None:
        for name, data in samples().items():
            try:
                found.append((name, open_bytes(data).image.tobytes()))
            except Exception as error:  # noqa: BLE001 shown below
                found.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(found) == {(name, open_bytes(data).image.tobytes()) for name, data in samples().items()}
    assert len(found) == 4 * len(samples())
