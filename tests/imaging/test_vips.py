"""libvips, as far as it is let: it reads what was asked for, and says no to everything else."""

from __future__ import annotations

import gc

import numpy as np
import pytest

from flux_desktop.imaging import vips
from flux_desktop.imaging.colour import srgb_profile
from flux_desktop.imaging.master import Master, written
from tests.imaging.files import png_16, tiff
from tests.imaging.masters import noise, profile
from tests.imaging.pictures import colourful, saved


def test_values_come_as_they_are() -> None:
    values = noise((33, 20), 3)
    assert np.array_equal(vips.wide_pixels(png_16(values, 2), "image/png", (33, 20)), values)
    assert np.array_equal(vips.wide_pixels(tiff(values.astype("<u2"), {}), "image/tiff", (33, 20)), values)


def test_a_size_that_the_header_did_not_say_is_no_picture() -> None:
    with pytest.raises(ValueError, match="33 × 20"):
        vips.wide_pixels(png_16(noise((33, 20), 3), 2), "image/png", (34, 20))
    with pytest.raises(ValueError, match="uchar"):
        vips.wide_pixels(saved(colourful(), "PNG"), "image/png", (128, 128))


@pytest.mark.parametrize("name", ["webpload_buffer", "gifload_buffer", "svgload_buffer", "heifload_buffer"])
def test_readers_that_nobody_asks_for_are_locked(name: str) -> None:
    library = vips._library()
    with pytest.raises(library.Error):
        getattr(library.Image, name)(saved(colourful(), "WEBP"))


def test_the_bytes_live_as_long_as_rows_are_read_from_them() -> None:
    values = noise((300, 900), 3)
    rows = vips.RowReader(written(Master(values, "RGB"))[0], "image/png")
    gc.collect()
    parts = [np.array(rows.rows(top, top + 100)) for top in range(0, 900, 100)]
    assert np.array_equal(np.concatenate(parts), values)


def test_colours_go_through_profiles_at_16_bits() -> None:
    """Little CMS makes a table of it, which is why it is only asked where there is no other way."""
    values = (np.asarray(colourful()).astype(np.uint16) * 257)[:40]
    there = vips.through_profiles(values, srgb_profile(), profile("Adobe RGB"))
    back = vips.through_profiles(there, profile("Adobe RGB"), srgb_profile())
    assert there.shape == values.shape
    assert np.abs(back.astype(int) - values).mean() < 60
