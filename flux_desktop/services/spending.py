"""The ledger as a file for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from flux_desktop.core.errors import OutputExists
from flux_desktop.core.job import Spending
from flux_desktop.core.language import tr
from flux_desktop.services.export import check_folder, write_file

if TYPE_CHECKING:
    from flux_desktop.store.library import Library

__all__ = ["COLUMNS", "as_csv", "export_ledger"]

COLUMNS = ("time", "provider", "model", "amount", "currency", "kind", "job")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for the beginning of a formula: model names come from outside."""


def export_ledger(library: Library, path: Path, since: float = 0.0, *, overwrite: bool = False) -> int:
    """Write every line of the ledger since a moment to `path`, and say how many: call it in a thread.

    OutputExists if there is a file, FileProblem if it can't be written; it is never half written.
    """
    check_folder(path)
    if path.exists() and not overwrite:
        raise OutputExists(tr("{name} exists already.", name=path.name))
    lines = library.ledger(since)
    write_file(path, as_csv(lines).encode(), overwrite=overwrite)
    return len(lines)


def as_csv(lines: Iterable[Spending]) -> str:
    """One row a line, oldest first, with the time in ISO 8601 and its difference from UTC."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for line in lines:
        at = datetime.fromtimestamp(line.at).astimezone().isoformat(timespec="seconds")
        words = (line.provider, line.model, line.cost.currency, line.cost.kind, line.job)
        provider, model, currency, kind, job = map(_as_text, words)
        writer.writerow((at, provider, model, _as_number(line.cost.amount), currency, kind, job))
    return text.getvalue()


def _as_number(amount: float) -> str:
    """All digits and no exponent."""
    return f"{Decimal(repr(amount)):f}"


def _as_text(words: str) -> str:
    """`words` so that no spreadsheet computes with them."""
    return f"'{words}" if words.startswith(FORMULA) else words
