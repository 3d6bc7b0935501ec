"""`flux-desktop history`."""

from __future__ import annotations

import asyncio
import time
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from flux_desktop.cli.output import Out
from flux_desktop.cli.trees import read_tree, write_tree
from flux_desktop.core.errors import FluxError, InputError
from flux_desktop.core.history import HistoryNode

if TYPE_CHECKING:
    from flux_desktop.services.assembly import Program

__all__ = ["history"]


async def history(options: Namespace, program: Program, out: Out) -> int:
    """List results; show, export, delete or restore one; empty the trash; a whole tree out and in."""
    actions = {
        "list": _list,
        "show": _show,
        "export": _export,
        "recipe": _recipe,
        "trash": _trash,
        "restore": _restore,
        "empty": _empty,
        "tree": _tree,
        "import": read_tree,
    }
    return await actions[options.action](options, program, out)


async def _list(options: Namespace, program: Program, out: Out) -> int:
    library = program.queue.library
    ids = library.search(options.search) if options.search else library.result_ids()
    nodes = library.nodes(ids[: max(0, options.limit)])
    return _tell(nodes, out, "No results yet.")


async def _show(options: Namespace, program: Program, out: Out) -> int:
    node = _node(options, program)
    for name, value in _json(node).items():
        out.line(f"{name}: {value}")
    out.result(_json(node))
    return 0


async def _export(options: Namespace, program: Program, out: Out) -> int:
    from flux_desktop.services.export import Exporter, Marks

    node = _node(options, program)
    if options.out is None:
        raise InputError("history export needs a file to write to.", "Add -o OUT.")
    if options.quality is not None and not 0 <= options.quality <= 100:
        raise InputError(f"--quality {options.quality} does not fit.", "It takes 0 to 100.")
    exporter = Exporter(program.pictures)
    marks = Marks.chosen(program.settings, client_safe=options.client_safe)
    path = await asyncio.to_thread(
        lambda: exporter.export(node, options.out, quality=options.quality, overwrite=options.overwrite, marks=marks)
    )
    with suppress(FluxError):  # it is written: that this cannot be noted is no failure
        program.queue.library.mark([node.id], exported=True)
    out.line(str(path))
    out.result({"path": str(path.absolute()), **_json(node)})
    return 0


async def _recipe(options: Namespace, program: Program, out: Out) -> int:
    node = _node(options, program)
    recipe = node.used_recipe
    if recipe is None:
        raise InputError("This is an original: it was opened, not made.", "Name a result.")
    data = recipe.to_json()
    for name, value in data.items():
        out.line(f"{name}: {value}")
    out.result(data)
    return 0


async def _trash(options: Namespace, program: Program, out: Out) -> int:
    """Delete one result, so that it can be restored; without an id list what was deleted, the last one first."""
    library = program.queue.library
    if not options.id:
        return _tell(library.nodes(library.trashed_ids()[::-1]), out, "The trash is empty.")
    node = _node(options, program)
    if node.starred and not options.starred:
        raise InputError("This result is starred.", "Add --starred to delete it all the same.")
    library.trash([node.id], time.time())
    return _tell_one(node, program, out, "It is in the trash; `flux-desktop history restore` brings it back.")


async def _restore(options: Namespace, program: Program, out: Out) -> int:
    node = _node(options, program)
    program.queue.library.restore([node.id])
    return _tell_one(node, program, out, "It is back.")


async def _empty(options: Namespace, program: Program, out: Out) -> int:
    """Remove what is in the trash for good. What living results were made from stays there."""
    from flux_desktop.services.storage import Storage, size_words

    del options
    library = program.queue.library
    storage = Storage(library, program.pictures.assets, program.settings)
    dropped = await asyncio.to_thread(lambda: storage.drop(library.trashed_ids()))
    out.line(f"Removed for good: {len(dropped.nodes)}, {size_words(dropped.bytes)}.")
    out.result({"removed": list(dropped.nodes), "bytes": dropped.bytes, "left": len(library.trashed_ids())})
    return 0


def _tell(nodes: Sequence[HistoryNode], out: Out, otherwise: str) -> int:
    """A line for each node; `otherwise` where there is none."""
    for node in nodes:
        prompt = node.recipe.prompt.replace("\n", " ")[:60] if node.recipe else node.name
        made = time.strftime("%Y-%m-%d %H:%M", time.localtime(node.created))
        star = "★ " if node.starred else ""
        out.line(f"{node.id}  {made}  {node.width}×{node.height}  seed {node.seed}  {star}{prompt}")
    if not nodes:
        out.line(otherwise)
    out.result({"nodes": [_json(node) for node in nodes]})
    return 0


def _tell_one(node: HistoryNode, program: Program, out: Out, words: str) -> int:
    """What was done to `node`, and how it is now."""
    out.line(words)
    out.result(_json(program.queue.library.node(node.id) or node))
    return 0


async def _tree(options: Namespace, program: Program, out: Out) -> int:
    return await write_tree(_node(options, program), options, program, out)


def _node(options: Namespace, program: Program) -> HistoryNode:
    """The node whose id, or the beginning of its id, was given."""
    library = program.queue.library
    if not options.id:
        raise InputError(f"history {options.action} needs the ID of a result.", "`flux-desktop history` lists them.")
    node = library.node(options.id)
    if node is not None:
        return node
    kept = {*library.result_ids(), *library.trashed_ids()}
    fitting = [id for id in kept if id.startswith(options.id)]
    if len(fitting) != 1:
        raise InputError(f"There is no one result “{options.id}”.", "`flux-desktop history` lists them.")
    return library.nodes(fitting)[0]


def _json(node: HistoryNode) -> dict[str, Any]:
    recipe = node.used_recipe
    return {
        "id": node.id,
        "parent": node.parent,
        "root": node.root,
        "name": node.name or None,
        "width": node.width,
        "height": node.height,
        "media_type": node.media_type,
        "sha256": node.asset,
        "created": node.created,
        "seed": node.seed,
        "cost": node.cost.to_json() if node.cost else None,
        "recipe": recipe.to_json() if recipe else None,
        "starred": node.starred,
        "rating": node.rating,
        "note": node.note,
        "exported": node.exported,
        "edited": node.edited,
        "trashed": node.trashed,
    }
