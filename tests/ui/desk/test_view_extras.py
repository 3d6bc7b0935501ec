"""Pixel grid, info line and navigator from the View menu and the settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from flux_desktop.core.menus import VIEW
from flux_desktop.ui.desk.view_extras import VIEW_EXTRAS
from tests.imaging.pictures import matrix_profile
from tests.ui.results import until
from tests.ui.windows import User


@pytest.mark.parametrize("name", VIEW_EXTRAS)
async def test_each_is_on_until_it_is_switched_off(user: User, name: str) -> None:
    assert getattr(user.window.canvas.extras, name)
    user.action(name).trigger()
    assert not getattr(user.window.canvas.extras, name)
    assert user.session.settings.get(name) is False
    user.window.menus[VIEW].aboutToShow.emit()
    assert not user.action(name).isChecked()
    user.action(name).trigger()
    assert getattr(user.window.canvas.extras, name)
    assert user.action(name).isChecked()


@pytest.mark.parametrize("name", VIEW_EXTRAS)
async def test_the_settings_switch_them_too(user: User, name: str) -> None:
    user.session.settings.set(name, False)
    assert not getattr(user.window.canvas.extras, name)
    user.window.menus[VIEW].aboutToShow.emit()
    assert not user.action(name).isChecked()


async def test_the_display_in_use_is_known_when_a_picture_comes(user: User, tmp_path: Path) -> None:
    file = tmp_path / "display.icc"
    file.write_bytes(matrix_profile())
    user.session.settings.set("display_profile_file", str(file))
    user.session.settings.set("display_profile", "file")
    assert not user.window.canvas.extras.is_converted
    await user.ready()
    await until(lambda: user.window.canvas.extras.is_converted)
