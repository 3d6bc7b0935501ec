"""Contact sheets as files: PDF with real text, or one PNG a page. Everything here is for a worker thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter

from flux_desktop.core.errors import FluxError, OutputExists
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import tr
from flux_desktop.services.export import numbered, write_by
from flux_desktop.ui.qt_image import to_qimage
from flux_desktop.ui.sheet.options import DPI
from flux_desktop.ui.sheet.painting import ContactSheet, Load, paint_page

if TYPE_CHECKING:
    from PIL.Image import Image

    from flux_desktop.services.pictures import Pictures

__all__ = ["Loader", "files_of", "page_image", "save_pdf", "save_png", "thumbnails"]

QUICK = 80
"""For PNG the quality says how little it is compressed: a tenth more bytes than usual, in less than half the time."""

_INCH = 25.4


def files_of(sheet: ContactSheet, path: Path) -> list[Path]:
    """The files that the sheet becomes at `path`: one, or as PNG one for each page."""
    return numbered(path, len(sheet.layout.pages)) if path.suffix.lower() == ".png" else [path]


def save_pdf(sheet: ContactSheet, path: Path, load: Load, *, overwrite: bool = False) -> list[Path]:
    """Write the sheet to `path`, all or nothing. OutputExists if a file is there, else FileProblem if it fails."""
    _refuse([path], overwrite)
    write_by(path, partial(_write_pdf, sheet, load), overwrite=overwrite)
    return [path]


def save_png(sheet: ContactSheet, path: Path, load: Load, *, overwrite: bool = False) -> list[Path]:
    """The same as pictures in print quality: those of `files_of`."""
    files, written = files_of(sheet, path), list[Path]()
    _refuse(files, overwrite)
    try:
        for page, file in enumerate(files):
            write_by(file, partial(_write_png, sheet, page, load), overwrite=overwrite)
            written.append(file)
    except BaseException:
        for file in written:  # half a sheet is none
            with suppress(OSError):
                file.unlink()
        raise
    return files


def page_image(sheet: ContactSheet, page: int, load: Load, width: int) -> QImage:
    """One page as an image, `width` pixels wide."""
    paper = sheet.options.page
    scale = width / paper.width
    image = QImage(width, max(1, round(paper.height * scale)), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        painter.scale(scale, scale)
        paint_page(painter, sheet, page, load)
    finally:
        painter.end()
    return image


class Loader:
    """Pictures of the library in the size that they are painted in, one at a time.

    The last two stay: the picture before many results is read once. A lost one is None. `told` is told after each how
    many there were, and may raise Cancelled.
    """

    def __init__(self, pictures: Pictures, told: Callable[[int], object] = lambda count: None) -> None:
        self._pictures = pictures
        self._told = told
        self._kept: dict[tuple[str, int, int], QImage | None] = {}
        self._count = 0

    def __call__(self, node: HistoryNode, width: int, height: int) -> QImage | None:
        key = node.asset, width, height
        if key not in self._kept:
            while len(self._kept) >= 2:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = self._load(node, width, height)
        self._count += 1
        self._told(self._count)
        return self._kept[key]

    def _load(self, node: HistoryNode, width: int, height: int) -> QImage | None:
        try:
            return to_qimage(_exactly(self._pictures.reduced(node, max(width, height)), (width, height)))
        except FluxError:  # lost or damaged: the sheet says so in its place
            return None


def thumbnails(pictures: Pictures) -> Load:
    """Quick pictures for a look at a sheet on the screen."""

    def load(node: HistoryNode, width: int, height: int) -> QImage | None:
        try:
            image = QImage.fromData(pictures.thumbnail(node))
        except FluxError:
            return None
        return None if image.isNull() else image

    return load


def _exactly(image: Image, size: tuple[int, int]) -> Image:
    from PIL.Image import Resampling

    return image if image.size == size else image.resize(size, Resampling.LANCZOS)


def _refuse(files: Sequence[Path], overwrite: bool) -> None:
    there = [file.name for file in files if file.exists()]
    if there and not overwrite:
        raise OutputExists(tr("{name} exists already.", name=there[0]), tr("Choose another name."))


def _write_pdf(sheet: ContactSheet, load: Load, path: Path) -> None:
    file = QFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    try:
        _paint_pdf(sheet, load, file)
        if not file.flush() or file.error() != QFile.FileError.NoError:
            raise OSError(file.errorString())
    finally:
        file.close()


def _paint_pdf(sheet: ContactSheet, load: Load, file: QFile) -> None:
    paper = sheet.options.page
    writer = QPdfWriter(file)
    writer.setCreator("Flux Desktop")
    writer.setTitle(sheet.options.title)
    writer.setResolution(DPI)
    size = QSizeF(paper.width * _INCH / DPI, paper.height * _INCH / DPI)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    try:
        for page in range(len(sheet.layout.pages)):
            if page:
                writer.newPage()
            paint_page(painter, sheet, page, load)
    finally:
        painter.end()


def _write_png(sheet: ContactSheet, page: int, load: Load, path: Path) -> None:
    image = page_image(sheet, page, load, sheet.options.page.width)
    metre = round(DPI * 1000 / _INCH)
    image.setDotsPerMeterX(metre)
    image.setDotsPerMeterY(metre)
    if not image.save(str(path), "PNG", QUICK):  # type: ignore[call-overload]  # the stubs want bytes, PySide a str
        raise OSError(tr("the page could not be written"))
