"""Addresses that the user opens in the browser, by a click and never by themselves."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton

from flux_desktop.core.language import tr
from flux_desktop.ui.naming import named, set_note

__all__ = ["link_button", "open_link", "text_with_links"]

ADDRESS = re.compile(r"https://[^\s<>\"'“”‘’()\[\]{}]*[^\s<>\"'“”‘’()\[\]{}.,:;!?]")


def open_link(url: str) -> None:
    """Open `url` in the browser; what is no address of the web is not opened."""
    if QUrl(url).scheme() in ("https", "http"):
        QDesktopServices.openUrl(QUrl(url))


def link_button(name: str, words: str, url: str) -> QPushButton:
    """A button that looks like a link and opens `url`, which is its tooltip."""
    about = tr("{words}: {address}", words=words.rstrip("…"), address=url)
    button = named(QPushButton(words), name, about, url)
    button.setProperty("flat", "true")
    button.setAutoDefault(False)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.clicked.connect(lambda: open_link(url))
    return button


def text_with_links(name: str, words: str) -> QLabel:
    """`words` to be selected, shown as they are but for their https addresses, which can be clicked."""
    label = named(QLabel(_linked(words)), name)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setOpenExternalLinks(False)
    label.linkActivated.connect(open_link)
    label.linkHovered.connect(lambda url: set_note(label, url))
    return label


def _linked(words: str) -> str:
    """`words` as rich text in which nothing but the links is rich."""
    parts, end = [], 0
    for found in ADDRESS.finditer(words):
        address = escape(found[0])
        parts += [escape(words[end : found.start()]), f'<a href="{address}">{address}</a>']
        end = found.end()
    text = "".join([*parts, escape(words[end:])])
    return f'<div style="white-space: pre-wrap">{text}</div>'
