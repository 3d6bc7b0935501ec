"""`models`: the declarations, for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from flux_desktop.providers.registry import find_providers
from tests.cli.support import Cli
from tests.simulators.faults import answer
from tests.simulators.openai_api import OpenAI


def test_every_model_with_every_parameter(cli: Cli) -> None:
    models = cli("models", "--json").json["models"]
    declared = [model for provider in find_providers().values() for model in provider.models()]
    assert [(model["provider"], model["id"]) for model in models] == [(model.provider, model.id) for model in declared]
    for told, model in zip(models, declared, strict=True):
        assert {"provider", "id", "mode", "name", "references", "price", "params"} == set(told)
        assert told["mode"] in ("edit", "generate")
        assert [param["name"] for param in told["params"]] == [param.name for param in model.params]
        assert all(param["how"] in ("passed", "renamed", "converted", "emulated") for param in told["params"])
        assert None not in [value for param in told["params"] for value in param.values()]


def test_a_parameter_in_full(cli: Cli) -> None:
    models = cli("models", "--provider", "onemin", "--json").json["models"]
    params = {param["name"]: param for param in models[0]["params"]}
    assert params["steps"] == {
        "name": "steps", "kind": "integer", "default": 28, "minimum": 1, "maximum": 50,
        "field": "num_inference_steps", "how": "renamed",
    }  # fmt: skip
    assert params["safety"]["how"] == "converted"
    assert params["megapixels"]["choices"] == ["0.25", "1"]
    assert params["count"]["how"] == "emulated"
    assert "field" not in params["count"]
    assert "default" not in params["seed"]


def test_for_people(cli: Cli) -> None:
    told = cli("models", "--provider", "onemin").out
    assert "onemin  flux-2-klein-4b-edit  (edit) FLUX.2 [klein] 4B" in told
    assert "    steps: 1 to 50, default 28 (renamed)" in told
    assert "    fast: true or false, default false (renamed)" in told
    assert "offline" not in told
    assert cli("models", "--provider", "nobody").code == 2


@pytest.fixture
def studio(cli: Cli) -> Iterator[OpenAI]:
    """A server of the user's own, whose models only it knows."""
    with OpenAI() as server:
        cli.environ |= {"FLUX_DESKTOP_OPENAI_URL": server.base_url, "FLUX_DESKTOP_OPENAI_KEY": server.key}
        yield server


def test_the_models_of_ones_own_server_are_listed_by_it(cli: Cli, studio: OpenAI) -> None:
    listed = [model["id"] for model in cli("models", "--provider", "openai", "--json").json["models"]]
    assert {"gpt-image-1", "gpt-image-1-edit", "flux.2-klein-4b-edit"} <= set(listed)
    assert studio.arrived == ["GET /v1/models"]
    cli("models", "--provider", "openai")
    assert studio.arrived == ["GET /v1/models"], "the list is kept"
    cli("models", "--provider", "openai", "--refresh")
    assert studio.arrived == ["GET /v1/models"] * 2


def test_a_model_that_only_the_server_knows(cli: Cli, studio: OpenAI, tmp_path: Path) -> None:
    words = ("generate", "-p", "a lake", "--provider", "openai", "--set", "size=48x32", "-o", tmp_path / "lake.png")
    done = cli(*words, "--model", "gpt-image-1", "--json")
    assert (done.code, [order["fields"]["model"] for order in studio.orders]) == (0, ["gpt-image-1"])
    assert cli(*words, "--model", "nothing", "--overwrite").code == 2


def test_a_list_that_cannot_be_fetched(cli: Cli, studio: OpenAI) -> None:
    studio.fault(answer("GET /v1/models", 401, {"error": {"message": "no"}}, times=0))
    done = cli("models", "--provider", "openai", "--refresh", "--json")
    assert (done.code, done.json["models"][0]["id"]) == (3, "flux-2-klein-4b-edit")
    assert "does not accept the key" in done.err
