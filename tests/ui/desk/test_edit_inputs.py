"""The pictures of the next edit: the chip of the source, and the strip of the references."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from flux_desktop.ui.parts.controls import ElidedLabel
from tests.ui.results import until
from tests.ui.windows import ALT, User


async def with_references(user: User, *names: str) -> None:
    await user.open(user.file("photo.png"))
    await user.use_lab()
    for name in names:
        user.session.add_reference_file(user.file(name))
    await until(lambda: len(user.window.references.ids()) == len(names))


def names(user: User) -> list[str]:
    return [node.name for node in user.session.references]


def words(user: User) -> str:
    return user.find(ElidedLabel, "reference_words").words()


async def test_the_chip_names_and_shows_what_is_edited(user: User) -> None:
    assert user.window.modes.chip.words() == "A new picture, from words alone"
    await user.open(user.file("photo.png"))
    assert user.window.modes.chip.words() == "Editing: photo.png"
    small = next(label for label in user.window.modes.chip.findChildren(QLabel) if label.objectName() != "source_label")
    await until(lambda: not small.pixmap().isNull())
    user.click("mode_generate")
    assert user.window.modes.chip.words() == "A new picture, from words alone"


async def test_a_run_in_the_moment_that_the_first_picture_comes_is_an_edit_of_it(user: User) -> None:
    await user.use_lab("lab-make")
    user.window.prompt.set_text("make it blue")
    user.session.source_changed.connect(lambda node: user.window.form.run())
    source = await user.open(user.file("photo.png"))
    recipes = [(job.record.parent, job.record.recipe.model) for job in user.jobs()]
    assert recipes == [(source.id, "lab-large")], "by a model that edits"


async def test_references_are_sent_in_the_order_of_the_strip(user: User) -> None:
    await with_references(user, "a.png", "b.png", "c.png")
    tiles = user.window.references.list
    assert tiles is not None
    tiles.setCurrentRow(2)
    user.click("reference_left_button")
    user.key(Qt.Key.Key_Left, ALT, at=tiles)
    await until(lambda: names(user) == ["c.png", "a.png", "b.png"])
    await user.result("dress image 1 in image 2")
    sent = [image.data for image in user.lab.requests[0].references]
    assert sent == [(user.folder / name).read_bytes() for name in ("c.png", "a.png", "b.png")]


async def test_a_reference_is_taken_out(user: User) -> None:
    await with_references(user, "a.png", "b.png")
    tiles = user.window.references.list
    assert tiles is not None
    tiles.setCurrentRow(0)
    user.click("reference_remove_button")
    await until(lambda: names(user) == ["b.png"])
    await until(lambda: len(user.window.references.ids()) == 1)
    user.key(Qt.Key.Key_Delete, at=tiles)
    await until(lambda: names(user) == [])
    await until(lambda: user.window.references.ids() == [])


async def test_what_the_model_cannot_take_is_said_and_not_sent(user: User) -> None:
    await with_references(user, "a.png", "b.png")
    await user.use_lab("lab-small")
    assert words(user) == "1 not sent: the limit is 1."
    await user.result("make it blue")
    assert len(user.lab.requests[0].references) == 1
    await user.use_lab("lab-alone")
    assert words(user) == "Alone takes no references. Not sent: 2."
    assert not user.window.references.add_button.isEnabled()
    await user.result("make it red")
    assert user.lab.requests[1].references == ()
    await user.use_lab("lab-large")
    assert len(user.window.references.ids()) == 2, "they waited for a model that takes them"
    user.click("mode_generate")
    assert words(user) == "Reference images go with an edit of a picture. Not sent: 2."


async def test_vary_sends_the_references_of_the_result(user: User) -> None:
    await with_references(user, "a.png")
    node = await user.result("make it blue")
    user.session.set_references(())
    user.session.vary(node, 1)
    await user.ended(*user.jobs())
    assert user.lab.requests[1].references == user.lab.requests[0].references


async def test_a_reference_whose_file_is_lost_has_an_empty_tile(user: User) -> None:
    await with_references(user, "a.png", "b.png")
    node = user.session.references[0]
    user.session.pictures.assets.path(node.asset).unlink()
    for kept in (user.folder.parent / "home" / "thumbnails").rglob("*.*"):
        kept.unlink()
    user.session.set_references(tuple(reversed(user.session.references)))
    await until(lambda: user.window.references.ids() == [one.id for one in user.session.references])
    job = await user.run("make it blue")
    await user.ended(job)
    assert job.error is not None, "sending it says what is wrong"


async def test_a_mark_on_what_is_edited_does_not_keep_its_picture_away(user: User) -> None:
    """The thumbnail is read beside the window; the node has another value when it arrives."""
    node = await user.open(user.file("photo.png"))
    user.session.source_changed.emit(node)
    user.session.nodes_changed.emit((replace(node, note="for the client"),))
    small = next(label for label in user.window.modes.chip.findChildren(QLabel) if label.objectName() != "source_label")
    user.window.modes.set_source("photo.png")
    assert small.pixmap().isNull()
    await until(lambda: not small.pixmap().isNull())


async def test_what_is_done_to_the_references_can_be_undone(user: User) -> None:
    await with_references(user, "a.png", "b.png", "c.png")
    tiles = user.window.references.list
    assert tiles is not None
    said: list[str] = []
    user.session.undo.changed.connect(lambda: said.append(user.session.undo.undo_words))
    tiles.setCurrentRow(2)
    user.click("reference_left_button")
    assert said[-1] == "Undo move of a reference"
    user.click("reference_remove_button")
    assert said[-1] == "Undo removal of a reference"
    assert names(user) == ["a.png", "b.png"]
    await back(user, ["a.png", "c.png", "b.png"])
    await back(user, ["a.png", "b.png", "c.png"])
    await back(user, ["a.png", "b.png"])
    user.action("redo").trigger()
    await until(lambda: names(user) == ["a.png", "b.png", "c.png"])
    await until(lambda: len(user.window.references.ids()) == 3)


async def back(user: User, expected: list[str]) -> None:
    user.action("undo").trigger()
    await until(lambda: names(user) == expected)


async def test_a_picture_is_a_reference_once(user: User) -> None:
    await with_references(user, "a.png")
    steps = user.session.undo.undo_words
    told: list[str] = []
    user.session.notified.connect(told.append)
    user.session.add_reference_file(user.file("a.png"))
    await until(lambda: told)
    assert told == ["It is a reference already."]
    assert names(user) == ["a.png"]
    assert user.session.undo.undo_words == steps
