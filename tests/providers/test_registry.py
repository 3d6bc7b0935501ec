"""Providers are found: those of the package without a list, those of other packages by entry point."""

from __future__ import annotations

import logging
import sys
from inspect import isabstract
from pathlib import Path

import pytest

from flux_desktop.providers.registry import find_providers

STRANGER = """
from flux_desktop.core.edit import Ticket
from flux_desktop.core.params import Model
from flux_desktop.providers.base import Provider

class Stranger(Provider):
    id = "stranger"
    name = "Stranger"

    @classmethod
    def models(cls):
        return (Model("m", "M", "stranger", "generate", ()),)

    async def start(self, request, report):
        return Ticket("stranger", "m")
"""


def install(folder: Path, module: str, code: str, entry: str) -> None:
    """A package as pip leaves it: a module and its metadata."""
    (folder / f"{module}.py").write_text(code)
    info = folder / f"{module}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[flux_desktop.providers]\n{entry}\n")


def test_the_free_one_comes_first_and_1min_next() -> None:
    assert list(find_providers())[:2] == ["offline", "onemin"]


def test_what_is_found_is_whole() -> None:
    for id, provider in find_providers().items():
        assert provider.id == id
        assert provider.name
        assert not isabstract(provider)
        models = provider.models()
        assert models
        assert len({model.id for model in models}) == len(models)
        assert all(model.provider == id for model in models)


def test_a_provider_of_another_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "flux_stranger", STRANGER, "stranger = flux_stranger:Stranger")
    monkeypatch.syspath_prepend(tmp_path)
    assert find_providers()["stranger"].models()[0].id == "m"


@pytest.mark.parametrize("code", ["raise RuntimeError('no')", "", "Broken = object", "class Broken: id = 'broken'"])
def test_a_broken_one_is_left_out_and_logged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, code: str
) -> None:
    install(tmp_path, "flux_broken", code, "broken = flux_broken:Broken")
    monkeypatch.delitem(sys.modules, "flux_broken", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    with caplog.at_level(logging.ERROR):
        assert "broken" not in find_providers()
    assert "'broken' could not be loaded" in caplog.text
    caplog.clear()


def test_a_stranger_cannot_take_a_providers_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = STRANGER.replace('"stranger"', '"onemin"')
    install(tmp_path, "flux_thief", code, "onemin = flux_thief:Stranger")
    monkeypatch.syspath_prepend(tmp_path)
    assert find_providers()["onemin"].__module__ == "flux_desktop.providers.onemin.provider"


def test_the_addresses_that_an_environment_variable_takes_the_place_of() -> None:
    assert {id: cls.base_url for id, cls in find_providers().items() if cls.base_url} == {
        "onemin": "https://api.1min.ai",
        "bfl": "https://api.bfl.ai/v1",
        "eachlabs": "https://api.eachlabs.ai/v1",
        "fal": "https://queue.fal.run",
        "lumenfall": "https://api.lumenfall.ai/openai/v1",
        "openai": "https://api.openai.com/v1",
        "replicate": "https://api.replicate.com/v1",
        "sdcpp": "http://127.0.0.1:1234",
    }
