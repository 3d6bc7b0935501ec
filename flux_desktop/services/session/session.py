"""The session: one open picture with its history. Every button of the window calls one method of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from flux_desktop.core.edit import Recipe, new_seed
from flux_desktop.core.errors import FluxError, InputError
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import marked, plural, tr
from flux_desktop.core.params import Model
from flux_desktop.core.region import Patch
from flux_desktop.core.settings import Settings
from flux_desktop.services.alternatives import alternatives, carried
from flux_desktop.services.catalogues import Catalogues
from flux_desktop.services.changes import Changes
from flux_desktop.services.finishing import Finishing
from flux_desktop.services.job import Job
from flux_desktop.services.jobs import Inputs, JobQueue
from flux_desktop.services.keyring import KeyService
from flux_desktop.services.library_watch import LibraryWatch
from flux_desktop.services.node_marks import NodeMarks
from flux_desktop.services.pictures import Pictures
from flux_desktop.services.session.base import Recall
from flux_desktop.services.session.forecast import SessionForecast
from flux_desktop.services.session.inputs import SessionInputs
from flux_desktop.services.session.keeper import Told
from flux_desktop.services.session.selection import Selection
from flux_desktop.services.session.state import WithRegion
from flux_desktop.services.session.waiting import WaitingEdits
from flux_desktop.services.spending import export_ledger
from flux_desktop.services.tidying import Tidying
from flux_desktop.services.trash import Trash

if TYPE_CHECKING:
    from flux_desktop.core.script import Script
    from flux_desktop.services.code import Language

__all__ = ["Session"]

USES = {
    "all": marked("use of all settings"),
    "all_but_seed": marked("use of all settings but the seed"),
    "seed": marked("use of the seed"),
    "prompt": marked("use of the prompt"),
    "params": marked("use of the parameters"),
}
"""What a recall is called where it can be undone."""


class Session(SessionInputs, SessionForecast):
    """What the window shows and does. Methods return at once; what they lead to is told by signals.

    Looking at a result moves `current` only; `edit_further` makes it the source: a branch. What the user does to the
    library or the session can be undone by `undo`; `marks` and `trash` are what can be done to nodes.
    """

    def __init__(
        self,
        queue: JobQueue,
        pictures: Pictures,
        settings: Settings,
        keys: KeyService,
        catalogues: Catalogues,
        fetch: Callable[[str], Awaitable[bytes]],
    ) -> None:
        super().__init__(queue, pictures, settings, keys, catalogues, fetch)
        self.selection = Selection(self)
        self.waiting = WaitingEdits(self._tasks, settings, self.failed)
        self.nodes_changed.connect(self._renew)
        queue.node_added.connect(self._on_result)
        self.marks = NodeMarks(self)
        self.trash = Trash(self)
        self.changes = Changes(self)
        self.finishing = Finishing(self)
        self._tidying = Tidying(self, self.trash)
        self._watch = LibraryWatch(self.library)
        self._watch.changed.connect(self._on_others)

    # History.

    def before(self, node: HistoryNode) -> HistoryNode | None:
        """The picture that `node` was made from: the other side of a comparison. None for originals."""
        return self.library.node(node.parent) if node.parent else None

    def other_side(self, node: HistoryNode) -> HistoryNode | None:
        """What `node` is compared with: the partner that was chosen, else what it was made from. Never itself."""
        if self.partner is not None and self.partner.id != node.id:
            return self.partner
        return self.before(node)

    def original(self) -> HistoryNode | None:
        """The picture that the open tree grew from."""
        anchor = self.source or self.current
        return self.library.node(anchor.root) if anchor else None

    # Edits.

    def resume(self) -> None:
        """Go on with what an earlier run left, and show again what became unknown; `failed` tells what can't be.

        From now on the library is kept within its budget, and what others write into it is seen.
        """
        self._try(lambda approved: self.queue.resume())
        self.waiting.tell_lost()
        self._tasks.spawn(self._watch.run())
        self._tidying.look()

    def submit(self, recipe: Recipe, generate: bool = False, *, first: bool = False) -> Job | None:
        """Queue an edit of the source (a generation if `generate`), also before those that wait.

        None, and `failed` tells why, if it can't be; or `asked` tells that a budget wants to be asked first. None too
        while the region is still worked out: the job then comes by itself, with the pictures as they are now, or
        `failed` tells why not.
        """
        inputs = self._try(lambda approved: self.inputs(recipe, generate))
        if inputs is None:
            return None
        if self.source is not None and self.region_needs_time(recipe, generate):
            around = self.inputs_around(recipe, self.source)
            ready = self.selection.ready(self.shapes(recipe))
            self.waiting.add(recipe.prompt, ready, partial(self._submit_part, recipe, around, first))
            return None
        return self._try(lambda approved: self.queue.submit(recipe, inputs, approved=approved, first=first))

    def retry(self, id: str) -> None:
        """Go on with a job that ended; `failed` or `asked` as `submit`."""
        self._try(lambda approved: self.queue.retry(id, approved=approved))

    def vary(self, node: HistoryNode, count: int) -> None:
        """Run the recipe of `node` again on the same picture, `count` times, with a new seed each."""
        recipe = node.recipe
        if recipe is None:
            return
        parent = self.before(node)
        source = parent.asset if parent else None
        sizes = self.library.sizes_of([*([source] if source else []), *node.references])
        patch = self._patch(node)
        if patch is not None:
            sizes = (patch.sent, *sizes[1:])
        inputs = Inputs(node.parent, source, node.references, node.mask, sizes, node.crop, patch)
        one = recipe.with_params(count=1) if "count" in recipe.params else recipe
        recipes = [one.with_seed(new_seed()) for _ in range(count)]
        self._try(lambda approved: self.queue.submit_all(recipes, inputs, approved=approved))

    def recall(self, node: HistoryNode, what: Recall) -> None:
        """Bring back what was sent for `node`: all of it, references, mask and crop included, or a part of its recipe.

        What is not there any more, or does not fit the source, is told by `notified` and left out.
        """
        recipe = node.used_recipe
        if recipe is None:
            return
        if what in ("all", "all_but_seed"):
            takes = (self.keep_draft, self.keep_references, self.keep_region)
            self.undoable(tr(USES[what]), partial(self._recall_all, node, recipe, what), *takes)
        else:
            self.undoable(tr(USES[what]), partial(self.recalled.emit, recipe, what), self.keep_draft)

    def load_recipe(self, recipe: Recipe, references: Sequence[str] = ()) -> None:
        """Bring a recipe that came in a file into the panels, with those of the references that are kept here."""

        def bring() -> None:
            self._recall_references(references)
            self.recalled.emit(recipe, "all")

        self.undoable(tr("load of a recipe"), bring, self.keep_draft, self.keep_references)

    def alternatives(self, job: Job) -> list[Model]:
        """Where else `job` could be done: nowhere unless it failed before it was accepted. Those with a key first."""
        return alternatives(self.queue, self.keys, job)

    def use_instead(self, job: Job, model: Model) -> None:
        """Bring what `job` was to do into the panels, for `model` of another provider. Nothing is sent by this."""
        record, recipe = job.record, carried(job.record.recipe, model)
        picture = self.library.node(record.parent) if record.parent else None

        def bring() -> None:
            if picture is not None and (self.source is None or picture.id != self.source.id):
                self._set_source(picture)
                self.show(picture)
            if picture is not None and record.patch is not None:
                self.set_region(record.mask, record.crop, record.patch)
            self.recalled.emit(recipe, "all")

        self.undoable(tr("use of {model}", model=model.name), bring, self.keep_place, self.keep_draft)
        words = {"model": model.name, "provider": self.queue.name(recipe)}
        self.notified.emit(tr("{model} of {provider} is chosen. Nothing has been sent yet.", **words))

    def models(self, mode: str) -> list[Model]:
        """Every model for `mode` of every provider, in the order of the menus."""
        return [model for provider in self.queue.providers() for model in provider.offered() if model.mode == mode]

    # Files out.

    def export(self, node: HistoryNode, path: Path, *, quality: int | None = None, overwrite: bool = False) -> None:
        """Write `node` to `path` in the format of its suffix; `notified` or `failed` tells how it went."""
        self._tasks.in_thread(
            lambda: self.exporter.export(node, path, quality=quality, overwrite=overwrite),
            lambda written: self._on_exported(node, written),
        )

    def export_ledger(
        self, path: Path, since: float, then: Callable[[int], object], on_error: Callable[[FluxError], object]
    ) -> None:
        """Write the ledger since a moment to `path`, for a spreadsheet, also over a file that is there.

        How many lines it has goes to `then`; why it can't be written to `on_error`.
        """
        self._tasks.in_thread(lambda: export_ledger(self.library, path, since, overwrite=True), then, on_error)

    def save_code(
        self,
        script: Script,
        language: Language,
        folder: Path,
        then: Callable[[list[Path]], object],
        on_error: Callable[[FluxError], object],
        *,
        overwrite: bool = False,
    ) -> None:
        """Write a script and its pictures into `folder`; OutputExists if files are there, and nothing is written."""
        from flux_desktop.services.code.saving import save_code

        opened = [node for node in (self.source, *self.references) if node is not None]
        self._tasks.in_thread(
            lambda: save_code(script, language, folder, self.exporter, opened, overwrite=overwrite), then, on_error
        )

    async def close(self, grace: float = 10.0) -> None:
        """End what runs, once all that the user did is written; jobs on their way stay in the library.

        An order in flight, and an edit that waits for its region, get `grace` seconds.
        """
        loop = asyncio.get_running_loop()
        end = loop.time() + grace
        await self.waiting.settle(grace)
        await self.changes.close()
        await self._tasks.close()
        await self.undo.settle()
        await self.queue.close(max(0.0, end - loop.time()))

    # Private.

    def _submit_part(self, recipe: Recipe, around: WithRegion, first: bool, region: Told) -> Job | None:
        """InputError where another picture is the source by now: the region is one of that."""
        inputs = around(*region)
        if self.source is None or self.source.id != inputs.parent:
            raise InputError(tr("The mask does not fit the picture."), tr("Select the part once more."))
        return self._try(lambda approved: self.queue.submit(recipe, inputs, approved=approved, first=first))

    def _on_exported(self, node: HistoryNode, path: Path) -> None:
        self.marks.exported(node)
        self.notified.emit(tr("Exported to {path}.", path=path))

    def _on_others(self) -> None:
        """Another process wrote into the library: what is held here may have been deleted, or marked, there."""
        self.library_changed.emit()
        held = self.held()
        living = [node for node in self.library.nodes(list(held)) if node.trashed is None]
        self._renew(tuple(living))
        usable = {node.id for node in self.references if self.pictures.assets.has(node.asset)}
        self.let_go(held - {node.id for node in living} - usable)

    def _recall_all(self, node: HistoryNode, recipe: Recipe, what: Recall) -> None:
        if node.parent is not None:  # words alone were sent with no pictures, and say nothing about them
            self._recall_references(node.references)
            self._recall_region(node)
        self.recalled.emit(recipe, what)

    def _recall_references(self, assets: Sequence[str]) -> None:
        found = [self.pictures.by_asset(asset) for asset in assets]
        there = tuple(one for one in found if one is not None)
        self.set_references(there)
        if missing := len(found) - len(there):
            self.notified.emit(_not_kept(missing, len(found)))

    def _patch(self, node: HistoryNode) -> Patch | None:
        """What its edit was told of its part: also that of a result which could not be put back."""
        job = self.library.job(node.job) if node.patch is None and node.crop is not None and node.job else None
        patch = job.patch if job is not None else node.patch
        return patch and patch._replace(raw="", score=0.0)

    def _recall_region(self, node: HistoryNode) -> None:
        parent, source = self.before(node), self.source
        mask, crop, patch = node.mask, node.crop, self._patch(node)
        if mask is not None and not self.pictures.assets.has(mask):
            self.notified.emit(tr("Its mask is not kept any more: left out."))
            mask, crop, patch = None, crop if patch is None else None, None
        fits = parent is not None and source is not None and _size(parent) == _size(source)
        if (mask, crop) != (None, None) and not fits:
            self.notified.emit(tr("Its region fits a picture of another size: left out."))
            mask = crop = patch = None
        self.set_region(mask, crop, patch)


def _not_kept(missing: int, all: int) -> str:
    if all == 1:
        return tr("Its reference image is not kept any more: left out.")
    return plural(
        missing,
        "{n} of its {all} reference images is not kept any more: left out.",
        "{n} of its {all} reference images are not kept any more: left out.",
        all=all,
    )


def _size(node: HistoryNode) -> tuple[int, int]:
    return node.width, node.height
