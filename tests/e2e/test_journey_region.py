"""One part of a 24 megapixel photograph, in the real window: lasso, run, feather, export, and a look at every byte."""

from __future__ import annotations

import math
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from flux_desktop.imaging.effects.arrays import Bytes
from flux_desktop.resources import resource
from tests.e2e.support.window import Window
from tests.e2e.test_journey_offline import export_to
from tests.simulators.onemin import OneMin

pytestmark = [pytest.mark.window, pytest.mark.timeout(600)]

SIZE = (6000, 4000)
MIDDLE, RADIUS = (0.45, 0.5), 0.12
"""Where the lasso goes in shares of width and height, and how far around that in shares of the height."""
SLACK = 24
"""Pixels of the picture that a hand may be beside the line: one and a half of those on the screen."""

PATIENCE = 90.0
"""Seconds for what takes three on a machine that does nothing else."""


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """The sample enlarged, as a camera's JPEG."""
    path = tmp_path / "photo.jpg"
    with Image.open(resource("sample.jpg")) as sample:
        sample.convert("RGB").resize(SIZE, Image.Resampling.BICUBIC).save(path, quality=90)
    return path


def test_a_part_changes_and_not_one_byte_beside_it(display: str, tmp_path: Path, picture: Path) -> None:
    original = picture.read_bytes()
    with OneMin() as host:
        own = {"FLUX_DESKTOP_ONEMIN_URL": host.url, "FLUX_DESKTOP_ONEMIN_KEY": host.key}
        with Window(tmp_path / "home", display, own) as window:
            window.drop(picture)
            window.until(lambda: window.canvas()["size"] == list(SIZE), "the picture is open")
            lasso(window)
            edit(window, "sepia, strong contrast")
            before = pixels(picture)
            hard = compared(window, tmp_path / "offline.png", before)
            feathered(window)
            soft = compared(window, tmp_path / "feathered.tiff", before)
            window.click("region_back")  # a result does not take the canvas from who looks at another one
            window.choose("provider_box", "1min.ai")
            edit(window, "make it blue")
            assert compared(window, tmp_path / "hosted.tiff", before) > 0
            (order,) = host.orders
            assert sent_megapixels(host) < 1.5
            assert order["promptObject"]["prompt"] == "make it blue"
    assert picture.read_bytes() == original
    assert hard > soft > 0


def lasso(window: Window) -> None:
    """Draw around the middle with the mouse, until the region is told in numbers."""
    window.click("tool_lasso")
    left, top, width, height = window.canvas()["place"]
    middle = left + width * MIDDLE[0], top + height * MIDDLE[1]
    points = [
        (round(middle[0] + height * RADIUS * math.cos(angle)), round(middle[1] + height * RADIUS * math.sin(angle)))
        for angle in np.linspace(0, 2 * math.pi, 24)
    ]
    window.hands.press(*points[0])
    for point in points[1:]:
        window.hands.move(*point)
    window.hands.release()
    window.until(lambda: window.ask("widget", name="region_width"), "the region is there")


def edit(window: Window, prompt: str) -> None:
    """Write the prompt, run it by keys, and wait until its result is on the canvas."""
    before = len(window.history())
    window.write("prompt_box", prompt)
    window.hands.keys("ctrl+Return")
    seen(window, before + 1)


def seen(window: Window, count: int) -> None:
    """Until there are `count` results, and the newest one is on the canvas."""
    window.until(lambda: len(window.history()) == count, f"{count} results are in the history", PATIENCE)
    newest = window.history()[0]["id"]
    window.until(lambda: window.canvas()["picture"] == newest, "the newest is on the canvas", PATIENCE)


def feathered(window: Window) -> None:
    """Put the newest result back with the widest feather: a new result, and no new order."""
    jobs, rows = len(window.jobs()), len(window.history())
    window.focus("canvas")
    window.hands.keys("k")
    window.focus("finish_feather")
    window.hands.keys("End")
    window.click("finish_apply_button")
    seen(window, rows + 1)
    assert len(window.jobs()) == jobs


def compared(window: Window, path: Path, before: Bytes) -> float:
    """Export what is on the canvas: it is as large as the original, and the same wherever the lasso was not.

    How much changed where it was, in all.
    """
    export_to(window, path)
    after = pixels(path)
    assert after.shape == before.shape
    left, top, right, bottom = frame()
    changed = (before != after).any(axis=2)
    inside = changed[top:bottom, left:right]
    assert np.count_nonzero(changed) == np.count_nonzero(inside)
    assert not inside[~around()].any()
    apart = before[top:bottom, left:right].astype(np.int16) - after[top:bottom, left:right]
    return float(np.abs(apart).sum())


def pixels(path: Path) -> Bytes:
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))


def frame() -> tuple[int, int, int, int]:
    """The box around all that the lasso may have reached."""
    x, y, reach = SIZE[0] * MIDDLE[0], SIZE[1] * MIDDLE[1], SIZE[1] * RADIUS + SLACK
    return round(x - reach), round(y - reach), round(x + reach), round(y + reach)


def around() -> NDArray[np.bool_]:
    """Within that box, where the lasso may have been."""
    left, top, right, bottom = frame()
    rows, columns = np.ogrid[top:bottom, left:right]
    x, y, reach = SIZE[0] * MIDDLE[0], SIZE[1] * MIDDLE[1], SIZE[1] * RADIUS + SLACK
    inside: NDArray[np.bool_] = (columns - x) ** 2 + (rows - y) ** 2 <= reach**2
    return inside


def sent_megapixels(host: OneMin) -> float:
    width, height = Image.open(BytesIO(next(iter(host.assets.values())))).size
    return width * height / 1e6
