"""Where the window is tested: a real X server, started for the tests alone, and Qt's offscreen platform."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e.support.display import x_display


@pytest.fixture(scope="session")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of an X display with a window manager; needs Xvfb, openbox and xdotool, see packaging/dev_needs.py."""
    with x_display(tmp_path_factory.mktemp("display")) as name:
        yield name


@pytest.fixture(params=[pytest.param("x", marks=pytest.mark.window), "offscreen"])
def platform_display(request: pytest.FixtureRequest) -> str:
    """A test with this runs twice: on the X display, and with "" for the offscreen platform."""
    return str(request.getfixturevalue("display")) if request.param == "x" else ""
