"""The lock files hold what pyproject.toml asks for, all with hashes, and name no place to fetch it from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "packaging" / "lock"


def _pins(kind: str) -> dict[str, set[str]]:
    """The versions of each package; there are several where they depend on the Python."""
    versions: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9.-]+)==(\S+)", (LOCK / f"{kind}.txt").read_text(), re.MULTILINE):
        versions.setdefault(name, set()).add(version)
    return versions


def _asked_for(*extras: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    optional = project["optional-dependencies"]
    return [
        Requirement(text) for text in (*project["dependencies"], *(one for extra in extras for one in optional[extra]))
    ]


@pytest.mark.parametrize(
    ("kind", "extras"), [("run", ["build"]), ("test", ["build", "test"]), ("pack", ["build", "pack"])]
)
def test_the_lock_answers_the_project(kind: str, extras: list[str]) -> None:
    pins = _pins(kind)
    for requirement in _asked_for(*extras):
        versions = pins[canonicalize_name(requirement.name)]
        assert all(requirement.specifier.contains(version) for version in versions), requirement


@pytest.mark.parametrize("kind", ["test", "pack"])
def test_tests_run_and_installers_hold_the_versions_that_users_get(kind: str) -> None:
    run, other = _pins("run"), _pins(kind)
    assert all(versions <= other[name] for name, versions in run.items())


@pytest.mark.parametrize("kind", ["run", "test", "pack"])
def test_every_python_gets_the_same_versions(kind: str) -> None:
    lines = (line.rstrip("\\ ") for line in (LOCK / f"{kind}.txt").read_text().splitlines() if line[:1].isalnum())
    requirements = [Requirement(line) for line in lines]
    found: dict[str, set[str]] = {}
    for python in ("3.11", "3.12", "3.13", "3.14"):
        environment = {"python_version": python, "python_full_version": f"{python}.1"}
        for requirement in requirements:
            if requirement.marker is None or requirement.marker.evaluate(environment):
                found.setdefault(requirement.name, set()).add(str(requirement.specifier))
    assert {name: versions for name, versions in found.items() if len(versions) > 1} == {}


@pytest.mark.parametrize("kind", ["run", "test", "pack"])
def test_every_package_has_hashes_and_no_host_is_named(kind: str) -> None:
    text = (LOCK / f"{kind}.txt").read_text()
    entries = re.split(r"\n(?=[a-z0-9])", text)
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
    assert not re.search(r"^\s*-(-?index|-?extra|-?find|f|i) ?", text, re.MULTILINE)
