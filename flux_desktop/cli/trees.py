"""Whole trees of `flux-desktop history`: out as one file, and in from one."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from flux_desktop.cli.output import Out
from flux_desktop.core.errors import InputError
from flux_desktop.core.history import HistoryNode

if TYPE_CHECKING:
    from flux_desktop.services.assembly import Program

__all__ = ["read_tree", "write_tree"]


async def write_tree(node: HistoryNode, options: Namespace, program: Program, out: Out) -> int:
    """Write everything that grew from the original of `node` to OUT."""
    from flux_desktop.services.archive import export_tree

    if options.out is None:
        raise InputError("history tree needs a file to write to.", "Add -o OUT, e.g. -o photo.fluxtree.")
    assets, library = program.pictures.assets, program.queue.library
    count, notes = await asyncio.to_thread(
        lambda: export_tree(node.root, library, assets, options.out, overwrite=options.overwrite)
    )
    for sentence in (f"{options.out}: {count} pictures", *notes):
        out.line(sentence)
    out.result({"path": str(options.out.absolute()), "root": node.root, "pictures": count, "notes": list(notes)})
    return 0


async def read_tree(options: Namespace, program: Program, out: Out) -> int:
    """Take the tree of a file into the library; nothing that is there already is doubled."""
    from flux_desktop.services.archive import import_tree

    if not options.id:
        raise InputError("history import needs the file of a tree.", "Name it: flux-desktop history import FILE")
    limit = program.settings.integer("max_megapixels")
    taken = await asyncio.to_thread(lambda: import_tree(Path(options.id), program.pictures, max_megapixels=limit))
    for sentence in (f"{taken.added} pictures added, {taken.known} known already.", *taken.notes):
        out.line(sentence)
    out.result({"root": taken.root.id, "added": taken.added, "known": taken.known, "notes": list(taken.notes)})
    return 0
