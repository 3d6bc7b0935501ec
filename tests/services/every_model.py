"""Recipes for every model of every provider, and providers that make a picture at once, whatever they are asked for."""

from __future__ import annotations

import functools
from typing import Any

from hypothesis import strategies as st

from flux_desktop.core.edit import EditRequest, EditResult, EncodedImage, Recipe, Report, ResultImage, Ticket
from flux_desktop.core.params import Model, Param, Value
from flux_desktop.providers.base import Provider
from flux_desktop.services.assembly import Program
from tests.services.support import picture

__all__ = ["make_at_once", "recipes"]

TEXTS = {
    "size": st.sampled_from(["1024x768", "768x1024", "1024x1024"]),
    "aspect_ratio": st.sampled_from(["16:9", "1:1", "4:5"]),
}
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)


def recipes(model: Model) -> st.SearchStrategy[Recipe]:
    """Any recipe that `model` takes: each parameter is set or left alone."""
    params = st.fixed_dictionaries({}, optional={param.name: _values(param) for param in model.params})
    prompts = WORDS.filter(lambda words: bool(words.strip()))
    return st.builds(Recipe, prompts, st.just(model.provider), st.just(model.id), params)


def _values(param: Param) -> st.SearchStrategy[Value]:
    if param.kind == "choice":
        return st.sampled_from(param.choices)
    if param.kind == "switch":
        return st.booleans()
    if param.kind == "text":
        return TEXTS.get(param.name, WORDS)
    assert param.minimum is not None
    assert param.maximum is not None
    if param.name == "count":
        return st.integers(1, min(2, int(param.maximum)))
    if param.kind == "integer":
        return st.integers(int(param.minimum), int(param.maximum))
    return st.floats(param.minimum, param.maximum)


class _AtOnce(Provider):
    """Put before a provider's own class: the same models and prices, and a picture without a call."""

    async def start(self, request: EditRequest, report: Report) -> Ticket:
        await report.ordering()
        return Ticket(self.id, request.recipe.model, data={"count": request.recipe.params.get("count", 1)})

    async def collect(self, ticket: Ticket, report: Report) -> EditResult:
        del report
        image = EncodedImage(_made(), "image/png", 8, 8)
        return EditResult((ResultImage(image),) * ticket.data["count"])


@functools.cache
def _made() -> bytes:
    return picture(8, 8)


def make_at_once(program: Program) -> None:
    """Let every provider of `program` answer without being asked."""
    providers: Any = program.queue._providers
    for id, provider in list(providers.items()):
        providers[id] = type(f"AtOnce{type(provider).__name__}", (_AtOnce, type(provider)), {})(provider.link)
