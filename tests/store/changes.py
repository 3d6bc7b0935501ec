"""Every kind of change to a library as a plain value, made on a library and on a model of it.

`python -m tests.store.changes` starts, for each line `FOLDER SEED` on its standard input, a process that makes changes
until it is killed. It says each change before it is made, and `done` when it is on the disk. With the arguments
`FOLDER SEED COUNT` it makes so many changes itself, to nothing but what it has made before.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from flux_desktop.core.change import Change as Drift
from flux_desktop.core.edit import JobState
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.job import OrderState
from flux_desktop.core.price import Cost
from flux_desktop.store.assets import AssetStore
from flux_desktop.store.library import Library
from tests.store.examples import job, node

Change = dict[str, Any]
"""What is done under `do`, the rest are its arguments."""

JOB_CHANGES = ("submit", "order", "finish", "end")
MOST = 1000
"""More nodes than there are ever."""


@dataclass
class Model:
    """What is in a library: nodes by id; jobs by id with their state, that of their order and its nodes."""

    nodes: dict[str, HistoryNode] = field(default_factory=dict)
    jobs: dict[str, tuple[str, str, tuple[str, ...]]] = field(default_factory=dict)
    spent: float = 0.0

    @classmethod
    def of(cls, kept: Library) -> Model:
        nodes = {found.id: found for found in kept.nodes_at(range(1, MOST))}
        jobs = {
            found.id: (found.state.value, found.orders[0].state.value, found.orders[0].nodes) for found in kept.jobs()
        }
        return cls(nodes, jobs, kept.spent().get("USD", 0.0))

    def after(self, change: Change) -> Model:
        """The model after `change`, which is made on it wholly or not at all."""
        made = Model(dict(self.nodes), dict(self.jobs), self.spent)
        if change["do"] in JOB_CHANGES:
            made._change_job(change)
        elif change["do"] == "open":
            made.nodes[change["id"]] = original(change)
        elif change["do"] == "purge":
            made._purge(set(change["ids"]))
        else:
            made._change_node(change)
        return made

    def _change_job(self, change: Change) -> None:
        id = change["id"]
        match change["do"]:
            case "submit":
                self.jobs[id] = ("waiting", "new", ())
            case "order":
                self.jobs[id] = ("waiting", "ordered", ())
            case "finish":
                results = results_of(change, self.nodes.get(change["parent"]))
                self.nodes |= {result.id: result for result in results}
                self.jobs[id] = ("waiting", "done", tuple(result.id for result in results))
                self.spent += 1
            case "end":
                self.jobs[id] = ("done", *self.jobs[id][1:])

    def _change_node(self, change: Change) -> None:
        fields: dict[str, Any] = {}
        match change["do"]:
            case "mark":
                fields = change["marks"]
            case "trash":
                fields = {"trashed": change["at"]}
            case "restore":
                fields = {"trashed": None}
            case "rename":
                fields = {"name": change["name"], "path": f"/{change['name']}"}
            case "measure":
                fields = {"change": Drift(dx=change["dx"])}
        self.nodes[change["id"]] = replace(self.nodes[change["id"]], **fields)

    def _purge(self, ids: set[str]) -> None:
        while True:
            parents = {found.parent for found in self.nodes.values()}
            gone = [id for id in ids if id in self.nodes and self.nodes[id].trashed and id not in parents]
            if not gone:
                return
            for id in gone:
                del self.nodes[id]


def original(change: Change) -> HistoryNode:
    return node(change["id"], None, root=change["id"], parent=None, asset=name_of(change["picture"]))


def results_of(change: Change, parent: HistoryNode | None) -> list[HistoryNode]:
    place = {"root": parent.root if parent else "", "parent": parent.id if parent else None, "job": change["id"]}
    same = {"asset": name_of(change["picture"]), **place}
    return [node(f"{change['id']}-{seed}", f"prompt {change['picture']}", seed=seed, **same) for seed in range(3)]


def bytes_of(picture: int) -> bytes:
    """Up to 100 kB: long enough to be killed while they are written."""
    return random.Random(picture).randbytes(1000) * (picture % 100 + 1)


def name_of(picture: int) -> str:
    return hashlib.sha256(bytes_of(picture)).hexdigest()


def make(kept: Library, assets: AssetStore, change: Change) -> None:
    """`change` as the services make it."""
    if change["do"] in JOB_CHANGES:
        _make_job_change(kept, assets, change)
    elif change["do"] == "open":
        with assets.keeping():
            assets.keep(bytes_of(change["picture"]))
            kept.add_node(original(change))
    elif change["do"] == "purge":
        assets.remove(kept.purge(change["ids"]), kept.needed_assets)
    else:
        _make_node_change(kept, change)


def _make_job_change(kept: Library, assets: AssetStore, change: Change) -> None:
    id = change["id"]
    match change["do"]:
        case "submit":
            kept.add_job(job(id))
        case "order":
            kept.set_order(id, 0, OrderState.ORDERED, {"id": id})
        case "finish":
            with assets.keeping():
                assets.keep(bytes_of(change["picture"]))
                kept.finish_order(id, 0, results_of(change, kept.node(change["parent"])), Cost(1))
        case "end":
            kept.set_job_state(id, JobState.DONE)


def _make_node_change(kept: Library, change: Change) -> None:
    id = change["id"]
    match change["do"]:
        case "mark":
            kept.mark([id], **change["marks"])
        case "trash":
            kept.trash([id], change["at"])
        case "restore":
            kept.restore([id])
        case "rename":
            kept.rename(kept.nodes([id])[0], change["name"], f"/{change['name']}")
        case "measure":
            kept.set_change(kept.nodes([id])[0], Drift(dx=change["dx"]))


def choose(model: Model, dice: random.Random) -> Change:
    """The next thing that somebody might do."""
    return {"id": f"{dice.getrandbits(48):012x}", **dice.choice([*_possible(model, dice)])}


def _possible(model: Model, dice: random.Random) -> Iterator[Change]:
    yield {"do": "open", "picture": dice.getrandbits(32)}
    yield {"do": "submit"}
    parent = dice.choice([*model.nodes, ""])
    for id, (state, order, _) in model.jobs.items():
        if order == "new":
            yield {"do": "order", "id": id}
        elif order == "ordered":
            yield {"do": "finish", "id": id, "parent": parent, "picture": dice.getrandbits(32)}
        elif state != "done":
            yield {"do": "end", "id": id}
    if parent:
        yield from ({"id": parent, **change} for change in _changes_of(model.nodes[parent], model, dice))


def _changes_of(some: HistoryNode, model: Model, dice: random.Random) -> Iterator[Change]:
    if some.trashed:
        yield {"do": "restore"}
        yield {"do": "purge", "ids": [id for id, found in model.nodes.items() if found.trashed]}
    else:
        yield {"do": "trash", "at": float(dice.getrandbits(20) + 1)}
    word = f"word{dice.getrandbits(16)}"
    yield {"do": "mark", "marks": {"starred": dice.random() < 0.5, "note": word}}
    yield {"do": "mark", "marks": {"rating": dice.randint(0, 5), "exported": True}}
    yield {"do": "rename", "name": word}
    yield {"do": "measure", "dx": float(dice.getrandbits(10))}


def go_on(folder: Path, seed: str, count: int = sys.maxsize, model: Model | None = None) -> None:
    """Make one change after the other, to what `model` knows, or else to all that is there."""
    dice = random.Random(seed)
    kept, assets = Library(folder / "library.sqlite"), AssetStore(folder / "assets", folder / "thumbnails")
    model = model or Model.of(kept)
    for _ in range(count):
        change = choose(model, dice)
        _say(json.dumps(change))
        make(kept, assets, change)
        _say("done")
        model = model.after(change)
    kept.close()


def _say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def serve() -> None:
    """Forking is ten times as quick as starting Python anew, where everything was used before."""
    with TemporaryDirectory() as folder:
        go_on(Path(folder), "", 30)
    _say("ready")
    for line in sys.stdin:
        folder, seed = line.split()
        child = os.fork()
        if child == 0:
            _say(f"started {os.getpid()}")
            go_on(Path(folder), seed)
        os.waitpid(child, 0)
        _say("stopped")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        go_on(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), Model())
    else:
        serve()
