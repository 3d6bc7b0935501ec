"""A library that was worked with for weeks: two thousand results, in whose midst one is looked for."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PIL import Image

from flux_desktop.core.edit import Recipe
from flux_desktop.core.history import HistoryNode
from flux_desktop.store.assets import AssetStore
from flux_desktop.store.library import Library
from tests.e2e.support.pictures import GROUND

__all__ = ["LIGHTHOUSE", "RESULTS", "fill"]

SIZE = (300, 200)
RESULTS = 2000
PER_TREE = 50
DAY = 86_400
WEEKS = 35 * DAY
"""How long ago the first result was made."""
LIGHTHOUSE = "give the lighthouse a copper roof"
"""The prompt of three results: of three weeks ago, of last week, and of last week with a star."""
DAYS_AGO = (20, 5, 4)


def fill(home: Path) -> str:
    """Write the library of `home`; the id of the starred lighthouse."""
    home.mkdir(parents=True)
    assets, library = AssetStore(home / "assets", home / "thumbnails"), Library(home / "library.sqlite")
    try:
        asset, now = assets.keep(_png()), time.time()
        nodes = [*_shores(asset, now - WEEKS), *_lighthouses(asset, now)]
        library.add_nodes(sorted(nodes, key=lambda node: node.created))
    finally:
        library.close()
    return nodes[-1].id


def _shores(asset: str, begun: float) -> Iterator[HistoryNode]:
    """What is not looked for: forty pictures one after the other, with fifty results each."""
    for number in range(RESULTS):
        root, created = f"shore-{number // PER_TREE}", begun + number * WEEKS / RESULTS
        if number % PER_TREE == 0:
            yield _node(root, root, asset, created)
        yield _node(f"{root}-{number}", root, asset, created, f"brighter sky over the shore, take {number}")


def _lighthouses(asset: str, now: float) -> Iterator[HistoryNode]:
    yield _node("lighthouse", "lighthouse", asset, now - WEEKS)
    for days in DAYS_AGO:
        yield _node(f"lighthouse-{days}", "lighthouse", asset, now - days * DAY, LIGHTHOUSE, starred=days == 4)


def _node(id: str, root: str, asset: str, created: float, prompt: str = "", *, starred: bool = False) -> HistoryNode:
    """A result of `root`; without a prompt, an original."""
    node = HistoryNode(id, root, None, asset, "image/png", *SIZE, created, name=f"{id}.png")
    if not prompt:
        return node
    return replace(
        node, parent=root, recipe=Recipe(prompt, "offline", "offline-edit"), seed=7, name="", starred=starred
    )


def _png() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", SIZE, GROUND).save(file, "PNG")
    return file.getvalue()
