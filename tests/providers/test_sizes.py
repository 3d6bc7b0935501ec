"""Exact sizes as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.core.errors import InvalidParameter
from flux_desktop.providers.sizes import exact_size


@given(width=st.integers(16, 2048), height=st.integers(16, 2048), between=st.sampled_from(["x", "X", " × ", " x "]))
def test_a_size_is_read_as_it_is_written(width: int, height: int, between: str) -> None:
    assert exact_size(f"{width}{between}{height}", 16, 2048) == (width, height)


@pytest.mark.parametrize("text", ["", "x", "1024", "1024x", "x768", "15x32", "32x2049", "-32x32", "32.5x32", "a" * 999])
def test_anything_else_is_refused_with_the_limits(text: str) -> None:
    with pytest.raises(InvalidParameter, match="16 to 2048") as caught:
        exact_size(text, 16, 2048)
    assert len(caught.value.title) < 200


@given(st.text())
def test_no_text_is_a_surprise(text: str) -> None:
    try:
        sides = exact_size(text, 1, 4096)
    except InvalidParameter:
        return
    assert all(1 <= side <= 4096 for side in sides)
