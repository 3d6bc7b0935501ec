"""The guards of `conftest.py`, each tried by a test that offends it, in a pytest of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CASES = """
import logging, os, socket
import pytest

log = logging.getLogger("somewhere")

def test_warns():
    log.warning("oh dear")

def test_informs():
    log.info("all is well")

@pytest.mark.expected_log
def test_warns_marked():
    log.warning("as it should be")

def test_warns_watched(caplog):
    log.warning("as it should be")
    assert "as it should be" in caplog.text

def test_hides_a_connection():
    try:
        socket.create_connection(("192.0.2.1", 80), timeout=0.1)
    except OSError:
        pass

def test_hides_a_name():
    try:
        socket.getaddrinfo("example.org", 80)
    except OSError:
        pass

@pytest.mark.parametrize("family, host", [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")])
def test_loopback(family, host):
    with socket.create_server((host, 0), family=family) as server:
        socket.create_connection(("localhost" if family == socket.AF_INET else host, server.getsockname()[1])).close()

def test_a_name_that_never_resolves():
    with pytest.raises(socket.gaierror):
        socket.create_connection(("nowhere.invalid", 80))

def test_environment(tmp_path):
    assert os.environ["FLUX_DESKTOP_HOME"].startswith(str(tmp_path))
    assert os.environ["XDG_DATA_HOME"].startswith(str(tmp_path))
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert not {"FLUX_DESKTOP_BFL_KEY", "FLUX_DESKTOP_BFL_URL", "https_proxy", "HTTP_PROXY"} & set(os.environ)

def test_keychain():
    import keyring
    with pytest.raises(keyring.errors.NoKeyringError):
        keyring.get_password("a", "b")
"""
OFFENDERS = {"test_warns", "test_hides_a_connection", "test_hides_a_name"}
WITHOUT_QT = """
import pytest

@pytest.mark.parametrize("name", ["PySide6", "PySide6.QtCore", "shiboken6", "qasync"])
def test_qt_is_gone(name):
    with pytest.raises(ModuleNotFoundError):
        __import__(name)
"""


def _pytest(folder: Path, *words: str, **environment: str) -> str:
    """What pytest says about the tests below `folder` with this project's settings and guards."""
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    shutil.copy(ROOT / "pyproject.toml", folder)
    ours = ("QT_", "PYTEST_", "FLUX_DESKTOP_")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-v", "--tb=short", "-p", "no:cacheprovider", *words, "."],
        cwd=folder,
        env={**clean, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_the_guards_fail_who_offends_them_and_nobody_else(tmp_path: Path) -> None:
    (tmp_path / "test_cases.py").write_text(CASES)
    foreign = ("FLUX_DESKTOP_BFL_KEY", "FLUX_DESKTOP_BFL_URL", "https_proxy", "HTTP_PROXY")
    said = _pytest(tmp_path, **dict.fromkeys(foreign, "http://192.0.2.1"))
    assert set(re.findall(r"^(?:ERROR|FAILED) test_cases.py::(\w+)", said, re.MULTILINE)) == OFFENDERS, said
    assert "WARNING somewhere: oh dear" in said
    assert "the test tried to reach 192.0.2.1" in said
    assert "the test tried to reach example.org" in said


def test_qt_can_be_taken_away(tmp_path: Path) -> None:
    (tmp_path / "test_cases.py").write_text(WITHOUT_QT)
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "test_window.py").write_text("import PySide6\n")
    said = _pytest(tmp_path, "-p", "no:pytest-qt", FLUX_DESKTOP_TEST_WITHOUT_QT="1")
    assert "4 passed" in said


@pytest.mark.qt
def test_folders_that_need_qt_are_marked(tmp_path: Path) -> None:
    for folder in ("core", "ui", "e2e", "benchmarks"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"test_{folder}.py").write_text("def test_nothing(): pass\n")
    said = _pytest(tmp_path, "-m", "qt")
    assert sorted(re.findall(r"^(\w+)/", said, re.MULTILINE)) == ["benchmarks", "e2e", "ui"]
