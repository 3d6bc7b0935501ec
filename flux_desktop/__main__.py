"""Opens the window, or hands over to the command line. Imports only what the chosen way needs."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flux_desktop.imaging.first_view import FirstReading

COMMANDS = frozenset(
    {"edit", "generate", "batch", "jobs", "models", "history", "spending", "key", "-h", "--help", "--version"}
)
SAMPLE = "--sample"
"""Opens the window with the sample picture."""
SMOKE_TEST = "--smoke-test"
"""Whether an installed program is whole: see `flux_desktop.ui.smoke`."""
NEW_INSTANCE = "--new-instance"
"""Opens a window beside the one that is there, in place of handing over to it."""


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
    gc.disable()  # until the window is there: nothing that a start makes is garbage, and looking for it takes a tenth
    return _open(words)


def _open(words: list[str]) -> int:
    """Open a window with these pictures, unless there is one on the same library that opens them."""
    from flux_desktop.resources import resource
    from flux_desktop.store.instance import Instance, token_of
    from flux_desktop.store.paths import home_place

    instance, beside = None, False
    if NEW_INSTANCE in words:
        words.remove(NEW_INSTANCE)
    else:
        instance = Instance(home_place())
    sample = words[:1] == [SAMPLE]
    if instance is not None and not instance.claim():
        from flux_desktop.core.handover import Handover

        files = () if sample else tuple(map(os.path.abspath, words))
        if instance.hand_over(Handover(files, token_of(), sample)):
            return 0
        beside = not instance.is_first
    pictures = [str(resource("sample.jpg"))] if sample else words
    first = _first_reading(pictures)
    from flux_desktop.ui.app import Start, run_window

    return run_window(Start(pictures, instance=instance, beside=beside, first=first))


def _first_reading(pictures: list[str]) -> FirstReading | None:
    """The reading of the picture that will be seen, begun before anything of Qt is loaded; None without one."""
    if not pictures:
        return None
    from flux_desktop.imaging.first_view import FirstReading

    return FirstReading(os.path.expanduser(pictures[0]))


if __name__ == "__main__":
    sys.exit(main())
