"""Where there is room above what lies on the canvas."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from flux_desktop.ui.canvas.rects import above

GAP = 8
rects = st.builds(QRect, st.integers(0, 400), st.integers(0, 400), st.integers(1, 300), st.integers(1, 120))


@given(rects, st.lists(rects, max_size=4))
def test_it_is_the_lowest_place_that_is_free(place: QRect, taken: list[QRect]) -> None:
    free = above(place, taken, GAP)
    assert not any(free.intersects(rect) for rect in taken)
    assert (free.x(), free.size()) == (place.x(), place.size())
    if free != place:
        assert any(free.bottom() == rect.top() - GAP for rect in taken)
        lower = [free.translated(0, down) for down in range(1, place.y() - free.y() + 1)]
        assert all(any(one.adjusted(0, 0, 0, GAP).intersects(rect) for rect in taken) for one in lower)


def test_an_empty_rectangle_is_in_nobody_s_way() -> None:
    assert above(QRect(0, 0, 10, 10), [QRect()], GAP) == QRect(0, 0, 10, 10)
