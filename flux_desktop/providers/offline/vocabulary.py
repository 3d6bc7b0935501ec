"""Understands a prompt by the vocabulary of the offline editor: words in, operations out."""

from __future__ import annotations

from typing import Literal

from flux_desktop.core.errors import NotUnderstood
from flux_desktop.core.language import tr
from flux_desktop.core.vocabulary import summary
from flux_desktop.imaging.effects.operation import Operation
from flux_desktop.providers.offline.reader import Reader
from flux_desktop.providers.offline.words import TAKES

__all__ = ["understand"]


def understand(prompt: str, mode: Literal["edit", "generate"] = "edit") -> tuple[Operation, ...]:
    """What `prompt` asks for, in its order; NotUnderstood, with the words in question, where a part is not clear."""
    operations = Reader(prompt, mode).read()
    if not operations:
        raise NotUnderstood(tr("The prompt names nothing that the offline editor can do."), summary(mode))
    if mode == "generate" and not _makes(operations[0]):
        raise NotUnderstood(
            tr("“{phrase}” changes a picture, and there is none to change.", phrase=operations[0].phrase),
            tr("Say first what to make. {summary}", summary=summary(mode)),
        )
    return operations


def _makes(operation: Operation) -> bool:
    return operation.name in TAKES and TAKES[operation.name].makes
