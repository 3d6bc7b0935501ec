"""Exact sizes, as people write them: `1024x768`."""

from __future__ import annotations

from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.language import tr

__all__ = ["exact_size"]


def exact_size(text: object, least: int, most: int) -> tuple[int, int]:
    """Width and height in pixels, each from `least` to `most`; InvalidParameter for anything else."""
    width, _, height = str(text).lower().replace("×", "x").replace(" ", "").partition("x")
    sides = [int(side) if side.isdecimal() and len(side) < 6 else 0 for side in (width, height)]
    if not all(least <= side <= most for side in sides):
        raise InvalidParameter(
            tr(
                "Size: “{size}” does not fit. It takes width and height of {least} to {most} pixels.",
                size=str(text)[:60],
                least=least,
                most=most,
            ),
            tr("Nothing was sent. Write it like 1024x768."),
        )
    return sides[0], sides[1]
