"""A picture that tells how it was made: what a drop asks, what opening offers, what comes back, and what is said."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QMenu

from flux_desktop.core.history import HistoryNode
from tests.ui.results import until
from tests.ui.windows import NONE, User

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
A1111 = "a red barn\nNegative prompt: people\nSteps: 9000, Sampler: Euler a, CFG scale: 3, Seed: 77, Size: 64x64"


def foreign(folder: Path) -> Path:
    """A file as another program writes it."""
    notes = PngInfo()
    notes.add_text("parameters", A1111)
    path = folder / "barn.png"
    Image.new("RGB", (64, 64), "#903020").save(path, pnginfo=notes)
    return path


def drop(user: User, path: Path) -> None:
    """Let a file go over the zone of the picture to edit."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    point = QPoint(user.window.width() // 4, user.window.height() // 2)
    user.send(QDragEnterEvent(point, copy, mime, left, NONE))
    user.send(QDragMoveEvent(point, copy, mime, left, NONE))
    user.send(QDropEvent(QPointF(point), copy, mime, left, NONE))


@dataclass
class Asked:
    """The menu that a drop leads to."""

    menu: QMenu

    def entry(self, words: str) -> QAction:
        return next(action for action in self.menu.actions() if words in action.text().replace("&", ""))

    def take(self, words: str) -> None:
        action = self.entry(words)
        assert action.isEnabled()
        action.trigger()
        self.menu.close()


async def asked(user: User) -> Asked:
    await until(lambda: user.sees("recipe_menu"))
    return Asked(user.find(QMenu, "recipe_menu"))


async def exported(user: User, folder: Path, *, name: str = "out.png", words: str = "make it blue") -> HistoryNode:
    """A result, and its file."""
    await user.ready()
    node = await user.result(words)
    user.session.export(node, folder / name)
    await until((folder / name).is_file)
    return node


async def test_a_plain_picture_is_opened_without_a_question(user: User) -> None:
    drop(user, user.file("plain.png"))
    await until(lambda: user.session.source is not None and user.session.source.name == "plain.png")
    assert not user.sees("recipe_menu")


async def test_one_of_this_library_leads_to_its_tree_or_brings_its_recipe_back(user: User, tmp_path: Path) -> None:
    node = await exported(user, tmp_path)
    user.session.close_picture()
    user.prompt("something else")
    drop(user, tmp_path / "out.png")
    (await asked(user)).take("Load Its Recipe")
    await until(lambda: user.window.prompt.text() == "make it blue")
    assert "Nothing has been sent yet." in user.message()
    assert "changes a picture: open one to go on." in user.message()
    user.session.undo.undo()
    await until(lambda: user.window.prompt.text() == "something else")

    drop(user, tmp_path / "out.png")
    (await asked(user)).take("Open Its Tree")
    await until(lambda: user.session.source is not None and user.session.source.id == node.id)

    drop(user, tmp_path / "out.png")
    (await asked(user)).take("Load Its Recipe")
    await until(lambda: user.window.prompt.text() == "make it blue")
    recipe = user.window.form.recipe()
    assert recipe is not None
    assert node.recipe is not None
    assert (recipe.seed, recipe.model) == (node.seed, node.recipe.model)

    drop(user, tmp_path / "out.png")
    (await asked(user)).take("Open as Picture")
    await until(lambda: user.session.source is not None and user.session.source.name == "out.png")


async def test_a_foreign_recipe_is_mapped_and_the_rest_is_said(user: User, tmp_path: Path) -> None:
    await user.ready()
    drop(user, foreign(tmp_path))
    menu = await asked(user)
    heading = menu.menu.findChild(QLabel)
    assert heading is not None
    assert heading.isVisible()
    assert heading.text().startswith("This picture carries a recipe")
    assert not menu.entry("Open Its Tree").isEnabled()
    assert "not in your library" in menu.entry("Open Its Tree").text()
    menu.take("Load Its Recipe")
    await until(lambda: user.window.prompt.text() == "a red barn")
    recipe = user.window.form.recipe()
    assert recipe is not None
    assert recipe.seed == 77
    assert user.session.source is not None
    assert user.session.source.name != "barn.png", "the picture to edit stays"
    said = user.message()
    assert "Steps 9000" in said
    assert "people" in said


async def test_leaving_the_question_does_nothing(user: User, tmp_path: Path) -> None:
    source = await user.ready()
    user.prompt("mine")
    drop(user, foreign(tmp_path))
    (await asked(user)).menu.close()
    await user.session.undo.settle()
    assert (user.session.source, user.window.prompt.text()) == (source, "mine")


async def test_opening_offers_the_recipe_and_opens_at_once(user: User, tmp_path: Path) -> None:
    await user.ready()
    user.desk.pictures_in.open_chosen([str(foreign(tmp_path))])
    await until(lambda: user.session.source is not None and user.session.source.name == "barn.png")
    await until(lambda: "barn.png carries a recipe of" in user.message())
    user.click("message_action_button")
    await until(lambda: user.window.prompt.text() == "a red barn")


async def test_a_damaged_file_is_told_as_ever(user: User, tmp_path: Path) -> None:
    broken = tmp_path / "broken.png"
    data = BytesIO()
    Image.new("RGB", (64, 64)).save(data, "png")
    broken.write_bytes(data.getvalue()[:60])
    drop(user, broken)
    await until(lambda: "broken.png" in user.message())
    assert user.session.source is None


async def test_a_tree_is_taken_over_by_a_drop(user: User, tmp_path: Path) -> None:
    node = await exported(user, tmp_path)
    path = tmp_path / "all.fluxtree"
    user.desk.trees.export(node.root, path)
    await until(path.is_file)
    await until(lambda: "Exported 2 pictures with their recipes to all.fluxtree." in user.message())
    user.session.trash.delete([node])
    await until(lambda: user.session.library.result_ids() == [])
    drop(user, path)
    await until(lambda: user.session.library.result_ids() == [node.id])
    await until(lambda: "Imported 0 pictures with their recipes; 2 pictures you had already." in user.message())
    assert user.session.source is not None
    assert user.session.source.id == node.root


async def test_a_file_that_is_no_tree_is_refused_in_words(user: User, tmp_path: Path) -> None:
    path = tmp_path / "bad.fluxtree"
    path.write_bytes(b"PK\x03\x04 nothing")
    user.desk.trees.take(path)
    await until(lambda: "bad.fluxtree is damaged, or not a tree." in user.message())


async def test_a_model_that_edits_waits_for_the_picture(user: User, tmp_path: Path) -> None:
    """On another machine the recipe may come before any picture."""
    node = await exported(user, tmp_path)
    user.session.close_picture()
    await user.use_lab("lab-make")
    drop(user, tmp_path / "out.png")
    (await asked(user)).take("Load Its Recipe")
    await until(lambda: user.window.prompt.text() == "make it blue")
    await user.open(user.file("other.png"))
    recipe = user.window.form.recipe()
    assert recipe is not None
    assert node.recipe is not None
    assert (recipe.model, recipe.seed) == (node.recipe.model, node.seed)
