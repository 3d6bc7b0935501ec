"""Keys: where they are kept, how they are set, tested and deleted, and that they are never shown."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.core.errors import FluxError
from flux_desktop.services.session import Session
from flux_desktop.ui.dialogs.key_card import BUSY
from flux_desktop.ui.dialogs.providers_page import ProvidersPage
from tests.simulators.onemin import OneMin
from tests.ui.panels import nameless
from tests.ui.results import button, until

SECRET = "sk-very-secret-0123456789"


class Memory(KeyringBackend):
    """A keychain that works, for as long as the test lasts."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.asked: list[str] = []

    def get_password(self, service: str, username: str) -> str | None:
        self.asked.append(username)
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[(service, username)] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[(service, username)]


@pytest.fixture
def keychain() -> Iterator[Memory]:
    before = keyring.get_keyring()
    memory = Memory()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


async def shown_page(session: Session, qtbot: QtBot) -> ProvidersPage:
    page = ProvidersPage()
    qtbot.addWidget(page)
    page.resize(740, 560)
    page.attach(session)
    page.go_to("onemin")
    page.show()
    await until(lambda: answer(page) == "" and not words(page, "key_status_onemin").startswith("Waiting"))
    return page


def words(page: ProvidersPage, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert label is not None
    return label.text() if label.isVisibleTo(page) else ""


def answer(page: ProvidersPage) -> str:
    return words(page, "key_answer_onemin")


def field(page: ProvidersPage) -> QLineEdit:
    found = page.findChild(QLineEdit, "key_field_onemin")
    assert found is not None
    return found


def places(page: ProvidersPage) -> list[str]:
    box = page.findChild(QComboBox, "key_place_onemin")
    assert box is not None
    return [box.itemData(index) for index in range(box.count())]


def press(page: ProvidersPage, name: str) -> None:
    QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


async def test_only_providers_that_take_a_key_have_a_card(session: Session, qtbot: QtBot) -> None:
    page = await shown_page(session, qtbot)
    assert page.findChild(QWidget, "key_card_onemin") is not None
    page.go_to("offline")
    assert page.findChild(QWidget, "provider_page_offline") is not None
    assert page.findChild(QWidget, "key_card_offline") is None
    assert nameless(page) == []


async def test_only_the_page_that_is_shown_asks_the_keychain(keychain: Memory, session: Session, qtbot: QtBot) -> None:
    page = await shown_page(session, qtbot)
    ids = {provider.id for provider in session.queue.providers()}
    assert page.list.count() == len(ids) > 5
    assert set(keychain.asked) & ids == {"onemin"}
    page.go_to("fal")
    await until(lambda: words(page, "key_status_fal"))
    assert set(keychain.asked) & ids == {"onemin", "fal"}


async def test_the_list_tells_the_state_of_each(session: Session, qtbot: QtBot) -> None:
    page = await shown_page(session, qtbot)

    def states() -> dict[str, str]:
        items = [page.list.item(row) for row in range(page.list.count())]
        told = {item.data(Qt.ItemDataRole.UserRole): item.data(Qt.ItemDataRole.AccessibleTextRole) for item in items}
        return {id: words.split(": ")[1] for id, words in told.items()}

    assert list(states())[:2] == ["offline", "onemin"]
    assert (states()["offline"], states()["onemin"]) == ("Needs no key", "No key")
    assert (states()["sdcpp"], states()["openai"]) == ("On this computer", "No key")
    await session.keys.set("onemin", SECRET, "session")
    session.settings.set("openai.base_url", "https://gpu.studio.example/v1")
    assert (states()["onemin"], states()["openai"]) == ("Key set", "Key optional")
    assert not page.grab().isNull()


async def test_without_a_keychain_it_says_so_and_offers_the_session(session: Session, qtbot: QtBot) -> None:
    page = await shown_page(session, qtbot)
    await until(lambda: "no keychain" in words(page, "keychain_problem"))
    assert places(page) == ["session"]
    assert "FLUX_DESKTOP_ONEMIN_KEY" in words(page, "key_status_onemin")


@pytest.mark.usefixtures("keychain")
async def test_a_key_is_kept_in_the_keychain_and_leaves_the_field(session: Session, qtbot: QtBot) -> None:
    page = await shown_page(session, qtbot)
    assert places(page) == ["keychain", "session"]
    assert field(page).echoMode() == QLineEdit.EchoMode.Password
    field(page).setText(f"  {SECRET} ")
    press(page, "key_save_onemin")
    assert answer(page) == BUSY
    await until(lambda: "keychain" in words(page, "key_status_onemin"))
    assert keyring.get_password("flux-desktop", "onemin") == SECRET
    await until(lambda: field(page).text() == "")
    shown = [label.text() for label in page.findChildren(QLabel)]
    assert not any(SECRET in text for text in shown)
    press(page, "key_delete_onemin")
    await until(lambda: words(page, "key_status_onemin").startswith("No key"))
    assert keyring.get_password("flux-desktop", "onemin") is None


async def test_a_key_for_this_session_only(session: Session, qtbot: QtBot) -> None:
    page = await shown_page(session, qtbot)
    await until(lambda: places(page) == ["session"])
    field(page).setText(SECRET)
    QTest.keyClick(field(page), Qt.Key.Key_Return)
    await until(lambda: "this session only" in words(page, "key_status_onemin"))
    assert await session.keys.where("onemin") == "session"


async def test_a_plain_file_only_after_an_explicit_choice(session: Session, qtbot: QtBot) -> None:
    page = await shown_page(session, qtbot)
    assert "file" not in places(page)
    session.settings.set("keys_in_file", True)
    assert "file" in places(page)
    session.settings.set("keys_in_file", False)
    assert "file" not in places(page)


async def test_the_keyboard_stays_in_the_card_while_it_is_busy(session: Session, qtbot: QtBot) -> None:
    page = await shown_page(session, qtbot)
    await until(lambda: "no keychain" in words(page, "keychain_problem"))
    page.activateWindow()
    save = page.findChild(QAbstractButton, "key_save_onemin")
    assert save is not None
    field(page).setText("a-key-of-a-test")
    save.setFocus()
    qtbot.waitUntil(save.hasFocus)
    save.click()
    assert field(page).hasFocus()
    await until(lambda: "this session" in words(page, "key_status_onemin"))
    assert field(page).hasFocus()


async def test_an_error_is_told_in_the_card(session: Session, qtbot: QtBot) -> None:
    page = await shown_page(session, qtbot)
    elsewhere: list[FluxError] = []
    session.failed.connect(elsewhere.append)
    field(page).setText("two words")
    press(page, "key_save_onemin")
    await until(lambda: answer(page) not in ("", BUSY))
    assert "key" in answer(page)
    assert elsewhere == []
    assert field(page).text() == "two words", "it can be corrected"


async def test_a_key_of_the_environment_is_shown_as_such(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLUX_DESKTOP_ONEMIN_KEY", SECRET)
    page = await shown_page(session, qtbot)
    await until(lambda: "environment" in words(page, "key_status_onemin"))
    assert words(page, "key_status_onemin") == "Set in the environment as FLUX_DESKTOP_ONEMIN_KEY"
    delete = page.findChild(QWidget, "key_delete_onemin")
    assert delete is not None
    assert not delete.isEnabled()


@pytest.fixture
def onemin(monkeypatch: pytest.MonkeyPatch) -> Iterator[OneMin]:
    with OneMin() as simulator:
        monkeypatch.setenv("FLUX_DESKTOP_ONEMIN_URL", simulator.url)
        yield simulator


async def test_a_test_of_the_key_says_how_it_went(onemin: OneMin, session: Session, qtbot: QtBot) -> None:
    await session.keys.set("onemin", onemin.key, "session")
    page = await shown_page(session, qtbot)
    await until(lambda: "session" in words(page, "key_status_onemin"))
    field(page).setText("another")
    test = page.findChild(QWidget, "key_test_onemin")
    assert test is not None
    assert not test.isEnabled(), "what was typed is not what would be tried"
    field(page).clear()
    press(page, "key_test_onemin")
    assert answer(page) == "Asking the provider…"
    await until(lambda: "accepts the key" in answer(page))
    await session.keys.set("onemin", SECRET, "session")
    await until(test.isEnabled)
    press(page, "key_test_onemin")
    await until(lambda: "mistyped" in answer(page))
    assert SECRET not in answer(page)
    asked: list[str] = []
    page.help_requested.connect(asked.append)
    press(page, "key_help_onemin")
    assert asked == ["problems#key-refused"]
