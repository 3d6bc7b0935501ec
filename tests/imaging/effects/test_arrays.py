"""Strips, blurs and blends."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flux_desktop.imaging.effects.arrays import (
    at_most,
    band_rows,
    blur_bytes,
    box,
    guided,
    image_of,
    in_strips,
    middle_of,
    mix,
    scaled_by,
    shrunk,
    smoothstep,
    strip_wise,
)
from tests.imaging.effects.scenes import photo


@given(st.integers(1, 5000), st.integers(1, 5000))
@settings(deadline=None)
def test_strips_cover_all_rows_once(height: int, width: int) -> None:
    rows = [row for band in band_rows(height, width) for row in range(band.start, band.stop)]
    assert rows == list(range(height))


def test_work_in_strips_reaches_every_row_and_its_errors_come_out() -> None:
    pixels = np.arange(3000, dtype=np.uint32).astype(np.uint8).repeat(700).reshape(3000, 700)
    assert np.array_equal(strip_wise(pixels, lambda rows: 255 - pixels[rows]), 255 - pixels)

    def fail(rows: slice) -> None:
        if rows.stop == 3000:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        in_strips(3000, 700, fail)


@given(st.integers(1, 900), st.integers(1, 900))
@settings(deadline=None, max_examples=25)
def test_a_small_copy_has_the_shape_and_the_mean_of_the_picture(width: int, height: int) -> None:
    tones = np.linspace(20, 230, width * height).astype(np.uint8).reshape(height, width)
    small = shrunk(image_of(tones), 10_000)
    assert small.width * small.height <= max(10_200, width, height)
    assert abs(float(np.asarray(small).mean()) - float(tones.mean())) < 1.5
    assert (small.size == (width, height)) == (width * height <= 10_000)


def test_box_is_the_plain_mean_with_repeated_edges() -> None:
    rng = np.random.Generator(np.random.PCG64(2))
    plane = rng.random((9, 13), dtype=np.float32)
    padded = np.pad(plane, 2, mode="edge")
    plain = np.array([[padded[y : y + 5, x : x + 5].mean() for x in range(13)] for y in range(9)])
    assert np.allclose(box(plane, 2), plain, atol=1e-5)


def test_guided_keeps_a_step_and_calms_what_is_small() -> None:
    rng = np.random.Generator(np.random.PCG64(2))
    step = np.where(np.arange(80) < 40, 60, 200)[None, :] + rng.normal(0, 4, (80, 80))
    plane = np.clip(step, 0, 255).astype(np.uint8)
    calm = guided(plane, 4, 15)
    assert float(calm[:, :36].std()) < 0.5 * float(plane[:, :36].std())
    assert float(calm[:, 42].mean() - calm[:, 37].mean()) > 115


def test_a_share_of_nothing_changes_not_one_byte() -> None:
    share = np.zeros(photo().shape[:2], np.float32)
    share[10:20, 10:20] = 1
    out = mix(photo(), 255 - photo(), share)
    assert np.array_equal(out[share == 0], photo()[share == 0])
    assert np.array_equal(out[10:20, 10:20], 255 - photo()[10:20, 10:20])


def test_large_blurs_on_a_small_copy_look_like_plain_ones() -> None:
    big = np.repeat(np.repeat(photo(), 2, axis=0), 2, axis=1)
    near = blur_bytes(big, 11.9).astype(int)
    reduced = blur_bytes(big, 12.1).astype(int)
    assert float(np.abs(near - reduced).mean()) < 1.5


def test_curves() -> None:
    values = np.array([-1, 0, 0.5, 1, 2], np.float32)
    assert smoothstep(0, 1, values).tolist() == [0, 0, 0.5, 1, 1]
    assert np.allclose(middle_of(values, 0.5), [0, 0, 1, 0, 0], atol=1e-3)


def test_gain_and_broad_strokes_keep_the_size() -> None:
    gain = np.full(photo().shape[:2], 0.5, np.float32)
    assert abs(int(scaled_by(photo(), gain).sum()) * 2 / int(photo().sum()) - 1) < 0.01
    seen = []
    out = at_most(photo(), 0.01, lambda small: seen.append(small.shape) or small)  # type: ignore[func-returns-value]
    assert out.shape == photo().shape
    assert seen[0][0] * seen[0][1] <= 10_300
