"""Contact sheets as files: real text in the PDF, pages as pictures, nothing replaced unasked, all or nothing."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from flux_desktop.core.errors import Cancelled, FileProblem, OutputExists
from flux_desktop.services.session import Session
from flux_desktop.ui.sheet.layout import fitted
from flux_desktop.ui.sheet.options import SheetOptions
from flux_desktop.ui.sheet.output import Loader, page_image, save_pdf, save_png, thumbnails
from flux_desktop.ui.sheet.painting import ContactSheet
from flux_desktop.ui.sheet.saving import contact_sheet, save_sheet
from tests.ui.sheet.sheets import coloured, tree

TITLE = "Zwölf Boxkämpfer jagen Viktor"
DATE = "21 November 2026"


@pytest.fixture
async def sheet(session: Session) -> ContactSheet:
    """An original and three results on one page."""
    return contact_sheet(tree(session)[1], SheetOptions(title="Summer", columns=2, cost=True), session, DATE)


@pytest.fixture
async def pages(session: Session) -> ContactSheet:
    """Three pages with one picture each."""
    nodes = tree(session)[1]
    return contact_sheet(nodes, SheetOptions(columns=1, paper="a4_wide", original=False), session, DATE)


@pytest.fixture
def load(session: Session) -> Loader:
    return Loader(session.pictures)


def letters(pdf: bytes) -> set[str]:
    """The letters that glyphs of the PDF stand for, by its own tables."""
    tables = re.findall(rb"begincmap.*?endcmap", pdf, re.DOTALL)
    return {chr(int(code, 16)) for table in tables for code in re.findall(rb"<([0-9a-fA-F]{4})>", table)}


async def test_text_in_the_pdf_is_text(session: Session, load: Loader, tmp_path: Path) -> None:
    titled = contact_sheet([coloured(session, None, "#fff")], SheetOptions(title=TITLE), session, DATE)
    data = save_pdf(titled, tmp_path / "out.pdf", load)[0].read_bytes()
    assert data.startswith(b"%PDF-")
    assert b"/ToUnicode" in data
    assert set(TITLE) - {" "} <= letters(data)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler-utils")
def test_the_text_can_be_copied(sheet: ContactSheet, load: Loader, tmp_path: Path) -> None:
    path = save_pdf(sheet, tmp_path / "out.pdf", load)[0]
    words = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True).stdout
    for wanted in ("Summer", "Original: holiday.png", "make it 0", "seed 0", "about $0.014", DATE, "Page 1 of 1"):
        assert wanted in words.replace("\xa0", " ")


async def test_each_page_is_a_page_of_the_pdf(pages: ContactSheet, load: Loader, tmp_path: Path) -> None:
    data = save_pdf(pages, tmp_path / "out.pdf", load)[0].read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == 3
    boxes = [tuple(map(float, box.split())) for box in re.findall(rb"/MediaBox\s*\[([^\]]*)\]", data)]
    assert {(round(box[2]), round(box[3])) for box in boxes} == {(842, 595)}


async def test_every_picture_is_in_its_place(sheet: ContactSheet, load: Loader) -> None:
    image = page_image(sheet, 0, load, sheet.options.page.width)
    for cell, colour in zip(sheet.layout.pages[0].cells[1:], ("#ff0000", "#00ff00", "#0000ff"), strict=True):
        place = fitted(600, 400, cell.pictures[0])
        assert (place.width, place.height) == (600, 400), "as large as it is, and no larger"
        for x, y in ((place.x + 2, place.y + 2), (place.right - 3, place.bottom - 3)):
            assert image.pixelColor(x, y) == QColor(colour)
    assert image.pixelColor(5, 5) == QColor("white")


async def test_a_small_page_looks_like_the_large_one(session: Session, sheet: ContactSheet, load: Loader) -> None:
    small = page_image(sheet, 0, thumbnails(session.pictures), 248)
    assert (small.width(), small.height()) == (248, 351)
    cell = sheet.layout.pages[0].cells[1]
    assert small.pixelColor(cell.pictures[0].x // 10 + 5, cell.pictures[0].bottom // 10 - 5).red() > 250


async def test_a_png_a_page(pages: ContactSheet, load: Loader, tmp_path: Path) -> None:
    files = save_png(pages, tmp_path / "sheet.png", load)
    assert [file.name for file in files] == ["sheet-1.png", "sheet-2.png", "sheet-3.png"]
    images = [QImage(str(file)) for file in files]
    assert {(image.width(), image.height(), round(image.dotsPerMeterX() / 100 * 2.54)) for image in images} == {
        (3508, 2480, 300)
    }
    assert len({bytes(image.constBits()) for image in images}) == 3


async def test_one_page_has_no_number(sheet: ContactSheet, load: Loader, tmp_path: Path) -> None:
    assert [file.name for file in save_png(sheet, tmp_path / "sheet.png", load)] == ["sheet.png"]


@pytest.mark.parametrize("there", ["sheet.pdf", "sheet-2.png"])
async def test_what_is_there_stays(pages: ContactSheet, session: Session, tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_bytes(b"mine")
    path = (tmp_path / "sheet.pdf").with_suffix(Path(there).suffix)
    told: list[tuple[int, int]] = []
    written = save_sheet(pages, path, session, lambda *step: told.append(step))
    assert (written.files, [file.name for file in written.in_the_way], told) == ((), [there], [])
    save = save_png if path.suffix == ".png" else save_pdf
    with pytest.raises(OutputExists):
        save(pages, path, Loader(session.pictures))
    assert (tmp_path / there).read_bytes() == b"mine"
    written = save_sheet(pages, path, session, lambda *step: told.append(step), overwrite=True)
    assert (tmp_path / there) in written.files
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert (tmp_path / there).read_bytes() != b"mine"


async def test_an_original_is_never_replaced(session: Session, tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    QImage(8, 8, QImage.Format.Format_RGB32).save(str(photo))
    root = session.pictures.open_file(photo)[0]
    one = contact_sheet([coloured(session, root, "#ff0000")], SheetOptions(), session, DATE)
    with pytest.raises(OutputExists, match="original"):
        save_sheet(one, photo, session, lambda *step: None, overwrite=True)


@pytest.mark.parametrize("suffix", [".pdf", ".png"])
def test_who_stops_it_finds_nothing(pages: ContactSheet, session: Session, tmp_path: Path, suffix: str) -> None:
    def stop(count: int, total: int) -> None:
        if count == 2:
            raise Cancelled("no")

    with pytest.raises(Cancelled):
        save_sheet(pages, tmp_path / f"sheet{suffix}", session, stop)
    assert list(tmp_path.glob("*sheet*")) == []


@pytest.mark.parametrize("suffix", [".pdf", ".png"])
async def test_a_folder_that_is_not_there(pages: ContactSheet, session: Session, tmp_path: Path, suffix: str) -> None:
    with pytest.raises(FileProblem):
        save_sheet(pages, tmp_path / "gone" / f"sheet{suffix}", session, lambda *step: None)


async def test_a_lost_picture_leaves_a_frame(sheet: ContactSheet, session: Session, load: Loader) -> None:
    session.pictures.assets.path(sheet.entries[1].pictures[0].asset).unlink()
    image = page_image(sheet, 0, load, sheet.options.page.width)
    places = [fitted(600, 400, cell.pictures[0]) for cell in sheet.layout.pages[0].cells[1:]]
    assert image.pixelColor(places[0].x + 300, places[0].y + 200) == QColor("white")
    assert image.pixelColor(places[0].x + 1, places[0].y + 200) != QColor("white")
    assert image.pixelColor(places[1].x + 300, places[1].y + 200) == QColor("#00ff00")
