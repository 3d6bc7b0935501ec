"""What a run will cost, beside the run button: the program's estimate at once, the host's own figure a moment later."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from flux_desktop.ui.prompt.run_bar import price_words
from flux_desktop.ui.wording import counted

if TYPE_CHECKING:
    from flux_desktop.core.edit import Recipe
    from flux_desktop.core.params import Model
    from flux_desktop.core.price import Cost
    from flux_desktop.services.session import Session
    from flux_desktop.ui.prompt.run_bar import RunBar

__all__ = ["PriceTag"]

PAUSE_MS = 400
"""How long nothing has to change before the host is asked."""
ESTIMATED = "This is an estimate; the provider tells the cost afterwards, or nobody does."
ASKED = "{} was asked for this price."


class PriceTag(QObject):
    """Says it in `bar`. What an answer is too late for is not shown."""

    def __init__(self, bar: RunBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._session: Session | None = None
        self._shown: tuple[Recipe, bool, Model] | None = None
        self._may_ask = False
        self._turn = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE_MS)
        self._later.timeout.connect(self._on_pause)

    def attach(self, session: Session) -> None:
        self._session = session

    def show(self, recipe: Recipe, generates: bool, model: Model, *, is_valid: bool, has_key: bool) -> None:
        """Show the price of `recipe`; its prompt does not matter. Without a key the host can't be asked."""
        assert self._session is not None, "attached first"
        self._turn += 1
        priced = replace(recipe, prompt="any words")
        self._shown = (priced, generates, model)
        self._may_ask = is_valid and has_key and self._session.queue.provider(model.provider).quotes
        cost = self._session.price(priced, generates) if is_valid else None
        self._bar.set_price(price_words(cost, model.price))
        self._later.start()

    def _on_pause(self) -> None:
        """Nothing has changed for a moment: work out the note, and ask the host."""
        assert self._session is not None
        assert self._shown is not None
        recipe, generates, _ = self._shown
        self._say(self._session.price(recipe, generates))
        if self._may_ask:
            self._session.quote(recipe, generates, partial(self._on_answer, self._turn))

    def _on_answer(self, turn: int, cost: Cost) -> None:
        if turn == self._turn:
            self._say(cost)

    def _say(self, cost: Cost | None) -> None:
        assert self._shown is not None
        self._bar.set_price(price_words(cost, self._shown[2].price), self._note(cost))

    def _note(self, cost: Cost | None) -> str:
        """How the price is made up, and what is used of the budgets."""
        from flux_desktop.services.money import budget_words

        assert self._session is not None
        assert self._shown is not None
        recipe, generates, model = self._shown
        lines = [f"{model.name}: {model.price}."] if model.price else []
        if cost is not None and cost.amount:
            lines.append(_measures(*self._session.megapixels(recipe, generates)))
            asked = cost.kind == "billed"
            lines.append(ASKED.format(self._session.queue.name(recipe)) if asked else ESTIMATED)
        lines += map(budget_words, self._session.queue.budgets())
        return "\n".join(lines)


def _measures(sent: list[float], made: list[float]) -> str:
    """The pictures that go in and come out: `In: 1 picture, 0.8 megapixels. Out: 2 pictures, 2 megapixels.`"""
    sides = ((side, sizes) for side, sizes in (("In", sent), ("Out", made)) if sizes)
    words = (f"{side}: {counted(len(sizes), 'picture')}, {sum(sizes):.2g} megapixels." for side, sizes in sides)
    return " ".join(words)
