"""A result that is smaller than the picture it was made from: it is said, and its detail can be kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from flux_desktop.core.edit import Recipe
from flux_desktop.core.history import HistoryNode
from flux_desktop.resources import resource
from flux_desktop.services.inputs import Inputs
from flux_desktop.ui.parts.controls import ElidedLabel
from tests.ui.results import until
from tests.ui.windows import User


async def small(user: User, megapixels: str = "0.25") -> HistoryNode:
    """A result of so many megapixels of a picture that has two, on the canvas."""
    await user.ready()
    session = user.session
    source, _ = session.pictures.open_file(resource("sample.jpg"))
    session.edit_further(source)
    recipe = Recipe("warmer", "offline", "offline-edit", {"megapixels": megapixels})
    job = session.queue.submit(recipe, Inputs.of(source))
    await job.wait()
    session.show(job.nodes[0])
    await until(lambda: user.shown() == job.nodes[0].id)
    return job.nodes[0]


async def test_it_is_said_with_both_sizes(user: User) -> None:
    node = await small(user)
    assert user.sees("size_note")
    words = user.find(ElidedLabel, "size_note_words").words()
    assert f"{node.width} × {node.height}" in words
    assert "1620 × 1280" in words


async def test_one_click_makes_a_result_in_full_size(user: User) -> None:
    node = await small(user)
    user.click("size_note_keep")
    await until(lambda: user.session.current is not None and user.session.current.id != node.id, 60)
    made = user.session.current
    assert made is not None
    assert (made.width, made.height, made.parent) == (1620, 1280, node.parent)
    await until(lambda: user.shown() == made.id)
    assert not user.sees("size_note")


@pytest.mark.parametrize("by_keys", [True, False])
async def test_the_canvas_has_the_keys_when_the_line_goes(user: User, by_keys: bool) -> None:
    node = await small(user)
    user.window.canvas.setFocus()
    keep = user.find(QPushButton, "size_note_keep")
    if by_keys:
        keep.setFocus()
        QTest.keyClick(keep, Qt.Key.Key_Space)
    else:
        QTest.mouseClick(keep, Qt.MouseButton.LeftButton)
        assert user.focus() is user.window.canvas
    await until(lambda: user.session.current is not None and user.session.current.id != node.id, 60)
    await until(lambda: not user.sees("size_note"))
    assert user.focus() is user.window.canvas


async def test_who_closed_it_sees_it_no_more(user: User) -> None:
    node = await small(user)
    user.click("size_note_close")
    assert not user.sees("size_note")
    user.session.show(user.session.before(node))
    await until(lambda: user.shown() == node.parent)
    user.session.show(node)
    await until(lambda: user.shown() == node.id)
    assert not user.sees("size_note")
    assert user.action("detail").isEnabled()


async def test_there_is_none_for_originals_and_results_of_full_size(user: User) -> None:
    await small(user, "match")
    assert not user.action("detail").isEnabled()
    assert not user.sees("size_note")
