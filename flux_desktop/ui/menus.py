"""Where menus of buttons open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

__all__ = ["above"]


def above(button: QWidget, menu: QMenu) -> QPoint:
    """The place on the screen for `menu` over its button, which lies low in the window."""
    return button.mapToGlobal(QPoint(0, -menu.sizeHint().height()))
