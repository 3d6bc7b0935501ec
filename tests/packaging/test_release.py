"""What every release has: its stamp, its notes, its checksums, the list of its parts."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from release import checksums, notes, sbom, stamp
from release.shipped import LINUX, MACOS, WINDOWS, Pin, environment, shipped

from flux_desktop import __version__

ROOT = Path(__file__).parents[2]
COMMIT = "0123456789abcdef0123456789abcdef01234567"
CHANGELOG = """# Changelog

## [Unreleased]

- Not yet.

## [1.2.3] - 2026-01-02

### Added

- A thing.

## [1.2.2] - 2026-01-01

- Older.

[1.2.3]: https://example.org/1.2.3
"""


def test_the_stamp_says_where_a_build_comes_from(tmp_path: Path) -> None:
    out = tmp_path / "build.json"
    words = ["--repository", "someone/flux-desktop", "--commit", COMMIT, "--tag", f"v{__version__}", "--out", str(out)]
    assert stamp.main(words) == 0
    assert json.loads(out.read_text(encoding="utf-8")) == {
        "version": __version__,
        "commit": COMMIT,
        "channel": "stable",
        "updates": "https://api.github.com/repos/someone/flux-desktop/releases/latest",
    }


@pytest.mark.parametrize(
    ("kind", "name", "channel"), [("tag", f"v{__version__}", "stable"), ("branch", "x", "preview")]
)
def test_a_workflow_says_it_by_its_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, name: str, channel: str
) -> None:
    told = {"REPOSITORY": "someone/flux", "SHA": COMMIT, "REF_TYPE": kind, "REF_NAME": name}
    for variable, value in told.items():
        monkeypatch.setenv(f"GITHUB_{variable}", value)
    out = tmp_path / "build.json"
    assert stamp.main(["--github", "--out", str(out)]) == 0
    kept = json.loads(out.read_text(encoding="utf-8"))
    assert (kept["commit"], kept["channel"]) == (COMMIT, channel)
    assert "/someone/flux/" in kept["updates"]


def test_a_tag_of_another_version_stops_the_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"REPOSITORY": "a/b", "SHA": COMMIT, "REF_TYPE": "tag", "REF_NAME": "v99.0"}
    for variable, value in told.items():
        monkeypatch.setenv(f"GITHUB_{variable}", value)
    with pytest.raises(SystemExit):
        stamp.main(["--github", "--out", str(tmp_path / "build.json")])
    assert not (tmp_path / "build.json").exists()


def test_the_stamp_needs_nothing_installed(tmp_path: Path) -> None:
    script = [sys.executable, "-I", "-S", str(ROOT / "packaging" / "release" / "stamp.py")]
    words = ["--repository", "a/b", "--commit", COMMIT, "--out", str(tmp_path / "build.json")]
    assert subprocess.run([*script, *words], cwd=tmp_path, check=False).returncode == 0


@pytest.mark.parametrize(
    ("repository", "commit", "tag", "words"),
    [
        ("no-slash", COMMIT, None, "no repository"),
        ("a/b/../../c", COMMIT, None, "no repository"),
        ("a/b", "abc", None, "no commit"),
        ("a/b", COMMIT, "v0.0.0", "does not fit the version"),
        ("a/b", COMMIT, __version__, "does not fit the version"),
    ],
)
def test_a_stamp_that_would_be_wrong_is_refused(repository: str, commit: str, tag: str | None, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        stamp.stamp(__version__, repository, commit, "stable", tag)


def test_a_checkout_has_no_stamp() -> None:
    assert not stamp.BUILD.exists()
    assert stamp.BUILD.relative_to(ROOT).as_posix() in (ROOT / ".gitignore").read_text().split()


def test_the_notes_are_one_section_of_the_changelog() -> None:
    assert notes.notes(CHANGELOG, "1.2.3") == "### Added\n\n- A thing.\n"
    assert notes.notes(CHANGELOG, "1.2.2") == "- Older.\n"


@pytest.mark.parametrize("version", ["1.2", "9.9.9", "1.2.3]"])
def test_a_version_without_a_section_has_no_notes(version: str) -> None:
    with pytest.raises(ValueError, match=r"says nothing of"):
        notes.notes(CHANGELOG, version)


def test_the_checksums_are_those_of_sha256sum(tmp_path: Path) -> None:
    for name, data in (("b.deb", b"two"), ("a.exe", b"one"), (checksums.NAME, b"old")):
        (tmp_path / name).write_bytes(data)
    assert checksums.main([str(tmp_path)]) == 0
    one, two = (hashlib.sha256(data).hexdigest() for data in (b"one", b"two"))
    assert (tmp_path / checksums.NAME).read_bytes().decode() == f"{one}  a.exe\n{two}  b.deb\n"


def test_an_empty_release_has_no_checksums(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no file"):
        checksums.checksums(tmp_path)


@pytest.mark.parametrize("system", [WINDOWS, MACOS, LINUX])
def test_users_get_what_the_program_needs_and_no_more(system: str) -> None:
    names = {pin.name for pin in shipped(environment(system, "3.13"))}
    assert {"pyside6-essentials", "shiboken6", "httpx", "httpcore", "h11", "numpy", "pillow", "keyring"} <= names
    assert names.isdisjoint({"hatchling", "editables", "pytest", "packaging", "pluggy"})
    assert ("pywin32-ctypes" in names) == ("colorama" in names) == (system == WINDOWS)
    assert ("secretstorage" in names) == (system == LINUX)


def test_what_an_older_python_needs_comes_with_it_alone() -> None:
    old, new = ({pin.name for pin in shipped(environment(LINUX, python))} for python in ("3.11", "3.13"))
    assert "importlib-metadata" in old - new


def test_an_entry_for_pip_has_its_hashes_and_no_condition() -> None:
    pins = {pin.name: pin for pin in shipped(environment(WINDOWS, "3.13"))}
    lines = pins["colorama"].line().splitlines()
    assert re.fullmatch(r"colorama==[0-9.]+ \\", lines[0])
    assert len(lines) == 1 + len(pins["colorama"].hashes) > 1
    assert all(re.match(r"    --hash=sha256:[0-9a-f]{64}", line) for line in lines[1:])


def test_the_list_of_parts_names_packages_and_what_is_inside_them() -> None:
    document = sbom.document(LINUX, "1.2.3", [Pin("pillow", "13.0.0", (), frozenset())], [("Qt", "6.11.3")])
    parts = {part["name"]: part for part in document["components"]}
    assert parts["pillow"]["purl"] == "pkg:pypi/pillow@13.0.0"
    assert parts["pillow"]["licenses"]
    assert parts["Qt"]["licenses"] == [{"expression": "LGPL-3.0-only"}]
    assert document["metadata"]["component"]["version"] == "1.2.3"
    assert document["dependencies"][0]["dependsOn"] == [part["bom-ref"] for part in document["components"]]
    assert document == sbom.document(LINUX, "1.2.3", [Pin("pillow", "13.0.0", (), frozenset())], [("Qt", "6.11.3")])


def test_a_package_of_another_system_is_listed_too() -> None:
    pin = Pin("pywin32-ctypes-which-is-not-here", "1", (), frozenset())
    assert sbom.document(WINDOWS, "1", [pin], [])["components"][0]["name"] == pin.name


@pytest.mark.qt
def test_the_libraries_inside_tell_their_versions() -> None:
    found = dict(sbom.native(LINUX))
    assert {"CPython", "OpenSSL", "SQLite", "Qt", "OpenBLAS", "libheif", "libwebp", "libavif"} <= set(found)
    assert all(re.match(r"\d+\.\d+", version) for version in found.values())
    windows = dict(sbom.native(WINDOWS))
    assert windows["CPython"] == sbom.python_version(WINDOWS)
    assert "OpenSSL" not in windows
