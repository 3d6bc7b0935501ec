"""What leaves the machine, in lines for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from flux_desktop.core.edit import Outgoing
from flux_desktop.core.price import Cost

__all__ = ["describe", "outgoing_json"]


def describe(outgoing: Outgoing, price: Cost | None) -> Iterator[str]:
    """One line a fact."""
    yield f"To: {outgoing.host or 'nobody; nothing leaves this machine'}"
    for file in outgoing.files:
        yield f"File: {file.role}, {file.width}×{file.height}, {file.media_type}, {file.size:,} bytes"
        for change in file.changes:
            yield f"  {change}"
        if file.readers:
            yield f"  {file.readers}"
    for field in outgoing.fields:
        yield f"{field.name} → {field.field or '–'} = {json.dumps(field.value, ensure_ascii=False)} ({field.how})"
    for field in outgoing.kept:
        yield f"{field.name}: {field.value} ({field.how})"
    yield from outgoing.notes
    yield f"Price: {price or 'not published by the provider'}"


def outgoing_json(outgoing: Outgoing) -> dict[str, Any]:
    return asdict(outgoing)
