"""The colours of a picture that its user picked or imported: beside the library, in one small file a picture."""

from __future__ import annotations

import json
import re
from pathlib import Path

from flux_desktop.core.errors import FileProblem
from flux_desktop.core.language import plural, tr
from flux_desktop.core.signal import Signal
from flux_desktop.imaging.palettes import MOST_BYTES, Palette, Swatch, read_palette
from flux_desktop.services.undo import Step, UndoStack

__all__ = ["MOST", "Palettes", "add_colours", "colours_of", "folder_beside", "read_file"]

MOST = 256
"""Colours of one picture; the oldest make room for new ones."""
LONGEST_NAME = 80
NO_PICTURE = "none"
"""Whose colours are shown while no picture is open."""
_FILE_NAME = re.compile(r"[0-9A-Za-z_-]{1,64}")
_COLOUR = re.compile(r"#[0-9a-f]{6}")


class Palettes:
    """`swatches` are those of the picture that is open, the oldest first; `changed` tells of others.

    A change is on the disk when its signal returns, and can be undone. It, and its undo, is made to what the disk has
    then: what an import or another process added since stays. `failed` carries the FileProblem of one that could not
    be kept: it still holds until the program ends.
    """

    def __init__(self, folder: Path, undo: UndoStack) -> None:
        self.changed: Signal[()] = Signal()
        self.failed: Signal[FileProblem] = Signal()
        self._folder = folder
        self._undo = undo
        self._open = NO_PICTURE
        self._known: dict[str, tuple[Swatch, ...]] = {}
        self._unsaved: set[str] = set()

    @property
    def swatches(self) -> tuple[Swatch, ...]:
        return self._of(self._open)

    def show(self, root: str) -> None:
        """Go over to the colours of the picture whose original has the id `root`; "" where none is open."""
        before, self._open = self._open, root if _FILE_NAME.fullmatch(root) else NO_PICTURE
        if before != self._open:
            self.changed.emit()

    def read_again(self) -> None:
        """Another process, or the import of a tree, may have added colours on the disk."""
        before = self.swatches
        self._known = {root: swatches for root, swatches in self._known.items() if root in self._unsaved}
        if self.swatches != before:
            self.changed.emit()

    def add(self, swatch: Swatch) -> None:
        """Keep a colour that was picked; one that is there already stays as it is."""
        if all(one.colour != swatch.colour for one in self.swatches):
            words = tr("pick of {colour}", colour=swatch.colour.upper())
            self._change(words, (*self.swatches, swatch))

    def add_all(self, palette: Palette) -> int:
        """Keep the colours of a file that are not there yet; how many these are.

        Newer ones are shown before older ones, and those of a file in its own order.
        """
        known = {one.colour for one in self.swatches}
        room = max(0, MOST - len(known))
        new = [one for one in palette.swatches if one.colour not in known][:room]
        if new:
            words = plural(len(new), "import of {n} colour", "import of {n} colours")
            self._change(words, (*self.swatches, *reversed(new)))
        return len(new)

    def remove(self, colour: str) -> None:
        words = tr("removal of {colour}", colour=colour.upper())
        self._change(words, tuple(one for one in self.swatches if one.colour != colour))

    def rename(self, colour: str, name: str) -> None:
        """Call a colour `name` from now on; "" takes its name away."""
        name = " ".join(name.split())[:LONGEST_NAME]
        renamed = tuple(one._replace(name=name) if one.colour == colour else one for one in self.swatches)
        self._change(tr("name of {colour}", colour=colour.upper()), renamed)

    def clear(self) -> None:
        self._change(tr("removal of all colours"), ())

    # Private.

    def _of(self, root: str) -> tuple[Swatch, ...]:
        if root not in self._known:
            self._known[root] = colours_of(self._folder, root)
        return self._known[root]

    def _change(self, words: str, swatches: tuple[Swatch, ...]) -> None:
        root, before, after = self._open, self.swatches, swatches[-MOST:]
        if after != before:
            self._go(root, before, after)
            self._undo.push(Step(words, lambda: self._go(root, after, before), lambda: self._go(root, before, after)))

    def _go(self, root: str, before: tuple[Swatch, ...], after: tuple[Swatch, ...]) -> None:
        """Make the change that leads from `before` to `after`, and no other one."""
        there = _kept(self._folder, root) if root not in self._unsaved else None
        self._put(root, _changed(self._of(root) if there is None else there, before, after)[-MOST:])

    def _put(self, root: str, swatches: tuple[Swatch, ...]) -> None:
        self._known[root] = swatches
        self._unsaved.add(root)
        try:
            _write(self._folder / f"{root}.json", swatches)
            self._unsaved.discard(root)
        except FileProblem as error:
            self.failed.emit(error)
        if root == self._open:
            self.changed.emit()


def folder_beside(library: Path) -> Path:
    """Where the colours are kept that belong to the pictures of the library in this file."""
    return library.parent / "palettes"


def colours_of(folder: Path, root: str) -> tuple[Swatch, ...]:
    """Those that are kept of the picture whose original has the id `root`; of a damaged file what can be read."""
    return _kept(folder, root) or ()


def add_colours(folder: Path, root: str, kept: object) -> None:
    """Add colours that came in a file, as JSON has them, to those of a picture; what makes no sense is left out.

    FileProblem if there is no room for them.
    """
    before = colours_of(folder, root)
    known = {swatch.colour for swatch in before}
    new = [swatch for swatch in _swatches(kept) if swatch.colour not in known]
    if new and _FILE_NAME.fullmatch(root):
        _write(folder / f"{root}.json", (*before, *new)[:MOST])


def read_file(path: Path) -> Palette:
    """The palette in a file of another program; InputError or FileProblem if it can't be read. For a thread."""
    from flux_desktop.store.files import file_problem

    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise file_problem(error, tr("The palette {name} cannot be read", name=path.name)) from error
    return read_palette(data, path.name)


def _kept(folder: Path, root: str) -> tuple[Swatch, ...] | None:
    """The same; None where there is no file, or one that can't be read."""
    try:
        return _swatches(json.loads((folder / f"{root}.json").read_bytes()[:MOST_BYTES]))
    except (OSError, ValueError, RecursionError):
        return None


def _changed(now: tuple[Swatch, ...], before: tuple[Swatch, ...], after: tuple[Swatch, ...]) -> tuple[Swatch, ...]:
    """`now` with what is different in `after` from `before`; a colour that comes stands behind the one before it."""
    known, wanted = {one.colour: one for one in before}, {one.colour: one for one in after}
    renamed = {old: wanted[old.colour] for old in before if old.colour in wanted}
    found = [renamed.get(one, one) for one in now if one.colour not in known or one.colour in wanted]
    place = 0
    for one in after:
        colours = [other.colour for other in found]
        if one.colour in colours:
            place = colours.index(one.colour) + 1
        elif one.colour not in known:
            found.insert(place, one)
            place += 1
    return tuple(found)


def _swatches(kept: object) -> tuple[Swatch, ...]:
    """What of a foreign list are colours, each once."""
    found = (_swatch(one) for one in kept) if isinstance(kept, list) else ()
    return tuple({swatch.colour: swatch for swatch in found if swatch is not None}.values())[:MOST]


def _swatch(kept: object) -> Swatch | None:
    match kept:
        case [str(colour), str(name)] if _COLOUR.fullmatch(colour):
            return Swatch(colour, name[:LONGEST_NAME])
    return None


def _write(path: Path, swatches: tuple[Swatch, ...]) -> None:
    from flux_desktop.store.files import file_problem, write_atomically

    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        write_atomically(path, json.dumps(swatches, ensure_ascii=False).encode())
    except OSError as error:
        raise file_problem(error, tr("The colours of this picture cannot be saved")) from error
