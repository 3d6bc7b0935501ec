"""Whatever a model does, and however it is put back: outside the mask every byte is the original's, in every format."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

import numpy as np
import pytest
import pyvips
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from flux_desktop.core.region import Crop, Finish, Size
from flux_desktop.imaging.master import Master, open_master, written
from flux_desktop.imaging.region.cut import cut, cut_mask
from flux_desktop.imaging.region.mask import Mask
from flux_desktop.imaging.region.stitching import fit, stitch
from flux_desktop.resources import resource
from tests.imaging.pictures import matrix_profile
from tests.simulators.model_behaviour import Behaviour, answer

SIZE = (150, 110)
FORMATS = ("jpeg", "png-8", "png-8-alpha", "png-16", "png-16-alpha", "tiff-16-profile", "grey", "cmyk")


@lru_cache
def original(kind: str) -> Master:
    """A photograph as a file of that kind, opened."""
    with Image.open(resource("sample.jpg")) as sample:
        small = sample.crop((340, 300, 940, 740)).resize(SIZE)
    return open_master(_file(small, kind))


@st.composite
def masks(draw: st.DrawFn) -> Mask:
    """One or two shapes anywhere, hard or soft."""
    plane = np.zeros((SIZE[1], SIZE[0]), np.uint8)
    rows, columns = np.mgrid[: SIZE[1], : SIZE[0]]
    for _ in range(draw(st.integers(1, 2))):
        middle = draw(st.integers(0, SIZE[0] - 1)), draw(st.integers(0, SIZE[1] - 1))
        across, along = draw(st.integers(1, 50)), draw(st.integers(1, 50))
        away = ((columns - middle[0]) / across) ** 2 + ((rows - middle[1]) / along) ** 2
        shape = np.clip((1 - away) * draw(st.sampled_from([2.0, 1e3])), 0, 1) * 255
        plane = np.maximum(plane, shape.astype(np.uint8))
    return Mask.of_plane(plane)


def crops() -> st.SearchStrategy[Crop]:
    """Of four to three; also beyond the picture, and not around all of the mask."""
    return st.builds(
        lambda left, top, unit: (left, top, 4 * unit, 3 * unit),
        st.integers(-40, 60),
        st.integers(-40, 40),
        st.integers(16, 45),
    )


def behaviours() -> st.SearchStrategy[Behaviour]:
    return st.builds(
        Behaviour,
        shift=st.tuples(st.floats(-24, 24), st.floats(-24, 24)),
        scale=st.floats(0.97, 1.03),
        resized=st.sampled_from([0.5, 1.0, 1.3]),
        cropped=st.booleans(),
        tint=st.floats(0, 8),
        uneven=st.floats(0, 1),
        quality=st.sampled_from([None, 60, 90]),
        elsewhere=st.sampled_from([0.0, 0.2]),
        opaque_alpha=st.booleans(),
        seed=st.integers(0, 99),
    )


def finishes() -> st.SearchStrategy[Finish]:
    share = st.sampled_from([0.0, 0.4, 1.0])
    away = st.floats(-30, 30)
    return st.builds(Finish, st.floats(0, 60), st.booleans(), away, away, share, share, st.floats(0, 1))


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(masks(), crops(), st.sampled_from([(96, 72), (128, 96), (208, 156)]), behaviours(), finishes())
@pytest.mark.parametrize("kind", FORMATS)
def test_outside_the_mask_every_byte_is_the_originals(
    kind: str, mask: Mask, crop: Crop, sent: Size, behaviour: Behaviour, finish: Finish
) -> None:
    master = original(kind)
    part, sent_mask = cut(master, crop, sent), cut_mask(mask, crop, sent)
    raw = answer(part, sent_mask, behaviour)
    stitched = stitch(master, crop, raw, mask, finish, fit(part, raw, sent_mask))
    outside = np.asarray(mask.image()) == 0
    again = open_master(written(stitched)[0])
    assert (again.pixels[outside] == master.pixels[outside]).all()
    assert (again.pixels == stitched.pixels).all()
    assert (again.mode, again.depth, again.icc) == (master.mode, master.depth, master.icc)


@pytest.mark.parametrize("kind", FORMATS)
def test_inside_it_something_changes(kind: str) -> None:
    """The property would hold of a stitch that does nothing, too."""
    master, crop = original(kind), (20, 10, 96, 72)
    mask = Mask.of_plane(np.full((30, 40), 255, np.uint8), SIZE, 50, 30)
    part, sent_mask = cut(master, crop, (96, 72)), cut_mask(mask, crop, (96, 72))
    raw = Image.new("RGB", (96, 72), (120, 10, 160))
    stitched = stitch(master, crop, raw, mask, Finish(feather=0), fit(part, raw, sent_mask))
    inside = np.asarray(mask.image()) > 0
    assert (stitched.pixels[inside] != master.pixels[inside]).any(axis=-1).mean() > 0.95


def _file(image: Image.Image, kind: str) -> bytes:
    if kind.endswith("alpha"):
        image = image.convert("RGBA")
        image.putalpha(Image.linear_gradient("L").resize(SIZE).point(lambda value: max(0, value - 60)))
    if "16" in kind:
        return _sixteen_bits(image, kind)
    file = BytesIO()
    if kind == "cmyk":
        image.convert("CMYK").save(file, "TIFF")
    elif kind == "grey":
        image.convert("L").save(file, "PNG")
    else:
        image.save(file, "JPEG" if kind == "jpeg" else "PNG", quality=90)
    return file.getvalue()


def _sixteen_bits(image: Image.Image, kind: str) -> bytes:
    """With values between those of 8 bits."""
    pixels = np.asarray(image).astype(np.uint16) * 257
    pixels[..., :3] ^= np.random.default_rng(0).integers(0, 256, pixels[..., :3].shape).astype(np.uint16)
    wide = pyvips.Image.new_from_array(pixels, interpretation="rgb16")
    if not kind.startswith("tiff"):
        return bytes(wide.pngsave_buffer(bitdepth=16))
    wide = wide.copy()
    wide.set_type(pyvips.GValue.blob_type, "icc-profile-data", matrix_profile())
    return bytes(wide.tiffsave_buffer())
