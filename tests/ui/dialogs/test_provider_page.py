"""The page of one provider: address, options, secrets, what is left, and the list of models."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from flux_desktop.core.errors import Unreachable
from flux_desktop.core.price import Balance
from flux_desktop.services.assembly import Program
from flux_desktop.services.session import Session
from flux_desktop.ui.dialogs.provider_page import ProviderPage
from flux_desktop.ui.dialogs.provider_parts import balance_words
from tests.ui.browser import Browser
from tests.ui.panels import nameless
from tests.ui.results import button, until
from tests.ui.workshop import put_workshop


async def shown(session: Session, qtbot: QtBot) -> ProviderPage:
    """The page, once it has looked for the key and the secret."""
    page = ProviderPage(session, "workshop")
    qtbot.addWidget(page)
    page.resize(560, 900)
    page.show()
    await until(lambda: all(card.status.text() for card in page.cards))
    return page


def words(page: QWidget, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert label is not None, name
    return label.text() if label.isVisibleTo(page) else ""


def press(page: QWidget, name: str) -> None:
    QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def type_address(page: ProviderPage, address: str) -> None:
    field = page.findChild(QLineEdit, "address_field_workshop")
    assert field is not None
    field.setText(address)
    QTest.keyClick(field, Qt.Key.Key_Return)


async def test_what_it_is_and_where_to_get_it(
    program: Program, session: Session, qtbot: QtBot, browser: Browser
) -> None:
    put_workshop(program)
    page = await shown(session, qtbot)
    assert words(page, "about_workshop") == "A place for tests."
    assert nameless(page) == []
    press(page, "key_link_workshop")
    press(page, "account_link_workshop")
    setup = page.findChild(QLabel, "setup_workshop")
    assert setup is not None
    assert browser.opened == ["https://workshop.invalid/keys", "https://workshop.invalid/account"]
    assert "&lt;b&gt;there&lt;/b&gt;" in setup.text(), "what looks like rich text is none"
    assert 'href="https://workshop.invalid/get"' in setup.text()
    assert setup.text().count("href") == 1, "an example of an address on this computer is no link"
    setup.linkActivated.emit("https://workshop.invalid/get")
    setup.linkActivated.emit("file:///etc/passwd")
    assert browser.opened[2:] == ["https://workshop.invalid/get"]


async def test_each_option_has_the_control_of_its_kind(program: Program, session: Session, qtbot: QtBot) -> None:
    put_workshop(program)
    page = await shown(session, qtbot)

    def control(kind: type[QWidget], name: str) -> QWidget:
        found = page.findChild(kind, f"setting_workshop_{name}")
        assert found is not None, name
        return found

    place, bucket = control(QComboBox, "place"), control(QLineEdit, "bucket")
    tidy, minutes, patience = (
        control(QCheckBox, "tidy"),
        control(QSpinBox, "minutes"),
        control(QDoubleSpinBox, "patience"),
    )
    assert isinstance(place, QComboBox)
    place.setCurrentIndex(place.findData("bucket"))
    QTest.keyClicks(bucket, " pictures ")
    assert "workshop.bucket" not in session.settings.values(), "not with every letter"
    QTest.keyClick(bucket, Qt.Key.Key_Return)
    assert isinstance(tidy, QCheckBox)
    tidy.setChecked(False)
    assert isinstance(minutes, QSpinBox)
    minutes.setValue(5)
    assert isinstance(patience, QDoubleSpinBox)
    patience.setValue(2.5)
    assert {name: session.settings.get(f"workshop.{name}") for name in ("place", "bucket", "tidy", "minutes")} == {
        "place": "bucket",
        "bucket": "pictures",
        "tidy": False,
        "minutes": 5,
    }
    assert session.settings.get("workshop.patience") == 2.5
    press(page, "reset_workshop_minutes")
    assert minutes.value() == 10


async def test_an_option_of_the_environment_is_told(program: Program, session: Session, qtbot: QtBot) -> None:
    put_workshop(program, options={"bucket": "another"})
    page = await shown(session, qtbot)
    told = words(page, "options_note_workshop")
    assert told == "FLUX_DESKTOP_WORKSHOP_BUCKET is set outside the program and counts: another"


async def test_a_secret_is_kept_like_a_key_and_never_shown(program: Program, session: Session, qtbot: QtBot) -> None:
    put_workshop(program)
    page = await shown(session, qtbot)
    card = page.cards[1]
    card.set_keychain(False)
    assert words(page, "key_status_workshop_bucket").startswith("Not set")
    assert card.field.echoMode() == QLineEdit.EchoMode.Password
    test = page.findChild(QAbstractButton, "key_test_workshop_bucket")
    assert test is not None
    assert test.isHidden()
    card.field.setText("bucket-secret")
    press(page, "key_save_workshop_bucket")
    await until(lambda: "this session" in words(page, "key_status_workshop_bucket"))
    assert await session.keys.where("workshop_bucket") == "session"
    assert await session.keys.where("workshop") == ""
    assert words(page, "key_answer_workshop_bucket") == "Kept."
    assert button(page, "key_delete_workshop_bucket").isEnabled()
    assert not any("bucket-secret" in label.text() for label in page.findChildren(QLabel))


# The address.


async def test_an_address_of_ones_own(program: Program, session: Session, qtbot: QtBot) -> None:
    put_workshop(program)
    page = await shown(session, qtbot)
    type_address(page, "http://127.0.0.1:9000/v1/")
    assert session.settings.text("workshop.base_url") == "http://127.0.0.1:9000/v1"
    type_address(page, "https://workshop.invalid/v1/")
    assert session.settings.text("workshop.base_url") == "", "it is the official one"
    type_address(page, "https://gateway.example")
    press(page, "address_reset_workshop")
    field = page.findChild(QLineEdit, "address_field_workshop")
    assert field is not None
    assert (session.settings.text("workshop.base_url"), field.text()) == ("", "")
    assert field.placeholderText() == "https://workshop.invalid/v1"


async def test_an_unsafe_address_is_refused_with_the_reason(program: Program, session: Session, qtbot: QtBot) -> None:
    put_workshop(program)
    page = await shown(session, qtbot)
    type_address(page, "http://workshop.example")
    assert "has to begin with https" in words(page, "address_note_workshop")
    assert session.settings.text("workshop.base_url") == ""
    type_address(page, "https://workshop.example")
    assert "https" not in words(page, "address_note_workshop").split("is set outside")[0]
    assert session.settings.text("workshop.base_url") == "https://workshop.example"


async def test_an_address_of_the_environment_counts_and_is_told(
    program: Program, session: Session, qtbot: QtBot
) -> None:
    put_workshop(program, base_url="http://127.0.0.1:8000")
    told = words(await shown(session, qtbot), "address_note_workshop")
    assert told == "FLUX_DESKTOP_WORKSHOP_URL is set outside the program and counts: http://127.0.0.1:8000"


# What is left.


async def test_what_is_left_is_asked_when_there_is_a_key(program: Program, session: Session, qtbot: QtBot) -> None:
    workshop = put_workshop(program)
    page = await shown(session, qtbot)
    assert workshop.asked == 0
    await session.keys.set("workshop", "right", "session")
    await until(lambda: words(page, "balance_workshop") == "$12.30 left")
    workshop.left = Balance(7)
    press(page, "balance_button_workshop")
    await until(lambda: words(page, "balance_workshop") == "$7.00 left")
    workshop.left = Balance(6)
    page.hide()
    page.show()
    await until(lambda: words(page, "balance_workshop") == "$6.00 left")
    assert workshop.asked == 3
    await session.keys.delete("workshop")
    await until(lambda: words(page, "balance_workshop") == "")


async def test_why_what_is_left_is_not_known(program: Program, session: Session, qtbot: QtBot) -> None:
    put_workshop(program)
    await session.keys.set("workshop", "wrong", "session")
    page = await shown(session, qtbot)
    await until(lambda: "does not accept" in words(page, "balance_workshop"))


async def test_a_provider_that_cannot_tell_shows_nothing(program: Program, session: Session, qtbot: QtBot) -> None:
    workshop = put_workshop(program)
    workshop.left = None
    await session.keys.set("workshop", "right", "session")
    page = await shown(session, qtbot)
    await until(lambda: workshop.asked)
    assert words(page, "balance_workshop") == ""


@pytest.mark.parametrize(
    ("balance", "told"),
    [
        (Balance(12.3), "$12.30 left"),
        (Balance(1234.5), "$1,234.50 left"),
        (Balance(120000, "credits"), "120,000 credits left"),
        (Balance(0), "$0.00 left"),
    ],
)
def test_money_as_people_write_it(balance: Balance, told: str) -> None:
    assert balance_words(balance) == told


# The list of models.


async def test_the_list_of_models_is_fetched_on_demand_and_dated(
    program: Program, session: Session, qtbot: QtBot
) -> None:
    put_workshop(program)
    page = await shown(session, qtbot)
    assert words(page, "models_words_workshop") == "1 model, as the program knows them."
    press(page, "models_refresh_workshop")
    await until(lambda: words(page, "models_words_workshop").startswith("3 models, of the list of "))


async def test_a_list_that_cannot_be_fetched_says_why(program: Program, session: Session, qtbot: QtBot) -> None:
    workshop = put_workshop(program)
    workshop.problem = Unreachable("Workshop: no connection.", "Check it.")
    page = await shown(session, qtbot)
    press(page, "models_refresh_workshop")
    await until(lambda: words(page, "models_words_workshop") == "Workshop: no connection. Check it.")
    assert button(page, "models_refresh_workshop").isEnabled()


async def test_a_key_that_may_be_left_out_is_marked_so_and_the_server_tested_without(
    session: Session, qtbot: QtBot
) -> None:
    page = ProviderPage(session, "openai")
    qtbot.addWidget(page)
    page.show()
    await until(lambda: words(page, "key_status_openai").startswith("No key; it is needed only"))
    assert any(label.text() == "Key (optional)" for label in page.findChildren(QLabel))
    assert button(page, "key_test_openai").isEnabled()


async def test_a_server_without_keys_is_tested_at_its_address(session: Session, qtbot: QtBot) -> None:
    session.settings.set("sdcpp.base_url", "http://127.0.0.1:9")
    page = ProviderPage(session, "sdcpp")
    qtbot.addWidget(page)
    page.show()
    press(page, "trial_button_sdcpp")
    await until(lambda: "no connection" in words(page, "trial_words_sdcpp"))
    assert page.cards == []
