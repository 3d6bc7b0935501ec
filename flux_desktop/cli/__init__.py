"""The command line: the same services as the window's, without a window."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from flux_desktop.cli.arguments import parse
from flux_desktop.cli.output import Out
from flux_desktop.core.errors import Cancelled, FluxError

__all__ = ["run"]


def run(words: Sequence[str], environ: Mapping[str, str] = os.environ) -> int:
    """Carry out one command; returns the exit code of DESIGN's table. Nothing is raised."""
    out = Out(json="--json" in words)
    try:
        options = parse(words)
        return asyncio.run(_command(options, out, environ))
    except KeyboardInterrupt:
        return out.fail(Cancelled("Interrupted."))
    except FluxError as error:
        return out.fail(error)
    except BrokenPipeError:
        # The reader went away (`| head`): there is nobody left to tell, and Python must not try again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


async def _command(options: object, out: Out, environ: Mapping[str, str]) -> int:
    from argparse import Namespace

    from flux_desktop.services.assembly import assemble
    from flux_desktop.store.paths import home
    from flux_desktop.store.settings import load

    assert isinstance(options, Namespace)
    folder: Path = home(environ)
    program = assemble(folder, load(folder / "settings.json"), environ)
    for problem in program.problems:
        out.say(problem)
    try:
        return int(await options.run(options, program, out))
    finally:
        await program.close()
