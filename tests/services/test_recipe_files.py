"""Files with a recipe: found again in the library by their bytes, and mapped on the models of today."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from flux_desktop.core.edit import Recipe
from flux_desktop.core.errors import FileProblem
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.params import Model, choice, integer, number, seed, text
from flux_desktop.imaging.encoding import encode
from flux_desktop.imaging.found import Found
from flux_desktop.imaging.marking import EDITED, Marking
from flux_desktop.imaging.origin import Origin
from flux_desktop.services.assembly import Program
from flux_desktop.services.export import Exporter, Marks
from flux_desktop.services.recipe_files import RecipeFile, as_recipe, read_recipe
from tests.imaging import foreign_files
from tests.imaging.pictures import marked
from tests.services.support import offline, picture

PARAMS = (integer("steps", 4, 1, 8), number("guidance", None, 1.0, 10.0), seed())
EDIT = Model("edit", "Klein", "here", "edit", (*PARAMS, text("size", None)))
WITH_SIZE = Model("make", "Klein", "here", "generate", (*PARAMS, text("size", None)))
SHAPES = choice("aspect_ratio", "1:1", ("match", "1:1", "16:9", "2:3"))
WITH_SHAPE = Model("shape", "Klein", "here", "generate", (*PARAMS, SHAPES), unsupported={"size": "No sizes."})
BARE = Model("bare", "Klein", "here", "generate", ())


@pytest.fixture
async def node(program: Program) -> HistoryNode:
    job = offline(program, "sepia", seed=7)
    await job.wait()
    return job.nodes[0]


def read(source: Path | bytes, program: Program) -> RecipeFile:
    found = read_recipe(source, program.queue.library)
    assert found is not None
    return found


def with_origin(origin: Origin) -> bytes:
    return encode(marked(), "webp", notes=Marking(EDITED, origin).notes("image/webp"))


@pytest.mark.parametrize("format", ["png", "jpeg", "webp", "avif", "tiff"])
async def test_an_exported_file_leads_back(program: Program, node: HistoryNode, tmp_path: Path, format: str) -> None:
    path = Exporter(program.pictures).export(node, tmp_path / f"out.{format}")
    file = read(path, program)
    assert file.node == program.queue.library.node(node.id)
    assert file.root == program.queue.library.node(node.root)
    assert file.found.recipe == node.used_recipe
    assert read(path.read_bytes(), program) == file
    assert file.label == "a recipe of Flux Desktop"


async def test_a_client_safe_file_leads_nowhere(program: Program, node: HistoryNode) -> None:
    data = Exporter(program.pictures).bytes_of(node, "png", marks=Marks(recipe=False))
    assert read_recipe(data, program.queue.library) is None


async def test_an_id_alone_is_not_believed(program: Program, node: HistoryNode) -> None:
    data = Exporter(program.pictures).bytes_of(node, "png")
    origin = read(data, program).found.origin
    assert origin is not None
    stranger = read(with_origin(replace(origin, asset="0" * 64, original="1" * 64)), program)
    assert (stranger.node, stranger.root) == (None, None)


async def test_the_same_bytes_under_another_id_are_the_same(program: Program, node: HistoryNode) -> None:
    data = Exporter(program.pictures).bytes_of(node, "png")
    origin = read(data, program).found.origin
    assert origin is not None
    moved = read(with_origin(replace(origin, node="f" * 24, root="e" * 24)), program)
    assert moved.node is not None
    assert moved.root is not None
    assert (moved.node.id, moved.root.id) == (node.id, node.root)


async def test_the_original_is_enough_for_the_tree(program: Program, node: HistoryNode) -> None:
    data = Exporter(program.pictures).bytes_of(node, "png")
    origin = read(data, program).found.origin
    assert origin is not None
    gone = read(with_origin(replace(origin, asset="0" * 64)), program)
    assert gone.node is None
    assert gone.root == program.queue.library.node(node.root)


async def test_what_is_in_the_trash_is_not_here(program: Program, node: HistoryNode) -> None:
    data = Exporter(program.pictures).bytes_of(node, "png")
    program.queue.library.trash([node.id], 1.0)
    file = read(data, program)
    assert file.node is None
    assert file.root == program.queue.library.node(node.root)
    program.queue.library.trash([node.root], 1.0)
    assert read(data, program).root is None


def test_files_without_a_recipe(program: Program, tmp_path: Path) -> None:
    library = program.queue.library
    assert read_recipe(picture(), library) is None
    assert read_recipe(b"", library) is None
    assert read_recipe(tmp_path, library) is None
    assert read_recipe(tmp_path / "nowhere.png", library) is None


def test_a_file_that_cannot_be_read(program: Program) -> None:
    with pytest.raises(FileProblem, match="cannot be read"):
        read_recipe(Path("\N{FULL BLOCK}" * 300), program.queue.library)


# On today's models.


def foreign(**params: object) -> Found:
    given: dict[str, int | float | str] = {
        name: value for name, value in params.items() if isinstance(value, int | float | str)
    }
    return Found("ComfyUI", "a lake", 42, given)


def test_what_fits_is_taken_over() -> None:
    taken = as_recipe(foreign(steps=6, guidance=3.5, size="640x480"), WITH_SIZE)
    assert taken.recipe == Recipe(
        "a lake", "here", "make", {"steps": 6, "guidance": 3.5, "size": "640x480", "seed": 42}
    )
    assert taken.notes == ()


def test_what_does_not_fit_is_brought_to_the_limits() -> None:
    taken = as_recipe(foreign(steps=28, guidance=0.5), WITH_SIZE)
    assert (taken.recipe.params["steps"], taken.recipe.params["guidance"]) == (8, 1.0)
    assert taken.notes == (
        "Steps 28 became 8: Klein takes 1 to 8.",
        "Guidance 0.5 became 1: Klein takes 1 to 10.",
    )


def test_a_seed_is_that_seed_or_none() -> None:
    taken = as_recipe(Found("ComfyUI", "a lake", 2**50), WITH_SIZE)
    assert "seed" not in taken.recipe.params
    (note,) = taken.notes
    assert note.startswith(f"Seed {2**50} is left out: Klein takes 0 to")


def test_what_the_model_does_not_know_is_told() -> None:
    taken = as_recipe(foreign(steps=6, negative_prompt="fog " * 40), BARE)
    assert taken.recipe.params == {}
    assert [note.partition(" is left out: ")[0][:30] for note in taken.notes] == [
        "Steps 6", "Negative prompt fog fog fog fo", "Seed 42",
    ]  # fmt: skip
    assert all(len(note) < 150 for note in taken.notes)


@pytest.mark.parametrize(("size", "shape"), [("1024x1536", "2:3"), ("1280x720", "16:9"), ("500x520", "1:1")])
def test_a_size_becomes_the_nearest_shape(size: str, shape: str) -> None:
    taken = as_recipe(foreign(size=size), WITH_SHAPE)
    assert taken.recipe.params["aspect_ratio"] == shape
    assert taken.notes == (f"Size {size} became the aspect ratio {shape}: No sizes.",)


@pytest.mark.parametrize("size", ["wide", "0x5", "x", "5x"])
def test_a_size_that_is_none(size: str) -> None:
    taken = as_recipe(foreign(size=size), WITH_SHAPE)
    assert taken.recipe.params["aspect_ratio"] == "1:1"
    assert taken.notes == (f"Size {size} is left out: No sizes.",)


def test_an_edit_keeps_the_shape_of_its_picture() -> None:
    taken = as_recipe(foreign(size="512x512"), EDIT)
    assert "size" not in taken.recipe.params
    assert taken.notes == ("Size 512x512 is left out: an edit keeps the shape of its picture.",)


def test_what_the_other_program_had_beside_is_told() -> None:
    file = foreign_files.png(parameters=foreign_files.FORGE)
    taken = as_recipe(found_in(file), WITH_SIZE)
    assert taken.recipe.params == {"steps": 8, "guidance": 3.5, "size": "1024x1024", "seed": 42}
    assert taken.notes == (
        "Not taken over from AUTOMATIC1111: Sampler: Euler; Schedule type: Simple; Model: flux1-dev.",
    )


def found_in(data: bytes) -> Found:
    from flux_desktop.imaging.embedded import find_recipe

    found = find_recipe(data)
    assert found is not None
    return found


OWN = Found.own(
    Origin(Recipe("a lake", "here", "edit", {"steps": 5, "size": "640x480", "seed": 1}), 9, "n", "r", "0" * 64)
)


def test_our_own_recipe_goes_to_its_own_model() -> None:
    taken = as_recipe(OWN, WITH_SHAPE, [WITH_SIZE, EDIT])
    assert taken.recipe == Recipe("a lake", "here", "edit", {"steps": 5, "size": "640x480", "seed": 9})
    assert taken.notes == ()


def test_our_own_recipe_for_a_model_that_is_gone() -> None:
    taken = as_recipe(OWN, WITH_SIZE, [WITH_SHAPE])
    assert (taken.recipe.provider, taken.recipe.model) == ("here", "make")
    assert taken.notes == ("edit of here is not offered now: Klein is chosen.",)
