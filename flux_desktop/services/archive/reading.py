"""A tree out of a file that may come from anybody: within limits, every picture checked, and nothing twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flux_desktop.core.errors import FileProblem, InputError, Internal, TooLarge
from flux_desktop.core.history import HistoryNode, new_id
from flux_desktop.core.language import marked, tr
from flux_desktop.services.archive.node_json import ASSET, assets_of, node_from_json
from flux_desktop.services.archive.writing import FORMAT, INDEX, PICTURES, VERSION
from flux_desktop.services.palettes import add_colours, folder_beside

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

    from flux_desktop.services.pictures import Pictures
    from flux_desktop.store.library import Library

__all__ = ["Imported", "import_tree", "looks_like_tree"]

MOST_NODES = 100_000
MOST_INDEX = 128 * 2**20
MOST_PICTURE = 4 * 2**30
MOST_PACKED = 50
"""Times that a picture may be smaller in the file: it is packed already, and no further by this program."""
FOREIGN = marked("Import files that Flux Desktop wrote with “Export tree…”.")


@dataclass(frozen=True)
class Imported:
    """What came of a file: `root` is the tree's original in this library, `added` counts nodes that it did not have.

    `notes` are sentences for the user about what could not be taken over.
    """

    root: HistoryNode
    added: int
    known: int
    notes: tuple[str, ...] = ()


def looks_like_tree(data: bytes) -> bool:
    """Whether a file that begins like this may be a tree: a zip whose first entry is its index."""
    return data.startswith(b"PK\x03\x04") and data[30 : 30 + len(INDEX)] == INDEX.encode()


def import_tree(path: Path, pictures: Pictures, *, max_megapixels: float) -> Imported:
    """Take the tree of a file into the library; InputError with the reason, and then the library is as it was.

    A node that the library has stays as it is there (one in its trash comes back); the same original that was opened
    here is not doubled: what grew from it is added to its tree. Pictures of more than `max_megapixels` are left out.
    Slow: for a thread.
    """
    with pictures.assets.keeping():
        return _import(path, pictures, max_megapixels)


def _import(path: Path, pictures: Pictures, limit: float) -> Imported:
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as archive:
            index = _index(archive, path.name)
            nodes, notes = _nodes(index, path.name)
            kept, lost = _keep_pictures(archive, nodes, pictures, limit)
    except (BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise FileProblem(
            tr("{name} is damaged, or not a tree.", name=path.name), tr(FOREIGN), detail=str(error)
        ) from error
    except OSError as error:
        reason = error.strerror or error
        raise FileProblem(tr("{name} cannot be read: {reason}.", name=path.name, reason=reason)) from error
    whole = [node for node in nodes if node.asset in kept]
    if not whole or whole[0].id != index["root"]:
        raise FileProblem(
            tr("{name} has no picture that its tree grew from.", name=path.name), tr("Ask for the file again.")
        )
    arrived = _add(whole, pictures.library, (*notes, *lost))
    return replace(arrived, notes=(*arrived.notes, *_add_colours(index, pictures.library, arrived.root.id)))


def _index(archive: ZipFile, name: str) -> Mapping[str, Any]:
    try:
        info = archive.getinfo(INDEX)
        if info.file_size > MOST_INDEX:
            size = info.file_size // 2**20
            raise TooLarge(tr("{name} has a list of nodes of {size} MB.", name=name, size=size), tr(FOREIGN))
        index = json.loads(_read(archive, info, MOST_INDEX))
    except (KeyError, ValueError, RecursionError) as error:
        raise FileProblem(
            tr("{name} is not a tree of Flux Desktop.", name=name), tr(FOREIGN), detail=str(error)
        ) from error
    if not isinstance(index, dict) or index.get("format") != FORMAT:
        raise FileProblem(tr("{name} is not a tree of Flux Desktop.", name=name), tr(FOREIGN))
    if index.get("version") != VERSION:
        raise FileProblem(
            tr("{name} was written by a newer version of this program.", name=name), tr("Install the newer version.")
        )
    return index


def _nodes(index: Mapping[str, Any], name: str) -> tuple[list[HistoryNode], tuple[str, ...]]:
    """The nodes that make sense, parents before what was made from them; what was left out as sentences."""
    rows = index.get("nodes")
    if not isinstance(rows, list) or len(rows) > MOST_NODES:
        raise FileProblem(tr("{name} has no list of nodes that makes sense.", name=name), tr(FOREIGN))
    found: dict[str, HistoryNode] = {}
    for row in rows:
        try:
            node = node_from_json(row, str(index.get("root")))
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
            continue
        found.setdefault(node.id, node)
    ordered = list(_from_root(found, str(index.get("root"))))
    lost = len(rows) - len(ordered)
    if not lost:
        return ordered, ()
    told = tr("{lost} of the tree's {all} pictures made no sense and were left out.", lost=lost, all=len(rows))
    return ordered, (told,)


def _from_root(found: Mapping[str, HistoryNode], root: str) -> Iterator[HistoryNode]:
    """What really grew from `root`: circles and strangers are not reached."""
    below: dict[str, list[HistoryNode]] = {}
    for node in found.values():
        if node.parent is not None and node.id != root:
            below.setdefault(node.parent, []).append(node)
    waiting = [replace(found[root], parent=None)] if root in found else []
    for node in waiting:  # grows while it is walked
        yield node
        waiting += below.get(node.id, [])


def _keep_pictures(
    archive: ZipFile, nodes: list[HistoryNode], pictures: Pictures, limit: float
) -> tuple[set[str], tuple[str, ...]]:
    """Every file that the nodes need and that is what its name says, into the asset store."""
    entries = {info.filename.removeprefix(PICTURES): info for info in archive.infolist() if _is_picture(info)}
    wanted = sorted({name for node in nodes for name in assets_of(node)})
    kept = {name for name in wanted if pictures.assets.has(name)}
    for name in wanted:
        if name in entries and name not in kept and _keep(archive, entries[name], pictures, limit):
            kept.add(name)
    lost = len(wanted) - len(kept)
    told = tr("{lost} pictures of the tree are missing in the file or damaged.", lost=lost)
    return kept, (told,) if lost else ()


def _is_picture(info: ZipInfo) -> bool:
    """Whether the entry may be one: what unpacks to a thousand times its size is meant to fill the memory."""
    name = info.filename.removeprefix(PICTURES)
    is_fair = info.file_size <= MOST_PACKED * max(info.compress_size, 1)
    return info.filename.startswith(PICTURES) and bool(ASSET.fullmatch(name)) and is_fair


def _keep(archive: ZipFile, info: ZipInfo, pictures: Pictures, limit: float) -> bool:
    from flux_desktop.imaging.opening import probe

    try:
        data = _read(archive, info, MOST_PICTURE)
        if hashlib.sha256(data).hexdigest() != info.filename.removeprefix(PICTURES):
            return False
        probe(data, max_megapixels=limit)
    except InputError:
        return False
    pictures.assets.keep(data)
    return True


def _read(archive: ZipFile, info: ZipInfo, most: int) -> bytes:
    """An entry, however much its header understates: `most` bytes and no more."""
    with archive.open(info) as entry:
        data = entry.read(min(info.file_size, most) + 1)
    if len(data) > min(info.file_size, most):
        raise TooLarge(tr("{name} is larger than it says.", name=info.filename))
    return data


def _add(nodes: list[HistoryNode], library: Library, notes: tuple[str, ...]) -> Imported:
    """Into the library, under the ids that they have, or have there already."""
    places = _places(nodes, library)
    there = {node.id: node for node in library.nodes(list(places.values()))}
    root = places[nodes[0].id]
    new = [_moved(node, places, root) for node in nodes if places[node.id] not in there]
    library.add_nodes(new)
    library.restore([id for id, node in there.items() if node.trashed is not None])
    found = library.node(root)
    if found is None:
        raise Internal(tr("The tree could not be added to the library."))
    return Imported(found, len(new), len(nodes) - len(new), notes)


def _add_colours(index: Mapping[str, Any], library: Library, root: str) -> tuple[str, ...]:
    """The colours of the tree beside those that its picture has here; a sentence if there is no room for them."""
    try:
        add_colours(folder_beside(library.path), root, index.get("palette"))
    except FileProblem as error:
        return (error.title,)
    return ()


def _places(nodes: list[HistoryNode], library: Library) -> dict[str, str]:
    """The id in this library of each id in the file: the same, but for an original that was opened here before, and
    for a stranger that has the id of another picture."""
    places = {}
    for node in nodes:
        known = library.node(node.id)
        if node.is_original and node.parent is None and (known is None or known.asset != node.asset):
            opened = library.root_of_asset(node.asset)
            places[node.id] = opened.id if opened is not None else node.id if known is None else new_id()
        else:
            same = known is None or (known.asset, known.recipe) == (node.asset, node.recipe)
            places[node.id] = node.id if same else new_id()
    return places


def _moved(node: HistoryNode, places: Mapping[str, str], root: str) -> HistoryNode:
    treatment = node.treatment
    if treatment is not None:
        treatment = replace(treatment, base=places.get(treatment.base, treatment.base))
    parent = places.get(node.parent) if node.parent else None
    return replace(node, id=places[node.id], root=root, parent=parent, treatment=treatment)
