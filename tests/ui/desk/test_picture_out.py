"""Every way that a picture leaves the window: copied, dragged, exported; what is there already stays as it is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QDrag, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from flux_desktop.core.history import HistoryNode
from flux_desktop.ui.desk.picture_out import PictureOut
from flux_desktop.ui.dialogs.export import ExportDialog
from tests.ui.results import until
from tests.ui.windows import CONTROL, NONE, SHIFT, User


async def edited(user: User) -> HistoryNode:
    """A result of a picture that lies in a folder of its own."""
    await user.open(user.file("work/photo.png"))
    return await user.result("black and white")


def clipboard_files() -> list[Path]:
    mime = QGuiApplication.clipboard().mimeData()
    assert mime is not None
    return [Path(url.toLocalFile()) for url in mime.urls()]


# Copying.


async def test_control_c_copies_a_bitmap_and_a_file(user: User) -> None:
    node = await edited(user)
    user.window.canvas.setFocus()
    user.key(Qt.Key.Key_C, CONTROL)
    await until(lambda: user.message() == "Copied “black and white”.")
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (node.width, node.height)
    (file,) = clipboard_files()
    assert file.read_bytes() == user.session.exporter.bytes_of(node, "png")
    assert file.parent.name == "dragged"
    grey = image.pixelColor(9, 9)
    assert grey.red() == grey.green() == grey.blue()


async def test_a_copied_row_is_the_one_that_is_copied(user: User) -> None:
    await edited(user)
    node = await user.result("sepia")
    older = user.window.history.list
    user.click_row(node)
    user.key(Qt.Key.Key_Down, at=older)
    user.key(Qt.Key.Key_C, CONTROL, at=older)
    await until(lambda: user.message() == "Copied “black and white”.")


async def test_in_the_prompt_control_c_copies_words(user: User) -> None:
    await edited(user)
    QGuiApplication.clipboard().clear()
    user.prompt("three words")
    user.key(Qt.Key.Key_A, CONTROL)
    user.key(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "three words"
    assert user.message() == ""


async def test_what_was_copied_can_be_pasted_as_the_picture_to_edit(user: User) -> None:
    node = await edited(user)
    user.window.canvas.setFocus()
    user.key(Qt.Key.Key_C, CONTROL)
    await until(user.message)
    user.key(Qt.Key.Key_V, CONTROL)
    await until(lambda: user.session.source is not None and user.session.source.name.endswith(f"{node.id[-6:]}.png"))
    assert user.session.source is not None
    assert user.session.source.is_original


# Dragging.


def drag(user: User) -> None:
    """Press on the picture and move the mouse, as it comes from the window system."""
    window, canvas = user.window.windowHandle(), user.window.canvas
    start = canvas.mapTo(user.window, canvas.rect().center())
    QTest.mousePress(window, Qt.MouseButton.LeftButton, NONE, start)
    for step in range(1, 4):
        QTest.mouseMove(window, start + QPoint(12 * step, 0))


def let_go(user: User) -> None:
    QTest.mouseRelease(user.window.windowHandle(), Qt.MouseButton.LeftButton)


async def test_the_picture_is_dragged_out_as_a_real_file(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    node = await edited(user)
    taken: list[list[Path]] = []

    def take(self: QDrag, *actions: Qt.DropAction) -> Qt.DropAction:  # in place of the other program
        taken.append([Path(url.toLocalFile()) for url in self.mimeData().urls()])
        assert not self.pixmap().isNull()
        return actions[0]

    monkeypatch.setattr(QDrag, "exec", take)
    await user.aside(lambda: drag(user))
    await until(lambda: taken)
    (files,) = taken
    assert [file.read_bytes() for file in files] == [user.session.exporter.bytes_of(node, "png")]
    assert files[0].name.startswith(f"photo-{node.seed}-")
    await user.aside(lambda: let_go(user))


async def test_no_drag_begins_after_the_button_was_let_go(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    await edited(user)
    taken: list[bool] = []
    monkeypatch.setattr(QDrag, "exec", lambda *anything: taken.append(True))
    user.window.canvas.drag_requested.emit()  # the file takes its time, and no button is down any more
    folder = user.folder.parent / "dragged"
    await until(lambda: folder.is_dir() and any(folder.iterdir()))
    done: list[bool] = []
    QTimer.singleShot(20, lambda: done.append(True))
    await until(lambda: done)
    assert taken == []


# Exporting.


def dialog_of(user: User) -> ExportDialog:
    return user.find(ExportDialog, "export_dialog")


def problem(user: User) -> str:
    label = user.find(QLabel, "export_problem")
    return label.text() if label.isVisible() else ""


async def test_a_result_is_exported_beside_its_original(user: User) -> None:
    node = await edited(user)
    user.window.canvas.setFocus()
    user.key(Qt.Key.Key_E, CONTROL | SHIFT)
    assert user.sees("export_dialog")
    path = Path(user.find(QLineEdit, "export_path").text())
    assert path.parent == user.folder / "work"
    user.key(Qt.Key.Key_Return, at=user.find(QLineEdit, "export_path"))
    await until(lambda: user.message() == f"Exported to {path}.")
    with Image.open(path) as image:
        assert image.size == (node.width, node.height)
    assert not user.sees("export_dialog")


async def test_nothing_is_overwritten_without_asking(user: User) -> None:
    await edited(user)
    path = user.folder / "work" / "mine.png"
    path.write_bytes(b"mine")
    user.key(Qt.Key.Key_S, CONTROL)
    field = user.find(QLineEdit, "export_path")
    field.setText(str(path))
    user.click("export_save")
    assert problem(user) == "mine.png exists already. Replace it?"
    assert path.read_bytes() == b"mine"
    field.setText(str(path.with_name("other.png")))
    assert problem(user) == ""
    field.setText(str(path))
    user.click("export_save")
    assert path.read_bytes() == b"mine", "the answer was about another name"
    user.click("export_save")
    await until(lambda: user.message() == f"Exported to {path}.")
    assert path.read_bytes().startswith(b"\x89PNG")


async def test_the_original_is_never_written_to(user: User) -> None:
    await edited(user)
    path = user.folder / "work" / "photo.png"
    before, link = path.read_bytes(), path.with_name("link.png")
    os.link(path, link)
    user.key(Qt.Key.Key_S, CONTROL)
    for name in (path, link):
        user.find(QLineEdit, "export_path").setText(str(name))
        for _ in range(3):
            user.click("export_save")
        assert "is the original: it is never written to" in problem(user)
    assert path.read_bytes() == before


async def test_what_cannot_be_written_is_told(user: User) -> None:
    node = await edited(user)
    folder = user.folder / "work"
    user.session.export(node, folder / "photo.png", overwrite=True)
    await until(user.message)
    assert user.message().startswith("photo.png is the original: it is never written to.")
    user.session.export(node, folder / "gone" / "a.png")
    await until(lambda: "cannot be written" in user.message())


async def test_the_dialog_is_left_by_escape_and_exports_nothing(user: User) -> None:
    await edited(user)
    user.window.canvas.setFocus()
    user.key(Qt.Key.Key_S, CONTROL)
    user.key(Qt.Key.Key_Escape, at=user.find(QLineEdit, "export_path"))
    assert not user.sees("export_dialog")
    assert sorted(path.name for path in (user.folder / "work").iterdir()) == ["photo.png"]
    await until(lambda: user.focus() is user.window.canvas)


async def test_the_button_of_the_history_exports_the_result_that_is_shown(user: User) -> None:
    node = await edited(user)
    user.click("export_button")
    assert user.find(QLineEdit, "export_path").text().endswith(f"{user.session.exporter.name(node)}.png")


async def test_without_a_picture_there_is_nothing_to_take(user: User) -> None:
    out = user.window.findChild(PictureOut)
    assert out is not None
    out.copy(None)
    out.export(None)
    user.window.canvas.drag_requested.emit()
    assert user.window.findChild(ExportDialog) is None
    assert user.message() == ""


async def test_the_dialog_is_there_before_it_is_wanted_and_waits_unseen(user: User) -> None:
    assert user.window.findChild(ExportDialog) is None
    await user.open(user.file("photo.png"))
    await until(lambda: user.window.findChild(ExportDialog))
    assert not user.sees("export_dialog")
    dialog, original = user.find(ExportDialog, "export_dialog"), user.session.original()
    assert original is not None
    await until(lambda: dialog.marks.knows(original))
