"""Several results into one folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flux_desktop.core.errors import FluxError, OutputExists
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import plural, tr

if TYPE_CHECKING:
    from flux_desktop.core.settings import Settings
    from flux_desktop.services.export import Exporter

__all__ = ["Written", "export_all"]


@dataclass(frozen=True)
class Written:
    """`nodes` have a file now; `there` counts those that had one, `problems` says why others have none."""

    nodes: tuple[HistoryNode, ...]
    there: int = 0
    problems: tuple[str, ...] = ()

    def sentence(self, folder: str) -> str:
        """All of it for the user."""
        count = len(self.nodes)
        words = [
            plural(count, "Exported {n} picture to {folder}.", "Exported {n} pictures to {folder}.", folder=folder)
        ]
        if self.there:
            words.append(
                plural(self.there, "{n} was there already and left alone.", "{n} were there already and left alone.")
            )
        if self.problems:
            first, more = self.problems[0].rstrip("."), len(self.problems) - 1
            words.append(
                tr("Not exported: {problem} and {more} more.", problem=first, more=more)
                if more
                else tr("Not exported: {problem}.", problem=first)
            )
        return " ".join(words)


def export_all(exporter: Exporter, nodes: Sequence[HistoryNode], folder: Path, settings: Settings) -> Written:
    """Write each of `nodes` into `folder`, in the format and quality of the export dialog, under a telling name.

    One that fails does not stop the others; a file that is there is never replaced. Slow: for a thread.
    """
    from flux_desktop.imaging.encoding import FORMATS

    format = FORMATS[settings.text("export_format")]
    quality = settings.integer("export_quality") if format.has_quality else None
    written, there, problems = [], 0, []
    for node in nodes:
        path = folder / f"{exporter.name(node)}{format.suffixes[0]}"
        try:
            exporter.export(node, path, quality=quality)
        except OutputExists:
            there += 1
        except FluxError as error:
            problems.append(error.title)
        else:
            written.append(node)
    return Written(tuple(written), there, tuple(problems))
