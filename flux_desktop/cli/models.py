"""`flux-desktop models`."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from flux_desktop.cli.output import Out

if TYPE_CHECKING:
    from flux_desktop.core.params import Param
    from flux_desktop.services.assembly import Program

__all__ = ["models"]


async def models(options: Namespace, program: Program, out: Out) -> int:
    """Every model with its parameters, limits and prices."""
    queue = program.queue
    providers = [queue.provider(options.provider)] if options.provider else queue.providers()
    found = [model for provider in providers for model in provider.offered()]
    for model in found:
        price = f"  {model.price}" if model.price else ""
        out.line(f"{model.provider}  {model.id}  ({model.mode}) {model.name}{price}")
        for param in model.params:
            out.line(f"    {param.name}: {param.limits}{_default(param)} ({param.how})")
    out.result({"models": [model.to_json() for model in found]})
    return 0


def _default(param: Param) -> str:
    """In the words that `--set` takes."""
    if param.default is None:
        return ""
    value = str(param.default)
    return f", default {value.lower() if param.kind == 'switch' else value}"
