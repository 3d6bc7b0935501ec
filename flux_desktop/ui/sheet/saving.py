"""From selected nodes to the files of a contact sheet; what reads or writes files is for a worker thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from flux_desktop.core.history import HistoryNode
from flux_desktop.ui.sheet.entries import entries_of, shape_of
from flux_desktop.ui.sheet.layout import arranged
from flux_desktop.ui.sheet.options import SheetOptions
from flux_desktop.ui.sheet.output import Loader, files_of, save_pdf, save_png
from flux_desktop.ui.sheet.painting import ContactSheet

if TYPE_CHECKING:
    from flux_desktop.services.session import Session

__all__ = ["Told", "Written", "common_name", "contact_sheet", "proposed_path", "save_sheet"]

Told = Callable[[int, int], object]
"""Is told after each picture how many of how many are painted, and may raise Cancelled."""


@dataclass(frozen=True)
class Written:
    """The files of a sheet; or those that are in its way, in which case none was written."""

    files: tuple[Path, ...] = ()
    in_the_way: tuple[Path, ...] = ()


def contact_sheet(nodes: Sequence[HistoryNode], options: SheetOptions, session: Session, date: str) -> ContactSheet:
    """The sheet of `nodes`, at least one, in their order. Reads the library."""
    entries = entries_of(nodes, options, session)
    layout = arranged([len(entry.pictures) for entry in entries], options, shape_of(entries))
    return ContactSheet(options, entries, layout, date)


def save_sheet(sheet: ContactSheet, path: Path, session: Session, told: Told, *, overwrite: bool = False) -> Written:
    """Write the sheet to `path`: as PDF, or where that is its suffix as PNG. Nothing is replaced unless `overwrite`.

    OutputExists if it would replace an original, FileProblem if it can't be written, and what `told` raises.
    """
    files = files_of(sheet, path)
    shown = [node for entry in sheet.entries for node in entry.pictures]
    for node in {node.root: node for node in shown}.values():
        for file in files:
            session.exporter.protect_original(node, file)
    there = tuple(file for file in files if file.exists())
    if there and not overwrite:
        return Written(in_the_way=there)
    save = save_png if path.suffix.lower() == ".png" else save_pdf
    load = Loader(session.pictures, lambda count: told(count, len(shown)))
    return Written(tuple(save(sheet, path, load, overwrite=overwrite)))


def common_name(nodes: Sequence[HistoryNode], session: Session) -> str:
    """The name of the original that all grew from, without its suffix; "" for several, and for generations."""
    roots = {node.root for node in nodes}
    root = session.library.node(roots.pop()) if len(roots) == 1 else None
    return Path(root.name).stem if root is not None and root.is_original else ""


def proposed_path(nodes: Sequence[HistoryNode], session: Session, suffix: str) -> Path:
    """Beside the original of the first node; among the user's documents where it is nowhere."""
    stem = common_name(nodes, session)
    name = f"{stem}-sheet{suffix}" if stem else f"contact-sheet{suffix}"
    root = session.library.node(nodes[0].root)
    beside = Path(root.path).parent if root is not None and root.path else None
    if beside is not None and beside.is_dir():
        return beside / name
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return (Path(place) if place and Path(place).is_dir() else Path.home()) / name
