"""Guards around every test: a home of its own, no secrets, no network beyond this computer, and no unexpected log.

In a test that neither asks for `caplog` nor is marked `expected_log`, a log record of WARNING or above is a failure.
A test may connect to this computer only; names below `.invalid` never resolve.
"""

from __future__ import annotations

import ipaddress
import logging
import os
import socket
import sys
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import hypothesis
import pytest

from tests.simulators.onemin import OneMin

HERE = Path(__file__).parent
NEEDS_QT = ("ui", "e2e", "benchmarks")
"""Folders whose tests need Qt: they get the marker `qt`, and are left out where Qt is."""

WITHOUT_QT = bool(os.environ.get("FLUX_DESKTOP_TEST_WITHOUT_QT"))

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long something takes is measured in tests/benchmarks: elsewhere a busy machine is no failure.
hypothesis.settings.register_profile("suite", deadline=None)
hypothesis.settings.load_profile("suite")


class _NoQt:
    """Makes Qt unimportable: what is below `ui` has to work without it."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] in ("PySide6", "shiboken6", "qasync"):
            raise ModuleNotFoundError(f"{name} is left out of this test run", name=name)
        return None


if WITHOUT_QT:
    sys.meta_path.insert(0, _NoQt())


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Where pytest-qt is switched off, its settings in pyproject.toml are still known words."""
    if not pluginmanager.hasplugin("pytest-qt"):
        for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(name, "of pytest-qt, which is off")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave out the folders that need Qt where there is none."""
    return True if WITHOUT_QT and _needs_qt(collection_path) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _needs_qt(item.path):
            item.add_marker("qt")


def _needs_qt(path: Path) -> bool:
    return path.is_relative_to(HERE) and path.relative_to(HERE).parts[:1] in {(name,) for name in NEEDS_QT}


class _Loopback:
    """Refuses connections that leave this computer, in every thread, and remembers them.

    Code under test may catch the refusal, as it catches any lost connection: so the test fails at its end as well.
    """

    def __init__(self) -> None:
        self.refused: list[str] = []

    def audit(self, event: str, args: tuple[Any, ...]) -> None:
        """The interpreter calls this for all it does; only the events of sockets matter."""
        if not event.startswith("socket."):
            return
        if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
            if args[0].family in (socket.AF_INET, socket.AF_INET6) and args[1]:
                self._check(args[1][0])
        elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
            self._check(args[0])

    def _check(self, host: str | bytes | None) -> None:
        name = host.decode("ascii", "replace") if isinstance(host, bytes) else host or "localhost"
        if name.lower().rstrip(".").endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, f"{name} does not resolve")
        if not _is_loopback(name):
            self.refused.append(name)
            raise PermissionError(f"a test may not connect to {name}")


def _is_loopback(name: str) -> bool:
    try:
        address = ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return name == "localhost"
    return address.is_loopback or address.is_unspecified


_LOOPBACK = pytest.StashKey[_Loopback]()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "expected_log: warnings in the log belong to what is tested")
    guard = config.stash[_LOOPBACK] = _Loopback()
    sys.addaudithook(guard.audit)


@pytest.fixture(autouse=True)
def _loopback_only(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails the test that tried to reach another computer."""
    guard = request.config.stash[_LOOPBACK]
    guard.refused.clear()
    yield
    assert not guard.refused, f"the test tried to reach {', '.join(guard.refused)}"


@pytest.fixture(autouse=True)
def _private_home(tmp_path: Path) -> Iterator[None]:
    """Keeps the user's own files, keys, keychain and proxies out of the test; the folders named here are not made."""
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            ours = name.startswith("FLUX_DESKTOP_") and name.endswith(("_KEY", "_URL"))
            if ours or name.lower().endswith("_proxy"):
                patch.delenv(name)
        patch.setenv("FLUX_DESKTOP_HOME", str(tmp_path / "flux-desktop-home"))
        for kind in ("CONFIG", "DATA", "STATE"):
            patch.setenv(f"XDG_{kind}_HOME", str(tmp_path / "xdg-home"))
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        yield


class _Collector(logging.Handler):
    """Keeps what was logged as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that logs a warning or worse and did not say that it would."""
    if "caplog" in request.fixturenames or request.node.get_closest_marker("expected_log"):
        yield
        return
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    yield
    logging.getLogger().removeHandler(collector)
    assert not collector.lines, "unexpected in the log:\n" + "\n".join(collector.lines)


@pytest.fixture(scope="session")
def host_server() -> Iterator[OneMin]:
    with OneMin() as server:
        yield server


@pytest.fixture
def host(host_server: OneMin) -> OneMin:
    """A server on this computer that behaves like 1min.ai, as new."""
    host_server.reset()
    return host_server
