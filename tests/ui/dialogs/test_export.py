"""Export: a name that harms nothing, an explicit word before a file is replaced, and what was chosen remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from flux_desktop.core.history import HistoryNode
from flux_desktop.services.provenance import Marks
from flux_desktop.services.session import Session
from flux_desktop.ui.dialogs.export import ExportDialog
from flux_desktop.ui.wording import bytes_of
from tests.ui.panels import nameless, thumbnail
from tests.ui.results import button, results, until


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "holiday.png"
    path.write_bytes(thumbnail())
    return path


@pytest.fixture
def there(tmp_path: Path) -> Path:
    path = tmp_path / "there.png"
    path.write_bytes(b"old")
    return path


def opened_for(session: Session, qtbot: QtBot, photo: Path) -> tuple[ExportDialog, HistoryNode]:
    root, _ = session.pictures.open_file(photo)
    node = results(session, 1, root)[0]
    dialog = ExportDialog()
    qtbot.addWidget(dialog)
    dialog.attach(session)
    dialog.open_for(node)
    return dialog, node


def contents(path: Path) -> bytes:
    return path.read_bytes()


def press(dialog: ExportDialog, name: str) -> None:
    QTest.mouseClick(button(dialog, name), Qt.MouseButton.LeftButton)


def problem(dialog: ExportDialog) -> str:
    label = dialog.findChild(QLabel, "export_problem")
    assert label is not None
    return label.text() if label.isVisible() else ""


async def test_it_proposes_a_new_name_beside_the_original(session: Session, qtbot: QtBot, photo: Path) -> None:
    dialog, node = opened_for(session, qtbot, photo)
    assert Path(dialog.path.text()) == photo.with_name(f"holiday-0-{node.id[-6:]}.png")
    assert not dialog.isModal()
    assert not dialog.quality.isEnabled(), "PNG has no quality"
    assert nameless(dialog) == []


@pytest.mark.parametrize(
    ("format", "suffix", "lossy"), [("jpeg", ".jpg", True), ("webp", ".webp", True), ("tiff", ".tif", False)]
)
async def test_a_format_gives_suffix_quality_and_file(
    session: Session, qtbot: QtBot, photo: Path, format: str, suffix: str, lossy: bool
) -> None:
    dialog, _ = opened_for(session, qtbot, photo)
    told: list[str] = []
    session.notified.connect(told.append)
    dialog.format.choose(format)
    assert dialog.path.text().endswith(suffix)
    assert dialog.quality.isEnabled() is lossy
    dialog.quality.setValue(71)
    path = dialog.path.text()
    press(dialog, "export_save")
    assert not dialog.isVisible()
    await until(lambda: told)
    assert told == [f"Exported to {path}."]
    assert not QImage(path).isNull()
    assert session.settings.values() == {"export_format": format, "export_quality": 71}


async def test_a_suffix_that_is_typed_chooses_the_format(session: Session, qtbot: QtBot, photo: Path) -> None:
    dialog, _ = opened_for(session, qtbot, photo)
    dialog.path.setText(str(photo.with_name("out.webp")))
    dialog.path.editingFinished.emit()
    assert dialog.format.currentData() == "webp"
    dialog.path.setText(str(photo.with_name("v1.2 final")))
    dialog.path.editingFinished.emit()
    assert dialog.path.text().endswith("v1.2 final.webp")


async def test_a_file_is_replaced_only_after_an_explicit_word(
    session: Session, qtbot: QtBot, photo: Path, there: Path
) -> None:
    dialog, _ = opened_for(session, qtbot, photo)
    dialog.path.setText(str(there))
    press(dialog, "export_save")
    assert problem(dialog) == "there.png exists already. Replace it?"
    dialog.path.setText(str(there.with_name("there2.png")))
    assert (problem(dialog), button(dialog, "export_save").text()) == ("", "Export")
    dialog.path.setText(str(there))
    press(dialog, "export_save")
    assert contents(there) == b"old"
    press(dialog, "export_save")
    await until(lambda: contents(there) != b"old")
    assert not QImage(str(there)).isNull()


async def test_the_original_is_never_an_export(session: Session, qtbot: QtBot, photo: Path) -> None:
    dialog, _ = opened_for(session, qtbot, photo)
    dialog.path.setText(str(photo))
    press(dialog, "export_save")
    assert "is the original" in problem(dialog)
    press(dialog, "export_save")
    assert dialog.isVisible()
    assert contents(photo) == thumbnail()


async def test_a_folder_that_is_not_there_is_said(session: Session, qtbot: QtBot, photo: Path) -> None:
    dialog, _ = opened_for(session, qtbot, photo)
    dialog.path.setText(str(photo.parent / "no" / "x.png"))
    press(dialog, "export_save")
    assert "does not exist" in problem(dialog)
    dialog.path.setText("  ")
    press(dialog, "export_save")
    assert problem(dialog) == "Give the file a name."


async def test_the_size_of_the_file_is_found_out(session: Session, qtbot: QtBot, photo: Path) -> None:
    dialog, node = opened_for(session, qtbot, photo)
    size = dialog.findChild(QLabel, "export_size")
    assert size is not None
    await until(lambda: size.text().endswith("KB"))
    assert size.text() == f"64 × 48 pixels, {bytes_of(len(session.exporter.bytes_of(node, 'png')))}"
    dialog.marks.client_safe.click()
    await until(lambda: size.text().endswith("bytes"))
    assert size.text().endswith(bytes_of(len(session.exporter.bytes_of(node, "png", marks=Marks(recipe=False)))))


async def test_a_closed_dialog_looks_for_no_size(session: Session, qtbot: QtBot, photo: Path) -> None:
    dialog, _ = opened_for(session, qtbot, photo)
    assert dialog._later.isActive()
    dialog.close()
    assert not dialog._later.isActive()


async def test_browse_chooses_without_asking_twice(session: Session, qtbot: QtBot, photo: Path) -> None:
    dialog, _ = opened_for(session, qtbot, photo)
    press(dialog, "export_browse")
    chooser = dialog.findChild(QFileDialog, "export_file_dialog")
    assert chooser is not None
    assert chooser.testOption(QFileDialog.Option.DontConfirmOverwrite)
    chooser.fileSelected.emit(str(photo.with_name("x.avif")))
    assert dialog.format.currentData() == "avif"
    chooser.close()


async def test_a_generation_goes_to_the_pictures_of_the_user(session: Session, qtbot: QtBot) -> None:
    dialog = ExportDialog()
    qtbot.addWidget(dialog)
    dialog.attach(session)
    dialog.open_for(results(session, 1)[0])
    assert Path(dialog.path.text()).name.startswith("flux-0-")
    assert Path(dialog.path.text()).is_absolute()
