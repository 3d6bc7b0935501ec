"""What an edit of the open picture would send and cost, before it is run."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from flux_desktop.core.edit import Outgoing, Recipe
from flux_desktop.core.errors import FluxError
from flux_desktop.core.price import Cost
from flux_desktop.services.inputs import Inputs
from flux_desktop.services.session.keeper import NOT_MADE
from flux_desktop.services.session.state import SessionState

if TYPE_CHECKING:
    from flux_desktop.core.script import Script

__all__ = ["SessionForecast"]

T = TypeVar("T")


class SessionForecast(SessionState):
    """Part of the Session. Nothing is sent by any of this."""

    def price(self, recipe: Recipe, generate: bool) -> Cost | None:
        """What the edit is expected to cost; None where the provider does not say or the recipe is not valid."""
        try:
            return self.queue.forecast.price(recipe, self.inputs(recipe, generate))
        except FluxError:
            return None

    def megapixels(self, recipe: Recipe, generate: bool) -> tuple[list[float], list[float]]:
        """How large the pictures are that go in, and those that come out, for a recipe that has a price."""
        return self.queue.forecast.megapixels(recipe, self.inputs(recipe, generate))

    def quote(self, recipe: Recipe, generate: bool, then: Callable[[Cost], object]) -> None:
        """Ask the host what the edit will cost and hand its answer to `then`; where there is none, nothing happens."""

        def told(cost: Cost | None) -> None:
            if cost is not None:
                then(cost)

        try:
            inputs = self.inputs(recipe, generate)
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
        self._with_inputs(recipe, generate, partial(self.queue.forecast.outgoing, recipe), then, on_error)

    def work_out_script(
        self,
        recipe: Recipe,
        generate: bool,
        then: Callable[[Script | None], object],
        on_error: Callable[[FluxError], object] | None = None,
    ) -> None:
        """Make, without sending anything, the same run as a script and hand it to `then`: None where there is none."""
        self._with_inputs(recipe, generate, partial(self.queue.forecast.script, recipe), then, on_error)

    def _with_inputs(
        self,
        recipe: Recipe,
        generate: bool,
        work: Callable[[Inputs], T],
        then: Callable[[T], object],
        on_error: Callable[[FluxError], object] | None,
    ) -> None:
        """Run `work` in a thread with the pictures that would be sent, once the region is worked out."""

        def go_on(inputs: Inputs) -> None:
            self._tasks.in_thread(partial(work, inputs), then, on_error)

        if self.source is not None and self.region_needs_time(recipe, generate):
            around = self.inputs_around(recipe, self.source)
            ready = self.selection.ready(self.shapes(recipe), NOT_MADE)
            self._tasks.follow(ready, lambda region: go_on(around(*region)), on_error)
        else:
            go_on(self.inputs(recipe, generate))
