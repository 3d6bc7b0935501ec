"""Results go into their pictures: what is outside the mask stays to the byte, what is inside fits in."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from flux_desktop.core.region import Crop, Finish
from flux_desktop.imaging.master import Master
from flux_desktop.imaging.region.cut import cut, cut_mask
from flux_desktop.imaging.region.mask import Box, Mask
from flux_desktop.imaging.region.stitching import Fit, fit, patch, prepare, stitch
from flux_desktop.imaging.region.stitching.feather import Sides, inside
from flux_desktop.resources import resource
from tests.imaging.region.seams import blob
from tests.simulators.model_behaviour import Behaviour, answer

PLAIN = Finish(feather=0, align=False, colour=0, grain=0)
SIZE = (320, 240)
CROP: Crop = (20, 20, 256, 192)
MASK = blob(SIZE, (150, 110), 50)


def photograph(size: tuple[int, int] = SIZE) -> Master:
    with Image.open(resource("sample.jpg")) as sample:
        return Master(np.asarray(sample.crop((340, 300, 340 + size[0], 300 + size[1]))), "RGB")


def came_back(master: Master, behaviour: Behaviour, mask: Mask = MASK, crop: Crop = CROP) -> tuple[Image.Image, Fit]:
    part, sent_mask = cut(master, crop, crop[2:]).convert("RGB"), cut_mask(mask, crop, crop[2:])
    raw = answer(part, sent_mask, behaviour)
    return raw, fit(part, raw, sent_mask)


def red(size: tuple[int, int] = CROP[2:]) -> Image.Image:
    return Image.new("RGB", size, (200, 30, 40))


def unfitted(size: tuple[int, int] = CROP[2:]) -> Fit:
    return fit(red(), red(size), np.full((CROP[3], CROP[2]), 255, np.uint8))


def test_without_any_finish_the_answer_is_what_lies_in_the_mask() -> None:
    master = photograph()
    stitched = stitch(master, CROP, red(), MASK, PLAIN, unfitted())
    inside = MASK.part(Box(0, 0, *SIZE)) > 0
    assert (stitched.pixels[inside] == (200, 30, 40)).all()
    assert (stitched.pixels[~inside] == master.pixels[~inside]).all()


def test_an_answer_of_the_size_of_the_crop_is_copied_to_the_byte() -> None:
    master = photograph()
    raw = Image.fromarray(np.random.default_rng(0).integers(0, 256, (CROP[3], CROP[2], 3), np.uint8))
    box, pixels = patch(master, CROP, raw, MASK, PLAIN, unfitted())
    inside = MASK.part(box) > 0
    part = np.asarray(raw)[box.top - CROP[1] : box.bottom - CROP[1], box.left - CROP[0] : box.right - CROP[0]]
    assert (pixels[inside] == part[inside]).all()


def test_the_patch_is_what_the_stitched_picture_has_in_that_box() -> None:
    master = photograph()
    raw, found = came_back(master, Behaviour(shift=(5, -3), tint=4))
    box, pixels = patch(master, CROP, raw, MASK, Finish(), found)
    stitched = stitch(master, CROP, raw, MASK, Finish(), found)
    assert box == MASK.box
    assert (stitched.pixels[box.top : box.bottom, box.left : box.right] == pixels).all()


@pytest.mark.parametrize("factor", [0.5, 2.0])
def test_answers_of_other_sizes_lie_in_the_same_place(factor: float) -> None:
    master = photograph()
    raw, found = came_back(master, Behaviour(resized=factor, cropped=False, quality=None, content=False))
    box, pixels = patch(master, CROP, raw, MASK, Finish(feather=0, grain=0), found)
    before = master.pixels[box.top : box.bottom, box.left : box.right].astype(float)
    assert np.abs(pixels - before).mean() < (4 if factor < 1 else 0.7)


def test_what_the_model_did_is_undone() -> None:
    """Nothing new was made, so the picture has to come out as it was."""
    master = photograph()
    behaviour = Behaviour(shift=(6.4, -3.7), scale=1.02, tint=6, uneven=0.3, quality=None, content=False)
    raw, found = came_back(master, behaviour)
    assert found.is_sure
    stitched = stitch(master, CROP, raw, MASK, Finish(feather=0, grain=0), found)
    inside = MASK.part(Box(0, 0, *SIZE)) > 0
    left = np.abs(stitched.pixels[inside].astype(float) - master.pixels[inside])
    untreated = stitch(master, CROP, raw, MASK, PLAIN, found)
    assert left.mean() < 2.5
    assert np.abs(untreated.pixels[inside].astype(float) - master.pixels[inside]).mean() > 10


def test_whatever_else_changed_does_not_move_it() -> None:
    _, found = came_back(photograph(), Behaviour(shift=(-7, 4), elsewhere=0.15, tint=5))
    assert found.moved == pytest.approx((-7, 4, 1), abs=0.2)


@pytest.mark.parametrize("ground", [(90, 140, 200), (255, 255, 255)])
def test_a_wall_of_one_colour_tells_nothing_and_nothing_is_moved(ground: tuple[int, int, int]) -> None:
    master = Master(np.full((240, 320, 3), ground, np.uint8), "RGB")
    raw, found = came_back(master, Behaviour(shift=(9, 9), tint=3))
    assert not found.is_sure
    assert found.moved == (0, 0, 1)
    stitched = stitch(master, CROP, raw, MASK, Finish(), found)
    assert np.abs(stitched.pixels.astype(float) - ground).mean() < 12  # new content, but no tint


def test_stripes_do_not_tell_where_they_are_along_themselves() -> None:
    rows = np.random.default_rng(0).integers(40, 215, (240, 1, 1)).repeat(320, axis=1).repeat(3, axis=2)
    noise = np.random.default_rng(1).normal(0, 2, rows.shape)
    _, found = came_back(Master(np.clip(rows + noise, 0, 255).astype(np.uint8), "RGB"), Behaviour(shift=(12, 0)))
    assert not found.is_sure


def test_another_picture_is_not_sure() -> None:
    master = photograph()
    part = cut(master, CROP, CROP[2:])
    with Image.open(resource("sample.jpg")) as sample:
        other = sample.crop((880, 700, 880 + 256, 700 + 192))
    assert not fit(part, other, cut_mask(MASK, CROP, CROP[2:])).is_sure


def test_a_whole_mask_has_no_ring() -> None:
    master = photograph()
    _, found = came_back(master, Behaviour(shift=(5, 5)), Mask.whole(SIZE))
    assert found.score == 0
    assert found.placement(Finish()) == found.plain


def test_a_cut_to_sixteens_alone_is_known_by_the_size() -> None:
    part = cut(photograph(), (0, 0, 250, 190), (250, 190))
    found = fit(part, part.crop((5, 7, 245, 183)), np.full((190, 250), 255, np.uint8))
    assert found.plain.moved((250, 190), (240, 176))[:2] == pytest.approx((0, 0))
    assert found.plain.scale_x == pytest.approx(250 / 240)


def test_by_hand_it_moves_in_pixels_of_the_picture() -> None:
    master = photograph()
    raw, found = came_back(master, Behaviour(quality=None, content=False, cropped=False))
    moved = stitch(master, CROP, raw, MASK, PLAIN._replace(dx=3, dy=-2), found).pixels
    inner = slice(90, 130), slice(130, 170)
    expected = np.roll(master.pixels, (-2, 3), axis=(0, 1))
    assert (moved[inner] == expected[inner]).all()


def test_opacity_and_feather_mix_in_the_original() -> None:
    master = photograph()
    half = stitch(master, CROP, red(), MASK, PLAIN._replace(opacity=0.5), unfitted()).pixels[110, 150]
    assert half == pytest.approx((master.pixels[110, 150] + np.array([200, 30, 40])) / 2, abs=1)
    soft = stitch(master, CROP, red(), MASK, PLAIN._replace(feather=20), unfitted()).pixels
    assert tuple(soft[110, 150]) == (200, 30, 40)
    middle = MASK.part(Box(0, 110, SIZE[0], 111))[0] > 0
    first = int(np.flatnonzero(middle)[0])
    far = np.abs(soft[110, first : first + 20].astype(float) - (200, 30, 40)).sum(axis=1)
    assert far[0] > far[8] > far[-1]


@pytest.mark.parametrize("feather", [-5.0, 300.0, 1e9])
def test_a_feather_that_no_slider_offers_is_put_up_with(feather: float) -> None:
    for mask in (np.full((1, 1), 255, np.uint8), np.full((20, 400), 255, np.uint8)):
        assert inside(mask, Sides(left=True, top=True, right=True, bottom=True), feather).min() > 0


def test_a_soft_mask_lets_through_what_it_says() -> None:
    mask = Mask.of_plane(np.where(MASK.plane > 0, 128, 0).astype(np.uint8), SIZE, MASK.left, MASK.top)
    master = photograph()
    result = stitch(master, CROP, red(), mask, PLAIN, unfitted()).pixels[110, 150]
    assert result == pytest.approx(master.pixels[110, 150] * (127 / 255) + np.array([200, 30, 40]) * 128 / 255, abs=1)


def test_grain_comes_back_and_is_the_same_each_time() -> None:
    rng = np.random.default_rng(3)
    noisy = Master(np.clip(rng.normal(120, 5, (240, 320, 1)), 0, 255).astype(np.uint8).repeat(3, axis=2), "RGB")
    raw, found = Image.new("RGB", CROP[2:], (120, 120, 120)), unfitted()
    inside = MASK.plane > 0

    def deviation(grain: float) -> float:
        return float(patch(noisy, CROP, raw, MASK, PLAIN._replace(grain=grain), found)[1][inside].std())

    assert deviation(0) == 0
    assert deviation(1) == pytest.approx(5, rel=0.2)
    assert deviation(0.5) == pytest.approx(2.5, rel=0.25)
    first, second = (patch(noisy, CROP, raw, MASK, Finish(), found)[1] for _ in range(2))
    assert (first == second).all()


def test_a_slider_shows_what_a_fresh_start_shows() -> None:
    master = photograph()
    raw, found = came_back(master, Behaviour(shift=(5, -3), tint=4))
    prepared = prepare(master, CROP, raw, MASK, found)
    for finish in (Finish(), Finish(feather=3), Finish(colour=0.4), Finish(dx=2), Finish(grain=0.5, align=False)):
        assert (prepared.patch(finish)[1] == patch(master, CROP, raw, MASK, finish, found)[1]).all()


def test_large_regions_are_written_as_small_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    master = photograph()
    raw, found = came_back(master, Behaviour(shift=(5, -3), tint=4))
    small = stitch(master, CROP, raw, MASK, Finish(), found).pixels
    monkeypatch.setattr("flux_desktop.imaging.region.stitching.patching._KEPT", 0)
    monkeypatch.setattr("flux_desktop.imaging.effects.arrays.STRIP_PIXELS", 2000)
    large = stitch(master, CROP, raw, MASK, Finish(), found).pixels
    assert np.abs(small.astype(int) - large).max() <= 1


def test_sixteen_bits_are_blended_in_sixteen() -> None:
    master = Master((photograph().pixels.astype(np.uint16) << 8) + 77, "RGB")
    result = stitch(master, CROP, red(), MASK, PLAIN._replace(opacity=0.5), unfitted()).pixels
    assert result.dtype == np.uint16
    inside = MASK.part(Box(0, 0, *SIZE)) > 0
    assert result[inside] == pytest.approx((master.pixels[inside] + np.array([200, 30, 40]) * 257.0) / 2, abs=1)
    assert (result[~inside] == master.pixels[~inside]).all()


@pytest.mark.parametrize("mode", ["L", "LA", "CMYK", "RGBA"])
def test_other_modes(mode: str) -> None:
    pixels = np.asarray(Image.fromarray(photograph().pixels).convert(mode))
    master = Master(pixels.reshape(*pixels.shape[:2], -1), mode)
    result = stitch(master, CROP, Image.new("RGB", CROP[2:], (128, 128, 128)), MASK, PLAIN, unfitted())
    inside = MASK.part(Box(0, 0, *SIZE)) > 0
    assert (result.pixels[~inside] == master.pixels[~inside]).all()
    assert np.asarray(result.srgb().convert("RGB"))[inside].astype(float) == pytest.approx(128, abs=3)


def test_what_was_transparent_becomes_opaque_in_the_new_colour_alone() -> None:
    pixels = np.zeros((240, 320, 4), np.uint8)
    pixels[..., 1] = 255  # a green that nobody sees
    result = stitch(Master(pixels, "RGBA"), CROP, red(), MASK, PLAIN._replace(feather=10), unfitted()).pixels
    assert tuple(result[110, 150]) == (200, 30, 40, 255)
    seen = result[..., 3] > 0
    assert np.abs(result[seen][:, :3].astype(int) - (200, 30, 40)).max() <= 1
    assert (result[~seen] == pixels[~seen]).all()


def test_a_transparent_answer_leaves_the_picture() -> None:
    raw = red().convert("RGBA")
    raw.putalpha(Image.new("L", raw.size, 0))
    master = photograph()
    assert (stitch(master, CROP, raw, MASK, PLAIN, unfitted()).pixels == master.pixels).all()


def test_a_crop_beyond_the_picture_and_a_mask_at_its_edge() -> None:
    """There is no seam at the picture's edge: nothing fades there."""
    plane = np.zeros((240, 320), np.uint8)
    plane[:80, :100] = 255
    crop, mask, master = (-40, -30, 256, 192), Mask.of_plane(plane), photograph()
    raw, found = came_back(master, Behaviour(content=False, quality=None, cropped=False), mask, crop)
    assert raw.size == (256, 192)
    result = stitch(master, crop, red(), mask, PLAIN._replace(feather=16), found).pixels
    assert (result[:50, :70] == (200, 30, 40)).all()
    assert (result[80:] == master.pixels[80:]).all()


def test_what_a_shift_left_empty_at_the_pictures_edge_is_mirrored() -> None:
    plane = np.zeros((240, 320), np.uint8)
    plane[:, :60] = 255
    master, mask = photograph(), Mask.of_plane(plane)
    crop = (0, 20, 256, 192)
    result = stitch(master, crop, red(), mask, PLAIN._replace(dx=12), unfitted()).pixels
    assert (result[30:200, :60] == (200, 30, 40)).all()


@pytest.mark.parametrize("finish", [Finish(dx=500), Finish(opacity=0)])
def test_an_answer_that_is_nowhere_changes_nothing(finish: Finish) -> None:
    master = photograph()
    assert (stitch(master, CROP, red(), MASK, finish, unfitted()).pixels == master.pixels).all()


def test_an_empty_mask_changes_nothing() -> None:
    master = photograph()
    box, pixels = patch(master, CROP, red(), Mask(SIZE), Finish(), unfitted())
    assert box.is_empty
    assert pixels.size == 0


def test_a_photograph_keeps_its_bytes_through_a_file() -> None:
    file = BytesIO()
    Image.fromarray(photograph().pixels).save(file, "JPEG", quality=92)
    master = Master(np.asarray(Image.open(file)), "RGB")
    raw, found = came_back(master, Behaviour(shift=(11, 7), scale=0.98, tint=8))
    stitched = stitch(master, CROP, raw, MASK, Finish(), found)
    outside = MASK.part(Box(0, 0, *SIZE)) == 0
    assert (stitched.pixels[outside] == master.pixels[outside]).all()
    assert (stitched.pixels != master.pixels).any()
