"""How the window looks: two themes as data, one palette and one short style sheet made from them.

`dress` is part of the first paint, and does without the enumerations of `Qt`, which take long to load.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from flux_desktop.resources import resource

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

__all__ = [
    "DARK",
    "FLAT",
    "GAP",
    "ICON",
    "LIGHT",
    "MARGIN",
    "ROW",
    "TIGHT",
    "Theme",
    "apply",
    "arguments",
    "dress",
    "in_use",
    "set_tone",
]

TIGHT, GAP, MARGIN = 4, 8, 12
"""Distances in logical pixels: inside a control group, between controls, around a panel."""
ICON = 16
"""Side of an icon in logical pixels."""
ROW = 26
"""Least height of a control in logical pixels."""
FLAT = 6
"""Padding of a flat button in logical pixels, left and right of its words."""
FOLLOWER = "theme_follower"
"""The dynamic property of an application that holds what follows its theme."""


@dataclass(frozen=True)
class Theme:
    """The colours by their roles, as #rrggbb. All surfaces are neutral grey: colours are judged beside them.

    `line` only divides; `edge` outlines what can be operated. `accent` is a ground (with `on_accent` on it), `link` the
    same hue as ink and as focus ring.
    """

    name: str
    window: str
    base: str
    raised: str
    hover: str
    canvas: str
    line: str
    edge: str
    text: str
    quiet: str
    disabled: str
    accent: str
    on_accent: str
    link: str
    tint: str
    danger: str
    warning: str
    success: str

    def colours(self) -> Iterator[tuple[str, str]]:
        """Every role but the name, with its colour."""
        return ((role.name, getattr(self, role.name)) for role in fields(self)[1:])


LIGHT = Theme(
    name="light",
    window="#f2f2f2",
    base="#ffffff",
    raised="#e4e4e4",
    hover="#d8d8d8",
    canvas="#cfcfcf",
    line="#d6d6d6",
    edge="#808080",
    text="#1c1c1c",
    quiet="#5a5a5a",
    disabled="#8c8c8c",
    accent="#1a68d1",
    on_accent="#ffffff",
    link="#175cb9",
    tint="#cfe0f7",
    danger="#b3261e",
    warning="#7a5200",
    success="#1a6a31",
)
DARK = Theme(
    name="dark",
    window="#2a2a2a",
    base="#1f1f1f",
    raised="#363636",
    hover="#404040",
    canvas="#1a1a1a",
    line="#3d3d3d",
    edge="#838383",
    text="#ebebeb",
    quiet="#b2b2b2",
    disabled="#7f7f7f",
    accent="#2f74d8",
    on_accent="#ffffff",
    link="#7db1ff",
    tint="#29405f",
    danger="#ff8a80",
    warning="#e8b54a",
    success="#63cf7c",
)


def arguments(words: list[str]) -> list[str]:
    """The command line `words` for a QApplication in the style that the themes are made for.

    Given this way it costs nothing; `QApplication.setStyle` would load the binding of QStyle, tens of milliseconds.
    """
    return [*words[:1], "-style", "Fusion", *words[1:]]


def dress(app: QApplication, choice: str) -> None:
    """Dress `app` as `apply` does, for the first paint: what the system does later is not followed yet."""
    _wear(app, {"light": LIGHT, "dark": DARK}.get(choice) or in_use())


def apply(app: QApplication, choice: str) -> None:
    """Dress `app` in the theme `choice`: `light`, `dark`, or `system`, which follows the system's when that changes."""
    follower = app.property(FOLLOWER)  # `findChild` would wrap the style, whose binding takes long to load
    if not isinstance(follower, _Follower):
        follower = _Follower(app)
        app.setProperty(FOLLOWER, follower)
    follower.follow(choice)


def in_use() -> Theme:
    """The theme that the application is painted in: for colours that the palette has no role for."""
    # Of the application, not of a widget: the style sheet puts the ground of a button into the button's palette.
    return DARK if QApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a label the ink `quiet`, `danger`, `warning`, `success` or, with "", that of any other text."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class _Follower(QObject):
    """Remembers what was chosen and dresses its application anew when the system's scheme changes."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice = ""
        self._theme = in_use() if app.styleSheet() else None
        self._system = app.styleHints().colorScheme()
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    def follow(self, choice: str) -> None:
        from PySide6.QtCore import Qt

        before, self._choice = self._choice, choice
        hints = self._app.styleHints()
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        if choice in schemes:
            hints.setColorScheme(schemes[choice])  # native title bars and file dialogs follow it
        elif before in schemes:  # it costs a new look at every widget
            hints.unsetColorScheme()
            self._system = hints.colorScheme()
        self._dress()

    def _on_system_changed(self, scheme: Qt.ColorScheme) -> None:
        self._system = scheme
        self._dress()

    def _dress(self) -> None:
        theme = self._wanted()
        if theme != self._theme or theme != in_use():  # somebody may have dressed it otherwise meanwhile
            self._theme = theme
            _wear(self._app, theme)

    def _wanted(self) -> Theme:
        from PySide6.QtCore import Qt

        if self._choice in ("light", "dark"):
            return LIGHT if self._choice == "light" else DARK
        return DARK if self._system == Qt.ColorScheme.Dark else LIGHT


_ROLES = {
    "Window": "window",
    "WindowText": "text",
    "Base": "base",
    "AlternateBase": "window",
    "Text": "text",
    "PlaceholderText": "quiet",
    "Button": "raised",
    "ButtonText": "text",
    "BrightText": "danger",
    "Highlight": "accent",
    "HighlightedText": "on_accent",
    "Accent": "accent",
    "Link": "link",
    "LinkVisited": "link",
    "ToolTipBase": "base",
    "ToolTipText": "text",
    "Light": "hover",
    "Midlight": "raised",
    "Mid": "line",
    "Dark": "edge",
    "Shadow": "canvas",
}
_MUTED = ("WindowText", "Text", "ButtonText", "HighlightedText")


def _wear(app: QApplication, theme: Theme) -> None:
    app.setPalette(_palette(theme))
    app.setStyleSheet(_style_sheet(theme))


def _palette(theme: Theme) -> QPalette:
    colours = dict(theme.colours())
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(QPalette.ColorRole[role], QColor(colours[name]))
    for role in _MUTED:
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole[role], QColor(theme.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, QColor(theme.line))
    return palette


def _style_sheet(theme: Theme) -> str:
    folder = resource("themes")
    words = {**dict(theme.colours()), "glyph": f"{folder.as_posix()}/{theme.name}"}
    return re.sub(r"\$(\w+)", lambda match: words[match[1]], (folder / "window.qss").read_text("utf-8"))
