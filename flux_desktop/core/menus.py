"""The menus of the window, by their words: part of the first paint, which needs no command yet."""

from __future__ import annotations

from flux_desktop.core.language import marked

__all__ = ["EDIT", "FILE", "HELP", "MENUS", "REGION", "RESULT", "VIEW"]

FILE, EDIT, VIEW, REGION, RESULT, HELP = MENUS = (
    marked("&File"),
    marked("&Edit"),
    marked("&View"),
    marked("Re&gion"),
    marked("&Result"),
    marked("&Help"),
)
