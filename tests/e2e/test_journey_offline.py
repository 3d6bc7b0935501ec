"""The main job in the real window: drop a photo, say what to change, compare, reuse the seed, export, come back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.e2e.support.pictures import GROUND, PURPLE, close, colour_near, middle_of, photo
from tests.e2e.support.window import Window

BLUE = (0x00, 0x66, 0xCC)
SWAP = "make the purple #0066cc"
GRAIN = "add heavy film grain"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    return photo(tmp_path / "photo.jpg")


def test_the_main_job(platform_display: str, tmp_path: Path, picture: Path) -> None:
    original = picture.read_bytes()
    with Window(tmp_path / "home", platform_display) as window:
        window.drop(picture)
        assert window.canvas()["size"] == [900, 600]  # upright, as the camera meant it
        edit(window, SWAP)
        expect_on_canvas(window, BLUE)
        compare(window)
        reuse_the_seed(window)
        export(window, tmp_path)
        kept = window.history()
    assert picture.read_bytes() == original
    with Window(tmp_path / "home", platform_display) as window:
        come_back(window, kept)


def edit(window: Window, prompt: str) -> dict[str, Any]:
    """Write the prompt, run it by keys, and wait until its result is a row and on the canvas."""
    before = len(window.history())
    if window.words("prompt_box") != prompt:
        window.write("prompt_box", prompt)
    window.hands.keys("ctrl+Return")
    rows = window.results(before + 1)
    window.until(lambda: window.canvas()["picture"] == rows[0]["id"], "the result is on the canvas")
    window.until(lambda: window.stage() == "Done", "the job is done")
    assert rows[0]["prompt"] == prompt
    return rows[0]


def expect_on_canvas(window: Window, colour: tuple[int, int, int], across: float = 0.5) -> None:
    """The box in the middle of the photo is of that colour on the screen, and the ground is as it was."""
    place = window.canvas()["place"]

    def right() -> bool:
        screen = window.screen()
        box = colour_near(screen, middle_of(place, across))
        ground = colour_near(screen, middle_of(place, 0.1, 0.9))
        return close(box, colour) and close(ground, GROUND)

    window.until(right, f"{colour} is on the screen")


def compare(window: Window) -> None:
    """The divider by keys, both pictures beside each other, and the original while a button is held."""
    window.hands.keys("ctrl+t")
    window.until(lambda: window.canvas()["mode"] == "split", "the divider is there")
    expect_on_canvas(window, PURPLE, 0.4)
    expect_on_canvas(window, BLUE, 0.6)
    window.focus("compare_view")
    window.hands.keys("Home")
    expect_on_canvas(window, BLUE, 0.4)
    window.hands.keys("shift+Right")
    window.until(lambda: window.canvas()["split"] == 0.1, "the divider moved by a tenth")
    window.hands.keys("End")
    expect_on_canvas(window, PURPLE, 0.6)
    window.hands.keys("ctrl+t")
    window.until(lambda: window.canvas()["mode"] == "side_by_side", "both are beside each other")
    window.click("compare_single")
    expect_on_canvas(window, BLUE)
    with window.held("peek_button"):
        expect_on_canvas(window, PURPLE)
    expect_on_canvas(window, BLUE)


def reuse_the_seed(window: Window) -> None:
    """Chance gives another picture each time, the seed the very same bytes."""
    first, second = edit(window, GRAIN), edit(window, GRAIN)
    assert first["seed"] != second["seed"]
    assert first["asset"] != second["asset"]
    window.click_row(1)
    window.until(lambda: window.canvas()["picture"] == first["id"], "the older result is on the canvas")
    window.click("use_seed_button")
    window.until(lambda: window.words("param_seed") == str(first["seed"]), "the seed is in the sidebar")
    window.focus("prompt_box")
    window.hands.keys("ctrl+Return")
    rows = window.results(4)
    assert (rows[0]["seed"], rows[0]["asset"]) == (first["seed"], first["asset"])
    assert window.canvas()["picture"] == first["id"], "a result took the canvas from a user who looks at another"
    window.until(lambda: window.message() == "A result is ready.", "the bar tells of the result")


def export(window: Window, folder: Path) -> None:
    """The first result, into two formats; the second time under a name that exists."""
    window.click_row(3)
    for name in ("result.png", "result.webp"):
        export_to(window, folder / name)
        image = Image.open(folder / name)
        assert (image.format, image.size) == (name.rpartition(".")[2].upper(), (900, 600))
        assert close(colour_near(image, (450, 300)), BLUE)
        assert close(colour_near(image, (40, 40)), GROUND, 3)
        told = image.getexif()
        assert "Jane Owner" not in str(dict(told))
    before = (folder / "result.png").read_bytes()
    window.hands.keys("ctrl+shift+e")
    window.write("export_path", str(folder / "result.png"))
    window.click("export_save")
    assert "exists already" in window.words("export_problem")
    assert (folder / "result.png").read_bytes() == before
    window.click("export_cancel")
    window.until(lambda: window.ask("widget", name="export_dialog") is None, "the dialog is closed")


def export_to(window: Window, path: Path) -> None:
    window.hands.keys("ctrl+shift+e")
    window.write("export_path", str(path))
    window.click("export_save")
    window.until(lambda: str(path) in window.message(), "the bar says where it was exported to")
    window.until(lambda: window.ask("widget", name="export_dialog") is None, "the dialog is closed")


def come_back(window: Window, kept: list[dict[str, Any]]) -> None:
    """After a restart the results are there, and so is what was typed."""
    found = window.history()
    names = ("id", "prompt", "seed", "asset", "params")
    assert [[row[name] for name in names] for row in found] == [[row[name] for name in names] for row in kept]
    assert window.words("prompt_box") == GRAIN
    window.click_row(3)
    window.until(lambda: window.canvas()["picture"] == kept[3]["id"], "the first result is on the canvas again")
    expect_on_canvas(window, BLUE)
    window.click("edit_further_button")
    edit(window, "black and white")

    def grey() -> bool:
        seen = colour_near(window.screen(), middle_of(window.canvas()["place"]))
        return max(seen) - min(seen) <= 2

    window.until(grey, "the box is grey")
