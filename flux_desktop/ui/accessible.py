"""What assistive technology is told of the widgets that Qt has no role for: what each of them is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

__all__ = ["ROLES", "install"]

ROLES: Mapping[str, QAccessible.Role] = MappingProxyType(
    {
        "Canvas": QAccessible.Role.Canvas,
        "DropZones": QAccessible.Role.Grouping,
        "Loupe": QAccessible.Role.Graphic,
        "MessageBar": QAccessible.Role.AlertMessage,
        "NumberEditor": QAccessible.Role.Grouping,
        "SeedField": QAccessible.Role.Grouping,
    }
)
"""By the name of the class: what Qt would call a mere container, or a frame."""


def install() -> None:
    """Let screen readers find these roles from now on; for what was shown to one before, its old role stays."""
    QAccessible.installFactory(_face_of)


def _face_of(kind: str, widget: QObject) -> QAccessibleWidget | None:
    """Qt asks for every class that a widget is of, from its own to QWidget; None leaves it to Qt.

    A plain widget that has a name by then is a group of controls, and not one of the many that only lay others out.
    """
    if not isinstance(widget, QWidget):
        return None
    if kind in ROLES:
        return QAccessibleWidget(widget, ROLES[kind])
    if kind in ("QWidget", "QScrollArea") and widget.accessibleName():
        return QAccessibleWidget(widget, QAccessible.Role.Grouping)
    return None
