"""What is at hand of pictures that have just come, and for how long."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from PIL import Image

from flux_desktop.imaging.master import Master
from flux_desktop.services import fresh as module
from flux_desktop.services.fresh import VIEWS, Fresh


def view(side: int = 40) -> Image.Image:
    return Image.new("RGB", (side, side // 2))


def master(side: int = 80) -> Master:
    return Master(np.zeros((side // 2, side, 3), np.uint8), "RGB", b"")


def test_a_view_is_looked_at_once() -> None:
    fresh, one = Fresh(), view()
    fresh.keep("a", one)
    assert fresh.view("a", 40) is one
    assert fresh.view("a", 40) is None


def test_one_that_is_too_small_is_kept_for_who_needs_less() -> None:
    fresh = Fresh()
    fresh.keep("a", view(40))
    assert fresh.view("a", 41) is None
    assert fresh.view("a", 20) is not None


def test_the_views_that_came_last_stay() -> None:
    fresh = Fresh()
    for number in range(VIEWS + 1):
        fresh.keep(str(number), view())
    fresh.keep("1", view())
    fresh.keep("new", view())
    assert [name for name in ("0", "1", "2", "3", "4", "new") if fresh.view(name, 1)] == ["1", "3", "4", "new"]


def test_only_the_very_last_pixels_are_held_and_handed_out_once() -> None:
    fresh, pixels = Fresh(), master()
    fresh.keep("a", view(), master())
    fresh.keep("b", view(), pixels)
    fresh.keep("c", view())
    assert fresh.pixels("a") is None
    assert fresh.pixels("b") is pixels
    assert fresh.pixels("b") is None


def test_what_would_fill_the_memory_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = Fresh()
    monkeypatch.setattr(module, "LARGEST", master().pixels.nbytes - 1)
    fresh.keep("a", view(), master())
    assert fresh.pixels("a") is None


def test_pixels_that_nobody_looks_at_leave_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    let_go = threading.Event()
    monkeypatch.setattr(module, "HELD", 0.01)
    fresh, pixels = Fresh(), master()
    plain = fresh.pixels

    def seen(asset: str) -> Master | None:
        found = plain(asset)
        let_go.set()
        return found

    monkeypatch.setattr(fresh, "pixels", seen)
    fresh.keep("a", view(), pixels)
    assert let_go.wait(10)
    assert plain("a") is None
