"""Where the window is tested: a real X server, started for the tests alone, and Qt's offscreen platform."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.e2e.support.commands import Commands, commands
from tests.e2e.support.display import x_display
from tests.e2e.support.studio import KLEIN, Studio
from tests.e2e.support.window import Window
from tests.simulators.onemin import OneMin


@pytest.fixture(scope="session")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of an X display with a window manager; needs Xvfb, openbox and xdotool, see packaging/dev_needs.py."""
    with x_display(tmp_path_factory.mktemp("display")) as name:
        yield name


@pytest.fixture(params=[pytest.param("x", marks=pytest.mark.window), "offscreen"])
def platform_display(request: pytest.FixtureRequest) -> str:
    """A test with this runs twice: on the X display, and with "" for the offscreen platform."""
    return str(request.getfixturevalue("display")) if request.param == "x" else ""


@pytest.fixture(scope="module")
def opened_studio(display: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """One window for all: that a failed edit leaves nothing behind is a part of what is tested."""
    folder = tmp_path_factory.mktemp("onemin")
    with OneMin() as host:
        own = {"FLUX_DESKTOP_ONEMIN_URL": host.url, "FLUX_DESKTOP_ONEMIN_KEY": host.key}
        with Window(folder / "home", display, own) as window:
            yield Studio(window, host, folder)


@pytest.fixture
def studio(opened_studio: Studio) -> Iterator[Studio]:
    """The window tidied up, with 1min.ai and its first model chosen; at the end, where the key went is looked at."""
    opened_studio.tidy()
    opened_studio.use("edit", KLEIN)
    yield opened_studio
    assert_key_goes_to_the_api_alone(opened_studio.host)


def assert_key_goes_to_the_api_alone(host: OneMin) -> None:
    for seen in host.log:
        at_api = seen.path.startswith("/api/")
        assert (seen.headers.get("api-key") == host.key) == at_api
        elsewhere = f"{seen.path} {seen.query} {seen.fields} {[v for k, v in seen.headers.items() if k != 'api-key']}"
        assert host.key not in elsewhere
        assert host.key.encode() not in seen.body


@pytest.fixture
def cli(tmp_path: Path, host: OneMin) -> Iterator[Commands]:
    """The command line as processes of its own, a photo beside its home, and 1min.ai on this computer."""
    Image.linear_gradient("L").resize((480, 320)).convert("RGB").save(tmp_path / "photo.jpg")
    with commands(tmp_path, host) as started:
        yield started
