"""What the scripts of all providers have in common: the pictures beside them, and how their results are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flux_desktop.core.edit import EditRequest
    from flux_desktop.core.params import Value
    from flux_desktop.core.script import ScriptFile
    from flux_desktop.providers.base import Prepared

__all__ = ["script_files", "seeds_of", "suffix_of"]


def script_files(prepared: Iterable[Prepared]) -> tuple[ScriptFile, ...]:
    """The pictures as they are sent, in order: steps call them `source`, `reference 1`, …; `source.png` is the file."""
    from flux_desktop.core.script import ScriptFile

    return tuple(
        ScriptFile(
            picture.role,
            f"{picture.role.replace(' ', '-')}{_suffix(picture.encoded.image.media_type.removeprefix('image/'))}",
            picture.encoded.image.media_type,
            picture.encoded.image.data,
        )
        for picture in prepared
    )


def seeds_of(orders: Sequence[EditRequest]) -> tuple[int, ...]:
    """The seeds of a script's loop, where a run takes several orders; none for a single one."""
    seeds = tuple(order.recipe.seed for order in orders if order.recipe.seed is not None)
    return seeds if len(orders) > 1 else ()


def suffix_of(format: Value | None, otherwise: str = "png") -> str:
    """The suffix of a result's file by the parameter `format`; `otherwise` is the format of a model without one."""
    return _suffix(str(format or otherwise))


def _suffix(format: str) -> str:
    return ".jpg" if format == "jpeg" else f".{format}"
