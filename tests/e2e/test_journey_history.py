"""The history in the real window: branch from an old picture, and compare any two."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.support.pictures import close, colour_near, middle_of, photo
from tests.e2e.support.rows import edit, edit_further, see_tree, show, tree_of, way_on_screen
from tests.e2e.support.window import Window

BLUE, GREEN = (0x00, 0x66, 0xCC), (0x00, 0xAA, 0x44)
TO_BLUE, TO_GREEN = "make the purple #0066cc", "make the blue #00aa44"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    return photo(tmp_path / "photo.jpg")


def see(window: Window, colour: tuple[int, int, int], across: float = 0.5, down: float = 0.5) -> None:
    """Wait until that colour is on the screen at a point of the picture, by its shares of the sides."""
    at = middle_of(window.canvas()["place"], across, down)
    window.until(lambda: close(colour_near(window.screen(), at), colour, 16), f"{colour} is on the screen at {at}")


def follow_way(window: Window, *ids: str) -> None:
    """Wait until exactly these nodes are marked in the tree as the way to the canvas."""
    window.until(lambda: way_on_screen(window) == list(ids), f"the way leads over {ids}")


def seen_at(window: Window, across: float, down: float) -> tuple[int, int, int]:
    """The colour on the screen at a point of the picture."""
    return colour_near(window.screen(), middle_of(window.canvas()["place"], across, down))


def test_branch_from_an_old_node(platform_display: str, tmp_path: Path, picture: Path) -> None:
    with Window(tmp_path / "home", platform_display) as window:
        window.drop(picture)
        see_tree(window)
        original = window.canvas()["picture"]
        blue = edit(window, TO_BLUE)["id"]
        edit_further(window, blue)
        soft = edit(window, "blur 8 px")["id"]
        edit_further(window, soft)
        grey = edit(window, "black and white")["id"]
        follow_way(window, original, blue, soft, grey)

        edit_further(window, blue)
        green = edit(window, TO_GREEN)["id"]
        see(window, GREEN)
        branched = [(original, None), (blue, original), (soft, blue), (grey, soft), (green, blue)]
        window.until(lambda: sorted(tree_of(window)) == sorted(branched), "the tree has a branch")
        follow_way(window, original, blue, green)
        kept = tree_of(window)
    with Window(tmp_path / "home", platform_display) as window:
        window.results(4)
        show(window, grey)
        window.until(lambda: tree_of(window) == kept, "the tree is there again")
        follow_way(window, original, blue, soft, grey)
        edit_further(window, green)
        again = edit(window, "sepia")
        assert again["parent"] == green
        follow_way(window, original, blue, green, again["id"])


def test_compare_any_two(platform_display: str, tmp_path: Path, picture: Path) -> None:
    """Two results of different sizes, which have nothing to do with each other but the original."""
    with Window(tmp_path / "home", platform_display) as window:
        window.drop(picture)
        blue = edit(window, TO_BLUE)
        window.choose("param_megapixels", "0.25")
        green = edit(window, "make the purple #00aa44")
        assert green["size"] != blue["size"]
        show(window, blue["id"])
        window.hands.keys("c")
        window.until(lambda: f"Seed {blue['seed']}" in window.words("partner_chip"), "the partner is named")
        show(window, green["id"])
        window.until(lambda: window.canvas()["compared"] == blue["id"], "both are on the canvas")
        two = [f"Seed {row['seed']} · offline" for row in (blue, green)]
        assert f"comparing {two[0]} and {two[1]}, split" in window.canvas()["about"]
        see(window, BLUE, 0.4)
        see(window, GREEN, 0.6)
        assert max(seen_at(window, 0.02, 0.04)) < 100, "a label is on the side before"
        look_closer(window)
        compare_by_keys(window, two)
        window.click("partner_chip")
        window.until(lambda: window.canvas()["compared"] == green["parent"], "the original is the other side again")


def look_closer(window: Window) -> None:
    """The loupe shows both sides at the pointer, also where the divider hides one of them."""
    window.focus("compare_view")
    window.hands.keys("m")
    window.hands.move(*middle_of(window.canvas()["place"], 0.4))
    place = window.widget("loupe")["place"]

    def both() -> bool:
        screen = window.screen()
        tiles = [colour_near(screen, middle_of(place, across, 0.3)) for across in (0.25, 0.75)]
        return all(close(tile, colour, 16) for tile, colour in zip(tiles, (BLUE, GREEN), strict=True))

    window.until(both, "the loupe shows both")
    window.hands.keys("m")
    window.until(lambda: window.ask("widget", name="loupe") is None, "the loupe is put away")


def compare_by_keys(window: Window, two: list[str]) -> None:
    """Swap the sides, and go through all the modes."""
    window.hands.keys("x")
    see(window, GREEN, 0.4)
    see(window, BLUE, 0.6)
    assert f"comparing {two[1]} and {two[0]}" in window.canvas()["about"]
    window.hands.keys("x")
    window.hands.keys("y")
    window.until(lambda: window.canvas()["mode"] == "side_by_side", "they are beside each other")
    see(window, BLUE)
    window.hands.keys("y")
    window.until(lambda: window.canvas()["mode"] == "onion", "one lies on the other")
    see(window, (0, 136, 136))
    window.hands.keys("y")
    window.until(lambda: window.canvas()["mode"] == "blink", "they come in turn")
    see(window, BLUE)
    see(window, GREEN)
    window.hands.keys("y")
    window.until(lambda: window.canvas()["mode"] == "difference", "their difference is shown")
    window.until(lambda: max(seen_at(window, 0.1, 0.9)) < 40 < max(seen_at(window, 0.5, 0.5)) - 60, "the box differs")
    assert "differ" in window.canvas()["about"]
