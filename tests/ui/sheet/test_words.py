"""Text on a contact sheet: any script, so many lines, and “…” where there is more."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication

from flux_desktop.ui.sheet.words import font, laid_out

LONG = "Replace the sky with a dramatic sunset and keep the faces exactly as they are in the picture. " * 9

LETTERS = "aZ,- ü\n\u0627\u0644\u0639\u05d0夜🎨\u200d"
"""Of many scripts, yet of few fonts: to look for others takes long."""


def lines(layout: QTextLayout) -> list[str]:
    """The lines as they are shown."""
    units = layout.text().encode("utf-16-le")
    parts = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        part = units[2 * line.textStart() : 2 * (line.textStart() + line.textLength())]
        parts.append(part.decode("utf-16-le").strip(" \u2028"))
    return parts


def test_what_fits_is_whole(qapp: QApplication) -> None:
    layout = laid_out(" make\n the   jacket blue ", font(34), 2000, 3, 46)
    assert lines(layout) == ["make the jacket blue"]


def test_what_does_not_fit_ends_in_an_ellipsis(qapp: QApplication) -> None:
    shown = lines(laid_out(LONG, font(34), 600, 3, 46))
    assert len(shown) == 3
    assert shown[-1].endswith("…")
    assert LONG.startswith(" ".join(shown)[:-1].strip())


@settings(max_examples=40)
@given(
    st.text(LETTERS, min_size=1) | st.just("👩‍🎨🎨" * 60) | st.just("اجعل السترة زرقاء " * 20),
    st.integers(1, 4),
)
def test_no_text_leaves_its_box(qapp: QApplication, words: str, most: int) -> None:
    layout = laid_out(words, font(34), 500, most, 46)
    assert layout.lineCount() <= most
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        assert line.naturalTextWidth() <= 501
        assert line.y() == number * 46
    layout.text().encode("utf-8")  # no half of a character


@pytest.mark.parametrize(("words", "right"), [("make it blue", False), ("اجعلها زرقاء", True), ("הפוך לכחול", True)])
def test_each_script_begins_on_its_own_side(qapp: QApplication, words: str, right: bool) -> None:
    layout = laid_out(words, font(34), 1000, 2, 46)
    assert (layout.lineAt(0).naturalTextRect().left() > 500) is right


def test_what_belongs_together_stays_on_one_line(qapp: QApplication) -> None:
    shown = lines(laid_out("FLUX.2\xa0klein · seed\xa0123456 · about\xa0$0.014", font(34), 330, 5, 46))
    assert shown == ["FLUX.2\xa0klein ·", "seed\xa0123456 ·", "about\xa0$0.014"]


def test_letters_keep_their_places_at_any_scale(qapp: QApplication) -> None:
    """Hinted letters would be wider on the screen than on paper."""
    layouts = [laid_out("make the jacket blue", font(size), 9000, 1, 46) for size in (34, 340)]
    small, large = (layout.lineAt(0).naturalTextWidth() for layout in layouts)
    assert abs(large / small - 10) < 0.1
