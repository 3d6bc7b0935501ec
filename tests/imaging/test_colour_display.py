"""Pictures in the colours of a display."""

from __future__ import annotations

import numpy as np
import pytest

from flux_desktop.imaging.colour import srgb_profile, to_srgb
from flux_desktop.imaging.colour_display import as_it_is, converter
from tests.imaging.pictures import cmyk_profile, colourful, grey_profile, matrix_profile


def test_colours_are_those_that_the_display_needs() -> None:
    shown = converter(matrix_profile())(colourful())
    assert shown.mode == "RGB"
    assert np.abs(np.asarray(shown).astype(int) - np.asarray(colourful())).max() > 5
    back = to_srgb(shown, matrix_profile()).image
    assert np.abs(np.asarray(back).astype(int) - np.asarray(colourful())).max() <= 2


def test_alpha_stays() -> None:
    image = colourful().convert("RGBA")
    image.putalpha(colourful().getchannel("R"))
    shown = converter(matrix_profile())(image)
    assert shown.mode == "RGBA"
    assert shown.getchannel("A").tobytes() == image.getchannel("A").tobytes()
    assert shown.convert("RGB").tobytes() == converter(matrix_profile())(colourful()).tobytes()


@pytest.mark.parametrize("icc", [b"", srgb_profile(), b"nonsense", cmyk_profile(), grey_profile()])
def test_without_a_profile_to_go_by_nothing_is_done(icc: bytes) -> None:
    assert converter(icc) is as_it_is
    image = colourful()
    assert as_it_is(image) is image
