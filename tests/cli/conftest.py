"""A command line of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.support import Cli
from tests.simulators.onemin import OneMin


@pytest.fixture
def cli(tmp_path: Path, host: OneMin, capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(tmp_path, host, capsys)
