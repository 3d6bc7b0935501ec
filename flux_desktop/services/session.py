"""The session: one open picture with its history. Every button of the window calls one method of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from flux_desktop.core.edit import Outgoing, Recipe, new_seed
from flux_desktop.core.errors import FluxError, OverBudget
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.params import Model
from flux_desktop.core.price import Cost
from flux_desktop.core.settings import Settings
from flux_desktop.core.signal import Signal
from flux_desktop.services.alternatives import alternatives, carried
from flux_desktop.services.catalogues import Catalogues
from flux_desktop.services.export import Exporter
from flux_desktop.services.job import Job
from flux_desktop.services.jobs import Inputs, JobQueue
from flux_desktop.services.keyring import KeyService
from flux_desktop.services.pictures import Pictures
from flux_desktop.services.recent import Recent
from flux_desktop.services.spending import export_ledger
from flux_desktop.services.tasks import Tasks

if TYPE_CHECKING:
    from flux_desktop.core.script import Script
    from flux_desktop.services.code import Language

__all__ = ["Recall", "Session"]

T = TypeVar("T")
Opened = tuple[HistoryNode, tuple[str, ...]]
Recall = Literal["all", "all_but_seed", "seed", "prompt", "params"]


class Session:
    """What the window shows and does. Methods return at once; what they lead to is told by signals.

    Two nodes matter: `current` is the one on the canvas, `source` the picture that the next edit changes. Looking at
    a result moves `current` only; `edit_further` makes it the source: a branch.
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
        self.queue = queue
        self.library = queue.library
        self.pictures = pictures
        self.settings = settings
        self.keys = keys
        self.catalogues = catalogues
        self.exporter = Exporter(pictures)
        self.recent = Recent(settings)
        self.current: HistoryNode | None = None
        self.source: HistoryNode | None = None
        self.references: tuple[HistoryNode, ...] = ()
        self.partner: HistoryNode | None = None
        """The node that the user chose to compare with; None: what a node was made from."""
        self.source_changed: Signal[HistoryNode | None] = Signal()
        self.current_changed: Signal[HistoryNode | None] = Signal()
        self.references_changed: Signal[tuple[HistoryNode, ...]] = Signal()
        self.comparison_changed: Signal[HistoryNode | None] = Signal()
        self.node_added: Signal[HistoryNode] = Signal()
        self.recalled: Signal[Recipe, Recall] = Signal()
        self.opening: Signal[str] = Signal()
        self.notified: Signal[str] = Signal()
        self.failed: Signal[FluxError] = Signal()
        self.asked: Signal[OverBudget, Callable[[], object]] = Signal()
        """An edit goes beyond a soft budget: the second value runs it all the same."""
        self._fetch = fetch
        self._follow = True
        self._openings = 0
        self._adding = asyncio.Lock()
        self._tasks = Tasks()
        self._tasks.failed.connect(self.failed.emit)
        queue.node_added.connect(self._on_result)

    # Pictures in.

    def open_file(self, path: str | Path) -> None:
        """Open a picture file as the picture to edit; the one that was open stays if it can't be read."""
        file = Path(path).expanduser()
        self._tasks.spawn(self._open(file.name, partial(self._read, file), file))

    def open_bytes(self, data: bytes, name: str) -> None:
        """Open image bytes (pasted, or dropped from a browser) as the picture to edit."""
        self._tasks.spawn(self._open(name, partial(self._keep, data, name)))

    def open_url(self, url: str) -> None:
        """Fetch an image that was dropped as an address, and open it as the picture to edit."""
        self._tasks.spawn(self._open(_file_name(url), partial(self._load, url)))

    def add_reference_file(self, path: str | Path) -> None:
        """Add a picture file to the references of the next edit."""
        self._tasks.spawn(self._add_reference(partial(self._read, Path(path).expanduser())))

    def add_reference_bytes(self, data: bytes, name: str) -> None:
        self._tasks.spawn(self._add_reference(partial(self._keep, data, name)))

    def add_reference_url(self, url: str) -> None:
        self._tasks.spawn(self._add_reference(partial(self._load, url)))

    def set_references(self, nodes: tuple[HistoryNode, ...]) -> None:
        """The references in their sending order: fewer removes, another order moves."""
        self.references = nodes
        self.references_changed.emit(nodes)

    def close_picture(self) -> None:
        """No picture is open: the prompt box then generates."""
        self._set_source(None)
        self.show(None)

    # History.

    def show(self, node: HistoryNode | None) -> None:
        """Put `node` on the canvas. The picture to edit stays, and results do not take the canvas from `node`."""
        self._follow = node is None or (self.source is not None and node.id == self.source.id)
        self._set_current(node)

    def edit_further(self, node: HistoryNode) -> None:
        """Make `node` the picture that the next edit changes, and show it."""
        self._set_source(node)
        self.show(node)

    def before(self, node: HistoryNode) -> HistoryNode | None:
        """The picture that `node` was made from: the other side of a comparison. None for originals."""
        return self.library.node(node.parent) if node.parent else None

    def compare_with(self, node: HistoryNode | None) -> None:
        """Compare whatever is on the canvas with `node` from now on; None: again with what it was made from."""
        if node != self.partner:
            self.partner = node
            self.comparison_changed.emit(node)

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
        """Go on with what an earlier run left, and show again what became unknown; `failed` tells what can't be."""
        self._try(lambda approved: self.queue.resume())

    def submit(self, recipe: Recipe, generate: bool = False) -> Job | None:
        """Queue an edit of the source (a generation if `generate`).

        None, and `failed` tells why, if it can't be; or `asked` tells that a budget wants to be asked first.
        """
        inputs = self._try(lambda approved: self._inputs(recipe, generate))
        if inputs is None:
            return None
        return self._try(lambda approved: self.queue.submit(recipe, inputs, approved=approved))

    def retry(self, id: str) -> None:
        """Go on with a job that ended; `failed` or `asked` as `submit`."""
        self._try(lambda approved: self.queue.retry(id, approved=approved))

    def vary(self, node: HistoryNode, count: int) -> None:
        """Run the recipe of `node` again on the same picture, `count` times, with a new seed each."""
        recipe = node.recipe
        if recipe is None:
            return
        parent = self.before(node)
        used = ([parent.asset] if parent else []) + list(node.references)
        inputs = Inputs(
            node.parent, parent.asset if parent else None, node.references, sizes=self.library.sizes_of(used)
        )
        one = recipe.with_params(count=1) if "count" in recipe.params else recipe
        recipes = [one.with_seed(new_seed()) for _ in range(count)]
        self._try(lambda approved: self.queue.submit_all(recipes, inputs, approved=approved))

    def recall(self, node: HistoryNode, what: Recall) -> None:
        """Bring the recipe of `node` back into the prompt box and the sidebar, whole or in part."""
        if node.used_recipe is not None:
            self.recalled.emit(node.used_recipe, what)

    def alternatives(self, job: Job) -> list[Model]:
        """Where else `job` could be done: nowhere unless it failed before it was accepted. Those with a key first."""
        return alternatives(self.queue, self.keys, job)

    def use_instead(self, job: Job, model: Model) -> None:
        """Bring what `job` was to do into the panels, for `model` of another provider. Nothing is sent by this."""
        picture = self.library.node(job.record.parent) if job.record.parent else None
        if picture is not None and picture != self.source:
            self.edit_further(picture)
        recipe = carried(job.record.recipe, model)
        self.recalled.emit(recipe, "all")
        self.notified.emit(f"{model.name} of {self.queue.name(recipe)} is chosen. Nothing has been sent yet.")

    def models(self, mode: str) -> list[Model]:
        """Every model for `mode` of every provider, in the order of the menus."""
        return [model for provider in self.queue.providers() for model in provider.offered() if model.mode == mode]

    def price(self, recipe: Recipe, generate: bool) -> Cost | None:
        """What the edit is expected to cost; None where the provider does not say or the recipe is not valid."""
        try:
            return self.queue.forecast.price(recipe, self._inputs(recipe, generate))
        except FluxError:
            return None

    def megapixels(self, recipe: Recipe, generate: bool) -> tuple[list[float], list[float]]:
        """How large the pictures are that go in, and those that come out, for a recipe that has a price."""
        return self.queue.forecast.megapixels(recipe, self._inputs(recipe, generate))

    def quote(self, recipe: Recipe, generate: bool, then: Callable[[Cost], object]) -> None:
        """Ask the host what the edit will cost and hand its answer to `then`; where there is none, nothing happens."""

        def told(cost: Cost | None) -> None:
            if cost is not None:
                then(cost)

        try:
            inputs = self._inputs(recipe, generate)
        except FluxError:
            return
        self._tasks.follow(self.queue.forecast.quote(recipe, inputs), told, lambda error: None)

    def work_out_outgoing(
        self,
        recipe: Recipe,
        generate: bool,
        then: Callable[[Outgoing], object],
        on_error: Callable[[FluxError], object] | None = None,
    ) -> None:
        """Make, without sending anything, what would leave this machine for the edit, and hand it to `then`.

        Why it can't be worked out goes to `on_error`, or else to `failed`.
        """
        inputs = self._inputs(recipe, generate)
        self._tasks.in_thread(lambda: self.queue.forecast.outgoing(recipe, inputs), then, on_error)

    def work_out_script(
        self,
        recipe: Recipe,
        generate: bool,
        then: Callable[[Script | None], object],
        on_error: Callable[[FluxError], object] | None = None,
    ) -> None:
        """Make, without sending anything, the same run as a script and hand it to `then`: None where there is none."""
        inputs = self._inputs(recipe, generate)
        self._tasks.in_thread(lambda: self.queue.forecast.script(recipe, inputs), then, on_error)

    # Files out.

    def export(self, node: HistoryNode, path: Path, *, quality: int | None = None, overwrite: bool = False) -> None:
        """Write `node` to `path` in the format of its suffix; `notified` or `failed` tells how it went."""
        self._tasks.in_thread(
            lambda: self.exporter.export(node, path, quality=quality, overwrite=overwrite),
            lambda written: self.notified.emit(f"Exported to {written}."),
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

    # Work for panels that must not wait.

    def in_background(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        on_error: Callable[[FluxError], object] | None = None,
    ) -> None:
        """Run `work` in a worker thread and hand its result to `then`, an error to `on_error` or else to `failed`."""
        self._tasks.in_thread(work, then, on_error)

    def run(
        self,
        work: Awaitable[T],
        then: Callable[[T], object] = lambda _: None,
        on_error: Callable[[FluxError], object] | None = None,
    ) -> None:
        """Await a coroutine of the services for a widget; result to `then`, error to `on_error` or else `failed`."""
        self._tasks.follow(work, then, on_error)

    async def close(self) -> None:
        """End what runs; jobs on their way stay in the library."""
        await self._tasks.close()
        await self.queue.close()

    # Private.

    def _try(self, act: Callable[[bool], T], approved: bool = False) -> T | None:
        """`act` is told whether the user has approved that a soft budget is exceeded."""
        try:
            return act(approved)
        except OverBudget as error:
            if error.asks:
                self.asked.emit(error, lambda: self._try(act, True))
            else:
                self.failed.emit(error)
        except FluxError as error:
            self.failed.emit(error)
        return None

    def _inputs(self, recipe: Recipe, generate: bool) -> Inputs:
        if generate or self.source is None:
            return Inputs()
        takes = self.queue.model(recipe).references
        return Inputs.of(self.source, self.references[:takes])

    async def _read(self, file: Path) -> Opened:
        return await asyncio.to_thread(self.pictures.open_file, file)

    async def _keep(self, data: bytes, name: str) -> Opened:
        return await asyncio.to_thread(self.pictures.open_bytes, data, name)

    async def _load(self, url: str) -> Opened:
        return await self._keep(await self._fetch(url), _file_name(url))

    async def _open(self, name: str, get: Callable[[], Awaitable[Opened]], file: Path | None = None) -> None:
        """Get a picture, then open it. Of two at once the one that was asked for last stays."""
        self._openings += 1
        turn = self._openings
        self.opening.emit(name)
        try:
            node, notes = await get()
        finally:
            if turn == self._openings:
                self.opening.emit("")
        if file is not None:
            self.recent.add(file)
        if turn == self._openings:
            self.edit_further(node)
            for note in notes:
                self.notified.emit(note)

    async def _add_reference(self, get: Callable[[], Awaitable[Opened]]) -> None:
        """Get a picture, then add it. One after the other: the prompt calls them by their order."""
        async with self._adding:
            node, _ = await get()
        self.set_references((*self.references, node))

    def _on_result(self, node: HistoryNode) -> None:
        """Tell the panels; show it only to a user who still looks at its source or at an earlier arrival."""
        self.node_added.emit(node)
        belongs = node.parent == (self.source.id if self.source else None)
        if self._follow and belongs:
            self._set_current(node)

    def _set_source(self, node: HistoryNode | None) -> None:
        if node != self.source:
            self.source = node
            self.source_changed.emit(node)

    def _set_current(self, node: HistoryNode | None) -> None:
        if node != self.current:
            self.current = node
            self.current_changed.emit(node)


def _file_name(url: str) -> str:
    """What the file behind an address is called."""
    return url.split("?", maxsplit=1)[0].rstrip("/").rsplit("/", 1)[-1] or "picture"
