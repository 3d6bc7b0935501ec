"""A command line of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.support import Cli
from tests.simulators.onemin import OneMin


@pytest.fixture(scope="session")
def host_server() -> Iterator[OneMin]:
    with OneMin() as server:
        yield server


@pytest.fixture
def host(host_server: OneMin) -> OneMin:
    host_server.reset()
    return host_server


@pytest.fixture
def cli(tmp_path: Path, host: OneMin, capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(tmp_path, host, capsys)
