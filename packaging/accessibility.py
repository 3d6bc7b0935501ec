"""Writes down what is known of accessibility: every control as a screen reader finds it, and every contrast.

`.venv/bin/python packaging/accessibility.py FOLDER` writes tree.txt and contrast.txt. The tree needs Xvfb, openbox,
xdotool and at-spi2-core, which `python3 packaging/dev.py test` installs.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from flux_desktop.ui.theme import DARK, LIGHT  # noqa: E402
from tests.e2e.support.atspi import Node  # noqa: E402
from tests.e2e.support.display import x_display  # noqa: E402
from tests.e2e.support.faults import faults  # noqa: E402
from tests.e2e.support.tour import Tour, toured  # noqa: E402
from tests.ui.contrast import table  # noqa: E402

__all__ = ["main"]


def main(words: Sequence[str]) -> int:
    """Write both files into the folder that is named; 1 if anything lacks a name, a role or contrast."""
    folder = Path(words[0] if words else ".")
    folder.mkdir(parents=True, exist_ok=True)
    lines, poor = _contrasts()
    (folder / "contrast.txt").write_text("\n".join([*lines, ""]), "utf-8")
    with tempfile.TemporaryDirectory() as place, x_display(Path(place)) as name, toured(Path(place), name) as tour:
        parts = list(_trees(tour))
    (folder / "tree.txt").write_text("\n\n".join([text for text, _ in parts] + [""]), "utf-8")
    found = [fault for _, lacking in parts for fault in lacking]
    print(*found, f"{folder}: {len(found)} faults, {poor} of {len(lines)} contrasts too low", sep="\n")
    return int(bool(found or poor))


def _contrasts() -> tuple[list[str], int]:
    """The table, a line each, and how many are too low."""
    lines, poor = [], 0
    for theme in (LIGHT, DARK):
        for row in table(theme):
            poor += row.ratio < row.least
            verdict = "" if row.ratio >= row.least else "  TOO LOW"
            words = f"{theme.name:6}{row.what:66}{row.ink:20} on {row.ground:28}"
            lines.append(f"{words}{row.ratio:6.2f} of {row.least}{verdict}")
    return lines, poor


def _trees(tour: Tour) -> Iterator[tuple[str, list[str]]]:
    """What is shown in each state, and what it lacks."""
    yield _told(tour, "The window at the start", tour.main())
    yield f"== The menus\n{tour.menu_bar().dump()}", []
    tour.make_results()
    yield _told(tour, "The window with two results, compared", tour.main())
    yield _told(tour, "The search for commands", tour.palette())
    for dialog in tour.dialogs():
        yield _told(tour, dialog.name, dialog)


def _told(tour: Tour, title: str, node: Node) -> tuple[str, list[str]]:
    return f"== {title}\n{node.dump()}", faults(node, tour.reader.labels)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
