"""Every way that a picture comes into the window: dialog, paste, drop, recent files, sample; and what is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QMenu, QWidget

from flux_desktop.core.errors import FileProblem
from flux_desktop.core.history import HistoryNode
from flux_desktop.resources import resource
from flux_desktop.ui.desk.picture_in import NO_PICTURE, NOTHING_DROPPED
from tests.ui.panels import thumbnail
from tests.ui.results import until
from tests.ui.windows import CONTROL, NONE, SHIFT, User

COPY = Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton


def of_files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def of_pixels(colour: str = "#3366cc") -> QMimeData:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    mime = QMimeData()
    mime.setImageData(image)
    return mime


def of_bytes() -> QMimeData:
    mime = QMimeData()
    mime.setData("image/png", thumbnail("#3366cc", 40, 30))
    return mime


def of_address(url: str) -> QMimeData:
    mime = QMimeData()
    mime.setHtml(f'<a href="https://example.invalid/page"><img src="{url}"></a>')
    mime.setUrls([QUrl("https://example.invalid/page")])
    return mime


def paste(user: User, mime: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(mime)
    user.key(Qt.Key.Key_V, CONTROL)


async def opened(user: User, name: str) -> HistoryNode:
    """The picture to edit, once it is the one called `name` and on the canvas."""
    await until(lambda: user.session.source is not None and user.session.source.name == name)
    await user.settled()
    assert user.session.source is not None
    return user.session.source


async def references(user: User, count: int) -> list[str]:
    """The names in the strip, once there are as many."""
    await until(lambda: len(user.window.references.ids()) == count)
    return [node.name for node in user.session.references]


def choose_in_dialog(user: User, *paths: Path) -> None:
    dialog = user.find(QFileDialog, "open_dialog")
    assert dialog.isVisible()
    dialog.setDirectory(str(paths[0].parent))
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    field.setText(" ".join(f'"{path.name}"' for path in paths))
    user.key(Qt.Key.Key_Return, at=field)


# By dialog.


async def test_control_o_opens_what_is_chosen(user: User) -> None:
    path = user.file("photo.png")
    user.key(Qt.Key.Key_O, CONTROL)
    choose_in_dialog(user, path)
    node = await opened(user, "photo.png")
    assert (node.width, node.height) == (128, 96)
    assert user.window.windowTitle().startswith("photo.png")
    assert user.window.run_bar.run_button.text() == "Edit picture"
    assert user.sees("history_original")
    await until(lambda: user.window.findChild(QFileDialog, "open_dialog") is None)


async def test_the_first_of_several_is_edited_and_the_others_are_references(user: User) -> None:
    """Also when no picture is open yet, and in the order in which they were chosen, whichever is read first."""
    user.session.settings.set("provider", "lab")
    paths = [user.file("a.png"), user.file("b.png", 2000, 2000), user.file("c.png")]
    user.desk._on_model()
    user.key(Qt.Key.Key_O, CONTROL)
    choose_in_dialog(user, *paths)
    await opened(user, "a.png")
    assert user.message() == "a.png is the picture to edit; the other 2 are references."
    assert await references(user, 2) == ["b.png", "c.png"]


async def test_where_no_reference_is_taken_the_others_wait_under_open_recent(user: User) -> None:
    paths = [user.file(name) for name in ("a.png", "b.png")]
    user.desk.pictures_in.open_files([str(path) for path in paths])
    await opened(user, "a.png")
    assert user.message() == "a.png is the picture to edit; the other one is under Open Recent."
    assert user.session.references == ()
    await until(lambda: user.session.recent.present() == [str(paths[0]), str(paths[1])])


async def test_references_are_added_by_their_own_key_and_button(user: User) -> None:
    await user.open(user.file("photo.png"))
    await user.use_lab()
    user.key(Qt.Key.Key_O, CONTROL | SHIFT)
    choose_in_dialog(user, user.file("b.png"), user.file("c.png"))
    assert await references(user, 2) == ["b.png", "c.png"]
    user.click("reference_add_button")
    choose_in_dialog(user, user.file("d.png"))
    assert await references(user, 3) == ["b.png", "c.png", "d.png"]
    assert user.session.source is not None
    assert user.session.source.name == "photo.png"


# By clipboard.


async def test_a_bitmap_is_pasted_also_into_the_prompt(user: User) -> None:
    assert user.focus() is user.window.prompt
    for make in (of_pixels, of_bytes):
        paste(user, make())
        node = await opened(user, "Pasted picture")
        assert (node.width, node.height) == (40, 30)
        colour = user.session.pictures.image(node).convert("RGB").getpixel((5, 5))
        assert colour == (0x33, 0x66, 0xCC)
        assert user.window.prompt.text() == ""
        user.key(Qt.Key.Key_W, CONTROL)
    assert user.session.recent.all() == [], "it is no file"


async def test_a_copied_file_is_pasted(user: User) -> None:
    path = user.file("photo.png")
    paste(user, of_files(path))
    node = await opened(user, "photo.png")
    assert node.path == str(path)
    assert user.session.recent.present() == [str(path)]


async def test_words_are_pasted_where_one_can_type_and_are_no_picture_elsewhere(user: User) -> None:
    QGuiApplication.clipboard().setText("make it blue")
    user.key(Qt.Key.Key_V, CONTROL)
    assert user.window.prompt.text() == "make it blue"
    user.window.canvas.setFocus()
    user.key(Qt.Key.Key_V, CONTROL)
    assert user.message() == NO_PICTURE
    assert user.session.source is None


# By drag and drop.


def drop(user: User, mime: QMimeData, zone: str) -> None:
    """Drag `mime` over the window, and let it go in the zone; what is said on the way is checked."""
    window = user.window
    start = window.rect().center()
    user.send(QDragEnterEvent(start, COPY, mime, LEFT, NONE))
    zones = user.find(QWidget, "drop_zones")
    assert zones.isVisible()
    third = window.width() // 4
    point = QPoint(third if zone == "edit" else window.width() - third, window.height() // 2)
    user.send(QDragMoveEvent(point, COPY, mime, LEFT, NONE))
    assert user.desk.zones.highlighted == zone
    event = QDropEvent(QPointF(point), COPY, mime, LEFT, NONE)
    user.send(event)
    assert event.isAccepted()
    assert not zones.isVisible()


async def test_a_file_is_dropped_to_be_edited_or_as_a_reference(user: User) -> None:
    drop(user, of_files(user.file("photo.png")), "edit")
    await opened(user, "photo.png")
    await user.use_lab()
    drop(user, of_files(user.file("b.png"), user.file("c.png")), "reference")
    assert await references(user, 2) == ["b.png", "c.png"]
    drop(user, of_bytes(), "reference")
    assert await references(user, 3) == ["b.png", "c.png", "Dropped picture"]
    drop(user, of_pixels(), "edit")
    await opened(user, "Dropped picture")


async def test_where_no_reference_is_taken_the_zone_says_so_and_takes_nothing(user: User) -> None:
    await user.open(user.file("photo.png"))
    mime, window = of_files(user.file("b.png")), user.window
    user.send(QDragEnterEvent(window.rect().center(), COPY, mime, LEFT, NONE))
    point = QPoint(window.width() - window.width() // 4, window.height() // 2)
    user.send(QDragMoveEvent(point, COPY, mime, LEFT, NONE))
    assert user.desk.zones.highlighted == ""
    said = [zone.accessibleDescription() for zone in user.desk.zones.findChildren(QWidget)]
    assert "Offline edit takes no references." in said
    user.send(QDragLeaveEvent())
    await until(lambda: not user.desk.zones.isVisible())


async def test_a_picture_of_a_page_is_fetched(user: User) -> None:
    asked: list[str] = []

    async def fetch(url: str) -> bytes:
        asked.append(url)
        return thumbnail("#3366cc", 40, 30 + len(asked))

    user.session._fetch = fetch
    drop(user, of_address("https://example.invalid/pictures/cat.png?size=2"), "edit")
    await opened(user, "cat.png")
    await user.use_lab()
    drop(user, of_address("https://example.invalid/dog.png"), "reference")
    assert await references(user, 1) == ["dog.png"]
    assert asked == ["https://example.invalid/pictures/cat.png?size=2", "https://example.invalid/dog.png"]


async def test_a_page_that_does_not_answer_is_told_and_the_open_picture_stays(user: User) -> None:
    async def fetch(url: str) -> bytes:
        raise FileProblem("The site does not answer.", "Save the picture, then open the file.")

    user.session._fetch = fetch
    source = await user.open(user.file("photo.png"))
    drop(user, of_address("https://example.invalid/cat.png"), "edit")
    await until(user.message)
    assert user.message() == "The site does not answer.\nSave the picture, then open the file."
    assert user.session.source == source
    assert user.find(QWidget, "canvas_message").isHidden()


async def test_a_drop_that_holds_no_picture_after_all_is_told(user: User) -> None:
    mime, window = QMimeData(), user.window
    mime.setUrls([QUrl("ftp://example.invalid/cat.png")])
    point = QPoint(window.width() // 4, window.height() // 2)
    user.send(QDragEnterEvent(point, COPY, mime, LEFT, NONE))
    user.send(QDropEvent(QPointF(point), COPY, mime, LEFT, NONE))
    assert user.message() == NOTHING_DROPPED
    assert user.session.source is None


# From what the window offers.


async def test_the_sample_is_one_click_away(user: User) -> None:
    user.click("sample_button")
    node = await opened(user, "sample.jpg")
    assert node.width > 1000
    assert not user.sees("empty_state")
    assert user.session.recent.all() == [], "it is none of the user's files"
    assert user.focus() is user.window.prompt, "where one goes on"


async def test_the_sample_that_the_program_was_started_with_is_none_of_the_files_either(user: User) -> None:
    user.desk.pictures_in.open_chosen([str(resource("sample.jpg"))])
    await opened(user, "sample.jpg")
    assert user.session.recent.all() == []


async def test_recent_files_are_offered_in_the_menu_and_on_the_empty_canvas(user: User) -> None:
    menu = user.find(QMenu, "menu_open_recent")
    user.desk.pictures_in.fill_recent(menu)
    assert [action.text() for action in menu.actions()] == ["No files yet"]
    first, second = user.file("a & b.png"), user.file("c.png")
    await user.open(first)
    await user.open(second)
    menu.aboutToShow.emit()
    entries = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert entries == [f"&1  c.png  –  {user.folder}", f"&2  a && b.png  –  {user.folder}", "Clear the List"]
    menu.actions()[1].trigger()
    await opened(user, "a & b.png")
    user.key(Qt.Key.Key_W, CONTROL)
    await until(lambda: user.find(QAbstractButton, "recent_2").accessibleName().startswith("Open c.png"))
    user.click("recent_2")
    await opened(user, "c.png")
    second.unlink()
    menu.aboutToShow.emit()
    await until(lambda: user.desk.pictures_in.recent == [str(first)])
    menu.aboutToShow.emit()
    assert menu.actions()[0].text() == f"&1  c.png (not found)  –  {user.folder}"
    assert [action.isEnabled() for action in menu.actions()[:2]] == [False, True]
    menu.actions()[-1].trigger()
    assert user.session.recent.all() == []


async def test_the_dialog_begins_where_the_last_picture_was(user: User) -> None:
    path = user.file("deep/photo.png")
    await user.open(path)
    user.key(Qt.Key.Key_O, CONTROL)
    assert user.find(QFileDialog, "open_dialog").directory().path() == str(path.parent)


# What cannot be read.


def words(folder: Path) -> Path:
    path = folder / "notes.png"
    path.write_text("These are words, and no picture.")
    return path


def nothing(folder: Path) -> Path:
    path = folder / "empty.jpg"
    path.touch()
    return path


def half(folder: Path) -> Path:
    path = folder / "half.png"
    data = thumbnail("#3366cc", 400, 300)
    path.write_bytes(data[: len(data) // 2])
    return path


def missing(folder: Path) -> Path:
    return folder / "gone.png"


def huge(folder: Path) -> Path:
    path = folder / "huge.png"
    path.write_bytes(thumbnail("#3366cc", 1500, 1000))
    return path


async def test_what_is_no_picture_is_refused_and_the_open_one_stays(user: User) -> None:
    source = await user.open(user.file("photo.png"))
    user.session.settings.set("max_megapixels", 1)
    for make in (words, nothing, half, missing, huge):
        user.window.messages.clear()
        path = make(user.folder)
        user.desk.pictures_in.open_files([str(path)])
        await until(user.message)
        title, hint = user.message().split("\n")
        assert path.name in title
        assert title.endswith(".")
        assert hint.endswith(".")
        assert user.session.source == source
        assert user.shown() == source.id
        assert str(path) not in user.session.recent.all()


async def test_a_refusal_goes_when_the_next_picture_is_opened(user: User) -> None:
    photo = user.file("photo.png")
    user.desk.pictures_in.open_files([str(words(user.folder))])
    await until(user.message)
    await user.open(photo)
    assert user.message() == ""


@pytest.mark.skipif(os.geteuid() == 0, reason="an administrator may read everything")
async def test_a_file_that_may_not_be_read_is_refused(user: User) -> None:
    path = user.file("secret.png")
    path.chmod(0)
    user.session.open_file(path)
    await until(user.message)
    assert "secret.png" in user.message()


async def test_a_reference_that_is_no_picture_does_not_stop_the_others(user: User) -> None:
    await user.open(user.file("photo.png"))
    await user.use_lab()
    user.desk.pictures_in._add_references([str(user.file("b.png")), str(words(user.folder)), str(user.file("c.png"))])
    assert await references(user, 2) == ["b.png", "c.png"]
    assert "notes.png" in user.message()
    assert QApplication.activeModalWidget() is None
