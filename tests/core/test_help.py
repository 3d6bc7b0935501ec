"""Where help stands for which part of the window."""

from __future__ import annotations

from flux_desktop.core.help import FIRST, PAGES, language, pages, place_for
from flux_desktop.core.language import speak


def test_the_pages_stand_in_their_order_with_their_titles() -> None:
    assert pages()[0] == (FIRST, "First steps")
    assert [id for id, _ in pages()] == list(PAGES)


def test_the_innermost_part_that_is_known_decides() -> None:
    assert place_for(["", "money_page", "settings_dialog", "main_window"]) == "money#budgets"
    assert place_for(["run_button", "run_bar", "main_window"]) == "money#price"


def test_elsewhere_the_manual_begins_at_its_beginning() -> None:
    assert place_for(["main_window"]) == FIRST
    assert place_for([]) == FIRST


def test_the_manual_is_that_of_the_language_in_use() -> None:
    assert language() == "en"
    speak(lambda text, comment, number: "de" if text == "en" and "folder of the manual" in comment else "")
    try:
        assert language() == "de"
    finally:
        speak(None)
