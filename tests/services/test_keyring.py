"""Whether there is a key is known without asking the keychain for it; the key itself is written down nowhere."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend

from flux_desktop.services.assembly import Program
from tests.services.support import Home
from tests.simulators.onemin import OneMin
from tests.store.keychains import InMemory

SECRET = "sk-very-secret-0123456789"


class Asked(InMemory):
    """A keychain that counts how often it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        return super().get_password(service, username)


@pytest.fixture
def keychain() -> Iterator[Asked]:
    before: KeyringBackend = keyring.get_keyring()
    memory = Asked()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


@pytest.fixture
def program(home: Home, keychain: Asked) -> Program:
    del home.environ["FLUX_DESKTOP_ONEMIN_KEY"]
    return home.start()


async def test_a_key_in_the_keychain_is_remembered_without_the_key(program: Program, keychain: Asked) -> None:
    keys = program.keys
    assert not keys.known("onemin")
    await keys.set("onemin", SECRET)
    before = keychain.asked
    assert keys.known("onemin")
    assert keychain.asked == before
    assert SECRET not in str(program.settings.values())
    await keys.delete("onemin")
    assert not keys.known("onemin")


async def test_a_key_that_another_program_took_away_or_put_in_is_seen_at_the_next_look(
    program: Program, keychain: Asked
) -> None:
    keys = program.keys
    await keys.set("onemin", SECRET)
    keyring.delete_password("flux-desktop", "onemin")
    assert keys.known("onemin")
    assert not await keys.has("onemin")
    assert not keys.known("onemin")
    keyring.set_password("flux-desktop", "onemin", SECRET)
    assert await keys.has("onemin")
    assert keys.known("onemin")


async def test_a_key_for_this_session_is_known_in_this_session_only(home: Home, program: Program) -> None:
    await program.keys.set("onemin", SECRET, "session")
    await program.keys.where("onemin")
    assert program.keys.known("onemin")
    assert program.settings.text("kept_keys") == ""


async def test_what_needs_no_key_can_be_used(program: Program) -> None:
    assert program.keys.known("offline")
    assert not program.keys.seems_set("offline")


async def test_further_secrets_are_kept_like_keys(program: Program) -> None:
    await program.keys.set("onemin", SECRET)
    await program.keys.set("onemin_bucket", "another-secret")
    assert program.keys.seems_set("onemin_bucket")
    await program.keys.delete("onemin")
    assert program.keys.seems_set("onemin_bucket")


async def test_the_balance_is_that_of_the_provider(program: Program, host: OneMin) -> None:
    assert await program.keys.balance("onemin") is None
    assert host.orders == []
