"""`history`: the results that are kept, one of them, its file and its recipe."""

from __future__ import annotations

from pathlib import Path

import pytest

from flux_desktop.store.library import Library
from tests.cli.support import Cli, opened, photo


@pytest.fixture
def results(cli: Cli, tmp_path: Path) -> list[str]:
    """The ids of three results, newest first."""
    for seed, prompt in enumerate(("sepia", "black and white", "a bit warmer")):
        out = tmp_path / f"{seed}.png"
        assert cli("edit", photo(tmp_path), "-p", prompt, "--set", f"seed={seed}", "-o", out).code == 0
    return [node["id"] for node in cli("history", "--json").json["nodes"]]


def test_it_is_empty_at_first(cli: Cli) -> None:
    assert cli("history").out == "No results yet.\n"
    assert cli("history", "list", "--json").json == {"nodes": []}


def test_newest_first(cli: Cli, results: list[str]) -> None:
    nodes = cli("history", "list", "--json").json["nodes"]
    assert [node["seed"] for node in nodes] == [2, 1, 0]
    assert [node["recipe"]["prompt"] for node in nodes] == ["a bit warmer", "black and white", "sepia"]
    assert len({node["parent"] for node in nodes}) == 1
    lines = cli("history", "--limit", "2").out.splitlines()
    assert [line.split()[0] for line in lines] == results[:2]
    assert "96×64" in lines[0]


def test_words_are_found(cli: Cli, results: list[str]) -> None:
    assert [node["id"] for node in cli("history", "--search", "whi", "--json").json["nodes"]] == [results[1]]


def test_one_result_by_the_beginning_of_its_id(cli: Cli, results: list[str]) -> None:
    done = cli("history", "show", results[0][:-3], "--json")
    assert (done.code, done.json["id"], done.json["recipe"]["prompt"]) == (0, results[0], "a bit warmer")
    assert "a bit warmer" in cli("history", "show", results[0]).out
    assert cli("history", "show", "0", "--json").json["error"]["kind"] == "input"  # several begin like that
    assert cli("history", "show", "x").code == 2


def test_a_recipe_has_everything_that_was_used(cli: Cli, results: list[str]) -> None:
    recipe = cli("history", "recipe", results[2], "--json").json
    assert (recipe["prompt"], recipe["provider"], recipe["model"]) == ("sepia", "offline", "offline-edit")
    assert (recipe["params"]["seed"], recipe["params"]["format"], recipe["params"]["strength"]) == (0, "png", 1.0)
    original = cli("history", "show", results[2], "--json").json["parent"]
    assert cli("history", "recipe", original).code == 2


def test_a_result_is_exported(cli: Cli, tmp_path: Path, results: list[str]) -> None:
    out = tmp_path / "e.jpg"
    done = cli("history", "export", results[0], "-o", out, "--quality", "70", "--json")
    assert (done.code, done.json["path"], opened(out)) == (0, str(out), ("JPEG", (96, 64)))
    library = Library(tmp_path / "home" / "library.sqlite")
    assert [node.exported for node in library.nodes(results)] == [True, False, False]
    library.close()
    before = out.read_bytes()
    assert cli("history", "export", results[1], "-o", out).code == 2
    assert out.read_bytes() == before
    assert cli("history", "export", results[1], "-o", out, "--overwrite").code == 0
    assert out.read_bytes() != before


def test_an_export_carries_the_recipe_unless_it_is_client_safe(cli: Cli, tmp_path: Path, results: list[str]) -> None:
    for words, tells in (((), True), (("--client-safe",), False)):
        out = tmp_path / f"e{len(words)}.webp"
        assert cli("history", "export", results[0], "-o", out, *words).code == 0
        assert (b"a bit warmer" in out.read_bytes()) is tells
        assert b"algorithmicallyEnhanced" in out.read_bytes()


@pytest.mark.parametrize(
    "words", [(), ("-o", "x.xyz"), ("-o", "photo.jpg", "--overwrite"), ("-o", "a.jpg", "--quality", "101")]
)
def test_an_export_that_cannot_be(
    cli: Cli, tmp_path: Path, results: list[str], words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = photo(tmp_path).read_bytes()
    done = cli("history", "export", results[0], *words, "--json")
    assert (done.code, done.json["error"]["kind"]) == (2, "input")
    assert photo(tmp_path).read_bytes() == before
    assert not (tmp_path / "a.jpg").exists()


def test_what_is_deleted_can_be_restored_until_the_trash_is_emptied(
    cli: Cli, tmp_path: Path, results: list[str]
) -> None:
    assert cli("history", "trash").out == "The trash is empty.\n"
    done = cli("history", "trash", results[0][:-3], "--json")
    assert (done.code, done.json["id"]) == (0, results[0])
    assert done.json["trashed"] is not None
    assert cli("history", "trash", results[1]).code == 0
    assert [node["id"] for node in cli("history", "--json").json["nodes"]] == results[2:]
    assert [node["id"] for node in cli("history", "trash", "--json").json["nodes"]] == results[1::-1]
    assert cli("history", "restore", results[0][:-3], "--json").json["trashed"] is None
    assets = tmp_path / "home" / "assets"
    before = len(list(assets.glob("??/*")))
    emptied = cli("history", "empty", "--json").json
    assert (emptied["removed"], emptied["left"], emptied["bytes"] > 0) == ([results[1]], 0, True)
    assert len(list(assets.glob("??/*"))) == before - 1
    assert cli("history", "restore", results[1]).code == 2
    assert cli("history", "empty").out == "Removed for good: 0, 0 KB.\n"


def test_a_starred_result_is_deleted_only_if_that_is_said(cli: Cli, tmp_path: Path, results: list[str]) -> None:
    library = Library(tmp_path / "home" / "library.sqlite")
    library.mark(results[:1], starred=True, rating=4, note="the client's choice")
    library.close()
    shown = cli("history", "show", results[0], "--json").json
    assert (shown["starred"], shown["rating"], shown["note"]) == (True, 4, "the client's choice")
    assert (shown["exported"], shown["edited"], shown["trashed"]) == (False, False, None)
    assert "★ a bit warmer" in cli("history").out
    refused = cli("history", "trash", results[0])
    assert refused.code == 2
    assert "--starred" in refused.err
    assert cli("history", "trash", results[0], "--starred").code == 0


def test_a_whole_tree_goes_out_and_in(cli: Cli, results: list[str], tmp_path: Path) -> None:
    path = tmp_path / "photo.fluxtree"
    done = cli("history", "tree", results[1][:-3], "-o", path, "--json")
    assert (done.code, done.json["pictures"], done.json["notes"]) == (0, 4, [])
    assert cli("history", "tree", results[1], "-o", path).code == 2  # it is there
    assert cli("history", "trash", results[0]).code == 0
    taken = cli("history", "import", path, "--json")
    assert (taken.code, taken.json["added"], taken.json["known"]) == (0, 0, 4)
    assert [node["id"] for node in cli("history", "--json").json["nodes"]] == results


def test_what_is_no_tree_is_refused(cli: Cli, results: list[str], tmp_path: Path) -> None:
    assert cli("history", "import").code == 2
    assert cli("history", "import", photo(tmp_path)).code == 2
    assert cli("history", "tree", results[0]).code == 2
