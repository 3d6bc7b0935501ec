"""With letters twice as large nothing is cut off, in the window and in every dialog."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from flux_desktop.ui import theme
from tests.ui.clipping import clipped
from tests.ui.dialogs_open import DIALOGS, opened, pages
from tests.ui.region_scenes import region_scenes
from tests.ui.results import until
from tests.ui.windows import User

pytestmark = pytest.mark.qt


@pytest.fixture
def large_type(qapp: QApplication) -> Iterator[None]:
    usual = QFont(qapp.font())
    large = QFont(usual)
    large.setPointSizeF(2 * usual.pointSizeF())
    theme.apply(qapp, "light")
    qapp.setFont(large)
    yield
    qapp.setFont(usual)


async def test_nothing_is_cut_off(large_type: None, user: User) -> None:
    del large_type
    user.window.resize(1600, 1000)
    assert await cut_off(user.window) == []
    await user.open(user.file("photo.png", 600, 400))
    await user.result("black and white")
    user.action("compare_next").trigger()
    await user.settled()
    assert await cut_off(user.window) == []
    for command, name in DIALOGS.items():
        dialog = await opened(user, command, name)
        for page in pages(dialog):
            page()
            assert await cut_off(dialog) == [], name


async def test_nothing_is_cut_off_around_the_edit_of_a_part(large_type: None, user: User) -> None:
    del large_type
    user.window.resize(1600, 1000)
    async for part in region_scenes(user):
        assert await cut_off(part.window()) == [], part.objectName()


async def cut_off(window: QWidget) -> list[str]:
    """What has no room once the layouts have come to rest."""
    with suppress(AssertionError):
        await until(lambda: not clipped(window))
    return clipped(window)
