"""The whole window as a screen reader finds it: names, roles, states and values, and what is announced."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.support.atspi import SERVICE, Node
from tests.e2e.support.display import x_display
from tests.e2e.support.faults import faults
from tests.e2e.support.tour import WISHES, Tour, toured
from tests.e2e.support.window import Window

pytestmark = pytest.mark.window
needs_services = pytest.mark.skipif(not SERVICE.exists(), reason="not installed: at-spi2-core")

EXPECTED = (
    "Opening sample.jpg…",
    "Say below what to change, then press Ctrl+Return.",
    "Done: 1 result",
    "Done: 1 result",
    "Drag the line, or move it with the arrow keys. Hold \\ to see the picture before.",
    "Split. Original first, Result second",
)
REPORT = "Asked #0066CC, got #"
"""Begins what is said of the colour that the first prompt names; it is measured while work goes on."""


@pytest.fixture(scope="module")
def tour(display: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tour]:
    with toured(tmp_path_factory.mktemp("tour"), display) as made:
        yield made


@needs_services
def test_everything_that_is_shown_has_a_name_and_a_role(tour: Tour) -> None:
    """Through the empty window, one with results, and every dialog; in the order of a first session."""
    empty = tour.main()
    expect_no_faults(tour, empty)
    expect_an_empty_window(empty)
    expect_menus(tour.menu_bar())
    tour.make_results()
    full = tour.main()
    expect_no_faults(tour, full)
    expect_what_happened_was_announced(tour)
    expect_states(tour, full)
    expect_rows(full)
    expect_the_divider_to_move(tour, full)
    expect_no_faults(tour, tour.palette())
    for dialog in tour.dialogs():
        expect_no_faults(tour, dialog)
    for window in tour.strips():
        expect_no_faults(tour, window)
    for dialog in tour.dialogs(WISHES):
        expect_no_faults(tour, dialog)


def expect_no_faults(tour: Tour, window: Node) -> None:
    assert faults(window, tour.reader.labels) == []


def expect_an_empty_window(window: Node) -> None:
    canvas = window.find("canvas")
    assert (canvas.role, canvas.name, canvas.description) == ("canvas", "Canvas", "No picture is open")
    assert "focused" in window.find("prompt_box").states
    assert "enabled" not in window.find("run_button").states


def expect_menus(bar: Node) -> None:
    """All entries have names, and those that can be ticked say whether they are."""
    assert [entry.name for entry in bar.children][:3] == ["File", "Edit", "View"]
    entries = {entry.id.rpartition("action_")[2]: entry for entry in bar.walk() if entry.role == "menu item"}
    assert all(entry.name for entry in entries.values())
    assert {"checkable", "checked"} <= entries["show_history"].states
    assert "enabled" not in entries["undo"].states


def expect_what_happened_was_announced(tour: Tour) -> None:
    """What was opened and made, how it is compared, and the hints on the way, which come once."""
    said = [tour.reader.announced() for _ in (*EXPECTED, REPORT)]
    reports = [words for words, _ in said if words.startswith(REPORT)]
    assert len(reports) == 1
    assert [words.partition(" · ")[0] for words, _ in said if words not in reports] == list(EXPECTED)
    assert not any(interrupts for _, interrupts in said)


def expect_states(tour: Tour, window: Node) -> None:
    assert "checked" in window.find("compare_split").states
    assert "checked" not in window.find("compare_single").states
    assert "expandable" in window.find("provider_box").states
    assert "has popup" in window.find("zoom_label").states
    assert tour.reader.labels(window.find("provider_box")) == ["Provider"]
    canvas = window.find("canvas").description
    assert "pixels" in canvas
    assert canvas.endswith("comparing Original and Result, split")


def expect_rows(window: Node) -> None:
    rows = window.find("history_list").children
    assert [row.role for row in rows] == ["list item"] * 2
    assert all("selected" in row.states for row in rows)
    assert [row.name.split(", ")[1].split()[0] for row in rows] == ["seed", "seed"]
    assert rows[0].name.startswith("Result, seed ")
    assert "'warmer, film grain'" in rows[0].name
    assert "on the canvas" in rows[0].name


def expect_the_divider_to_move(tour: Tour, window: Node) -> None:
    divider = window.find("compare_view")
    assert (divider.role, divider.name) == ("slider", "Comparison divider")
    assert divider.description == "Original first, Result second"
    assert tour.reader.value(divider) == 50
    tour.reader.set_value(divider, 25)
    tour.window.until(lambda: tour.window.canvas()["split"] == 0.25, "the divider is at a quarter")


def test_nothing_is_cut_off_on_a_screen_of_double_density(tmp_path: Path) -> None:
    wide, twice = (2560, 1600), {"QT_SCALE_FACTOR": "2"}
    with x_display(tmp_path, wide) as display, Window(tmp_path / "window" / "home", display, twice) as window:
        window.until(lambda: not window.ask("clipped"), "all words have room in the empty window", 5)
        window.hands.keys("ctrl+comma")
        window.until(lambda: window.ask("told", name="settings_dialog"), "the settings are there")
        window.until(lambda: not window.ask("clipped"), "all words have room in the settings", 5)
        window.hands.keys("Escape")
        window.until(lambda: not window.ask("told", name="settings_dialog"), "the settings are closed")
