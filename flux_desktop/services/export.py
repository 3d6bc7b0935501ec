"""Files out: the only place that writes a picture outside the library, and never over one that is there unasked."""

from __future__ import annotations

import filecmp
import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from flux_desktop.core.errors import FileProblem, OutputExists
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import tr
from flux_desktop.imaging.joining import Part, joined
from flux_desktop.services.provenance import Marks, marking_of
from flux_desktop.store.files import in_pieces

if TYPE_CHECKING:
    from flux_desktop.imaging.camera import Camera
    from flux_desktop.imaging.marking import Marking
    from flux_desktop.services.pictures import Pictures

__all__ = ["Exporter", "Marks", "check_folder", "numbered", "write_by", "write_file", "write_parts"]


class Exporter:
    """Writes nodes as picture files. Every method reads and writes files: call them in a thread.

    Where no `marks` are given, those count that the user chose last: see `Marks.chosen`.
    """

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._dragged: dict[Path, Marks] = {}

    def bytes_of(self, node: HistoryNode, format: str, quality: int | None = None, marks: Marks | None = None) -> bytes:
        """`node` as a file in `format`, in the colour space of the original that it grew from, marked with `marks`.

        Without a `quality` the pixels of a file that already has the format are passed on as they lie in it; what else
        a provider wrote into it is left out. Pixels that are in the original's colour space, as its own and those of an
        edited part are, are never converted, and keep 16 bits where the format has them.
        """
        return joined(self._parts_of(node, format, quality, marks))

    def _parts_of(self, node: HistoryNode, format: str, quality: int | None, marks: Marks | None) -> Sequence[Part]:
        """The same in parts that follow each other: what is passed on need not be held a second time."""
        from flux_desktop.imaging.colour import profile_of
        from flux_desktop.imaging.encoding import FORMATS, encode_in_parts, encode_master

        media_type, data = FORMATS[format].media_type, self._pictures.assets.load(node.asset)
        original = data if node.is_original else self._original(node)
        icc = profile_of(original)
        at_home = node.is_original or profile_of(data) == icc
        marking = marking_of(node, marks or self._chosen, self._pictures.library, original)
        if quality is None and node.media_type == media_type and (at_home or not icc):
            passed_on = _passed_on(data, media_type, marking)
            if passed_on:
                return passed_on
        notes, quality = marking.notes(media_type), 92 if quality is None else quality
        own = encode_master(self._pictures.master(node), format, quality=quality, notes=notes) if at_home else None
        return own or encode_in_parts(self._pictures.image(node), format, quality=quality, icc=icc, notes=notes)

    def export(
        self,
        node: HistoryNode,
        path: Path,
        *,
        format: str = "",
        quality: int | None = None,
        overwrite: bool = False,
        marks: Marks | None = None,
    ) -> Path:
        """Write `node` to `path`; its suffix decides the format if none is given. OutputExists if a file is there."""
        from flux_desktop.imaging.encoding import format_of

        wanted = format or format_of(path)
        self.protect_original(node, path)
        if path.exists() and not overwrite:
            raise OutputExists(tr("{name} exists already.", name=path.name))
        write_parts(path, self._parts_of(node, wanted, quality, marks), overwrite=overwrite)
        return path

    def file_for_drag(self, node: HistoryNode, folder: Path) -> Path:
        """A real file of `node` in `folder`, with a telling name, for another program to take."""
        from flux_desktop.imaging.encoding import FORMATS

        suffix = next((f.suffixes[0] for f in FORMATS.values() if f.media_type == node.media_type), ".png")
        folder.mkdir(parents=True, exist_ok=True)
        path, marks = folder / f"{self.name(node)}{suffix}", self._chosen
        if not path.exists() or self._dragged.get(path) != marks:  # one made before may say what is now to be left out
            self.export(node, path, overwrite=True, marks=marks)
            self._dragged[path] = marks
        return path

    def camera(self, node: HistoryNode) -> Camera:
        """What the original of `node` says about its taking, so that a user can be shown what there is to keep."""
        from flux_desktop.imaging.camera import camera_of

        return camera_of(self._original(node))

    def name(self, node: HistoryNode) -> str:
        """A file name without suffix: the original's name and, unless files are client-safe, the seed."""
        root = self._pictures.library.node(node.root)
        stem = Path(root.name).stem if root and root.name else "flux"
        seed = f"-{node.seed}" if node.seed is not None and self._chosen.recipe else ""
        return f"{_safe(stem)}{seed}-{node.id[-6:]}"

    @property
    def _chosen(self) -> Marks:
        return Marks.chosen(self._pictures.settings)

    def _original(self, node: HistoryNode) -> bytes:
        """The file that `node` grew from; b"" for generations, and where it is lost."""
        root = self._pictures.library.node(node.root)
        if root is None or not root.is_original:
            return b""
        try:
            return self._pictures.assets.load(root.asset)
        except FileProblem:
            return b""

    def protect_original(self, node: HistoryNode, path: Path) -> None:
        """OutputExists if `path` is the file that `node` grew from, or a copy of it."""
        root = self._pictures.library.node(node.root)
        if root is not None and root.is_original and path.is_file() and self._is_original(root, path):
            raise OutputExists(
                tr("{name} is the original: it is never written to.", name=path.name), tr("Choose another name.")
            )

    def _is_original(self, root: HistoryNode, path: Path) -> bool:
        """Whether `path` is the file that was opened, or has its bytes: it may have been renamed, or pasted first."""
        if root.path and Path(root.path).exists() and path.samefile(root.path):
            return True
        kept = self._pictures.assets.path(root.asset)
        return kept.is_file() and filecmp.cmp(kept, path, shallow=False)


def _passed_on(data: bytes, media_type: str, marking: Marking) -> Sequence[Part] | None:
    """The parts of the picture file `data` with this marking and no other, its pixels untouched; None where that cannot
    be done.
    """
    from flux_desktop.imaging import exif
    from flux_desktop.imaging.containers import NOTHING, parts_with_notes
    from flux_desktop.imaging.metadata import personal
    from flux_desktop.imaging.texts import exif_block

    notes = replace(marking, orientation=exif.orientation(exif_block(data))).notes(media_type)
    if (marked := parts_with_notes(data, media_type, notes)) is not None:
        return marked
    return [data] if notes == NOTHING and not personal(data) else None


def numbered(path: Path, count: int) -> list[Path]:
    """`path` once, or with -1, -2, … before the suffix where there are several outputs."""
    if count == 1:
        return [path]
    return [path.with_name(f"{path.stem}-{index}{path.suffix}") for index in range(1, count + 1)]


def check_folder(path: Path) -> None:
    """FileProblem if no file can be made where `path` is."""
    folder = path.absolute().parent
    if not folder.is_dir():
        raise FileProblem(tr("The folder {folder} does not exist.", folder=folder), tr("Make it first."))
    if not os.access(folder, os.W_OK | os.X_OK):
        raise FileProblem(tr("Nothing can be written in {folder}.", folder=folder), tr("Choose another folder."))


def write_file(path: Path, data: bytes, *, overwrite: bool) -> None:
    """Write all of `data` or nothing; without `overwrite` a file that appears meanwhile is not replaced either."""
    write_parts(path, [data], overwrite=overwrite)


def write_parts(path: Path, parts: Sequence[Part], *, overwrite: bool) -> None:
    """The same for what lies in several parts."""

    def write(temporary: Path) -> None:
        with temporary.open("wb") as file:
            for part in parts:
                file.writelines(in_pieces(part))

    write_by(path, write, overwrite=overwrite)


def write_by(path: Path, write: Callable[[Path], object], *, overwrite: bool) -> None:
    """The same for a file too large to be held whole: `write` fills an empty one, which then becomes `path`.

    Errors of `write` itself leave nothing behind; an OSError among them becomes FileProblem.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise _unwritten(path, error) from error
    temporary = Path(name)
    try:
        write(temporary)
        _sync(temporary)
        temporary.chmod(0o666 & ~_umask())
        _move(name, path, overwrite)
    except FileExistsError as error:
        raise OutputExists(tr("{name} exists already.", name=path.name)) from error
    except OSError as error:
        raise _unwritten(path, error) from error
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def _unwritten(path: Path, error: OSError) -> FileProblem:
    return FileProblem(tr("{path} cannot be written: {reason}.", path=path, reason=error.strerror or error))


def _sync(path: Path) -> None:
    """Until what was written is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _move(temporary: str, path: Path, overwrite: bool) -> None:
    if overwrite:
        os.replace(temporary, path)
        return
    try:
        os.link(temporary, path)  # fails where `path` exists: no moment between a check and the move
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(path) from None
        os.replace(temporary, path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _safe(stem: str) -> str:
    kept = "".join(char if char.isalnum() or char in " ._-" else "_" for char in stem).strip(" .")
    return kept[:60] or "flux"
