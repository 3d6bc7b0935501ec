"""A tree into one file: `tree.json` with its nodes and colours, and every picture, reference and mask they need."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from flux_desktop import __version__
from flux_desktop.core.errors import FileProblem, OutputExists
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import tr
from flux_desktop.services.archive.node_json import assets_of, node_to_json
from flux_desktop.services.export import write_by
from flux_desktop.services.palettes import colours_of, folder_beside

if TYPE_CHECKING:
    from flux_desktop.imaging.palettes import Swatch
    from flux_desktop.store.assets import AssetStore
    from flux_desktop.store.library import Library

__all__ = ["FORMAT", "INDEX", "PICTURES", "SUFFIX", "VERSION", "export_tree"]

SUFFIX = ".fluxtree"
INDEX = "tree.json"
PICTURES = "pictures/"
FORMAT = "flux-desktop-tree"
VERSION = 1


def export_tree(
    root: str, library: Library, assets: AssetStore, path: Path, *, overwrite: bool = False
) -> tuple[int, tuple[str, ...]]:
    """Write all that grew from node `root` to `path`; how many pictures, and sentences about what is missing.

    What was deleted is left out, unless something that was not was made from it. OutputExists if a file is there.
    Slow: for a thread.
    """
    from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

    if path.exists() and not overwrite:
        raise OutputExists(tr("{name} exists already.", name=path.name))
    nodes = _worth_keeping(library.nodes([sprout.id for sprout in library.sprouts(root)]))
    if not nodes:
        raise FileProblem(
            tr("There is nothing to export: this tree was deleted."), tr("Restore it from the trash first.")
        )
    missing = assets.missing(sorted({name for node in nodes for name in assets_of(node)}))
    whole = [node for node in nodes if node.asset not in missing]
    colours = colours_of(folder_beside(library.path), root)

    def write(temporary: Path) -> None:
        with ZipFile(temporary, "w", ZIP_STORED) as archive:
            archive.writestr(INDEX, _index(root, whole, colours), ZIP_DEFLATED)
            for name in sorted({name for node in whole for name in assets_of(node)} - set(missing)):
                archive.writestr(PICTURES + name, assets.load(name))

    write_by(path, write, overwrite=overwrite)
    lost = tr(
        "{missing} stored files of this tree are missing: what needs them is not in {name}.",
        missing=len(missing),
        name=path.name,
    )
    return len(whole), (lost,) if missing else ()


def _worth_keeping(nodes: Iterable[HistoryNode]) -> list[HistoryNode]:
    """Those that were not deleted, and what they were made from."""
    known = {node.id: node for node in nodes}
    kept: set[str] = set()
    for node in known.values():
        above: HistoryNode | None = node if node.trashed is None else None
        while above is not None and above.id not in kept:
            kept.add(above.id)
            above = known.get(above.parent or "")
    return [node for node in known.values() if node.id in kept]


def _index(root: str, nodes: list[HistoryNode], colours: Sequence[Swatch]) -> str:
    index = {
        "format": FORMAT,
        "version": VERSION,
        "program": f"Flux Desktop {__version__}",
        "written": round(time.time(), 3),
        "root": root,
        "palette": list(colours),  # not in files of earlier versions, which leave it out where they read it
        "nodes": [node_to_json(node) for node in nodes],
    }
    return json.dumps(index, ensure_ascii=False, indent=1)
