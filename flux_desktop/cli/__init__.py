"""The command line: the same services as the window's, without a window."""

from __future__ import annotations

import asyncio
import os
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence

from flux_desktop.cli.arguments import parse
from flux_desktop.cli.output import Out
from flux_desktop.core.errors import Cancelled, FluxError

__all__ = ["run"]


def run(words: Sequence[str], environ: Mapping[str, str] = os.environ) -> int:
    """Carry out one command; returns the exit code. Nothing is raised but SystemExit, after --help and --version."""
    out = Out(json="--json" in words)
    try:
        options = parse(words)
        options.prepare(options)
        code = asyncio.run(_command(options, out, environ))
        sys.stdout.flush()  # here, where a reader that went away is no error
        return code
    except KeyboardInterrupt:
        return out.fail(Cancelled("Interrupted.", "What was ordered waits: `flux-desktop jobs` lists it."))
    except FluxError as error:
        return out.fail(error)
    except BrokenPipeError:
        # The reader went away (`| head`): there is nobody left to tell, and Python must not try again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001  a fault of ours has an exit code too
        from flux_desktop.services.tasks import as_flux_error

        return out.fail(as_flux_error(error))


async def _command(options: Namespace, out: Out, environ: Mapping[str, str]) -> int:
    from flux_desktop.services.assembly import assemble
    from flux_desktop.store.paths import Paths, home
    from flux_desktop.store.settings import SettingsFile

    folder = home(environ)
    kept = SettingsFile(Paths(folder).settings)
    kept.failed.connect(out.explain)
    program = assemble(folder, kept.settings, environ)
    for problem in (*kept.problems, *program.problems):
        out.say(problem)
    try:
        return int(await options.run(options, program, out))
    finally:
        await program.close()
