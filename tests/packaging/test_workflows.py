"""The workflows parse, name only files and commands that are there, and are given no more rights than they need."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

yaml: Any = pytest.importorskip("yaml")

ROOT = Path(__file__).parents[2]
WORKFLOWS = {path.name: path for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))}
ALL = pytest.mark.parametrize("name", sorted(WORKFLOWS))


def _workflow(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(WORKFLOWS[name].read_text(encoding="utf-8"))
    return loaded


def _jobs(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from _workflow(name)["jobs"].items()


def _steps(name: str) -> Iterator[dict[str, Any]]:
    for _, job in _jobs(name):
        yield from job["steps"]


def test_there_are_both() -> None:
    assert list(WORKFLOWS) == ["ci.yml", "release.yml"]


@ALL
def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it(name: str) -> None:
    uses = re.findall(r"uses: (.*)", WORKFLOWS[name].read_text(encoding="utf-8"))
    assert uses
    for words in uses:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", words), words
    versions = {words.partition("@")[0]: words for words in uses}
    assert set(uses) == set(versions.values()), "one version of an action everywhere"


@ALL
def test_nobody_may_write_but_who_makes_the_release(name: str) -> None:
    assert _workflow(name)["permissions"] == {}
    for job_name, job in _jobs(name):
        rights = {right for right, kind in job["permissions"].items() if kind == "write"}
        assert rights == ({"contents", "id-token", "attestations"} if job_name == "publish" else set())
        assert job["timeout-minutes"] <= 60
    for step in _steps(name):
        if str(step.get("uses", "")).startswith("actions/checkout@"):
            assert step["with"] == {"persist-credentials": False}


@ALL
def test_scripts_and_modules_that_are_named_are_there(name: str) -> None:
    text = "\n".join(step["run"] for step in _steps(name) if "run" in step)
    paths = re.findall(r"\bpackaging/[\w/.-]+\.(?:py|sh|ps1)\b", text)
    assert paths
    assert [path for path in paths if not (ROOT / path).is_file()] == []
    for module in re.findall(r"python -m (release\.\w+)", text):
        assert callable(importlib.import_module(module).main)
    for system in re.findall(r"packaging/build\.py (\w+)", text):
        assert (ROOT / "packaging" / system / "build.py").is_file()


@ALL
def test_nothing_of_the_event_is_put_into_a_script(name: str) -> None:
    # What a name of a branch holds would be run: it comes by the environment instead.
    assert not [step["run"] for step in _steps(name) if "${{" in step.get("run", "")]


def test_every_installer_is_tried_before_the_release() -> None:
    jobs = dict(_jobs("release.yml"))
    assert set(jobs["publish"]["needs"]) == set(jobs) - {"publish"}
    assert jobs["publish"]["if"] == "github.ref_type == 'tag'"
    tried = {name: job for name, job in jobs.items() if name.startswith("try-")}
    assert {job["needs"] for job in tried.values()} == {"linux", "windows", "macos"}
    for job in tried.values():
        text = "\n".join(step["run"] for step in job["steps"] if "run" in step)
        scripts = [ROOT / path for path in re.findall(r"packaging/[\w/.-]+\.(?:sh|ps1)", text)]
        assert "--smoke-test" in text + "".join(path.read_text(encoding="utf-8") for path in scripts)


def test_every_build_is_stamped_and_its_parts_are_listed() -> None:
    jobs = dict(_jobs("release.yml"))
    for system in ("linux", "windows", "macos"):
        words = [step["run"] for step in jobs[system]["steps"] if "run" in step]
        stamped = next(index for index, text in enumerate(words) if "stamp.py --github" in text)
        built = next(
            index for index, text in enumerate(words) if f"build.py {system}" in text or "build_signed.sh" in text
        )
        listed = next(index for index, text in enumerate(words) if f"release.sbom {system}" in text)
        assert stamped < built < listed


def test_what_is_built_is_what_is_tried_and_released() -> None:
    jobs = dict(_jobs("release.yml"))
    kept = {
        step["with"]["name"]
        for job in jobs.values()
        for step in job["steps"]
        if "upload-artifact" in step.get("uses", "")
    }
    assert kept == {"installers-linux", "installers-windows", "installers-macos-${{ matrix.architecture }}"}
    fetched = [
        step["with"] for job in jobs.values() for step in job["steps"] if "download-artifact" in step.get("uses", "")
    ]
    assert {words["name"] for words in fetched if "name" in words} <= kept
    assert [words["pattern"] for words in fetched if "pattern" in words] == ["installers-*"]


def test_secrets_are_given_to_signing_alone() -> None:
    for job_name, job in _jobs("release.yml"):
        for step in job["steps"]:
            if "secrets." in str(step):
                assert job_name in ("windows", "macos")
                assert "secrets." not in str({key: value for key, value in step.items() if key != "env"})
                assert "signed" in step["name"]
