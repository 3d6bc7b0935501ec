"""The one way pictures come into the window: dialog, drop, clipboard, recent files, the sample."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from flux_desktop.core.language import marked, plural, tr
from flux_desktop.resources import resource
from flux_desktop.ui.desk.drop_zones import EDIT, REFERENCE, DropZones
from flux_desktop.ui.desk.dropped import Dropped, payload_of

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QMenu, QWidget

    from flux_desktop.services.session import Session
    from flux_desktop.ui.canvas import Canvas
    from flux_desktop.ui.desk.recipe_in import RecipeIn
    from flux_desktop.ui.desk.tree_files import TreeFiles

__all__ = ["PictureIn"]

SUFFIXES = "jpg jpeg jpe png apng webp tif tiff bmp dib gif avif heic heif hif"
NO_PICTURE = marked("The clipboard holds no picture. Copy one, or a picture file, and paste again.")
TAKES_NONE = marked("The chosen model takes no reference images. Choose another one, and paste again.")
NOTHING_DROPPED = marked("What was dropped holds no picture. Save it as a file, and drop or open that.")


class PictureIn(QObject):
    """`told` carries a sentence about what was done. What cannot be read is told by the session."""

    told = Signal(str)

    def __init__(
        self,
        session: Session,
        canvas: Canvas,
        zones: DropZones,
        parent: QWidget,
        *,
        recipes: RecipeIn,
        trees: TreeFiles,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._session = session
        self._canvas = canvas
        self._recipes = recipes
        self._trees = trees
        self._references_taken = 0
        self.recent: list[str] = []
        """The files opened last that were there when they were looked for."""
        self._missing: set[str] = set()
        zones.dropped.connect(self._on_dropped)
        zones.nothing_dropped.connect(lambda: self.told.emit(tr(NOTHING_DROPPED)))
        canvas.open_requested.connect(self.ask)
        canvas.paste_requested.connect(self.paste)
        canvas.sample_requested.connect(self._open_sample)
        canvas.recent_requested.connect(session.open_file)
        session.settings.changed.connect(self._on_setting)
        self._offer_recent()

    def ask(self) -> None:
        """Let the user choose the picture to edit; the others that are chosen with it become references."""
        self._ask(tr("Open a picture"), self.open_chosen)

    def open_chosen(self, paths: list[str]) -> None:
        """Open files that the user named one by one: pictures, or a tree; a recipe in the picture is offered."""
        if paths == [str(resource("sample.jpg"))]:
            self._open_sample()
            return
        if len(paths) == 1 and self._trees.is_tree(paths[0]):
            self._trees.take(Path(paths[0]))
            return
        self.open_files(paths)
        if paths:
            self._recipes.offer(Path(paths[0]))

    def ask_reference(self) -> None:
        """Let the user choose pictures that the prompt may point at."""
        self._ask(tr("Add reference images"), self._add_references)

    def open_files(self, paths: list[str]) -> None:
        """The first is the picture to edit; the others are references, or wait under Open Recent."""
        if not paths:
            return
        first, others = paths[0], paths[1:]
        for path in others:
            if self._references_taken:
                self._session.add_reference_file(path)
            else:
                self._session.recent.add(Path(path))
        self._session.open_file(first)
        if others:
            self.told.emit(_where_to(Path(first).name, len(others), bool(self._references_taken)))

    def set_references_taken(self, count: int) -> None:
        """How many references the model of the next edit takes."""
        self._references_taken = count

    def paste(self) -> None:
        """Open what the clipboard holds: files, or a picture."""
        self._paste(EDIT)

    def paste_reference(self) -> None:
        """Add what the clipboard holds to the references."""
        if self._references_taken:
            self._paste(REFERENCE)
        else:
            self.told.emit(tr(TAKES_NONE))

    def _paste(self, zone: str) -> None:
        from PySide6.QtGui import QGuiApplication

        mime = QGuiApplication.clipboard().mimeData()
        payload = payload_of(mime) if mime is not None else None
        if payload is None:
            self.told.emit(tr(NO_PICTURE))
        else:
            self._take(payload, zone, tr("Pasted picture"))

    def fill_recent(self, menu: QMenu) -> None:
        """Put the files opened last into `menu`; those that were not there when looked for last say so."""
        menu.clear()
        paths = self._session.recent.all()
        for place, path in enumerate(paths, 1):
            action = menu.addAction(_recent_words(place, path, path in self._missing))
            action.setEnabled(path not in self._missing)
            action.triggered.connect(lambda checked=False, path=path: self._session.open_file(path))
        self._offer_recent()
        if not paths:
            menu.addAction(tr("No files yet")).setEnabled(False)
            return
        menu.addSeparator()
        menu.addAction(tr("Clear the List")).triggered.connect(lambda checked=False: self._session.recent.clear())

    # Private.

    def _open_sample(self) -> None:
        """As bytes: it is none of the user's files, and does not belong among the recent ones."""
        self._session.open_bytes(resource("sample.jpg").read_bytes(), "sample.jpg")

    def _add_references(self, paths: list[str]) -> None:
        for path in paths:
            self._session.add_reference_file(path)

    def _ask(self, title: str, then: Callable[[list[str]], object]) -> None:
        from PySide6.QtWidgets import QFileDialog

        patterns = " ".join(f"*.{suffix} *.{suffix.upper()}" for suffix in SUFFIXES.split())
        dialog = QFileDialog(
            self._window,
            title,
            self._folder(),
            ";;".join(
                (
                    tr("Pictures ({patterns})", patterns=patterns),
                    tr("Trees of Flux Desktop (*.fluxtree)"),
                    tr("All files (*)"),
                )
            ),
        )
        dialog.setObjectName("open_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(then)
        dialog.open()

    def _folder(self) -> str:
        """Where the last picture came from, or where pictures usually are."""
        from PySide6.QtCore import QStandardPaths

        recent = [path for path in self._session.recent.all() if path not in self._missing]
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        return str(Path(recent[0]).parent) if recent else usual

    def _on_dropped(self, zone: str, payload: Dropped) -> None:
        """A drop may mean several things where the file tells how it was made: the user is asked then."""
        if zone == EDIT and len(payload.paths) == 1 and not self._trees.is_tree(payload.paths[0]):
            path = payload.paths[0]
            self._recipes.ask(Path(path), lambda: self.open_files([path]))
        elif zone == EDIT and payload.image_bytes and not payload.paths:
            data = payload.image_bytes
            self._recipes.ask(data, lambda: self._session.open_bytes(data, tr("Dropped picture")))
        else:
            self._take(payload, zone, tr("Dropped picture"))

    def _take(self, payload: Dropped, zone: str, name: str) -> None:
        """Use what came in as the picture to edit or, in the other zone, as references."""
        session, edit = self._session, zone == EDIT
        take = session.open_bytes if edit else session.add_reference_bytes
        if payload.paths and edit:
            self.open_chosen(payload.paths)
        elif payload.paths:
            self._add_references(payload.paths)
        elif payload.image_bytes:
            take(payload.image_bytes, name)
        elif payload.image is not None:
            image = payload.image
            session.in_background(lambda: _png(image), lambda data: take(data, name))
        else:
            (session.open_url if edit else session.add_reference_url)(payload.urls[0])

    def _on_setting(self, name: str) -> None:
        if name == "recent":
            self._offer_recent()

    def _offer_recent(self) -> None:
        """Look in the background which of the files are there: a drive of the network may take its time."""
        self._session.in_background(self._session.recent.present, self._show_recent)

    def _show_recent(self, present: list[str]) -> None:
        self._missing = set(self._session.recent.all()) - set(present)
        if present != self.recent:
            self.recent = present
            self._canvas.set_recent(present)


def _recent_words(place: int, path: str, missing: bool) -> str:
    """A file for the menu: the first nine have their number as the letter that opens them."""
    number = f"&{place}  " if place < 10 else ""
    file = PurePath(path)
    name, folder = file.name.replace("&", "&&"), str(file.parent).replace("&", "&&")
    said = tr("{file} (not found)", file=name) if missing else name
    return f"{number}{said}  –  {folder}"


def _where_to(first: str, others: int, references: bool) -> str:
    """What became of files that were opened together: the first one, and the number of others."""
    if references:
        return plural(
            others,
            "{first} is the picture to edit; the other one is a reference.",
            "{first} is the picture to edit; the other {n} are references.",
            first=first,
        )
    return plural(
        others,
        "{first} is the picture to edit; the other one is under Open Recent.",
        "{first} is the picture to edit; the other {n} are under Open Recent.",
        first=first,
    )


def _png(image: QImage) -> bytes:
    """`image` as a PNG file, quickly: it is kept as it is."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 80)  # type: ignore[call-overload]  # the stubs want bytes, PySide a str
    return bytes(data.data())
