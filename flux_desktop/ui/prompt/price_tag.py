"""What a run will cost, beside the run button: the program's estimate at once, the host's own figure a moment later."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from flux_desktop.core.language import figures, plural, tr
from flux_desktop.ui.prompt.run_bar import price_words

if TYPE_CHECKING:
    from flux_desktop.core.edit import Recipe
    from flux_desktop.core.params import Model
    from flux_desktop.core.price import Cost
    from flux_desktop.services.job import Job
    from flux_desktop.services.session import Session
    from flux_desktop.ui.prompt.run_bar import RunBar

__all__ = ["PriceTag"]

PAUSE_MS = 400
"""How long nothing has to change before the host is asked."""


@dataclass(frozen=True)
class _Run:
    """The edit that a run would order. One that is not valid has no price; not every host can be asked for one."""

    recipe: Recipe
    generates: bool
    model: Model
    is_valid: bool
    may_ask: bool


class PriceTag(QObject):
    """Says it in `bar`. An answer that comes after the next change is not shown."""

    def __init__(self, bar: RunBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._run: _Run | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE_MS)

    def attach(self, session: Session) -> None:
        self._session = session
        self._later.timeout.connect(self._on_pause)
        session.queue.job_changed.connect(self._on_job)

    def show(self, recipe: Recipe, generates: bool, model: Model, *, is_valid: bool, has_key: bool) -> None:
        """Show the price of `recipe`; its prompt does not matter. Without a key the host can't be asked."""
        may_ask = is_valid and has_key and self._session.queue.provider(model.provider).quotes
        self._run = _Run(replace(recipe, prompt="any words"), generates, model, is_valid, may_ask)
        self._bar.set_price(price_words(self._price(self._run), model.price))
        self._later.start()

    def _price(self, run: _Run) -> Cost | None:
        return self._session.price(run.recipe, run.generates) if run.is_valid else None

    def _on_job(self, job: Job) -> None:
        if job.state.ended:
            self._later.start()  # more is spent now, which the note tells

    def _on_pause(self) -> None:
        """Nothing has changed for a moment: work out the note, and ask the host."""
        run = self._run
        if run is None:
            return
        self._say(run, self._price(run))
        if run.may_ask:
            self._session.quote(run.recipe, run.generates, partial(self._say, run))

    def _say(self, run: _Run, cost: Cost | None) -> None:
        if run is self._run:
            self._bar.set_price(price_words(cost, run.model.price), self._note(run, cost))

    def _note(self, run: _Run, cost: Cost | None) -> str:
        """How the price is made up, and what is used of the budgets."""
        from flux_desktop.services.money import budget_words

        lines = [f"{run.model.name}: {tr(run.model.price)}."] if run.model.price else []
        if cost is not None and cost.amount:
            lines.append(_measures(*self._session.megapixels(run.recipe, run.generates)))
            lines.append(_source(cost, self._session.queue.name(run.recipe)))
        lines += map(budget_words, self._session.queue.budgets())
        return "\n".join(lines)


def _source(cost: Cost, provider: str) -> str:
    """Where the price comes from."""
    if cost.kind == "quoted":
        return tr("{provider} was asked for this price.", provider=provider)
    return tr("This is an estimate. What it did cost is known after the run, where the provider tells it.")


def _measures(sent: list[float], made: list[float]) -> str:
    """The pictures that go in and come out: `In: 1 picture, 0.8 megapixels. Out: 2 pictures, 2 megapixels.`"""
    words = [tr("In: {pictures}, {amount}.", **_measure(sent))] if sent else []
    words += [tr("Out: {pictures}, {amount}.", **_measure(made))] if made else []
    return " ".join(words)


def _measure(sizes: list[float]) -> dict[str, str]:
    """How many pictures, and how many megapixels they have together."""
    pictures = plural(len(sizes), "{n} picture", "{n} pictures")
    return {"pictures": pictures, "amount": _megapixels(sum(sizes))}


def _megapixels(size: float) -> str:
    words = figures(f"{size:.2g}") if size < 10 else f"{size:.0f}"
    return tr("1 megapixel") if words == "1" else tr("{number} megapixels", number=words)
