"""The program as it is put together: addresses and keys from the environment, and an orderly end."""

from __future__ import annotations

from pathlib import Path

import pytest

from flux_desktop.core.edit import JobState
from flux_desktop.core.errors import FileProblem, InvalidParameter, KeyMissing
from flux_desktop.core.params import integer, text
from flux_desktop.core.settings import Settings
from flux_desktop.providers.offline import Offline
from flux_desktop.providers.onemin import OneMin
from flux_desktop.services.assembly import Program, assemble, base_url, chosen
from tests.services.support import FEATURES, Home, end_of, held, hosted, record, stop_at
from tests.simulators.onemin import OneMin as Simulator


def test_the_address_of_a_provider() -> None:
    settings, environ = Settings(), {"FLUX_DESKTOP_ONEMIN_URL": "http://127.0.0.1:8000/"}
    settings.declare([text("onemin.base_url", "")])
    assert base_url(OneMin, {}, settings) == "https://api.1min.ai"
    settings.set("onemin.base_url", "https://gateway.example/onemin/")
    assert base_url(OneMin, {}, settings) == "https://gateway.example/onemin"
    assert base_url(OneMin, environ, settings) == "http://127.0.0.1:8000"


class Optional(Offline):
    """A provider with an option."""

    id = "optional"
    options = (integer("days", 1, 1, 7),)


def test_an_option_is_a_setting_or_comes_from_the_environment() -> None:
    settings = Settings()
    settings.declare([integer("optional.days", 1, 1, 7)])
    assert chosen(Optional, {}, settings, "days") == 1
    settings.set("optional.days", 3)
    assert chosen(Optional, {}, settings, "days") == 3
    assert chosen(Optional, {"FLUX_DESKTOP_OPTIONAL_DAYS": "5"}, settings, "days") == 5
    with pytest.raises(InvalidParameter, match="Days"):
        chosen(Optional, {"FLUX_DESKTOP_OPTIONAL_DAYS": "50"}, settings, "days")


@pytest.mark.parametrize("name", ["rest", "api"])
async def test_the_other_hosts_of_fal_come_from_the_environment(home: Home, name: str) -> None:
    home.environ[f"FLUX_DESKTOP_FAL_{name.upper()}_URL"] = "http://127.0.0.1:9"
    assert home.start().queue.provider("fal").option(f"{name}_url") == "http://127.0.0.1:9"


async def test_another_address_in_the_settings_counts_at_once(home: Home) -> None:
    del home.environ["FLUX_DESKTOP_ONEMIN_URL"]
    program = home.start()
    provider = program.queue.provider("onemin")
    assert provider.url("/api") == "https://api.1min.ai/api"
    program.settings.set("onemin.base_url", "http://127.0.0.1:9/")
    assert provider.url("/api") == "http://127.0.0.1:9/api"
    program.settings.set("onemin.base_url", "")
    assert provider.url("/api") == "https://api.1min.ai/api"


async def test_the_key_comes_from_the_environment_of_this_program(home: Home, program: Program) -> None:
    assert await program.keys.where("onemin") == "environment"
    assert await program.keys.has("offline")
    del home.environ["FLUX_DESKTOP_ONEMIN_KEY"]
    other = home.start()
    assert not await other.keys.has("onemin")
    job = hosted(other)
    assert await end_of(job) is JobState.FAILED
    assert isinstance(job.error, KeyMissing)
    assert job.error.action == "open_keys"


async def test_a_key_for_this_session(home: Home, host: Simulator) -> None:
    del home.environ["FLUX_DESKTOP_ONEMIN_KEY"]
    program = home.start()
    changed: list[str] = []
    program.keys.changed.connect(changed.append)
    await program.keys.set("onemin", host.key, "session")
    assert "accepts the key" in await program.keys.test("onemin")
    assert await end_of(hosted(program)) is JobState.DONE
    await program.keys.delete("onemin")
    assert await program.keys.where("onemin") == ""
    assert changed == ["onemin", "onemin"]
    assert "keychain" in await program.keys.keychain_problem()


async def test_an_order_on_its_way_gets_time_to_arrive(home: Home, program: Program, host: Simulator) -> None:
    gate = stop_at(host, FEATURES)
    job = hosted(program)
    await held(host, gate)
    host.release(gate)
    await program.queue.close()
    assert job.state is JobState.DONE
    assert record(program, job).state is JobState.DONE


async def test_a_closed_program_leaves_no_owner(home: Home, program: Program) -> None:
    assert list((home.folder / "owners").iterdir())
    await home.stop(program)
    assert list((home.folder / "owners").iterdir()) == []


def test_a_home_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "owners").write_text("in the way")
    with pytest.raises(FileProblem):
        assemble(tmp_path / "home", Settings(), {})
