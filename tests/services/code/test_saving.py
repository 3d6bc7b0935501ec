"""A run as code in a folder of the user's, and the way there from a session."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from flux_desktop.core.edit import Recipe
from flux_desktop.core.errors import FluxError, InvalidParameter, OutputExists
from flux_desktop.core.script import Script
from flux_desktop.services.assembly import Program
from flux_desktop.services.code import LANGUAGES
from flux_desktop.services.code.saving import in_the_way, save_code
from flux_desktop.services.export import Exporter
from flux_desktop.services.inputs import Inputs
from tests.services.support import picture
from tests.simulators.onemin import OneMin

CURL, PYTHON, _ = LANGUAGES
EDIT = Recipe("make it blue", "onemin", "flux-2-klein-4b-edit", {"megapixels": "0.25"})


@pytest.fixture
def exporter(program: Program) -> Exporter:
    return Exporter(program.pictures)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "code"
    made.mkdir()
    return made


def script_of(program: Program, recipe: Recipe = EDIT) -> Script:
    node, _ = program.pictures.open_bytes(picture(), "photo.png")
    script = program.queue.forecast.script(recipe, Inputs.of(node))
    assert script is not None
    return script


def test_a_script_holds_the_whole_recipe_and_sends_nothing(program: Program, host: OneMin) -> None:
    script = script_of(program)
    order = script.steps[-1].json["promptObject"]
    assert (order["prompt"], order["num_inference_steps"]) == ("make it blue", 28)
    assert isinstance(order["seed"], int)
    assert [file.filename for file in script.files] == ["source.png"]
    assert host.arrived == []


def test_what_the_model_cannot_take_is_said(program: Program) -> None:
    with pytest.raises(InvalidParameter, match="none is open"):
        program.queue.forecast.script(EDIT, Inputs())
    with pytest.raises(InvalidParameter, match="prompt is empty"):
        program.queue.forecast.script(Recipe(" ", "onemin", "flux-2-klein-4b"), Inputs())


def test_a_provider_that_calls_nothing_has_no_script(program: Program) -> None:
    assert program.queue.forecast.script(Recipe("sunset gradient", "offline", "offline-generate"), Inputs()) is None


def test_the_script_and_its_pictures_are_written(program: Program, exporter: Exporter, folder: Path) -> None:
    script = script_of(program)
    written = save_code(script, CURL, folder, exporter)
    assert written == [folder / "run.sh", folder / "source.png"]
    assert (folder / "run.sh").read_text("utf-8") == CURL.write(script)
    assert (folder / "run.sh").stat().st_mode & 0o100
    assert (folder / "source.png").read_bytes() == script.files[0].data
    assert sorted(folder.iterdir()) == sorted(written)


def test_nothing_is_replaced_unasked(program: Program, exporter: Exporter, folder: Path) -> None:
    script = script_of(program)
    (folder / "source.png").write_bytes(b"mine")
    assert in_the_way(script, PYTHON, folder) == ["source.png"]
    with pytest.raises(OutputExists, match="exists already"):
        save_code(script, PYTHON, folder, exporter)
    assert [path.name for path in folder.iterdir()] == ["source.png"]
    assert (folder / "source.png").read_bytes() == b"mine"
    save_code(script, PYTHON, folder, exporter, overwrite=True)
    assert (folder / "source.png").read_bytes() == script.files[0].data


def test_another_language_lies_beside_the_same_pictures(program: Program, exporter: Exporter, folder: Path) -> None:
    script = script_of(program)
    save_code(script, PYTHON, folder, exporter)
    assert in_the_way(script, CURL, folder) == []
    save_code(script, CURL, folder, exporter)
    assert sorted(path.name for path in folder.iterdir()) == ["run.py", "run.sh", "source.png"]


def test_the_original_is_never_replaced(program: Program, exporter: Exporter, folder: Path) -> None:
    original = folder / "source.png"
    original.write_bytes(picture(64, 48, "#204060"))
    before = original.read_bytes()
    node, _ = program.pictures.open_bytes(before, "photo.png")
    with pytest.raises(OutputExists, match="is the original"):
        save_code(script_of(program), PYTHON, folder, exporter, [node], overwrite=True)
    assert original.read_bytes() == before
    assert not (folder / "run.py").exists()


def test_a_folder_in_place_of_a_file_is_in_the_way(program: Program, folder: Path) -> None:
    (folder / "run.py").mkdir()
    assert in_the_way(script_of(program), PYTHON, folder) == ["run.py"]


async def test_a_session_works_a_script_out_and_saves_it(program: Program, host: OneMin, folder: Path) -> None:
    session = program.session()
    scripts: asyncio.Queue[Script | None] = asyncio.Queue()
    errors: asyncio.Queue[FluxError] = asyncio.Queue()
    session.work_out_script(EDIT, False, scripts.put_nowait, errors.put_nowait)
    assert "Open a picture" in (await errors.get()).hint
    session.work_out_script(Recipe("a lake", "onemin", "flux-2-klein-4b"), True, scripts.put_nowait)
    script = await scripts.get()
    assert script is not None
    saved: asyncio.Queue[list[Path]] = asyncio.Queue()
    session.save_code(script, PYTHON, folder, saved.put_nowait, errors.put_nowait)
    assert await saved.get() == [folder / "run.py"]
    (folder / "run.py").write_text("mine")
    session.save_code(script, PYTHON, folder, saved.put_nowait, errors.put_nowait)
    assert isinstance(await errors.get(), OutputExists)
    session.save_code(script, PYTHON, folder, saved.put_nowait, errors.put_nowait, overwrite=True)
    assert await saved.get() == [folder / "run.py"]
    assert host.arrived == []
    await session.close()
