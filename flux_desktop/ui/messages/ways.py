"""What can be done about an edit that failed, beside trying it again: look it up, or make it elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flux_desktop.core.errors import OutOfCredit
from flux_desktop.core.language import marked, tr
from flux_desktop.ui.naming import named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from flux_desktop.core.errors import FluxError
    from flux_desktop.core.params import Model
    from flux_desktop.services.job import Job
    from flux_desktop.services.session import Session

__all__ = ["LOOK_UP", "OTHERS", "STEPS", "Ways", "hint_of", "looks_up", "others_menu", "ways_of"]

STEPS = {
    "open_keys": marked("Set the key…"),
    "open_help": marked("Open help"),
    "open_money": marked("Open the budgets…"),
}
"""The words of the buttons for what an error names as the next step; `retry` and `look_up` have their own."""
LOOK_UP = marked("Open the account…")
PRICE = 48
"""Letters of a price that are shown in a menu."""
OTHERS = marked("Use another provider…")


@dataclass(frozen=True)
class Ways:
    """`place` is the page of the account at the provider, `others` the same model elsewhere, in words for a menu."""

    place: str = ""
    others: tuple[tuple[str, Model], ...] = ()


def ways_of(session: Session, job: Job) -> Ways:
    """What can be done about `job` as it stands now."""
    known = {provider.id: provider for provider in session.queue.providers()}
    others = [(_words(session, known[model.provider].name, model), model) for model in session.alternatives(job)]
    return Ways(session.queue.place(job.record.recipe), tuple(others))


def looks_up(error: FluxError, place: str) -> bool:
    """Whether a look at the account helps: it tells what was ordered and charged, and how much credit is left."""
    return bool(place) and (error.action == "look_up" or isinstance(error, OutOfCredit))


def hint_of(error: FluxError, place: str) -> str:
    """What to do, with the place where to do it."""
    return f"{error.hint}\n{place}" if looks_up(error, place) else error.hint


def others_menu(parent: QWidget, others: Sequence[tuple[str, Model]], choose: Callable[[Model], object]) -> QMenu:
    """The menu of `others`: choosing one hands its model to `choose`."""
    from PySide6.QtWidgets import QMenu

    menu = named(QMenu(parent), "others_menu", tr("The same model of another provider"))
    for words, model in others:
        action = menu.addAction(words.replace("&", "&&"))
        action.triggered.connect(lambda checked, model=model: choose(model))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _words(session: Session, provider: str, model: Model) -> str:
    """`fal – about $0.010 a megapixel`: the model is the same everywhere."""
    name = provider if session.keys.known(model.provider) else tr("{provider} (no key)", provider=provider)
    price = model.price if len(model.price) <= PRICE else model.price[:PRICE].rsplit(" ", 1)[0] + " …"
    return f"{name} – {price}" if price else name
