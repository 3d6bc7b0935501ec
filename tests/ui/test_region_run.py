"""An edit that is run right after something was drawn: it is one of that part, never of the whole picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from flux_desktop.core.edit import Recipe
from flux_desktop.core.region import Shapes
from flux_desktop.imaging.region.mask import Box
from flux_desktop.ui.canvas import CompareMode
from tests.ui.desk.drawing import drag, mask
from tests.ui.results import until
from tests.ui.windows import SHIFT, User

pytestmark = pytest.mark.qt

SEPIA = Recipe("sepia", "offline", "offline-edit", {})


async def test_what_was_just_drawn_counts_for_the_edit(user: User) -> None:
    await user.open(user.file("photo.png", 320, 200))
    await user.use_lab()
    user.window.canvas.setFocus()
    user.key(Qt.Key.Key_M, SHIFT)
    drag(user, (100, 60), (130, 90), (160, 100))
    assert user.session.submit(SEPIA) is None
    await until(lambda: bool(user.session.queue.jobs))
    (job,) = user.session.queue.jobs.values()
    assert job.record.patch is not None
    assert job.record.mask == user.session.mask
    await job.wait()


async def test_so_does_a_region_that_was_just_moved_by_keys(user: User) -> None:
    await user.open(user.file("photo.png", 320, 200))
    await user.use_lab()
    user.window.canvas.setFocus()
    user.key(Qt.Key.Key_M, SHIFT)
    drag(user, (100, 60), (130, 90), (160, 100))
    await until(lambda: user.session.mask is not None)
    before = mask(user).box
    user.key(Qt.Key.Key_Right)
    assert user.session.submit(SEPIA) is None
    await until(lambda: bool(user.session.queue.jobs))
    assert mask(user).box == Box(before.left + 1, before.top, before.right + 1, before.bottom)
    (job,) = user.session.queue.jobs.values()
    assert job.record.mask == user.session.mask
    await job.wait()


async def test_what_is_removed_right_after_it_was_drawn_stays_removed(user: User) -> None:
    await user.open(user.file("photo.png", 320, 200))
    selection, tools = user.session.selection, user.desk.region.tools
    user.window.canvas.setFocus()
    user.key(Qt.Key.Key_M, SHIFT)
    drag(user, (100, 60), (130, 90), (160, 100))
    selection.clear()
    await until(lambda: not selection.needs_time(Shapes()))
    assert not selection.is_set
    assert not tools._waiting
    user.session.undo.undo()
    await until(lambda: selection.is_set)


async def test_a_region_that_was_just_moved_gets_there_also_if_pictures_are_compared(user: User) -> None:
    await user.open(user.file("photo.png", 320, 200))
    other, _ = user.session.pictures.open_file(user.file("other.png", 320, 200))
    user.window.canvas.setFocus()
    user.key(Qt.Key.Key_M, SHIFT)
    drag(user, (100, 60), (130, 90), (160, 100))
    await until(lambda: user.session.mask is not None)
    user.session.compare_with(other)
    await until(lambda: user.window.canvas.compared is not None)
    user.window.canvas.compare_mode = CompareMode.SINGLE
    before = mask(user).box
    user.key(Qt.Key.Key_Down)
    user.window.canvas.compare_mode = CompareMode.SPLIT
    await until(lambda: mask(user).box.top == before.top + 1)
