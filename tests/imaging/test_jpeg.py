"""The segments of a JPEG file."""

from __future__ import annotations

from io import BytesIO
from itertools import takewhile

import pytest
from PIL import Image

from flux_desktop.imaging import jpeg


@pytest.mark.parametrize("progressive", [False, True])
def test_what_stands_before_the_pixels_is_told_without_looking_for_their_end(progressive: bool) -> None:
    saved = BytesIO()
    picture = Image.linear_gradient("L").convert("RGB")
    picture.save(saved, "JPEG", exif=b"Exif\0\0II*\0", progressive=progressive)
    file = saved.getvalue()
    before = list(takewhile(lambda segment: segment.marker != jpeg.SOS, jpeg.segments(file)))
    assert jpeg.APP1 in [segment.marker for segment in before]
    assert list(jpeg.segments(file, scans=False)) == before
    assert jpeg.EOI in [segment.marker for segment in jpeg.segments(file)]
