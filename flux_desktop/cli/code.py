"""`--code`: an edit as a script, on standard output."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from flux_desktop.cli.output import Out
from flux_desktop.core.edit import Recipe
from flux_desktop.core.errors import InputError

if TYPE_CHECKING:
    from flux_desktop.services.assembly import Program
    from flux_desktop.services.jobs import Inputs

__all__ = ["code_of"]


async def code_of(program: Program, out: Out, recipe: Recipe, inputs: Inputs, language: str) -> str:
    """The script in `language`, by its id; what lies beside it is said. InputError where the provider calls nothing."""
    from flux_desktop.services.code import LANGUAGES
    from flux_desktop.services.code.saving import no_code

    script = await asyncio.to_thread(program.queue.forecast.script, recipe, inputs)
    if script is None:
        raise InputError(*no_code(program.queue.name(recipe)))
    for file in script.files:
        out.say(f"The script sends {file.filename}: put the {file.name} picture beside it under that name.")
    return next(known for known in LANGUAGES if known.id == language).write(script)
