"""What the database does not give back: nodes from the journal, and pictures that nothing refers to any more."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping

from flux_desktop.core.errors import FluxError
from flux_desktop.core.history import HistoryNode, new_id
from flux_desktop.store.assets import AssetStore
from flux_desktop.store.journal import Entry
from flux_desktop.store.rows import NODE_COLUMNS, node_row, values

__all__ = ["insert", "recover", "replay"]

INSERT = f"INSERT OR IGNORE INTO nodes (seq, {NODE_COLUMNS}) VALUES (?, {values(NODE_COLUMNS)})"

ASSET = re.compile("[0-9a-f]{64}")
REFERRING = (
    "SELECT asset || ' ' || details FROM nodes",
    "SELECT coalesce(source, '') || ' ' || coalesce(mask, '') || ' ' || reference_assets FROM jobs",
    "SELECT ticket FROM orders WHERE ticket IS NOT NULL",
)
"""All text in which assets are named."""


def replay(target: sqlite3.Connection, entries: Mapping[str, Entry], assets: AssetStore) -> tuple[int, int]:
    """Insert what the journal knows beyond the rows of `target`; how many nodes came back, and how many did not.

    Those come back whose picture is there, and what these grew from: the tree needs it, and shows it as missing.
    """
    known = {row[0] for row in target.execute("SELECT id FROM nodes")}
    lost = {id: entry for id, entry in entries.items() if id not in known}
    back: dict[str, Entry] = {}
    for id, entry in lost.items():
        if assets.has(entry.node.asset):
            back |= _way_up(id, lost, back)
    for entry in sorted(back.values(), key=lambda entry: entry.seq):
        insert(target, entry.node, entry.seq)
    return len(back), len(lost) - len(back)


def insert(target: sqlite3.Connection, node: HistoryNode, seq: int | None = None) -> bool:
    """Insert a node, at its place in the order of arrival if nobody took that; False where its id is taken."""
    row = node_row(node)
    return any(target.execute(INSERT, (place, *row)).rowcount for place in dict.fromkeys((seq, None)))


def recover(target: sqlite3.Connection, assets: AssetStore) -> int:
    """Make nodes of the assets that are pictures and that nothing in `target` names; how many.

    Originals, but where the file tells with which recipe it was made.
    """
    named = {name for sql in REFERRING for (text,) in target.execute(sql) for name in ASSET.findall(text)}
    return sum(insert(target, node) for asset in sorted(assets.names() - named) for node in _recovered(asset, assets))


def _way_up(id: str | None, lost: Mapping[str, Entry], but: Mapping[str, Entry]) -> dict[str, Entry]:
    """The lost node `id` and those that it grew from."""
    way: dict[str, Entry] = {}
    while id is not None and id in lost and id not in way and id not in but:
        way[id] = lost[id]
        id = lost[id].node.parent
    return way


def _recovered(asset: str, assets: AssetStore) -> Iterator[HistoryNode]:
    """One node for a picture; none for anything else."""
    from flux_desktop.imaging.embedded import find_recipe
    from flux_desktop.imaging.opening import probe

    try:
        picture = probe(assets.load(asset))
        created = assets.path(asset).stat().st_mtime
    except (FluxError, OSError):
        return
    id, told = new_id(), find_recipe(picture.data)
    yield HistoryNode(
        id=id,
        root=id,
        parent=None,
        asset=asset,
        media_type=picture.media_type,
        width=picture.width,
        height=picture.height,
        created=created,
        recipe=told.recipe if told else None,
        seed=told.seed if told and told.recipe else None,
        name=f"Recovered {asset[:8]}",
    )
