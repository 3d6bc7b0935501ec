"""A library that was worked with for weeks: two thousand results, in whose midst one is looked for."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from flux_desktop.core.edit import Recipe
from flux_desktop.core.history import HistoryNode
from flux_desktop.store.assets import AssetStore
from flux_desktop.store.library import Library
from tests.e2e.support.pictures import GROUND

__all__ = ["LIGHTHOUSE", "RESULTS", "fill"]

RESULTS, TREES = 2000, 40
DAY = 86_400
WEEKS = 35 * DAY
"""How long ago the first result was made."""
LIGHTHOUSE = "give the lighthouse a copper roof"
"""The prompt of three results: of three weeks ago, of last week, and of last week with a star."""
FOUND = {20: "plain", 5: "plain", 4: "starred"}
"""By days ago."""


def fill(home: Path) -> str:
    """Write the library of `home`; the id of the starred lighthouse."""
    home.mkdir(parents=True)
    assets, library = AssetStore(home / "assets", home / "thumbnails"), Library(home / "library.sqlite")
    try:
        library.add_nodes(list(_nodes(assets.keep(_png()), time.time())))
    finally:
        library.close()
    return _lighthouse(4)


def _nodes(asset: str, now: float) -> Iterator[HistoryNode]:
    """One after the other as they were made: trees of fifty, each of a day or so, with a lighthouse in some."""
    wanted = {now - days * DAY: days for days in FOUND}
    for number in range(TREES):
        root = f"{number:04}"
        begun = now - WEEKS + number * WEEKS / TREES
        yield _node(root, root, None, asset, begun, name=f"shore {number}.png")
        for step in range(RESULTS // TREES):
            created = begun + step * WEEKS / RESULTS
            yield _node(
                f"{root}-{step:02}", root, root, asset, created, f"brighter sky over shore {number}, take {step}"
            )
            due = [moment for moment in wanted if moment <= created]
            for moment in due:
                days = wanted.pop(moment)
                yield _node(_lighthouse(days), root, root, asset, moment, LIGHTHOUSE, starred=FOUND[days] == "starred")


def _lighthouse(days: int) -> str:
    return f"lighthouse-{days}"


def _node(
    id: str, root: str, parent: str | None, asset: str, created: float, prompt: str = "", *, name: str = "",
    starred: bool = False,
) -> HistoryNode:  # fmt: skip
    recipe = Recipe(prompt, "offline", "offline-edit", {"seed": 7}) if prompt else None
    seed = 7 if prompt else None
    return HistoryNode(
        id, root, parent, asset, "image/png", 300, 200, created, recipe, seed, name=name, starred=starred
    )


def _png() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (300, 200), GROUND).save(file, "PNG")
    return file.getvalue()
