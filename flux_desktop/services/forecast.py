"""What an edit would send and cost, worked out before it is run; nothing of the user's leaves the machine for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from flux_desktop.core.edit import EditRequest, Outgoing, Recipe
from flux_desktop.core.language import marked, tr
from flux_desktop.core.params import Model
from flux_desktop.core.price import Cost
from flux_desktop.services.inputs import Inputs
from flux_desktop.services.outgoing import kept_back
from flux_desktop.services.pixels import request_of
from flux_desktop.services.recipes import as_sent, check_inputs, complete

if TYPE_CHECKING:
    from flux_desktop.core.script import Script
    from flux_desktop.providers.base import Provider
    from flux_desktop.store.assets import AssetStore

__all__ = ["Forecast"]

QUOTES_KEPT = 200

ANY_SEED = marked("a new one each run")
"""What is told of a seed that is not chosen: the one that will be sent is picked when it is."""


class Forecast:
    """What an edit would send and cost. Every method raises InvalidParameter for a recipe that the model cannot take.

    `provider` gives one by its id.
    """

    def __init__(self, provider: Callable[[str], Provider], assets: AssetStore) -> None:
        self._provider = provider
        self._assets = assets
        self._quoted: dict[object, Cost] = {}
        """What hosts said of prices, by what these depend on."""

    def price(self, recipe: Recipe, inputs: Inputs) -> Cost | None:
        """What an edit is expected to cost, as the host said last if it was asked; None where nobody says."""
        whole = self._as_sent(recipe, inputs)
        return self._quoted.get(_quoted_for(whole, inputs)) or self._provider(recipe.provider).price(
            inputs.request(whole)
        )

    def megapixels(self, recipe: Recipe, inputs: Inputs) -> tuple[list[float], list[float]]:
        """How large the pictures are that go in, and those that are made, as far as that is known before."""
        whole = self._as_sent(recipe, inputs)
        made = self._provider(recipe.provider).made_megapixels(inputs.request(whole))
        sent = [width * height / 1e6 for width, height in inputs.sizes]
        return sent, [made] * int(whole.params.get("count", 1))

    async def quote(self, recipe: Recipe, inputs: Inputs) -> Cost | None:
        """What the host itself says that an edit will cost, where it can be asked; else as `price`."""
        whole = self._as_sent(recipe, inputs)
        cost = await self._provider(recipe.provider).quote(inputs.request(whole))
        if cost is not None:
            if len(self._quoted) >= QUOTES_KEPT:
                self._quoted.clear()
            self._quoted[_quoted_for(whole, inputs)] = cost
        return cost

    def outgoing(self, recipe: Recipe, inputs: Inputs) -> Outgoing:
        """All that would leave this machine for an edit. Reads and encodes images: call it in a thread."""
        model = self._model(recipe)
        check_inputs(model, inputs)
        whole = self._as_sent(recipe, inputs)
        told = self._provider(recipe.provider).outgoing(request_of(inputs, whole, self._assets))
        told = replace(told, kept=tuple(kept_back(model, whole, told)))
        if recipe.seed is not None:
            return told
        fields = (replace(field, value=tr(ANY_SEED)) if field.name == "seed" else field for field in told.fields)
        return replace(told, fields=tuple(fields))

    def script(self, recipe: Recipe, inputs: Inputs) -> Script | None:
        """The same run for a program of the user's own; None where nothing is called. In a thread, as `outgoing`.

        It holds a seed also where none is chosen: the code then makes the same picture each time.
        """
        model = self._model(recipe)
        check_inputs(model, inputs)
        request = request_of(inputs, self._as_sent(recipe, inputs), self._assets)
        return self._provider(recipe.provider).script(request)

    def expected(self, whole: Recipe, inputs: Inputs, orders: Sequence[EditRequest]) -> list[Cost | None]:
        """What each of the orders of a complete recipe is expected to cost; None where nobody says."""
        provider = self._provider(whole.provider)
        if quoted := self._quoted.get(_quoted_for(as_sent(whole, provider, inputs.patch), inputs)):
            share = replace(quoted, amount=quoted.amount / len(orders), kind="estimated")
            return [share for _ in orders]
        sent = (replace(order, recipe=as_sent(order.recipe, provider, inputs.patch)) for order in orders)
        return [_estimated(provider.price(order)) for order in sent]

    def _as_sent(self, recipe: Recipe, inputs: Inputs) -> Recipe:
        """`recipe` complete, as it is ordered for these inputs."""
        return as_sent(complete(recipe, self._model(recipe)), self._provider(recipe.provider), inputs.patch)

    def _model(self, recipe: Recipe) -> Model:
        return self._provider(recipe.provider).model(recipe.model)


def _quoted_for(recipe: Recipe, inputs: Inputs) -> object:
    """What a price depends on: neither the words nor the seed."""
    params = tuple(sorted(recipe.with_seed(None).params.items()))
    return recipe.provider, recipe.model, params, inputs.sizes


def _estimated(cost: Cost | None) -> Cost | None:
    return replace(cost, kind="estimated") if cost is not None else None
