"""A newer version is told in the window by a message, its page opens by a click, and it can be skipped."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.core.settings import Settings
from flux_desktop.services.assembly import Program
from flux_desktop.services.updates import Updates
from flux_desktop.ui.dialogs.settings import GeneralPage
from flux_desktop.ui.system.update_news import UpdateNews
from tests.services.web_site import WebSite
from tests.simulators.faults import answer
from tests.ui.browser import Browser
from tests.ui.results import until
from tests.ui.windows import User


@pytest.fixture
def site() -> Iterator[WebSite]:
    with WebSite() as made:
        made.fault(answer("GET /feed", 200, {"tag_name": "v99.0", "html_url": f"{made.url}/page"}, times=0))
        yield made


@pytest.fixture
async def news(user: User, program: Program, site: WebSite) -> UpdateNews:
    updates = Updates(user.session.settings, program.http, f"{site.url}/feed")
    return UpdateNews(user.window, user.session, updates)


async def test_it_is_told_once_it_is_wanted(user: User, news: UpdateNews, site: WebSite, browser: Browser) -> None:
    QDesktopServices.setUrlHandler("http", browser, "open")  # type: ignore[arg-type]  # the stubs want bytes
    news.look()
    assert site.log == []
    user.session.settings.set("tell_updates", True)
    await until(lambda: "99.0" in user.message())
    user.click("message_action_button")
    await until(lambda: user.sees("newer_dialog"))
    assert "99.0" in user.label("newer_words")
    user.click("newer_page_button")
    assert browser.opened == [f"{site.url}/page"]
    user.click("newer_skip_button")
    assert user.session.settings.text("update_skipped") == "99.0"
    news.look()
    assert len(site.log) == 1, "once a day"
    QDesktopServices.unsetUrlHandler("http")


async def test_nobody_is_disturbed_by_a_failure(user: User, news: UpdateNews, site: WebSite) -> None:
    del news
    site.reset()
    user.session.settings.set("tell_updates", True)
    await until(lambda: site.log)
    await until(lambda: not user.session._tasks._running)
    assert user.message() == ""


@pytest.mark.parametrize("address", ["", "https://feed.invalid/"])
def test_the_setting_says_why_it_cannot_be_switched_on(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("FLUX_DESKTOP_UPDATES_URL", address)
    page = GeneralPage()
    qtbot.addWidget(page)
    page.attach(Settings())
    box = page.findChild(QWidget, "setting_tell_updates")
    assert isinstance(box, QCheckBox)
    assert box.isEnabled() is bool(address)
    assert any("not come from a release" in label.text() for label in page.findChildren(QLabel)) is not bool(address)
