"""`flux-desktop models`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from flux_desktop.cli.output import Out
from flux_desktop.core.errors import FluxError

if TYPE_CHECKING:
    from flux_desktop.core.params import Param
    from flux_desktop.providers.base import Provider
    from flux_desktop.services.assembly import Program

__all__ = ["models"]


async def models(options: Namespace, program: Program, out: Out) -> int:
    """Every model with its parameters, limits and prices."""
    queue = program.queue
    providers = [queue.provider(options.provider)] if options.provider else queue.providers()
    failed = await _refreshed(providers, program, out) if options.refresh else None
    if options.provider and not options.refresh:
        await program.catalogues.find_out(options.provider)
    found = [model for provider in providers for model in provider.offered()]
    for model in found:
        price = f"  {model.price}" if model.price else ""
        out.line(f"{model.provider}  {model.id}  ({model.mode}) {model.name}{price}")
        for param in model.params:
            out.line(f"    {param.name}: {param.limits}{_default(param)} ({param.how})")
    out.result({"models": [model.to_json() for model in found]})
    return failed.exit_code if failed else 0


async def _refreshed(providers: Sequence[Provider], program: Program, out: Out) -> FluxError | None:
    """Ask the hosts that publish what they offer; the first error, the others are asked all the same."""
    errors = []
    for provider in providers:
        if provider.publishes and await program.keys.has(provider.id):
            try:
                out.say(await program.catalogues.refresh(provider.id))
            except FluxError as error:
                out.explain(error)
                errors.append(error)
    return next(iter(errors), None)


def _default(param: Param) -> str:
    """In the words that `--set` takes."""
    if param.default is None:
        return ""
    value = str(param.default)
    return f", default {value.lower() if param.kind == 'switch' else value}"
