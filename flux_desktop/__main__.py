"""Opens the window, or hands over to the command line. Imports only what the chosen way needs."""

from __future__ import annotations

import gc
import sys

COMMANDS = frozenset({"edit", "generate", "batch", "jobs", "models", "history", "key", "-h", "--help", "--version"})
SAMPLE = "--sample"
"""Opens the window with the sample picture."""
SMOKE_TEST = "--smoke-test"
"""Whether an installed program is whole: see `flux_desktop.ui.smoke`."""


def main() -> int:
    """The command `flux-desktop`; returns the exit code."""
    words = sys.argv[1:]
    if words and words[0] in COMMANDS:
        from flux_desktop.cli import run

        code = run(words)
        gc.freeze()  # the process ends: Python need not go through all that is left to find cycles in it
        return code
    if words and words[0] == SMOKE_TEST:
        from flux_desktop.ui.smoke import smoke_test

        return smoke_test(words[1:])
    if words and words[0] == SAMPLE:
        from flux_desktop.resources import resource

        words = [str(resource("sample.jpg"))]
    gc.disable()  # until the window is there: nothing that a start makes is garbage, and looking for it takes a tenth
    from flux_desktop.ui.app import run_window

    return run_window(words)


if __name__ == "__main__":
    sys.exit(main())
