"""`models`: the declarations, for people and as JSON."""

from __future__ import annotations

from flux_desktop.providers.registry import find_providers
from tests.cli.support import Cli


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
