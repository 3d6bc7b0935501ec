"""A tree goes to another machine and arrives whole, once; what strangers put into such a file does no harm."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from PIL import Image

from flux_desktop.core.change import Change
from flux_desktop.core.edit import Recipe
from flux_desktop.core.errors import FileProblem, InputError, OutputExists
from flux_desktop.core.history import HistoryNode, Treatment, new_id
from flux_desktop.core.price import Cost
from flux_desktop.core.region import Patch
from flux_desktop.core.settings import Settings
from flux_desktop.services.archive import Imported, export_tree, import_tree, looks_like_tree
from flux_desktop.services.archive.node_json import node_from_json, node_to_json
from flux_desktop.services.pictures import Pictures
from flux_desktop.store.assets import AssetStore
from flux_desktop.store.library import Library
from tests.store.examples import nodes

CHANGE = Change(dx=1.5, delta_e=2.25, lab=(1.0, 0.0, -2.0))


def png(colour: str) -> bytes:
    file = BytesIO()
    Image.new("RGB", (20, 10), colour).save(file, "png")
    return file.getvalue()


def tiff() -> bytes:
    """A flat picture that is not packed."""
    file = BytesIO()
    Image.new("RGB", (1000, 1000)).save(file, "tiff")
    return file.getvalue()


class Machine:
    """One user's library."""

    def __init__(self, home: Path) -> None:
        home.mkdir()
        self.library = Library(home / "library.sqlite")
        self.assets = AssetStore(home / "assets", home / "thumbnails")
        self.pictures = Pictures(self.library, self.assets, Settings())

    def add(self, colour: str, parent: HistoryNode | None = None, **changes: Any) -> HistoryNode:
        """An original, or a result that was made from `parent`."""
        id = new_id()
        fields: dict[str, Any] = (
            {"recipe": Recipe(f"make it {colour}", "onemin", "klein", {"steps": 4})} if parent else {}
        )
        node = HistoryNode(
            id, parent.root if parent else id, parent.id if parent else None,
            changes.pop("asset", None) or self.assets.keep(png(colour)), changes.pop("media_type", "image/png"),
            20, 10, 5.0, **{**fields, **changes},
        )  # fmt: skip
        self.library.add_node(node)
        return node

    def export(self, root: HistoryNode, path: Path) -> Path:
        export_tree(root.id, self.library, self.assets, path)
        return path

    def take(self, path: Path) -> Imported:
        return import_tree(path, self.pictures, max_megapixels=10)

    def tree(self, root: str) -> list[HistoryNode]:
        return self.library.nodes([sprout.id for sprout in self.library.sprouts(root)])


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[tuple[Machine, Machine]]:
    both = Machine(tmp_path / "here"), Machine(tmp_path / "there")
    yield both
    for machine in both:
        machine.library.close()


@pytest.fixture
def here(machines: tuple[Machine, Machine]) -> Machine:
    return machines[0]


@pytest.fixture
def there(machines: tuple[Machine, Machine]) -> Machine:
    return machines[1]


def grown(machine: Machine) -> HistoryNode:
    """A tree with everything that a node can have."""
    root = machine.add("white", name="photo.jpg", path="/home/someone/secret client/photo.jpg")
    red = machine.add(
        "red", root, seed=2**70, cost=Cost(0.5, kind="billed"), starred=True, rating=4, note="für Ümit",
        references=(machine.assets.keep(png("pink")),), mask=machine.assets.keep(png("gray")), crop=(1, 2, 8, 8),
        patch=Patch((16, 16), raw=machine.assets.keep(png("lime"))), change=CHANGE, exported=True, job="a-job",
    )  # fmt: skip
    machine.add("blue", red, treatment=Treatment("aligned", red.id))
    return root


def test_a_tree_arrives_whole(tmp_path: Path, here: Machine, there: Machine) -> None:
    root = grown(here)
    there.add("black")
    arrived = there.take(here.export(root, tmp_path / "photo.fluxtree"))
    assert (arrived.added, arrived.known, arrived.notes) == (3, 0, ())
    expected = [replace(node, job=None, path="") for node in here.tree(root.id)]
    assert there.tree(root.id) == expected
    assert [node.change for node in there.tree(root.id)] == [None, CHANGE, None]
    assert [node.edited for node in there.tree(root.id)] == [True, True, False]
    for node in expected:
        for name in (node.asset, *node.references):
            assert there.assets.load(name) == here.assets.load(name)
    assert there.library.search("blue") == [expected[2].id]


def test_the_file_says_nothing_of_where_the_picture_was(tmp_path: Path, here: Machine) -> None:
    path = here.export(grown(here), tmp_path / "photo.fluxtree")
    with zipfile.ZipFile(path) as archive:
        text = archive.read("tree.json").decode()
        assert not any("secret" in name for name in archive.namelist())
    assert "secret client" not in text
    assert "a-job" not in text


def test_twice_is_once(tmp_path: Path, here: Machine, there: Machine) -> None:
    root = grown(here)
    path = here.export(root, tmp_path / "photo.fluxtree")
    there.take(path)
    there.library.mark([root.id], note="mine")
    there.library.trash([there.tree(root.id)[1].id], 1.0)
    again = there.take(path)
    assert (again.added, again.known) == (0, 3)
    assert len(there.tree(root.id)) == 3
    assert all(node.trashed is None for node in there.tree(root.id)), "what was in the trash came back"
    assert again.root.note == "mine", "what the user noted here stays"
    assert here.take(path).added == 0


def test_the_same_original_opened_on_both_machines_is_one_tree(tmp_path: Path, here: Machine, there: Machine) -> None:
    root = grown(here)
    own = there.add("white", name="mine.png")
    green = there.add("green", own)
    arrived = there.take(here.export(root, tmp_path / "photo.fluxtree"))
    assert (arrived.root.id, arrived.added, arrived.known) == (own.id, 2, 1)
    tree = there.tree(own.id)
    assert [node.parent for node in tree] == [None, own.id, own.id, tree[2].id]
    assert tree[1] == green
    assert there.library.node(root.id) is None


def test_what_was_deleted_stays_at_home_unless_something_was_made_from_it(
    tmp_path: Path, here: Machine, there: Machine
) -> None:
    root = here.add("white")
    middle, gone = here.add("red", root), here.add("green", root)
    leaf = here.add("blue", middle)
    here.library.trash([middle.id, gone.id], 3.0)
    there.take(here.export(root, tmp_path / "a.fluxtree"))
    assert [(node.id, node.trashed) for node in there.tree(root.id)] == [
        (root.id, None), (middle.id, 3.0), (leaf.id, None),
    ]  # fmt: skip


def test_nothing_is_replaced_unasked(tmp_path: Path, here: Machine) -> None:
    root = grown(here)
    path = here.export(root, tmp_path / "a.fluxtree")
    before = path.read_bytes()
    with pytest.raises(OutputExists):
        here.export(root, path)
    assert path.read_bytes() == before
    export_tree(root.id, here.library, here.assets, path, overwrite=True)
    assert looks_like_tree(path.read_bytes())


def test_a_tree_with_a_lost_picture_goes_without_it(tmp_path: Path, here: Machine, there: Machine) -> None:
    root = here.add("white")
    lost, kept = here.add("red", root), here.add("blue", root)
    here.assets.path(lost.asset).unlink()
    path = tmp_path / "a.fluxtree"
    count, notes = export_tree(root.id, here.library, here.assets, path)
    assert (count, len(notes)) == (2, 1)
    assert [node.id for node in (there.take(path), there.tree(root.id))[1]] == [root.id, kept.id]


def rewritten(path: Path, change: Callable[[dict[str, Any]], object], **files: bytes) -> Path:
    """The same file with its index changed and further entries."""
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    index = json.loads(entries["tree.json"])
    change(index)
    entries["tree.json"] = json.dumps(index).encode()
    target = path.with_name("changed.fluxtree")
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in {**entries, **files}.items():
            archive.writestr(name, data)
    return target


def test_a_picture_that_is_not_what_its_name_says_is_left_out(tmp_path: Path, here: Machine, there: Machine) -> None:
    root = grown(here)
    leaf = here.tree(root.id)[2]
    path = here.export(root, tmp_path / "a.fluxtree")
    arrived = there.take(rewritten(path, lambda index: None, **{f"pictures/{leaf.asset}": png("black")}))
    assert arrived.added == 2
    assert "missing in the file or damaged" in arrived.notes[0]
    assert there.library.node(leaf.id) is None


def test_a_picture_that_unpacks_to_a_thousand_times_its_size_is_not_unpacked(
    tmp_path: Path, here: Machine, there: Machine
) -> None:
    root = here.add("white")
    huge = tiff()
    child = here.add("red", root, asset=here.assets.keep(huge), media_type="image/tiff")
    path = here.export(root, tmp_path / "a.fluxtree")
    packed = tmp_path / "packed.fluxtree"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
    assert packed.stat().st_size < len(huge) / 100
    assert there.take(packed).added == 1
    assert there.library.node(child.id) is None
    assert there.take(path).added == 1, "as it was written it is taken"


@pytest.mark.parametrize(
    "damage",
    [
        {"id": "../../etc/passwd"},
        {"asset": "../" * 10},
        {"width": -1},
        {"created": float("nan")},
        {"recipe": {"prompt": "x", "provider": "p", "model": "m", "params": {"steps": [1]}}},
        {"recipe": {"prompt": "x" * 200_000, "provider": "p", "model": "m", "params": {}}},
        {"rating": 9},
        {"references": ["x"]},
        {"crop": [1, 2, 3]},
        {"patch": {"sent": [0, 16]}},
        {"patch": {"sent": [16, 16], "raw": "../../etc/passwd"}},
        {"patch": {"sent": [16, 16], "finish": {"feather": float("inf")}}},
        {"change": {"dx": "much"}},
        {"seed": True},
    ],
)
def test_a_node_that_makes_no_sense_is_left_out(
    tmp_path: Path, here: Machine, there: Machine, damage: dict[str, Any]
) -> None:
    root = grown(here)
    path = here.export(root, tmp_path / "a.fluxtree")
    arrived = there.take(rewritten(path, lambda index: index["nodes"][2].update(damage)))
    assert arrived.added == 2
    assert "made no sense" in arrived.notes[0]
    assert len(there.tree(root.id)) == 2


def test_circles_and_strangers_are_not_reached(tmp_path: Path, here: Machine, there: Machine) -> None:
    root = grown(here)
    path = here.export(root, tmp_path / "a.fluxtree")

    def change(index: dict[str, Any]) -> None:
        index["nodes"][1]["parent"] = index["nodes"][2]["id"]

    arrived = there.take(rewritten(path, change))
    assert (arrived.added, [node.id for node in there.tree(root.id)]) == (1, [root.id])


def test_a_stranger_with_the_id_of_another_picture_replaces_nothing(
    tmp_path: Path, here: Machine, there: Machine
) -> None:
    mine = there.add("black", note="precious")
    root = grown(here)
    path = here.export(root, tmp_path / "a.fluxtree")

    def change(index: dict[str, Any]) -> None:
        index["nodes"][1]["id"] = index["nodes"][2]["parent"] = mine.id

    there.take(rewritten(path, change))
    assert there.library.node(mine.id) == mine
    assert len(there.tree(root.id)) == 3


def not_a_zip(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 and nothing more")


def no_index(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("other.json", "{}")


def another_index(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("tree.json", '{"nodes": []}')


def deep_index(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("tree.json", "[" * 100_000)


def newer(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("tree.json", '{"format": "flux-desktop-tree", "version": 2, "nodes": []}')


def empty(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("tree.json", '{"format": "flux-desktop-tree", "version": 1, "root": "a", "nodes": []}')


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("tree.json", "w") as entry:
        for _ in range(300):
            entry.write(bytes(2**20))


@pytest.mark.parametrize("write", [not_a_zip, no_index, another_index, deep_index, newer, empty, bomb])
def test_what_is_no_tree_is_refused_with_a_reason(
    tmp_path: Path, there: Machine, write: Callable[[Path], None]
) -> None:
    path = tmp_path / "a.fluxtree"
    write(path)
    with pytest.raises(InputError) as refusal:
        there.take(path)
    assert refusal.value.title.endswith(".")
    assert refusal.value.hint
    assert there.library.count_results() == 0


def test_a_file_that_is_not_there(tmp_path: Path, there: Machine) -> None:
    with pytest.raises(FileProblem, match="cannot be read"):
        there.take(tmp_path / "none.fluxtree")


BARE: dict[str, Any] = {
    "parent": None,
    "mask": None,
    "references": (),
    "treatment": None,
    "job": None,
    "path": "",
    "name": "",
}


@settings(max_examples=60, deadline=None)
@given(nodes)
def test_every_field_comes_back(node: HistoryNode) -> None:
    seed = None if node.seed is None else node.seed % 2**64
    recipe = Recipe("words", "p", "m", {"steps": 4, "guidance": 2.5, "fast": True}) if node.recipe else None
    sound = replace(
        node, **BARE, id="a" * 24, root="b" * 24, asset="c" * 64, seed=seed, recipe=recipe,
        width=node.width % 1000 + 1, height=node.height % 1000 + 1, crop=(0, 1, 2, 3) if node.crop else None,
        patch=node.patch._replace(raw="d" * 64) if node.patch else None,
    )  # fmt: skip
    back = node_from_json(json.loads(json.dumps(node_to_json(sound))), sound.root)
    assert (back, back.change) == (sound, sound.change)
