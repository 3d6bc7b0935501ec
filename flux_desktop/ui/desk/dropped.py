"""What a drag or the clipboard brings: files, a picture, or the addresses of one."""

from __future__ import annotations

import base64
import binascii
import html
import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

__all__ = ["NODES", "Dropped", "may_carry", "nodes_of", "payload_of"]

IMAGE_TYPES = tuple(
    f"image/{kind}" for kind in ("png", "jpeg", "webp", "avif", "heic", "heif", "tiff", "gif", "bmp", "x-bmp")
)
"""Encoded pictures, the lossless and usual ones first."""
NODES = "application/x-flux-desktop-nodes"
"""Ids of history nodes, one a line: what is dragged inside the window beside the files for others."""
QT_IMAGE = "application/x-qt-image"
URI_LIST = "text/uri-list"
HTML_LIMIT = 2_000_000
"""Characters of a page's text that are looked at; a picture may be embedded in it."""
QUOTED = r"""(?:"[^"]*"|'[^']*')"""
IMG_SOURCE = re.compile(
    rf"""<img\b(?:[^<>"']|{QUOTED})*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s<>"']+))""", re.IGNORECASE
)
"""The address of an <img>. No part of it can end in two ways: hostile text costs no more time than other text."""


@dataclass(frozen=True, eq=False)
class Dropped:
    """What came in, in the order of preference: files, else encoded bytes, else a decoded image, else addresses.

    `urls` may name where the bytes came from. `image` is what a clipboard has that gives no encoded bytes.
    """

    paths: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    image_bytes: bytes = field(default=b"", repr=False)
    image: QImage | None = field(default=None, repr=False)


def may_carry(mime: QMimeData) -> bool:
    """Whether there may be a picture in `mime`, judged by its formats alone: nothing is fetched while hovering."""
    formats = set(mime.formats())
    return bool(formats & {URI_LIST, QT_IMAGE, *IMAGE_TYPES})


def nodes_of(mime: QMimeData) -> list[str]:
    """The ids of the history nodes in `mime`, which a drag that began in this window carries."""
    return bytes(mime.data(NODES).data()).decode("utf-8", "replace").split()


def payload_of(mime: QMimeData) -> Dropped | None:
    """The files, the picture or the addresses in `mime`; None where there is nothing of that kind.

    Decodes and reads nothing: a name is not checked to be a file, nor bytes to be a picture.
    """
    paths = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
    if paths:
        # A file manager may add an icon as image data: the file itself is meant.
        return Dropped(paths=paths)
    urls, data = _addresses(mime), _encoded(mime)
    if data:
        return Dropped(urls=urls, image_bytes=data)
    image = _decoded(mime)
    if image is None and not urls:
        return None
    return Dropped(urls=urls, image=image)


def _addresses(mime: QMimeData) -> list[str]:
    """Those of the web."""
    return [url for url in dict.fromkeys(_linked(mime)) if url.lower().startswith(("http://", "https://"))]


def _linked(mime: QMimeData) -> list[str]:
    """Addresses of any kind, that of the dragged <img> first: a picture inside a link comes with the link's address."""
    encoded = QUrl.ComponentFormattingOption.FullyEncoded
    return [_image_source(mime), *(url.toString(encoded) for url in mime.urls())]


def _image_source(mime: QMimeData) -> str:
    if not mime.hasHtml():
        return ""
    match = IMG_SOURCE.search(mime.html()[:HTML_LIMIT])
    return html.unescape(next((part for part in match.groups() if part), "")).strip() if match else ""


def _encoded(mime: QMimeData) -> bytes:
    for kind in IMAGE_TYPES:
        if mime.hasFormat(kind):
            data = bytes(mime.data(kind).data())
            if data:
                return data
    return _inline(mime)


def _inline(mime: QMimeData) -> bytes:
    """The bytes of a `data:` address, which is how pages embed small pictures."""
    for url in _linked(mime):
        head, comma, body = url.partition(",")
        if comma and head.lower().startswith("data:image/") and head.lower().endswith(";base64"):
            try:
                return base64.b64decode("".join(unquote(body).split()), validate=True)
            except binascii.Error:
                continue
    return b""


def _decoded(mime: QMimeData) -> QImage | None:
    if not mime.hasImage():
        return None
    image = mime.imageData()
    return image if isinstance(image, QImage) and not image.isNull() else None
