"""`edit` and `generate`: what is sent, what is written, and the JSON."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.cli.support import ASSETS, FEATURES, Cli, opened, photo
from tests.simulators.faults import Fault, answer
from tests.simulators.onemin import OneMin

KEYS = ["job", "status", "provider", "model", "seed", "outputs", "cost", "seconds", "error"]


def test_an_edit_offline_needs_nothing(cli: Cli, tmp_path: Path) -> None:
    cli.environ.pop("FLUX_DESKTOP_ONEMIN_KEY")
    out = tmp_path / "out.webp"
    done = cli("edit", photo(tmp_path), "-p", "make it warmer", "--set", "seed=42", "-o", out, "--json")
    assert done.code == 0
    told = done.json
    assert list(told) == KEYS
    assert (told["status"], told["provider"], told["model"]) == ("done", "offline", "offline-edit")
    assert (told["seed"], told["error"]) == (42, None)
    assert told["cost"] == {"amount": 0.0, "currency": "USD", "kind": "billed"}
    assert list(told["seconds"]) == ["upload", "run", "download", "total"]
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    assert told["outputs"] == [{"path": str(out), "width": 96, "height": 64, "sha256": digest, "seed": 42}]
    assert opened(out)[0] == "WEBP"
    assert cli.host.arrived == []


def test_the_output_carries_the_recipe_unless_it_is_client_safe(cli: Cli, tmp_path: Path) -> None:
    words = ("edit", photo(tmp_path), "-p", "make it warmer", "-o")
    assert cli(*words, tmp_path / "a.png").code == 0
    assert b"make it warmer" in (tmp_path / "a.png").read_bytes()
    assert cli(*words, tmp_path / "b.png", "--client-safe").code == 0
    assert b"make it warmer" not in (tmp_path / "b.png").read_bytes()


def test_an_edit_at_a_host(cli: Cli, tmp_path: Path, host: OneMin) -> None:
    done = cli.edit("--set", "steps=20", "--set", "fast=true", "--set", "safety=false", "--set", "aspect_ratio=16:9")
    told = done.json
    assert (done.code, told["status"], told["model"]) == (0, "done", "flux-2-klein-4b-edit")
    assert told["cost"] is None
    (order,) = host.orders
    sent = order["promptObject"]
    assert (sent["num_inference_steps"], sent["go_fast"], sent["disable_safety_checker"]) == (20, True, True)
    assert (sent["aspect_ratio"], sent["output_format"], sent["seed"]) == ("16:9", "webp", told["seed"])
    (output,) = told["outputs"]
    assert opened(tmp_path / "out.webp") == ("WEBP", (output["width"], output["height"]))
    assert told["seconds"]["total"] > 0


@pytest.mark.parametrize("model", ["flux-2-klein-4b-edit", "flux-2-dev-edit"])
def test_the_model_is_chosen(cli: Cli, host: OneMin, model: str) -> None:
    assert cli.edit("--model", model).json["model"] == model
    assert host.orders[0]["model"] == f"black-forest-labs/{model.removesuffix('-edit')}"


def test_a_generation_at_a_host(cli: Cli, tmp_path: Path, host: OneMin) -> None:
    done = cli("generate", "--provider", "onemin", "-p", "a lake", "--set", "megapixels=0.25", "-o", tmp_path / "l.png")
    assert done.code == 0
    assert done.out.startswith(str(tmp_path / "l.png"))
    assert host.orders[0]["type"] == "IMAGE_GENERATOR"
    assert host.seen(ASSETS) == []
    assert opened(tmp_path / "l.png")[0] == "PNG"


def test_without_a_provider_the_settings_decide(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "settings.json").write_text('{"provider": "onemin", "model": "flux-2-dev-edit"}')
    small = ("--set", "megapixels=0.25", "--json")
    edited = cli("edit", photo(tmp_path), "-p", "x", "-o", tmp_path / "a.webp", *small).json
    made = cli("generate", "-p", "x", "-o", tmp_path / "b.webp", *small).json
    named = cli("generate", "--provider", "offline", "-p", "clouds", "-o", tmp_path / "c.webp", *small).json
    told = [(one["provider"], one["model"]) for one in (edited, made, named)]
    assert told == [("onemin", "flux-2-klein-4b-edit"), ("onemin", "flux-2-klein-4b"), ("offline", "offline-generate")]


def test_several_outputs_are_numbered(cli: Cli, tmp_path: Path, host: OneMin) -> None:
    told = cli.edit("--set", "count=3", "--set", "seed=7").json
    names = [tmp_path / f"out-{index}.webp" for index in (1, 2, 3)]
    assert [(output["path"], output["seed"]) for output in told["outputs"]] == [
        (str(name), seed) for name, seed in zip(names, (7, 8, 9), strict=True)
    ]
    assert all(name.is_file() for name in names)
    assert len({output["sha256"] for output in told["outputs"]}) == 3
    assert len(host.seen(ASSETS)) == 1


def test_what_was_made_before_a_fault_is_written_under_its_number(cli: Cli, tmp_path: Path, host: OneMin) -> None:
    host.fault(Fault(FEATURES), answer(FEATURES, 402, {"message": "no credits left"}))
    done = cli.edit("--set", "count=3", "--set", "seed=7")
    told = done.json
    assert (done.code, told["status"], told["error"]["kind"]) == (6, "failed", "credit")
    assert [(Path(output["path"]).name, output["seed"]) for output in told["outputs"]] == [("out-1.webp", 7)]
    assert (tmp_path / "out-1.webp").is_file()


@pytest.mark.parametrize(
    ("suffix", "params", "sent", "kind"),
    [
        (".png", [], "png", "PNG"),
        (".jpg", [], "jpg", "JPEG"),
        (".tiff", [], "webp", "TIFF"),
        ("", ["--set", "format=jpeg"], "jpg", "JPEG"),
        (".png", ["--set", "format=jpeg"], "jpg", "PNG"),
    ],
)
def test_the_suffix_decides_the_format(
    cli: Cli, tmp_path: Path, host: OneMin, suffix: str, params: list[str], sent: str, kind: str
) -> None:
    out = tmp_path / f"result{suffix}"
    done = cli.edit("-o", out, *params)
    assert done.code == 0, done.err
    assert host.orders[0]["promptObject"]["output_format"] == sent
    assert opened(out)[0] == kind


def test_a_reference_is_sent_to_who_takes_one(cli: Cli, tmp_path: Path, host: OneMin) -> None:
    done = cli.edit("--reference", photo(tmp_path, "other.jpg"))
    assert done.code == 2
    assert "takes none of the 1 reference" in done.json["error"]["title"]
    assert host.arrived == []


def test_notes_go_to_standard_error(cli: Cli, tmp_path: Path) -> None:
    done = cli("edit", photo(tmp_path), "-p", "sepia", "-o", tmp_path / "o.png", "--json")
    assert "Understood" in done.err
    assert done.json["status"] == "done"


# Nothing of the user's is changed.


def test_an_output_that_exists_is_refused_before_anything_is_sent(cli: Cli, tmp_path: Path, host: OneMin) -> None:
    (tmp_path / "out-2.webp").write_bytes(b"mine")
    done = cli.edit("--set", "count=2")
    assert (done.code, done.json["error"]["kind"]) == (2, "input")
    assert "exists already" in done.json["error"]["title"]
    assert (tmp_path / "out-2.webp").read_bytes() == b"mine"
    assert host.arrived == []
    assert cli.edit("--set", "count=2", "--overwrite").code == 0
    assert (tmp_path / "out-2.webp").read_bytes() != b"mine"


@pytest.mark.parametrize("copied", [False, True])
def test_the_original_is_never_written_to(cli: Cli, tmp_path: Path, host: OneMin, copied: bool) -> None:
    original = photo(tmp_path)
    before = original.read_bytes()
    edited = original
    if copied:
        cli("edit", original, "-p", "sepia", "-o", tmp_path / "first.png")
        edited = tmp_path / "copy.jpg"
        edited.write_bytes(before)
    done = cli(
        "edit", edited, "-p", "x", "-o", original, "--overwrite", "--provider", "onemin", "--set", "megapixels=0.25"
    )
    assert (done.code, original.read_bytes(), host.arrived) == (2, before, [])
    assert "original" in done.err


def test_a_folder_that_is_not_there(cli: Cli, tmp_path: Path, host: OneMin) -> None:
    done = cli.edit("-o", tmp_path / "nowhere" / "out.webp")
    assert (done.code, host.arrived) == (2, [])
    assert "does not exist" in done.json["error"]["title"]
    assert cli.edit("-o", tmp_path / "home" / "..").code == 2


# What would be sent.


def test_a_dry_run_says_all_and_sends_nothing(cli: Cli, tmp_path: Path, host: OneMin) -> None:
    done = cli.edit("--dry-run", "--set", "count=2", "--set", "seed=7")
    told = done.json
    assert (done.code, told["status"], host.arrived) == (0, "dry-run", [])
    outgoing = told["outgoing"]
    assert (outgoing["host"], outgoing["calls"]) == (host.url, 2)
    assert [file["role"] for file in outgoing["files"]] == ["source"]
    fields = {field["field"]: field["value"] for field in outgoing["fields"]}
    assert (fields["prompt"], fields["seed"], "count" in fields) == ("make it blue", 7, False)
    assert not (tmp_path / "out.webp").exists()
    people = cli("edit", photo(tmp_path), "-p", "x", "--provider", "onemin", "-o", tmp_path / "o.png", "--dry-run",
                 "--set", "count=2", "--set", "seed=7")  # fmt: skip
    assert "2 calls, one for each picture, with the seeds 7, 8." in people.out
    assert 'prompt → prompt = "x" (passed)' in people.out
    assert "fast → go_fast = false (renamed)" in people.out
    assert "count: 2 (emulated)" in people.out
    assert "guidance: 1min.ai has no guidance for FLUX.2 [klein]. (not supported)" in people.out


def test_a_dry_run_offline(cli: Cli, tmp_path: Path) -> None:
    done = cli("generate", "-p", "clouds", "-o", tmp_path / "o.png", "--dry-run")
    assert "nothing leaves this machine" in done.out
    assert "free" in done.out


def test_letters_that_a_terminal_cannot_show(cli: Cli, tmp_path: Path) -> None:
    name = tmp_path / b"caf\xe9.png".decode("utf-8", "surrogateescape")
    done = cli("generate", "-p", "clouds", "--set", "megapixels=0.25", "-o", name, "--json")
    assert done.code == 0
    assert done.out.isascii()
    assert opened(name)[0] == "PNG"
    assert done.json["outputs"][0]["path"] == str(name)
