"""The menus of the window, by their words: part of the first paint, which needs no command yet."""

from __future__ import annotations

from flux_desktop.core.language import marked

__all__ = ["EDIT", "FILE", "HELP", "MENUS", "RESULT", "VIEW"]

FILE, EDIT, VIEW, RESULT, HELP = MENUS = (
    marked("&File"),
    marked("&Edit"),
    marked("&View"),
    marked("&Result"),
    marked("&Help"),
)
